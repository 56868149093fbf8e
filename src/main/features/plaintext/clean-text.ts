import { parse } from 'dotenv';
import type { PlaceKind } from '../../../shared/contract/plaintext.ts';
import { NotReplaced } from '../../base/files.ts';
import { words } from './words.ts';

/** A place in a text to clean up. */
export interface Spot {
  readonly from: number;
  readonly to: number;
}

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
 * Returns a text without the values at `spots`. A line of an .env file that sets the token becomes a comment. A history loses the whole
 * command. Elsewhere `marker` replaces the value. It then reads the result again: an .env file keeps every other key, and JSON stays JSON.
 * Throws NotReplaced. Pure.
 */
export function cleanText(kind: PlaceKind, path: string, text: string, spots: readonly Spot[]): string {
  if (!isCleanable(kind)) throw new NotReplaced(words.cleanText.notThisKind);
  if (kind === 'history') return withoutCommands(text, spots, /fish_history$/.test(path));
  if (kind === 'env') return withoutAssignments(text, spots);
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

interface Line {
  readonly text: string;
  readonly from: number;
  /** The end of the line, including its line break. */
  readonly to: number;
}

function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let from = 0;
  for (const end of text.matchAll(/\r\n|\r|\n/g)) {
    const to = end.index + end[0].length;
    lines.push({ text: text.slice(from, end.index), from, to });
    from = to;
  }
  if (from < text.length) lines.push({ text: text.slice(from), from, to: text.length });
  return lines;
}

/** A line that sets one name: `NAME=`, `export NAME=`, `set NAME=`, `NAME: `. */
const assignment = /^(\s*)(?:export\s+|set\s+)?([A-Za-z_][\w.-]*)\s*(?:=|:\s)\s*/;

/** Returns true when `written`, behind a name, is `value` with only quotes, a scheme and a comment around it. */
const isOnly = (written: string, value: string): boolean =>
  written
    .replace(/\s+#.*$/, '')
    .trim()
    .replace(/^(["'`])(.*)\1$/, '$2')
    .replace(/^SSWS\s+/, '') === value;

function withoutAssignments(text: string, spots: readonly Spot[]): string {
  const lines = linesOf(text);
  let next = text;
  for (const { from, to } of fromTheEnd(spots)) {
    const line = lines.find((one) => one.from <= from && from < one.to);
    const value = text.slice(from, to);
    const [whole = '', indent = '', name = ''] = assignment.exec(line?.text ?? '') ?? [];
    const rest = (line?.text ?? '').slice(whole.length);
    next =
      line !== undefined && name !== '' && isOnly(rest, value)
        ? `${next.slice(0, line.from)}${indent}# ${words.cleanText.comment(name)}${next.slice(line.from + line.text.length)}`
        : `${next.slice(0, from)}${marker}${next.slice(to)}`;
  }
  const values = spots.map(({ from, to }) => text.slice(from, to));
  const [before, after] = [text, next].map((one) => parse(one, { fast: true }));
  const holds = (key: string): boolean => values.some((value) => (before?.[key] ?? '').includes(value));
  const isSame = Object.keys({ ...before, ...after }).every(
    (key) => holds(key) || before?.[key] === after?.[key],
  );
  if (!isSame) throw new NotReplaced(words.cleanText.wouldBreak);
  return next;
}

/** Returns a history without the commands at `spots`. */
function withoutCommands(text: string, spots: readonly Spot[], isFish: boolean): string {
  const lines = linesOf(text);
  const gone = new Set<number>();
  for (const { from } of spots) {
    const at = lines.findIndex((line) => line.from <= from && from < line.to);
    const [first, last] = isFish ? fishEntry(lines, at) : entry(lines, at);
    for (let n = first; n <= last; n++) gone.add(n);
  }
  return lines
    .filter((_, n) => !gone.has(n))
    .map(({ from, to }) => text.slice(from, to))
    .join('');
}

/** Returns the lines of a fish command. It begins with `- cmd:`, and its details follow (fish, history file). */
function fishEntry(lines: readonly Line[], at: number): readonly [number, number] {
  const begins = (n: number): boolean => lines[n]?.text.startsWith('- cmd:') ?? true;
  let first = at;
  while (first > 0 && !begins(first)) first--;
  let last = at;
  while (last + 1 < lines.length && !begins(last + 1)) last++;
  return [first, last];
}

/**
 * Returns the lines of a command. A zsh or PowerShell command continues after a backslash or a backtick. bash writes the time in the line
 * above (HISTTIMEFORMAT).
 */
function entry(lines: readonly Line[], at: number): readonly [number, number] {
  const goesOn = (n: number): boolean => /[\\`]$/.test(lines[n]?.text ?? '');
  let first = at;
  while (first > 0 && goesOn(first - 1)) first--;
  let last = at;
  while (last + 1 < lines.length && goesOn(last)) last++;
  if (/^#\d{6,}$/.test(lines[first - 1]?.text ?? '')) first--;
  return [first, last];
}
