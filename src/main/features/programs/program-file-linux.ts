import { createHash } from 'node:crypto';
import type { BigIntStats } from 'node:fs';
import { type FileHandle, open, readlink, stat } from 'node:fs/promises';
import type { FileAnswer } from './caller.ts';
import { holdsMark, isInterpreterName, longestMark } from './interpreters.ts';
import { codeFromOutside } from './started-with-linux.ts';
import { words } from './words.ts';

/** The largest file that Keyturn reads for its hash, in bytes. */
const mostBytes = 512 * 1024 * 1024;
const pieceBytes = 256 * 1024;
/** The most files whose content Keyturn remembers. */
const mostKnown = 64;
/** A file that changed less than this long ago, in milliseconds, may change again within one step of the clock that stamps files. */
const settledMs = 2_000;

interface Content {
  readonly sha256: string;
  readonly interpreter: boolean;
}

/** Contents by what changes with them: a program cannot set the time of a file's last change of state (inode(7), ctime). */
const known = new Map<string, Content>();

const not = (notAlways: string): FileAnswer => ({ file: null, notAlways });

/**
 * Reads the file that a process runs from, through /proc/PID/exe. That is the running file itself, even when another file has its name now
 * (proc(5)). `path` is the file that the process ran from when it connected. `isSame` tells whether the process id is still that process.
 * Never rejects.
 */
export async function fileOfProcess(
  pid: number,
  path: string,
  isSame: () => Promise<boolean>,
): Promise<FileAnswer> {
  const { notRead, replaced, tooLarge, interpreter } = words.programFile;
  if (isInterpreterName(path.split('/').at(-1) ?? '')) return not(interpreter);
  const exe = `/proc/${pid}/exe`;
  let handle: FileHandle | null = null;
  try {
    handle = await open(exe, 'r');
    const running = await handle.stat({ bigint: true });
    const there = await stat(path, { bigint: true }).catch(() => null);
    // The link of a file that was removed or replaced ends with " (deleted)". Another view of the file system shows another file.
    if ((await readlink(exe)) !== path || there?.ino !== running.ino || there.dev !== running.dev) {
      return not(replaced);
    }
    if (running.size > mostBytes) return not(tooLarge);
    const content = await contentOf(handle, running);
    const outside = content.interpreter ? interpreter : await codeFromOutside(pid);
    if (!(await isSame())) return not(notRead);
    return { file: { path, sha256: content.sha256 }, notAlways: outside };
  } catch {
    return not(notRead);
  } finally {
    await handle?.close();
  }
}

async function contentOf(handle: FileHandle, facts: BigIntStats): Promise<Content> {
  const { dev, ino, size, mtimeNs, ctimeNs } = facts;
  const name = [dev, ino, size, mtimeNs, ctimeNs].join(' ');
  const before = known.get(name);
  if (before !== undefined) return before;
  const hash = createHash('sha256');
  let interpreter = false;
  let end = Buffer.alloc(0);
  for await (const piece of handle.createReadStream({ autoClose: false, highWaterMark: pieceBytes })) {
    hash.update(piece);
    const joined = Buffer.concat([end, piece]);
    interpreter ||= holdsMark(joined);
    end = joined.subarray(-longestMark);
  }
  const content = { sha256: hash.digest('hex'), interpreter };
  // A file that is written while it is read has no content to remember.
  const after = await handle.stat({ bigint: true });
  if (after.ctimeNs === ctimeNs && Date.now() - Number(after.ctimeMs) > settledMs) {
    if (known.size >= mostKnown) known.delete(known.keys().next().value ?? '');
    known.set(name, content);
  }
  return content;
}
