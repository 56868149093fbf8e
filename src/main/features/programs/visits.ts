import { randomUUID } from 'node:crypto';
import { clip } from '../../../shared/clip.ts';
import type { Door, ProgramCall } from '../../../shared/contract/programs.ts';
import { Failed } from '../../base/failure.ts';
import { shownText } from '../../base/shown.ts';
import { type Allowances, type Covered, isReading } from './allowances.ts';
import type { Always } from './always.ts';
import { type Answered, type Asks, patienceMs, type Wish } from './asks.ts';
import type { Caller, FileAnswer } from './caller.ts';
import { type AtDoor, credentialAt } from './credential-at.ts';
import { isRefusal, type Passage, passageOf, type Refusal, refusedBy, valueRefusedBy } from './gate.ts';
import { HeldCalls } from './held-calls.ts';
import type { Usable } from './lending.ts';
import type { ProgramsNeeds } from './needs.ts';
import { CallEnded, OpenCalls } from './open-calls.ts';
import { passCall } from './passing.ts';
import { refusedByProfile } from './profile-rules.ts';
import { programName } from './program-words.ts';
import { quietly } from './quietly.ts';
import { RateCap } from './rate-cap.ts';
import type { Reply } from './reply.ts';
import { orgHeader, schemeHeader, valuePath } from './value-path.ts';
import { type Known, turnAway, type Visit } from './visit.ts';
import { words } from './words.ts';

const useNotedMs = 3_600_000;
const mostCalls = 200;
/** The most calls of one program that wait or run at the same time. */
const mostOfOne = 24;

/** Answers calls of programs: checks each call, asks a person when needed, and hands on Okta's answer. */
export class Visits {
  readonly #needs: ProgramsNeeds;
  readonly #allowances: Allowances;
  readonly #always: Always;
  readonly #asks: Asks;
  readonly #cap: RateCap;
  readonly #calls: ProgramCall[] = [];
  readonly #noted = new Map<string, number>();
  readonly #held: HeldCalls;
  readonly #open = new OpenCalls();
  /** The number of calls that wait or run, by caller. */
  readonly #crowd = new Map<string, number>();

  constructor(needs: ProgramsNeeds, allowances: Allowances, always: Always, asks: Asks) {
    this.#needs = needs;
    this.#allowances = allowances;
    this.#always = always;
    this.#asks = asks;
    this.#cap = new RateCap(needs.clock);
    const { clock, isOpen, call } = needs;
    this.#held = new HeldCalls(clock, isOpen, () => call(words.visits.asksWhileLocked));
  }

  /** Returns the last calls with a token, newest first. */
  of(tokenId: string): ProgramCall[] {
    return this.#calls.filter((call) => call.tokenId === tokenId).toReversed();
  }

  /** Ends the open calls, and forgets the list of calls. */
  lock(): void {
    this.#open.end(() => true, { status: 503, sentence: words.openCalls.locked });
    this.#calls.length = 0;
    this.#noted.clear();
  }

  /** Continues the calls that arrived while the vault was locked. */
  unlocked(): void {
    this.#held.unlocked();
  }

  /** Ends the open calls that the rules no longer let through: the door was shut, other paths are allowed, or its token is gone. */
  recheck(): void {
    this.#open.end(({ stillFits }) => !stillFits(), { status: 403, sentence: words.openCalls.rules });
  }

  /** Ends the open calls that an entry Always or an allowance let through. */
  endAllowedBy(id: string): void {
    this.#open.end(({ allowedBy }) => allowedBy === id, { status: 403, sentence: words.openCalls.revoked });
  }

  /** Answers one call. Rejects with the signal's reason when the program hangs up. */
  async visit(visit: Visit): Promise<Reply> {
    const started = performance.now();
    const passage = passageOf(visit.knock, visit.port);
    const known: Known = { token: null, caller: null, requestId: null, refused: '' };
    const reply = await this.#answerTo(visit, passage, known).catch((error: unknown) => {
      // Okta has received nothing of the call yet, because no later step throws these.
      if (error instanceof CallEnded) return turnAway(known, error.refusal);
      // The token was removed, or its value cannot be decrypted.
      if (error instanceof Failed) return turnAway(known, { status: 409, sentence: error.failure.sentence });
      throw error;
    });
    quietly(this.#needs.log, () => {
      // Keyturn does not list a call that arrived while the vault was locked or without a token's name, because a person could not follow
      // it.
      if (!this.#needs.isOpen() || known.token === null) return;
      this.#tell({
        id: randomUUID(),
        at: this.#needs.clock.now(),
        tokenId: known.token.id,
        program: known.caller?.program.name ?? '',
        pid: known.caller?.program.pid ?? null,
        method: visit.knock.method.slice(0, 10),
        path: shownText(isRefusal(passage) ? '' : passage.path, 500),
        status: reply.status,
        ms: Math.round(performance.now() - started),
        refused: clip(known.refused, 300),
        requestId: known.requestId,
      });
    });
    return reply;
  }

  async #answerTo(visit: Visit, passage: Passage | Refusal, known: Known): Promise<Reply> {
    if (isRefusal(passage)) return turnAway(known, passage);
    if (passage.path === valuePath && visit.run === null) {
      return turnAway(known, { status: 403, sentence: words.visits.valueByExecOnly });
    }
    // This runs before Keyturn reads the body and looks up the caller. A locked vault leaves only the checks of the gate.
    if (this.#needs.isOpen()) {
      const found = this.#found(visit, passage, known);
      if ('sentence' in found) return turnAway(known, found);
    }
    const caller = await visit.caller();
    known.caller = caller;
    if (caller === null) {
      return turnAway(known, {
        status: 403,
        sentence: words.visits.unknownCaller,
      });
    }
    if (!caller.ours) {
      return turnAway(known, {
        status: 403,
        sentence: words.visits.otherAccount,
      });
    }
    const atOnce = this.#crowd.get(caller.key) ?? 0;
    if (atOnce >= mostOfOne) {
      return turnAway(
        known,
        { status: 503, sentence: words.visits.tooManyAtOnce(mostOfOne) },
        { 'retry-after': '5' },
      );
    }
    this.#crowd.set(caller.key, atOnce + 1);
    try {
      const body = await visit.body();
      // No dialog shows a body. Some servers take the body of a read for the next request, or for what the request shall change.
      if (body !== null && isReading(visit.knock.method)) {
        return turnAway(known, { status: 400, sentence: words.visits.readWithBody });
      }
      return body === 'too-long'
        ? turnAway(known, { status: 413, sentence: words.visits.bodyTooLong })
        : await this.#answerKnown(visit, passage, known, caller, body);
    } finally {
      const left = (this.#crowd.get(caller.key) ?? 1) - 1;
      if (left > 0) this.#crowd.set(caller.key, left);
      else this.#crowd.delete(caller.key);
    }
  }

  async #answerKnown(
    visit: Visit,
    passage: Passage,
    known: Known,
    caller: Caller,
    body: Buffer | null,
  ): Promise<Reply> {
    const { knock, signal } = visit;
    const deadline = this.#needs.clock.now() + patienceMs;
    const wants: Wish['wants'] = passage.path === valuePath ? 'value' : 'call';
    for (;;) {
      if (!(await this.#held.openBy(deadline, signal))) {
        const sentence = words.visits.locked;
        return turnAway(known, { status: 503, sentence }, { 'retry-after': '30' });
      }
      // The rules and the entries are looked up after this wait, so that they are those of this moment.
      const file = await caller.file();
      if (!this.#needs.isOpen()) continue;
      const found = this.#found(visit, passage, known);
      if ('sentence' in found) return turnAway(known, found);
      const { token, door } = found;
      const call = { tokenId: token.id, method: knock.method, path: `${passage.path}${passage.search}` };
      const changed = this.#always.see(token.id, file);
      const always = wants === 'call' && this.#always.use(call, file);
      const standing = always ? 'allowed' : this.#allowances.standing(caller, call);
      if (standing === 'away') {
        return turnAway(known, { status: 403, sentence: words.visits.deniedBefore });
      }
      // An allowance for calls does not allow the value. Keyturn asks the person each time.
      if (standing === 'ask' || wants === 'value') {
        const wish = { caller, wants, ...call, below: door.paths, file, changed };
        const said = await this.#asked(wish, token, signal);
        if (said === 'look-again') continue;
        if (said === 'too-many') {
          const sentence = words.visits.tooManyWait;
          return turnAway(known, { status: 503, sentence }, { 'retry-after': '30' });
        }
        if (said === 'nobody') {
          const sentence = words.visits.nobodyAnswered;
          return turnAway(known, { status: 403, sentence });
        }
        if (said.answer === null) {
          return turnAway(known, { status: 403, sentence: words.visits.denied });
        }
        if (!this.#needs.isOpen()) continue;
      }
      const open = {
        allowedBy: wants === 'value' ? null : this.#allowedBy(caller, call, file),
        stillFits: () => this.#stillFits(visit, passage, known),
      };
      if (wants === 'value') {
        return await this.#open.during(open, signal, (ending) => this.#handOut(caller, token, known, ending));
      }
      const freeAt = this.#cap.take(token.id, door.perMinute);
      if (freeAt !== null) return this.#tooFast(known, door, freeAt);
      return await this.#open.during(open, signal, (ending) =>
        this.#pass({ ...visit, signal: ending }, passage, known, call, body),
      );
    }
  }

  #tooFast(known: Known, { perMinute }: Door, freeAt: number): Reply {
    const seconds = Math.max(1, Math.ceil((freeAt - this.#needs.clock.now()) / 1000));
    return turnAway(
      known,
      { status: 429, sentence: words.visits.tooFast(perMinute) },
      {
        'retry-after': String(seconds),
        // Okta's SDKs wait by these headers (Okta, rate limits). The reset is a time in seconds, UTC.
        'x-rate-limit-limit': String(perMinute),
        'x-rate-limit-remaining': '0',
        'x-rate-limit-reset': String(Math.ceil(freeAt / 1000)),
      },
    );
  }

  /** Gives the value itself, but only after the record is written. An app gives an access token, and never its key. */
  async #handOut(caller: Caller, token: Usable, known: Known, signal: AbortSignal): Promise<Reply> {
    const origin = this.#needs.originOf(token);
    using lent = await this.#needs.lend(token.id, true, signal);
    signal.throwIfAborted();
    if (lent.scheme === 'DPoP') return turnAway(known, { status: 409, sentence: words.visits.needsProof });
    try {
      this.#needs.noteFirst('program.value', token, words.programWords.givenValue(programName(caller)));
      const body = lent.value.use((bytes) => Buffer.from(bytes));
      return {
        status: 200,
        headers: {
          'content-type': 'text/plain',
          'cache-control': 'no-store',
          [orgHeader]: origin,
          [schemeHeader]: lent.scheme,
        },
        body,
      };
    } catch (error) {
      this.#needs.log.note('programs.books', { error: String(error) });
      return turnAway(known, {
        status: 503,
        sentence: words.visits.notRecorded,
      });
    }
  }

  async #pass(
    visit: Visit,
    passage: Passage,
    known: Known,
    call: Covered,
    body: Buffer | null,
  ): Promise<Reply> {
    const { knock, address, signal } = visit;
    const { token, caller } = known;
    if (token === null || caller === null) throw new Error('Only a known program passes.');
    const origin = this.#needs.originOf(token);
    using lent = await this.#needs.lend(token.id, false, signal);
    // The wait for an app's access token may have lasted seconds.
    signal.throwIfAborted();
    this.#allowances.count(caller, call);
    const one = { knock, passage, body, origin, lent, address: `${address}/${passage.alias}`, signal };
    const { reply, refused, requestId, accepted } = await passCall(this.#needs.client, one);
    if (reply.status === 401) lent.refused();
    known.refused = refused;
    known.requestId = requestId;
    if (accepted) quietly(this.#needs.log, () => this.#noteUse(token.id));
    return reply;
  }

  #allowedBy(caller: Caller, call: Covered, file: FileAnswer): string | null {
    return this.#always.idOf(call, file) ?? this.#allowances.idOf(caller, call);
  }

  /** Returns whether the rules of this moment let a call through. */
  #stillFits(visit: Visit, passage: Passage, known: Known): boolean {
    try {
      return !('sentence' in this.#found(visit, passage, { ...known }));
    } catch (error) {
      if (error instanceof Failed) return false;
      throw error;
    }
  }

  /** Returns the token that a call is for, if its door's rules allow the call. */
  #found({ knock, run }: Visit, passage: Passage, known: Known): AtDoor | Refusal {
    const found = credentialAt(passage.alias, this.#needs);
    if ('sentence' in found) return found;
    known.token = found.token;
    const refused = passage.path === valuePath ? valueRefusedBy : refusedBy;
    const byProfile = run?.rules == null ? null : refusedByProfile(run.rules, knock.method, passage.path);
    return refused(found.door, knock.method, passage.path) ?? byProfile ?? found;
  }

  #asked(
    wish: Omit<Wish, 'label' | 'orgHost'>,
    { label, orgHost }: Usable,
    signal: AbortSignal,
  ): Promise<Answered> {
    const before = this.#asks.list().length;
    const answered = this.#asks.ask({ ...wish, label, orgHost }, signal);
    if (this.#asks.list().length > before) this.#needs.call(words.visits.asks);
    return answered;
  }

  #noteUse(tokenId: string): void {
    const now = this.#needs.clock.now();
    if (now - (this.#noted.get(tokenId) ?? 0) < useNotedMs) return;
    this.#noted.set(tokenId, now);
    this.#needs.used(tokenId);
  }

  #tell(call: ProgramCall): void {
    this.#calls.push(call);
    if (this.#calls.length > mostCalls) this.#calls.shift();
    this.#needs.onCall(call);
    // The list of allowed programs shows how many calls each one made.
    this.#needs.onChanged();
  }
}
