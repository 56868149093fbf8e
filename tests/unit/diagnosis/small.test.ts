import { describe, expect, it } from 'vitest';
import { Secret } from '../../../src/main/base/secret.ts';
import { inZone } from '../../../src/main/features/diagnosis/answers-read.ts';
import { pageOf } from '../../../src/main/features/diagnosis/desk.ts';
import { noPast, pastOf } from '../../../src/main/features/diagnosis/past.ts';
import { shapeOf } from '../../../src/main/features/diagnosis/shape.ts';
import { howLong } from '../../../src/main/features/diagnosis/times.ts';
import { outcome } from '../../../src/main/okta/outcomes.ts';
import type { TestRecord } from '../../../src/shared/contract/testing.ts';
import { noFacts } from '../main/samples.ts';

const day = 86_400_000;
const record = (
  at: number,
  kind: Parameters<typeof outcome>[0],
  more: Partial<TestRecord['facts']> = {},
): TestRecord => ({
  id: '6a0c2b63-94f5-4d6c-8f0c-0a9f6f0d1c11',
  at,
  tookMs: 1,
  outcome: outcome(kind, '', ''),
  checks: [],
  facts: { ...noFacts, ...more },
});

describe('an address and a zone', () => {
  const zone = (...values: string[]) => ({
    id: 'z',
    name: 'Z',
    type: 'IP',
    gateways: values.map((value) => ({ type: 'CIDR', value })),
  });
  it.each([
    ['203.0.113.10', zone('203.0.113.10/32'), true],
    ['203.0.113.11', zone('203.0.113.10/32'), false],
    ['198.51.100.7', zone('203.0.113.0/24', '198.51.100.0/28'), true],
    ['198.51.100.20', zone('198.51.100.1-198.51.100.30'), true],
    ['198.51.100.40', zone('198.51.100.1-198.51.100.30'), false],
    ['2001:db8::1', zone('2001:db8::/32'), true],
    ['203.0.113.10', zone('nonsense', '203.0.113.10'), true],
    ['an address', zone('203.0.113.10/32'), null],
    ['203.0.113.10', { id: 'z', name: 'Z', type: 'DYNAMIC', gateways: null }, null],
  ])('%s', (address, one, wanted) => {
    expect(inZone(address, one)).toBe(wanted);
  });
});

describe('facts from earlier tests', () => {
  it('come from the newest test that has them', () => {
    const owner = { id: '00u1', login: 'a@b', name: 'A', status: 'ACTIVE' };
    const past = pastOf([
      record(30, 'not-accepted', { oktaTokenId: '00T1' }),
      record(20, 'accepted', { owner, expiresAt: 99 }),
      record(10, 'accepted'),
    ]);
    expect(past).toEqual({ acceptedAt: 20, expiresAt: 99, oktaTokenId: '00T1', owner, network: null });
  });

  it('forecast the expiry 30 days after a use when Okta did not say it', () => {
    expect(pastOf([record(day, 'accepted')]).expiresAt).toBe(31 * day);
  });
});

it('names shapes: 42 characters beginning with 00, cut off, too long, and others', () => {
  const shape = (text: string) => shapeOf(Secret.fromText(text)).kind;
  expect(
    [`00${'a'.repeat(40)}`, `00${'a'.repeat(30)}`, `00${'a'.repeat(41)}`, 'x'.repeat(42)].map(shape),
  ).toEqual(['token', 'cut-off', 'too-long', 'other']);
});

it('opens the owner’s page when known, else the API tokens, and never trusts an id in an address', () => {
  const adminUrl = 'https://acme-admin.okta.com/admin/access/api/tokens';
  const at = (id: string) =>
    pageOf({ adminUrl, past: { ...noPast, owner: { id, login: '', status: '' } } }, 'open-owner-page');
  expect(at('00uabcdefghijklmnopq')).toBe(
    'https://acme-admin.okta.com/admin/user/profile/view/00uabcdefghijklmnopq',
  );
  expect(at('../../evil')).toBe(adminUrl);
  expect(pageOf({ adminUrl, past: noPast }, 'open-tokens-page')).toBe(adminUrl);
});

it('says durations in words', () => {
  expect([1_000, 90_000, 600_000, 3 * 3_600_000, 3 * day].map(howLong)).toEqual([
    '1 second',
    '90 seconds',
    '10 minutes',
    '3 hours',
    '3 days',
  ]);
});
