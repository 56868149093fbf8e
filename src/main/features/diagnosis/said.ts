import type { Diagnosis } from '../../../shared/contract/diagnosis.ts';
import type { Outcome, OutcomeKind } from '../../../shared/contract/outcome.ts';

/** What Okta's error code reference calls the codes that a test can meet. */
const meanings: Readonly<Record<string, string>> = {
  E0000004: 'Authentication failed',
  E0000005: 'Invalid session',
  E0000006: 'You do not have permission to perform the requested action',
  E0000007: 'Not found',
  E0000008: 'The requested path was not found',
  E0000009: 'Internal Server Error',
  E0000010: 'Service is in read only mode',
  E0000011: 'Invalid token provided',
  E0000015: 'You do not have permission to access the feature you are requesting',
  E0000022: 'The endpoint does not support the provided HTTP method',
  E0000047: 'API call exceeded rate limit due to too many requests',
};

/** What Okta said to the failed call in its own terms, or what this computer said when Okta was not reached. */
export function saidOf({ kind, status, errorCode }: Outcome): string {
  if (kind === 'proxy')
    return status === null
      ? 'Okta was not reached.'
      : `Okta was not reached; the proxy answered HTTP ${status}.`;
  if (status === null) {
    return errorCode === null
      ? 'Okta was not reached.'
      : `Okta was not reached; this computer said ${errorCode}.`;
  }
  if (kind === 'owner-inactive')
    return `HTTP ${status}: the token was accepted, and its owner's account is not active.`;
  if (kind === 'not-an-okta-org') return `HTTP ${status}, and not from Okta.`;
  if (errorCode === null) return `HTTP ${status} without an error code of Okta's.`;
  const meaning = meanings[errorCode];
  return meaning === undefined
    ? `HTTP ${status}, ${errorCode}.`
    : `HTTP ${status}, ${errorCode}: ${meaning}.`;
}

/** Which of the three cases of Okta's own troubleshooting guide for API tokens an outcome is, if any. */
export function guideCaseOf(kind: OutcomeKind): Diagnosis['guideCase'] {
  switch (kind) {
    case 'not-accepted':
      return 'Invalid token';
    case 'not-allowed':
    case 'zone-blocked':
      return 'Permission denied';
    case 'rate-limited':
      return 'Rate limiting';
    default:
      return null;
  }
}
