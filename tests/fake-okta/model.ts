import { randomBytes } from 'node:crypto';

export const dayMs = 86_400_000;

/** The fake's own time; tests move it. */
export class FakeClock {
  #offset = 0;

  now(): number {
    return Date.now() + this.#offset;
  }

  advance(ms: number): void {
    this.#offset += ms;
  }

  /** Makes it `at` (ms since 1970) now; from there it goes on. */
  set(at: number): void {
    this.#offset = at - Date.now();
  }
}

export const isoOf = (ms: number): string => new Date(ms).toISOString();

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const random = (length: number, alphabet = letters): string =>
  Array.from(randomBytes(length), (byte) => alphabet[byte % alphabet.length]).join('');

/** An id as Okta's: three letters for the kind, 20 characters, ending in the org's cell. */
export const newId = (kind: string): string => `${kind}${random(14)}1d7`;

/** A token's value: 42 characters beginning with 00. */
export const newValue = (): string => `00${random(40, `${letters}_-`)}`;

export interface FakeRole {
  readonly type: string;
  readonly label: string;
  readonly assignmentType: 'USER' | 'GROUP' | 'CLIENT';
  /** Of a custom role: labels such as okta.users.read. */
  readonly permissions?: readonly string[];
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

export interface Profile {
  login: string;
  email: string;
  firstName: string;
  lastName: string;
}

export interface FakeUser {
  readonly id: string;
  status: UserStatus;
  readonly created: number;
  statusChanged: number;
  lastUpdated: number;
  /** When the person last signed in, ms since 1970; null for one who never did. */
  lastLogin: number | null;
  profile: Profile;
  /** Attributes of the profile beyond the four that every user has, custom ones too. */
  attributes: Record<string, string | number | boolean | string[]>;
  roles: FakeRole[];
}

export interface FakeGroup {
  readonly id: string;
  readonly type: 'BUILT_IN' | 'OKTA_GROUP';
  name: string;
  description: string;
  /** User ids. */
  members: string[];
  readonly created: number;
  lastUpdated: number;
  lastMembershipUpdated: number;
}

export interface FakeApp {
  readonly id: string;
  readonly label: string;
  readonly created: number;
}

export interface FakeToken {
  readonly id: string;
  readonly value: string;
  name: string;
  readonly userId: string;
  readonly clientName: string;
  readonly created: number;
  /** Moves when the token's metadata is changed, not when it is used. */
  lastUpdated: number;
  /** Moves with every use; Okta's 30 days begin anew. */
  expiresAt: number;
  network: { connection: 'ANYWHERE' | 'ZONE'; include: string[]; exclude: string[] };
  /** The percentage of each rate limit, and of the concurrency limit, this one token may use. */
  percentage: number;
  concurrencyPercentage: number;
}

export interface FakeZone {
  readonly id: string;
  readonly name: string;
  readonly created: number;
  /** Addresses and CIDR blocks, IPv4. */
  readonly gateways: string[];
}

interface LogParty {
  readonly id: string;
  readonly type: string;
  readonly alternateId: string;
  readonly displayName: string;
  readonly detailEntry: null;
}

export interface LogEvent {
  readonly uuid: string;
  readonly published: string;
  readonly eventType: string;
  readonly displayMessage: string;
  readonly severity: string;
  readonly outcome: { result: string; reason: string | null };
  readonly actor: LogParty;
  readonly client: Record<string, unknown>;
  readonly target: LogParty[];
  readonly transaction: { type: string; id: string; detail: Record<string, string> };
  readonly [more: string]: unknown;
}

/** Where calls seem to come from. */
export interface Place {
  readonly city: string;
  readonly state: string;
  readonly country: string;
  readonly postalCode: string;
  readonly lat: number;
  readonly lon: number;
  readonly asNumber: number;
  readonly asOrg: string;
}

export interface OrgOptions {
  readonly subdomain: string;
  readonly companyName: string;
  readonly pipeline?: 'idx' | 'v1';
  /** A host of the org's own, `login.acme.localhost` say; the org's well-known document then names both. */
  readonly customDomain?: string;
}
