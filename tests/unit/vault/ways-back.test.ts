import { copyFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { addToken, keptValue, secret } from './contents.ts';
import { file, made, newFolder, open } from './helpers.ts';
import { MemoryKeyring } from './memory-keyring.ts';

describe('the ways back', () => {
  it('opens a vault by the recovery key when its keyring was reset, and wraps the key there anew', async () => {
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

  it('opens a backup by its passphrase on another computer, and keeps what was there', async () => {
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

  it('takes neither a vault nor a text file for a backup', async () => {
    const { folder, keyring } = await made();
    const vault = open(newFolder(), keyring);
    await vault.start();
    const copy = join(newFolder(), '..', 'vault-copy');
    copyFileSync(file(folder), copy);
    await expect(vault.restoreBackup(copy, secret('x'))).rejects.toMatchObject({ failure: { code: 'file' } });
    writeFileSync(copy, 'hello');
    await expect(vault.restoreBackup(copy, secret('x'))).rejects.toMatchObject({ failure: { code: 'file' } });
  });

  it('keeps the old file whole when a person starts over, which needs a problem first', async () => {
    const { folder, keyring } = await made();
    const vault = open(folder, new MemoryKeyring());
    await vault.start();
    const { oldFile } = await vault.beginAnew();
    expect(vault.read('SELECT id FROM tokens')).toEqual([]);
    await expect(vault.beginAnew()).rejects.toThrow('The vault opens, so Keyturn leaves it alone.');
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

  it('remembers that the recovery key was declined', async () => {
    const { folder, keyring } = await made();
    const vault = open(folder, keyring);
    await vault.start();
    await vault.declineRecoveryKey();
    vault.close();
    expect((await open(folder, keyring).start()).recoveryKey).toBe('declined');
  });
});
