import type { HandOver } from '../../../shared/contract/hand-over.ts';
import type { HandOverRun, Probe, Rotation } from '../../../shared/contract/rotation.ts';
import type { TestFacts, TestRecord } from '../../../shared/contract/testing.ts';
import type { Token, TokenProfile } from '../../../shared/contract/tokens.ts';
import type { Clipboard, Clock } from '../../base/ports.ts';
import type { Secret } from '../../base/secret.ts';
import type { OktaClient } from '../../okta/client.ts';
import type { Credential } from '../../okta/credential.ts';

/** What rotation needs from the kept tokens. */
export interface RotationTokens {
  get(id: string): Token;
  /** Returns the origin of the token's calls. Throws Failed `not-found`. */
  originOf(token: Token): string;
  /** Returns the token's own value. The caller wipes it. */
  secretOf(id: string): Secret;
  /** Returns the label of the token with exactly this value, or null. */
  labelOfValue(origin: string, secret: Secret): string | null;
  replaceValue(id: string, origin: string, secret: Secret, capturedAt: number): void;
  markRevoked(id: string, at: number): void;
  keepTest(id: string, record: TestRecord): void;
  update(id: string, change: Partial<TokenProfile>): void;
  /** Returns Okta's ids of the other kept tokens. */
  oktaIdsBesides(id: string): string[];
  /** Returns the kept tokens that may read the org's list of API tokens, the best first. `first` comes before all others. */
  askers(orgId: string, first: string): readonly Token[];
}

export interface TestQuestion {
  /** The rotation's id. The window sees the checks under it. */
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

/** A lent credential. The borrower disposes of it. */
export interface LentWitness extends Disposable {
  readonly credential: Credential;
  /** Okta answered that it does not accept the credential. */
  refused(): void;
}

/** A credential of a token's org, apart from the token itself. Okta can answer it where it must not be asked with the token. */
export interface Witness {
  /** Names it within a sentence. */
  readonly name: string;
  /** A read that Okta allowed it at its newest test. */
  readonly read: { readonly path: string; readonly query: Readonly<Record<string, string>> };
  /** Lends the credential for some calls. Rejects with Failed when Okta gives none, or when it does not open. */
  lend(signal: AbortSignal): Promise<LentWitness>;
}

/** What rotation needs from the composition root. */
export interface RotationNeeds {
  readonly client: OktaClient;
  readonly clock: Clock;
  readonly clipboard: Clipboard;
  readonly tokens: RotationTokens;
  readonly test: (question: TestQuestion) => Promise<TestRecord>;
  /** Finds out what a value may read, with one GET for each family of endpoints. Rejects only when aborted. */
  readonly probes: (origin: string, secret: Secret, signal: AbortSignal) => Promise<Probe[]>;
  /** Runs a person's own command with the value. Throws Failed `cancelled` when the person did not approve. */
  readonly handOver: (
    how: HandOver,
    of: Pick<Rotation, 'tokenId' | 'label' | 'orgHost'>,
    secret: () => Secret,
  ) => Promise<HandOverRun>;
  /** Returns the OAuth service app that does a token's job by its newest test, or null. */
  readonly successorOf: (tokenId: string) => NonNullable<Rotation['app']> | null;
  /**
   * Returns credentials of the token's org apart from the token, the best first: its app, then other tokens that Okta accepted. `reads` asks
   * for those that can most likely read the System Log or the list of API tokens; for an app its newest test says so.
   */
  readonly witnesses: (tokenId: string, reads: 'logs' | 'tokens' | null) => readonly Witness[];
  readonly onChanged: (rotation: Rotation) => void;
  /** Called when a rotation's record has a new line, inside the transaction of the change. */
  readonly noteStep: (rotation: Rotation, at: number, sentence: string) => void;
  readonly onBusy: (rotationId: string, doing: string) => void;
  /** Tests a token again after its own value changed. */
  readonly retest: (tokenId: string) => void;
}
