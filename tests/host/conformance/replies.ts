import { expect, test } from '@playwright/test';
import { runMain } from '../run-main.ts';
import { open, page } from './in-page.ts';

/** Collects garbage now, as often as a chain of promises needs. */
const collect = `
const { setFlagsFromString } = await import('node:v8'); const { runInNewContext } = await import('node:vm');
setFlagsFromString('--expose_gc'); const gc = runInNewContext('gc');
const collect = async () => { for (let n = 0; n < 6; n++) { gc(); await new Promise((resolve) => setTimeout(resolve, 20)) } };
`;

// shell/common/gin_helper/reply_channel.cc, EnsureReplySent; spec/api-ipc-spec.ts, "if the reply callback is dropped"
test('ipc: a reply that nobody can send any more is an error of its own; one that is kept is waited for', async () => {
  const { facts, out } = await runMain(
    `${collect}
    app.whenReady().then(async () => { ${open}
    const kept = [];
    ipcMain.handle('never', () => new Promise(() => undefined));
    ipcMain.handle('never in the end', async () => { await new Promise(() => undefined); return 1 });
    ipcMain.handle('never, by a thenable', () => ({ then() {} }));
    ipcMain.handleOnce('never once', () => new Promise(() => undefined));
    ipcMain.handle('later', () => new Promise((resolve) => kept.push(resolve)));
    ipcMain.handle('later, by a thenable', () => ({ then(resolve) { kept.push(resolve) } }));
    ipcMain.handle('nothing', () => undefined);
    await window.loadURL(${JSON.stringify(page)});
    for (const channel of ['never', 'never in the end', 'never, by a thenable', 'never once']) {
      const asked = js('api.invoke(' + JSON.stringify(channel) + ')');
      let done = false; void asked.finally(() => { done = true });
      await until(async () => { await collect(); return done });
      report(channel, await asked);
    }
    for (const channel of ['later', 'later, by a thenable']) {
      const asked = js('api.invoke(' + JSON.stringify(channel) + ')');
      await until(() => kept.length > 0); await collect(); kept.shift()('kept'); report(channel, await asked);
    }
    report('nothing', await js('api.invoke("nothing")'));
    app.exit(0); });`,
    {
      preload: `
      const { contextBridge, ipcRenderer } = require('electron');
      contextBridge.exposeInMainWorld('api', { invoke: (channel) => ipcRenderer.invoke(channel).then((value) => ['answered', value ?? null], (error) => error.message) });`,
    },
  );
  const dropped = (channel: string) => `Error invoking remote method '${channel}': reply was never sent`;
  expect(facts, out).toEqual({
    never: dropped('never'),
    'never in the end': dropped('never in the end'),
    'never, by a thenable': dropped('never, by a thenable'),
    'never once': dropped('never once'),
    later: ['answered', 'kept'],
    'later, by a thenable': ['answered', 'kept'],
    nothing: ['answered', null],
  });
});

// the same; lib/browser/ipc-dispatch.ts, addReturnValueToEvent
test('ipc: sendSync ends when its event is dropped, and waits while somebody holds it', async () => {
  const { facts, out } = await runMain(
    `${collect}
    app.whenReady().then(async () => { ${open}
    ipcMain.on('dropped', () => undefined);
    ipcMain.on('held', (event) => setTimeout(() => { event.returnValue = 'in the end' }, 200));
    ipcMain.on('undefined', (event) => { event.returnValue = undefined });
    await window.loadURL(${JSON.stringify(page)});
    for (const channel of ['dropped', 'held', 'undefined']) {
      const asked = js('api.sync(' + JSON.stringify(channel) + ')');
      let done = false; void asked.finally(() => { done = true });
      await until(async () => { await collect(); return done });
      report(channel, await asked);
    }
    app.exit(0); });`,
    {
      preload: `
      const { contextBridge, ipcRenderer } = require('electron');
      contextBridge.exposeInMainWorld('api', { sync: (channel) => ipcRenderer.sendSync(channel) ?? 'nothing' });`,
    },
  );
  expect(facts, out).toEqual({
    dropped: { error: 'reply was never sent' },
    held: 'in the end',
    undefined: 'nothing',
  });
});

// docs/api/web-frame-main.md, docs/api/structures/ipc-main-invoke-event.md; spec/api-web-frame-main-spec.ts; the reply goes by a pipe of the
// document that asked (shell/renderer/api/electron_api_ipc_renderer.cc), so no other document can get it.
test('ipc: an answer to a document that is gone reaches nobody, and breaks nothing', async () => {
  const { facts, out } = await runMain(
    `process.on('unhandledRejection', (reason) => report('unhandled', String(reason)));
    app.whenReady().then(async () => {
    const window = new BrowserWindow({ show: false, webPreferences: { preload, nodeIntegrationInSubFrames: true } });
    const js = (code) => window.webContents.executeJavaScript(code);
    const held = [];
    ipcMain.handle('hold', (event, name) => new Promise((resolve, reject) => held.push({ name, event, resolve, reject })));
    const asked = (name) => until(() => held.some((one) => one.name === name));
    const take = (name) => held.splice(held.findIndex((one) => one.name === name), 1)[0];
    const url = await listen(createServer((request, response) => response.setHeader('content-type', 'text/html').end('<title>t</title><body>')));
    const begin = (name) => js('api.begin(' + JSON.stringify(name) + ')');
    for (const [how, go] of [
      ['reload', () => { const read = new Promise((resolve) => window.webContents.once('did-finish-load', resolve)); window.webContents.reload(); return read }],
      ['navigation', () => window.loadURL(url + '/again')],
      ['other site', () => window.loadURL(url.replace('127.0.0.1', 'localhost') + '/')],
    ]) {
      await window.loadURL(url + '/');
      await begin('old'); await asked('old');
      await go();
      await begin('new'); await asked('new');
      const old = take('old');
      // Both are the first call of their document.
      old.resolve('of the old one');
      await new Promise((resolve) => setTimeout(resolve, 100));
      const before = await js('api.list()');
      take('new').resolve('of the new one');
      await until(async () => (await js('api.list()')).length > 0);
      report(how, [before, await js('api.list()'), await failed(() => old.event.reply?.('x'))]);
    }
    // A frame that is taken away.
    await window.loadURL(url + '/');
    await js('new Promise((resolve) => { const f = document.createElement("iframe"); f.src = "/frame"; f.onload = () => resolve(1); document.body.append(f) })');
    const frame = window.webContents.mainFrame.frames[0];
    await frame.executeJavaScript('api.begin("framed")'); await asked('framed');
    const framed = take('framed');
    const before = framed.event.senderFrame?.parent === window.webContents.mainFrame;
    await js('document.querySelector("iframe").remove()');
    await until(() => window.webContents.mainFrame.frames.length === 0);
    framed.resolve('to nobody');
    report('frame', [before, framed.event.senderFrame, await js('api.list()')]);
    // A window that is destroyed.
    await begin('last'); await asked('last');
    const last = take('last'); const { webContents } = window;
    window.destroy();
    last.reject(new Error('after the end'));
    await new Promise((resolve) => setTimeout(resolve, 100));
    report('window', [last.event.senderFrame, webContents.isDestroyed()]);
    app.exit(0); });
    app.on('window-all-closed', () => undefined);`,
    {
      preload: `
      const { contextBridge, ipcRenderer } = require('electron');
      const got = [];
      contextBridge.exposeInMainWorld('api', {
        begin: (name) => { void ipcRenderer.invoke('hold', name).then((value) => got.push(value), (error) => got.push(error.message)) },
        list: () => got,
      });`,
    },
  );
  expect(facts, out).toEqual({
    reload: [[], ['of the new one'], 'did not fail'],
    navigation: [[], ['of the new one'], 'did not fail'],
    'other site': [[], ['of the new one'], 'did not fail'],
    frame: [true, null, []],
    window: [null, true],
  });
});
