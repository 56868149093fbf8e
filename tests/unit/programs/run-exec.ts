import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

const root = join(import.meta.dirname, '../../..');

export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** `keyturn exec`, or another command, as a process of its own, without Electron around it. */
export function runExec(
  words: readonly string[],
  userData: string,
  options: { readonly env?: NodeJS.ProcessEnv; readonly cwd?: string } = {},
): { readonly child: ChildProcess; readonly done: Promise<Ran> } {
  const program = `
    const { runCommand } = await import(${JSON.stringify(join(root, 'src/main/terminal/run.ts'))});
    const words = ${JSON.stringify(words)};
    const world = { userData: ${JSON.stringify(userData)}, version: '1.0.0', startApp: () => undefined };
    process.exit(await runCommand(['keyturn', ...words], words, world));`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    cwd: options.cwd ?? root,
    env: options.env ?? process.env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const done = Promise.all([once(child, 'close'), text(child.stdout), text(child.stderr)]).then(
    ([[code], out, err]) => ({ code, out, err }),
  );
  return { child, done };
}

/** A program of Node's, as words of a command. */
export const node = (code: string): string[] => [process.execPath, '-e', code];
