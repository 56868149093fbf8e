import type { Cause } from '../../../shared/contract/diagnosis.ts';
import { isUnknown } from './clues.ts';
import { clockToleranceMs, inspected, passed, unreached } from './common-causes.ts';
import type { Findings } from './findings.ts';
import { remedies } from './remedies.ts';
import { day, howLong } from './times.ts';
import { words } from './words.ts';

/** Returns the causes of a missing connection. */
export function networkCauses(findings: Findings): Cause[] {
  const { clues, host } = findings;
  const failed = unreached(findings);
  const found = clues.name === 'found';
  return [
    passed(findings),
    {
      id: 'offline',
      title: words.way.offline,
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
          ? words.way.answers(host)
          : clues.connected === false
            ? words.way.noAdapterAddress
            : clues.connected === true
              ? words.way.adapterAddress
              : words.way.notLookedAt,
      remedy: remedies.testAgain(words.way.connect),
    },
    {
      id: 'no-such-name',
      title: words.way.nameNotFound,
      verdict:
        clues.name === 'not-found' ? 'confirmed' : clues.name === undefined ? 'cannot-tell' : 'ruled-out',
      grounds:
        clues.name === 'not-found'
          ? words.way.noAddressFound(host)
          : clues.name === 'by-proxy'
            ? words.way.proxyLooksUp
            : found
              ? words.way.addressFound(host)
              : words.way.notLookedAt,
      remedy: remedies.testAgain(words.way.checkNameServer),
    },
    {
      id: 'blocked',
      title: words.way.firewallBreaks,
      verdict:
        failed === null && clues.org !== undefined
          ? 'ruled-out'
          : found && failed !== null
            ? 'confirmed'
            : 'cannot-tell',
      grounds:
        failed === null && clues.org !== undefined
          ? words.way.answersWithoutToken(host)
          : found && failed !== null
            ? words.way.noConnection(host)
            : words.way.notTold,
      remedy: remedies.network(words.way.askNetworkToAllow),
    },
  ];
}

/** Returns the causes of an unusable proxy. */
export function proxyCauses(findings: Findings): Cause[] {
  const { outcome, clues } = findings;
  const proxy = clues.proxy ?? null;
  const at = proxy === null ? words.way.theProxy : words.way.proxyAt(proxy);
  const now = clues.org?.kind === 'proxy' ? clues.org.status : outcome.status;
  const remedy = remedies.network(words.way.correctProxy);
  const one = (id: string, title: string, is: boolean, yes: string, no: string): Cause => ({
    id,
    title,
    verdict: is ? 'confirmed' : 'ruled-out',
    grounds: is ? yes : no,
    remedy,
  });
  const answers = words.way.proxyAnswers(at);
  return [
    passed(findings),
    one(
      'proxy-sign-in',
      words.way.proxyWantsPassword,
      now === 407,
      words.way.answers407,
      words.way.doesNotAskPassword,
    ),
    one(
      'proxy-refuses',
      words.way.proxyRefuses,
      now !== null && now !== 407,
      words.way.answersStatus(now),
      now === null ? words.way.proxySilent : answers,
    ),
    one('proxy-unreachable', words.way.proxyUnreachable, now === null, words.way.nothingAnswers(at), answers),
  ];
}

/** Returns the causes of a failed secure connection. */
export function tlsCauses(findings: Findings): Cause[] {
  const { clues, outcome, host, now } = findings;
  const { certificate: seen } = clues;
  const code = outcome.errorCode;
  const shown = seen === undefined || isUnknown(seen) ? null : seen;
  const ended = shown !== null && shown.validTo < now;
  const notYet = shown !== null && shown.validFrom > now;
  const wrongName = code === 'ERR_TLS_CERT_ALTNAME_INVALID';
  const cannot = words.way.certificateNotRead;
  return [
    passed(findings),
    inspected(findings, words.way.tlsRewritten, words.way.trustCompanyCa),
    {
      id: 'certificate-ended',
      title: words.way.certificateExpired,
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
            ? words.way.wasGoodUntil(day(shown.validTo), shown.issuer)
            : words.way.goodUntil(day(shown.validTo)),
      remedy: remedies.report(words.way.renewCertificate(host)),
    },
    clockCause(findings, notYet || code === 'CERT_NOT_YET_VALID'),
    {
      id: 'wrong-name',
      title: words.way.certificateOfAnotherName,
      verdict: wrongName ? 'confirmed' : 'ruled-out',
      grounds: wrongName ? words.way.certificateFor(shown?.names ?? [], host) : words.way.nameRight,
      remedy: remedies.changeOrg(words.way.checkOrgUrl),
    },
  ];
}

function clockCause({ clues, now }: Findings, early: boolean): Cause {
  const { clock } = clues;
  const cause = {
    id: 'clock',
    title: words.way.clockWrong,
    remedy: remedies.testAgain(words.way.setClock),
  };
  if (clock !== undefined && !isUnknown(clock)) {
    const off = Math.abs(clock.aheadMs) > clockToleranceMs;
    return {
      ...cause,
      verdict: off ? 'confirmed' : 'ruled-out',
      grounds: off ? words.way.clockOff(howLong(clock.aheadMs), clock.aheadMs > 0) : words.way.clockAgrees,
    };
  }
  return {
    ...cause,
    verdict: early ? 'confirmed' : 'cannot-tell',
    grounds: early ? words.way.clockBeforeCertificate(day(now)) : words.way.clockOnly(day(now)),
  };
}

/** Returns the causes of a timeout. */
export function timeoutCauses(findings: Findings): Cause[] {
  const { clues, host } = findings;
  const failed = unreached(findings);
  const proxy = clues.proxy ?? null;
  const reached = clues.org !== undefined && failed === null;
  return [
    passed(findings),
    {
      id: 'slow-okta',
      title: words.way.oktaSlow,
      verdict:
        reached && clues.again?.kind === 'timeout'
          ? 'confirmed'
          : failed !== null
            ? 'ruled-out'
            : 'cannot-tell',
      grounds: reached
        ? words.way.answersAtOnce(host)
        : failed !== null
          ? words.way.answersNothing(host, failed)
          : words.way.notLookedAt,
      remedy: remedies.oktaStatus(words.way.checkOktaStatus),
    },
    {
      id: 'held',
      title: proxy === null ? words.way.networkHolds : words.way.proxyHolds(proxy),
      verdict: failed !== null ? 'confirmed' : reached ? 'ruled-out' : 'cannot-tell',
      grounds:
        failed !== null
          ? words.way.silentWithoutToken(host, failed)
          : reached
            ? words.way.answersPlainCall(host)
            : words.way.notLookedAt,
      remedy: remedies.network(words.way.checkProxyOrNetwork),
    },
  ];
}
