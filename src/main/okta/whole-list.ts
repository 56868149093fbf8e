import type { Outcome } from '../../shared/contract/outcome.ts';
import type { AnswerFacts, Call } from './answer.ts';
import type { OktaClient } from './client.ts';
import type { WhyNotFollowed } from './links.ts';
import { outcome, whyUnread } from './outcomes.ts';
import { words } from './words.ts';

/** The pages of a list that could be read. */
export interface WholeList<T> {
  readonly list: T[];
  /** Whether the last page was read. Only then does a missing item mean that it does not exist. */
  readonly whole: boolean;
  /** The outcome that stopped the list early; null when the list is complete or longer than wanted. */
  readonly stopped: Outcome | null;
  /** The number of requested pages. */
  readonly pages: number;
}

/** How far to follow a list: a number of pages, or a number of items. */
export type Most = { readonly pages: number } | { readonly items: number };

/** How many empty pages in a row are followed. An org that sends more of them says nothing. */
const mostEmpty = 20;

/** Reads a list to its end, or up to `most`. Rejects as the client does: with the signal's reason when aborted. */
export async function wholeList<T>(
  client: Pick<OktaClient, 'pages'>,
  call: Call<T[]>,
  most: Most = { pages: 10 },
): Promise<WholeList<T>> {
  const list: T[] = [];
  let pages = 0;
  let empty = 0;
  for await (const answer of client.pages(call)) {
    pages++;
    if (answer.kind !== 'accepted') return { list, whole: false, stopped: answer.outcome, pages };
    list.push(...answer.value);
    const { next } = answer;
    if (next.kind === 'end') return { list, whole: true, stopped: null, pages };
    if (next.kind === 'not-followed') {
      return { list, whole: false, stopped: notFollowed(call.origin, next.why, answer), pages };
    }
    empty = answer.value.length === 0 ? empty + 1 : 0;
    if (empty >= mostEmpty || ('pages' in most ? pages >= most.pages : list.length >= most.items)) break;
  }
  return { list, whole: false, stopped: null, pages };
}

/** Returns the outcome of a list whose other pages are not read. */
export const notFollowed = (origin: string, why: WhyNotFollowed, facts: AnswerFacts): Outcome =>
  outcome(
    'unexpected-answer',
    words.notFollowed[why](new URL(origin).host),
    words.wholeList.takeOktasAddress,
    facts,
  );

/**
 * Returns why a list was not read to its end, as the end of a sentence; empty when it was. `longer` means that the list is longer than
 * wanted.
 */
export const whyNotWhole = (
  { whole, stopped }: Pick<WholeList<unknown>, 'whole' | 'stopped'>,
  longer: string = words.wholeList.longer,
): string => (whole ? '' : stopped === null ? longer : whyUnread(stopped));
