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
      title: words.way.computerOffline,
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
            ? words.way.noNetworkAdapter
            : clues.connected === true
              ? words.way.networkAdapterComputer
              : words.way.notLookedAt,
      remedy: remedies.testAgain(words.way.connect),
    },
    {
      id: 'no-such-name',
      title: words.way.orgsNameCannot,
      verdict:
        clues.name === 'not-found' ? 'confirmed' : clues.name === undefined ? 'cannot-tell' : 'ruled-out',
      grounds:
        clues.name === 'not-found'
          ? words.way.noAddressFound(host)
          : clues.name === 'by-proxy'
            ? words.way.proxyLooksNames
            : found
              ? words.way.addressFound(host)
              : words.way.notLookedAt,
      remedy: remedies.testAgain(words.way.checkNameServer),
    },
    {
      id: 'blocked',
      title: words.way.firewallVpnBreaks,
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
            ? words.way.nameKnownBut(host)
            : words.way.couldNotBe,
      remedy: remedies.network(words.way.askWhoeverRuns),
    },
  ];
}

/** Returns the causes of an unusable proxy. */
export function proxyCauses(findings: Findings): Cause[] {
  const { outcome, clues } = findings;
  const proxy = clues.proxy ?? null;
  const at = proxy === null ? words.way.theProxy : words.way.proxyAt(proxy);
  const now = clues.org?.kind === 'proxy' ? clues.org.status : outcome.status;
  const remedy = remedies.network(words.way.putProxyRight);
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
      words.way.proxyWantsUser,
      now === 407,
      words.way.answersWithHttp,
      words.way.doesNotAsk,
    ),
    one(
      'proxy-refuses',
      words.way.proxyRefusesConnect,
      now !== null && now !== 407,
      words.way.answersHttp(now),
      now === null ? words.way.doesNotAnswer : answers,
    ),
    one(
      'proxy-unreachable',
      words.way.proxyCannotBe,
      now === null,
      words.way.nothingAnswersKind(at),
      answers,
    ),
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
  const cannot = words.way.certificateCouldNot;
  return [
    passed(findings),
    inspected(findings, words.way.proxySecuritySoftware, words.way.ifYourCompany),
    {
      id: 'certificate-ended',
      title: words.way.certificateHasExpired,
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
            ? words.way.goodUntilIssued(day(shown.validTo), shown.issuer)
            : words.way.goodUntil(day(shown.validTo)),
      remedy: remedies.report(words.way.ifComputersDate(host)),
    },
    clockCause(findings, notYet || code === 'CERT_NOT_YET_VALID'),
    {
      id: 'wrong-name',
      title: words.way.certificateBelongsAnother,
      verdict: wrongName ? 'confirmed' : 'ruled-out',
      grounds: wrongName ? words.way.certificateFor(shown?.names ?? [], host) : words.way.nameNotWhat,
      remedy: remedies.changeOrg(words.way.checkOrgUrl),
    },
  ];
}

function clockCause({ clues, now }: Findings, early: boolean): Cause {
  const { clock } = clues;
  const cause = {
    id: 'clock',
    title: words.way.computersClockWrong,
    remedy: remedies.testAgain(words.way.setComputersDate),
  };
  if (clock !== undefined && !isUnknown(clock)) {
    const off = Math.abs(clock.aheadMs) > clockToleranceMs;
    return {
      ...cause,
      verdict: off ? 'confirmed' : 'ruled-out',
      grounds: off
        ? words.way.clockOff(howLong(clock.aheadMs), clock.aheadMs > 0)
        : words.way.agreesWithOktas,
    };
  }
  return {
    ...cause,
    verdict: early ? 'confirmed' : 'cannot-tell',
    grounds: early ? words.way.saysWhichBefore(day(now)) : words.way.saysOktasOwn(day(now)),
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
      title: words.way.oktaSlowAnswer,
      verdict:
        reached && clues.again?.kind === 'timeout'
          ? 'confirmed'
          : failed !== null
            ? 'ruled-out'
            : 'cannot-tell',
      grounds: reached
        ? words.way.answersOnceWithout(host)
        : failed !== null
          ? words.way.doesNotAnswerAny(host, failed)
          : words.way.notLookedAt,
      remedy: remedies.oktaStatus(words.way.lookWhetherOkta),
    },
    {
      id: 'held',
      title: proxy === null ? words.way.networkHoldsCall : words.way.proxyHoldsCall(proxy),
      verdict: failed !== null ? 'confirmed' : reached ? 'ruled-out' : 'cannot-tell',
      grounds:
        failed !== null
          ? words.way.doesNotAnswerCall(host, failed)
          : reached
            ? words.way.answersCallWithout(host)
            : words.way.notLookedAt,
      remedy: remedies.network(words.way.checkProxySet),
    },
  ];
}
