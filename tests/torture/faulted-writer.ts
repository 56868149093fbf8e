/**
 * Child of write-faults.test.ts: opens the vault in `folder`, adds tokens, and continues after a refusal, as the app does. It reports
 * each id once the vault has it, and each refusal. With `dieAt`, it is killed right after so many refusals, before it can write anything
 * else that would hide a half-written token.
 */
import { readFileSync, writeSync } from 'node:fs';
import { Failed } from '../../src/main/base/failure.ts';
import { Vault } from '../../src/main/vault/vault.ts';
import { addToken } from '../unit/vault/contents.ts';
import { HandClock, MemoryKeyring, quiet } from '../unit/vault/memory-keyring.ts';

const [, , folder = '', keyFile = '', run = '', count = '0', size = '40', dieAt = '0'] = process.argv;
let refused = 0;
const keyring = new MemoryKeyring();
keyring.key = readFileSync(keyFile);
const vault = new Vault({ folder, keyring, clock: new HandClock(), log: quiet });
const { phase, problem } = await vault.start();
if (phase !== 'open') {
  writeSync(1, `problem ${problem?.code}\n`);
  process.exit(0);
}
for (let n = 0; n < Number(count); n++) {
  const id = `${run}-${n}`;
  try {
    addToken(vault, id, `00value of ${id}`.padEnd(Number(size), 'x'));
    writeSync(1, `kept ${id}\n`);
  } catch (error) {
    if (!(error instanceof Failed)) throw error;
    writeSync(1, `refused ${error.failure.code}\n`);
    if (++refused === Number(dieAt)) process.kill(process.pid, 'SIGKILL');
  }
}
vault.close();
writeSync(1, 'closed\n');
