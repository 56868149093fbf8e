import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaults } from '../../../src/main/features/settings/before-window.ts';
import { Policy } from '../../../src/main/features/settings/policy.ts';
import { codeOf } from '../main/samples.ts';

const policyOf = (entries: unknown, trouble: string | null = null) =>
  new Policy(() => ({ from: '/etc/keyturn/policy.json', entries, trouble }));

it('without a policy everything is permitted', () => {
  const none = new Policy(() => null);
  expect(none.view()).toBeNull();
  expect(none.orgRefusal('https://acme.okta.com')).toBeNull();
  expect(none.refusal('copy')).toBeNull();
  expect(none.stricter(defaults)).toEqual(defaults);
});

describe('a policy that cannot be read permits nothing that a policy can forbid', () => {
  it.each([
    ['a misspelt entry', { alowedOrgs: ['acme.okta.com'] }, /alowedOrgs/],
    ['a wrong value', { lockAfterMinutes: 'ten' }, /lockAfterMinutes/],
    ['a wrong host', { allowedOrgs: ['https://acme.okta.com/'] }, /allowedOrgs .*without https:/],
    ['a star in the middle', { allowedOrgs: ['acme.*.com'] }, /allowedOrgs/],
    ['a star alone', { allowedOrgs: ['*'] }, /allowedOrgs/],
    ['one host in place of a list', { allowedOrgs: 'acme.okta.com' }, /allowedOrgs .*It must be a list/],
    ['a text for a flag', { copy: 'no' }, /copy .*It must be true or false/],
    ['no object', ['copy'], /The policy is no list of names with values/],
    ['zero minutes', { lockAfterMinutes: 0 }, /lockAfterMinutes .*from 1 to 1440/],
    ['a number for a flag', { copy: 2 }, /copy/],
  ])('%s', (_, entries, problem) => {
    const policy = policyOf(entries);
    expect(policy.view()?.problem).toMatch(problem);
    expect(policy.orgRefusal('https://acme.okta.com')).toMatch(/does not let Keyturn call/);
    expect(policy.refusal('copy')).not.toBeNull();
    expect(policy.refusal('programs')).not.toBeNull();
    expect(policy.refusal('demo')).not.toBeNull();
    expect(policy.refusal('updates')).not.toBeNull();
  });

  it('what the system could not read', () => {
    const policy = policyOf(null, 'The policy is not JSON.');
    expect(policy.view()?.problem).toBe('The policy is not JSON.');
    expect(policy.orgRefusal('https://acme.okta.com')).not.toBeNull();
  });
});

describe('the allowed orgs', () => {
  const policy = policyOf({ allowedOrgs: ['acme.okta.com', '*.acme.example', 'Localhost:8443'] });
  it.each([
    'https://acme.okta.com',
    'https://login.acme.example',
    'https://a.b.acme.example:8443',
    'https://localhost:8443',
  ])('%s is one', (origin) => expect(policy.orgRefusal(origin)).toBeNull());
  it.each([
    'https://acme.okta.com.evil.example',
    'https://evilacme.okta.com',
    'https://acme-admin.okta.com',
    'https://acme.example',
    'https://evilacme.example',
    'https://localhost:8444',
    'https://acme.oktapreview.com',
  ])('%s is none', (origin) => expect(policy.orgRefusal(origin)).not.toBeNull());
});

it('the lock is as strict as the stricter of both', () => {
  fc.assert(
    fc.property(fc.nat(1440), fc.integer({ min: 1, max: 1440 }), (own, most) => {
      const { lockAfterMinutes } = policyOf({ lockAfterMinutes: most }).stricter({
        ...defaults,
        lockAfterMinutes: own,
      });
      expect(lockAfterMinutes).toBe(own === 0 ? most : Math.min(own, most));
    }),
  );
  const strict = policyOf({ lockOnSuspend: true, lockOnScreenLock: 1 });
  const own = { ...defaults, lockOnSuspend: false, lockOnScreenLock: false };
  expect(strict.stricter(own)).toMatchObject({ lockOnSuspend: true, lockOnScreenLock: true });
});

it('a change that the policy would undo is refused with a sentence, and a stricter one is taken', async () => {
  const policy = policyOf({ lockAfterMinutes: 15, lockOnSuspend: true });
  for (const change of [{ lockAfterMinutes: 0 }, { lockAfterMinutes: 16 }, { lockOnSuspend: false }]) {
    expect(await codeOf(() => policy.checkChange(change))).toBe('policy');
  }
  for (const change of [{ lockAfterMinutes: 5 }, { lockOnSuspend: true }, { lockOnScreenLock: false }]) {
    policy.checkChange(change);
  }
});

it('a changed policy counts from the next reading', () => {
  let entries: unknown = {};
  const policy = new Policy(() => ({ from: 'here', entries, trouble: null }));
  expect(policy.refusal('copy')).toBeNull();
  entries = { copy: false };
  policy.refresh();
  expect(policy.refusal('copy')).not.toBeNull();
});

it('without updates, the setting counts as off and cannot be switched on', async () => {
  const policy = policyOf({ updates: false });
  expect(policy.stricter({ ...defaults, lookForUpdates: true }).lookForUpdates).toBe(false);
  expect(await codeOf(async () => policy.checkChange({ lookForUpdates: true }))).toBe('policy');
  policy.checkChange({ lookForUpdates: false });
  expect(policyOf({ updates: true }).stricter(defaults).lookForUpdates).toBe(true);
});
