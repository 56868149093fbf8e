import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Secret } from '../../src/main/base/secret.ts';
import { OrgStore } from '../../src/main/features/orgs/store.ts';
import { JobStore } from '../../src/main/features/tasks/job-store.ts';
import { TokenStore } from '../../src/main/features/tokens/store.ts';
import { Vault } from '../../src/main/vault/vault.ts';
import { type FakeOkta, type RunningOrg, startFakeOkta } from '../fake-okta/server.ts';
import { beginAttack } from '../support/attack.ts';
import { bundled } from '../support/bundle.ts';
import { identity, profile } from '../unit/main/samples.ts';
import { HandClock, MemoryKeyring, quiet } from '../unit/vault/memory-keyring.ts';

const attack = beginAttack('user jobs', { short: 15, long: 100 });
const usersOfJob = 30;

const folder = mkdtempSync(join(tmpdir(), 'keyturn-jobs-'));
const data = join(folder, 'Keyturn');
const keyring = new MemoryKeyring();
let fake: FakeOkta;
let acme: RunningOrg;
let program: string;
beforeAll(async () => {
  fake = await startFakeOkta();
  acme = fake.org('acme');
  acme.org.limits.set('/api/v1/users', 1_000_000);
  // A call takes long enough for a kill to hit it.
  acme.faults.add({ kind: 'latency', ms: 8 }, { path: /lifecycle/, times: Number.POSITIVE_INFINITY });
  writeFileSync(join(folder, 'ca.pem'), fake.caPem);
  writeFileSync(join(folder, 'key'), keyring.key);
  program = await bundled(join(import.meta.dirname, 'user-jobs-app.ts'), join(folder, 'program'));
}, 120_000);
afterAll(async () => {
  await fake.close();
  rmSync(folder, { recursive: true, force: true });
});

const open = async (): Promise<Vault> => {
  const vault = new Vault({ folder: data, keyring, clock: new HandClock(), log: quiet });
  expect((await vault.start()).phase).toBe('open');
  return vault;
};

/** Returns how often Okta reset the password of each user of a job, from its System Log. Users never reset are not in it. */
function resets(prefix: string): Map<string, number> {
  const times = new Map<string, number>();
  for (const { eventType, target } of acme.org.logs) {
    const login = target[0]?.displayName ?? '';
    if (eventType !== 'user.lifecycle.reset_password' || !login.startsWith(prefix)) continue;
    times.set(login, (times.get(login) ?? 0) + 1);
  }
  return times;
}

/** Runs the app on a job until it ends or is killed. Returns whether it was killed. */
function run(
  prefix: string,
  at: { readonly ms: number } | { readonly statement: number } | null,
): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const statement = at !== null && 'statement' in at ? String(at.statement) : '0';
    const child = spawn(process.execPath, [program, data, prefix, statement], {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      env: { ...process.env, NODE_COMPILE_CACHE: join(folder, 'cache') },
    });
    child.on('message', () => {
      if (at !== null && 'ms' in at) setTimeout(() => child.kill('SIGKILL'), at.ms);
    });
    child.on('error', reject);
    child.on('close', (code, signal) => {
      if (signal === 'SIGKILL') resolve(true);
      else if (code === 0) resolve(false);
      else reject(new Error(`The app ended by itself (${code}); seed ${attack.seed}.`));
    });
  });
}

it(`resets no password twice and loses no row when it is killed ${attack.rounds} times`, {
  timeout: 60_000 + attack.rounds * 30_000,
}, async () => {
  const first = await open();
  first.transaction(() => {
    const known = { ...identity(new URL(acme.origin).host), origin: acme.origin, adminUrl: acme.adminUrl };
    const orgId = new OrgStore(first).keep(known, Date.now());
    const { value } = acme.org.issueToken({ owner: 'ada.admin@acme.com', name: 'users' });
    new TokenStore(first).add(orgId, acme.origin, profile('users'), Secret.fromText(value), Date.now());
  });
  first.close();

  let kills = 0;
  let midst = 0;
  let jobs = 0;
  while (kills < attack.rounds) {
    const prefix = `job-${jobs++}-`;
    for (let n = 0; n < usersOfJob; n++) acme.org.addUser(`${prefix}${n}@acme.com`);
    for (let ended = false; !ended; ) {
      const instant =
        attack.random() < 0.5 ? { ms: attack.random() * 150 } : { statement: 1 + attack.below(100) };
      const killed = await run(prefix, kills < attack.rounds ? instant : null);
      const done = resets(prefix);
      const where = `kill ${kills}, seed ${attack.seed}`;
      expect(
        [...done].filter(([, times]) => times > 1),
        `${where}: done twice`,
      ).toEqual([]);
      if (killed) {
        kills++;
        if (done.size > 0 && done.size < usersOfJob) midst++;
        continue;
      }
      ended = true;
      expect(done.size, `${where}: lost`).toBe(usersOfJob);
    }
    const vault = await open();
    const store = new JobStore(vault);
    const [job] = store.list(null).filter(({ source }) => source.includes(prefix));
    expect(job?.state).toBe('done');
    expect(store.counts(job?.id ?? '')).toMatchObject({ done: usersOfJob, waiting: 0, sent: 0, unknown: 0 });
    vault.close();
  }
  expect(midst).toBeGreaterThan(0);
  attack.report(`${kills} kills in ${jobs} jobs, ${midst} in the midst of one, 0 rows twice, 0 rows lost`);
});
