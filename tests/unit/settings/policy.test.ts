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
    [
      'a misspelt entry in capitals',
      { AllowedOrgs: ['acme.okta.com'] },
      /know: AllowedOrgs \(write allowedOrgs\)/,
    ],
    [
      'a misspelt entry with signs',
      { lock_after_minutes: 5 },
      /lock_after_minutes \(write lockAfterMinutes\)/,
    ],
    ['an entry with a space behind it', { 'copy ': false }, /\(write copy\)/],
    ['a comment', { $schema: 'x', allowedOrgs: ['acme.okta.com'] }, /does not know: \$schema/],
    ['the name of a prototype', { constructor: false }, /does not know: constructor/],
    [
      'an address with a path',
      { allowedOrgs: ['https://acme.okta.com/admin'] },
      /allowedOrgs .*without https:/,
    ],
    [
      'a second, wrong host',
      { allowedOrgs: ['b.okta.com', 'http://a.okta.com'] },
      /has "http:\/\/a\.okta\.com", which/,
    ],
    [
      'two hosts in one text',
      { allowedOrgs: ['acme.okta.com,b.okta.com'] },
      /"acme\.okta\.com,b\.okta\.com"/,
    ],
    ['a comment in a text', { allowedOrgs: ['acme.okta.com # prod'] }, /"acme\.okta\.com # prod"/],
    ['an account before a host', { allowedOrgs: ['ann@acme.okta.com'] }, /"ann@acme\.okta\.com"/],
    ['nothing in the list', { allowedOrgs: ['acme.okta.com', null] }, /has "null", which/],
    ['an empty text in the list', { allowedOrgs: [''] }, /has "", which/],
    ['a star before a part of a name', { allowedOrgs: ['*acme.okta.com'] }, /"\*acme\.okta\.com"/],
    ['a period before a name', { allowedOrgs: ['.okta.com'] }, /"\.okta\.com"/],
    ['no list', { allowedOrgs: null }, /allowedOrgs .*It must be a list/],
    ['minutes in a text', { lockAfterMinutes: '15' }, /lockAfterMinutes .*from 1 to 1440/],
    ['half minutes', { lockAfterMinutes: 15.5 }, /lockAfterMinutes/],
    ['a flag in a text', { programs: 'false' }, /programs .*It must be true or false/],
    ['nothing for a flag', { demo: null }, /demo .*It must be true or false/],
    ['no policy', null, /The policy is no list of names with values/],
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

describe('an entry of the allowed orgs may be written as people write a host', () => {
  it.each([
    ['acme-admin.okta.com', 'https://acme.okta.com'],
    ['ACME-admin.oktapreview.com', 'https://acme.oktapreview.com'],
    ['acme.okta.com:443', 'https://acme.okta.com'],
    ['acme-admin.okta.com:443', 'https://acme.okta.com'],
    ['*.okta.com:443', 'https://acme.okta.com'],
    ['acme.okta.com.', 'https://acme.okta.com'],
    ['https://acme.okta.com', 'https://acme.okta.com'],
    ['https://acme-admin.okta.com/', 'https://acme.okta.com'],
    [' acme.okta.com\u200b', 'https://acme.okta.com'],
    ['ａｃｍｅ.okta.com', 'https://acme.okta.com'],
    ['login.exämple.de', 'https://login.xn--exmple-cua.de'],
    ['*.exämple.de', 'https://login.xn--exmple-cua.de'],
    ['login.acme.example:8443', 'https://login.acme.example:8443'],
    ['login-admin.acme.example', 'https://login-admin.acme.example'],
  ])('%j allows %s', (entry, origin) => {
    const policy = policyOf({ allowedOrgs: [entry] });
    expect(policy.view()?.problem).toBeNull();
    expect(policy.orgRefusal(origin)).toBeNull();
  });

  it.each([
    ['acme-admin.okta.com', 'https://b.okta.com'],
    ['acme-admin.okta.com', 'https://acme.oktapreview.com'],
    ['login-admin.acme.example', 'https://login.acme.example'],
    ['acme.okta.com:443', 'https://acme.okta.com:8443'],
    ['acme.okta.com:8443', 'https://acme.okta.com'],
    ['-admin.okta.com', 'https://okta.com'],
  ])('%j does not allow %s', (entry, origin) => {
    expect(policyOf({ allowedOrgs: [entry] }).orgRefusal(origin)).not.toBeNull();
  });
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
