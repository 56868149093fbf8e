import type { Feature } from '../../app/feature.ts';
import type { Log } from '../../base/ports.ts';
import { AutoLock } from './auto-lock.ts';
import { DailyBackups } from './daily-backups.ts';
import { type VaultHandlerNeeds, vaultHandlers } from './handlers.ts';
import { words } from './words.ts';

export interface VaultNeeds extends Omit<VaultHandlerNeeds, 'status' | 'daily'> {
  readonly log: Log;
  /** Returns why Keyturn does not use an existing keyring. The text is empty when there is nothing to say. */
  readonly keyringDoubt: () => string;
  /** 0 means never. */
  readonly lockAfterMinutes: () => number;
}

/** The feature that opens, locks and backs up the vault, also without a person. */
export interface VaultFeature extends Feature<'vault'> {
  /** Tells the window the vault's status. */
  tell(): void;
  /** Restarts the time until the lock, because the person did something or changed that time. */
  restartLock(): void;
  /** Locks at once when the time passed during the computer's sleep. */
  catchUp(): void;
}

/** Returns the feature. It locks by `needs.lock`, which goes through all features. */
export function vaultFeature(needs: VaultNeeds): VaultFeature {
  const { vault, clock, publish } = needs;
  const autoLock = new AutoLock(clock, needs.lockAfterMinutes, needs.lock);
  const daily = new DailyBackups(needs);
  const status = () => {
    const doubt = needs.keyringDoubt();
    return { ...vault.status(), locksAt: autoLock.locksAt, ...(doubt === '' ? {} : { keyringDoubt: doubt }) };
  };
  const tell = () => publish('vaultChanged', status());
  return {
    name: 'vault',
    handlers: vaultHandlers({ ...needs, daily, status }),
    opened: () => {
      if (vault.canLock()) autoLock.restart();
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
    tell,
    restartLock: () => {
      if (vault.status().phase !== 'open' || !vault.canLock()) return;
      autoLock.restart();
      tell();
    },
    catchUp: () => autoLock.catchUp(),
  };
}
