import { randomUUID } from 'node:crypto';
import type { Ask, HowLong } from '../../../shared/contract/programs.ts';
import type { Clock } from '../../base/ports.ts';
import { reachOf } from './allowances.ts';
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
  /** With its query: a person is shown all of what is sent. */
  readonly path: string;
}

/**
 * How a wish ended: a person's answer (null turns away), nobody came, too many wait already, or look again, since Keyturn was locked
 * meanwhile or a person's answer to another call may cover this one.
 */
export type Answered = { readonly answer: HowLong | null } | 'nobody' | 'too-many' | 'again';

interface Waiting extends Wish {
  readonly id: string;
  readonly at: number;
  readonly tell: (said: Answered) => void;
  readonly forget: () => void;
}

/** Calls that wait for a person. Each call waits for its own answer: what a person sees is what is sent. */
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
    if (this.#waiting.size >= mostAsks) return Promise.resolve('too-many');
    const one = this.#begin(wish, resolve);
    const hungUp = () => {
      reject(signal.reason);
      this.#end(one, 'nobody');
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

  /** Lets the other calls of one program for one token look again, after an answer that may cover them. */
  lookAgain({ caller, tokenId, method }: Wish, isAllowed: boolean): void {
    for (const one of [...this.#waiting.values()]) {
      // The value goes to the one process that is on the screen.
      const same = one.wants === 'call' && one.caller.key === caller.key && one.tokenId === tokenId;
      const covered = !isAllowed || reachOf(one.method) === 'read' || reachOf(method) === 'change';
      if (same && covered) this.#end(one, 'again');
    }
  }

  /** Ends all of one token, or all, as `said`. */
  clear(said: 'nobody' | 'again', tokenId?: string): void {
    for (const one of [...this.#waiting.values()]) {
      if (tokenId === undefined || one.tokenId === tokenId) this.#end(one, said);
    }
  }

  /** Who waits, longest first. */
  list(): Ask[] {
    return [...this.#waiting.values()].map(
      ({ id, at, caller, tokenId, label, orgHost, wants, method, path }) => ({
        id,
        at,
        program: caller.program,
        tokenId,
        label,
        orgHost,
        wants,
        method,
        path,
      }),
    );
  }

  #begin(wish: Wish, tell: Waiting['tell']): Waiting {
    const id = randomUUID();
    const one: Waiting = {
      ...wish,
      id,
      at: this.#clock.now(),
      tell,
      forget: this.#clock.after(patienceMs, () => this.#end(one, 'nobody')),
    };
    this.#waiting.set(id, one);
    return one;
  }

  #end(one: Waiting, said: Answered): void {
    if (!this.#waiting.delete(one.id)) return;
    one.forget();
    one.tell(said);
    this.#onChange();
  }
}
