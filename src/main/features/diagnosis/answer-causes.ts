import type { Cause } from '../../../shared/contract/diagnosis.ts';
import { isUnknown } from './clues.ts';
import { inspected, passed } from './common-causes.ts';
import type { Findings } from './findings.ts';
import { remedies } from './remedies.ts';
import { time } from './words.ts';

type Verdict = Cause['verdict'];

const report = remedies.report(
  'Give the report to Okta support, or to whoever runs your network; it holds what they ask for.',
);

/** HTTP 429: the org's limit, the token's share of it, or too many calls at one time. */
export function limitCauses(findings: Findings): Cause[] {
  const { clues, rateLimit, outcome, now } = findings;
  // Null where Okta did not say.
  const at = outcome.retryAt;
  const over = (at !== null && at <= now) || clues.again?.kind === 'accepted';
  const atOnce = rateLimit !== null && rateLimit.limit === 0 && rateLimit.remaining === 0;
  const { share } = clues;
  const used = share === undefined || isUnknown(share) ? null : share.used;
  const wait = over
    ? remedies.testAgain('The limit should have freed up. Test again.')
    : at === null
      ? remedies.testAgain('Okta did not say how long to wait. Test again in a minute.')
      : remedies.wait(at);
  const why =
    share !== undefined && isUnknown(share) ? `It could not be told: ${share.why}.` : 'It was not looked at.';
  const by = share !== undefined && !isUnknown(share) ? share.by : '';
  const whose = (wanted: 'own' | 'org', yes: string, no: string): readonly [Verdict, string] =>
    atOnce
      ? ['ruled-out', 'It was too many calls at one time, not too many in a minute.']
      : used === null
        ? ['cannot-tell', why]
        : used === wanted
          ? ['confirmed', yes]
          : ['ruled-out', no];
  const [ownVerdict, ownGrounds] = whose(
    'own',
    `"${by}" may call the same org at this moment, so only this token's share is used up. By default a token may use half of each limit.`,
    `"${by}" is refused as well, so the limit is everybody's.`,
  );
  const [orgVerdict, orgGrounds] = whose(
    'org',
    `"${by}" is refused as well, so all programs together have used up the org's limit.`,
    `"${by}" may call the same org at this moment.`,
  );
  return [
    {
      id: 'freed',
      title: 'It has freed up by now',
      verdict: over ? 'confirmed' : at === null ? 'cannot-tell' : 'ruled-out',
      grounds: over
        ? 'Okta takes calls again, or the time it named for that has passed.'
        : at === null
          ? 'Okta did not say when the limit frees up.'
          : `Okta names ${time(at)} for the limit to free up.`,
      remedy: remedies.testAgain('The limit should have freed up. Test again.'),
    },
    {
      id: 'at-once',
      title: 'Too many calls at one time',
      verdict: atOnce ? 'confirmed' : rateLimit === null ? 'cannot-tell' : 'ruled-out',
      grounds: atOnce
        ? 'Okta named a limit of 0, which is how it refuses calls that run at the same time as too many others.'
        : rateLimit === null
          ? 'Okta sent no limit with its answer.'
          : `Okta named a limit of ${rateLimit.limit} a minute for ${rateLimit.bucket}.`,
      remedy: wait,
    },
    {
      id: 'own-share',
      title: 'This token has used up its own share',
      verdict: ownVerdict,
      grounds: ownGrounds,
      remedy: wait,
    },
    {
      id: 'org-limit',
      title: "The org's limit is used up",
      verdict: orgVerdict,
      grounds: orgGrounds,
      remedy: wait,
    },
  ];
}

/** HTTP 5xx. */
export function troubleCauses(findings: Findings): Cause[] {
  const { clues, outcome, host } = findings;
  const everywhere = clues.org?.kind === 'okta-trouble';
  const fromOkta = outcome.requestId !== null;
  return [
    passed(findings),
    {
      id: 'okta-down',
      title: 'Okta has trouble',
      verdict:
        fromOkta && (everywhere || clues.again?.kind === 'okta-trouble')
          ? 'confirmed'
          : fromOkta
            ? 'cannot-tell'
            : 'ruled-out',
      grounds: !fromOkta
        ? 'The answer had no request id, which Okta puts on every answer.'
        : everywhere
          ? `${host} answers with an error of its own without a token, too.`
          : `Okta itself answered HTTP ${outcome.status}, with a request id.`,
      remedy: remedies.oktaStatus(
        'Look whether Okta reports trouble. If it goes on, give Okta support the report.',
      ),
    },
    {
      id: 'gateway',
      title: 'Something before Okta answered',
      verdict: fromOkta ? 'ruled-out' : 'confirmed',
      grounds: fromOkta
        ? "The answer had Okta's request id."
        : `HTTP ${outcome.status} came without a request id, so a proxy or gateway on the way gave it.`,
      remedy: remedies.network('Check the proxy that is set, or ask whoever runs it.'),
    },
  ];
}

/** An answer in no form Okta is known to give. */
export function unexpectedCauses(findings: Findings): Cause[] {
  const { outcome, clues } = findings;
  const moved = outcome.status !== null && outcome.status >= 300 && outcome.status < 400;
  return [
    passed(findings),
    ...(moved
      ? [
          {
            id: 'moved',
            title: "The org's address has changed",
            verdict: 'confirmed' as const,
            grounds: outcome.sentence,
            remedy: remedies.changeOrg('Give the org its new address.'),
          },
        ]
      : []),
    inspected(
      findings,
      'Something on the way changes answers',
      'Check the proxy that is set, or ask whoever runs the network to leave calls to Okta as they are.',
    ),
    {
      id: 'new-form',
      title: 'Okta answers in a form this version does not know',
      verdict:
        clues.again?.kind === 'unexpected-answer' && outcome.requestId !== null ? 'confirmed' : 'cannot-tell',
      grounds:
        outcome.requestId === null
          ? 'The answer had no request id, so it may not be from Okta at all.'
          : "The answer had Okta's request id.",
      remedy: report,
    },
  ];
}

/** Something answers at the address, and it is no Okta org. */
export function notAnOrgCauses(findings: Findings): Cause[] {
  const { clues, past, host, outcome } = findings;
  const known = clues.org?.kind === 'same' || past.acceptedAt !== null;
  return [
    passed(findings),
    inspected(
      findings,
      'A sign-in page of the network, or a proxy, answers in its place',
      'In a hotel or guest network, sign in to the network first; then test again.',
    ),
    {
      id: 'moved',
      title: "The org's address has changed",
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
            ? `${host} still answers as the same org.`
            : `${host} does not say so.`,
      remedy: remedies.changeOrg('Give the org its new address.'),
    },
    {
      id: 'wrong-url',
      title: 'The Org URL has a slip in it',
      verdict: clues.org?.kind === 'another' ? 'confirmed' : known ? 'ruled-out' : 'cannot-tell',
      grounds:
        clues.org?.kind === 'another'
          ? `${host} is another org than when the token was added.`
          : known
            ? `${host} has answered as the org before.`
            : `Nothing at ${host} has answered as an org yet.`,
      remedy: remedies.changeOrg('The right one stands in the address bar when you are signed in to Okta.'),
    },
  ];
}
