import { z } from 'zod';
import type { Token } from '../../../shared/contract/tokens.ts';
import {
  type FirstCall,
  type UsageLimits,
  type UsagePage,
  type UsageShare,
  usageRule,
} from '../../../shared/contract/usage.ts';
import { changedSentence } from '../../base/changes.ts';
import { Failed } from '../../base/failure.ts';
import type { Clock, Log, Opener } from '../../base/ports.ts';
import type { Secret } from '../../base/secret.ts';
import type { Publisher } from '../../ipc/router.ts';
import type { OktaClient } from '../../okta/client.ts';
import type { Vault } from '../../vault/vault.ts';
import { dayOf } from './day-use.ts';
import { FirstCalls, type LogReader } from './first-call.ts';
import { LimitWatch, limitState, noLimits } from './limit-watch.ts';
import { logCursor, noCursor, readLog } from './log-reader.ts';
import { pageOf } from './page-of.ts';
import { readShare, readThreshold, writeShare } from './principal-limits.ts';
import { rules } from './rules/judge.ts';
import { SealedState } from './sealed-state.ts';
import { UsageBook } from './store.ts';
import { words } from './words.ts';

export interface UsageNeeds {
  readonly vault: Vault;
  readonly client: OktaClient;
  readonly clock: Clock;
  readonly log: Log;
  readonly publish: Publisher['publish'];
  readonly opener: Opener;
  /** Returns the page of the System Log in the Admin Console, with only the events of a token by its id in Okta. */
  readonly logUrlOf: (tokenId: string, oktaTokenId: string) => URL;
  readonly orgs: () => readonly { readonly id: string; readonly origin: string }[];
  readonly tokens: () => readonly Token[];
  /** Throws Failed `not-found`. */
  readonly token: (tokenId: string) => Token;
  readonly secretOf: (tokenId: string) => Secret;
  /** Returns an OAuth service app. Returns null when the id is not of an app. */
  readonly app: (id: string) => LoggedApp | null;
  /** Returns the tokens that may read the org's `family`, the best first. `first` comes before all others. */
  readonly askers: (orgId: string, family: 'logs' | 'limits', first: string | null) => readonly Token[];
  /** The number of days to keep. With 0, Keyturn does not read the log. */
  readonly keepDays: () => number;
  /** Writes an action with a token into the record. */
  readonly note: (action: string, token: Token, sentence: string) => void;
}

/** An OAuth service app whose calls Keyturn looks for in the log. */
export interface LoggedApp {
  readonly orgId: string;
  readonly clientId: string | null;
  /** Lends an access token. Null when the newest test did not read the log. */
  readonly lend: ((signal: AbortSignal) => Promise<LogReader>) | null;
}

/** The first reading waits, so that it does not slow the start of the app. */
const firstAfterMs = 60_000;
const everyMs = 60_000;
/** How long Keyturn does not ask again with a token that may not read the log. */
const refusedForMs = 3_600_000;
/** The most tokens that Keyturn tries for the share of the limits. */
const mostAskers = 5;

const prefs = z.object({ silenced: z.array(usageRule), retiredAt: z.number().nullable() });
type Prefs = z.infer<typeof prefs>;
type UsageRule = z.infer<typeof usageRule>;
const noPrefs: Prefs = { silenced: [], retiredAt: null };

/** Shows how tokens are used: reads the System Log of every org while the vault is open, watches limits, and finds what is unusual. */
export class Usage {
  readonly #needs: UsageNeeds;
  readonly #book: UsageBook;
  readonly #cursors;
  readonly #prefs;
  readonly #limits: LimitWatch;
  readonly #firstCalls: FirstCalls;
  readonly #reading = new Map<string, Promise<void>>();
  readonly #refused = new Map<string, number>();
  /** When the last reading of each org's log began, whatever its result. */
  readonly #begun = new Map<string, number>();
  #abort: AbortController | null = null;
  #endTick: (() => void) | null = null;
  #origins: ReadonlyMap<string, string> = new Map();

  constructor(needs: UsageNeeds) {
    this.#needs = needs;
    const { vault, clock, publish } = needs;
    this.#book = new UsageBook(vault);
    this.#cursors = new SealedState(vault, 'usage_cursors', logCursor, noCursor);
    this.#prefs = new SealedState(vault, 'usage_prefs', prefs, noPrefs);
    this.#firstCalls = new FirstCalls(needs);
    this.#limits = new LimitWatch({
      clock,
      states: new SealedState(vault, 'usage_limits', limitState, noLimits),
      orgIdOf: (origin) => this.#orgIdOf(origin),
      onChange: (orgId) => publish('usageChanged', { orgId }),
      onWarning: (words) => publish('warning', words),
      onTrouble: (error) => needs.log.note('usage.limits', { error: String(error) }),
    });
    needs.client.onAnswer((note) => this.#limits.note(note));
  }

  /** Called when the vault is open. Reads the logs once a minute from now on. */
  start(): void {
    if (this.#abort !== null) return;
    this.#abort = new AbortController();
    this.#endTick = this.#needs.clock.after(firstAfterMs, () => this.#tick());
  }

  /** Called before a lock or the end. Stops reading, writes the unsaved data and clears the rest. */
  stop(): void {
    this.#endTick?.();
    this.#endTick = null;
    this.#abort?.abort(new DOMException('Keyturn is locked.', 'AbortError'));
    this.#abort = null;
    if (this.#needs.vault.status().phase === 'open') this.#limits.save();
    this.#limits.clear();
    this.#refused.clear();
    this.#begun.clear();
    this.#firstCalls.clear();
    this.#origins = new Map();
  }

  /** Called when the number of days to keep changes. */
  keepDaysChanged(): void {
    if (this.#needs.vault.status().phase !== 'open') return;
    for (const { id } of this.#needs.orgs()) {
      const { oktaNow } = this.#cursors.of(id);
      const days = this.#needs.keepDays();
      if (oktaNow > 0 && days > 0) this.#book.prune(id, dayOf(oktaNow) - days);
      this.#needs.publish('usageChanged', { orgId: id });
    }
  }

  /** Called before a token is removed. Returns the function that forgets its use, for when nobody can undo the removal any more. */
  forgetLater(tokenId: string): () => void {
    const token = this.#needs.token(tokenId);
    const oktaTokenId = token.known?.oktaTokenId ?? null;
    // The org may go with the token, and return under another id.
    this.#origins = new Map();
    return () => {
      this.#origins = new Map();
      if (oktaTokenId !== null) this.#book.forget(token.orgId, oktaTokenId);
    };
  }

  /** Notes since when (ms since 1970) nobody should use a token any more. Null takes this back. Rotation calls this too. */
  retire(tokenId: string, at: number | null): void {
    const { orgId } = this.#needs.token(tokenId);
    this.#prefs.keep(tokenId, { ...this.#prefs.of(tokenId), retiredAt: at });
    this.#needs.publish('usageChanged', { orgId });
  }

  /** Reads one org's log. Callers share a reading that already runs. Never rejects. */
  read(orgId: string): Promise<void> {
    const running = this.#reading.get(orgId);
    if (running !== undefined) return running;
    this.#begun.set(orgId, this.#needs.clock.now());
    const reading = this.#read(orgId).finally(() => {
      this.#reading.delete(orgId);
      this.#needs.publish('usageChanged', { orgId });
    });
    this.#reading.set(orgId, reading);
    return reading;
  }

  /** Returns the Usage tab, and reads the log when the last attempt is at least a minute old. */
  page(tokenId: string): UsagePage {
    const page = this.#page(tokenId);
    const { orgId } = this.#needs.token(tokenId);
    // The end of a reading makes the window ask for the page again. So the attempt counts here, and not its success.
    const since = Math.abs(this.#needs.clock.now() - (this.#begun.get(orgId) ?? 0));
    if (page.log.state !== 'off' && since >= everyMs) void this.read(orgId);
    return page;
  }

  /** Reads the log of the token's org at once, also with tokens that were refused before. */
  readNow(tokenId: string): void {
    this.#refused.clear();
    void this.read(this.#needs.token(tokenId).orgId);
  }

  /**
   * Looks once into the System Log for a program's first call with the token, or with the app, since a time, by Okta's clock. Null begins
   * now. Throws Failed `not-found` or `not-tested`.
   */
  async firstCall(id: string, since: number | null): Promise<FirstCall> {
    const app = this.#needs.app(id);
    const { origin, orgId, caller } = app === null ? this.#tokenInLog(id) : this.#appInLog(app);
    const signal = this.#abort?.signal ?? AbortSignal.abort();
    const tokens = this.#needs.askers(orgId, 'logs', null).map((asker) => async () => {
      const credential = this.#needs.secretOf(asker.id);
      return { credential, [Symbol.dispose]: () => credential.wipe() };
    });
    const readers = app?.lend == null ? tokens : [...tokens, app.lend];
    return await this.#firstCalls.look({ origin, id, caller, since, readers, signal });
  }

  /** Returns the rate limits of the token's org, as far as Okta's answers have told them. */
  limits(tokenId: string): UsageLimits {
    return this.#limitsOf(this.#needs.token(tokenId).orgId);
  }

  /** Reads which part of the org's limits the token may use. Throws Failed `okta`, `not-found` or `not-tested`. */
  async share(tokenId: string): Promise<UsageShare> {
    const needs = this.#shareNeeds(tokenId);
    const [share, threshold] = await Promise.all([readShare(needs), readThreshold(needs)]);
    if (threshold !== null) this.#limits.setThreshold(needs.orgId, threshold);
    return share;
  }

  /** Changes the token's share in Okta. Throws as `share` does. */
  async setShare(
    tokenId: string,
    wanted: { readonly percentage: number; readonly concurrencyPercentage: number },
  ): Promise<UsageShare> {
    const { before, after } = await writeShare(this.#shareNeeds(tokenId), wanted);
    const inWords = ({ percentage, concurrencyPercentage }: UsageShare) =>
      words.desk.share(percentage, concurrencyPercentage);
    const changed = { name: words.desk.shareOfLimits, from: inWords(before), to: inWords(after) };
    this.#needs.note('token.share', this.#needs.token(tokenId), changedSentence([changed]));
    return after;
  }

  /** Silences the findings of one rule for the token, or shows them again. */
  silence(tokenId: string, rule: UsageRule, silenced: boolean): UsagePage {
    const kept = this.#prefs.of(tokenId);
    const others = kept.silenced.filter((one) => one !== rule);
    const token = this.#needs.token(tokenId);
    this.#prefs.keep(tokenId, { ...kept, silenced: silenced ? [...others, rule] : others });
    const name = rules.find(({ id }) => id === rule)?.name ?? '';
    this.#needs.note('token.rule', token, silenced ? words.desk.silenced(name) : words.desk.reported(name));
    return this.#page(tokenId);
  }

  /** Notes that nobody should use the token from now on, or takes this back. */
  setRetired(tokenId: string, retired: boolean): UsagePage {
    this.retire(tokenId, retired ? this.#needs.clock.now() : null);
    const sentence = retired ? words.desk.retired : words.desk.inUse;
    this.#needs.note('token.retired', this.#needs.token(tokenId), sentence);
    return this.#page(tokenId);
  }

  #limitsOf(orgId: string): UsageLimits {
    const origin = this.#needs.orgs().find(({ id }) => id === orgId)?.origin;
    const known = new Set(this.#limits.view(orgId).buckets.map(({ bucket }) => bucket));
    // The wizard got these answers before the org was kept.
    for (const rateLimit of origin === undefined ? [] : this.#needs.client.rateLimitsOf(origin)) {
      if (origin === undefined || known.has(rateLimit.bucket)) continue;
      this.#limits.note({ origin, path: '/', status: 200, ms: 0, requestId: null, rateLimit });
    }
    return this.#limits.view(orgId);
  }

  #tick(): void {
    if (this.#abort === null) return;
    this.#endTick = this.#needs.clock.after(everyMs, () => this.#tick());
    if (this.#needs.keepDays() > 0) for (const { id } of this.#needs.orgs()) void this.read(id);
  }

  /** Returns whether a token was refused within the hour. After the clock was set back, it may be asked again. */
  #wasRefused(tokenId: string): boolean {
    const at = this.#refused.get(tokenId);
    return at !== undefined && Math.abs(this.#needs.clock.now() - at) < refusedForMs;
  }

  async #read(orgId: string): Promise<void> {
    const { vault, client, clock, log, keepDays, publish } = this.#needs;
    const signal = this.#abort?.signal;
    try {
      const org = this.#needs.orgs().find(({ id }) => id === orgId);
      if (signal === undefined || org === undefined || keepDays() === 0 || vault.status().phase !== 'open')
        return;
      const tokens = this.#needs
        .askers(orgId, 'logs', this.#cursors.of(orgId).readWith)
        .filter(({ id }) => !this.#wasRefused(id))
        .map(({ id }) => ({ tokenId: id, secret: () => this.#needs.secretOf(id) }));
      if (tokens.length === 0 && this.#cursors.of(orgId).trouble !== null) return;
      await readLog(
        {
          client,
          clock,
          book: this.#book,
          cursors: this.#cursors,
          keepDays,
          onKept: (id) => publish('usageChanged', { orgId: id }),
          onRefused: (tokenId) => this.#refused.set(tokenId, clock.now()),
        },
        org,
        tokens,
        signal,
      );
    } catch (error) {
      if (signal?.aborted !== true) log.note('usage.trouble', { error: String(error) });
    }
  }

  #page(tokenId: string): UsagePage {
    const token = this.#needs.token(tokenId);
    const oktaTokenId = token.known?.oktaTokenId ?? null;
    const cursor = this.#cursors.of(token.orgId);
    const reader = this.#needs.tokens().find(({ id }) => id === cursor.readWith);
    const reading = this.#reading.has(token.orgId);
    const keepDays = this.#needs.keepDays();
    const state =
      keepDays === 0
        ? 'off'
        : reading
          ? 'reading'
          : cursor.trouble !== null
            ? 'trouble'
            : cursor.readAt === null
              ? 'never'
              : 'read';
    return pageOf({
      known: oktaTokenId !== null,
      log: {
        state,
        readAt: cursor.readAt,
        readWith: reader?.label ?? null,
        sentence: cursor.trouble?.sentence ?? '',
        remedy: cursor.trouble?.remedy ?? '',
      },
      keepDays,
      days: oktaTokenId === null ? [] : this.#book.daysOf(token.orgId, oktaTokenId),
      recent: oktaTokenId === null ? [] : this.#book.recentOf(token.orgId, oktaTokenId),
      ...this.#prefs.of(tokenId),
      now: cursor.oktaNow || this.#needs.clock.now(),
    });
  }

  /** Opens the System Log of the Admin Console with the token's events. Throws Failed as `#asked`. */
  async openLog(tokenId: string): Promise<void> {
    const { oktaTokenId } = this.#asked(tokenId);
    await this.#needs.opener.openUrl(this.#needs.logUrlOf(tokenId, oktaTokenId));
  }

  /** Returns where the token's org is and the token's id in Okta. Throws Failed `not-found` or `not-tested`. */
  #asked(tokenId: string) {
    const token = this.#needs.token(tokenId);
    const org = this.#needs.orgs().find(({ id }) => id === token.orgId);
    const oktaTokenId = token.known?.oktaTokenId ?? null;
    if (org === undefined) throw new Failed('not-found', words.desk.orgGone);
    if (oktaTokenId === null) {
      throw new Failed('not-tested', words.desk.idNotKnown, words.desk.testIt);
    }
    return { token, origin: org.origin, oktaTokenId };
  }

  #tokenInLog(tokenId: string) {
    const { token, origin, oktaTokenId } = this.#asked(tokenId);
    return { origin, orgId: token.orgId, caller: { oktaTokenId } };
  }

  #appInLog({ orgId, clientId }: LoggedApp) {
    const org = this.#needs.orgs().find(({ id }) => id === orgId);
    if (org === undefined) throw new Failed('not-found', words.desk.orgGone);
    if (clientId === null) throw new Failed('not-tested', words.desk.appNotFinished, words.desk.finishApp);
    return { origin: org.origin, orgId, caller: { clientId } };
  }

  #shareNeeds(tokenId: string) {
    const { token, origin, oktaTokenId } = this.#asked(tokenId);
    const askers = this.#needs.askers(token.orgId, 'limits', tokenId).slice(0, mostAskers);
    return {
      client: this.#needs.client,
      orgId: token.orgId,
      origin,
      oktaTokenId,
      secrets: askers.map(
        ({ id }) =>
          () =>
            this.#needs.secretOf(id),
      ),
    };
  }

  #orgIdOf(origin: string): string | null {
    if (this.#abort === null || this.#needs.vault.status().phase !== 'open') return null;
    if (!this.#origins.has(origin)) {
      this.#origins = new Map(this.#needs.orgs().map((org) => [org.origin, org.id]));
    }
    return this.#origins.get(origin) ?? null;
  }
}
