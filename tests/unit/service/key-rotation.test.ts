import { createPrivateKey, createPublicKey } from 'node:crypto';
import type { JWK } from 'jose';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ServiceApp as OktaApp } from '../../../src/demo/okta/service-apps.ts';
import { Failed } from '../../../src/main/base/failure.ts';
import { Secret } from '../../../src/main/base/secret.ts';
import { OrgStore } from '../../../src/main/features/orgs/store.ts';
import { ServiceDesk } from '../../../src/main/features/service/desk.ts';
import { KeyRotationStore } from '../../../src/main/features/service/key-rotation-store.ts';
import { Removals } from '../../../src/main/vault/removals.ts';
import type { Vault } from '../../../src/main/vault/vault.ts';
import { type KeyRotation, type ServiceApp, serviceApp } from '../../../src/shared/contract/service.ts';
import { appHealthOf } from '../../../src/shared/health.ts';
import { type FakeOkta, type RunningOrg, startFakeOkta } from '../../fake-okta/server.ts';
import { identity, profile } from '../main/samples.ts';
import { clientOf, SkippingClock } from '../okta/harness.ts';
import { newFolder, open } from '../vault/helpers.ts';
import { quiet } from '../vault/memory-keyring.ts';
import { serviceNeeds } from './service-needs.ts';

let fake: FakeOkta;
let acme: RunningOrg;
let vault: Vault;
let clock: SkippingClock;
let client: ReturnType<typeof clientOf>;
let desk: ServiceDesk;
let kept: KeyRotationStore;
let okta: OktaApp;
let appId: string;
let noted: string[];
let copied: string[];
let removals: Removals;

beforeAll(async () => {
  fake = await startFakeOkta({ orgs: [{ subdomain: 'acme', companyName: 'Acme' }] });
  acme = fake.org('acme');
});
afterAll(() => fake.close());
beforeEach(async () => {
  clock = new SkippingClock(fake);
  client = clientOf(fake, clock);
  vault = open(newFolder());
  await vault.start();
  const org = { ...identity(new URL(acme.origin).host), origin: acme.origin };
  new OrgStore(vault).keep(org, 0);
  kept = new KeyRotationStore(vault);
  [noted, copied] = [[], []];
  removals = new Removals(vault, clock, quiet);
  desk = new ServiceDesk({
    ...serviceNeeds(vault, client, clock, org),
    copy: async (text) => copied.push(text),
    remove: (id, _orgId, remove) =>
      removals.remove(id, [{ table: 'service_apps', column: 'id', value: id }], { remove }),
    bringBack: (id, then) => removals.bringBack(id, then),
    note: (action, _about, sentence, requestId) => noted.push(`${action}: ${sentence} ${requestId ?? ''}`),
  });
  ({ id: appId } = await desk.add('a draft', profile('report'), { kind: 'siem', needs: [] }));
  okta = acme.org.addServiceApp({
    ...{ name: 'report', jwk: JSON.parse(appOf().jwk), scopes: ['okta.logs.read'] },
    roles: [{ type: 'READ_ONLY_ADMIN' }],
  });
  desk.setClient(appId, okta.clientId);
});
afterEach(async () => {
  vi.restoreAllMocks();
  removals.clear();
  acme.faults.clear();
  acme.org.limits.set('/oauth2/v1/token', 600);
  await client.close();
});

const appOf = (): ServiceApp => serviceApp.parse(desk.app(appId));
const rotation = (): KeyRotation => {
  const its = appOf().keyRotation;
  if (its === null) throw new Error('The app has no key rotation.');
  return its;
};
const codeOf = async (work: () => unknown): Promise<string> => {
  try {
    await work();
    return 'none';
  } catch (error) {
    return error instanceof Failed ? error.failure.code : String(error);
  }
};
/** The modulus of the key that a program would copy. */
const ownModulus = async (): Promise<string> => {
  await desk.copy(appId, 'key');
  return String(createPublicKey(createPrivateKey(copied.at(-1) ?? '')).export({ format: 'jwk' }).n);
};
const modulus = (jwk: string) => String((JSON.parse(jwk) as JWK).n);
const works = async () => (await desk.test(appId)).lastTest?.outcome.kind;

/** Rotates up to the switch. Okta has both keys then. */
async function switched(): Promise<void> {
  await desk.keys.begin(appId);
  okta.addKey(JSON.parse(rotation().newJwk));
  await desk.keys.test(appId);
  await desk.keys.switch(appId);
}

describe('a key rotation', () => {
  it('makes a second key, tests it, switches, proves the end of the old key and destroys it', async () => {
    const before = appOf();
    await desk.keys.begin(appId);
    expect(rotation()).toMatchObject({ state: 'made', endedAt: null, oldKid: before.kid });
    expect(rotation().newKid).not.toBe(before.kid);
    expect(JSON.parse(rotation().newJwk).d).toBeUndefined();
    // The app goes on with the old key, also while Okta has both.
    okta.addKey(JSON.parse(rotation().newJwk));
    await desk.keys.test(appId);
    expect(rotation()).toMatchObject({ state: 'accepted', test: { outcome: { kind: 'accepted' } } });
    expect(appOf()).toMatchObject({ kid: before.kid, jwk: before.jwk });
    expect(await ownModulus()).toBe(modulus(before.jwk));
    expect(await works()).toBe('accepted');
    expect(appHealthOf(appOf(), clock.now())).toMatchObject({ health: 'Rotating' });

    await desk.keys.switch(appId);
    const { newKid, newJwk, startedAt } = rotation();
    expect(appOf()).toMatchObject({
      ...{ kid: newKid, jwk: newJwk, madeAt: startedAt, clientId: okta.clientId },
      lastTest: { outcome: { kind: 'accepted' } },
    });
    expect(await ownModulus()).toBe(modulus(newJwk));

    await desk.keys.check(appId);
    expect(rotation()).toMatchObject({
      state: 'switched',
      check: { proven: false, new: null, sentence: expect.stringContaining('still accepts the old key') },
    });
    okta.setKeyActive(before.kid, false);
    await desk.keys.check(appId);
    expect(rotation()).toMatchObject({
      state: 'done',
      endedAt: expect.any(Number),
      check: {
        proven: true,
        old: { status: 401, errorCode: 'invalid_client' },
        new: { kind: 'accepted' },
        sentence: expect.stringContaining(`refused the old key ${before.kid} with 401 invalid_client`),
      },
    });
    expect(() => kept.held(appId)).toThrow(/No second key/);
    expect(await works()).toBe('accepted');
    expect(appHealthOf(appOf(), clock.now())).toMatchObject({ health: 'Healthy' });
    expect(noted.filter((one) => one.startsWith('service.key-')).map((one) => one.split(':')[0])).toEqual([
      ...['service.key-made', 'service.key-accepted', 'service.key-accepted'],
      ...['service.key-switched', 'service.key-switched', 'service.key-done'],
    ]);
    // The entry of the proof has the id of Okta's refusal.
    expect(noted.find((one) => one.startsWith('service.key-done'))).toMatch(/ \S{20,}$/);
  });

  it('destroys neither key while Okta has not got the new one, and says so', async () => {
    await desk.keys.begin(appId);
    await desk.keys.test(appId);
    expect(rotation()).toMatchObject({
      state: 'made',
      test: { dpop: null, outcome: { errorCode: 'invalid_client' } },
    });
    expect(await codeOf(() => desk.keys.switch(appId))).toBe('rotation');
    expect(await codeOf(() => desk.keys.check(appId))).toBe('rotation');
    expect(await works()).toBe('accepted');
  });

  it('does not switch when Okta no longer accepts the new key, or cannot be asked', async () => {
    await desk.keys.begin(appId);
    const { newKid, newJwk, oldKid } = rotation();
    okta.addKey(JSON.parse(newJwk));
    await desk.keys.test(appId);
    acme.org.limits.set('/oauth2/v1/token', 0);
    expect(await codeOf(() => desk.keys.switch(appId))).toBe('okta');
    // Okta said nothing about the key.
    expect(rotation().state).toBe('accepted');
    acme.org.limits.set('/oauth2/v1/token', 600);
    fake.clock.advance(61_000);
    okta.setKeyActive(newKid, false);
    expect(await codeOf(() => desk.keys.switch(appId))).toBe('okta');
    expect(rotation().state).toBe('made');
    expect(appOf().kid).toBe(oldKid);
  });

  it('accepts a key of an app that may read nothing yet: the rights are another question', async () => {
    okta.setRoles();
    await desk.keys.begin(appId);
    okta.addKey(JSON.parse(rotation().newJwk));
    await desk.keys.test(appId);
    expect(rotation()).toMatchObject({ state: 'accepted', test: { outcome: { kind: 'not-allowed' } } });
  });
});

it('a switch that a full disk ends at any of its writes changes nothing', async () => {
  const before = appOf();
  await desk.keys.begin(appId);
  okta.addKey(JSON.parse(rotation().newJwk));
  await desk.keys.test(appId);
  const write = vault.write.bind(vault);
  const heldModulus = () => {
    using held = kept.held(appId);
    const key = held.use((bytes) => createPrivateKey({ key: bytes, format: 'der', type: 'pkcs8' }));
    return String(key.export({ format: 'jwk' }).n);
  };
  for (let good = 0; ; good++) {
    let left = good;
    vault.write = (...given) => {
      if (left-- === 0) throw new Error('The disk is full.');
      write(...given);
    };
    const ended = await codeOf(() => desk.keys.switch(appId));
    vault.write = write;
    if (ended === 'none') {
      expect(good).toBeGreaterThan(2);
      break;
    }
    expect(ended).toContain('disk is full');
    expect(rotation().state).toBe('accepted');
    expect(appOf()).toMatchObject({ kid: before.kid, jwk: before.jwk });
    expect(await ownModulus()).toBe(modulus(before.jwk));
    expect(heldModulus()).toBe(modulus(rotation().newJwk));
  }
  expect(heldModulus()).toBe(modulus(before.jwk));
});

describe('the end of the old key is not proven', () => {
  const unproven = async (words: RegExp) => {
    await desk.keys.check(appId);
    expect(rotation()).toMatchObject({ state: 'switched', endedAt: null, check: { proven: false } });
    expect(rotation().check?.sentence).toMatch(words);
    using old = kept.held(appId);
    expect(old.fingerprint).toMatch(/\w/);
  };

  it('by a rate limit', async () => {
    await switched();
    okta.setKeyActive(rotation().oldKid, false);
    acme.faults.add({ kind: 'too-many' }, { path: /token$/, times: 1 });
    await unproven(/proves nothing/);
    expect(rotation().check?.old.status).toBe(429);
  });

  it('without an answer', async () => {
    await switched();
    okta.setKeyActive(rotation().oldKid, false);
    acme.faults.add({ kind: 'reset' }, { path: /token$/, times: 1 });
    await unproven(/proves nothing/);
  });

  it('by a wrong clock, for which Okta refuses every assertion with invalid_client', async () => {
    await switched();
    const right = clock.now.bind(clock);
    clock.now = () => right() - 2 * 3_600_000;
    await unproven(/did not accept the new one right after/);
    expect(rotation().check?.old.errorCode).toBe('invalid_client');
    expect(rotation().check?.new?.errorCode).toBe('invalid_client');
  });

  it('by a clock that was wrong for the old key and set right before the new one', async () => {
    await switched();
    const right = clock.now.bind(clock);
    acme.requests.length = 0;
    clock.now = () => (acme.requests.length === 0 ? right() - 2 * 3_600_000 : right());
    await unproven(/did not accept the new one right after/);
  });

  it('by a deactivated app', async () => {
    await switched();
    okta.deactivate();
    await unproven(/did not accept the new one right after/);
  });

  it('by an app whose scopes were taken', async () => {
    await switched();
    okta.setScopes();
    await unproven(/proves nothing/);
  });

  it('when the new key was removed instead of the old one', async () => {
    await switched();
    okta.setKeyActive(rotation().newKid, false);
    await unproven(/still accepts the old key/);
  });
});

describe('an end', () => {
  it('before the switch undoes: the app goes on with its key, and the new one is destroyed', async () => {
    const before = appOf();
    for (const accepted of [false, true]) {
      await desk.keys.begin(appId);
      const { newKid, newJwk } = rotation();
      if (accepted) {
        okta.addKey(JSON.parse(newJwk));
        await desk.keys.test(appId);
      }
      desk.keys.end(appId);
      expect(rotation()).toMatchObject({ state: 'undone', endedAt: expect.any(Number) });
      expect(rotation().steps.at(-1)?.sentence).toContain(newKid);
      expect(() => kept.held(appId)).toThrow(/No second key/);
    }
    expect(appOf()).toMatchObject({ kid: before.kid, jwk: before.jwk });
    expect(await works()).toBe('accepted');
  });

  it('after the switch has no undo, says that nothing is proven, and destroys the old key', async () => {
    await switched();
    desk.keys.end(appId);
    expect(rotation()).toMatchObject({ state: 'unproven' });
    expect(rotation().steps.at(-1)?.sentence).toContain(rotation().oldKid);
    expect(() => kept.held(appId)).toThrow(/No second key/);
    expect(appOf().kid).toBe(rotation().newKid);
    expect(await codeOf(() => desk.keys.end(appId))).toBe('rotation');
  });

  it('is possible when the second key does not open, and the app’s own key is not touched', async () => {
    await desk.keys.begin(appId);
    vault.write('UPDATE app_key_rotations SET other = zeroblob(40)');
    expect(await codeOf(() => desk.keys.test(appId))).toBe('rotation');
    desk.keys.end(appId);
    expect(rotation().state).toBe('undone');
    expect(await works()).toBe('accepted');
    // A record that does not open leaves the app as it is, too.
    vault.write('UPDATE app_key_rotations SET record = zeroblob(40)');
    expect(appOf().keyRotation).toBeNull();
    await desk.keys.begin(appId);
    expect(rotation().state).toBe('made');
  });
});

describe('while the key is rotated', () => {
  it('no second rotation begins, no key replaces it at once, and the Client ID stays', async () => {
    await desk.keys.begin(appId);
    const before = rotation();
    expect(await codeOf(() => desk.keys.begin(appId))).toBe('rotation');
    expect(await codeOf(() => desk.makeKey(appId))).toBe('rotation');
    expect(await codeOf(() => desk.setClient(appId, '0oa1234567890abcdefgh'))).toBe('rotation');
    expect(rotation()).toEqual(before);
    const both = await Promise.all([codeOf(() => desk.keys.end(appId)), codeOf(() => desk.makeKey(appId))]);
    expect(both).toEqual(['none', 'none']);
  });

  it('programs’ calls go with an access token of the old key until the switch, and of the new key after it', async () => {
    const asked = async () => {
      const { requests } = acme;
      requests.length = 0;
      using _lent = await desk.lend(appId, false, new AbortController().signal);
      return requests.filter(({ path }) => path === '/oauth2/v1/token').length;
    };
    await desk.keys.begin(appId);
    okta.addKey(JSON.parse(rotation().newJwk));
    await desk.keys.test(appId);
    const made = vi.spyOn(Secret, 'fromText');
    expect(await asked()).toBeGreaterThan(0);
    const ofOldKey: Secret = made.mock.results.at(-1)?.value;
    expect(await asked()).toBe(0);
    expect(ofOldKey.fingerprint).toMatch(/\w/);
    await desk.keys.switch(appId);
    // Not only unused: wiped.
    expect(() => ofOldKey.use((bytes) => bytes.length)).toThrow(/wiped/);
    okta.setKeyActive(rotation().oldKid, false);
    expect(await asked()).toBeGreaterThan(0);
  });

  it('a lock ends the question to Okta, and nothing on disk has changed', async () => {
    await switched();
    const before = rotation();
    acme.faults.add({ kind: 'hang' }, { path: /token$/, times: Number.POSITIVE_INFINITY });
    const checked = codeOf(() => desk.keys.check(appId));
    await new Promise((resolve) => setTimeout(resolve, 50));
    desk.cancelAll();
    expect(await checked).toBe('cancelled');
    expect(rotation()).toEqual(before);
  });

  it('both private keys are sealed, and the removal of the app removes both and can bring both back', async () => {
    await desk.keys.begin(appId);
    const numbers: string[] = [];
    await desk.copy(appId, 'key');
    using held = kept.held(appId);
    const second = held.use((bytes) => createPrivateKey({ key: bytes, format: 'der', type: 'pkcs8' }));
    for (const key of [createPrivateKey(copied.at(-1) ?? ''), second]) {
      numbers.push(String(key.export({ format: 'jwk' }).d));
    }
    const rows = vault.read<{ record: Uint8Array; other: Uint8Array }>('SELECT * FROM app_key_rotations');
    const bytes = Buffer.concat(rows.flatMap(({ record, other }) => [record, other]));
    expect(bytes.length).toBeGreaterThan(1_000);
    for (const number of numbers) {
      expect(bytes.includes(number)).toBe(false);
      expect(bytes.includes(Buffer.from(number, 'base64url'))).toBe(false);
      expect(JSON.stringify(desk.list())).not.toContain(number.slice(40, 100));
    }
    const before = rotation();
    desk.remove(appId);
    expect(vault.read('SELECT app_id FROM app_key_rotations')).toEqual([]);
    desk.bringBack(appId);
    expect(rotation()).toEqual(before);
    okta.addKey(JSON.parse(before.newJwk));
    await desk.keys.test(appId);
    expect(rotation().state).toBe('accepted');
  });
});

it('a rotation needs a finished app whose key opens', async () => {
  const { id } = await desk.add('a draft', profile('later'), { kind: 'siem', needs: [] });
  expect(await codeOf(() => desk.keys.begin(id))).toBe('not-found');
  vault.write('UPDATE service_apps SET key = zeroblob(40)');
  expect(await codeOf(() => desk.keys.begin(appId))).toBe('vault-problem');
  expect(appOf().keyRotation).toBeNull();
});
