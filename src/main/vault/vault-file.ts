import {
  closeSync,
  constants,
  copyFileSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

/** SQLite's own names for a database and what belongs to it (sqlite.org/wal.html). */
const parts = ['', '-wal', '-shm'];

export const vaultFileName = 'keyturn.vault';

/** Whether a vault is there; an unfinished new one does not count. */
export function vaultExists(path: string): boolean {
  return existsSync(path);
}

/** Makes the folder for this account only, if it is missing. */
export function makeFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
}

/** A name beside `path` for a file that is not finished yet; whatever an earlier attempt left there is removed. */
export function unfinishedName(path: string): string {
  const unfinished = `${path}.unfinished`;
  for (const part of parts) rmSync(`${unfinished}${part}`, { force: true });
  return unfinished;
}

/** Puts a closed, finished file in place, in one step that a crash cannot halve. What was at `path` must have been set aside. */
export function putInPlace(unfinished: string, path: string): void {
  const file = openSync(unfinished, 'r+');
  fsyncSync(file);
  closeSync(file);
  // A log without its database is what an interrupted `setAside` leaves; its second name is beside the kept file.
  for (const part of parts.slice(1)) rmSync(`${path}${part}`, { force: true });
  renameSync(unfinished, path);
  syncFolder(dirname(path));
}

/**
 * Gives a vault that does not open another name, whole with its log, and returns that name. Nothing is ever deleted: every part has
 * its second name before the first one goes.
 */
export function setAside(path: string, now: number): string {
  const stamp = new Date(now).toISOString().slice(0, 19).replace('T', '-').replaceAll(':', '');
  let kept = `${path}.${stamp}.kept`;
  for (let n = 2; existsSync(kept); n++) kept = `${path}.${stamp}-${n}.kept`;
  const there = parts.filter((part) => existsSync(`${path}${part}`));
  for (const part of there) secondName(`${path}${part}`, `${kept}${part}`);
  syncFolder(dirname(path));
  for (const part of there) rmSync(`${path}${part}`);
  return kept;
}

function secondName(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch {
    // File systems without hard links, such as exFAT.
    copyFileSync(from, to, constants.COPYFILE_EXCL);
  }
}

// A rename lasts once its folder is on disk; Windows has no such call and needs none.
function syncFolder(path: string): void {
  if (process.platform === 'win32') return;
  const folder = openSync(path, 'r');
  fsyncSync(folder);
  closeSync(folder);
}

/** The vault's path in `folder`. */
export const vaultPath = (folder: string): string => join(folder, vaultFileName);
