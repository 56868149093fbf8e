/** This file finds addresses in the text around them: quotes, brackets, Markdown, the ends of sentences. It knows no hosts. */

const openers = /^(?:[\s"'`´“”„‟‘’‚‛«»‹›「」『』<({*|]|\[(?![0-9a-f]*:))+/i;
const closers = /[\s"'`´“”„‟‘’‚‛«»‹›「」『』>)\]}*|,;!?。、…]+$/;

/** What Markdown writes in italics or bold by underscores. An underscore on one side only is a part of the name. */
const underlined = /^(_{1,2})(?=[^_])(.*[^_])\1[.,;:!?]*$/s;

/** Returns `text` without the quotes, brackets and marks around it, and without a browser's prefix of a shown address. */
export function withoutWrapping(text: string): string {
  // This is the mark of a list or of a quoted line.
  let inner = text.trim().replace(/^(?:(?:[-+*•‣–>]|\d{1,3}[.)])\s+)+/, '');
  // The label of a Markdown or Slack link is not an address of its own.
  const markdown = /^\[([^\]]*)\]\(\s*<?([^\s<>]+?)>?(?:\s+["'(][^\n]*)?\)[.,;:!]?$/.exec(inner);
  const slack = /^<(https?:\/\/[^\s<>|]+)\|([^<>|]*)>$/i.exec(inner);
  const label = markdown?.[1] ?? slack?.[2] ?? '';
  const href = markdown?.[2] ?? slack?.[1];
  if (href !== undefined && addressesIn(label).every((one) => hostIn(one) === hostIn(href))) inner = href;
  for (;;) {
    const placeholder = /^[<{[(][^.:/]*[>}\])]$/.test(inner);
    const next = placeholder
      ? inner
      : withoutTail(inner.replace(openers, '').replace(underlined, '$2')).replace(
          /^(?:view-source|url|link):(?=https?:\/\/)/i,
          '',
        );
    if (next === inner) return inner;
    inner = next;
  }
}

/** Returns the host of an address as far as possible, without judging it. */
export const hostIn = (address: string): string =>
  (address.replace(/^https?:\/\//i, '').split(/[/?#]/, 1)[0] ?? '').toLowerCase();

/** Removes the marks at the end of a text. A closing bracket stays when the text opens it, as in a path or a placeholder. */
function withoutTail(text: string): string {
  const tail = closers.exec(text)?.[0] ?? '';
  const kept = text.slice(0, text.length - tail.length);
  const opened = (open: string, close: string) => kept.split(open).length > kept.split(close).length;
  if (opened('[', ']') && tail.includes(']')) return text.slice(0, kept.length + tail.indexOf(']') + 1);
  if ((opened('{', '}') && tail.includes('}')) || (opened('<', '>') && tail.includes('>'))) return text;
  if (opened('(', ')') && tail.includes(')')) return text.slice(0, kept.length + tail.indexOf(')') + 1);
  return kept;
}

/**
 * Returns every address in a text that has more than an address: what begins with http(s), what has a dot inside and ends in a usual host
 * ending, and the same in percent-encoded form. Each address has the text behind its host. There are at most eight.
 */
export function addressesIn(text: string): string[] {
  // This is how one link wrapper writes an address in a query (Proofpoint URL Defense, version 2).
  const unwrapped = text.replace(/(https?)-3A__([a-z0-9.-]+)/gi, ' $1://$2 ');
  let plain = unwrapped;
  // A link in a wrapped link is encoded once for each wrapper.
  for (let layer = unwrapped, n = 0; n < 3 && /%(?:25)*3a/i.test(layer); n += 1) {
    layer = decoded(layer);
    plain += ` ${layer}`;
  }
  // No part of a user name before an `@` is an address, so a name is taken to its end or not at all. A single word with a colon in front of
  // a name is its label, as in `host:acme.okta.com`.
  const found = [
    ...plain.matchAll(/https?:\/\/(?:(?!https?:\/\/)[^\s"'<>()[\]{}|&])+/gi),
    ...plain.matchAll(
      /(?:(?<=\/\/)|(?<![\w@./:%-])|(?<=(?<![\w@./:%-])[a-z][\w-]{0,40}:)(?!\S*@))[a-z0-9_-]+(?:\.[a-z0-9_-]+)*\.[a-z]{2,}(?::\d+)?(?!\.?[\w@-]|:\S*@)/gi,
    ),
  ].map(([address]) => address.replace(/[.,;:!?]+$/, ''));
  return [...new Set(found)].slice(0, 8);
}

/** Decodes each run of percent codes by itself, because a lone `%` elsewhere must not hide an address. */
const decoded = (text: string): string =>
  text.replace(/(?:%[0-9a-f]{2})+/gi, (codes) => {
    try {
      return decodeURIComponent(codes);
    } catch {
      return codes;
    }
  });

/** Returns the address when a percent-encoded text is one address, or null. */
export const decodedAddress = (text: string): string | null =>
  /^https?%3a(?:%2f){2}/i.test(text) ? decoded(text) || null : null;

/**
 * Returns the text of an address that was made unclickable, as `hxxps://acme[.]okta[.]com`, in its usual form. Returns null for others.
 */
export function clickable(text: string): string | null {
  const usual = text
    .replace(/^hxxp(?=s?\W)/i, 'http')
    .replace(/[[(](\.|:|:\/\/)[\])]/g, '$1')
    .replace(/[[(]dot[\])]/gi, '.');
  return usual === text ? null : usual;
}

/**
 * Returns the text behind a broken `https://`: letters, the colon or a slash are missing, wrong or doubled. Returns null when the text
 * begins correctly or with something else.
 */
export function afterBrokenScheme(text: string): string | null {
  const broken =
    /^(?:h{0,2}t{0,3}p{1,2}s{0,2}|hs?tt?ps?|https?s?)(?:[:;.,]+[/\\]+|[:;]+(?![\d])|[/\\]+)(?=[^\s/\\])/i.exec(
      text,
    )?.[0];
  if (broken === undefined || /^https?:\/\/$/i.test(broken)) return null;
  return text.slice(broken.length).replace(/^[:/\\]+/, '');
}

const nameOf = (key: string): RegExp =>
  new RegExp(`(?<![a-z])${key}["']?\\s*[:=]\\s*["']?([a-z0-9.-]+)(?![\\w.{$(-])`, 'i');
const orgName = nameOf('org_name');
const baseUrl = nameOf('base_url');

/**
 * Returns the host that a configuration of Terraform's okta provider names in two parts, in its own language, in JSON or as variables of a
 * shell (`org_name`, `base_url`; OKTA_ORG_NAME, OKTA_BASE_URL). Returns null for other texts, and for parts that are variables themselves.
 */
export function terraformHost(text: string): string | null {
  const [, name] = orgName.exec(text) ?? [];
  if (name === undefined || name.includes('.')) return null;
  if (!/base_url/i.test(text)) return `${name}.okta.com`;
  const [, base] = baseUrl.exec(text) ?? [];
  return base === undefined ? null : `${name}.${base}`;
}
