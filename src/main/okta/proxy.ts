import { BlockList, isIP, isIPv6 } from 'node:net';
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
 * a range of addresses such as 10.0.0.0/8, and a port if given. People also write semicolons, quotes and whole addresses.
 */
export function isExempt(origin: string, noProxy: string): boolean {
  const { hostname, port } = new URL(origin);
  const host = bareName(hostname);
  return noProxy
    .split(/[\s,;|]+/)
    .map((entry) => entry.replaceAll(/^["']+|["']+$/g, '').replace(/^https?:\/\//i, ''))
    .filter((entry) => entry !== '')
    .some((entry) => {
      if (entry === '*') return true;
      if (/^[^/]+\/\d+$/.test(entry)) return isInRange(host, entry);
      // An IPv6 address without brackets has only colons, and no port.
      if (isIPv6(entry)) return host === bareName(entry);
      const [, name = '', only] = /^\*?\.?(.+?)(?::(\d+))?$/.exec(entry.replace(/\/$/, '')) ?? [];
      if (only !== undefined && only !== (port === '' ? '443' : port)) return false;
      const bare = bareName(name);
      return bare !== '' && (host === bare || host.endsWith(`.${bare}`));
    });
}

/** Returns a name as an address holds it: in ASCII and small letters, without brackets and without a final period. */
function bareName(name: string): string {
  const written = isIPv6(name) ? `[${name}]` : name;
  const read = URL.canParse(`http://${written}`) ? new URL(`http://${written}`).hostname : written;
  return read.replaceAll(/^\[|\]$|\.$/g, '').toLowerCase();
}

/** Returns whether an IP address is in a range, such as 10.0.0.0/8. */
function isInRange(host: string, range: string): boolean {
  const [network = '', bits] = range.split('/');
  const [of, is] = [isIP(network), isIP(host)];
  if (of === 0 || of !== is || Number(bits) > (of === 4 ? 32 : 128)) return false;
  const family = of === 4 ? 'ipv4' : 'ipv6';
  const list = new BlockList();
  list.addSubnet(network, Number(bits), family);
  return list.check(host, family);
}

/** Returns the first usable entry of a PAC answer such as "PROXY a:1; DIRECT". */
export function fromPac(answer: string): URL | null {
  for (const entry of answer.split(';').map((one) => one.trim())) {
    const [written = '', address = ''] = entry.split(/\s+/);
    const kind = written.toUpperCase();
    if (kind === 'DIRECT' || kind === '') return null;
    if (kind === 'PROXY' || kind === 'HTTP') return proxyUrl(`http://${address}`);
    if (kind === 'HTTPS') return proxyUrl(`https://${address}`);
  }
  throw new FatalProxy(words.proxy.socks);
}

function proxyUrl(text: string): URL {
  const full = text.includes('://') ? text : `http://${text.trim()}`;
  const read = readProxyAddress(full);
  if ('url' in read) return new URL(read.url);
  // Other programs ignore a path in these variables, too.
  if (read.fault === 'path') return new URL(full);
  throw new FatalProxy(words.proxy.fault[read.fault]);
}
