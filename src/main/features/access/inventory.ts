import type { Inventory, InventoryToken } from '../../../shared/contract/access.ts';
import { Failed } from '../../base/failure.ts';
import type { Clock } from '../../base/ports.ts';
import type { OktaClient } from '../../okta/client.ts';
import { failedCall } from '../../okta/failed-call.ts';
import { user } from '../../okta/schemas.ts';
import { wholeList } from '../../okta/whole-list.ts';
import type { Asking } from './asking.ts';
import { durationMs, flagsOf } from './inventory-flags.ts';
import { agentsRefusal, isAgents } from './network.ts';
import { assignments, type ListedToken, listedToken, listedTokens, nothing } from './schemas.ts';
import { words } from './words.ts';
import { restrictionOf } from './xray.ts';

interface Need {
  readonly client: OktaClient;
  readonly clock: Clock;
  readonly signal: AbortSignal;
}

/** The most owners that Keyturn looks up, with two requests each. */
const mostOwners = 200;
const mostTokens = 5000;
/** Owners looked up at the same time. This is quick enough, and far below Okta's limit of simultaneous calls (35 or 75). */
const lanes = 4;

interface Owner {
  readonly words: string;
  readonly status: string | null;
  readonly gone: boolean;
  readonly superAdmin: boolean | null;
}

/**
 * Reads every token of an org, each with its owner. While Okta denies the list, it tries the next of `askers`. `keptAs` tells which tokens
 * Keyturn keeps. It only reads: one list, and two requests for each owner. Throws Failed `okta` when no asker may read the list.
 */
export async function readInventory(
  need: Need,
  askers: readonly Asking[],
  keptAs: (token: ListedToken) => { tokenId: string; label: string } | null,
): Promise<Inventory> {
  const { list, asker, tried, whole } = await readList(need, askers);
  const notes = whole ? [] : [words.inventory.onlyFirstTokens(mostTokens)];
  const ids = [...new Set(list.flatMap(({ userId }) => userId ?? []))];
  if (ids.length > mostOwners) notes.push(words.inventory.onlyFirstOwners(mostOwners, ids.length));
  const owners = new Map<string, Owner>();
  let requests = tried;
  const queue = ids.slice(0, mostOwners);
  const lane = async () => {
    for (let id = queue.shift(); id !== undefined; id = queue.shift()) {
      const found = await readOwner(need, asker, id);
      requests += found.requests;
      owners.set(id, found.owner);
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  const now = need.clock.now();
  const tokens = list.map((token) =>
    viewOf(token, owners.get(token.userId ?? '') ?? null, keptAs(token), now),
  );
  if (tokens.some(({ owner, agent }) => owner.superAdmin === null && !agent)) {
    notes.push(words.inventory.rolesNotRead);
  }
  return { at: now, requests, by: { tokenId: asker.tokenId, label: asker.label }, tokens, notes };
}

async function readList(
  need: Need,
  askers: readonly Asking[],
): Promise<{ list: ListedToken[]; asker: Asking; tried: number; whole: boolean }> {
  let tried = 0;
  let refused: Failed | null = null;
  for (const asker of askers) {
    const { origin, secret } = asker;
    const call = { origin, secret, path: '/api/v1/api-tokens', schema: listedTokens, signal: need.signal };
    const { list, whole, stopped, pages } = await wholeList(need.client, call, { items: mostTokens });
    tried += pages;
    if (stopped === null) {
      return { list: list.slice(0, mostTokens), asker, tried, whole: whole && list.length <= mostTokens };
    }
    // The window would show a part of the list as the whole list.
    if (stopped.kind !== 'not-allowed') throw failedCall(stopped);
    refused ??= failedCall(stopped);
  }
  throw new Failed(
    'okta',
    words.inventory.noneMayRead,
    words.inventory.keepAdminsToken,
    refused?.failure.smallPrint ?? '',
  );
}

async function readOwner(
  need: Need,
  { origin, secret }: Asking,
  id: string,
): Promise<{ owner: Owner; requests: number }> {
  const path = `/api/v1/users/${encodeURIComponent(id)}`;
  const common = { origin, secret, signal: need.signal };
  const [who, roles] = await Promise.all([
    need.client.call({ ...common, path, schema: user }),
    wholeList(need.client, { ...common, path: `${path}/roles`, schema: assignments }),
  ]);
  const isAmong = roles.list.some(({ type }) => type === 'SUPER_ADMIN');
  const superAdmin = isAmong || (roles.whole ? false : null);
  const requests = 1 + roles.pages;
  if (who.kind === 'accepted') {
    const { status, profile } = who.value;
    return { owner: { words: profile.login, status, gone: false, superAdmin }, requests };
  }
  const gone = who.status === 404;
  return {
    owner: {
      words: gone ? words.inventory.deletedUser : words.inventory.ownerNotRead(who.outcome.word),
      status: null,
      gone,
      superAdmin: gone ? false : superAdmin,
    },
    requests,
  };
}

function viewOf(
  token: ListedToken,
  owner: Owner | null,
  keptAs: InventoryToken['keptAs'],
  now: number,
): InventoryToken {
  const windowMs = token.tokenWindow == null ? null : durationMs(token.tokenWindow);
  const lastUseAt =
    token.expiresAt == null || windowMs === null ? null : Math.max(0, token.expiresAt - windowMs);
  const agent = isAgents(token);
  const network = restrictionOf(token);
  return {
    id: token.id,
    name: token.name,
    agent,
    clientName: token.clientName ?? '',
    owner: {
      id: token.userId ?? '',
      words: owner?.words ?? words.inventory.ownerNotKnown,
      status: owner?.status ?? null,
      superAdmin: owner?.superAdmin ?? null,
    },
    createdAt: token.created ?? null,
    lastUseAt,
    expiresAt: token.expiresAt ?? null,
    network,
    flags: flagsOf(
      {
        lastUseAt,
        ownerStatus: owner?.status ?? null,
        ownerGone: owner?.gone ?? false,
        superAdmin: owner?.superAdmin ?? null,
        connection: network.connection,
      },
      now,
    ),
    keptAs,
  };
}

/**
 * Revokes a token of the inventory. `typed` must be its name, and the token must not belong to an agent of Okta's. Keyturn reads both facts
 * from Okta first, and does not take them from the window. It does not repeat the call after a lost answer. Throws Failed.
 */
export async function revokeListed(
  need: Need,
  asker: Asking,
  oktaTokenId: string,
  typed: string,
): Promise<void> {
  const { origin, secret } = asker;
  const path = `/api/v1/api-tokens/${encodeURIComponent(oktaTokenId)}`;
  const current = await need.client.call({ origin, secret, path, schema: listedToken, signal: need.signal });
  if (current.kind !== 'accepted') {
    if (current.status === 404) throw gone();
    throw failedCall(current.outcome);
  }
  if (isAgents(current.value)) throw agentsRefusal();
  if (typed.trim() !== current.value.name.trim()) {
    throw new Failed('bad-request', words.inventory.notItsName(current.value.name), words.inventory.typeName);
  }
  const answer = await need.client.call({
    origin,
    secret,
    method: 'DELETE',
    path,
    schema: nothing,
    signal: need.signal,
  });
  if (answer.kind === 'accepted') return;
  if (answer.status === 404) throw gone();
  const { failure } = failedCall(answer.outcome);
  throw answer.kind === 'not-allowed'
    ? new Failed('okta', failure.sentence, failure.remedy, failure.smallPrint)
    : new MaybeRevoked(
        'okta',
        words.inventory.maybeRevoked(failure.sentence),
        words.inventory.readAgainToSee,
        failure.smallPrint,
      );
}

/** Okta's answer to a revoke was lost, so the token may be revoked. */
export class MaybeRevoked extends Failed {}

const gone = (): Failed => new Failed('not-found', words.inventory.notListed, words.inventory.readAgain);
