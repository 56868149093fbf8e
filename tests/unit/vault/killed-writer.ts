/** Child of kill.test.ts: adds tokens to the vault in `folder` as fast as it can and prints each id once the vault has it. */
import { readFileSync, writeSync } from 'node:fs';
import { flushCompileCache } from 'node:module';
import { Vault } from '../../../src/main/vault/vault.ts';
import { addToken } from './contents.ts';
import { HandClock, MemoryKeyring, quiet } from './memory-keyring.ts';

const [, , folder = '', keyFile = '', run = ''] = process.argv;
const keyring = new MemoryKeyring();
keyring.key = readFileSync(keyFile);
const vault = new Vault({ folder, keyring, clock: new HandClock(), log: quiet });
await vault.start();
// Node keeps compiled code at the end of a process, which a killed one does not reach.
flushCompileCache();
writeSync(1, 'ready\n');
for (let n = 0; ; n++) {
  const id = `${run}-${n}`;
  addToken(vault, id, `00value of ${id}`);
  writeSync(1, `${id}\n`);
}
