import { lstatSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readAlias } from '../../shared/alias.ts';
import { cut } from '../../shared/clip.ts';
import { codeOf } from '../base/files.ts';
import { meantWord } from '../base/meant-word.ts';
import { holdsShape } from '../capture/token-text.ts';
import { readPaths } from '../features/programs/gate.ts';
import type { ProfileRules } from '../features/programs/profile-rules.ts';
import { words } from './words.ts';

/** The file that names the token or the app for programs in a folder. It never holds a value. */
const profileName = '.keyturn.toml';

/** The content of a `.keyturn.toml`. */
export interface Profile {
  /** The path of the file. */
  readonly file: string;
  /** The name of the token or the app in addresses. */
  readonly alias: string;
  /** Whether the name must be that of an OAuth app. */
  readonly isApp: boolean;
  /** The limits for programs here. Null when only the rules of the token or the app apply. */
  readonly rules: ProfileRules | null;
}

const mostBytes = 64_000;
const keys = ['token', 'app', 'access', 'paths'] as const;

/**
 * Returns the profile of `folder` or of the nearest folder above it. Returns null when there is no profile, and a sentence when the profile
 * cannot be used.
 */
export async function profileOf(folder: string): Promise<Profile | string | null> {
  for (let at = folder; ; at = dirname(at)) {
    const file = join(at, profileName);
    try {
      if (statSync(file, { throwIfNoEntry: false })?.isFile() === true) return readProfile(file);
    } catch (error) {
      // A circle of links, or a link into a folder of another account. A profile that cannot be read is not the same as none.
      return words.profile.cannotRead(file, codeOf(error) ?? String(error));
    }
    if (dirname(at) === at) return null;
  }
}

/**
 * Returns whether only this person or root can have put the file and its link there, and can write the file. Another account can write into
 * a folder above, such as /tmp, and would choose the token. Windows has no such numbers.
 */
function isOurs(file: string): boolean {
  const own = process.getuid?.();
  if (own === undefined) return true;
  const facts = statSync(file);
  // The mode of a link says nothing.
  return [lstatSync(file), facts].every(({ uid }) => uid === own || uid === 0) && (facts.mode & 0o002) === 0;
}

async function readProfile(file: string): Promise<Profile | string> {
  let bytes: Buffer;
  try {
    if (!isOurs(file)) return words.profile.anothers(file);
    if (statSync(file).size > mostBytes) return words.profile.tooLong(file);
    bytes = readFileSync(file);
  } catch (error) {
    return words.profile.cannotRead(file, codeOf(error) ?? String(error));
  }
  let text: string;
  try {
    // The decoder removes the byte order mark that some editors write.
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    // UTF-16 without its mark has a zero in each ASCII character.
    if (text.includes('\0')) return words.profile.notUtf8(file);
  } catch {
    return words.profile.notUtf8(file);
  }
  if (holdsShape(text)) return words.profile.holdsToken(file);
  const { parse, TomlError } = await import('smol-toml');
  try {
    return profileIn(file, parse(text));
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    return words.profile.notToml(file, error.message.split('\n', 1)[0] ?? '', error.line);
  }
}

function profileIn(
  file: string,
  { token, app, access: written, paths, ...other }: Record<string, unknown>,
): Profile | string {
  const [unknown] = Object.keys(other);
  if (unknown !== undefined) {
    return words.profile.unknownKey(file, cut(unknown, 60), meantWord(unknown, keys));
  }
  if (token !== undefined && app !== undefined) return words.profile.both(file);
  const name = app ?? token;
  if (typeof name !== 'string') return words.profile.noToken(file);
  const alias = readAlias(name);
  if (alias === null) {
    return words.profile.notName(file, app === undefined ? 'token' : 'app', cut(name, 60));
  }
  const access = typeof written === 'string' ? written.trim().toLowerCase() : written;
  if (access !== undefined && access !== 'read' && access !== 'change') return words.profile.badAccess(file);
  const below = paths === undefined ? null : pathsIn(paths);
  if (paths !== undefined && below === null) return words.profile.badPaths(file, firstWrong(paths));
  const rules = access === 'read' || below !== null ? { file, reads: access === 'read', paths: below } : null;
  return { file, alias, isApp: app !== undefined, rules };
}

/** Returns the first entry that is not a path of Okta's API, or null for a list without entries or no list. */
function firstWrong(paths: unknown): string | null {
  const wrong = Array.isArray(paths) ? paths.find((path) => pathsIn([path]) === null) : undefined;
  if (wrong === undefined) return null;
  // A table of TOML has no prototype, so `String` would throw.
  return cut(typeof wrong === 'object' ? JSON.stringify(wrong) : String(wrong), 100);
}

const pathsIn = (paths: unknown): string[] | null =>
  Array.isArray(paths) && paths.every((path): path is string => typeof path === 'string')
    ? readPaths(paths)
    : null;
