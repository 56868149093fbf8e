import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { CellUnreadable } from '../../../src/main/vault/cells.ts';
import { DataKey } from '../../../src/main/vault/data-key.ts';
import { newestVersion } from '../../../src/main/vault/migrations.ts';
import { addToken, keptValue, secret } from './contents.ts';
import { bytesOf, file, made, newFolder, open } from './helpers.ts';
import { MemoryKeyring } from './memory-keyring.ts';

describe('a vault', () => {
  it('is made under the keyring on first start, for this account only, and opens again', async () => {
    const { folder, keyring } = await made();
    expect(statSync(file(folder)).mode & 0o777).toBe(0o600);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    const again = open(folder, keyring);
    expect(await again.start()).toMatchObject({
      phase: 'open',
      keptIn: { kind: 'keyring', label: 'Memory Keyring' },
      recoveryKey: 'to-offer',
    });
    expect(keptValue(again, 'a')).toBe('00canaryValueA_canaryValueA_canaryValueA_1');
  });

  it('names its keyring in the language of today, also when the keyring does not answer', async () => {
    const { folder, keyring } = await made();
    keyring.called = 'Speicherschlüsselbund';
    keyring.state = 'locked';
    expect((await open(folder, keyring).start()).keptIn).toMatchObject({ label: 'Speicherschlüsselbund' });
  });

  it('shows the name of its keyring as an earlier form kept it', async () => {
    const { folder, keyring } = await made();
    const db = new DatabaseSync(file(folder));
    db.prepare("UPDATE keys SET parameters = ? WHERE kind = 'keyring'").run('{"label":"GNOME Keyring"}');
    db.close();
    keyring.state = 'locked';
    expect((await open(folder, keyring).start()).keptIn).toMatchObject({ label: 'GNOME Keyring' });
  });

  it('upgrades a vault of the first form, with its content', async () => {
    const { folder, keyring } = await made();
    const db = new DatabaseSync(file(folder));
    const first = ['meta', 'keys', 'orgs', 'tokens', 'tests', 'settings'];
    const later = db
      .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
      .all()
      .map(({ name }) => String(name))
      .filter((name) => !first.includes(name));
    for (const name of later) db.exec(`DROP TABLE "${name}"`);
    for (const table of ['tokens', 'tests']) db.exec(`ALTER TABLE ${table} DROP COLUMN value_no`);
    db.exec('ALTER TABLE tokens DROP COLUMN revoked_at; PRAGMA user_version = 1;');
    db.close();
    const again = open(folder, keyring);
    expect((await again.start()).phase).toBe('open');
    expect(keptValue(again, 'a')).toBe('00canaryValueA_canaryValueA_canaryValueA_1');
    expect(again.read('SELECT id FROM rotations')).toEqual([]);
    again.close();
    const now = new DatabaseSync(file(folder), { readOnly: true });
    expect(Object.values(now.prepare('PRAGMA user_version').get() ?? {})[0]).toBe(newestVersion);
    now.close();
  });

  it('has the form that its document describes: application_id, user_version, WAL, STRICT', async () => {
    const { folder } = await made();
    const db = new DatabaseSync(file(folder), { readOnly: true });
    const pragma = (name: string) => Object.values(db.prepare(`PRAGMA ${name}`).get() ?? {})[0];
    expect(pragma('application_id')).toBe(0x4b74726e);
    expect(pragma('user_version')).toBe(newestVersion);
    expect(pragma('journal_mode')).toBe('wal');
    expect(
      db
        .prepare('PRAGMA table_list')
        .all()
        .filter((t) => t.schema === 'main' && !String(t.name).startsWith('sqlite_'))
        .every((t) => t.strict === 1),
    ).toBe(true);
    db.close();
  });

  it('shows no token, host or label in its file, in any of the common spellings', async () => {
    const folder = newFolder();
    const vault = open(folder);
    await vault.start();
    addToken(vault, 'a', '00canaryValueA_canaryValueA_canaryValueA_1');
    const everything = () =>
      Buffer.concat(readdirSync(folder).map((name) => readFileSync(join(folder, name))));
    const whileOpen = everything();
    vault.close();
    const all = Buffer.concat([whileOpen, everything()]);
    for (const text of ['00canaryValueA_canaryValueA_canaryValueA_1', 'acme.okta.com', 'scim-globex']) {
      for (const form of [text, Buffer.from(text).toString('hex'), encodeURIComponent(text)]) {
        expect(all.includes(form)).toBe(false);
        expect(all.includes(Buffer.from(form, 'utf16le'))).toBe(false);
      }
      for (const shift of [0, 1, 2]) {
        // Base64 spells a text in three ways, by where it starts; the middle of each is without padding.
        const spelled = Buffer.from(`${'x'.repeat(shift)}${text}`)
          .toString('base64')
          .slice(4, -4);
        expect(all.includes(spelled)).toBe(false);
      }
    }
  });

  it('overwrites what it deletes: the sealed bytes of a removed value are not in the file any more', async () => {
    const { folder, keyring } = await made();
    const vault = open(folder, keyring);
    await vault.start();
    const [row] = vault.read<{ value: Uint8Array }>("SELECT value FROM tokens WHERE id = 'a'");
    const sealed = Buffer.from(row?.value ?? []);
    expect(sealed.length).toBeGreaterThan(40);
    vault.write("DELETE FROM tokens WHERE id = 'a'");
    vault.close();
    expect(bytesOf(folder).includes(sealed.subarray(-32))).toBe(false);
  });

  it('rolls back a failed transaction whole, with its inner ones', async () => {
    const vault = open(newFolder());
    await vault.start();
    expect(() =>
      vault.transaction(() => {
        addToken(vault, 'a', '00value');
        throw new Error('stop');
      }),
    ).toThrow('stop');
    expect(vault.read('SELECT id FROM tokens')).toEqual([]);
    vault.transaction(() => {
      addToken(vault, 'a', '00value');
      expect(() =>
        vault.transaction(() => {
          addToken(vault, 'b', '00other');
          throw new Error('inner');
        }),
      ).toThrow('inner');
    });
    expect(vault.read('SELECT id FROM tokens')).toEqual([{ id: 'a' }]);
  });

  it('finds an equal value without opening any, and only within its org', async () => {
    const vault = open(newFolder());
    await vault.start();
    const tag = (org: string, value: string) => vault.tag(org, Buffer.from(value)).toString('hex');
    expect(tag('a', 'v')).toBe(tag('a', 'v'));
    expect(tag('a', 'v')).not.toBe(tag('b', 'v'));
    expect(tag('a', 'bv')).not.toBe(tag('ab', 'v'));
  });
});

describe('locking', () => {
  it('a data key that is wiped is overwritten, with what was derived from it', () => {
    const root = randomBytes(32);
    const key = new DataKey(root);
    const { cells } = key;
    expect(cells.some((byte) => byte !== 0)).toBe(true);
    key.wipe();
    for (const bytes of [root, cells]) expect(bytes.every((byte) => byte === 0)).toBe(true);
  });

  it('drops the key: nothing is read until it is unlocked', async () => {
    const { folder, keyring } = await made();
    const vault = open(folder, keyring);
    await vault.start();
    vault.lock();
    expect(vault.status().phase).toBe('locked');
    expect(() => vault.read('SELECT 1')).toThrow('Keyturn is locked');
    expect(() => vault.sealJson({ table: 't', rowId: 'r', column: 'c' }, 1)).toThrow('Keyturn is locked');
    expect((await vault.unlock()).phase).toBe('open');
    expect(keptValue(vault, 'b')).toBe('00canaryValueB_canaryValueB_canaryValueB_2');
  });

  it('says that the keyring is locked meanwhile, and opens on retry', async () => {
    const { folder, keyring } = await made();
    const vault = open(folder, keyring);
    keyring.state = 'locked';
    expect(await vault.start()).toMatchObject({
      phase: 'problem',
      problem: { code: 'keyring-locked', tokens: 2 },
    });
    keyring.state = 'there';
    expect((await vault.retry()).phase).toBe('open');
  });

  it('wraps the key again when the system asks for it', async () => {
    const { folder, keyring } = await made();
    const before = keyring.wraps;
    keyring.rewrap = true;
    const vault = open(folder, keyring);
    await vault.start();
    expect(keyring.wraps).toBe(before + 1);
    vault.close();
    keyring.rewrap = false;
    expect((await open(folder, keyring).start()).phase).toBe('open');
  });
});

describe('without a keyring', () => {
  const absent = () => {
    const keyring = new MemoryKeyring();
    keyring.state = 'absent';
    return keyring;
  };

  it('nothing is written before the person chose', async () => {
    const folder = newFolder();
    expect((await open(folder, absent()).start()).phase).toBe('no-keyring');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('opens with the right passphrase, not with a wrong one, and stores its parameters', async () => {
    const folder = newFolder();
    const vault = open(folder, absent());
    await vault.start();
    expect(await vault.choosePassphrase(secret('correct horse'))).toMatchObject({
      phase: 'open',
      keptIn: { kind: 'passphrase' },
    });
    addToken(vault, 'a', '00value');
    vault.lock();
    await expect(vault.unlock(secret('wrong horse'))).rejects.toMatchObject({
      failure: { code: 'wrong-passphrase' },
    });
    expect(vault.status().phase).toBe('locked');
    expect((await vault.unlock(secret('correct horse'))).phase).toBe('open');
    vault.close();
    const again = open(folder, absent());
    expect((await again.start()).phase).toBe('locked');
    expect((await again.unlock(secret('correct horse'))).phase).toBe('open');
    expect(keptValue(again, 'a')).toBe('00value');
    again.close();
    const db = new DatabaseSync(file(folder));
    const [row] = db.prepare('SELECT parameters FROM keys').all();
    expect(JSON.parse(String(row?.parameters))).toMatchObject({
      algorithm: 'argon2id',
      memory: 65_536,
      passes: 3,
    });
    db.close();
  });

  it('keeps for the session: nothing on disk, and it does not lock', async () => {
    const folder = newFolder();
    const vault = open(folder, absent());
    await vault.start();
    expect(await vault.keepForSession()).toMatchObject({
      phase: 'open',
      keptIn: { kind: 'session' },
      recoveryKey: 'declined',
    });
    addToken(vault, 'a', '00value');
    vault.lock();
    expect(keptValue(vault, 'a')).toBe('00value');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('does not take a vault whose keyring is gone for a new one', async () => {
    const { folder, keyring } = await made();
    const before = bytesOf(folder);
    keyring.state = 'absent';
    const vault = open(folder, keyring);
    expect(await vault.start()).toMatchObject({
      phase: 'problem',
      problem: { code: 'keyring-locked', tokens: 2 },
    });
    vault.close();
    expect(bytesOf(folder).equals(before)).toBe(true);
  });
});

it('does not pass on a sealed value of another form', async () => {
  const vault = open(newFolder());
  await vault.start();
  const cell = { table: 't', rowId: 'r', column: 'c' };
  expect(() => vault.openJson(cell, z.object({ a: z.number() }), vault.sealJson(cell, { a: 'x' }))).toThrow(
    CellUnreadable,
  );
});
