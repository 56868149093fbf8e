import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { healthOf } from '../../../src/shared/health.ts';
import { bundled } from '../../support/bundle.ts';
import { type AppOnFake, startOnFake } from './desk-harness.ts';

let on: AppOnFake;
beforeEach(async () => {
  on = await startOnFake();
});
afterEach(() => on.close());

/** How long each answer of the fake takes, in milliseconds. A kill comes before it, or after it. */
const latencyMs = 20;
const delays = [0, latencyMs * 3];

/** Keeps a token and an app that does its job. Returns the token's id here and in Okta, and its value. */
async function prepared(name: string) {
  const issued = on.acme.org.issueToken({ owner: 'olga.org@acme.com', name });
  const token = await on.addToken(issued.value, name, [{ name: 'cron', where: '' }]);
  const { service } = on.app.handlers;
  const { id: appId, jwk } = await service.begin({ tokenId: token.id });
  const needs = (['logs', 'tokens'] as const).map((family) => ({ family, access: 'read' as const }));
  const { plan } = await service.setJob({ appId, job: { kind: 'custom', needs } });
  const made = { name, jwk: JSON.parse(jwk), scopes: plan?.scopes ?? [] };
  const { clientId } = on.acme.org.addServiceApp({ ...made, roles: [{ type: 'SUPER_ADMIN' }] });
  await service.setClient({ appId, clientId });
  expect((await service.test({ appId })).lastTest?.outcome.kind).toBe('accepted');
  return { id: token.id, oktaId: issued.id, value: issued.value };
}

it('killed at each of its calls to Okta, before the answer and after it, loses no value that may work, and goes on to the proof', {
  timeout: 600_000,
}, async () => {
  const program = await bundled(join(import.meta.dirname, 'killed-to-app.ts'), join(on.folder, 'program'));
  const keyFile = join(on.folder, 'key');
  writeFileSync(keyFile, on.keyring.key);

  /** Runs the child and kills it `delay` ms after its call number `call`. Returns the last state that it told, or null when it was killed. */
  const runAndKill = (call: number, delay: number): Promise<string | null> =>
    new Promise((resolve, reject) => {
      const args = [program, join(on.folder, 'Keyturn'), keyFile, join(on.folder, 'ca.pem'), on.acme.origin];
      const env = { ...process.env, NODE_COMPILE_CACHE: join(on.folder, 'cache') };
      const child = spawn(process.execPath, args, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'], env });
      let before = Number.POSITIVE_INFINITY;
      let said: string | null = null;
      const look = setInterval(() => {
        if (on.acme.requests.length - before < call) return;
        clearInterval(look);
        setTimeout(() => child.kill('SIGKILL'), delay);
      }, 1);
      child.on('message', (message: string) => {
        if (message === 'begins') before = on.acme.requests.length;
        else said = message;
      });
      child.on('error', reject);
      child.on('close', (code, signal) => {
        clearInterval(look);
        if (signal === 'SIGKILL' || code === 0) resolve(said);
        else reject(new Error(`It ended by itself: ${code}`));
      });
    });

  const states = new Set<string>();
  let kills = 0;
  for (let call = 1; ; call++) {
    let ended = 0;
    for (const delay of delays) {
      const token = await prepared(`token ${call} ${delay}`);
      await on.app.end();
      on.acme.faults.add({ kind: 'latency', ms: latencyMs }, { times: Number.POSITIVE_INFINITY });
      const said = await runAndKill(call, delay);
      on.acme.faults.clear();
      await on.restart();
      const where = `call ${call}, ${delay} ms`;
      const works = on.acme.org.tokens.some(({ id }) => id === token.oktaId);
      const now = on.token(token.id);
      const { rotation, tokens } = on.app.handlers;
      const [last] = (await rotation.list({})).filter(({ tokenId }) => tokenId === token.id);
      states.add(last?.state ?? 'not begun');
      if (said === 'done') ended++;
      else kills++;
      if (last?.state === 'done') {
        expect(works, where).toBe(false);
      } else {
        // The value stays until its end is proven, whether it still works or not.
        expect(now, where).toMatchObject({ readable: true, revokedAt: null });
        await tokens.copy({ tokenId: token.id, as: 'value' });
        expect(on.clipboard.text, where).toBe(token.value);
        const { id: rotationId } = last ?? (await rotation.beginToApp({ tokenId: token.id }));
        const done = await rotation.revoke({ rotationId, insist: 'revoke anyway' });
        expect(done, where).toMatchObject({ state: 'done', proof: { proven: true } });
      }
      expect(
        on.acme.org.tokens.some(({ id }) => id === token.oktaId),
        where,
      ).toBe(false);
      expect(healthOf(on.token(token.id), on.clock.now()).health, where).toBe('Revoked');
    }
    if (ended === delays.length) break;
  }
  expect(kills).toBeGreaterThan(10);
  for (const state of ['not begun', 'handing-over', 'revoking', 'done']) expect([...states]).toContain(state);
});
