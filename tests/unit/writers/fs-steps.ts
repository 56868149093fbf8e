import childProcess from 'node:child_process';
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

/** The calls of `node:fs` that change a disk, and of `node:child_process` that Keyturn changes one with. A step is one call. */
const calls = [
  ...['appendFileSync', 'chmodSync', 'copyFileSync', 'fsyncSync', 'ftruncateSync', 'linkSync', 'mkdirSync'],
  ...['mkdtempSync', 'openSync', 'renameSync', 'rmSync', 'truncateSync', 'unlinkSync', 'writeFileSync'],
  ...['writeSync', 'spawnSync'],
] as const;

/** What happens at a step in place of the call, or around it. */
export type AtStep = (call: string, real: () => unknown, args: readonly unknown[]) => unknown;

let at: AtStep | null = null;
const seen = new Set<string>();
const sourceOf = /src\/(?:main|demo)\/[\w/.-]+\.ts/g;

const isWrite = (call: string, args: readonly unknown[]): boolean =>
  call !== 'openSync' ||
  (typeof args[1] === 'string' ? /[wa+]/.test(args[1]) : Number(args[1] ?? 0) % 4 !== 0);

for (const module of [fs, childProcess]) {
  for (const call of calls) {
    const real = Reflect.get(module, call);
    if (typeof real !== 'function') continue;
    Reflect.set(module, call, (...args: unknown[]) => {
      if (at === null || !isWrite(call, args)) return Reflect.apply(real, module, args);
      for (const [source] of (new Error('where').stack ?? '').matchAll(sourceOf)) seen.add(source);
      const run = at;
      // What the step itself calls, and what Node calls inside of a call, is no step of its own.
      at = null;
      try {
        return run(call, () => Reflect.apply(real, module, args), args);
      } finally {
        at = run;
      }
    });
  }
}
syncBuiltinESMExports();

/** Runs `work` with `step` at each of its steps. */
export async function withSteps<T>(step: AtStep, work: () => T | Promise<T>): Promise<T> {
  at = step;
  try {
    return await work();
  } finally {
    at = null;
  }
}

/** Returns the sources of Keyturn that made a step so far. */
export const sourcesSeen = (): string[] => [...seen].sort();

/** Writes the first half, and then says that the disk is full: write(2) on a nearly full disk, seen from above. */
export function short(
  call: string,
  real: () => unknown,
  args: readonly unknown[],
  full: () => Error,
): unknown {
  const [first, second] = args;
  switch (call) {
    case 'writeSync': {
      const bytes = second as Uint8Array;
      const [offset, length] = [Number(args[2] ?? 0), Number(args[3] ?? bytes.length)];
      if (length < 2) throw full();
      return fs.writeSync(Number(first), bytes, offset, Math.floor(length / 2));
    }
    case 'appendFileSync': {
      const bytes = Buffer.from(second as string);
      fs.appendFileSync(first as string, bytes.subarray(0, bytes.length / 2), { mode: 0o600 });
      throw full();
    }
    case 'copyFileSync':
      real();
      fs.truncateSync(String(second), Math.floor(fs.statSync(String(second)).size / 2));
      throw full();
    default:
      return real();
  }
}
