import type { AccessPurpose } from '../../../shared/contract/access.ts';
import type {
  ServiceApp,
  ServiceApps,
  ServiceCopy,
  ServiceJobs,
  ServiceView,
} from '../../../shared/contract/service.ts';
import { type TokenProfile, tokenProfile } from '../../../shared/contract/tokens.ts';
import { Failed } from '../../base/failure.ts';
import { profileChangeSentence } from '../../base/profile-change.ts';
import { AppAccess, type LentAccess } from './app-access.ts';
import { appKeyOf, jwkText, makeAppKey, openAppKey, type PublicKey, pemOf } from './app-key.ts';
import { type TestedApp, testApp } from './app-test.ts';
import { appView, type JobNeeds, jobOf, planOf, profileOf } from './app-view.ts';
import { readClientId } from './client-id.ts';
import { KeyRotations } from './key-rotations.ts';
import { agreeToMoreScopes } from './more-scopes.ts';
import type { About, CarriedApp, ServiceNeeds } from './needs.ts';
import { serviceText } from './service-texts.ts';
import type { AppFacts, KeptApp } from './store.ts';
import { words } from './words.ts';

/** What an app's access token cannot do (Okta Management API description; an app is not a user). */
const stays = [words.desk.endingItself, words.desk.askingWho, words.desk.roles];

/** Keeps OAuth service apps, tests them, and moves a token's job to an app. It saves every step at once. */
export class ServiceDesk {
  /** Replaces the keys of apps step by step. */
  readonly keys: KeyRotations;
  readonly #needs: ServiceNeeds;
  /** The tests that run now, by the app. */
  readonly #testing = new Map<string, Promise<ServiceApp>>();
  /** The access tokens that programs' calls are made with. */
  readonly #access: AppAccess;
  #ending = new AbortController();

  constructor(needs: ServiceNeeds) {
    this.#needs = needs;
    this.#access = new AppAccess(needs);
    this.keys = new KeyRotations({
      ...needs,
      tested: (appId) => this.#testedOf(needs.store.get(appId)),
      dropAccess: (appId) => this.#access.drop(appId),
      ending: () => this.#ending.signal,
      note: (appId, state, sentence, requestId) =>
        needs.note(`service.key-${state}`, this.#about(needs.store.get(appId)), sentence, requestId),
      changed: (appId) => this.#changed(appId),
    });
  }

  /** Ends every running test, and wipes every access token. */
  cancelAll(): void {
    this.#access.clear();
    this.#ending.abort(new Failed('cancelled', words.desk.cancelled));
    this.#ending = new AbortController();
  }

  /** Returns all apps, and which are being tested. */
  list(): ServiceApps {
    const apps = this.#needs.store.list().map((kept) => appView(kept, this.#needs));
    return { apps, testing: [...this.#testing.keys()] };
  }

  /** Returns the jobs that a person can choose for an app. */
  jobs(): ServiceJobs {
    return this.#needs.jobs;
  }

  /** Returns what the move of a token to an app needs. Throws Failed `not-found`. */
  view(tokenId: string): ServiceView {
    this.#needs.token(tokenId);
    return { plan: planOf(this.#needs.job(tokenId)), stays };
  }

  /** Keeps an app for a token's job, with a new key. Returns the app that the token has already, if there is one. */
  async begin(tokenId: string): Promise<ServiceApp> {
    const { orgId } = this.#needs.token(tokenId);
    return await this.#added(null, null, () => ({ orgId, tokenId }));
  }

  /** Keeps an app of a draft's org, with a new key. It has no token before it. Throws Failed `not-found` or `org-url`. */
  async add(draftId: string, profile: TokenProfile, job: AccessPurpose): Promise<ServiceApp> {
    this.#chosen(job);
    const org = this.#needs.draftOrg(draftId);
    return await this.#added(profile, job, (now) => ({
      orgId: this.#needs.keepOrg(org, now),
      tokenId: null,
    }));
  }

  /**
   * Makes another key for an app, at once: the write of the new key removes the earlier key. Throws Failed `rotation` while the key is being
   * rotated.
   */
  async makeKey(appId: string): Promise<ServiceApp> {
    this.#needs.store.get(appId);
    const { secret: made, publicKey } = await makeAppKey();
    using secret = made;
    this.keys.refuseOpen(appId);
    const before = this.#needs.store.get(appId);
    const facts = before.facts ?? { clientId: null, profile: null, job: null };
    this.#needs.store.replaceKey(appId, { ...facts, ...this.#fresh(publicKey) }, secret);
    return this.#noted('service.key', appId, words.desk.keyMade(publicKey.kid));
  }

  async openConsole(appId: string): Promise<void> {
    await this.#needs.opener.openUrl(this.#needs.appsUrlOf(this.#needs.store.get(appId).orgId));
  }

  /**
   * Sets the app's Client ID. Throws Failed `bad-request` for a text without exactly one Client ID, and `rotation` while the key is being
   * rotated.
   */
  setClient(appId: string, typed: string): ServiceApp {
    this.keys.refuseOpen(appId);
    const facts = this.#factsOf(this.#needs.store.get(appId));
    const clientId = readClientId(typed, [facts.kid]);
    if (typeof clientId !== 'string') {
      throw new Failed('bad-request', clientId.wrong, words.desk.clientIdPlace);
    }
    this.#needs.store.update(appId, { ...facts, clientId, lastTest: null });
    return this.#changed(appId);
  }

  /**
   * Chooses what an app is for. A test of another job is no longer shown. A person must agree before programs get more scopes. Throws Failed
   * `bad-request` for a job that needs nothing, and as `agreeToMoreScopes`.
   */
  async setJob(appId: string, job: AccessPurpose): Promise<ServiceApp> {
    this.#chosen(job);
    const app = this.app(appId);
    const after = this.#needs.jobFor(job)?.scopes ?? [];
    await agreeToMoreScopes(this.#needs, app, app.plan?.scopes ?? [], after);
    const facts = this.#factsOf(this.#needs.store.get(appId));
    this.#needs.store.update(appId, { ...facts, job, lastTest: null });
    return this.#noted('service.job', appId, words.desk.jobChosen);
  }

  /**
   * Sees that a token may get another job, because an app without a job of its own has the job of its token. Throws as `agreeToMoreScopes`.
   */
  async agreeForToken(tokenId: string, before: readonly string[], after: readonly string[]): Promise<void> {
    const kept = this.#needs.store.ofToken(tokenId);
    if (kept === null || (kept.facts?.job ?? null) !== null) return;
    await agreeToMoreScopes(this.#needs, this.app(kept.id), before, after);
  }

  /** Changes some of what a person wrote about an app. */
  update(appId: string, change: Partial<TokenProfile>): ServiceApp {
    const kept = this.#needs.store.get(appId);
    const before = appView(kept, this.#needs);
    const profile = tokenProfile.parse({ ...before, ...change });
    this.#needs.store.update(appId, { ...this.#factsOf(kept), profile });
    const changed = profileChangeSentence(before, profile);
    return changed === '' ? this.#changed(appId) : this.#noted('service.changed', appId, changed);
  }

  /**
   * Tests an app and keeps the result. Every answer from Okta is a result. A second call during a test waits for the same one. Throws Failed
   * `not-found` while an earlier step is missing, and rejects with the signal's reason.
   */
  async test(appId: string, signal = new AbortController().signal): Promise<ServiceApp> {
    return await (this.#testing.get(appId) ?? this.#begun(appId, signal));
  }

  /** Returns the apps that can be tested, with the origin of their calls. */
  testable(): { origin: string; run: (signal: AbortSignal) => Promise<unknown> }[] {
    return this.#needs.store.list().flatMap((kept) => {
      const scopes = jobOf(kept, this.#needs)?.scopes.length ?? 0;
      return kept.readable && kept.facts?.clientId != null && scopes > 0
        ? [{ origin: this.#needs.org(kept.orgId).origin, run: (signal) => this.test(kept.id, signal) }]
        : [];
    });
  }

  /** Returns an app. Throws Failed `not-found`. */
  app(appId: string): ServiceApp {
    return appView(this.#needs.store.get(appId), this.#needs);
  }

  /** Returns whether an app of this id is kept. */
  has(id: string): boolean {
    return this.#needs.store.list().some((kept) => kept.id === id);
  }

  /** Returns the origin that an app's calls go to. Throws Failed `not-found`. */
  originOf(appId: string): string {
    return this.#needs.org(this.#needs.store.get(appId).orgId).origin;
  }

  /**
   * Lends an access token of an app, for one call. `own` asks for an access token that no other call uses and that lasts its whole hour.
   * Rejects with Failed: `not-found` while a step is missing, `vault-problem` when the key does not open, and `okta` with Okta's reason
   * when Okta gives none.
   */
  async lend(appId: string, own: boolean, signal: AbortSignal): Promise<LentAccess> {
    const kept = this.#needs.store.get(appId);
    const app = this.#testedOf(kept);
    return await this.#access.lend(appId, app, own, signal);
  }

  /** Copies the app's key or a configuration. Throws Failed `not-found` while an earlier step is missing. */
  async copy(appId: string, as: ServiceCopy): Promise<number> {
    const kept = this.#needs.store.get(appId);
    const { clientId, kid } = this.#factsOf(kept);
    const scopes = jobOf(kept, this.#needs)?.scopes ?? [];
    if (as !== 'key' && clientId === null) {
      throw new Failed('not-found', words.desk.appNotKnown, words.desk.giveClientId);
    }
    using key = this.#needs.store.key(appId);
    const { origin } = this.#needs.org(kept.orgId);
    const text = serviceText(as, { origin, clientId: clientId ?? '', kid, pem: pemOf(key), scopes });
    const clearsAt = await this.#needs.copy(text);
    this.#needs.note('service.copied', this.#about(kept), words.desk.privateKeyCopied);
    return clearsAt;
  }

  /** Removes an app with its key, in one transaction. It stays in Okta. For a short time it can be brought back. */
  remove(appId: string): void {
    const kept = this.#needs.store.get(appId);
    this.#needs.remove(appId, kept.orgId, () => {
      this.#needs.note('service.forgotten', { ...this.#about(kept), tokenId: null }, words.desk.appForgotten);
      this.#access.drop(appId);
      this.#needs.store.remove(appId);
    });
    this.#needs.onChanged();
  }

  /** Brings a removed app back with its key, its rules and its link to a token. Throws Failed `not-found` when the time is over. */
  bringBack(appId: string): void {
    this.#needs.bringBack(appId, () =>
      this.#needs.note(
        'service.brought-back',
        this.#about(this.#needs.store.get(appId)),
        words.desk.appBroughtBack,
      ),
    );
    this.#needs.onChanged();
  }

  /**
   * Makes a token's app independent of the token. The app keeps its name and its job. Call it in the transaction that removes the token.
   */
  part(tokenId: string): void {
    const kept = this.#needs.store.ofToken(tokenId);
    if (kept?.facts == null) return;
    const own = { profile: profileOf(kept, this.#needs), job: this.#ownJob(kept) };
    this.#needs.store.update(kept.id, { ...kept.facts, ...own });
  }

  /** Returns every app whose key can be decrypted, with its key in plain text, for an encrypted file. */
  carried(): (CarriedApp & { origin: string })[] {
    return this.#needs.store.list().flatMap((kept) => {
      if (kept.facts === null || !kept.readable) return [];
      const { clientId, kid, madeAt } = kept.facts;
      using key = this.#needs.store.key(kept.id);
      const { origin } = this.#needs.org(kept.orgId);
      const own = { ...profileOf(kept, this.#needs), job: this.#ownJob(kept) };
      return [{ ...own, origin, clientId, kid, madeAt, privateKey: pemOf(key) }];
    });
  }

  /**
   * Keeps an app from a file. Returns false when Keyturn has its key already, or when the app has no org. Call it in a transaction. Throws
   * Failed `file` for a text that is no private key.
   */
  takeIn(orgIdOf: () => string | undefined, app: CarriedApp): boolean {
    const { clientId, kid, madeAt, privateKey, job, ...profile } = app;
    if (this.#needs.store.list().some(({ facts }) => facts?.kid === kid)) return false;
    using secret = appKeyOf(privateKey);
    const orgId = orgIdOf();
    if (orgId === undefined) return false;
    const facts = {
      madeAt,
      kid,
      jwk: jwkText(kid, openAppKey(secret)),
      clientId,
      profile,
      job,
      lastTest: null,
    };
    const id = this.#needs.store.add(orgId, null, facts, secret, this.#needs.clock.now());
    this.#needs.note('service.imported', this.#about(this.#needs.store.get(id)), words.desk.imported);
    return true;
  }

  async #added(
    profile: TokenProfile | null,
    job: AccessPurpose | null,
    place: (now: number) => { orgId: string; tokenId: string | null },
  ): Promise<ServiceApp> {
    const { secret: made, publicKey } = await makeAppKey();
    using secret = made;
    const now = this.#needs.clock.now();
    const id = this.#needs.transaction(() => {
      const { orgId, tokenId } = place(now);
      const already = tokenId === null ? null : this.#needs.store.ofToken(tokenId);
      if (already !== null) return already.id;
      const facts = { ...this.#fresh(publicKey), clientId: null, profile, job };
      const added = this.#needs.store.add(orgId, tokenId, facts, secret, now);
      this.#needs.note(
        'service.key',
        this.#about(this.#needs.store.get(added)),
        words.desk.keyMade(publicKey.kid),
      );
      return added;
    });
    return this.#changed(id);
  }

  /** Returns an app's job in a form that does not depend on its token. */
  #ownJob(kept: KeptApp): AccessPurpose | null {
    const needs = jobOf(kept, this.#needs)?.needs ?? [];
    return kept.facts?.job ?? (needs.length === 0 ? null : { kind: 'custom', needs: [...needs] });
  }

  #begun(appId: string, signal: AbortSignal): Promise<ServiceApp> {
    const kept = this.#needs.store.get(appId);
    const tested = this.#testedOf(kept);
    const running = this.#tested(appId, tested, signal).finally(() => {
      this.#testing.delete(appId);
      this.#needs.onChanged();
    });
    this.#testing.set(appId, running);
    this.#needs.onChanged();
    return running;
  }

  async #tested(appId: string, tested: TestedApp, signal: AbortSignal): Promise<ServiceApp> {
    const lastTest = await testApp(this.#needs, tested, AbortSignal.any([signal, this.#ending.signal]));
    const kept = this.#needs.store.get(appId);
    // The test does not apply to another key, Client ID or job that was set meanwhile.
    const same = kept.facts?.kid === tested.kid && kept.facts.clientId === tested.clientId;
    if (kept.facts !== null && same && sameScopes(jobOf(kept, this.#needs), tested.job)) {
      this.#needs.store.update(appId, { ...kept.facts, lastTest });
      this.#needs.note('service.tested', this.#about(kept), lastTest.outcome.sentence);
    }
    return appView(this.#needs.store.get(appId), this.#needs);
  }

  #testedOf(kept: KeptApp): TestedApp {
    const job = this.#jobOf(kept);
    const { clientId, kid } = this.#factsOf(kept);
    if (clientId === null) {
      throw new Failed('not-found', words.desk.appNotKnown, words.desk.giveClientId);
    }
    using secret = this.#needs.store.key(kept.id);
    const ofToken = kept.tokenId === null ? [] : this.#needs.probesOf(kept.tokenId);
    const { origin } = this.#needs.org(kept.orgId);
    return { origin, clientId, kid, key: openAppKey(secret), job, ofToken };
  }

  #fresh(publicKey: PublicKey): Pick<AppFacts, 'madeAt' | 'kid' | 'jwk' | 'lastTest'> {
    return { madeAt: this.#needs.clock.now(), ...publicKey, lastTest: null };
  }

  #factsOf(kept: KeptApp): AppFacts {
    if (kept.facts === null) throw new Failed('vault-problem', words.store.damaged, words.store.makeNewKey);
    return kept.facts;
  }

  #jobOf(kept: KeptApp): JobNeeds {
    const job = jobOf(kept, this.#needs);
    if (job === null || job.scopes.length === 0) {
      throw new Failed('not-found', words.desk.jobNotKnown, words.desk.sayJob);
    }
    return job;
  }

  /** Throws Failed `bad-request` for a job that no app can have. */
  #chosen(job: AccessPurpose): void {
    if ((this.#needs.jobFor(job)?.scopes.length ?? 0) === 0) {
      throw new Failed('bad-request', words.desk.jobNeedsNothing, words.desk.chooseNeeds);
    }
  }

  #about(kept: KeptApp): About {
    const { label } = profileOf(kept, this.#needs);
    return { tokenId: kept.id, label, orgHost: this.#needs.org(kept.orgId).host };
  }

  #noted(action: string, appId: string, sentence: string): ServiceApp {
    this.#needs.note(action, this.#about(this.#needs.store.get(appId)), sentence);
    return this.#changed(appId);
  }

  #changed(appId: string): ServiceApp {
    this.#needs.onChanged();
    return appView(this.#needs.store.get(appId), this.#needs);
  }
}

const sameScopes = (one: JobNeeds | null, other: JobNeeds): boolean =>
  one?.scopes.join(' ') === other.scopes.join(' ');
