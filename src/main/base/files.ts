import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  type BigIntStats,
  closeSync,
  existsSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  lstatSync,
  openSync,
  readdirSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { cut } from '../../shared/clip.ts';
import { Failed } from './failure.ts';
import { words } from './words.ts';

/** The error for a file that Keyturn chose not to replace. The message is the end of a sentence that begins with the file's name. */
export class NotReplaced extends Error {
  override readonly name = 'NotReplaced';
}

/** The attributes of a new file: its own mode, or those of the file it replaces, as they were when that file was read. */
export type Like = { readonly mode: number } | { readonly file: BigIntStats };

/** Is told the path of an unfinished file before it is made. Returns the function to call when that file is renamed or removed. Throws Failed. */
export type Watch = (unfinished: string) => () => void;

/** For a file in Keyturn's own folder, or one without a value or a name in it. */
const unwatched: Watch = () => () => undefined;

/**
 * Replaces the file at `path` with `content`, completely or not at all: the new file is written and flushed beside it, and renamed in one
 * step. A crash, a full disk or a cut write leaves the old file. A symbolic link is followed and stays a link. With `file`, the mode, the
 * owner, the access control list and the extended attributes stay, and a file that changed since it was read is left alone. On Windows the
 * new file inherits from its folder. `watch` is told the unfinished file. Throws the system's error, `NotReplaced`, or what `watch` throws.
 *
 * Why not write-file-atomic (npm): it keeps the mode and the owner only, and replaces a file that changed meanwhile.
 */
export function replaceFile(
  path: string,
  content: string | Uint8Array,
  like: Like,
  watch: Watch = unwatched,
): void {
  const target = endOfLinks(path);
  const unfinished = unfinishedName(target);
  const gone = watch(unfinished);
  try {
    writeBeside(target, unfinished, content, like);
    renameSync(unfinished, target);
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error;
  } finally {
    gone();
  }
  syncFolder(dirname(target));
}

function writeBeside(target: string, unfinished: string, content: string | Uint8Array, like: Like): void {
  const file = openSync(unfinished, 'wx', 'mode' in like ? like.mode : 0o600);
  try {
    if ('file' in like) copyAttributes(target, unfinished, file, like.file);
    writeAll(file, typeof content === 'string' ? Buffer.from(content) : content);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  // This comes last, because copying attributes and flushing take time in which an editor may save the file.
  if ('file' in like && !isSame(lstatSync(target, { bigint: true, throwIfNoEntry: false }), like.file)) {
    throw new NotReplaced(words.files.changedMeanwhile);
  }
}

/**
 * Returns the name of the unfinished file that will replace `target`, and removes what a killed attempt left. Throws `NotReplaced` for a
 * pipe or a device.
 */
export function unfinishedName(target: string): string {
  const before = lstatSync(target, { throwIfNoEntry: false });
  // A rename would replace a pipe or a device with a file.
  if (before !== undefined && !before.isFile()) throw new NotReplaced(words.files.notAFile);
  removeLeftovers(target);
  // The global crypto, because node:crypto takes 4 ms to load, and this file loads before the window.
  const end = Buffer.from(crypto.getRandomValues(new Uint8Array(6))).toString('hex');
  return join(dirname(target), `${shortName(target)}.keyturn-${end}`);
}

/** Returns the path after all symbolic links, even when no file exists there yet. Throws ELOOP for a circle. */
export function endOfLinks(path: string): string {
  try {
    return realpathSync(path);
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
    const link = lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true;
    return link ? endOfLinks(resolve(dirname(path), readlinkSync(path))) : path;
  }
}

/** Writes an export to the place a person chose, for that person only (mode 0600). Throws Failed `file`, or what `watch` throws. */
export function writeFileAtomically(path: string, text: string, watch: Watch): void {
  try {
    replaceFile(path, text, { mode: 0o600 }, watch);
  } catch (error) {
    throw notWritten(error);
  }
}

/** Returns a write error as Failed `file`. The vault's own Failed stays as it is. */
export function notWritten(error: unknown): Failed {
  if (error instanceof Failed) return error;
  const { why, remedy } = troubleOfWriting(error);
  return new Failed('file', words.files.notWritten(why), remedy, codeOf(error));
}

/** Appends `text` completely or not at all: undoes a write that a full disk cut short. Throws the system's error, or `NotReplaced`. */
export function appendWhole(path: string, text: string): void {
  const found = statSync(path, { throwIfNoEntry: false });
  // Opening a pipe would wait until somebody reads it.
  if (found !== undefined && !found.isFile()) throw new NotReplaced(words.files.notAFile);
  const size = found?.size ?? 0;
  try {
    appendFileSync(path, text, { mode: 0o600 });
  } catch (error) {
    if (existsSync(path)) truncateSync(path, size);
    throw error;
  }
}

/** Makes a rename durable (fsync(2): the folder needs its own flush). Does nothing on Windows and on file systems without this call. */
export function syncFolder(path: string): void {
  if (process.platform === 'win32') return;
  try {
    const folder = openSync(path, 'r');
    try {
      fsyncSync(folder);
    } finally {
      closeSync(folder);
    }
  } catch {
    // The rename is done and cannot be undone.
  }
}

const another = words.files.anotherFolder;
const room = words.files.freeRoom;
const troubles: Readonly<Record<string, readonly [why: string, remedy: string]>> = {
  ENOSPC: [words.files.diskFull, room],
  EDQUOT: [words.files.quotaFull, words.files.freeSome],
  EFBIG: [words.files.tooLarge, words.files.raiseLimit],
  EIO: [words.files.diskError, words.files.checkDisk],
  EROFS: [words.files.diskReadOnly, another],
  EACCES: [words.files.mayNotWrite, another],
  EPERM: [words.files.mayNotWrite, another],
  EBUSY: [words.files.inUse, words.files.endUse],
  ENOENT: [words.files.noFolder, words.files.chooseFolder],
  ENOTDIR: [words.files.noFolder, words.files.chooseFolder],
  EISDIR: [words.files.notAFile, words.files.chooseName],
  ELOOP: [words.files.circle, words.files.chooseName],
  ENAMETOOLONG: [words.files.longName, words.files.shorterName],
};

/** Returns why a file was not written, as the end of a sentence, and what to do. */
export function troubleOfWriting(error: unknown): { readonly why: string; readonly remedy: string } {
  if (error instanceof NotReplaced) return { why: error.message, remedy: words.files.chooseName };
  if (error instanceof Failed) return { why: words.files.notNoted, remedy: error.failure.remedy };
  const code = codeOf(error);
  const [why, remedy] = troubles[code] ?? [words.files.code(code), another];
  return { why, remedy };
}

/** Returns the system's code of an error, such as `ENOSPC`. */
export const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : 'unknown';

function writeAll(file: number, bytes: Uint8Array): void {
  ftruncateSync(file, 0);
  appendAll(file, bytes);
}

/**
 * Writes `bytes` at the file's position. write(2) may write fewer bytes than asked, for example on a nearly full disk; the next write then
 * throws the reason.
 */
export function appendAll(file: number, bytes: Uint8Array): void {
  for (let done = 0; done < bytes.length; ) {
    const wrote = writeSync(file, bytes, done, bytes.length - done);
    if (wrote === 0) throw Object.assign(new Error('nothing was written'), { code: 'EIO' });
    done += wrote;
  }
}

/**
 * Gives `to` the mode, owner, access control list and extended attributes of `from` with the system's `cp`: Node has no calls for the last
 * two. GNU cp fails when it cannot keep a named attribute (coreutils manual, `--preserve`). The cp of macOS copies everything with `-p`,
 * also the content, which is truncated before the new one is written.
 */
function copyAttributes(from: string, to: string, file: number, like: BigIntStats): void {
  if (process.platform === 'win32') return;
  const selinux = existsSync('/sys/fs/selinux/enforce') ? ',context' : '';
  const flags =
    process.platform === 'darwin'
      ? ['-p']
      : ['--attributes-only', `--preserve=mode,ownership,xattr${selinux}`];
  const { status } = spawnSync('cp', [...flags, '--', from, to], { stdio: 'ignore', timeout: 10_000 });
  const now = fstatSync(file, { bigint: true });
  if (now.uid !== like.uid || now.gid !== like.gid) {
    throw new NotReplaced(words.files.anotherOwner);
  }
  if (status !== 0 || now.mode !== like.mode) {
    throw new NotReplaced(words.files.attributesLost);
  }
}

const isSame = (now: BigIntStats | undefined, then: BigIntStats): boolean =>
  now?.ino === then.ino && now.dev === then.dev && now.size === then.size && now.mtimeNs === then.mtimeNs;

/** The end of an unfinished file's name. */
export const unfinishedEnd: RegExp = /\.keyturn-[0-9a-f]{12}$/;

/** A name has at most 255 bytes. The beginning is kept, so that a rule for `.env*` in .gitignore also covers the unfinished file. */
const shortName = (path: string): string => cut(basename(path), 40);

/** Removes what a killed attempt left: it may hold the file's content. A younger file may belong to an attempt that still runs. */
function removeLeftovers(target: string): void {
  const beginning = shortName(target);
  const old = Date.now() - 60_000;
  try {
    for (const name of readdirSync(dirname(target))) {
      if (!name.startsWith(beginning) || name.slice(beginning.length).search(unfinishedEnd) !== 0) continue;
      const path = join(dirname(target), name);
      const left = lstatSync(path);
      if (left.isFile() && left.mtimeMs < old) rmSync(path, { force: true });
    }
  } catch {
    // A folder that cannot be listed is not cleaned. The next step shows whether it is writable.
  }
}
