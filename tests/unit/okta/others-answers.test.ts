import { expect, it } from 'vitest';
import { Secret } from '../../../src/main/base/secret.ts';
import type { AccessToken } from '../../../src/main/okta/credential.ts';
import { judged } from '../../../src/main/okta/judge.ts';
import { rateLimitOf } from '../../../src/main/okta/rate-limits.ts';
import { user } from '../../../src/main/okta/schemas.ts';
import { askedWait } from '../../../src/main/okta/waits.ts';

/*
 * What proxies, gateways, firewalls and sign-in pages answer in Okta's place. None of it may be taken for Okta's word about a token.
 */

const secret = Secret.fromText(`00${'a'.repeat(40)}`);
const access: AccessToken = { value: Secret.fromText('x'.repeat(40)), headersFor: async () => ({}) };
type Headers = Readonly<Record<string, string>>;

/** Returns the outcome of an answer to a call with this credential. `requestId` is Okta's own header. */
function said(
  by: Secret | AccessToken,
  status: number,
  text: string,
  headers: Headers,
  requestId: string | null,
) {
  const facts = { status, requestId, ms: 1, rateLimit: null, dateHeader: null };
  const call = { origin: 'https://acme.okta.com', path: '/api/v1/users/me', schema: user, secret: by };
  return judged(call, { status, headers, text, ms: 1 }, facts, { note: () => undefined });
}

const page = '<!DOCTYPE html><html><body>Blocked by Acme</body></html>';
const body = (errorCode: unknown, more = {}) => JSON.stringify({ errorCode, errorSummary: 'x', ...more });
const invalidToken = { 'www-authenticate': 'Bearer error="invalid_token"' };

it.each<[what: string, status: number, text: string, headers?: Headers]>([
  ['a page', 401, page],
  ['a page for 403', 403, page],
  ['a page with a sign-in of a proxy', 401, page, { 'www-authenticate': 'Basic realm="Proxy"' }],
  ['a page with a challenge to a Bearer token', 401, page, invalidToken],
  ['a page behind a byte order mark', 403, `\uFEFF${page}`],
  ['a page by its type only', 403, 'Blocked', { 'content-type': 'Text/HTML; charset=utf-8' }],
  ['a challenge without a body', 401, '', invalidToken],
  [
    'a challenge of a gateway',
    401,
    '{"message":"no"}',
    { 'www-authenticate': 'Bearer error="access_denied"' },
  ],
  [
    'a challenge of a gateway to a scope',
    403,
    '{"message":"no"}',
    { 'www-authenticate': 'Bearer error="insufficient_scope"' },
  ],
  ['a challenge of Windows', 401, '', { 'www-authenticate': 'Negotiate' }],
  ['AWS', 403, '{"message":"Missing Authentication Token"}'],
  ['Cloudflare', 403, '{"error_code":1020,"error_name":"access_denied"}'],
  ['a problem in JSON', 403, '{"type":"about:blank","title":"Forbidden","status":403}'],
  ['an error of OAuth', 401, '{"error":"invalid_client","error_description":"x"}'],
  ['a code of a firewall', 403, body('ACCESS_DENIED')],
  ['a status as its code', 401, body('401')],
  ['a number as its code', 403, body(403)],
  ['a code in small letters', 401, body('e0000011')],
  ['no code', 401, body('')],
  ['Okta’s form within another', 401, `{"error":${body('E0000011')}}`],
  ['Okta’s form in a list', 401, `[${body('E0000011')}]`],
  ['Okta’s form in a successful answer', 200, body('E0000011')],
  ['a word', 401, 'Unauthorized'],
  ['nothing', 403, ''],
  ['an empty object', 401, '{}'],
  ['null', 401, 'null'],
  ['a sign-in page for 200', 200, page],
  ['a sign-in of a hotel', 511, page],
  ['a sign-in of a hotel without a page', 511, ''],
  ['the proxy’s own refusal', 407, page],
  ['a page for 404', 404, page],
  ['a page for 451', 451, page],
  ['not modified', 304, ''],
  ['a redirect', 302, '', { location: 'https://proxy.acme.com/sign-in' }],
  ['a gateway that finds nobody', 502, page],
  ['an answer of Cloudflare’s own', 520, page],
])('%s says nothing about the token', (_, status, text, headers = {}) => {
  for (const by of [secret, access]) {
    const { kind, outcome } = said(by, status, text, headers, null) as ReturnType<typeof said> & {
      outcome: { sentence: string; remedy: string };
    };
    expect(['not-an-okta-org', 'unexpected-answer', 'okta-trouble']).toContain(kind);
    expect(outcome.sentence).not.toMatch(/accepted the token|does not know this token|refused the token/);
    expect(outcome.remedy).not.toBe('');
  }
});

it.each<[what: string, text: string, headers?: Headers]>([
  ['with a byte order mark', `\uFEFF${body('E0000011')}`],
  ['with lines around it', `\r\n${body('E0000011')}\n`],
  ['without a summary', '{"errorCode":"E0000011"}'],
  [
    'with null in place of each field',
    body('E0000011', { errorSummary: null, errorId: null, errorCauses: null }),
  ],
  ['with a number in place of a text', body('E0000011', { errorSummary: 5, errorId: 5 })],
  ['with causes in other forms', body('E0000011', { errorCauses: ['a', {}, 5] })],
  [
    'with a thousand long causes',
    body('E0000011', { errorCauses: Array(1_000).fill({ errorSummary: 'x'.repeat(9_999) }) }),
  ],
  ['under another type', body('E0000011'), { 'content-type': 'text/html' }],
  ['with fields of a newer form', body('E0000011', { errorVersion: 2, errorDetails: [{ a: 1 }] })],
])('Okta’s own refusal is read %s', (_, text, headers = {}) => {
  expect(said(secret, 401, text, headers, 'r1').kind).toBe('not-accepted');
});

it('a challenge with Okta’s request id is Okta’s word', () => {
  expect(said(access, 401, '', invalidToken, 'r1').kind).toBe('not-accepted');
  expect(said(access, 401, page, invalidToken, 'r1').kind).toBe('unexpected-answer');
});

const now = Date.UTC(2026, 10, 28);
const s = (ms: number) => String(Math.floor(ms / 1000));
it.each<[what: string, headers: Headers, reset: number | null]>([
  ['seconds', { 'x-rate-limit-reset': s(now + 30_000) }, now + 30_000],
  ['milliseconds', { 'x-rate-limit-reset': String(now + 30_000) }, now + 30_000],
  ['seconds from now', { 'x-rate-limit-reset': '30' }, now + 30_000],
  ['microseconds', { 'x-rate-limit-reset': String((now + 30_000) * 1_000) }, null],
  ['a negative number', { 'x-rate-limit-reset': '-5' }, null],
  ['a fraction', { 'x-rate-limit-reset': '1.5' }, null],
  ['a word', { 'x-rate-limit-reset': 'never' }, null],
  ['nothing', {}, null],
])('a reset in %s', (_, headers, reset) => {
  const limits = { 'x-rate-limit-limit': '600', 'x-rate-limit-remaining': '1' };
  expect(rateLimitOf('/api/v1/users', { ...limits, ...headers }, now)?.resetAt ?? null).toBe(reset);
  const wait = askedWait(429, headers, { now, known: true });
  expect(wait).toBe(reset === null ? null : reset - now + 1_000);
});

it.each<[limit: string | undefined, remaining: string | undefined]>([
  [undefined, '5'],
  ['600', undefined],
  ['600', '-1'],
  ['many', '5'],
  ['', ''],
])('a limit of %j with %j left is none', (limit, remaining) => {
  const headers = {
    'x-rate-limit-limit': limit,
    'x-rate-limit-remaining': remaining,
    'x-rate-limit-reset': s(now),
  };
  expect(rateLimitOf('/api/v1/users', headers, now)).toBeNull();
});
