import { expect, test } from '@playwright/test';
import { runMain } from '../run-main.ts';

/** Asks an address in every way a script has; gives what came of each. */
const ask = `
const ask = (url, init) => js('fetch(' + JSON.stringify(url) + ', ' + JSON.stringify(init ?? {}) + ').then(async (r) => [r.type, r.status, await r.text()], (e) => e.name + ": " + e.message)');
const xhr = (url) => js('new Promise((resolve) => { const x = new XMLHttpRequest(); x.onload = () => resolve(["loaded", x.responseText]); x.onerror = () => resolve("failed"); x.open("GET", ' + JSON.stringify(url) + '); x.send() })');
`;
const failedToFetch = 'TypeError: Failed to fetch';

// spec/api-protocol-spec.ts, "cross-origin enforcement for supportFetchAPI-only schemes"; shell/browser/net/electron_url_loader_factory.cc
for (const [what, scheme] of [
  [
    'the privileges of the app’s own scheme',
    { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
  ],
  ['supportFetchAPI and nothing else', { supportFetchAPI: true }],
] as const)
  test(`a scheme without corsEnabled, ${what}: no other origin reads it, and main is not even asked`, async () => {
    const { facts, out } = await runMain(
      `protocol.registerSchemesAsPrivileged([{ scheme: 'own', privileges: ${JSON.stringify(scheme)} }]);
      app.whenReady().then(async () => {
      const window = new BrowserWindow({ show: false });
      const js = (code) => window.webContents.executeJavaScript(code);
      ${ask}
      const asked = []; const said = [];
      window.webContents.on('console-message', (event) => said.push(event.message));
      protocol.handle('own', (request) => { asked.push(request.method + ' ' + request.url); return new Response('secret', { headers: { 'content-type': 'text/plain', 'access-control-allow-origin': '*' } }) });
      await window.loadURL(await listen(createServer((request, response) => response.setHeader('content-type', 'text/html').end('<title>remote</title>'))));
      report('fetch', await ask('own://host/secret'));
      report('said', said.some((message) => /blocked by CORS policy/.test(message)));
      report('xhr', await xhr('own://host/secret'));
      report('credentials', await ask('own://host/secret', { credentials: 'include' }));
      report('preflight', await ask('own://host/secret', { method: 'PUT', headers: { 'x-custom': '1' }, body: 'x' }));
      report('simple post', await ask('own://host/secret', { method: 'POST', body: 'x' }));
      report('asked', [...asked]);
      report('no-cors', await ask('own://host/secret', { mode: 'no-cors' }));
      report('asked then', [...asked]);
      report('main', await net.fetch('own://host/secret').then((response) => response.text()));
      app.exit(0); });`,
    );
    expect(facts, out).toEqual({
      fetch: failedToFetch,
      said: true,
      xhr: 'failed',
      credentials: failedToFetch,
      preflight: failedToFetch,
      'simple post': failedToFetch,
      asked: [],
      'no-cors': ['opaque', 0, ''],
      'asked then': ['GET own://host/secret'],
      main: 'secret',
    });
  });

// the same file, "on a standard supportFetchAPI-only scheme"; docs/api/protocol.md
test('a standard scheme: its hosts are origins, apart from each other and from a host of another scheme', async () => {
  const { facts, out } = await runMain(
    `protocol.registerSchemesAsPrivileged([
      { scheme: 'own', privileges: { standard: true, secure: true, supportFetchAPI: true } },
      { scheme: 'shared', privileges: { standard: true, secure: true, supportFetchAPI: true, corsEnabled: true } }]);
    app.whenReady().then(async () => {
    const window = new BrowserWindow({ show: false });
    const js = (code) => window.webContents.executeJavaScript(code);
    ${ask}
    const asked = [];
    const handler = (request) => { asked.push(request.method + ' ' + request.url); const { pathname } = new URL(request.url); return new Response(pathname === '/page' ? '<title>page</title>' : 'data', { headers: { 'content-type': pathname === '/page' ? 'text/html' : 'text/plain' } }) };
    protocol.handle('own', handler); protocol.handle('shared', handler);
    await window.loadURL('own://one/page');
    asked.length = 0;
    report('itself', [await ask('own://one/data'), await ask('/data'), await xhr('own://one/data')]);
    report('asked', asked.splice(0));
    report('another host', [await ask('own://two/data'), await xhr('own://two/data'), await ask('own://two/data', { method: 'POST', body: 'x' })]);
    report('not asked', asked.splice(0));
    report('opaque', [await ask('own://two/data', { mode: 'no-cors' }), asked.splice(0)]);
    report('same-origin', await ask('own://two/data', { mode: 'same-origin' }));
    report('another scheme', [await ask('shared://one/data'), await xhr('shared://one/data'), asked.splice(0)]);
    report('storage', await js('(() => { localStorage.setItem("a", "1"); return location.origin !== "null" && localStorage.getItem("a") })()'));
    await window.loadURL('own://two/page');
    report('storage apart', await js('localStorage.getItem("a")'));
    app.exit(0); });`,
  );
  const data = ['basic', 200, 'data'];
  expect(facts, out).toMatchObject({
    itself: [data, data, ['loaded', 'data']],
    asked: ['GET own://one/data', 'GET own://one/data', 'GET own://one/data'],
    'another host': [failedToFetch, 'failed', failedToFetch],
    'not asked': [],
    opaque: [['opaque', 0, ''], ['GET own://two/data']],
    'same-origin': failedToFetch,
    'another scheme': [
      ['cors', 200, 'data'],
      ['loaded', 'data'],
      ['GET shared://one/data', 'GET shared://one/data'],
    ],
    storage: '1',
    'storage apart': null,
  });
});

// the same file, "allows CORS, but disallows fetch requests, when specified"
test('a scheme with corsEnabled alone: XMLHttpRequest reads it, and fetch does not know it', async () => {
  const { facts, out } = await runMain(
    `protocol.registerSchemesAsPrivileged([{ scheme: 'no-fetch', privileges: { corsEnabled: true } }]);
    app.whenReady().then(async () => {
    const window = new BrowserWindow({ show: false });
    const js = (code) => window.webContents.executeJavaScript(code);
    ${ask}
    const said = [];
    window.webContents.on('console-message', (event) => said.push(event.message));
    protocol.handle('no-fetch', () => new Response('read'));
    await window.loadURL(await listen(createServer((request, response) => response.setHeader('content-type', 'text/html').end('<title>remote</title>'))));
    report('xhr', await xhr('no-fetch://host/'));
    report('fetch', String(await ask('no-fetch://host/')).split(':')[0]);
    report('said', said.some((message) => /Fetch API cannot load/.test(message)));
    app.exit(0); });`,
  );
  expect(facts, out).toEqual({ xhr: ['loaded', 'read'], fetch: 'TypeError', said: true });
});
