import type { Listed, ListGroup } from './grouping.ts';

/** The title of a group, as an entry of the list. */
export interface TitleEntry {
  readonly kind: 'title';
  readonly id: string;
  readonly title: string;
}

/** A token, as an entry of the list. */
export interface TokenEntry {
  readonly kind: 'token';
  readonly id: string;
  readonly item: Listed;
  /** Its place among the tokens, from 1. */
  readonly place: number;
  /** Its place among all entries, from 0. */
  readonly index: number;
}

/** The heights of titles and rows in pixels. They are fixed, so that no change has to measure the whole list. */
export const heights = { title: 32, token: 72 } as const;

/** Returns the titles and tokens of all groups, one after another. */
export function flatten(groups: readonly ListGroup[]): (TitleEntry | TokenEntry)[] {
  const entries: (TitleEntry | TokenEntry)[] = [];
  let place = 0;
  for (const { id, title, items } of groups) {
    entries.push({ kind: 'title', id, title });
    for (const item of items) {
      entries.push({ kind: 'token', id: item.id, item, place: ++place, index: entries.length });
    }
  }
  return entries;
}

/**
 * Returns how many rows a key moves down; a negative number moves up. Returns null for a key that does not move. `page` is how many rows
 * fit in the list. The keys are those of WAI-ARIA's grid pattern.
 */
export function stepOf(key: string, page: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return 1;
    case 'ArrowUp':
      return -1;
    case 'PageDown':
      return page;
    case 'PageUp':
      return -page;
    case 'Home':
      return Number.NEGATIVE_INFINITY;
    case 'End':
      return Number.POSITIVE_INFINITY;
    default:
      return null;
  }
}
