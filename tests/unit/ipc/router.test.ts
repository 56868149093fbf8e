import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { Failed } from '../../../src/main/base/failure.ts';
import type { Log } from '../../../src/main/base/ports.ts';
import { type Answer, openChannels } from '../../../src/main/ipc/channels.ts';
import { createAnswer, createPublisher, type Handlers } from '../../../src/main/ipc/router.ts';
import { isTrusted } from '../../../src/main/ipc/sender.ts';
import { channelOf } from '../../../src/shared/contract/bridge.ts';
import type { Result } from '../../../src/shared/contract/failure.ts';
import { methods } from '../../../src/shared/contract/methods.ts';

type Listener = (event: { trusted: boolean }, ...args: unknown[]) => Promise<unknown>;

const all = Object.entries(methods).flatMap(([feature, table]) =>
  Object.keys(table).map((name) => ({ feature, name })),
);

const names = Object.fromEntries(
  Object.entries(methods).map(([feature, table]) => [feature, Object.keys(table)]),
);

/** Opens the channels of the contract into `listeners`. */
function open(listeners: Map<string, Listener>, answer: Promise<Answer>, log: Log): void {
  openChannels(
    { handle: (channel, listener: Listener) => void listeners.set(channel, listener) },
    (event: { trusted: boolean }) => event.trusted,
    names,
    answer,
    log,
  );
}

/** A router whose every handler is `called`; the notes of its log come back too. */
function router(called: (name: string, request: unknown) => unknown) {
  const listeners = new Map<string, Listener>();
  const notes: string[] = [];
  const handlers = Object.fromEntries(
    Object.entries(methods).map(([feature, table]) => [
      feature,
      Object.fromEntries(
        Object.keys(table).map((name) => [name, (request: unknown) => called(`${feature}.${name}`, request)]),
      ),
    ]),
  );
  const log: Log = { note: (event, facts) => void notes.push(JSON.stringify({ event, ...facts })) };
  const answer = createAnswer(handlers as unknown as Handlers, log);
  open(listeners, Promise.resolve(answer), log);
  const call = (feature: string, name: string, args: unknown[], trusted = true): Promise<Result<unknown>> =>
    listeners.get(channelOf(feature, name))?.({ trusted }, ...args) as Promise<Result<unknown>>;
  return { listeners, call, notes };
}

describe('the router', () => {
  it('registers the methods of the table and no other', () => {
    const { listeners } = router(() => ({}));
    expect([...listeners.keys()].sort()).toEqual(
      all.map(({ feature, name }) => channelOf(feature, name)).sort(),
    );
  });

  it('refuses to start without a handler for every method', () => {
    expect(() => createAnswer({} as unknown as Handlers, { note: () => undefined })).toThrow(
      /No handler for app\./,
    );
  });

  it('makes early calls wait for the features, but refuses a stranger at once', async () => {
    const listeners = new Map<string, Listener>();
    const { promise, resolve } = Promise.withResolvers<Answer>();
    open(listeners, promise, { note: () => undefined });
    const ask = (trusted: boolean) => listeners.get(channelOf('vault', 'status'))?.({ trusted }, {});
    expect(await ask(false)).toMatchObject({ ok: false, error: { code: 'not-trusted' } });
    const asked: string[] = [];
    const waiting = ask(true);
    resolve(async (method) => {
      asked.push(method);
      return { ok: true, value: 'there' };
    });
    expect(await waiting).toEqual({ ok: true, value: 'there' });
    expect(asked).toEqual(['vault.status']);
  });

  it.each(all)('calls nothing for an untrusted sender of $feature.$name', async ({ feature, name }) => {
    const called = vi.fn();
    const { call } = router(called);
    const result = await call(feature, name, [{}], false);
    expect(result).toMatchObject({ ok: false, error: { code: 'not-trusted' } });
    expect(called).not.toHaveBeenCalled();
  });

  it.each(all)(
    'answers any junk to $feature.$name with a Result, and never passes an unknown key on',
    async ({ feature, name }) => {
      const seen: unknown[] = [];
      const { call } = router((_name, request) => {
        seen.push(request);
        throw new Failed('not-found', 'Reached.');
      });
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.anything({ withBigInt: true, withDate: true, withMap: true }), { maxLength: 3 }),
          async (args) => {
            const result = await call(feature, name, args);
            expect(result.ok).toBe(false);
            if (!result.ok) expect(['bad-request', 'not-found']).toContain(result.error.code);
          },
        ),
        { numRuns: 60 },
      );
      expect((await call(feature, name, [{ surplus: 1 }])).ok).toBe(false);
      expect(JSON.stringify(seen)).not.toContain('surplus');
      expect((await call(feature, name, [JSON.parse('{"__proto__":{"polluted":true}}')])).ok).toBe(false);
      expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    },
  );

  it('turns a Failed into data and hides the words of anything else', async () => {
    const { call, notes } = router((name) => {
      if (name === 'vault.lock')
        throw new Failed('disk-full', 'The disk is full.', 'Free some room.', 'small');
      throw new Error('secret inside');
    });
    expect(await call('vault', 'lock', [{}])).toEqual({
      ok: false,
      error: {
        code: 'disk-full',
        sentence: 'The disk is full.',
        remedy: 'Free some room.',
        smallPrint: 'small',
      },
    });
    const unexpected = await call('vault', 'retry', [{}]);
    expect(unexpected).toMatchObject({ ok: false, error: { code: 'unexpected' } });
    expect(JSON.stringify(unexpected)).not.toContain('secret inside');
    expect(notes.join()).toContain('ipc.unexpected');
  });

  it('lets no answer out that is not in the contract, and strips what is beside it', async () => {
    const { call } = router((name) =>
      name === 'vault.makeRecoveryKey'
        ? { recoveryKey: 'AAAA', value: 'leak' }
        : { clearsAt: 'not a number' },
    );
    expect(await call('vault', 'makeRecoveryKey', [{}])).toEqual({
      ok: true,
      value: { recoveryKey: 'AAAA' },
    });
    const wrong = await call('tokens', 'copy', [{ tokenId: crypto.randomUUID(), as: 'value' }]);
    expect(wrong).toMatchObject({ ok: false, error: { code: 'unexpected' } });
  });

  it('never writes what was sent to the log, only where it was wrong', async () => {
    const { call, notes } = router(() => ({}));
    await call('wizard', 'captureTyped', [{ draftId: 'no uuid', value: '00secretsecretsecret' }]);
    expect(notes.join()).toContain('draftId');
    expect(notes.join()).not.toContain('00secret');
  });

  it('sends events through the contract', () => {
    const send = vi.fn();
    const { publish } = createPublisher(send);
    publish('clipboardCleared', { reason: 'time', value: 'leak' } as { reason: 'time' });
    expect(send).toHaveBeenCalledWith('keyturn:event.clipboardCleared', { reason: 'time' });
    expect(() => publish('clipboardCleared', { reason: 'never' } as unknown as { reason: 'time' })).toThrow();
  });
});

describe('the sender check', () => {
  const contents = { id: 1 };
  const frame = (over: object) => ({ parent: null, origin: 'app://bundle', ...over });
  const ask = (over: object, sender: object = contents) =>
    isTrusted(
      { sender, senderFrame: frame(over) } as unknown as Parameters<typeof isTrusted>[0],
      new Set([contents]) as unknown as Parameters<typeof isTrusted>[1],
      'app://bundle',
    );

  it('trusts the main frame of our window at our origin only', () => {
    expect(ask({})).toBe(true);
    expect(ask({ parent: {} })).toBe(false);
    expect(ask({ origin: 'https://acme.okta.com' })).toBe(false);
    expect(ask({ origin: 'app://bundle.evil' })).toBe(false);
    expect(ask({}, { id: 1 })).toBe(false);
  });

  it('refuses when the frame is gone', () => {
    const event = { sender: contents, senderFrame: null } as unknown as Parameters<typeof isTrusted>[0];
    expect(isTrusted(event, new Set([event.sender]), 'app://bundle')).toBe(false);
  });
});
