import { clip } from '../../../shared/clip.ts';
import type { Environment, OrgIdentity } from '../../../shared/contract/orgs.ts';
import { series } from '../../../shared/listed.ts';
import { Failed } from '../../base/failure.ts';
import { underOkta } from '../../base/okta-domains.ts';
import type { OktaClient } from '../../okta/client.ts';
import { words as oktaWords } from '../../okta/words.ts';
import { adminUrlOf, normaliseOrgUrl } from './org-url.ts';
import { words } from './words.ts';

/**
 * Reads `input` as an Org URL and reads that host's own well-known document, without a token. `sure` means that the person has chosen this
 * host. Throws Failed `org-url` when the text is not an Org URL or not certain, and then makes no call. Throws `okta` when no answer comes
 * or the answer is not like an org's.
 */
export async function identifyOrg(
  client: OktaClient,
  input: string,
  sure = false,
  signal?: AbortSignal,
): Promise<OrgIdentity> {
  const url = normaliseOrgUrl(input, sure);
  if (!url.ok) throw new Failed('org-url', url.sentence, url.remedy, '', url.choices);
  const answer = await client.wellKnown(url.origin, signal, 'brief');
  if (answer.kind !== 'accepted') {
    const { sentence, remedy, errorCode, requestId, status } = answer.outcome;
    const small = [
      answer.outcome.word,
      status === null ? '' : oktaWords.smallPrint.http(status),
      errorCode ?? '',
      requestId === null ? '' : oktaWords.smallPrint.request(requestId),
    ];
    throw new Failed('okta', sentence, remedy, series(small));
  }
  const { id, pipeline, _links } = answer.value;
  const notes = [...url.notes];
  const own = hostOf(_links?.organization?.href);
  // A custom domain has no `-admin` host. The org's Okta address has one, and the org itself names that address.
  const named = own !== null && own !== url.host && underOkta(own) !== null ? `https://${own}` : null;
  if (named !== null) notes.push(words.identify.customDomain(new URL(named).host));
  return {
    origin: url.origin,
    host: url.host,
    oktaOrgId: id.slice(0, 40),
    pipeline: pipeline === 'idx' || pipeline === 'v1' ? pipeline : 'unknown',
    environment: environmentOf(own ?? url.host),
    adminUrl: adminUrlOf(named ?? url.origin),
    notes: notes.map((note) => clip(note, 300)).slice(0, 6),
  };
}

function hostOf(href: string | undefined): string | null {
  return href !== undefined && URL.canParse(href) ? new URL(href).host : null;
}

/** Guesses the environment from Okta's preview cells and from the names of trial orgs. A person can change it. */
function environmentOf(host: string): Environment {
  const [label = ''] = host.split('.');
  if (host.endsWith('.oktapreview.com') || /-(preview|sandbox|test|stag(e|ing))$/.test(label))
    return 'preview';
  if (/^(dev|integrator|trial)-/.test(label)) return 'development';
  return 'production';
}
