/** Okta's own base domains. An org has one label in front, and its Admin Console has that label with `-admin`. */
export const baseDomains = [
  'okta.com',
  'oktapreview.com',
  'okta-emea.com',
  'okta-gov.com',
  'okta.mil',
  'okta-miltest.com',
  'trex-govcloud.com',
] as const;

/** Returns the org's label and base domain when `host` is under one of Okta's domains, or null. */
export function underOkta(host: string): { label: string; base: string } | null {
  const base = baseDomains.find((one) => host.endsWith(`.${one}`));
  return base === undefined ? null : { label: host.slice(0, -base.length - 1), base };
}

/** Returns the host of the org whose Admin Console is at `host`, or `host` itself. A port stays. */
export function orgOfAdmin(host: string): string {
  const [name = '', port] = host.split(':');
  const okta = underOkta(name);
  const label = okta === null ? null : /^([^.]+)-admin$/.exec(okta.label)?.[1];
  return okta === null || label == null
    ? host
    : `${label}.${okta.base}${port === undefined ? '' : `:${port}`}`;
}
