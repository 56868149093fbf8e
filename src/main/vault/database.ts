import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import type { VaultProblemCode } from '../../shared/contract/models.ts';
import { Failed } from '../failed.ts';
import { applicationId, migrations, newestVersion } from './migrations.ts';

/** The vault's file is there and cannot be used; nothing of it was changed. */
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
  5: 'in-use',
  6: 'in-use',
  8: 'read-only',
  11: 'damaged',
  13: 'disk-full',
  14: 'read-only',
  26: 'not-a-vault',
};
const systemTroubles: Readonly<Record<string, VaultProblemCode>> = {
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EROFS: 'read-only',
  EACCES: 'read-only',
  EPERM: 'read-only',
};

/** What kind of trouble an error of SQLite or of the file system is; null when it is none of the known. */
export function troubleOf(error: unknown): VaultProblemCode | null {
  if (error instanceof FileTrouble) return error.code;
  if (!(error instanceof Error)) return null;
  if ('errcode' in error && typeof error.errcode === 'number') {
    // SQLITE_IOERR: on a full disk the write-ahead log's own write fails this way.
    return troubles[error.errcode & 0xff] ?? ((error.errcode & 0xff) === 10 ? 'damaged' : null);
  }
  return 'code' in error && typeof error.code === 'string' ? (systemTroubles[error.code] ?? null) : null;
}

/** A failed read or write of the open vault, as a sentence; nothing was half written, since every write is a transaction. */
export function failedBy(error: unknown): unknown {
  switch (troubleOf(error)) {
    case 'disk-full':
      return new Failed(
        'disk-full',
        'The disk is full, so nothing was changed.',
        'Free some space and try again.',
      );
    case 'read-only':
      return new Failed(
        'read-only',
        'Keyturn may not write to its folder, so nothing was changed.',
        'Give your account write permission to the folder, then try again.',
      );
    case 'damaged':
    case 'not-a-vault':
      return new Failed(
        'vault-problem',
        'The file with your tokens is damaged at the place that was needed.',
        'Save a backup of what still opens, then quit Keyturn and check the disk.',
      );
    case 'in-use':
      return new Failed(
        'vault-problem',
        'Another program is using the file with your tokens.',
        'Close it and try again.',
      );
    default:
      return error;
  }
}

/** An open SQLite database: typed rows, cached statements, nested transactions, errors as sentences. */
export class Database {
  readonly #db: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();
  #depth = 0;

  constructor(db: DatabaseSync) {
    this.#db = db;
  }

  read<T>(sql: string, ...parameters: SQLInputValue[]): T[] {
    try {
      return this.#statement(sql).all(...parameters) as T[];
    } catch (error) {
      throw failedBy(error);
    }
  }

  write(sql: string, ...parameters: SQLInputValue[]): void {
    try {
      this.#statement(sql).run(...parameters);
    } catch (error) {
      throw failedBy(error);
    }
  }

  /** All of `work` or nothing of it; inner calls are savepoints of the outer one. */
  transaction<T>(work: () => T): T {
    const [begin, commit, undo] =
      this.#depth === 0
        ? ['BEGIN IMMEDIATE', 'COMMIT', 'ROLLBACK']
        : [
            `SAVEPOINT s${this.#depth}`,
            `RELEASE s${this.#depth}`,
            `ROLLBACK TO s${this.#depth}; RELEASE s${this.#depth}`,
          ];
    try {
      this.#db.exec(begin);
    } catch (error) {
      throw failedBy(error);
    }
    this.#depth++;
    try {
      const result = work();
      this.#db.exec(commit);
      return result;
    } catch (error) {
      // SQLite may have rolled back by itself (full disk); then there is nothing left to undo.
      if (this.#db.isTransaction) this.#db.exec(undo);
      throw failedBy(error);
    } finally {
      this.#depth--;
    }
  }

  exec(sql: string): void {
    this.#db.exec(sql);
  }

  close(): void {
    this.#statements.clear();
    if (this.#db.isOpen) this.#db.close();
  }

  #statement(sql: string): StatementSync {
    const known = this.#statements.get(sql);
    if (known !== undefined) return known;
    const statement = this.#db.prepare(sql);
    this.#statements.set(sql, statement);
    return statement;
  }
}

const number = (db: DatabaseSync, pragma: string): number =>
  Number(Object.values(db.prepare(`PRAGMA ${pragma}`).get() ?? {})[0]);

function configure(db: DatabaseSync): void {
  // Exclusive: a second process is refused at once instead of interleaving with this one. secure_delete: a removed value's bytes are
  // overwritten in the file. trusted_schema off: a tampered schema cannot call functions.
  db.exec(`
    PRAGMA locking_mode = EXCLUSIVE;
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = FULL;
    PRAGMA foreign_keys = ON;
    PRAGMA secure_delete = ON;
    PRAGMA trusted_schema = OFF;
    PRAGMA temp_store = MEMORY;
  `);
}

function migrate(db: DatabaseSync): void {
  const from = number(db, 'user_version');
  for (const step of migrations.filter(({ number: n }) => n > from)) {
    db.exec(`BEGIN IMMEDIATE; ${step.sql} PRAGMA user_version = ${step.number}; COMMIT;`);
  }
}

/** Makes a new, empty vault at `path` (or in memory). Throws what `troubleOf` understands. */
export function createDatabase(path: string | ':memory:'): Database {
  const db = new DatabaseSync(path, { allowExtension: false });
  try {
    db.exec(`PRAGMA application_id = ${applicationId}`);
    configure(db);
    migrate(db);
    return new Database(db);
  } catch (error) {
    db.close();
    throw error;
  }
}

/**
 * Opens the vault at `path` and brings its form up to date. Throws FileTrouble: `not-a-vault`, `newer-version`, `damaged`,
 * `read-only`, `disk-full` or `in-use`; the file is as it was then.
 */
export function openDatabase(path: string): Database {
  let db: DatabaseSync | null = null;
  try {
    db = new DatabaseSync(path, { allowExtension: false, timeout: 0 });
    if (number(db, 'application_id') !== applicationId) throw new FileTrouble('not-a-vault');
    if (number(db, 'user_version') > newestVersion) throw new FileTrouble('newer-version');
    configure(db);
    // Takes the write lock, so that a read-only folder or a second process shows now and not at the first save.
    db.exec('BEGIN IMMEDIATE; ROLLBACK;');
    const said = Object.values(db.prepare('PRAGMA quick_check(1)').get() ?? {})[0];
    if (said !== 'ok') throw new FileTrouble('damaged');
    migrate(db);
    return new Database(db);
  } catch (error) {
    db?.close();
    const code = troubleOf(error);
    throw code === null ? error : new FileTrouble(code);
  }
}
