import type { Outcome } from '../../shared/contract/outcome.ts';
import { outcome } from './outcomes.ts';
import { header, json, type Raw } from './raw-answer.ts';

/** What support would ask for. */
type Facts = Parameters<typeof outcome>[3];

/** A redirect: told and never followed, so that a token never goes anywhere but its org. */
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
        `${host} wants to send Keyturn on to ${target}. Keyturn does not follow, so that a token never goes anywhere but its org.`,
        target === 'elsewhere'
          ? 'Check the Org URL. In a hotel or guest network, sign in to the network first.'
          : `If ${target} is the org's real address, use that as Org URL.`,
        facts,
      )
    : outcome(
        kind,
        `${host} wants to send Keyturn on to another page of its own, as a sign-in page or a proxy does and an Okta org does not.`,
        'Check the Org URL. In a hotel or guest network, sign in to the network first.',
        facts,
      );
}

/** An answer that is none of Okta's API; `anonymous` where no token was sent. */
export function notUnderstood(
  anonymous: boolean,
  host: string,
  facts: Facts & { readonly requestId: string | null },
  raw: Raw,
): Outcome {
  const isPage = /^\s*</.test(raw.text) || (header(raw, 'content-type') ?? '').includes('text/html');
  if (anonymous || (isPage && facts.requestId === null)) {
    return outcome(
      'not-an-okta-org',
      `${host} answers, but not as an Okta org does${isPage ? ': it sent a web page' : ''}.`,
      'Check the Org URL. In a hotel or guest network, sign in to the network first.',
      facts,
    );
  }
  return outcome(
    'unexpected-answer',
    `${host} answered in a form Keyturn does not understand${json(raw.text) === undefined ? ': it is cut off or not JSON' : ''}.`,
    'Test again. If it goes on, check that no proxy on the way changes answers.',
    facts,
  );
}
