import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { writeChecksums } from '../../../tools/packaging/checksums.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'keyturn-sums-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

it('writes what sha256sum reads, sorted, and sha256sum notices a changed file', async () => {
  const files = ['b.deb', 'a name.AppImage', 'empty'].map((name) => join(folder, name));
  for (const [index, file] of files.entries())
    writeFileSync(file, 'x'.repeat(index === 2 ? 0 : 100_000 + index));
  const sums = await writeChecksums(folder, files);
  const text = readFileSync(sums, 'utf8');
  expect(text.split('\n').map((line) => line.slice(66))).toEqual(['a name.AppImage', 'b.deb', 'empty', '']);
  // The sum of an empty file (FIPS 180-4's algorithm; every table of test vectors has this value).
  expect(text).toContain('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  empty\n');
  if (process.platform !== 'linux') return;
  const check = () =>
    spawnSync('sha256sum', ['--check', '--strict', '--status', 'SHA256SUMS'], { cwd: folder });
  expect(check().status).toBe(0);
  writeFileSync(files[0] as string, 'other');
  expect(check().status).toBe(1);
});

it('refuses two files of one name', async () => {
  mkdirSync(join(folder, 'two'));
  const files = [join(folder, 'x.deb'), join(folder, 'two/x.deb')];
  for (const file of files) writeFileSync(file, '');
  await expect(writeChecksums(folder, files)).rejects.toThrow('Two packages are named x.deb.');
});
