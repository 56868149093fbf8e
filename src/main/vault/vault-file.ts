import {
  chmodSync,
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
  statSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { syncFolder } from '../base/files.ts';

/** SQLite's suffixes for a database and the files beside it (sqlite.org/wal.html). */
const parts = ['', '-wal', '-shm'];

const vaultFileName = 'keyturn.vault';

/** Returns whether a vault exists at `path`; an unfinished new vault does not count. */
export function vaultExists(path: string): boolean {
  return existsSync(path);
}

/** Makes the folder if it is missing, and limits access to it and its vault to this account. Throws when the folder cannot be made. */
export function makeFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  tighten(folder, 0o700);
  for (const part of parts) tighten(`${vaultPath(folder)}${part}`, 0o600);
}

// Keyturn cannot change the mode of another owner's file, or on a read-only disk.
function tighten(path: string, mode: number): void {
  if (process.platform === 'win32') return;
  try {
    if ((statSync(path).mode & 0o777 & ~mode) !== 0) chmodSync(path, mode);
  } catch {
    // The opening says what is wrong.
  }
}

/**
 * Makes an empty file beside `path`, for this account only. A database is made in it and then replaces `path`. Removes what an earlier
 * attempt left.
 */
export function unfinishedBeside(path: string): string {
  const unfinished = removeUnfinished(path);
  closeSync(openSync(unfinished, 'wx', 0o600));
  return unfinished;
}

/** Removes what an attempt left. Returns the name of the unfinished file. */
export function removeUnfinished(path: string): string {
  for (const part of unfinishedParts(path)) rmSync(part, { force: true });
  return `${path}.unfinished`;
}

/** The end of a name that `unfinishedParts` returns. */
export const unfinishedCopyEnd: RegExp = /\.unfinished(?:-wal|-shm)?$/;

/** Returns the paths of the unfinished file beside `path` and of what SQLite keeps beside that one. */
export const unfinishedParts = (path: string): string[] => parts.map((part) => `${path}.unfinished${part}`);

/**
 * Replaces the file at `path` with a closed, finished file in one step that a crash cannot split. An existing vault must already have its
 * second name from `keepBeside`.
 */
export function putInPlace(unfinished: string, path: string): void {
  flush(unfinished);
  // The log belongs to the earlier file or to an interrupted `setAside`. Its second name is beside the kept file.
  for (const part of parts.slice(1)) rmSync(`${path}${part}`, { force: true });
  renameSync(unfinished, path);
  syncFolder(dirname(path));
}

function flush(path: string): void {
  const file = openSync(path, 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Gives a closed vault, with its log, a second name and returns that name. */
export function keepBeside(path: string, now: number): string {
  const stamp = new Date(now).toISOString().slice(0, 19).replace('T', '-').replaceAll(':', '');
  let kept = `${path}.${stamp}.kept`;
  for (let n = 2; existsSync(kept); n++) kept = `${path}.${stamp}-${n}.kept`;
  for (const part of parts) if (existsSync(`${path}${part}`)) secondName(`${path}${part}`, `${kept}${part}`);
  syncFolder(dirname(path));
  return kept;
}

/** Renames a closed vault. Nothing is lost: every part gets its second name before the first part is removed. */
export function setAside(path: string, now: number): string {
  const kept = keepBeside(path, now);
  for (const part of parts) rmSync(`${path}${part}`, { force: true });
  return kept;
}

function secondName(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch {
    // File systems without hard links, such as exFAT, need a copy.
    copyFileSync(from, to, constants.COPYFILE_EXCL);
    flush(to);
  }
}

/** Returns whether `path` is the vault or one of its files, under any name. Opens neither: see `checkHead` in database.ts. */
export function isOfVault(path: string, vault: string): boolean {
  const chosen = statSync(path, { throwIfNoEntry: false, bigint: true });
  return parts.some((part) => {
    const own = statSync(`${vault}${part}`, { throwIfNoEntry: false, bigint: true });
    if (own === undefined || chosen === undefined) return resolve(path) === resolve(`${vault}${part}`);
    return own.ino === chosen.ino && own.dev === chosen.dev;
  });
}

/** Returns the vault's path in `folder`. */
export const vaultPath = (folder: string): string => join(folder, vaultFileName);
