import { parse } from 'dotenv';
import type { PlaceKind } from '../../../shared/contract/plaintext.ts';
import { NotReplaced } from '../../base/files.ts';
import { withoutCommands } from './clean-history.ts';
import { isScript } from './places.ts';
import { edited, lineAt, linesOf, type Spot } from './text-lines.ts';
import { words } from './words.ts';

/**
 * The text that replaces a value. It has only characters of tokens, so it fits wherever a token did. A string stays a string, in every file
 * format.
 */
export const marker = 'taken-out-by-Keyturn';

/** The kinds of places that Keyturn cleans up. */
const cleanable: ReadonlySet<PlaceKind> = new Set([
  'env',
  'history',
  'netrc',
  'okta-yaml',
  'tfvars',
  'postman',
  'vscode',
]);

/** Returns true when a place of this kind can be cleaned up. */
export const isCleanable = (kind: PlaceKind): boolean => cleanable.has(kind);

/**
 * Returns a text without the values at `spots`. A line of an .env file that sets the token becomes a comment, and keeps its own. A history loses the whole
 * command. Elsewhere `marker` replaces the value. It then reads the result again: an .env file keeps every other key, and JSON stays JSON.
 * Throws NotReplaced. Pure.
 */
export function cleanText(kind: PlaceKind, path: string, text: string, spots: readonly Spot[]): string {
  if (!isCleanable(kind)) throw new NotReplaced(words.cleanText.notThisKind);
  if (kind === 'history') return withoutCommands(text, path, spots);
  if (kind === 'env') return withoutAssignments(text, path, spots);
  const next = edited(
    text,
    spots.map((spot) => ({ ...spot, by: marker })),
  );
  if (isJson(text) && !isJson(next)) throw new NotReplaced(words.cleanText.wouldBreak);
  return next;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** A line that sets one name: `NAME=`, `export NAME=`, `set NAME=`, `NAME: `. */
const assignment = /^(\s*)(?:export\s+|set\s+)?([A-Za-z_][\w.-]*)\s*(?:=|:\s)\s*/;

const comment = /\s+#.*$/;

/** Returns true when `written`, behind a name, is `value` with only quotes, a scheme and a comment around it. */
const isOnly = (written: string, value: string): boolean =>
  written
    .replace(comment, '')
    .trim()
    .replace(/^(["'`])(.*)\1$/, '$2')
    .replace(/^SSWS\s+/, '') === value;

function withoutAssignments(text: string, path: string, spots: readonly Spot[]): string {
  const lines = linesOf(text);
  const before = parse(text, { fast: true });
  const values = new Set(spots.map(({ from, to }) => text.slice(from, to)));
  const within = keysOfLines(before);
  // A shell needs a command where a line of a script was (direnv, .envrc).
  const sign = isScript(path) ? ': #' : '#';
  const next = edited(
    text,
    spots.map(({ from, to }) => {
      const value = text.slice(from, to);
      const line = lines[lineAt(lines, from)];
      const [whole = '', indent = '', name = ''] = assignment.exec(line?.text ?? '') ?? [];
      const rest = (line?.text ?? '').slice(whole.length);
      const isInside = within.get(line?.text ?? '')?.some((key) => key !== name) ?? false;
      if (line === undefined || name === '' || isInside || !isOnly(rest, value)) {
        return { from, to, by: marker };
      }
      const note = comment.exec(rest)?.[0].trimEnd().replaceAll(value, marker) ?? '';
      const by = `${indent}${sign} ${words.cleanText.comment(name)}${note}`;
      return { from: line.from, to: line.from + line.text.length, by };
    }),
  );
  const after = parse(next, { fast: true });
  const holds = (key: string): boolean => [...values].some((value) => before[key]?.includes(value) ?? false);
  const isSame = Object.keys({ ...before, ...after }).every(
    (key) => before[key] === after[key] || holds(key),
  );
  if (!isSame) throw new NotReplaced(words.cleanText.wouldBreak);
  return next;
}

/** Returns the keys that have a line in their value. Such a value has several lines. */
function keysOfLines(values: Readonly<Record<string, string>>): ReadonlyMap<string, readonly string[]> {
  const keys = new Map<string, string[]>();
  for (const [key, value] of Object.entries(values)) {
    const lines = value.split('\n');
    if (lines.length === 1) continue;
    for (const line of new Set(lines)) {
      const known = keys.get(line);
      if (known === undefined) keys.set(line, [key]);
      else known.push(key);
    }
  }
  return keys;
}
