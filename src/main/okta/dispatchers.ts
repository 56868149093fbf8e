import { lookup } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { getCACertificates } from 'node:tls';
import type { Dispatcher } from 'undici';
import type { OktaNetwork } from './network.ts';
import { proxyFor } from './proxy.ts';

export interface Limits {
  readonly connectMs: number;
  readonly headersMs: number;
  readonly bodyMs: number;
  /** A whole call, however slowly it drips. */
  readonly totalMs: number;
  readonly bodyBytes: number;
}

/** A way to one origin, and the proxy it goes through. */
export interface Route {
  readonly dispatcher: Dispatcher;
  /** The proxy as host and port, or null. */
  readonly proxy: string | null;
}

let undici: Promise<typeof import('undici')> | null = null;

/**
 * undici, which costs tens of milliseconds to load, so it is loaded with the first call and not with the app; later calls have it without
 * asking the module loader again.
 */
export function loadUndici(): Promise<typeof import('undici')> {
  undici ??= import('undici');
  return undici;
}

/** One undici Agent per origin: HTTP/1.1, few connections, no pipelining, kept alive for 30 s, TLS verified always. */
export class Dispatchers {
  readonly #network: () => OktaNetwork;
  readonly #limits: Limits;
  readonly #routes = new Map<string, Promise<Route>>();

  constructor(network: () => OktaNetwork, limits: Limits) {
    this.#network = network;
    this.#limits = limits;
  }

  /** Throws FatalProxy when the proxy that is set cannot be used at all. */
  to(origin: string): Promise<Route> {
    const known = this.#routes.get(origin);
    if (known !== undefined) return known;
    const made = this.#make(origin);
    this.#routes.set(origin, made);
    made.catch(() => this.#routes.delete(origin));
    return made;
  }

  /** Lets go of every connection, so that the next call uses the settings as they are then. Calls under way may finish. */
  async clear(): Promise<void> {
    const routes = [...this.#routes.values()];
    this.#routes.clear();
    const settled = await Promise.allSettled(routes);
    await Promise.allSettled(
      settled.map((route) => (route.status === 'fulfilled' ? route.value.dispatcher.close() : undefined)),
    );
  }

  async #make(origin: string): Promise<Route> {
    const { Agent, ProxyAgent } = await loadUndici();
    const network = this.#network();
    const ca = roots(network.extraCaPem);
    const options = {
      allowH2: false,
      connections: 4,
      pipelining: 1,
      keepAliveTimeout: 30_000,
      keepAliveMaxTimeout: 60_000,
      headersTimeout: this.#limits.headersMs,
      bodyTimeout: this.#limits.bodyMs,
      maxResponseSize: this.#limits.bodyBytes,
    };
    const proxy = await proxyFor(origin, network);
    if (proxy === null) {
      return {
        dispatcher: new Agent({
          ...options,
          connect: { ca, timeout: this.#limits.connectMs, lookup: lookupName },
        }),
        proxy: null,
      };
    }
    const credentials =
      proxy.username === ''
        ? {}
        : {
            token: `Basic ${Buffer.from(`${decoded(proxy.username)}:${decoded(proxy.password)}`).toString('base64')}`,
          };
    return {
      dispatcher: new ProxyAgent({
        ...options,
        ...credentials,
        uri: proxy.origin,
        requestTls: { ca, timeout: this.#limits.connectMs },
        proxyTls: { ca, timeout: this.#limits.connectMs },
      }),
      proxy: proxy.host,
    };
  }
}

/** A password may hold a bare `%`; it is taken as it stands then. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Node's own roots, the system's and the extra ones; Electron's fuses switch NODE_EXTRA_CA_CERTS off, so Settings has the last. */
function roots(extraPem: string | null): string[] {
  const all = new Set([
    ...getCACertificates('default'),
    ...getCACertificates('system'),
    ...getCACertificates('extra'),
  ]);
  if (extraPem !== null) all.add(extraPem);
  return [...all];
}

/** Names under `localhost` are this computer, whatever a DNS server says of them (RFC 6761, section 6.3); glibc knows only the bare one. */
export const lookupName: LookupFunction = (name, options, callback) => {
  lookup(name.endsWith('.localhost') ? 'localhost' : name, options, callback);
};
