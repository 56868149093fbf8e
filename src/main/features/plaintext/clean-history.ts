import { type Line, lineAt, linesOf, type Spot } from './text-lines.ts';

/** The first and the last line of a command, from 0. */
type Entry = readonly [first: number, last: number];

/** Returns a shell's history without the commands at `spots`. Its file's name says which shell it is. Pure. */
export function withoutCommands(text: string, path: string, spots: readonly Spot[]): string {
  const lines = linesOf(text);
  const entryOf = /fish_history$|[\\/]fish[\\/]\w+_history$/.test(path)
    ? fishEntry
    : /Host_history\.txt$/.test(path)
      ? powershellEntry
      : shellEntry(lines);
  const gone = new Set<number>();
  for (const { from } of spots) {
    const at = lineAt(lines, from);
    if (gone.has(at)) continue;
    const [first, last] = entryOf(lines, at);
    for (let n = first; n <= last; n++) gone.add(n);
  }
  return lines
    .filter((_, n) => !gone.has(n))
    .map(({ from, to }) => text.slice(from, to))
    .join('');
}

/** Returns the lines of a fish command. It begins with `- cmd:`, and its details follow (fish, history file). */
function fishEntry(lines: readonly Line[], at: number): Entry {
  const begins = (n: number): boolean => lines[n]?.text.startsWith('- cmd:') ?? true;
  let first = at;
  while (first > 0 && !begins(first)) first--;
  let last = at;
  while (last + 1 < lines.length && !begins(last + 1)) last++;
  return [first, last];
}

/** Returns the lines around `at` that a sign at their end joins. */
function joined(lines: readonly Line[], at: number, sign: string): Entry {
  const goesOn = (n: number): boolean => lines[n]?.text.endsWith(sign) ?? false;
  let first = at;
  while (first > 0 && goesOn(first - 1)) first--;
  let last = at;
  while (last + 1 < lines.length && goesOn(last)) last++;
  return [first, last];
}

/** Returns the lines of a PowerShell command, which a backtick joins (PSReadLine, history file). */
const powershellEntry = (lines: readonly Line[], at: number): Entry => joined(lines, at, '`');

/** The time of a command, in the line above it (bash, HISTTIMEFORMAT; tcsh writes a `+` before it). */
const isTime = (line: Line | undefined): boolean => /^#\+?\d{6,}$/.test(line?.text ?? '');

/**
 * Returns the function that returns the lines of a command of zsh, bash or another POSIX shell. zsh ends the lines of one command in a
 * backslash. Between two times, bash writes a command as it was typed; the lines below a time may also be commands from a shell that wrote
 * no times.
 */
function shellEntry(all: readonly Line[]): (lines: readonly Line[], at: number) => Entry {
  const typed = new Map<number, Entry>();
  const commandEnd = commandEnds(all);
  for (let from = all.findIndex(isTime) + 1; from > 0 && from < all.length; ) {
    const to = isTime(all[from]) ? from : commandEnd(from);
    for (let n = from; n <= to; n++) typed.set(n, [from, to]);
    from = to + 1;
  }
  return (lines, at) => {
    const [start, end] = typed.get(at) ?? [at, at];
    let [first] = joined(lines, start, '\\');
    const [, last] = joined(lines, end, '\\');
    if (isTime(lines[first - 1])) first--;
    return [first, last];
  };
}

const heredoc = /<<-?\s*(["']?)(\w+)\1/;

/**
 * Returns the function that returns the last line of the command that begins at a line: where its quotes are closed and its here-document has
 * ended. It is asked for one line after another.
 */
function commandEnds(lines: readonly Line[]): (from: number) => number {
  // The here-documents without an end before the next time. Without this, thousands of them would be read to that time again and again.
  const endless = new Map<string, number>();
  return (from) => {
    const end = heredoc.exec(lines[from]?.text ?? '')?.[2];
    if (end !== undefined && from < (endless.get(end) ?? 0)) return from;
    let open = '';
    let n = from;
    for (; n < lines.length && !isTime(lines[n]); n++) {
      const text = lines[n]?.text ?? '';
      if (end !== undefined) {
        if (n > from && text.trim() === end) return n;
        continue;
      }
      open = openQuote(text, open);
      if (open === '' && !text.endsWith('\\')) return n;
    }
    if (end !== undefined) endless.set(end, n);
    // Without its end it is one line, so that no other command goes with it.
    return from;
  };
}

/** Returns the quote that is open at the end of a line, when `open` was open at its beginning. */
function openQuote(text: string, open: string): string {
  let quote = open;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at] ?? '';
    if (sign === '\\' && quote !== "'") at++;
    else if (quote === '' && (sign === "'" || sign === '"')) quote = sign;
    else if (sign === quote) quote = '';
  }
  return quote;
}
