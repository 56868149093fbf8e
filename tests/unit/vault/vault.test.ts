import { spawnSync } from 'node:child_process';
import { copyFileSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { CellUnreadable } from '../../../src/main/vault/cells.ts';
import { addToken, keptValue, secret } from './contents.ts';
import { newFolder, open } from './helpers.ts';
import { MemoryKeyring } from './memory-keyring.ts';

const file = (folder: string) => join(folder, 'keyturn.vault');
const bytesOf = (folder: string) => readFileSync(file(folder));

/** A vault with two tokens, closed. */
async function made(keyring = new MemoryKeyring()) {
  const folder = newFolder();
  const vault = open(folder, keyring);
  await vault.start();
  addToken(vault, 'a', '00canaryValueA_canaryValueA_canaryValueA_1');
  addToken(vault, 'b', '00canaryValueB_canaryValueB_canaryValueB_2');
  vault.close();
  return { folder, keyring };
}

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

  it('has the form its document says: application_id, user_version, WAL, STRICT', async () => {
    const { folder } = await made();
    const db = new DatabaseSync(file(folder), { readOnly: true });
    const pragma = (name: string) => Object.values(db.prepare(`PRAGMA ${name}`).get() ?? {})[0];
    expect(pragma('application_id')).toBe(0x4b74726e);
    expect(pragma('user_version')).toBe(1);
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

  it('rolls all of a failed transaction back, inner ones too', async () => {
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

  it('says so when the keyring is locked meanwhile, and opens on retry', async () => {
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

  it('wraps anew when the system asks for it', async () => {
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

  it('keeps under a passphrase: right opens, wrong does not, and its parameters are stored', async () => {
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

  it('a vault of a keyring that has gone is not taken for a new one', async () => {
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

describe('troubles leave the file as it was and name a next step', () => {
  it('lost key', async () => {
    const { folder } = await made();
    const before = bytesOf(folder);
    const vault = open(folder, new MemoryKeyring());
    const { problem } = await vault.start();
    expect(problem).toMatchObject({ code: 'key-lost', tokens: 2 });
    expect(problem?.sentence).toContain('2 tokens');
    expect(problem?.actions).toContain('begin-anew');
    expect(problem?.actions).not.toContain('recovery-key');
    vault.close();
    expect(bytesOf(folder).equals(before)).toBe(true);
  });

  it('wrong key: the file of another vault under the same keyring entry', async () => {
    const one = await made();
    const two = newFolder();
    const other = open(two, one.keyring);
    await other.start();
    other.close();
    const db = new DatabaseSync(file(one.folder));
    const theirs = new DatabaseSync(file(two));
    const [row] = theirs.prepare('SELECT wrapped FROM keys').all();
    db.prepare('UPDATE keys SET wrapped = ?').run(row?.wrapped as Uint8Array);
    db.close();
    theirs.close();
    expect(await open(one.folder, one.keyring).start()).toMatchObject({
      phase: 'problem',
      problem: { code: 'key-wrong' },
    });
  });

  it('newer version', async () => {
    const { folder, keyring } = await made();
    const db = new DatabaseSync(file(folder));
    db.exec('PRAGMA user_version = 99');
    db.close();
    const before = bytesOf(folder);
    const vault = open(folder, keyring);
    expect(await vault.start()).toMatchObject({ problem: { code: 'newer-version' } });
    vault.close();
    expect(bytesOf(folder).equals(before)).toBe(true);
  });

  it('damaged page', async () => {
    const { folder, keyring } = await made();
    const bytes = bytesOf(folder);
    bytes.fill(0xa5, 4096, 8192);
    writeFileSync(file(folder), bytes);
    const vault = open(folder, keyring);
    expect(await vault.start()).toMatchObject({ phase: 'problem', problem: { code: 'damaged' } });
    vault.close();
    expect(bytesOf(folder).equals(bytes)).toBe(true);
  });

  it.each([
    ['another kind of file', Buffer.from('Dear diary,\n'.repeat(400))],
    ['an empty file', Buffer.alloc(0)],
  ])('%s', async (_name, content) => {
    const { folder, keyring } = await made();
    writeFileSync(file(folder), content);
    const vault = open(folder, keyring);
    expect(await vault.start()).toMatchObject({ problem: { code: 'not-a-vault' } });
    expect(bytesOf(folder).equals(content)).toBe(true);
    const { oldFile } = await vault.beginAnew();
    expect(vault.status().phase).toBe('open');
    expect(readFileSync(oldFile).equals(content)).toBe(true);
  });

  it('a second process with the file', async () => {
    const { folder, keyring } = await made();
    const first = open(folder, keyring);
    await first.start();
    const second = open(folder, keyring);
    expect(await second.start()).toMatchObject({ phase: 'problem', problem: { code: 'in-use' } });
    first.close();
    expect((await second.retry()).phase).toBe('open');
  });

  const mount = (...args: string[]) => spawnSync('mount', args).status === 0;

  it('read-only folder (a read-only mount, where this account may mount)', async ({ skip }) => {
    const { folder, keyring } = await made();
    if (!(mount('--bind', folder, folder) && mount('-o', 'remount,ro,bind', folder)))
      skip('mount is not allowed here');
    try {
      const vault = open(folder, keyring);
      expect(await vault.start()).toMatchObject({ phase: 'problem', problem: { code: 'read-only' } });
      vault.close();
    } finally {
      spawnSync('umount', [folder]);
    }
    expect((await open(folder, keyring).start()).phase).toBe('open');
  });

  it('full disk (a small file system of its own, where this account may mount)', async ({ skip }) => {
    const { folder, keyring } = await made();
    const kept = bytesOf(folder);
    if (!mount('-t', 'tmpfs', '-o', 'size=256k,mode=700', 'tmpfs', folder)) skip('mount is not allowed here');
    try {
      writeFileSync(file(folder), kept, { mode: 0o600 });
      const vault = open(folder, keyring);
      expect((await vault.start()).phase).toBe('open');
      let added = 0;
      const fill = () => {
        for (; added < 500; added++) addToken(vault, `t${added}`, `00value${added}`.padEnd(900, 'x'));
      };
      expect(fill).toThrow('The disk is full, so nothing was changed.');
      expect(added).toBeGreaterThan(5);
      expect(vault.read('SELECT id FROM tokens')).toHaveLength(2 + added);
      vault.close();
      const again = open(folder, keyring);
      const { phase, problem } = await again.start();
      if (phase === 'open') expect(keptValue(again, 'a')).toContain('canaryValueA');
      else expect(problem?.code).toBe('disk-full');
      again.close();
    } finally {
      spawnSync('umount', [folder]);
    }
  });

  it('one cell that does not open costs that token only', async () => {
    const { folder, keyring } = await made();
    const db = new DatabaseSync(file(folder));
    db.exec("UPDATE tokens SET value = (SELECT value FROM tokens WHERE id = 'b') WHERE id = 'a'");
    db.close();
    const vault = open(folder, keyring);
    expect((await vault.start()).phase).toBe('open');
    expect(() => keptValue(vault, 'a')).toThrow(CellUnreadable);
    expect(keptValue(vault, 'b')).toContain('canaryValueB');
  });
});

describe('the ways back', () => {
  it('the recovery key opens a vault whose keyring was reset, and wraps it there anew', async () => {
    const { folder, keyring } = await made();
    const first = open(folder, keyring);
    await first.start();
    const key = await first.makeRecoveryKey();
    expect(key).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){9}[0-9A-HJKMNP-TV-Z]{4}$/);
    expect(first.status().recoveryKey).toBe('made');
    first.close();

    const reset = new MemoryKeyring();
    const vault = open(folder, reset);
    expect((await vault.start()).problem?.actions).toContain('recovery-key');
    const wrong = `${key.slice(0, -1)}${key.endsWith('0') ? '1' : '0'}`;
    await expect(vault.recover(secret(wrong))).rejects.toMatchObject({
      failure: { code: 'wrong-recovery-key' },
    });
    const sloppy = ` ${key.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')} `;
    expect((await vault.recover(secret(sloppy))).phase).toBe('open');
    expect(keptValue(vault, 'a')).toContain('canaryValueA');
    vault.close();
    expect((await open(folder, reset).start()).phase).toBe('open');
  });

  it('a backup opens with its passphrase on another computer; what was there is kept', async () => {
    const { folder, keyring } = await made();
    const first = open(folder, keyring);
    await first.start();
    const backup = join(folder, 'copy.keyturn-backup');
    expect(await first.saveBackup(backup, secret('backup pass'))).toEqual({ tokens: 2 });
    expect(statSync(backup).mode & 0o777).toBe(0o600);
    first.close();

    const elsewhere = newFolder();
    const vault = open(elsewhere, new MemoryKeyring());
    await vault.start();
    addToken(vault, 'c', '00valueC');
    await expect(vault.restoreBackup(backup, secret('not it'))).rejects.toMatchObject({
      failure: { code: 'wrong-passphrase' },
    });
    expect(keptValue(vault, 'c')).toBe('00valueC');
    const { tokens, oldFile } = await vault.restoreBackup(backup, secret('backup pass'));
    expect(tokens).toBe(2);
    expect(oldFile).toMatch(/keyturn\.vault\.2026-11-24-080000\.kept$/);
    expect(keptValue(vault, 'b')).toContain('canaryValueB');
    expect(readdirSync(elsewhere).filter((name) => name.includes('unfinished'))).toEqual([]);
  });

  it('a vault is no backup, and a text file is none either', async () => {
    const { folder, keyring } = await made();
    const vault = open(newFolder(), keyring);
    await vault.start();
    const copy = join(newFolder(), '..', 'vault-copy');
    copyFileSync(file(folder), copy);
    await expect(vault.restoreBackup(copy, secret('x'))).rejects.toMatchObject({ failure: { code: 'file' } });
    writeFileSync(copy, 'hello');
    await expect(vault.restoreBackup(copy, secret('x'))).rejects.toMatchObject({ failure: { code: 'file' } });
  });

  it('beginning anew keeps the old file, whole, and only when there is a problem', async () => {
    const { folder, keyring } = await made();
    const vault = open(folder, new MemoryKeyring());
    await vault.start();
    const { oldFile } = await vault.beginAnew();
    expect(vault.read('SELECT id FROM tokens')).toEqual([]);
    await expect(vault.beginAnew()).rejects.toThrow('The vault opens, so it stays.');
    vault.close();
    const back = newFolder();
    const again = open(back, keyring);
    await again.start();
    again.close();
    copyFileSync(oldFile, file(back));
    const found = open(back, keyring);
    await found.start();
    expect(keptValue(found, 'a')).toContain('canaryValueA');
  });

  it('declining the recovery key is remembered', async () => {
    const { folder, keyring } = await made();
    const vault = open(folder, keyring);
    await vault.start();
    await vault.declineRecoveryKey();
    vault.close();
    expect((await open(folder, keyring).start()).recoveryKey).toBe('declined');
  });
});

it('a sealed value of another form is not passed on', async () => {
  const vault = open(newFolder());
  await vault.start();
  const cell = { table: 't', rowId: 'r', column: 'c' };
  expect(() => vault.openJson(cell, z.object({ a: z.number() }), vault.sealJson(cell, { a: 'x' }))).toThrow(
    CellUnreadable,
  );
});
