import { randomUUID } from 'node:crypto';
import { clip } from '../../../shared/clip.ts';
import type { Ask, Door, ProgramCall } from '../../../shared/contract/programs.ts';
import type { Token } from '../../../shared/contract/tokens.ts';
import { Failed } from '../../base/failure.ts';
import type { Clock, Dialogs, Log } from '../../base/ports.ts';
import type { Secret } from '../../base/secret.ts';
import type { OktaClient } from '../../okta/client.ts';
import type { Allowances, Covered } from './allowances.ts';
import { type Answered, type Asks, patienceMs } from './asks.ts';
import type { Caller } from './caller.ts';
import {
  isRefusal,
  type Knock,
  type Passage,
  passageOf,
  type Refusal,
  refusedBy,
  valueRefusedBy,
} from './gate.ts';
import { passCall } from './passing.ts';
import { refusedByProfile } from './profile-rules.ts';
import { programName } from './program-words.ts';
import { quietly } from './quietly.ts';
import { RateCap } from './rate-cap.ts';
import { type Reply, refusal } from './reply.ts';
import type { ProgramRun } from './run-greeting.ts';
import { shownText } from './shown.ts';
import type { DoorStore } from './store.ts';
import { orgHeader, valuePath } from './value-path.ts';
import { words } from './words.ts';

export interface ProgramsNeeds {
  /** Throws Failed `proof-needed` where the person has to prove who they are first. */
  readonly needProof: (action: 'programs' | 'giveValue') => void;
  readonly doors: DoorStore;
  readonly client: Pick<OktaClient, 'pass'>;
  readonly clock: Clock;
  readonly dialogs: Pick<Dialogs, 'confirm'>;
  readonly log: Log;
  readonly isOpen: () => boolean;
  readonly token: (tokenId: string) => Token;
  readonly originOf: (token: Token) => string;
  readonly secretOf: (tokenId: string) => Secret;
  /** Okta took the token: its 30 days start anew. */
  readonly used: (tokenId: string) => void;
  readonly note: (action: string, token: Token, sentence: string) => void;
  /** A person is wanted: what to tell them, which names no token. */
  readonly call: (sentence: string) => void;
  readonly onChanged: () => void;
  readonly onCall: (call: ProgramCall) => void;
}

/** A call as it came to the door. What costs something is asked for when it is wanted, which is behind the gate. */
export interface Visit {
  readonly knock: Knock;
  readonly port: number;
  /** What stands before the token's name in the program's addresses: `http://127.0.0.1:4730`, or a run's own. */
  readonly address: string;
  /** What `keyturn exec` says of it, which alone is given values; null for a call at the port of Settings. */
  readonly run: Pick<ProgramRun, 'rules'> | null;
  /** Who is at the other end; null when it cannot be told. */
  caller(): Promise<Caller | null>;
  body(): Promise<Buffer | null | 'too-long'>;
  /** Ends when the program hangs up. */
  readonly signal: AbortSignal;
}

const useNotedMs = 3_600_000;
const mostHeld = 64;
const mostCalls = 200;
/** As many calls of one program are waited for, or under way, at once. */
const mostOfOne = 24;
type Let = { readonly token: Token; readonly door: Door };

/** What is known of a call so far, for the list of calls. */
interface Known {
  token: Token | null;
  caller: Caller | null;
  requestId: string | null;
  refused: string;
}

/** Answers calls of programs: each is looked at, a person is asked where needed, and Okta's answer is handed on. */
export class Visits {
  readonly #needs: ProgramsNeeds;
  readonly #allowances: Allowances;
  readonly #asks: Asks;
  readonly #cap: RateCap;
  readonly #calls: ProgramCall[] = [];
  readonly #noted = new Map<string, number>();
  /** Calls that came while it was locked. */
  readonly #held = new Set<() => void>();
  /** Calls at once, by caller. */
  readonly #crowd = new Map<string, number>();

  constructor(needs: ProgramsNeeds, allowances: Allowances, asks: Asks) {
    this.#needs = needs;
    this.#allowances = allowances;
    this.#asks = asks;
    this.#cap = new RateCap(needs.clock);
  }

  /** The last calls with a token, newest first. */
  of(tokenId: string): ProgramCall[] {
    return this.#calls.filter((call) => call.tokenId === tokenId).toReversed();
  }

  /** Forgets what was called. */
  lock(): void {
    this.#calls.length = 0;
    this.#noted.clear();
  }

  /** The vault is open: who came while it was locked goes on. */
  unlocked(): void {
    for (const go of [...this.#held]) go();
  }

  /** Answers one call. Rejects with the signal's reason when the program hangs up. */
  async visit(visit: Visit): Promise<Reply> {
    const started = performance.now();
    const passage = passageOf(visit.knock, visit.port);
    const known: Known = { token: null, caller: null, requestId: null, refused: '' };
    const reply = await this.#answerTo(visit, passage, known).catch((error: unknown) => {
      // The token went, or its value does not open, while the program waited. Nothing was sent yet: what comes after does not throw.
      if (error instanceof Failed) return turnAway(known, { status: 409, sentence: error.failure.sentence });
      throw error;
    });
    quietly(this.#needs.log, () => {
      // What came while nobody could see it, or without a token's name, is nothing a person could follow.
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
    // Before anything is read or looked up for it; while locked, that is what the gate alone can tell.
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
    const wants = passage.path === valuePath ? 'value' : 'call';
    for (;;) {
      if (!(await this.#openBy(deadline, signal))) {
        const sentence = words.visits.locked;
        return turnAway(known, { status: 503, sentence }, { 'retry-after': '30' });
      }
      const found = this.#found(visit, passage, known);
      if ('sentence' in found) return turnAway(known, found);
      const { token, door } = found;
      const call = { tokenId: token.id, method: knock.method, path: `${passage.path}${passage.search}` };
      const standing = this.#allowances.standing(caller, call);
      if (standing === 'away') {
        return turnAway(known, { status: 403, sentence: words.visits.deniedBefore });
      }
      // Whoever may make calls may not have the value for that: a person is asked each time.
      if (standing === 'ask' || wants === 'value') {
        const said = await this.#asked({ caller, wants, ...call }, token, signal);
        if (said === 'locked') continue;
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
      if (wants === 'value') return this.#handOut(caller, token, known);
      const freeAt = this.#cap.take(token.id, door.perMinute);
      if (freeAt !== null) return this.#tooFast(known, door, freeAt);
      return this.#pass(visit, passage, known, call, body);
    }
  }

  #tooFast(known: Known, { perMinute }: Door, freeAt: number): Reply {
    const seconds = Math.max(1, Math.ceil((freeAt - this.#needs.clock.now()) / 1000));
    return turnAway(
      known,
      { status: 429, sentence: words.visits.tooFast(perMinute) },
      {
        'retry-after': String(seconds),
        // Okta's SDKs wait by these (Okta, rate limits): a second in UTC.
        'x-rate-limit-limit': String(perMinute),
        'x-rate-limit-remaining': '0',
        'x-rate-limit-reset': String(Math.ceil(freeAt / 1000)),
      },
    );
  }

  /** The value is no answer of Okta's: what cannot be recorded is not given. */
  #handOut(caller: Caller, token: Token, known: Known): Reply {
    const origin = this.#needs.originOf(token);
    using secret = this.#needs.secretOf(token.id);
    try {
      this.#needs.note('program.value', token, words.programWords.givenValue(programName(caller)));
      const body = secret.use((bytes) => Buffer.from(bytes));
      return {
        status: 200,
        headers: { 'content-type': 'text/plain', 'cache-control': 'no-store', [orgHeader]: origin },
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
    { knock, address, signal }: Visit,
    passage: Passage,
    known: Known,
    call: Covered,
    body: Buffer | null,
  ): Promise<Reply> {
    const { token, caller } = known;
    if (token === null || caller === null) throw new Error('Only a known program passes.');
    const origin = this.#needs.originOf(token);
    using secret = this.#needs.secretOf(token.id);
    this.#allowances.count(caller, call);
    const one = { knock, passage, body, origin, secret, address: `${address}/${passage.alias}`, signal };
    const { reply, refused, requestId, accepted } = await passCall(this.#needs.client, one);
    known.refused = refused;
    known.requestId = requestId;
    if (accepted) quietly(this.#needs.log, () => this.#noteUse(token.id));
    return reply;
  }

  /** The token a call is for, as far as its door's rules let it. */
  #found({ knock, run }: Visit, passage: Passage, known: Known): Let | Refusal {
    const found = this.#find(passage.alias);
    if ('sentence' in found) return found;
    known.token = found.token;
    const refused = passage.path === valuePath ? valueRefusedBy : refusedBy;
    const byProfile = run?.rules == null ? null : refusedByProfile(run.rules, knock.method, passage.path);
    return refused(found.door, knock.method, passage.path) ?? byProfile ?? found;
  }

  #find(alias: string): Let | Refusal {
    const [tokenId, door] = [...this.#needs.doors.all()].find(([, one]) => one.alias === alias) ?? [];
    if (tokenId === undefined || door === undefined) {
      return {
        status: 404,
        sentence: words.visits.noToken(clip(alias, 60)),
      };
    }
    const token = this.#needs.token(tokenId);
    if (token.revokedAt !== null) return { status: 410, sentence: words.visits.revoked };
    if (!token.readable)
      return {
        status: 409,
        sentence: words.visits.unreadable,
      };
    return { token, door };
  }

  #asked(
    wish: Covered & { readonly caller: Caller; readonly wants: Ask['wants'] },
    { label, orgHost }: Token,
    signal: AbortSignal,
  ): Promise<Answered> {
    const before = this.#asks.list().length;
    const answered = this.#asks.ask({ ...wish, label, orgHost }, signal);
    if (this.#asks.list().length > before) this.#needs.call(words.visits.asks);
    return answered;
  }

  /** True once the vault is open; false when it is not by `deadline`, or too many wait for that. */
  async #openBy(deadline: number, signal: AbortSignal): Promise<boolean> {
    if (this.#needs.isOpen()) return true;
    if (this.#held.size >= mostHeld) return false;
    if (this.#held.size === 0) {
      this.#needs.call(words.visits.asksWhileLocked);
    }
    const { promise, resolve, reject } = Promise.withResolvers<boolean>();
    const go = () => resolve(true);
    const hungUp = () => reject(signal.reason);
    const cancel = this.#needs.clock.after(deadline - this.#needs.clock.now(), () => resolve(false));
    this.#held.add(go);
    if (signal.aborted) hungUp();
    else signal.addEventListener('abort', hungUp, { once: true });
    try {
      return await promise;
    } finally {
      cancel();
      this.#held.delete(go);
      signal.removeEventListener('abort', hungUp);
    }
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
    // Who is allowed has a call more to their name.
    this.#needs.onChanged();
  }
}

/** A refusal for a program, noted for the list of calls. */
function turnAway(known: Known, { status, sentence }: Refusal, headers: Reply['headers'] = {}): Reply {
  known.refused = sentence;
  return refusal(status, sentence, headers);
}
