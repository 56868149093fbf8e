import { expect, test } from '@playwright/test';
import { hostName, runMain } from '../run-main.ts';
import { open, page } from './in-page.ts';

// docs/tutorial/sandbox.md, "Preload scripts"
test('a sandboxed preload has only the modules Electron allows, and a broken one leaves the page alive', async () => {
  const { facts, out } = await runMain(
    `app.whenReady().then(async () => { ${open}
    await window.loadURL(${JSON.stringify(page)});
    report('modules', await js('modules'));
    const broken = new BrowserWindow({ show: false, webPreferences: { preload: join(folder, 'broken.cjs') } });
    const told = new Promise((resolve) => broken.webContents.once('preload-error', (event, path, error) => resolve(error.message)));
    await broken.loadURL(${JSON.stringify(page)});
    report('page', await broken.webContents.executeJavaScript('document.title'));
    report('error', await told);
    app.exit(0); });`,
    {
      preload: `
      const { contextBridge } = require('electron');
      const name = (module) => { try { return typeof require(module) } catch (e) { return e.message } };
      contextBridge.exposeInMainWorld('modules', ['events', 'node:events', 'timers', 'url', 'node:url', 'fs', 'child_process'].map(name));`,
      files: { 'broken.cjs': 'throw new Error("broken on purpose")' },
    },
  );
  expect(facts.modules, out).toEqual([
    'function',
    'function',
    'object',
    'object',
    'object',
    expect.stringContaining('module not found: fs'),
    expect.stringContaining('module not found: child_process'),
  ]);
  expect(facts).toMatchObject({ page: 't', error: 'broken on purpose' });
});

// Electron has it all.
if (hostName !== 'Electron')
  test('what this host has not is refused by name', async () => {
    const { facts, out } = await runMain(
      `import { EventEmitter } from 'node:events';
    report('module', await failed(() => electron.autoUpdater.checkForUpdates()));
    report('member', await failed(() => app.dock));
    app.whenReady().then(async () => {
    report('window', await failed(() => new BrowserWindow({ webPreferences: { nodeIntegration: true, preload } })));
    const window = new BrowserWindow({ show: false, webPreferences: { nodeIntegration: true, sandbox: false } });
    const tray = new Tray(electron.nativeImage.createEmpty());
    report('made', [await failed(() => new electron.WebContentsView()), await failed(() => tray.getBounds()), await failed(() => Menu.sendActionToFirstResponder('x')), await failed(() => new MenuItem({ label: 'x' }).nothing),
      await failed(() => new Notification({}).nothing), await failed(() => window.webContents.mainFrame.nothing), await failed(() => new MessageChannelMain().port1.nothing), await failed(() => window.webContents.session.webRequest), await failed(() => electron.nativeImage.createEmpty().toPNG())]);
    report('emitters', [window.constructor.name === 'BrowserWindow', tray instanceof Tray, tray instanceof EventEmitter, new Menu() instanceof EventEmitter, window.webContents.session === session.defaultSession]);
    app.exit(0); });`,
    );
    expect(facts, out).toEqual({
      module: 'not in the host: electron.autoUpdater.checkForUpdates',
      member: 'not in the host: electron.app.dock',
      window: 'not in the host: webPreferences nodeIntegration: true with a preload',
      made: [
        'WebContentsView',
        'Tray.getBounds',
        'Menu.sendActionToFirstResponder',
        'MenuItem.nothing',
        'Notification.nothing',
        'WebFrameMain.nothing',
        'MessagePortMain.nothing',
        'session.defaultSession.webRequest',
        'NativeImage.toPNG',
      ].map((name) => `not in the host: electron.${name}`),
      emitters: [true, true, true, true, true],
    });
  });
