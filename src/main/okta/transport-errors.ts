import type { Outcome } from '../../shared/contract/outcome.ts';
import { outcome } from './outcomes.ts';

const inspected =
  'If your company inspects TLS, choose its CA certificate as extra CA file in Settings; otherwise do not trust this connection.';

/** OpenSSL's and Node's codes (nodejs.org/api/tls.html, X509 certificate error codes), each with its plain sentence. */
const tls: Readonly<Record<string, readonly [sentence: string, remedy: string]>> = {
  CERT_HAS_EXPIRED: [
    'its certificate has expired.',
    "Check this computer's date and time. If they are right, the certificate must be renewed by whoever runs that address.",
  ],
  CERT_NOT_YET_VALID: ['its certificate is not valid yet.', "Check this computer's date and time."],
  ERR_TLS_CERT_ALTNAME_INVALID: [
    'its certificate belongs to another name.',
    'Check the Org URL for a slip. Behind a custom domain, its certificate may be set up wrongly.',
  ],
  DEPTH_ZERO_SELF_SIGNED_CERT: ['its certificate is signed only by itself.', inspected],
  SELF_SIGNED_CERT_IN_CHAIN: [
    'its certificate comes from an authority this computer does not know.',
    inspected,
  ],
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: [
    'its certificate comes from an authority this computer does not know.',
    inspected,
  ],
  UNABLE_TO_GET_ISSUER_CERT: [
    'its certificate comes from an authority this computer does not know.',
    inspected,
  ],
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: [
    'its certificate comes from an authority this computer does not know.',
    inspected,
  ],
  CERT_REVOKED: [
    'its certificate was revoked.',
    'Do not trust this connection; ask whoever runs that address.',
  ],
};

/** What else OpenSSL can find wrong with a certificate (nodejs.org/api/tls.html, X509 certificate error codes). */
const badCertificate =
  /^(CERT_|CRL_|UNABLE_TO_|ERROR_IN_C|INVALID_CA$|INVALID_PURPOSE$|PATH_LENGTH_EXCEEDED$|HOSTNAME_MISMATCH$|OUT_OF_MEM$)/;

const unreachable = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'EHOSTDOWN',
  'ENETUNREACH',
  'ENETDOWN',
  'EPIPE',
  'EADDRNOTAVAIL',
  'UND_ERR_SOCKET',
]);
const tooMuch = new Set(['UND_ERR_RES_EXCEEDED_MAX_SIZE', 'UND_ERR_HEADERS_OVERFLOW', 'HPE_HEADER_OVERFLOW']);
const noSuchName = new Set(['ENOTFOUND', 'EAI_AGAIN', 'EAI_NODATA', 'EAI_FAIL']);
const timedOut = new Set([
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_HEADERS_TIMEOUT',
  'UND_ERR_BODY_TIMEOUT',
  'ETIMEDOUT',
  'ESOCKETTIMEDOUT',
  'TimeoutError',
]);

/** Every code and message of an error and its causes. */
function facts(error: unknown): { codes: string[]; text: string } {
  const codes: string[] = [];
  const texts: string[] = [];
  for (let e: unknown = error, n = 0; e instanceof Error && n < 6; e = e.cause, n++) {
    if ('code' in e && typeof e.code === 'string') codes.push(e.code);
    codes.push(e.name);
    texts.push(e.message);
    if (e instanceof AggregateError) for (const inner of e.errors) codes.push(...facts(inner).codes);
  }
  return { codes, text: texts.join(' ') };
}

/** Whether a connection that had been made ended without an answer. */
export function brokeOff(error: unknown): boolean {
  const { codes } = facts(error);
  return ['ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET'].some((code) => codes.includes(code));
}

/** What goes wrong while a connection is made, before any of a call is sent. */
const beforeSending = new Set([
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'EHOSTDOWN',
  'ENETUNREACH',
  'ENETDOWN',
  'EADDRNOTAVAIL',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** Returns whether a call that failed so was surely not sent: no connection, no name, or a certificate that does not hold. */
export function neverSent(error: unknown): boolean {
  const { codes, text } = facts(error);
  return (
    codes.some(
      (code) => beforeSending.has(code) || noSuchName.has(code) || code in tls || badCertificate.test(code),
    ) || /proxy response/i.test(text)
  );
}

/** The outcome of a call that got no whole answer. `proxied`: it was to go through a proxy. */
export function outcomeOfTransport(host: string, error: unknown, proxied: string | null): Outcome {
  const { codes, text } = facts(error);
  const has = (set: ReadonlySet<string>): boolean => codes.some((code) => set.has(code));

  const bad = codes.find((code) => code in tls);
  const known = bad === undefined ? undefined : tls[bad];
  if (known !== undefined) {
    return outcome('tls', `No secure connection to ${host}: ${known[0]} Nothing was sent to it.`, known[1], {
      errorCode: bad ?? null,
    });
  }
  const odd = codes.find((code) => badCertificate.test(code));
  if (odd !== undefined) {
    return outcome(
      'tls',
      `No secure connection to ${host}: its certificate does not hold (${odd}). Nothing was sent to it.`,
      inspected,
      { errorCode: odd },
    );
  }
  if (proxied !== null && (/proxy response|proxy/i.test(text) || has(unreachable) || has(noSuchName))) {
    const refused = /\((\d{3})\)/.exec(text)?.[1] ?? null;
    return outcome(
      'proxy',
      refused === '407'
        ? `The proxy ${proxied} wants a user name and password.`
        : refused === null
          ? `The proxy ${proxied} cannot be reached.`
          : `The proxy ${proxied} refused to connect to ${host} (HTTP ${refused}).`,
      refused === '407'
        ? 'Put them into the proxy address in Settings (http://name:password@host:port).'
        : 'Check the proxy in Settings, or ask whoever runs it to allow your Okta org.',
      { status: refused === null ? null : Number(refused) },
    );
  }
  if (codes.some((code) => tooMuch.has(code))) {
    return outcome(
      'unexpected-answer',
      `${host} sent far more than such an answer can hold, so Keyturn stopped reading.`,
      'Check the Org URL. If it is right, test again.',
    );
  }
  if (has(timedOut)) {
    return outcome(
      'timeout',
      `${host} did not answer in time.`,
      'Test again. If it goes on, the network or a proxy on the way may be holding the call.',
    );
  }
  if (codes.some((code) => code === 'EPROTO' || code.startsWith('ERR_SSL') || code.startsWith('ERR_TLS'))) {
    return outcome(
      'tls',
      `${host} does not speak TLS in a way this computer accepts. Nothing was sent to it.`,
      'Check the Org URL and its port. A firewall or proxy on the way can cause this, too.',
    );
  }
  if (codes.some((code) => code.startsWith('HPE_') || code === 'HTTPParserError')) {
    return outcome(
      'unexpected-answer',
      `${host} answered with something that is not HTTP.`,
      'Check the Org URL and its port. A firewall or proxy on the way can cause this, too.',
    );
  }
  if (has(noSuchName)) {
    return outcome(
      'no-network',
      `The name ${host} could not be looked up: this computer is offline, or the name does not exist.`,
      'Check the connection and the spelling of the Org URL.',
    );
  }
  if (has(unreachable) || codes.some((code) => code.startsWith('UND_ERR'))) {
    return outcome(
      'no-network',
      `The connection to ${host} could not be made or broke off.`,
      'Check the network connection, then test again. A firewall or VPN may be in the way.',
    );
  }
  return outcome(
    'no-network',
    `The call to ${host} failed on this computer before an answer came.`,
    'Check the network connection, then test again.',
  );
}
