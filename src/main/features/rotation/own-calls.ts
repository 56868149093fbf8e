import { z } from 'zod';
import type { Secret } from '../../base/secret.ts';
import type { OktaClient } from '../../okta/client.ts';
import { wholeList } from '../../okta/whole-list.ts';
import type { ZoneNames } from './compare.ts';

const zones = z.array(z.object({ id: z.string(), name: z.string() }));

/** Returns the names of the org's network zones that the value could read. Keyturn shows the ids of the others. */
export async function zoneNames(client: OktaClient, origin: string, secret: Secret): Promise<ZoneNames> {
  const { list } = await wholeList(client, {
    origin,
    secret,
    path: '/api/v1/zones',
    query: { limit: '200' },
    schema: zones,
  });
  return new Map(list.map(({ id, name }) => [id, name] as const));
}

const events = z.array(
  z.object({
    client: z.object({ userAgent: z.object({ rawUserAgent: z.string().nullish() }).nullish() }).nullish(),
    transaction: z
      .object({ detail: z.object({ requestApiTokenId: z.string().nullish() }).nullish() })
      .nullish(),
  }),
);

/**
 * Returns which token of its owner a value is. It looks for events of the System Log from Keyturn's own calls with the value between `from`
 * and `to` (`transaction.detail.requestApiTokenId`). Returns null when the calls left no event, as most reads do, when several tokens made
 * such calls, or when it could not read all events.
 */
export async function idFromOwnCalls(
  client: OktaClient,
  origin: string,
  secret: Secret,
  ownerId: string | null,
  { from, to }: { readonly from: number; readonly to: number },
): Promise<string | null> {
  if (ownerId === null || !/^[A-Za-z0-9]{1,40}$/.test(ownerId)) return null;
  const { list, whole } = await wholeList(client, {
    origin,
    secret,
    path: '/api/v1/logs',
    query: {
      filter: `actor.id eq "${ownerId}"`,
      // The two clocks may differ a little.
      since: new Date(from - 60_000).toISOString(),
      until: new Date(to + 60_000).toISOString(),
      limit: '200',
    },
    schema: events,
  });
  if (!whole) return null;
  const ids = new Set(
    list
      .filter((event) => event.client?.userAgent?.rawUserAgent?.startsWith('keyturn/') ?? false)
      .map((event) => event.transaction?.detail?.requestApiTokenId)
      .filter((id) => typeof id === 'string'),
  );
  return ids.size === 1 ? ([...ids][0] ?? null) : null;
}
