import type { OktaNetwork } from './network.ts';
import { readProxyAddress } from './proxy-address.ts';
import { words } from './words.ts';

/** The error for a configured proxy of a kind that Keyturn cannot use. The message is a sentence for people. */
export class FatalProxy extends Error {
  override readonly name = 'FatalProxy';
}

/** Returns the proxy for `origin`, or null for a direct connection. Throws FatalProxy. */
export async function proxyFor(origin: string, network: OktaNetwork): Promise<URL | null> {
  const { proxy } = network;
  if (proxy.mode === 'none') return null;
  if (proxy.mode === 'custom') return proxyUrl(proxy.url);
  const { env } = process;
  const fromEnvironment = env.https_proxy ?? env.HTTPS_PROXY;
  if (fromEnvironment !== undefined && fromEnvironment !== '') {
    return isExempt(origin, env.no_proxy ?? env.NO_PROXY ?? '') ? null : proxyUrl(fromEnvironment);
  }
  return fromPac((await network.resolveSystemProxy?.(`${origin}/`)) ?? 'DIRECT');
}

/**
 * Returns whether NO_PROXY covers a host, read as curl does: names separated by commas or spaces, each with its subdomains, `*` for all,
 * and a port if given.
 */
export function isExempt(origin: string, noProxy: string): boolean {
  const { hostname, port } = new URL(origin);
  const bare = (name: string): string => name.replace(/^\[|\]$/g, '').toLowerCase();
  const host = bare(hostname);
  return noProxy
    .split(/[\s,]+/)
    .filter((entry) => entry !== '')
    .some((entry) => {
      if (entry === '*') return true;
      // An IPv6 address without brackets has only colons, and no port.
      if (/^[^\]]*:[^\]]*:[^\]]*$/.test(entry)) return host === bare(entry);
      const [, name = '', only] = /^\*?\.?(.+?)(?::(\d+))?$/.exec(entry) ?? [];
      if (only !== undefined && only !== (port === '' ? '443' : port)) return false;
      const lower = bare(name);
      return host === lower || host.endsWith(`.${lower}`);
    });
}

/** Returns the first usable entry of a PAC answer such as "PROXY a:1; DIRECT". */
export function fromPac(answer: string): URL | null {
  for (const entry of answer.split(';').map((one) => one.trim())) {
    const [kind = '', address = ''] = entry.split(/\s+/);
    if (kind === 'DIRECT' || kind === '') return null;
    if (kind === 'PROXY') return proxyUrl(`http://${address}`);
    if (kind === 'HTTPS') return proxyUrl(`https://${address}`);
  }
  throw new FatalProxy(words.proxy.socks);
}

function proxyUrl(text: string): URL {
  const full = text.includes('://') ? text : `http://${text}`;
  const read = readProxyAddress(full);
  if ('url' in read) return new URL(read.url);
  // Other programs ignore a path in these variables, too.
  if (read.fault === 'path') return new URL(full);
  throw new FatalProxy(words.proxy.fault[read.fault]);
}
