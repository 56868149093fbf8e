import { clip } from '../../shared/clip.ts';
import { sentences } from '../../shared/listed.ts';
import { words } from './words.ts';

/** A value that a person changed, as the window names and shows it. */
export interface ValueChange {
  readonly name: string;
  readonly from: string;
  readonly to: string;
}

/** A longer value is not repeated in the record. */
const mostShown = 120;
/** The length of a sentence in the record. */
const mostSaid = 600;

/** Returns what the record says about these changes: each with its value before and after. A long value is only named. Pure. */
export const changedSentence = (changes: readonly ValueChange[]): string =>
  clip(sentences(changes.map(sentenceOf)), mostSaid);

function sentenceOf({ name, from, to }: ValueChange): string {
  if (from === to || from.length > mostShown || to.length > mostShown) return words.changes.changed(name);
  if (from === '') return words.changes.wasEmpty(name, to);
  return to === '' ? words.changes.isEmpty(name, from) : words.changes.fromTo(name, from, to);
}
