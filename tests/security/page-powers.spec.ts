import type { Page } from 'playwright-core';
import { expect, test } from '../support/test.ts';

/** What Chromium offers to a page, and what the window may answer: the words of a refusal, or that there is nothing like it. */
const refusals = ['NotAllowedError', 'SecurityError', 'InvalidStateError', 'TypeError', 'AbortError', 'none'];

/** Asks for each power of a page, as script in the window can. Returns each result, or the name of each refusal. */
const askForPowers = (page: Page): Promise<Record<string, unknown>> =>
  page.evaluate(`(async () => {
    const came = {};
    const attempt = async (name, run) => {
      const late = new Promise((done) => setTimeout(() => done('no answer'), 2_000));
      try { came[name] = await Promise.race([run(), late]); } catch (error) { came[name] = error.name; }
    };
    await attempt('full screen', () => document.documentElement.requestFullscreen().then(() => 'given'));
    await attempt('pointer lock', () => document.body.requestPointerLock().then(() => 'given'));
    await attempt('a window above all', () => self.documentPictureInPicture?.requestWindow().then(() => 'given') ?? 'none');
    await attempt('wake lock', () => navigator.wakeLock?.request('screen').then(() => 'given') ?? 'none');
    await attempt('screen', () => navigator.mediaDevices?.getDisplayMedia().then(() => 'given') ?? 'none');
    await attempt('fonts', () => self.queryLocalFonts?.().then(() => 'given') ?? 'none');
    await attempt('USB', () => navigator.usb?.requestDevice({ filters: [] }).then(() => 'given') ?? 'none');
    await attempt('serial', () => navigator.serial?.requestPort().then(() => 'given') ?? 'none');
    await attempt('HID', () => navigator.hid?.requestDevice({ filters: [] }).then(() => 'given') ?? 'none');
    await attempt('Bluetooth', () => navigator.bluetooth?.requestDevice({ acceptAllDevices: true }).then(() => 'given') ?? 'none');
    await attempt('a security key', () => navigator.credentials?.get({ publicKey: { challenge: new Uint8Array(8) } }).then(() => 'given') ?? 'none');
    await attempt('the clipboard', () => navigator.clipboard.writeText('mine').then(() => 'given'));
    return came;
  })()`) as Promise<Record<string, unknown>>;

test('script in the window shows no dialog of its own, prints nothing and gets no power of a page', async ({
  start,
}) => {
  const { page, control } = await start();
  const dialogs: string[] = [];
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.type());
    void dialog.dismiss().catch(() => undefined);
  });
  const said = await page.evaluate(`(() => {
    let printed = 0;
    addEventListener('beforeprint', () => printed++);
    const came = [alert('Type your passcode'), confirm('Type your passcode'), prompt('Type your passcode')];
    print();
    return { came, printed };
  })()`);
  expect(said).toEqual({ came: [undefined, false, null], printed: 0 });
  expect(dialogs).toEqual([]);
  const came = await askForPowers(page);
  expect(Object.keys(came)).toHaveLength(12);
  expect(Object.entries(came).filter(([, word]) => !refusals.includes(String(word)))).toEqual([]);
  expect(await control.windows()).toHaveLength(1);
});

test('a page that asks to stay is gone after the lock', async ({ start }) => {
  const app = await start();
  const { page } = app;
  // Chromium asks a page only after a person did something in it.
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.evaluate(`(() => {
    self.kept = true;
    addEventListener('beforeunload', (event) => { event.preventDefault(); event.returnValue = 'stay'; });
    onbeforeunload = () => 'stay';
  })()`);
  // Nobody answers, so a dialog that asked would keep the page.
  page.on('dialog', () => undefined);
  // The lock may end the script before it has answered.
  await page.evaluate('void keyturn.vault.lock()').catch(() => undefined);
  await expect(page.getByRole('heading', { name: 'Keyturn is locked' })).toBeVisible();
  // The earlier page may still say so for a moment before the new one comes.
  await expect.poll(() => page.evaluate('typeof self.kept').catch(() => 'loading')).toBe('undefined');
});

test.describe('script that gives the window another page', () => {
  for (const [name, act] of [
    ['about:blank', "location.href = 'about:blank'"],
    ['a page that is not there', "location.href = '/nothing'"],
    [
      'a page of its own',
      "location.href = URL.createObjectURL(new Blob(['<h1>Type your passcode'], { type: 'text/html' }))",
    ],
    [
      'about:blank, and from there a page of its own',
      "(() => { open('about:blank', '_self'); location.href = 'blob:null/x'; })()",
    ],
    ['a file of the app', "location.href = document.querySelector('script[src]').src"],
  ] as const) {
    test(`${name}: the app’s own page comes back`, async ({ start }) => {
      const { page, control } = await start();
      const url = page.url();
      await page.evaluate(act).catch(() => undefined);
      await expect.poll(() => page.url()).toBe(url);
      await expect(page.getByRole('button', { name: 'Add token' })).toBeVisible();
      expect(await page.getByText('Type your passcode').count()).toBe(0);
      expect(await control.windows()).toHaveLength(1);
    });
  }

  test('another address in the history: the lock shows the app’s own page', async ({ start }) => {
    const { page } = await start();
    const url = page.url();
    // A vault that is still opening does not lock.
    await expect(page.getByRole('button', { name: 'Add token' })).toBeVisible();
    await page
      .evaluate("history.replaceState(null, '', '/nothing'); void keyturn.vault.lock()")
      .catch(() => undefined);
    // The earlier page may show the lock too, for a moment before the new one comes.
    await expect.poll(() => page.url()).toBe(url);
    await expect(page.getByRole('heading', { name: 'Keyturn is locked' })).toBeVisible();
  });
});

test('no text becomes code in the window: no worker, no frame, no module, no handler', async ({ start }) => {
  const { page } = await start();
  const ran = await page.evaluate(`(async () => {
    const code = 'self.ran = (self.ran ?? 0) + 1; parent.ran = 1; postMessage?.(1)';
    const text = (type) => URL.createObjectURL(new Blob([code], { type }));
    const frameText = '<script>' + code + '</' + 'script>';
    const heard = [];
    const attempt = async (name, run) => {
      try { await run(); } catch { /* It is refused. */ }
      await new Promise((done) => setTimeout(done, 120));
      if (self.ran !== undefined) { heard.push(name); delete self.ran; }
    };
    const add = (name, attributes, inside = '') => {
      const element = document.createElement(name);
      for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
      if (inside !== '') element.append(inside);
      return document.body.appendChild(element);
    };
    const worker = (url, options) => new Promise((done) => {
      const one = new Worker(url, options);
      one.onmessage = () => { self.ran = 1; done(); };
      one.onerror = done;
      setTimeout(done, 1_000);
    });
    await attempt('blob worker', () => worker(text('text/javascript')));
    await attempt('data worker', () => worker('data:text/javascript,postMessage(1)'));
    await attempt('module worker', () => worker(text('text/javascript'), { type: 'module' }));
    await attempt('worker of the app', () => worker(document.querySelector('script[src]').src, { type: 'module' }));
    await attempt('shared worker', () => new SharedWorker(text('text/javascript')));
    await attempt('service worker', () => navigator.serviceWorker.register(text('text/javascript')));
    await attempt('worklet', () => CSS.paintWorklet.addModule(text('text/javascript')));
    await attempt('audio worklet', () => new AudioContext().audioWorklet.addModule(text('text/javascript')));
    await attempt('import of data', () => import('data:text/javascript,self.ran=1'));
    await attempt('import of a blob', () => import(text('text/javascript')));
    await attempt('script', () => add('script', {}, code));
    await attempt('module script', () => add('script', { type: 'module' }, code));
    await attempt('script of a blob', () => add('script', { src: text('text/javascript') }));
    await attempt('import map', () => add('script', { type: 'importmap' }, '{"imports":{"x":"data:text/javascript,self.ran=1"}}'));
    await attempt('import by the map', () => import('x'));
    await attempt('handler', () => add('button', { onclick: code }).click());
    await attempt('error handler', () => add('img', { src: 'data:,', onerror: code }));
    await attempt('javascript link', () => add('a', { href: 'javascript:' + code }).click());
    await attempt('javascript form', () => add('form', { action: 'javascript:' + code }).submit());
    await attempt('javascript frame', () => add('iframe', { src: 'javascript:' + code }));
    await attempt('srcdoc', () => add('iframe', { srcdoc: frameText }));
    await attempt('blob frame', () => add('iframe', { src: URL.createObjectURL(new Blob([frameText], { type: 'text/html' })) }));
    await attempt('data frame', () => add('iframe', { src: 'data:text/html,' + frameText }));
    await attempt('blank frame', () => add('iframe', {}).contentWindow.eval(code));
    await attempt('script in a blank frame', () => { const one = add('iframe', {}).contentDocument; one.body.append(Object.assign(one.createElement('script'), { textContent: code })); });
    await attempt('function of a blank frame', () => add('iframe', {}).contentWindow.Function(code)());
    await attempt('object', () => add('object', { data: 'data:text/html,' + frameText }));
    await attempt('embed', () => add('embed', { src: 'data:text/html,' + frameText }));
    await attempt('fenced frame', () => add('fencedframe', {}));
    await attempt('svg script', () => { const svg = document.body.appendChild(document.createElementNS('http://www.w3.org/2000/svg', 'svg')); svg.appendChild(document.createElementNS('http://www.w3.org/2000/svg', 'script')).append(code); });
    await attempt('svg handler', () => document.body.appendChild(document.createElementNS('http://www.w3.org/2000/svg', 'svg')).setAttribute('onload', code));
    await attempt('svg use', () => { const use = document.createElementNS('http://www.w3.org/2000/svg', 'use'); use.setAttribute('href', 'data:image/svg+xml,<svg id="x" onload="' + code + '"/>#x'); document.body.appendChild(document.createElementNS('http://www.w3.org/2000/svg', 'svg')).append(use); });
    await attempt('markup', () => document.body.insertAdjacentHTML('beforeend', '<img src=x onerror="ran=1">'));
    await attempt('unsafe markup', () => document.body.setHTMLUnsafe('<img src=x onerror="ran=1">'));
    await attempt('range', () => document.body.append(document.createRange().createContextualFragment(frameText)));
    await attempt('document.write', () => document.write(frameText));
    await attempt('parsed document', () => document.body.append(document.adoptNode(new DOMParser().parseFromString(frameText, 'text/html').querySelector('script'))));
    await attempt('text of a timer', () => setTimeout(code));
    await attempt('eval', () => (0, eval)(code));
    await attempt('Function', () => new Function(code)());
    await attempt('async Function', () => Object.getPrototypeOf(async () => {}).constructor(code)());
    await attempt('WebAssembly', () => WebAssembly.compile(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])).then(() => { self.ran = 1; }));
    await attempt('base', () => { add('base', { href: 'https://example.com/' }); if (document.baseURI.includes('example')) self.ran = 1; });
    return heard;
  })()`);
  expect(ran).toEqual([]);
});
