import { cut } from '../../../shared/clip.ts';
import type { UserQuestion } from '../../../shared/contract/tasks.ts';
import { plainSearch } from '../../../shared/plain-search.ts';
import { dayMs } from '../../../shared/time-words.ts';
import { searchTrouble } from '../../../shared/user-search.ts';
import { Failed } from '../../base/failure.ts';
import type { Clock } from '../../base/ports.ts';
import type { Secret } from '../../base/secret.ts';
import type { Call, PageAnswer } from '../../okta/answer.ts';
import type { OktaClient } from '../../okta/client.ts';
import { failedCall } from '../../okta/failed-call.ts';
import { notFollowed } from '../../okta/whole-list.ts';
import type { Pace } from './pace.ts';
import { type ListedUser, listedUsers } from './schemas.ts';
import { words } from './words.ts';

/** A kept token for calls. The code that opened it wipes the secret. */
export interface Asking {
  readonly origin: string;
  readonly secret: Secret;
}

/** What reading users needs. */
export interface ReadingNeeds {
  readonly client: OktaClient;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  readonly pace: Pace;
}

/** One page of a search: the wanted users, how many Okta gave, and where the next page begins (null after the last page). */
export interface UserPage {
  readonly users: ListedUser[];
  readonly read: number;
  readonly next: string | null;
}

/** "Specifies the number of results returned", at most 200 with a search (Okta, Users API). */
const pageSize = '200';

/** Throws Failed `bad-request` for a search that Okta would not understand. The error says which word is wrong. */
export function checkSearch({ search }: UserQuestion): void {
  const found = searchTrouble(plainSearch(search));
  if (found === null) return;
  throw new Failed(
    'bad-request',
    words.reading.trouble[found.trouble](cut(found.word, 100)),
    words.reading.lookAtHelp,
  );
}

/**
 * Reads one page of the wanted users. `next` is where the page begins, or null for the first page. Okta cannot search by the last sign-in.
 * So Okta leaves out users who are too new, and this function leaves out users who have signed in. Throws Failed `okta`.
 */
export async function userPage(
  needs: ReadingNeeds,
  { origin, secret }: Asking,
  question: UserQuestion,
  next: string | null,
): Promise<UserPage> {
  const before = cutoff(question, needs.clock.now());
  const search = searchOf(question, before);
  const call: Call<ListedUser[]> = {
    origin,
    secret,
    path: '/api/v1/users',
    query: { limit: pageSize, ...(search === '' ? {} : { search }) },
    ...(next === null ? {} : { search: next }),
    schema: listedUsers,
    signal: needs.signal,
    patience: 'patient',
  };
  const answer: PageAnswer<ListedUser> = await needs.pace.run(needs.signal, () => needs.client.page(call));
  if (answer.kind !== 'accepted') {
    if (answer.outcome.errorCode === 'E0000031') {
      const { smallPrint } = failedCall(answer.outcome).failure;
      throw new Failed('okta', words.reading.notUnderstood, words.reading.lookAtHelp, smallPrint);
    }
    throw failedCall(answer.outcome);
  }
  if (answer.next.kind === 'not-followed') throw failedCall(notFollowed(origin, answer.next.why, answer));
  return {
    users: answer.value.filter((user) => isWanted(user, before)),
    read: answer.value.length,
    next: answer.next.kind === 'next' ? answer.next.search : null,
  };
}

/**
 * Returns the time before which the last sign-in must be, or null when it does not matter. It is cut to the day, so that each page of a
 * search has the same time.
 */
const cutoff = ({ notSignedInForDays }: UserQuestion, now: number): number | null =>
  notSignedInForDays === null ? null : Math.floor(now / dayMs - notSignedInForDays) * dayMs;

/** Returns the search for Okta. */
function searchOf({ search }: UserQuestion, before: number | null): string {
  const wanted = plainSearch(search).trim();
  if (before === null) return wanted;
  const old = `created lt "${new Date(before).toISOString()}"`;
  return wanted === '' ? old : `(${wanted}) and ${old}`;
}

/** A deactivated user cannot sign in. For a user who never signed in, the day of the account's creation counts. */
const isWanted = ({ status, lastLogin, created }: ListedUser, before: number | null): boolean =>
  before === null || (status !== 'DEPROVISIONED' && (lastLogin ?? created ?? 0) < before);
