import type { Cause } from '../../../shared/contract/diagnosis.ts';
import { isUnknown } from './clues.ts';
import { inspected, passed } from './common-causes.ts';
import type { Findings } from './findings.ts';
import { remedies } from './remedies.ts';
import { time } from './times.ts';
import { words } from './words.ts';

type Verdict = Cause['verdict'];

const report = remedies.report(words.answers.giveReport);

/** Returns the one cause of a call that the policy of this computer's organisation does not permit. */
export const policyCauses = ({ outcome }: Findings): Cause[] => [
  {
    id: 'policy',
    title: words.answers.policyForbids,
    verdict: 'confirmed',
    grounds: outcome.sentence,
    remedy: remedies.report(words.answers.giveAdministrator),
  },
];

/** Returns the causes of HTTP 429: the org's limit, the token's share of it, or too many calls at one time. */
export function limitCauses(findings: Findings): Cause[] {
  const { clues, rateLimit, outcome, now } = findings;
  // Null when Okta did not say.
  const at = outcome.retryAt;
  const over = (at !== null && at <= now) || clues.again?.kind === 'accepted';
  const atOnce = rateLimit !== null && rateLimit.limit === 0 && rateLimit.remaining === 0;
  const { share } = clues;
  const used = share === undefined || isUnknown(share) ? null : share.used;
  const wait = over
    ? remedies.testAgain(words.answers.limitFreedUp)
    : at === null
      ? remedies.testAgain(words.answers.waitNotNamed)
      : remedies.wait(at);
  const why =
    share !== undefined && isUnknown(share) ? words.answers.notLearned(share.why) : words.answers.notLookedAt;
  const by = share !== undefined && !isUnknown(share) ? share.by : '';
  const whose = (wanted: 'own' | 'org', yes: string, no: string): readonly [Verdict, string] =>
    atOnce
      ? ['ruled-out', words.answers.tooManyAtOnce]
      : used === null
        ? ['cannot-tell', why]
        : used === wanted
          ? ['confirmed', yes]
          : ['ruled-out', no];
  const [ownVerdict, ownGrounds] = whose(
    'own',
    words.answers.ownShareUsed(by),
    words.answers.everybodyRefused(by),
  );
  const [orgVerdict, orgGrounds] = whose(
    'org',
    words.answers.orgLimitUsed(by),
    words.answers.otherTokenAllowed(by),
  );
  return [
    {
      id: 'freed',
      title: words.answers.freed,
      verdict: over ? 'confirmed' : at === null ? 'cannot-tell' : 'ruled-out',
      grounds: over
        ? words.answers.callsTakenAgain
        : at === null
          ? words.answers.resetNotNamed
          : words.answers.resetAt(time(at)),
      remedy: remedies.testAgain(words.answers.limitFreedUp),
    },
    {
      id: 'at-once',
      title: words.answers.concurrentCalls,
      verdict: atOnce ? 'confirmed' : rateLimit === null ? 'cannot-tell' : 'ruled-out',
      grounds: atOnce
        ? words.answers.limitIsZero
        : rateLimit === null
          ? words.answers.noLimitSent
          : words.answers.limitPerMinute(rateLimit.limit, rateLimit.bucket),
      remedy: wait,
    },
    {
      id: 'own-share',
      title: words.answers.shareUsedUp,
      verdict: ownVerdict,
      grounds: ownGrounds,
      remedy: wait,
    },
    {
      id: 'org-limit',
      title: words.answers.orgLimitUsedUp,
      verdict: orgVerdict,
      grounds: orgGrounds,
      remedy: wait,
    },
  ];
}

/** Returns the causes of HTTP 5xx. */
export function troubleCauses(findings: Findings): Cause[] {
  const { clues, outcome, host } = findings;
  const everywhere = clues.org?.kind === 'okta-trouble';
  const fromOkta = outcome.requestId !== null;
  return [
    passed(findings),
    {
      id: 'okta-down',
      title: words.answers.oktaTrouble,
      verdict:
        fromOkta && (everywhere || clues.again?.kind === 'okta-trouble')
          ? 'confirmed'
          : fromOkta
            ? 'cannot-tell'
            : 'ruled-out',
      grounds: !fromOkta
        ? words.answers.noRequestId
        : everywhere
          ? words.answers.errorWithoutToken(host)
          : words.answers.oktaAnswered(outcome.status),
      remedy: remedies.oktaStatus(words.answers.checkOktaStatus),
    },
    {
      id: 'gateway',
      title: words.answers.gatewayAnswered,
      verdict: fromOkta ? 'ruled-out' : 'confirmed',
      grounds: fromOkta ? words.answers.hasRequestId : words.answers.statusWithoutRequestId(outcome.status),
      remedy: remedies.network(words.answers.checkProxy),
    },
  ];
}

/** Returns the causes of an answer in an unknown form. */
export function unexpectedCauses(findings: Findings): Cause[] {
  const { outcome, clues } = findings;
  const moved = outcome.status !== null && outcome.status >= 300 && outcome.status < 400;
  return [
    passed(findings),
    ...(moved
      ? [
          {
            id: 'moved',
            title: words.answers.orgMoved,
            verdict: 'confirmed' as const,
            grounds: outcome.sentence,
            remedy: remedies.changeOrg(words.answers.newAddress),
          },
        ]
      : []),
    inspected(findings, words.answers.answersChanged, words.answers.checkProxyOrNetwork),
    {
      id: 'new-form',
      title: words.answers.unknownForm,
      verdict:
        clues.again?.kind === 'unexpected-answer' && outcome.requestId !== null ? 'confirmed' : 'cannot-tell',
      grounds: outcome.requestId === null ? words.answers.maybeNotOkta : words.answers.hasRequestId,
      remedy: report,
    },
  ];
}

/** Returns the causes when something answers at the address that is not an Okta org. */
export function notAnOrgCauses(findings: Findings): Cause[] {
  const { clues, past, host, outcome } = findings;
  const known = clues.org?.kind === 'same' || past.acceptedAt !== null;
  return [
    passed(findings),
    inspected(findings, words.answers.signInPageAnswers, words.answers.signInToNetwork),
    {
      id: 'moved',
      title: words.answers.orgMoved,
      verdict:
        outcome.status !== null && outcome.status >= 300 && outcome.status < 400
          ? 'confirmed'
          : clues.org?.kind === 'same'
            ? 'ruled-out'
            : 'cannot-tell',
      grounds:
        outcome.status !== null && outcome.status >= 300 && outcome.status < 400
          ? outcome.sentence
          : clues.org?.kind === 'same'
            ? words.answers.sameOrg(host)
            : words.answers.noMoveSaid(host),
      remedy: remedies.changeOrg(words.answers.newAddress),
    },
    {
      id: 'wrong-url',
      title: words.answers.wrongUrl,
      verdict: clues.org?.kind === 'another' ? 'confirmed' : known ? 'ruled-out' : 'cannot-tell',
      grounds:
        clues.org?.kind === 'another'
          ? words.answers.anotherOrg(host)
          : known
            ? words.answers.answeredBefore(host)
            : words.answers.neverAnswered(host),
      remedy: remedies.changeOrg(words.answers.addressBar),
    },
  ];
}
