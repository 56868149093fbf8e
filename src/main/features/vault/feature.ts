import type { Feature } from '../../app/feature.ts';
import type { Log } from '../../base/ports.ts';
import type { AutoLock } from './auto-lock.ts';
import { DailyBackups } from './daily-backups.ts';
import type { VaultHandlerNeeds } from './handler-needs.ts';
import { vaultHandlers } from './handlers.ts';
import { words } from './words.ts';

export interface VaultNeeds extends Omit<VaultHandlerNeeds, 'daily'> {
  readonly log: Log;
  /** It begins when the vault opens. */
  readonly autoLock: AutoLock;
  /** Tells the window the vault's status. */
  readonly tellStatus: () => void;
}

/** The feature that opens, locks and backs up the vault, also without a person. */
export interface VaultFeature extends Feature<'vault'> {
  /** Restarts the time until the lock, because the person did something or changed that time. */
  restartLock(): void;
  /** Locks at once when the time passed during the computer's sleep. */
  catchUp(): void;
}

/** Returns the feature. It locks by `needs.lock`, which goes through all features. */
export function vaultFeature(needs: VaultNeeds): VaultFeature {
  const { vault, autoLock } = needs;
  const daily = new DailyBackups(needs);
  return {
    name: 'vault',
    handlers: vaultHandlers({ ...needs, daily }),
    opened: () => {
      needs.unfinished.sweep();
      needs.note('vault.opened', words.record.opened(vault.status().keptIn?.sentence ?? ''));
      daily.opened();
    },
    lock: () => {
      autoLock.stop();
      daily.stop();
      needs.proof.forget();
    },
    end: () => {
      autoLock.stop();
      daily.end();
    },
    restartLock: () => {
      if (vault.status().phase !== 'open' || !vault.canLock()) return;
      autoLock.restart();
      needs.tellStatus();
    },
    catchUp: () => autoLock.catchUp(),
  };
}
