import { expect, it } from 'vitest';
import { readUserSearch } from '../../src/demo/okta/user-search.ts';

const ada = {
  id: '00u1',
  status: 'ACTIVE',
  created: '2026-01-01T00:00:00.000Z',
  profile: { login: 'Ada@acme.com', department: 'Sales', tags: ['a', 'b'], level: 4 },
};

it.each([
  ['status eq "active"', true],
  ['status eq "ACTIVE" and profile.department eq "Sales"', true],
  ['status eq "STAGED" or profile.department sw "Sa"', true],
  ['status eq "STAGED" and (status eq "ACTIVE" or profile.department pr)', false],
  ['(status lt "STAGED" or status gt "STAGED")', true],
  ['status eq "STAGED" and status eq "ACTIVE" or profile.level eq 4', true],
  ['created lt "2026-01-01T00:00:01.000Z"', true],
  ['created lt "2025-12-31T23:59:59+00:00"', false],
  ['profile.tags eq "b"', true],
  ['profile.login co "ADA"', true],
])('%s: %s', (search, wanted) => {
  expect(readUserSearch(search)?.(ada)).toBe(wanted);
});

it.each([
  'status ne "ACTIVE"',
  'not (status eq "ACTIVE")',
  'profile.department co "a"',
  'Status eq "ACTIVE"',
  'lastLogin lt "2026-01-01T00:00:00.000Z"',
  'department eq "Sales"',
  'profile.login eq Ada',
  'profile.login eq "Ada',
  '(status eq "ACTIVE"',
  'status eq "ACTIVE")',
  'status eq "ACTIVE" status eq "ACTIVE"',
  '',
])('%s is refused', (search) => {
  expect(readUserSearch(search)).toBeNull();
});
