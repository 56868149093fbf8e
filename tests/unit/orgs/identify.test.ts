import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Failed } from '../../../src/main/base/failure.ts';
import { identifyOrg } from '../../../src/main/features/orgs/identify.ts';
import type { OktaClient } from '../../../src/main/okta/client.ts';
import { orgIdentity } from '../../../src/shared/contract/orgs.ts';
import { type FakeOkta, type RunningOrg, startFakeOkta } from '../../fake-okta/server.ts';
import { clientOf, SkippingClock } from '../okta/harness.ts';

let fake: FakeOkta;
let acme: RunningOrg;
let client: OktaClient;
let clock: SkippingClock;
beforeAll(async () => {
  fake = await startFakeOkta({
    orgs: [
      { subdomain: 'acme', companyName: 'Acme' },
      { subdomain: 'acme-preview', companyName: 'Acme preview', pipeline: 'v1' },
      { subdomain: 'dev-1234567', companyName: 'A trial' },
    ],
  });
  acme = fake.org('acme');
});
afterAll(() => fake.close());
beforeEach(() => {
  clock = new SkippingClock(fake);
  client = clientOf(fake, clock);
  acme.requests.length = 0;
});
afterEach(async () => {
  acme.faults.clear();
  acme.setCertificate('good');
  await client.close();
});

const failureOf = async (input: string) => {
  const error = await identifyOrg(client, input).catch((thrown: unknown) => thrown);
  if (!(error instanceof Failed)) throw new Error(`It did not fail: ${String(error)}`);
  return error.failure;
};

it('asks the org for its identity by one call without a token', async () => {
  const org = await identifyOrg(client, `${acme.origin}/app/UserHome?x=1`);
  expect(orgIdentity.parse(org)).toEqual(org);
  expect(org).toMatchObject({
    origin: acme.origin,
    host: `acme.localhost:${acme.port}`,
    oktaOrgId: acme.org.id,
    pipeline: 'idx',
    environment: 'production',
    notes: ['Left out the path. Only the host matters.'],
  });
  expect(acme.requests.map(({ method, path, headers }) => [method, path, headers.authorization])).toEqual([
    ['GET', '/.well-known/okta-organization', undefined],
  ]);
});

it.each([
  ['acme-preview', 'preview', 'v1'],
  ['dev-1234567', 'development', 'idx'],
])('%s: %s, %s', async (subdomain, environment, pipeline) => {
  expect(await identifyOrg(client, fake.org(subdomain).origin)).toMatchObject({ environment, pipeline });
});

describe('says why an org cannot be confirmed', () => {
  it('does not ask an address that is no Org URL', async () => {
    expect(await failureOf('{yourOktaDomain}')).toMatchObject({ code: 'org-url' });
    expect(acme.requests).toEqual([]);
  });

  it('a page that is not an org’s', async () => {
    acme.faults.add({ kind: 'html', status: 200 });
    const { code, sentence, smallPrint } = await failureOf(acme.origin);
    expect([code, smallPrint]).toEqual(['okta', 'Org not found, HTTP 200']);
    expect(sentence).toContain('not as an Okta org does');
  });

  it('shows the code and the request id of an answer in Okta’s form that is no org', async () => {
    acme.faults.add({ kind: 'status', status: 404, errorCode: 'E0000008' });
    const { sentence, smallPrint } = await failureOf(acme.origin);
    expect(sentence).toBe(`There is no Okta org at acme.localhost:${acme.port}.`);
    expect(smallPrint).toMatch(/^Org not found, HTTP 404/);
  });

  it('says that it sent nothing to a server with an untrusted certificate', async () => {
    acme.setCertificate('foreign');
    expect((await failureOf(acme.origin)).sentence).toContain('No secure connection');
    expect(acme.requests).toEqual([]);
  });

  it('reports trouble and limits without naming a token, since it sent none', async () => {
    for (const [fault, words] of [
      [{ kind: 'status', status: 503 }, 'does not know whether it is an Okta org'],
      [{ kind: 'too-many', resetInSeconds: 900 }, 'is used up'],
    ] as const) {
      acme.faults.add(fault, { times: 9 });
      const { sentence, remedy } = await failureOf(acme.origin);
      expect(sentence).toContain(words);
      expect(`${sentence} ${remedy}`).not.toMatch(/token|test/i);
      acme.faults.clear();
    }
  });
});

it('is cancelled by its signal', async () => {
  acme.faults.add({ kind: 'hang' });
  const controller = new AbortController();
  const asked = identifyOrg(client, acme.origin, false, controller.signal);
  controller.abort(new Error('enough'));
  await expect(asked).rejects.toThrow('enough');
});

it('reports a rate limit at once, since Org shows no waiting, and waits out short trouble', async () => {
  acme.faults.add({ kind: 'too-many', resetInSeconds: 30 });
  expect((await failureOf(acme.origin)).sentence).toMatch(/frees up in about 3\d s/);
  expect(clock.waits).toEqual([]);
  acme.faults.clear();
  acme.faults.add({ kind: 'status', status: 503 });
  expect((await identifyOrg(client, acme.origin)).oktaOrgId).toBe(acme.org.id);
});
