import type { Check } from '../../../shared/contract/testing.ts';
import type { Health } from '../../../shared/health.ts';

/** A token on the command line. Times are ISO 8601, in UTC. */
export interface ListedToken {
  /** The token's name on the command line: the last part of its address under Programs. */
  readonly name: string;
  readonly id: string;
  readonly label: string;
  readonly org: string;
  readonly environment: string;
  /** The login of its owner, when a test could read it. */
  readonly owner: string | null;
  readonly health: Health;
  /** The reason for its health. */
  readonly reason: string;
  readonly testedAt: string | null;
  readonly expiresAt: string | null;
  /** Whether Okta said when it expires. */
  readonly expiryIsKnown: boolean;
  readonly rotationDueAt: string;
}

/** The answer to `keyturn status`. It says nothing about the tokens while the vault is locked. */
export interface StatusAnswer {
  readonly version: string;
  readonly locked: boolean;
  readonly tokens: number | null;
  /** The number of tokens with each health. */
  readonly health: Readonly<Partial<Record<Health, number>>> | null;
  /** The tokens that need a person, the most urgent first. */
  readonly attention: readonly ListedToken[] | null;
}

/** The answer to `keyturn test`. */
export interface TestAnswer {
  readonly token: ListedToken;
  /** Whether Okta accepts the token. */
  readonly working: boolean;
  readonly outcome: string;
  readonly sentence: string;
  readonly remedy: string;
  readonly requestId: string | null;
  readonly tookMs: number;
  readonly checks: readonly Pick<Check, 'id' | 'state' | 'title' | 'detail'>[];
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
  readonly ls: readonly ListedToken[];
  /** Empty while the vault is locked. */
  readonly names: readonly string[];
  /** Null while the vault is locked. */
  readonly guard: GuardAnswer | null;
  readonly test: TestAnswer;
  readonly rotate: ListedToken;
}

/**
 * The messages from the app, one JSON text on each line: `waiting` any number of times, then one of the others. `end` is the exit status of
 * `keyturn`.
 */
export type CommandReply =
  | { readonly waiting: string }
  | { readonly answer: unknown }
  | { readonly refused: string; readonly end: number };
