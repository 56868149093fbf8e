import { closeSync, constants, existsSync, fstatSync, openSync, readSync, rmSync, statSync } from 'node:fs';
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { FileTrouble, failedBy, isOfDisk, movedAway, troubleOf } from './file-trouble.ts';
import { applicationId, newestVersion } from './migrations.ts';
import { checkSchema, migrate, numberOf } from './schema.ts';

/** An open SQLite database with typed rows, cached statements, nested transactions, and errors as sentences. */
export class Database {
  readonly #db: DatabaseSync;
  /** The path of the file; null for a database in memory. */
  readonly path: string | null;
  readonly #parts: string;
  readonly #statements = new Map<string, StatementSync>();
  #depth = 0;

  constructor(db: DatabaseSync, path: string | null) {
    this.#db = db;
    this.path = path;
    this.#parts = this.#partsThere();
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
      // SQLite rolls back a whole transaction by itself when the disk is full. Later writes of `work` would then be committed one by one,
      // without the rest.
      if (this.#depth > 0 && !this.#db.isTransaction) throw new FileTrouble('disk-full');
      if (this.#depth === 0) this.#checkPlace();
      this.#statement(sql).run(...parameters);
    } catch (error) {
      throw failedBy(error);
    }
  }

  /** Whether `transaction` is at work. */
  get inTransaction(): boolean {
    return this.#depth > 0;
  }

  /** Runs `work` as one transaction; inner calls are savepoints of the outer one. */
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
      if (this.#depth > 0 && !this.#db.isTransaction) throw new FileTrouble('disk-full');
      if (this.#depth === 0) this.#checkPlace();
      this.#statement(begin).run();
    } catch (error) {
      throw failedBy(error);
    }
    this.#depth++;
    try {
      const result = work();
      if (!this.#db.isTransaction) throw new FileTrouble('disk-full');
      this.#statement(commit).run();
      return result;
    } catch (error) {
      // SQLite may already have rolled back by itself (full disk). Then there is nothing to undo.
      if (this.#db.isTransaction) this.#db.exec(undo);
      throw failedBy(error);
    } finally {
      this.#depth--;
    }
  }

  /**
   * Brings an older format up to date. Call this only after the key opened the vault, so that a vault that cannot be opened stays as it is.
   * Throws FileTrouble; the format then stays as it was.
   */
  bringUpToDate(): void {
    try {
      migrate(this.#db);
      checkSchema(this.#db);
      mendIndexes(this.#db);
    } catch (error) {
      if (this.#db.isTransaction) this.#db.exec('ROLLBACK');
      throw fileTrouble(error);
    }
  }

  /**
   * Writes a full copy of this moment to `path`, which must be missing or empty. Throws errors that `troubleOf` knows.
   *
   * Why not Node's own `backup` (node:sqlite): it copies on another thread, and Node 24.21 rejects with "not an error" when this thread
   * writes meanwhile.
   */
  copyTo(path: string): void {
    this.#db.exec(`VACUUM INTO '${path.replaceAll("'", "''")}'`);
  }

  /** Returns how many rows were written since the database was opened. */
  changes(): number {
    return this.read<{ n: number }>('SELECT total_changes() AS n')[0]?.n ?? 0;
  }

  /** Returns whether a table has this column. An older format may lack it. */
  hasColumn(table: string, column: string): boolean {
    return this.read('SELECT 1 FROM pragma_table_info(?) WHERE name = ?', table, column).length > 0;
  }

  /** Checks every page, row and index. Throws FileTrouble `damaged`. */
  checkWhole(): void {
    const said = this.read<{ integrity_check: string }>('PRAGMA integrity_check(1)')[0]?.integrity_check;
    if (said !== 'ok') throw new FileTrouble('damaged');
  }

  /** Closes the database as one file without a log beside it, so that it can be moved. Throws errors that `troubleOf` knows. */
  closeAsOneFile(): void {
    this.#statements.clear();
    try {
      this.#db.exec('PRAGMA journal_mode = DELETE');
    } finally {
      this.close();
    }
  }

  /** Moves the log into the file and truncates it, so that the log no longer holds what the file has overwritten. */
  emptyLog(): void {
    try {
      this.#db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    } catch (error) {
      throw failedBy(error);
    }
  }

  /**
   * Rewrites the file and empties the log, so that no page holds overwritten or removed bytes. Needs the file's size in memory and in the
   * log. Throws errors that `troubleOf` knows.
   */
  writeAnew(): void {
    try {
      this.#db.exec('VACUUM');
    } catch (error) {
      throw failedBy(error);
    }
    this.emptyLog();
  }

  close(): void {
    this.#statements.clear();
    if (this.#db.isOpen) this.#db.close();
  }

  // Except on Windows, a file can be deleted or moved while it is open, and later writes are lost when it is closed. SQLite notices this
  // only without a write-ahead log (os_unix.c, fileHasMoved; pager.c, databaseIsUnmoved).
  #checkPlace(): void {
    if (this.#parts !== this.#partsThere()) throw movedAway();
  }

  /** Returns which files are now at the paths of this file and of its log. */
  #partsThere(): string {
    if (this.path === null) return '';
    return [this.path, `${this.path}-wal`]
      .map((part) => statSync(part, { throwIfNoEntry: false, bigint: true }))
      .map((found) => (found === undefined ? 'none' : `${found.dev} ${found.ino}`))
      .join(', ');
  }

  #statement(sql: string): StatementSync {
    const known = this.#statements.get(sql);
    if (known !== undefined) return known;
    const statement = this.#db.prepare(sql);
    this.#statements.set(sql, statement);
    return statement;
  }
}

function configure(db: DatabaseSync): void {
  // Exclusive: a second process fails at once and cannot interleave with this one. secure_delete: SQLite overwrites the bytes of a removed
  // value in the file. trusted_schema off: a tampered schema cannot call functions.
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

/**
 * Refuses a file that is not a vault or has a newer format, by its first hundred bytes (sqlite.org/fileformat2.html, section 1.3). This
 * happens before SQLite opens the file: SQLite would move a log into the file and so change it. Never call this for a file that this
 * process has open: closing it here would release SQLite's own locks (sqlite.org/howtocorrupt.html, section 2.2).
 */
export function checkHead(path: string): void {
  const head = Buffer.alloc(100);
  // Opening a pipe in the place of the vault would wait until somebody writes into it.
  const file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    if (!fstatSync(file).isFile() || readSync(file, head, 0, 100, 0) < 100)
      throw new FileTrouble('not-a-vault');
  } finally {
    closeSync(file);
  }
  if (head.toString('latin1', 0, 16) !== 'SQLite format 3\0') throw new FileTrouble('not-a-vault');
  checkForm(head.readInt32BE(68), head.readInt32BE(60));
}

function checkForm(application: number, version: number): void {
  if (application !== applicationId) throw new FileTrouble('not-a-vault');
  if (version > newestVersion) throw new FileTrouble('newer-version');
  if (version < 1) throw new FileTrouble('damaged');
}

// defensive: no statement can write the file's internal tables.
const options = { allowExtension: false, defensive: true, timeout: 0 } as const;

// An error from SQLite on a file with a vault's head means damage, for example a format that does not match.
function fileTrouble(error: unknown): unknown {
  const code = troubleOf(error);
  if (code !== null) return new FileTrouble(code);
  return error instanceof Error && 'errcode' in error ? new FileTrouble('damaged') : error;
}

function quickCheck(db: DatabaseSync): void {
  const said = Object.values(db.prepare('PRAGMA quick_check(1)').get() ?? {})[0];
  if (said !== 'ok') throw new FileTrouble('damaged');
}

/** The tables where a row missing from its index would do most harm; they are small. */
const found = ['orgs', 'tokens', 'settings', 'rotations'];

// `quick_check` does not compare indexes with their tables. Rebuilding a damaged index loses nothing: its table holds all of its data.
function mendIndexes(db: DatabaseSync): void {
  const damaged = found.some(
    (table) => Object.values(db.prepare(`PRAGMA integrity_check('${table}')`).get() ?? {})[0] !== 'ok',
  );
  if (damaged) db.exec('REINDEX');
}

/** Checks, without a write, everything that is read before the key opens the vault. Throws FileTrouble or SQLite's error. */
function checkUnopened(db: DatabaseSync): void {
  checkForm(numberOf(db, 'application_id'), numberOf(db, 'user_version'));
  quickCheck(db);
  checkSchema(db);
}

/** The problems of the file itself, not of its place. */
const saysTheFile: ReadonlySet<string> = new Set(['damaged', 'not-a-vault', 'newer-version']);

/**
 * After a crash the log holds data that is not yet in the file. Closing moves that data into the file, even into a damaged one. So a
 * read-only connection first checks everything that can be checked without the key. Opening then finds out whether the file can be written.
 */
function checkWithLog(path: string): void {
  if ((statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0) === 0) return;
  const index = `${path}-shm`;
  const hadIndex = existsSync(index);
  const db = new DatabaseSync(path, { ...options, readOnly: true });
  try {
    checkUnopened(db);
  } catch (error) {
    const trouble = fileTrouble(error);
    if (trouble instanceof FileTrouble && saysTheFile.has(trouble.code) && !isOfDisk(error)) throw trouble;
  } finally {
    db.close();
    if (!hadIndex) rmSync(index, { force: true });
  }
}

/** Makes a new, empty vault at `path` (or in memory). Throws errors that `troubleOf` knows. */
export function createDatabase(path: string | ':memory:'): Database {
  const db = new DatabaseSync(path, options);
  try {
    db.exec(`PRAGMA application_id = ${applicationId}`);
    configure(db);
    migrate(db);
    return new Database(db, path === ':memory:' ? null : path);
  } catch (error) {
    db.close();
    throw error;
  }
}

/**
 * Opens the vault at `path` and keeps its format; see `bringUpToDate`. Throws FileTrouble: `not-a-vault`, `newer-version`, `damaged`,
 * `read-only`, `disk-full` or `in-use`; the file then stays as it was.
 */
export function openDatabase(path: string): Database {
  let db: DatabaseSync | null = null;
  try {
    checkHead(path);
    checkWithLog(path);
    db = new DatabaseSync(path, options);
    // Checked before a setting is written, so that a file of a newer format stays unchanged.
    checkForm(numberOf(db, 'application_id'), numberOf(db, 'user_version'));
    configure(db);
    // Takes the write lock, so that a read-only folder or a second process shows now and not at the first save.
    db.exec('BEGIN IMMEDIATE; ROLLBACK;');
    checkUnopened(db);
    return new Database(db, path);
  } catch (error) {
    db?.close();
    throw fileTrouble(error);
  }
}

/**
 * Opens a copy of a vault, closed as one file, read-only. Writes nothing beside it. Throws FileTrouble: `not-a-vault`, `newer-version` or
 * `damaged`.
 */
export function openCopy(path: string): Database {
  let db: DatabaseSync | null = null;
  try {
    checkHead(path);
    db = new DatabaseSync(path, { ...options, readOnly: true });
    db.exec('PRAGMA trusted_schema = OFF; PRAGMA temp_store = MEMORY;');
    const copy = new Database(db, path);
    copy.checkWhole();
    checkSchema(db);
    return copy;
  } catch (error) {
    db?.close();
    throw fileTrouble(error);
  }
}
