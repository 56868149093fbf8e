import { AuthorizationServer } from './authorization-server.ts';
import { type EventTarget, logEvent } from './log-event.ts';
import {
  dayMs,
  type FakeApp,
  type FakeAttribute,
  type FakeClock,
  type FakeGroup,
  type FakeGroupRule,
  type FakeRole,
  type FakeToken,
  type FakeUser,
  type FakeZone,
  type LogEvent,
  newId,
  newValue,
  type OrgOptions,
  type Place,
  type UserStatus,
} from './model.ts';
import { ServiceApp, type ServiceAppOptions } from './service-apps.ts';
import { inBlock } from './zones.ts';

/** The token and the actor that caused an event. */
export interface Through {
  readonly tokenId?: string | undefined;
  readonly userAgent?: string | undefined;
  readonly denied?: boolean;
}

/** One org: its people, tokens, zones and log. It also does what Okta does by itself (expiry, sliding windows). */
export class FakeOrg {
  readonly id = newId('00o');
  readonly subdomain: string;
  readonly companyName: string;
  readonly pipeline: 'idx' | 'v1';
  readonly customDomain: string | null;
  readonly created: number;
  readonly users: FakeUser[] = [];
  readonly groups: FakeGroup[] = [];
  /** Rules are kept and not applied. */
  readonly groupRules: FakeGroupRule[] = [];
  /** The org's own attributes of users, by their names. */
  readonly customAttributes = new Map<string, FakeAttribute>();
  /** The form of a login, as Okta's schema says it; null for that of an email address. */
  loginPattern: string | null = null;
  readonly apps: FakeApp[] = [];
  readonly serviceApps: ServiceApp[] = [];
  readonly zones: FakeZone[] = [];
  readonly logs: LogEvent[] = [];
  /** The apparent address of callers, which zones check. */
  clientAddress = '203.0.113.10';
  /** The place of that address in the System Log. */
  clientPlace: Place = {
    city: 'Amsterdam',
    state: 'North Holland',
    country: 'Netherlands',
    postalCode: '1012',
    lat: 52.3759,
    lon: 4.8975,
    asNumber: 64_500,
    asOrg: 'example network',
  };
  /** Calls per minute, by family of endpoints; `*` is the rest. */
  readonly limits = new Map<string, number>([
    ['/api/v1/users', 600],
    ['/api/v1/logs', 120],
    ['/oauth2/v1/token', 600],
    ['*', 1200],
  ]);
  /** Concurrent calls. Okta allows 75 for most orgs. */
  concurrency = 75;
  /** The percentage of a rate limit at which Okta warns the org's admins. */
  warningThreshold = 90;
  /** The number of API tokens per page of their list. Okta's own description gives no number. */
  tokensPerPage = 200;
  /** The body of a call from an address outside the token's zones. Okta does not document the real one. */
  zoneRefusal = { status: 403, errorCode: 'E0000006' };
  /** The refusals of access tokens that have Okta's error body in addition to the WWW-Authenticate header. */
  oauthRefusals = { invalidToken: true, insufficientScope: false };
  /**
   * Whether to refuse a DPoP proof with the key of the client's assertions. Okta's guide asks for two keys. Its own client for Node uses
   * one, so real orgs seem to accept that.
   */
  wantsSeparateProofKey = true;
  /** Issues and reads access tokens. */
  readonly oauth: AuthorizationServer;
  #tokens: FakeToken[] = [];
  readonly #clock: FakeClock;

  constructor(options: OrgOptions, clock: FakeClock) {
    this.subdomain = options.subdomain;
    this.companyName = options.companyName;
    this.pipeline = options.pipeline ?? 'idx';
    this.customDomain = options.customDomain ?? null;
    this.#clock = clock;
    this.oauth = new AuthorizationServer(clock);
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
      lastLogin: null,
      attributes: {},
      roles,
    };
    this.users.push(user);
    return user;
  }

  /** Returns a user. Throws when there is none. */
  user(loginOrId: string): FakeUser {
    const user = this.users.find((one) => one.id === loginOrId || one.profile.login === loginOrId);
    if (user === undefined) throw new Error(`The fake org ${this.subdomain} has no user ${loginOrId}.`);
    return user;
  }

  setStatus(loginOrId: string, status: UserStatus): void {
    const user = this.user(loginOrId);
    user.status = status;
    user.statusChanged = this.#clock.now();
    user.lastUpdated = user.statusChanged;
  }

  /** Removes a user with their tokens and memberships. */
  removeUser(id: string): void {
    const at = this.users.findIndex((one) => one.id === id);
    if (at >= 0) this.users.splice(at, 1);
    this.#tokens = this.#tokens.filter(({ userId }) => userId !== id);
    for (const group of this.groups) group.members = group.members.filter((member) => member !== id);
  }

  addGroup(
    name: string,
    options: { description?: string; members?: string[]; type?: FakeGroup['type'] } = {},
  ): FakeGroup {
    const now = this.#clock.now();
    const group: FakeGroup = {
      id: newId('00g'),
      type: options.type ?? 'OKTA_GROUP',
      name,
      description: options.description ?? '',
      members: options.members ?? [],
      created: now,
      lastUpdated: now,
      lastMembershipUpdated: now,
    };
    this.groups.push(group);
    return group;
  }

  addApp(label: string): FakeApp {
    const app = { id: newId('0oa'), label, created: this.#clock.now() };
    this.apps.push(app);
    return app;
  }

  /** Makes an API Services app as a super admin does in the Admin Console. */
  addServiceApp(options: ServiceAppOptions): ServiceApp {
    const app = new ServiceApp(options, this.#clock);
    this.serviceApps.push(app);
    const admin = this.users.find(({ roles }) => roles.some(({ type }) => type === 'SUPER_ADMIN'));
    const target = { id: app.clientId, type: 'PublicClientApp', displayName: app.name };
    if (admin !== undefined) this.log('app.oauth2.client.lifecycle.create', admin, target);
    return app;
  }

  /** Makes a token as the Admin Console does. The value appears only here, and in no answer. */
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
      concurrencyPercentage: 50,
    };
    this.#tokens.push(token);
    this.log('system.api_token.create', owner, { id: token.id, type: 'Token', displayName: token.name });
    return token;
  }

  /** Revokes a token. Returns false when there is none. */
  revoke(id: string, by?: FakeUser | ServiceApp, through: Through = {}): boolean {
    const token = this.tokens.find((one) => one.id === id);
    this.#tokens = this.#tokens.filter((one) => one !== token);
    if (token === undefined) return false;
    const target = { id: token.id, type: 'Token', displayName: token.name };
    this.log('system.api_token.revoke', by ?? this.user(token.userId), target, through);
    return true;
  }

  /** Returns the tokens that have not expired. Okta lists no others. */
  get tokens(): readonly FakeToken[] {
    const now = this.#clock.now();
    this.#tokens = this.#tokens.filter(({ expiresAt }) => expiresAt > now);
    return this.#tokens;
  }

  /** Returns the token of a value, if it is known and its owner's account is active. Each use moves its expiry. */
  use(value: string): { token: FakeToken; owner: FakeUser } | null {
    const token = this.tokens.find((one) => one.value === value);
    if (token === undefined) return null;
    const owner = this.user(token.userId);
    if (owner.status === 'DEPROVISIONED' || owner.status === 'SUSPENDED') return null;
    token.expiresAt = this.#clock.now() + 30 * dayMs;
    return { token, owner };
  }

  addZone(name: string, gateways: string[]): FakeZone {
    const zone = { id: newId('nzo'), name, gateways, created: this.#clock.now() };
    this.zones.push(zone);
    return zone;
  }

  /** Returns whether a token may be used from the callers' apparent address. */
  allows(token: FakeToken): boolean {
    if (token.network.connection === 'ANYWHERE') return true;
    const within = (ids: string[]) =>
      this.zones.some(
        (zone) =>
          (ids.includes(zone.id) || ids.includes('ALL_ZONES')) &&
          zone.gateways.some((block) => inBlock(this.clientAddress, block)),
      );
    if (within(token.network.exclude)) return false;
    return token.network.include.length === 0 || within(token.network.include);
  }

  log(
    eventType: string,
    actor: FakeUser | ServiceApp,
    target: EventTarget | readonly EventTarget[] | null,
    through: Through = {},
  ): void {
    this.logs.push(
      logEvent({
        eventType,
        at: this.#clock.now(),
        actor,
        address: this.clientAddress,
        place: this.clientPlace,
        target,
        ...through,
      }),
    );
  }
}
