import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses';
import { afterEach, beforeEach, expect, it } from 'vitest';
import {
  allowInspector,
  programIn,
  releaseFuses,
  setReleaseFuses,
  wrongFuses,
} from '../../../tools/packaging/fuses.ts';
import { freshWire } from '../../../tools/packaging/stand-in.ts';

let folder = '';
let program = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'keyturn-fuses-'));
  program = join(folder, 'program');
  await writeFile(program, Buffer.concat([Buffer.alloc(1000, 'a'), freshWire(), Buffer.alloc(1000, 'z')]));
});
afterEach(() => rm(folder, { recursive: true }));

it('sets each fuse as a release has it, and reads it back', async () => {
  expect(await wrongFuses(program)).not.toEqual([]);
  await setReleaseFuses(program);
  expect(await wrongFuses(program)).toEqual([]);
});

it.each(Object.entries(releaseFuses))('notices fuse %s with another setting', async (fuse, wanted) => {
  await setReleaseFuses(program);
  await flipFuses(program, { version: FuseVersion.V1, [Number(fuse)]: !wanted });
  expect(await wrongFuses(program)).toEqual([
    `${FuseV1Options[Number(fuse)]} is ${wanted ? 'off' : 'on'}, not ${wanted ? 'on' : 'off'}`,
  ]);
});

it.each([
  ['removed', 'r', 'removed'],
  ['never set', '\x90', 'missing'],
])('notices a fuse that is %s', async (_what, state, word) => {
  await setReleaseFuses(program);
  const bytes = await readFile(program);
  bytes.write(state, 1000 + freshWire().length - 1, 'latin1');
  await writeFile(program, bytes);
  expect(await wrongFuses(program)).toEqual([`WasmTrapHandlers is ${word}, not on`]);
});

/** The program with a wire that has so many fuses. */
async function withFuses(count: number): Promise<void> {
  const wire = freshWire();
  const sentinel = wire.subarray(0, 32);
  const bytes = Buffer.concat([sentinel, Buffer.from([1, count]), Buffer.from('1'.repeat(count))]);
  await writeFile(program, Buffer.concat([Buffer.alloc(10), bytes, Buffer.alloc(300)]));
}

it('does not package an Electron that has a fuse nobody decided about, or lacks one', async () => {
  const known = Object.keys(releaseFuses).length;
  await withFuses(known + 1);
  await expect(setReleaseFuses(program)).rejects.toThrow(`has ${known + 1} fuses`);
  expect(await wrongFuses(program)).toContain(`fuse ${known} is not known here`);
  await withFuses(known - 1);
  await expect(setReleaseFuses(program)).rejects.toThrow('not long enough');
});

it('makes a test program that differs from the release only in the inspector', async () => {
  await setReleaseFuses(program);
  const before = await readFile(program);
  await allowInspector(program, 'linux');
  const after = await readFile(program);
  const differ = [...before.keys()].filter((at) => before[at] !== after[at]);
  expect(differ).toHaveLength(1);
  expect(await wrongFuses(program)).toEqual(['EnableNodeCliInspectArguments is on, not off']);
});

it('finds the program on each system', () => {
  expect(programIn('x', 'linux')).toBe(join('x', 'keyturn-bin'));
  expect(programIn('x', 'win32')).toBe(join('x', 'Keyturn.exe'));
  expect(programIn('x', 'darwin')).toBe(join('x', 'Keyturn.app'));
});
