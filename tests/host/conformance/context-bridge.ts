import { expect, test } from '@playwright/test';
import { runMain } from '../run-main.ts';
import { inPage, open, page } from './in-page.ts';

// docs/api/context-bridge.md; shell/renderer/api/electron_api_context_bridge.cc
test('contextBridge: what crosses, what is lost, what is refused', async () => {
  const { facts, out } = await runMain(
    `app.whenReady().then(async () => { ${open}
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
    // Each crossing makes a function of its own, except back to where it came from.
    'api.identity(api.sync) === api.sync': false,
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

test('contextBridge: symbols, nodes, blobs and class instances cross as Electron lets them', async () => {
  const { facts, out } = await inPage(
    `
    const { contextBridge } = require('electron');
    const mine = Symbol('mine');
    class Thing { constructor() { this.own = 1 } get computed() { return 2 } }
    contextBridge.exposeInMainWorld('api', {
      symbol: mine, isMine: (s) => s === mine, keyed: { [mine]: 3 }, iterator: Symbol.iterator, shared: Symbol.for('shared'),
      body: () => document.body, nameOf: (element) => element.tagName + (element === document.body),
      blob: () => new Blob(['ab', 'cd']), textOf: (blob) => blob.text(), frame: () => new VideoFrame(new OffscreenCanvas(16, 16), { timestamp: 0 }).constructor.name,
      thing: new Thing(), bytes: new Uint16Array([258]), buffer: new ArrayBuffer(3), pattern: /a/g, set: new Set([1]), nested: [[() => 5]],
      same: (a, b) => a === b, prototypeOf: (x) => Object.getPrototypeOf(x) === Object.prototype, proto: Object.defineProperty({}, '__proto__', { value: { p: 1 }, enumerable: true }),
      bufferOf: (text) => Buffer.from(text).toString('base64'),
    });`,
    {
      symbols: `[api.isMine(api.symbol), api.keyed[api.symbol], api.iterator === Symbol.iterator, api.shared === Symbol.for('shared'), api.isMine(Symbol('mine'))]`,
      element: `[api.body() === document.body, api.body() instanceof HTMLBodyElement, api.nameOf(document.body)]`,
      blob: `(async () => [api.blob() instanceof Blob, await api.blob().text(), await api.textOf(new Blob(['12']))])()`,
      instance: `[api.thing.own, api.thing.computed === undefined, Object.getPrototypeOf(api.thing) === Object.prototype]`,
      cloned: `[api.bytes[0], api.buffer.byteLength, String(api.pattern), api.set.has(1), api.pattern instanceof RegExp, api.nested[0][0]()]`,
      arguments: `(() => { const o = {}; return [api.same(o, o), api.prototypeOf(o), api.prototypeOf(new Map())] })()`,
      proto: `[Object.getPrototypeOf(api.proto) === Object.prototype, Object.hasOwn(api.proto, '__proto__')]`,
      frozen: `[Object.isFrozen(api.nested), Object.isFrozen(api.isMine), Object.isFrozen(api.nested[0])]`,
      buffer: `api.bufferOf('hi')`,
    },
  );
  expect(facts, out).toEqual({
    symbols: [true, 3, true, true, false],
    element: [true, true, 'BODYtrue'],
    blob: [true, 'abcd', '12'],
    instance: [1, true, true],
    cloned: [258, 3, '/a/g', true, true, 5],
    arguments: [true, true, false],
    proto: [true, true],
    frozen: [true, true, true],
    buffer: 'aGk=',
  });
});

test('contextBridge: throws in the calling world for a value that cannot cross', async () => {
  const says = (call: string) =>
    `(() => { try { ${call}; return 'nothing' } catch (e) { return [e.message, Object.getPrototypeOf(e) === Error.prototype] } })()`;
  const { facts, out } = await inPage(
    `
    const { contextBridge } = require('electron');
    const poisoned = () => ({ get bad() { throw new Error('getter') } });
    contextBridge.exposeInMainWorld('api', {
      take: () => 'taken', weak: () => new WeakMap(), inArray: () => [Object(Symbol('x'))], poisoned, message: () => Object.assign(new Error('x'), { message: {} }),
      later: async () => new WeakMap(), rejects: async () => { throw new WeakMap() }, rejectsText: () => Promise.reject('text'), error: () => new TypeError('kept'),
    });`,
    {
      argument: says('api.take(new WeakMap())'),
      deep: `(() => { const nest = (n) => { let a = []; for (let i = 0; i < n; i++) a = [a]; return a }; let deeper; try { api.take(nest(1000)) } catch (e) { deeper = e.name } return [api.take(nest(999)), deeper] })()`,
      circle: `(() => { const a = []; a.push(a); try { api.take(a) } catch (e) { return e.message } })()`,
      returned: says('api.weak()'),
      array: says('api.inArray()'),
      getter: says('api.poisoned()'),
      own: `(() => { const list = [1]; Object.defineProperty(list, 0, { get() { throw new RangeError('mine') }, enumerable: true }); try { api.take(list) } catch (e) { return [e.name, e.message] } })()`,
      later: `api.later().catch((e) => [e.message, e instanceof Error])`,
      rejects: `api.rejects().catch((e) => [e.message, e instanceof Error])`,
      text: `api.rejectsText().catch((e) => e)`,
      error: `[api.error() instanceof TypeError, api.error() instanceof Error, api.error().message, typeof api.message().message]`,
      untouched: `(() => { let seen = 0; const { then } = Promise.prototype; const { get } = Map.prototype; Map.prototype.get = function (k) { seen++; return Reflect.apply(get, this, [k]) }; Function.prototype.call = () => { seen++ }; api.take({}); Map.prototype.get = get; return seen })()`,
    },
  );
  const clone = 'An object could not be cloned.';
  expect(facts, out).toEqual({
    argument: [clone, true],
    deep: ['taken', 'TypeError'],
    circle:
      'Electron contextBridge recursion depth exceeded.  Nested objects deeper than 1000 are not supported.',
    returned: [`Uncaught Error: ${clone}`, true],
    array: [`Uncaught Error: ${clone}`, true],
    getter: ['Uncaught Error: getter', true],
    own: ['RangeError', 'mine'],
    later: [`Uncaught Error: ${clone}`, true],
    rejects: [`Uncaught Error: ${clone}`, true],
    text: 'text',
    error: [false, true, 'kept', 'string'],
    untouched: 0,
  });
});

test('contextBridge: other worlds, code in the main world, and nothing without isolation', async () => {
  const { facts, out } = await runMain(
    `app.whenReady().then(async () => { ${open}
    await window.loadURL(${JSON.stringify(page)});
    const world = (id, code) => window.webContents.executeJavaScriptInIsolatedWorld(id, [{ code }]);
    report('world', await world(1004, '[other.n, other.add(1, 2), Object.isFrozen(other), typeof api]'));
    report('main', await js('[typeof other, api.ran, api.objects, api.threw, given]'));
    report('preload', await world(999, 'window.kept = 1; typeof require'));
    report('apart', [await world(999, 'window.kept'), await js('typeof kept'), await world(1005, 'typeof kept')]);
    const bare = new BrowserWindow({ show: false, webPreferences: { contextIsolation: false, preload: join(folder, 'bare.cjs') } });
    const heard = new Promise((resolve) => ipcMain.once('bare', (event, message) => resolve(message)));
    await bare.loadURL(${JSON.stringify(page)});
    report('bare', [await heard, await bare.webContents.executeJavaScript('fromPreload')]);
    app.exit(0); });`,
    {
      preload: `
      const { contextBridge } = require('electron');
      contextBridge.exposeInIsolatedWorld(1004, 'other', { n: 4, add: (a, b) => a + b });
      const attempt = (run) => { try { return run() } catch (e) { return e.message } };
      const object = {};
      contextBridge.exposeInMainWorld('api', {
        ran: contextBridge.executeInMainWorld({ func: (f, x) => f(x), args: [(x) => x + 1, 41] }),
        objects: [contextBridge.executeInMainWorld({ func: (a, b) => a === b, args: [object, object] }), contextBridge.executeInMainWorld({ func: () => ({}) }).constructor === Object],
        threw: [attempt(() => contextBridge.executeInMainWorld({ func: () => { throw new RangeError('there') } })), attempt(() => contextBridge.executeInMainWorld({ func: 1 })), attempt(() => contextBridge.executeInMainWorld({ func: () => 1, args: 1 }))],
      });
      contextBridge.executeInMainWorld({ func: (text) => { globalThis.given = text }, args: ['by the preload'] });`,
      files: {
        'bare.cjs': `
      const { contextBridge, ipcRenderer } = require('electron');
      window.fromPreload = 'seen';
      try { contextBridge.exposeInMainWorld('a', {}); ipcRenderer.send('bare', 'exposed') } catch (e) { ipcRenderer.send('bare', e.message) }`,
      },
    },
  );
  expect(facts, out).toMatchObject({
    world: [4, 3, true, 'undefined'],
    main: [
      'undefined',
      42,
      [true, true],
      ['RangeError: there', "Function 'func' is required in script", "'args' must be an array"],
      'by the preload',
    ],
    apart: [1, 'undefined', 'undefined'],
    bare: ['contextBridge API can only be used when contextIsolation is enabled', 'seen'],
  });
});
