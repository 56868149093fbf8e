import type { Outcome } from '../../shared/contract/outcome.ts';
import { outcome } from './outcomes.ts';
import { header, json, type Raw } from './raw-answer.ts';
import { words } from './words.ts';

/** The facts that support asks for. */
type Facts = Parameters<typeof outcome>[3];

/** Returns the outcome of a redirect. Redirects are reported and never followed, so that a token goes only to its org. */
export function redirected(
  { origin, secret }: { readonly origin: string; readonly secret: unknown },
  host: string,
  raw: Raw,
  facts: Facts,
): Outcome {
  const to = header(raw, 'location');
  const url = to !== null && URL.canParse(to, origin) ? new URL(to, origin) : null;
  const kind = secret === null ? 'not-an-okta-org' : 'unexpected-answer';
  const target =
    url === null || url.host === '' ? 'elsewhere' : url.protocol === 'https:' ? url.host : url.origin;
  return url?.origin !== origin
    ? outcome(
        kind,
        words.oddAnswers.redirectedTo(host, target),
        target === 'elsewhere'
          ? words.oddAnswers.checkOrgUrlAndNetwork
          : words.oddAnswers.takeAsOrgUrl(target),
        facts,
      )
    : outcome(
        kind,
        words.oddAnswers.redirectedToOwnPage(host),
        words.oddAnswers.checkOrgUrlAndNetwork,
        facts,
      );
}

/** Returns whether an answer is a web page, which Okta's API never sends. */
export const isPage = (raw: Raw): boolean =>
  /^\uFEFF?\s*</.test(raw.text) ||
  ((header(raw, 'content-type') ?? '').toLowerCase().includes('text/html') &&
    !/^\uFEFF?\s*[{[]/.test(raw.text));

/** Returns the outcome of an answer that comes from something else than an Okta org. */
export const notAnOktaOrg = (host: string, raw: Raw, facts: Facts): Outcome =>
  outcome(
    'not-an-okta-org',
    words.oddAnswers.notAnOktaOrg(host, isPage(raw)),
    words.oddAnswers.checkOrgUrlAndNetwork,
    facts,
  );

/** Returns the outcome of an answer that is not from Okta's API. `anonymous` means the call had no token. */
export function notUnderstood(
  anonymous: boolean,
  host: string,
  facts: Facts & { readonly requestId: string | null },
  raw: Raw,
): Outcome {
  if (anonymous || (isPage(raw) && facts.requestId === null)) return notAnOktaOrg(host, raw, facts);
  return outcome(
    'unexpected-answer',
    words.oddAnswers.notUnderstood(host, json(raw.text) !== undefined),
    words.oddAnswers.checkProxy,
    facts,
  );
}
