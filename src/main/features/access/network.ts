import type { NetworkView, WantedNetwork } from '../../../shared/contract/access.ts';
import { dayMs } from '../../../shared/time-words.ts';
import { Failed } from '../../base/failure.ts';
import type { Clock } from '../../base/ports.ts';
import type { OktaClient } from '../../okta/client.ts';
import { failedCall } from '../../okta/failed-call.ts';
import { user } from '../../okta/schemas.ts';
import { wholeList, whyNotWhole } from '../../okta/whole-list.ts';
import type { Asking } from './asking.ts';
import { type ListedToken, listedToken, listedTokens, logEvents, type Zone, zones } from './schemas.ts';
import { ownToken, restrictionOf } from './xray.ts';
import { zoneView } from './zone-check.ts';

/** What the network card works with: what the window sees, and the zones whole, for the preview. */
export interface NetworkState {
  readonly view: NetworkView;
  readonly zones: readonly Zone[];
}

interface Need {
  readonly client: OktaClient;
  readonly clock: Clock;
  readonly signal: AbortSignal;
}

/** Okta's own agents are told by this (Okta, ApiToken.clientName: "Okta API" for a person's). */
export const isAgents = ({ clientName }: Pick<ListedToken, 'clientName'>): boolean =>
  clientName != null && clientName !== '' && clientName !== 'Okta API';

/**
 * Reads from where a token may be used, the org's zones, and the address Okta last saw it used from by Keyturn. `askers` are tried in
 * turn while Okta denies the list; the first is the token itself. Throws Failed `okta` or `not-found`.
 */
export async function readNetwork(
  need: Need,
  askers: readonly Asking[],
  oktaTokenId: string | null,
): Promise<NetworkState> {
  const [self] = askers;
  if (self === undefined) throw new Failed('not-found', 'This token is not kept here any more.');
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
        throw new Failed(
          'not-found',
          'Okta does not list this token any more: it was revoked or has expired.',
          'Test it, and replace it if it is not accepted.',
        );
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
        `Okta does not say which of the tokens in its list this one is: ${whole ? 'its owner has several' : 'the list is longer than what was read'}.`,
        "Look at the org's Inventory, or change the restriction in the Admin Console.",
      );
    }
    if (stopped.kind !== 'not-allowed') throw failedCall(stopped);
    refused ??= failedCall(stopped);
  }
  throw new Failed(
    'okta',
    "This token may not read the org's list of API tokens, and no other token kept here for the org may either.",
    'Look at the token in the Admin Console under Security, API, Tokens.',
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
  const what = list.length === 0 ? 'The network zones' : 'Some of the network zones';
  return {
    zones: list,
    note: `${what} of the org could not be read: ${read.stopped?.sentence ?? `${whyNotWhole(read)}.`}`.slice(
      0,
      400,
    ),
  };
}

/**
 * Where Okta saw this token called from by Keyturn: the newest event with our own user agent. Reads leave no event, so there is often
 * none; then the address is not known, and nobody else is asked for it.
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
  address === null
    ? 'The address of this computer as Okta sees it is not known: the System Log has no call that Keyturn made with this token in the last 7 days, or it may not be read. Reads leave no event there.'
    : `Okta last saw Keyturn use this token from ${address.ip}, by the System Log.`;

/**
 * Changes from where a token may be used, by Okta's own call for it, and says what Okta made of it. Agents' tokens are refused. The call
 * is not repeated when its answer is lost. Throws Failed.
 */
export async function writeNetwork(
  need: Need,
  asker: Asking,
  oktaTokenId: string,
  wanted: WantedNetwork,
): Promise<void> {
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
    throw new Failed(
      'okta',
      'Okta took the change, but its answer shows another restriction than was asked for.',
      'Read it again, and compare it with the Admin Console.',
    );
  }
}

/** Why an agent's token is left alone. */
export const agentsRefusal = (): Failed =>
  new Failed(
    'okta',
    "This token belongs to one of Okta's agents. Okta manages those itself, and the agent would stop.",
    'If it must go, remove the agent in the Admin Console.',
  );
