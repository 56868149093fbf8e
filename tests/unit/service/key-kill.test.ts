import { spawn } from 'node:child_process';
import { createPrivateKey } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { JWK } from 'jose';
import { expect, it } from 'vitest';
import { systemClock } from '../../../src/main/base/clock.ts';
import type { Secret } from '../../../src/main/base/secret.ts';
import { OrgStore } from '../../../src/main/features/orgs/store.ts';
import { ServiceDesk } from '../../../src/main/features/service/desk.ts';
import { heldKey } from '../../../src/main/features/service/key-machine.ts';
import { KeyRotationStore } from '../../../src/main/features/service/key-rotation-store.ts';
import { ServiceStore } from '../../../src/main/features/service/store.ts';
import { Vault } from '../../../src/main/vault/vault.ts';
import { startFakeOkta } from '../../fake-okta/server.ts';
import { bundled } from '../../support/bundle.ts';
import { identity, profile } from '../main/samples.ts';
import { clientOf } from '../okta/harness.ts';
import { MemoryKeyring, quiet } from '../vault/memory-keyring.ts';

const kills = 60;

it(`killed at ${kills} instants of key rotations, the app always has a key that works, and no key outlives its rotation`, {
  timeout: 600_000,
}, async () => {
  const fake = await startFakeOkta();
  const acme = fake.org('acme');
  for (const path of ['*', '/oauth2/v1/token', '/api/v1/logs']) acme.org.limits.set(path, 1_000_000);
  const folder = mkdtempSync(join(tmpdir(), 'keyturn-key-kills-'));
  const [data, ca, keyFile] = [join(folder, 'Keyturn'), join(folder, 'ca.pem'), join(folder, 'key')];
  const program = await bundled(join(import.meta.dirname, 'killed-keys.ts'), join(folder, 'program'));
  const keyring = new MemoryKeyring();
  writeFileSync(ca, fake.caPem);
  writeFileSync(keyFile, keyring.key);
  const client = clientOf(fake, systemClock);
  const org = { ...identity(new URL(acme.origin).host), origin: acme.origin };

  const opened = async () => {
    const { serviceNeeds } = await import('./service-needs.ts');
    const vault = new Vault({ folder: data, keyring, clock: systemClock, log: quiet });
    expect((await vault.start()).phase).toBe('open');
    const desk = new ServiceDesk(serviceNeeds(vault, client, systemClock, org));
    return { vault, desk, store: new ServiceStore(vault), rotations: new KeyRotationStore(vault) };
  };
  const first = await opened();
  new OrgStore(first.vault).keep(org, 0);
  const { id: appId, jwk } = await first.desk.add('a draft', profile('report'), { kind: 'siem', needs: [] });
  const okta = acme.org.addServiceApp({
    ...{ name: 'report', jwk: JSON.parse(jwk), scopes: ['okta.logs.read'], dpop: false },
    roles: [{ type: 'READ_ONLY_ADMIN' }],
  });
  first.desk.setClient(appId, okta.clientId);
  first.vault.close();
  /** The modulus of each public key that anybody saw, by its kid. */
  const seen = new Map<string, string>();
  const see = (text: string): JWK => {
    const key = JSON.parse(text) as JWK;
    seen.set(String(key.kid), String(key.n));
    return key;
  };
  see(jwk);

  /** What a person does in the Admin Console. */
  const admin = (ask: { add?: string; remove?: string }): void => {
    if (ask.add !== undefined) {
      const key = see(ask.add);
      if (!okta.keys.some(({ kid }) => kid === key.kid)) okta.addKey(key);
    }
    if (ask.remove !== undefined) okta.setKeyActive(ask.remove, false);
  };

  /** Runs the driver until it is some milliseconds into one of its next steps, then kills it with no chance to tidy up. */
  const runAndKill = (steps: number, ms: number): Promise<void> =>
    new Promise((resolve, reject) => {
      const child = spawn(process.execPath, [program, data, keyFile, ca, appId], {
        stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
        env: { ...process.env, NODE_COMPILE_CACHE: join(folder, 'cache') },
      });
      let ended = false;
      let left = steps;
      child.on('message', (message: { step?: true; add?: string; remove?: string }) => {
        if (message.step !== undefined) {
          if (left-- === 0) {
            setTimeout(() => {
              ended = child.kill('SIGKILL');
            }, ms);
          }
          return;
        }
        admin(message);
        child.send('done', () => undefined);
      });
      child.on('error', reject);
      child.on('close', (code) => (ended ? resolve() : reject(new Error(`It ended by itself: ${code}`))));
    });
  const modulusOf = (secret: Secret): string => {
    using one = secret;
    const key = one.use((bytes) => createPrivateKey({ key: bytes, format: 'der', type: 'pkcs8' }));
    return String(key.export({ format: 'jwk' }).n);
  };

  const states = new Set<string>();
  for (let run = 0; run < kills; run++) {
    await runAndKill(Math.floor(Math.random() * 4), Math.random() * 120);
    const { vault, desk, store, rotations } = await opened();
    const app = desk.app(appId);
    expect(app.readable).toBe(true);
    const rotation = rotations.of(appId);
    if (rotation !== null) see(rotation.newJwk);
    // The private key is the one of the kept key id, and Okta accepts it.
    expect(modulusOf(store.key(appId)), `run ${run}`).toBe(seen.get(app.kid));
    expect((await desk.test(appId)).lastTest?.outcome.kind, `run ${run}, ${rotation?.state}`).toBe(
      'accepted',
    );
    if (rotation !== null) {
      states.add(rotation.state);
      const held = heldKey(rotation);
      expect(held === null).toBe(rotation.endedAt !== null);
      if (held === null) expect(() => rotations.held(appId)).toThrow(/No second key/);
      else {
        const kid = held === 'new' ? rotation.newKid : rotation.oldKid;
        expect(modulusOf(rotations.held(appId)), `run ${run}`).toBe(seen.get(kid));
      }
      if (rotation.state === 'done') {
        expect(okta.activeKeys.some(({ kid }) => kid === rotation.oldKid)).toBe(false);
      }
    }
    vault.close();
  }
  await client.close();
  await fake.close();
  rmSync(folder, { recursive: true, force: true });
  expect([...states]).toEqual(expect.arrayContaining(['made', 'accepted', 'switched', 'done']));
});
