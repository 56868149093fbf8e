import { describe, expect, it } from 'vitest';
import { type Asked, askersOf } from '../../../src/main/app/askers.ts';
import type { OutcomeKind } from '../../../src/shared/contract/outcome.ts';
import type { Token } from '../../../src/shared/contract/tokens.ts';
import { token as sample } from './samples.ts';

const orgId = '6f9619ff-8b86-4d01-b42d-00c04fc964ff';

/** A kept token of the org; `roles` null means that its roles could not be read. */
function token(
  label: string,
  kind: OutcomeKind | null,
  roles: readonly string[] | null,
  more: Partial<Token> = {},
): Token {
  return sample({
    label,
    orgId,
    lastTest: kind === null ? null : ({ outcome: { kind } } as Token['lastTest']),
    known:
      kind === null
        ? null
        : ({
            roles: roles?.map((type) => ({ type, label: type, assignment: 'USER' })) ?? null,
            oktaTokenName: null,
          } as Token['known']),
    ...more,
  });
}

const labels = (tokens: readonly Token[], asked: Asked) =>
  askersOf(tokens, orgId, asked).map(({ label }) => label);

describe('who may ask an org', () => {
  const all = [
    token('super', 'accepted', ['SUPER_ADMIN']),
    token('untested', null, null),
    token('refused', 'not-accepted', null),
    token('app', 'accepted', ['APP_ADMIN']),
    token('both', 'accepted', ['READ_ONLY_ADMIN', 'SUPER_ADMIN']),
    token('custom', 'accepted', ['CUSTOM']),
    token('read-only', 'accepted', ['READ_ONLY_ADMIN']),
    token('org', 'accepted', ['ORG_ADMIN']),
    token('revoked', 'accepted', ['READ_ONLY_ADMIN'], { revokedAt: 1 }),
    token('unreadable', 'accepted', ['READ_ONLY_ADMIN'], { readable: false }),
    token('left to an app', 'accepted', ['READ_ONLY_ADMIN'], {
      rotation: { id: crypto.randomUUID(), mode: 'to-app', state: 'handing-over' },
    }),
    token('elsewhere', 'accepted', ['READ_ONLY_ADMIN'], { orgId: crypto.randomUUID() }),
  ];

  it('is never a revoked token, an unreadable one, one that an app replaces now or one of another org, and the least privileged that can comes first', () => {
    expect(labels(all, { reads: ['logs'] })).toEqual([
      ...['read-only', 'org', 'super', 'both', 'custom', 'app'],
      ...['untested', 'refused'],
    ]);
  });

  it('prefers a token that surely reads everything to one that reads a part', () => {
    expect(labels(all, { reads: ['users', 'logs'], accepted: true })).toEqual([
      ...['read-only', 'org', 'super', 'both', 'custom', 'app'],
    ]);
    expect(labels(all, { reads: ['tokens'], accepted: true })).toEqual([
      ...['org', 'super', 'both', 'custom', 'read-only', 'app'],
    ]);
  });

  it('takes a name from the list of API tokens as proof that the list was read', () => {
    const seen = token('custom that listed', 'accepted', ['CUSTOM']);
    const named = { ...seen, known: { ...seen.known, oktaTokenName: 'one' } as Token['known'] };
    expect(labels([...all, named], { reads: ['tokens'], accepted: true })[0]).toBe('custom that listed');
  });

  it('asks the token in question first, unless it cannot ask, and leaves out the excepted one', () => {
    const idOf = (label: string) => all.find((one) => one.label === label)?.id ?? '';
    expect(labels(all, { reads: ['logs'], first: idOf('refused') })[0]).toBe('refused');
    expect(labels(all, { reads: ['logs'], first: idOf('revoked') })).not.toContain('revoked');
    expect(labels(all, { reads: ['logs'], except: idOf('read-only') })).not.toContain('read-only');
  });
});
