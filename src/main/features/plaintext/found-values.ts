import { valuesIn } from '../../capture/token-text.ts';
import type { KeptFinder } from './kept-marks.ts';
import { holdsLongRun, longRuns, type Run } from './long-runs.ts';
import { type Because, shapedIn, withoutEscapes } from './shaped-values.ts';
import type { Spot } from './text-lines.ts';

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
const mostValues = 50;
/** The most places of one value. A history uses one token a hundred times, and other tokens must still be found beside it. */
const mostPlaces = 20;

/** How much text on each side says whether a value is joined to other characters. */
const around = 100;

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
  const seen = new Map<string, number>();
  for (const { inside, from, to } of packedIn(text, runs)) {
    if (isOften(seen, inside)) continue;
    const inner = longRuns(inside, leastRun(kept));
    for (const { value, mark, because } of plainIn(inside, inner, kept, hosts)) {
      found.push({ value, mark, because, from, to, packed: true });
    }
  }
  return fewOfEach(found.sort((a, b) => a.from - b.from));
}

/** Counts a text, and returns true when it has come more often than a value has places. */
function isOften(seen: Map<string, number>, text: string): boolean {
  const count = (seen.get(text) ?? 0) + 1;
  seen.set(text, count);
  return count > mostPlaces;
}

/** Returns the first places of the first values. */
function fewOfEach(found: readonly FoundValue[]): FoundValue[] {
  const seen = new Map<string, number>();
  return found.filter(({ value }) => (seen.has(value) || seen.size < mostValues) && !isOften(seen, value));
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

/** A text that stands in base64 in another text. */
interface Packed {
  readonly inside: string;
  readonly from: number;
  readonly to: number;
}

/** How often base64 stands in base64, as the password in a Kubernetes secret for an image registry does. */
const mostLayers = 3;

/** Returns every long run that is text in base64, also over several lines: the text, and the place of the base64 with its end marks. */
function* packedIn(text: string, runs: readonly Run[], layers = mostLayers): Generator<Packed> {
  for (const { text: run, from, to } of wholeRuns(text, runs)) {
    if (run.length < leastPacked || run.length > mostPacked) continue;
    const inside = Buffer.from(run, 'base64').toString('latin1');
    if (!/^[\x20-\x7e\s]+$/.test(inside)) continue;
    const place = { from, to: to + (/^={0,2}/.exec(text.slice(to, to + 2))?.[0].length ?? 0) };
    yield { inside, ...place };
    if (layers === 1) continue;
    for (const deeper of packedIn(inside, longRuns(inside, leastPacked), layers - 1)) {
      yield { inside: deeper.inside, ...place };
    }
  }
}

/** A line of base64 below another, with what indents it. Programs cut base64 after 64 or 76 characters (RFC 2045, RFC 7468). */
const lineBelow = /\r?\n[ \t]*([\w+/-]+)(?=={0,2}[ \t]*(?:\r?\n|$|["']))/y;

/** Returns the runs, and once more joined those that are the lines of one text in base64. Every line has the length of the first, but not the last. */
function* wholeRuns(text: string, runs: readonly Run[]): Generator<Run & { readonly to: number }> {
  let done = 0;
  for (const { text: run, from } of runs) {
    yield { text: run, from, to: from + run.length };
    if (from < done) continue;
    const lines = [run];
    let to = from + run.length;
    for (let length = run.length; lines.at(-1)?.length === run.length; ) {
      lineBelow.lastIndex = to;
      const [whole = '', line = ''] = lineBelow.exec(text) ?? [];
      if (line === '' || line.length > run.length || length + line.length > mostPacked) break;
      lines.push(line);
      to += whole.length;
      length += line.length;
    }
    if (lines.length === 1) continue;
    done = to;
    yield { text: lines.join(''), from, to };
  }
}

/**
 * Returns every separate place of a known value in a text, also in base64. A history may hold thousands of them. It does not ask again
 * whether the value is a token. Pure.
 */
export function placesOf(value: string, text: string, kept: KeptFinder): Spot[] {
  const runs = longRuns(text, value.length);
  // A kept value is found anywhere, so a search for its separate places would find nothing more.
  const isKept = kept.find([{ text: value, from: 0 }]).length > 0;
  const plain = isKept
    ? [...everyPlace(text, value)]
    : runs.filter((run) => run.text.includes(value)).flatMap((run) => separateIn(text, run, value));
  const packed = [...packedIn(text, runs)].filter(({ inside }) => inside.includes(value));
  const all = [...plain, ...packed].map(({ from, to }) => ({ from, to }));
  return [...new Map(all.map((spot) => [spot.from, spot])).values()].sort((a, b) => a.from - b.from);
}

/** Returns every place of a value in a text. */
function* everyPlace(text: string, value: string): Generator<Spot> {
  for (let from = text.indexOf(value); from >= 0; from = text.indexOf(value, from + value.length)) {
    yield { from, to: from + value.length };
  }
}

/** Returns the places of a value around a run where it stands by itself. */
function separateIn(text: string, run: Run, value: string): Spot[] {
  const start = Math.max(0, run.from - around);
  const part = text.slice(start, run.from + run.text.length + around);
  const plain = withoutEscapes(part);
  return (plain === part ? [part] : [part, plain]).flatMap((searched) =>
    valuesIn(searched)
      .filter((one) => one.value === value)
      .map(({ from, to }) => ({ from: start + from, to: start + to })),
  );
}
