import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { buffer, text } from 'node:stream/consumers';
import { words } from './words.ts';

/** A file as it is staged for a commit. */
export interface StagedFile {
  readonly path: string;
  /** Null for one that is larger than was asked for. */
  readonly bytes: Buffer | null;
}

/** Git could not be asked; the message is for the person. */
export class GitFailed extends Error {
  override readonly name = 'GitFailed';
  /** True when there is no Git. */
  readonly isMissing: boolean;
  constructor(sentence: string, isMissing = false) {
    super(sentence);
    this.isMissing = isMissing;
  }
}

/** Runs Git in this folder and returns what it writes. Rejects with GitFailed. */
export async function git(args: readonly string[], input = ''): Promise<Buffer> {
  const child = spawn('git', args, { stdio: ['pipe', 'pipe', 'pipe'] });
  const ended = once(child, 'close').catch(() => {
    throw new GitFailed(words.guard.noGit, true);
  });
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  const [[status], out, said] = await Promise.all([ended, buffer(child.stdout), text(child.stderr)]);
  if (status !== 0) throw new GitFailed(words.guard.gitFailed(said.trim().slice(0, 300)));
  return out;
}

/** Blobs are asked for in parts, so that a large commit is not in memory at once. */
const mostAtOnce = 2_000;

/**
 * Gives every file that the commit adds or changes, as it is staged (git-diff(1), raw format; git-cat-file(1), batch). What is staged counts, and
 * not what lies in the folder. A file of more than `mostBytes` comes without its bytes. Rejects with GitFailed.
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
  for (let at = 0; at < staged.length; at += mostAtOnce) {
    yield* blobs(staged.slice(at, at + mostAtOnce), mostBytes);
  }
}

async function* blobs(
  staged: readonly { readonly id: string; readonly path: string }[],
  mostBytes: number,
): AsyncGenerator<StagedFile> {
  const sizes = (await git(['cat-file', '--batch-check'], staged.map(({ id }) => `${id}\n`).join('')))
    .toString('utf8')
    .split('\n')
    .map((line) => Number(line.split(' ')[2]));
  const isSmall = (n: number): boolean => (sizes[n] ?? 0) <= mostBytes;
  for (const [n, { path }] of staged.entries()) if (!isSmall(n)) yield { path, bytes: null };
  const small = staged.filter((_, n) => isSmall(n));
  const out = await git(['cat-file', '--batch', '--buffer'], small.map(({ id }) => `${id}\n`).join(''));
  let at = 0;
  for (const { path } of small) {
    const end = out.indexOf(10, at);
    const size = Number(out.toString('latin1', at, end).split(' ')[2]);
    at = end + 1 + size + 1;
    yield { path, bytes: out.subarray(end + 1, end + 1 + size) };
  }
}
