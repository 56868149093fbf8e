import { expect, test } from '@playwright/test';
import { runMain } from '../run-main.ts';

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

// docs/api/protocol.md, net.md; spec/api-protocol-spec.ts
test('protocol.handle: answers, errors and streams, for main itself and for pages', async () => {
  const { facts, out } = await runMain(
    `protocol.registerSchemesAsPrivileged([
      { scheme: 'open', privileges: { standard: true, secure: true, supportFetchAPI: true, corsEnabled: true } },
      { scheme: 'own', privileges: { standard: true, secure: true, supportFetchAPI: true } }]);
    app.whenReady().then(async () => {
    const asked = [];
    const handler = async (request) => {
      const { pathname } = new URL(request.url);
      asked.push(request.method + ' ' + request.url);
      if (pathname === '/echo') return new Response(request.body);
      if (pathname === '/stream') return new Response(new ReadableStream({ start(c) { c.enqueue(new TextEncoder().encode('in ')); setTimeout(() => { c.enqueue(new TextEncoder().encode('parts')); c.close() }, 10) } }));
      if (pathname === '/error') return Response.error();
      if (pathname === '/throws') throw new Error('on purpose');
      if (pathname === '/odd') return { status: 'none' };
      if (pathname === '/moved') return new Response(null, { status: 302, headers: { location: '/plain' } });
      return new Response('<title>page</title>' + request.url, { headers: { 'content-type': 'text/html' } });
    };
    for (const scheme of ['open', 'own', 'loose']) protocol.handle(scheme, handler);
    const text = (url, init) => net.fetch(url, init).then((r) => r.text(), (error) => error.message);
    report('main', [await text('open://a/echo', { method: 'POST', body: 'sent' }), await text('open://a/stream'), await text('open://a/error'), await text('open://a/throws'), await text('open://a/odd'), await text('nobody://a/')]);
    asked.length = 0;
    for (const url of ['open://a', 'open://a:80/x', 'loose://', 'loose:///b', 'loose://c/:30']) await text(url);
    report('addresses', [...asked]);
    report('no host', await text('open://'));
    const window = new BrowserWindow({ show: false });
    const js = (code) => window.webContents.executeJavaScript(code);
    const server = createServer((request, response) => { response.setHeader('content-type', 'text/html'); response.end('<title>http</title>') });
    await window.loadURL(await listen(server));
    report('across', await js('fetch("open://a/echo", { method: "PUT", body: "b", headers: { "x-own": "1" } }).then((r) => r.text(), (e) => e.message)'));
    asked.length = 0;
    report('kept out', [await js('fetch("own://a/secret").then((r) => r.text(), (e) => e.name)'), asked.length]);
    await window.loadURL('open://a/moved');
    report('moved', window.webContents.getURL());
    report('upload', await js('fetch("/echo", { method: "POST", duplex: "half", body: new ReadableStream({ start(c) { c.enqueue(new TextEncoder().encode("streamed")); c.close() } }) }).then((r) => r.text())'));
    report('bytes', await js('fetch("/echo", { method: "POST", body: new Uint8Array([0, 255, 10]) }).then((r) => r.arrayBuffer()).then((b) => [...new Uint8Array(b)])'));
    await window.loadURL('loose://d/echo', { postData: [{ type: 'rawData', bytes: Buffer.from('a') }, { type: 'rawData', bytes: Buffer.from('b') }] });
    report('posted', await js('document.documentElement.textContent'));
    report('load', await failed(() => window.loadURL('open://a/throws')));
    protocol.handle('https', (request) => new Response('instead of ' + request.url));
    report('between', [await text('https://nowhere.invalid/'), protocol.isProtocolHandled('https')]);
    protocol.unhandle('https'); protocol.unhandle('loose');
    report('after', [protocol.isProtocolHandled('https'), protocol.isProtocolHandled('loose'), await text('loose://x/'), await failed(() => protocol.unhandle('loose'))]);
    app.exit(0); });`,
  );
  expect(facts, out).toMatchObject({
    main: [
      'sent',
      'in parts',
      'net::ERR_FAILED',
      'net::ERR_UNEXPECTED',
      'net::ERR_UNEXPECTED',
      'net::ERR_UNKNOWN_URL_SCHEME',
    ],
    addresses: ['GET open://a/', 'GET open://a/x', 'GET loose://', 'GET loose:///b', 'GET loose://c/:30'],
    'no host': 'Invalid URL',
    across: 'b',
    'kept out': ['TypeError', 0],
    moved: 'open://a/plain',
    upload: 'streamed',
    bytes: [0, 255, 10],
    posted: 'ab',
    load: "ERR_UNEXPECTED (-9) loading 'open://a/throws'",
    between: ['instead of https://nowhere.invalid/', true],
    after: [false, false, 'net::ERR_UNKNOWN_URL_SCHEME', 'Failed to unhandle protocol: loose'],
  });
});

// docs/api/protocol.md, the methods before protocol.handle
test('protocol: the older forms answer by a callback, once', async () => {
  const { facts, out } = await runMain(
    `app.whenReady().then(async () => {
    const text = (url, init) => net.fetch(url, init).then(async (r) => [r.status, await r.text()], (error) => error.message);
    report('first', [protocol.registerStringProtocol('a', (request, callback) => { callback({ data: request.method, mimeType: 'text/plain' }); callback('no') }), protocol.registerBufferProtocol('a', () => 0)]);
    report('text', await text('a://x/'));
    protocol.registerBufferProtocol('b', (request, callback) => callback({ statusCode: 201, data: request.uploadData[0].bytes }));
    report('bytes', await text('b://x/', { method: 'POST', body: 'body' }));
    protocol.registerFileProtocol('f', (request, callback) => callback(join(folder, request.url.slice(4))));
    report('file', [await text('f://page.html'), await text('f://none.html')]);
    protocol.registerStringProtocol('n', (request, callback) => callback(5));
    report('nothing', await text('n://x/'));
    report('is', [protocol.isProtocolRegistered('a'), protocol.isProtocolRegistered('z'), protocol.unregisterProtocol('a'), protocol.unregisterProtocol('a'), protocol.isProtocolIntercepted('http')]);
    app.exit(0); });`,
    { files: { 'page.html': 'from a file' } },
  );
  expect(facts, out).toMatchObject({
    first: [true, false],
    text: [200, 'GET'],
    bytes: [201, 'body'],
    file: [[200, 'from a file'], 'net::ERR_FILE_NOT_FOUND'],
    nothing: 'net::ERR_FAILED',
    is: [true, false, true, false, false],
  });
});

// docs/api/net.md, net.fetch; spec/api-net-custom-protocols-spec.ts
test('net.fetch: follows what a handler redirects to, as fetch does', async () => {
  const { facts, out } = await runMain(
    `protocol.registerSchemesAsPrivileged([{ scheme: 'own', privileges: { standard: true, supportFetchAPI: true } }]);
    app.whenReady().then(async () => {
    const to = { '/found': [302, '/end'], '/kept': [307, '/end'], '/away': [302, 'own://other/end'], '/file': [302, 'file:///etc/hostname'], '/round': [302, '/round'] };
    protocol.handle('own', async (request) => {
      const { host, pathname } = new URL(request.url);
      const [status, location] = to[pathname] ?? [];
      return status ? new Response(null, { status, headers: { location } }) : new Response(JSON.stringify([host, request.method, await request.text(), request.headers.get('authorization')]));
    });
    const ask = (path, init) => net.fetch('own://host' + path, init).then((response) => response.json());
    const post = { method: 'POST', body: 'sent', headers: { authorization: 'secret' } };
    report('followed', [await ask('/found', post), await ask('/kept', post), await ask('/away', { headers: { authorization: 'secret' } })]);
    report('manual', (await net.fetch('own://host/found', { redirect: 'manual' })).status);
    report('refused', [await failed(() => ask('/found', { redirect: 'error' })), await failed(() => ask('/file')), await failed(() => ask('/round'))]);
    app.exit(0); });`,
  );
  expect(facts, out).toMatchObject({
    followed: [
      ['host', 'GET', '', 'secret'],
      ['host', 'POST', 'sent', 'secret'],
      ['other', 'GET', '', null],
    ],
    manual: 302,
    refused: [
      "Attempted to redirect, but redirect policy was 'error'",
      expect.stringContaining('ERR_UNSAFE_REDIRECT'),
      expect.stringContaining('ERR_TOO_MANY_REDIRECTS'),
    ],
  });
});
