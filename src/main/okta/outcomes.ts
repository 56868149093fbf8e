import type { Outcome, OutcomeKind } from '../../shared/contract/outcome.ts';
import type { TokenRefusal } from './challenges.ts';

/** The first words on the page, one per kind. */
export const words: Readonly<Record<OutcomeKind, string>> = {
  accepted: 'Working',
  'not-accepted': 'Not accepted',
  'not-allowed': 'Not allowed',
  'rate-limited': 'Rate limited',
  'owner-inactive': 'Owner inactive',
  'zone-blocked': 'Blocked by network zone',
  'not-an-okta-org': 'Org not found',
  'no-network': 'No network',
  proxy: 'Proxy problem',
  tls: 'TLS problem',
  timeout: 'Timed out',
  'okta-trouble': 'Okta trouble',
  'unexpected-answer': 'Unexpected answer',
};

/** What of an answer goes into an outcome besides its words. */
export interface OutcomeFacts {
  readonly status?: number | null;
  readonly errorCode?: string | null;
  readonly errorId?: string | null;
  readonly requestId?: string | null;
  readonly retryAt?: number | null;
}

/** An outcome with its sentence (what happened and why) and remedy (what to do). */
export function outcome(
  kind: OutcomeKind,
  sentence: string,
  remedy: string,
  facts: OutcomeFacts = {},
): Outcome {
  return {
    kind,
    word: words[kind],
    sentence: sentence.slice(0, 600),
    remedy: remedy.slice(0, 600),
    status: facts.status ?? null,
    errorCode: facts.errorCode ?? null,
    errorId: facts.errorId ?? null,
    requestId: facts.requestId ?? null,
    retryAt: facts.retryAt ?? null,
  };
}

/** A span of time for the end of a sentence, rounded up: "42 s", "3 minutes", "5 hours", "4 days". */
export function spanWords(ms: number): string {
  const s = Math.ceil(ms / 1000);
  if (s < 120) return `${s} s`;
  if (s < 2 * 3_600) return `${Math.ceil(s / 60)} minutes`;
  return s < 2 * 86_400 ? `${Math.ceil(s / 3_600)} hours` : `${Math.ceil(s / 86_400)} days`;
}

/** When a limit frees up, as a sentence; null when the answer does not say. */
export const freesUp = (waitMs: number | null): string =>
  waitMs === null ? 'It does not say for how long.' : `It frees up in about ${spanWords(waitMs)}.`;

/**
 * The outcome of an answer Okta gave with an error status. Only `errorCode` decides, never `errorSummary` ("may change"); which code
 * means what is in Okta's error code reference. `waitMs` is how long the answer asks to wait, null when it does not say. `anonymous`: the call
 * had no token, so nothing can be said of one.
 */
export function outcomeOfError(
  host: string,
  status: number,
  facts: OutcomeFacts,
  waitMs: number | null,
  anonymous = false,
): Outcome {
  const { errorCode = null } = facts;
  const say = (kind: OutcomeKind, sentence: string, remedy: string) =>
    outcome(kind, sentence, remedy, { ...facts, status });

  if (status === 429) {
    return say(
      'rate-limited',
      `${host} has had as many requests as it allows for now. ${freesUp(waitMs)}${anonymous ? '' : ' The token itself was not judged.'}`,
      anonymous
        ? 'Wait and try again.'
        : 'Wait and test again, or find what else is calling with this token.',
    );
  }
  if (status >= 500) {
    return say(
      'okta-trouble',
      `${host} answered with an error of its own (HTTP ${status}), so ${anonymous ? 'it is not known whether it is an Okta org' : 'nothing is known about the token'}.${waitMs === null ? '' : ` It asks to wait for about ${spanWords(waitMs)}.`}`,
      anonymous
        ? 'Check the Org URL, then try again in a few minutes. If it goes on, look at status.okta.com.'
        : 'Test again in a few minutes. If it goes on, look at status.okta.com and give Okta the request id.',
    );
  }
  switch (errorCode) {
    case 'E0000011':
      return say(
        'not-accepted',
        `${host} does not know this token. It was revoked, or expired after 30 days without use, or its owner was deactivated, or the value was miscopied, or it belongs to another org.`,
        'In the Admin Console look under Security, API, Tokens: if the token is listed there, the value was miscopied or its owner is not active; if it is not, it was revoked or has expired, and you need a new one.',
      );
    case 'E0000004':
    case 'E0000005':
      return say(
        'not-accepted',
        `${host} did not take this for an API token at all.`,
        'Copy the value again. It begins with 00 and has 42 characters; the Admin Console shows it only once.',
      );
    case 'E0000006':
      return say(
        'not-allowed',
        `${host} accepted the token but does not allow it this call: its owner has no admin role for it, or the token may not be used from this computer's address.`,
        'Give the owner the smallest role that covers the call, or look at the network zones of the token in the Admin Console.',
      );
    case 'E0000015':
      return say(
        'not-allowed',
        `${host} accepted the token, but the org does not have the feature that was asked for.`,
        'Ask Okta whether the feature belongs to your subscription.',
      );
    default:
      return errorCode === null
        ? say(
            'unexpected-answer',
            `${host} answered with HTTP ${status}, and not in Okta's form.`,
            'Test again. If it goes on, check that nothing between this computer and Okta changes answers.',
          )
        : say(
            'not-allowed',
            `${host} accepted the token but refused this call${status === 404 ? ': what was asked for is not there, or not for this token to see' : ''} (${errorCode}).`,
            'Give Okta the error code and the request id if you need to know why.',
          );
  }
}

/**
 * The outcome of a refused access token (RFC 6750, section 3.1; RFC 9449, section 7.1), or null for an error that says nothing of the token.
 * Its `errorCode` is the error's own name.
 */
export function outcomeOfRefusal(
  host: string,
  status: number,
  { error, scopes }: TokenRefusal,
  facts: OutcomeFacts,
): Outcome | null {
  const say = (kind: OutcomeKind, sentence: string, remedy: string) =>
    outcome(kind, sentence, remedy, { ...facts, status, errorCode: error });
  switch (error) {
    case 'insufficient_scope': {
      const named =
        scopes.length === 0 ? 'a scope that this call asks for' : `the scope ${scopes.join(' or ')}`;
      return say(
        'not-allowed',
        `${host} accepted the token, but the token lacks ${named}.`,
        'In the app, under Okta API Scopes, grant the scope, and ask for it with the next token. Only a super admin can grant it.',
      );
    }
    case 'invalid_token':
      return say(
        'not-accepted',
        `${host} does not accept this token: it has expired, was revoked, or is not meant for this org.`,
        'Ask for a new token and try again.',
      );
    case 'invalid_dpop_proof':
    case 'use_dpop_nonce':
      return say(
        'not-accepted',
        `${host} did not take the proof of possession that goes with this token.`,
        'Look whether this computer’s clock is right, then test again.',
      );
    default:
      return status === 401 || status === 403
        ? say(
            status === 401 ? 'not-accepted' : 'not-allowed',
            `${host} refused the token (${error}).`,
            'Give Okta the error and the request id if you need to know why.',
          )
        : null;
  }
}

/** Why something could not be read with a token, as the end of a sentence. */
export const whyUnread = ({ kind, word }: Outcome): string =>
  kind === 'not-allowed' ? 'this token may not read it' : `${word.toLowerCase()} when asked`;
