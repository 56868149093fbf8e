import type { FamilyId, Probe, ProbeReason } from '../../../shared/contract/access.ts';
import type { Answer } from '../../okta/answer.ts';
import { familyOf } from './mapping.ts';
import { words } from './words.ts';

/** Returns the sentence that says why an access is not known. It is empty when Okta allowed or denied the access. */
export const whyUnknown = (reason: ProbeReason | null): string =>
  reason === null || reason === 'forbidden' || reason === 'scope' ? '' : words.probe.whyUnknown[reason];

const sentenceOf = (reason: ProbeReason | null): string => {
  if (reason === null) return words.probe.allowed;
  if (reason === 'forbidden') return words.probe.noRole;
  if (reason === 'scope') return words.probe.noScope;
  return words.probe.notKnown(words.probe.whyUnknown[reason]);
};

/**
 * Returns why a read failed. Returns null for a read that succeeded. Only 403 with E0000006 is a missing role, and only insufficient_scope
 * a missing scope.
 */
export function reasonOf(answer: Answer<unknown>): ProbeReason | null {
  if (answer.kind === 'accepted') return null;
  const { status, errorCode } = answer.outcome;
  if (status === 403 && errorCode === 'E0000006') return 'forbidden';
  if (status === 403 && errorCode === 'insufficient_scope') return 'scope';
  if (errorCode === 'E0000015') return 'feature';
  switch (answer.kind) {
    case 'rate-limited':
    case 'no-network':
    case 'proxy':
    case 'tls':
    case 'timeout':
    case 'okta-trouble':
    case 'not-accepted':
    case 'unexpected-answer':
      return answer.kind;
    case 'policy':
    case 'not-an-okta-org':
      return 'unexpected-answer';
    default:
      return 'refused';
  }
}

/**
 * Returns what an answer says about a family: allowed, denied, or unknown with the reason. An answer of null means that Keyturn did not ask
 * Okta.
 */
export function probeOf(id: FamilyId, answer: Answer<unknown> | null): Probe {
  const { label, path } = familyOf(id);
  const reason = answer === null ? 'not-asked' : reasonOf(answer);
  return {
    family: id,
    label,
    state: reason === null ? 'allowed' : reason === 'forbidden' || reason === 'scope' ? 'denied' : 'unknown',
    reason,
    sentence: sentenceOf(reason),
    asked: `GET ${path}`,
    status: answer?.status ?? null,
    errorCode: answer === null || answer.kind === 'accepted' ? null : answer.outcome.errorCode,
    requestId: answer?.requestId ?? null,
  };
}

/** Returns the probe with a denial changed to unknown, because Okta refused the token as a whole. */
export const blockedByZone = (probe: Probe): Probe =>
  probe.state === 'denied'
    ? { ...probe, state: 'unknown', reason: 'zone', sentence: sentenceOf('zone') }
    : probe;
