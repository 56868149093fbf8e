import type { FamilyId, Probe, ProbeReason } from '../../shared/contract/access.ts';
import type { Answer } from '../okta/client.ts';
import { familyOf } from './mapping.ts';

const words: Readonly<Record<ProbeReason, string>> = {
  forbidden: 'Okta denied it: the owner has no role that reads this.',
  'rate-limited': 'Not known: the rate limit was used up. That says nothing of the access.',
  'no-network': 'Not known: the org could not be reached.',
  proxy: 'Not known: the proxy stood in the way.',
  tls: "Not known: the org's certificate was not trusted.",
  timeout: 'Not known: Okta took too long to answer.',
  'okta-trouble': 'Not known: Okta answered with an error of its own.',
  'unexpected-answer': 'Not known: the answer was not in the form Okta gives.',
  'not-accepted': 'Not known: Okta did not accept the token at all.',
  zone: "Not known: Okta refused even the call that needs no role, most likely because this computer's address is outside the token's network zones.",
  feature: 'Not known: the org does not have this feature.',
  refused: 'Not known: Okta refused the call for another reason than a missing role.',
  'not-asked': 'Not known: whose token it is could not be read, and this is asked by its owner.',
};

/** Why a failed read failed. Only 403 with E0000006 is a missing role; nothing else is ever taken for it. */
export function reasonOf(answer: Answer<unknown>): ProbeReason | null {
  if (answer.kind === 'accepted') return null;
  const { status, errorCode } = answer.outcome;
  if (status === 403 && errorCode === 'E0000006') return 'forbidden';
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
    state: reason === null ? 'allowed' : reason === 'forbidden' ? 'denied' : 'unknown',
    reason,
    sentence: reason === null ? 'Okta allowed it.' : words[reason],
    asked: `GET ${path}`,
    status: answer?.status ?? null,
    errorCode: answer === null || answer.kind === 'accepted' ? null : answer.outcome.errorCode,
    requestId: answer?.requestId ?? null,
  };
}

/** The same probe as one that tells nothing, because Okta refused the token as a whole. */
export const blockedByZone = (probe: Probe): Probe =>
  probe.state === 'denied' ? { ...probe, state: 'unknown', reason: 'zone', sentence: words.zone } : probe;
