import { beforeEach, expect, it } from 'vitest';
import { TestStore } from '../../../src/main/features/testing/store.ts';
import type { Vault } from '../../../src/main/vault/vault.ts';
import { record } from '../main/samples.ts';
import { addToken } from '../vault/contents.ts';
import { newFolder, open } from '../vault/helpers.ts';

let vault: Vault;
let tests: TestStore;
beforeEach(async () => {
  vault = open(newFolder());
  await vault.start();
  addToken(vault, 'a', 'value a');
  addToken(vault, 'b', 'value b');
  tests = new TestStore(vault);
});
const times = (token: string, limit = 5000) => tests.history(token, limit).map(({ at }) => at);
const acceptedAt = (token: string) =>
  vault.read<{ last_accepted_at: number | null }>(
    'SELECT last_accepted_at FROM tokens WHERE id = ?',
    token,
  )[0]?.last_accepted_at;

it('keeps the last thousand of each token, in any order of arrival', () => {
  vault.transaction(() => {
    tests.keep('b', record(7));
    for (let at = 1; at <= 1_003; at++) tests.keep('a', record(at));
    // An older result than all that are kept is the one to go.
    tests.keep('a', record(2));
  });
  const kept = times('a');
  expect(kept).toHaveLength(1_000);
  expect([kept[0], kept.at(-1)]).toEqual([1_003, 4]);
  expect(times('b')).toEqual([7]);
});

it('returns as many of the newest as asked, and the later of two at the same moment', () => {
  const [first, second] = [record(5), record(5)];
  for (const one of [record(3), first, second]) tests.keep('a', one);
  expect(times('a', 2)).toEqual([5, 5]);
  expect(tests.history('a', 1)).toEqual([{ ...second, ofPresentValue: true }]);
});

it.each([
  ['years ahead', 1_900_000_000_000],
  ['an hour ahead', 1_780_000_000_000 + 3_600_000],
])(
  'a result that a clock %s has dated is not the newest for longer than until the next one',
  (_what, wrong) => {
    const right = 1_780_000_000_000;
    tests.keep('a', record(right - 5));
    tests.keep('a', record(wrong));
    expect(times('a', 1)).toEqual([wrong]);
    tests.keep('a', record(right, 'not-accepted'));
    expect(times('a')).toEqual([right, wrong, right - 5]);
    expect(tests.ofPresentValue('a', 1)[0]?.outcome.kind).toBe('not-accepted');
  },
);

it('keeps a new result when the clock was set back years behind a thousand others', () => {
  vault.transaction(() => {
    for (let at = 1; at <= 1_000; at++) tests.keep('a', record(1_780_000_000_000 + at));
    tests.keep('a', record(1_580_000_000_000));
  });
  expect(times('a')).toHaveLength(1_000);
  expect(times('a', 2)).toEqual([1_580_000_000_000, 1_780_000_001_000]);
});

it('notes the use only when Okta accepted the token', () => {
  tests.keep('a', record(5, 'not-accepted'));
  expect(acceptedAt('a')).toBeNull();
  tests.keep('a', record(6));
  tests.keep('a', record(7, 'timeout'));
  expect(acceptedAt('a')).toBe(6);
  expect(acceptedAt('b')).toBeNull();
});

it('refuses a result of a removed token, and says so', () => {
  expect(() => tests.keep('nobody', record(1))).toThrow();
  expect(vault.read('SELECT id FROM tests')).toEqual([]);
});

it('leaves out a result that does not open, and returns the others', () => {
  for (const at of [1, 2, 3]) tests.keep('a', record(at));
  vault.write("UPDATE tests SET record = x'00' WHERE at = 2");
  expect(times('a')).toEqual([3, 1]);
});

it('does not open a record that was moved to another row', () => {
  tests.keep('a', record(1));
  tests.keep('b', record(2));
  vault.write(
    "UPDATE tests SET record = (SELECT record FROM tests WHERE token_id = 'a') WHERE token_id = 'b'",
  );
  expect(times('b')).toEqual([]);
});
