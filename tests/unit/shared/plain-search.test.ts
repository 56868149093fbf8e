import fc from 'fast-check';
import { expect, it } from 'vitest';
import { plainSearch } from '../../../src/shared/plain-search.ts';
import { quotedValue, searchTrouble } from '../../../src/shared/user-search.ts';

const active = 'status eq "ACTIVE"';

it.each([
  [active, active],
  ['status eq “ACTIVE”', active],
  ['status eq „ACTIVE“', active],
  ['status eq «ACTIVE»', active],
  ['status eq »ACTIVE«', active],
  ['status eq ＂ACTIVE＂', active],
  ["status eq 'ACTIVE'", active],
  ['status eq ‘ACTIVE’', active],
  ['status\u00a0eq\u00a0"ACTIVE"', active],
  ['status\u3000eq\u3000"ACTIVE"', active],
  ['status eq "ACTIVE"\u200b', active],
  ['\ufeffstatus eq "ACTIVE"', active],
  ['（ｓｔａｔｕｓ eq "ACTIVE"）', `(${active})`],
  ['(status eq “ACTIVE”)', `(${active})`],
  ["(status eq 'ACTIVE') and id pr", `(${active}) and id pr`],
  ['search=status eq "ACTIVE"', active],
  ['search=status%20eq%20%22ACTIVE%22', active],
  ['?limit=10&search=status+eq+%22ACTIVE%22&sortBy=id', active],
  ['https://acme.okta.com/api/v1/users?search=status%20eq%20%22ACTIVE%22', active],
  // What is inside a value belongs to it.
  ['profile.lastName eq "O’Brien “Bob” ＡＢ"', 'profile.lastName eq "O’Brien “Bob” ＡＢ"'],
  ['profile.lastName eq “O’Brien”', 'profile.lastName eq "O’Brien"'],
  ["profile.lastName eq \"it's 'x' \"", "profile.lastName eq \"it's 'x' \""],
  ['profile.city eq "a \\"b\\" “c”"', 'profile.city eq "a \\"b\\" “c”"'],
  ['profile.city eq “a\\b”', 'profile.city eq "a\\\\b"'],
  ['profile.city eq "search=x"', 'profile.city eq "search=x"'],
  ['profile.city eq "100%25"', 'profile.city eq "100%25"'],
])('%j is read as %j', (typed, plain) => {
  expect(plainSearch(typed)).toBe(plain);
  expect(searchTrouble(plain)).toBeNull();
});

it('keeps every value in plain quotes, and is the same when read again', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (value) => {
      const search = `profile.city eq ${quotedValue(value)}`;
      expect(plainSearch(search)).toBe(search);
    }),
  );
});
