import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { homedir } from 'node:os';
import type { HandOver } from '../../../shared/contract/hand-over.ts';
import type { HandOverRun } from '../../../shared/contract/rotation.ts';
import { whyEnvironmentShows } from '../../base/node-debug.ts';
import type { Clock } from '../../base/ports.ts';
import type { Secret } from '../../base/secret.ts';
import { Redactor } from '../../base/value-forms.ts';
import { type Start, startOf } from '../../base/windows-command.ts';
import { endPrograms, markName } from './end-programs.ts';
import { words } from './words.ts';

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
 * environment variable, never into the arguments. The output is redacted and then cut. After a minute, the program ends with every process
 * that it started. Never throws.
 */
export async function runCommand(
  command: Command,
  secret: Secret,
  clock: Clock,
  longest = longestMs,
): Promise<HandOverRun> {
  const at = clock.now();
  const started = performance.now();
  const byEnv = 'env' in command.via ? command.via.env : null;
  let output = '';
  const print = (text: string) => {
    // The end of the output says most about a failure.
    output = (output + text).slice(-mostOutput);
  };
  const redactors: Redactor[] = [];
  const listen = (child: ChildProcess, streams: readonly ('stdout' | 'stderr')[]) => {
    for (const name of streams) {
      // Each stream is redacted separately and before any cut, because the redactor cannot find half a value.
      const redactor = new Redactor(secret);
      redactors.push(redactor);
      child[name]?.setEncoding('utf8').on('data', (chunk: string) => print(redactor.push(chunk)));
    }
  };

  // Windows itself would also start a program of that name in the present folder, which is the home folder here.
  const [one, other] = [command.argv, command.pipeTo].map((argv) =>
    argv === undefined ? null : found(argv),
  );
  const shows = byEnv === null ? null : whyEnvironmentShows();
  const cannot = [shows, one, other].find((each) => typeof each === 'string');
  if (
    cannot !== undefined ||
    one == null ||
    typeof one === 'string' ||
    other === undefined ||
    typeof other === 'string'
  ) {
    return { at, tookMs: 0, exit: null, ok: false, sentence: cannot ?? '', output: '' };
  }
  // Every program that inherits this variable belongs to this run.
  const mark = randomUUID();
  const first = start(one, {
    [markName]: mark,
    ...(byEnv === null ? {} : { [byEnv]: secret.use((bytes) => bytes.toString('utf8')) }),
  });
  const second = other === null ? null : start(other, { [markName]: mark });
  const children = [first, ...(second === null ? [] : [second])];
  let timedOut = false;
  const timer = setTimeout(() => {
    for (const child of children) endPrograms(child, mark);
    timedOut = true;
  }, longest);
  const ends = children.map(ended);

  // A program that ends without reading its input breaks the pipe. Its exit status says what matters.
  first.stdin?.on('error', () => undefined);
  if (byEnv === null) {
    first.stdin?.end(secret.use((bytes) => Buffer.from(bytes)));
  } else first.stdin?.end();
  if (second === null) listen(first, ['stdout', 'stderr']);
  else {
    // The first program may print the value in another form, so its output goes only to the second program.
    second.stdin?.on('error', () => undefined);
    if (second.stdin !== null) first.stdout?.pipe(second.stdin);
    listen(first, ['stderr']);
    listen(second, ['stdout', 'stderr']);
  }
  const results = await Promise.all(ends);
  clearTimeout(timer);

  for (const redactor of redactors) print(redactor.end());

  const tookMs = Math.round(performance.now() - started);
  const failed = timedOut ? 0 : results.findIndex(({ exit }) => exit !== 0);
  const result = results[failed < 0 ? results.length - 1 : failed];
  const program = (failed === 1 ? command.pipeTo : command.argv)?.[0] ?? '';
  const ok = failed < 0;
  return {
    at,
    tookMs,
    exit: result?.exit ?? null,
    ok,
    sentence: ok ? words.run.succeeded(program) : failureOf(program, result, timedOut),
    output: output.trim().slice(-shownOutput),
  };
}

/** Returns how this system starts a command, or why it does not, as a sentence. */
function found([program = '', ...rest]: readonly string[]): Start | string {
  const start = startOf(program, rest, process.env);
  if (!('isMissing' in start)) return start;
  return start.isMissing ? notStarted(program, 'ENOENT') : start.refused;
}

function start({ file, args, verbatim }: Start, env: Readonly<Record<string, string>>): ChildProcess {
  return spawn(file, args, {
    cwd: homedir(),
    env: { ...process.env, ...env },
    shell: false,
    windowsHide: true,
    windowsVerbatimArguments: verbatim,
    // The program gets a process group of its own, so that all its children end with it (POSIX, setpgid).
    detached: process.platform !== 'win32',
    stdio: ['pipe', 'pipe', 'pipe'],
  });
}

function ended(child: ChildProcess): Promise<Ended> {
  return new Promise((resolve) => {
    child.once('error', (error) => resolve({ exit: null, signal: null, error }));
    child.once('close', (exit, signal) => resolve({ exit, signal, error: null }));
  });
}

function failureOf(program: string, result: Ended | undefined, timedOut: boolean): string {
  if (result?.error != null) return notStarted(program, result.error.code ?? 'unknown');
  if (timedOut) return words.run.tooLong(program);
  if (result?.exit == null) return words.run.signal(program, result?.signal ?? undefined);
  return words.run.failed(program, result.exit);
}

/** Returns why a program did not start. Without a shell, nothing splits a line and nothing expands `~` or a variable. */
function notStarted(program: string, code: string): string {
  if (/^~|\$\{?\w|%\w+%/.test(program)) return words.run.noShell(program);
  if (code === 'ENOENT') return /\s/.test(program) ? words.run.oneLine(program) : words.run.notFound(program);
  if (code === 'EACCES') return words.run.notExecutable(program);
  return words.run.notStarted(program, code);
}
