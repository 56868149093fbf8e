/** Okta's own base domains; an org is one label in front, its Admin Console that label with `-admin`. */
export const baseDomains = [
  'okta.com',
  'oktapreview.com',
  'okta-emea.com',
  'okta-gov.com',
  'okta.mil',
  'okta-miltest.com',
  'trex-govcloud.com',
] as const;

export type OrgUrl =
  | { readonly ok: true; readonly origin: string; readonly host: string; readonly notes: readonly string[] }
  | { readonly ok: false; readonly sentence: string; readonly remedy: string };

const refuse = (sentence: string, remedy: string): OrgUrl => ({ ok: false, sentence, remedy });
const example = 'Enter it as it stands in the address bar, for example acme.okta.com.';

/** The org's label and base domain when `host` is under one of Okta's, or null. */
export function underOkta(host: string): { label: string; base: string } | null {
  const base = baseDomains.find((one) => host.endsWith(`.${one}`));
  return base === undefined ? null : { label: host.slice(0, -base.length - 1), base };
}

/** Names under okta.com that are Okta's own sites and no orgs. */
const oktasOwn = new Set([
  'www',
  'login',
  'developer',
  'help',
  'support',
  'status',
  'trust',
  'admin',
  'pages',
]);

/**
 * Reads what people paste as an org's URL: `acme`, `acme.okta.com`, the `-admin` host, a whole address out of the address bar, a custom
 * domain. Gives the https origin to talk to and says what was changed. Never throws; never repeats what may be a secret.
 */
export function normaliseOrgUrl(input: string): OrgUrl {
  const notes: string[] = [];
  const text = input
    .replace(/[\u200B-\u200D\u2060\uFEFF]/g, '')
    .trim()
    .replace(/^["'`“”‘’<]+|["'`“”‘’>,;]+$/g, '')
    .trim();
  if (text === '') return refuse('No Org URL was entered.', example);
  if (/^(SSWS\s|ey[JK])/.test(text) || /^00[\w-]{38,}$/.test(text)) {
    return refuse(
      'This looks like a token, not like an Org URL. It was not sent anywhere.',
      `The token comes later, in Capture. ${example}`,
    );
  }
  if (/[{}]|your-?_?okta|yourokta|\$\(|<.*>/i.test(text)) {
    return refuse(
      'This still holds a placeholder such as {yourOktaDomain}.',
      'Put your own org in its place, for example acme.okta.com.',
    );
  }
  if (/^[^\s/@:\\]+@[^\s/@]+\.[^\s/@]+$/.test(text)) {
    return refuse('This is an e-mail address, not an Org URL.', example);
  }
  if (/\s/.test(text)) return refuse('An Org URL has no spaces in it.', example);
  if (text.includes('\\')) return refuse('An Org URL has no backslash in it.', example);

  const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(text)?.[1]?.toLowerCase() ?? null;
  if (scheme !== null && scheme !== 'https' && scheme !== 'http') {
    return refuse(`An Org URL begins with https, not with ${scheme}.`, example);
  }
  if (scheme === null && /^(\/(?!\/)|[?#.])/.test(text)) {
    return refuse('This is a path without a host.', example);
  }
  if (scheme === 'http') notes.push('Changed http to https: Keyturn never sends a token in the clear.');
  const rest = scheme === null ? text.replace(/^\/\//, '') : text.slice(scheme.length + 3);
  if (rest.includes('://')) return refuse('This holds more than one address.', example);
  const authority = rest.split(/[/?#]/, 1)[0] ?? '';
  if (authority.includes('@')) {
    return refuse(
      'An address with a user name in it is refused: it can hide where it really leads.',
      example,
    );
  }
  if (!URL.canParse(`https://${authority}`)) return refuse('This is not the address of a host.', example);
  const url = new URL(`https://${authority}`);
  let host = url.hostname.replace(/\.$/, '');
  if (host === '') return refuse('This is a path without a host.', example);
  // The URL standard takes more in a host than any name has, commas and brackets among it (WHATWG URL, forbidden domain code points).
  // A name has at most 253 characters, and 63 between two dots (RFC 1035, 2.3.4).
  if (!/^(?:\[[0-9a-f:.]+\]|[a-z0-9_-]{1,63}(?:\.[a-z0-9_-]{1,63})*)$/.test(host) || host.length > 253) {
    return refuse('This is not the address of a host.', example);
  }
  if (rest.length > authority.length && rest.slice(authority.length) !== '/') {
    notes.push('Left out the path; only the host matters.');
  }

  if (!host.includes('.') && !host.startsWith('[') && host !== 'localhost') {
    host = `${host}.okta.com`;
    notes.push(`Took ${host} for it.`);
  }
  if (host.endsWith('.com.com')) {
    return refuse(`${host} ends in .com twice.`, `Did you mean ${host.slice(0, -4)}?`);
  }
  if ((baseDomains as readonly string[]).includes(host)) {
    return refuse(
      `${host} is Okta itself, without your org's name.`,
      'Put the name in front, for example acme.okta.com.',
    );
  }
  const okta = underOkta(host);
  if (okta !== null) {
    if (oktasOwn.has(okta.label)) {
      return refuse(`${host} is one of Okta's own sites, not an org.`, example);
    }
    if (okta.label.includes('.')) {
      return refuse(`${host} has a name too many: an org is one name in front of ${okta.base}.`, example);
    }
    if (okta.label.endsWith('-admin')) {
      host = `${okta.label.slice(0, -'-admin'.length)}.${okta.base}`;
      if (host.startsWith('.')) return refuse('This is an Admin Console without an org.', example);
      notes.push(`Took ${host} for the Admin Console's own address.`);
    }
  }
  if (okta === null && /^[^.]+-admin\./.test(host)) {
    notes.push('Kept -admin in the name: only on domains of Okta does it mean the Admin Console.');
  }
  if (host.split('.').some((label) => label.startsWith('xn--'))) {
    notes.push(
      `The name holds letters outside plain English; Keyturn shows it as ${host}. Look twice whether it is yours.`,
    );
  }
  // Port 80 is http's own; it came with what was changed to https.
  const port = url.port === '' || (scheme === 'http' && url.port === '80') ? '' : `:${url.port}`;
  return { ok: true, origin: `https://${host}${port}`, host: `${host}${port}`, notes };
}

/** The Admin Console's page of API tokens: the org's label with `-admin` on Okta's domains, the host itself elsewhere. */
export function adminUrlOf(origin: string): string {
  const url = new URL(origin);
  const okta = underOkta(url.hostname);
  const host = okta === null ? url.host : `${okta.label}-admin.${okta.base}`;
  return `https://${host}/admin/access/api/tokens`;
}

/** The Admin Console's page of apps, beside its page of API tokens. */
export const appsUrlOf = (adminUrl: string): URL => new URL('/admin/apps/active', adminUrl);
