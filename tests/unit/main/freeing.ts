/** Child of freed-memory.test.ts: holds a text for a moment, drops it, and frees memory on demand. */
import { once } from 'node:events';
import { writeSync } from 'node:fs';
import { freeMemory, overwriteFreedMemory } from '../../../src/main/base/freed-memory.ts';

const [, , masked = '', mask = ''] = process.argv;
const held: { text: string | null } = { text: null };

function hold(): void {
  const key = Buffer.from(masked, 'hex');
  const other = Buffer.from(mask, 'hex');
  const bytes = Buffer.alloc(key.length, 0);
  for (let n = 0; n < key.length; n++) bytes[n] = (key[n] ?? 0) ^ (other[n] ?? 0);
  held.text = bytes.toString('base64');
  bytes.fill(0);
}

overwriteFreedMemory();
hold();
writeSync(1, 'held\n');
await once(process.stdin, 'data');
held.text = null;
freeMemory();
writeSync(1, 'freed\n');
await once(process.stdin, 'end');
