import type { KeyObject } from 'node:crypto';
import { z } from 'zod';
import type { Outcome } from '../../../shared/contract/outcome.ts';
import type { Clock } from '../../base/ports.ts';
import { Secret } from '../../base/secret.ts';
import { tokenRefusal } from '../../okta/challenges.ts';
import type { OktaClient } from '../../okta/client.ts';
import type { AccessToken } from '../../okta/credential.ts';
import { looseNumber, looseText } from '../../okta/lenient.ts';
import { header, json, sendable } from '../../okta/raw-answer.ts';
import { askedWait } from '../../okta/waits.ts';
import { makeProofKey } from './app-key.ts';
import { refusalOf } from './refusals.ts';
import { clientAssertion, type ProofKey, proofOf } from './signed.ts';

export interface AskAccess {
  readonly client: Pick<OktaClient, 'pass'>;
  readonly clock: Pick<Clock, 'now'>;
  readonly origin: string;
  readonly clientId: string;
  readonly kid: string;
  readonly key: KeyObject;
  readonly scopes: readonly string[];
  readonly signal: AbortSignal;
}

/** The access that Okta gave an app. */
export interface Granted {
  readonly kind: 'granted';
  readonly token: AccessToken;
  /** The value as it is sent. The caller wipes it, and the token with it. */
  readonly value: Secret;
  /** The granted scopes out of the requested ones. */
  readonly scopes: readonly string[];
  /** Whether the app requires a proof with each call. */
  readonly dpop: boolean;
  /** When Okta stops accepting it, in milliseconds since 1970. */
  readonly until: number;
}

/** The access that Okta gave an app, or why Okta gave none. */
export type Access = Granted | { readonly kind: 'refused'; readonly outcome: Outcome };

/** The token endpoint of the org authorization server. Only this server gives scopes of Okta's own API (Okta, OAuth for Okta). */
const path = '/oauth2/v1/token';

const granted = z.object({
  token_type: z.string(),
  /** A token68, which a header takes (RFC 6750, 2.1; RFC 9110, 11.2). Any other would break a call, or the start of a program that gets it. */
  access_token: z
    .string()
    .regex(/^[A-Za-z0-9._~+/-]+=*$/)
    .max(16_000),
  scope: z.string().max(8_000).nullish(),
  /** The lifetime in seconds (RFC 6749, 5.1). Okta's access tokens last an hour (Okta, OAuth for Okta). */
  expires_in: looseNumber.pipe(z.number().positive().max(86_400)).nullish(),
});
const refused = z.object({ error: z.string().max(80), error_description: looseText(1_000) });

/**
 * Requests an access token by the client credentials grant (RFC 6749, 4.4). It first asks without a proof. When the app requires proofs of
 * possession, it asks again with a proof and with Okta's nonce (RFC 9449, 8), so there are three calls at most. Rejects with the signal's
 * reason when aborted.
 */
export async function askAccess(ask: AskAccess): Promise<Access> {
  let proofKey: ProofKey | null = null;
  let nonce: string | undefined;
  for (;;) {
    const answer = await post(ask, proofKey, nonce);
    if ('outcome' in answer) return { kind: 'refused', outcome: answer.outcome };
    const body = json(answer.body.toString('utf8'));
    const good = granted.safeParse(body);
    if (answer.status === 200 && good.success) {
      const { token_type: type, access_token: text, scope, expires_in: seconds } = good.data;
      const value = Secret.fromText(text);
      return {
        kind: 'granted',
        value,
        until: ask.clock.now() + (seconds ?? 3_600) * 1000,
        token: tokenOf(value, type.toLowerCase() === 'dpop' ? proofKey : null, ask.clock),
        scopes: (scope ?? '').split(' ').filter((one) => ask.scopes.includes(one)),
        dpop: proofKey !== null,
      };
    }
    const bad = refused.safeParse(body);
    const error = bad.success
      ? bad.data.error
      : (tokenRefusal(answer.headers['www-authenticate'])?.error ?? null);
    const given = header(answer, 'dpop-nonce');
    if (error === 'invalid_dpop_proof' && proofKey === null) {
      proofKey = await makeProofKey();
    } else if (error === 'use_dpop_nonce' && proofKey !== null && nonce === undefined && given !== null) {
      nonce = given;
    } else {
      const now = ask.clock.now();
      const date = Date.parse(header(answer, 'date') ?? '');
      const okta = { now: Number.isNaN(date) ? now : date, known: !Number.isNaN(date) };
      const facts = {
        status: answer.status,
        requestId: sendable(header(answer, 'x-okta-request-id')),
        waitMs: askedWait(answer.status, answer.headers, okta),
      };
      const description = bad.success ? (bad.data.error_description ?? '') : '';
      return { kind: 'refused', outcome: refusalOf(new URL(ask.origin).host, error, description, facts) };
    }
  }
}

async function post(ask: AskAccess, proofKey: ProofKey | null, nonce: string | undefined) {
  const { clock, origin, clientId, kid, key } = ask;
  const url = `${origin}${path}`;
  const form = new URLSearchParams({
    grant_type: 'client_credentials',
    scope: ask.scopes.join(' '),
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    client_assertion: await clientAssertion({ clientId, kid, key, audience: url, now: clock.now() }),
  });
  const call = { method: 'POST', url, now: clock.now(), ...(nonce === undefined ? {} : { nonce }) };
  return ask.client.pass({
    origin,
    secret: null,
    method: 'POST',
    path,
    search: '',
    headers: {
      accept: 'application/json',
      'content-type': 'application/x-www-form-urlencoded',
      ...(proofKey === null ? {} : { dpop: await proofOf(proofKey, call) }),
    },
    body: Buffer.from(form.toString()),
    signal: ask.signal,
  });
}

function tokenOf(value: Secret, proofKey: ProofKey | null, clock: Pick<Clock, 'now'>): AccessToken {
  const text = () => value.use((bytes) => bytes.toString('latin1'));
  return {
    value,
    headersFor: async (method, url, nonce) =>
      proofKey === null
        ? { authorization: `Bearer ${text()}` }
        : {
            authorization: `DPoP ${text()}`,
            dpop: await proofOf(proofKey, {
              method,
              url,
              now: clock.now(),
              accessToken: text(),
              ...(nonce === undefined ? {} : { nonce }),
            }),
          },
  };
}
