import { describe, expect, it } from 'vitest';
import { causesOf, remedyOf } from '../../../src/main/features/diagnosis/causes.ts';
import { type Clues, type Past, plan, questions } from '../../../src/main/features/diagnosis/clues.ts';
import type { FailedKind } from '../../../src/main/features/diagnosis/findings.ts';
import { noPast } from '../../../src/main/features/diagnosis/past.ts';
import { guideCaseOf, saidOf } from '../../../src/main/features/diagnosis/said.ts';
import { outcome } from '../../../src/main/okta/outcomes.ts';
import { cause as causeSchema, clueId } from '../../../src/shared/contract/diagnosis.ts';
import { outcomeKind } from '../../../src/shared/contract/outcome.ts';
import type { RateLimit } from '../../../src/shared/contract/testing.ts';

const now = Date.UTC(2026, 10, 24, 12);
const day = 86_400_000;
const by = 'terraform';
const used: Past = {
  ...noPast,
  acceptedAt: now - 2 * day,
  expiresAt: now + 28 * day,
  oktaTokenId: '00Tabcdefghijklmnopq',
};
const idle: Past = { ...used, acceptedAt: now - 40 * day, expiresAt: now - 10 * day };
const anywhere = { connection: 'ANYWHERE', include: [], exclude: [] };
const listed = { by, found: true, expiresAt: null, network: anywhere };
const gone = { ...listed, found: false, network: null };
const quiet = { by, revoked: null, outside: null };
const why = { why: 'nobody could be asked' };
const limit: RateLimit = { bucket: 'Users', limit: 300, remaining: 0, resetAt: now + 60_000 };
const open = {
  issuer: 'DigiCert Inc',
  names: ['*.okta.com'],
  validFrom: now - day,
  validTo: now + day,
  publicIssuer: true,
};
const owned = { ...open, issuer: 'Acme TLS inspection', publicIssuer: false };
const failing = (kind: FailedKind) => ({ kind, retryAt: null, status: null });

interface Row {
  readonly name: string;
  readonly kind: FailedKind;
  readonly facts?: Parameters<typeof outcome>[3];
  readonly past?: Past;
  readonly limit?: RateLimit | null;
  readonly clues?: Clues;
  /** The likeliest cause, its verdict and the action offered. */
  readonly first: readonly [id: string, verdict: string, action: string];
  readonly ruledOut?: readonly string[];
}

const rows: readonly Row[] = [
  // Invalid token
  {
    name: 'revoked, by the System Log',
    kind: 'not-accepted',
    past: used,
    clues: { listed: gone, log: { ...quiet, revoked: { at: now - 1000, actor: 'ada@acme.com' } } },
    first: ['revoked', 'confirmed', 'open-tokens-page'],
    ruledOut: ['expired', 'miscopied', 'other-org'],
  },
  {
    name: 'revoked, by the list alone: it was used of late',
    kind: 'not-accepted',
    past: used,
    clues: { listed: gone, log: why },
    first: ['revoked', 'confirmed', 'open-tokens-page'],
    ruledOut: ['expired', 'miscopied', 'other-org'],
  },
  {
    name: 'expired: unused for 30 days and gone from the list',
    kind: 'not-accepted',
    past: idle,
    clues: { listed: gone, log: quiet },
    first: ['expired', 'confirmed', 'open-tokens-page'],
    ruledOut: ['miscopied', 'other-org'],
  },
  {
    name: 'the owner is suspended: the list still holds it',
    kind: 'not-accepted',
    past: used,
    clues: { listed, log: quiet, owner: { by, login: 'svc@acme.com', status: 'SUSPENDED' } },
    first: ['owner', 'confirmed', 'open-owner-page'],
    ruledOut: ['revoked', 'expired', 'miscopied', 'other-org'],
  },
  {
    name: 'cut off while copying',
    kind: 'not-accepted',
    clues: { shape: { kind: 'cut-off', length: 40 }, listed: why, log: why, owner: why },
    first: ['miscopied', 'confirmed', 'paste-again'],
  },
  {
    name: 'not a token by its look',
    kind: 'not-accepted',
    clues: { shape: { kind: 'other', length: 64 } },
    first: ['miscopied', 'confirmed', 'paste-again'],
  },
  {
    name: 'Okta took it for no token at all: the value is the first suspect',
    kind: 'not-accepted',
    facts: { status: 403, errorCode: 'E0000005' },
    clues: { shape: { kind: 'token', length: 42 } },
    first: ['miscopied', 'cannot-tell', 'paste-again'],
  },
  {
    name: 'nobody to ask, never accepted here: nothing can be told',
    kind: 'not-accepted',
    clues: { shape: { kind: 'token', length: 42 }, org: { kind: 'same' }, listed: why, log: why, owner: why },
    first: ['revoked', 'cannot-tell', 'open-tokens-page'],
  },
  {
    name: 'the address leads to another org by now',
    kind: 'not-accepted',
    past: used,
    clues: { org: { kind: 'another' }, listed: why, log: why },
    first: ['other-org', 'confirmed', 'change-org'],
    ruledOut: ['expired', 'miscopied'],
  },
  // Permission denied
  {
    name: 'no role at all',
    kind: 'not-allowed',
    clues: { roles: { by, types: [], labels: [] }, zones: { by, fit: 'anywhere', address: null, names: [] } },
    first: ['role', 'confirmed', 'open-owner-page'],
    ruledOut: ['zone'],
  },
  {
    name: 'a super admin, so it is the network',
    kind: 'not-allowed',
    clues: {
      roles: { by, types: ['SUPER_ADMIN'], labels: ['Super Administrator'] },
      log: { ...quiet, outside: { at: now, address: '192.0.2.9' } },
    },
    first: ['zone', 'confirmed', 'open-tokens-page'],
    ruledOut: ['role'],
  },
  {
    name: 'nothing could be read: the role comes first for a 403',
    kind: 'not-allowed',
    clues: { roles: why, zones: why, listed: why, log: why },
    first: ['role', 'cannot-tell', 'open-owner-page'],
  },
  {
    name: 'a feature the org does not have',
    kind: 'not-allowed',
    facts: { status: 401, errorCode: 'E0000015' },
    first: ['feature', 'confirmed', 'copy-report'],
  },
  {
    name: 'a path that is not there',
    kind: 'not-allowed',
    facts: { status: 404, errorCode: 'E0000008' },
    first: ['missing', 'confirmed', 'copy-report'],
  },
  {
    name: 'outside its zones, by the System Log',
    kind: 'zone-blocked',
    clues: { log: { ...quiet, outside: { at: now, address: '192.0.2.9' } } },
    first: ['zone', 'confirmed', 'open-tokens-page'],
  },
  {
    name: 'in its zones by now',
    kind: 'zone-blocked',
    clues: {
      log: { ...quiet, outside: { at: now, address: '192.0.2.9' } },
      zones: { by, fit: 'inside', address: '192.0.2.9', names: ['Office'] },
    },
    first: ['zone', 'cannot-tell', 'test-again'],
  },
  {
    name: 'nobody to ask about zones: still the zone before the role',
    kind: 'zone-blocked',
    past: { ...used, network: { connection: 'ZONE', include: ['nzo1'], exclude: [] } },
    clues: { log: why, zones: why, roles: why },
    first: ['zone', 'cannot-tell', 'open-tokens-page'],
  },
  {
    name: 'the restriction is gone, so it is the role',
    kind: 'zone-blocked',
    clues: { zones: { by, fit: 'anywhere', address: null, names: [] }, roles: { by, types: [], labels: [] } },
    first: ['role', 'confirmed', 'open-owner-page'],
    ruledOut: ['zone'],
  },
  // Rate limiting
  {
    name: 'the token’s own share',
    kind: 'rate-limited',
    facts: { status: 429, retryAt: now + 60_000 },
    limit,
    clues: { share: { by, used: 'own' } },
    first: ['own-share', 'confirmed', 'wait-and-test'],
    ruledOut: ['freed', 'at-once', 'org-limit'],
  },
  {
    name: 'the org’s limit',
    kind: 'rate-limited',
    facts: { status: 429, retryAt: now + 60_000 },
    limit,
    clues: { share: { by, used: 'org' } },
    first: ['org-limit', 'confirmed', 'wait-and-test'],
    ruledOut: ['freed', 'at-once', 'own-share'],
  },
  {
    name: 'too many at one time',
    kind: 'rate-limited',
    facts: { status: 429, retryAt: now + 60_000 },
    limit: { ...limit, limit: 0 },
    clues: { share: { by, used: 'own' } },
    first: ['at-once', 'confirmed', 'wait-and-test'],
    ruledOut: ['freed', 'own-share', 'org-limit'],
  },
  {
    name: 'freed up',
    kind: 'rate-limited',
    facts: { status: 429, retryAt: now - 1 },
    limit,
    clues: { share: why },
    first: ['freed', 'confirmed', 'test-again'],
  },
  {
    name: 'whose limit, nobody can say',
    kind: 'rate-limited',
    facts: { status: 429, retryAt: now + 60_000 },
    limit,
    clues: { share: why },
    first: ['own-share', 'cannot-tell', 'wait-and-test'],
  },
  // Owner
  {
    name: 'locked out',
    kind: 'owner-inactive',
    clues: { again: { kind: 'owner-inactive', retryAt: null, status: 'LOCKED_OUT' } },
    first: ['owner', 'confirmed', 'open-owner-page'],
    ruledOut: ['active-again'],
  },
  {
    name: 'unlocked meanwhile',
    kind: 'owner-inactive',
    clues: { again: { kind: 'accepted', retryAt: null, status: 'ACTIVE' } },
    first: ['active-again', 'confirmed', 'test-again'],
    ruledOut: ['owner'],
  },
  // The way there
  {
    name: 'momentary',
    kind: 'no-network',
    clues: { again: { kind: 'accepted', retryAt: null, status: null }, org: { kind: 'same' }, name: 'found' },
    first: ['passed', 'confirmed', 'test-again'],
    ruledOut: ['offline', 'no-such-name', 'blocked'],
  },
  {
    name: 'offline',
    kind: 'no-network',
    clues: {
      again: failing('no-network'),
      org: { kind: 'no-network', status: null },
      name: 'not-found',
      connected: false,
    },
    first: ['offline', 'confirmed', 'test-again'],
    ruledOut: ['passed'],
  },
  {
    name: 'a name that does not exist',
    kind: 'no-network',
    clues: {
      again: failing('no-network'),
      org: { kind: 'no-network', status: null },
      name: 'not-found',
      connected: true,
    },
    first: ['no-such-name', 'confirmed', 'test-again'],
    ruledOut: ['passed', 'offline'],
  },
  {
    name: 'a firewall',
    kind: 'no-network',
    clues: {
      again: failing('no-network'),
      org: { kind: 'no-network', status: null },
      name: 'found',
      connected: true,
    },
    first: ['blocked', 'confirmed', 'open-network-settings'],
    ruledOut: ['passed', 'offline', 'no-such-name'],
  },
  {
    name: 'a proxy that wants a password',
    kind: 'proxy',
    facts: { status: 407 },
    clues: { again: failing('proxy'), org: { kind: 'proxy', status: 407 }, proxy: 'proxy:8080' },
    first: ['proxy-sign-in', 'confirmed', 'open-network-settings'],
    ruledOut: ['passed', 'proxy-refuses', 'proxy-unreachable'],
  },
  {
    name: 'a proxy that refuses',
    kind: 'proxy',
    facts: { status: 403 },
    clues: { again: failing('proxy'), org: { kind: 'proxy', status: 403 }, proxy: 'proxy:8080' },
    first: ['proxy-refuses', 'confirmed', 'open-network-settings'],
    ruledOut: ['passed', 'proxy-sign-in', 'proxy-unreachable'],
  },
  {
    name: 'a proxy that is not there',
    kind: 'proxy',
    clues: { again: failing('proxy'), org: { kind: 'proxy', status: null }, proxy: 'proxy:8080' },
    first: ['proxy-unreachable', 'confirmed', 'open-network-settings'],
    ruledOut: ['passed', 'proxy-sign-in', 'proxy-refuses'],
  },
  {
    name: 'TLS is rewritten',
    kind: 'tls',
    facts: { errorCode: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' },
    clues: { again: failing('tls'), certificate: owned, clock: why },
    first: ['inspected', 'confirmed', 'open-network-settings'],
    ruledOut: ['passed', 'certificate-ended', 'wrong-name'],
  },
  {
    name: 'the certificate has expired',
    kind: 'tls',
    facts: { errorCode: 'CERT_HAS_EXPIRED' },
    clues: { again: failing('tls'), certificate: { ...open, validTo: now - 1 }, clock: why },
    first: ['certificate-ended', 'confirmed', 'copy-report'],
    ruledOut: ['passed', 'inspected', 'wrong-name'],
  },
  {
    name: 'the clock is behind the certificate',
    kind: 'tls',
    facts: { errorCode: 'CERT_NOT_YET_VALID' },
    clues: { again: failing('tls'), certificate: { ...open, validFrom: now + 1 }, clock: why },
    first: ['clock', 'confirmed', 'test-again'],
    ruledOut: ['passed', 'inspected', 'certificate-ended', 'wrong-name'],
  },
  {
    name: 'a certificate for another name',
    kind: 'tls',
    facts: { errorCode: 'ERR_TLS_CERT_ALTNAME_INVALID' },
    clues: { again: failing('tls'), certificate: open, clock: why },
    first: ['wrong-name', 'confirmed', 'change-org'],
    ruledOut: ['passed', 'inspected', 'certificate-ended'],
  },
  {
    name: 'Okta is slow for this one call',
    kind: 'timeout',
    clues: { again: failing('timeout'), org: { kind: 'same' }, proxy: null },
    first: ['slow-okta', 'confirmed', 'open-okta-status'],
    ruledOut: ['passed', 'held'],
  },
  {
    name: 'the network holds every call',
    kind: 'timeout',
    clues: { again: failing('timeout'), org: { kind: 'timeout', status: null }, proxy: null },
    first: ['held', 'confirmed', 'open-network-settings'],
    ruledOut: ['passed', 'slow-okta'],
  },
  {
    name: 'Okta is down',
    kind: 'okta-trouble',
    facts: { status: 503, requestId: 'r1' },
    clues: { again: failing('okta-trouble'), org: { kind: 'okta-trouble', status: 503 } },
    first: ['okta-down', 'confirmed', 'open-okta-status'],
    ruledOut: ['passed', 'gateway'],
  },
  {
    name: 'a gateway before Okta',
    kind: 'okta-trouble',
    facts: { status: 502 },
    clues: { again: failing('okta-trouble'), org: { kind: 'same' } },
    first: ['gateway', 'confirmed', 'open-network-settings'],
    ruledOut: ['passed', 'okta-down'],
  },
  {
    name: 'Okta in a new form',
    kind: 'unexpected-answer',
    facts: { status: 200, requestId: 'r1' },
    clues: { again: failing('unexpected-answer'), certificate: open },
    first: ['new-form', 'confirmed', 'copy-report'],
    ruledOut: ['passed', 'inspected'],
  },
  {
    name: 'something changes answers',
    kind: 'unexpected-answer',
    facts: { status: 200 },
    clues: { again: failing('unexpected-answer'), certificate: owned, proxy: 'proxy:8080' },
    first: ['inspected', 'cannot-tell', 'open-network-settings'],
    ruledOut: ['passed'],
  },
  {
    name: 'sent on to another address',
    kind: 'unexpected-answer',
    facts: { status: 302 },
    clues: { again: failing('unexpected-answer') },
    first: ['moved', 'confirmed', 'change-org'],
    ruledOut: ['passed'],
  },
  {
    name: 'another page in its place',
    kind: 'not-an-okta-org',
    facts: { status: 200 },
    past: used,
    clues: {
      again: failing('not-an-okta-org'),
      certificate: owned,
      org: { kind: 'not-an-okta-org', status: 200 },
    },
    first: ['inspected', 'cannot-tell', 'open-network-settings'],
    ruledOut: ['passed', 'wrong-url'],
  },
  {
    name: 'another org at the address',
    kind: 'not-an-okta-org',
    clues: { again: failing('not-an-okta-org'), certificate: open, org: { kind: 'another' } },
    first: ['wrong-url', 'confirmed', 'change-org'],
    ruledOut: ['passed', 'inspected'],
  },
];

describe('the order of causes by the answers of the checks', () => {
  it.each(rows)(
    '$kind: $name',
    ({ kind, facts, past = noPast, limit: rateLimit = null, clues = {}, first, ruledOut }) => {
      const said = outcome(kind, 'It failed.', '', facts);
      const causes = causesOf({ outcome: said, host: 'acme.okta.com', past, rateLimit, clues, now });
      for (const one of causes) expect(causeSchema.parse(one)).toEqual(one);
      const [likeliest] = causes;
      expect([likeliest?.id, likeliest?.verdict, remedyOf(causes).remedy.action]).toEqual(first);
      if (ruledOut !== undefined) {
        const out = causes.filter(({ verdict }) => verdict === 'ruled-out').map(({ id }) => id);
        expect(out.toSorted()).toEqual(ruledOut.toSorted());
      }
      // A cause that is ruled out never comes before one that is not.
      const rank = causes.map(({ verdict }) => ['confirmed', 'cannot-tell', 'ruled-out'].indexOf(verdict));
      expect(rank).toEqual(rank.toSorted());
    },
  );

  it('covers every outcome that is not accepted, each with a plan of checks and their titles', () => {
    // Nothing has to be checked for a policy, which is its own cause.
    const failed = outcomeKind.options.filter((kind) => kind !== 'accepted' && kind !== 'policy');
    expect(failed.filter((kind) => !rows.some((row) => row.kind === kind))).toEqual([]);
    for (const kind of failed) expect(plan[kind as FailedKind].length, kind).toBeGreaterThan(1);
    expect(Object.keys(questions).toSorted()).toEqual(clueId.options.toSorted());
  });

  it('lists causes by experience for every outcome before a check has answered', () => {
    for (const kind of outcomeKind.options) {
      if (kind === 'accepted') continue;
      const said = outcome(kind, 'It failed.', '', { retryAt: now + 1000 });
      const causes = causesOf({ outcome: said, host: 'h', past: noPast, rateLimit: null, clues: {}, now });
      // A policy is the only cause of its outcome.
      expect(causes.length, kind).toBeGreaterThan(kind === 'policy' ? 0 : 1);
      expect(remedyOf(causes).remedy.label, kind).not.toBe('');
    }
  });
});

it('says that everything is ruled out, and asks for a test', () => {
  const said = outcome('unexpected-answer', 'It failed.', '', { status: 200, requestId: 'r' });
  const causes = causesOf({ outcome: said, host: 'h', past: noPast, rateLimit: null, clues: {}, now }).map(
    (one) => ({
      ...one,
      verdict: 'ruled-out' as const,
    }),
  );
  expect(remedyOf(causes).remedy).toMatchObject({
    action: 'test-again',
    sentence: expect.stringMatching(/ruled out/),
  });
});

it('a new token has a second step: paste it', () => {
  const said = outcome('not-accepted', 'No.', '', { status: 401, errorCode: 'E0000011' });
  const clues = { listed: gone, log: { ...quiet, revoked: { at: now, actor: '' } } };
  const causes = causesOf({ outcome: said, host: 'h', past: used, rateLimit: null, clues, now });
  expect(remedyOf(causes).second?.action).toBe('paste-again');
});

it('gives Okta’s message in its own terms, and the three cases of its guide', () => {
  expect(saidOf(outcome('not-accepted', '', '', { status: 401, errorCode: 'E0000011' }))).toBe(
    'HTTP 401, E0000011: Invalid token provided.',
  );
  expect(saidOf(outcome('tls', '', '', { errorCode: 'CERT_HAS_EXPIRED' }))).toBe(
    'The call did not reach Okta. This computer said CERT_HAS_EXPIRED.',
  );
  expect(saidOf(outcome('proxy', '', '', { status: 407 }))).toContain('The proxy answered HTTP 407');
  expect(
    ['not-accepted', 'not-allowed', 'zone-blocked', 'rate-limited', 'tls'].map((kind) =>
      guideCaseOf(kind as FailedKind),
    ),
  ).toEqual(['Invalid token', 'Permission denied', 'Permission denied', 'Rate limiting', null]);
});
