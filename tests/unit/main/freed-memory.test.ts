import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, it } from 'vitest';
import { inMemory } from '../../support/memory.ts';

it.skipIf(process.platform !== 'linux')('what is freed is overwritten, also a text', async () => {
  const secret = randomBytes(32);
  const mask = randomBytes(32);
  // Two halves keep the secret out of the child's memory until it joins them.
  const masked = Buffer.from(secret.map((byte, n) => byte ^ (mask[n] ?? 0)));
  const child = spawn(
    process.execPath,
    [join(import.meta.dirname, 'freeing.ts'), masked.toString('hex'), mask.toString('hex')],
    { stdio: ['pipe', 'pipe', 'inherit'] },
  );
  const ended = once(child, 'close');
  const lines = createInterface(child.stdout);
  const wanted = new Map([['text', Buffer.from(secret.toString('base64'))]]);
  const { pid = 0 } = child;
  await once(lines, 'line');
  expect(inMemory(pid, wanted)).toContain('text');
  child.stdin.write('free\n');
  await once(lines, 'line');
  expect(inMemory(pid, wanted)).toEqual([]);
  child.stdin.end();
  await ended;
});
