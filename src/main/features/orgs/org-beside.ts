import { baseDomains } from '../../base/okta-domains.ts';
import { normaliseOrgUrl } from './org-url.ts';

/** The longest distance between a token and its org, in characters. */
const near = 20_000;

const domains = baseDomains.map((domain) => domain.replaceAll('.', '\\.')).join('|');
/** The texts that name an org in a file: a host of Okta's, the address of a call to its API, a setting for it, or a machine of a netrc. */
const mentions: readonly RegExp[] = [
  new RegExp(`(?<![a-z0-9-])[a-z0-9-]{1,63}\\.(?:${domains})\\b`, 'gi'),
  /https:\/\/([\w.-]{1,253}(?::\d+)?)\/(?:api\/v1|oauth2)\b/gi,
  /(?:okta[\w.-]{0,40}|org[_.-]?)(?:url|domain|host)["'\]]*\s*[:=]\s*["']?(?:https:\/\/)?([\w.-]{1,253}(?::\d+)?)/gi,
  /^[ \t]*machine[ \t]+([\w.-]{1,253})/gim,
];
const orgName = /\borg_name"?\s*[:=]\s*"([\w-]+)"/i;
const baseUrl = /\bbase_url"?\s*[:=]\s*"([\w.-]+)"/i;

/**
 * Returns the host of the org that is nearest to `at` in a text, or null. `known` are hosts of kept orgs. `normaliseOrgUrl` decides whether
 * a text is a host. Pure.
 */
export function orgBeside(text: string, at: number, known: readonly string[]): string | null {
  const start = Math.max(0, at - near);
  const around = text.slice(start, at + near);
  const found: { readonly host: string; readonly away: number }[] = [];
  const add = (host: string, index: number): void => {
    const read = normaliseOrgUrl(host, known.includes(host));
    if (read.ok && host.includes('.')) found.push({ host: read.host, away: Math.abs(start + index - at) });
  };
  for (const pattern of mentions) {
    for (const match of around.matchAll(pattern)) add(match[1] ?? match[0], match.index);
  }
  for (const host of known) {
    for (let index = around.indexOf(host); index >= 0; index = around.indexOf(host, index + 1))
      add(host, index);
  }
  // Terraform's provider has the org in two parts (okta/okta, Provider configuration).
  const name = orgName.exec(around);
  if (name !== null) add(`${name[1]}.${baseUrl.exec(around)?.[1] ?? 'okta.com'}`, name.index);
  return found.toSorted((a, b) => a.away - b.away)[0]?.host ?? null;
}
