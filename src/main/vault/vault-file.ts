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

/** SQLite's own names for a database and what belongs to it (sqlite.org/wal.html). */
const parts = ['', '-wal', '-shm'];

export const vaultFileName = 'keyturn.vault';

/** Whether a vault is there; an unfinished new one does not count. */
export function vaultExists(path: string): boolean {
  return existsSync(path);
}

/** Makes the folder if it is missing, and keeps it and the vault in it to this account. Throws when it cannot be made. */
export function makeFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  tighten(folder, 0o700);
  for (const part of parts) tighten(`${vaultPath(folder)}${part}`, 0o600);
}

// Best effort: of another owner's file, or on a read-only disk, the mode is not ours to change, and opening says what is wrong.
function tighten(path: string, mode: number): void {
  if (process.platform === 'win32') return;
  try {
    if ((statSync(path).mode & 0o777 & ~mode) !== 0) chmodSync(path, mode);
  } catch {}
}

/**
 * An empty file beside `path`, for this account only, in which a database can be made before it takes its place. Whatever an earlier
 * attempt left there is removed.
 */
export function unfinishedBeside(path: string): string {
  const unfinished = removeUnfinished(path);
  closeSync(openSync(unfinished, 'wx', 0o600));
  return unfinished;
}

/** Removes what an attempt left, and gives the name it had. */
export function removeUnfinished(path: string): string {
  const unfinished = `${path}.unfinished`;
  for (const part of parts) rmSync(`${unfinished}${part}`, { force: true });
  return unfinished;
}

/**
 * Puts a closed, finished file in the place of what is at `path`, in one step that a crash cannot halve. A vault that was there must
 * have its second name by `keepBeside`.
 */
export function putInPlace(unfinished: string, path: string): void {
  flush(unfinished);
  // The log of what was there, or of an interrupted `setAside`; its second name is beside the kept file.
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

/** Gives a closed vault a second name, whole with its log, and returns that name. */
export function keepBeside(path: string, now: number): string {
  const stamp = new Date(now).toISOString().slice(0, 19).replace('T', '-').replaceAll(':', '');
  let kept = `${path}.${stamp}.kept`;
  for (let n = 2; existsSync(kept); n++) kept = `${path}.${stamp}-${n}.kept`;
  for (const part of parts) if (existsSync(`${path}${part}`)) secondName(`${path}${part}`, `${kept}${part}`);
  syncFolder(dirname(path));
  return kept;
}

/** Gives a closed vault another name. Nothing is deleted: every part has its second name before the first one goes. */
export function setAside(path: string, now: number): string {
  const kept = keepBeside(path, now);
  for (const part of parts) rmSync(`${path}${part}`, { force: true });
  return kept;
}

function secondName(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch {
    // File systems without hard links, such as exFAT.
    copyFileSync(from, to, constants.COPYFILE_EXCL);
    flush(to);
  }
}

/** Whether `path` is the vault or belongs to it, whatever it is called there. Opens neither: see `checkHead` in database.ts. */
export function isOfVault(path: string, vault: string): boolean {
  const chosen = statSync(path, { throwIfNoEntry: false, bigint: true });
  return parts.some((part) => {
    const own = statSync(`${vault}${part}`, { throwIfNoEntry: false, bigint: true });
    if (own === undefined || chosen === undefined) return resolve(path) === resolve(`${vault}${part}`);
    return own.ino === chosen.ino && own.dev === chosen.dev;
  });
}

/** The vault's path in `folder`. */
export const vaultPath = (folder: string): string => join(folder, vaultFileName);
