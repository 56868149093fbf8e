import { GitFailed, type RunningGit, startGit } from './git.ts';
import { words } from './words.ts';

/** A file that is staged for a commit. */
export interface StagedFile {
  readonly path: string;
  /** Its place in Git's list of the staged files. */
  readonly n: number;
  /** Null for a file of more than `mostBytes`. */
  readonly bytes: Buffer | null;
}

/** The largest file that is read, in bytes. */
export const mostBytes = 8_000_000;

/** A commit of more files is read by two processes of Git. One process opens each file three times, and so takes most of guard's time. */
const manyFiles = 100;

/** Reads the staged files, and gives each to `take`. Rejects with GitFailed. */
export type ReadStaged = (take: (file: StagedFile) => void | Promise<void>) => Promise<void>;

/** A Git that returns the contents of the files whose ids it gets. */
interface Reader {
  readonly git: RunningGit;
  /** The files that it was asked for, in order. */
  readonly asked: Omit<StagedFile, 'bytes'>[];
}

const newReader = async (): Promise<Reader> => ({
  git: await startGit(['cat-file', '--batch', '--buffer']),
  asked: [],
});

/**
 * Starts Git at once, and returns what reads every file that the commit adds or changes. It reads the staged file and not the file in the
 * folder (git-diff(1), raw format; git-cat-file(1), batch). A file of more than `mostBytes` comes without its bytes. The files may come in
 * another order than in Git's list.
 */
export async function startStaged(): Promise<ReadStaged> {
  const list = await startGit([
    ...['diff', '--cached', '--raw', '-z', '--no-abbrev', '--no-renames', '--no-ext-diff'],
    '--diff-filter=ACMT',
  ]);
  list.end();
  const first = await newReader();
  return async (take) => {
    const readings: Promise<void>[] = [];
    const read = async ({ git, asked }: Reader): Promise<void> => {
      let at = 0;
      for await (const bytes of blobs(git.output)) {
        const file = asked[at++];
        if (file !== undefined) await take({ ...file, bytes });
      }
      if (at < asked.length) throw new GitFailed(words.guard.blobGone);
    };
    const start = (reader: Reader): Reader => {
      const reading = read(reader);
      // When the list fails, nobody waits for the contents.
      reading.catch(() => undefined);
      readings.push(reading);
      return reader;
    };
    const readers = [start(first)];
    try {
      let n = 0;
      for await (const files of listed(list.output)) {
        if (readers.length === 1 && n + files.length > manyFiles) readers.push(start(await newReader()));
        const ids = new Map<Reader, string>();
        for (const { id, path } of files) {
          const reader = readers[n % readers.length] ?? first;
          reader.asked.push({ path, n: n++ });
          ids.set(reader, `${ids.get(reader) ?? ''}${id}\n`);
        }
        // One writing for each file takes about as long as the search of the files.
        for (const [{ git }, lines] of ids) git.write(lines);
      }
    } finally {
      for (const { git } of readers) git.end();
    }
    await Promise.all(readings);
  };
}

/** Yields the files of Git's list, as many together as Git wrote. */
async function* listed(output: AsyncIterable<Buffer>): AsyncGenerator<{ id: string; path: string }[]> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const piece of output) {
    rest = Buffer.concat([rest, piece]);
    // Each file is two parts, and a zero byte ends each part.
    const end = endOfPairs(rest);
    const parts = rest.toString('utf8', 0, end).split('\0');
    rest = rest.subarray(end);
    const files: { id: string; path: string }[] = [];
    for (let at = 0; at + 1 < parts.length; at += 2) {
      const [, mode = '', , id = ''] = (parts[at] ?? '').split(' ');
      // A submodule is a commit of another repository.
      if (mode !== '160000') files.push({ id, path: parts[at + 1] ?? '' });
    }
    yield files;
  }
}

/** Returns where the last whole pair of parts ends. */
function endOfPairs(listed: Buffer): number {
  let end = 0;
  for (;;) {
    const first = listed.indexOf(0, end);
    const second = first < 0 ? -1 : listed.indexOf(0, first + 1);
    if (second < 0) return end;
    end = second + 1;
  }
}

/** Yields the content of each blob, in order. Yields null for a blob of more than `mostBytes`, and skips its content. */
async function* blobs(output: AsyncIterable<Buffer>): AsyncGenerator<Buffer | null> {
  let waiting: Buffer = Buffer.alloc(0);
  // A large blob arrives in many pieces, which are joined once.
  let held: Buffer[] = [];
  let length = 0;
  let needed = 1;
  let size: number | null = null;
  let past = 0;
  for await (const piece of output) {
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
