import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { Failed } from './failure.ts';

/**
 * Writes a whole file or none, for the person only: a crash leaves what was there before. For what people export to where they chose.
 * Throws Failed `file`.
 */
export function writeFileAtomically(path: string, text: string): void {
  const unfinished = `${path}.${randomBytes(4).toString('hex')}`;
  try {
    const file = openSync(unfinished, 'wx', 0o600);
    try {
      writeSync(file, text);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(unfinished, path);
  } catch (error) {
    rmSync(unfinished, { force: true });
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    throw new Failed(
      'file',
      'The file could not be written there.',
      code === 'ENOSPC' ? 'Free some room on the disk.' : 'Choose another folder, one that you may write to.',
      code,
    );
  }
}
