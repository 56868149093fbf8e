import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cut } from '../../shared/clip.ts';
import type { NoStart, Start } from '../base/windows-command.ts';
import { words } from './words.ts';

/** The error for a failed Git command. The message is for the person. */
export class GitFailed extends Error {
  override readonly name = 'GitFailed';
  /** Whether Git is missing. */
  readonly isMissing: boolean;
  constructor(sentence: string, isMissing = false) {
    super(sentence);
    this.isMissing = isMissing;
  }
}

/**
 * What a repository's own configuration must not change (git-config(1)): it may name a program that Git starts, hide the files outside of
 * the present folder, or show another object in the place of one (git-replace(1)).
 */
const always = ['--no-replace-objects', '-c', 'core.fsmonitor=false', '-c', 'diff.relative=false'];

/** A running Git. */
export interface RunningGit {
  /** Sends a part of its input. */
  write(text: string): void;
  /** Ends its input. */
  end(): void;
  /** Its output in pieces. Reading it rejects with GitFailed when Git fails or is missing. */
  readonly output: AsyncIterable<Buffer>;
}

/** Starts Git in this folder at once. Never rejects. */
export async function startGit(args: readonly string[]): Promise<RunningGit> {
  const start = await startOfGit([...always, ...args]);
  if ('isMissing' in start) {
    const nothing = () => undefined;
    return {
      write: nothing,
      end: nothing,
      output: outputOf([], Promise.reject(new Error('There is no Git.'))),
    };
  }
  const child = spawn(start.file, start.args, {
    // Git would ask the repository's own server for a missing object, by a program that the configuration may name (git(1)).
    env: { ...process.env, GIT_NO_LAZY_FETCH: '1' },
    stdio: ['pipe', 'pipe', 'pipe'],
    windowsVerbatimArguments: start.verbatim,
  });
  let said = '';
  child.stderr.on('data', (data: Buffer) => {
    said += data.toString('utf8');
  });
  child.stdin.on('error', () => undefined);
  const ended = once(child, 'close').then(([status]) => (status === 0 ? null : said));
  return {
    write: (text) => child.stdin.write(text),
    end: () => child.stdin.end(),
    output: outputOf(child.stdout as AsyncIterable<Buffer>, ended),
  };
}

/** Returns how this system starts Git. Windows would start a git.exe that lies in the repository, and only Windows loads the rule for it. */
async function startOfGit(args: readonly string[]): Promise<Start | NoStart> {
  if (process.platform !== 'win32') return { file: 'git', args, verbatim: false };
  return (await import('../base/windows-command.ts')).startOf('git', args, process.env);
}

/** Yields the output, and then throws when Git failed. `ended` resolves with what Git said when it failed, and rejects without a Git. */
function outputOf(
  output: AsyncIterable<Buffer> | Iterable<Buffer>,
  ended: Promise<string | null>,
): AsyncIterable<Buffer> {
  // A reader that stops early does not need this error.
  ended.catch(() => undefined);
  return (async function* () {
    yield* output;
    const failed = await ended.catch(() => {
      throw new GitFailed(words.guard.noGit, true);
    });
    if (failed !== null) throw new GitFailed(words.guard.gitFailed(cut(failed.trim(), 300)));
  })();
}

/** Runs Git in this folder and returns its output. Rejects with GitFailed. */
export async function git(args: readonly string[]): Promise<Buffer> {
  const { end, output } = await startGit(args);
  end();
  // node:stream/consumers would load undici, which takes longer than Git.
  const all: Buffer[] = [];
  for await (const piece of output) all.push(piece);
  return Buffer.concat(all);
}
