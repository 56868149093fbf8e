import { randomInt } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { seeded } from './seeded.ts';

/** Whether the long form runs (`--long`). `npm test` runs the short one. */
export const isLong = process.env.KEYTURN_LONG === '1';

const results = join(import.meta.dirname, '../../test-results/attacks');

/** One run of an attack: its length and its random numbers. */
export interface Attack {
  readonly rounds: number;
  /** The seed of `random`. `--seed N` repeats the same run. */
  readonly seed: number;
  /** Returns the next number, from 0 to below 1. */
  readonly random: () => number;
  /** Returns one of `choices`. */
  pick<T>(choices: readonly T[]): T;
  /** Returns a whole number from 0 to below `below`. */
  below(below: number): number;
  /** Prints the attack's line and writes it to test-results/attacks, where test.mjs collects it. */
  report(line: string): void;
}

/**
 * Starts the attack `name` with its number of rounds in the short and long form. The seed comes from KEYTURN_SEED or is random. It is
 * printed first, so that a failed or interrupted run can be repeated.
 */
export function beginAttack(name: string, rounds: { readonly short: number; readonly long: number }): Attack {
  const asked = process.env.KEYTURN_SEED;
  const seed = asked === undefined ? randomInt(2 ** 31) : Number(asked);
  if (!Number.isSafeInteger(seed) || seed < 0)
    throw new Error(`The seed must be a whole number, and "${asked}" is none.`);
  const random = seeded(seed);
  const below = (end: number) => Math.floor(random() * end);
  console.log(`${name}: begins (seed ${seed}, ${isLong ? 'long' : 'short'}).`);
  return {
    rounds: isLong ? rounds.long : rounds.short,
    seed,
    random,
    below,
    pick: <T>(choices: readonly T[]): T => {
      const chosen = choices[below(choices.length)];
      if (chosen === undefined) throw new Error('There is nothing to pick from.');
      return chosen;
    },
    report(line) {
      const whole = `${name}: ${line} (seed ${seed})`;
      console.log(whole);
      mkdirSync(results, { recursive: true });
      const entry = { name, line: whole, seed, long: isLong, at: new Date().toISOString() };
      writeFileSync(join(results, `${name.replaceAll(' ', '-')}.json`), `${JSON.stringify(entry)}\n`);
    },
  };
}
