import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { startOf } from '../features/programs/windows-command.ts';
import { words } from './words.ts';

/** A file that is staged for a commit. */
export interface StagedFile {
  readonly path: string;
  /** Null for a file larger than the limit. */
  readonly bytes: Buffer | null;
}

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

/** Runs Git in this folder and yields its output in pieces. Rejects with GitFailed. */
async function* pieces(args: readonly string[], input: string): AsyncGenerator<Buffer> {
  // Windows would start a git.exe that lies in the repository.
  const start = startOf('git', [...always, ...args], process.env);
  if ('refused' in start) throw new GitFailed(words.guard.noGit, true);
  const child = spawn(start.file, start.args, {
    // Git would ask the repository's own server for a missing object, by a program that the configuration may name (git(1)).
    env: { ...process.env, GIT_NO_LAZY_FETCH: '1' },
    stdio: ['pipe', 'pipe', 'pipe'],
    windowsVerbatimArguments: start.verbatim,
  });
  const ended = once(child, 'close').catch(() => {
    throw new GitFailed(words.guard.noGit, true);
  });
  // A reader that stops early does not need this error.
  ended.catch(() => undefined);
  let said = '';
  child.stderr.on('data', (data: Buffer) => {
    said += data.toString('utf8');
  });
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  yield* child.stdout as AsyncIterable<Buffer>;
  const [status] = await ended;
  if (status !== 0) throw new GitFailed(words.guard.gitFailed(said.trim().slice(0, 300)));
}

/** Runs Git in this folder and returns its output. Rejects with GitFailed. */
export async function git(args: readonly string[]): Promise<Buffer> {
  // node:stream/consumers would load undici, which takes longer than Git.
  const all: Buffer[] = [];
  for await (const piece of pieces(args, '')) all.push(piece);
  return Buffer.concat(all);
}

/**
 * Yields every file that the commit adds or changes. It reads the staged file and not the file in the folder (git-diff(1), raw format;
 * git-cat-file(1), batch). A file of more than `mostBytes` comes without its bytes. Rejects with GitFailed.
 */
export async function* stagedFiles(mostBytes: number): AsyncGenerator<StagedFile> {
  const raw = await git([
    ...['diff', '--cached', '--raw', '-z', '--no-abbrev', '--no-renames', '--no-ext-diff'],
    '--diff-filter=ACMT',
  ]);
  const parts = raw.toString('utf8').split('\0');
  const staged: { readonly id: string; readonly path: string }[] = [];
  for (let at = 0; at + 1 < parts.length; at += 2) {
    const [, mode = '', , id = ''] = (parts[at] ?? '').split(' ');
    // A submodule is a commit of another repository.
    if (mode !== '160000') staged.push({ id, path: parts[at + 1] ?? '' });
  }
  if (staged.length === 0) return;
  let n = 0;
  for await (const bytes of blobs(
    staged.map(({ id }) => id),
    mostBytes,
  )) {
    yield { path: staged[n++]?.path ?? '', bytes };
  }
}

/** Yields the content of each blob, in order. Yields null for a blob of more than `mostBytes`, and skips its content. */
async function* blobs(ids: readonly string[], mostBytes: number): AsyncGenerator<Buffer | null> {
  let waiting: Buffer = Buffer.alloc(0);
  // A large blob arrives in many pieces, which are joined once.
  let held: Buffer[] = [];
  let length = 0;
  let needed = 1;
  let size: number | null = null;
  let past = 0;
  for await (const piece of pieces(['cat-file', '--batch', '--buffer'], `${ids.join('\n')}\n`)) {
    held.push(piece);
    length += piece.length;
    if (length < needed) continue;
    waiting = held.length === 1 ? piece : Buffer.concat(held);
    for (;;) {
      if (past > 0) {
        const some = Math.min(past, waiting.length);
        past -= some;
        waiting = waiting.subarray(some);
        if (past > 0) break;
      }
      if (size === null) {
        const end = waiting.indexOf(10);
        if (end < 0) break;
        // The line has the id, `blob` and the size. A missing object has no size.
        size = Number(waiting.toString('latin1', 0, end).split(' ')[2] ?? Number.NaN);
        waiting = waiting.subarray(end + 1);
        if (Number.isNaN(size)) throw new GitFailed(words.guard.blobGone);
      }
      if (size > mostBytes) {
        yield null;
        past = size + 1;
      } else {
        if (waiting.length < size + 1) break;
        yield waiting.subarray(0, size);
        waiting = waiting.subarray(size + 1);
      }
      size = null;
    }
    held = [waiting];
    length = waiting.length;
    needed = size === null || size > mostBytes ? 1 : size + 1;
  }
}
