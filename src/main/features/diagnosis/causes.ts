import type { Cause, Diagnosis, Remedy } from '../../../shared/contract/diagnosis.ts';
import {
  limitCauses,
  notAnOrgCauses,
  policyCauses,
  troubleCauses,
  unexpectedCauses,
} from './answer-causes.ts';
import type { FailedKind, Findings } from './findings.ts';
import { remedies } from './remedies.ts';
import { notAcceptedCauses, ownerInactiveCauses, permissionCauses } from './token-causes.ts';
import { networkCauses, proxyCauses, timeoutCauses, tlsCauses } from './way-causes.ts';
import { words } from './words.ts';

const judges: Readonly<Record<FailedKind, (findings: Findings) => Cause[]>> = {
  'not-accepted': notAcceptedCauses,
  'not-allowed': permissionCauses,
  'zone-blocked': permissionCauses,
  'rate-limited': limitCauses,
  'owner-inactive': ownerInactiveCauses,
  'not-an-okta-org': notAnOrgCauses,
  policy: policyCauses,
  'no-network': networkCauses,
  proxy: proxyCauses,
  tls: tlsCauses,
  timeout: timeoutCauses,
  'okta-trouble': troubleCauses,
  'unexpected-answer': unexpectedCauses,
};

const rank = { confirmed: 0, 'cannot-tell': 1, 'ruled-out': 2 } as const;

/**
 * Returns the causes of a failed test, the likeliest first: the confirmed causes, then the uncertain causes, then those that were ruled
 * out. Within each group, experience gives the order. Pure: the same findings always give the same order.
 */
export function causesOf(findings: Findings): Cause[] {
  const { kind } = findings.outcome;
  if (kind === 'accepted') return [];
  return judges[kind](findings).toSorted((a, b) => rank[a.verdict] - rank[b.verdict]);
}

/**
 * Returns the remedy of the likeliest cause and the next step. When every cause was ruled out, the remedy is a report for somebody who can
 * see more.
 */
export function remedyOf(causes: readonly Cause[]): Pick<Diagnosis, 'remedy' | 'second'> {
  const [first] = causes;
  if (first === undefined || first.verdict === 'ruled-out') {
    return {
      remedy: remedies.testAgain(words.causes.allRuledOut),
      second: null,
    };
  }
  return { remedy: first.remedy, second: secondStep(first.remedy, first.id) };
}

/** Returns the step after a remedy, or null. A person who made a new token must then bring it into Keyturn. */
function secondStep(remedy: Remedy, cause: string): Remedy | null {
  return remedy.action === 'open-tokens-page' && (cause === 'revoked' || cause === 'expired')
    ? remedies.paste(words.causes.pasteNewToken)
    : null;
}
