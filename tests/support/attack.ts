import { randomInt } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { seeded } from './seeded.ts';

/** Whether the long form runs (`--long`), and not the short one that `npm test` runs. */
export const isLong = process.env.KEYTURN_LONG === '1';

const results = join(import.meta.dirname, '../../test-results/attacks');

/** One run of an attack: how long it is, and the chance it plays with. */
export interface Attack {
  readonly rounds: number;
  /** The seed of `random`; `--seed N` plays the same again. */
  readonly seed: number;
  /** Gives the next number, from 0 up to 1. */
  readonly random: () => number;
  /** Gives one of `choices`. */
  pick<T>(choices: readonly T[]): T;
  /** Gives a whole number from 0 up to `below`. */
  below(below: number): number;
  /** Prints the attack's line and writes it into test-results/attacks, from where test.mjs gathers it. */
  report(line: string): void;
}

/**
 * Begins the attack `name`, which has so many rounds in its short and in its long form. The seed comes from KEYTURN_SEED or from
 * chance, and is printed first, so that a run that fails or is cut off can be played again.
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
