import { describe, expect, it } from 'vitest';
import { comparisonOf, differencesOf } from '../../../src/main/features/access/differences.ts';
import { judge } from '../../../src/main/features/access/judgement.ts';
import { countedUse } from '../../../src/main/features/access/log-use.ts';
import { type AccessPurpose, judgement } from '../../../src/shared/contract/access.ts';
import { custom, everything, madeUp, standard } from './support.ts';

const day = 86_400_000;
const event = (eventType: string, result = 'SUCCESS') => ({ eventType, published: 0, outcome: { result } });

describe('a judgement', () => {
  it('recommends a read-only admin when a super admin’s token only reads', () => {
    const said = judge(
      madeUp([standard('SUPER_ADMIN')], everything),
      {
        kind: 'custom',
        needs: [
          { family: 'users', access: 'read' },
          { family: 'logs', access: 'read' },
        ],
      },
      null,
    );
    expect(judgement.parse(said)).toEqual(said);
    expect(said?.verdict).toBe('changes-more');
    expect(said?.sentence).toMatch(/^This is a super admin's token\. It can change Users, Groups/);
    expect(said?.sentence).toMatch(/The token of a Read-only Administrator is enough\.$/);
    expect(said?.beyond.find(({ family }) => family === 'groups')).toMatchObject({
      access: 'manage',
      ground: "The owner's role Super Administrator may change it.",
    });
    expect(said?.beyond.some(({ family, access }) => family === 'users' && access === 'read')).toBe(false);
    expect(said?.scopes).toEqual(['okta.users.read', 'okta.logs.read']);
  });

  it('tells excess reading from excess changing', () => {
    const said = judge(madeUp([standard('READ_ONLY_ADMIN')], everything), { kind: 'siem', needs: [] }, null);
    expect(said?.verdict).toBe('reads-more');
    expect(said?.beyond.every(({ access }) => access === 'read')).toBe(true);
    expect(said?.suggestion.roles).toEqual(['Report Administrator']);
    expect(said?.beyond[0]?.ground).toBe('GET /api/v1/users: Okta allowed the read.');
  });

  it('does not count reading the own roles as excess', () => {
    const xray = madeUp([standard('REPORT_ADMIN')], ['logs', 'roles']);
    expect(judge(xray, { kind: 'siem', needs: [] }, null)).toMatchObject({ verdict: 'fits', beyond: [] });
  });

  it('says what the token lacks', () => {
    const said = judge(
      madeUp([standard('REPORT_ADMIN')], ['logs']),
      { kind: 'user-provisioning', needs: [] },
      null,
    );
    expect(said?.verdict).toBe('less');
    expect(said?.missing.map(({ family, access }) => [family, access])).toEqual([
      ['users', 'read'],
      ['groups', 'read'],
    ]);
    const reader = judge(
      madeUp([standard('READ_ONLY_ADMIN')], ['users', 'groups']),
      { kind: 'user-provisioning', needs: [] },
      null,
    );
    expect(reader?.missing.map(({ family, access }) => [family, access])).toEqual([
      ['users', 'manage'],
      ['groups', 'manage'],
    ]);
  });

  it('does not say that the token cannot do its job while a rate limit hides something, and says what it lacks so far', () => {
    const xray = madeUp([standard('READ_ONLY_ADMIN')], ['users', 'groups']);
    const purpose: AccessPurpose = { kind: 'user-provisioning', needs: [] };
    const limited = {
      ...xray,
      probes: xray.probes.map((probe) =>
        probe.family === 'groups'
          ? { ...probe, state: 'unknown' as const, reason: 'rate-limited' as const }
          : probe,
      ),
    };
    expect(judge(xray, purpose, null)?.verdict).toBe('less');
    expect(judge(xray, purpose, null)?.sentence).not.toContain('could not see');
    expect(judge(limited, purpose, null)).toMatchObject({
      verdict: 'unknown',
      missing: [{ family: 'users' }, { family: 'groups' }],
      sentence: expect.stringMatching(
        /the token lacks Users .* The rate limit was used up, so .* X-ray again /,
      ),
    });
  });

  it('counts what was not seen as unknown, neither as excess nor as missing', () => {
    const xray = madeUp(null, ['logs']);
    const limited = {
      ...xray,
      probes: xray.probes.map((probe) =>
        probe.family === 'groups'
          ? { ...probe, state: 'unknown' as const, reason: 'rate-limited' as const }
          : probe,
      ),
    };
    const said = judge(limited, { kind: 'siem', needs: [] }, null);
    expect(said?.verdict).toBe('unknown');
    expect([...(said?.beyond ?? []), ...(said?.missing ?? [])]).toEqual([]);
    expect(said?.notKnown.some((text) => text.startsWith('Groups:'))).toBe(true);
    expect(said?.notKnown.some((text) => text.includes('could not read the owner'))).toBe(true);
  });

  it('judges changes by the log, and does not judge reading by it', () => {
    const xray = madeUp([standard('USER_ADMIN')], ['users', 'groups', 'apps', 'logs']);
    expect(judge(xray, { kind: 'from-log', needs: [] }, null)).toBeNull();
    const use = countedUse(
      [
        event('group.user_membership.add'),
        event('group.user_membership.remove'),
        event('user.session.start', 'DENY'),
      ],
      0,
      90 * day,
      true,
    );
    const said = judge(xray, { kind: 'from-log', needs: [] }, use);
    expect(said?.basis).toMatch(/changed Groups \(2\) in 90 days\. Reads leave no event/);
    expect(said?.beyond.map(({ family, access }) => [family, access])).toEqual([['users', 'manage']]);
    const none = judge(
      madeUp([standard('SUPER_ADMIN')], everything),
      { kind: 'from-log', needs: [] },
      {
        ...use,
        changed: [],
      },
    );
    expect(none?.sentence).toMatch(
      /For what the log shows the token needs to change nothing\. The token of a Read-only Administrator/,
    );
  });
});

describe('the count of events', () => {
  it('counts by family; refused events change nothing, and other events are counted apart', () => {
    const use = countedUse(
      [
        event('user.lifecycle.create'),
        event('user.lifecycle.deactivate'),
        event('user.lifecycle.create'),
        event('policy.rule.update', 'FAILURE'),
        event('security.request.blocked'),
        event('group.lifecycle.create'),
      ],
      1,
      2,
      false,
    );
    expect(use).toEqual({
      readAt: 2,
      from: 1,
      events: 6,
      complete: false,
      changed: [
        { family: 'users', events: 3, types: ['user.lifecycle.create', 'user.lifecycle.deactivate'] },
        { family: 'groups', events: 1, types: ['group.lifecycle.create'] },
      ],
      others: 1,
      denied: 1,
    });
  });
});

describe('differences over time', () => {
  const before = madeUp(
    [standard('APP_ADMIN'), custom('old', ['okta.users.read'])],
    ['users', 'groups', 'apps'],
  );

  it('are none between two equal reports', () => {
    expect(differencesOf(before, { ...before, id: crypto.randomUUID(), at: 2 })).toEqual([]);
  });

  it('list what was gained, lost and changed', () => {
    const after = madeUp(
      [standard('USER_ADMIN'), custom('old', ['okta.users.manage'])],
      ['users', 'groups', 'logs'],
      {
        owner: { id: '00u2', login: 'other@acme.com' },
        fingerprint: 'cccc dddd',
        network: { connection: 'ZONE', include: ['nzo1'], exclude: [] },
      },
    );
    const said = differencesOf(
      { ...before, network: { connection: 'ANYWHERE', include: [], exclude: [] } },
      after,
    );
    expect(said.map(({ kind, sentence }) => `${kind}: ${sentence}`)).toEqual([
      'changed: The token has another value.',
      'changed: Its owner is other@acme.com, not svc@acme.com.',
      'lost: The token may no longer read Apps.',
      'gained: The token may now read System Log.',
      'gained: Role Group Administrator is new.',
      'gained: Permission okta.users.manage (old) is new.',
      'lost: Role Application Administrator is gone.',
      'lost: Permission okta.users.read (old) is gone.',
      'changed: Network restriction: Any address before, only nzo1 now.',
    ]);
  });

  it('do not count as lost what one report could not tell', () => {
    const limited = {
      ...before,
      probes: before.probes.map((probe) =>
        probe.family === 'users'
          ? {
              ...probe,
              state: 'unknown' as const,
              reason: 'rate-limited' as const,
              sentence: 'Not known. The rate limit.',
            }
          : probe,
      ),
      roles: null,
    };
    const said = differencesOf(before, limited);
    expect(new Set(said.map(({ kind }) => kind))).toEqual(new Set(['not-comparable']));
    const closed = madeUp([standard('APP_ADMIN'), custom('old', null)], ['users', 'groups', 'apps']);
    expect(differencesOf(before, closed)).toEqual([]);
  });
});

it('compare two tokens side by side', () => {
  const side = (label: string, xray: ReturnType<typeof madeUp>) => ({
    tokenId: crypto.randomUUID(),
    label,
    orgHost: 'acme.okta.com',
    xray,
  });
  const said = comparisonOf(
    side('one', madeUp([standard('REPORT_ADMIN')], ['logs'])),
    side('two', madeUp(null, ['logs', 'users'])),
  );
  const row = (label: string) => said.rows.find((each) => each.label === label);
  expect(row('Read System Log')).toMatchObject({ left: 'Allowed', right: 'Allowed', same: true });
  expect(row('Read Users')).toMatchObject({
    left: 'Denied',
    right: 'Allowed',
    same: false,
    comparable: true,
  });
  expect(row('Change Users')).toMatchObject({
    left: 'No',
    right: 'Not known',
    same: false,
    comparable: false,
  });
  expect(said.onlyLeft).toEqual(['Role Report Administrator']);
  expect(said.sentence).toMatch(/^The tokens differ in 1 of 21 kinds of access\. 10 cannot be compared/);
});
