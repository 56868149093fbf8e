import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Vault } from '../../../src/main/vault/vault.ts';
import { addToken, keptValue, secret } from './contents.ts';
import { newFolder } from './helpers.ts';
import { HandClock, MemoryKeyring, quiet } from './memory-keyring.ts';

const first = 'otter lamp violin creek';
const second = 'marble kettle forest banjo';
const value = '00canaryValueA_canaryValueA_canaryValueA_1';
const wrong = { failure: { code: 'wrong-passphrase' } };

/** A vault under the passphrase `first`, with one token. */
async function underPassphrase() {
  const folder = newFolder();
  const keyring = new MemoryKeyring();
  keyring.state = 'absent';
  const start = async () => {
    const vault = new Vault({ folder, keyring, clock: new HandClock(), log: quiet });
    await vault.start();
    return vault;
  };
  const vault = await start();
  await vault.choosePassphrase(secret(first));
  addToken(vault, 'a', value);
  return { folder, vault, start };
}

describe('changing the passphrase', { timeout: 60_000 }, () => {
  it('leaves the old wrapping neither in the file nor in the log, and the new passphrase opens', async () => {
    const { folder, vault, start } = await underPassphrase();
    const everything = () =>
      Buffer.concat(readdirSync(folder).map((name) => readFileSync(join(folder, name))));
    const before = Buffer.from(
      vault.read<{ wrapped: Uint8Array }>('SELECT wrapped FROM keys')[0]?.wrapped ?? [],
    );
    expect(before.length).toBeGreaterThan(32);
    expect(everything().includes(before)).toBe(true);
    await vault.passphrase.change(secret(second), secret(first));
    expect(everything().includes(before)).toBe(false);
    vault.close();

    const again = await start();
    await expect(again.unlock(secret(first))).rejects.toMatchObject(wrong);
    await again.unlock(secret(second));
    expect(keptValue(again, 'a')).toBe(value);
    again.close();
  });

  it('takes the present one, counts wrong ones and waits after five', async () => {
    const { vault } = await underPassphrase();
    for (let n = 1; n <= 5; n++) {
      await expect(vault.passphrase.change(secret(second), secret('another'))).rejects.toMatchObject(wrong);
      expect(vault.status().lock.failures).toBe(n);
    }
    await expect(vault.passphrase.change(secret(second), secret(first))).rejects.toMatchObject({
      failure: { code: 'wait' },
    });
    vault.close();
  });

  it('asks for no passphrase when the recovery key opened the vault, until the next lock', async () => {
    const { vault, start } = await underPassphrase();
    const recoveryKey = await vault.makeRecoveryKey();
    await expect(vault.passphrase.change(secret(second))).rejects.toMatchObject(wrong);
    vault.lock();
    for (let n = 0; n < 3; n++) await expect(vault.unlock(secret('another'))).rejects.toMatchObject(wrong);
    await vault.recover(secret(recoveryKey));
    expect(vault.status().lock).toMatchObject({ recovered: true, failures: 3 });
    vault.lock();
    expect(vault.status().lock.recovered).toBe(false);
    await vault.recover(secret(recoveryKey));
    await vault.passphrase.change(secret(second));
    // The failed attempts were against the forgotten one.
    expect(vault.status().lock).toMatchObject({ recovered: false, failures: 0 });
    await expect(vault.passphrase.change(secret(first))).rejects.toMatchObject(wrong);
    vault.close();

    const again = await start();
    await expect(again.unlock(secret(first))).rejects.toMatchObject(wrong);
    await again.unlock(secret(second));
    expect(keptValue(again, 'a')).toBe(value);
    await expect(again.passphrase.change(secret(first))).rejects.toMatchObject(wrong);
    again.close();
  });

  it('tells the window that the recovery key opened the vault', async () => {
    const { vault } = await underPassphrase();
    const recoveryKey = await vault.makeRecoveryKey();
    vault.lock();
    const told: boolean[] = [];
    vault.onChange(() => told.push(vault.status().lock.recovered));
    await vault.recover(secret(recoveryKey));
    expect(told.at(-1)).toBe(true);
    vault.close();
  });

  it('refuses a new passphrase that is easy to guess, and the present one stays', async () => {
    const { vault } = await underPassphrase();
    await expect(vault.passphrase.change(secret('password1'), secret(first))).rejects.toMatchObject({
      failure: { code: 'weak-passcode' },
    });
    vault.lock();
    expect((await vault.unlock(secret(first))).phase).toBe('open');
    vault.close();
  });
});
