import { clip } from '../../../shared/clip.ts';
import type { NetworkView, WantedNetwork } from '../../../shared/contract/access.ts';
import { dayMs } from '../../../shared/time-words.ts';
import { Failed } from '../../base/failure.ts';
import type { Clock } from '../../base/ports.ts';
import type { OktaClient } from '../../okta/client.ts';
import { failedCall } from '../../okta/failed-call.ts';
import { user } from '../../okta/schemas.ts';
import { wholeList } from '../../okta/whole-list.ts';
import type { Asking } from './asking.ts';
import { type ListedToken, listedToken, listedTokens, logEvents, type Zone, zones } from './schemas.ts';
import { words } from './words.ts';
import { ownToken, restrictionOf } from './xray.ts';
import { zoneView } from './zone-check.ts';

/** A restriction as it was read: the view for the window, and the whole zones for the preview. */
export interface NetworkState {
  readonly view: NetworkView;
  readonly zones: readonly Zone[];
}

interface Need {
  readonly client: OktaClient;
  readonly clock: Clock;
  readonly signal: AbortSignal;
}

/** Returns whether a token belongs to one of Okta's own agents (Okta, ApiToken.clientName: "Okta API" for a person's token). */
export const isAgents = ({ clientName }: Pick<ListedToken, 'clientName'>): boolean =>
  clientName != null && clientName !== '' && clientName !== 'Okta API';

/**
 * Reads a token's network restriction, the org's zones, and the address from which Okta last saw Keyturn use the token. The first of
 * `askers` is the token itself. While Okta denies the list, it tries the next one. Throws Failed `okta` or `not-found`.
 */
export async function readNetwork(
  need: Need,
  askers: readonly Asking[],
  oktaTokenId: string | null,
): Promise<NetworkState> {
  const [self] = askers;
  if (self === undefined) throw new Failed('not-found', words.network.notKept);
  const found = await findToken(need, askers, oktaTokenId);
  const { token, asker } = found;
  const [listed, address] = await Promise.all([readZones(need, asker), readAddress(need, asker, token.id)]);
  return {
    zones: listed.zones,
    view: {
      oktaTokenId: token.id,
      name: token.name,
      restriction: restrictionOf(token),
      zones: listed.zones.slice(0, 1000).map(zoneView),
      zonesNote: listed.note,
      address,
      addressNote: addressWords(address),
      by: { tokenId: asker.tokenId, label: asker.label },
    },
  };
}

async function findToken(
  need: Need,
  askers: readonly Asking[],
  oktaTokenId: string | null,
): Promise<{ token: ListedToken; asker: Asking }> {
  let refused: Failed | null = null;
  let ownerId: string | undefined;
  for (const asker of askers) {
    const { origin, secret } = asker;
    const common = { origin, secret, signal: need.signal };
    if (oktaTokenId !== null) {
      const answer = await need.client.call({
        ...common,
        path: `/api/v1/api-tokens/${encodeURIComponent(oktaTokenId)}`,
        schema: listedToken,
      });
      if (answer.kind === 'accepted') return { token: answer.value, asker };
      if (answer.status === 404) {
        throw new Failed('not-found', words.network.notListed, words.network.testAndReplace);
      }
      if (answer.kind !== 'not-allowed') throw failedCall(answer.outcome);
      refused ??= failedCall(answer.outcome);
      continue;
    }
    if (ownerId === undefined) {
      const me = await need.client.call({ ...common, path: '/api/v1/users/me', schema: user });
      if (me.kind !== 'accepted') throw failedCall(me.outcome);
      ownerId = me.value.id;
    }
    const call = { ...common, path: '/api/v1/api-tokens', schema: listedTokens };
    const { list, whole, stopped } = await wholeList(need.client, call);
    if (stopped === null) {
      const own = ownToken(list, whole, ownerId, null);
      if (own !== null) return { token: own, asker };
      throw new Failed(
        'not-found',
        whole ? words.network.ownerHasSeveral : words.network.listNotReadWhole,
        words.network.lookAtInventory,
      );
    }
    if (stopped.kind !== 'not-allowed') throw failedCall(stopped);
    refused ??= failedCall(stopped);
  }
  throw new Failed(
    'okta',
    words.network.noneMayRead,
    words.network.lookAtAdminConsole,
    refused?.failure.smallPrint ?? '',
  );
}

async function readZones(need: Need, { origin, secret }: Asking): Promise<{ zones: Zone[]; note: string }> {
  const read = await wholeList(
    need.client,
    { origin, secret, path: '/api/v1/zones', query: { limit: '200' }, schema: zones, signal: need.signal },
    { items: 1000 },
  );
  const { list } = read;
  if (read.whole) return { zones: list, note: '' };
  const say = list.length === 0 ? words.network.zonesNotRead : words.network.someZonesNotRead;
  return { zones: list, note: clip(say(read.stopped?.sentence ?? words.network.zonesLonger), 400) };
}

/**
 * Reads the address from which Okta saw Keyturn use this token, from the newest event with Keyturn's user agent. Reads leave no event, so
 * there is often none. The address is then unknown, and Keyturn asks no other service for it.
 */
async function readAddress(
  need: Need,
  { origin, secret }: Asking,
  oktaTokenId: string,
): Promise<NetworkView['address']> {
  const now = need.clock.now();
  const call = {
    origin,
    secret,
    path: '/api/v1/logs',
    query: {
      filter: `transaction.detail.requestApiTokenId eq "${oktaTokenId}" and client.userAgent.rawUserAgent sw "keyturn/"`,
      since: new Date(now - 7 * dayMs).toISOString(),
      sortOrder: 'DESCENDING',
      limit: '1',
    },
    schema: logEvents,
    signal: need.signal,
  };
  const { list } = await wholeList(need.client, call, { items: 1 });
  const [event] = list;
  const ip = event?.client?.ipAddress;
  return event === undefined || ip == null || ip === '' ? null : { ip, at: event.published };
}

const addressWords = (address: NetworkView['address']): string =>
  address === null ? words.network.addressNotKnown : words.network.lastSeenFrom(address.ip);

/**
 * Changes a token's network restriction with Okta's own call, and checks Okta's answer. Returns the restriction before. It refuses an agent's token. It does not repeat the
 * call after a lost answer. Throws Failed `okta`.
 */
export async function writeNetwork(
  need: Need,
  asker: Asking,
  oktaTokenId: string,
  wanted: WantedNetwork,
): Promise<NetworkView['restriction']> {
  const { origin, secret } = asker;
  const path = `/api/v1/api-tokens/${encodeURIComponent(oktaTokenId)}`;
  const current = await need.client.call({ origin, secret, path, schema: listedToken, signal: need.signal });
  if (current.kind !== 'accepted') throw failedCall(current.outcome);
  const token = current.value;
  if (isAgents(token)) throw agentsRefusal();
  const network =
    wanted.connection === 'ANYWHERE'
      ? { connection: 'ANYWHERE' }
      : {
          connection: 'ZONE',
          ...(wanted.include.length > 0 ? { include: wanted.include } : {}),
          ...(wanted.exclude.length > 0 ? { exclude: wanted.exclude } : {}),
        };
  const changed = await need.client.call({
    origin,
    secret,
    method: 'PUT',
    path,
    body: { name: token.name, ...(token.userId == null ? {} : { userId: token.userId }), network },
    schema: listedToken,
    signal: need.signal,
  });
  if (changed.kind !== 'accepted') throw failedCall(changed.outcome);
  const now = restrictionOf(changed.value);
  const same = (a: readonly string[], b: readonly string[]) => a.toSorted().join() === b.toSorted().join();
  const zonesAsked = wanted.connection === 'ZONE';
  if (
    now.connection !== wanted.connection ||
    (zonesAsked && !(same(now.include, wanted.include) && same(now.exclude, wanted.exclude)))
  ) {
    throw new Failed('okta', words.network.anotherRestriction, words.network.readAndCompare);
  }
  return restrictionOf(token);
}

/** Returns the failure that refuses to change or revoke an agent's token. */
export const agentsRefusal = (): Failed =>
  new Failed('okta', words.network.ofAgent, words.network.removeAgent);
