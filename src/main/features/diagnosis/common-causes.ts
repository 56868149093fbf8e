import type { Cause } from '../../../shared/contract/diagnosis.ts';
import { words as oktaWords } from '../../okta/words.ts';
import { isUnknown } from './clues.ts';
import type { Findings } from './findings.ts';
import { remedies } from './remedies.ts';

/** Over this the clocks disagree: NTP keeps computers within a second, and Okta's Date header counts whole ones. Milliseconds. */
export const clockToleranceMs = 120_000;

/** Trouble that is over: the same call works now. */
export function passed({ clues }: Findings): Cause {
  const { again } = clues;
  const cause = {
    id: 'passed',
    title: 'It was momentary',
    remedy: remedies.testAgain('Test again, so that the result says so.'),
  };
  if (again === undefined)
    return { ...cause, verdict: 'cannot-tell', grounds: 'The call was not made once more.' };
  return again.kind === 'accepted'
    ? { ...cause, verdict: 'confirmed', grounds: 'The same call, made once more just now, was accepted.' }
    : {
        ...cause,
        verdict: 'ruled-out',
        grounds: `The same call, made once more just now, ended with: ${oktaWords.outcome[again.kind]}.`,
      };
}

/** In a word why the org did not answer without a token; null when it did, or was not asked. */
export const unreached = (findings: Findings): string | null => {
  const kind = findings.clues.org?.kind;
  return kind === undefined || kind === 'same' || kind === 'another' ? null : oktaWords.outcome[kind];
};

/** Somebody between this computer and Okta answers in its place; the certificate's issuer tells. */
export function inspected({ clues, outcome }: Findings, title: string, todo: string): Cause {
  const { certificate: seen, proxy } = clues;
  const through = proxy === null || proxy === undefined ? '' : ` Calls go through the proxy ${proxy}.`;
  const cause = { id: 'inspected', title, remedy: remedies.network(todo) };
  if (seen === undefined || isUnknown(seen)) {
    const why = seen === undefined ? 'it was not looked at' : seen.why;
    return {
      ...cause,
      verdict: 'cannot-tell',
      grounds: `The certificate could not be read: ${why}.${through}`,
    };
  }
  if (seen.publicIssuer) {
    return {
      ...cause,
      verdict: 'ruled-out',
      grounds: `The certificate was issued by ${seen.issuer}, a public authority, so nobody on the way rewrites the connection.`,
    };
  }
  // An authority of the company's own is no proof by itself where TLS works; where it does not, it is what is wrong.
  const refused =
    outcome.kind === 'tls' &&
    outcome.errorCode !== 'CERT_HAS_EXPIRED' &&
    outcome.errorCode !== 'ERR_TLS_CERT_ALTNAME_INVALID';
  return {
    ...cause,
    verdict: refused ? 'confirmed' : 'cannot-tell',
    grounds: refused
      ? `The certificate was issued by ${seen.issuer}, which is neither a public authority nor one this computer knows. Programs that inspect TLS do this; so would an impostor.${through}`
      : `The certificate was issued by ${seen.issuer}, which is no public authority: something on the way may read and change what is sent.${through}`,
  };
}
