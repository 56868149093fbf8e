import { createHmac, randomBytes } from 'node:crypto';
import type { Secret } from '../../base/secret.ts';
import type { Run } from './long-runs.ts';

/**
 * Marks that find kept values in a text without holding any value. Each value has a mark: its length, 16 bits of a rolling hash, and 128
 * bits of an HMAC. The key is random and made for one search. A mark does not reveal a value that Okta made, because such a value has 40
 * random characters.
 */
export interface KeptMarks {
  /** Base64. */
  readonly key: string;
  readonly marks: readonly KeptMark[];
}

export interface KeptMark {
  readonly length: number;
  readonly filter: number;
  /** Hexadecimal. */
  readonly mac: string;
}

/** A kept value in a text: its mark and its position. */
export interface KeptPlace {
  readonly mark: number;
  readonly from: number;
  readonly to: number;
}

/** The shortest value with a mark. Somebody could guess a shorter value from its mark, and it would match unrelated text. */
const shortest = 20;

/**
 * Returns the marks of kept values under a new key. A value that is too short or has other characters than tokens gets a mark that matches
 * nothing.
 */
export function marksOf(values: readonly Secret[]): KeptMarks {
  const key = randomBytes(32);
  const multiplier = multiplierOf(key);
  return {
    key: key.toString('base64'),
    marks: values.map((secret) =>
      secret.use((bytes) => {
        const value = bytes.toString('latin1');
        if (value.length < shortest || !/^[\w-]+$/.test(value)) return { length: 0, filter: 0, mac: '' };
        return {
          length: value.length,
          filter: hashOf(value, multiplier) >>> 16,
          mac: macOf(key, value),
        };
      }),
    ),
  };
}

const multiplierOf = (key: Buffer): number =>
  createHmac('sha256', key).update('rolling hash').digest().readUInt32LE(0) | 1;

const macOf = (key: Buffer, value: string): string =>
  createHmac('sha256', key).update('value\0').update(value, 'latin1').digest('hex').slice(0, 32);

function hashOf(value: string, multiplier: number): number {
  let hash = 0;
  for (let at = 0; at < value.length; at++) hash = (Math.imul(hash, multiplier) + value.charCodeAt(at)) | 0;
  return hash >>> 0;
}

interface OfLength {
  readonly length: number;
  /** The factor of the window's first character: the multiplier to the power of `length - 1`. */
  readonly leading: number;
  /** One entry for each of the 65,536 filters. It tells whether some mark has the filter. */
  readonly filters: Uint8Array;
  readonly byMac: ReadonlyMap<string, number>;
}

/** Finds kept values in texts by their marks, also inside a longer word. */
export class KeptFinder {
  readonly #key: Buffer;
  readonly #multiplier: number;
  readonly #lengths: readonly OfLength[];
  /** The length of the shortest kept value. It is infinite when no value is kept. */
  readonly least: number;

  constructor({ key, marks }: KeptMarks) {
    this.#key = Buffer.from(key, 'base64');
    this.#multiplier = multiplierOf(this.#key);
    const lengths = [...new Set(marks.map(({ length }) => length))].filter((length) => length >= shortest);
    this.#lengths = lengths.map((length) => {
      const filters = new Uint8Array(65_536);
      const byMac = new Map<string, number>();
      for (const [n, mark] of marks.entries()) {
        if (mark.length !== length) continue;
        filters[mark.filter] = 1;
        byMac.set(mark.mac, n);
      }
      let leading = 1;
      for (let n = 1; n < length; n++) leading = Math.imul(leading, this.#multiplier);
      return { length, leading, filters, byMac };
    });
    this.least = Math.min(...lengths);
  }

  /** Returns every place of a kept value in a text's long runs, in text order. */
  find(runs: readonly Run[]): KeptPlace[] {
    const found: KeptPlace[] = [];
    // A file may hold one value thousands of times, and each HMAC takes longer than a look into this.
    const known = new Map<string, number>();
    for (const { text, from } of runs) {
      for (const { 0: run, index } of text.matchAll(/[\w-]+/g)) {
        for (const one of this.#lengths) this.#roll(run, from + index, one, found, known);
      }
    }
    return found.sort((a, b) => a.from - b.from);
  }

  #roll(
    run: string,
    start: number,
    { length, leading, filters, byMac }: OfLength,
    found: KeptPlace[],
    known: Map<string, number>,
  ): void {
    if (run.length < length) return;
    let hash = hashOf(run.slice(0, length), this.#multiplier) | 0;
    for (let at = 0; ; at++) {
      if (filters[hash >>> 16] === 1) {
        const part = run.slice(at, at + length);
        const mark = known.get(part) ?? byMac.get(macOf(this.#key, part));
        if (mark !== undefined) known.set(part, mark);
        if (mark !== undefined) found.push({ mark, from: start + at, to: start + at + length });
      }
      if (at + length >= run.length) return;
      hash = (hash - Math.imul(run.charCodeAt(at), leading)) | 0;
      hash = (Math.imul(hash, this.#multiplier) + run.charCodeAt(at + length)) | 0;
    }
  }
}
