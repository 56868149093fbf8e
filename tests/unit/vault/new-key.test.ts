import { copyFileSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, describe, expect, it } from 'vitest';
import type { Renewal } from '../../../src/main/vault/key-renewal.ts';
import { Vault } from '../../../src/main/vault/vault.ts';
import { addToken, keptValue, secret } from './contents.ts';
import { bytesOfKey, leftOf, openedBy, rootOf } from './earlier-key.ts';
import { file, newFolder } from './helpers.ts';
import { HandClock, MemoryKeyring, quiet } from './memory-keyring.ts';

const pin = '264871';
const phrase = 'otter lamp violin creek';
const textOf = (n: number) => `00value${n}`.padEnd(42, 'x');

/** Follows as the stores do for what `addToken` keeps. */
const follow: Renewal['follow'] = (change) => {
  for (const { id, value } of change.read<{ id: string; value: Uint8Array }>(
    'SELECT id, value FROM tokens',
  )) {
    const cell = { table: 'tokens', rowId: id, column: 'value' };
    change.write(
      'UPDATE tokens SET value_tag = ? WHERE id = ?',
      change.tagAnew('https://acme.okta.com', cell, value),
      id,
    );
  }
};
const renewal: Renewal = { follow, anyway: async () => false };

type Kind = 'keyring' | 'passcode' | 'passphrase';
const opened: Vault[] = [];
afterEach(() => {
  for (const vault of opened.splice(0)) vault.close();
});

/** A vault that opens in one of the ways, with so many tokens. */
async function vaultOf(kind: Kind, tokens: number) {
  const folder = newFolder();
  const keyring = new MemoryKeyring();
  if (kind === 'passphrase') keyring.state = 'absent';
  const clock = new HandClock();
  const start = async (ring = keyring) => {
    const vault = new Vault({ folder, keyring: ring, clock, log: quiet });
    opened.push(vault);
    await vault.start();
    return vault;
  };
  const vault = await start();
  if (kind === 'passphrase') await vault.choosePassphrase(secret(phrase));
  for (let n = 0; n < tokens; n++) addToken(vault, `t${n}`, textOf(n));
  if (kind === 'passcode') await vault.passcode.choose(secret(pin));
  const typed = { keyring: undefined, passcode: pin, passphrase: phrase }[kind];
  /** Opens it as a person does. */
  const reopened = async () => {
    const again = await start();
    if (typed !== undefined) await again.unlock(secret(typed));
    expect(again.status().phase).toBe('open');
    return again;
  };
  return { folder, keyring, clock, vault, start, reopened, typed };
}
const asTyped = (typed: string | undefined): Renewal =>
  typed === undefined ? renewal : { ...renewal, typed: secret(typed) };

function expectTokens(vault: Vault, tokens: number): void {
  expect(vault.read<{ n: number }>('SELECT count(*) AS n FROM tokens')).toEqual([{ n: tokens }]);
  for (let n = 0; n < tokens; n++) {
    expect(keptValue(vault, `t${n}`)).toBe(textOf(n));
    const tag = vault.tag('https://acme.okta.com', Buffer.from(textOf(n)));
    expect(vault.read('SELECT id FROM tokens WHERE value_tag = ?', tag)).toEqual([{ id: `t${n}` }]);
  }
}

describe('a new data key', { timeout: 120_000 }, () => {
  it.each<[Kind, number]>([
    ['keyring', 500],
    ['passcode', 20],
    ['passphrase', 20],
  ])(
    'opens all tokens of a vault under a %s (%i of them), and the earlier key opens nothing',
    async (kind, tokens) => {
      const { folder, vault, reopened, typed } = await vaultOf(kind, tokens);
      const firstKey = await vault.makeRecoveryKey();
      vault.backUp('2026-11-24');
      vault.backUp('2026-11-25');
      const before = bytesOfKey(vault);
      expect(leftOf(before, folder)).toBe(before.length);

      const { recoveryKey, removed } = await vault.renewKey(asTyped(typed));
      expect(removed).toBe(true);
      expectTokens(vault, tokens);
      expect(leftOf(before, folder)).toBe(0);
      expect(vault.dailyBackups()).toEqual([]);
      vault.close();
      expect(leftOf(before, folder)).toBe(0);

      const again = await reopened();
      expectTokens(again, tokens);
      again.close();
      expect(() => rootOf(folder, firstKey)).toThrow();
      expect(openedBy(rootOf(folder, recoveryKey ?? ''), folder)).toEqual({
        cells: 2 * tokens + 1,
        unreadable: 0,
      });
    },
  );

  it('opens nothing by the earlier root key, taken before', async () => {
    const { folder, vault, reopened } = await vaultOf('keyring', 3);
    const recoveryKey = await vault.makeRecoveryKey();
    vault.close();
    const root = rootOf(folder, recoveryKey);
    expect(openedBy(root, folder)).toEqual({ cells: 7, unreadable: 0 });
    const again = await reopened();
    await again.renewKey(renewal);
    again.close();
    expect(openedBy(root, folder)).toEqual({ cells: 0, unreadable: 7 });
  });

  it('takes the passcode or the passphrase, counts wrong attempts, and changes nothing without it', async () => {
    for (const kind of ['passcode', 'passphrase'] as const) {
      const { folder, vault, reopened } = await vaultOf(kind, 2);
      const before = bytesOfKey(vault);
      const wrong = { failure: { code: `wrong-${kind}` } };
      await expect(vault.renewKey(renewal)).rejects.toMatchObject(wrong);
      await expect(vault.renewKey(asTyped('another'))).rejects.toMatchObject(wrong);
      expect(vault.status().lock.failures).toBe(1);
      expect(bytesOfKey(vault)).toEqual(before);
      vault.close();
      expectTokens(await reopened(), 2);
      expect(leftOf(before, folder)).toBe(before.length);
    }
  });

  it('replaces an existing recovery key, and makes none where there was none', async () => {
    const { vault, start, keyring } = await vaultOf('keyring', 2);
    expect((await vault.renewKey(renewal)).recoveryKey).toBeNull();
    expect(vault.status().recoveryKey).toBe('to-offer');
    const first = await vault.makeRecoveryKey();
    const { recoveryKey } = await vault.renewKey(renewal);
    expect(vault.status().recoveryKey).toBe('made');
    vault.close();
    keyring.key = Buffer.alloc(32, 1);
    const lost = await start();
    expect(lost.status().problem?.code).toBe('key-lost');
    await expect(lost.recover(secret(first))).rejects.toMatchObject({
      failure: { code: 'wrong-recovery-key' },
    });
    await lost.recover(secret(recoveryKey ?? ''));
    expectTokens(lost, 2);
  });

  it('is not made where the keyring does not answer, is missing, or gives back something else', async () => {
    const { vault, keyring, reopened } = await vaultOf('keyring', 2);
    const before = bytesOfKey(vault);
    const silent = { failure: { code: 'vault-problem', sentence: expect.stringMatching(/no new data key/) } };
    keyring.state = 'locked';
    await expect(vault.renewKey(renewal)).rejects.toMatchObject(silent);
    keyring.state = 'absent';
    await expect(vault.renewKey(renewal)).rejects.toMatchObject(silent);
    keyring.state = 'there';
    const { wrap } = keyring;
    keyring.wrap = async (bytes) => wrap.call(keyring, Buffer.alloc(bytes.length, 7));
    await expect(vault.renewKey(renewal)).rejects.toMatchObject(silent);
    keyring.wrap = wrap;
    expect(bytesOfKey(vault)).toEqual(before);
    vault.close();
    expectTokens(await reopened(), 2);
  });

  it('asks before it drops values that do not open, and changes nothing without a yes', async () => {
    const { folder, vault } = await vaultOf('keyring', 3);
    vault.write("UPDATE tokens SET value = (SELECT value FROM tokens WHERE id = 't1') WHERE id = 't0'");
    vault.backUp('2026-11-24');
    const before = bytesOfKey(vault);
    const asked: number[] = [];
    const answering = (yes: boolean): Renewal => ({
      follow,
      anyway: async (unreadable) => {
        asked.push(unreadable);
        return yes;
      },
    });
    await expect(vault.renewKey(answering(false))).rejects.toMatchObject({ failure: { code: 'cancelled' } });
    expect(bytesOfKey(vault)).toEqual(before);
    expect(vault.dailyBackups()).toHaveLength(1);
    await vault.renewKey(answering(true));
    expect(asked).toEqual([1, 1]);
    expect(() => keptValue(vault, 't0')).toThrow('no readable form');
    expect(keptValue(vault, 't1')).toBe(textOf(1));
    expect(leftOf(before, folder)).toBe(0);
  });

  it('takes in what is written and changed while values are encrypted', async () => {
    const { folder, vault, reopened } = await vaultOf('keyring', 450);
    const before: Buffer[] = [];
    let turns = 0;
    await vault.renewKey({
      ...renewal,
      tell: () => {
        if (++turns > 50) return;
        addToken(vault, `t${449 + turns}`, textOf(449 + turns));
        vault.write(
          "UPDATE tokens SET profile = ? WHERE id = 't0'",
          vault.sealJson({ table: 'tokens', rowId: 't0', column: 'profile' }, { label: `turn ${turns}` }),
        );
        before.splice(0, before.length, ...bytesOfKey(vault));
      },
    });
    expect(turns).toBeGreaterThan(4);
    expect(turns).toBeLessThan(50);
    expectTokens(vault, 450 + turns);
    expect(leftOf(before, folder)).toBe(0);
    vault.close();
    const again = await reopened();
    const [row] = again.read<{ profile: Uint8Array }>("SELECT profile FROM tokens WHERE id = 't0'");
    const { label } = JSON.parse(
      again
        .openSecret({ table: 'tokens', rowId: 't0', column: 'profile' }, row?.profile ?? new Uint8Array())
        .use(String),
    );
    expect(label).toBe(`turn ${turns}`);
  });

  it('is not made when the vault is locked meanwhile', async () => {
    const { vault, reopened } = await vaultOf('keyring', 500);
    const before = bytesOfKey(vault);
    await expect(vault.renewKey({ ...renewal, tell: () => vault.lock() })).rejects.toMatchObject({
      failure: { code: 'vault-locked' },
    });
    await vault.unlock();
    expect(bytesOfKey(vault)).toEqual(before);
    vault.close();
    expectTokens(await reopened(), 500);
  });

  it('is not made, and writes nothing, when a later step fails', async () => {
    const { vault, reopened } = await vaultOf('keyring', 5);
    const before = bytesOfKey(vault);
    const failing = (): void => {
      throw new Error('no');
    };
    await expect(vault.renewKey({ ...renewal, follow: failing })).rejects.toThrow('no');
    expect(bytesOfKey(vault)).toEqual(before);
    expectTokens(vault, 5);
    vault.close();
    expectTokens(await reopened(), 5);
  });

  it('drops its own daily backups and unfinished copies, and leaves those of another vault', async () => {
    const { folder, vault } = await vaultOf('keyring', 2);
    vault.backUp('2026-11-24');
    writeFileSync(join(folder, 'backups', '2026-11-23.keyturn-daily'), 'no backup at all');
    writeFileSync(join(folder, 'backups', '2026-11-22.keyturn-daily.unfinished'), 'left by a kill');
    writeFileSync(`${file(folder)}.unfinished`, 'left by a kill');
    const other = await vaultOf('keyring', 1);
    other.vault.backUp('2026-11-21');
    const theirs = join(folder, 'backups', '2026-11-21.keyturn-daily');
    copyFileSync(join(other.folder, 'backups', '2026-11-21.keyturn-daily'), theirs);
    await vault.renewKey(renewal);
    expect(vault.dailyBackups().map(({ day }) => day)).toEqual(['2026-11-21']);
    expect(existsSync(join(folder, 'backups', '2026-11-22.keyturn-daily.unfinished'))).toBe(false);
    expect(existsSync(`${file(folder)}.unfinished`)).toBe(false);
  });

  it('leaves nothing in the free pages of the file', async () => {
    const { folder, vault, reopened } = await vaultOf('keyring', 50);
    const before = bytesOfKey(vault);
    vault.close();
    // As another program may have left it, which does not overwrite what it removes.
    const raw = new DatabaseSync(file(folder));
    raw.exec('PRAGMA secure_delete = OFF; CREATE TABLE copied AS SELECT * FROM tokens; DROP TABLE copied;');
    raw.close();
    const again = await reopened();
    for (const id of ['t1', 't2']) again.write('DELETE FROM tokens WHERE id = ?', id);
    expect(leftOf(before, folder)).toBe(before.length);
    await again.renewKey(renewal);
    expect(leftOf(before, folder)).toBe(0);
  });

  it('is made even where the earlier backups cannot be removed; the next opening removes them', async () => {
    const { folder, vault, reopened } = await vaultOf('keyring', 3);
    vault.backUp('2026-11-24');
    const before = bytesOfKey(vault);
    const backups = join(folder, 'backups');
    const blocked = join(backups, '2026-11-25.keyturn-daily');
    // A folder in a backup's place is none that can be removed as a file.
    mkdirSync(blocked);
    expect(await vault.renewKey(renewal)).toEqual({ recoveryKey: null, removed: false });
    expectTokens(vault, 3);
    // Nor is another key made before that was done.
    await expect(vault.renewKey(renewal)).rejects.toThrow();
    rmSync(blocked, { recursive: true });
    vault.close();
    expect(leftOf(before, folder)).toBeGreaterThan(0);
    const again = await reopened();
    expect(leftOf(before, folder)).toBe(0);
    expectTokens(again, 3);
  });

  it('is refused in a vault of this session only, with a reason', async () => {
    const keyring = new MemoryKeyring();
    keyring.state = 'absent';
    const vault = new Vault({ folder: newFolder(), keyring, clock: new HandClock(), log: quiet });
    opened.push(vault);
    await vault.start();
    await vault.keepForSession();
    await expect(vault.renewKey(renewal)).rejects.toMatchObject({ failure: { code: 'bad-request' } });
  });
});
