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

// docs/api/session.md, setProxy; docs/api/structures/proxy-config.md
test('setProxy: a proxy that is not there keeps pages off the network, loopback too, and not the app’s own resolveProxy', async () => {
  const { facts, out } = await runMain(
    `app.whenReady().then(async () => {
    const server = createServer((request, response) => response.end('x'));
    const address = await listen(server);
    // Another server: a connection that is open already may go on after setProxy.
    const other = await listen(createServer((request, response) => response.end('y')));
    const window = new BrowserWindow({ show: false });
    await window.loadURL(address);
    report('before', window.webContents.getURL() === address + '/');
    await session.defaultSession.setProxy({ mode: 'fixed_servers', proxyRules: 'http://127.0.0.1:9', proxyBypassRules: '<-loopback>' });
    report('closed', await failed(() => window.loadURL(other)));
    report('app', await app.resolveProxy('https://example.test/'));
    await session.defaultSession.setProxy({ mode: 'direct' });
    await window.loadURL(other);
    report('after', window.webContents.getURL() === other + '/');
    app.exit(0); });`,
    { env: { https_proxy: '', HTTPS_PROXY: '' } },
  );
  expect(facts.before, out).toBe(true);
  expect(facts.closed).toContain('ERR_');
  expect(facts.app).toBe('DIRECT');
  expect(facts.after).toBe(true);
});

// docs/api/session.md, will-download and setDevicePermissionHandler
test('will-download: told of each download with its address, name and page; a prevented one leaves no file', async () => {
  const { facts, out } = await runMain(
    `import { readdirSync } from 'node:fs';
    app.setPath('downloads', folder);
    app.whenReady().then(async () => {
    session.defaultSession.setDevicePermissionHandler(() => false);
    report('handler', await failed(() => session.defaultSession.setDevicePermissionHandler('no')));
    const window = new BrowserWindow({ show: false });
    await window.loadURL('data:text/html,<title>t</title>');
    const told = new Promise((resolve) => session.defaultSession.once('will-download', (event, item, contents) => {
      const said = [item.getURL().startsWith('data:text/csv'), item.getFilename(), contents === window.webContents];
      event.preventDefault();
      resolve(said);
    }));
    await window.webContents.executeJavaScript('const a = document.createElement("a"); a.href = "data:text/csv,x"; a.download = "tokens.csv"; document.body.append(a); a.click()', true);
    report('told', await told);
    await new Promise((resolve) => setTimeout(resolve, 500));
    report('files', readdirSync(folder).filter((name) => name.includes('csv') || name.includes('crdownload')));
    app.exit(0); });`,
  );
  expect(facts, out).toMatchObject({ told: [true, 'tokens.csv', true], files: [] });
  expect(facts.handler).not.toBe('did not fail');
});

// docs/api/session.md, fromPartition and isPersistent; docs/api/structures/web-preferences.md, partition
test('fromPartition: one session for each name, in memory without `persist:`, apart from the default one', async () => {
  const { facts, out } = await runMain(
    `protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true } }]);
    app.whenReady().then(async () => {
    const own = session.fromPartition('mine');
    report('session', [own === session.fromPartition('mine'), own === session.defaultSession, own.isPersistent(), session.fromPartition('') === session.defaultSession]);
    const page = () => new Response('<title>p</title>', { headers: { 'content-type': 'text/html' } });
    own.protocol.handle('app', page);
    own.setPermissionRequestHandler((contents, permission, callback) => callback(false));
    own.setPermissionCheckHandler(() => false);
    const windows = [];
    for (const webPreferences of [{ partition: 'mine' }, { session: own }, { partition: 'other' }]) {
      const window = new BrowserWindow({ show: false, webPreferences });
      windows.push(window);
      const { session: its } = window.webContents;
      if (webPreferences.partition === 'other' && !its.protocol.isProtocolHandled('app')) its.protocol.handle('app', page);
      await window.loadURL('app://bundle/');
    }
    report('of windows', windows.map(({ webContents }) => webContents.session === own));
    const js = (window, code) => window.webContents.executeJavaScript(code);
    await js(windows[0], 'localStorage.setItem("a", "1")');
    report('shared', [await js(windows[1], 'localStorage.getItem("a")'), await js(windows[2], 'localStorage.getItem("a")')]);
    report('state', await js(windows[0], 'navigator.permissions.query({ name: "geolocation" }).then(({ state }) => state)'));
    app.exit(0); });
    report('before ready', await failed(() => session.fromPartition('mine')));`,
  );
  expect(facts, out).toMatchObject({
    session: [true, false, false, true],
    'of windows': [true, true, false],
    shared: ['1', null],
    state: 'denied',
  });
  expect(facts['before ready']).not.toBe('did not fail');
});
