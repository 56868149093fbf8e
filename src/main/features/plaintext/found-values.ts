import type { KeptFinder } from './kept-marks.ts';
import { longRuns, type Run } from './long-runs.ts';
import { type Because, shapedIn } from './shaped-values.ts';

/** A token that stands in a text. */
export interface FoundValue {
  readonly value: string;
  /** What is to be replaced to take the value out: the value itself, or the base64 it is packed in. */
  readonly from: number;
  readonly to: number;
  readonly packed: boolean;
  /** Which kept value it is, by the number of its mark; null for one that is not kept. */
  readonly mark: number | null;
  readonly because: Because | 'kept';
}

/** More in one file is a list of them, and nobody looks at each. */
const mostInText = 50;

/** A token of Okta's has so many characters. */
const shapeLength = 42;
/** 42 characters in base64. */
const leastPacked = 56;
/** A picture in base64 has more than this, a header has less. */
const mostPacked = 8_192;

/** Returns the tokens in a text: kept ones wherever they stand, and those of a token's shape where what is around them says so. Pure. */
export function foundIn(text: string, kept: KeptFinder, hosts: readonly string[]): FoundValue[] {
  const runs = longRuns(text, Math.min(kept.least, shapeLength));
  if (runs.length === 0) return [];
  const found: FoundValue[] = plainIn(text, runs, kept, hosts).map((one) => ({
    ...one,
    packed: false,
    around: text,
  }));
  for (const { text: run, from } of runs) {
    if (run.length < leastPacked || run.length > mostPacked) continue;
    const inside = Buffer.from(run, 'base64').toString('latin1');
    if (!/^[\x20-\x7e\s]+$/.test(inside)) continue;
    const to = from + run.length + (/^={0,2}/.exec(text.slice(from + run.length))?.[0].length ?? 0);
    const inner = longRuns(inside, Math.min(kept.least, shapeLength));
    for (const { value, mark, because } of plainIn(inside, inner, kept, hosts)) {
      found.push({ value, mark, because, from, to, packed: true });
    }
  }
  return found.sort((a, b) => a.from - b.from).slice(0, mostInText);
}

function plainIn(
  text: string,
  runs: readonly Run[],
  kept: KeptFinder,
  hosts: readonly string[],
): Omit<FoundValue, 'packed'>[] {
  const ofKept = kept.find(runs).map(({ mark, from, to }) => ({
    value: text.slice(from, to),
    from,
    to,
    mark,
    because: 'kept' as const,
  }));
  const shaped = shapedIn(text, runs, hosts)
    .filter(({ from, to }) => !ofKept.some((one) => one.from < to && from < one.to))
    .map((one) => ({ ...one, mark: null }));
  return [...ofKept, ...shaped];
}

/** Returns the number of the line that `at` stands in, from 1. */
export const lineOf = (text: string, at: number): number => text.slice(0, at).split(/\r\n|\r|\n/).length;
