import { expect, test } from '@playwright/test';
import { runMain } from '../run-main.ts';

// docs/api/session.md; docs/tutorial/security.md item 5
test('permissions: granted when nobody decides, denied when a handler says so', async () => {
  const { facts, out } = await runMain(
    `protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true } }]);
    app.whenReady().then(async () => {
    protocol.handle('app', () => new Response('<title>p</title>', { headers: { 'content-type': 'text/html' } }));
    session.defaultSession.setPermissionRequestHandler((contents, permission, callback) => callback(false));
    session.defaultSession.setPermissionCheckHandler(() => false);
    const window = new BrowserWindow({ show: false });
    await window.loadURL('app://bundle/');
    report('states', await window.webContents.executeJavaScript('Promise.all(["geolocation", "notifications", "clipboard-read"].map(async (name) => (await navigator.permissions.query({ name })).state))'));
    app.exit(0); });`,
  );
  expect(facts.states, out).toEqual(['denied', 'denied', 'denied']);
});

test('permissions: without a handler everything is granted, so that an app must set one', async () => {
  const { facts, out } = await runMain(
    `app.whenReady().then(async () => {
    report('early', typeof session.defaultSession.setPermissionRequestHandler);
    const server = createServer((request, response) => response.end('x'));
    const window = new BrowserWindow({ show: false });
    await window.loadURL(await listen(server));
    report('states', await window.webContents.executeJavaScript('Promise.all(["geolocation", "notifications"].map(async (name) => (await navigator.permissions.query({ name })).state))'));
    app.exit(0); });
    report('before ready', await failed(() => session.defaultSession));`,
  );
  expect(facts.states, out).toEqual(['granted', 'granted']);
  expect(facts['before ready']).not.toBe('did not fail');
});
