import { pastedText } from '../base/pasted-text.ts';

/**
 * Why a text is no address of a proxy that Keyturn can use. `signs`: the account has a sign that ends it in an address, so that another
 * host would be called. `path`: it is the address of a file, most likely of a PAC script. `brackets`: an IPv6 address without its brackets.
 */
export type ProxyFault = 'not-one' | 'socks' | 'signs' | 'path' | 'brackets';

/** What stands before an address where people copy it from: a variable of a shell, an option of curl, or an entry of a PAC answer. */
const before =
  /^(?:(?:(?:export|set|setx)\s+|\$env:)?(?:https?|all)_?proxy(?:\s*=\s*|:?\s+)|(?:--proxy|-x)[\s=]+|PROXY\s+(?=\S+:\d))/i;
/** The entries behind the first one of a PAC answer. */
const behind = /;(?:\s*(?:DIRECT|(?:PROXY|HTTPS?|SOCKS\d?)\s+\S+)\s*;?)*\s*$/i;
/** A list with a proxy for each kind of address, as Windows keeps it. */
const ofWindows = /^(?:https?|ftp|socks)=[^;\s]+(?:[;\s]+(?:https?|ftp|socks)=[^;\s]+)*;?$/i;
const quotes = /^(?:"(.*)"|'(.*)'|`(.*)`|<(.*)>|\((.*)\))$/s;

/**
 * Reads the address of a proxy as people write it: with `http://` or `https://`, or as `host:port`, which is HTTP; also as a variable of a
 * shell, a PAC answer or the list of Windows names it. Never guesses another host.
 */
export function readProxyAddress(typed: string): { readonly url: string } | { readonly fault: ProxyFault } {
  const text = addressIn(pastedText(typed).text.trim());
  if (/^socks/i.test(text)) return { fault: 'socks' };
  if (/^(?:pac\+|file:)/i.test(text) || /^[^/@]+\.(?:pac|dat)$/i.test(text)) return { fault: 'path' };
  const scheme = /^https?:\/\//i.exec(text)?.[0];
  const bare =
    scheme === undefined ? text.replace(/^\/\//, '') : text.slice(scheme.length).replace(/^\/+/, '');
  if (isBareIpv6(bare)) return { fault: 'brackets' };
  // Without a scheme only a port says that this is a proxy.
  if (scheme === undefined && !/:\d{2,5}\/?$/.test(bare)) return { fault: 'not-one' };
  const account = bare.slice(0, Math.max(0, bare.lastIndexOf('@')));
  const at = bare.slice(account.length);
  if (at === '' || /\s/.test(at) || bare.includes('://')) return { fault: 'not-one' };
  if (/[\\/?#]/.test(account)) return { fault: 'signs' };
  const url = `${scheme ?? 'http://'}${account.replaceAll(/\s/g, '%20')}${at}`;
  if (!URL.canParse(url)) return { fault: 'not-one' };
  const { pathname, search, hash, hostname, port } = new URL(url);
  // `http//proxy` and `http:proxy` would call a host named http.
  if (/^https?$/i.test(hostname) || !isHost(hostname) || port === '0' || /:(?:[/?#]|$)/.test(at)) {
    return { fault: 'not-one' };
  }
  if (bare.includes('\\')) return { fault: 'signs' };
  return pathname === '/' && search === '' && hash === '' ? { url } : { fault: 'path' };
}

/** Returns the address in a text, without the name of its variable, the quotes around it, and the marks of a sentence behind it. */
function addressIn(text: string): string {
  const inner = (one: string): string => one.trim().replace(quotes, '$1$2$3$4$5');
  if (ofWindows.test(inner(text))) {
    // Calls to Okta are https. A list without a proxy for them leaves them direct, so none of its others is meant.
    return /(?:^|[;\s])https=([^;\s]+)/i.exec(inner(text))?.[1] ?? text;
  }
  const named = inner(text).replace(before, '').replace(behind, '');
  return inner(named).replace(/(?<=[\d/\]])[.,;]+$/, '');
}

/** Returns whether a text is an IPv6 address without brackets, with a port or without one. */
const isBareIpv6 = (text: string): boolean =>
  /^[\da-f:]*:[\da-f:]*:[\da-f:.]*\/?$/i.test(text) && URL.canParse(`http://[${text.replace(/\/$/, '')}]`);

/** Returns whether a name that an address holds is one of a host, and no pattern or setting. */
const isHost = (name: string): boolean => /^(?:[\w.-]+|\[[\da-f:.]+\])$/i.test(name);
