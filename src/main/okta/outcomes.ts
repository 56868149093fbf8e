import { clip } from '../../shared/clip.ts';
import type { Outcome, OutcomeKind } from '../../shared/contract/outcome.ts';
import type { TokenRefusal } from './challenges.ts';
import { words } from './words.ts';

/** The facts of an answer that an outcome has in addition to its words. */
export interface OutcomeFacts {
  readonly status?: number | null;
  readonly errorCode?: string | null;
  readonly errorId?: string | null;
  readonly requestId?: string | null;
  readonly retryAt?: number | null;
}

/** The form of Okta's error codes (Okta, error codes). A gateway's own code says nothing about the token. */
const oktasCode = /^E\d{7}$/;

/** Returns an outcome with its sentence (what happened and why) and remedy (what to do). */
export function outcome(
  kind: OutcomeKind,
  sentence: string,
  remedy: string,
  facts: OutcomeFacts = {},
): Outcome {
  return {
    kind,
    word: words.outcome[kind],
    sentence: clip(sentence, 600),
    remedy: clip(remedy, 600),
    status: facts.status ?? null,
    errorCode: facts.errorCode ?? null,
    errorId: facts.errorId ?? null,
    requestId: facts.requestId ?? null,
    retryAt: facts.retryAt ?? null,
  };
}

/**
 * Returns the outcome of an answer with an error status. Only `errorCode` decides, never `errorSummary` ("may change"); Okta's error code
 * reference gives the meaning of each code. `waitMs` is the wait that the answer asks for; null when it does not say. `anonymous` means the
 * call had no token, so the outcome says nothing about one.
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
      words.outcomes.rateLimited(host, waitMs, anonymous ? 'nothing' : 'token'),
      anonymous ? words.outcomes.waitAndTryAgain : words.outcomes.waitAndTestAgain,
    );
  }
  if (status >= 500) {
    return say(
      'okta-trouble',
      words.outcomes.oktaTrouble(host, status, waitMs, anonymous),
      anonymous ? words.outcomes.oktaTroubleAnonymous : words.outcomes.oktaTroubleTest,
    );
  }
  switch (errorCode) {
    case 'E0000011':
      return say('not-accepted', words.outcomes.notAccepted(host), words.outcomes.howToTell);
    case 'E0000004':
    case 'E0000005':
      return say('not-accepted', words.outcomes.noToken(host), words.outcomes.copyAgain);
    case 'E0000006':
      return say('not-allowed', words.outcomes.notAllowed(host), words.outcomes.giveRole);
    case 'E0000015':
      return say('not-allowed', words.outcomes.noFeature(host), words.outcomes.askSubscription);
    default:
      return errorCode === null || !oktasCode.test(errorCode)
        ? say('unexpected-answer', words.outcomes.notOktasForm(host, status), words.outcomes.checkWay)
        : say('not-allowed', words.outcomes.refusedCall(host, status, errorCode), words.outcomes.giveCode);
  }
}

/**
 * Returns the outcome of a refused access token (RFC 6750, section 3.1; RFC 9449, section 7.1), or null for an error that says nothing
 * about the token. Its `errorCode` is the error's own name.
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
    case 'insufficient_scope':
      return say('not-allowed', words.outcomes.lacksScope(host, scopes), words.outcomes.grantScope);
    case 'invalid_token':
      return say('not-accepted', words.outcomes.invalidToken(host), words.outcomes.askForNewToken);
    case 'invalid_dpop_proof':
    case 'use_dpop_nonce':
      return say('not-accepted', words.outcomes.noProof(host), words.outcomes.checkClock);
    default:
      return status === 401 || status === 403
        ? say(
            status === 401 ? 'not-accepted' : 'not-allowed',
            words.outcomes.refused(host, error),
            words.outcomes.giveError,
          )
        : null;
  }
}

/** Returns why a token could not read something, as the end of a sentence. */
export const whyUnread = ({ kind, word }: Outcome): string =>
  kind === 'not-allowed' ? words.outcomes.mayNotRead : words.outcomes.whenAsked(word);
