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

/** `keyturn exec` as a process of its own, without Electron around it. */
export function runExec(
  words: readonly string[],
  userData: string,
  options: { readonly env?: NodeJS.ProcessEnv; readonly cwd?: string } = {},
): { readonly child: ChildProcess; readonly done: Promise<Ran> } {
  const source = join(root, 'src/main/features/programs');
  const program = `
    const { readExecLine } = await import(${JSON.stringify(`${source}/exec-line.ts`)});
    const { runExec } = await import(${JSON.stringify(`${source}/exec-run.ts`)});
    process.exit(await runExec(readExecLine(['keyturn', ...${JSON.stringify(words)}]), ${JSON.stringify(userData)}));`;
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
