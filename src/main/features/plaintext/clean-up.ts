import { series } from '../../../shared/listed.ts';
import { readToReplace } from '../../base/file-to-replace.ts';
import { NotReplaced, replaceFile, type Watch } from '../../base/files.ts';
import { textOfBytes } from '../../base/text-of-bytes.ts';
import { cleanText } from './clean-text.ts';
import { copiesBeside, isInGit } from './copies.ts';
import type { Held } from './findings.ts';
import { type FoundValue, foundIn, placesOf } from './found-values.ts';
import type { KeptFinder } from './kept-marks.ts';
import { hashOfBytes } from './look.ts';
import { words } from './words.ts';

/** A file after Keyturn took a token out of it. */
export interface CleanedFile {
  readonly hash: string;
  readonly text: string;
  /** The tokens that are still in the file. */
  readonly found: readonly FoundValue[];
  /** Other places that may hold the value, one sentence each. */
  readonly alsoIn: readonly string[];
}

/**
 * Takes a token out of its file, with the guarantees of `cleanText` and `replaceFile`: the change is complete or not made, the mode, the
 * owner and all attributes stay, and no copy remains. Throws NotReplaced or the system's error. This includes a file that has changed since
 * Keyturn read it.
 */
export function cleanUp(
  { path, kind, hash, secret }: Held,
  kept: KeptFinder,
  hosts: readonly string[],
  mostBytes: number,
  watch: Watch,
): CleanedFile {
  if (path === null) throw new NotReplaced(words.cleanText.notThisKind);
  const { bytes, file } = readToReplace(path, mostBytes);
  if (hashOfBytes(bytes) !== hash) throw new NotReplaced(words.desk.changed);
  const { text, bytesOf } = textOfBytes(bytes);
  const isIt = (value: string): boolean => secret.use((own) => own.equals(Buffer.from(value)));
  const next = secret.use((own) => cleanText(kind, path, text, placesOf(own.toString('utf8'), text, kept)));
  const found = foundIn(next, kept, hosts);
  const stillThere = secret.use((own) => next.includes(own.toString('utf8')));
  if (stillThere || found.some(({ value }) => isIt(value))) throw new NotReplaced(words.desk.stillThere);
  const nextBytes = bytesOf(next);
  replaceFile(path, nextBytes, { file }, watch);
  const copies = copiesBeside(path);
  return {
    hash: hashOfBytes(nextBytes),
    text: next,
    found,
    alsoIn: [
      ...(copies.length === 0 ? [] : [words.desk.copies(series(copies.slice(0, 5)))]),
      ...(isInGit(path) ? [words.desk.git] : []),
    ],
  };
}
