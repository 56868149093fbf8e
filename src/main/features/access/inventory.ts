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
import { restrictionOf } from './xray.ts';

interface Need {
  readonly client: OktaClient;
  readonly clock: Clock;
  readonly signal: AbortSignal;
}

/** Owners looked up at most; two requests each. */
const mostOwners = 200;
const mostTokens = 5000;
/** At a time: quick enough, and far from Okta's limit of simultaneous calls (35 or 75). */
const lanes = 4;

interface Owner {
  readonly words: string;
  readonly status: string | null;
  readonly gone: boolean;
  readonly superAdmin: boolean | null;
}

/**
 * Every token an org has, each with its owner. `askers` are tried in turn while Okta denies the list. `keptAs` tells which of them is kept
 * here. Read-only: one list and two requests for each owner. Throws Failed `okta` when none may read the list.
 */
export async function readInventory(
  need: Need,
  askers: readonly Asking[],
  keptAs: (token: ListedToken) => { tokenId: string; label: string } | null,
): Promise<Inventory> {
  const { list, asker, tried, whole } = await readList(need, askers);
  const notes = whole ? [] : [`The org has more than ${mostTokens} tokens; these are the first.`];
  const ids = [...new Set(list.flatMap(({ userId }) => userId ?? []))];
  if (ids.length > mostOwners)
    notes.push(`Only the first ${mostOwners} of ${ids.length} owners were looked up.`);
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
    notes.push('The roles of some owners could not be read, so super admins among them are not marked.');
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
    // Half a list would look like a whole one.
    if (stopped.kind !== 'not-allowed') throw failedCall(stopped);
    refused ??= failedCall(stopped);
  }
  throw new Failed(
    'okta',
    "None of the tokens kept here for this org may read the org's list of API tokens.",
    'Keep a token whose owner may: a read-only administrator can see the list in the Admin Console.',
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
      words: gone ? 'Deleted user' : `Not known: ${who.outcome.word.toLowerCase()}`,
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
      words: owner?.words ?? 'Not known',
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
 * Revokes a token after all: its name must be what was typed, and it must be no agent's. Read first, so that neither is taken from what
 * the window says. Not repeated when the answer is lost. Throws Failed.
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
    throw new Failed(
      'bad-request',
      `What was typed is not the name of the token, which is "${current.value.name}". Nothing was revoked.`,
      'Type the name as it stands.',
    );
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
    : new Failed(
        'okta',
        `${failure.sentence} Whether the token was revoked is not known.`,
        'Read the inventory again to see.',
        failure.smallPrint,
      );
}

const gone = (): Failed =>
  new Failed(
    'not-found',
    'Okta does not list this token any more: it was revoked or has expired.',
    'Read the inventory again.',
  );
