import { lookup } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { createSecureContext, type SecureContext } from 'node:tls';
import type { Dispatcher } from 'undici';
import type { OktaNetwork } from './network.ts';
import { proxyFor } from './proxy.ts';
import { systemRoots } from './system-roots.ts';

export interface Limits {
  readonly connectMs: number;
  readonly headersMs: number;
  readonly bodyMs: number;
  /** The time limit of a whole call, even when data keeps arriving slowly. */
  readonly totalMs: number;
  readonly bodyBytes: number;
}

/** A route to one origin, and its proxy. */
export interface Route {
  readonly dispatcher: Dispatcher;
  /** The proxy as host and port, or null. */
  readonly proxy: string | null;
}

let undici: Promise<typeof import('undici')> | null = null;

/**
 * Loads undici with the first call, not with the app, because loading takes tens of milliseconds. Later calls reuse it without the module
 * loader.
 */
function loadUndici(): Promise<typeof import('undici')> {
  undici ??= import('undici');
  return undici;
}

/**
 * The most connections to one org. Test all makes two or three calls at a time for each of six tokens, and a call that waits for a connection
 * waits a round trip. Okta lets one org make 35 or 75 calls at a time, so most of them stay for other programs.
 */
const mostConnections = 12;

/** The error for an org that the policy does not let Keyturn call. The message is a sentence for people. */
export class ForbiddenOrg extends Error {
  override readonly name = 'ForbiddenOrg';
}

/** One pool of undici per origin: HTTP/1.1, few connections, no pipelining, kept alive for 30 s, TLS verified always, whatever the environment says. */
export class Dispatchers {
  readonly #network: () => OktaNetwork;
  readonly #limits: Limits;
  readonly #orgRefusal: (origin: string) => string | null;
  readonly #routes = new Map<string, Route | Promise<Route>>();
  /** The roots that all routes trust, parsed once: Node would parse all of them for each connection. */
  #trusted: { readonly extraPem: string | null; readonly context: SecureContext } | null = null;

  /** `orgRefusal` returns why Keyturn may not call an org at all, or null when it may. */
  constructor(
    network: () => OktaNetwork,
    limits: Limits,
    orgRefusal: (origin: string) => string | null = () => null,
  ) {
    this.#network = network;
    this.#limits = limits;
    this.#orgRefusal = orgRefusal;
  }

  /**
   * Returns the route to an origin, at once when it is known. Rejects with ForbiddenOrg when the policy does not let Keyturn call it, and with
   * FatalProxy when the configured proxy cannot be used at all.
   */
  to(origin: string): Route | Promise<Route> {
    const refusal = this.#orgRefusal(origin);
    if (refusal !== null) return Promise.reject(new ForbiddenOrg(refusal));
    const known = this.#routes.get(origin);
    if (known !== undefined) return known;
    const made = this.#make(origin);
    this.#routes.set(origin, made);
    made.then(
      // A change of the network may have dropped this route meanwhile.
      (route) => void (this.#routes.get(origin) === made && this.#routes.set(origin, route)),
      () => void (this.#routes.get(origin) === made && this.#routes.delete(origin)),
    );
    return made;
  }

  /** Drops every connection, so that the next call uses the current settings. Calls in progress may finish. */
  async clear(): Promise<void> {
    await this.#drop((dispatcher) => dispatcher.close());
  }

  /** Ends every connection at once, also one that is being made. */
  async end(): Promise<void> {
    await this.#drop((dispatcher) => dispatcher.destroy());
  }

  async #drop(each: (dispatcher: Dispatcher) => Promise<void>): Promise<void> {
    const routes = [...this.#routes.values()];
    this.#routes.clear();
    this.#trusted = null;
    const settled = await Promise.allSettled(routes);
    await Promise.allSettled(
      settled.map((route) => (route.status === 'fulfilled' ? each(route.value.dispatcher) : undefined)),
    );
  }

  #contextWith(extraPem: string | null): SecureContext {
    if (this.#trusted?.extraPem !== extraPem) this.#trusted = null;
    this.#trusted ??= { extraPem, context: createSecureContext({ ca: roots(extraPem) }) };
    return this.#trusted.context;
  }

  async #make(origin: string): Promise<Route> {
    const { Pool, ProxyAgent } = await loadUndici();
    const network = this.#network();
    // Without a word about it, Node accepts every certificate under NODE_TLS_REJECT_UNAUTHORIZED=0, which many shells have.
    const tls = {
      secureContext: this.#contextWith(network.extraCaPem),
      rejectUnauthorized: true,
      timeout: this.#limits.connectMs,
    };
    const options = {
      allowH2: false,
      connections: mostConnections,
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
        dispatcher: new Pool(origin, {
          ...options,
          connect: { ...tls, lookup: lookupName },
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
        requestTls: tls,
        proxyTls: tls,
      }),
      proxy: proxy.host,
    };
  }
}

/** Returns the decoded text. A password may contain a bare `%`; the text then stays as it is. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/**
 * Returns Node's own roots, the system's and the extra ones. Electron's fuses disable NODE_EXTRA_CA_CERTS, so Settings has the extra ones.
 */
const roots = (extraPem: string | null): string[] =>
  extraPem === null ? systemRoots() : [...systemRoots(), extraPem];

/**
 * Resolves names under `localhost` to this computer, whatever a DNS server says (RFC 6761, section 6.3); glibc knows only the bare name.
 */
export const lookupName: LookupFunction = (name, options, callback) => {
  lookup(name.endsWith('.localhost') ? 'localhost' : name, options, callback);
};
