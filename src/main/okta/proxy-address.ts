import { pastedText } from '../base/pasted-text.ts';

/**
 * Why a text is no address of a proxy that Keyturn can use. `signs`: the account has a sign that ends it in an address, so that another
 * host would be called. `path`: it is the address of a file, most likely of a PAC script.
 */
export type ProxyFault = 'not-one' | 'socks' | 'signs' | 'path';

/**
 * Reads the address of a proxy as people write it: with `http://` or `https://`, or as `host:port`, which is HTTP. Never guesses another
 * host.
 */
export function readProxyAddress(typed: string): { readonly url: string } | { readonly fault: ProxyFault } {
  const text = pastedText(typed)
    .text.trim()
    .replace(/^(?:"(.*)"|'(.*)'|<(.*)>)$/, '$1$2$3');
  if (/^socks/i.test(text)) return { fault: 'socks' };
  const scheme = /^https?:\/\//i.exec(text)?.[0];
  const bare = scheme === undefined ? text : text.slice(scheme.length);
  // Without a scheme only a port says that this is a proxy.
  if (scheme === undefined && !/:\d{2,5}\/?$/.test(bare)) return { fault: 'not-one' };
  if (bare === '' || /\s/.test(bare) || bare.includes('://')) return { fault: 'not-one' };
  const account = bare.slice(0, Math.max(0, bare.lastIndexOf('@')));
  if (/[\\/?#]/.test(account)) return { fault: 'signs' };
  const url = `${scheme ?? 'http://'}${bare}`;
  if (!URL.canParse(url)) return { fault: 'not-one' };
  const { pathname, search, hash, hostname } = new URL(url);
  if (scheme === undefined && /^https?$/i.test(hostname)) return { fault: 'not-one' };
  if (bare.includes('\\')) return { fault: 'signs' };
  return pathname === '/' && search === '' && hash === '' ? { url } : { fault: 'path' };
}
