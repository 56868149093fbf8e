import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fail, say } from './shell.mjs';

/**
 * Takes what says how long the attacks run out of the command line: `--long`, and `--seed N`, which plays a run again. Returns the
 * rest, and the environment that the attacks read (tests/support/attack.ts).
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
 * Prints the line of each attack that ran, and gathers them in attacks.json.
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
