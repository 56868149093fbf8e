import { isBelow, type Refusal } from './gate.ts';
import { valuePath } from './value-path.ts';
import { words } from './words.ts';

/** What programs of a folder may do at most, as its `.keyturn.toml` says. It takes away from the token's rules and adds nothing. */
export interface ProfileRules {
  /** The profile, for the sentence of a refusal. */
  readonly file: string;
  /** Whether programs may only read. */
  readonly reads: boolean;
  /** Beginnings of the paths that programs may call; null for all. */
  readonly paths: readonly string[] | null;
}

/** Returns why a profile does not let a call through; null when it does. Pure. */
export function refusedByProfile(
  { file, reads, paths }: ProfileRules,
  method: string,
  path: string,
): Refusal | null {
  // Whoever has the value is not bound by any of this.
  if (path === valuePath) return { status: 403, sentence: words.profileRules.withheld(file) };
  if (reads && method !== 'GET' && method !== 'HEAD') {
    return { status: 403, sentence: words.profileRules.reads(file, method) };
  }
  if (paths !== null && !isBelow(paths, path)) {
    return { status: 403, sentence: words.profileRules.path(file, path) };
  }
  return null;
}
