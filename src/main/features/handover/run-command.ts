import { type ChildProcess, spawn } from 'node:child_process';
import { homedir } from 'node:os';
import type { HandOver } from '../../../shared/contract/hand-over.ts';
import type { HandOverRun } from '../../../shared/contract/rotation.ts';
import type { Clock } from '../../base/ports.ts';
import type { Secret } from '../../base/secret.ts';
import { redactValue } from './redact-value.ts';

type Command = Extract<HandOver, { kind: 'command' }>;

const longestMs = 60_000;
const mostOutput = 64_000;
const shownOutput = 4_000;

interface Ended {
  readonly exit: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly error: NodeJS.ErrnoException | null;
}

/**
 * Runs a person's own command, each program by its argument vector and never by a shell. The value goes to standard input or into one
 * environment variable, never into the arguments. What is printed is redacted and cut; after a minute the program is ended. Never throws.
 */
export async function runCommand(command: Command, secret: Secret, clock: Clock): Promise<HandOverRun> {
  const at = clock.now();
  const started = performance.now();
  const byEnv = 'env' in command.via ? command.via.env : null;
  const output: string[] = [];
  let size = 0;
  const listen = (child: ChildProcess, streams: readonly ('stdout' | 'stderr')[]) => {
    for (const name of streams) {
      child[name]?.setEncoding('utf8').on('data', (chunk: string) => {
        if (size < mostOutput) output.push(chunk.slice(0, mostOutput - size));
        size += chunk.length;
      });
    }
  };

  const first = start(
    command.argv,
    byEnv === null ? {} : { [byEnv]: secret.use((bytes) => bytes.toString('utf8')) },
  );
  const second = command.pipeTo === undefined ? null : start(command.pipeTo, {});
  const children = [first, ...(second === null ? [] : [second])];
  const timer = setTimeout(() => {
    for (const child of children) child.kill('SIGKILL');
  }, longestMs);
  const ends = children.map(ended);

  // A program that ends without reading its input breaks the pipe; its exit tells what matters.
  first.stdin?.on('error', () => undefined);
  if (byEnv === null) {
    first.stdin?.end(secret.use((bytes) => Buffer.from(bytes)));
  } else first.stdin?.end();
  if (second === null) listen(first, ['stdout', 'stderr']);
  else {
    // What the first one prints may be the value in another dress: it goes to the second and nowhere else.
    second.stdin?.on('error', () => undefined);
    if (second.stdin !== null) first.stdout?.pipe(second.stdin);
    listen(first, ['stderr']);
    listen(second, ['stdout', 'stderr']);
  }
  const results = await Promise.all(ends);
  clearTimeout(timer);

  const tookMs = Math.round(performance.now() - started);
  const failed = results.findIndex(({ exit }) => exit !== 0);
  const result = results[failed < 0 ? results.length - 1 : failed];
  const program = (failed === 1 ? command.pipeTo : command.argv)?.[0] ?? '';
  const ok = failed < 0;
  return {
    at,
    tookMs,
    exit: result?.exit ?? null,
    ok,
    sentence: ok ? `${program} ended with exit status 0.` : failureOf(program, result, tookMs),
    output: redactValue(output.join(''), secret).trim().slice(-shownOutput),
  };
}

function start(argv: readonly string[], env: Readonly<Record<string, string>>): ChildProcess {
  const [program = '', ...rest] = argv;
  return spawn(program, rest, {
    cwd: homedir(),
    env: { ...process.env, ...env },
    shell: false,
    windowsHide: true,
    stdio: ['pipe', 'pipe', 'pipe'],
  });
}

function ended(child: ChildProcess): Promise<Ended> {
  return new Promise((resolve) => {
    child.once('error', (error) => resolve({ exit: null, signal: null, error }));
    child.once('close', (exit, signal) => resolve({ exit, signal, error: null }));
  });
}

function failureOf(program: string, result: Ended | undefined, tookMs: number): string {
  if (result?.error?.code === 'ENOENT') {
    return `${program} was not found. Give its full path, or install it.`;
  }
  if (result?.error != null) return `${program} could not be started (${result.error.code ?? 'unknown'}).`;
  if (result?.exit == null) {
    return tookMs >= longestMs
      ? `${program} did not end within a minute and was ended.`
      : `${program} was ended by ${result?.signal ?? 'a signal'}.`;
  }
  return `${program} ended with exit status ${result.exit}. The consumer most likely does not have the new token.`;
}
