import { expect, test } from '@playwright/test';
import { hostName, runMain } from './run-main.ts';

// How Electron behaves where the app relies on it, each with its source; runs on whichever host is here and licences the other specs.
test.describe.configure({ mode: 'parallel' });
test.beforeEach(() => {
  test.info().annotations.push({ type: 'host', description: hostName });
});

const page = `data:text/html,<title>t</title><body>x</body>`;
const open = `
await app.whenReady();
const window = new BrowserWindow({ show: false, webPreferences: { preload } });
const js = (code) => window.webContents.executeJavaScript(code);
`;

// docs/api/context-bridge.md; shell/renderer/api/electron_api_context_bridge.cc
test('contextBridge: what crosses, what is lost, what is refused', async () => {
  const { facts, out } = await runMain(
    `app.whenReady().then(async () => { ${open.replace('await app.whenReady();', '')}
    await window.loadURL(${JSON.stringify(page)});
    for (const code of [
      'api.sync(2, 3)', 'typeof api.sync', 'Object.isFrozen(api)', 'Object.isFrozen(api.nested)', 'Object.isFrozen(api.returned())',
      'api.primitives', 'api.big === 10n', 'typeof api.symbol', 'api.date instanceof Date && api.date.getTime()', 'api.map instanceof Map && api.map.get("a")',
      'api.bytes instanceof Uint8Array && api.bytes[1]', 'typeof api.instance.method', 'api.instance.own', 'api.cycle.self === api.cycle',
      'api.callback((n) => n + 1)', 'api.identity(api.sync) === api.sync', 'api.identity(window.f = () => 1) === window.f',
      'api.promise().then((n) => n * 2)', 'api.takesPromise(Promise.resolve(5))', 'api.usesThis()',
      '(() => { try { api.throws() } catch (e) { return [e.message, e.code === undefined, e instanceof Error, e.name] } })()',
      '(() => { try { api.throwsText() } catch (e) { return e.message } })()', 'api.rejects().catch((e) => e.message)',
      '(() => { "use strict"; try { api.sync = 1; return "written" } catch (e) { return e.name } })()',
      '(() => { "use strict"; try { window.api = 1; return "written" } catch (e) { return e.name } })()',
      'delete window.api', 'typeof require + typeof process + typeof ipcRenderer', 'exposedTwice', 'deepRefused', 'locationRefused', 'preloadSees',
    ]) report(code, await js(code).catch((error) => 'rejected: ' + error.message));
    app.exit(0); });`,
    {
      preload: `
      const { contextBridge } = require('electron');
      class Thing { constructor() { this.own = 7 } method() {} }
      const cycle = {}; cycle.self = cycle;
      const api = {
        sync: (a, b) => a + b, nested: { a: 1 }, returned: () => ({ a: 1 }), primitives: ['s', 1, true, null, undefined], big: 10n, symbol: Symbol('x'),
        date: new Date(5), map: new Map([['a', 1]]), bytes: new Uint8Array([1, 2]), instance: new Thing(), cycle,
        callback: (f) => f(41), identity: (x) => x, promise: async () => 21, takesPromise: async (p) => (await p) + 1,
        secret: 9, usesThis() { return this.secret },
        throws() { const e = new RangeError('nope'); e.code = 'X'; throw e }, throwsText() { throw 'text' }, rejects: async () => { throw new Error('later') },
      };
      contextBridge.exposeInMainWorld('api', api);
      const attempt = (run) => { try { run(); return 'allowed' } catch (e) { return e.message } };
      contextBridge.exposeInMainWorld('exposedTwice', attempt(() => contextBridge.exposeInMainWorld('api', {})));
      let deep = {}; for (let n = 0; n < 1001; n++) deep = { deep };
      contextBridge.exposeInMainWorld('deepRefused', attempt(() => contextBridge.exposeInMainWorld('deep', deep)));
      contextBridge.exposeInMainWorld('locationRefused', attempt(() => contextBridge.exposeInMainWorld('location', {})));
      contextBridge.exposeInMainWorld('preloadSees', [typeof window.api, typeof process.versions.chrome, typeof Buffer].join());`,
    },
  );
  expect(facts, out).toMatchObject({
    'api.sync(2, 3)': 5,
    'typeof api.sync': 'function',
    'Object.isFrozen(api)': true,
    'Object.isFrozen(api.nested)': true,
    'Object.isFrozen(api.returned())': false,
    'api.primitives': ['s', 1, true, null, null],
    'api.big === 10n': true,
    'api.date instanceof Date && api.date.getTime()': 5,
    'api.map instanceof Map && api.map.get("a")': 1,
    'api.bytes instanceof Uint8Array && api.bytes[1]': 2,
    'typeof api.instance.method': 'undefined',
    'api.instance.own': 7,
    'api.cycle.self === api.cycle': true,
    'api.callback((n) => n + 1)': 42,
    'api.identity(api.sync) === api.sync': true,
    'api.identity(window.f = () => 1) === window.f': true,
    'api.promise().then((n) => n * 2)': 42,
    'api.takesPromise(Promise.resolve(5))': 6,
    'api.usesThis()': 9,
    '(() => { try { api.throws() } catch (e) { return [e.message, e.code === undefined, e instanceof Error, e.name] } })()':
      ['nope', true, true, 'Error'],
    '(() => { try { api.throwsText() } catch (e) { return e.message } })()':
      'An unknown exception occurred in the isolated context, an error occurred but a valid exception was not thrown.',
    'api.rejects().catch((e) => e.message)': 'later',
    '(() => { "use strict"; try { api.sync = 1; return "written" } catch (e) { return e.name } })()':
      'TypeError',
    '(() => { "use strict"; try { window.api = 1; return "written" } catch (e) { return e.name } })()':
      'TypeError',
    'delete window.api': false,
    'typeof require + typeof process + typeof ipcRenderer': 'undefinedundefinedundefined',
    exposedTwice: 'Cannot bind an API on top of an existing property on the window object',
    deepRefused:
      'Electron contextBridge recursion depth exceeded.  Nested objects deeper than 1000 are not supported.',
    locationRefused: 'Cannot bind an API on top of an existing property on the window object',
  });
});

// docs/api/ipc-renderer.md, ipc-main.md; lib/browser/ipc-main-impl.ts
test('ipc: structured clone both ways, errors wrapped, handlers guarded, frames named', async () => {
  const { facts, out } = await runMain(
    `app.whenReady().then(async () => { ${open.replace('await app.whenReady();', '')}
    ipcMain.handle('echo', (event, ...args) => args);
    ipcMain.handle('boom', () => { throw new TypeError('bad') });
    ipcMain.handle('unclonable', () => () => 1);
    ipcMain.handle('frame', (event) => [event.senderFrame.url, event.senderFrame.origin, event.senderFrame.parent, event.sender === window.webContents || event.sender.id === window.webContents.id]);
    ipcMain.handleOnce('once', () => 1);
    ipcMain.on('ping', (event, n) => event.reply('pong', n + 1));
    report('second handler', await failed(() => ipcMain.handle('echo', () => 1)));
    report('no function', await failed(() => ipcMain.handle('x', 5)));
    await window.loadURL(${JSON.stringify(page)});
    for (const [name, code] of [
      ['clone', 'api.invoke("echo", undefined, null, -0, NaN, 10n, new Date(5), new Map([[1, new Set([2])]]), new Uint8Array([1, 2]), /a/gi, [1, , 3]).then((a) => [a[0] === undefined, a[1], Object.is(a[2], -0), Number.isNaN(a[3]), a[4] === 10n, a[5].getTime(), a[6].get(1).has(2), a[7][1], String(a[8]), 1 in a[9]])'],
      ['cycle', 'api.cycle()'], ['boom', 'api.invoke("boom").catch((e) => e.message)'], ['missing', 'api.invoke("nothing").catch((e) => e.message)'],
      ['function', 'api.cannot().catch((e) => e.message)'], ['answer', 'api.invoke("unclonable").catch((e) => e.message)'],
      ['frame', 'api.invoke("frame")'], ['once', 'api.invoke("once")'], ['twice', 'api.invoke("once").catch((e) => e.message)'], ['reply', 'api.ping(41)'],
    ]) report(name, await js(code).catch((error) => 'rejected: ' + error.message));
    report('send', await failed(() => window.webContents.send('x', () => 1)));
    const told = js('api.next()');
    setTimeout(() => window.webContents.send('tell', { a: [1n] }), 200);
    report('told', String((await told).a[0]));
    app.exit(0); });`,
    {
      preload: `
      const { contextBridge, ipcRenderer } = require('electron');
      contextBridge.exposeInMainWorld('api', {
        invoke: (channel, ...args) => ipcRenderer.invoke(channel, ...args),
        cycle: async () => { const a = {}; a.a = a; const [b] = await ipcRenderer.invoke('echo', a); return b.a === b },
        cannot: () => ipcRenderer.invoke('echo', () => 1),
        ping: (n) => new Promise((resolve) => { ipcRenderer.once('pong', (event, m) => resolve(m)); ipcRenderer.send('ping', n) }),
        next: () => new Promise((resolve) => ipcRenderer.once('tell', (event, value) => resolve(value))),
      });`,
    },
  );
  expect(facts, out).toMatchObject({
    'second handler': "Attempted to register a second handler for 'echo'",
    'no function': "Expected handler to be a function, but found type 'number'",
    // The bridge copies arrays by element, so the hole is one no more.
    clone: [true, null, true, true, true, 5, true, 2, '/a/gi', true],
    cycle: true,
    boom: "Error invoking remote method 'boom': TypeError: bad",
    missing: "Error invoking remote method 'nothing': Error: No handler registered for 'nothing'",
    function: 'An object could not be cloned.',
    once: 1,
    twice: "Error invoking remote method 'once': Error: No handler registered for 'once'",
    reply: 42,
    told: '1',
  });
  expect(facts.answer).toContain('An object could not be cloned.');
  expect(facts.send).not.toBe('did not fail');
  expect((facts.frame as unknown[])[0]).toContain('data:text/html');
  expect((facts.frame as unknown[]).slice(2)).toEqual([null, true]);
});

// docs/tutorial/sandbox.md, "Preload scripts"
test('a sandboxed preload has only the modules Electron allows, and a broken one leaves the page alive', async () => {
  const { facts, out } = await runMain(
    `app.whenReady().then(async () => { ${open.replace('await app.whenReady();', '')}
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

// docs/api/protocol.md
test('protocol.handle: a standard, secure scheme with headers that hold', async () => {
  const { facts, out } = await runMain(
    `protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } }]);
    report('again', await failed(() => protocol.registerSchemesAsPrivileged([{ scheme: 'b' }])));
    app.whenReady().then(async () => {
    report('late', await failed(() => protocol.registerSchemesAsPrivileged([{ scheme: 'c' }])));
    const asked = [];
    protocol.handle('app', async (request) => {
      asked.push([request.method, request.url]);
      if (new URL(request.url).pathname === '/data') return new Response(await request.text(), { status: 418, headers: { 'x-own': 'yes' } });
      if (new URL(request.url).pathname === '/fails') throw new Error('no');
      return new Response('<title>served</title>', { headers: { 'content-type': 'text/html', 'content-security-policy': "default-src 'none'; connect-src 'self'" } });
    });
    report('handled', [protocol.isProtocolHandled('app'), protocol.isProtocolHandled('nope')]);
    report('second', await failed(() => protocol.handle('app', () => new Response())));
    const window = new BrowserWindow({ show: false });
    const js = (code) => window.webContents.executeJavaScript(code);
    await window.loadURL('app://bundle/index.html?a=1#h');
    report('url', window.webContents.getURL());
    report('title', await js('document.title'));
    report('secure', await js('isSecureContext'));
    report('csp', await js('(() => { try { return eval("1") } catch (e) { return e.name } })()'));
    report('post', await js('fetch("/data", { method: "POST", body: "hello" }).then(async (r) => [r.status, r.headers.get("x-own"), await r.text()])'));
    report('fails', await js('fetch("/fails").then(() => "ok", (e) => e.name)'));
    report('asked', asked.slice(0, 2));
    app.exit(0); });`,
  );
  expect(facts, out).toMatchObject({
    handled: [true, false],
    url: 'app://bundle/index.html?a=1#h',
    title: 'served',
    secure: true,
    csp: 'EvalError',
    post: [418, 'yes', 'hello'],
    fails: 'TypeError',
    asked: [
      ['GET', 'app://bundle/index.html?a=1'],
      ['POST', 'app://bundle/data'],
    ],
  });
  for (const name of ['late', 'second']) expect(facts[name]).not.toBe('did not fail');
});

// docs/api/web-contents.md, docs/tutorial/security.md items 13 and 14
test('navigation: will-navigate is the page’s own, preventable; windows are main’s to allow', async () => {
  const { facts, out } = await runMain(
    `app.whenReady().then(async () => {
    const window = new BrowserWindow({ show: false });
    const js = (code) => window.webContents.executeJavaScript(code);
    const seen = [];
    window.webContents.on('will-navigate', (event, url) => { seen.push(url); event.preventDefault(); });
    window.webContents.setWindowOpenHandler(({ url }) => { seen.push('open ' + url); return { action: 'deny' } });
    await window.loadFile(join(folder, 'page.html'));
    report('by main', [...seen]);
    report('opened', await js('window.open("https://example.com/x") === null'));
    await js('location.hash = "in-page"');
    await js('location.href = "other.html"; 1');
    await new Promise((resolve) => setTimeout(resolve, 500));
    report('stays', window.webContents.getURL().endsWith('page.html#in-page'));
    report('seen', seen.map((url) => url.replace(/file:.*\\//, 'file:')));
    report('windows', BrowserWindow.getAllWindows().length);
    report('bad', await failed(() => window.loadURL('http://127.0.0.1:9/')));
    app.exit(0); });`,
    { files: { 'page.html': '<title>page</title>', 'other.html': '<title>other</title>' } },
  );
  expect(facts, out).toMatchObject({
    'by main': [],
    opened: true,
    stays: true,
    seen: ['open https://example.com/x', 'file:other.html'],
    windows: 1,
  });
  expect(facts.bad).toMatch(
    /^ERR_(CONNECTION_REFUSED|UNSAFE_PORT) \(-\d+\) loading 'http:\/\/127\.0\.0\.1:9\/'$/,
  );
});

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

// docs/api/safe-storage.md; electron.d.ts 45
test('safeStorage: not before ready; encrypts under the keyring, and says when it cannot decrypt', async () => {
  const { facts, out } = await runMain(
    `report('early', await failed(() => safeStorage.isAsyncEncryptionAvailable()));
    app.setName('KeyturnConformance');
    app.whenReady().then(async () => {
    report('available', await safeStorage.isAsyncEncryptionAvailable());
    const sealed = await safeStorage.encryptStringAsync('hällo');
    report('prefix', sealed.subarray(0, 3).toString());
    report('opened', await safeStorage.decryptStringAsync(sealed));
    const broken = Buffer.from(sealed); broken[broken.length - 1] ^= 1;
    report('broken', await failed(() => safeStorage.decryptStringAsync(broken)));
    app.exit(0); });`,
  );
  expect(facts, out).toMatchObject({ available: true, opened: { result: 'hällo', shouldReEncrypt: false } });
  expect(facts.early).toContain('before app is ready');
  expect(facts.broken).toContain('Error while decrypting the ciphertext');
  if (process.platform === 'linux') expect(facts.prefix).toBe('v11');
});

// Only Linux has a fallback with a constant key.
if (process.platform === 'linux')
  test('safeStorage without a keyring: still "available", but what it writes says v10', async () => {
    const { facts, out } = await runMain(
      `app.whenReady().then(async () => {
    report('available', await safeStorage.isAsyncEncryptionAvailable());
    report('prefix', (await safeStorage.encryptStringAsync('x')).subarray(0, 3).toString());
    app.exit(0); });`,
      { env: { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nonexistent/bus' } },
    );
    expect(facts, out).toMatchObject({ available: true, prefix: 'v10' });
  });

// docs/api/clipboard.md, native-theme.md, browser-window.md, app.md
test('clipboard, theme, window and app as the app uses them', async () => {
  const { facts, code, out } = await runMain(
    `app.whenReady().then(async () => {
    const window = new BrowserWindow({ show: false, width: 500, height: 400 });
    const events = [];
    for (const name of ['ready-to-show', 'show', 'close', 'closed']) window.on(name, () => events.push(name));
    await window.loadURL(${JSON.stringify(page)});
    await clipboard.writeText('copied'); report('clipboard', await clipboard.readText());
    clipboard.clear(); await new Promise((r) => setTimeout(r, 150)); report('cleared', await clipboard.readText());
    const dark = () => window.webContents.executeJavaScript('matchMedia("(prefers-color-scheme: dark)").matches');
    nativeTheme.themeSource = 'dark'; await new Promise((r) => setTimeout(r, 200)); report('dark', [await dark(), nativeTheme.shouldUseDarkColors]);
    nativeTheme.themeSource = 'light'; await new Promise((r) => setTimeout(r, 200)); report('light', [await dark(), nativeTheme.shouldUseDarkColors]);
    report('result', await window.webContents.executeJavaScript('new Promise((r) => setTimeout(() => r({ a: new Date(1) }), 50))').then((v) => v.a instanceof Date));
    report('thrown', await failed(() => window.webContents.executeJavaScript('throw new Error("from the page")')));
    report('hidden', window.isVisible()); window.show(); report('shown', window.isVisible());
    app.on('before-quit', () => events.push('before-quit'));
    app.on('will-quit', () => { events.push('will-quit'); report('events', [...new Set(events)]); });
    window.close(); });`,
  );
  expect(facts, out).toMatchObject({
    clipboard: 'copied',
    cleared: '',
    dark: [true, true],
    light: [false, false],
    result: true,
    thrown: 'from the page',
    hidden: false,
    shown: true,
  });
  expect(facts.events).toEqual(['ready-to-show', 'show', 'close', 'closed', 'before-quit', 'will-quit']);
  expect(code).toBe(0);
});

// Electron has it all.
if (hostName !== 'Electron')
  test('what this host has not is refused by name', async () => {
    const { facts } = await runMain(
      `report('module', await failed(() => electron.autoUpdater.checkForUpdates()));
    report('member', await failed(() => app.dock));
    app.whenReady().then(async () => { report('window', await failed(() => new BrowserWindow({ webPreferences: { nodeIntegration: true } }))); app.exit(0); });`,
    );
    expect(facts).toEqual({
      module: 'not in the host: electron.autoUpdater.checkForUpdates',
      member: 'not in the host: electron.app.dock',
      window: 'not in the host: webPreferences nodeIntegration: true',
    });
  });
