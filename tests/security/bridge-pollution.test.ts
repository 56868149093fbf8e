import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { compose } from '../../src/main/app/compose.ts';
import type { Answer } from '../../src/main/ipc/channels.ts';
import { createAnswer } from '../../src/main/ipc/router.ts';
import { stillWorld } from '../unit/main/still-world.ts';
import { everyMethod } from './generated-messages.ts';

const folder = mkdtempSync(join(tmpdir(), 'keyturn-pollution-'));
const world = stillWorld({ userData: join(folder, 'Keyturn'), extraCaFile: null });
const app = compose(world);
let answer: Answer;
beforeAll(async () => {
  answer = createAnswer(app.handlers, world.log);
  await app.start();
});
afterAll(async () => {
  await app.end();
  rmSync(folder, { recursive: true, force: true });
});

/** The names by which an assignment reaches a prototype. JSON makes `__proto__` a field of the object's own, as a hostile message has it. */
const poison =
  '{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},"prototype":{"polluted":true}}';

/** Returns a list that is so many lists deep. */
function deep(levels: number): unknown {
  let inner: unknown = [];
  for (let n = 0; n < levels; n++) inner = [inner];
  return inner;
}

const cyclic: Record<string, unknown> = {};
cyclic.again = cyclic;
cyclic.list = [cyclic];

/** Returns hostile messages for a method with these fields. Each field gets each hostile value once, beside plain ones. */
function hostile(fields: readonly string[]): unknown[] {
  const plain = Object.fromEntries(fields.map((name) => [name, randomUUID()]));
  const values = [JSON.parse(poison), '__proto__', 'constructor', 'toString', deep(5_000), cyclic, [cyclic]];
  return [
    JSON.parse(poison),
    { ...plain, ...JSON.parse(poison) },
    Object.assign(Object.create({ polluted: true }), plain),
    cyclic,
    deep(5_000),
    ...fields.flatMap((name) => values.map((value) => ({ ...plain, [name]: value }))),
  ];
}

const textOf = (value: unknown): string => JSON.stringify(value) ?? '';

it('no message to any method reaches a prototype, and each has an answer', { timeout: 120_000 }, async () => {
  const before = [Object.prototype, Array.prototype, Function.prototype, String.prototype, Map.prototype].map(
    (one) => Reflect.ownKeys(one).length,
  );
  const strange: string[] = [];
  let sent = 0;
  for (const { name, spec } of everyMethod) {
    const fields = Object.keys((spec.request as { shape?: object }).shape ?? {});
    for (const message of hostile(fields)) {
      sent++;
      const came = await answer(name, [message]);
      if (!came.ok && (came.error.sentence === '' || came.error.code === 'unexpected'))
        strange.push(`${name}: ${textOf(came.error)}`);
      if ('polluted' in {} || 'polluted' in [] || textOf(came).includes('polluted'))
        strange.push(`${name}: polluted`);
    }
    // A message may have locked the vault, and a locked vault refuses the next ones early.
    await answer('vault.unlock', [{}]);
  }
  expect(strange).toEqual([]);
  expect(await answer('vault.status', [{}])).toMatchObject({ value: { phase: 'open' } });
  expect(sent).toBeGreaterThan(everyMethod.length * 5);
  const after = [Object.prototype, Array.prototype, Function.prototype, String.prototype, Map.prototype].map(
    (one) => Reflect.ownKeys(one).length,
  );
  expect(after).toEqual(before);
  console.log(`pollution: ${sent} messages to ${everyMethod.length} methods, 0 prototypes changed`);
});
