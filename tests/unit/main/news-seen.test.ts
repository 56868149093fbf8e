import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { NewsSeen } from '../../../src/main/features/app/news-seen.ts';
import { quiet } from '../vault/memory-keyring.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'keyturn-news-'));
});
afterEach(() => rmSync(folder, { recursive: true }));
const start = (version: string) => new NewsSeen(join(folder, 'news-seen'), version, quiet);

it('nothing is news at the first start, and another version has news until they are seen', () => {
  expect(start('0.1.0').waits()).toBe(false);
  expect(start('0.1.0').waits()).toBe(false);
  const updated = start('0.2.0');
  expect(updated.waits()).toBe(true);
  expect(start('0.2.0').waits()).toBe(true);
  updated.see();
  expect(updated.waits()).toBe(false);
  expect(start('0.2.0').waits()).toBe(false);
  expect(start('0.1.0').waits()).toBe(true);
});

it('a folder that cannot be written keeps nobody from the app', () => {
  const notes: string[] = [];
  const seen = new NewsSeen(join(folder, 'missing/news-seen'), '0.1.0', {
    note: (event) => notes.push(event),
  });
  expect(seen.waits()).toBe(false);
  expect(notes).toEqual(['news.not-noted']);
});

it('a file of another kind is news of another version', () => {
  writeFileSync(join(folder, 'news-seen'), 'x'.repeat(1_000_000));
  expect(start('0.1.0').waits()).toBe(true);
});
