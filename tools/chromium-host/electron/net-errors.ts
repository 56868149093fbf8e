/** Numbers of Chromium's net errors that a request can end with (Chromium, net/base/net_error_list.h). */
const netErrors: Readonly<Record<string, number>> = {
  ERR_FAILED: -2,
  ERR_ABORTED: -3,
  ERR_FILE_NOT_FOUND: -6,
  ERR_TIMED_OUT: -7,
  ERR_UNEXPECTED: -9,
  ERR_ACCESS_DENIED: -10,
  ERR_NOT_IMPLEMENTED: -11,
  ERR_BLOCKED_BY_CLIENT: -20,
  ERR_BLOCKED_BY_RESPONSE: -27,
  ERR_CONNECTION_CLOSED: -100,
  ERR_CONNECTION_RESET: -101,
  ERR_CONNECTION_REFUSED: -102,
  ERR_CONNECTION_ABORTED: -103,
  ERR_CONNECTION_FAILED: -104,
  ERR_NAME_NOT_RESOLVED: -105,
  ERR_INTERNET_DISCONNECTED: -106,
  ERR_SSL_PROTOCOL_ERROR: -107,
  ERR_ADDRESS_UNREACHABLE: -109,
  ERR_CERT_COMMON_NAME_INVALID: -200,
  ERR_CERT_DATE_INVALID: -201,
  ERR_CERT_AUTHORITY_INVALID: -202,
  ERR_INVALID_URL: -300,
  ERR_DISALLOWED_URL_SCHEME: -301,
  ERR_UNKNOWN_URL_SCHEME: -302,
  ERR_TOO_MANY_REDIRECTS: -310,
  ERR_UNSAFE_REDIRECT: -311,
  ERR_UNSAFE_PORT: -312,
  ERR_INVALID_RESPONSE: -320,
  ERR_EMPTY_RESPONSE: -324,
};

/** Returns an error's number; the number of ERR_FAILED for one that is not in the list. */
export const numberOf = (name: string): number => netErrors[name] ?? -2;

/** Returns an error's name by its number. */
export const nameOf = (errno: number): string =>
  Object.entries(netErrors).find(([, number]) => number === errno)?.[0] ?? 'ERR_FAILED';

/** A failed request, with Chromium's name for the error. As in Electron, its message is `net::` and that name. */
export class NetError extends Error {
  readonly code: string;

  constructor(code: string) {
    super(`net::${code}`);
    this.code = code;
  }
}
