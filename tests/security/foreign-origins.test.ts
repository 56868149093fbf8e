import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { Authority, type Leaf } from '../../src/demo/okta/certificates.ts';
import { Secret } from '../../src/main/base/secret.ts';
import { OktaClient } from '../../src/main/okta/client.ts';
import type { OktaNetwork } from '../../src/main/okta/network.ts';
import { user } from '../../src/main/okta/schemas.ts';
import { beginAttack } from '../support/attack.ts';
import { spellings } from '../support/leaks.ts';
import { HandClock, quiet } from '../unit/vault/memory-keyring.ts';
import { type HostileOrg, lookAlike, startHostileOrg } from './hostile-org.ts';
import { openSink, type Sink } from './sinks.ts';

const attack = beginAttack('foreign origins', { short: 150, long: 5_000 });
const value = '00canaryForeignOrigins_canaryForeignOrigin';
const forms = spellings(value);
const limits = { connectMs: 2_000, headersMs: 250, bodyMs: 250, totalMs: 400, bodyBytes: 200_000 };

/** A clock whose waits end at once. */
class HastyClock extends HandClock {
  override async sleep(): Promise<void> {}
}

let org: HostileOrg;
let client: OktaClient;
let network: OktaNetwork;
/** Every place that must not get a token, by its kind. */
const sinks = new Map<string, Sink>();
/** The certificates of servers other than the org. */
const impostors = new Map<string, Leaf>();
let own: Leaf;

beforeAll(async () => {
  const trusted = await Authority.make('Trusted');
  const stranger = await Authority.make('Stranger');
  const names = ['localhost', '127.0.0.1', '::1', 'acme.localhost'];
  own = await trusted.issue(names);
  impostors.set('of an authority that nobody trusts', await stranger.issue(names));
  impostors.set('of another name', await trusted.issue(['evil.localhost']));
  impostors.set('that has expired', await trusted.issue(names, true));
  // The first one is trusted and has the right name, so only Keyturn's own rule keeps a token from it.
  sinks.set('trusted', await openSink(await trusted.issue(names)));
  sinks.set('clear', await openSink(null));
  const ports = [...sinks.values()].map(({ port }) => port);
  sinks.set(
    'proxy',
    await openSink(null, () =>
      attack.pick([
        'HTTP/1.1 200 Connection established\r\n\r\n',
        'HTTP/1.1 200 Connection established\r\n\r\nHTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}',
        'HTTP/1.1 407 No\r\nproxy-authenticate: Basic realm="x"\r\ncontent-length: 0\r\n\r\n',
        `HTTP/1.1 302 Found\r\nlocation: ${lookAlike(attack, org.origin, ports).replace(/[\r\n]/g, '')}\r\ncontent-length: 0\r\n\r\n`,
        'SSH-2.0\r\n',
      ]),
    ),
  );
  org = await startHostileOrg(attack, own, ports);
  network = { extraCaPem: trusted.pem, proxy: { mode: 'none' } };
  client = new OktaClient({
    clock: new HastyClock(Date.now()),
    version: '0.0.0-test',
    network: () => network,
    log: quiet,
    random: () => 0.5,
    limits,
  });
});
afterAll(async () => {
  await client.close();
  await org.close();
  for (const sink of sinks.values()) await sink.close();
});

/** Asks the org in one of the app's ways, and returns the result. */
async function ask(): Promise<readonly string[]> {
  const call = { origin: org.origin, secret: Secret.fromText(value), path: '/api/v1/users' };
  switch (attack.pick(['call', 'call', 'pages', 'pages', 'pass', 'who'])) {
    case 'call': {
      const method = attack.pick(['GET', 'GET', 'POST', 'DELETE'] as const);
      const body = method === 'POST' ? { body: { a: 1 } } : {};
      return [(await client.call({ ...call, path: '/api/v1/users/me', schema: user, method, ...body })).kind];
    }
    case 'pages': {
      const kinds: string[] = [];
      for await (const page of client.pages({ ...call, schema: z.array(z.object({ id: z.string() })) })) {
        kinds.push(page.kind);
        if (kinds.length === 5) break;
      }
      return kinds;
    }
    case 'pass': {
      const { signal } = new AbortController();
      const passed = await client.pass({
        ...call,
        method: 'GET',
        search: '',
        headers: {},
        body: null,
        signal,
      });
      return ['status' in passed ? 'passed' : passed.outcome.kind];
    }
    default:
      return [(await client.wellKnown(org.origin)).kind];
  }
}

it(`${attack.rounds} hostile answers, look-alikes, impostors and proxies send no token to a foreign place`, {
  timeout: attack.rounds * 3_000 + 60_000,
}, async () => {
  const kinds = new Map<string, number>();
  for (let round = 0; round < attack.rounds; round++) {
    const where = `round ${round}, seed ${attack.seed}`;
    const situation = attack.pick(['direct', 'direct', 'direct', 'direct', 'impostor', 'proxy']);
    const before = org.asked.length;
    const began = performance.now();
    if (situation === 'impostor') {
      // The name resolves to another server while connections to the org stay open.
      org.becomes(impostors.get(attack.pick([...impostors.keys()])) ?? own);
    }
    if (situation === 'proxy') {
      network = {
        ...network,
        proxy: { mode: 'custom', url: `http://127.0.0.1:${sinks.get('proxy')?.port}` },
      };
      client.networkChanged();
    }
    const came = await ask();
    if (situation !== 'direct') {
      // No byte of HTTP may reach an impostor, directly or through a hostile proxy.
      expect(org.asked.length, where).toBe(before);
      expect(came, where).not.toContain('accepted');
      org.becomes(own);
      network = { ...network, proxy: { mode: 'none' } };
      client.networkChanged();
    }
    // One call may be tried four times, or five pages four times each, each try within its time limit.
    expect(performance.now() - began, where).toBeLessThan(20 * (limits.totalMs + 600));
    for (const kind of came) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  }
  const heard = [...sinks].map(([name, sink]) => {
    const bytes = sink.heard();
    return [name, forms.filter((form) => bytes.includes(form)).length];
  });
  expect(heard).toEqual([...sinks.keys()].map((name) => [name, 0]));
  expect(sinks.get('trusted')?.connections()).toBe(0);
  expect(sinks.get('clear')?.connections()).toBe(0);
  expect(sinks.get('proxy')?.connections()).toBeGreaterThan(0);
  // The org gets the token in one header only, and Keyturn sends back nothing else from the org. A body precedes the next head.
  for (const head of org.asked) {
    const elsewhere = head.replace(`authorization: SSWS ${value}`, '');
    expect(
      forms.some((form) => Buffer.from(elsewhere).includes(form)),
      elsewhere,
    ).toBe(false);
    expect(elsewhere).not.toMatch(/^(cookie|referer|proxy-authorization):/im);
    expect(elsewhere).toMatch(
      /^(\{"a":1\})?(GET|POST|DELETE) \/(api\/v1\/users|\.well-known\/okta-organization)[/? ]/,
    );
  }
  // Keyturn hangs up on an endless answer. Only the system's buffers hold more by then.
  expect(org.mostSent()).toBeLessThan(20_000_000);
  expect(kinds.size).toBeGreaterThan(4);
  const by = [...kinds].map(([kind, times]) => `${kind} ${times}`).sort();
  attack.report(
    `${attack.rounds} rounds, ${org.asked.length} requests, tokens on foreign sinks 0; answers: ${by.join(', ')}`,
  );
});
