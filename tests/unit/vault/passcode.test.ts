import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { waitAfter } from '../../../src/main/vault/failed-attempts.ts';
import { Vault } from '../../../src/main/vault/vault.ts';
import { addToken, keptValue, secret } from './contents.ts';
import { newFolder } from './helpers.ts';
import { HandClock, MemoryKeyring, quiet } from './memory-keyring.ts';

const pin = '264871';
const value = '00canaryValueA_canaryValueA_canaryValueA_1';

/** A vault with one token whose passcode is `pin`, and what it takes to open it again. */
async function withPasscode() {
  const folder = newFolder();
  const keyring = new MemoryKeyring();
  const clock = new HandClock();
  const start = async (at = folder, time = clock) => {
    const vault = new Vault({ folder: at, keyring, clock: time, log: quiet });
    await vault.start();
    return vault;
  };
  const vault = await start();
  addToken(vault, 'a', value);
  await vault.passcode.choose(secret(pin));
  return { folder, keyring, clock, vault, start };
}
const wrong = { failure: { code: 'wrong-passcode' } };
const wait = { failure: { code: 'wait' } };

describe('a passcode', { timeout: 60_000 }, () => {
  it('is asked for after a lock and after a restart, and opens everything', async () => {
    const { vault, start } = await withPasscode();
    vault.lock();
    await expect(vault.unlock()).rejects.toMatchObject(wrong);
    await expect(vault.unlock(secret('264872'))).rejects.toMatchObject(wrong);
    expect((await vault.unlock(secret(pin))).phase).toBe('open');
    vault.close();

    const again = await start();
    expect(again.status()).toMatchObject({ phase: 'locked', lock: { passcode: 'chosen', failures: 0 } });
    await again.retry();
    expect(again.status().phase).toBe('locked');
    await again.unlock(secret(pin));
    expect(keptValue(again, 'a')).toBe(value);
    again.close();
  });

  it('is part of the key: a copy of the folder and the keyring’s key hold no way past it', async () => {
    const folder = newFolder();
    const keyring = new MemoryKeyring();
    const open = async (at: string) => {
      const vault = new Vault({ folder: at, keyring, clock: new HandClock(), log: quiet });
      await vault.start();
      return vault;
    };
    const everything = () =>
      Buffer.concat(readdirSync(folder).map((name) => readFileSync(join(folder, name))));
    const vault = await open(folder);
    const wrapped = () => vault.read<{ wrapped: Uint8Array }>('SELECT wrapped FROM keys')[0]?.wrapped ?? [];
    const before = Buffer.from(wrapped());
    expect(everything().includes(before)).toBe(true);
    await vault.passcode.choose(secret(pin));
    // Neither the file nor SQLite's log has the earlier wrapping, which the keyring alone opened.
    expect(everything().includes(before)).toBe(false);
    const { bytes } = await keyring.unwrap(Buffer.from(wrapped()));
    expect(bytes.length).toBeGreaterThan(32);

    const copy = newFolder();
    cpSync(folder, copy, { recursive: true });
    vault.close();
    const thief = await open(copy);
    expect(thief.status().phase).toBe('locked');
    await expect(thief.unlock()).rejects.toMatchObject(wrong);
    thief.close();
    // Nor does it open when the file is made to say that there is no passcode.
    const db = new DatabaseSync(join(copy, 'keyturn.vault'));
    db.exec("UPDATE keys SET parameters = '{}'");
    db.close();
    const forger = await open(copy);
    expect(forger.status()).toMatchObject({ phase: 'problem', problem: { code: 'key-lost' } });
    forger.close();
  });

  it('is changed and removed only with the present one', async () => {
    const { vault, start } = await withPasscode();
    await expect(vault.passcode.choose(secret('918273'))).rejects.toMatchObject(wrong);
    await expect(vault.passcode.choose(secret('918273'), secret('000000'))).rejects.toMatchObject(wrong);
    await expect(vault.passcode.remove(secret('918273'))).rejects.toMatchObject(wrong);
    await vault.passcode.choose(secret('918273'), secret(pin));
    vault.lock();
    await expect(vault.unlock(secret(pin))).rejects.toMatchObject(wrong);
    await vault.unlock(secret('918273'));
    await vault.passcode.remove(secret('918273'));
    expect(vault.status().lock.passcode).toBe('none');
    vault.close();
    const again = await start();
    expect(again.status().phase).toBe('open');
    again.close();
  });

  it('can be replaced when forgotten after the recovery key opened the vault, and not removed before', async () => {
    const { vault, start } = await withPasscode();
    const recoveryKey = await vault.makeRecoveryKey();
    vault.lock();
    await vault.recover(secret(recoveryKey));
    expect(vault.status()).toMatchObject({ phase: 'open', lock: { passcode: 'choose-anew' } });
    vault.close();
    const again = await start();
    expect(again.status().phase).toBe('locked');
    await expect(again.unlock(secret('000000'))).rejects.toMatchObject(wrong);
    await again.recover(secret(recoveryKey));
    await again.passcode.choose(secret('918273'));
    // The failed attempts were against the forgotten one.
    expect(again.status().lock).toMatchObject({ passcode: 'chosen', failures: 0 });
    again.lock();
    await again.unlock(secret('918273'));
    again.lock();
    // The permission by the recovery key ends with the lock.
    await again.unlock(secret('918273'));
    await expect(again.passcode.choose(secret(pin))).rejects.toMatchObject(wrong);
    again.close();
  });

  it('stays when the system asks to wrap the key again', async () => {
    const { keyring, vault, start } = await withPasscode();
    vault.lock();
    keyring.rewrap = true;
    await vault.unlock(secret(pin));
    vault.close();
    const again = await start();
    expect(again.status()).toMatchObject({ phase: 'locked', lock: { passcode: 'chosen' } });
    await again.unlock(secret(pin));
    again.close();
  });

  it('uses up no attempt while the keyring does not answer', async () => {
    const { keyring, vault } = await withPasscode();
    vault.lock();
    keyring.state = 'locked';
    await vault.unlock(secret(pin));
    expect(vault.status()).toMatchObject({ phase: 'problem', problem: { code: 'keyring-locked' } });
    keyring.state = 'there';
    await vault.retry();
    expect(vault.status()).toMatchObject({ phase: 'locked', lock: { failures: 0 } });
    vault.close();
  });

  it('that is easy to guess is refused with a reason', async () => {
    const { vault } = await withPasscode();
    const reason = async (text: string) =>
      vault.passcode.choose(secret(text), secret(pin)).then(
        () => 'taken',
        (error) => String(error.failure.sentence),
      );
    expect(await reason('12345')).toContain('too short');
    for (const run of ['123456', '987654', '111111', '890123']) expect(await reason(run)).toContain('a run');
    expect(await reason('121212')).toContain('two different');
    expect(await reason('147147')).toContain('repeats');
    expect(await reason('24121987')).toContain('date');
    for (const weak of ['password1', 'qwertyuiop', 'letmein!']) {
      expect(await reason(weak)).toContain('easy to guess');
    }
    expect(await reason('otter lamp violin creek')).toBe('taken');
    vault.close();
  });
});

describe('wrong attempts', { timeout: 60_000 }, () => {
  it('wait for longer and longer, and an hour at most', () => {
    expect([0, 4, 5, 6, 7, 8, 9, 40].map(waitAfter)).toEqual([
      0, 0, 30_000, 60_000, 300_000, 900_000, 3_600_000, 3_600_000,
    ]);
  });

  it('make the right passcode wait too, across a restart, and a clock that is set back makes nothing shorter', async () => {
    const { clock, vault, start } = await withPasscode();
    vault.lock();
    for (let n = 0; n < 5; n++) await expect(vault.unlock(secret('000000'))).rejects.toMatchObject(wrong);
    expect(vault.status().lock).toMatchObject({ failures: 5, waitsUntil: clock.now() + 30_000 });
    await expect(vault.unlock(secret(pin))).rejects.toMatchObject(wait);
    clock.advance(29_000);
    await expect(vault.unlock(secret(pin))).rejects.toMatchObject(wait);
    vault.close();

    const back = new HandClock(clock.now() - 3_600_000);
    const again = await start(undefined, back);
    expect(again.status().lock).toMatchObject({ failures: 5, waitsUntil: back.now() + 30_000 });
    back.advance(29_999);
    await expect(again.unlock(secret(pin))).rejects.toMatchObject(wait);
    back.advance(1);
    await expect(again.unlock(secret('000000'))).rejects.toMatchObject(wrong);
    expect(again.status().lock).toMatchObject({ failures: 6, waitsUntil: back.now() + 60_000 });
    back.advance(60_000);
    await again.unlock(secret(pin));
    expect(again.status().lock).toMatchObject({ failures: 0, waitsUntil: null });
    again.close();
  });

  it('are on the disk before they are judged', async () => {
    const { folder, keyring, vault } = await withPasscode();
    vault.lock();
    const judged = vault.unlock(secret(pin));
    // The keyring has answered and Argon2id runs: what a kill would leave now.
    await expect.poll(() => vault.status().lock.failures, { interval: 1 }).toBe(1);
    const copy = newFolder();
    cpSync(folder, copy, { recursive: true });
    await judged;
    vault.close();
    const killed = new Vault({ folder: copy, keyring, clock: new HandClock(), log: quiet });
    await killed.start();
    expect(killed.status().lock.failures).toBe(1);
    killed.close();
  });

  it('of a vault’s passphrase wait alike', async () => {
    const keyring = new MemoryKeyring();
    keyring.state = 'absent';
    const vault = new Vault({ folder: newFolder(), keyring, clock: new HandClock(), log: quiet });
    await vault.start();
    await vault.choosePassphrase(secret('otter lamp violin creek'));
    vault.lock();
    for (let n = 0; n < 5; n++) {
      await expect(vault.unlock(secret('another'))).rejects.toMatchObject({
        failure: { code: 'wrong-passphrase' },
      });
    }
    await expect(vault.unlock(secret('otter lamp violin creek'))).rejects.toMatchObject(wait);
    vault.close();
  });
});
