import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { FileTrouble, failedBy, troubleOf } from './file-trouble.ts';
import { applicationId, migrations, newestVersion, tables } from './migrations.ts';

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
      // SQLite undoes a whole transaction by itself when the disk is full. What `work` still writes then must not stay without the
      // rest, as it would if it were written on its own.
      if (this.#depth > 0 && !this.#db.isTransaction) throw new FileTrouble('disk-full');
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

  /** Writes a whole copy of this database to `path`, which must be missing or empty. Throws what `troubleOf` understands. */
  copyTo(path: string): void {
    this.#db.exec(`VACUUM INTO '${path.replaceAll("'", "''")}'`);
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
}

// defensive: no statement can write the file's inner tables.
const options = { allowExtension: false, defensive: true, timeout: 0 } as const;

// A vault has every table it had when it was made; one without is damaged, whatever SQLite thinks of its pages.
function checkTables(db: DatabaseSync): void {
  const there = new Set(
    db
      .prepare("SELECT name FROM sqlite_schema WHERE type = 'table'")
      .all()
      .map(({ name }) => name),
  );
  if (!tables.every((table) => there.has(table))) throw new FileTrouble('damaged');
}

/** Makes a new, empty vault at `path` (or in memory). Throws what `troubleOf` understands. */
export function createDatabase(path: string | ':memory:'): Database {
  const db = new DatabaseSync(path, options);
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
    checkHead(path);
    db = new DatabaseSync(path, options);
    checkForm(number(db, 'application_id'), number(db, 'user_version'));
    configure(db);
    // Takes the write lock, so that a read-only folder or a second process shows now and not at the first save.
    db.exec('BEGIN IMMEDIATE; ROLLBACK;');
    const said = Object.values(db.prepare('PRAGMA quick_check(1)').get() ?? {})[0];
    if (said !== 'ok') throw new FileTrouble('damaged');
    migrate(db);
    checkTables(db);
    return new Database(db);
  } catch (error) {
    db?.close();
    const code = troubleOf(error);
    throw code === null ? error : new FileTrouble(code);
  }
}
