import { z } from 'zod';
import { clip } from '../../../shared/clip.ts';
import type { LeakedUse, ListedToken, Quiet, Rotation } from '../../../shared/contract/rotation.ts';
import { lastUseBy } from '../../../shared/health.ts';
import { dateAndTime, dayMs } from '../../../shared/time-words.ts';
import { Failed } from '../../base/failure.ts';
import type { Secret } from '../../base/secret.ts';
import type { Call } from '../../okta/answer.ts';
import type { OktaClient } from '../../okta/client.ts';
import { clipped } from '../../okta/clipped.ts';
import type { Credential } from '../../okta/credential.ts';
import { sureTime } from '../../okta/lenient.ts';
import { whyUnread } from '../../okta/outcomes.ts';
import { type ApiToken, apiToken, apiTokens } from '../../okta/schemas.ts';
import { type WholeList, wholeList, whyNotWhole } from '../../okta/whole-list.ts';
import { type QuietTerms, words } from './words.ts';

const text = clipped;

/** The part of a System Log event that Keyturn reads. */
const logEvent = z.object({
  uuid: text(60),
  published: sureTime,
  eventType: text(120),
  client: z
    .object({
      ipAddress: text(80).nullish(),
      userAgent: z.object({ rawUserAgent: text(300).nullish() }).nullish(),
    })
    .nullish(),
});
const logEvents = z.array(logEvent);
type LogEvent = z.infer<typeof logEvent>;

/** Okta ids are letters and digits. Nothing else may get into a filter. */
const isId = (id: string): boolean => /^[A-Za-z0-9]{1,40}$/.test(id);

const byToken = (oktaTokenId: string): string =>
  `transaction.detail.requestApiTokenId eq "${isId(oktaTokenId) ? oktaTokenId : ''}"`;

export interface QuietQuestion {
  readonly client: OktaClient;
  readonly origin: string;
  /**
   * What reads the System Log and the list of API tokens, or null: the new value, or in a rotation to an app other credentials of the org.
   * A question with the old value would itself be a use.
   */
  readonly by: { readonly log: Credential | null; readonly list: Credential | null };
  readonly mode: Rotation['mode'];
  readonly oktaTokenId: string | null;
  readonly handedOverAt: number;
  readonly expiryAtHandOver: number | null;
  readonly quietMinutes: number;
  readonly now: number;
  /** How far Okta's clock was ahead of this computer's at the handover, in ms. Okta's clock dates the events of that time. */
  readonly oktaAheadMs: number;
}

interface Listed {
  readonly read: boolean;
  readonly why: string;
  readonly token: ApiToken | null;
  readonly dateHeader: number | null;
}

/** Reads one token of the org by its id. Returns null when Okta no longer lists it (404: only active tokens are in the list). */
export async function listedTokenOf(
  client: OktaClient,
  origin: string,
  secret: Credential,
  oktaTokenId: string,
): Promise<Listed> {
  const path = `/api/v1/api-tokens/${encodeURIComponent(oktaTokenId)}`;
  const answer = await client.call({ origin, secret, path, schema: apiToken });
  const { dateHeader } = answer;
  if (answer.kind === 'accepted') return { read: true, why: '', token: answer.value, dateHeader };
  if (answer.status === 404 && answer.outcome.errorCode === 'E0000007') {
    return { read: true, why: '', token: null, dateHeader };
  }
  return { read: false, why: whyUnread(answer.outcome), token: null, dateHeader };
}

/**
 * Returns one owner's tokens in the org, so that a person can choose one. Returns an empty list when the token may not read the list.
 * Throws Failed `okta` when it could read only a part, because the right token may be in the other part, and Keyturn revokes the chosen
 * one.
 */
export async function tokensOfOwner(
  client: OktaClient,
  origin: string,
  secret: Credential,
  ownerId: string | null,
): Promise<ListedToken[]> {
  const call = { origin, secret, path: '/api/v1/api-tokens', schema: apiTokens };
  const { list, whole, stopped } = await wholeList(client, call, { items: mostListed });
  if (!whole && stopped?.kind !== 'not-allowed') {
    throw new Failed(
      'okta',
      words.quiet.partOfList(stopped?.sentence ?? '').trim(),
      stopped?.remedy ?? words.quiet.lookInConsole,
    );
  }
  return list
    .filter(({ userId }) => ownerId === null || userId === ownerId)
    .map(({ id, name, created, expiresAt, network }) => ({
      id,
      name,
      created: created ?? null,
      lastUse: expiresAt == null ? null : lastUseBy(expiresAt),
      network:
        network == null
          ? null
          : {
              connection: network.connection ?? '',
              include: network.include ?? [],
              exclude: network.exclude ?? [],
            },
    }));
}

/** Reads the newest events of the log: one page, and further pages only while the pages are empty. */
const newestFirst = (client: OktaClient, call: Call<LogEvent[]>): Promise<WholeList<LogEvent>> =>
  wholeList(client, call, { items: 1 });

/** Far more tokens than an org has. */
const mostListed = 5_000;

/** Two clocks that differ by less agree: Okta gives its time in whole seconds. */
const sameMs = 5_000;

/** A use moves `expiresAt` by more than this. A smaller move is rounding. */
const movedMs = 1_000;

/**
 * Finds out whether the old token was used since the handover. There are two witnesses: events of the System Log from the token, and the
 * movement of the token's own `expiresAt`. Calls without a log event show only in the second.
 */
export async function askQuiet(question: QuietQuestion): Promise<Quiet> {
  const { client, origin, by, oktaTokenId, handedOverAt, expiryAtHandOver, now, oktaAheadMs } = question;
  const whyNot = oktaTokenId === null ? words.quiet.oldNotKnown : words.quiet.noReader;
  const listed =
    oktaTokenId === null || by.list === null
      ? null
      : await listedTokenOf(client, origin, by.list, oktaTokenId);
  const here = (at: number): number => at - oktaAheadMs;
  // By Okta's clock, where Okta gave the time: this computer's may have been set since the hand-over.
  const oktaPresent = listed?.dateHeader == null ? now : here(listed.dateHeader);
  const present = Math.abs(oktaPresent - now) < sameMs ? now : oktaPresent;
  const log =
    oktaTokenId === null || by.log === null
      ? null
      : await newestFirst(client, {
          origin,
          secret: by.log,
          path: '/api/v1/logs',
          query: {
            filter: byToken(oktaTokenId),
            since: new Date(handedOverAt + oktaAheadMs).toISOString(),
            // Okta leaves out the end itself, so this adds a second to include the present moment.
            until: new Date(Math.max(handedOverAt, present) + oktaAheadMs + 1_000).toISOString(),
            sortOrder: 'DESCENDING',
            limit: '100',
          },
          schema: logEvents,
        });

  const events: LogEvent[] = (log?.list ?? []).map((event) => ({
    ...event,
    published: here(event.published),
  }));
  const latest = events.reduce<LogEvent | null>(
    (last, event) => (last === null || event.published > last.published ? event : last),
    null,
  );
  const expiresAt = listed?.token?.expiresAt ?? null;
  const lastUse = expiresAt === null ? null : here(lastUseBy(expiresAt));
  // Where nothing could read the expiry at the hand-over, the last use says whether it moved.
  const moved =
    expiresAt !== null &&
    lastUse !== null &&
    (expiryAtHandOver === null ? lastUse - handedOverAt : expiresAt - expiryAtHandOver) > movedMs;
  const gone = listed?.read === true && listed.token === null;

  const seen = Math.max(latest?.published ?? 0, moved ? (lastUse ?? 0) : 0);
  // The first page shows the newest event. Only the whole log shows that there is none.
  const read = { log: log !== null && (log.whole || events.length > 0), expiry: listed?.read === true };
  const since = Math.max(handedOverAt, seen);
  const quietFor = (present - since) / 60_000;
  const verdict: Quiet['verdict'] =
    gone || (quietFor >= question.quietMinutes && read.log && read.expiry)
      ? 'quiet'
      : !read.log && !read.expiry
        ? 'cannot-tell'
        : quietFor < question.quietMinutes
          ? seen > 0
            ? 'in-use'
            : 'waiting'
          : 'cannot-tell';
  return {
    at: now,
    since: handedOverAt,
    verdict,
    sentence: sentenceOf(verdict, {
      gone,
      latest,
      moved,
      lastUse,
      read,
      quietMinutes: question.quietMinutes,
      terms: words.quiet.terms[question.mode],
    }),
    log: {
      read: read.log,
      why: log === null ? whyNot : read.log ? '' : whyNotWhole(log),
      calls: events.length,
      more: log !== null && !log.whole && events.length > 0,
      last:
        latest === null
          ? null
          : {
              at: latest.published,
              address: latest.client?.ipAddress ?? words.quiet.unknownAddress,
              userAgent: latest.client?.userAgent?.rawUserAgent ?? words.quiet.unknownProgram,
              eventType: latest.eventType,
            },
    },
    expiry: {
      read: read.expiry,
      why: listed === null ? whyNot : listed.why,
      moved,
      lastUse,
    },
  };
}

interface Seen {
  readonly gone: boolean;
  readonly latest: LogEvent | null;
  readonly moved: boolean;
  readonly lastUse: number | null;
  readonly read: { readonly log: boolean; readonly expiry: boolean };
  readonly quietMinutes: number;
  readonly terms: QuietTerms;
}

const when = dateAndTime;

function sentenceOf(verdict: Quiet['verdict'], seen: Seen): string {
  const { latest, moved, lastUse, read, quietMinutes, terms } = seen;
  if (seen.gone) return words.quiet.oldNotListed(terms);
  const program = latest?.client?.userAgent?.rawUserAgent ?? words.quiet.unknownProgram;
  const used =
    latest !== null && (lastUse === null || !moved || latest.published >= lastUse - 60_000)
      ? words.quiet.usedFrom(
          terms,
          latest.client?.ipAddress ?? words.quiet.unknownAddress,
          clip(program, 80),
          when(latest.published),
        )
      : moved && lastUse !== null
        ? words.quiet.usedAbout(terms, when(lastUse))
        : '';
  switch (verdict) {
    case 'in-use':
      return used;
    case 'waiting':
      return words.quiet.notQuietYet(terms, quietMinutes);
    case 'quiet':
      return words.quiet.quietFor(terms, quietMinutes);
    default:
      if (!read.log && !read.expiry) {
        return words.quiet.cannotTell(terms);
      }
      return read.log ? words.quiet.logOnly(terms) : words.quiet.listOnly(terms);
  }
}

const mostLeaked = 1_000;

/** Returns what the System Log shows of a token in its 90 days, grouped. Does not finish the reading when `signal` ends it first. */
export async function askLeakedUse(
  client: OktaClient,
  origin: string,
  secret: Secret,
  oktaTokenId: string | null,
  now: number,
  signal: AbortSignal,
): Promise<LeakedUse> {
  const since = now - 90 * dayMs;
  const none = { since, events: 0, more: false, groups: [] };
  if (oktaTokenId === null) {
    return { ...none, read: false, why: words.quiet.oldWasNotKnown };
  }
  const call = {
    origin,
    secret,
    path: '/api/v1/logs',
    query: {
      filter: byToken(oktaTokenId),
      since: new Date(since).toISOString(),
      until: new Date(now).toISOString(),
      sortOrder: 'DESCENDING',
      limit: String(mostLeaked),
    },
    schema: logEvents,
    signal,
    patience: 'none',
  } as const;
  const answer = await newestFirst(client, call).catch((error: unknown) => {
    if (signal.aborted) return null;
    throw error;
  });
  if (answer === null) return { ...none, read: false, why: words.quiet.noAnswerAtOnce };
  const { list, whole } = answer;
  if (!whole && list.length === 0) return { ...none, read: false, why: whyNotWhole(answer) };
  const groups = new Map<string, LeakedUse['groups'][number]>();
  for (const event of list) {
    const address = event.client?.ipAddress ?? 'unknown';
    const userAgent = event.client?.userAgent?.rawUserAgent ?? 'unknown';
    const key = JSON.stringify([event.eventType, address, userAgent]);
    const known = groups.get(key);
    groups.set(key, {
      eventType: event.eventType,
      address,
      userAgent,
      count: (known?.count ?? 0) + 1,
      first: Math.min(known?.first ?? event.published, event.published),
      last: Math.max(known?.last ?? event.published, event.published),
    });
  }
  return {
    read: true,
    why: '',
    since,
    events: list.length,
    more: !whole,
    groups: [...groups.values()].sort((a, b) => b.last - a.last).slice(0, 100),
  };
}
