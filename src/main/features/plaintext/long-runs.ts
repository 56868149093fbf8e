/** A run of characters that occur in tokens and base64. */
export interface Run {
  readonly text: string;
  readonly from: number;
}

const inRun = new Uint8Array(256);
for (const one of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-+/') {
  inRun[one.charCodeAt(0)] = 1;
}

/**
 * Returns every run of at least `least` letters, digits and `_-+/`. It first checks the position where a run of that length would end, so
 * it reads only a small part of ordinary text. Pure.
 */
export function longRuns(text: string, least: number): Run[] {
  const isIn = (at: number): boolean => inRun[text.charCodeAt(at)] === 1;
  const runs: Run[] = [];
  for (let from = 0; from + least <= text.length; ) {
    let at = from + least - 1;
    while (at >= from && isIn(at)) at--;
    if (at >= from) {
      from = at + 1;
      continue;
    }
    let to = from + least;
    while (to < text.length && isIn(to)) to++;
    runs.push({ text: text.slice(from, to), from });
    from = to + 1;
  }
  return runs;
}

/** Returns whether the bytes hold a run that `longRuns` would return from their text in UTF-8 or Latin-1. Pure. */
export function holdsLongRun(bytes: Uint8Array, least: number): boolean {
  for (let from = 0; from + least <= bytes.length; ) {
    let at = from + least - 1;
    while (at >= from && inRun[bytes[at] ?? 0] === 1) at--;
    if (at < from) return true;
    from = at + 1;
  }
  return false;
}
