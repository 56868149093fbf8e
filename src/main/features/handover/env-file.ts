import { type BigIntStats, closeSync, constants, fstatSync, openSync, readFileSync, statSync } from 'node:fs';
import type { HandOver } from '../../../shared/contract/hand-over.ts';
import type { HandOverRun } from '../../../shared/contract/rotation.ts';
import { codeOf, NotReplaced, replaceFile, troubleOfWriting } from '../../base/files.ts';
import type { Clock } from '../../base/ports.ts';
import type { Secret } from '../../base/secret.ts';
import { withKeyInBytes } from './env-text.ts';

type EnvFile = Extract<HandOver, { kind: 'env-file' }>;

const mostBytes = 1_000_000;

/** Puts the value into an .env file, as `replaceFile` and `withKeyInBytes` promise it. Never throws: the sentence says why it was not done. */
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
  const name = path.length <= 150 ? path : `…${path.slice(-149)}`;
  try {
    const { bytes, file } = readEnvFile(path);
    const next = secret.use((value) => withKeyInBytes(bytes, key, value.toString('utf8')));
    if (!next.bytes.equals(bytes)) replaceFile(path, next.bytes, { file });
    return said(true, doneIn(next.places, key, name));
  } catch (error) {
    return said(false, `${name} was not changed: ${whyNot(error)}.`);
  }
}

function doneIn(places: number, key: string, name: string): string {
  if (places === 0) return `${key} was added at the end of ${name}.`;
  if (places === 1) return `${key} in ${name} was replaced.`;
  return `${key} in ${name} was replaced in all ${places} places where it stands. Keep only one of them.`;
}

function whyNot(error: unknown): string {
  switch (codeOf(error)) {
    case 'ENOENT':
    case 'ENOTDIR':
      return 'it is not there';
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return 'it or its folder may not be read and written by you';
    default:
      return troubleOfWriting(error).why;
  }
}

/** Reads a small file that may be replaced. A pipe or a device is never opened: it might wait for ever. Throws NotReplaced. */
function readEnvFile(path: string): { readonly bytes: Buffer; readonly file: BigIntStats } {
  const check = (file: BigIntStats): void => {
    if (!file.isFile()) throw new NotReplaced('it is not a small text file, but a folder or a device');
    if (file.size > mostBytes) throw new NotReplaced('it is not a small text file: it has over 1 MB');
    if ((file.mode & 0o222n) === 0n) {
      throw new NotReplaced('it is read-only. Allow writing to it, then run this again');
    }
    if (file.nlink > 1n) {
      throw new NotReplaced(
        'it has a second name (a hard link), which would keep the old value. Use a symbolic link instead, then run this again',
      );
    }
  };
  check(statSync(path, { bigint: true }));
  const handle = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const file = fstatSync(handle, { bigint: true });
    check(file);
    return { bytes: readFileSync(handle), file };
  } finally {
    closeSync(handle);
  }
}
