import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { compose, type Keyturn } from '../../../src/main/app/compose.ts';
import type { PolicySource } from '../../../src/main/base/ports.ts';
import type { Answer } from '../../../src/main/ipc/channels.ts';
import { createAnswer } from '../../../src/main/ipc/router.ts';
import type { Result } from '../../../src/shared/contract/failure.ts';
import type { Token } from '../../../src/shared/contract/tokens.ts';
import { type FakeOkta, startFakeOkta } from '../../fake-okta/server.ts';
import { MemoryClipboard } from './memory-clipboard.ts';
import { profile } from './samples.ts';
import { stillWorld } from './still-world.ts';

let fake: FakeOkta;
beforeAll(async () => {
  fake = await startFakeOkta();
});
afterAll(() => fake.close());

let folder: string;
let policy: unknown;
let app: Keyturn;
let answer: Answer;
const clipboard = new MemoryClipboard();

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'keyturn-policy-'));
  writeFileSync(join(folder, 'ca.pem'), fake.caPem);
  policy = {};
  const world = stillWorld({
    userData: join(folder, 'Keyturn'),
    extraCaFile: join(folder, 'ca.pem'),
    clipboard,
    readPolicy: (): PolicySource => ({ from: 'the policy', entries: policy, trouble: null }),
  });
  app = compose(world);
  answer = createAnswer(app.handlers, world.log);
  await app.start();
  await get('settings.set', { change: { proxy: { mode: 'none' } } });
});
afterEach(async () => {
  await app.end();
  rmSync(folder, { recursive: true });
});

const ask = async <T>(name: string, request: unknown = {}) => (await answer(name, [request])) as Result<T>;
const get = async <T>(name: string, request: unknown = {}): Promise<T> => {
  const result = await ask<T>(name, request);
  if (!result.ok) throw new Error(`${name}: ${result.error.sentence}`);
  return result.value;
};
/** Keeps a token of acme's. */
async function keepToken(): Promise<Token> {
  const acme = fake.org('acme');
  const { value } = acme.org.issueToken({ owner: 'svc-terraform@acme.com', name: 't' });
  const { draftId } = await get<{ draftId: string }>('wizard.begin');
  await get('wizard.checkOrg', { draftId, input: acme.origin });
  await get('wizard.captureTyped', { draftId, value });
  return get<Token>('wizard.save', { draftId, profile: profile('kept'), anyway: true });
}
/** Locks, and unlocks with this policy. */
async function unlockWith(entries: unknown): Promise<void> {
  policy = entries;
  app.lock();
  await get('vault.unlock');
}
const failure = async (name: string, request: unknown) => {
  const result = await ask(name, request);
  return result.ok ? null : result.error;
};

it('an org that the policy leaves out hears nothing', async () => {
  const token = await keepToken();
  await unlockWith({ allowedOrgs: ['acme.okta.com'] });
  const acme = fake.org('acme');
  const before = acme.requests.length;
  await get('testing.test', { tokenId: token.id });
  await expect
    .poll(async () => (await get<Token[]>('tokens.list'))[0]?.lastTest?.outcome)
    .toMatchObject({ kind: 'policy', sentence: expect.stringMatching(/does not let Keyturn call/) });
  const { draftId } = await get<{ draftId: string }>('wizard.begin');
  expect(await failure('wizard.checkOrg', { draftId, input: acme.origin })).toMatchObject({
    sentence: expect.stringMatching(/does not let Keyturn call/),
  });
  expect(acme.requests).toHaveLength(before);
});

it('nothing is copied where the policy forbids it', async () => {
  const token = await keepToken();
  await unlockWith({ copy: false });
  await clipboard.clear();
  for (const as of ['value', 'curl', 'env', 'terraform', 'sdk']) {
    expect(await failure('tokens.copy', { tokenId: token.id, as })).toMatchObject({ code: 'policy' });
  }
  expect(await clipboard.readText()).toBe('');
  await unlockWith({});
  await get('tokens.copy', { tokenId: token.id, as: 'value' });
  expect(await clipboard.readText()).not.toBe('');
});

it('settings that the policy made stricter hold, and the person’s own count again without it', async () => {
  await get('settings.set', { change: { lockAfterMinutes: 0, lockOnSuspend: false } });
  await unlockWith({ lockAfterMinutes: 10, lockOnSuspend: true });
  expect(app.settings.plain).toMatchObject({ lockAfterMinutes: 10, lockOnSuspend: true });
  expect(await failure('settings.set', { change: { lockAfterMinutes: 30 } })).toMatchObject({
    code: 'policy',
  });
  await unlockWith({});
  expect(app.settings.plain).toMatchObject({ lockAfterMinutes: 0, lockOnSuspend: false });
});
