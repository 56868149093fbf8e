import { methods } from '../../src/shared/contract/methods.ts';
import { expect, test } from '../support/test.ts';

test('the bridge is the table, frozen, and nothing of Electron or Node is on the page', async ({ start }) => {
  const { page } = await start();
  const seen = await page.evaluate(`(() => ({
    surface: Object.fromEntries(Object.entries(keyturn).map(([name, part]) => [name, Object.keys(part)])),
    frozen: Object.isFrozen(keyturn) && Object.values(keyturn).every(Object.isFrozen),
    strangers: ['require', 'process', 'module', 'Buffer', 'global', 'electron', 'ipcRenderer'].filter((name) => name in window),
  }))()`);
  const { surface, frozen, strangers } = seen as {
    surface: Record<string, string[]>;
    frozen: boolean;
    strangers: string[];
  };
  const { events, ...features } = surface;
  expect(features).toEqual(
    Object.fromEntries(Object.entries(methods).map(([name, table]) => [name, Object.keys(table)])),
  );
  expect(events?.length).toBeGreaterThan(5);
  expect(frozen).toBe(true);
  expect(strangers).toEqual([]);
});

test('the content security policy holds: no eval, no inline, no connection, no frame, no form', async ({
  start,
}) => {
  const { page } = await start();
  const tried = await page.evaluate(`(async () => {
    const out = {};
    const broken = [];
    document.addEventListener('securitypolicyviolation', (event) => broken.push(event.effectiveDirective));
    await new Promise((done) => setTimeout(() => { try { new Function('return 1')(); out.eval = 'ran'; } catch { out.eval = 'blocked'; } done(); }));
    try { await fetch('https://example.com/'); out.fetch = 'sent'; } catch { out.fetch = 'blocked'; }
    try { document.body.insertAdjacentHTML('beforeend', '<i></i>'); out.html = 'written'; } catch { out.html = 'blocked'; }
    for (const name of ['default', 'own']) try { trustedTypes.createPolicy(name, { createHTML: (text) => text }); out[name] = 'made'; } catch { out[name] = 'blocked'; }
    const style = document.createElement('style');
    style.textContent = 'body { outline: 9px solid red }';
    document.head.append(style);
    const frame = document.createElement('iframe');
    frame.src = 'https://example.com/';
    document.body.append(frame);
    // Another process reports the frame's violation, and it may take a moment.
    for (let tries = 0; tries < 100 && !broken.includes('frame-src'); tries++) await new Promise((done) => setTimeout(done, 50));
    out.outline = getComputedStyle(document.body).outlineWidth;
    out.broken = [...new Set(broken)].sort();
    return out;
  })()`);
  expect(tried).toMatchObject({
    eval: 'blocked',
    fetch: 'blocked',
    html: 'blocked',
    default: 'blocked',
    own: 'blocked',
  });
  expect((tried as { outline: string }).outline).not.toBe('9px');
  expect((tried as { broken: string[] }).broken).toEqual(
    expect.arrayContaining(['connect-src', 'frame-src', 'style-src-elem']),
  );
});

test('the app itself does not violate its own policy', async ({ start, fake }) => {
  const app = await start();
  const complaints: string[] = [];
  // Chromium says this of every page with both words. It means a frame that removes the attribute from its own element; this page has no parent.
  const ofFrames = 'An iframe which has both allow-scripts and allow-same-origin';
  app.page.on('console', (message) => {
    const text = message.text();
    if (['error', 'warning'].includes(message.type()) && !text.startsWith(ofFrames)) complaints.push(text);
  });
  app.page.on('pageerror', (error) => complaints.push(error.message));
  await app.page.reload();
  await app.page.getByRole('button', { name: 'Add token' }).click();
  await app.page.getByLabel('Org URL').fill(fake.org('acme').origin);
  await app.page.getByRole('button', { name: 'Continue' }).click();
  await app.page.getByRole('button', { name: 'Open Admin Console' }).waitFor();
  await app.page.keyboard.press('Escape');
  await app.page.getByRole('button', { name: 'Discard' }).click();
  await app.page.getByRole('button', { name: 'Settings' }).click();
  await app.page.getByRole('button', { name: 'Activity' }).click();
  expect(complaints).toEqual([]);
});

test('nothing leads out of the app: no navigation, no window, no permission', async ({ start }) => {
  const { page, control } = await start();
  const url = page.url();
  const windows = (await control.windows()).length;
  expect(await page.evaluate("window.open('https://example.com/')")).toBeNull();
  for (const act of [
    "location.href = 'https://example.com/'",
    "location.assign('file:///etc/passwd')",
    "(() => { const a = document.createElement('a'); a.href = 'https://example.com/'; a.target = '_blank'; document.body.append(a); a.click(); })()",
    "(() => { const f = document.createElement('form'); f.action = 'https://example.com/'; document.body.append(f); f.submit(); })()",
  ]) {
    await page.evaluate(act).catch(() => undefined);
    await page.waitForTimeout(150);
    expect(page.url()).toBe(url);
  }
  expect(await control.windows()).toHaveLength(windows);
  expect(await control.opened()).toEqual([]);
  const states = await page.evaluate(
    "Promise.all(['geolocation', 'notifications', 'camera', 'microphone', 'clipboard-read', 'midi'].map(async (name) => (await navigator.permissions.query({ name })).state))",
  );
  expect(states).toEqual(Array(6).fill('denied'));
});

test('a call from another frame is refused, and odd requests are answered with a code', async ({ start }) => {
  const { page } = await start();
  const odd = await page.evaluate(`Promise.all([
    keyturn.tokens.copy({ tokenId: 'x', as: 'value' }),
    keyturn.tokens.copy(),
    keyturn.settings.set({ change: { extraCaFile: '/etc/passwd' } }),
    keyturn.wizard.captureTyped({ draftId: crypto.randomUUID(), value: 'x'.repeat(5000) }),
    keyturn.app.openDoc({ doc: 'https://evil.example' }),
    keyturn.wizard.test({ draftId: crypto.randomUUID() }),
  ])`);
  expect(
    (odd as { ok: boolean; error: { code: string } }[]).map(({ ok, error }) => [ok, error?.code]),
  ).toEqual([
    [false, 'bad-request'],
    [false, 'bad-request'],
    [false, 'bad-request'],
    [false, 'bad-request'],
    [false, 'bad-request'],
    [false, 'not-found'],
  ]);
});
