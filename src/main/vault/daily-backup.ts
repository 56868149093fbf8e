import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Failed } from '../base/failure.ts';
import type { Keyring, Log, SystemProofWay } from '../base/ports.ts';
import { copyBackup } from './backup.ts';
import { daysToDrop, isDay } from './backup-days.ts';
import type { DataKey } from './data-key.ts';
import { type Database, openCopy, openDatabase } from './database.ts';
import { FileTrouble, troubleOf } from './file-trouble.ts';
import { keysIn, readMeta, replaceKeys } from './key-table.ts';
import { openByKeyring } from './keyring-opening.ts';
import { type Opened, openAll } from './sealed-cells.ts';
import { markSystemProof } from './system-proof-mark.ts';
import { makeFolder, putInPlace, removeUnfinished, unfinishedBeside } from './vault-file.ts';
import { words } from './words.ts';
import { saltOf, type Wrapping } from './wrappings.ts';

/**
 * A daily backup on this computer. It is a copy of the vault with the same wrappings of the key, so whatever opens the vault opens the
 * backup.
 */
export interface DailyBackup {
  readonly day: string;
  /** When the backup was written, in milliseconds since 1970, UTC. */
  readonly at: number;
  readonly bytes: number;
}

const folderName = 'backups';
const ending = '.keyturn-daily';

const dailyFolder = (vaultFile: string): string => join(dirname(vaultFile), folderName);

/** Returns the path of the backup of `day`. Throws Failed `file` when `day` is not a date, so that a name never leads out of the folder. */
export function dailyPath(vaultFile: string, day: string): string {
  if (!isDay(day)) throw new Failed('file', words.dailyBackup.noSuchDay, words.dailyBackup.chooseOther);
  return join(dailyFolder(vaultFile), `${day}${ending}`);
}

/** Returns the finished backups, newest first. */
export function dailyBackups(vaultFile: string): DailyBackup[] {
  return daysThere(vaultFile).flatMap((day) => {
    const found = statSync(dailyPath(vaultFile, day), { throwIfNoEntry: false });
    return found === undefined ? [] : [{ day, at: Math.round(found.mtimeMs), bytes: found.size }];
  });
}

function daysThere(vaultFile: string): string[] {
  return namesThere(vaultFile)
    .filter((name) => name.endsWith(ending))
    .map((name) => name.slice(0, -ending.length))
    .filter(isDay)
    .sort()
    .reverse();
}

// When the folder is missing or unreadable, there is no backup to offer. Writing a backup then says why.
function namesThere(vaultFile: string): string[] {
  try {
    return readdirSync(dailyFolder(vaultFile));
  } catch {
    return [];
  }
}

/**
 * Writes the backup of `day`, reads every page and opens every value. Only then does it replace an earlier backup of that day and drop the
 * expired days. Everything happens in one turn, so the backup shows one moment. Throws Failed `file` with the reason; the backups then stay
 * as they were.
 */
export function writeDaily(db: Database, key: DataKey, vaultFile: string, day: string): Opened {
  const path = dailyPath(vaultFile, day);
  try {
    mkdirSync(dailyFolder(vaultFile), { recursive: true, mode: 0o700 });
    dropUnfinished(vaultFile);
    const unfinished = unfinishedBeside(path);
    db.copyTo(unfinished);
    const proved = prove(unfinished, key);
    // A value that does not open in the vault does not open in its copy. Every other value must open in both.
    if (proved.unreadable > 0 && proved.unreadable > openAll(db, key).unreadable)
      throw new FileTrouble('damaged');
    putInPlace(unfinished, path);
    for (const old of daysToDrop(daysThere(vaultFile), day))
      rmSync(dailyPath(vaultFile, old), { force: true });
    return proved;
  } catch (error) {
    dropUnfinished(vaultFile);
    throw notWritten(error);
  }
}

/** Removes what failed or killed attempts left, for every day. */
function dropUnfinished(vaultFile: string): void {
  for (const name of namesThere(vaultFile)) {
    if (name.includes(`${ending}.unfinished`)) rmSync(join(dailyFolder(vaultFile), name), { force: true });
  }
}

function prove(unfinished: string, key: DataKey): Opened {
  openDatabase(unfinished).closeAsOneFile();
  const copy = openCopy(unfinished);
  try {
    if (!key.matches(readMeta(copy, 'key_check'))) throw new FileTrouble('damaged');
    return openAll(copy, key);
  } finally {
    copy.close();
  }
}

function notWritten(error: unknown): Failed {
  const { other, ...known } = words.dailyBackup.notMade;
  const trouble = troubleOf(error);
  const { sentence, remedy } =
    trouble !== null && trouble in known ? known[trouble as keyof typeof known] : other;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return new Failed('file', sentence, remedy, code);
}

/**
 * Drops the backups that open without the present passcode or passphrase of `db`. A backup from before the passcode was set or changed
 * would be a way round it. Does nothing when the keyring alone opens `db`. Also drops a backup that cannot be read.
 */
export function dropEarlier(db: Database, vaultFile: string): void {
  const wanted = new Set(keysIn(db).filter(isOfDay).map(saltOf));
  wanted.delete(null);
  if (wanted.size === 0) return;
  for (const day of daysThere(vaultFile)) {
    if (!isBoundBy(dailyPath(vaultFile, day), wanted)) rmSync(dailyPath(vaultFile, day), { force: true });
  }
}

const isBoundBy = (path: string, salts: ReadonlySet<string | null>): boolean =>
  askCopy(path, (copy) =>
    keysIn(copy)
      .filter(isOfDay)
      .every((key) => salts.has(saltOf(key))),
  ) ?? false;

/** Drops the backups made under the data key with this check value, the unfinished ones, and those that cannot be read. */
export function dropOfKey(vaultFile: string, check: Uint8Array): void {
  dropUnfinished(vaultFile);
  for (const day of daysThere(vaultFile)) {
    const path = dailyPath(vaultFile, day);
    const theirs = askCopy(path, (copy) => readMeta(copy, 'key_check'));
    if (theirs === null || Buffer.compare(theirs, check) === 0) rmSync(path, { force: true });
  }
}

/** Runs a question on a copy. Returns null when the copy cannot be read. */
function askCopy<T>(path: string, question: (copy: Database) => T): T | null {
  try {
    const copy = openCopy(path);
    try {
      return question(copy);
    } finally {
      copy.close();
    }
  } catch {
    return null;
  }
}

/**
 * The kinds of wrapping that change with the day. A recovery key is kept away from this computer, so an earlier one does not help a person
 * who sits here.
 */
const isOfDay = ({ kind }: Wrapping): boolean => kind === 'keyring' || kind === 'passphrase';

interface Ways {
  /** The open vault and its key; null while it is not open. */
  readonly here: { readonly db: Database; readonly key: DataKey } | null;
  readonly keyring: Keyring;
  readonly log: Log;
  /** The way the system asks before this vault opens; null when it does not ask. */
  readonly asks: SystemProofWay | null;
}

/**
 * Opens every value of a daily backup and returns how many open. Only reads the file and replaces nothing. Throws Failed `file` when it is
 * damaged or no key here opens it.
 */
export async function readDaily(vaultFile: string, day: string, ways: Ways): Promise<Opened> {
  const copy = openedCopy(dailyPath(vaultFile, day));
  try {
    if (isOfSameKey(copy, ways)) return openAll(copy, ways.here.key);
    const opening = await openByKeyring(copy, ways.keyring, ways.log);
    if (typeof opening === 'string') throw noKeyHere();
    using key = opening.key;
    return openAll(copy, key);
  } finally {
    copy.close();
  }
}

/**
 * Makes an unfinished vault for `vaultFile` from a daily backup. A backup of the same vault gets the wrappings of the open vault: today's
 * passphrase and recovery key open it, not those of its day. Throws Failed `file` when the backup is damaged or nothing here would open it,
 * and then leaves no file.
 */
export async function unpackDaily(
  vaultFile: string,
  day: string,
  ways: Ways,
): Promise<{ unfinished: string; tokens: number }> {
  const path = dailyPath(vaultFile, day);
  makeFolder(dirname(vaultFile));
  try {
    const unfinished = unfinishedBeside(vaultFile);
    copyBackup(path, unfinished);
    openedCopy(unfinished).close();
    const db = openDatabase(unfinished);
    try {
      if (isOfSameKey(db, ways)) replaceKeys(db, keysIn(ways.here.db).toReversed());
      else if (!(await mayOpen(db, ways))) throw noKeyHere();
      // A backup from before the system proof was switched on would be a way round it. Only an open vault shows that it was switched off.
      if (ways.asks !== null || isOfSameKey(db, ways)) markSystemProof(db, ways.asks);
      const tokens = db.read<{ n: number }>('SELECT count(*) AS n FROM tokens')[0]?.n ?? 0;
      return { unfinished, tokens };
    } finally {
      db.close();
    }
  } catch (error) {
    removeUnfinished(vaultFile);
    throw error instanceof FileTrouble && error.code !== 'disk-full' ? damaged(error) : error;
  }
}

function isOfSameKey(copy: Database, ways: Ways): ways is Ways & { here: NonNullable<Ways['here']> } {
  return ways.here?.key.matches(readMeta(copy, 'key_check')) ?? false;
}

/** Returns whether the keyring opens the vault now, or the person can open it with a secret they know. */
async function mayOpen(db: Database, { keyring, log }: Ways): Promise<boolean> {
  if (keysIn(db).some(({ kind }) => kind !== 'keyring')) return true;
  const opening = await openByKeyring(db, keyring, log);
  if (typeof opening === 'string') return false;
  opening.key.wipe();
  return true;
}

function openedCopy(path: string): Database {
  try {
    return openCopy(path);
  } catch (error) {
    throw damaged(error);
  }
}

function damaged(error: unknown): Failed {
  const newer = error instanceof FileTrouble && error.code === 'newer-version';
  return new Failed(
    'file',
    newer ? words.dailyBackup.newerVersion : words.dailyBackup.damaged,
    newer ? words.dailyBackup.installNewer : words.dailyBackup.chooseDay,
    error instanceof Error && 'code' in error ? String(error.code) : '',
  );
}

const noKeyHere = () => new Failed('file', words.dailyBackup.noKey, words.dailyBackup.unlockKeyring);
