import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fail, say } from './shell.mjs';

/**
 * Removes the arguments that control the attacks' run time: `--long`, and `--seed N`, which repeats a run. Returns the other arguments, and
 * the environment for the attacks (tests/support/attack.ts).
 * @param {readonly string[]} args
 */
export function attackFlags(args) {
  const rest = [...args];
  /** @type {Record<string, string>} */
  const env = {};
  const long = rest.indexOf('--long');
  if (long >= 0) {
    rest.splice(long, 1);
    env.KEYTURN_LONG = '1';
  }
  const seed = rest.indexOf('--seed');
  if (seed >= 0) {
    const [, number = ''] = rest.splice(seed, 2);
    if (!/^\d+$/.test(number)) fail('--seed needs the number that a run printed, as in --seed 417110281.', 2);
    env.KEYTURN_SEED = number;
  }
  return { rest, env };
}

/**
 * Prints the line of each attack that ran, and writes them to attacks.json.
 * @param {string} reports The folder of the reports.
 */
export function sayAttacks(reports) {
  const folder = join(reports, 'attacks');
  if (!existsSync(folder)) return;
  const lines = readdirSync(folder)
    .sort()
    .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')));
  writeFileSync(join(reports, 'attacks.json'), `${JSON.stringify(lines, null, 2)}\n`);
  for (const { line } of lines) say(line);
}
