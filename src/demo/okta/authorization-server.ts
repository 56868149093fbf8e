import { randomBytes } from 'node:crypto';
import { exportJWK, generateKeyPair, type JWTPayload, jwtVerify, SignJWT } from 'jose';
import { dayMs, type FakeClock } from './model.ts';
import type { ServiceApp } from './service-apps.ts';

/** The signature algorithms for assertions and proofs (Okta, client authentication methods; DPoP guide). */
export const signatureAlgorithms: readonly string[] = ['RS256', 'RS384', 'RS512', 'ES256', 'ES384', 'ES512'];

/** The lifetime of Okta's access tokens for its own APIs: always one hour. */
export const accessTokenSeconds = 3600;

/** The content of an access token. */
export interface AccessToken {
  readonly clientId: string;
  readonly scopes: readonly string[];
  /** The thumbprint of the key that its holder must prove; null for a bearer token. */
  readonly jkt: string | null;
  /** Its own id. */
  readonly id: string;
}

type Keys = Awaited<ReturnType<typeof generateKeyPair>>;

/** The authorization server of every org: it signs access tokens, issues nonces, and remembers ids that may be used only once. */
export class AuthorizationServer {
  readonly #clock: FakeClock;
  readonly #used = new Set<string>();
  #nonces: { readonly value: string; readonly at: number }[] = [];
  #keys: Promise<Keys> | null = null;

  constructor(clock: FakeClock) {
    this.#clock = clock;
  }

  /** Returns the nonce of the day, which changes every 24 hours. */
  get nonce(): string {
    const now = this.#clock.now();
    const last = this.#nonces.at(-1);
    if (last !== undefined && now - last.at < dayMs) return last.value;
    const value = randomBytes(24).toString('base64url');
    this.#nonces.push({ value, at: now });
    return value;
  }

  /** Returns whether a nonce is from the last three days. */
  knows(nonce: unknown): boolean {
    const now = this.#clock.now();
    this.#nonces = this.#nonces.filter(({ at }) => now - at < 3 * dayMs);
    return this.#nonces.some(({ value }) => value === nonce);
  }

  /** Invalidates every issued nonce, so that the next token request must use a new one. */
  forgetNonces(): void {
    this.#nonces = [];
  }

  /** Returns true for the first use only. */
  firstUse(kind: 'assertion' | 'proof', owner: string, jti: string): boolean {
    const key = JSON.stringify([kind, owner, jti]);
    const first = !this.#used.has(key);
    this.#used.add(key);
    return first;
  }

  async issue(
    app: ServiceApp,
    { issuer, scopes, jkt }: { issuer: string; scopes: readonly string[]; jkt: string | null },
  ): Promise<{ readonly value: string; readonly id: string }> {
    const { privateKey, publicKey } = await this.#signing();
    const kid = (await exportJWK(publicKey)).n?.slice(0, 16) ?? '';
    const now = Math.floor(this.#clock.now() / 1000);
    const id = `AT.${randomBytes(32).toString('base64url')}`;
    const value = await new SignJWT({
      ver: 1,
      cid: app.clientId,
      scp: [...scopes],
      ...(jkt === null ? {} : { cnf: { jkt } }),
    })
      .setProtectedHeader({ alg: 'RS256', kid })
      .setIssuer(issuer)
      .setAudience(issuer)
      .setSubject(app.clientId)
      .setJti(id)
      .setIssuedAt(now)
      .setExpirationTime(now + accessTokenSeconds)
      .sign(privateKey);
    return { value, id };
  }

  /** Returns the content of one of its own tokens, or null when the token is foreign or expired. */
  async read(value: string): Promise<AccessToken | null> {
    // No token can have a signature of a key that does not exist yet.
    if (this.#keys === null) return null;
    const { publicKey } = await this.#signing();
    let payload: JWTPayload;
    try {
      ({ payload } = await jwtVerify(value, publicKey, {
        algorithms: ['RS256'],
        currentDate: new Date(this.#clock.now()),
      }));
    } catch {
      return null;
    }
    const { cnf } = payload as { readonly cnf?: { readonly jkt: string } };
    return {
      clientId: String(payload.sub),
      scopes: payload.scp as string[],
      jkt: cnf?.jkt ?? null,
      id: String(payload.jti),
    };
  }

  /** Makes the keys on first use: an RSA key takes a while, and most tests need none. */
  #signing(): Promise<Keys> {
    this.#keys ??= generateKeyPair('RS256');
    return this.#keys;
  }
}
