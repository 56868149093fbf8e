import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { compose, type Keyturn } from '../../../src/main/app/compose.ts';
import { Secret } from '../../../src/main/base/secret.ts';
import { OrgStore } from '../../../src/main/features/orgs/store.ts';
import { RotationStore } from '../../../src/main/features/rotation/store.ts';
import { TokenStore } from '../../../src/main/features/tokens/store.ts';
import { createAnswer } from '../../../src/main/ipc/router.ts';
import type { Result } from '../../../src/shared/contract/failure.ts';
import { methods } from '../../../src/shared/contract/methods.ts';
import type { Rotation } from '../../../src/shared/contract/rotation.ts';
import { MemoryClipboard } from '../main/memory-clipboard.ts';
import { identity, profile, tokenValue } from '../main/samples.ts';
import { stillWorld } from '../main/still-world.ts';
import { newFolder, open } from './helpers.ts';
import { HandClock, MemoryKeyring, quiet } from './memory-keyring.ts';
import { StandInSystem } from './stand-in-system.ts';

const passcode = '264871';
const passphrase = 'otter lamp violin creek';
const itemId = randomUUID();
const rotationId = randomUUID();

let clock: HandClock;
let clipboard: MemoryClipboard;
let system: StandInSystem;
let app: Keyturn;
let tokenId: string;
let appId: string;
let perMinute = 60;
let ask: (name: string, request?: unknown) => Promise<Result<unknown>>;

/** The record of a rotation whose new value goes to its consumers now; one of them is a file of environment variables. */
const handingOver = (folder: string): Rotation => ({
  ...{
    id: rotationId,
    tokenId,
    mode: 'usual',
    state: 'handing-over',
    label: 'terraform',
    orgHost: 'acme.okta.com',
  },
  ...{ startedAt: 0, endedAt: null, quietMinutes: 30, oldFingerprint: '…aaaa', newFingerprint: null },
  ...{ steps: [], oldOktaTokenId: null, newOktaTokenId: null, old: null, new: null, comparison: null },
  ...{ confirmed: [], handedOverAt: 0, expiryAtHandOver: null, oktaAheadMs: 0, oldCapturedAt: 0 },
  ...{ quiet: null, attempts: [], proof: null, leakedUse: null },
  checklist: [
    {
      ...{ id: itemId, name: 'CI', where: '', note: '', doneAt: null, doneBy: null, run: null },
      how: { kind: 'env-file', path: join(folder, '.env'), key: 'OKTA_API_TOKEN' },
    },
  ],
});

beforeEach(async () => {
  const userData = newFolder();
  const keyring = new MemoryKeyring();
  const vault = open(userData, keyring);
  await vault.start();
  const orgId = new OrgStore(vault).keep(identity(), 0);
  const value = Secret.fromText(tokenValue('a'));
  tokenId = new TokenStore(vault).add(orgId, identity().origin, profile('terraform'), value, 0);
  new RotationStore(vault).add(handingOver(userData));
  vault.close();
  clock = new HandClock();
  clipboard = new MemoryClipboard();
  system = new StandInSystem();
  await start(userData, keyring);
  const begun = await ask('service.begin', { tokenId });
  appId = begun.ok ? (begun.value as { id: string }).id : '';
  expect(appId).not.toBe('');
});
afterEach(() => app.end());

/** Starts the app, in which a person says yes to each dialog of the system. */
async function start(userData: string, keyring: MemoryKeyring): Promise<void> {
  const world = stillWorld({
    ...{ userData, keyring, clock, clipboard, systemProof: system, extraCaFile: null },
    dialogs: {
      openFile: async () => null,
      openFolder: async () => null,
      saveFile: async () => null,
      confirm: async () => true,
    },
  });
  app = compose(world);
  const answer = createAnswer(app.handlers, quiet);
  ask = (name, request = {}) => answer(name, [request]);
  await app.start();
}

/** What a guarded method is asked with here, or the test that shows it, where it takes a program that waits. */
type Shown = (() => unknown) | { readonly shownBy: string };

/** Methods that give a value away or widen what somebody may do. Each asks for a proof. */
const guarded: Readonly<Record<string, Shown>> = {
  'tokens.copy': () => ({ tokenId, as: 'value' }),
  'service.copy': () => ({ appId, as: 'key' }),
  'rotation.run': () => ({ rotationId, itemId }),
  'programs.setDoor': () => ({
    tokenId,
    // Each time at a faster pace, which is more.
    door: { open: true, access: 'change', paths: ['/api/v1/'], perMinute: ++perMinute, value: true },
  }),
  'programs.answer': { shownBy: 'tests/unit/programs/answers.test.ts' },
  'service.setJob': { shownBy: 'tests/unit/service/more-scopes.test.ts' },
  'access.setPurpose': { shownBy: 'tests/unit/service/more-scopes.test.ts' },
  'access.readLog': { shownBy: 'tests/unit/access/desk.test.ts' },
  'vault.makeRecoveryKey': () => ({}),
  'vault.saveBackup': () => ({ passphrase }),
  'vault.exportTokens': () => ({ passphrase }),
  'vault.setSystemProof': () => ({ on: true }),
  'vault.renewKey': () => ({}),
};

const own = 'it judges what only the person has or knows by itself';
const inward = 'a value only comes in by it';
const shows = 'it shows or changes what the window may know, and no value';
const okta = 'it does in Okta what the token may do; no value goes to anybody but its own org';
const here = 'it changes what is kept here or how the app looks; no value leaves and nobody may do more';
const narrows = 'it only takes away';
const encrypted = 'what it writes or reads stays under the present keys of the vault';
const stays =
  'script in the window can keep Keyturn open anyway, by saying that the person is here; what it takes to open does not change';
const back =
  'it brings back what the window removed a moment ago, with the rules that it had; no value leaves';
const dialog = 'a dialog of the system asks, and the value of no token is touched by it';

/** Every other method, and why it needs no proof. */
const free: Readonly<Record<string, string>> = {
  ...reason(shows, 'app: info licences openDoc noteActivity seeNews'),
  'app.copyText': 'it copies what the window knows already',
  'app.startDemo': 'it starts another Keyturn with an own vault, and gives it nothing of this one',
  ...reason(shows, 'vault: status showFolder dailyBackups systemProof'),
  ...reason(
    own,
    'vault: unlock prove proveBySystem choosePasscode removePasscode changePassphrase recover restoreBackup',
  ),
  ...reason(encrypted, 'vault: backUpNow readBackup restoreDaily'),
  ...reason(inward, 'vault: importTokens'),
  ...reason(narrows, 'vault: lock'),
  ...reason(here, 'vault: retry declineRecoveryKey'),
  ...reason(
    'there is no open vault when it does something',
    'vault: choosePassphrase keepForSession beginAnew',
  ),
  ...reason(shows, 'orgs: list'),
  ...reason(shows, 'tokens: list'),
  ...reason(
    'it brings a newer Keyturn whose signature was checked, and no value',
    'updates: view look install restart',
  ),
  ...reason(here, 'tokens: update remove'),
  ...reason(back, 'tokens: bringBack'),
  ...reason(shows, 'wizard: begin checkOrg openAdminConsole'),
  ...reason(inward, 'wizard: captureFromClipboard chooseCaptured captureTyped captureFound save'),
  ...reason(okta, 'wizard: test'),
  ...reason(narrows, 'wizard: discard'),
  ...reason(okta, 'testing: test testAll'),
  ...reason(shows, 'testing: history cancel'),
  ...reason(shows, 'rotation: list begin beginToApp openAdminConsole candidates exportProof chooseEnvFile'),
  ...reason(inward, 'rotation: captureFromClipboard chooseCaptured captureTyped'),
  ...reason(okta, 'rotation: replaceNow compare checkQuiet revoke putAside end'),
  ...reason(here, 'rotation: handOver tick editChecklist setQuietMinutes pickOld finish undo resume'),
  ...reason(shows, 'life: notices markSeen keepAlive exportCalendar'),
  ...reason(okta, 'life: setKeepAlive'),
  ...reason(okta, 'usage: readNow firstCall share setShare'),
  ...reason(shows, 'usage: page limits openLog silence retire'),
  ...reason(shows, 'activity: list check exportAs'),
  ...reason(shows, 'settings: get'),
  ...reason(stays, 'settings: set'),
  ...reason(dialog, 'settings: chooseExtraCa takeExtraCa'),
  ...reason(narrows, 'settings: removeExtraCa'),
  ...reason(shows, 'access: view compare previewNetwork'),
  ...reason(okta, 'access: xray network setNetwork inventory revoke'),
  ...reason(shows, 'diagnosis: open start cancel copyReport'),
  ...reason(shows, 'overview: read'),
  ...reason(shows, 'plaintext: view chooseFolder forgetFolder look'),
  ...reason(narrows, 'plaintext: cancel close'),
  ...reason(dialog, 'plaintext: cleanUp'),
  ...reason(shows, 'tasks: view search more jobs chooseFile profileForm findGroups plan rows'),
  ...reason(here, 'tasks: keepSearch forgetSearch forgetJob'),
  ...reason(dialog, 'tasks: exportUsers saveResults start goOn makeRule'),
  ...reason(narrows, 'tasks: pause cancelJob stopReading'),
  ...reason(shows, 'programs: state door calls'),
  ...reason(narrows, 'programs: end revoke'),
  ...reason(shows, 'service: list view jobs openConsole'),
  ...reason(here, 'service: begin add makeKey rotateKey switchKey endKeyRotation setClient update'),
  ...reason(narrows, 'service: remove'),
  ...reason(back, 'service: bringBack'),
  ...reason(okta, 'service: test testNewKey checkOldKey'),
};

/** `methods` is written as a feature and its methods. */
function reason(why: string, written: string): Record<string, string> {
  const [feature = '', names = ''] = written.split(': ');
  return Object.fromEntries(names.split(' ').map((name) => [`${feature}.${name}`, why]));
}

const codeOf = async (name: string, request: unknown) => {
  const answer = await ask(name, request);
  return answer.ok ? 'ok' : answer.error.code;
};

it('makes each method of the window ask for a proof, or lists it with the reason why it needs none', () => {
  const all = Object.entries(methods).flatMap(([feature, table]) =>
    Object.keys(table).map((name) => `${feature}.${name}`),
  );
  expect([...Object.keys(guarded), ...Object.keys(free)].sort()).toEqual(all.sort());
});

describe('where a passcode was chosen', { timeout: 30_000 }, () => {
  beforeEach(async () => {
    expect(await ask('vault.choosePasscode', { passcode })).toMatchObject({ ok: true });
  });

  it.each(Object.entries(guarded))('%s asks for a proof and does nothing before', async (name, shown) => {
    if (typeof shown !== 'function') {
      expect(readFileSync(shown.shownBy, 'utf8')).toContain("'proof-needed'");
      return;
    }
    clipboard.text = 'before';
    expect(await codeOf(name, shown())).toBe('proof-needed');
    expect(clipboard.text).toBe('before');
    // What judges nothing is no proof, whatever it was given.
    await ask('vault.unlock', { passphrase: 'anything' });
    await ask('vault.recover', { recoveryKey: 'anything' });
    await ask('vault.prove', { passcode: '000000' });
    expect(await codeOf(name, shown())).toBe('proof-needed');
    expect(await codeOf('vault.prove', { passcode })).toBe('ok');
    expect(await codeOf(name, shown())).not.toBe('proof-needed');
    clock.advance(60_000);
    expect(await codeOf(name, shown())).toBe('proof-needed');
  });
});

describe('where the system asks and no passcode was chosen', { timeout: 30_000 }, () => {
  beforeEach(async () => {
    expect(await codeOf('vault.makeRecoveryKey', {})).toBe('ok');
    expect(await codeOf('vault.setSystemProof', { on: true })).toBe('ok');
    clock.advance(60_000);
    system.answer = 'refused';
  });

  it('makes every guarded method ask the system', async () => {
    for (const [name, shown] of Object.entries(guarded)) {
      if (typeof shown !== 'function') continue;
      // What judges nothing is no proof, whatever it was given.
      await ask('vault.prove', { passcode: 'anything' });
      await ask('vault.unlock', { passphrase: 'anything' });
      expect([name, await codeOf(name, shown())]).toEqual([name, 'proof-needed']);
      expect(await codeOf('vault.proveBySystem', {})).toBe('not-proved');
      expect([name, await codeOf(name, shown())]).toEqual([name, 'proof-needed']);
    }
    // There is no passcode that this could be judged by.
    expect(await codeOf('vault.renewKey', { typed: 'anything' })).toBe('proof-needed');
    await ask('tokens.copy', { tokenId, as: 'value' });
    system.answer = 'given';
    expect(await codeOf('vault.proveBySystem', {})).toBe('ok');
    // The person sees the purpose of the question, and Keyturn asks nothing when no action waits.
    expect(system.asked.at(-1)).toBe('copy a value');
    expect(await codeOf('vault.proveBySystem', {})).toBe('bad-request');
    expect(await codeOf('tokens.copy', { tokenId, as: 'value' })).toBe('ok');
    clock.advance(60_000);
    expect(await codeOf('tokens.copy', { tokenId, as: 'value' })).toBe('proof-needed');
  });

  it('is switched off only by an answer of its own, even within the minute of another answer', async () => {
    system.answer = 'given';
    await ask('tokens.copy', { tokenId, as: 'value' });
    expect(await codeOf('vault.proveBySystem', {})).toBe('ok');
    system.answer = 'refused';
    expect(await codeOf('vault.setSystemProof', { on: false })).toBe('not-proved');
    expect(await codeOf('vault.setSystemProof', { on: false, present: passcode })).toBe('not-proved');
    expect(await ask('vault.status')).toMatchObject({ value: { lock: { systemProof: 'touch-id' } } });
    clock.advance(60_000);
    expect(await codeOf('vault.choosePasscode', { passcode })).toBe('proof-needed');
  });

  it('is switched off by a dialog of the system after the recovery key, and by a passcode', async () => {
    const made = await ask('vault.makeRecoveryKey');
    expect(made).toMatchObject({ ok: false });
    system.answer = 'given';
    await ask('vault.proveBySystem');
    const answer = await ask('vault.makeRecoveryKey');
    const { recoveryKey } = (answer.ok ? answer.value : {}) as { recoveryKey: string };
    system.answer = 'unavailable';
    await ask('vault.lock');
    expect(await codeOf('vault.unlock', {})).toBe('not-proved');
    expect(await codeOf('vault.recover', { recoveryKey })).toBe('ok');
    expect(await codeOf('vault.setSystemProof', { on: false })).toBe('ok');

    expect(await codeOf('vault.choosePasscode', { passcode })).toBe('ok');
    system.answer = 'given';
    expect(await codeOf('vault.setSystemProof', { on: true })).toBe('ok');
    system.answer = 'unavailable';
    await ask('vault.lock');
    expect(await codeOf('vault.unlock', { passphrase: passcode })).toBe('ok');
    expect(await codeOf('vault.setSystemProof', { on: false, present: '000000' })).toBe('wrong-passcode');
    expect(await codeOf('vault.setSystemProof', { on: false, present: passcode })).toBe('ok');
  });
});

it('keeps a passcode that is the only fallback while the system asks', { timeout: 30_000 }, async () => {
  expect(await codeOf('vault.choosePasscode', { passcode })).toBe('ok');
  expect(await codeOf('vault.prove', { passcode })).toBe('ok');
  expect(await codeOf('vault.setSystemProof', { on: true })).toBe('ok');
  expect(await codeOf('vault.removePasscode', { present: passcode })).toBe('bad-request');
  expect(await codeOf('vault.makeRecoveryKey', {})).toBe('ok');
  expect(await codeOf('vault.removePasscode', { present: passcode })).toBe('ok');
});

it('takes the passphrase as the proof when a passphrase protects the vault', {
  timeout: 30_000,
}, async () => {
  await app.end();
  const keyring = new MemoryKeyring();
  keyring.state = 'absent';
  await start(newFolder(), keyring);
  await ask('vault.choosePassphrase', { passphrase });
  expect(await codeOf('vault.makeRecoveryKey', {})).toBe('ok');
  clock.advance(60_000);
  expect(await codeOf('vault.makeRecoveryKey', {})).toBe('proof-needed');
  expect(await codeOf('vault.prove', { passcode: 'another passphrase' })).toBe('wrong-passphrase');
  expect(await codeOf('vault.makeRecoveryKey', {})).toBe('proof-needed');
  expect(await codeOf('vault.prove', { passcode: passphrase })).toBe('ok');
  expect(await codeOf('vault.makeRecoveryKey', {})).toBe('ok');
});
