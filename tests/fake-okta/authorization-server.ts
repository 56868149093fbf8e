import { randomBytes } from 'node:crypto';
import { exportJWK, generateKeyPair, type JWTPayload, jwtVerify, SignJWT } from 'jose';
import { dayMs, type FakeClock } from './model.ts';
import type { ServiceApp } from './service-apps.ts';

/** What the signatures of assertions and proofs may be made with (Okta, client authentication methods; DPoP guide). */
export const signatureAlgorithms: readonly string[] = ['RS256', 'RS384', 'RS512', 'ES256', 'ES384', 'ES512'];

/** Okta's access tokens for its own APIs live one hour, whatever is wanted. */
export const accessTokenSeconds = 3600;

/** What an access token says. */
export interface AccessToken {
  readonly clientId: string;
  readonly scopes: readonly string[];
  /** Thumbprint of the key its holder must prove to have; null for a bearer token. */
  readonly jkt: string | null;
  /** Its own id. */
  readonly id: string;
}

type Keys = Awaited<ReturnType<typeof generateKeyPair>>;

/** The authorization server every org has: it signs access tokens, gives nonces out, and remembers what may be used only once. */
export class AuthorizationServer {
  readonly #clock: FakeClock;
  readonly #used = new Set<string>();
  #nonces: { readonly value: string; readonly at: number }[] = [];
  #keys: Promise<Keys> | null = null;

  constructor(clock: FakeClock) {
    this.#clock = clock;
  }

  /** The nonce of the day; a new one comes every 24 hours. */
  get nonce(): string {
    const now = this.#clock.now();
    const last = this.#nonces.at(-1);
    if (last !== undefined && now - last.at < dayMs) return last.value;
    const value = randomBytes(24).toString('base64url');
    this.#nonces.push({ value, at: now });
    return value;
  }

  /** Whether a nonce is one of the last three days. */
  knows(nonce: unknown): boolean {
    const now = this.#clock.now();
    this.#nonces = this.#nonces.filter(({ at }) => now - at < 3 * dayMs);
    return this.#nonces.some(({ value }) => value === nonce);
  }

  /** Makes every nonce that is out worthless, so that the next token request is asked for a new one. */
  forgetNonces(): void {
    this.#nonces = [];
  }

  /** True the first time only. */
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

  /** What a token of ours says, or null when it is none, or over. */
  async read(value: string): Promise<AccessToken | null> {
    // A token cannot have come from a key that was never made.
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

  /** Made when first needed: an RSA key takes a while, and most tests want none. */
  #signing(): Promise<Keys> {
    this.#keys ??= generateKeyPair('RS256');
    return this.#keys;
  }
}
