import { closeSync, existsSync, fstatSync, openSync, readSync, rmSync, statSync } from 'node:fs';
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { FileTrouble, failedBy, isOfDisk, movedAway, troubleOf } from './file-trouble.ts';
import { applicationId, firstTables, migrations, newestVersion } from './migrations.ts';

/** An open SQLite database: typed rows, cached statements, nested transactions, errors as sentences. */
export class Database {
  readonly #db: DatabaseSync;
  /** Where its file is; null when it is in memory. */
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
      // SQLite undoes a whole transaction by itself when the disk is full. What `work` still writes then must not stay without the
      // rest, as it would if it were written on its own.
      if (this.#depth > 0 && !this.#db.isTransaction) throw new FileTrouble('disk-full');
      if (this.#depth === 0) this.#checkPlace();
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
      if (this.#depth > 0 && !this.#db.isTransaction) throw new FileTrouble('disk-full');
      if (this.#depth === 0) this.#checkPlace();
      this.#db.exec(begin);
    } catch (error) {
      throw failedBy(error);
    }
    this.#depth++;
    try {
      const result = work();
      if (!this.#db.isTransaction) throw new FileTrouble('disk-full');
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

  /**
   * Brings an older form up to date; only once the key has opened it, so that a vault that cannot be opened stays as it is. Throws
   * FileTrouble; the form is as it was then.
   */
  bringUpToDate(): void {
    try {
      migrate(this.#db);
      checkTables(this.#db);
      mendIndexes(this.#db);
    } catch (error) {
      if (this.#db.isTransaction) this.#db.exec('ROLLBACK');
      throw fileTrouble(error);
    }
  }

  /**
   * Writes a whole copy of this moment to `path`, which must be missing or empty. Throws what `troubleOf` understands.
   *
   * Node's own `backup` (node:sqlite) was looked at: it copies on another thread, and Node 24.21 rejects with "not an error" when this
   * thread writes meanwhile.
   */
  copyTo(path: string): void {
    this.#db.exec(`VACUUM INTO '${path.replaceAll("'", "''")}'`);
  }

  /** Returns how many rows were written since it was opened. */
  changes(): number {
    return this.read<{ n: number }>('SELECT total_changes() AS n')[0]?.n ?? 0;
  }

  /** Returns whether a table has this column: an older form may not. */
  hasColumn(table: string, column: string): boolean {
    return this.read('SELECT 1 FROM pragma_table_info(?) WHERE name = ?', table, column).length > 0;
  }

  /** Looks through every page, row and index. Throws FileTrouble `damaged`. */
  checkWhole(): void {
    const said = this.read<{ integrity_check: string }>('PRAGMA integrity_check(1)')[0]?.integrity_check;
    if (said !== 'ok') throw new FileTrouble('damaged');
  }

  /** Closes it as one file that can be carried about, with no log beside it. Throws what `troubleOf` understands. */
  closeAsOneFile(): void {
    this.#statements.clear();
    try {
      this.#db.exec('PRAGMA journal_mode = DELETE');
    } finally {
      this.close();
    }
  }

  /** Moves the log into the file and cuts it off: what was overwritten in the file is not in the log either then. */
  emptyLog(): void {
    try {
      this.#db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    } catch (error) {
      throw failedBy(error);
    }
  }

  /**
   * Writes the file anew and empties the log: no page holds bytes of what was overwritten or removed then. It takes the file's size in memory
   * and in the log. Throws what `troubleOf` understands.
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

  // The system lets a file be deleted or moved while it is open (not on Windows), and what is written to it then is gone when it is
  // closed. SQLite notices that only without a write-ahead log (os_unix.c, fileHasMoved; pager.c, databaseIsUnmoved).
  #checkPlace(): void {
    if (this.#parts !== this.#partsThere()) throw movedAway();
  }

  /** Which files are at the places of this one and of its log. */
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
    // Out of the log and into the file's head, where an older Keyturn looks before it touches anything.
    db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  }
}

/**
 * Refuses by its first hundred bytes (sqlite.org/fileformat2.html, section 1.3) what is no vault or is of a newer form, before SQLite
 * opens it: SQLite would move a log into it and so change it. Never for a file this process has open: closing it here would end
 * SQLite's own locks (sqlite.org/howtocorrupt.html, section 2.2).
 */
function checkHead(path: string): void {
  const head = Buffer.alloc(100);
  const file = openSync(path, 'r');
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

// defensive: no statement can write the file's inner tables.
const options = { allowExtension: false, defensive: true, timeout: 0 } as const;

type Columns = ReadonlyMap<string, string>;

/** The columns of every table. */
function columnsOf(db: DatabaseSync): Columns {
  const rows = db
    .prepare(
      "SELECT t.name AS name, group_concat(c.name || ' ' || c.type, ', ' ORDER BY c.name) AS columns FROM sqlite_schema t, pragma_table_info(t.name) c WHERE t.type = 'table' GROUP BY t.name",
    )
    .all();
  return new Map(rows.map(({ name, columns }) => [String(name), String(columns)]));
}

let newestColumns: Columns | null = null;

// A vault has the tables and columns its migrations made and nothing that acts by itself; one without is damaged, whatever SQLite
// thinks of its pages.
function checkTables(db: DatabaseSync): void {
  if (newestColumns === null) {
    const fresh = new DatabaseSync(':memory:', options);
    migrate(fresh);
    newestColumns = columnsOf(fresh);
    fresh.close();
  }
  const there = columnsOf(db);
  for (const [table, columns] of newestColumns) {
    if (there.get(table) !== columns) throw new FileTrouble('damaged');
  }
  const acting = db.prepare("SELECT 1 FROM sqlite_schema WHERE type IN ('trigger', 'view')").get();
  if (acting !== undefined) throw new FileTrouble('damaged');
}

// What SQLite finds wrong with a file that has a vault's head is damage, for example a form it is not of.
function fileTrouble(error: unknown): unknown {
  const code = troubleOf(error);
  if (code !== null) return new FileTrouble(code);
  return error instanceof Error && 'errcode' in error ? new FileTrouble('damaged') : error;
}

function quickCheck(db: DatabaseSync): void {
  const said = Object.values(db.prepare('PRAGMA quick_check(1)').get() ?? {})[0];
  if (said !== 'ok') throw new FileTrouble('damaged');
}

/** Where a row that its index does not lead to would be missed most; they are small. */
const found = ['orgs', 'tokens', 'settings', 'rotations'];

// `quick_check` does not compare indexes with their tables. A damaged one costs nothing: all that is in it is in its table.
function mendIndexes(db: DatabaseSync): void {
  const damaged = found.some(
    (table) => Object.values(db.prepare(`PRAGMA integrity_check('${table}')`).get() ?? {})[0] !== 'ok',
  );
  if (damaged) db.exec('REINDEX');
}

/** Looks through what is read before the key has opened it, without a write. Throws FileTrouble, or what SQLite says. */
function checkUnopened(db: DatabaseSync): void {
  checkForm(number(db, 'application_id'), number(db, 'user_version'));
  quickCheck(db);
  const there = columnsOf(db);
  if (!firstTables.every((table) => there.has(table))) throw new FileTrouble('damaged');
  // A column of another name is said here.
  db.prepare('SELECT name, value FROM meta');
  db.prepare('SELECT id, kind, wrapped, parameters FROM keys');
  db.prepare('SELECT id FROM tokens');
}

/** What is wrong with the file itself, and not with its place. */
const saysTheFile: ReadonlySet<string> = new Set(['damaged', 'not-a-vault', 'newer-version']);

/**
 * After a crash the log beside the file holds what is not in it yet. Closing moves it there, also into a damaged file; so all that can
 * be said before the key is there is looked at first by a connection that may not write. Whether it may be written, opening will say.
 */
function checkWithLog(path: string): void {
  if ((statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0) === 0) return;
  const index = `${path}-shm`;
  const hadIndex = existsSync(index);
  const db = new DatabaseSync(path, { ...options, readOnly: true });
  try {
    checkUnopened(db);
    // Of the newest form all of it can be said now; an older one is looked at once it is brought up to date.
    if (number(db, 'user_version') === newestVersion) checkTables(db);
  } catch (error) {
    const trouble = fileTrouble(error);
    if (trouble instanceof FileTrouble && saysTheFile.has(trouble.code) && !isOfDisk(error)) throw trouble;
  } finally {
    db.close();
    if (!hadIndex) rmSync(index, { force: true });
  }
}

/** Makes a new, empty vault at `path` (or in memory). Throws what `troubleOf` understands. */
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
 * Opens the vault at `path`; its form is still the one it had, see `bringUpToDate`. Throws FileTrouble: `not-a-vault`,
 * `newer-version`, `damaged`, `read-only`, `disk-full` or `in-use`; the file is as it was then.
 */
export function openDatabase(path: string): Database {
  let db: DatabaseSync | null = null;
  try {
    checkHead(path);
    checkWithLog(path);
    db = new DatabaseSync(path, options);
    // Before a setting is written into a file of a newer form.
    checkForm(number(db, 'application_id'), number(db, 'user_version'));
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
 * Opens a copy of a vault, closed as one file, to read only; nothing is written beside it. Throws FileTrouble: `not-a-vault`,
 * `newer-version` or `damaged`.
 */
export function openCopy(path: string): Database {
  let db: DatabaseSync | null = null;
  try {
    checkHead(path);
    db = new DatabaseSync(path, { ...options, readOnly: true });
    db.exec('PRAGMA trusted_schema = OFF; PRAGMA temp_store = MEMORY;');
    const copy = new Database(db, path);
    copy.checkWhole();
    const there = columnsOf(db);
    if (!firstTables.every((table) => there.has(table))) throw new FileTrouble('damaged');
    return copy;
  } catch (error) {
    db?.close();
    throw fileTrouble(error);
  }
}
