import { randomBytes } from 'node:crypto';

export const dayMs = 86_400_000;

/** The fake's own time, which tests can move. */
export class FakeClock {
  #offset = 0;

  now(): number {
    return Date.now() + this.#offset;
  }

  advance(ms: number): void {
    this.#offset += ms;
  }

  /** Sets the present time to `at` (ms since 1970). The clock continues from there. */
  set(at: number): void {
    this.#offset = at - Date.now();
  }
}

/** Returns a time (milliseconds since 1970) in the form of Okta's answers, such as 2026-01-01T00:00:00.000Z. */
export const isoOf = (ms: number): string => new Date(ms).toISOString();

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const random = (length: number, alphabet = letters): string =>
  Array.from(randomBytes(length), (byte) => alphabet[byte % alphabet.length]).join('');

/** Returns an id in Okta's form: three letters for the kind, 20 characters, with the org's cell at the end. */
export const newId = (kind: string): string => `${kind}${random(14)}1d7`;

/** Returns a token's value: 42 characters that start with 00. */
export const newValue = (): string => `00${random(40, `${letters}_-`)}`;

export interface FakeRole {
  readonly type: string;
  readonly label: string;
  readonly assignmentType: 'USER' | 'GROUP' | 'CLIENT';
  /** The permissions of a custom role: labels such as okta.users.read. */
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
  /** The person's last sign-in, ms since 1970; null when there was none. */
  lastLogin: number | null;
  profile: Profile;
  /** The profile's attributes, also custom ones, in addition to the four of every user. */
  attributes: Record<string, string | number | boolean | string[]>;
  roles: FakeRole[];
}

/** An attribute of the users' profiles, with the fields of Okta's schema. */
export interface FakeAttribute {
  readonly title: string;
  readonly type: 'string' | 'boolean' | 'integer' | 'number' | 'array';
  readonly required?: boolean;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly enum?: readonly string[];
  readonly items?: { readonly type: string };
  readonly pattern?: string;
  readonly mutability?: 'READ_ONLY' | 'READ_WRITE';
}

export interface FakeGroup {
  readonly id: string;
  readonly type: 'APP_GROUP' | 'BUILT_IN' | 'OKTA_GROUP';
  name: string;
  description: string;
  /** User ids. */
  members: string[];
  readonly created: number;
  lastUpdated: number;
  lastMembershipUpdated: number;
}

export interface FakeGroupRule {
  readonly id: string;
  readonly name: string;
  status: 'ACTIVE' | 'INACTIVE';
  readonly expression: string;
  readonly groupIds: readonly string[];
  readonly created: number;
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
  /** Changes with the token's metadata, not with its use. */
  lastUpdated: number;
  /** Changes with every use, which restarts Okta's 30 days. */
  expiresAt: number;
  network: { connection: 'ANYWHERE' | 'ZONE'; include: string[]; exclude: string[] };
  /** The percentage of each rate limit, and of the concurrency limit, that this token may use. */
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

/** The apparent place of a caller. */
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
  /** The org's own host, such as `login.acme.localhost`. The org's well-known document then has both names. */
  readonly customDomain?: string;
}
