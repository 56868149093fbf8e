import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openParts } from '../../../src/main/app/load.ts';
import { Parts } from '../../../src/main/app/parts.ts';
import { createFeatures, type Features } from '../../../src/main/app/rest.ts';
import type { World } from '../../../src/main/app/world.ts';
import { Secret } from '../../../src/main/base/secret.ts';
import { answersOf } from '../../../src/main/ipc/answers.ts';
import { firstMethods } from '../../../src/shared/contract/first.compiled.ts';
import { HandClock, MemoryKeyring } from '../vault/memory-keyring.ts';
import { stillWorld } from './still-world.ts';

let folder: string;
let clock: HandClock;
let sent: string[];
let log: string[];
let reloads: number;
let world: World;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'keyturn-parts-'));
  clock = new HandClock();
  sent = [];
  log = [];
  reloads = 0;
  world = stillWorld({
    userData: join(folder, 'Keyturn'),
    extraCaFile: null,
    clock,
    keyring: new MemoryKeyring(),
    reloadWindow: () => reloads++,
    log: { note: (event) => log.push(event) },
  });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const send = (channel: string): void => {
  sent.push(channel);
};
const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 20));

/** Opens the front for real. The rest loads when the test opens its gate. */
function start() {
  const { front } = openParts(world, send);
  const gate = Promise.withResolvers<void>();
  let loads = 0;
  const parts = new Parts({
    ...{ front, log: world.log },
    firstMethods: new Set(['vault.status', 'tokens.list']),
    firstAnswer: answersOf(firstMethods, front.handlers, world.log),
    loadRest: async () => {
      loads++;
      await gate.promise;
      return () => createFeatures(world, front, send);
    },
  });
  return { front, parts, gate, loads: () => loads };
}

it('the front answers each of its methods by the contract, and the rest is not loaded', async () => {
  const { parts, front } = openParts(world, send);
  await front.vault.start();
  expect(await parts.answer('vault.status', [{}])).toMatchObject({ ok: true, value: { phase: 'open' } });
  expect(await parts.answer('settings.get', [{}])).toMatchObject({ ok: true, value: { theme: 'system' } });
  expect(await parts.answer('app.info', [{}])).toMatchObject({ ok: true, value: { news: false } });
  expect(await parts.answer('orgs.list', [{}])).toEqual({ ok: true, value: [] });
  for (const [feature, table] of Object.entries(firstMethods)) {
    for (const name of Object.keys(table)) {
      expect(await parts.answer(`${feature}.${name}`, [{ sneaked: 1 }])).toMatchObject({
        ok: false,
        error: { code: 'bad-request' },
      });
    }
  }
  await turn();
  expect(parts.features).toBeNull();
  await parts.end();
});

it('the opening of the vault tells the window its status and the whole list before the rest is loaded', async () => {
  const { parts, gate } = start();
  const started = parts.start();
  await turn();
  expect(sent).toEqual(['keyturn:event.vaultChanged', 'keyturn:event.tokensChanged']);
  expect(parts.features).toBeNull();
  gate.resolve();
  await started;
  await parts.end();
});

it('the rest loads without any call of the window, and its features open', async () => {
  const { parts, gate, loads } = start();
  gate.resolve();
  parts.begin();
  expect(loads()).toBe(0);
  await parts.start();
  expect(loads()).toBe(1);
  const { answer } = parts.features as Features;
  const record = await answer('activity.list', [{ filter: '', limit: 10 }]);
  expect(JSON.stringify(record)).toContain('vault.opened');
  await parts.end();
});

it('a call that needs the rest waits for it, and the calls that came with it are answered first', async () => {
  const { parts, front, gate, loads } = start();
  await front.vault.start();
  const order: string[] = [];
  const needing = ['life.notices', 'rotation.list'].map((method) =>
    parts.answer(method, [{}]).then(({ ok }) => order.push(`${method} ${ok}`)),
  );
  await parts.answer('vault.status', [{}]).then(() => order.push(`vault.status, loads ${loads()}`));
  await parts.answer('tokens.list', [{}]).then(() => order.push(`tokens.list, loads ${loads()}`));
  gate.resolve();
  await Promise.all(needing);
  expect(order).toEqual([
    'vault.status, loads 0',
    'tokens.list, loads 0',
    'life.notices true',
    'rotation.list true',
  ]);
  expect(loads()).toBe(1);
  await parts.end();
});

it('a rest that does not load answers each call in words, and the next call tries again', async () => {
  const { front } = openParts(world, send);
  let broken = true;
  let starts = 0;
  const parts = new Parts({
    ...{ front, log: world.log },
    firstMethods: new Set(),
    firstAnswer: () => Promise.reject(new Error('not asked')),
    loadRest: async () => {
      if (broken) throw new Error('ENOENT: /secret/place/rest.js');
      return () => {
        const features = createFeatures(world, front, send);
        const start = (): Promise<void> => {
          starts++;
          return features.keyturn.start();
        };
        return { ...features, keyturn: { ...features.keyturn, start } };
      };
    },
  });
  const started = parts.start();
  const answer = await parts.answer('life.notices', [{}]);
  expect(answer).toEqual({
    ok: false,
    error: {
      code: 'unexpected',
      sentence: 'A part of Keyturn does not load, so it cannot do this. Nothing that was saved is lost.',
      remedy: 'Install Keyturn again.',
      smallPrint: '',
    },
  });
  await expect(started).rejects.toMatchObject({ failure: { code: 'unexpected' } });
  expect(log).toContain('features.failed');
  expect(starts).toBe(0);
  broken = false;
  expect(await parts.answer('life.notices', [{}])).toMatchObject({ ok: true });
  // The work that needs no person starts with it.
  expect(starts).toBe(1);
  await parts.end();
});

it('a lock before the rest is loaded locks the vault and loads the page again; no feature opens then', async () => {
  const { parts, front, gate } = start();
  const started = parts.start();
  await turn();
  await front.vault.passcode.choose(Secret.fromText('264871'));
  const needing = parts.answer('activity.list', [{ filter: '', limit: 10 }]);
  front.lock();
  expect(front.status().phase).toBe('locked');
  expect(reloads).toBe(1);
  gate.resolve();
  expect(await needing).toMatchObject({ ok: false, error: { code: 'vault-locked' } });
  await started;
  await parts.end();
});

it('an end while the rest loads builds no feature', async () => {
  const { parts, gate } = start();
  const started = parts.start().catch((error: unknown) => error);
  const needing = parts.answer('life.notices', [{}]);
  await parts.end();
  gate.resolve();
  expect(await needing).toMatchObject({ ok: false });
  await started;
  expect(parts.features).toBeNull();
  expect(log).not.toContain('features.failed');
});

it('a command of the menu before the rest has started waits for it and for the page, and comes once and in its order', async () => {
  const { parts, gate } = start();
  const done: string[] = [];
  parts.whenStarted(({ keyturn }) => done.push(`first ${keyturn.settings.view().theme}`));
  const started = parts.start();
  parts.whenStarted(() => done.push('second'));
  gate.resolve();
  await started;
  await turn();
  // The page does not listen yet.
  expect(done).toEqual([]);
  await parts.answer('vault.status', [{}]);
  await turn();
  expect(done).toEqual(['first system', 'second']);
  parts.whenStarted(() => done.push('later'));
  await turn();
  expect(done).toEqual(['first system', 'second', 'later']);
  await parts.end();
  parts.whenStarted(() => done.push('after the end'));
  await turn();
  expect(done).not.toContain('after the end');
});
