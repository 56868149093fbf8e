import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { compose, type Keyturn } from '../../../src/main/app/compose.ts';
import { createAnswer } from '../../../src/main/ipc/router.ts';
import type { ActivityEntry } from '../../../src/shared/contract/activity.ts';
import type { Result } from '../../../src/shared/contract/failure.ts';
import { type MethodSpec, methods } from '../../../src/shared/contract/methods.ts';
import type { TestRecord } from '../../../src/shared/contract/testing.ts';
import type { Token } from '../../../src/shared/contract/tokens.ts';
import type { VaultStatus } from '../../../src/shared/contract/vault-status.ts';
import type { Capture } from '../../../src/shared/contract/wizard.ts';
import { withTest } from '../../../src/shared/health.ts';
import { type FakeOkta, type RunningOrg, startFakeOkta } from '../../fake-okta/server.ts';
import { HandClock, MemoryKeyring } from '../vault/memory-keyring.ts';
import { MemoryClipboard } from './memory-clipboard.ts';
import { profile } from './samples.ts';
import { stillWorld } from './still-world.ts';
import { Told } from './told.ts';

let fake: FakeOkta;
let acme: RunningOrg;
let folder: string;
let keyring: MemoryKeyring;
let clock: HandClock;
let clipboard: MemoryClipboard;
let told: Told;
let log: string[];
let reloads: number;
let app: Keyturn;
let ask: (name: string, request?: unknown) => Promise<Result<unknown>>;

beforeAll(async () => {
  fake = await startFakeOkta();
  acme = fake.org('acme');
});
afterAll(() => fake.close());

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'keyturn-compose-'));
  writeFileSync(join(folder, 'ca.pem'), fake.caPem);
  keyring = new MemoryKeyring();
  clock = new HandClock();
  clipboard = new MemoryClipboard();
  fake.clock.set(clock.now());
  acme.requests.length = 0;
  await start();
});
afterEach(async () => {
  acme.faults.clear();
  for (const { id } of [...acme.org.tokens]) acme.org.revoke(id);
  await app.end();
  rmSync(folder, { recursive: true, force: true });
});

/** Starts the composition as index.ts does, in this test's folder: also a restart. */
async function start(): Promise<void> {
  told = new Told();
  log = [];
  reloads = 0;
  const world = stillWorld({
    userData: join(folder, 'Keyturn'),
    extraCaFile: join(folder, 'ca.pem'),
    clock,
    keyring,
    clipboard,
    dialogs: {
      openFolder: async () => null,
      openFile: async () => null,
      saveFile: async () => join(folder, 'a.keyturn-backup'),
      confirm: async () => false,
    },
    log: { note: (event, facts) => log.push(JSON.stringify({ event, facts })) },
    publish: told.publish,
    reloadWindow: () => reloads++,
    user: 'ada',
    notify: (sentence, tokenId) => log.push(JSON.stringify({ sentence, tokenId })),
    onTray: (state) => log.push(JSON.stringify(state)),
  });
  app = compose(world);
  const answer = createAnswer(app.handlers, world.log);
  ask = (name, request = {}) => answer(name, [request]);
  await app.start();
  // The fake is on this computer, whatever proxy the environment names.
  await ask('settings.set', { change: { proxy: { mode: 'none' } } });
}

/** The value of an answer; fails the test when it is a failure. */
async function get<T>(name: string, request?: unknown): Promise<T> {
  const answer = await ask(name, request);
  if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer.error)}`);
  return answer.value as T;
}
const codeOf = async (name: string, request?: unknown) => {
  const answer = await ask(name, request);
  return answer.ok ? 'ok' : answer.error.code;
};
const issue = (name = 'terraform') => acme.org.issueToken({ owner: 'svc-terraform@acme.com', name });
const list = () => get<Token[]>('tokens.list');
const over = (jobId: string) =>
  told.until('jobChanged', (job) => job.jobId === jobId && ['done', 'cancelled'].includes(job.state));

async function testDraft(draftId: string): Promise<TestRecord> {
  const { jobId } = await get<{ jobId: string }>('wizard.test', { draftId });
  return (await told.until('testFinished', (event) => event.jobId === jobId)).record;
}
async function testToken(tokenId: string): Promise<TestRecord> {
  const { jobId } = await get<{ jobId: string }>('testing.test', { tokenId });
  return (await told.until('testFinished', (event) => event.jobId === jobId)).record;
}
async function beginAt(origin = acme.origin): Promise<string> {
  const { draftId } = await get<{ draftId: string }>('wizard.begin');
  await get('wizard.checkOrg', { draftId, input: origin });
  return draftId;
}
/** Adds a token as the wizard does, by the clipboard. */
async function add(value: string, label: string, origin = acme.origin): Promise<Token> {
  const draftId = await beginAt(origin);
  clipboard.text = value;
  await get('wizard.captureFromClipboard', { draftId });
  await testDraft(draftId);
  return get<Token>('wizard.save', { draftId, profile: profile(label), anyway: false });
}

it('clears a copied recovery key from the clipboard as it does a token, and leaves other texts', async () => {
  const { recoveryKey } = await get<{ recoveryKey: string }>('vault.makeRecoveryKey');
  await get('app.copyText', { text: recoveryKey });
  expect(clipboard.text).toBe(recoveryKey);
  await get('vault.lock');
  await expect.poll(() => clipboard.text).toBe('');
  await get('vault.unlock');
  await get('app.copyText', { text: recoveryKey });
  clock.advance(30_000);
  await expect.poll(() => clipboard.text).toBe('');
  await get('app.copyText', { text: 'Request id abc' });
  clock.advance(30_000);
  expect(clipboard.text).toBe('Request id abc');
});

it('refuses to mark a token as retired that is not kept', async () => {
  expect(await codeOf('usage.retire', { tokenId: crypto.randomUUID(), retired: true })).toBe('not-found');
});

it('has the same state after a test as the window derives from the result, accepted or refused', async () => {
  const token = issue();
  const { id } = await add(token.value, 'terraform');
  for (const expected of ['accepted', 'not-accepted']) {
    if (expected === 'not-accepted') acme.org.revoke(token.id);
    const [before] = await list();
    const result = await testToken(id);
    expect(result.outcome.kind).toBe(expected);
    expect(before).toBeDefined();
    if (before !== undefined) expect(await list()).toEqual([withTest(before, result)]);
  }
});

it('add by the wizard, restart, test, lock, unlock, copy, remove', async () => {
  const { id, value } = issue();
  const draftId = await beginAt(`${acme.origin}/app/UserHome`);
  clipboard.text = `"${value}"`;
  const capture = await get<Capture>('wizard.captureFromClipboard', { draftId });
  expect([clipboard.text, capture.clipboardCleared]).toEqual(['', true]);
  expect((await testDraft(draftId)).outcome.kind).toBe('accepted');
  const saved = await get<Token>('wizard.save', { draftId, profile: profile('tf'), anyway: false });
  expect(saved).toMatchObject({ label: 'tf', known: { oktaTokenId: id } });
  expect(saved.lastAcceptedAt).toBe(saved.lastTest?.at);
  expect(told.all('tokensChanged').at(-1)).toMatchObject({
    tokens: [{ label: 'tf' }],
    orgs: [{ tokenCount: 1 }],
  });

  await app.end();
  await start();
  expect(await list()).toEqual([saved]);

  acme.requests.length = 0;
  expect((await testToken(saved.id)).outcome.kind).toBe('accepted');
  expect(new Set(acme.requests.map(({ headers }) => headers.authorization))).toEqual(
    new Set([`SSWS ${value}`]),
  );
  expect(await get<TestRecord[]>('testing.history', { tokenId: saved.id, limit: 10 })).toHaveLength(2);

  await get('vault.lock');
  expect(reloads).toBe(1);
  expect(await codeOf('tokens.list')).toBe('vault-locked');
  expect(await codeOf('tokens.copy', { tokenId: saved.id, as: 'value' })).toBe('vault-locked');
  expect(await get<VaultStatus>('vault.unlock')).toMatchObject({ phase: 'open' });
  expect(await list()).toMatchObject([{ id: saved.id, fingerprint: saved.fingerprint }]);

  expect(await get('tokens.copy', { tokenId: saved.id, as: 'value' })).toEqual({
    clearsAt: clock.now() + 30_000,
  });
  expect(clipboard.text).toBe(value);
  clock.advance(30_000);
  expect((await told.until('clipboardCleared', () => true)).reason).toBe('time');
  expect(clipboard.text).toBe('');

  await get('tokens.remove', { tokenId: saved.id });
  expect([await list(), await get('orgs.list')]).toEqual([[], []]);
  expect(await codeOf('tokens.copy', { tokenId: saved.id, as: 'value' })).toBe('not-found');
  // Forgotten here, it goes on working in Okta.
  expect(acme.org.tokens.map((token) => token.id)).toEqual([id]);
});

describe('the lock', () => {
  it('drops the draft, the running test and the copied value, and starts the page afresh', async () => {
    const { value } = issue();
    const token = await add(value, 'tf');
    const draftId = await beginAt();
    await get('wizard.captureTyped', { draftId, value: issue('other').value });
    await get('tokens.copy', { tokenId: token.id, as: 'env' });
    expect(clipboard.text).toContain(`OKTA_CLIENT_TOKEN=${value}`);
    acme.faults.add({ kind: 'hang' });
    const { jobId } = await get<{ jobId: string }>('testing.test', { tokenId: token.id });
    await told.until('testProgress', (event) => event.jobId === jobId);
    app.lock();
    expect((await over(jobId)).state).toBe('cancelled');
    expect((await told.until('clipboardCleared', () => true)).reason).toBe('lock');
    expect([clipboard.text, reloads]).toEqual(['', 1]);
    await get('vault.unlock');
    expect(await codeOf('wizard.save', { draftId, profile: profile('x'), anyway: true })).toBe('not-found');
    expect((await list()).map(({ label }) => label)).toEqual(['tf']);
  });

  it('locks after the idle time, which any use restarts', async () => {
    const phase = async () => (await get<VaultStatus>('vault.status')).phase;
    clock.advance(14 * 60_000);
    await get('app.noteActivity');
    clock.advance(14 * 60_000);
    expect(await phase()).toBe('open');
    clock.advance(60_000);
    expect([await phase(), reloads]).toEqual(['locked', 1]);
    // While locked, activity and another setting do not time anything.
    await get('app.noteActivity');
    expect((await get<VaultStatus>('vault.status')).locksAt).toBeNull();
    await get('vault.unlock');
    await get('settings.set', { change: { lockAfterMinutes: 1 } });
    clock.advance(60_000);
    expect([await phase(), reloads]).toEqual(['locked', 2]);
  });
});

describe('a token that is pasted again', () => {
  it('does not inherit what was known of its former value', async () => {
    const token = await add(issue('one').value, 'tf');
    expect(token.known?.oktaTokenName).toBe('one');
    clock.advance(1);
    const { draftId } = await get<{ draftId: string }>('wizard.begin', { tokenId: token.id });
    await get('wizard.captureTyped', { draftId, value: issue('two').value });
    await get('wizard.save', { draftId, profile: profile('tf'), anyway: true });
    // Two tokens of one owner, and none known: Okta does not say which one it is.
    expect((await testToken(token.id)).facts.oktaTokenId).toBeNull();
    expect(await list()).toHaveLength(1);
  });

  it('is identified by its own test', async () => {
    const first = issue('one');
    const token = await add(first.value, 'tf');
    issue('two');
    clock.advance(1);
    expect((await testToken(token.id)).facts.oktaTokenId).toBe(first.id);
    // The record has the outcome as a word for people, and as a code for programs.
    const [tested] = await get<ActivityEntry[]>('activity.list', { filter: 'token.tested', limit: 1 });
    expect(tested).toMatchObject({ outcome: 'Working', code: 'accepted' });
  });

  it('accepts no value of another org, nor one that is kept as another token', async () => {
    const preview = fake.org('acme-preview');
    const token = await add(issue('one').value, 'one');
    const other = issue('two');
    await add(other.value, 'two');
    const { draftId } = await get<{ draftId: string }>('wizard.begin', { tokenId: token.id });
    expect(await codeOf('wizard.checkOrg', { draftId, input: preview.origin })).toBe('org-url');
    expect(await get<Capture>('wizard.captureTyped', { draftId, value: other.value })).toMatchObject({
      alreadyKeptAs: 'two',
    });
    expect(await codeOf('wizard.save', { draftId, profile: profile('one'), anyway: true })).toBe(
      'already-kept',
    );
    expect((await list()).map(({ fingerprint }) => fingerprint)).toContain(token.fingerprint);
  });
});

it('asks each org with its own token only', async () => {
  const preview = fake.org('acme-preview');
  const mine = issue();
  const theirs = preview.org.issueToken({ owner: 'svc-siem@acme.com', name: 'siem' });
  await add(mine.value, 'mine');
  await add(theirs.value, 'theirs', preview.origin);
  acme.requests.length = 0;
  preview.requests.length = 0;
  await over((await get<{ jobId: string }>('testing.testAll')).jobId);
  const sent = (org: RunningOrg) => [...new Set(org.requests.map(({ headers }) => headers.authorization))];
  expect(sent(acme)).toEqual([`SSWS ${mine.value}`]);
  expect(sent(preview)).toEqual([`SSWS ${theirs.value}`]);
});

it('ends at once while an org is being asked; the call reports that it was cancelled', async () => {
  acme.faults.add({ kind: 'hang' });
  const { draftId } = await get<{ draftId: string }>('wizard.begin');
  const asked = ask('wizard.checkOrg', { draftId, input: acme.origin });
  while (acme.requests.length === 0) await new Promise((resolve) => setImmediate(resolve));
  await app.end();
  expect(await asked).toMatchObject({ ok: false, error: { code: 'cancelled' } });
});

it('quitting clears what was copied', async () => {
  const token = await add(issue().value, 'tf');
  await get('tokens.copy', { tokenId: token.id, as: 'curl' });
  await app.end();
  expect(clipboard.text).toBe('');
});

// Its methods derive keys from a passphrase six times (Argon2id and scrypt, as strong as for people). That takes three quarters of its time.
it('no method answers with a value, no event tells one, no log line and no file holds one', {
  timeout: 90_000,
}, async () => {
  const { value } = issue();
  const typed = issue('typed').value;
  const answers: string[] = [];
  const collecting = ask;
  ask = async (name, request) => {
    const answer = await collecting(name, request);
    answers.push(JSON.stringify(answer));
    return answer;
  };
  const token = await add(value, 'tf');
  const draftId = await beginAt();
  await get('wizard.captureTyped', { draftId, value: typed });
  await testDraft(draftId);
  // Even the mistakes people make with a value: as an address, as a label, as an id.
  await ask('wizard.checkOrg', { draftId, input: value });
  await ask('tokens.copy', { tokenId: value, as: 'value' });

  // Every method of the contract with whatever it takes of these, but those that end what the others need.
  const ending = ['vault.lock', 'vault.beginAnew', 'wizard.save', 'wizard.discard', 'tokens.remove'];
  const requests = [
    {},
    { tokenId: token.id },
    { tokenId: token.id, limit: 50 },
    { limit: 50 },
    { draftId },
    { tokenId: token.id, as: 'value' },
    { passphrase: 'correct horse battery' },
    { change: { theme: 'dark' } },
    { tokenId: token.id, profile: { purpose: 'p' } },
    { jobId: token.id },
  ];
  let asked = 0;
  for (const [feature, table] of Object.entries(methods)) {
    for (const [name, spec] of Object.entries<MethodSpec>(table)) {
      if (ending.includes(`${feature}.${name}`)) continue;
      for (const request of requests.filter((one) => spec.request.safeParse(one).success)) {
        await ask(`${feature}.${name}`, request);
        asked++;
      }
    }
  }
  expect(asked).toBeGreaterThan(25);
  await get('wizard.captureTyped', { draftId, value: typed });
  await get('wizard.save', { draftId, profile: profile('typed'), anyway: true });
  await app.end();

  const inFiles = readdirSync(join(folder, 'Keyturn'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => readFileSync(join(parentPath, name), 'latin1'));
  const said = { answers, events: told.events.map((event) => JSON.stringify(event)), log, files: inFiles };
  expect(answers.length).toBeGreaterThan(30);
  expect(told.events.length).toBeGreaterThan(20);
  for (const secret of [value, typed]) {
    for (const form of [
      secret,
      Buffer.from(secret).toString('hex'),
      Buffer.from(secret).toString('base64'),
    ]) {
      for (const [where, texts] of Object.entries(said)) {
        expect(
          texts.filter((text) => text.includes(form)),
          where,
        ).toEqual([]);
      }
    }
  }
});
