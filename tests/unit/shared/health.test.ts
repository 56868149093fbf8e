import { describe, expect, it } from 'vitest';
import type { OutcomeKind } from '../../../src/shared/contract/outcome.ts';
import type { KeyRotation, KeyRotationState, ServiceApp } from '../../../src/shared/contract/service.ts';
import type { Token } from '../../../src/shared/contract/tokens.ts';
import { appHealthOf, expiryOf, healthOf, withTest } from '../../../src/shared/health.ts';
import { ago, dayName, inDays, until } from '../../../src/shared/time-words.ts';
import { profile, record, token as sample } from '../main/samples.ts';

const day = 86_400_000;
const now = new Date(2026, 10, 24, 12).getTime();

const token = (more: Partial<Token> = {}): Token => sample({ createdAt: now, capturedAt: now, ...more });

function tested(
  kind: OutcomeKind,
  at: number,
  roles: string[] = [],
): Pick<Token, 'lastTest' | 'known' | 'lastAcceptedAt'> {
  return {
    lastAcceptedAt: kind === 'accepted' ? at : null,
    lastTest: {
      id: crypto.randomUUID(),
      at,
      tookMs: 142,
      checks: [],
      outcome: {
        kind,
        word: kind === 'not-accepted' ? 'Not accepted' : 'Word',
        sentence: '',
        remedy: '',
        status: null,
        errorCode: null,
        errorId: null,
        requestId: null,
        retryAt: null,
      },
    },
    known: {
      owner: null,
      roles: roles.map((type) => ({ type, label: type, assignment: 'USER' })),
      oktaTokenId: null,
      oktaTokenName: null,
      network: null,
      expiresAt: at + 30 * day,
      expiryBasis: 'okta',
      rateLimit: null,
    },
  };
}

it('takes a new test for the newest when a wrong clock has dated the earlier one', () => {
  const kept = withTest(token(), record(now + 40 * day));
  expect(withTest(kept, record(now)).lastTest?.at).toBe(now);
  // Two tests of one moment arrive in any order.
  expect(withTest(kept, record(now + 40 * day - 60_000)).lastTest?.at).toBe(now + 40 * day);
});

describe('health', () => {
  it.each<[string, Partial<Token>, string, string]>([
    ['never tested', {}, 'Attention', 'Never tested'],
    ['tested lately', tested('accepted', now - 4 * 60_000), 'Healthy', 'Tested 4 min ago, 142 ms'],
    ['failed', tested('not-accepted', now - 3_600_000), 'Failing', 'Not accepted since 11:00'],
    ['failed days ago', tested('zone-blocked', now - 3 * day), 'Failing', 'Word since 21 Nov'],
    [
      'a lost network is not its fault',
      tested('no-network', now - 60_000),
      'Attention',
      'Word when tested 1 min ago',
    ],
    ['a super admin’s', tested('accepted', now, ['SUPER_ADMIN']), 'Attention', 'Its owner is a super admin'],
    ['unused for long', tested('accepted', now - 24 * day), 'Attention', 'Unused, expires in 6 days'],
    [
      'unused for too long',
      tested('accepted', now - 31 * day),
      'Attention',
      'Has most likely expired after 30 days without use',
    ],
    [
      'rotation soon',
      { ...tested('accepted', now), capturedAt: now - 88 * day },
      'Attention',
      'Rotation due in 2 days',
    ],
    [
      'rotation late',
      { ...tested('accepted', now), capturedAt: now - 120 * day },
      'Attention',
      'Rotation is due',
    ],
    [
      'unreadable',
      { ...tested('accepted', now), readable: false },
      'Attention',
      'The kept value does not open. Paste it again',
    ],
  ])('%s', (_name, more, health, reason) => {
    expect(healthOf(token(more), now)).toMatchObject({ health, reason });
  });

  it('shows first what needs a person first', () => {
    const order = [
      token(tested('not-accepted', now)),
      token({ readable: false }),
      token(tested('accepted', now - 24 * day)),
      token({ ...tested('accepted', now), capturedAt: now - 120 * day }),
      token(),
      token(tested('accepted', now)),
    ].map((one) => healthOf(one, now).urgency);
    expect(order).toEqual([...order].sort((a, b) => b - a));
    expect(new Set(order).size).toBe(order.length);
  });

  it('a failed test does not move the forecast; only an accepted use does', () => {
    const one = token({ ...tested('not-accepted', now), lastAcceptedAt: now - 10 * day });
    expect(expiryOf(one)).toEqual({ at: now + 20 * day, sure: false });
  });
});

it('writes times in words', () => {
  expect([0, 5 * 60_000, 3 * 3_600_000, 1.5 * day, 12 * day].map((past) => ago(now - past, now))).toEqual([
    'just now',
    '5 min ago',
    '3 h ago',
    'yesterday',
    '12 days ago',
  ]);
  expect([0.4, 1.4, 2.4, -0.4, -3.2].map((days) => inDays(now + days * day, now))).toEqual([
    'today',
    'tomorrow',
    'in 2 days',
    'today',
    '3 days ago',
  ]);
  expect([20_000, 60_000, 12 * 60_000, 3 * 3_600_000].map((left) => until(now + left, now))).toEqual([
    'in less than a minute',
    'in 1 minute',
    'in 12 minutes',
    'in 3 hours',
  ]);
});

it('names calendar days, not spans of 24 hours', () => {
  const at = (date: number, hour: number) => new Date(2026, 10, date, hour).getTime();
  const morning = at(24, 1);
  expect(
    [at(24, 0), at(23, 23), at(23, 0), at(22, 23), at(1, 12)].map((time) => dayName(time, morning)),
  ).toEqual(['Today', 'Yesterday', 'Yesterday', 'Sunday, 22 Nov', 'Sunday, 1 Nov']);
  // The first of a month follows the last of the one before.
  expect(dayName(new Date(2026, 10, 30, 9).getTime(), new Date(2026, 11, 1, 9).getTime())).toBe('Yesterday');
});

it('keeps a result that is older than the known one, and the newer one stays', () => {
  const newer = record(now, 'not-accepted');
  const tested = token({ lastTest: newer, lastAcceptedAt: null });
  expect(withTest(tested, record(now - 60_000))).toEqual({ ...tested, lastAcceptedAt: now - 60_000 });
});

describe('the health of an OAuth service app', () => {
  const test = (kind: OutcomeKind, at = now - day) => {
    const { lastTest } = tested(kind, at);
    return lastTest === null ? null : { ...lastTest, dpop: true, missing: [], rows: [] };
  };
  const rotating = (state: KeyRotationState): KeyRotation => ({
    ...{ state, startedAt: now - day, endedAt: null, steps: [], oldKid: 'old', newKid: 'new', newJwk: '{}' },
    ...{ test: null, check: null },
  });
  const app = (more: Partial<ServiceApp>): ServiceApp => ({
    ...profile('report'),
    ...{ id: crypto.randomUUID(), orgId: crypto.randomUUID(), orgHost: 'acme.okta.com', tokenId: null },
    ...{ madeAt: now - day, kid: 'kid', jwk: '{}', clientId: '0oa1234567890abcdefgh', job: null, plan: null },
    ...{ lastTest: null, readable: true, keyRotation: null, ...more },
  });

  it.each<[string, Partial<ServiceApp>, string, RegExp]>([
    ['whose key does not open', { readable: false, clientId: null }, 'Attention', /does not open/],
    ['that is not finished', { clientId: null }, 'Attention', /Not finished/],
    ['that was never tested', {}, 'Attention', /Never tested/],
    ['that Okta refused', { lastTest: test('not-allowed') }, 'Failing', /since/],
    ['that Okta could not judge', { lastTest: test('timeout') }, 'Attention', /when tested/],
    ['that works', { lastTest: test('accepted') }, 'Healthy', /Tested/],
    [
      'whose next key is due in five days',
      { lastTest: test('accepted'), madeAt: now - 85 * day },
      'Attention',
      /due in 5 days/,
    ],
    [
      'whose key is being rotated, and was due',
      { lastTest: test('accepted'), madeAt: now - 95 * day, keyRotation: rotating('switched') },
      'Rotating',
      /^Remove the old key in Okta$/,
    ],
    [
      'that Okta refuses during a rotation',
      { lastTest: test('not-accepted'), keyRotation: rotating('made') },
      'Failing',
      /since/,
    ],
    // A forecast of 30 days without use is for API tokens. The key of an app does not expire.
    [
      'that was tested 80 days ago',
      { lastTest: test('accepted', now - 80 * day), madeAt: now - 80 * day },
      'Healthy',
      /Tested/,
    ],
  ])('of one %s', (_what, more, health, reason) => {
    const found = appHealthOf(app(more), now);
    expect(found.health).toBe(health);
    expect(found.reason).toMatch(reason);
  });
});
