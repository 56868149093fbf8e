import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { Secret } from '../../../src/main/base/secret.ts';
import { OrgStore } from '../../../src/main/features/orgs/store.ts';
import { heldValue } from '../../../src/main/features/rotation/machine.ts';
import { RotationStore } from '../../../src/main/features/rotation/store.ts';
import { TokenStore } from '../../../src/main/features/tokens/store.ts';
import { Vault } from '../../../src/main/vault/vault.ts';
import { startFakeOkta } from '../../fake-okta/server.ts';
import { bundled } from '../../support/bundle.ts';
import { HandClock, MemoryKeyring, quiet } from '../vault/memory-keyring.ts';

const kills = 300;
const owner = 'olga.org@acme.com';

it(`killed at ${kills} instants of rotations, it loses none, no value before its end is proven, and leaves none behind`, {
  timeout: 900_000,
}, async () => {
  const fake = await startFakeOkta();
  const acme = fake.org('acme');
  // Thousands of calls a minute are the point here.
  acme.org.limits.set('*', 1_000_000);
  for (const family of [
    '/api/v1/users',
    '/api/v1/logs',
    '/api/v1/groups',
    '/api/v1/apps',
    '/api/v1/api-tokens',
  ]) {
    acme.org.limits.set(family, 1_000_000);
  }
  const folder = mkdtempSync(join(tmpdir(), 'keyturn-kills-'));
  const [data, ca, keyFile] = [join(folder, 'Keyturn'), join(folder, 'ca.pem'), join(folder, 'key')];
  const program = await bundled(join(import.meta.dirname, 'killed-rotations.ts'), join(folder, 'program'));
  const keyring = new MemoryKeyring();
  writeFileSync(ca, fake.caPem);
  writeFileSync(keyFile, keyring.key);

  const open = async () => {
    const vault = new Vault({ folder: data, keyring, clock: new HandClock(), log: quiet });
    expect((await vault.start()).phase).toBe('open');
    return { vault, tokens: new TokenStore(vault), rotations: new RotationStore(vault) };
  };
  /** Each value that must not be lost, by its id in Okta. */
  const mustKeep = new Map<string, string>();
  const first = await open();
  first.vault.transaction(() => {
    const orgId = new OrgStore(first.vault).keep(
      {
        origin: acme.origin,
        host: new URL(acme.origin).host,
        oktaOrgId: '00oacmeacmeacmeacme1',
        pipeline: 'idx',
        environment: 'production',
        adminUrl: `${acme.origin}/admin`,
        notes: [],
      },
      Date.now(),
    );
    for (let n = 0; n < 4; n++) {
      const issued = acme.org.issueToken({ owner, name: `first ${n}` });
      mustKeep.set(issued.id, issued.value);
      first.tokens.add(
        orgId,
        acme.origin,
        {
          label: `token ${n}`,
          purpose: '',
          environment: 'production',
          tags: [],
          consumers: [],
          rotateEveryDays: 90,
        },
        Secret.fromText(issued.value),
        Date.now(),
      );
    }
  });
  first.vault.close();

  /**
   * Runs the driver until it is some milliseconds into one of its next steps, then kills it with no chance to tidy up. Gives how many
   * values it captured.
   */
  const runAndKill = (steps: number, ms: number): Promise<number> =>
    new Promise((resolve, reject) => {
      const child = spawn(process.execPath, [program, data, keyFile, ca, acme.origin], {
        stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
        env: { ...process.env, NODE_COMPILE_CACHE: join(folder, 'cache') },
      });
      let captured = 0;
      let ended = false;
      let issued: { id: string; value: string } | null = null;
      let left = steps;
      child.on('message', (message: { step?: true; ask?: string; captured?: true }) => {
        if (message.step && left-- === 0) {
          setTimeout(() => {
            ended = child.kill('SIGKILL');
          }, ms);
        }
        if (message.ask !== undefined) {
          issued = acme.org.issueToken({ owner, name: 'next' });
          child.send(issued.value, () => undefined);
        }
        if (message.captured && issued !== null) {
          mustKeep.set(issued.id, issued.value);
          captured++;
        }
      });
      child.on('error', reject);
      child.on('close', (code) =>
        ended ? resolve(captured) : reject(new Error(`It ended by itself: ${code}`)),
      );
    });

  let captured = 0;
  const states = new Set<string>();
  for (let run = 0; run < kills; run++) {
    captured += await runAndKill(Math.floor(Math.random() * 3), Math.random() * 60);
    const { vault, tokens, rotations } = await open();
    const all = rotations.list();
    expect(all.length).toBe(vault.read('SELECT id FROM rotations').length);
    const values = new Set<string>();
    const take = (secret: Secret) => {
      values.add(secret.use((bytes) => bytes.toString('utf8')));
      secret.wipe();
    };
    for (const token of tokens.list()) {
      expect(token.readable).toBe(true);
      if (token.revokedAt === null) take(tokens.secretOf(token.id));
    }
    let held = 0;
    for (const rotation of all) {
      states.add(`${rotation.mode} ${rotation.state}`);
      if (heldValue(rotation) === null) {
        expect(() => rotations.held(rotation.id)).toThrow(/No second value/);
      } else {
        take(rotations.held(rotation.id));
        held++;
      }
    }
    // Each value is in one place only, and every one that still works in Okta is in one.
    expect(values.size).toBe(tokens.list().filter(({ revokedAt }) => revokedAt === null).length + held);
    const alive = new Set(acme.org.tokens.map(({ id }) => id));
    for (const [id, value] of mustKeep) {
      if (alive.has(id)) expect(values.has(value), `run ${run}: a value that works is lost`).toBe(true);
      else mustKeep.delete(id);
    }
    vault.close();
  }
  await fake.close();
  rmSync(folder, { recursive: true, force: true });
  expect(captured).toBeGreaterThan(kills / 10);
  for (const state of [
    'planned',
    'captured',
    'compared',
    'handing-over',
    'revoking',
    'done',
    'rolled-back',
  ]) {
    expect([...states]).toContain(`usual ${state}`);
  }
});
