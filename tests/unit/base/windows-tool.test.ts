import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { windowsTool } from '../../../src/main/base/windows-tool.ts';

const root = join(import.meta.dirname, '../../../src/main');
/** A program by its bare name, in a call that starts it. */
const bareName = /\b(?:spawn|spawnSync|execFile|execFileSync)\(\s*'([^'/\\]+)'/g;
const barelyNamed = (code: string) => [...code.matchAll(bareName)].map(([, name]) => name);

describe('a program of Windows itself', () => {
  it('is started by its full path', () => {
    expect(windowsTool('reg.exe', { SystemRoot: 'D:\\Win' })).toBe('D:\\Win\\System32\\reg.exe');
    expect(windowsTool('taskkill.exe', {})).toBe('C:\\Windows\\System32\\taskkill.exe');
  });

  it('is nowhere started by its bare name', () => {
    const files = globSync('**/*.ts', { cwd: root });
    expect(files.length).toBeGreaterThan(300);
    const found = files.flatMap((file) => barelyNamed(readFileSync(join(root, file), 'utf8')));
    // cp(1) keeps what Node cannot copy. Windows never runs it.
    expect(found).toEqual(['cp']);
    expect(barelyNamed("spawn('taskkill', ['/pid'])")).toEqual(['taskkill']);
  });
});
