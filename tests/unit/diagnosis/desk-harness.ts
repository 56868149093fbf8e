import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { Secret } from '../../../src/main/base/secret.ts';
import { DiagnosisDesk } from '../../../src/main/features/diagnosis/desk.ts';
import type { Patient } from '../../../src/main/features/diagnosis/look.ts';
import { pastOf } from '../../../src/main/features/diagnosis/past.ts';
import { runTest } from '../../../src/main/features/testing/checks.ts';
import type { OktaClient } from '../../../src/main/okta/client.ts';
import type { OktaNetwork } from '../../../src/main/okta/network.ts';
import type { EventPayload } from '../../../src/shared/contract/bridge.ts';
import { events } from '../../../src/shared/contract/methods.ts';
import type { TestRecord } from '../../../src/shared/contract/testing.ts';
import { type FakeOkta, type RunningOrg, startFakeOkta } from '../../fake-okta/server.ts';
import { clientOf, SkippingClock } from '../okta/harness.ts';

export const subject = { tokenId: '6a0c2b63-94f5-4d6c-8f0c-0a9f6f0d1c11' };
export let fake: FakeOkta;
export let acme: RunningOrg;
export let clock: SkippingClock;
export let client: OktaClient;
let network: OktaNetwork;
export let clipboard: string;
export let opened: string[];
export let told: { event: string; payload: unknown }[];
let patient: () => Patient;
export let desk: DiagnosisDesk;

beforeAll(async () => {
  fake = await startFakeOkta({ orgs: [{ subdomain: 'acme', companyName: 'Acme' }] });
  acme = fake.org('acme');
});
afterAll(() => fake.close());
beforeEach(() => setUp());
export function setUp(limits = {}): void {
  clock = new SkippingClock(fake);
  network = { extraCaPem: fake.caPem, proxy: { mode: 'none' } };
  client = clientOf(fake, clock, { limits, network: () => network });
  clipboard = '';
  opened = [];
  told = [];
  desk = new DiagnosisDesk({
    client,
    clock,
    network: () => network,
    clipboard: {
      readText: async () => clipboard,
      writeText: async (text) => {
        clipboard = text;
      },
      clear: async () => {
        clipboard = '';
      },
    },
    opener: { openUrl: async (url) => void opened.push(url.href), showFolder: () => undefined },
    publish: (event, payload) => void told.push({ event, payload: events[event].parse(payload) }),
    version: '1.2.3',
    platform: 'test',
    patient: () => patient(),
    onTrouble: (error) => {
      throw error;
    },
  });
  acme.requests.length = 0;
}
afterEach(async () => {
  acme.faults.clear();
  acme.setCertificate('good');
  acme.org.clientAddress = '203.0.113.10';
  for (const { id } of acme.org.tokens) acme.org.revoke(id);
  await client.close();
});

export const issue = (owner: string, more = {}) =>
  acme.org.issueToken({ owner: `${owner}@acme.com`, name: `${owner}-2026`, ...more });

export async function tested(value: string, before: TestRecord | null = null): Promise<TestRecord> {
  return runTest({
    client,
    clock,
    origin: acme.origin,
    secret: Secret.fromText(value),
    known: () => ({
      oktaTokenId: before?.facts.oktaTokenId ?? null,
      network: before?.facts.network ?? null,
      others: [],
    }),
    signal: new AbortController().signal,
    onCheck: () => undefined,
  });
}

/** Makes the failed test of a value the desk's patient; `before` is an earlier test, `helper` another kept token's value. */
export function about(
  value: string,
  record: TestRecord,
  before: TestRecord | null = null,
  helper: string | null = null,
) {
  const secrets: Secret[] = [];
  patient = () => {
    const secret = Secret.fromText(value);
    secrets.push(secret);
    return {
      origin: acme.origin,
      oktaOrgId: acme.org.id,
      adminUrl: 'https://acme-admin.okta.com/admin/access/api/tokens',
      record,
      past: pastOf(before === null ? [record] : [record, before]),
      secret,
      helpers:
        helper === null
          ? []
          : [
              {
                label: 'helper',
                open: () => {
                  const other = Secret.fromText(helper);
                  secrets.push(other);
                  return other;
                },
              },
            ],
    };
  };
  return secrets;
}

export async function finished(): Promise<EventPayload<'diagnosisFinished'>> {
  for (;;) {
    const end = told.find(({ event }) => event === 'diagnosisFinished');
    if (end !== undefined) return end.payload as EventPayload<'diagnosisFinished'>;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** Lets the desk find out, and gives the diagnosis; whatever it was, only GETs were made for it. */
export async function diagnose() {
  acme.requests.length = 0;
  desk.start(subject);
  const { diagnosis } = await finished();
  expect(acme.requests.filter(({ method }) => method !== 'GET')).toEqual([]);
  if (diagnosis === null) throw new Error('There is no diagnosis.');
  return diagnosis;
}
export const first = ({ causes }: Awaited<ReturnType<typeof diagnose>>) => [
  causes[0]?.id,
  causes[0]?.verdict,
];
export const clue = ({ checks }: Awaited<ReturnType<typeof diagnose>>, id: string) =>
  checks.find((one) => one.id === id);

/** Lets the desk's calls and checks go through a proxy. */
export function useProxy(url: string): void {
  network = { ...network, proxy: { mode: 'custom', url } };
}
