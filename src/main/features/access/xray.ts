import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import type { AssignedRole, FamilyId, Probe, Xray } from '../../../shared/contract/access.ts';
import type { TestFacts } from '../../../shared/contract/testing.ts';
import type { Clock } from '../../base/ports.ts';
import type { Secret } from '../../base/secret.ts';
import type { Answer, PageAnswer, SchemaOfOne } from '../../okta/answer.ts';
import type { OktaClient } from '../../okta/client.ts';
import type { Credential } from '../../okta/credential.ts';
import { user } from '../../okta/schemas.ts';
import { type Family, families } from './mapping.ts';
import { blockedByZone, probeOf, reasonOf } from './probe-outcome.ts';
import {
  type Assignments,
  anyList,
  anyObject,
  assignments,
  type ListedToken,
  listedTokens,
  permissions,
} from './schemas.ts';
import { words } from './words.ts';

/** The most requests of one X-ray. */
const mostRequests = 12;
/** The most round trips of one X-ray. */
const mostRoundTrips = 3;

/** The facts about a token's value before its X-ray. They must belong to this value and not to an earlier one. */
export interface KnownBefore {
  readonly owner: { readonly id: string; readonly login: string } | null;
  readonly oktaTokenId: string | null;
  readonly network: TestFacts['network'];
  /** The custom roles that earlier X-rays have opened. */
  readonly opened: readonly AssignedRole[];
}

/** The credential for the calls, and the org's origin. */
interface AskerOptions {
  readonly client: OktaClient;
  readonly origin: string;
  readonly secret: Credential;
  readonly signal: AbortSignal;
}

/** What an X-ray needs. */
export interface XrayOptions extends AskerOptions {
  readonly clock: Clock;
  readonly secret: Secret;
  readonly known: KnownBefore;
}

/** Returns how many requests an X-ray will make. The window says this before the X-ray. */
export function planOf(known: KnownBefore): {
  atLeast: number;
  atMost: number;
  roundTrips: number;
  sentence: string;
} {
  return {
    atLeast: families.length,
    atMost: mostRequests,
    roundTrips: 2,
    sentence:
      known.owner === null
        ? words.xray.planWithoutOwner(families.length, mostRequests)
        : words.xray.plan(families.length, mostRequests),
  };
}

/**
 * Makes an X-ray of a token: asks each family once, all at the same time, with GET only. When the owner is known already, the saved request
 * opens one of the owner's custom roles. The other roles keep their earlier permissions, so that a few X-rays open them all. Every answer
 * from Okta is a result. Rejects with the signal's reason when aborted.
 */
export async function runXray(options: XrayOptions): Promise<Xray> {
  const { clock, secret, known } = options;
  const at = clock.now();
  const started = performance.now();
  const asker = new Asker(options);
  let owner = known.owner;

  asker.nextRound();
  const ofOwner = (id: string) =>
    asker.askPage(`/api/v1/users/${encodeURIComponent(id)}/roles`, {}, assignments);
  const [answers, firstRoles, firstMe] = await Promise.all([
    Promise.all(simple.map(async (family) => [family.id, await asker.askFamily(family)] as const)),
    owner === null ? null : ofOwner(owner.id),
    owner === null ? asker.ask('/api/v1/users/me', {}, user) : null,
  ]);
  let me = firstMe;
  let roles = firstRoles;
  if (me?.kind === 'accepted') {
    owner = { id: me.value.id, login: me.value.profile.login };
    asker.nextRound();
    roles = await ofOwner(owner.id);
  }
  const listed = new Map<FamilyId, AskedFamily>(answers);
  let probes = families.map(({ id }) =>
    probeOf(id, id === 'roles' ? (roles ?? me) : (listed.get(id) ?? null)),
  );

  // When everything is denied, roles are missing only if Okta allows the call that needs no role.
  if (probes.every(({ state }) => state === 'denied') && me === null && asker.left > 0) {
    asker.nextRound();
    me = await asker.ask('/api/v1/users/me', {}, user);
  }
  if (me !== null && reasonOf(me) === 'forbidden') probes = probes.map(blockedByZone);

  const assigned =
    roles?.kind === 'accepted' ? await withPermissions(roles.value, asker, known.opened, at) : null;
  const tokens = listed.get('tokens');
  const own =
    tokens?.kind === 'accepted'
      ? ownToken(tokens.value as ListedToken[], tokens.next?.kind === 'end', owner?.id, known.oktaTokenId)
      : null;
  return {
    id: randomUUID(),
    at,
    tookMs: Math.round(performance.now() - started),
    requests: asker.made,
    roundTrips: asker.rounds,
    fingerprint: secret.fingerprint,
    owner,
    probes,
    roles: assigned,
    oktaTokenId: own?.id ?? known.oktaTokenId,
    network: own === null ? known.network : restrictionOf(own),
  };
}

/** The families that need no owner in their request. */
const simple = families.filter(({ id }) => id !== 'roles');

/** Asks the given families once each, with a credential that has no owner, such as an app's access token. Leaves out the family that needs an owner. */
export async function probeFamilies(options: AskerOptions, ids: readonly FamilyId[]): Promise<Probe[]> {
  const asker = new Asker(options);
  asker.nextRound();
  const asked = simple.filter(({ id }) => ids.includes(id));
  return Promise.all(asked.map(async (family) => probeOf(family.id, await asker.askFamily(family))));
}

/** The answer about a family. The answer for a list says what follows its first page. */
type AskedFamily = Answer<unknown> &
  Partial<Pick<Extract<PageAnswer<unknown>, { kind: 'accepted' }>, 'next'>>;

/** Makes the requests of one X-ray and counts them. It refuses to make too many requests, and waits for no rate limit. */
class Asker {
  made = 0;
  rounds = 0;
  readonly #o: AskerOptions;

  constructor(options: AskerOptions) {
    this.#o = options;
  }

  get left(): number {
    return mostRequests - this.made;
  }

  nextRound(): void {
    this.rounds++;
  }

  askFamily({ id, path, query }: Family): Promise<AskedFamily> {
    if (id === 'org') return this.ask(path, query, anyObject);
    return id === 'tokens' ? this.askPage(path, query, listedTokens) : this.askPage(path, query, anyList);
  }

  ask<T>(path: string, query: Readonly<Record<string, string>>, schema: SchemaOfOne<T>): Promise<Answer<T>> {
    return this.#o.client.call<T>({ ...this.#one(path, query), schema });
  }

  /** Asks for the first page of a list. */
  askPage<T>(
    path: string,
    query: Readonly<Record<string, string>>,
    schema: z.ZodType<T[]>,
  ): Promise<PageAnswer<T>> {
    return this.#o.client.page({ ...this.#one(path, query), schema });
  }

  #one(path: string, query: Readonly<Record<string, string>>) {
    if (this.left <= 0 || this.rounds > mostRoundTrips) throw new Error('An X-ray would ask too much.');
    this.made++;
    const { origin, secret, signal } = this.#o;
    // Patience 'none': a limit or trouble is an answer here, and asking again would exceed the promised number of requests.
    return { origin, secret, path, query, signal, patience: 'none' } as const;
  }
}

async function withPermissions(
  list: Assignments,
  asker: Asker,
  opened: readonly AssignedRole[],
  at: number,
): Promise<AssignedRole[]> {
  const before = (id: string) =>
    opened.find(({ roleId, permissions: read }) => roleId === id && read !== null);
  const custom = [
    ...new Set(list.flatMap(({ type, role }) => (type === 'CUSTOM' && role != null ? [role] : []))),
  ];
  // Roles that were never opened come first, then those opened longest ago.
  const order = custom.toSorted(
    (a, b) => (before(a)?.permissionsReadAt ?? 0) - (before(b)?.permissionsReadAt ?? 0),
  );
  const now = order.slice(0, asker.left);
  if (now.length > 0) asker.nextRound();
  const answers = new Map(
    await Promise.all(
      now.map(
        async (id) =>
          [
            id,
            await asker.ask(`/api/v1/iam/roles/${encodeURIComponent(id)}/permissions`, {}, permissions),
          ] as const,
      ),
    ),
  );
  return list.slice(0, 100).map(({ type, label, assignmentType, role }) => {
    const base = { type, label: label ?? type, assignment: assignmentType ?? '', roleId: role ?? null };
    const unread = { ...base, permissions: null, permissionsReadAt: null };
    if (type !== 'CUSTOM') return { ...unread, note: '' };
    if (role == null) return { ...unread, note: words.xray.roleNotNamed };
    const answer = answers.get(role);
    if (answer?.kind === 'accepted') {
      const labels = (answer.value.permissions ?? []).map((one) => one.label);
      return { ...base, permissions: labels.slice(0, 200), permissionsReadAt: at, note: '' };
    }
    const known = before(role);
    if (answer === undefined && known !== undefined) return { ...base, ...readOf(known), note: '' };
    const why =
      answer === undefined
        ? words.xray.roleNotOpened(mostRequests)
        : answer.kind === 'not-allowed'
          ? words.xray.mayNotReadPermissions
          : words.xray.permissionsNotRead(answer.outcome.word);
    return { ...unread, note: why };
  });
}

const readOf = ({ permissions: list, permissionsReadAt }: AssignedRole) => ({
  permissions: list,
  permissionsReadAt,
});

/** Returns this token in its org's list, by its known id, or because its owner has only one token. Only a whole list shows the latter. */
export function ownToken(
  list: readonly ListedToken[],
  whole: boolean,
  ownerId: string | undefined,
  knownId: string | null,
): ListedToken | null {
  const mine = list.filter(({ userId }) => ownerId !== undefined && userId === ownerId);
  return mine.find(({ id }) => id === knownId) ?? (whole && mine.length === 1 ? (mine[0] ?? null) : null);
}

/** Returns the network restriction of a listed token. Without a restriction, any address may use the token (Okta, ApiToken.network). */
export const restrictionOf = ({ network }: ListedToken): NonNullable<TestFacts['network']> => ({
  connection: network?.connection ?? 'ANYWHERE',
  include: network?.include?.slice(0, 200) ?? [],
  exclude: network?.exclude?.slice(0, 200) ?? [],
});
