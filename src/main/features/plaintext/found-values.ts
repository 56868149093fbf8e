import type { KeptFinder } from './kept-marks.ts';
import { holdsLongRun, longRuns, type Run } from './long-runs.ts';
import { type Because, shapedIn } from './shaped-values.ts';

/** A token in a text. */
export interface FoundValue {
  readonly value: string;
  /** The start of the text to replace. This text is the value itself, or the base64 around it. */
  readonly from: number;
  readonly to: number;
  readonly packed: boolean;
  /** The number of the kept value's mark. It is null for a value that is not kept. */
  readonly mark: number | null;
  readonly because: Because | 'kept';
}

/** The most values from one file. A file with more is a list of values, and nobody looks at each one. */
const mostInText = 50;

/** The number of characters in a token of Okta's. */
const shapeLength = 42;
/** The length of 42 characters in base64. */
const leastPacked = 56;
/** The longest base64 that is unpacked. A picture in base64 is longer, and a header is shorter. */
const mostPacked = 8_192;

/** Returns the length of the shortest run of characters that can hold a token. */
const leastRun = (kept: KeptFinder): number => Math.min(kept.least, shapeLength);

/**
 * Returns whether the text of these bytes can hold a token. `foundIn` finds none in a text for which this returns false. It reads the bytes
 * without making a text of them. UTF-16 and bytes with a zero always can. Pure.
 */
export function mayHold(bytes: Uint8Array, kept: KeptFinder): boolean {
  const [a, b] = bytes;
  const isUtf16 = (a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff);
  return isUtf16 || bytes.includes(0) || holdsLongRun(bytes, leastRun(kept));
}

/**
 * Returns the tokens in a text. It finds kept values anywhere, and other values of a token's shape when the text around them says that they
 * are tokens. Pure.
 */
export function foundIn(text: string, kept: KeptFinder, hosts: readonly string[]): FoundValue[] {
  const runs = longRuns(text, leastRun(kept));
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
    const inner = longRuns(inside, leastRun(kept));
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

/** Returns the line number of position `at`, from 1. */
export const lineOf = (text: string, at: number): number => text.slice(0, at).split(/\r\n|\r|\n/).length;
