import type { X509Certificate } from 'node:crypto';
import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { isIP, type Socket } from 'node:net';
import { connect, getCACertificates, type TLSSocket } from 'node:tls';
import { clip, cut } from '../../shared/clip.ts';
import { lookupName } from './dispatchers.ts';
import type { OktaNetwork } from './network.ts';
import { proxyFor } from './proxy.ts';
import { words } from './words.ts';

/** The part of a host's certificate that a person needs to recognise the host. Times are milliseconds since 1970. */
export interface ShownCertificate {
  /** The issuer's organisation and name. */
  readonly issuer: string;
  readonly names: readonly string[];
  readonly validFrom: number;
  readonly validTo: number;
  /** Whether an authority that browsers trust everywhere (Mozilla's list, as shipped with Node) issued the certificate. */
  readonly publicIssuer: boolean;
}

/** The result when the host shows no certificate; `code` is Node's. */
export interface NoCertificate {
  readonly code: string;
}

/** OpenSSL's codes for an unknown issuer (nodejs.org/api/tls.html, X509 certificate error codes). */
const unknownIssuer = new Set([
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
]);

/**
 * Makes a TLS handshake with `origin` on the same route as calls (through the proxy, if there is one), reads the certificate and closes the
 * connection. It accepts every certificate, because callers ask about bad ones, and therefore sends nothing after the handshake. It throws
 * only when aborted.
 */
export async function certificateOf(
  origin: string,
  network: OktaNetwork,
  signal: AbortSignal,
  timeoutMs = 10_000,
): Promise<ShownCertificate | NoCertificate> {
  const { hostname, port } = new URL(origin);
  const host = hostname.replace(/^\[|\]$/g, '');
  const end = AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]);
  try {
    const proxy = await proxyFor(origin, network);
    const socket = proxy === null ? null : await tunnel(proxy, `${hostname}:${port || '443'}`, end);
    return await handshake(host, Number(port || '443'), socket, end);
  } catch (error) {
    signal.throwIfAborted();
    return { code: error instanceof Error && 'code' in error ? String(error.code) : 'FAILED' };
  }
}

/** Returns the proxy that calls to `origin` use, as host and port. Returns null when they use none or the setting is invalid. */
export async function proxyInUse(origin: string, network: OktaNetwork): Promise<string | null> {
  return (await proxyFor(origin, network).catch(() => null))?.host ?? null;
}

function tunnel(proxy: URL, target: string, signal: AbortSignal): Promise<Socket> {
  const credentials =
    proxy.username === ''
      ? {}
      : {
          'proxy-authorization': `Basic ${Buffer.from(`${decodeURIComponent(proxy.username)}:${decodeURIComponent(proxy.password)}`).toString('base64')}`,
        };
  return new Promise((resolve, reject) => {
    const ask = (proxy.protocol === 'https:' ? httpsRequest : httpRequest)({
      host: proxy.hostname,
      port: proxy.port || (proxy.protocol === 'https:' ? 443 : 80),
      method: 'CONNECT',
      path: target,
      headers: { host: target, ...credentials },
      agent: false,
      signal,
    });
    ask.on('connect', (response, socket) => {
      if (response.statusCode === 200) resolve(socket);
      else {
        socket.destroy();
        reject(Object.assign(new Error('The proxy refused.'), { code: `PROXY_${response.statusCode}` }));
      }
    });
    ask.on('error', reject);
    ask.end();
  });
}

function handshake(
  host: string,
  port: number,
  socket: Socket | null,
  signal: AbortSignal,
): Promise<ShownCertificate> {
  return new Promise((resolve, reject) => {
    const secure: TLSSocket = connect(
      {
        ...(socket === null ? { host, port, lookup: lookupName } : { socket }),
        servername: isIP(host) === 0 ? host : '',
        ca: getCACertificates('bundled'),
        ALPNProtocols: ['http/1.1'],
        rejectUnauthorized: false,
      },
      () => {
        const shown = secure.getPeerX509Certificate();
        const problem = secure.authorized ? '' : String(secure.authorizationError);
        secure.destroy();
        if (shown === undefined) reject(new Error('No certificate was shown.'));
        else resolve(read(shown, !unknownIssuer.has(problem)));
      },
    );
    const stop = () => secure.destroy(Object.assign(new Error('Stopped.'), { code: 'ETIMEDOUT' }));
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
    secure.on('error', reject);
    secure.on('close', () => {
      signal.removeEventListener('abort', stop);
      reject(Object.assign(new Error('Closed.'), { code: 'ECONNRESET' }));
    });
  });
}

function read(certificate: X509Certificate, publicIssuer: boolean): ShownCertificate {
  const part = (name: string) => new RegExp(`^${name}=(.+)$`, 'm').exec(certificate.issuer)?.[1] ?? '';
  const issuer = [part('O'), part('CN')].filter((one) => one !== '').join(', ');
  return {
    issuer: cut(issuer === '' ? words.certificate.noIssuer : issuer, 120),
    names: (certificate.subjectAltName ?? '')
      .split(/,\s*/)
      .map((name) => name.replace(/^(DNS|IP Address):/, ''))
      .slice(0, 5)
      .map((name) => clip(name, 80)),
    validFrom: Date.parse(certificate.validFrom),
    validTo: Date.parse(certificate.validTo),
    publicIssuer,
  };
}
