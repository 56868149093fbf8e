import { createHash } from 'node:crypto';
import { type CryptoKey, exportJWK, generateKeyPair, type JWK, type JWTPayload, SignJWT } from 'jose';
import type { ServiceApp } from '../../src/demo/okta/service-apps.ts';
import { type Answer, ask } from './ask.ts';
import type { FakeOkta, RunningOrg } from './server.ts';

/** The key pair of an OAuth client. */
export interface ClientKey {
  readonly alg: string;
  readonly privateKey: CryptoKey;
  /** The public half, with a kid. */
  readonly jwk: JWK & { readonly kid: string };
}

let made = 0;

/** Returns a new key. The default is an elliptic curve, because RSA keys take long. */
export async function newClientKey(alg = 'ES256'): Promise<ClientKey> {
  const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true });
  made++;
  return { alg, privateKey, jwk: { ...(await exportJWK(publicKey)), kid: `key-${made}`, alg } };
}

/** A test's changes to a correct JWT. An undefined claim or parameter is removed. */
export interface Changes {
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly header?: Readonly<Record<string, unknown>>;
}

const present = (values: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));

function sign(key: ClientKey, claims: JWTPayload, header: object, changes: Changes): Promise<string> {
  return new SignJWT(present({ ...claims, ...changes.claims }))
    .setProtectedHeader({ alg: key.alg, ...present({ ...header, ...changes.header }) })
    .sign(key.privateKey);
}

/** Returns a short form of a token endpoint's answer: its status and its error. */
export const said = ({ status, json }: Answer): string => {
  const { error, error_description: description } = json() as { error?: string; error_description?: string };
  return error === undefined ? String(status) : `${status} ${error}: ${description}`;
};

/** Returns a short form of WWW-Authenticate. */
export const challenged = ({ status, headers }: Answer): string => {
  const [, scheme, error, description] =
    /^(\w+) .*error="([^"]+)", error_description="([^"]+)"/.exec(String(headers['www-authenticate'])) ?? [];
  return `${status} ${scheme} ${error}: ${description}`;
};

/** A client of one service app. It uses only jose and Node's own client, so that the test covers the fake. */
export class OAuthAsker {
  readonly #fake: FakeOkta;
  readonly #running: RunningOrg;
  readonly #app: ServiceApp;
  readonly #key: ClientKey;
  readonly #proofKey: ClientKey;

  constructor(fake: FakeOkta, running: RunningOrg, app: ServiceApp, key: ClientKey, proofKey: ClientKey) {
    this.#fake = fake;
    this.#running = running;
    this.#app = app;
    this.#key = key;
    this.#proofKey = proofKey;
  }

  get tokenUrl(): string {
    return `${this.#running.origin}/oauth2/v1/token`;
  }

  get now(): number {
    return Math.floor(this.#fake.clock.now() / 1000);
  }

  /** Returns a correct assertion with these changes. */
  assertion(changes: Changes = {}, key: ClientKey = this.#key): Promise<string> {
    const { clientId } = this.#app;
    const [iat, exp] = [this.now, this.now + 300];
    return sign(
      key,
      { iss: clientId, sub: clientId, aud: this.tokenUrl, iat, exp, jti: crypto.randomUUID() },
      { kid: key.jwk.kid },
      changes,
    );
  }

  /** Returns a correct proof for one request with these changes. */
  proof(htm: string, htu: string, changes: Changes = {}, key: ClientKey = this.#proofKey): Promise<string> {
    const { kid: _, alg: __, ...jwk } = key.jwk;
    return sign(
      key,
      { htm, htu, iat: this.now, jti: crypto.randomUUID() },
      { typ: 'dpop+jwt', jwk },
      changes,
    );
  }

  /** Requests a token with a correct form and these changes; null removes a field. */
  async request(
    form: Readonly<Record<string, string | null>> = {},
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Answer> {
    const whole: Record<string, string | null> = {
      grant_type: 'client_credentials',
      scope: 'okta.users.read',
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: form.client_assertion === undefined ? await this.assertion() : null,
      ...form,
    };
    const fields = Object.entries(whole).flatMap(([name, value]) => (value === null ? [] : [[name, value]]));
    return ask(this.#fake, this.#running, 'POST', '/oauth2/v1/token', {
      form: Object.fromEntries(fields) as Record<string, string>,
      headers,
    });
  }

  /** Requests a token with a proof, and then again with the nonce from the answer. */
  async requestWithProof(
    form: Readonly<Record<string, string | null>> = {},
    changes: Changes = {},
    key: ClientKey = this.#proofKey,
  ): Promise<Answer> {
    const first = await this.request({}, { dpop: await this.proof('POST', this.tokenUrl, {}, key) });
    const claims = { nonce: String(first.headers['dpop-nonce']), ...changes.claims };
    const dpop = await this.proof('POST', this.tokenUrl, { ...changes, claims }, key);
    return this.request(form, { dpop });
  }

  /** Returns an access token, bound to a key if the app requires it. Throws when the request fails. */
  async token(scope = 'okta.users.read'): Promise<string> {
    const answer = this.#app.dpop ? await this.requestWithProof({ scope }) : await this.request({ scope });
    const { access_token: token } = answer.json() as { access_token?: string };
    if (token === undefined) throw new Error(`The fake gave no token: ${answer.text}`);
    return token;
  }

  /** Calls with a bearer token. */
  bearer(method: string, path: string, token: string, body?: unknown): Promise<Answer> {
    return ask(this.#fake, this.#running, method, path, {
      headers: { authorization: `Bearer ${token}` },
      ...(body === undefined ? {} : { body }),
    });
  }

  /** Calls with a bound token and a correct proof with these changes. */
  async bound(
    method: string,
    path: string,
    token: string,
    changes: Changes = {},
    key: ClientKey = this.#proofKey,
  ): Promise<Answer> {
    const url = new URL(path, this.#running.origin);
    const ath = createHash('sha256').update(token).digest('base64url');
    const dpop = await this.proof(
      method,
      `${url.origin}${url.pathname}`,
      { ...changes, claims: { ath, ...changes.claims } },
      key,
    );
    return ask(this.#fake, this.#running, method, path, {
      headers: { authorization: `DPoP ${token}`, dpop },
    });
  }
}
