import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { codeOf } from '../main/base/files.ts';
import { words } from './words.ts';

/** The name of the demo's folder in Keyturn's own folder. */
export const demoFolderName = 'demo';

/** Returns the folder in a demo's folder for everything that Keyturn keeps, and so for the socket of its commands. Pure. */
export const keptInDemo = (folder: string): string => join(folder, 'kept');

/** The file that makes a folder a demo's. It holds the id of the process. */
const markName = 'keyturn-demo';

const entriesOf = (folder: string): string[] => {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
};

/** Returns the id of the process whose demo this folder is, or null when it is no demo's. */
function ownerOf(folder: string): number | null {
  try {
    return Number(readFileSync(join(folder, markName), 'utf8'));
  } catch {
    return null;
  }
}

/** Deletes a demo's folder. The mark goes last, so that a kill leaves a folder that is still known as a demo's. */
function clear(folder: string): void {
  for (const name of entriesOf(folder)) {
    if (name !== markName) rmSync(join(folder, name), { recursive: true, force: true, maxRetries: 3 });
  }
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}

/**
 * Makes a missing or empty folder a demo's. An earlier demo's stays as it is. Returns the sentence that says why a folder cannot be a demo's, or
 * null: a vault that somebody keeps there is never opened and never deleted.
 */
export function claimDemoFolder(folder: string): string | null {
  if (ownerOf(folder) !== null) return null;
  if (entriesOf(folder).length > 0) return words.folder.inTheWay(folder);
  try {
    writeFileSync(join(folder, markName), String(process.pid), { mode: 0o600, flag: 'wx' });
    return null;
  } catch (error) {
    return words.folder.notWritten(folder, codeOf(error));
  }
}

/**
 * Makes a claimed folder this process's, and returns the empty folder in it for everything that Keyturn keeps. Call it after the lock of the
 * single instance: what an earlier demo kept there is deleted. Throws when the folder cannot be written.
 */
export function takeDemoFolder(folder: string): string {
  writeFileSync(join(folder, markName), String(process.pid), { mode: 0o600 });
  const kept = keptInDemo(folder);
  rmSync(kept, { recursive: true, force: true, maxRetries: 3 });
  mkdirSync(kept, { mode: 0o700 });
  return kept;
}

/** Deletes the folder where it is still this process's. Never throws: the next start of Keyturn deletes the rest. */
export function leaveDemoFolder(folder: string): void {
  if (ownerOf(folder) !== process.pid) return;
  try {
    clear(folder);
  } catch {
    // Another program holds a file open.
  }
}

/** Returns whether a process with this id runs. A process of another account counts (EPERM). */
function runs(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** Deletes the folder of a demo that was killed. A running demo keeps its folder. Throws when a file cannot be deleted. */
export function sweepDemoFolder(folder: string): void {
  const owner = ownerOf(folder);
  if (owner === null || runs(owner)) return;
  clear(folder);
}
