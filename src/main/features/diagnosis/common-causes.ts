import type { Cause } from '../../../shared/contract/diagnosis.ts';
import { words as oktaWords } from '../../okta/words.ts';
import { isUnknown } from './clues.ts';
import type { Findings } from './findings.ts';
import { remedies } from './remedies.ts';
import { words } from './words.ts';

/**
 * The largest difference between the clocks that counts as equal, in milliseconds. NTP keeps computers within a second, and Okta's Date
 * header counts whole seconds.
 */
export const clockToleranceMs = 120_000;

/** Returns the cause of a problem that is over: the same call works now. */
export function passed({ clues }: Findings): Cause {
  const { again } = clues;
  const cause = {
    id: 'passed',
    title: words.common.momentary,
    remedy: remedies.testAgain(words.common.testAgain),
  };
  if (again === undefined) return { ...cause, verdict: 'cannot-tell', grounds: words.common.callNotMade };
  return again.kind === 'accepted'
    ? { ...cause, verdict: 'confirmed', grounds: words.common.sameCallAccepted }
    : {
        ...cause,
        verdict: 'ruled-out',
        grounds: words.common.sameCallEnded(oktaWords.outcome[again.kind]),
      };
}

/**
 * Returns the reason, in one word, why the org did not answer without a token. Returns null when the org answered or Keyturn did not ask.
 */
export const unreached = (findings: Findings): string | null => {
  const kind = findings.clues.org?.kind;
  return kind === undefined || kind === 'same' || kind === 'another' ? null : oktaWords.outcome[kind];
};

/** Returns the cause of something between this computer and Okta that answers in Okta's place. The certificate's issuer shows it. */
export function inspected({ clues, outcome }: Findings, title: string, todo: string): Cause {
  const { certificate: seen, proxy } = clues;
  const through = proxy === null || proxy === undefined ? '' : words.common.through(proxy);
  const cause = { id: 'inspected', title, remedy: remedies.network(todo) };
  if (seen === undefined || isUnknown(seen)) {
    const why = seen === undefined ? words.common.notLooked : seen.why;
    return {
      ...cause,
      verdict: 'cannot-tell',
      grounds: words.common.unreadCertificate(why, through),
    };
  }
  if (seen.publicIssuer) {
    return {
      ...cause,
      verdict: 'ruled-out',
      grounds: words.common.publicIssuer(seen.issuer),
    };
  }
  // A company's own authority alone proves nothing when TLS works. When TLS fails, this authority is the cause.
  const refused =
    outcome.kind === 'tls' &&
    outcome.errorCode !== 'CERT_HAS_EXPIRED' &&
    outcome.errorCode !== 'ERR_TLS_CERT_ALTNAME_INVALID';
  return {
    ...cause,
    verdict: refused ? 'confirmed' : 'cannot-tell',
    grounds: refused
      ? words.common.unknownIssuer(seen.issuer, through)
      : words.common.ownIssuer(seen.issuer, through),
  };
}
