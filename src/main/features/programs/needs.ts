import type { ProgramCall } from '../../../shared/contract/programs.ts';
import type { Clock, Dialogs, Log } from '../../base/ports.ts';
import type { OktaClient } from '../../okta/client.ts';
import type { Lend, Usable } from './lending.ts';
import type { DoorStore } from './store.ts';

/** What calls of programs need from the rest of the app. */
export interface ProgramsNeeds {
  /** Throws Failed `proof-needed` when the person must first prove who they are. */
  readonly needProof: (action: 'programs' | 'giveValue') => void;
  /** Throws Failed `policy` when the policy of this computer permits no programs. */
  readonly permit: () => void;
  readonly doors: DoorStore;
  /** Runs `work` as one transaction of the vault. */
  readonly transaction: <T>(work: () => T) => T;
  readonly client: Pick<OktaClient, 'pass'>;
  readonly clock: Clock;
  readonly dialogs: Pick<Dialogs, 'confirm'>;
  readonly log: Log;
  readonly isOpen: () => boolean;
  /** Returns a credential that programs may use. Throws Failed `not-found`. */
  readonly token: (tokenId: string) => Usable;
  readonly originOf: (token: Usable) => string;
  readonly lend: Lend;
  /** Called when Okta accepted the token, so that its 30 days start again. */
  readonly used: (tokenId: string) => void;
  readonly note: (action: string, token: Usable, sentence: string) => void;
  /** Writes an entry before the action. Throws Failed when it cannot be written. */
  readonly noteFirst: (action: string, token: Usable, sentence: string) => void;
  /** Calls a person's attention with a sentence that names no token. */
  readonly call: (sentence: string) => void;
  readonly onChanged: () => void;
  readonly onCall: (call: ProgramCall) => void;
}
