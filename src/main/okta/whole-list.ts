import type { Outcome } from '../../shared/contract/outcome.ts';
import type { Answer, Call, OktaClient } from './client.ts';
import { outcome } from './outcomes.ts';

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

/** Reads a list to its end, or as far as `most`. Rejects as the client does: with the signal's reason when aborted. */
export async function wholeList<T>(
  client: OktaClient,
  call: Call<T[]>,
  most: Most = { pages: 10 },
): Promise<WholeList<T>> {
  const list: T[] = [];
  let pages = 0;
  for await (const answer of client.pages(call)) {
    pages++;
    if (answer.kind !== 'accepted') return { list, whole: false, stopped: answer.outcome, pages };
    list.push(...answer.value);
    if (answer.nextElsewhere) return { list, whole: false, stopped: elsewhere(call.origin, answer), pages };
    if (answer.next === null) return { list, whole: true, stopped: null, pages };
    if ('pages' in most ? pages >= most.pages : list.length >= most.items) break;
  }
  return { list, whole: false, stopped: null, pages };
}

const elsewhere = (origin: string, answer: Answer<unknown>): Outcome =>
  outcome(
    'unexpected-answer',
    `${new URL(origin).host} says that the rest of the list is at another address, where Keyturn does not send a token.`,
    'Use the org under the address that Okta itself gives it.',
    answer,
  );
