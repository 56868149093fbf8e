import type { Diagnosis } from '../../../shared/contract/diagnosis.ts';
import type { Outcome, OutcomeKind } from '../../../shared/contract/outcome.ts';
import { words } from './words.ts';

/** The names in Okta's error code reference for the codes that a test can meet. */
const meanings: Readonly<Record<string, string>> = {
  E0000004: words.said.authenticationFailed,
  E0000005: words.said.invalidSession,
  E0000006: words.said.noPermission,
  E0000007: words.said.notFound,
  E0000008: words.said.pathNotFound,
  E0000009: words.said.internalServerError,
  E0000010: words.said.readOnlyMode,
  E0000011: words.said.invalidToken,
  E0000015: words.said.noFeature,
  E0000022: words.said.methodNotSupported,
  E0000047: words.said.tooManyRequests,
};

/** Returns what Okta said about the failed call in Okta's own terms. Returns what this computer said when the call did not reach Okta. */
export function saidOf({ kind, status, errorCode }: Outcome): string {
  if (kind === 'proxy') return status === null ? words.said.notReached : words.said.notReachedByProxy(status);
  if (status === null) {
    return errorCode === null ? words.said.notReached : words.said.notReachedByComputer(errorCode);
  }
  if (kind === 'owner-inactive') return words.said.ownerNotActive(status);
  if (kind === 'not-an-okta-org') return words.said.notFromOkta(status);
  if (errorCode === null) return words.said.withoutErrorCode(status);
  const meaning = meanings[errorCode];
  return meaning === undefined
    ? words.said.errorCode(status, errorCode)
    : words.said.errorCodeMeaning(status, errorCode, meaning);
}

/** Returns the sentence of `saidOf`, and that Okta said it where it did. An answer that is not from Okta is not what Okta said. */
export function saidAsSentence(outcome: Outcome): string {
  const said = saidOf(outcome);
  const isOktas = outcome.kind !== 'proxy' && outcome.kind !== 'not-an-okta-org' && outcome.status !== null;
  return isOktas ? words.said.byOkta(said) : said;
}

/** Returns which of the three cases in Okta's own troubleshooting guide for API tokens an outcome is, if any. */
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
