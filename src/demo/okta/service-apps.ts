import { createPublicKey } from 'node:crypto';
import type { JWK } from 'jose';
import { type FakeClock, type FakeRole, newId } from './model.ts';

/** One scope that an admin granted to an app. */
export interface ScopeGrant {
  readonly id: string;
  readonly scopeId: string;
  readonly created: number;
}

/** A role to give to an app. A standard role has its own label. */
export interface WantedRole {
  readonly type: string;
  readonly label?: string;
  /** The permissions of a custom role. */
  readonly permissions?: readonly string[];
}

/** One public key of an app, as the list of its keys shows it. */
export interface AppKey {
  readonly id: string;
  readonly jwk: JWK;
  readonly created: number;
  readonly lastUpdated: number;
  /** An inactive key signs nothing (Okta, OAuth 2.0 client JSON Web Key, `status`). */
  readonly active: boolean;
}

export interface ServiceAppOptions {
  readonly name: string;
  /** The public key. It gets a kid when it has none, as at Okta. */
  readonly jwk: JWK;
  readonly scopes?: readonly string[];
  readonly roles?: readonly WantedRole[];
  /** "Require Demonstrating Proof of Possession (DPoP) header in token requests". The default is on, as for a new app at Okta. */
  readonly dpop?: boolean;
}

/** Okta's labels of its standard roles. */
export const roleLabels: Readonly<Record<string, string>> = {
  SUPER_ADMIN: 'Super Administrator',
  ORG_ADMIN: 'Organization Administrator',
  READ_ONLY_ADMIN: 'Read-only Administrator',
  APP_ADMIN: 'Application Administrator',
  USER_ADMIN: 'Group Administrator',
  HELP_DESK_ADMIN: 'Help Desk Administrator',
  REPORT_ADMIN: 'Report Administrator',
  API_ACCESS_MANAGEMENT_ADMIN: 'API Access Management Administrator',
};

/** Returns whether a text has the form of an Okta API scope. The fake does not know which scopes exist. */
export const isOktaScope = (scope: string): boolean =>
  /^okta\.[A-Za-z]+(\.[A-Za-z]+)*\.(read|manage)$/.test(scope);

/**
 * Returns the public key in a text or a parsed JWK, or a sentence about its problem. Refuses a private key: it belongs to its maker, and
 * Okta takes only the public half.
 */
export function publicJwkFrom(given: unknown): { readonly jwk: JWK } | { readonly problem: string } {
  let jwk = given;
  if (typeof given === 'string') {
    try {
      jwk = JSON.parse(given);
    } catch {
      return { problem: 'The public key is not JSON.' };
    }
  }
  if (jwk === null || typeof jwk !== 'object' || Array.isArray(jwk)) {
    return { problem: 'The public key is not a JSON object.' };
  }
  const { kty, d, use, kid } = jwk as JWK;
  if (kty !== 'RSA' && kty !== 'EC') return { problem: 'The public key must be of kty RSA or EC.' };
  if (d !== undefined) return { problem: 'This is a private key. Only its public half belongs here.' };
  if (use !== undefined && use !== 'sig') return { problem: 'The public key is not for signatures (use).' };
  if (kid !== undefined && typeof kid !== 'string') return { problem: 'The kid is not a text.' };
  try {
    const key = createPublicKey({ key: jwk as JWK & Record<string, unknown>, format: 'jwk' });
    if (kty === 'RSA' && (key.asymmetricKeyDetails?.modulusLength ?? 0) < 2048) {
      return { problem: 'The RSA key has fewer than 2048 bits.' };
    }
  } catch {
    return { problem: `The public key is no ${kty} key.` };
  }
  return { jwk: jwk as JWK };
}

/** An API Services app: a client that acts for itself, with granted scopes and admin roles. */
export class ServiceApp {
  /** Its client id, which is also the app's id. */
  readonly id = newId('0oa');
  readonly name: string;
  readonly created: number;
  /** The percentage of each rate limit that it may use, as for a token. */
  percentage = 50;
  lastUpdated: number;
  readonly #clock: FakeClock;
  #active = true;
  #grants: ScopeGrant[] = [];
  #roles: FakeRole[] = [];
  #keys: AppKey[] = [];
  #dpop: boolean;

  constructor(options: ServiceAppOptions, clock: FakeClock) {
    this.name = options.name;
    this.#clock = clock;
    this.created = clock.now();
    this.lastUpdated = this.created;
    this.#dpop = options.dpop ?? true;
    this.setKeys(options.jwk);
    this.setScopes(...(options.scopes ?? []));
    this.setRoles(...(options.roles ?? []));
  }

  get clientId(): string {
    return this.id;
  }

  get active(): boolean {
    return this.#active;
  }

  /** Whether token requests must carry a DPoP proof. */
  get dpop(): boolean {
    return this.#dpop;
  }

  get grants(): readonly ScopeGrant[] {
    return this.#grants;
  }

  get scopes(): readonly string[] {
    return this.#grants.map(({ scopeId }) => scopeId);
  }

  get roles(): readonly FakeRole[] {
    return this.#roles;
  }

  /** The public keys, each with a kid. */
  get keys(): readonly JWK[] {
    return this.#keys.map(({ jwk }) => jwk);
  }

  /** The public keys with their states. */
  get keyEntries(): readonly AppKey[] {
    return this.#keys;
  }

  /** The public keys that may sign. */
  get activeKeys(): readonly JWK[] {
    return this.#keys.flatMap(({ jwk, active }) => (active ? [jwk] : []));
  }

  /** Grants exactly these scopes. Issued tokens keep theirs. */
  setScopes(...scopes: readonly string[]): void {
    this.#grants = scopes.map(
      (scopeId) =>
        this.#grants.find((grant) => grant.scopeId === scopeId) ?? {
          id: newId('oag'),
          scopeId,
          created: this.#clock.now(),
        },
    );
    this.#touch();
  }

  /** Gives it exactly these roles, from the next call on. */
  setRoles(...roles: readonly WantedRole[]): void {
    this.#roles = roles.map(({ type, label, permissions }) => ({
      type,
      label: label ?? roleLabels[type] ?? type,
      assignmentType: 'CLIENT' as const,
      ...(permissions === undefined ? {} : { permissions }),
    }));
    this.#touch();
  }

  /** Replaces its keys. Without keys it cannot get a token. Throws for anything but a public key. */
  setKeys(...keys: readonly JWK[]): void {
    this.#keys = keys.map((key) => this.#entry(key));
    this.#touch();
  }

  /** Adds an active key beside the others. Throws for anything but a public key. */
  addKey(key: JWK): void {
    this.#keys = [...this.#keys, this.#entry(key)];
    this.#touch();
  }

  /** Sets whether a key may sign, from the next call on. */
  setKeyActive(kid: string, active: boolean): void {
    const lastUpdated = this.#clock.now();
    this.#keys = this.#keys.map((key) => (key.jwk.kid === kid ? { ...key, active, lastUpdated } : key));
    this.#touch();
  }

  /** Deletes a key. Throws for an active one: Okta deletes only an inactive key (Okta, delete an OAuth 2.0 client JSON Web Key). */
  deleteKey(kid: string): void {
    if (this.activeKeys.some((key) => key.kid === kid))
      throw new Error('Only an inactive key can be deleted.');
    this.#keys = this.#keys.filter(({ jwk }) => jwk.kid !== kid);
    this.#touch();
  }

  #entry(key: JWK): AppKey {
    const read = publicJwkFrom(key);
    if ('problem' in read) throw new Error(read.problem);
    const [id, now] = [newId('pks'), this.#clock.now()];
    const jwk = { ...read.jwk, kid: read.jwk.kid ?? newId('kid'), use: 'sig' };
    return { id, jwk, created: now, lastUpdated: now, active: true };
  }

  setDpop(required: boolean): void {
    this.#dpop = required;
    this.#touch();
  }

  /** Ends its tokens and refuses new ones until `activate`. */
  deactivate(): void {
    this.#active = false;
    this.#touch();
  }

  activate(): void {
    this.#active = true;
    this.#touch();
  }

  #touch(): void {
    this.lastUpdated = this.#clock.now();
  }
}
