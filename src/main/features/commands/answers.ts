import type { Check } from '../../../shared/contract/testing.ts';
import type { Health } from '../../../shared/health.ts';

/** A credential on the command line: an API token, or an OAuth app. Times are ISO 8601, in UTC. */
export interface ListedCredential {
  readonly kind: 'token' | 'app';
  /** Its name on the command line: the last part of its address under Programs. */
  readonly name: string;
  readonly id: string;
  readonly label: string;
  readonly org: string;
  readonly environment: string;
  /** The login of the token's owner, when a test could read it. An app has no owner. */
  readonly owner: string | null;
  readonly health: Health;
  /** The reason for its health. */
  readonly reason: string;
  readonly testedAt: string | null;
  /** Null for a revoked token, and for an app: its key does not expire. */
  readonly expiresAt: string | null;
  /** Whether Okta said when it expires. */
  readonly expiryIsKnown: boolean;
  /** When the next token, or the next key of the app, is due. */
  readonly rotationDueAt: string;
}

/** The answer to `keyturn status`. It says nothing about the credentials while the vault is locked. */
export interface StatusAnswer {
  readonly version: string;
  readonly locked: boolean;
  readonly tokens: number | null;
  readonly apps: number | null;
  /** The number of credentials with each health. */
  readonly health: Readonly<Partial<Record<Health, number>>> | null;
  /** The credentials that need a person, the most urgent first. */
  readonly attention: readonly ListedCredential[] | null;
}

/** The answer to `keyturn test`. */
export interface TestAnswer {
  readonly token: ListedCredential;
  /** Whether Okta accepts the credential. Of an app: whether it got an access token and reads what its job needs. */
  readonly working: boolean;
  readonly outcome: string;
  readonly sentence: string;
  readonly remedy: string;
  readonly requestId: string | null;
  readonly tookMs: number;
  /** The checks of a token; of an app, one for each family of endpoints. */
  readonly checks: readonly (Pick<Check, 'state' | 'title' | 'detail'> & { readonly id: string })[];
}

/** What `keyturn exec` and `keyturn curl` learn about a name before they run a program. */
export interface AppAnswer {
  /** The name of the app that the program uses. Null when the program uses what was named. */
  readonly app: string | null;
  /** What to tell the person, in one line. */
  readonly sentence: string | null;
}

/** What `keyturn guard` looks for in a commit: marks of kept values, which reveal no value (features/plaintext/kept-marks.ts). */
export interface GuardAnswer {
  readonly key: string;
  readonly marks: readonly { readonly length: number; readonly filter: number; readonly mac: string }[];
  /** The token's name for each mark. */
  readonly names: readonly string[];
  /** The hosts of the orgs. */
  readonly hosts: readonly string[];
}

/** The answer to each command. */
export interface CommandAnswers {
  readonly status: StatusAnswer;
  readonly ls: readonly ListedCredential[];
  /** Empty while the vault is locked. */
  readonly names: readonly string[];
  /** Null while the vault is locked. */
  readonly guard: GuardAnswer | null;
  readonly test: TestAnswer;
  readonly rotate: ListedCredential;
  readonly app: AppAnswer;
}

/**
 * The messages from the app, one JSON text on each line: `waiting` any number of times, then one of the others. `end` is the exit status of
 * `keyturn`.
 */
export type CommandReply =
  | { readonly waiting: string }
  | { readonly answer: unknown }
  | { readonly refused: string; readonly end: number };
