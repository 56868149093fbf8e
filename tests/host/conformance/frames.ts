import { expect, test } from '@playwright/test';
import { runMain } from '../run-main.ts';
import { open } from './in-page.ts';

// docs/api/web-frame-main.md, docs/api/structures/ipc-main-event.md; shell/browser/api/electron_api_web_frame_main.cc
test('frames: origins, subtrees, code run in one, and a sender that has gone', async () => {
  const { facts, out } = await runMain(
    `app.whenReady().then(async () => { ${open}
    const { webContents } = window; const { mainFrame } = webContents;
    await window.loadFile(join(folder, 'outer.html'));
    report('file', [mainFrame.origin, webContents.getURL().startsWith('file:///')]);
    report('subtree', mainFrame.framesInSubtree.map((frame) => frame.url.replace(/.*\\//, '')));
    report('plain', [await mainFrame.executeJavaScript('undefined'), await mainFrame.executeJavaScript('Promise.resolve({ a: [1] })')]);
    report('rejected', await Promise.all(['nothing.here', 'Promise.reject(new TypeError("bad"))', 'Promise.reject("word")'].map((code) => mainFrame.executeJavaScript(code).then(() => 'fulfilled', (reason) => reason))));
    report('gesture', await failed(() => mainFrame.executeJavaScript('1', 'yes')));
    const read = new Promise((resolve) => mainFrame.once('dom-ready', (event) => resolve(typeof event.preventDefault)));
    report('reload', [mainFrame.reload(), await read]);
    const server = createServer((request, response) => response.setHeader('content-type', 'text/html').end('<title>t</title>'));
    const url = await listen(server);
    const asked = new Promise((resolve) => ipcMain.once('here', (event) => resolve(event)));
    await window.loadURL(url + '/');
    const event = await asked;
    report('here', [event.senderFrame === mainFrame, event.senderFrame.origin === url]);
    await window.loadURL(url.replace('127.0.0.1', 'localhost') + '/');
    report('elsewhere', [event.senderFrame, webContents.mainFrame === mainFrame, mainFrame.origin === url.replace('127.0.0.1', 'localhost')]);
    window.destroy();
    report('gone', [await failed(() => mainFrame.url), mainFrame.isDestroyed(), await failed(() => mainFrame.send('x'))]);
    app.exit(0); });`,
    {
      preload: `require('electron').ipcRenderer.send(location.protocol === 'http:' ? 'here' : 'file')`,
      files: {
        'outer.html': '<iframe src="inner.html"></iframe>',
        'inner.html': '<iframe src="leaf.html"></iframe>',
        'leaf.html': 'x',
      },
    },
  );
  expect(facts, out).toMatchObject({
    file: ['file://', true],
    subtree: ['outer.html', 'inner.html', 'leaf.html'],
    plain: [null, { a: [1] }],
    rejected: ['ReferenceError: nothing is not defined', 'TypeError: bad', 'word'],
    gesture: 'userGesture must be a boolean',
    reload: [true, 'function'],
    here: [true, true],
    elsewhere: [null, true, true],
    gone: ['Render frame was disposed before WebFrameMain could be accessed', true, 'did not fail'],
  });
});
