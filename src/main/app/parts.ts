import { Failed } from '../base/failure.ts';
import type { Log } from '../base/ports.ts';
import { failed } from '../ipc/answers.ts';
import type { Answer } from '../ipc/channels.ts';
import { words } from '../ipc/words.ts';
import type { Front } from './front.ts';
import type { Features } from './rest.ts';

export interface PartsNeeds {
  readonly front: Pick<Front, 'vault' | 'autoLock'>;
  /** The methods that the front answers, as `feature.name`. */
  readonly firstMethods: ReadonlySet<string>;
  readonly firstAnswer: Answer;
  /** Loads every feature, and builds them on the front. */
  readonly loadRest: () => Promise<() => Features>;
  readonly log: Log;
}

/**
 * Main in its two parts. The front answers what the window's first screen asks for. The rest has every feature. It loads at once after the
 * front, while the window's own process starts, so that the work of the features needs no call of the window.
 */
export class Parts {
  readonly #needs: PartsNeeds;
  #loading: Promise<Features> | null = null;
  #features: Features | null = null;
  /** Whether the app has asked for its start. The features start as soon as they are there. */
  #asked = false;
  #started: Promise<void> | null = null;
  readonly #working = Promise.withResolvers<Features>();
  readonly #pageAsked = Promise.withResolvers<void>();
  #ended = false;

  constructor(needs: PartsNeeds) {
    this.#needs = needs;
  }

  /** Every feature, or null until the rest has loaded. */
  get features(): Features | null {
    return this.#features;
  }

  /** Answers any method of the contract. A method of the rest waits for the rest. Its answer says so when the rest does not load. */
  readonly answer: Answer = async (method, args) => {
    this.#pageAsked.resolve();
    if (this.#needs.firstMethods.has(method)) {
      return await this.#needs.firstAnswer(method, args);
    }
    try {
      const { answer } = await this.#load();
      return await answer(method, args);
    } catch (error) {
      return failed(error);
    }
  };

  /** Begins to load the rest. A call that needs it waits, and tries again when this fails. */
  begin(): void {
    this.#load().catch(() => undefined);
  }

  /** Looks for the vault, and starts the features when they have loaded. Rejects with Failed `unexpected` when they do not load. */
  async start(): Promise<void> {
    this.#asked = true;
    const opening = this.#needs.front.vault.start();
    const features = await this.#load();
    await Promise.all([this.#startOnce(features), opening]);
  }

  /**
   * Calls `act` with the features as soon as they have started and the page listens to events: it subscribes before its first question. So
   * a command of the menu that comes during the start is not lost. Nothing is called after the end.
   */
  whenStarted(act: (features: Features) => void): void {
    void Promise.all([this.#working.promise, this.#pageAsked.promise]).then(([features]) => {
      if (!this.#ended) act(features);
    });
  }

  /** Wipes the memory. Nothing works or loads after it. */
  async end(): Promise<void> {
    this.#ended = true;
    if (this.#features !== null) return await this.#features.keyturn.end();
    this.#needs.front.autoLock.stop();
    this.#needs.front.vault.close();
  }

  /** Loads the rest once. Another call tries again after a failure. */
  #load(): Promise<Features> {
    this.#loading ??= this.#build().catch((error: unknown) => {
      this.#loading = null;
      if (this.#ended) throw error;
      this.#needs.log.note('features.failed', { error: String(error) });
      throw new Failed('unexpected', words.parts.doesNotLoad, words.parts.installAgain);
    });
    return this.#loading;
  }

  async #build(): Promise<Features> {
    // Loading takes a while in which main answers nothing. The calls that wait have their answers first.
    await new Promise((resolve) => setImmediate(resolve));
    const build = await this.#needs.loadRest();
    if (this.#ended) throw new Error('Keyturn has ended.');
    const features = build();
    this.#features = features;
    // A rest that loads only at a second try starts its work, too.
    if (this.#asked) {
      this.#startOnce(features).catch((error: unknown) =>
        this.#needs.log.note('features.not-started', { error: String(error) }),
      );
    }
    return features;
  }

  #startOnce(features: Features): Promise<void> {
    this.#started ??= features.keyturn.start().then(() => this.#working.resolve(features));
    return this.#started;
  }
}
