import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compare, type Figure } from './figure.ts';

const root = join(import.meta.dirname, '../..');

/**
 * R1: from the start of the process until main asks for its window, without Electron itself. R15: until main answers the window's first
 * call. The features load after that answer; R2 counts them.
 */
export default async function boot(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'keyturn-bench-'));
  try {
    const empty = join(folder, 'empty.js');
    writeFileSync(empty, '');
    const time = (args: readonly string[], env: Record<string, string>, status: number): number => {
      const began = performance.now();
      const done = spawnSync(process.execPath, args, {
        env: { ...process.env, KEYTURN_BENCH_FOLDER: folder, ...env },
        encoding: 'utf8',
      });
      const took = performance.now() - began;
      if (done.status !== status) throw new Error(`The start ended with ${done.status}: ${done.stderr}`);
      return took;
    };
    const main = [
      '--import',
      join(import.meta.dirname, 'electron-at-boot.mjs'),
      join(root, 'out/main/index.js'),
    ];
    // 42: it reached the requested point.
    const ours = (): number => time(main, {}, 42);
    const answering = (): number => time(main, { KEYTURN_BENCH_UNTIL: 'answer' }, 42);
    const bare = (): number => time([empty], {}, 0);
    return [
      await compare(
        {
          id: 'R1',
          what: "main's start until it asks for its window",
          goal: 2,
          against: 'Node starting an empty file',
        },
        21,
        ours,
        bare,
      ),
      await compare(
        {
          id: 'R15',
          what: "main's start until it answers the window's first call",
          goal: 3,
          against: 'Node starting an empty file',
        },
        21,
        answering,
        bare,
      ),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
