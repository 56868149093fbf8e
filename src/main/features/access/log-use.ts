import { clip } from '../../../shared/clip.ts';
import type { FamilyId, LogUse } from '../../../shared/contract/access.ts';
import { dayMs } from '../../../shared/time-words.ts';
import type { Clock } from '../../base/ports.ts';
import type { Secret } from '../../base/secret.ts';
import type { OktaClient } from '../../okta/client.ts';
import { failedCall } from '../../okta/failed-call.ts';
import { wholeList } from '../../okta/whole-list.ts';
import { familyOfEvent } from './mapping.ts';
import { type LogEvents, logEvents } from './schemas.ts';

/** Okta keeps the System Log for 90 days. */
const days = 90;
/** The most events in one answer (Okta, System Log API). */
const mostEvents = 1000;

/**
 * Reads from the System Log what a token changed in 90 days, from its newest thousand events. It needs one request, or more when Okta's
 * pages are shorter. Throws Failed `okta` when no part of the log can be read.
 */
export async function readLogUse(options: {
  readonly client: OktaClient;
  readonly clock: Clock;
  readonly origin: string;
  readonly secret: Secret;
  readonly oktaTokenId: string;
  readonly signal: AbortSignal;
}): Promise<LogUse> {
  const { client, clock, origin, secret, oktaTokenId, signal } = options;
  const now = clock.now();
  const from = now - days * dayMs;
  const call = {
    origin,
    secret,
    path: '/api/v1/logs',
    // There is no `until`, so that Okta's clock decides and not this computer's.
    query: {
      filter: `transaction.detail.requestApiTokenId eq "${oktaTokenId}"`,
      since: new Date(from).toISOString(),
      sortOrder: 'DESCENDING',
      limit: String(mostEvents),
    },
    schema: logEvents,
    signal,
  };
  const { list, whole, stopped } = await wholeList(client, call, { items: mostEvents });
  if (stopped !== null && list.length === 0) throw failedCall(stopped);
  return countedUse(list, from, now, whole);
}

/**
 * Returns the number of events by the family that they change. A refused call changes nothing. Times are in milliseconds since 1970. Pure.
 */
export function countedUse(events: LogEvents, from: number, readAt: number, complete: boolean): LogUse {
  const byFamily = new Map<FamilyId, { events: number; types: Set<string> }>();
  let others = 0;
  let denied = 0;
  for (const { eventType, outcome } of events) {
    if (outcome?.result === 'DENY' || outcome?.result === 'FAILURE') {
      denied++;
      continue;
    }
    const family = familyOfEvent(eventType);
    if (family === null) {
      others++;
      continue;
    }
    const counted = byFamily.get(family) ?? { events: 0, types: new Set<string>() };
    counted.events++;
    counted.types.add(clip(eventType, 120));
    byFamily.set(family, counted);
  }
  const changed = [...byFamily]
    .map(([family, counted]) => ({ family, events: counted.events, types: [...counted.types].toSorted() }))
    .toSorted((a, b) => b.events - a.events);
  return { readAt, from, events: events.length, complete, changed, others, denied };
}
