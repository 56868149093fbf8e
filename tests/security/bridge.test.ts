import { randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compose } from '../../src/main/app/compose.ts';
import { createAnswer } from '../../src/main/ipc/router.ts';
import type { Result } from '../../src/shared/contract/failure.ts';
import type { Token } from '../../src/shared/contract/tokens.ts';
import { startFakeOkta } from '../fake-okta/server.ts';
import { beginAttack } from '../support/attack.ts';
import { spellings } from '../support/leaks.ts';
import { profile } from '../unit/main/samples.ts';
import { stillWorld } from '../unit/main/still-world.ts';
import { everyMethod, messages } from './generated-messages.ts';

const attack = beginAttack('bridge', { short: 15, long: 20_000 });
/**
 * The most well-formed messages of each method. Each of them does its work (keys, backups, calls to Okta), and more of them
 * would take hours. A refused message takes a moment.
 */
const mostWellFormed = 200;

it(`${attack.rounds} generated messages to each method return no secret, no file and no error without a sentence`, {
  timeout: 120_000 + attack.rounds * 2_000,
}, async () => {
  const fake = await startFakeOkta();
  const acme = fake.org('acme');
  const folder = mkdtempSync(join(tmpdir(), 'keyturn-bridge-'));
  writeFileSync(join(folder, 'ca.pem'), fake.caPem);
  const notes: string[] = [];
  const told: string[] = [];
  const world = stillWorld({
    userData: join(folder, 'Keyturn'),
    extraCaFile: join(folder, 'ca.pem'),
    log: { note: (event, facts) => void notes.push(JSON.stringify({ event, facts })) },
    publish: (event, payload) => void told.push(JSON.stringify({ event, payload })),
  });
  const app = compose(world);
  const answer = createAnswer(app.handlers, world.log);
  const get = async <T>(name: string, request: unknown = {}): Promise<T> => {
    const result = (await answer(name, [request])) as Result<T>;
    if (!result.ok) throw new Error(`${name}: ${result.error.sentence}`);
    return result.value;
  };
  try {
    await app.start();
    await get('settings.set', { change: { proxy: { mode: 'none' } } });
    const { value } = acme.org.issueToken({ owner: 'svc-terraform@acme.com', name: 'canary' });
    const { draftId } = await get<{ draftId: string }>('wizard.begin');
    await get('wizard.checkOrg', { draftId, input: acme.origin });
    await get('wizard.captureTyped', { draftId, value });
    const token = await get<Token>('wizard.save', { draftId, profile: profile('canary'), anyway: true });
    const forms = spellings(value).map((form) => form.toString('latin1'));
    const secretIn = (text: string) => forms.some((form) => text.includes(form));
    const files = readdirSync(folder).sort();
    // The id of a removed token, or of no token.
    const unkept = randomUUID();
    let sent = 0;
    let kept = 0;
    for (const { name, spec } of everyMethod) {
      let wellFormed = 0;
      await fc.assert(
        fc.asyncProperty(messages(spec, [token.id, token.orgId, draftId, unkept]), async (args) => {
          if (spec.request.safeParse(args[0] ?? {}).success && ++wellFormed > mostWellFormed) {
            kept++;
            return;
          }
          sent++;
          const result = (await answer(name, args)) as Result<unknown>;
          expect(typeof result.ok).toBe('boolean');
          if (!result.ok) {
            expect(result.error.code, JSON.stringify(result.error)).not.toBe('unexpected');
            expect(result.error.sentence).not.toBe('');
          }
          expect(secretIn(JSON.stringify(result))).toBe(false);
        }),
        { numRuns: attack.rounds, seed: attack.seed | 0, endOnFailure: true },
      );
      // Opens the vault for the next message, if this one locked it.
      if ((await get<{ phase: string }>('vault.status')).phase !== 'open') await get('vault.unlock');
    }
    expect(readdirSync(folder).sort()).toEqual(files);
    expect([...notes, ...told].filter(secretIn)).toEqual([]);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    // The token is unchanged and in the same place.
    expect((await get<Token[]>('tokens.list')).filter(({ id }) => id === token.id).length).toBeLessThan(2);
    expect(sent + kept).toBe(everyMethod.length * attack.rounds);
    expect(sent).toBeGreaterThan(everyMethod.length * Math.min(attack.rounds, mostWellFormed) * 0.9);
    attack.report(
      `${sent} messages to ${everyMethod.length} methods, 0 secrets, 0 files, 0 errors without a sentence; ${kept} more that were well formed were not sent`,
    );
  } finally {
    await app.end();
    await fake.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
