import { describe, expect, it } from 'vitest';
import { outcomeOfTransport } from '../../../src/main/okta/transport-errors.ts';

const of = (code: string, proxied: string | null = null, message = 'it failed') =>
  outcomeOfTransport(
    'acme.okta.com',
    new TypeError('fetch failed', { cause: coded(code, message) }),
    proxied,
  );
const coded = (code: string, message: string) => Object.assign(new Error(message), { code });

describe('each failure of the connection has one outcome', () => {
  it.each([
    ['CERT_HAS_EXPIRED', 'tls'],
    ['CERT_NOT_YET_VALID', 'tls'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'tls'],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'tls'],
    ['SELF_SIGNED_CERT_IN_CHAIN', 'tls'],
    ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'tls'],
    ['UNABLE_TO_DECRYPT_CERT_SIGNATURE', 'tls'],
    ['CERT_SIGNATURE_FAILURE', 'tls'],
    ['CERT_CHAIN_TOO_LONG', 'tls'],
    ['CERT_UNTRUSTED', 'tls'],
    ['CERT_REJECTED', 'tls'],
    ['CRL_HAS_EXPIRED', 'tls'],
    ['INVALID_CA', 'tls'],
    ['INVALID_PURPOSE', 'tls'],
    ['PATH_LENGTH_EXCEEDED', 'tls'],
    ['HOSTNAME_MISMATCH', 'tls'],
    ['EPROTO', 'tls'],
    ['ERR_SSL_WRONG_VERSION_NUMBER', 'tls'],
    ['ENOTFOUND', 'no-network'],
    ['EAI_AGAIN', 'no-network'],
    ['ECONNREFUSED', 'no-network'],
    ['ECONNRESET', 'no-network'],
    ['EHOSTUNREACH', 'no-network'],
    ['UND_ERR_SOCKET', 'no-network'],
    ['ETIMEDOUT', 'timeout'],
    ['UND_ERR_CONNECT_TIMEOUT', 'timeout'],
    ['UND_ERR_HEADERS_TIMEOUT', 'timeout'],
    ['UND_ERR_BODY_TIMEOUT', 'timeout'],
    ['UND_ERR_RES_EXCEEDED_MAX_SIZE', 'unexpected-answer'],
    ['HPE_INVALID_CONSTANT', 'unexpected-answer'],
    ['ESOMETHINGNEW', 'no-network'],
  ])('%s: %s', (code, kind) => {
    const said = of(code);
    expect(said.kind).toBe(kind);
    expect(said.sentence).toContain('acme.okta.com');
    expect(said.sentence).toMatch(/\.$/);
    expect(said.remedy).not.toBe('');
  });
});

it('a bad certificate names its code, and says that nothing was sent', () => {
  expect(of('CERT_SIGNATURE_FAILURE')).toMatchObject({ errorCode: 'CERT_SIGNATURE_FAILURE' });
  expect(of('CERT_SIGNATURE_FAILURE').sentence).toContain('Nothing was sent to it');
});

it('checks every address of a name that failed', () => {
  const both = new AggregateError([coded('ECONNREFUSED', '::1'), coded('ECONNREFUSED', '127.0.0.1')]);
  expect(outcomeOfTransport('acme.okta.com', both, null).sentence).toContain('could not be made');
});

it('blames the proxy when the proxy cannot be reached, or refuses', () => {
  expect(of('ECONNREFUSED', 'proxy:8080')).toMatchObject({ kind: 'proxy', status: null });
  const refused = of('UND_ERR_ABORTED', 'proxy:8080', 'Proxy response (407) !== 200 when HTTP Tunneling');
  expect(refused).toMatchObject({ kind: 'proxy', status: 407 });
  expect(refused.sentence).toContain('user name and password');
  expect(of('CERT_HAS_EXPIRED', 'proxy:8080').kind).toBe('tls');
});
