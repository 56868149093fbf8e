import { DatabaseSync } from 'node:sqlite';
import { expect, it } from 'vitest';
import { TestStore } from '../../../src/main/features/testing/store.ts';
import { writeInForm } from '../../torture/older-form.ts';
import { record } from '../main/samples.ts';
import { file, made, open } from './helpers.ts';

it('an older vault keeps the results of the present value, and forgets those of earlier values', async () => {
  const { folder, keyring } = await made();
  const before = open(folder, keyring);
  await before.start();
  const tests = new TestStore(before);
  for (const at of [10, 20, 30]) {
    tests.keep('a', record(at));
    tests.keep('b', record(at));
  }
  before.close();
  // As the form before wrote it: the value of `a` came in at 0 and was replaced at 25; that of `b` is its first.
  writeInForm(file(folder), 8);
  const db = new DatabaseSync(file(folder));
  db.exec("UPDATE tokens SET created_at = 0, captured_at = 25 WHERE id = 'a'");
  db.exec("UPDATE tokens SET created_at = 15, captured_at = 15 WHERE id = 'b'");
  db.close();
  const vault = open(folder, keyring);
  expect((await vault.start()).phase).toBe('open');
  const after = new TestStore(vault);
  expect(after.ofPresentValue('a', 10).map(({ at }) => at)).toEqual([30]);
  expect(after.ofPresentValue('b', 10).map(({ at }) => at)).toEqual([30, 20, 10]);
  expect(after.history('a', 10).map(({ at, ofPresentValue }) => [at, ofPresentValue])).toEqual([
    [30, true],
    [20, false],
    [10, false],
  ]);
});
