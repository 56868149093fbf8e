import { describe, expect, it } from 'vitest';
import { startProxy } from '../../fake-okta/proxy.ts';
import { hasty } from '../okta/harness.ts';

import {
  about,
  acme,
  client,
  clock,
  clue,
  desk,
  diagnose,
  fake,
  first,
  issue,
  opened,
  setUp,
  subject,
  tested,
  useProxy,
} from './desk-harness.ts';

describe('invalid token', () => {
  it('revoked: another token of the org reads when and by whom', async () => {
    const helper = issue('ada.admin');
    const token = issue('svc-terraform');
    const before = await tested(token.value);
    acme.org.revoke(token.id, acme.org.user('olga.org@acme.com'));
    const secrets = about(token.value, await tested(token.value, before), before, helper.value);
    const found = await diagnose();
    expect(first(found)).toEqual(['revoked', 'confirmed']);
    expect(found.causes[0]?.grounds).toMatch(
      /revoked on \d+ \w{3} \d{4} at \d\d:\d\d by olga\.org@acme\.com\. Read with "helper"/,
    );
    expect(found).toMatchObject({
      guideCase: 'Invalid token',
      said: 'Okta said: HTTP 401, E0000011: Invalid token provided.',
    });
    expect([found.remedy.action, found.second?.action]).toEqual(['open-tokens-page', 'paste-again']);
    expect(clue(found, 'listed')).toMatchObject({ state: 'trouble' });
    expect(secrets.every(({ wiped }) => wiped)).toBe(true);
    expect(acme.requests.length).toBeLessThanOrEqual(5);
  });

  it('no other token: says that nobody could be asked', async () => {
    const token = issue('svc-terraform');
    acme.org.revoke(token.id);
    about(token.value, await tested(token.value));
    const found = await diagnose();
    expect(clue(found, 'listed')).toMatchObject({
      state: 'unknown',
      detail: expect.stringMatching(/no other working token of this org/),
    });
    expect(found.causes.find(({ id }) => id === 'revoked')?.verdict).toBe('cannot-tell');
    expect(acme.requests.map(({ path }) => path)).toEqual(['/.well-known/okta-organization']);
  });

  it('another token that may not read: says so', async () => {
    const helper = issue('nora.norole');
    const token = issue('svc-terraform');
    const before = await tested(token.value);
    acme.org.revoke(token.id);
    about(token.value, await tested(token.value, before), before, helper.value);
    expect(clue(await diagnose(), 'log')).toMatchObject({
      state: 'unknown',
      detail: expect.stringMatching(/"helper", which may not read it/),
    });
  });

  it('expired: 30 days without use', async () => {
    const token = issue('svc-terraform');
    const before = await tested(token.value);
    fake.clock.advance(31 * 86_400_000);
    const helper = issue('ada.admin');
    about(token.value, await tested(token.value, before), before, helper.value);
    const found = await diagnose();
    expect(first(found)).toEqual(['expired', 'confirmed']);
  });

  it.each(['SUSPENDED', 'DEPROVISIONED'] as const)('its owner is %s', async (status) => {
    const helper = issue('ada.admin');
    const token = issue('svc-siem');
    // The owner may not read the list, so that its id comes from an owner's only token being there.
    const before = await tested(token.value);
    acme.org.setStatus('svc-siem@acme.com', status);
    about(token.value, await tested(token.value, before), before, helper.value);
    const found = await diagnose();
    acme.org.setStatus('svc-siem@acme.com', 'ACTIVE');
    expect(first(found)).toEqual(['owner', 'confirmed']);
    expect(found.causes[0]?.grounds).toContain(`svc-siem@acme.com is ${status}`);
    expect(found.remedy.action).toBe('open-owner-page');
    await desk.open(subject, 'open-owner-page');
    expect(opened).toEqual([`https://acme-admin.okta.com/admin/user/profile/view/${before.facts.owner?.id}`]);
  });

  it('miscopied: the end is missing', async () => {
    const cut = issue('svc-siem').value.slice(0, 40);
    about(cut, await tested(cut));
    const found = await diagnose();
    expect(first(found)).toEqual(['miscopied', 'confirmed']);
    expect(clue(found, 'shape')?.detail).toContain('40 characters');
  });

  it('reports that the clock of this computer is wrong', async () => {
    const token = issue('svc-siem');
    acme.org.revoke(token.id);
    about(token.value, await tested(token.value));
    const now = clock.now() + 3_600_000;
    Object.defineProperty(clock, 'now', { value: () => now });
    expect(clue(await diagnose(), 'clock')).toMatchObject({
      state: 'trouble',
      detail: 'No: it is 60 minutes ahead.',
    });
  });
});

describe('permission denied', () => {
  const zoned = () => {
    const [office] = acme.org.zones;
    return { network: { connection: 'ZONE', include: [office?.id ?? ''], exclude: [] } };
  };

  it('outside its zones: the System Log names the address that Okta saw', async () => {
    const helper = issue('ada.admin');
    const token = issue('svc-terraform', zoned());
    const before = await tested(token.value);
    acme.org.clientAddress = '192.0.2.99';
    const record = await tested(token.value, before);
    expect(record.outcome.kind).toBe('zone-blocked');
    about(token.value, record, before, helper.value);
    const found = await diagnose();
    expect(first(found)).toEqual(['zone', 'confirmed']);
    expect(found.causes[0]?.grounds).toContain('came from 192.0.2.99');
    expect(clue(found, 'zones')).toMatchObject({
      state: 'trouble',
      detail: 'No: 192.0.2.99 is not in the zones (Office).',
    });
    expect(found.guideCase).toBe('Permission denied');
  });

  it('outside its zones: the address is in its zones by now', async () => {
    const helper = issue('ada.admin');
    const token = issue('svc-terraform', zoned());
    const before = await tested(token.value);
    acme.org.clientAddress = '192.0.2.99';
    const record = await tested(token.value, before);
    acme.org.zones[0]?.gateways.push('192.0.2.0/24');
    about(token.value, record, before, helper.value);
    const found = await diagnose();
    acme.org.zones[0]?.gateways.pop();
    expect(clue(found, 'zones')).toMatchObject({ state: 'ok' });
    expect(found.remedy.action).toBe('test-again');
  });

  it('outside its zones: a token with an unknown id is the only one of its owner, since Okta accepts it', async () => {
    const helper = issue('ada.admin');
    const token = issue('svc-scim', zoned());
    const before = await tested(token.value);
    expect(before.facts.oktaTokenId).toBeNull();
    acme.org.clientAddress = '192.0.2.99';
    const record = await tested(token.value, before);
    expect(record.outcome.kind).toBe('not-allowed');
    about(token.value, record, before, helper.value);
    expect(first(await diagnose())).toEqual(['zone', 'confirmed']);
  });

  it('its owner has no role', async () => {
    const helper = issue('ada.admin');
    const token = issue('nora.norole');
    const before = await tested(token.value);
    acme.faults.add({ kind: 'status', status: 403, errorCode: 'E0000006' });
    about(token.value, await tested(token.value, before), before, helper.value);
    const found = await diagnose();
    expect(first(found)).toEqual(['role', 'confirmed']);
    expect(found.remedy.action).toBe('open-owner-page');
  });
});

describe('rate limiting', () => {
  it('the token’s own share: another token is accepted, and the wait has an end', async () => {
    const helper = issue('ada.admin');
    const token = issue('svc-terraform');
    acme.faults.add({ kind: 'too-many', resetInSeconds: 900 });
    const record = await tested(token.value);
    about(token.value, record, null, helper.value);
    const found = await diagnose();
    expect(first(found)).toEqual(['own-share', 'confirmed']);
    expect(found.remedy).toMatchObject({ action: 'wait-and-test', at: record.outcome.retryAt });
    // The limited token itself was not used again.
    expect(acme.requests.filter(({ headers }) => headers.authorization === `SSWS ${token.value}`)).toEqual(
      [],
    );
  });

  it('the org’s limit: the other token is refused, too', async () => {
    const helper = issue('ada.admin');
    const token = issue('svc-terraform');
    acme.faults.add({ kind: 'too-many', resetInSeconds: 900 }, { times: 2, path: /users\/me/ });
    about(token.value, await tested(token.value), null, helper.value);
    expect(first(await diagnose())).toEqual(['org-limit', 'confirmed']);
  });

  it('too many calls at one time', async () => {
    const token = issue('svc-terraform');
    acme.faults.add({ kind: 'too-many', concurrency: true, resetInSeconds: 900 }, { times: 20 });
    const record = await tested(token.value);
    expect(record.outcome.kind).toBe('rate-limited');
    about(token.value, record);
    const found = await diagnose();
    expect(found.causes.find(({ id }) => id === 'at-once')?.verdict).toBe('confirmed');
  });

  it('free again', async () => {
    const token = issue('svc-terraform');
    acme.faults.add({ kind: 'too-many', resetInSeconds: 900 });
    about(token.value, await tested(token.value));
    fake.clock.advance(1_000_000);
    const found = await diagnose();
    expect(first(found)).toEqual(['freed', 'confirmed']);
    expect(found.remedy.action).toBe('test-again');
  });
});

it('owner inactive: locked out, with the way to unlock', async () => {
  const token = issue('svc-siem');
  acme.org.setStatus('svc-siem@acme.com', 'LOCKED_OUT');
  const record = await tested(token.value);
  about(token.value, record);
  const found = await diagnose();
  acme.org.setStatus('svc-siem@acme.com', 'ACTIVE');
  expect(first(found)).toEqual(['owner', 'confirmed']);
  expect(found.remedy).toMatchObject({ action: 'open-owner-page', sentence: 'Unlock the account.' });
});

describe('the connection', () => {
  const failing = async (begin: () => unknown) => {
    const token = issue('svc-terraform');
    await begin();
    const record = await tested(token.value);
    about(token.value, record);
    return { record, found: await diagnose() };
  };

  it('another page in its place: momentary when it is over', async () => {
    const { record, found } = await failing(() => acme.faults.add({ kind: 'html', status: 200 }));
    expect(record.outcome.kind).toBe('not-an-okta-org');
    expect(first(found)).toEqual(['passed', 'confirmed']);
  });

  it('another page in its place, for good: names the issuer of the certificate', async () => {
    const { found } = await failing(() => acme.faults.add({ kind: 'html', status: 200 }, { times: 50 }));
    expect(found.causes[0]).toMatchObject({
      id: 'inspected',
      grounds: expect.stringMatching(/issued by "Fake Okta test authority"/),
    });
  });

  it('nobody answers at the address', async () => {
    await acme.refuseConnections();
    const { record, found } = await failing(() => undefined);
    await acme.acceptConnections();
    expect(record.outcome.kind).toBe('no-network');
    expect(first(found)).toEqual(['blocked', 'confirmed']);
    expect(clue(found, 'certificate')).toMatchObject({
      state: 'unknown',
      detail: expect.stringMatching(/ECONNREFUSED/),
    });
  });

  it('a broken connection that was momentary', async () => {
    const { found } = await failing(() => acme.faults.add({ kind: 'reset' }));
    expect(first(found)).toEqual(['passed', 'confirmed']);
    expect(found.remedy.action).toBe('test-again');
  });

  it.each([
    ['wants a password', { auth: 'ada:secret' }, 'proxy-sign-in'],
    ['refuses', { refuse: 403 }, 'proxy-refuses'],
  ])('a proxy that %s', async (_name, options, cause) => {
    const proxy = await startProxy(options);
    useProxy(proxy.url);
    const { record, found } = await failing(() => undefined);
    proxy.close();
    expect(record.outcome.kind).toBe('proxy');
    expect(first(found)).toEqual([cause, 'confirmed']);
    expect(clue(found, 'proxy')?.detail).toContain(new URL(proxy.url).host);
  });

  it('a proxy that does not exist', async () => {
    useProxy('http://127.0.0.1:9');
    const { found } = await failing(() => undefined);
    expect(first(found)).toEqual(['proxy-unreachable', 'confirmed']);
    expect(found.remedy.action).toBe('open-network-settings');
  });

  it('TLS rewritten: names the issuer, through a proxy too', async () => {
    const proxy = await startProxy();
    useProxy(proxy.url);
    const { record, found } = await failing(() => acme.setCertificate('foreign'));
    proxy.close();
    expect(record.outcome.kind).toBe('tls');
    expect(first(found)).toEqual(['inspected', 'confirmed']);
    expect(found.causes[0]?.grounds).toMatch(
      /issued by "An authority nobody knows", .* through the proxy 127/,
    );
    expect(acme.requests).toEqual([]);
  });

  it('a certificate that has expired', async () => {
    const { found } = await failing(() => acme.setCertificate('expired'));
    expect(first(found)).toEqual(['certificate-ended', 'confirmed']);
    expect(found.said).toBe('The call did not reach Okta. This computer said CERT_HAS_EXPIRED.');
  });

  it('a certificate for another name: says which', async () => {
    const { found } = await failing(() => acme.setCertificate('wrong-host'));
    expect(first(found)).toEqual(['wrong-name', 'confirmed']);
    expect(found.causes[0]?.grounds).toContain('other.example');
  });

  it('no answer to this call only', async () => {
    await client.close();
    setUp(hasty);
    const { record, found } = await failing(() =>
      acme.faults.add({ kind: 'hang' }, { path: /users\/me/, times: 9 }),
    );
    expect(record.outcome.kind).toBe('timeout');
    expect(first(found)).toEqual(['slow-okta', 'confirmed']);
    expect(found.remedy.action).toBe('open-okta-status');
    await desk.open(subject, 'open-okta-status');
    expect(opened).toEqual(['https://status.okta.com/']);
  });

  it('Okta has trouble', async () => {
    const { record, found } = await failing(() =>
      acme.faults.add({ kind: 'status', status: 500 }, { times: 50 }),
    );
    expect(record.outcome.kind).toBe('okta-trouble');
    expect(first(found)).toEqual(['okta-down', 'confirmed']);
  });

  it('a gateway in front of Okta', async () => {
    const { found } = await failing(() => acme.faults.add({ kind: 'html' }, { times: 50 }));
    expect(first(found)).toEqual(['gateway', 'confirmed']);
  });

  it('answers that are cut off repeatedly', async () => {
    const { record, found } = await failing(() =>
      acme.faults.add({ kind: 'truncated' }, { times: 50, path: /users\/me/ }),
    );
    expect(record.outcome.kind).toBe('unexpected-answer');
    expect(found.causes.find(({ id }) => id === 'new-form')?.verdict).toBe('confirmed');
  });
});
