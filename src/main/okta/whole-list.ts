import type { Outcome } from '../../shared/contract/outcome.ts';
import type { AnswerFacts, Call, OktaClient } from './client.ts';
import type { WhyNotFollowed } from './links.ts';
import { outcome, whyUnread } from './outcomes.ts';
import { words } from './words.ts';

/** A list page after page, as far as it could be read. */
export interface WholeList<T> {
  readonly list: T[];
  /** True when the last page was read: only then is what is not in it not there. */
  readonly whole: boolean;
  /** What ended it before its time; null when it is whole, or longer than was wanted. */
  readonly stopped: Outcome | null;
  /** How many pages were asked for. */
  readonly pages: number;
}

/** How far a list is followed: so many pages, or until it has so many items. */
export type Most = { readonly pages: number } | { readonly items: number };

/** Pages without a single item that are followed, one after the other: an org that goes on so says nothing. */
const mostEmpty = 20;

/** Reads a list to its end, or as far as `most`. Rejects as the client does: with the signal's reason when aborted. */
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

/** The outcome of a list whose rest is not read. */
export const notFollowed = (origin: string, why: WhyNotFollowed, facts: AnswerFacts): Outcome =>
  outcome(
    'unexpected-answer',
    words.notFollowed[why](new URL(origin).host),
    words.wholeList.takeOktasAddress,
    facts,
  );

/** Why a list was not read to its end, as the end of a sentence; empty when it was. `longer` says that it is longer than was wanted. */
export const whyNotWhole = (
  { whole, stopped }: Pick<WholeList<unknown>, 'whole' | 'stopped'>,
  longer: string = words.wholeList.longer,
): string => (whole ? '' : stopped === null ? longer : whyUnread(stopped));
