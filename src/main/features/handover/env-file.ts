import { randomBytes } from 'node:crypto';
import {
  closeSync,
  constants,
  fchmodSync,
  fchownSync,
  fsyncSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  statSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { HandOver } from '../../../shared/contract/hand-over.ts';
import type { HandOverRun } from '../../../shared/contract/rotation.ts';
import type { Clock } from '../../base/ports.ts';
import type { Secret } from '../../base/secret.ts';

type EnvFile = Extract<HandOver, { kind: 'env-file' }>;

const mostBytes = 1_000_000;

/**
 * The text of an .env file with the value of `key` replaced where it stands, its quotes and `export` kept, or added at the end. Every
 * other line stays as it is, line ends too. Null when the key stands there more than once: which one counts differs by reader.
 */
export function withKey(text: string, key: string, value: string): string | null {
  const line = new RegExp(
    `^([ \\t]*(?:export[ \\t]+)?${key.replaceAll('.', '\\.')}[ \\t]*=[ \\t]*)(.*?)(\\r?)$`,
    'gm',
  );
  const found = [...text.matchAll(line)];
  if (found.length > 1) return null;
  if (found.length === 0) {
    const end = text === '' || text.endsWith('\n') ? '' : text.includes('\r\n') ? '\r\n' : '\n';
    return `${text}${end}${key}=${value}${text.includes('\r\n') ? '\r\n' : '\n'}`;
  }
  return text.replace(line, (_all, head: string, old: string, cr: string) => {
    const [quoted] = /^(["']).*?\1/.exec(old) ?? [];
    const mark = quoted?.[0] ?? '';
    // Behind a quoted value, or after a space, a comment may follow.
    const rest = quoted === undefined ? (/(\s+#.*)?$/.exec(old)?.[1] ?? '') : old.slice(quoted.length);
    return `${head}${mark}${value}${mark}${rest}${cr}`;
  });
}

/**
 * Puts the value into an .env file: a new file with the same mode and owner is written beside it, flushed, and takes its place at once,
 * so that a reader or a crash never meets half a file. A link is followed and stays a link. Never throws.
 */
export function writeEnvFile({ path, key }: EnvFile, secret: Secret, clock: Clock): HandOverRun {
  const at = clock.now();
  const started = performance.now();
  const said = (ok: boolean, sentence: string): HandOverRun => ({
    at,
    tookMs: Math.round(performance.now() - started),
    exit: null,
    ok,
    sentence: sentence.slice(0, 400),
    output: '',
  });
  let unfinished: string | null = null;
  try {
    const real = realpathSync(path);
    const before = statSync(real);
    if (!before.isFile() || before.size > mostBytes) return said(false, `${path} is not a small text file.`);
    const text = readFileSync(real, 'utf8');
    const next = secret.use((bytes) => withKey(text, key, bytes.toString('utf8')));
    if (next === null) {
      return said(
        false,
        `${key} stands more than once in ${path}. Remove all lines but one, then run this again.`,
      );
    }
    unfinished = join(dirname(real), `.keyturn-${randomBytes(6).toString('hex')}`);
    const flags = constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL;
    const file = openSync(unfinished, flags, 0o600);
    try {
      writeSync(file, next);
      if (process.platform !== 'win32') {
        fchmodSync(file, before.mode & 0o7777);
        if (before.uid !== process.getuid?.() || before.gid !== process.getgid?.()) {
          fchownSync(file, before.uid, before.gid);
        }
      }
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(unfinished, real);
    unfinished = null;
    return said(true, `${key} in ${path} was replaced.`);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown';
    const why =
      code === 'ENOENT'
        ? 'it is not there'
        : code === 'EACCES' || code === 'EPERM' || code === 'EROFS'
          ? 'it may not be written by you'
          : code;
    return said(false, `${path} was not changed: ${why}.`);
  } finally {
    if (unfinished !== null) {
      try {
        unlinkSync(unfinished);
      } catch {
        // It was never made.
      }
    }
  }
}
