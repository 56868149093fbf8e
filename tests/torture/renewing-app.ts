/**
 * Child of new-key.test.ts: opens the vault in `folder` as a person does, backs it up as each day does, and makes new data keys until it is
 * killed, or kills itself before its step number `dieAt`. A step is a statement, a command to SQLite, or a change of a file's name. With `dieAt`
 * -1 it ends after one renewal and reports its steps.
 */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { DatabaseSync, StatementSync } from 'node:sqlite';
import { MemoryKeyring } from '../unit/vault/memory-keyring.ts';

const [, , folder = '', keyFile = '', kind = 'keyring', dieAt = '0'] = process.argv;

const steps: string[] = [];
let counting = false;
const step = (name: string): void => {
  if (!counting) return;
  steps.push(name);
  if (steps.length === Number(dieAt)) process.kill(process.pid, 'SIGKILL');
};
/** Counts each call of an object's method `name` as a step, before the method runs. */
function counted<T extends object>(
  object: T,
  name: keyof T & string,
  told: (first: unknown) => string,
): void {
  const original = object[name] as (...parameters: unknown[]) => unknown;
  object[name] = function (this: unknown, ...parameters: unknown[]) {
    step(told(parameters[0]));
    return Reflect.apply(original, this, parameters);
  } as T[keyof T & string];
}
counted(StatementSync.prototype, 'run', () => 'statement');
counted(DatabaseSync.prototype, 'exec', (sql) => String(sql).trim().slice(0, 30));
counted(fs, 'rmSync', () => 'remove');
counted(fs, 'renameSync', () => 'rename');
syncBuiltinESMExports();

// The import must come after that, because the imported code takes the functions as they are then.
const { openKind, renewal } = await import('./renewed-vault.ts');
const keyring = new MemoryKeyring();
keyring.key = fs.readFileSync(keyFile);
const house = await openKind(folder, keyring, kind);
const say = (what: string) => fs.writeSync(1, `${what}\n`);
house.vault.backUp('2026-11-23');
house.vault.backUp('2026-11-24');
say('ready');
for (let n = 1; ; n++) {
  counting = true;
  await house.vault.renewKey(renewal(house, kind));
  say(`renewed ${n}`);
  house.vault.backUp('2026-11-24');
  if (dieAt === '-1') {
    say(`steps ${JSON.stringify(steps)}`);
    process.exit(0);
  }
}
