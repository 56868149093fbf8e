/** This file knows the names that documents write where a reader has an own org. */

/** Signs that stand for letters and digits, as in `dev-XXXXXX`, `dev-######` and `dev-000000`. No org has such a name. */
const blanks =
  /^(?:https?:\/\/)?(?:(?:dev|trial|integrator)-(?:[x#*?_]{2,}|n{3,}|0{4,})|[x#*?]{3,})(?:-admin)?(?:[./:]|$)/i;

/** Returns whether a text begins with an address whose name is only filled in. */
export const isFilledIn = (text: string): boolean => blanks.test(text);

/** Names from Okta's documents, tools and samples. Someone may have an org of such a name. */
const exampleNames = new Set([
  ...['example', 'sample', 'subdomain', 'mysubdomain', 'my-subdomain', 'domain', 'mydomain', 'my-domain'],
  ...[
    'oktadomain',
    'okta-domain',
    'company',
    'mycompany',
    'companyname',
    'company-name',
    'my-company',
    'organization',
    'tenant',
    'mytenant',
  ],
  ...[
    'org',
    'orgname',
    'org-name',
    'myorg',
    'my-org',
    'orgurl',
    'oktaorg',
    'okta-org',
    'myoktaorg',
    'my-okta-org',
  ],
]);
/** A number that counts up, as in `dev-123456`. */
const countedUp = /^(?:dev|trial|integrator)-(\d{4,})$/;

/** Returns whether an org's label under a domain of Okta's is one that documents use as an example. */
export function isExampleLabel(label: string): boolean {
  const number = countedUp.exec(label)?.[1];
  return exampleNames.has(label) || (number !== undefined && '12345678901234567890'.startsWith(number));
}

/** Returns whether a host is under a domain that exists for examples only (RFC 2606, section 3). */
export const isExampleDomain = (host: string): boolean => /(?:^|\.)example\.(?:com|net|org)$/.test(host);
