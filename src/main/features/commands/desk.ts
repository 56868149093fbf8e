import type { ServiceApp, ServiceTest } from '../../../shared/contract/service.ts';
import type { TestRecord } from '../../../shared/contract/testing.ts';
import type { Token } from '../../../shared/contract/tokens.ts';
import type { Health } from '../../../shared/health.ts';
import { byName, series } from '../../../shared/listed.ts';
import { ends } from '../../base/ends.ts';
import type { Clock } from '../../base/ports.ts';
import { unlessAborted } from '../../base/unless-aborted.ts';
import type {
  AppAnswer,
  CommandAnswers,
  GuardAnswer,
  ListedCredential,
  StatusAnswer,
  TestAnswer,
} from './answers.ts';
import { chosenApp, itself, type JobOfToken, offerOf } from './app-choice.ts';
import { appsFor, type LabelledNeed } from './app-for.ts';
import { type Credential, healthOfCredential, listed } from './credentials.ts';
import { CommandRefused } from './refused.ts';
import type { CommandRequest } from './requests.ts';
import { words } from './words.ts';

/** What the command line needs from the other features. */
export interface CommandsNeeds {
  readonly clock: Clock;
  readonly version: string;
  readonly isOpen: () => boolean;
  readonly tokens: () => readonly Token[];
  readonly apps: () => readonly ServiceApp[];
  /** Returns a credential's name at its door. */
  readonly aliasOf: (id: string) => string;
  /** Returns what a guard looks for in a commit. */
  readonly guard: () => GuardAnswer;
  /** Tests a token as a click does. Rejects with Failed, or with the signal's reason. */
  readonly test: (tokenId: string, signal: AbortSignal) => Promise<TestRecord>;
  /** Tests an app as a click does. Rejects as `test` does. */
  readonly testApp: (appId: string, signal: AbortSignal) => Promise<ServiceApp>;
  /** Returns what a token's job needs. Returns nothing while the job is unknown. */
  readonly needsOf: (tokenId: string) => readonly LabelledNeed[];
  /** Brings the window to the front, on a token's Rotation tab. */
  readonly showRotation: (tokenId: string) => void;
  /** Asks the person to unlock. */
  readonly callForUnlock: () => void;
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
    if (request.command === 'app' && request.choice === 'offer' && !this.#needs.isOpen()) {
      return { app: null, sentence: null };
    }
    await this.#whenOpen(onWaiting, signal);
    switch (request.command) {
      case 'ls':
        return this.#list();
      case 'test':
        return await this.#test(this.#find(request.name, request.onlyApp), signal);
      case 'rotate': {
        const found = this.#find(request.name, request.onlyApp);
        if (found.kind === 'app') throw new CommandRefused(ends.noToken, words.desk.isApp(found.of.label));
        this.#needs.showRotation(found.of.id);
        return this.#listed(found);
      }
      case 'app':
        return this.#app(request);
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
    if (!this.#needs.isOpen()) {
      return { version, locked: true, tokens: null, apps: null, health: null, attention: null };
    }
    const now = this.#needs.clock.now();
    const all = this.#byUrgency();
    const health: Partial<Record<Health, number>> = {};
    for (const { health: one } of all.map((credential) => healthOfCredential(credential, now))) {
      health[one] = (health[one] ?? 0) + 1;
    }
    return {
      version,
      locked: false,
      tokens: all.filter(({ kind }) => kind === 'token').length,
      apps: all.filter(({ kind }) => kind === 'app').length,
      health,
      attention: all
        .filter((credential) => healthOfCredential(credential, now).urgency > 0)
        .map((credential) => this.#listed(credential)),
    };
  }

  #all(): Credential[] {
    return [
      ...this.#needs.tokens().map((of) => ({ kind: 'token', of }) as const),
      ...this.#needs.apps().map((of) => ({ kind: 'app', of }) as const),
    ];
  }

  #byUrgency(): Credential[] {
    const now = this.#needs.clock.now();
    const urgency = (one: Credential): number => healthOfCredential(one, now).urgency;
    return this.#all().sort((a, b) => urgency(b) - urgency(a) || byName(a.of.label, b.of.label));
  }

  #list(): ListedCredential[] {
    return this.#byUrgency().map((credential) => this.#listed(credential));
  }

  #listed(credential: Credential): ListedCredential {
    return listed(credential, this.#needs.aliasOf(credential.of.id), this.#needs.clock.now());
  }

  /**
   * Finds a credential by its name, else its label, else its id. Throws CommandRefused when there is none, or more than one. With `onlyApp`
   * it finds no token.
   */
  #find(wanted: string, onlyApp = false): Credential {
    const plain = wanted.normalize('NFC').toLowerCase();
    const ways: ((of: Credential['of']) => boolean)[] = [
      ({ id }) => this.#needs.aliasOf(id) === plain,
      ({ label }) => label.normalize('NFC').toLowerCase() === plain,
      ({ id }) => id === plain,
    ];
    const all = this.#all().filter(({ kind }) => !onlyApp || kind === 'app');
    for (const way of ways) {
      const [found, ...others] = all.filter(({ of }) => way(of));
      if (found === undefined) continue;
      if (others.length === 0) return found;
      throw new CommandRefused(
        ends.noToken,
        words.desk.several(
          others.length + 1,
          wanted,
          series([found, ...others].map(({ of }) => `${of.id} (${of.orgHost})`)),
        ),
      );
    }
    throw new CommandRefused(ends.noToken, (onlyApp ? words.desk.noApp : words.desk.noToken)(wanted));
  }

  /** Returns which app a program uses for a name in addresses. An address has no label and no id, so this looks at names only. */
  #app({ name, choice, value }: Extract<CommandRequest, { command: 'app' }>): AppAnswer {
    const named = this.#named(name);
    const found = named.find(({ kind }) => choice !== 'itself' || kind === 'app');
    if (choice === 'offer') {
      const sentence =
        found?.kind === 'token' && named.length === 1 ? offerOf(this.#jobOf(found.of), value) : null;
      return { app: null, sentence };
    }
    if (found === undefined) {
      throw new CommandRefused(
        ends.noToken,
        (choice === 'itself' ? words.desk.noApp : words.desk.noToken)(name),
      );
    }
    this.#seeOnlyOne(name);
    if (found.kind === 'app') return itself(found.of, name, value);
    const chosen = chosenApp(this.#jobOf(found.of), value);
    this.#seeOnlyOne(chosen.app);
    return chosen;
  }

  #named(name: string): Credential[] {
    return this.#all().filter(({ of }) => this.#needs.aliasOf(of.id) === name);
  }

  /** Throws CommandRefused if several credentials share a name, because another one than the app could get the address later. */
  #seeOnlyOne(name: string): void {
    const { length } = this.#named(name);
    if (length > 1) throw new CommandRefused(ends.noToken, words.desk.shared(length, name));
  }

  #jobOf(token: Token): JobOfToken {
    const { aliasOf } = this.#needs;
    const all = this.#needs.apps();
    const needs = this.#needs.needsOf(token.id);
    return {
      ...{ token, needs, aliasOf, name: aliasOf(token.id), apps: appsFor(token, all, needs) },
      orgHasApps: all.some(({ orgId }) => orgId === token.orgId),
    };
  }

  async #test(tested: Credential, signal: AbortSignal): Promise<TestAnswer> {
    const { id } = tested.of;
    const { outcome, tookMs, checks } =
      tested.kind === 'token' ? await this.#needs.test(id, signal) : await this.#testApp(id, signal);
    const after = this.#needs.isOpen() ? this.#all().find(({ of }) => of.id === id) : undefined;
    return {
      token: this.#listed(after ?? tested),
      working: outcome.kind === 'accepted',
      outcome: outcome.word,
      sentence: outcome.sentence,
      remedy: outcome.remedy,
      requestId: outcome.requestId,
      tookMs: Math.round(tookMs),
      checks: checks.map(({ id: check, state, title, detail }) => ({ id: check, state, title, detail })),
    };
  }

  async #testApp(
    id: string,
    signal: AbortSignal,
  ): Promise<Pick<ServiceTest, 'outcome' | 'tookMs'> & Pick<TestAnswer, 'checks'>> {
    const { lastTest } = await this.#needs.testApp(id, signal);
    // The Client ID or the key was changed while the test ran, so its result is of no use.
    if (lastTest === null) throw new CommandRefused(ends.notWorking, words.desk.changedMeanwhile);
    const { outcome, tookMs, rows } = lastTest;
    return {
      outcome,
      tookMs,
      checks: rows.map(({ family, verdict, label, sentence }) => ({
        id: family,
        state: stateOf[verdict],
        title: label,
        detail: sentence,
      })),
    };
  }
}

/** The verdict on a family of endpoints as the state of a check. */
const stateOf = {
  works: 'ok',
  lacks: 'failed',
  unknown: 'unknown',
  'not-tried': 'skipped',
  fewer: 'skipped',
} as const satisfies Record<ServiceTest['rows'][number]['verdict'], TestAnswer['checks'][number]['state']>;
