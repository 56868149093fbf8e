import { randomUUID } from 'node:crypto';
import type { Ask, HowLong } from '../../../shared/contract/programs.ts';
import type { Clock } from '../../base/ports.ts';
import { shownText } from '../../base/shown.ts';
import type { Caller, FileAnswer } from './caller.ts';

/** How long a program waits for a person, in milliseconds, before Keyturn refuses it. */
export const patienceMs = 120_000;
const mostAsks = 64;

/** A program's wish to make a call or to have the value. Keyturn asks the person about it. */
export interface Wish {
  readonly caller: Caller;
  readonly tokenId: string;
  readonly label: string;
  readonly orgHost: string;
  readonly wants: Ask['wants'];
  readonly method: string;
  /** The path with its query. */
  readonly path: string;
  /** The path prefixes that the token's rules allow. */
  readonly below: readonly string[];
  /** The program's file. */
  readonly file: FileAnswer;
  /** Whether the program's file changed after a person had allowed it always. */
  readonly changed: boolean;
}

/**
 * How a wish ended: the person answered (null denies), nobody answered, or too many wait already. "look-again" says that Keyturn was locked
 * or that the rules changed meanwhile, so the call is checked anew.
 */
export type Answered = { readonly answer: HowLong | null } | 'nobody' | 'too-many' | 'look-again';

interface Waiting extends Wish {
  readonly id: string;
  readonly at: number;
  readonly calls: Set<Call>;
  readonly forget: () => void;
}

interface Call {
  readonly tell: (said: Answered) => void;
}

const sameCall = (one: Wish, other: Wish): boolean =>
  one.wants === other.wants &&
  one.caller.key === other.caller.key &&
  one.tokenId === other.tokenId &&
  one.method === other.method &&
  one.path === other.path;

/**
 * Keeps the programs that wait for a person. Keyturn asks once about identical calls of one program with one token. It asks separately
 * about any other method, path or query, so that an answer never covers a call that the dialog did not show.
 */
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
    // A wish for the value is never joined with another, because the value goes to the one process that is on the screen.
    const same =
      wish.wants === 'value' ? undefined : [...this.#waiting.values()].find((one) => sameCall(one, wish));
    if (same === undefined && this.#waiting.size >= mostAsks) return Promise.resolve('too-many');
    const one = same ?? this.#begin(wish, this.#clock.now());
    const call: Call = { tell: resolve };
    one.calls.add(call);
    const hungUp = () => {
      const mine = [...this.#waiting.values()].find(({ calls }) => calls.has(call));
      mine?.calls.delete(call);
      reject(signal.reason);
      if (mine?.calls.size === 0) this.#end(mine, 'nobody');
      else this.#onChange();
    };
    if (signal.aborted) hungUp();
    else signal.addEventListener('abort', hungUp, { once: true });
    this.#onChange();
    return promise.finally(() => signal.removeEventListener('abort', hungUp));
  }

  /** Returns the wish with this id, or null when the wish is over. */
  find(id: string): Wish | null {
    return this.#waiting.get(id) ?? null;
  }

  /**
   * Takes a person's answer. Returns the wish, or null when the wish is over. "once" lets one call through, and identical calls keep
   * waiting as a new ask.
   */
  answer(id: string, answer: HowLong | null): Wish | null {
    const one = this.#waiting.get(id);
    if (one === undefined) return null;
    const [first, ...others] = one.calls;
    if (answer === 'once' && first !== undefined && others.length > 0) {
      one.calls.clear();
      one.calls.add(first);
      const next = this.#begin(one, one.at);
      for (const call of others) next.calls.add(call);
    }
    this.#end(one, { answer });
    return one;
  }

  /** Answers each waiting wish for which `answerFor` returns an answer. */
  settle(answerFor: (wish: Wish) => Answered | null): void {
    for (const one of [...this.#waiting.values()]) {
      const said = one.wants === 'call' ? answerFor(one) : null;
      if (said !== null) this.#end(one, said);
    }
  }

  /** Ends the wishes of one token, or all of them, with `said`. */
  clear(said: 'nobody' | 'look-again', tokenId?: string): void {
    for (const one of [...this.#waiting.values()]) {
      if (tokenId === undefined || one.tokenId === tokenId) this.#end(one, said);
    }
  }

  /** Returns the wishes that wait, the longest first. */
  list(): Ask[] {
    return [...this.#waiting.values()].map(
      ({ id, at, caller, tokenId, label, orgHost, wants, method, path, file, changed, calls }) => ({
        id,
        at,
        program: caller.program,
        tokenId,
        label,
        orgHost,
        wants,
        method,
        path: shownText(path, 500),
        calls: Math.max(1, calls.size),
        notAlways: file.notAlways,
        changed,
      }),
    );
  }

  #begin(wish: Wish, at: number): Waiting {
    const { caller, tokenId, label, orgHost, wants, method, path, below, file, changed } = wish;
    const id = randomUUID();
    // No clock that is set makes a program wait for longer.
    const left = Math.min(patienceMs, Math.max(0, at + patienceMs - this.#clock.now()));
    const one: Waiting = {
      ...{ caller, tokenId, label, orgHost, wants, method, path, below, file, changed, id, at },
      calls: new Set(),
      forget: this.#clock.after(left, () => this.#end(one, 'nobody')),
    };
    this.#waiting.set(id, one);
    return one;
  }

  #end(one: Waiting, said: Answered): void {
    if (!this.#waiting.delete(one.id)) return;
    one.forget();
    for (const { tell } of one.calls) tell(said);
    this.#onChange();
  }
}
