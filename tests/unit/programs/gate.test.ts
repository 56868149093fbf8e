import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { freeAlias, slugOf } from '../../../src/main/features/programs/alias.ts';
import { isRefusal, passageOf, readPaths, refusedBy } from '../../../src/main/features/programs/gate.ts';
import { RateCap } from '../../../src/main/features/programs/rate-cap.ts';
import { type Door, door as doorShape } from '../../../src/shared/contract/programs.ts';
import { HandClock } from '../vault/memory-keyring.ts';

const port = 4730;
const knock = (target: string, more: Record<string, string> = {}, method = 'GET') =>
  passageOf({ method, target, headers: { host: `127.0.0.1:${port}`, ...more } }, port);
const door = (more: Partial<Door> = {}): Door => ({
  open: true,
  alias: 'terraform',
  access: 'read',
  paths: ['/api/v1/'],
  perMinute: 60,
  value: false,
  ...more,
});
const status = (said: ReturnType<typeof passageOf>) => (isRefusal(said) ? said.status : said);

describe('the target of a call', () => {
  it('loses the alias, and keeps path and query unchanged', () => {
    expect(knock('/terraform/api/v1/users?limit=2&q=a%20b')).toEqual({
      alias: 'terraform',
      path: '/api/v1/users',
      search: '?limit=2&q=a%20b',
    });
  });

  it.each([
    ['/terraform', 404],
    ['/', 404],
    ['*', 400],
    ['https://evil.example/api/v1/users', 400],
    ['//evil.example/api/v1/users', 400],
    ['/terraform//evil.example/api', 400],
    ['/terraform/api/v1/../../oauth2', 400],
    ['/terraform/api/v1/%2e%2e/x', 400],
    ['/terraform/api/v1/a%2Fb', 400],
    ['/terraform/api\\v1', 400],
    ['/terraform/api/v1/x#y', 400],
    ['/terraform/api/v1/x%0d%0aa:b', 400],
    ['/terraform/api/v1/ü', 400],
  ])('refuses %j with %i', (target, expected) => {
    expect(status(knock(target))).toBe(expected);
  });

  it.each([
    '_method=DELETE',
    'limit=2&_Method=delete',
    '%5Fmethod=DELETE',
    '_HttpMethod=PATCH',
    'X-HTTP-Method-Override=DELETE',
    'x-http-method=PUT',
    'X-Method-Override',
  ])('refuses a query that names another method: %s', (query) => {
    expect(status(knock(`/terraform/api/v1/users?${query}`))).toBe(400);
    expect(status(knock('/terraform/api/v1/users?method=x&filter=_method'))).toMatchObject({
      alias: 'terraform',
    });
  });

  it('refuses pages in a browser, names bound to this address, and methods Okta has not', () => {
    const target = '/terraform/api/v1/users';
    expect(status(knock(target, { origin: 'https://evil.example' }))).toBe(403);
    expect(status(knock(target, { 'sec-fetch-site': 'cross-site' }))).toBe(403);
    expect(status(knock(target, { 'sec-fetch-site': 'same-origin' }))).toBe(403);
    expect(status(knock(target, { 'sec-fetch-site': 'none' }))).toBe(403);
    // Node's own fetch sends these headers, and a script may call.
    expect(status(knock(target, { 'sec-fetch-mode': 'cors' }))).toMatchObject({ alias: 'terraform' });
    expect(status(knock(target, { host: 'rebound.example:4730' }))).toBe(421);
    expect(status(knock(target, { host: '127.0.0.1' }))).toBe(421);
    expect(status(knock(target, {}, 'TRACE'))).toBe(405);
    expect(status(knock(target, {}, 'CONNECT'))).toBe(405);
  });

  it.each([
    '..;',
    '.;',
    '..;x=y',
    '..%3b',
    '%2e%2e;',
    'a;b',
    '.',
    '..',
    '...',
    '. ',
    '..%20',
    '%20..',
    'a.',
    'a%20',
    '..a',
    'a..b',
    '%',
    '%z',
    '%zz',
    '%4',
    '%u002e%u002e',
    '%u2215',
    '%e0%80%ae',
    '%c0%ae',
    '%c0%2e',
    '%c1%9c',
    '%f0%80%80%ae',
    '%f8%80%80%80%ae',
    '%ed%a0%80',
    '%ff',
    '%80',
    '%09',
    '%0a',
    '%0d',
    '%00',
    '%7f',
    '%1f',
    '%c2%85',
    '%2e',
    '%2E%2e',
    '%252e',
    '%25',
    '%25252f',
    '%2f',
    '%5c',
    '%5C..',
    '\\',
    '%3f',
    '%23',
    '%3b',
    '%61',
    '%e2%80%ae',
    '%e2%80%8b',
    '%e2%80%a8',
    '%ef%bc%8e%ef%bc%8e',
    '%ef%bc%8f',
    '%e2%80%a5',
    '%ef%bc%bc',
    '%e3%80%80',
    '"',
    '<',
    '|',
    '^',
    '{',
    'a\tb',
  ])('refuses a segment %j, at the end and before another', (segment) => {
    expect(status(knock(`/terraform/api/v1/users/${segment}`))).toBe(400);
    expect(status(knock(`/terraform/api/v1/users/${segment}/groups`))).toBe(400);
  });

  it.each(['?a=%', '?a=%zz', '?a=%u002e', '?a=\\', '?a"', '?a#b', '?a b', '?é'])(
    'refuses the query %j',
    (search) => {
      expect(status(knock(`/terraform/api/v1/users${search}`))).toBe(400);
    },
  );

  it.each([
    '/api/v1/users/00u1abCDefGHijKL0h7',
    '/api/v1/users/me',
    '/api/v1/users/ann.o-neil+test@acme.com',
    '/api/v1/users/ann%40acme.com/groups',
    '/api/v1/users/o%27neil%2Btest%40acme.com',
    '/api/v1/users/j%C3%BCrgen@acme.com',
    '/api/v1/users/%E6%97%A5%E6%9C%AC@acme.com',
    '/api/v1/groups/00g1/users/00u1',
    '/api/v1/meta/types/user/',
    '/api/v1/mappings/prm1.2',
    '/api/v1/authorizationServers/default/policies',
    '/api/v1/templates/sms/Name%20with%20space/x',
    '/api/v1/groups?q=Team%20%26%20Co&filter=type%20eq%20%22OKTA_GROUP%22&limit=2',
    "/api/v1/users?search=profile.login+eq+'a/b;c'&after=%2B%2F%3D",
    '/oauth2/v1/clients?q=%E6%97%A5',
  ])('lets %s through unchanged', (target) => {
    const said = knock(`/terraform${target}`);
    expect(isRefusal(said) ? said : said.path + said.search).toBe(target);
  });

  it('is the same path to Tomcat, nginx and IIS', () => {
    const percent = (text: string): string =>
      text.replace(/%u([0-9a-f]{4})/gi, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
    /** Decodes as a lax server does: overlong forms, too, and again until nothing changes. */
    const lax = (text: string): string => {
      const once = percent(text)
        .replace(/%c([01])%([89ab][0-9a-f])/gi, (_all, high: string, low: string) =>
          String.fromCharCode((Number(high) << 6) | (Number.parseInt(low, 16) & 63)),
        )
        .replace(/%e0%80%([89ab][0-9a-f])/gi, (_all, low: string) =>
          String.fromCharCode(Number.parseInt(low, 16) & 63),
        )
        .replace(/%([0-7][0-9a-f])/gi, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
      return once === text ? text : lax(once);
    };
    const resolve = (path: string): string =>
      new URL(`http://x${path.replace(/[?#]/g, '_')}`).pathname.toLowerCase();
    const readers: Record<string, (path: string) => string> = {
      tomcat: (path) => resolve(lax(path.replace(/;[^/]*/g, '')).replace(/;[^/]*/g, '')),
      nginx: (path) => resolve(lax(path).replace(/\/{2,}/g, '/')),
      iis: (path) =>
        resolve(
          lax(path)
            .replace(/\\/g, '/')
            .split('/')
            .map((segment) =>
              /^[.\s]*$/.test(segment) ? segment.replace(/\s/g, '') : segment.replace(/[.\s]+$/, ''),
            )
            .join('/'),
        ),
    };
    const part = fc.constantFrom(
      'a',
      '.',
      '..',
      ';',
      '/',
      '%2e',
      '%2f',
      '%3b',
      '%5c',
      '\\',
      '%25',
      '2e',
      '%u002e',
      '%c0%ae',
      '%c0%af',
      '%e0%80%ae',
      '%20',
      '+',
      '@',
      '%40',
      '%09',
      '%00',
      '%zz',
    );
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 8 }), (parts) => {
        const said = knock(`/terraform/api/v1/users/${parts.join('')}`);
        if (isRefusal(said)) return;
        for (const [name, read] of Object.entries(readers)) {
          expect(read(said.path).startsWith('/api/v1/users/'), `${name}: ${said.path}`).toBe(true);
          expect(read(said.path).split('/').length, `${name}: ${said.path}`).toBe(
            said.path.split('/').length,
          );
        }
      }),
      { numRuns: 5000 },
    );
  });

  it('is always a plain path of the same org', () => {
    const part = fc.constantFrom(
      'a',
      '/',
      '//',
      '.',
      '..',
      '%2e',
      '%2F',
      '\\',
      '#',
      '?',
      '@',
      ':',
      '%00',
      'é',
      ' ',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(part, fc.string()), { maxLength: 12 }), (parts) => {
        const said = knock(`/terraform/api/v1/${parts.join('')}`);
        if (isRefusal(said)) return;
        const url = new URL(`https://acme.okta.com${said.path}${said.search}`);
        expect(url.origin).toBe('https://acme.okta.com');
        // Nothing was left for a URL's reader to make another path of.
        expect(url.pathname).toBe(said.path);
        expect(said.path.startsWith('/api/v1/')).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('the rules of a door', () => {
  it('reading only, unless a person said otherwise', () => {
    expect(refusedBy(door(), 'GET', '/api/v1/users')).toBeNull();
    expect(refusedBy(door(), 'HEAD', '/api/v1/users')).toBeNull();
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
      expect(refusedBy(door(), method, '/api/v1/users')?.status).toBe(403);
      expect(refusedBy(door({ access: 'change' }), method, '/api/v1/users')).toBeNull();
    }
  });

  it('paths as far as a slash', () => {
    const users = door({ paths: ['/api/v1/users'] });
    expect(refusedBy(users, 'GET', '/api/v1/users')).toBeNull();
    expect(refusedBy(users, 'GET', '/api/v1/users/00u1')).toBeNull();
    expect(refusedBy(users, 'GET', '/api/v1/usersets')?.status).toBe(403);
    expect(refusedBy(users, 'GET', '/api/v1/groups')?.status).toBe(403);
  });

  it('allow nothing while it is shut', () => {
    expect(refusedBy(door({ open: false }), 'GET', '/api/v1/users')?.status).toBe(403);
  });

  it('take all paths that a person wrote, or none of them', () => {
    expect(readPaths([' /api/v1/users ', '', '/oauth2/', '/api/v1/users'])).toEqual([
      '/api/v1/users',
      '/oauth2/',
    ]);
    for (const bad of [
      'users',
      '/',
      '/api/v2/x',
      '/api/v1/../x',
      '/api/v1/a b',
      '/api/v1/x?y',
      'https://a.b/api/v1',
    ]) {
      expect(readPaths([bad]), bad).toBeNull();
    }
    expect(readPaths([])).toBeNull();
  });
});

describe('aliases', () => {
  it('are made of the label, fit an address, and are unique', () => {
    expect(slugOf('Terraform (prod) 2026-11')).toBe('terraform-prod-2026-11');
    expect(slugOf('Überwachung')).toBe('u-berwachung');
    expect(slugOf('日本')).toBe('token');
    expect(freeAlias('a', new Set(['a', 'a-2']))).toBe('a-3');
  });

  it('fit the contract for every label', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (label) => {
        const alias = freeAlias(slugOf(label), new Set([slugOf(label)]));
        expect(doorShape.shape.alias.safeParse(alias).success).toBe(true);
      }),
    );
  });
});

it('counts calls of the last minute by token, and says when the next one fits', () => {
  const clock = new HandClock();
  const cap = new RateCap(clock);
  expect([cap.take('a', 2), cap.take('a', 2), cap.take('b', 2)]).toEqual([null, null, null]);
  const began = clock.now();
  clock.advance(20_000);
  expect(cap.take('a', 2)).toBe(began + 60_000);
  clock.advance(40_000);
  expect(cap.take('a', 2)).toBeNull();
});

it('begins no new minute and waits for no hours when the clock is set back', () => {
  const clock = new HandClock();
  const cap = new RateCap(clock);
  expect([cap.take('a', 2), cap.take('a', 2)]).toEqual([null, null]);
  clock.set(-3_600_000);
  expect(cap.take('a', 2)).toBe(clock.now() + 60_000);
  clock.advance(60_000);
  expect(cap.take('a', 2)).toBeNull();
});
