import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Fault } from '../../../src/demo/okta/faults.ts';
import { Secret } from '../../../src/main/base/secret.ts';
import { listedTokenOf } from '../../../src/main/features/rotation/quiet.ts';
import type { OktaClient } from '../../../src/main/okta/client.ts';
import { clientOf } from '../okta/harness.ts';
import {
  fetchWith,
  handedOver,
  isThere,
  minute,
  on,
  owner,
  readyToRevoke,
  rotations,
  two,
} from './rotation-harness.ts';

const secretsIn = (text: string, ...values: string[]) => values.filter((value) => text.includes(value));

describe('a rotation without downtime', () => {
  it('goes from plan to proof, and keeps no old value after', async () => {
    const { old, fresh, token, rotationId } = await readyToRevoke();
    const done = await rotations().revoke({ rotationId });
    expect(done).toMatchObject({ state: 'done', oldOktaTokenId: old.id, newOktaTokenId: fresh.id });
    expect(done.proof).toMatchObject({
      proven: true,
      by: 'current',
      listed: false,
      after: { status: 401, errorCode: 'E0000011', requestId: expect.stringMatching(/.+/) },
    });
    expect(isThere(old.id)).toBe(false);
    expect(isThere(fresh.id)).toBe(true);
    expect(await on.copied(token.id)).toBe(fresh.value);
    expect(on.token(token.id)).toMatchObject({ rotation: null, revokedAt: null });
    const told = JSON.stringify([on.published, done]);
    expect(secretsIn(told, old.value, fresh.value)).toEqual([]);
    await on.app.end();
    const db = new DatabaseSync(join(on.folder, 'Keyturn', 'keyturn.vault'), { readOnly: true });
    expect(db.prepare('SELECT other, other_tag FROM rotations').all()).toEqual([
      { other: null, other_tag: null },
    ]);
    db.close();
  });

  it('captures to disk before it clears the clipboard, and a restart finds both values', async () => {
    const { token, fresh, old } = await two();
    const captured = await on.captured(token.id, fresh.value);
    expect(captured).toMatchObject({ state: 'captured', newFingerprint: expect.stringMatching(/\w/) });
    expect(on.clipboard.text).toBe('');
    await on.restart();
    expect(on.token(token.id).rotation).toMatchObject({ state: 'captured' });
    expect(await on.copied(token.id)).toBe(old.value);
    const compared = await rotations().compare({ rotationId: captured.id });
    expect(compared.state).toBe('compared');
    expect(compared.comparison?.confirm).toEqual([]);
  });

  it('refuses the old value itself and a value kept elsewhere, and leaves the clipboard', async () => {
    const { token, old, fresh } = await two();
    const other = await on.addToken(fresh.value, 'other');
    const { id } = await rotations().begin({ tokenId: token.id });
    on.clipboard.text = old.value;
    await expect(rotations().captureFromClipboard({ rotationId: id })).rejects.toThrow(/old token itself/);
    on.clipboard.text = fresh.value;
    await expect(rotations().captureFromClipboard({ rotationId: id })).rejects.toThrow(
      /kept here as "other"/,
    );
    expect(on.clipboard.text).toBe(fresh.value);
    expect(other.id).not.toBe(token.id);
    await expect(async () => rotations().begin({ tokenId: token.id })).rejects.toThrow(
      /being rotated already/,
    );
  });

  it('does not hand over a token that does not work, and takes another one', async () => {
    const { token, fresh } = await two();
    const { id } = await on.captured(token.id, fresh.value);
    on.acme.org.revoke(fresh.id);
    const compared = await rotations().compare({ rotationId: id });
    expect(compared).toMatchObject({
      state: 'captured',
      new: { test: { outcome: { kind: 'not-accepted' } } },
    });
    await expect(rotations().handOver({ rotationId: id, confirm: [] })).rejects.toThrow(
      /is not possible now/,
    );
    const again = await rotations().putAside({ rotationId: id, newToken: 'revoke' });
    expect(again).toMatchObject({ state: 'planned', newFingerprint: null });
    const third = on.acme.org.issueToken({ owner, name: 'third' });
    await rotations().captureTyped({ rotationId: id, value: third.value });
    expect((await rotations().compare({ rotationId: id })).state).toBe('compared');
  });
});

describe('the comparison', () => {
  it('names another owner, and hands over only when that is confirmed', async () => {
    const { token, fresh } = await two('svc-scim@acme.com');
    const { id } = await on.captured(token.id, fresh.value);
    const { comparison } = await rotations().compare({ rotationId: id });
    const asks = comparison?.confirm.map(({ what }) => what) ?? [];
    expect(asks).toContain('other-owner');
    await expect(rotations().handOver({ rotationId: id, confirm: [] })).rejects.toThrow(/Not confirmed yet/);
    expect((await rotations().handOver({ rotationId: id, confirm: asks })).state).toBe('handing-over');
  });

  it('says what will stop working with a narrower token, and names a broader one', async () => {
    const admin = on.acme.org.issueToken({ owner: 'ada.admin@acme.com', name: 'old' });
    const token = await on.addToken(admin.value, 'wide');
    const little = on.acme.org.issueToken({ owner: 'nora.norole@acme.com', name: 'new' });
    const { id } = await on.captured(token.id, little.value);
    const { comparison } = await rotations().compare({ rotationId: id });
    const narrower = comparison?.confirm.find(({ what }) => what === 'narrower');
    expect(narrower?.sentence).toMatch(/can no longer read .*(Users|Apps|System Log)/);
    expect(comparison?.rows.find(({ name }) => name === 'API tokens')).toMatchObject({
      old: 'Allowed',
      new: 'Not allowed',
      difference: 'narrower',
    });
  });
});

describe('the search for the old token in Okta', () => {
  it('finds the token by an event that a call of Keyturn left with it', async () => {
    const elder = on.acme.org.issueToken({ owner: 'svc-hr-sync@acme.com', name: 'elder' });
    const old = on.acme.org.issueToken({ owner: 'svc-hr-sync@acme.com', name: 'old' });
    const token = await on.addToken(old.value, 'hr-sync');
    expect(token.known?.oktaTokenId).toBeNull();
    // A zone that shuts the old one out leaves an event with every refused call.
    const [office] = on.acme.org.zones;
    const fake = on.acme.org.tokens.find(({ id }) => id === old.id);
    if (fake === undefined || office === undefined) throw new Error('no token or zone');
    fake.network = { connection: 'ZONE', include: [office.id], exclude: [] };
    on.acme.org.clientAddress = '192.0.2.99';
    const fresh = on.acme.org.issueToken({ owner, name: 'new' });
    const { id } = await on.captured(token.id, fresh.value);
    const compared = await rotations().compare({ rotationId: id });
    expect(compared.oldOktaTokenId).toBe(old.id);
    expect(elder.id).not.toBe(old.id);
  });

  it('asks the person when nothing identifies the token', async () => {
    const elder = on.acme.org.issueToken({ owner, name: 'elder' });
    const old = on.acme.org.issueToken({ owner, name: 'old' });
    const token = await on.addToken(old.value, 'hr-sync');
    const fresh = on.acme.org.issueToken({ owner, name: 'new' });
    const { id: rotationId } = await on.captured(token.id, fresh.value);
    const compared = await rotations().compare({ rotationId });
    expect(compared.oldOktaTokenId).toBeNull();
    await rotations().handOver({
      rotationId,
      confirm: compared.comparison?.confirm.map(({ what }) => what) ?? [],
    });
    expect((await rotations().checkQuiet({ rotationId })).quiet).toMatchObject({ verdict: 'cannot-tell' });
    const listed = await rotations().candidates({ rotationId });
    expect(listed.map(({ name }) => name).sort()).toEqual(['elder', 'new', 'old']);
    expect(listed.some(({ id }) => id === elder.id)).toBe(true);
    const picked = await rotations().pickOld({ rotationId, oktaTokenId: old.id });
    expect(picked.oldOktaTokenId).toBe(old.id);
    expect((await rotations().checkQuiet({ rotationId })).quiet).toMatchObject({ verdict: 'waiting' });
  });

  it('names network zones when it can read them', async () => {
    const { token, fresh } = await two();
    const [office] = on.acme.org.zones;
    const made = on.acme.org.tokens.find(({ id }) => id === fresh.id);
    if (made === undefined || office === undefined) throw new Error('no token or zone');
    made.network = { connection: 'ZONE', include: [office.id], exclude: [] };
    on.acme.org.clientAddress = '203.0.113.10';
    const { id } = await on.captured(token.id, fresh.value);
    const { comparison } = await rotations().compare({ rotationId: id });
    expect(comparison?.rows.find(({ name }) => name === 'Network')).toMatchObject({
      old: 'Any address',
      new: 'Network zones: only Office',
      difference: 'narrower',
    });
  });
});

describe('the wait until the old token is quiet', () => {
  it('sees a use in the System Log, with its user and its address', async () => {
    const { rotationId, old } = await handedOver();
    on.fake.clock.advance(minute);
    await fetchWith(old.value, 'python-requests/2.32', 'POST', '/api/v1/groups', {
      profile: { name: 'made with the old one' },
    });
    const { quiet } = await rotations().checkQuiet({ rotationId });
    expect(quiet).toMatchObject({
      verdict: 'in-use',
      log: { read: true, last: { userAgent: 'python-requests/2.32' } },
    });
    await expect(rotations().revoke({ rotationId })).rejects.toThrow(
      /1 consumer does not have .*still being used/,
    );
  });

  it('sees a use without an event by the moved expiry, and ignores its own calls', async () => {
    const { rotationId, old } = await handedOver();
    on.fake.clock.advance(10 * minute);
    expect((await rotations().checkQuiet({ rotationId })).quiet).toMatchObject({
      verdict: 'waiting',
      expiry: { moved: false },
    });
    await fetchWith(old.value, 'curl/8', 'GET', '/api/v1/users?limit=1');
    on.fake.clock.advance(minute);
    const { quiet } = await rotations().checkQuiet({ rotationId });
    expect(quiet).toMatchObject({ verdict: 'in-use', log: { calls: 0 }, expiry: { moved: true } });
    expect(quiet?.sentence).toMatch(/wrote no event/);
  });

  it('asks for a typed confirmation before it revokes a token that is still in use', async () => {
    const { rotationId, old } = await handedOver();
    await expect(rotations().revoke({ rotationId, insist: 'yes' })).rejects.toThrow(/not revoked yet/);
    expect(isThere(old.id)).toBe(true);
    const done = await rotations().revoke({ rotationId, insist: 'Revoke anyway' });
    expect(done.state).toBe('done');
    expect(done.steps.some(({ sentence }) => /insisted on the revoke\. 1 consumer/.test(sentence))).toBe(
      true,
    );
  });
});

describe('a step of a rotation', () => {
  it('builds on the record as it is when Okta answers, not as it was at the call', async () => {
    const { rotationId, rotation } = await handedOver();
    const itemId = rotation.checklist[0]?.id ?? '';
    on.acme.faults.add({ kind: 'latency', ms: 300 }, { times: 3 });
    const asked = on.acme.requests.length;
    const checking = rotations().checkQuiet({ rotationId });
    await expect.poll(() => on.acme.requests.length).toBeGreaterThan(asked);
    await rotations().tick({ rotationId, itemId, done: true });
    await checking;
    const [kept] = (await rotations().list({})).filter(({ id }) => id === rotationId);
    expect(kept?.checklist[0]?.doneAt).not.toBeNull();
    expect(kept?.quiet).not.toBeNull();
  });
});

describe('one token of the list, read by its id', () => {
  const ask = (oktaTokenId: string) =>
    listedTokenOf(client, on.acme.origin, Secret.fromText(asker.value), oktaTokenId);
  let client: OktaClient;
  let asker: { value: string };
  beforeEach(() => {
    client = clientOf(on.fake, on.clock);
    asker = on.acme.org.issueToken({ owner, name: 'asker' });
  });
  afterEach(() => client.close());

  it('is read while it exists, and gone after Okta’s own 404', async () => {
    const { id } = on.acme.org.issueToken({ owner, name: 'looked for' });
    expect(await ask(id)).toMatchObject({ read: true, token: { id, name: 'looked for' } });
    on.acme.org.revoke(id);
    expect(await ask(id)).toMatchObject({ read: true, why: '', token: null });
    expect(on.acme.requests.filter(({ path }) => path === '/api/v1/api-tokens')).toEqual([]);
  });

  it.each<[string, Fault, string]>([
    ['a 404 that is not Okta’s', { kind: 'html', status: 404 }, 'org not found when asked'],
    ['a 404 of another code', { kind: 'status', status: 404, errorCode: 'E0000008' }, 'may not read it'],
    ['a refusal', { kind: 'status', status: 403, errorCode: 'E0000006' }, 'this token may not read it'],
  ])('%s does not prove that the token is gone', async (_what, fault, why) => {
    const { id } = on.acme.org.issueToken({ owner, name: 'still there' });
    on.acme.faults.add(fault, { path: /api-tokens\// });
    const said = await ask(id);
    expect(said).toMatchObject({ read: false, token: null });
    expect(said.why).toContain(why);
  });
});

describe('the proof', () => {
  it('revokes by id with the new token when the old token may not revoke itself', async () => {
    const { rotationId, old } = await readyToRevoke();
    on.acme.faults.add(
      { kind: 'status', status: 403, errorCode: 'E0000006' },
      { path: /api-tokens\/current/, method: 'DELETE', times: 1 },
    );
    const done = await rotations().revoke({ rotationId });
    expect(done).toMatchObject({ state: 'done', proof: { by: 'id', proven: true } });
    expect(isThere(old.id)).toBe(false);
  });

  it.each([
    ['403', { kind: 'status', status: 403, errorCode: 'E0000006' }],
    ['404', { kind: 'status', status: 404, errorCode: 'E0000007' }],
    ['5xx', { kind: 'status', status: 503, errorCode: 'E0000010' }],
  ] as const)(
    'is not claimed when every revoke is answered %s, and the old token remains as the way back',
    async (_name, fault) => {
      const { rotationId, old, token } = await readyToRevoke();
      on.acme.faults.add(fault, { path: /api-tokens\/(current|00T)/, method: 'DELETE', times: 2 });
      const tried = await rotations().revoke({ rotationId });
      expect(tried).toMatchObject({ state: 'handing-over', proof: null, attempts: [{ proven: false }] });
      expect(tried.attempts[0]?.sentence).toMatch(/did not revoke .* and still accepts it/);
      const undone = await rotations().undo({ rotationId });
      expect(undone.state).toBe('rolled-back');
      expect(await on.copied(token.id)).toBe(old.value);
    },
  );

  it('waits through a 429 and then proves', async () => {
    const { rotationId } = await readyToRevoke();
    on.acme.faults.add({ kind: 'too-many', resetInSeconds: 5 }, { method: 'DELETE', times: 1 });
    expect((await rotations().revoke({ rotationId })).state).toBe('done');
  });

  it('proves a revoke whose answer was lost', async () => {
    const { rotationId, old } = await readyToRevoke();
    on.acme.faults.add({ kind: 'html', status: 502 }, { method: 'DELETE', times: 1, reaches: true });
    const done = await rotations().revoke({ rotationId });
    expect(isThere(old.id)).toBe(false);
    expect(done).toMatchObject({ state: 'done', proof: { proven: true } });
  });

  it('keeps the old value and the intent when nothing is certain, and continues when asked', async () => {
    const { rotationId, old } = await readyToRevoke();
    on.acme.faults.add({ kind: 'reset' }, { times: Number.POSITIVE_INFINITY });
    const tried = await rotations().revoke({ rotationId });
    expect(tried).toMatchObject({ state: 'revoking', proof: null });
    await on.restart();
    on.acme.faults.clear();
    const done = await rotations().revoke({ rotationId });
    expect(done).toMatchObject({ state: 'done', proof: { after: { errorCode: 'E0000011' } } });
    expect(isThere(old.id)).toBe(false);
  });

  it('does not take a deactivated owner as proof, because the list still has the token', async () => {
    const { rotationId, old } = await handedOver('svc-terraform@acme.com');
    on.acme.org.setStatus(owner, 'DEPROVISIONED');
    const tried = await rotations().revoke({ rotationId, insist: 'revoke anyway' });
    expect(tried).toMatchObject({
      state: 'revoking',
      proof: null,
      attempts: [{ after: { status: 401, errorCode: 'E0000011' }, listed: true, proven: false }],
    });
    expect(tried.attempts[0]?.sentence).toMatch(/still lists it.*no proof/);
    expect(isThere(old.id)).toBe(true);
  });

  it('is exported as JSON and HTML, with the request id and no value', async () => {
    const { rotationId, old, fresh } = await readyToRevoke();
    const done = await rotations().revoke({ rotationId });
    const [json, html] = [join(on.folder, 'proof.json'), join(on.folder, 'proof.html')];
    on.dialogs.saveFile.push(json, html);
    expect(await rotations().exportProof({ rotationId, as: 'json' })).toEqual({ path: json });
    expect(await rotations().exportProof({ rotationId, as: 'html' })).toEqual({ path: html });
    expect(await rotations().exportProof({ rotationId, as: 'html' })).toEqual({ path: null });
    expect(on.dialogs.suggested.at(-1)).toMatch(/^rotation-[\w-]+-\d{4}-\d\d-\d\d\.html$/);
    for (const path of [json, html]) {
      const text = readFileSync(path, 'utf8');
      expect(text).toContain(done.proof?.after.requestId ?? 'missing');
      expect(text).toContain('E0000011');
      expect(secretsIn(text, old.value, fresh.value)).toEqual([]);
    }
    expect(JSON.parse(readFileSync(json, 'utf8'))).toMatchObject({ state: 'done', proof: { proven: true } });
  });
});

describe('undo', () => {
  it('restores the old value in one step, and keeps the new one until the person decides on it', async () => {
    const { rotationId, old, fresh, token } = await handedOver();
    expect(await on.copied(token.id)).toBe(fresh.value);
    await rotations().undo({ rotationId });
    expect(await on.copied(token.id)).toBe(old.value);
    await rotations().resume({ rotationId });
    expect(await on.copied(token.id)).toBe(fresh.value);
    await rotations().undo({ rotationId });
    await expect(rotations().end({ rotationId })).rejects.toThrow(/new token was captured/);
    const ended = await rotations().end({ rotationId, newToken: 'revoke' });
    expect(ended).toMatchObject({ state: 'rolled-back', endedAt: expect.any(Number) });
    expect(isThere(fresh.id)).toBe(false);
    expect(isThere(old.id)).toBe(true);
    expect(on.token(token.id).rotation).toBeNull();
  });

  it('forgets the new value only when told to', async () => {
    const { rotationId, fresh } = await handedOver();
    await rotations().undo({ rotationId });
    const ended = await rotations().end({ rotationId, newToken: 'forget' });
    expect(ended.steps.at(-1)?.sentence).toMatch(/forgot the new token. It continues to work/);
    expect(isThere(fresh.id)).toBe(true);
  });

  it('keeps the new value when its revoke cannot be proven', async () => {
    const { rotationId, fresh, token } = await handedOver();
    await rotations().undo({ rotationId });
    on.acme.faults.add({ kind: 'reset' }, { times: Number.POSITIVE_INFINITY });
    expect((await rotations().end({ rotationId, newToken: 'revoke' })).endedAt).toBeNull();
    on.acme.faults.clear();
    await rotations().resume({ rotationId });
    expect(await on.copied(token.id)).toBe(fresh.value);
  });
});
