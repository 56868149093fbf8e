import { domainToUnicode } from 'node:url';
import { isHostName } from '../../base/host-shape.ts';
import { baseDomains, underOkta } from '../../base/okta-domains.ts';
import { dashes, pastedText } from '../../base/pasted-text.ts';
import {
  addressesIn,
  afterBrokenScheme,
  clickable,
  decodedAddress,
  hostIn,
  terraformHost,
  withoutWrapping,
} from './address-text.ts';
import { isExampleDomain, isExampleLabel, isFilledIn } from './example-names.ts';
import { nearest } from './near-domain.ts';
import { words } from './words.ts';

/**
 * The meaning of a pasted text. `choices` are the hosts that it may mean. The person chooses one, and Keyturn calls none of them before.
 */
export type OrgUrl =
  | { readonly ok: true; readonly origin: string; readonly host: string; readonly notes: readonly string[] }
  | {
      readonly ok: false;
      readonly sentence: string;
      readonly remedy: string;
      readonly choices: readonly string[];
    };

const refuse = (sentence: string, remedy: string): OrgUrl => ({ ok: false, sentence, remedy, choices: [] });
const example = words.orgUrl.example;

const placeholder = refuse(words.orgUrl.placeholder, words.orgUrl.putOrg);
const noHost = refuse(words.orgUrl.noHost, example);

/** Asks which host the person means, out of the valid ones. Refuses plainly when none is valid. */
function ask(sentence: string, texts: readonly string[]): OrgUrl {
  const hosts = texts.flatMap((text) => {
    const authority = text.replace(/^(?:https?:)?\/\//i, '').split(/[/?#]/, 1)[0] ?? '';
    // A name without a dot would be a guess, because it may be the rest of a scheme.
    if (/[@\\\s]/.test(authority) || !authority.includes('.')) return [];
    const read = readHost(authority, null, [], true);
    if (!read.ok) return [];
    // The text may have been cut inside Okta's domain, as in `acme.okta,com`.
    const meant = likeOkta(read.host);
    return meant === null ? [read.host] : [meant, read.host];
  });
  const choices = [...new Set(hosts)].slice(0, 4);
  if (choices.length === 0) return refuse(sentence, example);
  // The same host twice is one address with text around it.
  const said =
    sentence === words.orgUrl.moreThanOne && choices.length === 1 ? words.orgUrl.moreText : sentence;
  return { ok: false, sentence: said, remedy: words.orgUrl.didYouMean(choices), choices };
}

/** What people write in place of a domain of Okta's, although another one is nearer by its letters. */
const otherNames: ReadonlyMap<string, (typeof baseDomains)[number]> = new Map([
  ['okta.gov', 'okta-gov.com'],
  ['okta-mil.com', 'okta.mil'],
]);

/** Returns the most likely host of Okta's for `host`, when its domain is one slip away from one of Okta's. Returns null for all others. */
function likeOkta(host: string): string | null {
  const dot = host.indexOf('.');
  if (dot < 1) return null;
  const label = host.slice(0, dot);
  const rest = host.slice(dot + 1);
  const base = otherNames.get(rest) ?? nearest(rest, baseDomains);
  return base === null || oktasOwn.has(label) ? null : `${label}.${base}`;
}

/**
 * Returns a host with hyphens in place of underscores, and without hyphens at the ends of its parts (RFC 1123, section 2.1). DNS has other
 * names, but those name no host.
 */
const withoutOddSigns = (host: string): string =>
  host.replaceAll('_', '-').replace(/(?<=^|\.)-+|-+(?=\.|$)/g, '');

/**
 * Returns the likely host of Okta's for `host`, when the dot in front of Okta's domain is missing or a hyphen. Returns null for all others.
 */
function gluedToOkta(host: string): string | null {
  const base = baseDomains.find((one) => host.endsWith(one) && !host.endsWith(`.${one}`));
  if (base === undefined) return null;
  const label = host.slice(0, -base.length).replace(/[-_]+$/, '');
  return label === '' || label.includes('.') ? null : `${label}.${base}`;
}

/** Names under okta.com that are Okta's own sites and not orgs. */
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
 * Reads the forms that people paste as an org's URL: `acme`, `acme.okta.com`, the `-admin` host, a whole address from the address bar, a
 * custom domain. Returns the https origin for calls and says what it changed. It never guesses a host from an uncertain text, but refuses
 * the text with the hosts that it may mean. `sure` means that the person has chosen exactly this host. Never throws, and never repeats what
 * may be a secret.
 */
export function normaliseOrgUrl(input: string, sure = false): OrgUrl {
  const { text: seen, hadInvisible, hadFullWidth } = pastedText(input);
  const notes: string[] = [];
  if (hadInvisible) notes.push(words.orgUrl.invisible);
  if (hadFullWidth) notes.push(words.orgUrl.fullWidth);
  // A closing tag belongs to HTML or XML around the address. A placeholder has none.
  const tagged = /<\/[\w:.-]+>/.test(seen) ? addressesIn(seen) : [];
  if (tagged.length > 0) return ask(words.orgUrl.moreThanOne, tagged);
  if (/<[^<>\s:./]+>/.test(seen) || nameInBrackets.test(seen)) return placeholder;
  const text = withoutWrapping(seen);
  const labelled = /^[^.:/@／＠]{1,40}：\s*(?=[a-z])/i.exec(input.trim())?.[0];
  if (labelled !== undefined)
    return ask(words.orgUrl.moreText, addressesIn(input.trim().slice(labelled.length)));
  if (text === '') return refuse(words.orgUrl.empty, example);
  const hyphened = text.replace(dashInName, '-');
  if (hyphened !== text) {
    // A long dash may also stand between two words.
    const apart = /[\u2014\u2015]/.test(text) ? addressesIn(text.replace(dashInName, ' ')) : [];
    return ask(words.orgUrl.dashes, [...addressesIn(hyphened), ...apart]);
  }
  if (/^(SSWS\s|ey[JK])/.test(text) || /^00[\w-]{38,}$/.test(text)) {
    return refuse(words.orgUrl.token, words.orgUrl.tokenLater);
  }
  const terraforms = terraformHost(text);
  if (terraforms !== null) return ask(words.orgUrl.moreText, [terraforms]);
  const code = /[\s"'`]/.test(text) && !holes.test(text) ? addressesIn(text) : [];
  if (code.length > 0 && /[{}<>]/.test(text)) return ask(words.orgUrl.moreThanOne, code);
  if (placeholders.test(text.split(/[?#]/, 1)[0] ?? '') || isFilledIn(text)) return placeholder;
  if (objectId.test(text)) return refuse(words.orgUrl.objectId, example);
  if (/^[^\s/@:\\]+@[^\s/@]+\.[^\s/@]+$/.test(text)) {
    return refuse(words.orgUrl.email, example);
  }
  if (hadFullWidth && /[／：？＃＠＼]/.test(input)) {
    // Some readers end the host at such a mark, and others take the mark as a part of it.
    const rest = input.replace(/https?[:：][/／]{2}/i, '');
    const sentence = words.orgUrl.fullWidthMarks;
    return /[／：？＃＠＼]/.test(rest) ? refuse(sentence, example) : ask(sentence, addressesIn(text));
  }
  if (/\s/.test(text)) {
    const joined = withoutSpaces(text);
    if (joined !== null) return ask(words.orgUrl.spaces, [joined]);
    const found = addressesIn(text);
    return found.length === 0
      ? refuse(words.orgUrl.spaces, example)
      : ask(found.length === 1 ? words.orgUrl.moreText : words.orgUrl.moreThanOne, found);
  }
  // Java's properties write a backslash before a colon, and code writes a line end so.
  const unescaped = text.replace(/\\(?=[:=])|(?:\\[nrt]?)+$/g, '');
  if (unescaped !== text && !unescaped.includes('\\')) {
    return ask(words.orgUrl.moreText, addressesIn(unescaped));
  }
  const usual = clickable(text);
  if (usual !== null) return ask(words.orgUrl.unclickable, addressesIn(usual));
  const encoded = decodedAddress(text);
  if (encoded !== null) return ask(words.orgUrl.encoded, [encoded]);
  const broken = afterBrokenScheme(text);
  if (broken !== null) {
    const found = addressesIn(broken);
    return ask(words.orgUrl.noScheme, found.length === 0 ? [broken] : found);
  }
  const read = readAddress(text, notes, sure);
  if (read.ok && !sure && isExample(new URL(read.origin).hostname)) {
    return ask(words.orgUrl.exampleName(read.host), [read.host]);
  }
  return !read.ok && read === noHost ? ask(read.sentence, addressesIn(text)) : read;
}

/** Returns whether documents use a host as an example. A person may still mean it. */
function isExample(host: string): boolean {
  const okta = underOkta(host);
  return okta === null ? isExampleDomain(host) : isExampleLabel(okta.label);
}

/** What stands in an example in the place of an org: a name in brackets, a variable of a shell, or "your" with what is yours. */
const placeholders =
  /[{}]|your[-_]?okta|\byour[-_]?(?:sub[-_]?domain|domain|company|org|tenant)\b|\$\(|^(?:\$(?:env:)?\w+|%\w+%)(?:$|\/)|<.*>/i;

/** A name in braces or angles, or one of them in a host. Braces with a colon, a quote or a sign of equality are code around an address. */
const holes =
  /[{<][^{}<>:="'`/.]*[}>]|\/\/[^\s"'`/?#]*[{<$%([]|[}>\])]\.[a-z]|\$[{(]|\b(?:var|local|data|env)\.\w|your[-_ ]?(?:okta|sub[-_]?domain|domain|company|org|tenant)/i;

/** The IDs of objects in Okta, as the Admin Console shows them in addresses (Okta Management API description). */
const objectId = /^(?:00[ogutTp]|0oa|nzo|aus|exk|rul)[A-Za-z0-9]{17}$/;

/** Returns the host of Okta's that a text of a few pieces is without its spaces, or null. */
function withoutSpaces(text: string): string | null {
  if (text.split(/\s+/).length > 5) return null;
  const joined = text.replace(/\s+(?:dot|punkt)\s+/gi, '.').replace(/\s*\.\s*/g, '.');
  const okta = /\s/.test(joined) ? null : underOkta(hostIn(joined));
  return okta === null || okta.label.includes('.') ? null : joined;
}

/** A name in square or round brackets with a domain behind it. */
const nameInBrackets = /^\s*(?:https?:\/\/)?(?:\[[^\]\s:.]*\]|\([^)\s:.]*\))\./i;

/** A dash that an editor, a chat or a keyboard wrote in a name in place of a hyphen. */
const dashInName = new RegExp(`(?<=[a-z0-9])(?!-)[${dashes}](?=[a-z0-9])`, 'giu');

/** Words in front of a host or in its name that do not name an org by themselves. */
const noOrg = new Set([
  'http',
  'https',
  'ftp',
  'www',
  'okta',
  'oktapreview',
  'admin',
  'login',
  'com',
  'org',
  'host',
]);

/**
 * Paths of an org's own pages. Their queries hold an address to return to or to continue to, which is not the org (Okta, sign-in and OAuth
 * redirects).
 */
const oktaPath =
  /^\/(?:login|app|apps|oauth2|signin|enduser|admin|api|idp|sso|home|user|auth|\.well-known)(?:\/|$|\?)/i;

/** Reads one address: with a scheme, with two slashes only, or the host alone. */
function readAddress(text: string, before: readonly string[], sure: boolean): OrgUrl {
  const notes = [...before];
  if (/^[^?#]*\\/.test(text)) return refuse(words.orgUrl.backslash, example);
  const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(text)?.[1]?.toLowerCase() ?? null;
  if (scheme !== null && scheme !== 'https' && scheme !== 'http') {
    return refuse(words.orgUrl.otherScheme(scheme), example);
  }
  if (scheme === null && /^(\/(?!\/)|[?#])/.test(text)) {
    return refuse(words.orgUrl.path, example);
  }
  if (scheme === 'http') notes.push(words.orgUrl.toHttps);
  const rest = scheme === null ? text.replace(/^\/\//, '') : text.slice(scheme.length + 3);
  const authority = rest.split(/[/?#]/, 1)[0] ?? '';
  const behind = rest.slice(authority.length);
  if (/^(?:https?|wss?|ftp):?$/i.test(authority) && /^[:/\\]+[^:/\\]/.test(behind)) {
    return ask(words.orgUrl.moreThanOne, [behind.replace(/^[:/\\]+/, '')]);
  }
  if (/@|%40/i.test(authority)) {
    return refuse(words.orgUrl.userName, example);
  }
  // A path may hold a host of Okta's. Any other name with a dot in a path is a file.
  const inPath = (behind.toLowerCase().split(/[?#]/, 1)[0] ?? '').match(
    /(?<![\w.-])[a-z0-9-]+(?:\.[a-z0-9-]+)+/g,
  );
  const inside = [...(inPath ?? []).filter((name) => underOkta(name) !== null), ...addressesIn(behind)];
  // Without a query, a second address is not a return address. The person pasted it behind the first, or the first leads somewhere else.
  const path = rest.split(/[?#]/, 1)[0] ?? '';
  // A colon without a port and a doubled slash are the rest of a second scheme.
  if (/:\/\/|^[^/]*(?::\/|\/\/)/.test(path)) {
    const last = rest.replace(/^[\s\S]*(?::|\/\/)(?=[^/:]*[a-z])[/:]*/i, '');
    const first = authority.endsWith(':') ? [] : [authority];
    return ask(words.orgUrl.moreThanOne, [...first, ...addressesIn(text), last]);
  }
  const read = readHost(authority, scheme, notes, sure);
  // A page of Okta's own may lead on to the org.
  if (!read.ok && read.choices.length === 0 && inside.length > 0) return ask(read.sentence, inside);
  if (!read.ok) return read;
  if (behind !== '' && behind !== '/') {
    const isOrgs = underOkta(new URL(read.origin).hostname) !== null || oktaPath.test(behind);
    const others = inside.filter((one) => {
      const other = readAddress(one, [], true);
      return other.ok && other.host !== read.host;
    });
    if (!sure && !isOrgs && others.length > 0) {
      return ask(words.orgUrl.leadsElsewhere(read.host), [...others, read.host]);
    }
    return { ...read, notes: [...read.notes, words.orgUrl.pathLeftOut] };
  }
  return read;
}

/** Reads a host with its port. */
function readHost(
  authority: string,
  scheme: string | null,
  before: readonly string[],
  sure: boolean,
): OrgUrl {
  const notes = [...before];
  if (!URL.canParse(`https://${authority}`)) return noHost;
  const url = new URL(`https://${authority}`);
  if (authority.includes('%')) return ask(words.orgUrl.percentCodes, [url.host]);
  if (/(?:^|\.)00[\w-]{40}(?:\.|$)/.test(authority)) {
    return refuse(words.orgUrl.tokenAsName, words.orgUrl.tokenLater);
  }
  // The URL standard reads a number as an address: 8443 would become 0.0.32.251 (WHATWG URL, IPv4 parser).
  if (/^\d+(?:\.\d+){3}$/.test(url.hostname) && !authority.startsWith(url.hostname)) {
    return refuse(words.orgUrl.number, example);
  }
  let host = url.hostname.replace(/\.$/, '');
  if (host === '') return refuse(words.orgUrl.path, example);
  if (!isHostName(host) || url.port === '0') return noHost;
  const plain = withoutOddSigns(host);
  if (plain !== host) {
    return ask(words.orgUrl.signsInName, [plain.includes('.') ? plain : `${plain}.okta.com`]);
  }
  // Punycode also encodes quotes and other signs. No name has them, so they belong to the text around it.
  if (host.includes('xn--') && /[^\p{L}\p{N}\p{M}._-]/u.test(domainToUnicode(host))) return noHost;
  if (!host.includes('.') && !host.startsWith('[') && host !== 'localhost') {
    if (noOrg.has(host)) return refuse(words.orgUrl.whichOrg(host), example);
    // No org of Okta's has a port, so the text is something else, such as a phone number.
    if (url.port !== '') return noHost;
    host = `${host}.okta.com`;
    notes.push(words.orgUrl.tookForIt(host));
  }
  if (host.endsWith('.com.com')) {
    return ask(words.orgUrl.twiceCom(host), [host.slice(0, -4)]);
  }
  if (host.endsWith('.oktacdn.com')) return refuse(words.orgUrl.oktasSite(host), example);
  if ((baseDomains as readonly string[]).includes(host)) {
    return refuse(words.orgUrl.oktaItself(host), words.orgUrl.nameInFront);
  }
  const okta = underOkta(host);
  if (okta !== null) {
    if (/^https?$/.test(okta.label)) return refuse(words.orgUrl.noOrgName(okta.label), example);
    if (oktasOwn.has(okta.label)) {
      return refuse(words.orgUrl.oktasSite(host), example);
    }
    if (okta.label.includes('.')) {
      // An org has further hosts for its directory, for certificates and for desktop sign-in (Okta, LDAP interface, mTLS, Agentless DSSO).
      const [, behindWww, before] =
        /^(?:www\.([^.]+)|([^.]+)\.(?:ldap|mtls|kerberos))$/.exec(okta.label) ?? [];
      const name = behindWww ?? before;
      const sentence = words.orgUrl.nameTooMany(host, okta.base);
      return name === undefined ? refuse(sentence, example) : ask(sentence, [`${name}.${okta.base}`]);
    }
    if (okta.label.endsWith('-admin')) {
      host = `${okta.label.slice(0, -'-admin'.length)}.${okta.base}`;
      if (host.startsWith('.')) return refuse(words.orgUrl.adminWithoutOrg, example);
      notes.push(words.orgUrl.tookForAdmin(host));
    }
  } else {
    const meant = sure ? null : (likeOkta(host) ?? gluedToOkta(host));
    if (meant !== null) {
      return ask(words.orgUrl.notOktas(host), [meant, url.host]);
    }
    if (/^[^.]+-admin\./.test(host)) {
      notes.push(words.orgUrl.keptAdmin);
    }
  }
  if (host.split('.').some((label) => label.startsWith('xn--'))) {
    notes.push(words.orgUrl.foreignLetters(host));
  }
  // Port 80 is http's own, and the change to https removes it.
  const port = url.port === '' || (scheme === 'http' && url.port === '80') ? '' : `:${url.port}`;
  return { ok: true, origin: `https://${host}${port}`, host: `${host}${port}`, notes };
}

/**
 * Returns the Admin Console's page of API tokens. The host is the org's label with `-admin` on Okta's domains, and the same host elsewhere.
 */
export function adminUrlOf(origin: string): string {
  const url = new URL(origin);
  const okta = underOkta(url.hostname);
  const host = okta === null ? url.host : `${okta.label}-admin.${okta.base}`;
  return `https://${host}/admin/access/api/tokens`;
}

/** Returns the Admin Console's System Log, on the host of its page of API tokens, with only the events of one token. */
export function logUrlOf(adminUrl: string, oktaTokenId: string): URL {
  const url = new URL('/report/system_log_2', adminUrl);
  url.searchParams.set('search', `transaction.detail.requestApiTokenId eq "${oktaTokenId}"`);
  return url;
}

/** Returns the Admin Console's page of apps, on the host of its page of API tokens. */
export const appsUrlOf = (adminUrl: string): URL => new URL('/admin/apps/active', adminUrl);
