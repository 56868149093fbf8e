import { beforeEach, describe, expect, it } from 'vitest';
import { GroupRules } from '../../../src/main/features/tasks/group-rules.ts';
import type { Attribute } from '../../../src/main/features/tasks/profile-schema.ts';
import { ruleExpression } from '../../../src/main/features/tasks/rule-expression.ts';
import { UserReading } from '../../../src/main/features/tasks/user-reading.ts';
import { codeOf } from '../main/samples.ts';
import { world } from './job-harness.ts';

const attribute = (name: string, type: Attribute['type'] = 'string'): Attribute => ({
  ...{ name, title: name, required: false, type, itemType: 'string', minLength: 0, maxLength: 100 },
  ...{ allowed: null, pattern: null },
});
const attributes = [
  ...['department', 'login', 'city', 'title'].map((name) => attribute(name)),
  attribute('teams', 'array'),
];
const expression = (search: string, notSignedInForDays: number | null = null) =>
  ruleExpression({ search, notSignedInForDays }, attributes);

describe('a search as the expression of a group rule', () => {
  it.each([
    ['profile.department eq "Sales"', 'user.department=="Sales"'],
    ['profile.department eq “Sales”', 'user.department=="Sales"'],
    ["（profile.department eq 'Sales'）", '(user.department=="Sales")'],
    ['profile.login SW "svc-"', 'String.startsWith(user.login, "svc-")'],
    ['profile.login co "@acme.com"', 'String.stringContains(user.login, "@acme.com")'],
    [
      'profile.city eq "Bern" and (profile.department eq "Sales" OR profile.title eq "CEO (acting)")',
      'user.city=="Bern" AND (user.department=="Sales" OR user.title=="CEO (acting)")',
    ],
    ['(profile.city eq "Bern ( BE )")', '(user.city=="Bern ( BE )")'],
    ['profile.city eq "(" and (profile.title eq ")")', 'user.city=="(" AND (user.title==")")'],
    ['((profile.city eq "and"))', '((user.city=="and"))'],
  ])('%s', (search, wanted) => {
    expect(expression(search)).toBe(wanted);
  });

  it.each([
    ['', 'needs a search'],
    ['status eq "ACTIVE"', 'and not status'],
    ['profile.city eq "Bern" and created gt "2026-01-01T00:00:00.000Z"', 'and not created'],
    ['profile.shoeSize eq "41"', 'and not profile.shoeSize'],
    ['profile.teams eq "one"', 'profile.teams is not a text'],
    ['profile.city gt "B"', 'the operator gt'],
    ['profile.city pr', 'the operator pr'],
    ['profile.city eq 5', 'the value 5'],
    ['profile.city eq "a\\"b"', 'without quotes or backslashes'],
  ])('refuses %s, and says why', (search, sentence) => {
    expect(() => expression(search)).toThrow(sentence);
  });

  it('refuses a search for users who have not signed in', () => {
    expect(() => expression('profile.city eq "Bern"', 90)).toThrow('last sign-in');
  });
});

describe('a group rule', () => {
  let rules: GroupRules;
  let groupId: string;
  let tokenId: string;
  beforeEach(() => {
    rules = new GroupRules({ ...world.needs, reading: new UserReading(world.needs) });
    groupId = world.acme.org.addGroup('Bern\nand Basel').id;
    tokenId = world.tokens.list()[0]?.id ?? '';
  });
  const question = { search: 'profile.city eq "Bern"', notSignedInForDays: null };
  const make = (name = 'People of Bern', more = {}) =>
    rules.make({ orgId: world.orgId, tokenId, question, groupId, name, ...more });
  const changes = () => world.acme.requests.filter(({ method }) => method !== 'GET');

  it('is made and switched on after a dialog of the system that shows all of it', async () => {
    expect(await make()).toEqual({ name: 'People of Bern', expression: 'user.city=="Bern"' });
    expect(world.acme.org.groupRules).toMatchObject([
      { name: 'People of Bern', status: 'ACTIVE', expression: 'user.city=="Bern"', groupIds: [groupId] },
    ]);
    expect(world.person.asked).toMatchObject([
      {
        question: expect.stringMatching(/^Make a group rule for Bern\\u\{a\}and Basel at acme/),
        yes: 'Make the rule',
      },
    ]);
    const lines = (world.person.asked[0]?.detail ?? '').split('\n');
    expect(lines).toHaveLength(4);
    expect(lines[1]).toBe('user.city=="Bern"');
    expect(world.notes).toEqual([expect.stringContaining('users.rule-made ada.admin@acme.com')]);
  });

  it('is not made without a yes', async () => {
    world.person.says = false;
    expect(await codeOf(() => make())).toBe('cancelled');
    expect(changes()).toEqual([]);
  });

  it('is refused for a condition that no dialog can show whole, before a dialog opens', async () => {
    const towns = Array.from({ length: 60 }, (_, n) => `profile.city eq "A town with a long name ${n}"`);
    const long = { search: towns.join(' or '), notSignedInForDays: null };
    await expect(make('Towns', { question: long })).rejects.toThrow('too long for a dialog');
    expect([world.person.asked, changes()]).toEqual([[], []]);
  });

  it('is refused for a group of an app, without a name, and for the name of an existing rule', async () => {
    const app = world.acme.org.addGroup('Directory', { type: 'APP_GROUP' });
    expect(await codeOf(() => make('One', { groupId: app.id }))).toBe('bad-request');
    expect(await codeOf(() => make(' \n'))).toBe('bad-request');
    await make();
    world.person.asked.length = 0;
    expect(await codeOf(() => make())).toBe('bad-request');
    expect(world.person.asked).toEqual([]);
    expect(world.acme.org.groupRules).toHaveLength(1);
  });

  it('whose answer was lost is found again by its name, and not made twice', async () => {
    world.acme.faults.add({ kind: 'reset' }, { path: /rules$/, method: 'POST', reaches: true });
    expect(await codeOf(() => make())).toBe('okta');
    expect(await codeOf(() => make())).toBe('bad-request');
    expect(world.acme.org.groupRules).toMatchObject([{ status: 'INACTIVE' }]);
  });

  it('that cannot be switched on is reported as such', async () => {
    world.acme.faults.add({ kind: 'status', status: 403, errorCode: 'E0000006' }, { path: /activate$/ });
    await expect(make()).rejects.toThrow('the rule is not switched on and adds nobody');
    expect(world.acme.org.groupRules).toMatchObject([{ status: 'INACTIVE' }]);
  });
});
