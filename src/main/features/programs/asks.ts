import { randomUUID } from 'node:crypto';
import type { Ask, HowLong } from '../../../shared/contract/programs.ts';
import type { Clock } from '../../base/ports.ts';
import type { Caller } from './caller.ts';

/** A person who does not come is waited for this long; the program gets an answer then. */
export const patienceMs = 120_000;
const mostAsks = 64;

export interface Wish {
  readonly caller: Caller;
  readonly tokenId: string;
  readonly label: string;
  readonly orgHost: string;
  readonly wants: Ask['wants'];
  readonly method: string;
  readonly path: string;
}

/** How a wish ended: a person's answer (null turns away), nobody came, too many wait already, or Keyturn was locked meanwhile. */
export type Answered = { readonly answer: HowLong | null } | 'nobody' | 'too-many' | 'locked';

interface Waiting extends Wish {
  readonly id: string;
  readonly at: number;
  readonly calls: Set<(said: Answered) => void>;
  readonly forget: () => void;
}

/** Programs that wait for a person. Calls of one program for one token wait for the same answer. */
export class Asks {
  readonly #clock: Clock;
  readonly #onChange: () => void;
  readonly #waiting = new Map<string, Waiting>();

  constructor(clock: Clock, onChange: () => void) {
    this.#clock = clock;
    this.#onChange = onChange;
  }

  /** Waits for the answer. Rejects with the signal's reason when the program hangs up first. */
  ask(wish: Wish, signal: AbortSignal): Promise<Answered> {
    const { promise, resolve, reject } = Promise.withResolvers<Answered>();
    const same = [...this.#waiting.values()].find(
      ({ caller, tokenId, wants }) =>
        // The value goes to the one process that is on the screen.
        wants === 'call' &&
        wish.wants === 'call' &&
        caller.key === wish.caller.key &&
        tokenId === wish.tokenId,
    );
    if (same === undefined && this.#waiting.size >= mostAsks) return Promise.resolve('too-many');
    const one = same ?? this.#begin(wish);
    one.calls.add(resolve);
    const hungUp = () => {
      one.calls.delete(resolve);
      reject(signal.reason);
      if (one.calls.size === 0) this.#end(one, 'nobody');
      else this.#onChange();
    };
    if (signal.aborted) hungUp();
    else signal.addEventListener('abort', hungUp, { once: true });
    this.#onChange();
    return promise.finally(() => signal.removeEventListener('abort', hungUp));
  }

  /** What a person says; gives the wish it was said of, or null when it is over. */
  answer(id: string, answer: HowLong | null): Wish | null {
    const one = this.#waiting.get(id);
    if (one === undefined) return null;
    this.#end(one, { answer });
    return one;
  }

  /** Ends all of one token, or all, as `said`. */
  clear(said: 'nobody' | 'locked', tokenId?: string): void {
    for (const one of [...this.#waiting.values()]) {
      if (tokenId === undefined || one.tokenId === tokenId) this.#end(one, said);
    }
  }

  /** Who waits, longest first. */
  list(): Ask[] {
    return [...this.#waiting.values()].map(
      ({ id, at, caller, tokenId, label, orgHost, wants, method, path, calls }) => ({
        id,
        at,
        program: caller.program,
        tokenId,
        label,
        orgHost,
        wants,
        method,
        path: path.slice(0, 500),
        calls: Math.max(1, calls.size),
      }),
    );
  }

  #begin(wish: Wish): Waiting {
    const id = randomUUID();
    const one: Waiting = {
      ...wish,
      id,
      at: this.#clock.now(),
      calls: new Set(),
      forget: this.#clock.after(patienceMs, () => this.#end(one, 'nobody')),
    };
    this.#waiting.set(id, one);
    return one;
  }

  #end(one: Waiting, said: Answered): void {
    if (!this.#waiting.delete(one.id)) return;
    one.forget();
    for (const tell of one.calls) tell(said);
    this.#onChange();
  }
}
