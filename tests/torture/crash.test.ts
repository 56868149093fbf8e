import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Secret } from '../../src/main/base/secret.ts';
import { ActivityLog } from '../../src/main/features/activity/store.ts';
import { OrgStore } from '../../src/main/features/orgs/store.ts';
import { heldValue } from '../../src/main/features/rotation/machine.ts';
import { RotationStore } from '../../src/main/features/rotation/store.ts';
import { TokenStore } from '../../src/main/features/tokens/store.ts';
import { Vault } from '../../src/main/vault/vault.ts';
import { vaultPath } from '../../src/main/vault/vault-file.ts';
import { type FakeOkta, type RunningOrg, startFakeOkta } from '../fake-okta/server.ts';
import { beginAttack } from '../support/attack.ts';
import { bundled } from '../support/bundle.ts';
import { identity, profile } from '../unit/main/samples.ts';
import { HandClock, MemoryKeyring, quiet } from '../unit/vault/memory-keyring.ts';
import type { Said } from './crash-words.ts';
import { olderForms, writeInForm } from './older-form.ts';

const attack = beginAttack('crash', { short: 20, long: 1_000 });
const owner = 'olga.org@acme.com';

const folder = mkdtempSync(join(tmpdir(), 'keyturn-crash-'));
const data = join(folder, 'Keyturn');
const backupFile = join(folder, 'a.keyturn-backup');
const keyring = new MemoryKeyring();
let fake: FakeOkta;
let acme: RunningOrg;
let program: string;
beforeAll(async () => {
  fake = await startFakeOkta();
  acme = fake.org('acme');
  // This test makes thousands of calls a minute on purpose.
  for (const family of ['*', 'users', 'logs', 'groups', 'apps', 'api-tokens']) {
    acme.org.limits.set(family === '*' ? family : `/api/v1/${family}`, 1_000_000);
  }
  writeFileSync(join(folder, 'ca.pem'), fake.caPem);
  writeFileSync(join(folder, 'key'), keyring.key);
  program = await bundled(join(import.meta.dirname, 'crashing-app.ts'), join(folder, 'program'));
}, 120_000);
afterAll(async () => {
  await fake.close();
  rmSync(folder, { recursive: true, force: true });
});

/** What the app promised: each value that must not be lost, by its id in Okta; removed values; tests; and the last backup. */
const promised = {
  values: new Map<string, string>(),
  removed: new Set<string>(),
  tests: [] as string[],
  backup: null as readonly string[] | null,
};

/** The number of kills during each action. */
const hit = new Map<string, number>();

/** The instant of the kill: so many milliseconds into one of the next steps, or before one of the next statements. */
type Instant = { readonly steps: number; readonly ms: number } | { readonly statement: number };

/**
 * Runs the app until that instant, then kills it with no chance to clean up. Records what the app promised meanwhile. Rejects when the app
 * ends without the kill. Returns whether a backup was being saved or was saved.
 */
function runAndKill(at: Instant, rewrap: boolean): Promise<{ backedUp: boolean }> {
  return new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      [
        program,
        data,
        acme.origin,
        String(attack.below(2 ** 31)),
        rewrap ? 'rewrap' : 'no',
        'statement' in at ? String(at.statement) : '0',
      ],
      {
        stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
        env: { ...process.env, NODE_COMPILE_CACHE: join(folder, 'cache') },
      },
    );
    let left = 'steps' in at ? at.steps : Number.POSITIVE_INFINITY;
    let backedUp = false;
    let step = '';
    const issued = new Map<string, string>();
    child.on('message', (said: Said) => {
      if (said.step !== undefined) {
        step = said.step;
        if (left-- === 0) {
          setTimeout(() => child.kill('SIGKILL'), 'ms' in at ? at.ms : 0);
        }
      }
      if (said.ask !== undefined) {
        const { id, value } = acme.org.issueToken({ owner, name: 'next' });
        issued.set(id, value);
        child.send({ id, value }, () => undefined);
      }
      if (said.kept !== undefined) promised.values.set(said.kept, issued.get(said.kept) ?? '');
      if (said.removing !== undefined) {
        issued.set(said.removing, promised.values.get(said.removing) ?? '');
        promised.values.delete(said.removing);
        // Removing a token removes its tests.
        promised.tests = [];
      }
      if (said.removed !== undefined) promised.removed.add(issued.get(said.removed) ?? '');
      if (said.tested !== undefined) promised.tests.push(said.tested);
      if (said.backingUp || said.backup !== undefined) backedUp = true;
      if (said.backup !== undefined) promised.backup = said.backup;
    });
    child.on('error', reject);
    child.on('close', (code, signal) => {
      hit.set(step, (hit.get(step) ?? 0) + 1);
      if (signal === 'SIGKILL') resolve({ backedUp });
      else reject(new Error(`The app ended by itself (${code}) at "${step}"; seed ${attack.seed}.`));
    });
  });
}

const textOf = (secret: Secret): string => {
  const text = secret.use((bytes) => bytes.toString('utf8'));
  secret.wipe();
  return text;
};

/** Opens the vault as the next start does, and expects everything that was promised. */
async function expectPromises(run: number): Promise<void> {
  const where = `kill ${run}, seed ${attack.seed}`;
  const vault = new Vault({ folder: data, keyring, clock: new HandClock(), log: quiet });
  try {
    expect(await vault.start(), where).toMatchObject({ phase: 'open' });
    const [tokens, rotations] = [new TokenStore(vault), new RotationStore(vault)];
    const values = new Set<string>();
    for (const token of tokens.list()) {
      expect(token.readable, where).toBe(true);
      if (token.revokedAt === null) values.add(textOf(tokens.secretOf(token.id)));
    }
    const all = rotations.list();
    expect(all.length, where).toBe(vault.read('SELECT id FROM rotations').length);
    for (const rotation of all) {
      if (heldValue(rotation) !== null) values.add(textOf(rotations.held(rotation.id)));
    }
    const alive = new Set(acme.org.tokens.map(({ id }) => id));
    for (const [id, value] of promised.values) {
      if (alive.has(id)) expect(values.has(value), `${where}: a value that works is lost`).toBe(true);
      else promised.values.delete(id);
    }
    for (const value of promised.removed) {
      expect(values.has(value), `${where}: a removed value is back`).toBe(false);
    }
    const tests = new Set(vault.read<{ id: string }>('SELECT id FROM tests').map(({ id }) => id));
    expect(
      promised.tests.filter((id) => !tests.has(id)),
      `${where}: tests that are lost`,
    ).toEqual([]);
    promised.tests = [];
    expect(new ActivityLog(vault, 'tester').check(), where).toMatchObject({ ok: true });
    expect(
      vault.read("SELECT id FROM keys WHERE kind = 'recovery'").length,
      `${where}: recovery keys`,
    ).toBeLessThanOrEqual(1);
  } finally {
    vault.close();
  }
}

/** Restores the last promised backup into a separate folder. */
async function expectBackup(run: number): Promise<void> {
  if (promised.backup === null) return;
  expect(existsSync(backupFile)).toBe(true);
  const there = join(folder, `restored-${run}`);
  const vault = new Vault({
    folder: there,
    keyring: new MemoryKeyring(),
    clock: new HandClock(),
    log: quiet,
  });
  try {
    await vault.start();
    await vault.restoreBackup(backupFile, Secret.fromText('a passphrase'));
    const tokens = new TokenStore(vault);
    const ids = new Set(tokens.list().flatMap(({ id, readable }) => (readable ? [id] : [])));
    // The kill may have come after a newer backup replaced it and before the app reported that. The newer one holds what the app has now.
    expect(ids.size, `kill ${run}, seed ${attack.seed}`).toBeGreaterThan(0);
    for (const { id, revokedAt } of tokens.list()) {
      if (revokedAt === null) textOf(tokens.secretOf(id));
    }
  } finally {
    vault.close();
    rmSync(there, { recursive: true, force: true });
  }
}

it(`loses nothing that it confirmed when it is killed ${attack.rounds} times at random moments`, {
  timeout: attack.rounds * 30_000,
}, async () => {
  const first = new Vault({ folder: data, keyring, clock: new HandClock(), log: quiet });
  await first.start();
  first.transaction(() => {
    const known = {
      ...identity(new URL(acme.origin).host),
      origin: acme.origin,
      adminUrl: `${acme.origin}/admin`,
    };
    const orgId = new OrgStore(first).keep(known, Date.now());
    for (let n = 0; n < 4; n++) {
      const issued = acme.org.issueToken({ owner, name: `first ${n}` });
      promised.values.set(issued.id, issued.value);
      const secret = Secret.fromText(issued.value);
      new TokenStore(first).add(orgId, acme.origin, profile(`rotated ${n}`), secret, Date.now());
    }
  });
  first.close();

  let migrated = 0;
  let atStatements = 0;
  for (let run = 0; run < attack.rounds; run++) {
    const older = attack.random() < 0.15;
    if (older) {
      writeInForm(vaultPath(data), attack.pick(olderForms));
      migrated++;
    }
    const early = older || attack.random() < 0.1;
    // The whole app starts in some tens of milliseconds. A step takes some milliseconds, and some statements.
    const instant: Instant =
      attack.random() < 0.5
        ? { statement: 1 + attack.below(early ? 6 : 40) }
        : { steps: early ? 0 : 1 + attack.below(4), ms: attack.random() * (early ? 120 : 60) };
    if ('statement' in instant) atStatements++;
    const { backedUp } = await runAndKill(instant, attack.random() < 0.15);
    await expectPromises(run);
    if (backedUp) await expectBackup(run);
  }
  expect(promised.values.size).toBeGreaterThan(4);
  const by = [...hit].map(([step, times]) => `${step} ${times}`).sort();
  attack.report(
    `${attack.rounds} kills, 0 records lost; ${atStatements} between statements, ${migrated} of older forms; hit ${by.join(', ')}`,
  );
});
