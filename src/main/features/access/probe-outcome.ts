import type { FamilyId, Probe, ProbeReason } from '../../../shared/contract/access.ts';
import type { Answer } from '../../okta/client.ts';
import { familyOf } from './mapping.ts';

const unknownBecause: Readonly<Record<Exclude<ProbeReason, 'forbidden' | 'scope'>, string>> = {
  'rate-limited': 'the rate limit was used up. That says nothing of the access.',
  'no-network': 'the org could not be reached.',
  proxy: 'the proxy stood in the way.',
  tls: "the org's certificate was not trusted.",
  timeout: 'Okta took too long to answer.',
  'okta-trouble': 'Okta answered with an error of its own.',
  'unexpected-answer': 'the answer was not in the form Okta gives.',
  'not-accepted': 'Okta did not accept the token at all.',
  zone: "Okta refused even the call that needs no role, most likely because this computer's address is outside the token's network zones.",
  feature: 'the org does not have this feature.',
  refused: 'Okta refused the call for another reason than a missing role.',
  'not-asked': 'whose token it is could not be read, and this is asked by its owner.',
};

/** Returns why an access is not known; empty where Okta allowed or denied it. */
export const whyUnknown = (reason: ProbeReason | null): string =>
  reason === null || reason === 'forbidden' || reason === 'scope' ? '' : unknownBecause[reason];

const sentenceOf = (reason: ProbeReason | null): string => {
  if (reason === null) return 'Okta allowed it.';
  if (reason === 'forbidden') return 'Okta denied it: the owner has no role that reads this.';
  if (reason === 'scope') return 'Okta denied it: the access token lacks the scope.';
  return `Not known: ${unknownBecause[reason]}`;
};

/** Why a failed read failed. Only 403 with E0000006 is a missing role, and only insufficient_scope a missing scope. */
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
    case 'not-an-okta-org':
      return 'unexpected-answer';
    default:
      return 'refused';
  }
}

/** What an answer says of a family: allowed, denied, or unknown with the reason. Without an answer it was not asked. */
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

/** The same probe as one that tells nothing, because Okta refused the token as a whole. */
export const blockedByZone = (probe: Probe): Probe =>
  probe.state === 'denied'
    ? { ...probe, state: 'unknown', reason: 'zone', sentence: sentenceOf('zone') }
    : probe;
