import { createHash } from 'node:crypto';
import { realpath } from 'node:fs/promises';
import type { PlaceKind } from '../../../shared/contract/plaintext.ts';
import { type FoundValue, foundIn } from './found-values.ts';
import type { KeptFinder } from './kept-marks.ts';
import { kindOf, knownFiles, type Surroundings } from './places.ts';
import { readPlace } from './read-place.ts';
import { filesBelow } from './walk.ts';

/** The most that a search reads. */
export interface LookLimits {
  readonly fileBytes: number;
  readonly files: number;
  /** Milliseconds. */
  readonly ms: number;
}

export const usualLimits: LookLimits = { fileBytes: 8_000_000, files: 20_000, ms: 60_000 };

/** A place that was read, and the tokens in it. */
export interface LookedPlace {
  readonly kind: PlaceKind;
  /** Null for the environment. */
  readonly path: string | null;
  /** The name of the environment variable; empty for a file. */
  readonly variable: string;
  readonly text: string;
  /** SHA-256 of the file's bytes. It shows whether the file has changed since. */
  readonly hash: string;
  readonly found: readonly FoundValue[];
}

/** How a search ended, and what it left out. */
export interface Looked {
  readonly looked: number;
  readonly stopped: 'files' | 'time' | 'cancelled' | null;
  readonly tooLarge: number;
  readonly binary: number;
  readonly unreadable: number;
  readonly links: number;
  readonly foldersLeftOut: number;
}

export interface LookNeeds {
  readonly around: Surroundings;
  /** The chosen folder, or null. */
  readonly folder: string | null;
  readonly kept: KeptFinder;
  /** The hosts of the person's orgs. */
  readonly hosts: readonly string[];
  readonly limits: LookLimits;
  readonly signal: AbortSignal;
  readonly onPlace: (path: string, looked: number) => void;
  readonly onFound: (place: LookedPlace) => void;
}

/** Returns the SHA-256 of a file's bytes, in hexadecimal. */
export const hashOfBytes = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

/**
 * Searches for tokens in the environment, in the known files, and below the chosen folder. It waits for each file, so the app stays
 * responsive. Resolves when it has read everything, met a limit, or the signal aborts. Never rejects.
 */
export async function look(needs: LookNeeds): Promise<Looked> {
  const { around, folder, kept, hosts, limits, signal } = needs;
  const counts = { tooLarge: 0, binary: 0, unreadable: 0 };
  const passed = { links: 0, leftOut: 0, unreadable: 0 };
  const began = performance.now();
  let looked = 0;
  const ended = (stopped: Looked['stopped']): Looked => ({
    stopped,
    looked,
    ...counts,
    unreadable: counts.unreadable + passed.unreadable,
    links: passed.links,
    foldersLeftOut: passed.leftOut,
  });

  for (const [variable, text = ''] of Object.entries(around.env)) {
    // The name comes first, as in a file.
    const found = foundIn(`${variable}=${text}`, kept, hosts);
    if (found.length > 0) {
      needs.onFound({ kind: 'environment', path: null, variable, text: text, hash: '', found });
    }
  }

  const seen = new Set<string>();
  const read = async (path: string, throughLinks: boolean): Promise<void> => {
    seen.add(path);
    needs.onPlace(path, looked);
    const place = await readPlace(path, limits.fileBytes, throughLinks);
    if ('not' in place) {
      if (place.not === 'too-large') counts.tooLarge++;
      else if (place.not === 'absent') return;
      else counts[place.not]++;
    } else {
      const found = foundIn(place.text, kept, hosts);
      if (found.length > 0) {
        const kind = kindOf(path, around.env.HISTFILE);
        const hash = hashOfBytes(place.bytes);
        needs.onFound({ kind, path, variable: '', text: place.text, hash, found });
      }
    }
    looked++;
  };
  const stop = (): Looked['stopped'] => {
    if (signal.aborted) return 'cancelled';
    if (looked >= limits.files) return 'files';
    return performance.now() - began >= limits.ms ? 'time' : null;
  };

  for (const path of new Set(knownFiles(around))) {
    const stopped = stop();
    if (stopped !== null) return ended(stopped);
    // A person may keep these files elsewhere, behind links of their own.
    await read(path, true);
  }
  if (folder !== null) {
    // The person may have chosen a link. The paths below the folder itself have none.
    const real = await realpath(folder).catch(() => folder);
    for await (const path of filesBelow(real, passed)) {
      const stopped = stop();
      if (stopped !== null) return ended(stopped);
      if (!seen.has(path)) await read(path, false);
    }
  }
  return ended(signal.aborted ? 'cancelled' : null);
}
