import type { Outcome } from '../../shared/contract/outcome.ts';
import { outcome } from './outcomes.ts';
import { words } from './words.ts';

/** OpenSSL's and Node's codes (nodejs.org/api/tls.html, X509 certificate error codes), each with a plain sentence. */
const tls: Readonly<Record<string, readonly [sentence: (host: string) => string, remedy: string]>> = {
  CERT_HAS_EXPIRED: [words.transport.expired, words.transport.renew],
  CERT_NOT_YET_VALID: [words.transport.notYetValid, words.transport.checkDate],
  ERR_TLS_CERT_ALTNAME_INVALID: [words.transport.anotherName, words.transport.checkSpelling],
  DEPTH_ZERO_SELF_SIGNED_CERT: [words.transport.selfSigned, words.transport.inspected],
  SELF_SIGNED_CERT_IN_CHAIN: [words.transport.unknownAuthority, words.transport.inspected],
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: [words.transport.unknownAuthority, words.transport.inspected],
  UNABLE_TO_GET_ISSUER_CERT: [words.transport.unknownAuthority, words.transport.inspected],
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: [words.transport.unknownAuthority, words.transport.inspected],
  CERT_REVOKED: [words.transport.revoked, words.transport.doNotTrust],
};

/** Other certificate errors of OpenSSL (nodejs.org/api/tls.html, X509 certificate error codes). */
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

/** Returns every code and message of an error and its causes. */
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

/** Returns whether an open connection ended without an answer. */
export function brokeOff(error: unknown): boolean {
  const { codes } = facts(error);
  return ['ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET'].some((code) => codes.includes(code));
}

/** The errors while a connection is made, before any part of a call is sent. */
const beforeSending = new Set([
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'EHOSTDOWN',
  'ENETUNREACH',
  'ENETDOWN',
  'EADDRNOTAVAIL',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** Returns whether a call with this error was certainly not sent: no connection, no name, or an invalid certificate. */
export function neverSent(error: unknown): boolean {
  const { codes, text } = facts(error);
  return (
    codes.some(
      (code) => beforeSending.has(code) || noSuchName.has(code) || code in tls || badCertificate.test(code),
    ) || /proxy response/i.test(text)
  );
}

/** Returns the outcome of a call without a complete answer. `proxied` is the proxy of the call. */
export function outcomeOfTransport(host: string, error: unknown, proxied: string | null): Outcome {
  const { codes, text } = facts(error);
  const has = (set: ReadonlySet<string>): boolean => codes.some((code) => set.has(code));

  const bad = codes.find((code) => code in tls);
  const known = bad === undefined ? undefined : tls[bad];
  if (known !== undefined) {
    return outcome('tls', known[0](host), known[1], {
      errorCode: bad ?? null,
    });
  }
  const odd = codes.find((code) => badCertificate.test(code));
  if (odd !== undefined) {
    return outcome('tls', words.transport.badCertificate(host, odd), words.transport.inspected, {
      errorCode: odd,
    });
  }
  if (proxied !== null && (/proxy response|proxy/i.test(text) || has(unreachable) || has(noSuchName))) {
    const refused = /\((\d{3})\)/.exec(text)?.[1] ?? null;
    return outcome(
      'proxy',
      refused === '407'
        ? words.transport.proxyWantsPassword(proxied)
        : refused === null
          ? words.transport.proxyUnreachable(proxied)
          : words.transport.proxyRefused(proxied, host, refused),
      refused === '407' ? words.transport.enterPassword : words.transport.checkProxy,
      { status: refused === null ? null : Number(refused) },
    );
  }
  if (codes.some((code) => tooMuch.has(code))) {
    return outcome('unexpected-answer', words.transport.tooMuch(host), words.transport.checkOrgUrl);
  }
  if (has(timedOut)) {
    return outcome('timeout', words.transport.timedOut(host), words.transport.mayBeHeld);
  }
  if (codes.some((code) => code === 'EPROTO' || code.startsWith('ERR_SSL') || code.startsWith('ERR_TLS'))) {
    return outcome('tls', words.transport.noTls(host), words.transport.checkPort);
  }
  if (codes.some((code) => code.startsWith('HPE_') || code === 'HTTPParserError')) {
    return outcome('unexpected-answer', words.transport.notHttp(host), words.transport.checkPort);
  }
  if (has(noSuchName)) {
    return outcome('no-network', words.transport.noSuchName(host), words.transport.checkConnection);
  }
  if (has(unreachable) || codes.some((code) => code.startsWith('UND_ERR'))) {
    return outcome('no-network', words.transport.unreachable(host), words.transport.checkNetwork);
  }
  return outcome('no-network', words.transport.failed(host), words.transport.checkConnectionOnly);
}
