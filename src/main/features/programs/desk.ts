import type { Door, HowLong, ProgramsState } from '../../../shared/contract/programs.ts';
import { Failed } from '../../base/failure.ts';
import { Allowances, isReading } from './allowances.ts';
import { type Question, questionOf, questionOfDoor } from './approval-words.ts';
import { type Answered, Asks } from './asks.ts';
import { readPaths } from './gate.ts';
import { answeredSentence, doorSentence } from './program-words.ts';
import { quietly } from './quietly.ts';
import { type ProgramsNeeds, Visits } from './visits.ts';
import { words } from './words.ts';

/** So often may a person say no to the same ask before it is denied: a dialog that comes again and again wears down. */
const mostNoes = 3;

/** Lets programs use tokens: each call is looked at, a person is asked where needed, and Okta's answer is handed on. */
export class ProgramsDesk {
  readonly #needs: ProgramsNeeds;
  readonly #allowances: Allowances;
  readonly #asks: Asks;
  /** What comes to the door, and the last calls. */
  readonly visits: Visits;
  #noes: { readonly askId: string; count: number } | null = null;
  #confirming = false;
  #nextEnd: (() => void) | null = null;

  constructor(needs: ProgramsNeeds) {
    this.#needs = needs;
    this.#allowances = new Allowances(needs.clock);
    this.#asks = new Asks(needs.clock, needs.onChanged);
    this.visits = new Visits(needs, this.#allowances, this.#asks);
  }

  /** What the window shows of it, besides the address. */
  state(): Pick<ProgramsState, 'asks' | 'allowances'> {
    if (!this.#needs.isOpen()) return { asks: [], allowances: [] };
    return { asks: this.#asks.list(), allowances: this.#allowances.list() };
  }

  hasOpenDoor(): boolean {
    return this.#needs.isOpen() && [...this.#needs.doors.all().values()].some(({ open }) => open);
  }

  doorOf(tokenId: string): Door {
    return this.#needs.doors.of(tokenId, this.#needs.token(tokenId).label);
  }

  /**
   * Asks the person where programs may do more by it. Throws Failed `bad-request` for paths that are none of Okta's API, `cancelled` for a no.
   */
  async setDoor(tokenId: string, wanted: Omit<Door, 'alias'>): Promise<Door> {
    const token = this.#needs.token(tokenId);
    const paths = readPaths(wanted.paths);
    if (paths === null) {
      throw new Failed('bad-request', words.desk.badPath, words.desk.writePath);
    }
    const before = this.doorOf(tokenId);
    const door = { ...before, ...wanted, paths };
    const question = questionOfDoor(token.label, before, door);
    if (question !== null) this.#needs.needProof('programs');
    if (question !== null && !(await this.#confirm(question))) {
      throw new Failed('cancelled', words.desk.notChanged);
    }
    this.#needs.doors.keep(tokenId, door);
    this.#needs.note('program.door', token, doorSentence(door));
    // What was allowed was allowed by the door as it was.
    this.#allowances.clear(tokenId);
    this.#asks.clear('nobody', tokenId);
    this.#needs.onChanged();
    return door;
  }

  /**
   * Answers an ask. What allows something is said by the person in a dialog of the system, which no script in the window can answer; to turn
   * away needs none. A value and a change ask for a proof besides. Throws Failed `not-found` when the program waits no more, `proof-needed`.
   */
  async answer(askId: string, allow: HowLong | null): Promise<void> {
    const wish = this.#asks.find(askId);
    if (wish === null) throw this.#over();
    // The value is given once, whatever was said.
    const given = allow !== null && wish.wants === 'value' ? 'once' : allow;
    if (given !== null && wish.wants === 'value') this.#needs.needProof('giveValue');
    else if (given !== null && !isReading(wish.method)) this.#needs.needProof('programs');
    if (given !== null && !(await this.#confirm(questionOf(wish, given)))) {
      const count = this.#noes?.askId === askId ? this.#noes.count + 1 : 1;
      this.#noes = { askId, count };
      if (count >= mostNoes) await this.answer(askId, null);
      return;
    }
    if (this.#asks.answer(askId, given) === null) throw this.#over();
    this.#allowances.answered(wish.caller, wish, given);
    this.#asks.settle((other): Answered | null => {
      const standing = this.#allowances.standing(other.caller, other);
      if (standing === 'ask') return null;
      return { answer: standing === 'allowed' ? given : null };
    });
    this.#watchEnds();
    quietly(this.#needs.log, () => {
      this.#needs.note(
        given === null ? 'program.denied' : 'program.allowed',
        this.#needs.token(wish.tokenId),
        answeredSentence(wish.caller, given),
      );
    });
    this.#needs.onChanged();
  }

  #over(): Failed {
    return new Failed('not-found', words.desk.notWaiting, words.desk.runAgain);
  }

  /** One dialog at a time: what lies below another is answered by who meant the other. */
  async #confirm({ question, detail, yes }: Question): Promise<boolean> {
    if (this.#confirming) {
      throw new Failed('bad-request', words.desk.dialogOpen);
    }
    this.#confirming = true;
    try {
      return await this.#needs.dialogs.confirm(question, detail, yes);
    } finally {
      this.#confirming = false;
    }
  }

  /** Allows a program no more. Throws Failed `not-found`. */
  end(allowanceId: string): void {
    const ended = this.#allowances.end(allowanceId);
    if (ended === null) throw new Failed('not-found', words.desk.ended);
    this.#needs.note(
      'program.ended',
      this.#needs.token(ended.tokenId),
      words.desk.endedAfter(ended.program.name, ended.calls),
    );
    this.#needs.onChanged();
  }

  /** Nobody is allowed anything any more; who waits goes on waiting, for the unlock. */
  lock(): void {
    this.#allowances.clear();
    this.#nextEnd?.();
    this.#nextEnd = null;
    this.visits.lock();
    this.#asks.clear('locked');
  }

  stop(): void {
    this.#nextEnd?.();
    this.#asks.clear('nobody');
  }

  /** An allowance that ends by itself is gone from the page then, too. */
  #watchEnds(): void {
    this.#nextEnd?.();
    const end = this.#allowances.nextEnd();
    this.#nextEnd =
      end === null
        ? null
        : this.#needs.clock.after(Math.max(0, end - this.#needs.clock.now()), () => {
            this.#needs.onChanged();
            this.#watchEnds();
          });
  }
}
