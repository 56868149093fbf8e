import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import type { SystemAnswer } from '../../../src/main/base/ports.ts';
import { Vault } from '../../../src/main/vault/vault.ts';
import { addToken, keptValue, secret } from './contents.ts';
import { file, newFolder } from './helpers.ts';
import { HandClock, MemoryKeyring, quiet } from './memory-keyring.ts';
import { StandInSystem } from './stand-in-system.ts';

const pin = '264871';
const passphrase = 'otter lamp violin creek';
const value = '00canaryValueA_canaryValueA_canaryValueA_1';

/** An open vault with one token, and what it takes to start again. */
async function made() {
  const folder = newFolder();
  const keyring = new MemoryKeyring();
  const clock = new HandClock();
  const system = new StandInSystem();
  const start = async () => {
    const vault = new Vault({ folder, keyring, clock, log: quiet, systemProof: system });
    await vault.start();
    return vault;
  };
  const vault = await start();
  addToken(vault, 'a', value);
  return { folder, keyring, clock, system, vault, start };
}

/** The same with a recovery key and the question switched on; what was asked so far is forgotten. */
async function switchedOn() {
  const its = await made();
  const recoveryKey = await its.vault.makeRecoveryKey();
  await its.vault.systemProof.switchOn();
  its.system.asked.length = 0;
  return { ...its, recoveryKey };
}

const notProved = { failure: { code: 'not-proved' } };

describe('the proof by the system', { timeout: 30_000 }, () => {
  it('is asked for before each unlock, also after a restart, and nothing opens without it', async () => {
    const { vault, system, start } = await switchedOn();
    vault.lock();
    system.answer = 'refused';
    await expect(vault.unlock()).rejects.toMatchObject(notProved);
    expect(vault.status()).toMatchObject({ phase: 'locked', lock: { systemProof: 'touch-id' } });
    system.answer = 'given';
    expect((await vault.unlock()).phase).toBe('open');
    vault.close();

    const again = await start();
    expect(again.status()).toMatchObject({ phase: 'locked', lock: { systemProof: 'touch-id' } });
    await again.retry();
    expect(again.status().phase).toBe('locked');
    await again.unlock();
    expect(keptValue(again, 'a')).toBe(value);
    expect(system.asked).toEqual(Array(3).fill('unlock your tokens'));
    again.close();
  });

  it.each<[SystemAnswer, string]>([
    ['cancelled', 'Touch ID was cancelled, so nothing was proved.'],
    ['refused', 'Touch ID was cancelled or did not recognise you, so nothing was proved.'],
    ['timed-out', 'Nobody answered Touch ID within two minutes, so nothing was proved.'],
    ['no-agent', 'The system cannot show its question, so nothing was proved.'],
    ['unavailable', 'Touch ID cannot be used now, and Keyturn does not continue without it.'],
  ])('that is %s is reported in a sentence that offers the recovery key', async (answer, sentence) => {
    const { vault, system, recoveryKey } = await switchedOn();
    vault.lock();
    system.answer = answer;
    await expect(vault.unlock()).rejects.toMatchObject({
      failure: { code: 'not-proved', sentence, remedy: 'Try again, or use the recovery key.' },
    });
    expect((await vault.recover(secret(recoveryKey))).phase).toBe('open');
    vault.close();
  });

  it('is switched on only with its answer, and with a passcode or a recovery key as a fallback', async () => {
    const { vault, system } = await made();
    await expect(vault.systemProof.switchOn()).rejects.toMatchObject({
      failure: { remedy: 'Make a recovery key or choose a passcode first.' },
    });
    expect(system.asked).toEqual([]);
    await vault.makeRecoveryKey();
    system.answer = 'refused';
    await expect(vault.systemProof.switchOn()).rejects.toMatchObject(notProved);
    expect(vault.status().lock.systemProof).toBeNull();
    system.way = null;
    await expect(vault.systemProof.switchOn()).rejects.toMatchObject({ failure: { code: 'bad-request' } });
    vault.close();
  });

  it('is switched off only with its answer', async () => {
    const { vault, system } = await switchedOn();
    for (const answer of ['refused', 'unavailable'] as const) {
      system.answer = answer;
      await expect(vault.systemProof.switchOff(true)).rejects.toMatchObject(notProved);
      expect(vault.status().lock.systemProof).toBe('touch-id');
    }
    system.answer = 'given';
    await vault.systemProof.switchOff(true);
    vault.lock();
    system.answer = 'refused';
    expect((await vault.unlock()).phase).toBe('open');
    vault.close();
  });

  it('does not unlock a vault with a passcode, which is a part of its key', async () => {
    const { vault, system } = await switchedOn();
    await vault.passcode.choose(secret(pin));
    vault.lock();
    await expect(vault.unlock()).rejects.toMatchObject({ failure: { code: 'wrong-passcode' } });
    expect(system.asked).toEqual([]);
    await vault.unlock(secret(pin));
    await vault.systemProof.prove('copy a value');
    expect(system.asked).toEqual(['copy a value']);
    vault.close();
  });

  it('does nothing when the vault was locked or replaced during the question', async () => {
    const { vault, system } = await switchedOn();
    await vault.systemProof.switchOff(true);
    system.meanwhile = () => vault.lock();
    await expect(vault.systemProof.switchOn()).rejects.toMatchObject({ failure: { code: 'vault-locked' } });
    system.meanwhile = () => undefined;
    await vault.unlock();
    await vault.systemProof.switchOn();
    vault.lock();
    system.meanwhile = () => vault.close();
    expect((await vault.unlock()).phase).toBe('opening');
  });

  it('proves nothing when the vault was locked during the question', async () => {
    const { vault, system } = await switchedOn();
    let proved = 0;
    vault.onProved(() => proved++);
    system.meanwhile = () => vault.lock();
    await expect(vault.systemProof.prove('copy a value')).rejects.toMatchObject({
      failure: { code: 'vault-locked' },
    });
    expect(proved).toBe(0);
    vault.close();
  });

  it('asks one question at a time', async () => {
    const { vault, system } = await switchedOn();
    const { promise, resolve } = Promise.withResolvers<void>();
    system.meanwhile = () => promise;
    const first = vault.systemProof.prove('copy a value');
    await expect(vault.systemProof.prove('copy a value')).rejects.toThrow('The system is already asking.');
    resolve();
    await first;
    vault.close();
  });

  it('is not bypassed by an earlier daily backup; a saved backup opens by its passphrase and needs no proof', async () => {
    const { vault, system, folder } = await made();
    vault.backUp('2026-11-24');
    await vault.makeRecoveryKey();
    await vault.systemProof.switchOn();
    await vault.saveBackup(`${folder}.keyturn-backup`, secret(passphrase));
    vault.lock();
    await vault.restoreDaily('2026-11-24');
    expect(vault.status()).toMatchObject({ phase: 'locked', lock: { systemProof: 'touch-id' } });
    system.answer = 'refused';
    await expect(vault.unlock()).rejects.toMatchObject(notProved);
    await vault.restoreBackup(`${folder}.keyturn-backup`, secret(passphrase));
    expect(vault.status()).toMatchObject({ phase: 'open', lock: { systemProof: null } });
    vault.close();
  });

  it('stays on when a daily backup of another day is restored from the open vault', async () => {
    const { vault } = await switchedOn();
    vault.backUp('2026-11-24');
    await vault.systemProof.switchOff(true);
    await vault.restoreDaily('2026-11-24');
    expect(vault.status()).toMatchObject({ phase: 'open', lock: { systemProof: null } });
    vault.close();
  });

  it('stays on when its mark in the file is changed', async () => {
    const { vault, system, folder, start } = await switchedOn();
    vault.close();
    const db = new DatabaseSync(file(folder));
    db.exec("UPDATE meta SET value = x'00' WHERE name = 'system_proof'");
    db.close();
    system.answer = 'refused';
    const again = await start();
    await expect(again.unlock()).rejects.toMatchObject(notProved);
    again.close();
  });
});
