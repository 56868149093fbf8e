import { clip } from '../../../shared/clip.ts';
import type { KeepAlive, KeepAliveSetting, Notice } from '../../../shared/contract/life.ts';
import type { Outcome } from '../../../shared/contract/outcome.ts';
import type { ServiceApp } from '../../../shared/contract/service.ts';
import type { TestRecord } from '../../../shared/contract/testing.ts';
import type { Token } from '../../../shared/contract/tokens.ts';
import { dayMs } from '../../../shared/time-words.ts';
import { Failed } from '../../base/failure.ts';
import type { Clock } from '../../base/ports.ts';
import type { LifeStore } from './store.ts';
import {
  type DueWarning,
  expiryWarning,
  inQuietHours,
  keyWarning,
  needsKeepAlive,
  ownerChange,
  rotationWarning,
  upcomingOf,
} from './warnings.ts';
import { words } from './words.ts';

const hourMs = 3_600_000;
/** The time over which calls that keep tokens alive are spread, so that they do not come at once. */
const spreadMs = 10 * 60_000;

export interface LifeNeeds {
  readonly clock: Clock;
  /** Returns a number from 0 to 1. */
  readonly random: () => number;
  readonly tokens: () => Token[];
  readonly apps: () => readonly ServiceApp[];
  readonly tokenOf: (id: string) => Token;
  /** Makes one light call with the token, which restarts Okta's 30 days. */
  readonly use: (tokenId: string) => Promise<Outcome>;
  /** Returns the last test before this one that named the token's owner, or null. */
  readonly ownerBefore: (tokenId: string, record: TestRecord) => TestRecord | null;
  /** Returns an owner's status, by another kept token of the same org. Returns null when none may read it. */
  readonly statusOf: (tokenId: string, ownerId: string) => Promise<string | null>;
  readonly settings: () => {
    readonly notifications: boolean;
    readonly quietHours: { readonly from: string; readonly to: string } | null;
  };
  /** Shows a system notification. It never has a name in it, because a lock screen may show it. */
  readonly notify: (sentence: string, credentialId: string | null) => void;
  readonly onNotices: (notices: Notice[]) => void;
  readonly onTrouble: (error: unknown) => void;
}

/**
 * Watches over the lives of tokens, and over the keys of OAuth apps. It checks when Keyturn opens, every hour and on wake, and reports each thing once. While locked, it
 * knows only when something will be due. It then reports that without saying what it is about.
 */
export class LifeDesk {
  readonly #store: LifeStore;
  readonly #needs: LifeNeeds;
  #open = false;
  #cancelHour: (() => void) | null = null;
  readonly #calls = new Map<string, () => void>();
  /** What becomes due while locked, and the keys of what was reported then. */
  #upcoming: { at: number; days: number; key: string }[] = [];
  #told: string[] = [];

  constructor(store: LifeStore, needs: LifeNeeds) {
    this.#store = store;
    this.#needs = needs;
  }

  /** Called when the vault is open. */
  start(): void {
    this.#open = true;
    this.look();
    this.#everyHour();
  }

  /** Called before the vault locks. Keeps only times and keys. */
  lock(): void {
    if (!this.#open) return;
    const now = this.#needs.clock.now();
    this.#upcoming = this.#needs.tokens().flatMap((token) => upcomingOf(token, now));
    this.#open = false;
    this.#stopCalls();
  }

  stop(): void {
    this.#open = false;
    this.#stopCalls();
    this.#cancelHour?.();
    this.#cancelHour = null;
  }

  /** Catches up, once, after sleep and whenever something may have changed. */
  look(): void {
    try {
      if (this.#open) this.#lookOpen();
      else this.#lookLocked();
    } catch (error) {
      this.#needs.onTrouble(error);
    }
  }

  notices(): Notice[] {
    return this.#store.notices();
  }

  markSeen(): void {
    this.#store.markSeen();
    this.#needs.onNotices(this.#store.notices());
  }

  keepAliveOf(tokenId: string): KeepAlive {
    return this.#store.keepAliveOf(tokenId);
  }

  /** Sets keep alive for a token. Throws Failed `bad-request` for an end that has passed or is more than a year away. */
  setKeepAlive(tokenId: string, setting: KeepAliveSetting | null): KeepAlive {
    const now = this.#needs.clock.now();
    if (setting !== null && (setting.until <= now || setting.until > now + 366 * dayMs)) {
      throw new Failed('bad-request', words.desk.endOutOfRange, words.desk.chooseEnd);
    }
    this.#needs.tokenOf(tokenId);
    this.#store.setKeepAlive(tokenId, setting);
    if (setting === null) {
      this.#calls.get(tokenId)?.();
      this.#calls.delete(tokenId);
    }
    this.look();
    return this.#store.keepAliveOf(tokenId);
  }

  /**
   * Called after a test of a token. Reports what has changed about its owner since the last test that named the owner. A refused token does
   * not name its owner, so Keyturn asks another kept token of the org whether the owner is active. Never throws.
   */
  async tested(tokenId: string, record: TestRecord): Promise<void> {
    try {
      const before = this.#needs.ownerBefore(tokenId, record);
      const owner = before?.facts.owner ?? null;
      if (before === null || owner === null) return;
      let after = record.facts;
      if (after.owner === null) {
        if (record.outcome.kind !== 'not-accepted') return;
        const status = await this.#needs.statusOf(tokenId, owner.id);
        if (status === null || !this.#open) return;
        after = { ...before.facts, owner: { ...owner, status } };
      }
      const change = ownerChange(before.facts, after);
      // Each known earlier test gives one report, because a refused token is tested again and again.
      const key = `owner ${before.at} ${change?.id ?? ''} ${tokenId}`;
      if (change === null || this.#store.wasSaid(key)) return;
      const { id: _, ...said } = change;
      this.#say(
        this.#needs.tokenOf(tokenId),
        { key, kind: 'owner', tokenId, ...said },
        this.#needs.clock.now(),
      );
      this.#tell();
    } catch (error) {
      this.#needs.onTrouble(error);
    }
  }

  #lookOpen(): void {
    const { clock, tokens, apps } = this.#needs;
    const now = clock.now();
    const all = tokens();
    let said = false;
    const sayOnce = (of: Token | ServiceApp, warning: DueWarning | null): void => {
      if (warning === null || this.#store.wasSaid(warning.key)) return;
      this.#say(of, warning, now);
      said = true;
    };
    this.#store.transaction(() => {
      this.#store.freeLaterThan(now);
      for (const token of all) {
        const { due, passed } = expiryWarning(token, now);
        for (const key of passed) this.#store.passBy(key, token.id, now);
        sayOnce(token, due);
        sayOnce(token, rotationWarning(token, now));
      }
      for (const app of apps()) sayOnce(app, keyWarning(app, now));
    });
    if (said || this.#told.length > 0) this.#tell();
    else this.#show();
    for (const token of all) this.#considerCall(token, now);
  }

  #lookLocked(): void {
    const { clock, settings, notify } = this.#needs;
    const now = clock.now();
    const { notifications, quietHours } = settings();
    const due = this.#upcoming.filter(({ at }) => at <= now);
    if (due.length === 0 || !notifications || inQuietHours(quietHours, now)) return;
    this.#upcoming = this.#upcoming.filter(({ at }) => at > now);
    this.#told.push(...due.map(({ key }) => key));
    const expired = due.some(({ days }) => days === 0);
    notify(words.desk.locked(expired), null);
  }

  #say(
    { label, orgHost }: Token | ServiceApp,
    warning: DueWarning & { readonly before?: string; readonly after?: string },
    at: number,
  ): void {
    const { key, kind, sentence, tokenId, before = '', after = '' } = warning;
    this.#store.say(key, {
      at,
      kind,
      tokenId,
      label,
      orgHost,
      sentence,
      before,
      after,
    });
  }

  #tell(): void {
    this.#needs.onNotices(this.#store.notices());
    this.#show();
  }

  /** Shows what the system has not shown yet. Within quiet hours it waits, and then shows everything as one notification. */
  #show(): void {
    const { clock, settings, notify } = this.#needs;
    const { notifications, quietHours } = settings();
    if (!notifications || inQuietHours(quietHours, clock.now())) return;
    const unshown = this.#store.takeUnshown(this.#told);
    this.#told = [];
    const [first] = unshown;
    if (first === undefined) return;
    if (unshown.length === 1) notify(words.desk.openToSee(kindWords[first.kind]), first.tokenId);
    else notify(words.desk.several(unshown.length), null);
  }

  #considerCall(token: Token, now: number): void {
    if (this.#calls.has(token.id)) return;
    if (!needsKeepAlive(token, this.#store.keepAliveOf(token.id).setting, now)) return;
    const { clock, random } = this.#needs;
    this.#calls.set(
      token.id,
      clock.after(Math.round(random() * spreadMs), () => void this.#call(token.id)),
    );
  }

  async #call(tokenId: string): Promise<void> {
    try {
      if (!this.#open) return;
      const now = this.#needs.clock.now();
      // The token may have been used, switched off or rotated while it waited for its turn.
      if (!needsKeepAlive(this.#needs.tokenOf(tokenId), this.#store.keepAliveOf(tokenId).setting, now))
        return;
      const outcome = await this.#needs.use(tokenId);
      if (!this.#open) return;
      const at = this.#needs.clock.now();
      // An offline call is not an answer, so the next hour tries again.
      const silent = ['no-network', 'timeout', 'proxy', 'tls'].includes(outcome.kind);
      if (!silent) this.#store.keptAlive(tokenId, at, outcome.word);
      if (outcome.kind !== 'accepted' && !silent) {
        const key = `keep-alive ${Math.floor(at / dayMs)} ${tokenId}`;
        if (!this.#store.wasSaid(key)) {
          this.#say(
            this.#needs.tokenOf(tokenId),
            {
              key,
              kind: 'keep-alive',
              tokenId,
              sentence: clip(words.desk.notKeptAlive(outcome.sentence), 400),
            },
            at,
          );
          this.#tell();
        }
      }
    } catch (error) {
      this.#needs.onTrouble(error);
    } finally {
      this.#calls.delete(tokenId);
    }
  }

  #stopCalls(): void {
    for (const cancel of this.#calls.values()) cancel();
    this.#calls.clear();
  }

  #everyHour(): void {
    this.#cancelHour?.();
    this.#cancelHour = this.#needs.clock.after(hourMs, () => {
      this.look();
      this.#everyHour();
    });
  }
}

const kindWords: Readonly<Record<Notice['kind'], string>> = {
  expiry: words.desk.expiresSoon,
  expired: words.desk.expired,
  'rotation-due': words.desk.rotationDue,
  owner: words.desk.ownerChanged,
  'keep-alive': words.desk.couldNotKeepAlive,
  'key-due': words.desk.keyDue,
};
