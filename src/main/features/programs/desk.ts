import type { Door, HowLong, ProgramsState } from '../../../shared/contract/programs.ts';
import { Failed } from '../../base/failure.ts';
import { Allowances, isReading } from './allowances.ts';
import { Always } from './always.ts';
import { type Question, questionOf, questionOfDoor } from './approval-words.ts';
import { type Answered, Asks } from './asks.ts';
import { readPaths } from './gate.ts';
import type { ProgramsNeeds } from './needs.ts';
import { answeredSentence, doorSentence } from './program-words.ts';
import { quietly } from './quietly.ts';
import { Visits } from './visits.ts';
import { words } from './words.ts';

/**
 * How often a person can refuse the same ask in the dialog before Keyturn denies it. A dialog that returns again and again wears people
 * down.
 */
const mostNoes = 3;

/** Lets programs use tokens, and keeps the rules for it. */
export class ProgramsDesk {
  readonly #needs: ProgramsNeeds;
  readonly #allowances: Allowances;
  readonly #always: Always;
  readonly #asks: Asks;
  /** Answers the calls at the door, and lists the last calls. */
  readonly visits: Visits;
  #noes: { readonly askId: string; count: number } | null = null;
  #nextEnd: (() => void) | null = null;

  constructor(needs: ProgramsNeeds) {
    this.#needs = needs;
    this.#allowances = new Allowances(needs.clock);
    this.#always = new Always(needs);
    this.#asks = new Asks(needs.clock, needs.onChanged);
    this.visits = new Visits(needs, this.#allowances, this.#always, this.#asks);
  }

  /** Returns the programs that wait and the programs that are allowed, for the window. */
  state(): Pick<ProgramsState, 'asks' | 'allowances' | 'always'> {
    if (!this.#needs.isOpen()) return { asks: [], allowances: [], always: [] };
    return {
      asks: this.#asks.list(),
      allowances: this.#allowances.list(),
      always: this.#always.list(),
    };
  }

  /** Returns whether the vault is open and at least one token's door is open. */
  hasOpenDoor(): boolean {
    return this.#needs.isOpen() && [...this.#needs.doors.all().values()].some(({ open }) => open);
  }

  /** Returns the rules of a token's door. Throws Failed `not-found`. */
  doorOf(tokenId: string): Door {
    return this.#needs.doors.of(tokenId, this.#needs.token(tokenId).label);
  }

  /**
   * Changes the rules of a token's door. Asks the person first when programs could do more afterwards. Throws Failed `bad-request` for a
   * path that is not in Okta's API, `policy` for an open door where the policy permits none, and `cancelled` when the person refuses.
   */
  async setDoor(tokenId: string, wanted: Omit<Door, 'alias'>): Promise<Door> {
    const token = this.#needs.token(tokenId);
    if (wanted.open) this.#needs.permit();
    const paths = readPaths(wanted.paths);
    if (paths === null) {
      throw new Failed('bad-request', words.desk.badPath, words.desk.writePath);
    }
    const before = this.doorOf(tokenId);
    const door = { ...before, ...wanted, paths };
    const question = questionOfDoor(token, before, door);
    if (question !== null) this.#needs.needProof('programs');
    if (question !== null && !(await this.#confirm(question))) {
      throw new Failed('cancelled', words.desk.notChanged);
    }
    this.#needs.transaction(() => {
      this.#needs.doors.keep(tokenId, door);
      this.#needs.note('program.door', token, doorSentence(door));
      // The window can open a door for reading without a dialog. It must not bring back what the person shut out.
      if (!door.open) this.#always.revokeAll(tokenId);
    });
    // The person allowed programs under the old rules of the door.
    this.#allowances.clear(tokenId);
    this.#asks.clear('look-again', tokenId);
    this.#needs.onChanged();
    return door;
  }

  /**
   * Answers an ask. The person allows something in a system dialog, which no script in the window can answer. "Deny" needs no dialog. A
   * value, a change and "always" also need a proof. Throws Failed `not-found` when the program no longer waits, `proof-needed`, and
   * `bad-request` when the program cannot be allowed always.
   */
  async answer(askId: string, allow: HowLong | null): Promise<void> {
    const wish = this.#asks.find(askId);
    if (wish === null) throw this.#over();
    // An answer for the value always covers one request only.
    const given = allow !== null && wish.wants === 'value' ? 'once' : allow;
    if (given === 'always') this.#always.seeThatItCan(wish);
    if (given !== null && wish.wants === 'value') this.#needs.needProof('giveValue');
    else if (given !== null && !isReading(wish.method)) this.#needs.needProof('programs');
    else if (given === 'always') this.#needs.needProof('programs');
    if (given !== null && !(await this.#confirm(questionOf(wish, given)))) {
      const count = this.#noes?.askId === askId ? this.#noes.count + 1 : 1;
      this.#noes = { askId, count };
      if (count >= mostNoes) await this.answer(askId, null);
      return;
    }
    if (this.#asks.find(askId) === null) throw this.#over();
    if (given === 'always') this.#always.allow(wish);
    if (this.#asks.answer(askId, given) === null) throw this.#over();
    this.#allowances.answered(wish.caller, wish, given);
    this.#asks.settle((other): Answered | null => {
      if (this.#always.idOf(other, other.file) !== null) return { answer: 'always' };
      const standing = this.#allowances.standing(other.caller, other);
      if (standing === 'ask') return null;
      return { answer: standing === 'allowed' ? given : null };
    });
    this.#watchEnds();
    quietly(this.#needs.log, () => {
      // The record has "always" already.
      if (given === 'always') return;
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

  #confirm({ question, detail, yes }: Question): Promise<boolean> {
    return this.#needs.dialogs.confirm(question, detail, yes);
  }

  /** Ends what a program is allowed. Throws Failed `not-found`. */
  end(allowanceId: string): void {
    const ended = this.#allowances.end(allowanceId);
    if (ended === null) throw new Failed('not-found', words.desk.ended);
    this.visits.endAllowedBy(allowanceId);
    this.#needs.note(
      'program.ended',
      this.#needs.token(ended.tokenId),
      words.desk.endedAfter(ended.program.name, ended.calls),
    );
    this.#needs.onChanged();
  }

  /** Revokes what a person allowed a program always. Throws Failed `not-found`. */
  revoke(alwaysId: string): void {
    this.#always.revoke(alwaysId);
    this.visits.endAllowedBy(alwaysId);
    this.#needs.onChanged();
  }

  /** Ends what programs are allowed for a time. Waiting programs keep waiting for the unlock. */
  lock(): void {
    this.#always.save();
    this.#allowances.clear();
    this.#nextEnd?.();
    this.#nextEnd = null;
    this.visits.lock();
    this.#asks.clear('look-again');
  }

  /** Ends every wait, when the app ends. */
  stop(): void {
    this.#always.save();
    this.#nextEnd?.();
    this.#asks.clear('nobody');
  }

  /** Tells the window when an allowance ends by itself. */
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
