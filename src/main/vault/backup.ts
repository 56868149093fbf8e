import { createHash, timingSafeEqual } from 'node:crypto';
import { appendFileSync, chmodSync, copyFileSync, readFileSync, statSync, truncateSync } from 'node:fs';
import { dirname } from 'node:path';
import { Failed } from '../base/failure.ts';
import { codeOf } from '../base/files.ts';
import { type Keyring, KeyringRefused, KeyringUnavailable, type Log } from '../base/ports.ts';
import type { Secret } from '../base/secret.ts';
import { CellUnreadable } from './cells.ts';
import { DataKey } from './data-key.ts';
import { checkHead, type Database, openDatabase } from './database.ts';
import { FileTrouble, troubleOf } from './file-trouble.ts';
import { keysIn, readMeta, replaceKeys } from './key-table.ts';
import { keyringIsThere } from './keyring-opening.ts';
import { otherFile } from './other-file.ts';
import { openAll } from './sealed-cells.ts';
import { markSystemProof } from './system-proof-mark.ts';
import { makeFolder, putInPlace, removeUnfinished, unfinishedBeside, unfinishedParts } from './vault-file.ts';
import { words } from './words.ts';
import { unwrapByPassphrase, wrapByKeyring, wrapByPassphrase } from './wrappings.ts';

// SQLite ignores everything after a file's last page.
const sealMark = Buffer.from('Keyturn seal v1\0', 'latin1');
const sealBytes = 32;

const sealOf = (key: DataKey, content: Uint8Array): Buffer =>
  key.tag('backup', createHash('sha256').update(content).digest());

/** Splits a backup into its content and the seal at its end. Returns null when it has no seal. */
function takeSeal(path: string): { content: Buffer; seal: Buffer } | null {
  const bytes = readFileSync(path);
  const end = bytes.length - sealBytes - sealMark.length;
  if (end < 0 || !bytes.subarray(end, end + sealMark.length).equals(sealMark)) return null;
  truncateSync(path, end);
  return { content: bytes.subarray(0, end), seal: bytes.subarray(-sealBytes) };
}

/**
 * Writes a copy of the open vault to `path` that opens with `passphrase` alone. Opens the copy and every value in it as a proof, and then
 * replaces the file at `path`. Returns the number of tokens in it that open; values that do not open here are copied as they are. Throws
 * Failed `file` when the copy cannot be written or proved; the file at `path` then stays as it was.
 */
export async function writeBackup(
  db: Database,
  key: DataKey,
  path: string,
  passphrase: Secret,
): Promise<number> {
  try {
    const unfinished = unfinishedBeside(path);
    // Copies and counts in one turn without a wait, so that both show the same moment.
    db.copyTo(unfinished);
    const here = openAll(db, key);
    const wrapping = await key.withRoot((root) => wrapByPassphrase(root, passphrase));
    const copy = openDatabase(unfinished);
    try {
      replaceKeys(copy, [wrapping]);
    } finally {
      copy.closeAsOneFile();
    }
    appendFileSync(unfinished, Buffer.concat([sealMark, sealOf(key, readFileSync(unfinished))]));
    const again = await prove(unfinished, passphrase);
    if (again.cells !== here.cells || again.doubt !== null) throw new FileTrouble('damaged');
    putInPlace(unfinished, path);
    return again.tokens;
  } catch (error) {
    removeUnfinished(path);
    throw notWritten(error);
  }
}

/** Returns every unfinished file of `writeBackup`: the copy, and the copy of that copy which proves it. */
export const backupParts = (path: string): string[] => {
  const [copy = ''] = unfinishedParts(path);
  return [...unfinishedParts(path), ...unfinishedParts(copy)];
};

/** Opens a copy of the written file, as a restore will. */
async function prove(
  written: string,
  passphrase: Secret,
): Promise<Pick<OpenBackup, 'cells' | 'tokens' | 'doubt'>> {
  try {
    const copy = unfinishedBeside(written);
    copyFileSync(written, copy);
    const { db, key, ...found } = await openBackup(copy, passphrase);
    using _key = key;
    db.close();
    return found;
  } finally {
    removeUnfinished(written);
  }
}

function notWritten(error: unknown): unknown {
  switch (error instanceof Failed && error.failure.code === 'file' ? 'damaged' : troubleOf(error)) {
    case 'disk-full':
      return new Failed('file', words.backup.diskFull, words.backup.freeSpace);
    case 'read-only':
      return new Failed('file', words.backup.mayNotWrite, words.backup.choosePlace);
    case null:
      // Other errors of the system for a place: it is a folder, or its disk is gone.
      return error instanceof Error && 'syscall' in error
        ? new Failed(
            'file',
            words.backup.notWritten,
            words.backup.choosePlace,
            'code' in error ? String(error.code) : '',
          )
        : error;
    default:
      return new Failed('file', words.backup.notProved, words.backup.tryOrChoosePlace);
  }
}

/**
 * Why it is not certain that a backup is unchanged. `changed`: its seal is wrong or missing. `unsealed`: a Keyturn from before format 7
 * saved it without a seal, so a change cannot be detected.
 */
export type BackupDoubt = 'changed' | 'unsealed';

/** Asks whether to restore a doubtful backup; `tokens` is the number of tokens that open in it. */
export type Anyway = (tokens: number, doubt: BackupDoubt) => Promise<boolean>;

/** The first format whose backups have a seal. */
const firstSealed = 7;

interface UnpackNeeds {
  readonly keyring: Keyring;
  readonly log: Log;
  /** Whether to go on with a backup in doubt, of which so many tokens open. */
  readonly anyway: Anyway;
}

/**
 * Makes an unfinished vault for `vaultFile` from a copy of a backup. The keyring wraps its key; without a keyring, the backup's passphrase
 * keeps it. Throws Failed `file` when the file is not a backup, and `wrong-passphrase` when it does not open; then leaves no file. Only
 * reads the backup, which may be on a read-only disk.
 */
export async function unpackBackup(
  path: string,
  passphrase: Secret,
  vaultFile: string,
  { keyring, log, anyway }: UnpackNeeds,
): Promise<{ unfinished: string; tokens: number }> {
  makeFolder(dirname(vaultFile));
  try {
    const unfinished = unfinishedBeside(vaultFile);
    copyBackup(path, unfinished);
    const { db, key, tokens, doubt } = await openBackup(unfinished, passphrase);
    using _key = key;
    try {
      if (doubt !== null && !(await anyway(tokens, doubt))) throw refused[doubt]();
      if (await keyringIsThere(keyring, log)) await wrapHere(db, key, keyring);
      // The passphrase opened the backup, and this computer may not be able to ask for a system proof.
      markSystemProof(db, null);
    } finally {
      db.close();
    }
    return { unfinished, tokens };
  } catch (error) {
    removeUnfinished(vaultFile);
    throw error;
  }
}

/**
 * Copies a backup to a working file. Throws Failed `file` when it cannot be read or its first bytes are not those of a backup, so that no
 * large file of another kind is copied. Throws the system's error when the copy finds no room.
 */
export function copyBackup(from: string, to: string): void {
  try {
    // Reading a pipe or a device might never end.
    if (!statSync(from).isFile()) throw new Failed('file', words.backup.notAFile, words.backup.chooseFile);
    checkBeginning(from);
    copyFileSync(from, to);
    // The copy keeps the backup's mode, which may be any mode.
    chmodSync(to, 0o600);
  } catch (error) {
    const isOfTarget = troubleOf(error) === 'disk-full' || codeOf(error) === 'EFBIG';
    if (error instanceof Failed || isOfTarget) throw error;
    throw new Failed(
      'file',
      words.backup.unreadable,
      words.backup.chooseFile,
      error instanceof Error && 'code' in error ? String(error.code) : '',
    );
  }
}

/** Throws Failed `file`, which says what a file is that does not begin as a backup does. */
function checkBeginning(path: string): void {
  const other = otherFile(path);
  if (other === 'empty') throw new Failed('file', words.backup.empty, words.backup.download);
  if (other === 'age') throw new Failed('file', words.backup.isAge, words.backup.importIt);
  if (other !== 'sqlite' && other !== 'unknown') {
    throw new Failed('file', words.otherFile[other].sentence, words.otherFile[other].remedy);
  }
  try {
    checkHead(path);
  } catch (error) {
    throw noBackup(error);
  }
}

async function wrapHere(db: Database, key: DataKey, keyring: Keyring): Promise<void> {
  try {
    replaceKeys(db, [await key.withRoot((root) => wrapByKeyring(root, keyring))]);
  } catch (error) {
    // A keyring that does not answer must not keep people from their tokens: the passphrase opens them too.
    if (!(error instanceof KeyringUnavailable || error instanceof KeyringRefused)) throw error;
  }
}

interface OpenBackup {
  readonly db: Database;
  readonly key: DataKey;
  readonly cells: number;
  readonly tokens: number;
  /** Why an unchanged backup is not certain; null when the seal proves it. */
  readonly doubt: BackupDoubt | null;
}

const refused: Readonly<Record<BackupDoubt, () => Failed>> = {
  changed: () => new Failed('file', words.backup.changed, words.backup.chooseBackup),
  unsealed: () => new Failed('file', words.backup.unsealed, words.backup.chooseOrLook),
};

/**
 * Opens a backup, which must be a writable copy. Throws Failed `file` when it is not a backup, and `wrong-passphrase` when it does not
 * open.
 */
async function openBackup(path: string, passphrase: Secret): Promise<OpenBackup> {
  let db: Database;
  const sealed = takeSeal(path);
  try {
    db = openDatabase(path);
  } catch (error) {
    throw noBackup(error);
  }
  try {
    const wrapping = keysIn(db).find(({ kind }) => kind === 'passphrase');
    if (wrapping === undefined) {
      throw new Failed('file', words.backup.isVault, words.backup.chooseBackupFile);
    }
    const key = new DataKey(await unwrapByPassphrase(wrapping, passphrase));
    if (!key.matches(readMeta(db, 'key_check'))) throw new CellUnreadable('key check');
    const doubt = doubtOf(db, key, sealed);
    db.bringUpToDate();
    return { db, key, doubt, ...openAll(db, key) };
  } catch (error) {
    db.close();
    if (!(error instanceof CellUnreadable)) throw noBackup(error);
    throw new Failed('wrong-passphrase', words.backup.wrongPassphrase, words.backup.tryAgain);
  }
}

function doubtOf(db: Database, key: DataKey, sealed: ReturnType<typeof takeSeal>): BackupDoubt | null {
  if (sealed !== null) return timingSafeEqual(sealOf(key, sealed.content), sealed.seal) ? null : 'changed';
  // A person who removes the seal from a later backup would also have to remove the tables of later formats. Keyturn asks in both cases.
  const form = db.read<{ user_version: number }>('PRAGMA user_version')[0]?.user_version ?? firstSealed;
  return form < firstSealed ? 'unsealed' : 'changed';
}

function noBackup(error: unknown): unknown {
  if (!(error instanceof FileTrouble) || error.code === 'disk-full') return error;
  return new Failed(
    'file',
    error.code === 'newer-version' ? words.backup.newerVersion : words.backup.noBackup,
    error.code === 'newer-version' ? words.backup.installNewer : words.backup.chooseFile,
    error.code,
  );
}
