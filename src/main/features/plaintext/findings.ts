import { randomUUID } from 'node:crypto';
import { sep } from 'node:path';
import { clip } from '../../../shared/clip.ts';
import type { Finding, PlaceKind } from '../../../shared/contract/plaintext.ts';
import { Secret } from '../../base/secret.ts';
import { isCleanable } from './clean-text.ts';
import type { FoundValue } from './found-values.ts';
import type { LookedPlace } from './look.ts';
import { lineNumbers } from './text-lines.ts';
import { words } from './words.ts';

/** A token in a place, with its value. It stays in main. */
export interface Held {
  readonly id: string;
  readonly kind: PlaceKind;
  /** Null for the environment. */
  readonly path: string | null;
  /** The place, for display. */
  readonly place: string;
  lines: readonly number[];
  readonly secret: Secret;
  readonly because: FoundValue['because'];
  readonly org: string | null;
  /** The hash of the file's bytes at the last reading. */
  hash: string;
  cleaned: string | null;
}

/** Returns a path for people, with `~` for the home folder. Pure. */
export const shownPath = (path: string, home: string): string =>
  clip(path.startsWith(`${home}${sep}`) ? `~${path.slice(home.length)}` : path, 500);

/**
 * Returns the findings of a place, one for each value. A value that occurs twice has two lines. `orgBeside` returns the host that is
 * nearest to a position in a text.
 */
export function heldOf(
  { kind, path, variable, text, hash, found }: LookedPlace,
  home: string,
  orgBeside: (text: string, at: number) => string | null,
): Held[] {
  const place = path === null ? variable : shownPath(path, home);
  return [...Map.groupBy(found, ({ value }) => value)].flatMap(([value, all]) => {
    const [first] = all;
    if (first === undefined) return [];
    return {
      id: randomUUID(),
      kind,
      path,
      place,
      lines: path === null ? [] : linesOf(text, all),
      secret: Secret.fromText(value),
      because: first.because,
      org: orgBeside(text, first.from),
      hash,
      cleaned: null,
    };
  });
}

/** Returns the lines of the first 20 places in a text. */
export const linesOf = (text: string, found: readonly FoundValue[]): number[] =>
  [
    ...new Set(
      lineNumbers(
        text,
        found.map(({ from }) => from),
      ),
    ),
  ].slice(0, 20);

/** Returns the part of a finding that the window may know. `kept` is the kept token with the same value. */
export function shownFinding(held: Held, kept: Finding['kept']): Finding {
  const { id, kind, place, lines, secret, because, org, path, cleaned } = held;
  return {
    id,
    kind,
    place,
    lines: [...lines],
    fingerprint: secret.fingerprint,
    because: words.because[because],
    org,
    kept,
    cleanable: path !== null && isCleanable(kind) && cleaned === null,
    cleanNote: cleanNoteOf(kind),
    cleaned,
  };
}

/** Returns what cleaning up a place does, or why Keyturn cannot do it. */
export function cleanNoteOf(kind: PlaceKind): string {
  const { cleanNote } = words;
  switch (kind) {
    case 'env':
      return `${cleanNote.env} ${cleanNote.reopen}`;
    case 'history':
      return cleanNote.history;
    case 'terraform-state':
      return cleanNote.terraformState;
    case 'environment':
      return cleanNote.environment;
    case 'other':
      return cleanNote.other;
    default:
      return `${cleanNote.marker} ${cleanNote.reopen}`;
  }
}
