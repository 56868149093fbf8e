import type { Outcome } from '../../../shared/contract/outcome.ts';
import { outcome } from '../../okta/outcomes.ts';
import { words as oktaWords } from '../../okta/words.ts';

/**
 * Why the token endpoint gave nothing, by its `error` (RFC 6749, 5.2; Okta, OAuth error codes). What Okta describes it by goes along in its
 * own words, and decides nothing: they may change.
 */
export function refusalOf(
  host: string,
  error: string | null,
  description: string,
  facts: { readonly status: number; readonly requestId: string | null; readonly waitMs: number | null },
): Outcome {
  const own = description === '' ? '' : ` Okta says: "${description.slice(0, 200)}"`;
  const say = (kind: 'not-accepted' | 'not-allowed', sentence: string, remedy: string) =>
    outcome(kind, `${sentence}${own}`, remedy, { ...facts, errorCode: error });
  switch (error) {
    case 'invalid_client':
      return say(
        'not-accepted',
        `${host} does not take this Client ID with this key.`,
        'In the app look under General: the Client ID is the one given here, Client authentication is "Public key / Private key", and this public key is there and active. If that is so, look whether this computer’s clock is right.',
      );
    case 'unauthorized_client':
    case 'unsupported_grant_type':
      return say(
        'not-accepted',
        `${host} knows the app, but it is none that asks for itself.`,
        'Make an app of the kind API Services, and give its Client ID here.',
      );
    case 'consent_required':
    case 'access_denied':
      return say(
        'not-allowed',
        `${host} knows the app and has granted it none of these scopes.`,
        'In the app, under Okta API Scopes, grant the scopes above. Only a super admin can.',
      );
    case 'invalid_scope':
      return say(
        'not-allowed',
        `${host} does not know one of these scopes.`,
        'The org may not have the feature that scope belongs to. Say what the token is for without it.',
      );
    case 'invalid_dpop_proof':
    case 'use_dpop_nonce':
      return say(
        'not-accepted',
        `${host} did not take the proof of possession that the app demands.`,
        'Look whether this computer’s clock is right, then test again.',
      );
    default:
      if (facts.status === 429) {
        return outcome(
          'rate-limited',
          oktaWords.outcomes.rateLimited(host, facts.waitMs, 'app'),
          'Wait and test again.',
          facts,
        );
      }
      return facts.status >= 500
        ? outcome(
            'okta-trouble',
            `${host} answered with an error of its own (HTTP ${facts.status}), so nothing is known about the app.`,
            'Test again in a few minutes.',
            facts,
          )
        : outcome(
            'unexpected-answer',
            `${host} answered with HTTP ${facts.status}${error === null ? ', and not as a token endpoint does' : ` and ${error}`}.${own}`,
            'Test again. If it goes on, give Okta the request id.',
            { ...facts, errorCode: error },
          );
  }
}
