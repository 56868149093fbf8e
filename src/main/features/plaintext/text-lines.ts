/** A place in a text to clean up. */
export interface Spot {
  readonly from: number;
  readonly to: number;
}

/** A line of a text. */
export interface Line {
  readonly text: string;
  readonly from: number;
  /** The end of the line, including its line break. */
  readonly to: number;
}

/** Returns the number, from 0, of the line at a position of the text. */
export function lineAt(lines: readonly Line[], at: number): number {
  let [low, high] = [0, lines.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((lines[middle]?.to ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Returns the lines of a text, whatever their line ends. */
export function linesOf(text: string): Line[] {
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

/** Returns the numbers, from 1, of the lines at ascending positions of a text. It reads the text once, however many positions there are. */
export function lineNumbers(text: string, positions: readonly number[]): number[] {
  const breaks = text.matchAll(/\r\n|\r|\n/g);
  let next = breaks.next();
  let line = 1;
  return positions.map((at) => {
    for (; !next.done && next.value.index < at; next = breaks.next()) line++;
    return line;
  });
}

/** A change of a text: what replaces a part of it. */
export interface Edit extends Spot {
  readonly by: string;
}

/**
 * Returns a text with its changes. It copies the text once, because a file may hold a token thousands of times. A change inside an earlier
 * one is left out.
 */
export function edited(text: string, edits: readonly Edit[]): string {
  const parts: string[] = [];
  let done = 0;
  for (const { from, to, by } of edits.toSorted((a, b) => a.from - b.from)) {
    if (from < done) continue;
    parts.push(text.slice(done, from), by);
    done = to;
  }
  return [...parts, text.slice(done)].join('');
}
