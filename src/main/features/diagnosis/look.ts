import { networkInterfaces } from 'node:os';
import type { ClueId, ClueLine } from '../../../shared/contract/diagnosis.ts';
import type { TestRecord } from '../../../shared/contract/testing.ts';
import { dayMs } from '../../../shared/time-words.ts';
import type { Clock } from '../../base/ports.ts';
import type { Secret } from '../../base/secret.ts';
import type { OktaClient } from '../../okta/client.ts';
import { lookupName } from '../../okta/dispatchers.ts';
import type { OktaNetwork } from '../../okta/network.ts';
import { type ApiToken, apiTokens, roles, user } from '../../okta/schemas.ts';
import { inZone, logEvents, zoneList } from './answers-read.ts';
import { lineOf, running } from './clue-words.ts';
import { type Clues, isUnknown, type Past, plan, type Unknown } from './clues.ts';
import { type Helper, Helpers } from './helpers.ts';
import { shapeOf } from './shape.ts';
import { words } from './words.ts';

/** Loads on first use, because node:https loads much of Node and would slow the start. */
const certificates = () => import('../../okta/certificate.ts');

/** The failed test and all other known facts. */
export interface Patient {
  readonly origin: string;
  /** Okta's id of the org when the token was added. */
  readonly oktaOrgId: string;
  /** The Admin Console's page of API tokens. */
  readonly adminUrl: string;
  readonly record: TestRecord;
  readonly past: Past;
  /** The value. The desk wipes it. */
  readonly secret: Secret;
  readonly helpers: readonly Helper[];
}

export interface LookOptions {
  readonly client: OktaClient;
  readonly clock: Clock;
  readonly network: () => OktaNetwork;
  readonly patient: Patient;
  readonly signal: AbortSignal;
  /** Called when a check begins and when it ends. */
  readonly onCheck: (line: ClueLine) => void;
}

/** Okta keeps its System Log for 90 days. */
const logDays = 90;
const isId = (id: string | null | undefined, kind: string): id is string =>
  typeof id === 'string' && id.startsWith(kind) && /^[A-Za-z0-9]{10,40}$/.test(id);

/**
 * Runs the checks for the outcome at the same time. It uses GET only and at most three round trips. It sends nothing to a host when it only
 * looks at the certificate. Resolves with the results. Rejects with the signal's reason when aborted.
 */
export async function look(options: LookOptions): Promise<{ clues: Clues; lines: ClueLine[] }> {
  const { patient, signal, onCheck } = options;
  const { kind } = patient.record.outcome;
  const wanted = kind === 'accepted' ? [] : plan[kind];
  const { host } = new URL(patient.origin);
  using helpers = new Helpers(options.client, patient.origin, patient.helpers, signal);
  const sources = new Sources(options, helpers);
  const clues: Record<string, unknown> = {};
  const lines = await Promise.all(
    wanted.map(async (id) => {
      onCheck(running(id));
      const clue = await sources[id]();
      signal.throwIfAborted();
      clues[id] = clue;
      const line = lineOf(id, { [id]: clue } as Clues, host);
      onCheck(line);
      return line;
    }),
  );
  return { clues: clues as Clues, lines };
}

type Given<Id extends ClueId> = Promise<NonNullable<Clues[Id]>>;

/** Returns a function that asks only once, so that two checks share one answer. */
function once<T>(ask: () => Promise<T>): () => Promise<T> {
  let asked: Promise<T> | null = null;
  return () => {
    asked ??= ask();
    return asked;
  };
}

/** Each check by its id. */
class Sources implements Record<ClueId, () => Promise<unknown>> {
  readonly #o: LookOptions;
  readonly #helpers: Helpers;

  constructor(options: LookOptions, helpers: Helpers) {
    this.#o = options;
    this.#helpers = helpers;
  }

  readonly #wellKnown = once(() => this.#o.client.wellKnown(this.#o.patient.origin, this.#o.signal));
  readonly #list = once(() => this.#helpers.list('/api/v1/api-tokens', apiTokens));

  async shape(): Given<'shape'> {
    return shapeOf(this.#o.patient.secret);
  }

  async connected(): Given<'connected'> {
    return Object.values(networkInterfaces()).some((all) => all?.some(({ internal }) => !internal) === true);
  }

  async name(): Given<'name'> {
    if ((await this.proxy()) !== null) return 'by-proxy';
    const { hostname } = new URL(this.#o.patient.origin);
    return new Promise((resolve) => {
      lookupName(hostname.replace(/^\[|\]$/g, ''), {}, (error) =>
        resolve(error === null ? 'found' : 'not-found'),
      );
    });
  }

  async proxy(): Promise<string | null> {
    const { proxyInUse } = await certificates();
    return proxyInUse(this.#o.patient.origin, this.#o.network());
  }

  async certificate(): Given<'certificate'> {
    const { patient, network, signal } = this.#o;
    const { certificateOf } = await certificates();
    const seen = await certificateOf(patient.origin, network(), signal);
    return 'code' in seen ? { why: words.look.noneShown(seen.code) } : seen;
  }

  async org(): Given<'org'> {
    const answer = await this.#wellKnown();
    if (answer.kind !== 'accepted') return { kind: answer.kind, status: answer.outcome.status };
    return { kind: answer.value.id === this.#o.patient.oktaOrgId ? 'same' : 'another' };
  }

  async clock(): Given<'clock'> {
    const { dateHeader } = await this.#wellKnown();
    if (dateHeader === null) return { why: words.look.timeNotKnown };
    return { aheadMs: this.#o.clock.now() - dateHeader };
  }

  async again(): Given<'again'> {
    const { client, clock, patient, signal } = this.#o;
    const { outcome } = patient.record;
    // Okta would refuse this call, and the call would only use up more of the limit.
    if (outcome.kind === 'rate-limited' && outcome.retryAt !== null && outcome.retryAt > clock.now()) {
      return { kind: 'rate-limited', retryAt: outcome.retryAt, status: null };
    }
    const answer = await client.call({
      origin: patient.origin,
      secret: patient.secret,
      path: '/api/v1/users/me',
      schema: user,
      signal,
      patience: 'none',
    });
    if (answer.kind !== 'accepted')
      return { kind: answer.kind, retryAt: answer.outcome.retryAt, status: null };
    const { status } = answer.value;
    return { kind: status === 'ACTIVE' ? 'accepted' : 'owner-inactive', retryAt: null, status };
  }

  async listed(): Given<'listed'> {
    const read = await this.#list();
    if (isUnknown(read)) return read;
    const { oktaTokenId, owner } = this.#o.patient.past;
    const entry = await this.#entry();
    if (entry !== null) {
      return { by: read.by, found: true, expiresAt: entry.expiresAt ?? null, network: networkOf(entry) };
    }
    const hasNone = owner !== null && !read.value.some(({ userId }) => userId === owner.id);
    // The token is surely gone when its id was known, or when its owner has no token.
    if (oktaTokenId !== null || hasNone) return { by: read.by, found: false, expiresAt: null, network: null };
    return { why: words.look.notInList };
  }

  /** Returns this token in the list, by its id, or because Okta accepts it and its owner has only one token. */
  async #entry(): Promise<ApiToken | null> {
    const read = await this.#list();
    if (isUnknown(read)) return null;
    const { past, record } = this.#o.patient;
    const known = read.value.find(({ id }) => id === past.oktaTokenId);
    const owners = read.value.filter(({ userId }) => past.owner !== null && userId === past.owner.id);
    const lives = record.outcome.kind !== 'not-accepted' && past.oktaTokenId === null;
    return known ?? (lives && owners.length === 1 ? (owners[0] ?? null) : null);
  }

  async log(): Given<'log'> {
    const tokenId = this.#o.patient.past.oktaTokenId ?? (await this.#entry())?.id;
    if (!isId(tokenId, '00T')) {
      return { why: words.look.idNotKnown };
    }
    const read = await this.#helpers.list('/api/v1/logs', logEvents, {
      filter: `target.id eq "${tokenId}" and eventType sw "system.api_token"`,
      since: new Date(this.#o.clock.now() - logDays * dayMs).toISOString(),
      sortOrder: 'DESCENDING',
      limit: '1000',
    });
    if (isUnknown(read)) return read;
    const last = (type: string) =>
      read.value.find(({ eventType }) => eventType === `system.api_token.${type}`);
    const [revoked, outside] = [last('revoke'), last('request_outside_allowed_range')];
    return {
      by: read.by,
      revoked:
        revoked === undefined ? null : { at: revoked.published, actor: revoked.actor?.alternateId ?? '' },
      outside:
        outside === undefined || outside.published < this.#o.patient.record.at - dayMs
          ? null
          : { at: outside.published, address: outside.client?.ipAddress ?? words.look.unnamedAddress },
    };
  }

  async owner(): Given<'owner'> {
    const id = this.#o.patient.past.owner?.id;
    if (!isId(id, '00u')) return { why: words.look.ownerNotKnown };
    const read = await this.#helpers.read(`/api/v1/users/${id}`, user);
    return isUnknown(read)
      ? read
      : { by: read.by, login: read.value.profile.login, status: read.value.status };
  }

  async roles(): Given<'roles'> {
    const id = this.#o.patient.past.owner?.id;
    if (!isId(id, '00u')) return { why: words.look.ownerNotKnown };
    const read = await this.#helpers.list(`/api/v1/users/${id}/roles`, roles);
    if (isUnknown(read)) return read;
    return {
      by: read.by,
      types: read.value.map(({ type }) => type),
      labels: read.value.map(({ label, type }) => label ?? type).slice(0, 6),
    };
  }

  async zones(): Given<'zones'> {
    const listed = await this.listed();
    if (isUnknown(listed)) return listed;
    if (listed.network === null || listed.network.connection === 'ANYWHERE') {
      return listed.found
        ? { by: listed.by, fit: 'anywhere', address: null, names: [] }
        : { why: words.look.notListed };
    }
    const [read, log] = await Promise.all([this.#helpers.list('/api/v1/zones', zoneList), this.#log()]);
    if (isUnknown(read)) return read;
    const { include, exclude } = listed.network;
    const among = (ids: readonly string[]) =>
      read.value.filter(({ id }) => ids.includes('ALL_ZONES') || ids.includes(id));
    const names = among(include)
      .map(({ name }) => name)
      .slice(0, 5);
    const address = isUnknown(log) ? null : (log.outside?.address ?? null);
    if (address === null) return { by: read.by, fit: 'cannot-match', address, names };
    const [allowed, barred] = [include, exclude].map((ids) =>
      among(ids).map((zone) => inZone(address, zone)),
    );
    const unsure = [...(allowed ?? []), ...(barred ?? [])].includes(null);
    const inside =
      (include.length === 0 || allowed?.includes(true) === true) && barred?.includes(true) !== true;
    return { by: read.by, fit: inside ? 'inside' : unsure ? 'cannot-match' : 'outside', address, names };
  }

  async share(): Given<'share'> {
    const { retryAt } = this.#o.patient.record.outcome;
    if (retryAt !== null && retryAt <= this.#o.clock.now()) return { why: words.look.limitFreedUp };
    return this.#helpers.alsoLimited();
  }

  readonly #log = once((): Promise<NonNullable<Clues['log']>> => this.log());
}

function networkOf({ network }: ApiToken): Exclude<Clues['listed'], Unknown | undefined>['network'] {
  // An absent restriction means anywhere (Okta, ApiToken.network).
  return {
    connection: network?.connection ?? 'ANYWHERE',
    include: network?.include ?? [],
    exclude: network?.exclude ?? [],
  };
}
