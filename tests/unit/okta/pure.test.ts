import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromPac, isExempt } from '../../../src/main/okta/proxy.ts';
import { inOurTime, rateLimitOf } from '../../../src/main/okta/rate-limits.ts';
import { redact } from '../../../src/main/okta/redact.ts';

const tokenChars = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-';
const value = fc
  .array(fc.constantFrom(...tokenChars), { minLength: 40, maxLength: 40 })
  .map((letters) => `00${letters.join('')}`);

describe('redact', () => {
  it('lets no token through, wherever it stands', () => {
    fc.assert(
      fc.property(value, fc.constantFrom(' ', '"', '\n', '=', ':', ',', '(', '/'), (secret, edge) => {
        for (const text of [
          secret,
          `a${edge}${secret}${edge}b`,
          `SSWS ${secret}`,
          `{"authorization":"SSWS ${secret}"}`,
        ]) {
          expect(redact(text)).not.toContain(secret);
        }
      }),
    );
  });

  it('takes out Authorization values, JWTs and passwords in addresses; leaves ids and prose alone', () => {
    expect(redact('Bearer abc.def')).toBe('Bearer [redacted]');
    expect(redact('x eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.sig y')).toBe('x [redacted JWT] y');
    expect(redact('http://ann:s3cret@proxy:8080')).toBe('http://[redacted]@proxy:8080');
    const harmless = 'org 00o47wwoytgsDqEtz0g7, token 00T94e3cn9kSEO3c51s5, at 2026-11-24T08:00:00.000Z';
    expect(redact(harmless)).toBe(harmless);
  });
});

describe('rate limit headers', () => {
  it('the tighter of two copies counts', () => {
    expect(
      rateLimitOf(
        '/api/v1/users/me',
        {
          'x-rate-limit-limit': '600, 300',
          'x-rate-limit-remaining': ['599', '12'],
          'x-rate-limit-reset': '1700000000,1700000030',
        },
        0,
      ),
    ).toEqual({ bucket: 'Users', limit: 300, remaining: 12, resetAt: 1_700_000_030_000 });
    expect(rateLimitOf('/x', { 'x-rate-limit-limit': 'soon' }, 0)).toBeNull();
  });

  it('the reset follows this computer’s clock, however wrong that is', () => {
    const limit = { bucket: 'Users', limit: 100, remaining: 2, resetAt: 1_030_000 };
    // Okta says 1,000 s, this computer is five minutes ahead.
    expect(inOurTime(limit, 1_000_000, 1_300_000)).toEqual({ ...limit, resetAt: 1_330_000 });
    expect(inOurTime(limit, null, 5)).toBe(limit);
    expect(inOurTime(null, 1, 2)).toBeNull();
  });
});

describe('proxies', () => {
  it.each([
    ['acme.okta.com', true],
    ['.okta.com', true],
    ['*.okta.com', true],
    ['okta.com', true],
    ['*', true],
    ['acme.okta.com:443', true],
    ['acme.okta.com:8443', false],
    ['ta.com', false],
    ['', false],
    ['localhost, 127.0.0.1 okta.com', true],
  ])('NO_PROXY=%s', (list, exempt) => {
    expect(isExempt('https://acme.okta.com', list)).toBe(exempt);
  });

  it.each([
    ['::1', 'https://[::1]:8443', true],
    ['[::1]', 'https://[::1]:8443', true],
    ['[::1]:8443', 'https://[::1]:8443', true],
    ['[::1]:443', 'https://[::1]:8443', false],
    ['fe80::1', 'https://[::1]', false],
    ['FD00::A', 'https://[fd00::a]', true],
  ])('NO_PROXY=%s for %s', (list, origin, exempt) => {
    expect(isExempt(origin, list)).toBe(exempt);
  });

  it('reads a PAC answer entry by entry', () => {
    expect(fromPac('DIRECT')).toBeNull();
    expect(fromPac('PROXY p:8080; DIRECT')?.href).toBe('http://p:8080/');
    expect(fromPac('HTTPS p:443')?.protocol).toBe('https:');
    expect(fromPac('SOCKS5 s:1; PROXY p:1')?.host).toBe('p:1');
    expect(() => fromPac('SOCKS5 s:1')).toThrow('SOCKS');
  });
});
