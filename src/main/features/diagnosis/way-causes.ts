import type { Cause } from '../../../shared/contract/diagnosis.ts';
import { isUnknown } from './clues.ts';
import { clockToleranceMs, inspected, passed, unreached } from './common-causes.ts';
import type { Findings } from './findings.ts';
import { remedies } from './remedies.ts';
import { day, howLong } from './words.ts';

/** No connection. */
export function networkCauses(findings: Findings): Cause[] {
  const { clues, host } = findings;
  const failed = unreached(findings);
  const found = clues.name === 'found';
  const again = 'When the connection is back, test again.';
  return [
    passed(findings),
    {
      id: 'offline',
      title: 'This computer is offline',
      verdict:
        failed === null && clues.org !== undefined
          ? 'ruled-out'
          : clues.connected === undefined
            ? 'cannot-tell'
            : clues.connected
              ? 'ruled-out'
              : found
                ? 'cannot-tell'
                : 'confirmed',
      grounds:
        failed === null && clues.org !== undefined
          ? `${host} answers.`
          : clues.connected === false
            ? 'No network adapter of this computer has an address.'
            : clues.connected === true
              ? 'A network adapter of this computer has an address.'
              : 'It was not looked at.',
      remedy: remedies.testAgain(`Connect to a network. ${again}`),
    },
    {
      id: 'no-such-name',
      title: "The org's name cannot be looked up",
      verdict:
        clues.name === 'not-found' ? 'confirmed' : clues.name === undefined ? 'cannot-tell' : 'ruled-out',
      grounds:
        clues.name === 'not-found'
          ? `No address was found for ${host}: the name server cannot be reached, or the name does not exist.`
          : clues.name === 'by-proxy'
            ? 'The proxy looks names up.'
            : found
              ? `An address was found for ${host}.`
              : 'It was not looked at.',
      remedy: remedies.testAgain(`Check the name server or VPN, and the spelling of the Org URL. ${again}`),
    },
    {
      id: 'blocked',
      title: 'A firewall or VPN breaks the connection off',
      verdict:
        failed === null && clues.org !== undefined
          ? 'ruled-out'
          : found && failed !== null
            ? 'confirmed'
            : 'cannot-tell',
      grounds:
        failed === null && clues.org !== undefined
          ? `${host} answers without a token.`
          : found && failed !== null
            ? `The name is known, but no connection to ${host} holds, without a token either.`
            : 'It could not be told from the other causes.',
      remedy: remedies.network(
        'Ask whoever runs the network to allow the org; if a proxy must be used, set it here.',
      ),
    },
  ];
}

/** The proxy that is set cannot be used. */
export function proxyCauses(findings: Findings): Cause[] {
  const { outcome, clues } = findings;
  const proxy = clues.proxy ?? null;
  const at = proxy === null ? 'the proxy' : `the proxy ${proxy}`;
  const now = clues.org?.kind === 'proxy' ? clues.org.status : outcome.status;
  const remedy = remedies.network('Put the proxy right; the next test uses what is set then.');
  const one = (id: string, title: string, is: boolean, yes: string, no: string): Cause => ({
    id,
    title,
    verdict: is ? 'confirmed' : 'ruled-out',
    grounds: is ? yes : no,
    remedy,
  });
  const answers = `${at.slice(0, 1).toUpperCase()}${at.slice(1)} answers.`;
  return [
    passed(findings),
    one(
      'proxy-sign-in',
      'The proxy wants a user name and password',
      now === 407,
      `It answers with HTTP 407, which asks for them: http://name:password@host:port.`,
      'It does not ask for them.',
    ),
    one(
      'proxy-refuses',
      'The proxy refuses to connect to the org',
      now !== null && now !== 407,
      `It answers with HTTP ${now}.`,
      now === null ? 'It does not answer at all.' : answers,
    ),
    one(
      'proxy-unreachable',
      'The proxy cannot be reached',
      now === null,
      `Nothing answers at ${at}, or it is of a kind that Keyturn cannot use.`,
      answers,
    ),
  ];
}

/** No secure connection. */
export function tlsCauses(findings: Findings): Cause[] {
  const { clues, outcome, host, now } = findings;
  const { certificate: seen } = clues;
  const code = outcome.errorCode;
  const shown = seen === undefined || isUnknown(seen) ? null : seen;
  const ended = shown !== null && shown.validTo < now;
  const notYet = shown !== null && shown.validFrom > now;
  const wrongName = code === 'ERR_TLS_CERT_ALTNAME_INVALID';
  const cannot = 'The certificate could not be read.';
  return [
    passed(findings),
    inspected(
      findings,
      'A proxy or security software rewrites TLS',
      'If your company inspects TLS, choose its CA certificate as extra CA file; otherwise do not trust this connection.',
    ),
    {
      id: 'certificate-ended',
      title: 'The certificate has expired',
      verdict:
        shown === null
          ? code === 'CERT_HAS_EXPIRED'
            ? 'confirmed'
            : 'cannot-tell'
          : ended
            ? 'confirmed'
            : 'ruled-out',
      grounds:
        shown === null
          ? cannot
          : ended
            ? `It was good until ${day(shown.validTo)}; issued by ${shown.issuer}.`
            : `It is good until ${day(shown.validTo)}.`,
      remedy: remedies.report(
        `If this computer's date is right, whoever runs ${host} must renew the certificate; the report says what was seen.`,
      ),
    },
    clockCause(findings, notYet || code === 'CERT_NOT_YET_VALID'),
    {
      id: 'wrong-name',
      title: 'The certificate belongs to another name',
      verdict: wrongName ? 'confirmed' : 'ruled-out',
      grounds: wrongName
        ? `It is for ${shown === null || shown.names.length === 0 ? 'another name' : shown.names.join(', ')}, not for ${host}.`
        : 'Its name was not what was wrong.',
      remedy: remedies.changeOrg(
        "Check the Org URL for a slip. If it is right, the custom domain's certificate is set up wrongly.",
      ),
    },
  ];
}

function clockCause({ clues, now }: Findings, early: boolean): Cause {
  const { clock } = clues;
  const cause = {
    id: 'clock',
    title: "This computer's clock is wrong",
    remedy: remedies.testAgain("Set this computer's date and time, then test again."),
  };
  if (clock !== undefined && !isUnknown(clock)) {
    const off = Math.abs(clock.aheadMs) > clockToleranceMs;
    return {
      ...cause,
      verdict: off ? 'confirmed' : 'ruled-out',
      grounds: off
        ? `It is ${howLong(clock.aheadMs)} ${clock.aheadMs > 0 ? 'ahead of' : 'behind'} Okta's.`
        : "It agrees with Okta's.",
    };
  }
  return {
    ...cause,
    verdict: early ? 'confirmed' : 'cannot-tell',
    grounds: early
      ? `It says ${day(now)}, which is before the certificate begins.`
      : `It says ${day(now)}. Okta's own clock cannot be read without a secure connection.`,
  };
}

/** No answer in time. */
export function timeoutCauses(findings: Findings): Cause[] {
  const { clues, host } = findings;
  const failed = unreached(findings);
  const proxy = clues.proxy ?? null;
  const reached = clues.org !== undefined && failed === null;
  return [
    passed(findings),
    {
      id: 'slow-okta',
      title: 'Okta is slow to answer this call',
      verdict:
        reached && clues.again?.kind === 'timeout'
          ? 'confirmed'
          : failed !== null
            ? 'ruled-out'
            : 'cannot-tell',
      grounds: reached
        ? `${host} answers at once without a token.`
        : failed !== null
          ? `${host} does not answer any call: ${failed}.`
          : 'It was not looked at.',
      remedy: remedies.oktaStatus('Look whether Okta reports trouble, then test again.'),
    },
    {
      id: 'held',
      title: proxy === null ? 'The network holds the call' : `The proxy ${proxy} holds the call`,
      verdict: failed !== null ? 'confirmed' : reached ? 'ruled-out' : 'cannot-tell',
      grounds:
        failed !== null
          ? `${host} does not answer a call without a token either: ${failed}.`
          : reached
            ? `${host} answers a call without a token.`
            : 'It was not looked at.',
      remedy: remedies.network(
        'Check the proxy that is set, or ask whoever runs the network to let the org through.',
      ),
    },
  ];
}
