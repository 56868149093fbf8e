import type { HandOver } from '../../../shared/contract/hand-over.ts';
import type { HandOverRun, Probe, Rotation } from '../../../shared/contract/rotation.ts';
import type { TestFacts, TestRecord } from '../../../shared/contract/testing.ts';
import type { Token, TokenProfile } from '../../../shared/contract/tokens.ts';
import type { Clipboard, Clock } from '../../base/ports.ts';
import type { Secret } from '../../base/secret.ts';
import type { OktaClient } from '../../okta/client.ts';

/** What rotation needs of kept tokens. */
export interface RotationTokens {
  get(id: string): Token;
  /** The origin its calls go to. Throws Failed `not-found`. */
  originOf(token: Token): string;
  /** The token's own value; the caller wipes it. */
  secretOf(id: string): Secret;
  /** Label of the token that has this very value, or null. */
  labelOfValue(origin: string, secret: Secret): string | null;
  replaceValue(id: string, origin: string, secret: Secret, capturedAt: number): void;
  markRevoked(id: string, at: number): void;
  keepTest(id: string, record: TestRecord): void;
  update(id: string, change: Partial<TokenProfile>): void;
  /** Okta's ids of the other kept tokens. */
  oktaIdsBesides(id: string): string[];
  /** Returns the kept tokens of an org that may read its list of API tokens, the best first; `first` before all others. */
  askers(orgId: string, first: string): readonly Token[];
}

export interface TestQuestion {
  /** Whose checks the window sees: the rotation's id. */
  readonly subject: string;
  readonly origin: string;
  readonly secret: Secret;
  readonly known: {
    readonly oktaTokenId: string | null;
    readonly network: TestFacts['network'];
    readonly others: readonly string[];
  };
  readonly shown: boolean;
  readonly signal: AbortSignal;
}

/** What the composition root gives to rotation. */
export interface RotationNeeds {
  readonly client: OktaClient;
  readonly clock: Clock;
  readonly clipboard: Clipboard;
  readonly tokens: RotationTokens;
  readonly test: (question: TestQuestion) => Promise<TestRecord>;
  /** What a value may read, one GET for each family of endpoints. Rejects only when aborted. */
  readonly probes: (origin: string, secret: Secret, signal: AbortSignal) => Promise<Probe[]>;
  /** Runs a person's own command with the value; throws Failed `cancelled` when it was not approved. */
  readonly handOver: (how: HandOver, label: string, secret: () => Secret) => Promise<HandOverRun>;
  readonly onChanged: (rotation: Rotation) => void;
  /** A line was added to a rotation's record; inside its transaction. */
  readonly noteStep: (rotation: Rotation, at: number, sentence: string) => void;
  readonly onBusy: (rotationId: string, doing: string) => void;
  /** The token's own value is another one now: test it. */
  readonly retest: (tokenId: string) => void;
}
