import { randomUUID } from 'node:crypto';
import type { Ask, Door, HowLong, ProgramCall, ProgramsState } from '../../../shared/contract/programs.ts';
import type { Token } from '../../../shared/contract/tokens.ts';
import { Failed } from '../../base/failure.ts';
import type { Clock } from '../../base/ports.ts';
import type { Secret } from '../../base/secret.ts';
import { holdsValue } from '../../base/value-forms.ts';
import type { OktaClient } from '../../okta/client.ts';
import { Allowances, reachOf } from './allowances.ts';
import { Asks, patienceMs } from './asks.ts';
import type { Caller } from './caller.ts';
import { isRefusal, type Knock, passageOf, readPaths, refusedBy, valueRefusedBy } from './gate.ts';
import { HeldCalls } from './held-calls.ts';
import { doorWords, howLongWords, programWords } from './program-words.ts';
import { RateCap } from './rate-cap.ts';
import {
  handOn,
  mayHaveChanged,
  type Reply,
  refusal,
  type TurnAway,
  takenFrom,
  unknownCode,
  unknownWords,
} from './reply.ts';
import type { DoorStore } from './store.ts';
import { orgHeader, valuePath } from './value-path.ts';

export interface ProgramsNeeds {
  readonly doors: DoorStore;
  readonly client: Pick<OktaClient, 'pass'>;
  readonly clock: Clock;
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

/** A call as it came to the door. */
export interface Visit {
  readonly knock: Knock;
  readonly body: Buffer | null;
  readonly port: number;
  /** Who is at the other end; null when it cannot be told. */
  readonly caller: Caller | null;
  /** Ends when the program hangs up. */
  readonly signal: AbortSignal;
}

const mostCalls = 200;
const useNotedMs = 3_600_000;

type Let = { readonly token: Token; readonly door: Door };

/** Lets programs use tokens: each call is looked at, a person is asked where needed, and Okta's answer is handed on. */
export class ProgramsDesk {
  readonly #needs: ProgramsNeeds;
  readonly #allowances: Allowances;
  readonly #asks: Asks;
  readonly #cap: RateCap;
  readonly #calls: ProgramCall[] = [];
  readonly #noted = new Map<string, number>();
  /** Calls that came while it was locked. */
  readonly #held: HeldCalls;
  #nextEnd: (() => void) | null = null;

  constructor(needs: ProgramsNeeds) {
    this.#needs = needs;
    this.#allowances = new Allowances(needs.clock);
    this.#asks = new Asks(needs.clock, needs.onChanged);
    this.#cap = new RateCap(needs.clock);
    this.#held = new HeldCalls(needs);
  }

  /** What the window shows of it, besides the address. */
  state(): Pick<ProgramsState, 'asks' | 'allowances'> {
    if (!this.#needs.isOpen()) return { asks: [], allowances: [] };
    return { asks: this.#asks.list(), allowances: this.#allowances.list() };
  }

  /** The last calls with a token, newest first. */
  callsOf(tokenId: string): ProgramCall[] {
    return this.#calls.filter((call) => call.tokenId === tokenId).toReversed();
  }

  hasOpenDoor(): boolean {
    return this.#needs.isOpen() && [...this.#needs.doors.all().values()].some(({ open }) => open);
  }

  doorOf(tokenId: string): Door {
    return this.#needs.doors.of(tokenId, this.#needs.token(tokenId).label);
  }

  /** Throws Failed `bad-request` for paths that are none of Okta's API. */
  setDoor(tokenId: string, wanted: Omit<Door, 'alias'>): Door {
    const token = this.#needs.token(tokenId);
    const paths = readPaths(wanted.paths);
    if (paths === null) {
      throw new Failed(
        'bad-request',
        'A path that programs may call must be one of Okta’s API.',
        'Write it as /api/v1/users, one on each line, without dots, spaces or a query.',
      );
    }
    const door = { ...this.doorOf(tokenId), ...wanted, paths };
    this.#needs.doors.keep(tokenId, door);
    this.#needs.note('program.door', token, doorWords(door));
    // What was allowed was allowed by the door as it was.
    this.#allowances.clear(tokenId);
    this.#asks.clear('nobody', tokenId);
    this.#needs.onChanged();
    return door;
  }

  /** A person's answer. Throws Failed `not-found` when the program waits no more. */
  answer(askId: string, allow: HowLong | null): void {
    const wish = this.#asks.answer(askId, allow);
    if (wish === null) {
      throw new Failed(
        'not-found',
        'This program does not wait any more.',
        'Run it again, and it will ask again.',
      );
    }
    // The value is given once, whatever was said.
    this.#allowances.answered(
      wish.caller,
      wish.tokenId,
      reachOf(wish.method),
      allow !== null && wish.wants === 'value' ? 'once' : allow,
    );
    if (wish.wants === 'call' && allow !== 'once') this.#asks.lookAgain(wish, allow !== null);
    this.#watchEnds();
    this.#needs.note(
      allow === null ? 'program.denied' : 'program.allowed',
      this.#needs.token(wish.tokenId),
      `${programWords(wish.caller)} ${allow === null ? 'was turned away' : howLongWords[allow]}.`,
    );
    this.#needs.onChanged();
  }

  /** Allows a program no more. Throws Failed `not-found`. */
  end(allowanceId: string): void {
    const ended = this.#allowances.end(allowanceId);
    if (ended === null) throw new Failed('not-found', 'This was over already.');
    this.#needs.note(
      'program.ended',
      this.#needs.token(ended.tokenId),
      `${ended.program.name} may not use it any more, after ${ended.calls} ${ended.calls === 1 ? 'call' : 'calls'}.`,
    );
    this.#needs.onChanged();
  }

  /** Nobody is allowed anything any more; who waits goes on waiting, for the unlock. */
  lock(): void {
    this.#allowances.clear();
    this.#nextEnd?.();
    this.#nextEnd = null;
    this.#calls.length = 0;
    this.#noted.clear();
    this.#asks.clear('again');
  }

  /** The vault is open: who came while it was locked goes on. */
  unlocked(): void {
    this.#held.release();
  }

  stop(): void {
    this.#nextEnd?.();
    this.#asks.clear('nobody');
  }

  /** Answers one call. Rejects with the signal's reason when the program hangs up. */
  async visit(visit: Visit): Promise<Reply> {
    const started = performance.now();
    const passage = passageOf(visit.knock, visit.port);
    const known = { token: null as Token | null, requestId: null as string | null, refused: '' };
    const turnAway: TurnAway = (status, sentence, headers = {}, code) => {
      known.refused = sentence;
      return refusal(status, sentence, headers, code);
    };
    const reply = await this.#answerTo(visit, passage, known, turnAway).catch((error: unknown) => {
      // The token went, or its value does not open, while the program waited.
      if (error instanceof Failed) return turnAway(409, error.failure.sentence);
      throw error;
    });
    // What came while nobody could see it, or without a token's name, is nothing a person could follow.
    if (this.#needs.isOpen() && known.token !== null) {
      this.#tell({
        id: randomUUID(),
        at: this.#needs.clock.now(),
        tokenId: known.token.id,
        program: visit.caller?.program.name ?? '',
        pid: visit.caller?.program.pid ?? null,
        method: visit.knock.method.slice(0, 10),
        path: (isRefusal(passage) ? '' : passage.path).slice(0, 500),
        status: reply.status,
        ms: Math.round(performance.now() - started),
        refused: known.refused.slice(0, 300),
        requestId: known.requestId,
      });
    }
    return reply;
  }

  async #answerTo(
    visit: Visit,
    passage: ReturnType<typeof passageOf>,
    known: { token: Token | null; requestId: string | null },
    turnAway: TurnAway,
  ): Promise<Reply> {
    const { caller, knock, signal } = visit;
    if (isRefusal(passage)) return turnAway(passage.status, passage.sentence);
    if (caller === null)
      return turnAway(403, 'It could not be told which program calls, so it was not let in.');
    if (!caller.ours) return turnAway(403, 'Only programs of the person who uses Keyturn may call.');
    const deadline = this.#needs.clock.now() + patienceMs;
    for (;;) {
      if (!(await this.#held.openBy(deadline, signal))) {
        return turnAway(
          503,
          'It is locked, and nobody unlocked it in time. Unlock it, then run this again.',
          {
            'retry-after': '30',
          },
        );
      }
      const found = this.#find(passage.alias);
      if ('sentence' in found) return turnAway(found.status, found.sentence);
      const { token, door } = found;
      known.token = token;
      const wants = passage.path === valuePath ? 'value' : 'call';
      const no =
        wants === 'value' ? valueRefusedBy(door, knock.method) : refusedBy(door, knock.method, passage.path);
      if (no !== null) return turnAway(no.status, no.sentence);
      const standing = this.#allowances.standing(caller, token.id, reachOf(knock.method));
      if (standing === 'away') return turnAway(403, 'A person turned this program away a moment ago.');
      // Whoever may make calls may not have the value for that: a person is asked each time.
      if (standing === 'ask' || wants === 'value') {
        const said = await this.#asked(visit, caller, found, wants, passage.path + passage.search);
        if (said === 'again') continue;
        if (said === 'too-many')
          return turnAway(503, 'Too many programs wait for an answer.', { 'retry-after': '30' });
        if (said === 'nobody')
          return turnAway(403, 'Nobody allowed it in time. Run this again and answer in Keyturn.');
        if (said.answer === null) return turnAway(403, 'A person turned this program away.');
        if (!this.#needs.isOpen()) continue;
      }
      if (wants === 'value') return this.#handOut(caller, token);
      const freeAt = this.#cap.take(token.id, door.perMinute);
      if (freeAt !== null) {
        const seconds = Math.max(1, Math.ceil((freeAt - this.#needs.clock.now()) / 1000));
        return turnAway(429, `Programs may make ${door.perMinute} calls a minute with this token.`, {
          'retry-after': String(seconds),
          // Okta's SDKs wait by these (Okta, rate limits): a second in UTC.
          'x-rate-limit-limit': String(door.perMinute),
          'x-rate-limit-remaining': '0',
          'x-rate-limit-reset': String(Math.ceil(freeAt / 1000)),
        });
      }
      return this.#pass(visit, passage, found, known, turnAway);
    }
  }

  #handOut(caller: Caller, token: Token): Reply {
    const origin = this.#needs.originOf(token);
    using secret = this.#needs.secretOf(token.id);
    const body = secret.use((bytes) => Buffer.from(bytes));
    this.#needs.note('program.value', token, `${programWords(caller)} was given the value itself.`);
    return {
      status: 200,
      headers: { 'content-type': 'text/plain', 'cache-control': 'no-store', [orgHeader]: origin },
      body,
    };
  }

  async #pass(
    { knock, body, port, caller, signal }: Visit,
    { alias, path, search }: { alias: string; path: string; search: string },
    { token }: Let,
    known: { requestId: string | null },
    turnAway: TurnAway,
  ): Promise<Reply> {
    if (caller !== null) this.#allowances.count(caller, token.id, reachOf(knock.method));
    const origin = this.#needs.originOf(token);
    using secret = this.#needs.secretOf(token.id);
    const passed = await this.#needs.client.pass({
      origin,
      secret,
      method: knock.method,
      path,
      search,
      headers: takenFrom(knock.headers),
      body,
      signal,
    });
    if ('outcome' in passed) {
      const sentence = `${passed.outcome.sentence} ${passed.outcome.remedy}`.trim();
      return mayHaveChanged(knock.method, passed.outcome)
        ? turnAway(502, `${unknownWords} ${sentence}`, {}, unknownCode)
        : turnAway(502, sentence);
    }
    const requestId = passed.headers['x-okta-request-id'];
    known.requestId = typeof requestId === 'string' ? requestId.slice(0, 120) : null;
    // An answer that holds the value would give away what the door is there to keep.
    if (holdsValue(passed, secret)) {
      return turnAway(
        502,
        `Okta answered ${passed.status}. The answer held the token itself, so it was not handed on.`,
      );
    }
    if (passed.status >= 200 && passed.status < 300) this.#noteUse(token.id);
    return handOn(passed, origin, `http://127.0.0.1:${port}/${alias}`);
  }

  #find(alias: string): Let | { status: number; sentence: string } {
    const [tokenId, door] = [...this.#needs.doors.all()].find(([, one]) => one.alias === alias) ?? [];
    if (tokenId === undefined || door === undefined) {
      return {
        status: 404,
        sentence: `No token is called ${alias.slice(0, 60)} here. Keyturn shows its address under Use.`,
      };
    }
    const token = this.#needs.token(tokenId);
    if (token.revokedAt !== null) return { status: 410, sentence: 'This token was revoked.' };
    if (!token.readable)
      return {
        status: 409,
        sentence: 'The kept value of this token does not open. Paste it again in Keyturn.',
      };
    return { token, door };
  }

  #asked({ knock, signal }: Visit, caller: Caller, { token }: Let, wants: Ask['wants'], path: string) {
    const { id: tokenId, label, orgHost } = token;
    const before = this.#asks.list().length;
    const wish = { caller, tokenId, label, orgHost, wants, method: knock.method, path };
    const answered = this.#asks.ask(wish, signal);
    if (this.#asks.list().length > before) this.#needs.call('A program asks to use a token.');
    return answered;
  }

  #noteUse(tokenId: string): void {
    const now = this.#needs.clock.now();
    if (now - (this.#noted.get(tokenId) ?? 0) < useNotedMs) return;
    try {
      this.#needs.used(tokenId);
      this.#noted.set(tokenId, now);
    } catch {
      // Locked meanwhile, or the disk is full: Okta's answer is the program's all the same, and the next call notes the use.
    }
  }

  #tell(call: ProgramCall): void {
    this.#calls.push(call);
    if (this.#calls.length > mostCalls) this.#calls.shift();
    this.#needs.onCall(call);
    // Who is allowed has a call more to their name.
    this.#needs.onChanged();
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
