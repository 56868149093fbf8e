import {
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { openCopy, openDatabase } from '../../../src/main/vault/database.ts';
import { writeInForm } from '../../torture/older-form.ts';
import { addToken, keptValue, secret } from './contents.ts';
import { fair, filled, ids, outcomeAt, pageSize, textOf } from './damaged.ts';
import { bytesOf, file, made, newFolder, open } from './helpers.ts';
import { MemoryKeyring } from './memory-keyring.ts';

describe('a damaged page', () => {
  it('is reported or costs one cell, wherever it is, and the file stays unchanged', {
    timeout: 240_000,
  }, async () => {
    const { folder, keyring } = await filled();
    const whole = bytesOf(folder);
    const places = Array.from({ length: 100 }, (_, n) => n);
    for (let page = 0; page < whole.length / pageSize; page++) {
      // The page's own head, its list of cells, and somewhere in what it holds.
      for (const at of [0, 3, 5, 8, pageSize - 900, pageSize - 40]) places.push(page * pageSize + at);
    }
    const seen = new Map<string, number>();
    for (const at of places) {
      const spoiled = Buffer.from(whole);
      spoiled[at] = (spoiled[at] ?? 0) ^ 0xff;
      writeFileSync(file(folder), spoiled);
      const outcome = await outcomeAt(folder, keyring);
      expect(outcome, `byte ${at}`).toMatch(fair);
      // An index is made anew, from what its table holds.
      if (outcome.startsWith('problem')) expect(bytesOf(folder).equals(spoiled), `byte ${at}`).toBe(true);
      seen.set(outcome, (seen.get(outcome) ?? 0) + 1);
    }
    expect(seen.get('problem, damaged')).toBeGreaterThan(50);
    expect(seen.get('problem, not-a-vault')).toBeGreaterThan(10);
    expect(seen.get('open, 1 unreadable')).toBeGreaterThan(0);
  });

  it('of an index is rebuilt, and every token is found', async () => {
    const { folder, keyring } = await filled();
    const db = new DatabaseSync(file(folder), { readOnly: true });
    const [index] = db
      .prepare(
        "SELECT rootpage FROM sqlite_schema WHERE tbl_name = 'tokens' AND type = 'index' ORDER BY name",
      )
      .all();
    db.close();
    const spoiled = bytesOf(folder);
    // The last letter of an id in the first index, that of the ids.
    const at = spoiled.lastIndexOf('t2', Number(index?.rootpage) * pageSize) + 1;
    spoiled[at] = '~'.charCodeAt(0);
    writeFileSync(file(folder), spoiled);
    const vault = open(folder, keyring);
    expect((await vault.start()).phase).toBe('open');
    for (const id of ids) expect(keptValue(vault, id)).toBe(textOf(id));
  });

  it('that is wiped whole costs no other page', { timeout: 120_000 }, async () => {
    const { folder, keyring } = await filled();
    const whole = bytesOf(folder);
    for (let page = 0; page < whole.length / pageSize; page++) {
      const spoiled = Buffer.from(whole);
      spoiled.fill(0xa5, page * pageSize, (page + 1) * pageSize);
      writeFileSync(file(folder), spoiled);
      expect(await outcomeAt(folder, keyring), `page ${page}`).toMatch(/^problem, (damaged|not-a-vault)$/);
      expect(bytesOf(folder).equals(spoiled), `page ${page}`).toBe(true);
    }
  });

  it('leaves the file unchanged even when a crash left a log beside it', async () => {
    const { folder, keyring } = await filled();
    const vault = open(folder, keyring);
    await vault.start();
    addToken(vault, 'late', textOf('late'));
    const crashed = newFolder();
    mkdirSync(crashed, { recursive: true });
    for (const name of readdirSync(folder)) copyFileSync(join(folder, name), join(crashed, name));
    vault.close();
    const spoiled = bytesOf(crashed);
    // Two pages that the log has no newer form of.
    spoiled.fill(0xa5, 10 * pageSize, 12 * pageSize);
    writeFileSync(file(crashed), spoiled);
    const log = readFileSync(`${file(crashed)}-wal`);
    expect(log.length).toBeGreaterThan(0);
    const files = readdirSync(crashed);
    expect(await outcomeAt(crashed, keyring)).toBe('problem, damaged');
    expect(bytesOf(crashed).equals(spoiled)).toBe(true);
    expect(readFileSync(`${file(crashed)}-wal`).equals(log)).toBe(true);
    expect(readdirSync(crashed)).toEqual(files);
  });

  it.each([
    ['a table that is gone', 'DROP TABLE tests', 'damaged'],
    [
      'something that acts by itself',
      'CREATE TRIGGER t AFTER INSERT ON tokens BEGIN DELETE FROM tokens; END',
      'damaged',
    ],
    ['a form below none', 'PRAGMA user_version = -2', 'damaged'],
    ['a newer form', 'PRAGMA user_version = 9999', 'newer-version'],
    ['another program', 'PRAGMA application_id = 7', 'not-a-vault'],
  ])(
    'that only the log of a crash shows (%s) leaves the file and the log unchanged',
    async (_what, sql, said) => {
      const { folder, keyring } = await filled();
      const db = new DatabaseSync(file(folder));
      db.exec(sql);
      const crashed = newFolder();
      mkdirSync(crashed, { recursive: true });
      for (const name of ['', '-wal']) copyFileSync(`${file(folder)}${name}`, `${file(crashed)}${name}`);
      db.close();
      const [before, log] = [bytesOf(crashed), readFileSync(`${file(crashed)}-wal`)];
      expect(log.length).toBeGreaterThan(0);
      expect(await outcomeAt(crashed, keyring)).toBe(`problem, ${said}`);
      expect(bytesOf(crashed).equals(before)).toBe(true);
      expect(readFileSync(`${file(crashed)}-wal`).equals(log)).toBe(true);
    },
  );
});

describe('a changed form', () => {
  it.each([
    ['a table that is gone', 'DROP TABLE tests'],
    ['a column that is gone', 'ALTER TABLE tokens DROP COLUMN revoked_at'],
    ['a column of another name', 'ALTER TABLE orgs RENAME COLUMN identity TO identitz'],
    ['a column of its key check of another name', 'ALTER TABLE meta RENAME COLUMN value TO valuf'],
    ['a column of its keys of another name', 'ALTER TABLE keys RENAME COLUMN wrapped TO wrappee'],
    [
      'something that acts by itself',
      'CREATE TRIGGER t AFTER INSERT ON tokens BEGIN DELETE FROM tokens; END',
    ],
    ['a form that was counted back', 'PRAGMA user_version = 3'],
    ['a form below none', 'PRAGMA user_version = -2'],
    ['its keys gone', 'DELETE FROM keys'],
    ['its key check gone', 'DELETE FROM meta'],
  ])('reports %s, and leaves the file unchanged', async (_what, sql) => {
    const { folder, keyring } = await made();
    const db = new DatabaseSync(file(folder));
    db.exec(sql);
    db.close();
    const before = bytesOf(folder);
    expect(await outcomeAt(folder, keyring)).toMatch(/^problem, (damaged|key-wrong)$/);
    expect(bytesOf(folder).equals(before)).toBe(true);
  });

  it('with something that acts by itself is refused before any write, as that of a wrong passcode is', async () => {
    const { folder } = await made();
    const db = new DatabaseSync(file(folder));
    db.exec(
      "CREATE TRIGGER t AFTER UPDATE ON meta BEGIN DELETE FROM meta WHERE name = 'passcode_failures'; END",
    );
    db.close();
    expect(() => openDatabase(file(folder))).toThrow(expect.objectContaining({ code: 'damaged' }));
    expect(() => openCopy(file(folder))).toThrow(expect.objectContaining({ code: 'damaged' }));
  });

  it.each([
    [
      'a foreign key that removes',
      'CREATE TABLE more (name TEXT REFERENCES meta (name) ON DELETE CASCADE ON UPDATE CASCADE) STRICT',
    ],
    ['another table', 'CREATE TABLE more (name TEXT) STRICT'],
    ['a virtual table', 'CREATE VIRTUAL TABLE more USING fts5(name)'],
    ['a view', 'CREATE VIEW more AS SELECT * FROM tokens'],
    [
      'a view in the place of a table',
      'ALTER TABLE doors RENAME TO other; CREATE VIEW doors AS SELECT * FROM other',
    ],
    ['a default', 'ALTER TABLE tokens ADD COLUMN more INTEGER DEFAULT 7'],
    ['a made column', 'ALTER TABLE tokens ADD COLUMN more TEXT AS (hex(value)) VIRTUAL'],
    [
      'a trigger with a name of SQLite’s own',
      "PRAGMA writable_schema = ON; INSERT INTO sqlite_schema (type, name, tbl_name, rootpage, sql) VALUES ('trigger', 'sqlite_more', 'meta', 0, 'CREATE TRIGGER sqlite_more AFTER UPDATE ON meta BEGIN DELETE FROM meta; END')",
    ],
    ['another index', 'CREATE INDEX more ON tokens (hex(value))'],
    ['an index that refuses rows', 'CREATE UNIQUE INDEX more ON keys (kind)'],
    ['an index that is gone', 'DROP INDEX open_rotation'],
  ])('with %s is refused before any write', async (_what, sql) => {
    const { folder, keyring } = await made();
    const db = new DatabaseSync(file(folder), { defensive: false });
    db.exec(sql);
    db.close();
    const before = bytesOf(folder);
    expect(() => openDatabase(file(folder))).toThrow(expect.objectContaining({ code: 'damaged' }));
    expect(() => openCopy(file(folder))).toThrow(expect.objectContaining({ code: 'damaged' }));
    expect(await outcomeAt(folder, keyring)).toBe('problem, damaged');
    expect(bytesOf(folder).equals(before)).toBe(true);
  });

  it.each([
    ['writes to the count of failed attempts', 'meta', 'PRIMARY KEY', 'PRIMARY KEY ON CONFLICT IGNORE'],
    [
      'a second wrapping of a kind',
      'keys',
      'kind TEXT NOT NULL',
      'kind TEXT NOT NULL UNIQUE ON CONFLICT IGNORE',
    ],
    ['results that stay after their token is removed', 'tests', 'ON DELETE CASCADE', 'ON DELETE NO ACTION'],
  ])('whose table leaves out %s is refused before any write', async (_what, table, there, instead) => {
    const { folder } = await made();
    const db = new DatabaseSync(file(folder));
    const [{ sql } = { sql: '' }] = db.prepare('SELECT sql FROM sqlite_schema WHERE name = ?').all(table) as {
      sql: string;
    }[];
    const changed = sql.replace(there, instead);
    expect(changed).not.toBe(sql);
    db.exec('PRAGMA foreign_keys = OFF; PRAGMA legacy_alter_table = ON');
    db.exec(`ALTER TABLE ${table} RENAME TO earlier`);
    db.exec(changed);
    db.exec(`INSERT INTO ${table} SELECT * FROM earlier; DROP TABLE earlier`);
    db.close();
    expect(() => openDatabase(file(folder))).toThrow(expect.objectContaining({ code: 'damaged' }));
  });

  it('leaves an older form whose key is lost in its form', async () => {
    const { folder, keyring } = await made();
    writeInForm(file(folder), 4);
    // A vault that Keyturn left is in this mode, which stands in the head of the file.
    const older = new DatabaseSync(file(folder));
    older.exec('PRAGMA journal_mode = WAL');
    older.close();
    const before = bytesOf(folder);
    const lost = open(folder, new MemoryKeyring());
    expect(await lost.start()).toMatchObject({ problem: { code: 'key-lost', tokens: 2 } });
    lost.close();
    expect(bytesOf(folder).equals(before)).toBe(true);
    const found = open(folder, keyring);
    expect((await found.start()).phase).toBe('open');
    expect(found.read('SELECT id FROM usage_days')).toEqual([]);
  });
});

describe('the log beside the file', () => {
  it('gives back the tokens after a crash', async () => {
    const { folder, keyring } = await filled(true);
    expect(await outcomeAt(folder, keyring)).toBe('open, 0 unreadable');
    const vault = open(folder, keyring);
    await vault.start();
    expect(vault.read('SELECT id FROM tokens')).toHaveLength(ids.length);
  });

  it('is moved into the file after a crash even when the key is lost, and the key then opens every token', async () => {
    const { folder, keyring } = await filled(true);
    expect(await outcomeAt(folder, new MemoryKeyring())).toBe('problem, key-lost');
    expect(await outcomeAt(folder, keyring)).toBe('open, 0 unreadable');
    const vault = open(folder, keyring);
    await vault.start();
    expect(vault.read('SELECT id FROM tokens')).toHaveLength(ids.length);
  });

  it.each<[string, (log: string, index: string) => void]>([
    ['cut off in the middle', (log) => truncateSync(log, Math.floor(readFileSync(log).length / 2))],
    ['empty', (log) => truncateSync(log, 0)],
    ['gone', (log) => rmSync(log)],
    ['of another kind', (log) => writeFileSync(log, 'Dear diary,\n'.repeat(900))],
    ['with an index that is none', (_log, index) => writeFileSync(index, Buffer.alloc(32_768, 0x5a))],
  ])('%s: returns what it did not lose, and nothing else', async (_what, spoil) => {
    const { folder, keyring } = await filled(true);
    spoil(`${file(folder)}-wal`, `${file(folder)}-shm`);
    expect(await outcomeAt(folder, keyring)).toMatch(fair);
    expect(await outcomeAt(folder, keyring)).toMatch(fair);
  });

  it('returns whole what was written before a damaged page, whichever page that is', async () => {
    const { folder, keyring } = await filled(true);
    const kept = { file: bytesOf(folder), log: readFileSync(`${file(folder)}-wal`) };
    const frame = 24 + pageSize;
    for (let at = 0; at < kept.log.length; at += frame * 5 + 700) {
      const spoiled = Buffer.from(kept.log);
      spoiled[at] = (spoiled[at] ?? 0) ^ 0xff;
      writeFileSync(file(folder), kept.file);
      writeFileSync(`${file(folder)}-wal`, spoiled);
      expect(await outcomeAt(folder, keyring), `byte ${at}`).toBe('open, 0 unreadable');
    }
  });
});

describe('a vault whose file is taken away while it is open', () => {
  it.each<[string, (folder: string) => void]>([
    ['the file is deleted', (folder) => rmSync(file(folder))],
    ['its log is deleted', (folder) => rmSync(`${file(folder)}-wal`)],
    ['its folder is deleted', (folder) => rmSync(folder, { recursive: true })],
    ['its folder is moved', (folder) => renameSync(folder, `${folder}-elsewhere`)],
    [
      'another file is put there',
      (folder) => {
        copyFileSync(file(folder), `${folder}-copy`);
        renameSync(`${folder}-copy`, file(folder));
      },
    ],
  ])(
    '%s: it accepts nothing that would be lost, and a backup still saves everything',
    async (_what, take) => {
      const { folder, keyring } = await made();
      const vault = open(folder, keyring);
      await vault.start();
      addToken(vault, 'c', textOf('c'));
      take(folder);
      expect(() => addToken(vault, 'd', textOf('d'))).toThrow(
        'was moved or deleted while Keyturn had it open',
      );
      expect(() => vault.write("DELETE FROM tokens WHERE id = 'a'")).toThrow('was moved or deleted');
      expect(keptValue(vault, 'c')).toBe(textOf('c'));
      const backup = join(newFolder(), '..', 'saved.keyturn-backup');
      expect(await vault.saveBackup(backup, secret('a passphrase'))).toEqual({ tokens: 3 });
      vault.close();
      const there = open(newFolder());
      await there.start();
      expect(await there.restoreBackup(backup, secret('a passphrase'))).toMatchObject({ tokens: 3 });
      expect(keptValue(there, 'c')).toBe(textOf('c'));
    },
  );
});
