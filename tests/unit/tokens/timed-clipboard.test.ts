import { beforeEach, expect, it } from 'vitest';
import { clearAfterMs, TimedClipboard } from '../../../src/main/features/tokens/timed-clipboard.ts';
import { MemoryClipboard } from '../main/memory-clipboard.ts';
import { codeOf } from '../main/samples.ts';
import { HandClock } from '../vault/memory-keyring.ts';

let clipboard: MemoryClipboard;
let clock: HandClock;
let cleared: string[];
let copied: TimedClipboard;
beforeEach(() => {
  clipboard = new MemoryClipboard();
  clock = new HandClock();
  cleared = [];
  copied = new TimedClipboard(clipboard, clock, (because) => cleared.push(because));
});
/** Resolves when the work of the timer is over. */
const settled = () => new Promise((resolve) => setImmediate(resolve));

it('clears its copy when the time is over and not before, and says when that will be', async () => {
  expect(await copied.copy('a value')).toBe(clock.now() + clearAfterMs);
  clock.advance(clearAfterMs - 1);
  await settled();
  expect(clipboard.text).toBe('a value');
  clock.advance(1);
  await settled();
  expect(clipboard.text).toBe('');
  expect(cleared).toEqual(['time']);
});

it('leaves a later copy of another program alone, and says so', async () => {
  await copied.copy('a value');
  clipboard.text = 'a shopping list';
  clock.advance(clearAfterMs);
  await settled();
  expect(clipboard.text).toBe('a shopping list');
  expect(cleared).toEqual(['changed']);
});

it('restarts the time at a second copy, and clears once', async () => {
  await copied.copy('one');
  clock.advance(20_000);
  await copied.copy('two');
  clock.advance(20_000);
  await settled();
  expect(clipboard.text).toBe('two');
  clock.advance(10_000);
  await settled();
  expect(clipboard.text).toBe('');
  expect(cleared).toEqual(['time']);
});

it.each(['lock', 'quit'] as const)(
  'clears at once on %s, and the timer then does nothing more',
  async (why) => {
    await copied.copy('a value');
    await copied.clear(why);
    expect(clipboard.text).toBe('');
    clipboard.text = 'a value';
    clock.advance(clearAfterMs);
    await settled();
    expect(clipboard.text).toBe('a value');
    expect(cleared).toEqual([why]);
  },
);

it('clears nothing when nothing was copied', async () => {
  clipboard.text = 'somebody else’s';
  await copied.clear('quit');
  expect(clipboard.text).toBe('somebody else’s');
  expect(cleared).toEqual([]);
});

it('reports a clipboard that is not writable, and leaves no timer', async () => {
  clipboard.refuses = ['write'];
  expect(await codeOf(() => copied.copy('a value'))).toBe('clipboard-refused');
  clock.advance(clearAfterMs);
  await settled();
  expect(cleared).toEqual([]);
});

it.each(['read', 'clear'] as const)('a quit ends although the clipboard cannot be %s', async (what) => {
  await copied.copy('a value');
  clipboard.refuses = [what];
  await copied.clear('quit');
  expect(cleared).toHaveLength(1);
});

it('lets capture read what others copied, and nothing that Keyturn copied, however long ago', async () => {
  const forCapture = copied.forCapture();
  await copied.copy('a value');
  expect(await codeOf(() => forCapture.readText())).toBe('already-kept');
  await copied.copy('another value');
  clock.advance(clearAfterMs);
  await settled();
  clipboard.text = 'a value';
  expect(await codeOf(() => forCapture.readText())).toBe('already-kept');
  clipboard.text = 'a shopping list';
  expect(await forCapture.readText()).toBe('a shopping list');
});

it('clears a text of several lines also when the system gave it other line ends', async () => {
  await copied.copy('one = 1\ntwo = 2\n');
  clipboard.text = 'one = 1\r\ntwo = 2\r\n';
  clock.advance(clearAfterMs);
  await settled();
  expect([clipboard.text, cleared]).toEqual(['', ['time']]);
});

it.each([
  ['other line ends', (text: string) => text.replaceAll('\n', '\r\n')],
  ['a blank at its end', (text: string) => `${text} `],
  ['only the value', (text: string) => text.split('"')[3] ?? ''],
])('does not capture what it copied itself, with %s', async (_what, change) => {
  const value = `00${'k'.repeat(40)}`;
  await copied.copy(`org_name = "acme"\napi_token = "${value}"\n`);
  clipboard.text = change(`org_name = "acme"\napi_token = "${value}"\n`);
  expect(clipboard.text).toContain(value);
  await expect(copied.forCapture().readText()).rejects.toMatchObject({ failure: { code: 'already-kept' } });
  clipboard.text = `00${'m'.repeat(40)}`;
  expect(await copied.forCapture().readText()).toBe(clipboard.text);
});

it('clears also what was still being copied when the vault locked', async () => {
  const written = Promise.withResolvers<void>();
  const slow = {
    ...{ readText: () => clipboard.readText(), clear: () => clipboard.clear() },
    writeText: async (text: string) => {
      await written.promise;
      await clipboard.writeText(text);
    },
  };
  const late = new TimedClipboard(slow, clock, (because) => cleared.push(because));
  const copying = late.copy('a value');
  const clearing = late.clear('lock');
  written.resolve();
  await Promise.all([copying, clearing]);
  expect([clipboard.text, cleared]).toEqual(['', ['lock']]);
});
