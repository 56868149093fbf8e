import { Failed } from '../../base/failure.ts';
import type { Clock } from '../../base/ports.ts';
import type { Secret } from '../../base/secret.ts';
import { unlessAborted } from '../../base/unless-aborted.ts';
import type { OktaClient } from '../../okta/client.ts';
import type { AccessToken } from '../../okta/credential.ts';
import { askAccess, type Granted } from './access-token.ts';
import type { TestedApp } from './app-test.ts';
import { words } from './words.ts';

/** How long before its end Keyturn stops using an access token, in milliseconds, so that a running call does not outlive it. */
const marginMs = 60_000;

/** An access token that is lent for one call. The borrower disposes of it. */
export interface LentAccess extends Disposable {
  readonly credential: AccessToken;
  readonly value: Secret;
  readonly scheme: 'Bearer' | 'DPoP';
  /** Okta answered that it does not accept the access token, so Keyturn does not lend it again. */
  refused(): void;
}

interface Held {
  readonly granted: Granted;
  /** The key, Client ID and job of the request. Another key, Client ID or job needs another access token. */
  readonly by: string;
  /** When Okta gave it. */
  readonly at: number;
}

/** A request for an access token that several calls wait for. */
interface Asking {
  readonly granted: Promise<Granted>;
  readonly stop: AbortController;
  waiting: number;
}

/** Lends access tokens of apps. It keeps them in memory only, until they expire or a lock wipes them. */
export class AppAccess {
  readonly #client: Pick<OktaClient, 'pass'>;
  readonly #clock: Clock;
  readonly #held = new Map<string, Held>();
  readonly #asking = new Map<string, Asking>();
  #ending = new AbortController();

  constructor({ client, clock }: { readonly client: Pick<OktaClient, 'pass'>; readonly clock: Clock }) {
    this.#client = client;
    this.#clock = clock;
  }

  /**
   * Lends an access token of an app, for one call. `own` asks for an access token that no other call uses and that lasts its whole hour.
   * Rejects with Failed `okta` and Okta's reason when Okta gives none, and with the signal's reason.
   */
  async lend(appId: string, app: TestedApp, own: boolean, signal: AbortSignal): Promise<LentAccess> {
    const granted = own
      ? await this.#ask(app, AbortSignal.any([signal, this.#ending.signal]))
      : await this.#shared(appId, app, signal);
    // A lock wipes the kept access tokens. A running call has its own copy.
    const value = own ? granted.value : granted.value.copy();
    return {
      credential: granted.token,
      value,
      scheme: granted.dpop ? 'DPoP' : 'Bearer',
      refused: () => this.drop(appId),
      [Symbol.dispose]: () => value.wipe(),
    };
  }

  /** Wipes the access token of an app. */
  drop(appId: string): void {
    this.#held.get(appId)?.granted.value.wipe();
    this.#held.delete(appId);
  }

  /** Wipes all access tokens, and ends every request for one. */
  clear(): void {
    this.#ending.abort(new Failed('cancelled', words.appAccess.locked));
    this.#ending = new AbortController();
    for (const appId of [...this.#held.keys()]) this.drop(appId);
  }

  /**
   * Returns the kept access token of an app, or a new one. Calls that come at the same time share one request, which ends when none of them
   * waits any more.
   */
  async #shared(appId: string, app: TestedApp, signal: AbortSignal): Promise<Granted> {
    const by = `${app.kid} ${app.clientId} ${app.job.scopes.join(' ')}`;
    const held = this.#held.get(appId);
    const now = this.#clock.now();
    // After the clock was set back, nobody knows how old the token is.
    if (held?.by === by && held.at <= now && now < held.granted.until - marginMs) return held.granted;
    const name = `${appId} ${by}`;
    const asking = this.#asking.get(name) ?? this.#begun(name, appId, app, by);
    asking.waiting++;
    try {
      return await unlessAborted(asking.granted, signal);
    } finally {
      asking.waiting--;
      if (asking.waiting === 0) {
        // Only a request that somebody waits for is in the map, so this one still is.
        this.#asking.delete(name);
        asking.stop.abort(signal.reason);
      }
    }
  }

  #begun(name: string, appId: string, app: TestedApp, by: string): Asking {
    const stop = new AbortController();
    const signal = AbortSignal.any([stop.signal, this.#ending.signal]);
    const asking = { granted: this.#kept(appId, app, by, signal), stop, waiting: 0 };
    this.#asking.set(name, asking);
    return asking;
  }

  async #kept(appId: string, app: TestedApp, by: string, signal: AbortSignal): Promise<Granted> {
    const granted = await this.#ask(app, signal);
    // Keyturn keeps no access token after a lock, and none that nobody waits for.
    if (signal.aborted) {
      granted.value.wipe();
      throw signal.reason;
    }
    this.drop(appId);
    this.#held.set(appId, { granted, by, at: this.#clock.now() });
    return granted;
  }

  async #ask({ origin, clientId, kid, key, job }: TestedApp, signal: AbortSignal): Promise<Granted> {
    const by = { client: this.#client, clock: this.#clock, origin, clientId, kid, key };
    const access = await askAccess({ ...by, scopes: job.scopes, signal });
    if (access.kind === 'granted') return access;
    throw new Failed('okta', access.outcome.sentence, access.outcome.remedy);
  }
}
