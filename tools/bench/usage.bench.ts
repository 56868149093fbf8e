import { randomUUID } from 'node:crypto';
import { closeSync, fsyncSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { dayMs } from '../../src/main/features/usage/day-use.ts';
import { eventOf } from '../../src/main/features/usage/log-event.ts';
import { pageOf } from '../../src/main/features/usage/page-of.ts';
import { SeenEvents } from '../../src/main/features/usage/seen-events.ts';
import { UsageBook } from '../../src/main/features/usage/store.ts';
import { Vault } from '../../src/main/vault/vault.ts';
import { HandClock, MemoryKeyring, quiet } from '../../tests/unit/vault/memory-keyring.ts';
import { type Figure, figureOf } from './figure.ts';

const events = 1_000_000;
const tokens = 200;
const pageSize = 1_000;
const batch = 20_000;
/** The goal: 20,000 events a second, so each may take 50 µs. */
const secondsAllowed = events / 20_000;
const pageSecondsAllowed = 0.1;
const runs = 5;
const end = Date.UTC(2026, 10, 24);
const orgId = randomUUID();

const tokenOf = (n: number): string => `00T${String(n % tokens).padStart(14, '0')}1d7`;

/** Returns a page of the log as Okta sends it: text, with events spread over 90 days and 200 tokens. */
function logText(page: number): string {
  const all = Array.from({ length: pageSize }, (_, k) => {
    const n = page * pageSize + k;
    const id = (n * 2_654_435_761).toString(16).padStart(12, '0').slice(-12);
    const place = {
      city: 'Amsterdam',
      state: 'North Holland',
      country: n % 97 === 0 ? 'Germany' : 'Netherlands',
      postalCode: '1012',
      geolocation: { lat: 52.37, lon: 4.89 },
    };
    const address = `203.0.113.${(n * 7) % 40}`;
    return {
      uuid: `${id.slice(0, 8)}-${id.slice(8)}-4000-8000-${n.toString(16).padStart(12, '0')}`,
      published: new Date(end - 90 * dayMs + Math.floor((n / events) * 90 * dayMs)).toISOString(),
      eventType: ['group.user_membership.add', 'user.lifecycle.create', 'policy.rule.update'][n % 3],
      displayMessage: 'Something was done',
      severity: 'INFO',
      outcome: { result: n % 50 === 0 ? 'FAILURE' : 'SUCCESS', reason: null },
      actor: { id: '00u0000000000000001d7', type: 'User', alternateId: 'svc@acme.com', displayName: 'Svc' },
      client: {
        ipAddress: address,
        userAgent: { rawUserAgent: `okta-sdk-golang/4.${n % 5}.0`, os: 'Unknown', browser: 'UNKNOWN' },
        zone: 'null',
        geographicalContext: place,
      },
      request: { ipChain: [{ ip: address, version: 'V4', source: null, geographicalContext: place }] },
      securityContext: { asNumber: 64_500, asOrg: 'example network', isp: 'example network', isProxy: false },
      target: [{ id: '00g0000000000000001d7', type: 'UserGroup', alternateId: 'unknown', displayName: 'G' }],
      debugContext: { debugData: { requestUri: '/api/v1/groups', url: '/api/v1/groups?' } },
      transaction: { id: id, type: 'WEB', detail: { requestApiTokenId: tokenOf(n) } },
      version: '0',
    };
  });
  return JSON.stringify(all);
}

/** Returns the seconds to store all events, from the text of each answer to the disk. Making the text does not count. */
function takeIn(vault: Vault): { seconds: number; growth: number } {
  const intake = new UsageBook(vault).intake(orgId);
  const seen = new SeenEvents([], 0);
  setFlagsFromString('--expose-gc');
  const collect: () => void = runInNewContext('gc');
  const heap = (): number => {
    collect();
    return process.memoryUsage().heapUsed;
  };
  let seconds = 0;
  let early = 0;
  for (let page = 0; page < events / pageSize; page++) {
    const text = logText(page);
    const began = performance.now();
    for (const raw of JSON.parse(text) as unknown[]) {
      const event = eventOf(raw);
      if (event !== null && seen.isNew(event.id, event.at)) intake.take(event);
    }
    if (intake.taken >= batch) intake.keep(() => undefined);
    seconds += (performance.now() - began) / 1000;
    if (page === 99) early = heap();
  }
  const began = performance.now();
  intake.keep(() => undefined);
  seconds += (performance.now() - began) / 1000;
  return { seconds, growth: heap() / early };
}

/** Returns the seconds to build one token's page from the disk. */
function openPage(vault: Vault, oktaTokenId: string): number {
  const began = performance.now();
  const book = new UsageBook(vault);
  const page = pageOf({
    known: true,
    log: { state: 'read', readAt: end, readWith: 'reader', sentence: '', remedy: '' },
    keepDays: 90,
    days: book.daysOf(orgId, oktaTokenId),
    recent: book.recentOf(orgId, oktaTokenId),
    silenced: [],
    retiredAt: null,
    now: end,
  });
  JSON.stringify(page);
  const took = (performance.now() - began) / 1000;
  if (page.total !== events / tokens) throw new Error(`The page counts ${page.total} calls.`);
  return took;
}

/** Returns the seconds to write and sync one megabyte: the speed of the disk itself. */
function writeMegabyte(folder: string): number {
  const file = openSync(join(folder, 'probe'), 'w');
  const began = performance.now();
  try {
    writeSync(file, Buffer.alloc(1_000_000, 1));
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  return (performance.now() - began) / 1000;
}

/** R20 to R23: stores a million events of 200 tokens, and then opens the page of one token. */
export default async function usage(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'keyturn-bench-'));
  const vault = new Vault({ folder, keyring: new MemoryKeyring(), clock: new HandClock(end), log: quiet });
  await vault.start();
  try {
    vault.write(
      'INSERT INTO orgs (id, created_at, identity) VALUES (?, 0, ?)',
      orgId,
      vault.sealJson({ table: 'orgs', rowId: orgId, column: 'identity' }, {}),
    );
    let parse = 0;
    for (let page = 0; page < 100; page++) {
      const text = logText(page);
      const began = performance.now();
      JSON.parse(text);
      parse += (performance.now() - began) / 1000;
    }
    const { seconds, growth } = takeIn(vault);
    openPage(vault, tokenOf(0));
    const pages = Array.from({ length: runs }, (_, n) => openPage(vault, tokenOf(n)));
    const disk = writeMegabyte(folder);
    return [
      figureOf(
        {
          id: 'R20',
          what: `taking in ${events} events of ${tokens} tokens (${Math.round(events / seconds)} a second, a megabyte to the disk in ${Math.round(disk * 1000)} ms)`,
          goal: 1,
          against: 'the time 20,000 events a second take',
        },
        [seconds / secondsAllowed],
      ),
      figureOf(
        {
          id: 'R21',
          what: 'taking in events, from the text to the disk',
          goal: 4,
          against: 'only parsing the same text as JSON',
        },
        [seconds / (parse * 10)],
      ),
      figureOf(
        {
          id: 'R22',
          what: 'the heap after a million events',
          goal: 1.5,
          against: 'the heap after a hundred thousand',
        },
        [growth],
      ),
      figureOf(
        {
          id: 'R23',
          what: "one token's page from the disk, after",
          goal: 1,
          against: '100 ms',
        },
        pages.map((one) => one / pageSecondsAllowed),
      ),
    ];
  } finally {
    vault.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
