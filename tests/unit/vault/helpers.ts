import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from 'vitest';
import { Vault } from '../../../src/main/vault/vault.ts';
import { addToken } from './contents.ts';
import { HandClock, MemoryKeyring, quiet } from './memory-keyring.ts';

const folders: string[] = [];
const vaults: Vault[] = [];
afterEach(() => {
  for (const vault of vaults.splice(0)) vault.close();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

export const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'keyturn-vault-'));
  folders.push(folder);
  return join(folder, 'Keyturn');
};

export const open = (folder: string, keyring = new MemoryKeyring()): Vault => {
  const vault = new Vault({ folder, keyring, clock: new HandClock(), log: quiet });
  vaults.push(vault);
  return vault;
};

/** The vault's file in `folder`. */
export const file = (folder: string) => join(folder, 'keyturn.vault');
export const bytesOf = (folder: string) => readFileSync(file(folder));

/** A vault with two tokens, closed. */
export async function made(keyring = new MemoryKeyring()) {
  const folder = newFolder();
  const vault = open(folder, keyring);
  await vault.start();
  addToken(vault, 'a', '00canaryValueA_canaryValueA_canaryValueA_1');
  addToken(vault, 'b', '00canaryValueB_canaryValueB_canaryValueB_2');
  vault.close();
  return { folder, keyring };
}
