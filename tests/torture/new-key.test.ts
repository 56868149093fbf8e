import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import type { House } from '../../src/main/app/house.ts';
import { Secret } from '../../src/main/base/secret.ts';
import { beginAttack } from '../support/attack.ts';
import { bundled } from '../support/bundle.ts';
import { identity, profile, record } from '../unit/main/samples.ts';
import { bytesOfKey, leftOf, openedBy, rootOf } from '../unit/vault/earlier-key.ts';
import { MemoryKeyring } from '../unit/vault/memory-keyring.ts';
import { openKind } from './renewed-vault.ts';

const attack = beginAttack('new key', { short: 60, long: 1_000 });
const origin = 'https://acme.okta.com';
const tokens = 40;

const folder = mkdtempSync(join(tmpdir(), 'keyturn-new-key-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const valueOfToken = (n: number) => `00value${n}`.padEnd(42, 'x');

/** One vault whose app is killed again and again, and the text that opens it. */
class Killed {
  readonly kind: string;
  readonly data: string;
  readonly keyring = new MemoryKeyring();
  readonly #keyFile: string;
  readonly #program: string;

  constructor(kind: string, program: string) {
    this.kind = kind;
    this.data = join(folder, kind, 'Keyturn');
    this.#keyFile = join(folder, `${kind}.key`);
    this.#program = program;
    writeFileSync(this.#keyFile, this.keyring.key);
  }

  open = (): Promise<House> => openKind(this.data, this.keyring, this.kind);

  async fill(): Promise<void> {
    const house = await this.open();
    house.vault.transaction(() => {
      const orgId = house.orgs.keep(identity(), 0);
      for (let n = 0; n < tokens; n++) {
        const value = Secret.fromText(valueOfToken(n));
        const id = house.tokens.add(orgId, origin, profile(`token ${n}`), value, 0);
        house.tests.keep(id, record(n));
        house.note({ action: 'token.added', sentence: `Token ${n}.` });
      }
    });
    await house.close();
  }

  /** Runs the app until `ms` after it is ready or until its step `dieAt`, and returns its messages. */
  run(dieAt: number, ms: number | null): Promise<string[]> {
    return new Promise((resolve, reject) => {
      const child = spawn(
        process.execPath,
        [this.#program, this.data, this.#keyFile, this.kind, String(dieAt)],
        {
          stdio: ['ignore', 'pipe', 'inherit'],
          env: { ...process.env, NODE_COMPILE_CACHE: join(folder, 'cache') },
        },
      );
      let said = '';
      child.stdout.on('data', (chunk: Buffer) => {
        if (said === '' && ms !== null) setTimeout(() => child.kill('SIGKILL'), ms);
        said += chunk.toString();
      });
      child.on('error', reject);
      child.on('close', (code, signal) => {
        if (signal === 'SIGKILL' || (dieAt === -1 && code === 0)) resolve(said.split('\n'));
        else reject(new Error(`It ended by itself (${code}); seed ${attack.seed}.`));
      });
    });
  }
}

/** Expects every token whole and found by its value, every test and the record of activity. */
function expectWhole({ tokens: kept, tests, activity }: House, where: string): void {
  const list = kept.list();
  expect(list.length, where).toBe(tokens);
  for (const { id, label } of list) {
    const value = valueOfToken(Number(label.slice('token '.length)));
    using secret = kept.secretOf(id);
    expect(secret.use(String), where).toBe(value);
    expect(kept.labelOfValue(origin, Secret.fromText(value)), where).toBe(label);
    expect(tests.ofPresentValue(id, 5).length, where).toBe(1);
  }
  expect(activity.check(), where).toMatchObject({ ok: true, entries: tokens });
}

it(`has the earlier or the new data key, and all that it keeps, when it is killed ${attack.rounds} times during the change`, {
  timeout: attack.rounds * 30_000,
}, async () => {
  const program = await bundled(join(import.meta.dirname, 'renewing-app.ts'), join(folder, 'program'));
  const vaults: Killed[] = [];
  for (const kind of ['keyring', 'passcode', 'passphrase']) {
    const vault = new Killed(kind, program);
    await vault.fill();
    vaults.push(vault);
  }
  const [byKeyring] = vaults;
  if (byKeyring === undefined) throw new Error('There is no vault.');
  // A kill at the start of each kind of step could leave a half. Among equal statements one is enough.
  const said = (await byKeyring.run(-1, null)).find((line) => line.startsWith('steps '));
  const steps = JSON.parse((said ?? '').slice('steps '.length)) as string[];
  const begins = steps.flatMap((name, n) => (name !== steps[n - 1] ? [n + 1] : []));
  expect(steps.filter((name) => name.startsWith('VACUUM')).length).toBeGreaterThan(0);
  expect(begins.length).toBeGreaterThan(10);

  let renewedNow = 0;
  for (let run = 0; run < attack.rounds; run++) {
    // Argon2 is slow, so most kills hit the vault that does not use it.
    const vault = run % 10 === 8 ? vaults[1] : run % 10 === 9 ? vaults[2] : byKeyring;
    if (vault === undefined) throw new Error('There is no vault.');
    const before = await vault.open();
    const where = `kill ${run} of the vault under a ${vault.kind}, seed ${attack.seed}`;
    const recoveryKey = await before.vault.makeRecoveryKey();
    const bytes = bytesOfKey(before.vault);
    const check = before.vault.read("SELECT value FROM meta WHERE name = 'key_check'");
    await before.close();
    const root = rootOf(vault.data, recoveryKey);

    const atStep = begins[run] ?? (attack.random() < 0.5 ? 1 + attack.below(steps.length) : null);
    const lines = await vault.run(
      atStep ?? 0,
      atStep === null ? attack.random() * (vault.kind === 'keyring' ? 150 : 1_500) : null,
    );
    const after = await vault.open();
    expectWhole(after, where);
    const isNew =
      JSON.stringify(after.vault.read("SELECT value FROM meta WHERE name = 'key_check'")) !==
      JSON.stringify(check);
    if (lines.some((line) => line.startsWith('renewed'))) expect(isNew, where).toBe(true);
    await after.close();
    expect(leftOf(bytes, vault.data) === 0, `${where}: bytes of the earlier key`).toBe(isNew);
    expect(openedBy(root, vault.data).cells === 0, `${where}: opened by the earlier key`).toBe(isNew);
    if (isNew) renewedNow++;
  }
  expect(renewedNow).toBeGreaterThan(attack.rounds / 10);
  expect(renewedNow).toBeLessThan(attack.rounds);
  attack.report(
    `${attack.rounds} kills, 0 records lost; ${renewedNow} times the key was new, and the earlier one opened nothing; ${begins.length} kinds of steps`,
  );
});
