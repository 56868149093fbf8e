import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Need } from '../../../src/shared/contract/access.ts';
import type { Rotation } from '../../../src/shared/contract/rotation.ts';
import { healthOf } from '../../../src/shared/health.ts';
import { callAs } from '../../support/consumer.ts';
import { type AppOnFake, startOnFake } from './desk-harness.ts';

let on: AppOnFake;
beforeEach(async () => {
  on = await startOnFake();
});
afterEach(() => on.close());

// May read everything, and change groups: its calls write events.
const owner = 'olga.org@acme.com';
const minute = 60_000;
const rotations = () => on.app.handlers.rotation;
const isThere = (id: string) => on.acme.org.tokens.some((token) => token.id === id);
const reads = (...families: Need['family'][]): Need[] =>
  families.map((family) => ({ family, access: 'read' as const }));

/** A kept token, and a tested app that does its job. */
async function withApp(needs = reads('logs', 'tokens'), tokenOwner = owner) {
  const old = on.acme.org.issueToken({ owner: tokenOwner, name: 'old' });
  const token = await on.addToken(old.value, 'hr-sync', [
    { name: 'cron', where: 'hr-batch-2', how: { kind: 'env-file', path: '/nowhere/.env', key: 'T' } },
  ]);
  const { service } = on.app.handlers;
  const app = await service.begin({ tokenId: token.id });
  const planned = await service.setJob({ appId: app.id, job: { kind: 'custom', needs } });
  const inOkta = on.acme.org.addServiceApp({
    name: 'hr-sync',
    jwk: JSON.parse(app.jwk),
    scopes: planned.plan?.scopes ?? [],
    roles: [{ type: 'SUPER_ADMIN' }],
  });
  await service.setClient({ appId: app.id, clientId: inOkta.clientId });
  const tested = await service.test({ appId: app.id });
  expect(tested.lastTest?.outcome.kind).toBe('accepted');
  return { old, token, appId: app.id, inOkta };
}

/** As far as the wait for the token to go quiet. */
async function begun(needs?: Need[]) {
  const made = await withApp(needs);
  const rotation = await rotations().beginToApp({ tokenId: made.token.id });
  return { ...made, rotation, rotationId: rotation.id };
}

/** Everything done that a calm revoke wants. */
async function readyToRevoke(needs?: Need[]) {
  const made = await begun(needs);
  const itemId = made.rotation.checklist[0]?.id ?? '';
  await rotations().tick({ rotationId: made.rotationId, itemId, done: true });
  on.fake.clock.advance(31 * minute);
  const { quiet } = await rotations().checkQuiet({ rotationId: made.rotationId });
  return { ...made, quiet };
}

/** Makes Okta refuse every call with a credential, as an outage or a hostile org does. */
const refuseEverything = () =>
  on.acme.faults.add(
    { kind: 'status', status: 401, errorCode: 'E0000011' },
    { path: /./, times: Number.POSITIVE_INFINITY },
  );

const kept = (id: string): Rotation => {
  const found = on.app.handlers.rotation.list({}) as Rotation[];
  const one = found.find((rotation) => rotation.id === id);
  if (one === undefined) throw new Error('no such rotation');
  return one;
};

describe('the revoke of a token whose job an app took over', () => {
  it('goes from the checklist to the proof, and keeps no value', async () => {
    const { old, token, appId, inOkta, rotationId, rotation, quiet } = await readyToRevoke();
    expect(rotation).toMatchObject({
      ...{ mode: 'to-app', state: 'handing-over', newFingerprint: null, oldOktaTokenId: old.id },
      app: { id: appId, clientId: inOkta.clientId },
    });
    expect(rotation.expiryAtHandOver).toBe(old.expiresAt);
    expect(quiet).toMatchObject({ verdict: 'quiet', log: { read: true }, expiry: { read: true } });
    expect(quiet?.sentence).toMatch(/^No use of the API token was seen for 30 minutes/);
    expect(healthOf(on.token(token.id), on.clock.now())).toMatchObject({
      ...{ health: 'Rotating', reason: expect.stringContaining('Moving to an app') },
    });
    const done = await rotations().revoke({ rotationId });
    expect(done).toMatchObject({
      ...{ state: 'done', endedAt: expect.any(Number) },
      proof: {
        ...{ proven: true, by: 'current', listed: false, after: { status: 401, errorCode: 'E0000011' } },
        witness: { answered: true, status: 200, requestId: expect.stringMatching(/.+/) },
      },
    });
    expect(done.proof?.sentence).toMatch(
      /answered 401 E0000011 to the API token\. In the same minute it accepted the app "hr-sync \(app\)"\. Its list of API tokens does not have the token any more/,
    );
    expect(isThere(old.id)).toBe(false);
    expect(on.token(token.id)).toMatchObject({ rotation: null, revokedAt: expect.any(Number) });
    expect(healthOf(on.token(token.id), on.clock.now()).health).toBe('Revoked');
    expect(JSON.stringify([on.published, done])).not.toContain(old.value);
    await expect(on.copied(token.id)).rejects.toThrow();
    expect(on.app.handlers.service.list({})).toMatchObject({ apps: [{ id: appId }] });
    await on.app.end();
    const db = new DatabaseSync(join(on.folder, 'Keyturn', 'keyturn.vault'), { readOnly: true });
    expect(db.prepare('SELECT mode, other FROM rotations').all()).toEqual([{ mode: 'to-app', other: null }]);
    db.close();
  });

  it('does not begin before an app does the job', async () => {
    const { token, appId, inOkta } = await withApp();
    inOkta.setScopes();
    await on.app.handlers.service.test({ appId });
    await expect(rotations().beginToApp({ tokenId: token.id })).rejects.toThrow(/No OAuth service app does/);
    expect(rotations().list({})).toEqual([]);
    expect(on.token(token.id).rotation).toBeNull();
  });

  it('never asks Okta with the token itself, so that no question is a use', async () => {
    const { old, rotationId, rotation } = await begun();
    const id = on.acme.org.tokens.find(({ value }) => value === old.value)?.id;
    expect(rotation.oldOktaTokenId).toBe(id);
    const before = on.acme.org.tokens.find((token) => token.id === id)?.expiresAt;
    on.fake.clock.advance(5 * minute);
    await rotations().checkQuiet({ rotationId });
    await rotations().candidates({ rotationId });
    on.timersWithin(10 * minute);
    await on.settle();
    expect(on.acme.org.tokens.find((token) => token.id === id)?.expiresAt).toBe(before);
  });

  it('sees who still uses the token, and revokes it then only when the person insists', async () => {
    const { old, rotationId } = await begun();
    on.fake.clock.advance(5 * minute);
    await callAs(on.fake, on.acme, old.value, {
      ...{ userAgent: 'cron/1.0', method: 'POST', path: '/api/v1/groups' },
      body: { profile: { name: 'made by cron' } },
    });
    const { quiet } = await rotations().checkQuiet({ rotationId });
    expect(quiet).toMatchObject({ verdict: 'in-use' });
    expect(quiet?.sentence).toContain('The API token was used from');
    await expect(rotations().revoke({ rotationId })).rejects.toThrow(
      /not revoked yet\. 1 consumer does not use the app yet \(cron\)\. It is still being used/,
    );
    expect(isThere(old.id)).toBe(true);
    expect((await rotations().revoke({ rotationId, insist: 'revoke anyway' })).state).toBe('done');
  });

  it('cannot tell whether the token is quiet when nothing else may read the log and the list', async () => {
    const { rotationId, quiet } = await readyToRevoke(reads('groups'));
    expect(quiet).toMatchObject({ verdict: 'cannot-tell', log: { read: false }, expiry: { read: false } });
    expect(quiet?.sentence).toContain('The other credentials of this org can read neither');
    expect(quiet?.log.why).toContain('no other credential of this org');
    await expect(rotations().revoke({ rotationId })).rejects.toThrow(/cannot tell/);
  });

  it('reads the log and the list with another token where the app may not', async () => {
    const other = on.acme.org.issueToken({ owner: 'ada.admin@acme.com', name: 'other' });
    await on.addToken(other.value, 'other');
    const { rotationId, quiet } = await readyToRevoke(reads('groups'));
    expect(quiet).toMatchObject({ verdict: 'quiet' });
    expect((await rotations().revoke({ rotationId })).proof).toMatchObject({ listed: false, proven: true });
  });

  it('sees a use that wrote no event, even when nothing could read the expiry at the beginning', async () => {
    const { old, rotationId, rotation } = await begun(reads('groups'));
    expect(rotation.expiryAtHandOver).toBeNull();
    on.fake.clock.advance(5 * minute);
    const call = { userAgent: 'cron/1.0', path: '/api/v1/users/me' };
    expect(await callAs(on.fake, on.acme, old.value, call)).toBe(200);
    const other = on.acme.org.issueToken({ owner: 'ada.admin@acme.com', name: 'other' });
    await on.addToken(other.value, 'other');
    const { quiet } = await rotations().checkQuiet({ rotationId });
    expect(quiet).toMatchObject({ verdict: 'in-use', log: { calls: 0 }, expiry: { moved: true } });
    on.fake.clock.advance(31 * minute);
    expect((await rotations().checkQuiet({ rotationId })).quiet).toMatchObject({ verdict: 'quiet' });
  });

  it('gives the value to no consumer', async () => {
    const { rotationId, rotation } = await begun();
    const itemId = rotation.checklist[0]?.id ?? '';
    await expect(rotations().run({ rotationId, itemId })).rejects.toThrow(/There is no new token to give/);
    expect(on.dialogs.asked).toEqual([]);
  });

  it('revokes only when the person insists after the app failed a test', async () => {
    const { old, rotationId, appId, inOkta, quiet } = await readyToRevoke();
    expect(quiet?.verdict).toBe('quiet');
    inOkta.setScopes();
    await on.app.handlers.service.test({ appId });
    await expect(rotations().revoke({ rotationId })).rejects.toThrow(
      /Its app is not kept any more, or its newest/,
    );
    expect(isThere(old.id)).toBe(true);
  });

  it('revokes by id with the app when the token may not revoke itself', async () => {
    const manage: Need = { family: 'tokens', access: 'manage' };
    const { old, rotationId } = await readyToRevoke([...reads('logs'), manage]);
    on.acme.faults.add(
      { kind: 'status', status: 403, errorCode: 'E0000006' },
      { path: /api-tokens\/current/, method: 'DELETE', times: 1 },
    );
    expect(await rotations().revoke({ rotationId })).toMatchObject({
      ...{ state: 'done', proof: { by: 'id', proven: true } },
    });
    expect(isThere(old.id)).toBe(false);
  });

  it('can be ended until the revoke, and the token stays as it was', async () => {
    const { old, token, rotationId } = await begun();
    const ended = await rotations().end({ rotationId });
    expect(ended).toMatchObject({ state: 'abandoned', endedAt: expect.any(Number), proof: null });
    expect(ended.steps.at(-1)?.sentence).toContain('Nothing was changed in Okta');
    expect(isThere(old.id)).toBe(true);
    expect(await on.copied(token.id)).toBe(old.value);
    // It can begin again.
    expect((await rotations().beginToApp({ tokenId: token.id })).state).toBe('handing-over');
    await expect(rotations().beginToApp({ tokenId: token.id })).rejects.toThrow(/being rotated already/);
  });
});

describe('the proof without a new token', () => {
  it('is not claimed by an org that answers 401 to everything', async () => {
    const { old, token, rotationId } = await readyToRevoke();
    refuseEverything();
    const tried = await rotations().revoke({ rotationId });
    expect(tried).toMatchObject({
      ...{ state: 'revoking', proof: null, endedAt: null },
      attempts: [
        { proven: false, after: { status: 401, errorCode: 'E0000011' }, witness: { answered: false } },
      ],
    });
    expect(tried.attempts[0]?.sentence).toContain('it did not accept the app "hr-sync (app)" either');
    // The value stays, and the same rotation goes on after a restart.
    await on.restart();
    on.acme.faults.clear();
    expect(await on.copied(token.id)).toBe(old.value);
    expect((await rotations().revoke({ rotationId })).state).toBe('done');
    expect(isThere(old.id)).toBe(false);
  });

  it('is not claimed by an org that says that it revoked the token and then refuses everything', async () => {
    const { old, token, rotationId } = await readyToRevoke();
    // It executes nothing.
    on.acme.faults.add({ kind: 'refusal', status: 204, headers: {} }, { method: 'DELETE', times: 1 });
    refuseEverything();
    const tried = await rotations().revoke({ rotationId });
    expect(tried).toMatchObject({
      ...{ state: 'revoking', proof: null },
      attempts: [{ proven: false, revoked: { kind: 'accepted' }, after: { errorCode: 'E0000011' } }],
    });
    expect(isThere(old.id)).toBe(true);
    on.acme.faults.clear();
    expect(await on.copied(token.id)).toBe(old.value);
  });

  it('is not claimed when Okta answers the witness more than a minute later', async () => {
    const { rotationId } = await readyToRevoke();
    // The client waits for the limit to end, and then Okta answers.
    on.acme.faults.add({ kind: 'too-many', resetInSeconds: 62 }, { path: /\/api\/v1\/logs/, times: 1 });
    const tried = await rotations().revoke({ rotationId });
    expect(tried).toMatchObject({ state: 'revoking', proof: null, attempts: [{ proven: false }] });
    expect(tried.attempts[0]?.sentence).toContain('more than a minute later');
    expect(isThere(tried.oldOktaTokenId ?? '')).toBe(false);
    expect((await rotations().revoke({ rotationId })).state).toBe('done');
  });

  it('is not claimed when the clock is set back before Okta answers the witness', async () => {
    const { rotationId } = await readyToRevoke();
    on.acme.faults.add({ kind: 'too-many', resetInSeconds: 62 }, { path: /\/api\/v1\/logs/, times: 1 });
    const { clock } = on;
    const [now, sleep] = [clock.now.bind(clock), clock.sleep.bind(clock)];
    let back = 0;
    clock.now = () => now() - back;
    clock.sleep = async (ms, signal) => {
      await sleep(ms, signal);
      back = 2 * minute;
    };
    const tried = await rotations().revoke({ rotationId });
    expect(tried).toMatchObject({ state: 'revoking', proof: null, attempts: [{ proven: false }] });
    expect(tried.attempts[0]?.sentence).toContain('more than a minute later');
    expect((await rotations().revoke({ rotationId })).state).toBe('done');
  });

  it('is not claimed when nothing else of the org is kept', async () => {
    const { rotationId, appId } = await readyToRevoke();
    on.app.handlers.service.remove({ appId });
    const tried = await rotations().revoke({ rotationId, insist: 'revoke anyway' });
    expect(tried).toMatchObject({ state: 'revoking', proof: null });
    expect(tried.attempts[0]?.sentence).toContain('keeps no other credential of this org to ask');
  });

  it('is not claimed for a deactivated owner, with the list and without it', async () => {
    for (const needs of [reads('logs', 'tokens'), reads('groups')]) {
      const { old, token, rotationId } = await readyToRevoke(needs);
      on.acme.org.setStatus(owner, 'DEPROVISIONED');
      const tried = await rotations().revoke({ rotationId, insist: 'revoke anyway' });
      expect(tried).toMatchObject({ state: 'revoking', proof: null, attempts: [{ proven: false }] });
      expect(isThere(old.id)).toBe(true);
      on.acme.org.setStatus(owner, 'ACTIVE');
      // A person can give up. The value stays, and the record says that nothing is proven.
      const ended = await rotations().end({ rotationId });
      expect(ended).toMatchObject({ state: 'abandoned', proof: null });
      expect(ended.steps.at(-1)?.sentence).toContain('the revoke is not proven');
      expect(await on.copied(token.id)).toBe(old.value);
    }
  });

  it('rests on Okta’s word and the refusal where nothing may read the list, and says so', async () => {
    const { rotationId } = await readyToRevoke(reads('groups'));
    const done = await rotations().revoke({ rotationId, insist: 'revoke anyway' });
    expect(done.proof).toMatchObject({ proven: true, listed: null, revoked: { kind: 'accepted' } });
    expect(done.proof?.sentence).toMatch(/carried out the revoke and .* so the proof rests on these answers/);
  });

  it('goes back to the wait when Okta surely still accepts the token', async () => {
    const { old, rotationId } = await readyToRevoke();
    on.acme.faults.add(
      { kind: 'status', status: 503, errorCode: 'E0000010' },
      { path: /api-tokens\/(current|00T)/, method: 'DELETE', times: 2 },
    );
    const tried = await rotations().revoke({ rotationId });
    expect(tried).toMatchObject({ state: 'handing-over', proof: null });
    expect(tried.attempts[0]?.sentence).toContain('did not revoke the API token');
    expect(isThere(old.id)).toBe(true);
  });

  it('is exported with the app and what Okta answered it', async () => {
    const { old, rotationId, inOkta } = await readyToRevoke();
    const done = await rotations().revoke({ rotationId });
    const [json, html] = [join(on.folder, 'proof.json'), join(on.folder, 'proof.html')];
    on.dialogs.saveFile.push(json, html);
    await rotations().exportProof({ rotationId, as: 'json' });
    await rotations().exportProof({ rotationId, as: 'html' });
    for (const path of [json, html]) {
      const text = readFileSync(path, 'utf8');
      expect(text).toContain(inOkta.clientId);
      expect(text).toContain(done.proof?.witness?.requestId ?? 'missing');
      expect(text).not.toContain(old.value);
    }
    expect(readFileSync(html, 'utf8')).toContain('There is no new token.');
    expect(kept(rotationId).proof).toEqual(done.proof);
  });
});
