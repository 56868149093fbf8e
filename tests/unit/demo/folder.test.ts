import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import {
  claimDemoFolder,
  leaveDemoFolder,
  sweepDemoFolder,
  takeDemoFolder,
} from '../../../src/demo/folder.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'keyturn-demo-folder-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const mark = () => join(folder, 'keyturn-demo');
/** No process has this id (Linux, pid_max is at most 4194304). */
const nobody = 4_999_999;

it('takes an empty folder, and keeps everything in an empty folder below', () => {
  expect(claimDemoFolder(folder)).toBeNull();
  const kept = takeDemoFolder(folder);
  expect(readdirSync(kept)).toEqual([]);
  expect(statSync(kept).mode & 0o777).toBe(0o700);
  writeFileSync(join(kept, 'keyturn.vault'), 'of the first');
  expect(claimDemoFolder(folder)).toBeNull();
  expect(readdirSync(takeDemoFolder(folder))).toEqual([]);
});

it('takes no folder with other things in it, and writes nothing there', () => {
  writeFileSync(join(folder, 'keyturn.vault'), 'mine');
  expect(claimDemoFolder(folder)).toContain('holds other things than a demo');
  sweepDemoFolder(folder);
  leaveDemoFolder(folder);
  expect(readdirSync(folder)).toEqual(['keyturn.vault']);
});

it('says why it cannot write', () => {
  expect(claimDemoFolder(join(folder, 'missing'))).toContain('(ENOENT)');
});

it('deletes its own folder at the end, and not that of a demo that took it meanwhile', () => {
  claimDemoFolder(folder);
  takeDemoFolder(folder);
  writeFileSync(mark(), String(nobody));
  leaveDemoFolder(folder);
  expect(existsSync(folder)).toBe(true);
  writeFileSync(mark(), String(process.pid));
  leaveDemoFolder(folder);
  expect(existsSync(folder)).toBe(false);
});

it('sweeps what a killed demo left, and nothing of a demo that runs', () => {
  claimDemoFolder(folder);
  takeDemoFolder(folder);
  mkdirSync(join(folder, 'chromium'));
  sweepDemoFolder(folder);
  expect(readdirSync(folder).sort()).toEqual(['chromium', 'kept', 'keyturn-demo']);
  writeFileSync(mark(), String(nobody));
  sweepDemoFolder(folder);
  expect(existsSync(folder)).toBe(false);
  sweepDemoFolder(folder);
});

it('recognises a demo’s folder whose deletion was cut off', () => {
  claimDemoFolder(folder);
  writeFileSync(mark(), '');
  writeFileSync(join(folder, 'left'), '');
  expect(claimDemoFolder(folder)).toBeNull();
  takeDemoFolder(folder);
  expect(readFileSync(mark(), 'utf8')).toBe(String(process.pid));
});
