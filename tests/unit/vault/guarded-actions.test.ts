import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { compose, type Keyturn } from '../../../src/main/app/compose.ts';
import { createAnswer } from '../../../src/main/ipc/router.ts';
import type { Result } from '../../../src/shared/contract/failure.ts';
import type { Door } from '../../../src/shared/contract/programs.ts';
import type { Token } from '../../../src/shared/contract/tokens.ts';
import { type FakeOkta, startFakeOkta } from '../../fake-okta/server.ts';
import { MemoryClipboard } from '../main/memory-clipboard.ts';
import { profile } from '../main/samples.ts';
import { stillWorld } from '../main/still-world.ts';
import { HandClock } from './memory-keyring.ts';

const passcode = '264871';
const passphrase = 'otter lamp violin creek mango';

let fake: FakeOkta;
let folder: string;
let clock: HandClock;
let clipboard: MemoryClipboard;
let app: Keyturn;
let token: Token;
let appId: string;
let door: Omit<Door, 'alias'>;
let ask: (name: string, request?: unknown) => Promise<Result<unknown>>;
const file = () => join(folder, 'saved');

beforeAll(async () => {
  fake = await startFakeOkta();
});
afterAll(() => fake.close());
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'keyturn-guarded-'));
  writeFileSync(join(folder, 'ca.pem'), fake.caPem);
  clock = new HandClock();
  clipboard = new MemoryClipboard();
  const world = stillWorld({
    userData: join(folder, 'Keyturn'),
    extraCaFile: join(folder, 'ca.pem'),
    clock,
    clipboard,
    dialogs: {
      openFile: async () => null,
      openFolder: async () => null,
      saveFile: async () => file(),
      confirm: async () => true,
    },
  });
  app = compose(world);
  const answer = createAnswer(app.handlers, world.log);
  ask = (name, request = {}) => answer(name, [request]);
  await app.start();
  await ask('settings.set', { change: { proxy: { mode: 'none' } } });
  const acme = fake.org('acme');
  const { value } = acme.org.issueToken({ owner: 'svc-terraform@acme.com', name: 'guarded' });
  const { draftId } = await get<{ draftId: string }>('wizard.begin');
  await get('wizard.checkOrg', { draftId, input: acme.origin });
  await get('wizard.captureTyped', { draftId, value });
  token = await get<Token>('wizard.save', { draftId, profile: profile('guarded'), anyway: true });
  const begun = (await get('service.begin', { tokenId: token.id })) as { id: string };
  appId = begun.id;
  const { alias: _alias, ...rules } = await get<Door>('programs.door', { tokenId: token.id });
  door = { ...rules, open: true };
  await get('vault.choosePasscode', { passcode });
});
afterEach(async () => {
  await app.end();
  rmSync(folder, { recursive: true, force: true });
});

async function get<T>(name: string, request?: unknown): Promise<T> {
  const answer = await ask(name, request);
  if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer.error)}`);
  return answer.value as T;
}

/** Every method that the passcode guards, with a request that is otherwise answered. */
const guarded: readonly (readonly [what: string, name: string, request: () => unknown])[] = [
  ['copying a value', 'tokens.copy', () => ({ tokenId: token.id, as: 'value' })],
  ['copying a text with a value', 'tokens.copy', () => ({ tokenId: token.id, as: 'curl' })],
  ['copying the private key of an app', 'service.copy', () => ({ appId, as: 'key' })],
  ['making a recovery key', 'vault.makeRecoveryKey', () => ({})],
  ['saving a backup', 'vault.saveBackup', () => ({ passphrase })],
  ['exporting tokens', 'vault.exportTokens', () => ({ passphrase })],
  [
    'letting programs have the value',
    'programs.setDoor',
    () => ({ tokenId: token.id, door: { ...door, value: true } }),
  ],
  [
    'letting programs change things',
    'programs.setDoor',
    () => ({ tokenId: token.id, door: { ...door, access: 'change' } }),
  ],
];

describe('where a passcode was chosen', { timeout: 60_000 }, () => {
  it.each(guarded)('%s needs a proof given less than a minute ago', async (_what, name, request) => {
    clipboard.text = 'before';
    const refused = async () => {
      expect(await ask(name, request())).toMatchObject({ ok: false, error: { code: 'proof-needed' } });
      expect([clipboard.text, existsSync(file())]).toEqual(['before', false]);
    };
    await refused();
    expect(await ask('vault.prove', { passcode: '000000' })).toMatchObject({
      error: { code: 'wrong-passcode' },
    });
    await refused();
    await get('vault.prove', { passcode });
    clock.advance(60_000);
    await refused();
    await get('vault.prove', { passcode });
    expect(await ask(name, request())).toMatchObject({ ok: true });
  });

  it('accepts an unlock with the passcode as a proof for one minute', async () => {
    app.lock();
    await get('vault.unlock', { passphrase: passcode });
    expect(await ask('vault.makeRecoveryKey')).toMatchObject({ ok: true });
    clock.advance(60_000);
    expect(await ask('vault.makeRecoveryKey')).toMatchObject({ error: { code: 'proof-needed' } });
  });
});
