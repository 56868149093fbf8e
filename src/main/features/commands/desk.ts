import type { TestRecord } from '../../../shared/contract/testing.ts';
import type { Token } from '../../../shared/contract/tokens.ts';
import { expiryOf, type Health, healthOf, rotationDueOf } from '../../../shared/health.ts';
import { ends } from '../../base/ends.ts';
import type { Clock } from '../../base/ports.ts';
import { unlessAborted } from '../../base/unless-aborted.ts';
import type { CommandAnswers, GuardAnswer, ListedToken, StatusAnswer, TestAnswer } from './answers.ts';
import type { CommandRequest } from './requests.ts';
import { words } from './words.ts';

/** What the command line needs from the other features. */
export interface CommandsNeeds {
  readonly clock: Clock;
  readonly version: string;
  readonly isOpen: () => boolean;
  readonly tokens: () => readonly Token[];
  /** Returns a token's name at its door. */
  readonly aliasOf: (tokenId: string) => string;
  /** Returns what a guard looks for in a commit. */
  readonly guard: () => GuardAnswer;
  /** Tests a token as a click does. Rejects with Failed, or with the signal's reason. */
  readonly test: (tokenId: string, signal: AbortSignal) => Promise<TestRecord>;
  /** Brings the window to the front, on a token's Rotation tab. */
  readonly showRotation: (tokenId: string) => void;
  /** Asks the person to unlock. */
  readonly callForUnlock: () => void;
}

/** The reason why a command gets no answer, with the exit status of `keyturn`. */
export class CommandRefused extends Error {
  readonly end: number;
  constructor(end: number, sentence: string) {
    super(sentence);
    this.end = end;
  }
}

/** How long a command waits for the unlock. A program's call waits as long. */
const patienceMs = 120_000;

/** Answers the `keyturn` command. It holds no secret, because the testing feature runs the tests. */
export class CommandsDesk {
  readonly #needs: CommandsNeeds;
  readonly #waiting = new Set<() => void>();

  constructor(needs: CommandsNeeds) {
    this.#needs = needs;
  }

  /** Called when the vault has opened. Continues the waiting commands. */
  opened(): void {
    for (const goOn of [...this.#waiting]) goOn();
  }

  /**
   * Answers one command. Calls `onWaiting` with the reason when the answer takes a while. Rejects with CommandRefused, with Failed, or with
   * the signal's reason when `keyturn` has gone.
   */
  async answer(
    request: CommandRequest,
    onWaiting: (sentence: string) => void,
    signal: AbortSignal,
  ): Promise<CommandAnswers[CommandRequest['command']]> {
    if (request.command === 'status') return this.#status();
    if (request.command === 'names') {
      return this.#needs.isOpen() ? this.#list().map(({ name }) => name) : [];
    }
    if (request.command === 'guard') return this.#needs.isOpen() ? this.#needs.guard() : null;
    await this.#whenOpen(onWaiting, signal);
    switch (request.command) {
      case 'ls':
        return this.#list();
      case 'test':
        return await this.#test(this.#find(request.name), signal);
      case 'rotate': {
        const token = this.#find(request.name);
        this.#needs.showRotation(token.id);
        return this.#listed(token);
      }
    }
  }

  async #whenOpen(onWaiting: (sentence: string) => void, signal: AbortSignal): Promise<void> {
    if (this.#needs.isOpen()) return;
    onWaiting(words.desk.locked);
    this.#needs.callForUnlock();
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const stopClock = this.#needs.clock.after(patienceMs, () =>
      reject(new CommandRefused(ends.locked, words.desk.stayedLocked)),
    );
    this.#waiting.add(resolve);
    try {
      await unlessAborted(promise, signal);
    } finally {
      this.#waiting.delete(resolve);
      stopClock();
    }
  }

  #status(): StatusAnswer {
    const { version } = this.#needs;
    if (!this.#needs.isOpen()) return { version, locked: true, tokens: null, health: null, attention: null };
    const now = this.#needs.clock.now();
    const all = this.#list();
    const health: Partial<Record<Health, number>> = {};
    for (const { health: one } of all) health[one] = (health[one] ?? 0) + 1;
    const urgent = this.#byUrgency(now).filter((token) => healthOf(token, now).urgency > 0);
    return {
      version,
      locked: false,
      tokens: all.length,
      health,
      attention: urgent.map((token) => this.#listed(token)),
    };
  }

  #byUrgency(now: number): Token[] {
    return this.#needs
      .tokens()
      .toSorted(
        (a, b) => healthOf(b, now).urgency - healthOf(a, now).urgency || a.label.localeCompare(b.label),
      );
  }

  #list(): ListedToken[] {
    return this.#byUrgency(this.#needs.clock.now()).map((token) => this.#listed(token));
  }

  #listed(token: Token): ListedToken {
    const now = this.#needs.clock.now();
    const { health, reason } = healthOf(token, now);
    const expiry = expiryOf(token);
    return {
      name: this.#needs.aliasOf(token.id),
      id: token.id,
      label: token.label,
      org: token.orgHost,
      environment: token.environment,
      owner: token.known?.owner?.login ?? null,
      health,
      reason,
      testedAt: token.lastTest === null ? null : new Date(token.lastTest.at).toISOString(),
      expiresAt: token.revokedAt === null ? new Date(expiry.at).toISOString() : null,
      expiryIsKnown: expiry.sure,
      rotationDueAt: new Date(rotationDueOf(token)).toISOString(),
    };
  }

  /** Finds a token by its name, else its label, else its id. Throws CommandRefused when there is none, or more than one. */
  #find(wanted: string): Token {
    const all = this.#needs.tokens();
    const plain = wanted.normalize('NFC').toLowerCase();
    const ways: ((token: Token) => boolean)[] = [
      (token) => this.#needs.aliasOf(token.id) === wanted,
      (token) => token.label.normalize('NFC').toLowerCase() === plain,
      (token) => token.id === plain,
    ];
    for (const way of ways) {
      const [found, ...others] = all.filter(way);
      if (found === undefined) continue;
      if (others.length === 0) return found;
      throw new CommandRefused(
        ends.noToken,
        words.desk.several(
          others.length + 1,
          wanted,
          [found, ...others].map(({ id, orgHost }) => `${id} (${orgHost})`).join(', '),
        ),
      );
    }
    throw new CommandRefused(ends.noToken, words.desk.noToken(wanted));
  }

  async #test(token: Token, signal: AbortSignal): Promise<TestAnswer> {
    const { outcome, checks, tookMs } = await this.#needs.test(token.id, signal);
    const after = this.#needs.isOpen() ? this.#needs.tokens().find(({ id }) => id === token.id) : undefined;
    return {
      token: this.#listed(after ?? token),
      working: outcome.kind === 'accepted',
      outcome: outcome.word,
      sentence: outcome.sentence,
      remedy: outcome.remedy,
      requestId: outcome.requestId,
      tookMs: Math.round(tookMs),
      checks: checks.map(({ id, state, title, detail }) => ({ id, state, title, detail })),
    };
  }
}
