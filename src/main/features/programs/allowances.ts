import { randomUUID } from 'node:crypto';
import type { Allowance, HowLong, Program, Reach } from '../../../shared/contract/programs.ts';
import type { Clock } from '../../base/ports.ts';
import type { Caller } from './caller.ts';

/** "15 minutes" on the button. */
export const minutesMs = 15 * 60_000;
/** A program that was turned away is not asked about again for so long: a loop must not wear a person down. */
export const awayMs = 60_000;

/** What a method needs: GET and HEAD read (RFC 9110, 9.2.1), every other method changes. */
export const reachOf = (method: string): Reach => (method === 'GET' || method === 'HEAD' ? 'read' : 'change');

interface Allowed {
  readonly id: string;
  readonly at: number;
  readonly key: string;
  readonly program: Program;
  readonly tokenId: string;
  readonly reach: Reach;
  readonly until: number | null;
  calls: number;
}

/** Who was allowed which token. In memory only: it ends with the lock and with the app. */
export class Allowances {
  readonly #clock: Clock;
  readonly #allowed = new Map<string, Allowed>();
  /** Ends of being turned away, by caller and token. */
  readonly #away = new Map<string, number>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Notes the answer of a person; "once" leaves nothing behind. */
  answered({ key, program }: Caller, tokenId: string, reach: Reach, answer: HowLong | null): void {
    const now = this.#clock.now();
    const both = pair(key, tokenId);
    if (answer === null) this.#away.set(both, now + awayMs);
    else if (answer !== 'once') {
      const until = answer === 'minutes' ? now + minutesMs : null;
      const one = { id: randomUUID(), at: now, key, program, tokenId, reach, until, calls: 0 };
      this.#allowed.set(`${reach} ${both}`, one);
    }
  }

  /** Whether a caller may use a token now, may not for a while, or has to be asked about. */
  standing({ key }: Caller, tokenId: string, reach: Reach): 'allowed' | 'away' | 'ask' {
    const now = this.#clock.now();
    const both = pair(key, tokenId);
    if (this.#covering(both, reach) !== undefined) return 'allowed';
    if ((this.#away.get(both) ?? 0) > now) return 'away';
    this.#away.delete(both);
    return 'ask';
  }

  /** A call was made by what the caller was allowed, if it still is. */
  count({ key }: Caller, tokenId: string, reach: Reach): void {
    const allowed = this.#covering(pair(key, tokenId), reach);
    if (allowed !== undefined) allowed.calls++;
  }

  /** What holds now and covers a call: who may change may read, who may read may not change. */
  #covering(both: string, reach: Reach): Allowed | undefined {
    const now = this.#clock.now();
    const wide: Reach[] = reach === 'read' ? ['read', 'change'] : ['change'];
    return wide
      .map((one) => this.#allowed.get(`${one} ${both}`))
      .find((one) => one !== undefined && (one.until === null || one.until > now));
  }

  /** Those that hold now, newest first. */
  list(): Allowance[] {
    const now = this.#clock.now();
    return [...this.#allowed.values()]
      .filter(({ until }) => until === null || until > now)
      .map(({ key: _key, ...shown }) => shown)
      .toReversed();
  }

  /** When the next one ends by itself, or null. */
  nextEnd(): number | null {
    const ends = [...this.#allowed.values()].flatMap(({ until }) => until ?? []);
    const now = this.#clock.now();
    return ends
      .filter((end) => end > now)
      .reduce<number | null>((a, b) => (a === null ? b : Math.min(a, b)), null);
  }

  /** Ends one; gives what it was, or null. */
  end(id: string): Allowance | null {
    const found = [...this.#allowed].find(([, one]) => one.id === id);
    if (found === undefined) return null;
    this.#allowed.delete(found[0]);
    const { key: _key, ...shown } = found[1];
    return shown;
  }

  /** Ends all of one token, or all. */
  clear(tokenId?: string): void {
    for (const [both, one] of this.#allowed) {
      if (tokenId === undefined || one.tokenId === tokenId) this.#allowed.delete(both);
    }
    if (tokenId === undefined) this.#away.clear();
  }
}

const pair = (key: string, tokenId: string): string => `${tokenId} ${key}`;
