import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { startOf } from '../features/programs/windows-command.ts';
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

/** A running Git. */
export interface RunningGit {
  /** Sends a part of its input. */
  write(text: string): void;
  /** Ends its input. */
  end(): void;
  /** Its output in pieces. Reading it rejects with GitFailed when Git fails or is missing. */
  readonly output: AsyncIterable<Buffer>;
}

/** Starts Git in this folder at once. Never throws. */
export function startGit(args: readonly string[]): RunningGit {
  // Windows would start a git.exe that lies in the repository.
  const start = startOf('git', args, process.env);
  if ('refused' in start) {
    const nothing = () => undefined;
    return { write: nothing, end: nothing, output: outputOf([], Promise.reject(new Error(start.refused))) };
  }
  const child = spawn(start.file, start.args, {
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
    if (failed !== null) throw new GitFailed(words.guard.gitFailed(failed.trim().slice(0, 300)));
  })();
}

/** Runs Git in this folder and returns its output. Rejects with GitFailed. */
export async function git(args: readonly string[]): Promise<Buffer> {
  const { end, output } = startGit(args);
  end();
  // node:stream/consumers would load undici, which takes longer than Git.
  const all: Buffer[] = [];
  for await (const piece of output) all.push(piece);
  return Buffer.concat(all);
}
