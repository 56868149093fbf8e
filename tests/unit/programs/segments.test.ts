import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isRefusal, passageOf, readPaths, refusedBy } from '../../../src/main/features/programs/gate.ts';
import { isPlainSegment } from '../../../src/main/features/programs/segments.ts';
import type { Door } from '../../../src/shared/contract/programs.ts';
import { readers } from './other-readers.ts';

const door: Door = {
  open: true,
  alias: 'a',
  access: 'read',
  paths: ['/api/v1/users'],
  perMinute: 60,
  value: false,
};

/** The path that passes the gate and the door below /api/v1/users, or null. */
function passed(below: string): string | null {
  const headers = { host: '127.0.0.1:4730' };
  const said = passageOf({ method: 'GET', target: `/a/api/v1/users${below}`, headers }, 4730);
  if (isRefusal(said)) return null;
  return refusedBy(door, 'GET', said.path) === null ? said.path : null;
}

describe('a segment', () => {
  it.each([
    'users',
    '00u1abcDEF',
    'me',
    'isaac.brock@example.com',
    'isaac.brock%40example.com',
    'o%27neil%2Btest%40example.com',
    "o'neil+x@example.com",
    '.well-known',
    'openid-configuration',
    'en_US',
    'orn:okta:directory:00o:groups:00g',
    'orn%3Aokta%3Adirectory%3A00o',
    'My%20Group',
    'v1.2.3',
    'm%C3%BCller%40example.com',
    'mu%CC%88ller%40example.com',
    '%E0%A4%B9%E0%A4%BF%E0%A4%A8%E0%A5%8D%E0%A4%A6%E0%A5%80',
    '%E6%97%A5%E6%9C%AC',
    'a$b',
    'a:b$c',
    '(a)',
    'f(x)',
    '%28Sales%20%28EMEA%29%29',
    'a.+b',
    '%2B49123',
    'c%2B%2B',
    'ada+test@example.com',
    '~x',
  ])('%s is plain', (segment) => {
    expect(isPlainSegment(segment)).toBe(true);
  });

  it.each([
    '',
    '.',
    '..',
    '...',
    '..;',
    '.;',
    '..%3b',
    '..;a=b',
    'a;b',
    'a%3Bb',
    '..%00',
    '%2e',
    '%2E%2e',
    '.%2e',
    '%252e%252e',
    '%25252e',
    'a%2fb',
    'a%5cb',
    'a%255cb',
    'a\\b',
    '%',
    '%zz',
    'a%',
    'a%2',
    '%u002e%u002e',
    '%uff0e',
    'a%u2215b',
    '%c0%ae%c0%ae',
    '%c0%af',
    '%e0%80%ae',
    '%e0%80%af',
    '%f0%80%80%ae',
    '%C0%2E',
    '%ff',
    '%c3',
    '%ed%a0%80',
    '%09',
    '..%09',
    '..%20',
    '%20..',
    'a%20',
    '%20a',
    '.%20.',
    'users.',
    'users..',
    'a..b',
    '%0a',
    '%0d%0a',
    '%7f',
    '%3f',
    '%23',
    'a#b',
    '%EF%BC%8E%EF%BC%8E',
    'a%EF%BC%8Fb',
    'a%E2%88%95b',
    'a%E2%81%84b',
    'a%EF%BC%BCb',
    '%E2%80%A4%E2%80%A4',
    '%E2%92%88',
    '..%E2%80%8B',
    '%E2%80%8E..',
    '%C2%AD..',
    '%EF%BB%BF..',
    '..%C2%A0',
    '%C2%85',
    '.%CD%8F.%CD%8F',
    '.%CC%81.%CC%81',
    '.%EF%B8%8F.%EF%B8%8F',
    '.%E3%85%A4.%E3%85%A4',
    'a.%CC%B8',
    '%CC%81',
    '%E1%85%9F',
    'a%F3%A0%84%80',
    '%61bc',
    'a b',
    'ü',
    '\u202e',
    '<a>',
    '(S(x))',
    '(A(x)F(y)S(z))',
    '%28S%28x%29%29',
    '.+',
    '+.',
    '.+.+',
    '.%20+',
    '+',
    '%2B',
    '.%2B',
    '(S(a',
    '%20+a',
  ])('%s is not plain', (segment) => {
    expect(isPlainSegment(segment)).toBe(false);
    expect(passed(`/${segment}/../../x`)).toBeNull();
    expect(passed(`/${segment}/x`)).toBeNull();
  });
});

it('no server reads another path in what passes below an allowed one', () => {
  const part = fc.constantFrom(
    ...[
      '.',
      '..',
      '/',
      '//',
      ';',
      '%3b',
      '%3B',
      '%2e',
      '%2E',
      '%252e',
      '%2f',
      '%252f',
      '%5c',
      '\\',
      '%',
      '%z',
    ],
    ...['%u002e', '%u002f', '%U2215', '%c0%ae', '%c0%af', '%e0%80%ae', '%e0%80%af', '%c1%9c', '%f0%80%80%ae'],
    ...['%00', '%09', '%0a', '%20', '%7f', '%a0', '%c2%a0', '%c2%ad', '%e2%80%8b', '%ef%bb%bf', '%ef%bc%8e'],
    ...[
      '%ef%bc%8f',
      '%e2%88%95',
      '%e2%80%a4',
      '%ef%bc%bc',
      '%c2%a5',
      '%25',
      '%23',
      '%3f',
      ':',
      '@',
      '%40',
      'a',
    ],
    ...[
      '%cd%8f',
      '%cc%81',
      '%cc%b8',
      '%ef%b8%8f',
      '%e3%85%a4',
      '%e1%85%9f',
      '%e1%a0%8b',
      '.%cd%8f',
      '.%cc%81',
    ],
    ...[
      'oauth2',
      'api',
      'v1',
      'groups',
      '%c3%bc',
      '~',
      '(S(x))',
      '(',
      '(S',
      '(a',
      '))',
      '.+',
      '*',
      "'",
      '$',
      '&',
      '=',
      '+',
      ',',
      '%2e%2e',
      '..%2f',
    ],
  );
  const below = fc.array(fc.oneof({ weight: 9, arbitrary: part }, fc.string({ maxLength: 2 })), {
    maxLength: 10,
  });
  fc.assert(
    fc.property(below, (parts) => {
      const path = passed(`/${parts.join('')}`);
      if (path === null) return;
      const plainly = path.split('/').filter((one) => one !== '');
      for (const [name, read] of Object.entries(readers)) {
        const segments = read(path);
        expect(segments.slice(0, 3), `${name} reads ${path}`).toEqual(['api', 'v1', 'users']);
        expect(segments.length, `${name} reads ${path}`).toBe(plainly.length);
      }
    }),
    { numRuns: 20_000 },
  );
});

it('passes what encodeURIComponent makes of a login or a name, unless it has a second reading', () => {
  const name = fc.stringMatching(/^[A-Za-z0-9äß日Ж][A-Za-z0-9äß日Ж@:+,'$&=!()*~_ -]{0,20}[A-Za-z0-9äß日Ж]$/);
  fc.assert(
    fc.property(name, (text) => {
      expect(passed(`/${encodeURIComponent(text)}`)).not.toBeNull();
    }),
  );
});

it('the paths that a person writes obey the same rules', () => {
  for (const bad of [
    '/api/v1/./users',
    '/api/v1/users./x',
    '/api/v1/...',
    '/api/v1/a..b',
    '/oauth2/..',
    '/api/v1//x',
  ]) {
    expect(readPaths([bad]), bad).toBeNull();
  }
  expect(readPaths(['/oauth2/default/.well-known'])).toEqual(['/oauth2/default/.well-known']);
});
