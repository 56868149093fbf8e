import type { UpdatesOff, UpdatesView } from '../../../shared/contract/updates.ts';
import { Failed } from '../../base/failure.ts';
import type { Clock, Log, Updater } from '../../base/ports.ts';
import { words } from './words.ts';

/** How long after the start Keyturn looks first, and how long after that again, in milliseconds. */
export const firstLookMs = 60_000;
export const nextLookMs = 24 * 3_600_000;

/** What keeps Keyturn from a restart. */
export type Busy = 'rotation' | 'job';

/** What updates need from the rest of the app. */
export interface UpdatesNeeds {
  readonly clock: Clock;
  readonly log: Log;
  /** Why this program does not update itself, or null. */
  readonly offByProgram: UpdatesOff | null;
  /** Loads the updater. It is large, so this happens at the first look. */
  readonly load: () => Promise<Updater>;
  /** Returns whether the organisation's policy forbids updates. */
  readonly isForbidden: () => boolean;
  /** Returns whether the person wants Keyturn to look for updates. */
  readonly isWanted: () => boolean;
  readonly busy: () => Busy | null;
  /** Ends Keyturn as a person does, and starts it again. */
  readonly restart: () => void;
  readonly tell: (view: UpdatesView) => void;
}

/** Looks for newer versions, and restarts with one when the person says so. Nothing restarts by itself. */
export class UpdatesDesk {
  readonly #needs: UpdatesNeeds;
  #state: UpdatesView['state'] = 'idle';
  #version: string | null = null;
  #lookedAt: number | null = null;
  #updater: Promise<Updater> | null = null;
  #looking: Promise<void> | null = null;
  #cancelNext: (() => void) | null = null;

  constructor(needs: UpdatesNeeds) {
    this.#needs = needs;
  }

  /** Returns what is known. A version that is ready does not count while updates are off. */
  view(): UpdatesView {
    const off = this.#off();
    const state = off === null ? this.#state : 'idle';
    return { off, state, version: state === 'ready' ? this.#version : null, lookedAt: this.#lookedAt };
  }

  /** Begins or ends the looking, as the policy and the setting now say, and tells the window. */
  settle(): void {
    if (this.#off() !== null) this.stop();
    else if (this.#cancelNext === null) this.#later(this.#lookedAt === null ? firstLookMs : nextLookMs);
    this.#needs.tell(this.view());
  }

  /** Looks now, and downloads what is newer. Throws Failed `policy` when updates are off. A look that fails is told by the view. */
  async look(): Promise<UpdatesView> {
    const off = this.#off();
    if (off !== null) throw new Failed('policy', words.desk.off, words.desk.seeSettings);
    this.#looking ??= this.#look().finally(() => {
      this.#looking = null;
    });
    await this.#looking;
    return this.view();
  }

  /** Restarts with the version that is ready. Throws Failed `not-found` when there is none, and `wait` while a rotation or a job works. */
  async install(): Promise<void> {
    if (this.view().state !== 'ready' || this.#updater === null) {
      throw new Failed('not-found', words.desk.notReady);
    }
    this.#refuseWhileBusy();
    await (await this.#updater).install();
  }

  /** Restarts the same version. Throws Failed `wait` while a rotation or a job works. */
  restart(): void {
    this.#refuseWhileBusy();
    this.#needs.restart();
  }

  #refuseWhileBusy(): void {
    const busy = this.#needs.busy();
    if (busy === null) return;
    const sentence = busy === 'job' ? words.desk.jobRuns : words.desk.rotationRuns;
    throw new Failed('wait', sentence, words.desk.afterIt);
  }

  /** Ends the looking. */
  stop(): void {
    this.#cancelNext?.();
    this.#cancelNext = null;
  }

  #off(): UpdatesOff | null {
    const { offByProgram, isForbidden, isWanted } = this.#needs;
    if (offByProgram !== null) return offByProgram;
    if (isForbidden()) return 'policy';
    return isWanted() ? null : 'setting';
  }

  #later(ms: number): void {
    this.#cancelNext = this.#needs.clock.after(ms, () => {
      this.#later(nextLookMs);
      if (this.#off() === null) void this.look().catch(() => undefined);
    });
  }

  async #look(): Promise<void> {
    const { clock, load, log } = this.#needs;
    const before = this.#state;
    this.#become(before === 'ready' ? 'ready' : 'looking');
    try {
      this.#updater ??= load();
      const version = await (await this.#updater).look();
      this.#lookedAt = clock.now();
      if (version !== null) this.#version = version;
      this.#become(this.#version === null ? 'idle' : 'ready');
    } catch (error) {
      log.note('updates.not-looked', { error: String(error) });
      this.#become(before === 'ready' ? 'ready' : 'failed');
    }
  }

  #become(state: UpdatesView['state']): void {
    this.#state = state;
    this.#needs.tell(this.view());
  }
}
