import { isBelow, type Refusal } from './gate.ts';
import { valuePath } from './value-path.ts';
import { words } from './words.ts';

/**
 * The most that programs of a folder may do, by the folder's `.keyturn.toml`. A profile takes away from the token's rules and adds nothing.
 */
export interface ProfileRules {
  /** The profile's file, for the sentence of a refusal. */
  readonly file: string;
  /** Whether programs may only read. */
  readonly reads: boolean;
  /** Beginnings of the paths that programs may call. Null allows all paths. */
  readonly paths: readonly string[] | null;
}

/** Returns why a profile refuses a call. Returns null when the profile lets it through. Pure. */
export function refusedByProfile(
  { file, reads, paths }: ProfileRules,
  method: string,
  path: string,
): Refusal | null {
  // These rules do not bind a program that has the value.
  if (path === valuePath) return { status: 403, sentence: words.profileRules.withheld(file) };
  if (reads && method !== 'GET' && method !== 'HEAD') {
    return { status: 403, sentence: words.profileRules.reads(file, method) };
  }
  if (paths !== null && !isBelow(paths, path)) {
    return { status: 403, sentence: words.profileRules.path(file, path) };
  }
  return null;
}
