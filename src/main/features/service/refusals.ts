import { clip } from '../../../shared/clip.ts';
import type { Outcome } from '../../../shared/contract/outcome.ts';
import { outcome } from '../../okta/outcomes.ts';
import { words as oktaWords } from '../../okta/words.ts';
import { words } from './words.ts';

/**
 * Returns why the token endpoint gave no token, by its `error` (RFC 6749, 5.2; Okta, OAuth error codes). Okta's description is included
 * word for word. It decides nothing, because Okta may change it.
 */
export function refusalOf(
  host: string,
  error: string | null,
  description: string,
  facts: { readonly status: number; readonly requestId: string | null; readonly waitMs: number | null },
): Outcome {
  const own = description === '' ? '' : words.refusals.oktaSays(clip(description, 200));
  const say = (kind: 'not-accepted' | 'not-allowed', sentence: string, remedy: string) =>
    outcome(kind, `${sentence}${own}`, remedy, { ...facts, errorCode: error });
  switch (error) {
    case 'invalid_client':
      return say('not-accepted', words.refusals.clientId(host), words.refusals.checkApp);
    case 'unauthorized_client':
    case 'unsupported_grant_type':
      return say('not-accepted', words.refusals.otherKind(host), words.refusals.makeServiceApp);
    case 'consent_required':
    case 'access_denied':
      return say('not-allowed', words.refusals.knowsAppHas(host), words.refusals.appUnderOkta);
    case 'invalid_scope':
      return say('not-allowed', words.refusals.doesNotKnow(host), words.refusals.scopeFeature);
    case 'invalid_dpop_proof':
    case 'use_dpop_nonce':
      return say('not-accepted', words.refusals.noProof(host), words.refusals.checkClock);
    default:
      if (facts.status === 429) {
        return outcome(
          'rate-limited',
          oktaWords.outcomes.rateLimited(host, facts.waitMs, 'app'),
          words.refusals.waitTestAgain,
          facts,
        );
      }
      return facts.status >= 500
        ? outcome(
            'okta-trouble',
            words.refusals.trouble(host, facts.status),
            words.refusals.testAgainFew,
            facts,
          )
        : outcome(
            'unexpected-answer',
            words.refusals.unexpected(host, facts.status, error, own),
            words.refusals.testAgainIf,
            { ...facts, errorCode: error },
          );
  }
}
