import { expect, test } from '@playwright/test';
import { runMain } from '../run-main.ts';
import { page } from './in-page.ts';

// docs/api/clipboard.md, native-theme.md, browser-window.md, app.md
test('clipboard, theme, window and app as the app uses them', async () => {
  const { facts, code, out } = await runMain(
    `app.whenReady().then(async () => {
    const window = new BrowserWindow({ show: false, width: 500, height: 400 });
    const events = [];
    for (const name of ['ready-to-show', 'show', 'close', 'closed']) window.on(name, () => events.push(name));
    await window.loadURL(${JSON.stringify(page)});
    await clipboard.writeText('copied'); report('clipboard', await clipboard.readText());
    clipboard.clear(); report('cleared', await until(async () => (await clipboard.readText()) === ''));
    const dark = () => window.webContents.executeJavaScript('matchMedia("(prefers-color-scheme: dark)").matches');
    nativeTheme.themeSource = 'dark'; report('dark', [await until(dark), nativeTheme.shouldUseDarkColors]);
    nativeTheme.themeSource = 'light'; report('light', [await until(async () => !(await dark())), nativeTheme.shouldUseDarkColors]);
    report('result', await window.webContents.executeJavaScript('new Promise((r) => setTimeout(() => r({ a: new Date(1) }), 50))').then((v) => v.a instanceof Date));
    report('hidden', window.isVisible()); window.show(); report('shown', window.isVisible());
    app.on('before-quit', () => events.push('before-quit'));
    app.on('will-quit', () => { events.push('will-quit'); report('events', [...new Set(events)]); });
    window.close(); });`,
  );
  expect(facts, out).toMatchObject({
    clipboard: 'copied',
    cleared: true,
    dark: [true, true],
    light: [true, false],
    result: true,
    hidden: false,
    shown: true,
  });
  expect(facts.events).toEqual(['ready-to-show', 'show', 'close', 'closed', 'before-quit', 'will-quit']);
  expect(code).toBe(0);
});

// docs/api/menu.md, menu-item.md, tray.md, notification.md, shell.md, dialog.md; lib/browser/api/menu.ts, menu-item.ts, dialog.ts
test('menus, tray, notifications, shell and dialogs: data that can be looked at, and the same refusals', async () => {
  const { facts, out } = await runMain(
    `report('early', [await failed(() => new Tray('x')), await failed(() => new Notification({ title: 'x' })), await failed(() => dialog.showOpenDialog({}))]);
    app.whenReady().then(async () => {
    const clicked = [];
    const menu = Menu.buildFromTemplate([{ label: 'File', submenu: [{ label: 'One', id: 'one', accelerator: 'CmdOrCtrl+1', click: (item) => clicked.push(item.label) }, { type: 'separator' }, { label: 'Check', type: 'checkbox', id: 'check' }] }]);
    Menu.setApplicationMenu(menu);
    const kept = Menu.getApplicationMenu();
    report('menu', [kept === menu, kept.items[0].type, kept.items[0].submenu.items.map(({ label, type }) => [label, type]), kept.getMenuItemById('one').accelerator]);
    kept.getMenuItemById('one').click(); kept.getMenuItemById('check').click();
    report('clicked', [clicked, kept.getMenuItemById('check').checked]);
    report('refused', [await failed(() => Menu.buildFromTemplate({})), await failed(() => Menu.buildFromTemplate([{}])), await failed(() => new MenuItem({ label: 'x', type: 'odd' })), await failed(() => Menu.setApplicationMenu({})), await failed(() => menu.insert(9, new MenuItem({ label: 'x' })))]);
    const notification = new Notification({ title: 'Title', body: 'Body' });
    report('notification', [notification.title, notification.body, typeof Notification.isSupported()]);
    report('shell', await failed(() => shell.openExternal('no address')));
    report('dialogs', [await failed(() => dialog.showOpenDialog({ properties: 'openFile' })), await failed(() => dialog.showOpenDialog({ title: 5 })), await failed(() => dialog.showSaveDialog({ defaultPath: 5 })), await failed(() => dialog.showMessageBox({ type: 'odd', message: '' })), await failed(() => dialog.showMessageBox({ message: '', buttons: 'OK' })), await failed(() => dialog.showMessageBox({ message: '', checkboxChecked: true }))]);
    report('theme', [await failed(() => { nativeTheme.themeSource = 'blue' }), nativeTheme.themeSource]);
    const window = new BrowserWindow({ show: false });
    report('windows', [BrowserWindow.fromId(window.id) === window, BrowserWindow.fromWebContents(window.webContents) === window, webContents.fromId(window.webContents.id) === window.webContents, webContents.getAllWebContents().length]);
    app.exit(0); });`,
  );
  expect(facts, out).toMatchObject({
    menu: [
      true,
      'submenu',
      [
        ['One', 'normal'],
        ['', 'separator'],
        ['Check', 'checkbox'],
      ],
      'CmdOrCtrl+1',
    ],
    clicked: [['One'], true],
    refused: [
      'Invalid template for Menu: Menu template must be an array',
      'Invalid template for MenuItem: must have at least one of label, role or type',
      'Unknown menu item type: odd',
      'Invalid menu',
      'Position 9 cannot be greater than the total MenuItem count',
    ],
    notification: ['Title', 'Body', 'boolean'],
    dialogs: [
      'Properties must be an array',
      'Title must be a string',
      'Default path must be a string',
      'Invalid message box type',
      'Buttons must be an array',
      'checkboxChecked requires that checkboxLabel also be passed',
    ],
    windows: [true, true, true, 1],
  });
  expect(facts.early).toEqual([
    'Cannot create Tray before app is ready',
    'Cannot create Notification before app is ready',
    'dialog module can only be used after app is ready',
  ]);
  expect(facts.shell).not.toBe('did not fail');
  expect(facts.theme).toEqual([expect.not.stringMatching('did not fail'), 'system']);
});

// docs/api/app.md, setPath and setName; browser-window.md, minimize and restore; web-contents.md, setZoomFactor; tray.md
test('paths, a minimised window, zoom, the tray and a start with the computer, as the app uses them', async () => {
  const { facts, out } = await runMain(
    `app.setName('Other');
    app.setPath('userData', join(folder, 'elsewhere'));
    report('paths', [app.getName(), app.getPath('userData') === join(folder, 'elsewhere'), await failed(() => app.setPath('userData', 'relative')), app.isPackaged, typeof app.getVersion()]);
    app.whenReady().then(async () => {
    const window = new BrowserWindow({ show: false });
    await window.loadURL(${JSON.stringify(page)});
    window.setContentProtection(true);
    window.show(); window.minimize();
    report('minimised', await until(() => window.isMinimized()));
    window.restore();
    report('restored', [await until(() => !window.isMinimized()), BrowserWindow.getAllWindows().length]);
    report('zoom', [window.webContents.getZoomFactor(), await failed(() => window.webContents.setZoomFactor(0))]);
    window.webContents.setZoomFactor(1.5);
    report('zoomed', await until(() => window.webContents.getZoomFactor() === 1.5));
    const tray = new Tray(electron.nativeImage.createEmpty());
    tray.setToolTip('Keyturn'); tray.setContextMenu(Menu.buildFromTemplate([{ label: 'Show' }])); tray.setImage(electron.nativeImage.createEmpty());
    tray.destroy();
    report('tray', [tray.isDestroyed(), await failed(() => tray.setToolTip('x'))]);
    report('touch id', [typeof electron.systemPreferences.canPromptTouchID, typeof electron.systemPreferences.promptTouchID]);
    report('handlers', await failed(() => window.webContents.setWindowOpenHandler(() => ({ action: 'deny' }))));
    app.exit(0); });`,
  );
  expect(facts, out).toMatchObject({
    paths: ['Other', true, 'Path must be absolute', false, 'string'],
    minimised: true,
    restored: [true, 1],
    zoom: [1, "'zoomFactor' must be a double greater than 0.0"],
    zoomed: true,
    tray: [true, 'Tray is destroyed'],
    // docs/api/system-preferences.md: of macOS only.
    'touch id': Array(2).fill(process.platform === 'darwin' ? 'function' : 'undefined'),
    handlers: 'did not fail',
  });
});
