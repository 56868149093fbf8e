import { expect, test } from '@playwright/test';
import { runMain } from '../run-main.ts';
import { open, page } from './in-page.ts';

// docs/api/ipc-renderer.md, ipc-main.md; lib/browser/ipc-main-impl.ts
test('ipc: structured clone both ways, errors wrapped, handlers guarded, frames named', async () => {
  const { facts, out } = await runMain(
    `app.whenReady().then(async () => { ${open}
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
      ['plain', 'api.plain()'], ['plain only', 'api.plainOnly()'], ['cycle', 'api.cycle()'], ['boom', 'api.invoke("boom").catch((e) => e.message)'], ['missing', 'api.invoke("nothing").catch((e) => e.message)'],
      ['function', 'api.cannot().catch((e) => e.message)'], ['answer', 'api.invoke("unclonable").catch((e) => e.message)'],
      ['frame', 'api.invoke("frame")'], ['once', 'api.invoke("once")'], ['twice', 'api.invoke("once").catch((e) => e.message)'], ['reply', 'api.ping(41)'],
    ]) report(name, await js(code).catch((error) => 'rejected: ' + error.message));
    report('send', [await failed(() => window.webContents.send('x', () => 1)), await failed(() => window.webContents.mainFrame.send('x', () => 1)), await failed(() => window.webContents.send())]);
    ipcMain.once('listening', () => window.webContents.send('tell', { a: [1n] }));
    const told = js('api.next()');
    report('told', String((await told).a[0]));
    app.exit(0); });`,
    {
      preload: `
      const { contextBridge, ipcRenderer } = require('electron');
      contextBridge.exposeInMainWorld('api', {
        invoke: (channel, ...args) => ipcRenderer.invoke(channel, ...args),
        cycle: async () => { const a = {}; a.a = a; const [b] = await ipcRenderer.invoke('echo', a); return b.a === b },
        plain: async () => {
          const twice = {};
          const own = JSON.parse('{"__proto__":{"a":1}}');
          const [list, same, kept, text, gap, tag, undef] = await ipcRenderer.invoke('echo', [{ t: 'j', n: [1, 'a', null, true] }], [twice, twice], own, { toJSON: 'x', a: 1 }, [1, , 3], { t: 'u' }, { a: undefined });
          return [list[0].t, list[0].n.join(), same[0] === same[1], Object.hasOwn(kept, '__proto__'), text.toJSON, 1 in gap, tag.t, Object.hasOwn(undef, 'a')];
        },
        plainOnly: () => ipcRenderer.invoke('echo', { t: 'j', v: [{ t: 'a' }], '': null }).then(([one]) => JSON.stringify(one)),
        cannot: () => ipcRenderer.invoke('echo', () => 1),
        ping: (n) => new Promise((resolve) => { ipcRenderer.once('pong', (event, m) => resolve(m)); ipcRenderer.send('ping', n) }),
        next: () => new Promise((resolve) => { ipcRenderer.once('tell', (event, value) => resolve(value)); ipcRenderer.send('listening') }),
      });`,
    },
  );
  expect(facts, out).toMatchObject({
    'second handler': "Attempted to register a second handler for 'echo'",
    'no function': "Expected handler to be a function, but found type 'number'",
    // The bridge copies arrays by element, so the hole is one no more.
    clone: [true, null, true, true, true, 5, true, 2, '/a/gi', true],
    plain: ['j', '1,a,,true', true, true, 'x', false, 'u', true],
    'plain only': '{"t":"j","v":[{"t":"a"}],"":null}',
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
  // lib/browser/api/web-frame-main.ts: told on the console, not to the caller.
  expect(facts.send).toEqual(['did not fail', 'did not fail', 'Missing required channel argument']);
  expect(out).toContain('Error sending from webFrameMain');
  expect((facts.frame as unknown[])[0]).toContain('data:text/html');
  expect((facts.frame as unknown[]).slice(2)).toEqual([null, true]);
});

// docs/api/ipc-renderer.md, ipc-main.md, web-frame-main.md; spec/api-ipc-spec.ts
test('ipc: listeners in order, answers at once, handlers taken away, senders by url and origin', async () => {
  const { facts, out } = await runMain(
    `protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true } }]);
    app.whenReady().then(async () => { ${open}
    protocol.handle('app', () => new Response('<title>a</title>', { headers: { 'content-type': 'text/html' } }));
    report('names', [ipcMain.eventNames(), ipcMain.listenerCount('x')]);
    ipcMain.removeAllListeners();
    const seen = [];
    const { mainFrame } = window.webContents;
    mainFrame.ipc.on('say', (event, n) => seen.push('frame ' + n));
    window.webContents.ipc.on('say', (event, n) => seen.push('contents ' + n));
    ipcMain.on('say', (event, n) => seen.push('main ' + n));
    ipcMain.on('say sync', (event, n) => { seen.push('sync ' + n); event.returnValue = { n: [n, new Map([[1, 2n]])] }; event.returnValue = 'too late'; });
    ipcMain.handle('where', (event) => [event.senderFrame.url, event.senderFrame.origin, event.senderFrame === mainFrame, event.senderFrame.frameToken === mainFrame.frameToken, event.sender === window.webContents]);
    mainFrame.ipc.handle('whose', () => 'frame'); ipcMain.handle('whose', () => 'main');
    ipcMain.handle('gone', () => 1); ipcMain.removeHandler('gone');
    await window.loadURL('app://bundle/a.html?b=1');
    report('order', [await js('api.order()'), seen]);
    report('sync', await js('(() => { const { n } = api.sync(7); return [n[0], n[1].get(1) === 2n] })()'));
    report('nobody', await js('api.nobody()'));
    report('where', await js('api.invoke("where")'));
    report('whose', await js('api.invoke("whose")')); mainFrame.ipc.removeHandler('whose'); report('then whose', await js('api.invoke("whose")'));
    report('gone', await js('api.invoke("gone").catch((e) => e.message)'));
    ipcMain.emit('say', {}, 'by hand'); report('emitted', seen.at(-1));
    report('refused', [await failed(() => window.webContents.send(5)), await js('api.refused()')]);
    app.exit(0); });`,
    {
      preload: `
      const { contextBridge, ipcRenderer } = require('electron');
      const failing = (run) => { try { run(); return 'sent' } catch (e) { return e.message } };
      contextBridge.exposeInMainWorld('api', {
        invoke: (channel, ...args) => ipcRenderer.invoke(channel, ...args),
        order: () => { ipcRenderer.send('say', 1); ipcRenderer.sendSync('say sync', 2); ipcRenderer.send('say', 3); ipcRenderer.sendSync('say sync', 4); return 'done' },
        sync: (n) => ipcRenderer.sendSync('say sync', n), nobody: () => ipcRenderer.sendSync('nobody'),
        refused: () => [failing(() => ipcRenderer.send('say', () => 1)), failing(() => ipcRenderer.send('say', document.location))],
      });`,
    },
  );
  expect(facts, out).toMatchObject({
    names: [['error'], 0],
    order: [
      'done',
      ['frame 1', 'contents 1', 'main 1', 'sync 2', 'frame 3', 'contents 3', 'main 3', 'sync 4'],
    ],
    sync: [7, true],
    nobody: { error: 'reply was never sent' },
    where: ['app://bundle/a.html?b=1', 'app://bundle', true, true, true],
    whose: 'frame',
    'then whose': 'main',
    gone: "Error invoking remote method 'gone': Error: No handler registered for 'gone'",
    emitted: 'main by hand',
    refused: [expect.any(String), ['An object could not be cloned.', 'An object could not be cloned.']],
  });
  expect((facts.refused as unknown[])[0]).not.toBe('did not fail');
});

// docs/api/message-port-main.md, message-channel-main.md; docs/tutorial/message-ports.md
test('MessagePorts: between main and a page, both ways, and through other ports', async () => {
  const { facts, out } = await runMain(
    `import { once } from 'node:events';
    app.whenReady().then(async () => { ${open}
    await window.loadURL(${JSON.stringify(page)});
    const asked = once(ipcMain, 'port');
    await js('api.give()');
    const [event, message] = await asked;
    const [port] = event.ports;
    port.start(); port.postMessage(42);
    const [doubled] = await once(port, 'message');
    report('from page', [message, event.ports.length, doubled.data]);
    const { port1, port2 } = new MessageChannelMain();
    const told = once(ipcMain, 'told');
    window.webContents.postMessage('take', 'here', [port2]);
    const inner = new MessageChannelMain();
    port1.postMessage({ big: 1n }, [inner.port2]); inner.port1.postMessage('through');
    report('to page', (await told)[1]);
    const closed = once(ipcMain, 'closed'); port1.close(); report('closed', (await closed).length > 0);
    report('within', await new Promise((resolve) => { const { port1: a, port2: b } = new MessageChannelMain(); b.postMessage('hello'); a.on('message', ({ data }) => resolve(data)); a.start(); }));
    report('refused', [await failed(() => port1.postMessage(null, [new ArrayBuffer(1)])), await failed(() => { const c = new MessageChannelMain(); c.port1.postMessage(null, [c.port1]) }), await failed(() => window.webContents.postMessage('take', 1, [null])), await js('api.bad()')]);
    app.exit(0); });`,
    {
      preload: `
      const { contextBridge, ipcRenderer } = require('electron');
      ipcRenderer.on('take', (event, text) => {
        const [port] = event.ports;
        port.onmessage = ({ data, ports: [more] }) => { more.onmessage = (last) => ipcRenderer.send('told', [text, data.big === 1n, last.data]) };
        port.onclose = () => ipcRenderer.send('closed');
      });
      contextBridge.exposeInMainWorld('api', {
        give: () => { const { port1, port2 } = new MessageChannel(); port2.onmessage = ({ data }) => port2.postMessage(data * 2); ipcRenderer.postMessage('port', 'hi', [port1]) },
        bad: () => { try { ipcRenderer.postMessage('port', '', [new ArrayBuffer(1)]) } catch (e) { return e.message } },
      });`,
    },
  );
  expect(facts, out).toMatchObject({
    'from page': ['hi', 1, 84],
    'to page': ['here', true, 'through'],
    closed: true,
    within: 'hello',
  });
  expect((facts.refused as string[]).map((one) => one.replace(/^.*: /, ''))).toEqual([
    expect.stringContaining('Port at index 0 is not a valid port'),
    expect.stringContaining('Port at index 0 contains the source port.'),
    expect.stringContaining('Invalid value for transfer'),
    expect.stringContaining('Invalid value for transfer'),
  ]);
});
