import { randomUUID } from 'node:crypto';
import type { Allowance, HowLong, Program } from '../../../shared/contract/programs.ts';
import type { Clock } from '../../base/ports.ts';
import { shownText } from '../../base/shown.ts';
import type { Caller } from './caller.ts';

/** How long an answer for some minutes lasts, in milliseconds. */
export const minutesMs = 15 * 60_000;
/** How long Keyturn does not ask again about a denied program, in milliseconds. A program in a loop would wear a person down. */
const awayMs = 60_000;

/** The most allowances that Keyturn keeps. A new one beyond these replaces the oldest. */
const mostAllowed = 500;

interface Allowed {
  readonly id: string;
  readonly at: number;
  readonly key: string;
  readonly program: Program;
  readonly tokenId: string;
  readonly covers: string;
  readonly until: number | null;
  /** Ends the timer of an answer for some minutes. */
  readonly stop: () => void;
  calls: number;
}

/** A call, as far as an answer can cover it. */
export interface Covered {
  readonly tokenId: string;
  readonly method: string;
  /** The path with its query. */
  readonly path: string;
}

/** Returns whether a method only reads. Pure. */
export const isReading = (method: string): boolean => method === 'GET' || method === 'HEAD';

/** What an answer for reading covers, as its name. No change has this name. */
export const reading = 'reading';

/**
 * Returns what an answer for a time covers. An answer for a read covers everything that the program reads. An answer for a change covers
 * only that change, because a person who saw one change has not seen the next.
 */
export const coverOf = ({ method, path }: Covered): string =>
  isReading(method) ? reading : `${method} ${path}`;

/** Keeps which program may use which token. It keeps this in memory only, until the lock or the end of the app. */
export class Allowances {
  readonly #clock: Clock;
  readonly #allowed = new Map<string, Allowed>();
  /** When each denial ends, by caller and token, in milliseconds since 1970. */
  readonly #away = new Map<string, number>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Keeps a person's answer. It keeps nothing for "once", and the vault keeps an answer of "always". */
  answered({ key, program }: Caller, call: Covered, answer: HowLong | null): void {
    const now = this.#clock.now();
    const { tokenId } = call;
    if (answer === null) this.#away.set(pair(key, tokenId), now + awayMs);
    else if (answer !== 'once' && answer !== 'always') {
      const until = answer === 'minutes' ? now + minutesMs : null;
      const covers = coverOf(call);
      if (this.#allowed.size >= mostAllowed) this.#drop(this.#allowed.keys().next().value ?? '');
      const name = pair(key, tokenId, covers);
      this.#drop(name);
      this.#allowed.set(name, {
        id: randomUUID(),
        at: now,
        key,
        program,
        tokenId,
        covers,
        until,
        // Time also passes while the clock is set back by less than what has passed, and the clock then hides it.
        stop: answer === 'minutes' ? this.#clock.after(minutesMs, () => this.#drop(name)) : () => undefined,
        calls: 0,
      });
    }
  }

  /**
   * Returns `allowed` when a caller may make a call now, `away` when it may make no calls for a while, and `ask` when the person must
   * answer.
   */
  standing({ key }: Caller, call: Covered): 'allowed' | 'away' | 'ask' {
    const now = this.#clock.now();
    const covered = pair(key, call.tokenId, coverOf(call));
    const allowed = this.#allowed.get(covered);
    if (allowed !== undefined && holds(allowed, now)) return 'allowed';
    this.#drop(covered);
    const both = pair(key, call.tokenId);
    const left = (this.#away.get(both) ?? 0) - now;
    // More than the whole time is left only after the clock was set back.
    if (left > 0 && left <= awayMs) return 'away';
    this.#away.delete(both);
    return 'ask';
  }

  /** Returns the id of the allowance that covers a call. Returns null when none does. */
  idOf({ key }: Caller, call: Covered): string | null {
    return this.#allowed.get(pair(key, call.tokenId, coverOf(call)))?.id ?? null;
  }

  /** Counts a call of an allowed caller. */
  count({ key }: Caller, call: Covered): void {
    const allowed = this.#allowed.get(pair(key, call.tokenId, coverOf(call)));
    if (allowed !== undefined) allowed.calls++;
  }

  /** Returns the allowances that hold now, newest first. */
  list(): Allowance[] {
    const now = this.#clock.now();
    return [...this.#allowed.values()]
      .filter((one) => holds(one, now))
      .map(shown)
      .toReversed();
  }

  /** Returns when the next allowance ends by itself, in milliseconds since 1970. Returns null when none does. */
  nextEnd(): number | null {
    const ends = [...this.#allowed.values()].flatMap(({ until }) => until ?? []);
    const now = this.#clock.now();
    return ends
      .filter((end) => end > now)
      .reduce<number | null>((a, b) => (a === null ? b : Math.min(a, b)), null);
  }

  /** Ends an allowance. Returns it, or null when there is none with this id. */
  end(id: string): Allowance | null {
    const found = [...this.#allowed].find(([, one]) => one.id === id);
    if (found === undefined) return null;
    this.#drop(found[0]);
    return shown(found[1]);
  }

  /** Ends the allowances of one token, or all of them and the denials. */
  clear(tokenId?: string): void {
    for (const [both, one] of this.#allowed) {
      if (tokenId === undefined || one.tokenId === tokenId) this.#drop(both);
    }
    if (tokenId === undefined) this.#away.clear();
  }

  #drop(name: string): void {
    this.#allowed.get(name)?.stop();
    this.#allowed.delete(name);
  }
}

/** Returns whether an allowance holds. One for some minutes ends when the clock was set back, because the passed time is then unknown. */
const holds = ({ at, until }: Allowed, now: number): boolean => until === null || (at <= now && now < until);

const pair = (key: string, tokenId: string, covers = ''): string => JSON.stringify([tokenId, key, covers]);

const shown = ({ key: _key, stop: _stop, covers, ...rest }: Allowed): Allowance => ({
  ...rest,
  covers: shownText(covers, 500),
});
