import { randomUUID } from 'node:crypto';
import { setImmediate as turn } from 'node:timers/promises';
import { clip, cut } from '../../../shared/clip.ts';
import type { Outcome } from '../../../shared/contract/outcome.ts';
import {
  type Check,
  type CheckId,
  checkId,
  type TestFacts,
  type TestRecord,
} from '../../../shared/contract/testing.ts';
import { lifeMs } from '../../../shared/health.ts';
import type { Clock } from '../../base/ports.ts';
import type { Secret } from '../../base/secret.ts';
import type { Answer } from '../../okta/answer.ts';
import type { OktaClient } from '../../okta/client.ts';
import { outcome } from '../../okta/outcomes.ts';
import { type ApiToken, type User, user } from '../../okta/schemas.ts';
import { whyNotWhole } from '../../okta/whole-list.ts';
import {
  activeCheck,
  expiryCheck,
  networkCheck,
  rateLimitCheck,
  rolesCheck,
  standingOf,
} from './check-words.ts';
import { AskedAhead, readOwner } from './owner-reading.ts';
import { words } from './words.ts';

/** The results of the last test, if there was one. They tell this token from other tokens, and a zone from a missing role. */
export interface Known {
  /** Okta's id of the owner, if the last test was accepted. The test then asks for everything at about the same time. */
  readonly ownerId?: string | null | undefined;
  readonly oktaTokenId: string | null;
  readonly network: TestFacts['network'];
  /** Okta's ids of the same org's other tokens, which are surely not this one. */
  readonly others: readonly string[];
}

export interface TestOptions {
  readonly client: OktaClient;
  readonly clock: Clock;
  readonly origin: string;
  readonly secret: Secret;
  /** Called while Okta answers. */
  readonly known: () => Known;
  readonly signal: AbortSignal;
  /** Called when a check begins and when it ends. */
  readonly onCheck: (check: Check) => void;
  /** Called when Okta has accepted the token, before the test asks for its roles and its own data. */
  readonly onAnswer?: (answer: Outcome) => void;
}

/** The contract lists the checks in the order of a test. */
const order: readonly CheckId[] = checkId.options;
const titles: Readonly<Record<CheckId, string>> = {
  reachable: words.report.orgReachable,
  accepted: words.report.oktaAccepts,
  owner: words.report.belongs,
  active: words.report.ownerActive,
  roles: words.report.roleNames,
  network: words.report.networkRestriction,
  expiry: words.report.expiry,
  'rate-limit': words.report.rateLimitLeft,
};

/** Holds the checks of one test, and reports each change. */
class Report {
  readonly #checks = new Map<CheckId, Check>();
  readonly #onCheck: (check: Check) => void;

  constructor(onCheck: (check: Check) => void) {
    this.#onCheck = onCheck;
  }

  put(id: CheckId, state: Check['state'], detail = '', ms: number | null = null, title = titles[id]): void {
    const check = {
      id,
      state,
      title: clip(title, 200),
      detail: clip(detail, 400),
      ms: ms === null ? null : Math.round(ms),
    };
    this.#checks.set(id, check);
    this.#onCheck(check);
  }

  /** Returns all checks in their order. A check that never ran is skipped. */
  all(): Check[] {
    for (const id of order) {
      const state = this.#checks.get(id)?.state;
      if (state === undefined || state === 'running') this.put(id, 'skipped');
    }
    return order.flatMap((id) => this.#checks.get(id) ?? []);
  }
}

const noFacts: TestFacts = {
  owner: null,
  roles: null,
  oktaTokenId: null,
  oktaTokenName: null,
  network: null,
  expiresAt: null,
  expiryBasis: null,
  rateLimit: null,
};

/** Returns the check that fails with an outcome of the first call. The checks before it pass. */
const failedCheck = (said: Outcome): CheckId =>
  ['not-an-okta-org', 'no-network', 'proxy', 'tls', 'timeout'].includes(said.kind) ? 'reachable' : 'accepted';

/** Outcomes that say nothing about the token itself. */
const unjudged = new Set(['rate-limited', 'okta-trouble', 'unexpected-answer']);

/**
 * Tests a token: GET /users/me, then at the same time its roles and the list of API tokens (to find its own metadata). The test only reads,
 * with three calls in two round trips, or in one when the owner is known and the org is not very near. Resolves with the record whatever Okta answers. Rejects with the signal's reason when aborted.
 */
export async function runTest(options: TestOptions): Promise<TestRecord> {
  const { client, clock, origin, secret, signal } = options;
  const { host } = new URL(origin);
  const report = new Report(options.onCheck);
  const at = clock.now();
  const started = performance.now();
  const record = (said: Outcome, facts: TestFacts): TestRecord => ({
    id: randomUUID(),
    at,
    tookMs: Math.round(performance.now() - started),
    outcome: said,
    checks: report.all(),
    facts,
  });
  const waiting = (id: CheckId) => (until: number) =>
    report.put(
      id,
      'running',
      words.report.waiting(Math.max(1, Math.ceil((until - clock.now()) / 1000)), host),
    );

  report.put('reachable', 'running');
  report.put('accepted', 'running');
  using ahead = new AskedAhead(options);
  const asking = client.call({
    origin,
    secret,
    path: '/api/v1/users/me',
    schema: user,
    signal,
    onWait: (until) => {
      ahead.stop();
      waiting('accepted')(until);
    },
  });
  // The lookup starts after the call is on its way, because sending takes a turn of its own.
  const lookingUp = turn().then(() => {
    const found = options.known();
    if (found.ownerId != null) ahead.plan(found.ownerId);
    return found;
  });
  const [me, known] = await Promise.all([asking, lookingUp]);
  if (me.kind !== 'accepted') {
    const said = zoneLikely(me.outcome, host, known.network);
    const failed = failedCheck(said);
    if (failed === 'accepted') report.put('reachable', 'ok', host, me.ms);
    report.put(failed, unjudged.has(said.kind) ? 'unknown' : 'failed', said.word, me.ms);
    // The earlier facts stay known, because the next test needs them and a failure does not disprove them.
    return record(said, {
      ...noFacts,
      oktaTokenId: known.oktaTokenId,
      network: known.network,
      rateLimit: me.rateLimit,
    });
  }

  const owner = me.value;
  const name = [owner.profile.firstName, owner.profile.lastName].filter(Boolean).join(' ');
  report.put('reachable', 'ok', host, me.ms);
  report.put('accepted', 'ok', '', me.ms);
  report.put('owner', 'ok', name, null, words.report.belongsTo(owner.profile.login));
  report.put('active', ...activeCheck(owner.status));
  report.put('rate-limit', ...rateLimitCheck(me.rateLimit, clock.now()));
  for (const id of ['roles', 'network', 'expiry'] as const) report.put(id, 'running');
  options.onAnswer?.(accepted(host, owner, null, me));

  const reading =
    ahead.take(owner.id) ??
    readOwner(options, owner.id, (list) => waiting(list === 'roles' ? 'roles' : 'network'));
  const [assigned, own] = await Promise.all([
    reading.roles.then((read) => {
      // Half of the roles would look like all of them.
      const list = read.whole
        ? read.list.map((role) => ({
            type: role.type,
            label: role.label ?? role.type,
            assignment: role.assignmentType ?? '',
          }))
        : null;
      report.put('roles', ...rolesCheck(list, whyNotWhole(read)));
      return list;
    }),
    reading.tokens.then((read) => {
      const unread = whyNotWhole(read, words.report.orgHasMore);
      const found = ownToken(read.list, unread === '', owner, known);
      const why = unread === '' ? words.report.ownerHasSeveral : unread;
      report.put('network', ...networkCheck(found, why));
      report.put('expiry', ...expiryCheck(found?.expiresAt ?? at + lifeMs, found?.expiresAt != null, at));
      return found;
    }),
  ]);

  const facts: TestFacts = {
    owner: { id: owner.id, login: owner.profile.login, name, status: owner.status },
    roles: assigned?.slice(0, 100) ?? null,
    oktaTokenId: own?.id ?? known.oktaTokenId,
    oktaTokenName: own?.name ?? null,
    network:
      own?.network == null
        ? known.network
        : {
            connection: own.network.connection ?? '',
            include: own.network.include?.slice(0, 200) ?? [],
            exclude: own.network.exclude?.slice(0, 200) ?? [],
          },
    expiresAt: own?.expiresAt ?? at + lifeMs,
    expiryBasis: own?.expiresAt == null ? 'forecast' : 'okta',
    rateLimit: me.rateLimit,
  };
  return record(accepted(host, owner, assigned, me), facts);
}

/**
 * Marks a zone as the likely cause of a refusal. Okta gives the same refusal for a missing role and, as far as is known, for an address
 * outside the token's zones (unverified: Okta documents no code for the latter). A known restriction and a call that needs no role make the
 * zone the likelier cause. When Okta says that it does not know the token, the zone is one more possible cause. E0000015 is a missing
 * feature and `insufficient_scope` a missing scope. Neither is a zone.
 */
function zoneLikely(said: Outcome, host: string, network: TestFacts['network']): Outcome {
  if (network === null || network.connection === 'ANYWHERE') return said;
  if (said.kind === 'not-accepted') {
    const hint = words.report.checkZones;
    return { ...said, remedy: cut(`${said.remedy} ${hint}`, 600) };
  }
  if (said.kind !== 'not-allowed' || ['E0000015', 'insufficient_scope'].includes(said.errorCode ?? ''))
    return said;
  return outcome('zone-blocked', words.report.refusedAddress(host), words.report.connectFromAllowed, said);
}

/**
 * Returns this token among its org's tokens, by its known id. Otherwise returns the owner's only token in the whole list that is not known
 * to be another.
 */
function ownToken(list: readonly ApiToken[], isWhole: boolean, owner: User, known: Known): ApiToken | null {
  const mine = list.filter(({ userId }) => userId === owner.id);
  const found = mine.find(({ id }) => id === known.oktaTokenId);
  if (found !== undefined || !isWhole || mine.length === 0) return found ?? null;
  // The other tokens are looked up here and not before, because almost every test after the first needs none of them.
  const { others } = known;
  const left = mine.filter(({ id }) => !others.includes(id));
  return left.length === 1 ? (left[0] ?? null) : null;
}

function accepted(host: string, owner: User, assigned: TestFacts['roles'], me: Answer<User>): Outcome {
  const { login } = owner.profile;
  const standing = standingOf(owner.status);
  if (standing === null) {
    return outcome(
      'owner-inactive',
      words.report.ownerNotActive(host, login, owner.status),
      words.report.makeActive,
      me,
    );
  }
  return outcome('accepted', words.report.accepted(host, login, standing, roleWords(assigned)), '', me);
}

function roleWords(assigned: TestFacts['roles']): string {
  if (assigned === null) return '';
  if (assigned.length === 0) return words.report.withoutRole;
  const standard = assigned.filter(({ type }) => type !== 'CUSTOM').map(({ label }) => label);
  const custom = assigned.length - standard.length;
  return words.report.roles([
    ...standard.slice(0, 3),
    ...(standard.length > 3 ? [words.report.more(standard.length - 3)] : []),
    ...(custom > 0 ? [words.report.customRoles(custom)] : []),
  ]);
}
