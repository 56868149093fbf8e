import type { FailureCode } from '../../shared/contract/failure.ts';
import type { VaultProblemCode } from '../../shared/contract/vault-status.ts';
import { Failed } from '../base/failure.ts';
import { notWritten } from '../base/files.ts';
import { words } from './words.ts';

/** The vault's file exists but cannot be used. Nothing in it was changed. */
export class FileTrouble extends Error {
  override readonly name = 'FileTrouble';
  readonly code: VaultProblemCode;

  constructor(code: VaultProblemCode) {
    super(code);
    this.code = code;
  }
}

// SQLite's primary result codes (sqlite.org/rescode.html).
const troubles: Readonly<Record<number, VaultProblemCode>> = {
  // PERM
  3: 'read-only',
  // BUSY, LOCKED
  5: 'in-use',
  6: 'in-use',
  // READONLY
  8: 'read-only',
  // IOERR: the disk could not read or write a place of the file
  10: 'damaged',
  // CORRUPT
  11: 'damaged',
  // FULL
  13: 'disk-full',
  // CANTOPEN: the log beside the file could not be made
  14: 'read-only',
  // NOTADB
  26: 'not-a-vault',
};
const failedTroubles: Readonly<Partial<Record<FailureCode, VaultProblemCode>>> = {
  'disk-full': 'disk-full',
  'read-only': 'read-only',
  'vault-problem': 'damaged',
};
const systemTroubles: Readonly<Record<string, VaultProblemCode>> = {
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EROFS: 'read-only',
  EACCES: 'read-only',
  EPERM: 'read-only',
};

/** Returns the kind of problem for an error of SQLite or of the file system; null for an unknown error. */
export function troubleOf(error: unknown): VaultProblemCode | null {
  if (error instanceof FileTrouble) return error.code;
  if (error instanceof Failed) return failedTroubles[error.failure.code] ?? null;
  if (!(error instanceof Error)) return null;
  if ('errcode' in error && typeof error.errcode === 'number') {
    return troubles[error.errcode & 0xff] ?? null;
  }
  return 'code' in error && typeof error.code === 'string' ? (systemTroubles[error.code] ?? null) : null;
}

/** Returns whether SQLite met a disk error (IOERR), not a wrong page. */
export const isOfDisk = (error: unknown): boolean =>
  error instanceof Error && 'errcode' in error && (Number(error.errcode) & 0xff) === 10;

/** Returns a failed read or write of the open vault as a sentence. Nothing is half written, because every write is a transaction. */
export function failedBy(error: unknown): unknown {
  if (error instanceof Failed) return error;
  switch (troubleOf(error)) {
    case 'disk-full':
      return new Failed('disk-full', words.fileTrouble.diskFull, words.fileTrouble.freeSpace);
    case 'read-only':
      return new Failed('read-only', words.fileTrouble.mayNotWrite, words.fileTrouble.givePermission);
    case 'damaged':
    case 'not-a-vault':
      return new Failed('vault-problem', words.fileTrouble.damaged, words.fileTrouble.saveWhatOpens);
    case 'in-use':
      return new Failed('vault-problem', words.fileTrouble.inUse, words.fileTrouble.closeIt);
    default:
      // The system refused a file beside the vault, for example one over a limit.
      return error instanceof Error && 'syscall' in error ? notWritten(error) : error;
  }
}

/** Returns the failure for a vault whose file is no longer where it was opened: new writes would be lost with it. */
export const movedAway = () =>
  new Failed('vault-problem', words.fileTrouble.movedAway, words.fileTrouble.putBack);
