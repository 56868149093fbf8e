import type { OktaNetwork } from './network.ts';
import { words } from './words.ts';

/** The proxy that is set is of a kind Keyturn cannot use; the message is a sentence for people. */
export class FatalProxy extends Error {
  override readonly name = 'FatalProxy';
}

/** The proxy for `origin`, or null to go straight. Throws FatalProxy. */
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

/** NO_PROXY as curl reads it: names separated by commas or spaces, each covering its subdomains, `*` for all, a port if given. */
export function isExempt(origin: string, noProxy: string): boolean {
  const { hostname, port } = new URL(origin);
  const bare = (name: string): string => name.replace(/^\[|\]$/g, '').toLowerCase();
  const host = bare(hostname);
  return noProxy
    .split(/[\s,]+/)
    .filter((entry) => entry !== '')
    .some((entry) => {
      if (entry === '*') return true;
      // An IPv6 address without brackets is all colons, and no port.
      if (/^[^\]]*:[^\]]*:[^\]]*$/.test(entry)) return host === bare(entry);
      const [, name = '', only] = /^\*?\.?(.+?)(?::(\d+))?$/.exec(entry) ?? [];
      if (only !== undefined && only !== (port === '' ? '443' : port)) return false;
      const lower = bare(name);
      return host === lower || host.endsWith(`.${lower}`);
    });
}

/** The first usable entry of a PAC answer: "PROXY a:1; DIRECT". */
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
  if (!URL.canParse(full) || !/^https?:$/.test(new URL(full).protocol)) {
    throw new FatalProxy(words.proxy.notHttpProxy);
  }
  return new URL(full);
}
