import { afterEach, beforeEach, expect, it } from 'vitest';
import type { FakeToken } from '../../../src/demo/okta/model.ts';
import { logUrlOf } from '../../../src/main/features/orgs/org-url.ts';
import { dayMs } from '../../../src/main/features/usage/day-use.ts';
import { Usage } from '../../../src/main/features/usage/desk.ts';
import { usageHandlers } from '../../../src/main/features/usage/handlers.ts';
import type { OktaClient } from '../../../src/main/okta/client.ts';
import type { Token } from '../../../src/shared/contract/tokens.ts';
import { type FakeOkta, type RunningOrg, startFakeOkta } from '../../fake-okta/server.ts';
import { clientOf, SkippingClock } from '../okta/harness.ts';
import { addToken } from '../vault/contents.ts';
import { HandClock, quiet } from '../vault/memory-keyring.ts';
import { act, type OpenVault, openVault, orgOf, secretOf } from './world.ts';

const tokenId = crypto.randomUUID();
let fake: FakeOkta;
let acme: RunningOrg;
let token: FakeToken;
let kept: OpenVault;
let clock: HandClock;
let client: OktaClient;
let usage: Usage;
let keepDays = 90;
let noted: string[][];
let opened: string[];
let knownId: string | null;
let onPublish = (): void => undefined;

beforeEach(async () => {
  fake = await startFakeOkta();
  acme = orgOf(fake);
  token = acme.org.issueToken({ owner: 'ada.admin@acme.com', name: 'mine' });
  clock = new HandClock(fake.clock.now());
  client = clientOf(fake, new SkippingClock(fake));
  kept = await openVault(clock);
  addToken(kept.vault, tokenId, token.value);
  keepDays = 90;
  noted = [];
  opened = [];
  knownId = token.id;
  onPublish = () => undefined;
  usage = made();
});
afterEach(async () => {
  usage.stop();
  await client.close();
  kept.end();
  await fake.close();
});

/** A kept token as far as usage looks at it. */
const view = (): Token =>
  ({
    id: tokenId,
    orgId: 'org',
    orgHost: 'acme.okta.com',
    label: 'mine-2026',
    readable: true,
    known: { oktaTokenId: knownId },
  }) as unknown as Token;

const made = (): Usage =>
  new Usage({
    app: () => null,
    vault: kept.vault,
    client,
    clock,
    log: quiet,
    publish: () => onPublish(),
    orgs: () => [{ id: 'org', origin: acme.origin }],
    tokens: () => [view()],
    token: () => view(),
    secretOf: () => secretOf(token)(),
    askers: () => [view()],
    keepDays: () => keepDays,
    opener: { openUrl: async (url) => void opened.push(url.href), showFolder: () => undefined },
    logUrlOf: (_, oktaTokenId) =>
      logUrlOf('https://acme-admin.okta.com/admin/access/api/tokens', oktaTokenId),
    note: (action, _, sentence) => noted.push([action, sentence]),
  });
const page = () => usage.page(tokenId);
const logCalls = () => acme.requests.filter(({ path }) => path === '/api/v1/logs').length;

it('reads only while the vault is open, and once at a time for each org', async () => {
  await usage.read('org');
  expect(logCalls()).toBe(0);
  usage.start();
  expect(logCalls()).toBe(0);
  act(acme, token);
  clock.advance(59_000);
  expect(logCalls()).toBe(0);
  clock.advance(1_000);
  expect(usage.read('org')).toBe(usage.read('org'));
  await usage.read('org');
  expect((await page()).total).toBe(1);
  const before = logCalls();
  usage.stop();
  clock.advance(600_000);
  await usage.read('org');
  expect(logCalls()).toBe(before);
});

it('reads at once when the page of a token opens and the last reading is old', async () => {
  usage.start();
  act(acme, token);
  expect((await page()).log.state).toBe('never');
  await usage.read('org');
  const read = await page();
  expect(read).toMatchObject({ total: 1, log: { state: 'read', readWith: 'mine-2026' } });
  const before = logCalls();
  await page();
  expect(logCalls()).toBe(before);
});

it('does not loop with a window that asks for the page at every change', async () => {
  acme.org.user('ada.admin@acme.com').roles.length = 0;
  usage.start();
  await usage.read('org');
  let told = 0;
  onPublish = () => {
    if (++told < 50) void page();
  };
  clock.advance(61_000);
  await usage.read('org');
  for (let n = 0; n < 20; n++) await Promise.resolve();
  expect(told).toBeLessThan(5);
});

it('does not read when no usage is kept', async () => {
  keepDays = 0;
  usage.start();
  expect((await page()).log.state).toBe('off');
  clock.advance(300_000);
  await usage.read('org');
  expect(logCalls()).toBe(0);
});

it('asks a token that may not read only once an hour, unless a person asks', async () => {
  acme.org.user('ada.admin@acme.com').roles.length = 0;
  usage.start();
  await usage.read('org');
  const once = logCalls();
  expect(once).toBeGreaterThan(0);
  expect((await page()).log).toMatchObject({
    state: 'trouble',
    sentence: expect.stringContaining('may read'),
  });
  await usage.read('org');
  expect(logCalls()).toBe(once);
  clock.advance(3_600_001);
  await usage.read('org');
  const twice = logCalls();
  expect(twice).toBeGreaterThan(once);
  // The clock was a day wrong, and is corrected.
  clock.advance(-24 * 3_600_000);
  await usage.read('org');
  expect(logCalls()).toBeGreaterThan(twice);
});

it('reports the use of a token said to be retired, and can be silenced for one token and rule', async () => {
  usage.start();
  const { retire, silence } = usageHandlers(usage);
  await retire({ tokenId, retired: true });
  fake.clock.advance(2 * dayMs);
  act(acme, token);
  await usage.read('org');
  const found = await page();
  expect(found.findings.map(({ rule }) => rule)).toEqual(['after-retirement']);
  const quietened = await silence({ tokenId, rule: 'after-retirement', silenced: true });
  expect(quietened.findings).toEqual([]);
  expect(quietened.rules.find(({ rule }) => rule === 'after-retirement')).toMatchObject({
    silenced: true,
    found: 1,
  });
  expect((await silence({ tokenId, rule: 'after-retirement', silenced: false })).findings).toHaveLength(1);
  expect((await retire({ tokenId, retired: false })).findings).toEqual([]);
  expect(noted).toEqual([
    ['token.retired', 'It was marked as retired.'],
    ['token.rule', 'Findings of the rule "Use after retirement" are silenced.'],
    ['token.rule', 'Findings of the rule "Use after retirement" are reported again.'],
    ['token.retired', 'It was marked as in use.'],
  ]);
});

it('writes into the record from which share to which it changed the token in Okta', async () => {
  await usage.setShare(tokenId, { percentage: 20, concurrencyPercentage: 30 });
  const share = (rate: number, calls: number) =>
    `${rate}% of every rate limit, ${calls}% of the calls at a time`;
  expect(noted).toEqual([
    ['token.share', `"Share of the limits" was changed from "${share(50, 50)}" to "${share(20, 30)}".`],
  ]);
});

it('forgets older days at once when fewer are kept, and everything of a removed token', async () => {
  usage.start();
  act(acme, token);
  await usage.read('org');
  fake.clock.advance(20 * dayMs);
  act(acme, token);
  await usage.read('org');
  expect((await page()).total).toBe(2);
  keepDays = 7;
  usage.keepDaysChanged();
  expect((await page()).total).toBe(1);
  const forget = usage.forgetLater(tokenId);
  expect((await page()).total).toBe(1);
  forget();
  expect((await page()).total).toBe(0);
});

it('keeps the limits of answers, and the share through the handlers', async () => {
  usage.start();
  const { share, setShare, limits } = usageHandlers(usage);
  acme.org.warningThreshold = 75;
  expect(await share({ tokenId })).toMatchObject({ percentage: 50 });
  expect(await setShare({ tokenId, percentage: 40, concurrencyPercentage: 40 })).toMatchObject({
    percentage: 40,
  });
  const seen = await limits({ tokenId });
  expect(seen).toMatchObject({ threshold: 75, thresholdKnown: true });
  expect(seen.buckets.map(({ bucket }) => bucket)).toContain('Principal rate limits');
});

it('opens the System Log of the Admin Console with the events of this token only, and says what is missing without its id', async () => {
  await usage.openLog(tokenId);
  const url = new URL(opened[0] ?? '');
  expect(url.origin + url.pathname).toBe('https://acme-admin.okta.com/report/system_log_2');
  expect([...url.searchParams]).toEqual([
    ['search', `transaction.detail.requestApiTokenId eq "${token.id}"`],
  ]);
  knownId = null;
  await expect(usage.openLog(tokenId)).rejects.toMatchObject({ failure: { code: 'not-tested' } });
  expect(opened).toHaveLength(1);
});
