import { expect, test } from '@playwright/test';
import { runMain } from '../run-main.ts';

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
    await until(() => seen.length === 2);
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

test('navigation: will-redirect is preventable; an allowed window opens; a handler must answer with an object', async () => {
  const { facts, out } = await runMain(
    `app.whenReady().then(async () => {
    const server = createServer((request, response) => {
      if (request.url === '/away') response.writeHead(302, { location: '/there' }).end();
      else { response.setHeader('content-type', 'text/html'); response.end('<title>' + request.url + '</title>') }
    });
    const url = await listen(server);
    const window = new BrowserWindow({ show: false });
    const { webContents } = window;
    const seen = [];
    for (const name of ['will-navigate', 'will-redirect', 'did-redirect-navigation', 'did-navigate', 'did-finish-load'])
      webContents.on(name, (event) => seen.push(name));
    await window.loadURL(url + '/away');
    report('followed', [webContents.getTitle(), [...seen]]);
    webContents.once('will-redirect', (event) => event.preventDefault());
    report('stopped', await failed(() => window.loadURL(url + '/away')));
    report('stays', webContents.getURL() === url + '/there');
    seen.length = 0;
    const navigated = new Promise((resolve) => webContents.once('did-finish-load', resolve));
    await webContents.executeJavaScript('location.href = "/next"; 1'); await navigated;
    report('by page', [...seen]);
    webContents.setWindowOpenHandler(({ url, frameName, disposition }) => url.endsWith('/yes') ? { action: 'allow', overrideBrowserWindowOptions: { show: false } } : url.endsWith('/odd') ? 'yes' : { action: 'deny' });
    const made = new Promise((resolve) => app.once('browser-window-created', (event, made) => resolve(made)));
    await webContents.executeJavaScript('window.open("/no"); window.open("/odd"); window.open("/yes"); 1', true);
    const other = await made;
    await new Promise((resolve) => other.webContents.once('did-finish-load', resolve));
    report('windows', BrowserWindow.getAllWindows().map((one) => one.webContents.getTitle()).sort());
    app.exit(0); });`,
  );
  expect(facts, out).toMatchObject({
    followed: ['/there', ['will-redirect', 'did-redirect-navigation', 'did-navigate', 'did-finish-load']],
    stays: true,
    'by page': ['will-navigate', 'did-navigate', 'did-finish-load'],
    windows: ['/next', '/yes'],
  });
  expect(facts.stopped).toMatch(/^ERR_(FAILED|ABORTED) \(-[23]\) loading '/);
});

// docs/api/web-contents.md; shell/browser/electron_navigation_throttle.cc, shell/browser/api/electron_api_web_contents.cc
test('navigation: events have an Event first, their details in order, and the status of the answer', async () => {
  const { facts, out } = await runMain(
    `app.whenReady().then(async () => {
    const server = createServer((request, response) => response.writeHead(request.url === '/odd' ? 404 : 200, { 'content-type': 'text/html' }).end('<title>t</title>'));
    const url = await listen(server);
    const window = new BrowserWindow({ show: false });
    const { webContents } = window; const seen = [];
    const watched = ['did-start-navigation', 'will-frame-navigate', 'will-navigate', 'did-frame-navigate', 'did-navigate', 'dom-ready', 'did-finish-load', 'did-fail-load'];
    for (const name of watched) webContents.on(name, (event, ...rest) => seen.push([name, typeof event.preventDefault, ...rest]));
    const names = () => seen.splice(0).map(([name]) => name);
    await window.loadURL(url + '/odd');
    const [event] = seen.filter(([name]) => name === 'did-frame-navigate');
    report('status', [event.slice(1, 6), seen.find(([name]) => name === 'did-navigate').slice(1)]);
    report('events', seen.every(([, type]) => type === 'function'));
    report('by main', names());
    await window.loadURL('about:blank');
    report('no answer', seen.find(([name]) => name === 'did-navigate').slice(2)); seen.length = 0;
    await window.loadURL(url + '/'); seen.length = 0;
    const gone = () => webContents.executeJavaScript('location.href = "/next"; 1');
    webContents.once('will-frame-navigate', (event) => event.preventDefault());
    await gone(); await until(() => seen.length > 0); report('frame stopped', names());
    let details; webContents.once('will-navigate', (event) => { const { url, isMainFrame, isSameDocument, frame } = event; details = [url, isMainFrame, isSameDocument, frame === webContents.mainFrame]; event.preventDefault(); });
    await gone(); await until(() => seen.length > 1); report('page stopped', [details, seen.find(([name]) => name === 'will-navigate').slice(2, 5), names()]);
    report('unfit', [await failed(() => window.loadURL('http://example:port')), seen.splice(0).map(([name, , ...rest]) => [name, ...rest])]);
    webContents.removeAllListeners('did-fail-load');
    const inFrame = new Promise((resolve) => webContents.once('did-fail-load', (event, ...rest) => resolve(rest.slice(0, 4))));
    await window.loadFile(join(folder, 'outer.html')); report('in a frame', (await inFrame).map((one) => String(one).split('/').at(-1)));
    report('url', url);
    app.exit(0); });`,
    { files: { 'outer.html': '<iframe src="nothing.html"></iframe>' } },
  );
  const url = String(facts.url);
  expect(facts, out).toMatchObject({
    status: [
      ['function', `${url}/odd`, 404, 'Not Found', true],
      ['function', `${url}/odd`, 404, 'Not Found'],
    ],
    events: true,
    'by main': ['did-start-navigation', 'did-frame-navigate', 'did-navigate', 'dom-ready', 'did-finish-load'],
    'no answer': ['about:blank', -1, ''],
    'frame stopped': ['will-frame-navigate'],
    'page stopped': [
      [`${url}/next`, true, false, true],
      [`${url}/next`, false, true],
      ['will-frame-navigate', 'will-navigate'],
    ],
    'in a frame': ['-6', 'ERR_FILE_NOT_FOUND', 'nothing.html', 'false'],
    unfit: [
      "ERR_INVALID_URL (-300) loading 'http://example:port'",
      [['did-fail-load', -300, 'ERR_INVALID_URL', 'http://example:port', true]],
    ],
  });
});
