import { parse } from 'dotenv';
import type { PlaceKind } from '../../../shared/contract/plaintext.ts';
import { NotReplaced } from '../../base/files.ts';
import { withoutCommands } from './clean-history.ts';
import { lineAt, linesOf, type Spot } from './text-lines.ts';
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
  const next = fromTheEnd(spots).reduce(
    (now, { from, to }) => `${now.slice(0, from)}${marker}${now.slice(to)}`,
    text,
  );
  if (isJson(text) && !isJson(next)) throw new NotReplaced(words.cleanText.wouldBreak);
  return next;
}

/** Sorts from the end, so that each earlier spot keeps its position. */
const fromTheEnd = (spots: readonly Spot[]): Spot[] => spots.toSorted((a, b) => b.from - a.from);

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
  const [before, values] = [parse(text, { fast: true }), spots.map(({ from, to }) => text.slice(from, to))];
  // A shell needs a command where a line of a script was (direnv, .envrc).
  const sign = path.endsWith('.envrc') ? ': #' : '#';
  let next = text;
  for (const { from, to } of fromTheEnd(spots)) {
    const line = lines[lineAt(lines, from)];
    const value = text.slice(from, to);
    const [whole = '', indent = '', name = ''] = assignment.exec(line?.text ?? '') ?? [];
    const rest = (line?.text ?? '').slice(whole.length);
    const isInside = Object.entries(before).some(
      ([key, all]) => key !== name && all.includes(line?.text ?? ''),
    );
    const note = comment.exec(rest)?.[0].trimEnd() ?? '';
    next =
      line !== undefined && name !== '' && !isInside && isOnly(rest, value)
        ? `${next.slice(0, line.from)}${indent}${sign} ${words.cleanText.comment(name)}${note}${next.slice(line.from + line.text.length)}`
        : `${next.slice(0, from)}${marker}${next.slice(to)}`;
  }
  const after = parse(next, { fast: true });
  const holds = (key: string): boolean => values.some((value) => before[key]?.includes(value) ?? false);
  const isSame = Object.keys({ ...before, ...after }).every(
    (key) => holds(key) || before[key] === after[key],
  );
  if (!isSame) throw new NotReplaced(words.cleanText.wouldBreak);
  return next;
}
