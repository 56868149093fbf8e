import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Vault } from '../../../src/main/vault/vault.ts';
import { codeOf } from '../main/samples.ts';
import { addToken, keptValue, secret } from './contents.ts';
import { file, made, newFolder, open } from './helpers.ts';
import { MemoryKeyring } from './memory-keyring.ts';

const anyN = z.object({ n: z.number() });
let vault: Vault;
let folder: string;
let keyring: MemoryKeyring;
const today = '2026-11-27';
const backups = () => join(folder, 'backups');
const copy = (day = today) => join(backups(), `${day}.keyturn-daily`);
beforeEach(async () => {
  keyring = new MemoryKeyring();
  folder = (await made(keyring)).folder;
  vault = open(folder, keyring);
  await vault.start();
});

describe('making a daily backup', () => {
  it('is one file for this account only, with the vault’s own wrappings and no readable value', async () => {
    expect(vault.backUp(today)).toMatchObject({ tokens: 2, unreadable: 0 });
    expect(readdirSync(backups())).toEqual([`${today}.keyturn-daily`]);
    expect(statSync(copy()).mode & 0o777).toBe(0o600);
    expect(statSync(backups()).mode & 0o777).toBe(0o700);
    expect(readFileSync(copy(), 'latin1')).not.toContain('canaryValue');
    expect(vault.dailyBackups()).toMatchObject([{ day: today, bytes: statSync(copy()).size }]);
  });

  it('is of one moment, also while what it copies is in the log beside the vault only', async () => {
    // 24 settings that are written in one transaction; a copy with two of them is of no moment.
    const cell = (name: string) => ({ table: 'settings', rowId: name, column: 'value' });
    const write = (n: number) =>
      vault.transaction(() => {
        for (let part = 0; part < 24; part++)
          vault.write(
            'INSERT INTO settings (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
            `part ${part}`,
            vault.sealJson(cell(`part ${part}`), { n, filler: 'x'.repeat(20_000) }),
          );
      });
    for (let n = 1; n <= 4; n++) {
      write(n);
      vault.backUp(today);
      const there = join(newFolder(), '..');
      copyFileSync(copy(), file(there));
      const restored = open(there, keyring);
      await restored.start();
      const kept = restored
        .read<{ name: string; value: Uint8Array }>('SELECT name, value FROM settings')
        .map(({ name, value }) => restored.openJson(cell(name), anyN, value).n);
      expect(kept).toEqual(Array(24).fill(n));
      restored.close();
    }
  });

  it('that does not open replaces no other backup, and is reported', async () => {
    vault.backUp(today);
    const before = readFileSync(copy());
    // A key of another vault: what it cannot open proves nothing.
    vault.write("UPDATE meta SET value = randomblob(32) WHERE name = 'key_check'");
    expect(await codeOf(async () => vault.backUp(today))).toBe('file');
    expect(readFileSync(copy()).equals(before)).toBe(true);
    expect(readdirSync(backups())).toEqual([`${today}.keyturn-daily`]);
  });

  it('leaves the earlier backup on a full disk, and says so (where this account may mount)', async ({
    skip,
  }) => {
    mkdirSync(backups(), { recursive: true });
    if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=400k', 'tmpfs', backups()]).status !== 0)
      skip('mount is not allowed here');
    try {
      vault.backUp(today);
      const before = readFileSync(copy());
      writeFileSync(
        join(backups(), 'filler'),
        Buffer.alloc(409_600 - Math.ceil(before.length / 4096) * 4096 - 8_192),
      );
      expect(() => vault.backUp(today)).toThrow(/the disk is full/);
      expect(readFileSync(copy()).equals(before)).toBe(true);
      expect(readdirSync(backups()).sort()).toEqual([`${today}.keyturn-daily`, 'filler']);
    } finally {
      spawnSync('umount', [backups()]);
    }
  });

  it('removes the unfinished copy of a backup that was killed', async () => {
    vault.backUp(today);
    writeFileSync(join(backups(), '2026-11-20.keyturn-daily.unfinished'), 'left by a kill');
    vault.backUp(today);
    expect(readdirSync(backups())).toEqual([`${today}.keyturn-daily`]);
  });

  it('is refused while the vault is locked, and for one of this session only', async () => {
    vault.lock();
    expect(await codeOf(async () => vault.backUp(today))).toBe('vault-locked');
    const none = new MemoryKeyring();
    none.state = 'absent';
    const session = open(newFolder(), none);
    await session.start();
    await session.keepForSession();
    expect(await codeOf(async () => session.backUp(today))).toBe('bad-request');
  });

  it('drops the days that are no longer kept', async () => {
    for (let n = 1; n <= 27; n++) vault.backUp(`2026-11-${String(n).padStart(2, '0')}`);
    expect(vault.dailyBackups().map(({ day }) => day)).toEqual([
      ...['27', '26', '25', '24', '23', '22', '21', '15', '08'].map((day) => `2026-11-${day}`),
    ]);
  });
});

describe('a restore test', () => {
  it('opens every value and changes neither the backup nor the vault', async () => {
    vault.backUp(today);
    addToken(vault, 'c', '00canaryValueC_canaryValueC_canaryValueC_3');
    const before = readFileSync(copy());
    expect(await vault.readBackup(today)).toMatchObject({ tokens: 2, unreadable: 0 });
    expect(readFileSync(copy()).equals(before)).toBe(true);
    expect(readdirSync(backups())).toEqual([`${today}.keyturn-daily`]);
    expect(keptValue(vault, 'c')).toContain('canaryValueC');
  });

  it('says which tokens do not open', async () => {
    vault.backUp(today);
    const db = new DatabaseSync(copy());
    db.exec("UPDATE tokens SET value = zeroblob(70) WHERE id = 'a'");
    db.close();
    expect(await vault.readBackup(today)).toMatchObject({ tokens: 1, unreadableTokens: 1 });
  });

  it('of a damaged one, of none and of no date is a sentence', async () => {
    vault.backUp(today);
    writeFileSync(copy(), readFileSync(copy()).subarray(0, 9000));
    // A good one beside the folder: a day that is none must not lead out of the folder.
    vault.backUp('2026-11-25');
    copyFileSync(copy('2026-11-25'), join(folder, 'outside.keyturn-daily'));
    for (const day of [today, '2026-11-26', '../outside']) {
      expect(await codeOf(() => vault.readBackup(day))).toBe('file');
    }
  });
});

describe('restoring a daily backup', () => {
  it('restores that day, and keeps the present vault beside it', async () => {
    vault.backUp(today);
    vault.write("DELETE FROM tokens WHERE id = 'a'");
    const { tokens, oldFile } = await vault.restoreDaily(today);
    expect(tokens).toBe(2);
    expect(keptValue(vault, 'a')).toContain('canaryValueA');
    const db = new DatabaseSync(oldFile ?? '', { readOnly: true });
    expect(db.prepare('SELECT id FROM tokens').all()).toEqual([{ id: 'b' }]);
    db.close();
  });

  it('restores the tokens when the vault is damaged', async () => {
    vault.backUp(today);
    vault.close();
    writeFileSync(file(folder), 'not a vault at all'.repeat(500));
    rmSync(`${file(folder)}-wal`, { force: true });
    const spoiled = open(folder, keyring);
    expect((await spoiled.start()).phase).toBe('problem');
    expect(spoiled.dailyBackups()).toHaveLength(1);
    await spoiled.restoreDaily(today);
    expect(spoiled.status().phase).toBe('open');
    expect(keptValue(spoiled, 'b')).toContain('canaryValueB');
    expect(readdirSync(folder).some((name) => name.endsWith('.kept'))).toBe(true);
  });

  it('keeps the recovery key of today, not that of its day', async () => {
    const early = await vault.makeRecoveryKey();
    vault.backUp(today);
    const late = await vault.makeRecoveryKey();
    await vault.restoreDaily(today);
    vault.lock();
    expect(await codeOf(() => vault.recover(secret(early)))).toBe('wrong-recovery-key');
    expect((await vault.recover(secret(late))).phase).toBe('open');
  });

  it('that no key here opens, or that is damaged, changes nothing', async () => {
    vault.backUp(today);
    vault.close();
    rmSync(file(folder));
    const other = open(folder, new MemoryKeyring());
    await other.start();
    expect(await codeOf(() => other.restoreDaily(today))).toBe('file');
    writeFileSync(copy(), readFileSync(copy()).fill(0, 4096, 9000));
    expect(await codeOf(() => other.restoreDaily(today))).toBe('file');
    expect(other.status().phase).toBe('open');
    expect(readdirSync(folder).filter((name) => /kept|unfinished/.test(name))).toEqual([]);
  });
});
