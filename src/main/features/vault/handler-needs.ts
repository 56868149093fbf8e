import type { VaultStatus } from '../../../shared/contract/vault-status.ts';
import type { Clock, Dialogs, Opener } from '../../base/ports.ts';
import type { Publisher } from '../../ipc/router.ts';
import type { Renewal } from '../../vault/key-renewal.ts';
import type { UnfinishedFiles } from '../../vault/unfinished-files.ts';
import type { Vault } from '../../vault/vault.ts';
import type { CarryingNeeds } from './carrying.ts';
import type { DailyBackups } from './daily-backups.ts';
import type { Proof } from './proof.ts';

/** What the vault's methods need from the app. */
export interface VaultHandlerNeeds {
  readonly vault: Vault;
  readonly unfinished: UnfinishedFiles;
  readonly daily: Pick<DailyBackups, 'view' | 'now' | 'wayChanged'>;
  readonly carrying: CarryingNeeds;
  /** Called when an import has added tokens. */
  readonly onImported: () => void;
  readonly dialogs: Dialogs;
  readonly opener: Opener;
  readonly clock: Clock;
  readonly folder: string;
  readonly lock: () => void;
  /** Changes the stores when the vault gets another data key. */
  readonly followKey: Renewal['follow'];
  readonly publish: Publisher['publish'];
  readonly proof: Proof;
  /** Returns the vault's status with the app's additions. */
  readonly status: () => VaultStatus;
  /** Writes into the record of activity when the vault is open. */
  readonly note: (action: string, sentence: string) => void;
}
