import { z } from 'zod';
import { clip } from '../../shared/clip.ts';
import type { Outcome, OutcomeKind } from '../../shared/contract/outcome.ts';
import type { Log } from '../base/ports.ts';
import { Secret } from '../base/secret.ts';
import type { Answer, AnswerFacts, Call } from './answer.ts';
import { tokenRefusal } from './challenges.ts';
import type { Credential } from './credential.ts';
import { isPage, notAnOktaOrg, notUnderstood, redirected } from './odd-answers.ts';
import { outcome, outcomeOfError, outcomeOfRefusal } from './outcomes.ts';
import { json, type Raw } from './raw-answer.ts';
import { oktaError } from './schemas.ts';
import { words } from './words.ts';

type Asked<T> = Pick<Call<T>, 'origin' | 'path' | 'schema'> & { readonly secret: Credential | null };

/** The status of a network that wants a sign-in first. */
export const signInFirst = 511;

/** Returns the final answer of a call that is not repeated. */
export function judged<T>(call: Asked<T>, raw: Raw, facts: AnswerFacts, log: Log): Answer<T> {
  const { status } = raw;
  if (status >= 200 && status < 300) {
    const parsed = call.schema.safeParse(json(raw.text));
    if (parsed.success) return { ...facts, kind: 'accepted', value: parsed.data };
    log.note('okta.unexpected', {
      path: call.path,
      status,
      where: clip(z.prettifyError(parsed.error), 200),
    });
    const { host } = new URL(call.origin);
    return { ...facts, ...failure(notUnderstood(call.secret === null, host, facts, raw)) };
  }
  const said =
    status >= 300 && status < 400 && status !== 304
      ? redirected(call, new URL(call.origin).host, raw, facts)
      : refusedWith(call, raw, facts, null, 0);
  const causes = causesIn(raw);
  return { ...facts, ...failure(said), ...(causes.length === 0 ? {} : { causes }) };
}

/** The most causes that a person is told. */
const mostCauses = 5;

function causesIn({ text }: Raw): string[] {
  const { data } = oktaError.safeParse(json(text));
  return (data?.errorCauses ?? []).slice(0, mostCauses).map(({ errorSummary }) => errorSummary);
}

/**
 * Returns the outcome of an error status. `waitMs` is the wait that the answer asks for; null when it does not say. `now` is this
 * computer's time.
 */
export function refusedWith(
  { origin, secret }: Pick<Asked<unknown>, 'origin' | 'secret'>,
  raw: Raw,
  facts: AnswerFacts,
  waitMs: number | null,
  now: number,
): Outcome {
  const { host } = new URL(origin);
  const { status } = raw;
  // RFC 6585, 6: the network wants a sign-in first, as in a hotel, so the answer is never the org's.
  if (status === signInFirst) return notAnOktaOrg(host, raw, facts);
  const parsed = oktaError.safeParse(json(raw.text));
  if (secret === null && status < 429) {
    return outcome('not-an-okta-org', words.judge.noOrg(host), words.judge.checkOrgUrl, facts);
  }
  if (status < 429) {
    const refusal = tokenRefusal(raw.headers['www-authenticate']);
    // A challenge on a web page, or without Okta's form and request id, is of something between this computer and Okta.
    const isOthers = isPage(raw) || (facts.requestId === null && !parsed.success);
    // An API token has no scopes and no proofs, so Okta's own code says more about it. For an access token the challenge says more.
    const isTold = parsed.success && secret instanceof Secret && refusal?.error !== 'insufficient_scope';
    const said =
      refusal === null || isTold || isOthers ? null : outcomeOfRefusal(host, status, refusal, facts);
    if (said !== null) return said;
    if (!parsed.success) return notUnderstood(false, host, facts, raw);
  }
  const okta = {
    ...facts,
    errorCode: parsed.success ? parsed.data.errorCode : null,
    errorId: parsed.success ? (parsed.data.errorId ?? null) : null,
    retryAt: waitMs === null ? null : now + waitMs,
  };
  return outcomeOfError(host, status, okta, waitMs, secret === null);
}

/** Returns the nonce that a refused proof of possession must include (RFC 9449, section 9), or null. */
export function nonceWanted({ secret }: Pick<Asked<unknown>, 'secret'>, raw: Raw): string | null {
  if (secret === null || secret instanceof Secret || raw.status < 400 || raw.status >= 429) return null;
  const nonce = [raw.headers['dpop-nonce'] ?? []].flat()[0] ?? '';
  // The characters that a nonce may have (RFC 9449, section 8.1).
  if (!/^[\x21\x23-\x5b\x5d-\x7e]{1,500}$/.test(nonce)) return null;
  return tokenRefusal(raw.headers['www-authenticate'])?.error === 'use_dpop_nonce' ? nonce : null;
}

/** Returns the facts of a call without an answer. */
export const nothing = (ms: number): AnswerFacts => ({
  status: null,
  requestId: null,
  ms,
  rateLimit: null,
  dateHeader: null,
});

/** Returns an outcome as the rest of an answer. */
export const failure = (said: Outcome) => ({
  kind: said.kind as Exclude<OutcomeKind, 'accepted'>,
  outcome: said,
});
