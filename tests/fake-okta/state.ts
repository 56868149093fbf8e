import { randomBytes } from 'node:crypto';

const dayMs = 86_400_000;

/** The fake's own time; tests move it. */
export class FakeClock {
  #offset = 0;

  now(): number {
    return Date.now() + this.#offset;
  }

  advance(ms: number): void {
    this.#offset += ms;
  }
}

export const isoOf = (ms: number): string => new Date(ms).toISOString();

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const random = (length: number, alphabet = letters): string =>
  Array.from(randomBytes(length), (byte) => alphabet[byte % alphabet.length]).join('');

/** An id as Okta's: three letters for the kind, 20 characters, ending in the org's cell. */
export const newId = (kind: string): string => `${kind}${random(14)}1d7`;

/** A token's value: 42 characters beginning with 00. */
const newValue = (): string => `00${random(40, `${letters}_-`)}`;

export interface FakeRole {
  readonly type: string;
  readonly label: string;
  readonly assignmentType: 'USER' | 'GROUP';
}

export type UserStatus =
  | 'ACTIVE'
  | 'DEPROVISIONED'
  | 'LOCKED_OUT'
  | 'PASSWORD_EXPIRED'
  | 'PROVISIONED'
  | 'RECOVERY'
  | 'STAGED'
  | 'SUSPENDED';

export interface FakeUser {
  readonly id: string;
  status: UserStatus;
  readonly created: number;
  statusChanged: number;
  lastUpdated: number;
  profile: { login: string; email: string; firstName: string; lastName: string };
  roles: FakeRole[];
}

export interface FakeToken {
  readonly id: string;
  readonly value: string;
  name: string;
  readonly userId: string;
  readonly clientName: string;
  readonly created: number;
  lastUpdated: number;
  /** Moves with every use; Okta's 30 days begin anew. */
  expiresAt: number;
  network: { connection: 'ANYWHERE' | 'ZONE'; include: string[]; exclude: string[] };
  /** The percentage of each limit this one token may use. */
  percentage: number;
}

export interface FakeZone {
  readonly id: string;
  readonly name: string;
  readonly gateways: string[];
}

export interface LogEvent {
  readonly uuid: string;
  readonly published: string;
  readonly eventType: string;
  readonly displayMessage: string;
  readonly severity: string;
  readonly outcome: { result: string; reason: string | null };
  readonly actor: { id: string; type: string; alternateId: string; displayName: string };
  readonly client: Record<string, unknown>;
  readonly target: { id: string; type: string; alternateId: string; displayName: string }[];
  readonly transaction: { type: string; id: string; detail: Record<string, string> };
  readonly [more: string]: unknown;
}

export interface OrgOptions {
  readonly subdomain: string;
  readonly companyName: string;
  readonly pipeline?: 'idx' | 'v1';
}

/** One org: its people, tokens, zones and log. What Okta does by itself (expiry, sliding windows) happens here. */
export class FakeOrg {
  readonly id = newId('00o');
  readonly subdomain: string;
  readonly companyName: string;
  readonly pipeline: 'idx' | 'v1';
  readonly created: number;
  readonly users: FakeUser[] = [];
  readonly groups: { id: string; name: string; members: string[]; created: number }[] = [];
  readonly apps: { id: string; label: string; created: number }[] = [];
  readonly zones: FakeZone[] = [];
  readonly logs: LogEvent[] = [];
  #tokens: FakeToken[] = [];
  /** The address calls seem to come from; zones look at it. */
  clientAddress = '203.0.113.10';
  /** Calls a minute, by family of endpoints; the rest has `*`. */
  readonly limits = new Map<string, number>([
    ['/api/v1/users', 600],
    ['/api/v1/logs', 120],
    ['*', 1200],
  ]);
  /** The body of a call from an address outside the token's zones; what real Okta sends is not documented. */
  zoneRefusal = { status: 403, errorCode: 'E0000006' };
  readonly #clock: FakeClock;

  constructor(options: OrgOptions, clock: FakeClock) {
    this.subdomain = options.subdomain;
    this.companyName = options.companyName;
    this.pipeline = options.pipeline ?? 'idx';
    this.#clock = clock;
    this.created = clock.now() - 800 * dayMs;
  }

  addUser(login: string, roles: FakeRole[] = [], status: UserStatus = 'ACTIVE'): FakeUser {
    const [name = '', domain = ''] = login.split('@');
    const parts = name.split(/[.-]/).map((part) => `${part.slice(0, 1).toUpperCase()}${part.slice(1)}`);
    const now = this.#clock.now();
    const user: FakeUser = {
      id: newId('00u'),
      status,
      created: now - 400 * dayMs,
      statusChanged: now - 300 * dayMs,
      lastUpdated: now - 20 * dayMs,
      profile: {
        login,
        email: `${name}@${domain}`,
        firstName: parts[0] ?? name,
        lastName: parts.slice(1).join(' ') || 'Service',
      },
      roles,
    };
    this.users.push(user);
    return user;
  }

  /** Throws when there is none. */
  user(loginOrId: string): FakeUser {
    const user = this.users.find((one) => one.id === loginOrId || one.profile.login === loginOrId);
    if (user === undefined) throw new Error(`The fake org ${this.subdomain} has no user ${loginOrId}.`);
    return user;
  }

  setStatus(loginOrId: string, status: UserStatus): void {
    const user = this.user(loginOrId);
    user.status = status;
    user.statusChanged = this.#clock.now();
  }

  /** Makes a token as the Admin Console does; the value is here once and in no answer. */
  issueToken(options: {
    owner: string;
    name: string;
    network?: FakeToken['network'];
    clientName?: string;
  }): FakeToken {
    const owner = this.user(options.owner);
    const now = this.#clock.now();
    const token: FakeToken = {
      id: newId('00T'),
      value: newValue(),
      name: options.name,
      userId: owner.id,
      clientName: options.clientName ?? 'Okta API',
      created: now,
      lastUpdated: now,
      expiresAt: now + 30 * dayMs,
      network: options.network ?? { connection: 'ANYWHERE', include: [], exclude: [] },
      percentage: 50,
    };
    this.#tokens.push(token);
    this.log('system.api_token.create', owner, { id: token.id, type: 'Token', displayName: token.name });
    return token;
  }

  /** True when it was there. */
  revoke(id: string, by?: FakeUser): boolean {
    const token = this.tokens.find((one) => one.id === id);
    this.#tokens = this.#tokens.filter((one) => one !== token);
    if (token === undefined) return false;
    this.log('system.api_token.revoke', by ?? this.user(token.userId), {
      id: token.id,
      type: 'Token',
      displayName: token.name,
    });
    return true;
  }

  /** Tokens that have not expired; Okta lists no others. */
  get tokens(): readonly FakeToken[] {
    const now = this.#clock.now();
    this.#tokens = this.#tokens.filter(({ expiresAt }) => expiresAt > now);
    return this.#tokens;
  }

  /** The token of a value, if it is known and its owner's account is not switched off; a use moves its expiry. */
  use(value: string): { token: FakeToken; owner: FakeUser } | null {
    const token = this.tokens.find((one) => one.value === value);
    if (token === undefined) return null;
    const owner = this.user(token.userId);
    if (owner.status === 'DEPROVISIONED' || owner.status === 'SUSPENDED') return null;
    token.expiresAt = this.#clock.now() + 30 * dayMs;
    return { token, owner };
  }

  addZone(name: string, gateways: string[]): FakeZone {
    const zone = { id: newId('nzo'), name, gateways };
    this.zones.push(zone);
    return zone;
  }

  /** Whether a token may be used from where the org sees calls coming from. */
  allows(token: FakeToken): boolean {
    if (token.network.connection === 'ANYWHERE') return true;
    const within = (ids: string[]) =>
      this.zones.some((zone) => ids.includes(zone.id) && zone.gateways.includes(this.clientAddress));
    if (within(token.network.exclude)) return false;
    return token.network.include.length === 0 || within(token.network.include);
  }

  log(
    eventType: string,
    actor: FakeUser,
    target: { id: string; type: string; displayName: string } | null,
    tokenId?: string,
  ): void {
    this.logs.push({
      actor: {
        id: actor.id,
        type: 'User',
        alternateId: actor.profile.login,
        displayName: `${actor.profile.firstName} ${actor.profile.lastName}`,
      },
      client: {
        userAgent: { rawUserAgent: 'fake', os: 'Unknown', browser: 'UNKNOWN' },
        zone: 'null',
        device: 'Unknown',
        id: null,
        ipAddress: this.clientAddress,
        geographicalContext: null,
      },
      displayMessage: eventType,
      eventType,
      outcome: { result: 'SUCCESS', reason: null },
      published: isoOf(this.#clock.now()),
      severity: 'INFO',
      legacyEventType: null,
      transaction: {
        type: 'WEB',
        id: newId('tra'),
        detail: tokenId === undefined ? {} : { requestApiTokenId: tokenId },
      },
      uuid: crypto.randomUUID(),
      version: '0',
      target: target === null ? [] : [{ ...target, alternateId: 'unknown' }],
    });
  }
}
