import { describe, expect, it } from 'vitest';
import {
  expiryWarning,
  inQuietHours,
  needsKeepAlive,
  ownerChange,
  rotationWarning,
  upcomingOf,
} from '../../../src/main/features/life/warnings.ts';
import type { TestFacts } from '../../../src/shared/contract/testing.ts';
import type { Token } from '../../../src/shared/contract/tokens.ts';
import { noFacts, token as sample } from '../main/samples.ts';

const day = 86_400_000;
const used = Date.UTC(2026, 9, 1, 12);
const expires = used + 30 * day;

const token = (more: Partial<Token> = {}): Token =>
  sample({
    id: '7b0c5f3e-9a51-4f0a-8a27-0d6f7f6e2a11',
    label: 'siem',
    createdAt: used,
    capturedAt: used,
    lastAcceptedAt: used,
    ...more,
  });

const owner = (status = 'ACTIVE', id = '00u1') => ({ id, login: 'svc@acme.com', name: 'Svc', status });
const facts = (more: Partial<TestFacts>): TestFacts => ({
  ...noFacts,
  owner: owner(),
  roles: [],
  ...more,
});
const role = (label: string) => ({ type: label.toUpperCase(), label, assignment: 'USER' });

describe('warnings of an expiry', () => {
  it.each([
    [8, null],
    [7, 7],
    [4, 7],
    [3, 3],
    [1, 1],
    [0.5, 1],
    [0, 0],
    [-30, 0],
  ])('with %d days left, the warning for %s days is due', (left, threshold) => {
    const { due } = expiryWarning(token(), expires - left * day);
    expect(due?.key.split(' ')[1] ?? null).toBe(threshold === null ? null : String(threshold));
  });

  it('has one key for one expiry, and another key after a use', () => {
    const key = (lastAcceptedAt: number, at: number) => expiryWarning(token({ lastAcceptedAt }), at).due?.key;
    expect(key(used, expires - 2 * day)).toBe(key(used, expires - 2.5 * day));
    const later = used + 26 * day;
    expect(key(later, later + 28 * day)).not.toBe(key(used, expires - 2 * day));
  });

  it('skips what a sleeping computer missed', () => {
    const { due, passed } = expiryWarning(token(), expires + 20 * day);
    expect(due?.kind).toBe('expired');
    expect(passed).toHaveLength(3);
  });

  it('is not shown for a revoked token', () => {
    expect(expiryWarning(token({ revokedAt: used }), expires)).toEqual({ due: null, passed: [] });
    expect(rotationWarning(token({ revokedAt: used }), used + 200 * day)).toBeNull();
    expect(upcomingOf(token({ revokedAt: used }), used)).toEqual([]);
  });

  it('is computed ahead from its times alone', () => {
    expect(upcomingOf(token(), expires - 2 * day).map(({ days }) => days)).toEqual([1, 0]);
  });
});

describe('a due rotation', () => {
  it('is reported from its day on, once for each captured value, and not during a rotation', () => {
    expect(rotationWarning(token(), used + 89 * day)).toBeNull();
    expect(rotationWarning(token(), used + 90 * day)?.kind).toBe('rotation-due');
    expect(
      rotationWarning(
        token({ rotation: { id: '7b0c5f3e-9a51-4f0a-8a27-0d6f7f6e2a13', mode: 'usual', state: 'planned' } }),
        used + 90 * day,
      ),
    ).toBeNull();
  });
});

describe('the watch on owners', () => {
  it.each([
    ['deactivated', facts({}), facts({ owner: owner('DEPROVISIONED') }), 'DEPROVISIONED now', 'ACTIVE'],
    ['active again', facts({ owner: owner('SUSPENDED') }), facts({}), 'active again', 'SUSPENDED'],
    [
      'gained',
      facts({ roles: [] }),
      facts({ roles: [role('Super Administrator')] }),
      'gained Super Administrator',
      'no admin role',
    ],
    [
      'lost',
      facts({ roles: [role('App'), role('Help')] }),
      facts({ roles: [role('App')] }),
      'lost Help',
      'App, Help',
    ],
    [
      'another account',
      facts({}),
      facts({ owner: owner('ACTIVE', '00u2') }),
      'another account',
      'svc@acme.com',
    ],
  ])('reports: %s', (_name, before, after, said, was) => {
    expect(ownerChange(before, after)).toMatchObject({
      sentence: expect.stringContaining(said),
      before: was,
    });
  });

  it('reports nothing where nothing changed, or one side is unknown', () => {
    expect(
      ownerChange(facts({ roles: [role('A'), role('B')] }), facts({ roles: [role('B'), role('A')] })),
    ).toBeNull();
    expect(ownerChange(null, facts({}))).toBeNull();
    expect(ownerChange(facts({}), facts({ owner: null }))).toBeNull();
    expect(ownerChange(facts({ roles: null }), facts({ roles: [role('A')] }))).toBeNull();
  });
});

describe('quiet hours', () => {
  const at = (hour: number, minute = 0) => new Date(2026, 9, 1, hour, minute).getTime();
  it.each([
    [{ from: '22:00', to: '07:00' }, at(23), true],
    [{ from: '22:00', to: '07:00' }, at(6, 59), true],
    [{ from: '22:00', to: '07:00' }, at(7), false],
    [{ from: '12:00', to: '13:00' }, at(12, 30), true],
    [{ from: '12:00', to: '13:00' }, at(23), false],
    [null, at(3), false],
  ])('%o at %d: %s', (quiet, now, expected) => {
    expect(inQuietHours(quiet, now)).toBe(expected);
  });
});

describe('keep alive', () => {
  const setting = { until: used + 365 * day };
  it('calls when less than 7 days are left, until the end, and never for a dead token', () => {
    expect(needsKeepAlive(token(), setting, expires - 8 * day)).toBe(false);
    expect(needsKeepAlive(token(), setting, expires - 6 * day)).toBe(true);
    expect(needsKeepAlive(token(), setting, expires + day)).toBe(false);
    expect(needsKeepAlive(token(), null, expires - 6 * day)).toBe(false);
    expect(needsKeepAlive(token(), { until: expires - 7 * day }, expires - 6 * day)).toBe(false);
    expect(needsKeepAlive(token({ revokedAt: used }), setting, expires - 6 * day)).toBe(false);
    expect(needsKeepAlive(token({ readable: false }), setting, expires - 6 * day)).toBe(false);
  });
});
