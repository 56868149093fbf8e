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
