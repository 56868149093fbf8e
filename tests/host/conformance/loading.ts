import { expect, test } from '@playwright/test';
import { runMain } from '../run-main.ts';

// docs/api/web-contents.md, loadURL; lib/browser/api/web-contents.ts, _awaitNextLoad; spec/api-web-contents-spec.ts
test('loading: an error has code, errno and url; what is overtaken or destroyed rejects', async () => {
  const { facts, out } = await runMain(
    `app.whenReady().then(async () => {
    const error = (run) => Promise.resolve().then(run).then(() => 'loaded', (e) => [e.code, e.errno, e.url?.replace(/:\\d+/, ':port'), e.message === e.code + ' (' + e.errno + ") loading '" + e.url + "'"]);
    const slow = createServer((request, response) => { if (request.url === '/slow') begun(); else { response.setHeader('content-type', 'text/html'); response.end('<title>quick</title>') } });
    const url = await listen(slow);
    let begun = () => undefined;
    // The load of a page that never comes, once its server was asked.
    const begin = async (window) => { const asked = new Promise((resolve) => { begun = resolve }); const load = window.loadURL(url + '/slow'); load.catch(() => undefined); await asked; return { load } };
    const window = new BrowserWindow({ show: false });
    const failures = [];
    window.webContents.on('did-fail-load', (event, errno, code, url, isMainFrame) => failures.push([errno, code, isMainFrame]));
    report('file', await error(() => window.loadURL('file:///non-existent')));
    report('again', await error(() => window.loadURL('file:///non-existent')));
    report('failures', failures);
    report('scheme', await error(() => window.loadURL('bad-scheme://foo')));
    report('address', await error(() => window.loadURL('no address')));
    report('no string', await failed(() => window.loadFile(5)));
    const first = await begin(window);
    await window.loadURL(url + '/quick');
    report('overtaken', await error(() => first.load));
    report('title', window.webContents.getTitle());
    report('within', await error(() => window.loadURL(url + '/quick#there')));
    report('url', window.webContents.getURL().endsWith('/quick#there'));
    const stopped = await begin(window); window.webContents.stop(); report('stopped', await error(() => stopped.load));
    const doomed = new BrowserWindow({ show: false });
    const ended = await begin(doomed); doomed.destroy();
    report('destroyed', await error(() => ended.load));
    report('after', [await failed(() => doomed.loadURL(url)), await failed(() => doomed.getTitle()), doomed.isDestroyed(), await failed(() => doomed.webContents)]);
    const early = new BrowserWindow({ show: false });
    const never = early.loadURL(url); early.destroy();
    report('early', await error(() => never));
    app.exit(0); });`,
  );
  const missing = ['ERR_FILE_NOT_FOUND', -6, 'file:///non-existent', true];
  expect(facts, out).toMatchObject({
    file: missing,
    again: missing,
    failures: [
      [-6, 'ERR_FILE_NOT_FOUND', true],
      [-6, 'ERR_FILE_NOT_FOUND', true],
    ],
    scheme: ['ERR_FAILED', -2, 'bad-scheme://foo', true],
    'no string': 'Must pass filePath as a string',
    overtaken: ['ERR_ABORTED', -3, 'http://127.0.0.1:port/quick', true],
    title: 'quick',
    within: 'loaded',
    url: true,
    destroyed: ['ERR_FAILED', -2, 'http://127.0.0.1:port/slow', true],
    after: ['Object has been destroyed', 'Object has been destroyed', true, 'Object has been destroyed'],
    early: ['ERR_FAILED', -2, 'http://127.0.0.1:port/', true],
  });
  expect((facts.address as unknown[]).slice(0, 2)).toEqual(['ERR_INVALID_URL', -300]);
  expect((facts.stopped as unknown[]).slice(0, 2)).toEqual(['ERR_FAILED', -2]);
});

// docs/api/web-contents.md, executeJavaScript; shell/renderer/api/electron_api_web_frame.cc
test('executeJavaScript: waits for the load, gives clones, and tells reasons of promises only', async () => {
  const { facts, out } = await runMain(
    `app.whenReady().then(async () => {
    const window = new BrowserWindow({ show: false });
    const js = (code) => window.webContents.executeJavaScript(code);
    const before = js('document.title');
    window.loadURL('data:text/html,<title>loaded</title>');
    report('waits', await before);
    const value = await js('({ when: new Date(5), map: new Map([["a", new Set([1n])]]), list: [1, , 3], bytes: new Uint8Array([7]), nothing: undefined, error: new RangeError("r") })');
    report('clone', [value.when.getTime(), value.map.get('a').has(1n), 1 in value.list, value.bytes[0], 'nothing' in value, value.error instanceof RangeError]);
    report('later', await js('new Promise((resolve) => setTimeout(() => resolve({ a: 1 }), 20))'));
    const rejected = await js('Promise.reject(new TypeError("typed"))').catch((error) => error);
    report('reason', [rejected instanceof TypeError, rejected.message]);
    report('text', await js('Promise.reject("words")').catch((reason) => reason));
    report('thrown', await failed(() => js('throw new Error("kept in the page")')));
    report('syntax', await failed(() => js('this is not')));
    for (const [name, code] of [['function', '(() => 1)'], ['symbol', 'Symbol("s")'], ['inside', '({ f() {} })'], ['node', 'document.body']]) report(name, await failed(() => js(code)));
    report('nothing', await js('void 0') === undefined);
    app.exit(0); });`,
  );
  const script =
    'Script failed to execute, this normally means an error was thrown. Check the renderer console for the error.';
  expect(facts, out).toMatchObject({
    waits: 'loaded',
    clone: [5, true, false, 7, true, true],
    later: { a: 1 },
    reason: [true, 'typed'],
    text: 'words',
    thrown: script,
    syntax: script,
    nothing: true,
  });
  for (const name of ['function', 'symbol', 'inside', 'node'])
    expect(facts[name]).toContain('An object could not be cloned.');
});

// spec/api-browser-window-spec.ts, "BrowserWindow.close() when invoked synchronously inside navigation observer"
test('loading: a window that closes in an event of its load requests nothing more, no favicon either', async () => {
  const { facts, out } = await runMain(
    `app.on('window-all-closed', () => undefined);
    app.whenReady().then(async () => {
    const asked = [];
    const server = createServer((request, response) => { asked.push(request.url); response.setHeader('content-type', 'text/html').end('<title>t</title>') });
    const url = await listen(server);
    const names = ['did-start-loading', 'dom-ready', 'page-title-updated', 'did-finish-load', 'did-stop-loading'];
    for (const name of names) {
      const window = new BrowserWindow({ show: false });
      const gone = new Promise((resolve) => window.webContents.once('destroyed', resolve));
      window.webContents.once(name, () => window.close());
      window.loadURL(url + '/' + name).catch(() => undefined);
      await gone;
    }
    await new Promise((resolve) => setTimeout(resolve, 1000));
    report('icons', asked.filter((one) => one.includes('favicon')));
    report('windows', BrowserWindow.getAllWindows().length);
    app.exit(0); });`,
  );
  expect(facts, out).toEqual({ icons: [], windows: 0 });
});
