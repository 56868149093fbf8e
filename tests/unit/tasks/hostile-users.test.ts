import { expect, it } from 'vitest';
import { foundUserOf, listedUsers } from '../../../src/main/features/tasks/schemas.ts';

const parsed = (user: string) =>
  listedUsers.parse(JSON.parse(`[{"status":"ACTIVE",${user}}]`)).map(foundUserOf);

it('reads a user whose attribute is nested deeper than a program can walk', () => {
  const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
  const user = (login: string) => `"id":"00u1","profile":{"login":${login},"firstName":"Ann"}`;
  expect(parsed(user(deep))).toMatchObject([{ id: '00u1', login: '', name: 'Ann' }]);
  expect(parsed(user(`{"a":${deep}}`))).toMatchObject([{ id: '00u1', login: '' }]);
});

it('reads a user whose attribute has its own way to become a text', () => {
  const odd = '{"toString":1,"valueOf":1,"toJSON":1}';
  const user = (login: string) => `"id":"00u1","profile":{"login":${login},"firstName":"Ann"}`;
  for (const login of [odd, `[${odd}]`, `["a",[${odd}],null]`]) {
    expect(parsed(user(login))).toMatchObject([{ id: '00u1', login: expect.any(String), name: 'Ann' }]);
  }
  expect(parsed(user(`["a",${odd},null,2]`))[0]?.login).toBe(`a; ${odd}; null; 2`);
});

it('reads a user whose id no address could hold', () => {
  const [user] = parsed('"id":"00u\\ud800","profile":{"login":"ann"}');
  expect(encodeURIComponent(user?.id ?? '')).toBe('00u%EF%BF%BD');
});

it('takes no attribute from what a profile names as its own prototype', () => {
  const profile =
    '{"__proto__":{"login":"evil","firstName":"evil"},"constructor":1,"toString":1,"lastName":"Lee"}';
  expect(parsed(`"id":"00u1","profile":${profile}`)).toMatchObject([{ login: '', name: 'Lee' }]);
});
