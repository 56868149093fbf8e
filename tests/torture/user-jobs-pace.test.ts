import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { askersOf } from '../../src/main/app/askers.ts';
import { freeMemory } from '../../src/main/base/freed-memory.ts';
import type { Clock } from '../../src/main/base/ports.ts';
import { Secret } from '../../src/main/base/secret.ts';
import { OrgStore } from '../../src/main/features/orgs/store.ts';
import { HeldFiles } from '../../src/main/features/tasks/held-files.ts';
import { JobDesk } from '../../src/main/features/tasks/job-desk.ts';
import { JobStore } from '../../src/main/features/tasks/job-store.ts';
import { UserReading } from '../../src/main/features/tasks/user-reading.ts';
import { TokenStore } from '../../src/main/features/tokens/store.ts';
import type { JobSource } from '../../src/shared/contract/tasks.ts';
import { type FakeOkta, startFakeOkta } from '../fake-okta/server.ts';
import { beginAttack } from '../support/attack.ts';
import { identity, profile } from '../unit/main/samples.ts';
import { Told } from '../unit/main/told.ts';
import { unwatched } from '../unit/main/unwatched.ts';
import { clientOf } from '../unit/okta/harness.ts';
import { newFolder, open } from '../unit/vault/helpers.ts';
import { quiet } from '../unit/vault/memory-keyring.ts';

/** The kinds of jobs, and how many calls a minute the fake's limits allow each: a token has half, and a fifth of that is left to others. */
const kinds = [
  {
    action: 'suspend',
    method: 'POST',
    perMinute: 600 * 0.5 * 0.8,
    attack: beginAttack('user jobs pace', { short: 1_500, long: 10_000 }),
  },
  {
    action: 'create',
    method: 'POST',
    perMinute: 600 * 0.5 * 0.8,
    attack: beginAttack('user jobs pace creation', { short: 1_000, long: 10_000 }),
  },
  {
    action: 'add-to-group',
    method: 'PUT',
    perMinute: 1200 * 0.5 * 0.8,
    attack: beginAttack('user jobs pace groups', { short: 1_500, long: 10_000 }),
  },
] as const;

const folder = mkdtempSync(join(tmpdir(), 'keyturn-pace-'));
afterAll(() => rmSync(folder, { recursive: true }));

/**
 * Okta's clock, on which waits are over at once. Waits that end at one time move it once, and only while no call is under way: an answer from
 * before would be read by the time after.
 */
class OverlappingClock implements Clock {
  readonly #fake: FakeOkta;

  constructor(fake: FakeOkta) {
    this.#fake = fake;
  }

  #isQuiet(): boolean {
    return this.#fake
      .org('acme')
      .requests.slice(-20)
      .every(({ status }) => status !== 0);
  }

  now(): number {
    return this.#fake.clock.now();
  }

  async sleep(ms: number, signal?: AbortSignal): Promise<void> {
    const until = this.now() + ms;
    for (let quiet = 0; this.now() < until; ) {
      await new Promise((resolve) => setTimeout(resolve, 5));
      signal?.throwIfAborted();
      quiet = this.#isQuiet() ? quiet + 1 : 0;
      if (quiet === 5 && this.now() < until) this.#fake.clock.set(until);
    }
  }

  after(ms: number, run: () => void): () => void {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  }
}

/** Bytes of the heap and of buffers once collections, and what they set off, are over. */
async function inUse(): Promise<number> {
  for (let n = 0; n < 4; n++) {
    freeMemory();
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

it.each(kinds)(
  '$action: changes $attack.rounds users within 5 % of the time that Okta’s limits allow, with constant memory and no refusal',
  {
    // At full length ten thousand users, each with a call over TLS, on a machine under load.
    timeout: 1_500_000,
  },
  async ({ action, method, perMinute, attack }) => {
    const fake = await startFakeOkta({ orgs: [{ subdomain: 'acme', companyName: 'Acme' }] });
    const acme = fake.org('acme');
    const logins = Array.from({ length: attack.rounds }, (_, n) => `user-${n}@acme.com`);
    if (action !== 'create') for (const login of logins) acme.org.addUser(login);
    const people = acme.org.users.length;
    const group = acme.org.addGroup('Everybody of the job');
    const path = join(folder, 'people.csv');
    const lines = logins.map((login) => `${login},${login},New,One`);
    writeFileSync(path, `login,email,firstName,lastName\n${lines.join('\n')}\n`);
    const clock = new OverlappingClock(fake);
    const client = clientOf(fake, clock);
    const vault = open(newFolder());
    await vault.start();
    const tokens = new TokenStore(vault);
    const orgId = new OrgStore(vault).keep(
      { ...identity(new URL(acme.origin).host), origin: acme.origin, adminUrl: acme.adminUrl },
      clock.now(),
    );
    const { value } = acme.org.issueToken({ owner: 'ada.admin@acme.com', name: 'users' });
    const tokenId = tokens.add(orgId, acme.origin, profile('users'), Secret.fromText(value), clock.now());
    const told = new Told();
    const dialogs = {
      openFile: async () => path,
      openFolder: async () => null,
      saveFile: async () => null,
      confirm: async () => true,
    };
    const needs = {
      watch: unwatched,
      ...{ client, clock, dialogs, log: quiet, publish: told.publish, note: () => undefined },
      askers: (wanted: string) => askersOf(tokens.list(), wanted, { reads: ['users'] }),
      originOf: () => acme.origin,
      secretOf: (id: string) => tokens.secretOf(id),
    };
    const store = new JobStore(vault);
    const desk = new JobDesk({
      ...needs,
      store,
      reading: new UserReading(needs),
      files: new HeldFiles(dialogs),
    });
    const source = async (): Promise<JobSource> => {
      const question = { search: 'profile.login sw "user-"', notSignedInForDays: null };
      if (action !== 'create') return { kind: 'search', question };
      const fileId = (await desk.chooseFile())?.fileId ?? '';
      const { attributes } = await desk.profileForm(orgId, tokenId, fileId);
      const mapping = attributes.flatMap(({ name, column }) =>
        column === null ? [] : [{ attribute: name, column }],
      );
      return { kind: 'profiles', fileId, mapping, activate: false };
    };
    try {
      const job = await desk.plan({
        ...{ orgId, tokenId, action, source: await source() },
        groupId: action === 'add-to-group' ? group.id : undefined,
      });
      expect(job.counts.waiting).toBe(attack.rounds);
      // The limits are fresh, and so is the clock of the measure.
      fake.clock.advance(120_000);
      acme.requests.length = 0;
      const began = clock.now();
      /** Bytes that are in use once what nothing holds is gone, when a quarter and when all of the rows are done. */
      const used: number[] = [];
      const calls = { made: 0, refused: 0 };
      /** Counts the calls and drops what the fake and the test keep of each, so that only Keyturn's own memory is measured. */
      const take = () => {
        calls.made += acme.requests.filter((call) => call.method === method).length;
        calls.refused += acme.requests.filter(({ status }) => status === 429).length;
        for (const kept of [acme.requests, acme.org.logs, told.events]) kept.length = 0;
        acme.org.users.length = people;
      };
      await desk.start(job.id, String(attack.rounds));
      const counted = (wanted: number) =>
        told.until('userJobChanged', ({ job: now }) => now.counts.done >= wanted || now.state === 'paused');
      await counted(attack.rounds / 4);
      take();
      used.push(await inUse());
      const ended = await told.until(
        'userJobChanged',
        ({ job: { state } }) => state === 'done' || state === 'paused',
      );
      take();
      used.push(await inUse());
      expect(ended.job).toMatchObject({ state: 'done', counts: { done: attack.rounds } });
      const took = clock.now() - began;
      expect(calls).toEqual({ made: attack.rounds, refused: 0 });
      const least = (Math.ceil(attack.rounds / perMinute) - 1) * 60_000;
      const last = (attack.rounds % perMinute || perMinute) / perMinute;
      const share = took / (least + last * 60_000);
      expect(took).toBeGreaterThanOrEqual(least);
      expect(share).toBeLessThan(1.05);
      const [early = 0, late = 0] = used;
      const grown = (late - early) / 1_000_000;
      // A kilobyte or two a row would be three times as much in the short form already.
      expect(grown).toBeLessThan(1.5);
      attack.report(
        `${attack.rounds} users in ${Math.round(took / 1000)} s of Okta's time, ${Math.round(share * 100)} % of what its limits allow, 0 refusals, ${grown.toFixed(1)} MB more in use`,
      );
    } finally {
      await desk.stopAll();
      await client.close();
      await fake.close();
    }
  },
);
