/**
 * Child of kill-whole.test.ts: makes, opens and changes the ways into the vault in `folder`, over and over, and says each thing once
 * it has it. What it says is all that may be relied on.
 */
import { existsSync, readFileSync, writeSync } from 'node:fs';
import { flushCompileCache } from 'node:module';
import { join } from 'node:path';
import { Vault } from '../../../src/main/vault/vault.ts';
import { addToken, secret } from './contents.ts';
import { HandClock, MemoryKeyring, quiet } from './memory-keyring.ts';

const [, , work = '', folder = '', keyFile = '', run = ''] = process.argv;
const say = (what: string) => writeSync(1, `${what}\n`);
const keyring = new MemoryKeyring();
keyring.key = readFileSync(keyFile);
const start = async () => {
  const vault = new Vault({ folder, keyring, clock: new HandClock(), log: quiet });
  await vault.start();
  return vault;
};
const backup = join(folder, '..', 'a.keyturn-backup');
// Node keeps compiled code at the end of a process, which a killed one does not reach.
flushCompileCache();

if (work === 'create') {
  // The very first start: a vault is made, and then the first token is in it.
  say('ready');
  const vault = await start();
  say('made');
  addToken(vault, `${run}-first`, `00value of ${run}-first`);
  say(`token ${run}-first`);
} else if (work === 'passphrase') {
  keyring.state = 'absent';
  const vault = await start();
  say('ready');
  if (vault.status().phase === 'no-keyring') await vault.choosePassphrase(secret('a passphrase'));
  else await vault.unlock(secret('a passphrase'));
  say('made');
  addToken(vault, run, `00value of ${run}`);
  say(`token ${run}`);
} else {
  keyring.rewrap = work === 'rewrap';
  say('ready');
  for (let n = 0; ; n++) {
    const vault = await start();
    const id = `${run}-${n}`;
    addToken(vault, id, `00value of ${id}`);
    say(`token ${id}`);
    if (work === 'recovery') say(`key ${await vault.makeRecoveryKey()}`);
    if (work === 'backup') {
      await vault.saveBackup(backup, secret('a passphrase'));
      say(`backup ${id}`);
    }
    if (work === 'restore' && existsSync(backup)) {
      // The earlier vault is kept beside; the vault then has the backup's own tokens.
      await vault.restoreBackup(backup, secret('a passphrase'));
      say('restored');
    }
    vault.close();
  }
}
