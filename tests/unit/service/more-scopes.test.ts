import { afterEach, beforeEach, expect, it } from 'vitest';
import { compose, type Keyturn } from '../../../src/main/app/compose.ts';
import { Secret } from '../../../src/main/base/secret.ts';
import { OrgStore } from '../../../src/main/features/orgs/store.ts';
import { TokenStore } from '../../../src/main/features/tokens/store.ts';
import { createAnswer } from '../../../src/main/ipc/router.ts';
import type { Need } from '../../../src/shared/contract/access.ts';
import type { ServiceApp, ServiceApps } from '../../../src/shared/contract/service.ts';
import { identity, profile, tokenValue } from '../main/samples.ts';
import { stillWorld } from '../main/still-world.ts';
import { newFolder, open } from '../vault/helpers.ts';
import { HandClock, MemoryKeyring, quiet } from '../vault/memory-keyring.ts';

const passcode = '264871';
let app: Keyturn;
let clock: HandClock;
let tokenId: string;
let appId: string;
let says: boolean;
let dialogs: { question: string; detail: string }[];
let ask: (
  name: string,
  request?: unknown,
) => Promise<{ ok: boolean; value?: unknown; error?: { code: string } }>;

beforeEach(async () => {
  const userData = newFolder();
  const keyring = new MemoryKeyring();
  const vault = open(userData, keyring);
  await vault.start();
  const orgId = new OrgStore(vault).keep(identity(), 0);
  const value = Secret.fromText(tokenValue('a'));
  tokenId = new TokenStore(vault).add(orgId, identity().origin, profile('terraform'), value, 0);
  vault.close();
  [says, dialogs] = [true, []];
  clock = new HandClock();
  const confirm = async (question: string, detail: string) => {
    dialogs.push({ question, detail });
    return says;
  };
  const none = async () => null;
  const world = stillWorld({
    ...{ userData, keyring, clock, extraCaFile: null },
    dialogs: { openFile: none, openFolder: none, saveFile: none, confirm },
  });
  app = compose(world);
  const answer = createAnswer(app.handlers, quiet);
  ask = (name, request = {}) => answer(name, [request]);
  await app.start();
  appId = ((await ask('service.begin', { tokenId })).value as ServiceApp).id;
  await setJob({ family: 'users', access: 'read' });
});
afterEach(() => app.end());

const custom = (...needs: Need[]) => ({ kind: 'custom', needs }) as const;
const codeOf = async (name: string, request: unknown) => {
  const { ok, error } = await ask(name, request);
  return ok ? 'ok' : error?.code;
};
const setJob = (...needs: Need[]) => codeOf('service.setJob', { appId, job: custom(...needs) });
const setPurpose = (...needs: Need[]) => codeOf('access.setPurpose', { tokenId, purpose: custom(...needs) });
const scopes = async () => {
  const { apps } = (await ask('service.list')).value as ServiceApps;
  return apps.find(({ id }) => id === appId)?.plan?.scopes;
};
async function letPrograms(open: boolean): Promise<void> {
  const door = { open, access: 'change', paths: ['/api/v1/users'], perMinute: 60, value: false };
  expect(await codeOf('programs.setDoor', { tokenId: appId, door })).toBe('ok');
  dialogs.length = 0;
}

it('asks in a dialog before an app that programs may use gets more scopes, and a no changes nothing', async () => {
  await letPrograms(true);
  says = false;
  const before = await scopes();
  expect(await setJob({ family: 'users', access: 'manage' }, { family: 'groups', access: 'read' })).toBe(
    'cancelled',
  );
  expect(dialogs).toEqual([
    {
      question: 'Let programs do more with terraform (app)?',
      detail: expect.stringMatching(/^Org: acme\.okta\.com\. .*also have: .*okta\.groups\.read/),
    },
  ]);
  expect(await scopes()).toEqual(before);
  says = true;
  expect(await setJob({ family: 'users', access: 'manage' })).toBe('ok');
  expect(await scopes()).toContain('okta.users.manage');
});

it('shows one dialog at a time, whatever asks for one', async () => {
  await letPrograms(true);
  const both = Promise.all([
    setJob({ family: 'users', access: 'manage' }),
    codeOf('settings.chooseExtraCa', {}),
    setJob({ family: 'groups', access: 'manage' }),
  ]);
  expect(await both).toEqual(['ok', 'bad-request', 'bad-request']);
  expect(dialogs).toHaveLength(1);
  expect(await setJob({ family: 'groups', access: 'manage' })).toBe('ok');
});

it('asks for nothing when the scopes become fewer, or when programs may not use the app', async () => {
  await setJob({ family: 'users', access: 'read' }, { family: 'groups', access: 'manage' });
  await letPrograms(true);
  expect(await setJob({ family: 'users', access: 'read' })).toBe('ok');
  await letPrograms(false);
  expect(await setJob({ family: 'apps', access: 'manage' })).toBe('ok');
  expect(dialogs).toEqual([]);
});

it('asks before an app without a job of its own gets more scopes by the job of its token', async () => {
  await ask('service.remove', { appId });
  appId = ((await ask('service.begin', { tokenId })).value as ServiceApp).id;
  await setPurpose({ family: 'users', access: 'read' });
  await letPrograms(true);
  says = false;
  expect(await setPurpose({ family: 'users', access: 'manage' })).toBe('cancelled');
  expect(dialogs).toMatchObject([{ question: 'Let programs do more with terraform (app)?' }]);
  says = true;
  expect(await setPurpose({ family: 'users', access: 'read' })).toBe('ok');
  expect(dialogs).toHaveLength(1);
});

it('asks for a proof first, where a passcode was chosen', { timeout: 30_000 }, async () => {
  await letPrograms(true);
  expect(await codeOf('vault.choosePasscode', { passcode })).toBe('ok');
  clock.advance(60_000);
  dialogs.length = 0;
  expect(await setJob({ family: 'users', access: 'manage' })).toBe('proof-needed');
  expect(dialogs).toEqual([]);
  await codeOf('vault.prove', { passcode });
  expect(await setJob({ family: 'users', access: 'manage' })).toBe('ok');
  expect(dialogs).toHaveLength(1);
});
