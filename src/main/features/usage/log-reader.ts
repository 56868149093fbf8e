import { z } from 'zod';
import { clip } from '../../../shared/clip.ts';
import type { Outcome } from '../../../shared/contract/outcome.ts';
import { clockTime, fullDate } from '../../../shared/time-words.ts';
import type { Clock } from '../../base/ports.ts';
import type { Secret } from '../../base/secret.ts';
import type { PageAnswer } from '../../okta/answer.ts';
import type { OktaClient } from '../../okta/client.ts';
import type { WhyNotFollowed } from '../../okta/links.ts';
import { words as oktaWords } from '../../okta/words.ts';
import { dayMs, dayOf } from './day-use.ts';
import { eventOf, logPage, outsideRange } from './log-event.ts';
import type { SealedState } from './sealed-state.ts';
import { SeenEvents } from './seen-events.ts';
import type { UsageBook } from './store.ts';
import { words } from './words.ts';

/** The position in one org's log. */
export const logCursor = z.object({
  /** The path and query of the next page. It is null before the first page, and when Okta no longer knows the page. */
  next: z.string().nullable(),
  /** False when the org refused the filter. Keyturn then reads the whole log. */
  filtered: z.boolean(),
  /** The last events, oldest first, so that a new start counts none of them twice. */
  seen: z.array(z.tuple([z.string(), z.number()])),
  /** The time from which a new start reads. It is 0 before the first event. */
  seenFrom: z.number(),
  /** Okta's clock at the last answer. It decides what is old, because this computer's clock may be wrong. */
  oktaNow: z.number(),
  readAt: z.number().nullable(),
  readWith: z.string().nullable(),
  trouble: z.object({ sentence: z.string(), remedy: z.string() }).nullable(),
});
export type LogCursor = z.infer<typeof logCursor>;

export const noCursor: LogCursor = {
  next: null,
  filtered: true,
  seen: [],
  seenFrom: 0,
  oktaNow: 0,
  readAt: null,
  readWith: null,
  trouble: null,
};

/** A kept token that may be able to read the log. */
export interface LogToken {
  readonly tokenId: string;
  readonly secret: () => Secret;
}

export interface LogReaderNeeds {
  readonly client: OktaClient;
  readonly clock: Clock;
  readonly book: UsageBook;
  readonly cursors: SealedState<LogCursor>;
  readonly keepDays: () => number;
  /** Called when events were kept. */
  readonly onKept: (orgId: string) => void;
  /** Called when Okta did not let a token read the log. */
  readonly onRefused: (tokenId: string) => void;
}

const path = '/api/v1/logs';
const pageSize = 1_000;
/** While there are more events, at least this many go into one transaction. */
const batch = 20_000;
const mostPages = 500;
const oktaKeepsDays = 90;
const filter = `transaction.detail.requestApiTokenId pr or eventType eq "${outsideRange}"`;

/** Outcomes that depend on the token. Another token of the org may not have them. */
const ofToken: ReadonlySet<string> = new Set([
  'not-accepted',
  'not-allowed',
  'owner-inactive',
  'zone-blocked',
]);

/**
 * Reads one org's log from the last position to its end, with the first of `tokens` that may read it. Keeps counts and position in one
 * transaction, so that a crash neither loses nor repeats anything. Waits when the org's limit gets low. Rejects only when aborted or when
 * the vault cannot write.
 */
export async function readLog(
  needs: LogReaderNeeds,
  org: { readonly id: string; readonly origin: string },
  tokens: readonly LogToken[],
  signal: AbortSignal,
): Promise<void> {
  const { client, clock, book } = needs;
  const intake = book.intake(org.id);
  const left = [...tokens];
  let cursor = { ...needs.cursors.of(org.id), trouble: null as LogCursor['trouble'] };
  const seen = new SeenEvents(cursor.seen, cursor.seenFrom);
  let startedAnew = false;
  let refused: Outcome | null = null;
  const cursors = new Set<string>();

  const keep = (): void => {
    signal.throwIfAborted();
    cursor = { ...cursor, readAt: clock.now(), ...seen.state() };
    intake.keep(() => {
      needs.cursors.keep(org.id, cursor);
      if (cursor.oktaNow > 0) book.prune(org.id, dayOf(cursor.oktaNow) - needs.keepDays());
    });
    needs.onKept(org.id);
  };

  for (let pages = 0; ; pages++) {
    if (pages >= mostPages) {
      cursor = { ...cursor, trouble: goesOn };
      break;
    }
    const token = left[0];
    if (token === undefined) break;
    const answer = await ask(client, org.origin, token, cursor, needs.keepDays(), clock, signal);
    cursor = { ...cursor, oktaNow: answer.dateHeader ?? cursor.oktaNow };
    if (answer.kind !== 'accepted') {
      const { errorCode, status } = answer.outcome;
      if (status === 400 && cursor.filtered && (errorCode === 'E0000053' || cursor.next === null)) {
        // Okta does not document whether every org accepts `pr` on this field.
        cursor = { ...cursor, filtered: false, next: null, ...seen.state() };
      } else if (status === 400 && cursor.next !== null && !startedAnew) {
        startedAnew = true;
        cursor = { ...cursor, next: null, ...seen.state() };
      } else if (ofToken.has(answer.kind)) {
        refused ??= answer.outcome;
        needs.onRefused(token.tokenId);
        left.shift();
      } else {
        const { sentence, remedy } = answer.outcome;
        cursor = { ...cursor, trouble: { sentence, remedy } };
        break;
      }
      continue;
    }
    refused = null;
    cursor = { ...cursor, readWith: token.tokenId };
    let lastAt: number | null = null;
    for (const raw of answer.value) {
      const event = eventOf(raw);
      if (event === null) continue;
      lastAt = event.at;
      if (seen.isNew(event.id, event.at)) intake.take(event);
    }
    const { next, why } = afterPage(answer, cursors);
    // When there is no next page, the next reading asks for the same page again, because it may have a next page then.
    if (next !== null) cursor = { ...cursor, next: `${path}${next}` };
    if (why !== null) {
      const from = lastAt ?? (cursor.oktaNow || clock.now());
      cursor = { ...cursor, trouble: missing(new URL(org.origin).host, from, why) };
    }
    if (answer.value.length === 0 || next === null) break;
    if (intake.taken >= batch) keep();
    await restWhenLow(answer, clock, signal);
  }
  if (left.length === 0) {
    cursor = { ...cursor, trouble: nobodyMay(new URL(org.origin).host, refused) };
  }
  keep();
}

/**
 * Returns the query of the next page, or why Keyturn cannot ask for it. The last page of a poll is empty (Okta, System Log API), so a full
 * page without a next one is not the end of the log.
 */
function afterPage(
  { value, next }: Extract<PageAnswer<unknown>, { kind: 'accepted' }>,
  cursors: Set<string>,
): { next: string | null; why: WhyNotFollowed | null } {
  const no = (why: WhyNotFollowed) => ({ next: null, why: value.length === 0 ? null : why });
  if (next.kind === 'not-followed') return no(next.why);
  if (next.kind === 'end') return value.length >= pageSize ? no('unreadable') : { next: null, why: null };
  if (value.length > 0 && cursors.has(next.cursor)) return no('repeats');
  cursors.add(next.cursor);
  return { next: next.search, why: null };
}

const missing = (host: string, from: number, why: WhyNotFollowed): NonNullable<LogCursor['trouble']> => ({
  sentence: words.log.missing(fullDate(from), clockTime(from), oktaWords.notFollowed[why](host)),
  remedy: words.log.missingRemedy,
});

const goesOn: NonNullable<LogCursor['trouble']> = {
  sentence: words.log.moreEvents,
  remedy: words.log.readOnSoon,
};

const nobodyMay = (host: string, refused: Outcome | null): NonNullable<LogCursor['trouble']> => ({
  sentence:
    refused === null ? words.log.noReader(host) : clip(words.log.noneMayRead(host, refused.sentence), 600),
  remedy: words.log.keepReader,
});

async function ask(
  client: OktaClient,
  origin: string,
  token: LogToken,
  cursor: LogCursor,
  keepDays: number,
  clock: Clock,
  signal: AbortSignal,
): Promise<PageAnswer<unknown>> {
  let query: Record<string, string> = {};
  if (cursor.next === null) {
    // The start time comes from Okta's clock, so that a wrong clock of this computer leaves no gap.
    const known = await client.wellKnown(origin, signal);
    const oktaNow = known.dateHeader ?? clock.now();
    const oldest = oktaNow - Math.min(keepDays, oktaKeepsDays) * dayMs;
    query = {
      since: new Date(Math.max(oldest, cursor.seenFrom)).toISOString(),
      sortOrder: 'ASCENDING',
      limit: String(pageSize),
      ...(cursor.filtered ? { filter } : {}),
    };
  }
  using secret = token.secret();
  return await client.page({
    origin,
    secret,
    path,
    query,
    ...(cursor.next === null ? {} : { search: cursor.next.slice(cursor.next.indexOf('?')) }),
    schema: logPage,
    signal,
    patience: 'patient',
  });
}

/** Waits when the remaining limit is low, so that a long reading leaves a fifth of the org's limit to other programs. */
async function restWhenLow(answer: PageAnswer<unknown>, clock: Clock, signal: AbortSignal): Promise<void> {
  const limit = answer.rateLimit;
  if (limit === null || limit.remaining > Math.max(2, limit.limit / 5)) return;
  const wait = limit.resetAt - clock.now() + 1_000;
  if (wait > 0) await clock.sleep(Math.min(wait, 65_000), signal);
}
