import type { KeyObject } from 'node:crypto';
import type { Need, Probe } from '../../../shared/contract/access.ts';
import {
  clientId as clientIdShape,
  type ServiceApp,
  type ServiceCopy,
  type ServiceTest,
  type ServiceView,
} from '../../../shared/contract/service.ts';
import type { Token } from '../../../shared/contract/tokens.ts';
import { Failed } from '../../base/failure.ts';
import type { Clock, Opener } from '../../base/ports.ts';
import type { OktaClient } from '../../okta/client.ts';
import type { AccessToken } from '../../okta/credential.ts';
import { askAccess } from './access-token.ts';
import { makeAppKey, openAppKey, pemOf } from './app-key.ts';
import { serviceText } from './service-texts.ts';
import type { ServiceStore } from './store.ts';
import { reachedBy, rowsOf, type ScopedFamily, serviceOutcome } from './verdict.ts';
import { words } from './words.ts';

/** What a token's job needs, by the check of its access. */
export interface JobNeeds {
  readonly needs: readonly Need[];
  readonly basis: string;
  readonly scopes: readonly string[];
  readonly roles: readonly string[];
  readonly permissions: readonly string[];
}

export interface ServiceNeeds {
  readonly store: ServiceStore;
  readonly client: Pick<OktaClient, 'pass'>;
  readonly clock: Clock;
  readonly opener: Opener;
  readonly families: readonly ScopedFamily[];
  readonly token: (tokenId: string) => Token;
  readonly originOf: (token: Token) => string;
  /** Returns the Admin Console's page for apps. */
  readonly appsUrlOf: (token: Token) => URL;
  /** Returns what the token's job needs. Returns null when nobody has said what the token is for, or its access was not checked. */
  readonly job: (tokenId: string) => JobNeeds | null;
  /** Returns the probes of the token's newest X-ray. */
  readonly probesOf: (tokenId: string) => readonly Probe[];
  /** Reads each of these families once with a credential. */
  readonly probe: (
    origin: string,
    credential: AccessToken,
    families: readonly Need['family'][],
    signal: AbortSignal,
  ) => Promise<readonly Probe[]>;
  /** Copies a text to the clipboard for a while. Returns when the clipboard clears. */
  readonly copy: (text: string) => Promise<number>;
  readonly note: (action: string, token: Token, sentence: string) => void;
}

/** What an app's access token cannot do (Okta Management API description; an app is not a user). */
const stays = [words.desk.endingItself, words.desk.askingWho, words.desk.roles];

/** Moves a token's job to an OAuth service app, step by step. It keeps every step. */
export class ServiceDesk {
  readonly #needs: ServiceNeeds;
  #ending = new AbortController();

  constructor(needs: ServiceNeeds) {
    this.#needs = needs;
  }

  /** Ends every running test. */
  cancelAll(): void {
    this.#ending.abort(new Failed('cancelled', words.desk.cancelled));
    this.#ending = new AbortController();
  }

  view(tokenId: string): ServiceView {
    this.#needs.token(tokenId);
    const job = this.#needs.job(tokenId);
    return {
      plan:
        job === null
          ? null
          : {
              basis: job.basis,
              scopes: [...job.scopes],
              roles: [...job.roles],
              permissions: [...job.permissions],
            },
      stays,
      app: this.#needs.store.app(tokenId),
    };
  }

  async makeKey(tokenId: string): Promise<ServiceView> {
    const token = this.#needs.token(tokenId);
    const { secret: made, publicKey } = await makeAppKey();
    using secret = made;
    const before = this.#needs.store.app(tokenId);
    const app: ServiceApp = {
      madeAt: this.#needs.clock.now(),
      ...publicKey,
      clientId: before?.clientId ?? null,
      lastTest: null,
    };
    this.#needs.store.begin(tokenId, app, secret);
    this.#needs.note('service.key', token, words.desk.keyMade(publicKey.kid));
    return this.view(tokenId);
  }

  async openConsole(tokenId: string): Promise<void> {
    await this.#needs.opener.openUrl(this.#needs.appsUrlOf(this.#needs.token(tokenId)));
  }

  /** Sets the app's Client ID. Throws Failed `bad-request` for a text that is not a Client ID. */
  setClient(tokenId: string, typed: string): ServiceView {
    const app = this.#appOf(tokenId);
    const read = clientIdShape.safeParse(typed.trim().replace(/^["']|["']$/g, ''));
    if (!read.success) {
      throw new Failed('bad-request', words.desk.notClientId, words.desk.clientIdPlace);
    }
    this.#needs.store.update(tokenId, { ...app, clientId: read.data, lastTest: null });
    return this.view(tokenId);
  }

  /** Tests the app. Every answer from Okta is a result. Throws Failed `not-found` while an earlier step is missing. */
  async test(tokenId: string): Promise<ServiceView> {
    const token = this.#needs.token(tokenId);
    const app = this.#appOf(tokenId);
    const job = this.#jobOf(tokenId);
    if (app.clientId === null) {
      throw new Failed('not-found', words.desk.appNotKnown, words.desk.giveClientId);
    }
    const lastTest = await this.#tested(token, app, app.clientId, job);
    // The test does not apply to another key or Client ID that was set meanwhile.
    const now = this.#needs.store.app(tokenId);
    if (now?.kid === app.kid && now.clientId === app.clientId) {
      this.#needs.store.update(tokenId, { ...now, lastTest });
      this.#needs.note('service.tested', token, lastTest.outcome.sentence);
    }
    return this.view(tokenId);
  }

  /** Copies the app's key or a configuration. Throws Failed `not-found` while an earlier step is missing. */
  async copy(tokenId: string, as: ServiceCopy): Promise<number> {
    const token = this.#needs.token(tokenId);
    const { clientId, kid } = this.#appOf(tokenId);
    const scopes = this.#needs.job(tokenId)?.scopes ?? [];
    if (as !== 'key' && clientId === null) {
      throw new Failed('not-found', words.desk.appNotKnown, words.desk.giveClientId);
    }
    using key = this.#needs.store.key(tokenId);
    const origin = this.#needs.originOf(token);
    const text = serviceText(as, { origin, clientId: clientId ?? '', kid, pem: pemOf(key), scopes });
    const clearsAt = await this.#needs.copy(text);
    this.#needs.note('service.copied', token, words.desk.privateKeyCopied);
    return clearsAt;
  }

  forget(tokenId: string): ServiceView {
    const token = this.#needs.token(tokenId);
    this.#needs.store.forget(tokenId);
    this.#needs.note('service.forgotten', token, words.desk.appForgotten);
    return this.view(tokenId);
  }

  async #tested(token: Token, app: ServiceApp, clientId: string, job: JobNeeds): Promise<ServiceTest> {
    const { client, clock, store } = this.#needs;
    const { signal } = this.#ending;
    const at = clock.now();
    const started = performance.now();
    const origin = this.#needs.originOf(token);
    const took = () => Math.round(performance.now() - started);
    const keyOfApp = (): KeyObject => {
      using secret = store.key(token.id);
      return openAppKey(secret);
    };
    const { kid } = app;
    const { scopes } = job;
    const access = await askAccess({ client, clock, origin, clientId, kid, key: keyOfApp(), scopes, signal });
    if (access.kind === 'refused') {
      return { at, tookMs: took(), outcome: access.outcome, dpop: null, missing: [], rows: [] };
    }
    const { families, probesOf } = this.#needs;
    const reached = reachedBy(families, access.scopes);
    const probes = await this.#needs.probe(origin, access.token, reached, signal);
    const rows = rowsOf(families, job.needs, probesOf(token.id), probes, access.scopes);
    return {
      at,
      tookMs: took(),
      outcome: serviceOutcome(token.orgHost, rows),
      dpop: access.dpop,
      missing: job.scopes.filter((scope) => !access.scopes.includes(scope)),
      rows,
    };
  }

  #appOf(tokenId: string): ServiceApp {
    const app = this.#needs.store.app(tokenId);
    if (app === null) throw new Failed('not-found', words.desk.noKeyMade, words.desk.makeOneFirst);
    return app;
  }

  #jobOf(tokenId: string): JobNeeds {
    const job = this.#needs.job(tokenId);
    if (job === null || job.scopes.length === 0) {
      throw new Failed('not-found', words.desk.jobNotKnown, words.desk.sayJob);
    }
    return job;
  }
}
