import { clip } from '../../../shared/clip.ts';
import type { HandOver } from '../../../shared/contract/hand-over.ts';
import type { HandOverRun } from '../../../shared/contract/rotation.ts';
import { readToReplace } from '../../base/file-to-replace.ts';
import { codeOf, replaceFile, troubleOfWriting, type Watch } from '../../base/files.ts';
import type { Clock } from '../../base/ports.ts';
import type { Secret } from '../../base/secret.ts';
import { withKeyInBytes } from './env-text.ts';
import { words } from './words.ts';

type EnvFile = Extract<HandOver, { kind: 'env-file' }>;

const mostBytes = 1_000_000;

/**
 * Writes the value into an .env file, with the guarantees of `replaceFile` and `withKeyInBytes`. Never throws: the sentence says why it
 * failed.
 */
export function writeEnvFile(
  { path, key }: EnvFile,
  secret: Secret,
  clock: Clock,
  watch: Watch,
): HandOverRun {
  const at = clock.now();
  const started = performance.now();
  const said = (ok: boolean, sentence: string): HandOverRun => ({
    at,
    tookMs: Math.round(performance.now() - started),
    exit: null,
    ok,
    sentence: clip(sentence, 400),
    output: '',
  });
  const name = path.length <= 150 ? path : `…${path.slice(-149)}`;
  try {
    const { bytes, file } = readToReplace(path, mostBytes);
    const next = secret.use((value) => withKeyInBytes(bytes, key, value.toString('utf8')));
    if (!next.bytes.equals(bytes)) replaceFile(path, next.bytes, { file }, watch);
    return said(true, doneIn(next.places, key, name));
  } catch (error) {
    return said(false, words.envFile.notChanged(name, whyNot(error)));
  }
}

function doneIn(places: number, key: string, name: string): string {
  if (places === 0) return words.envFile.added(key, name);
  if (places === 1) return words.envFile.replaced(key, name);
  return words.envFile.replacedAll(key, name, places);
}

function whyNot(error: unknown): string {
  switch (codeOf(error)) {
    case 'ENOENT':
    case 'ENOTDIR':
      return words.envFile.notThere;
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return words.envFile.notAllowed;
    default:
      return troubleOfWriting(error).why;
  }
}
