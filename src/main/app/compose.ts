import { freeMemory } from '../base/freed-memory.ts';
import { oneDialogAtATime } from '../base/one-dialog.ts';
import type { SettingsStore } from '../features/settings/store.ts';
import type { Handlers } from '../ipc/router.ts';
import { buildFeatures } from './features.ts';
import { type Front, openFront } from './front.ts';
import { openHouse } from './house.ts';
import { words } from './words.ts';
import type { World } from './world.ts';

/** The running features, as the app's start, its menu and the power events need them. */
export interface Keyturn {
  readonly handlers: Handlers;
  readonly settings: SettingsStore;
  /** Looks for the vault. Call it after the first paint, because the keyring may show a prompt. */
  start(): Promise<void>;
  /** Locks the vault, if it can be locked. */
  lock(): void;
  /** Does the work that is overdue after sleep. */
  wake(): void;
  /** Tells the window that the system's facts in Settings have changed. */
  systemChanged(): void;
  /** Tests all tokens, for the tray. */
  testAll(): void;
  /** Wipes the memory and clears the clipboard. The app may end after it. */
  end(): Promise<void>;
}

/** Builds the app on its front, in the order of the app's start. The front's vault may be open already. */
export function compose(given: World, front: Front = openFront(given)): Keyturn {
  // 1. The Okta client and the stores.
  const world = { ...given, dialogs: oneDialogAtATime(given.dialogs) };
  const house = openHouse(world, front);
  const { vault, settings, isOpen, note } = house;

  // 2. The features, in the order of opening.
  const { list, commands, keeping, life, programs, setting, testing, updates, usage } = buildFeatures(house);

  // 3. What happens when the vault opens and locks. The front has told the window.
  let wasOpen = false;
  const follow = (): void => {
    if (isOpen() && !wasOpen) {
      void house.client.networkChanged();
      list.opened();
      commands.opened();
    }
    // Damage closes an open vault without a lock.
    if (!isOpen() && wasOpen) {
      usage.desk.stop();
      house.removals.clear();
    }
    wasOpen = isOpen();
    house.showKept();
  };
  vault.onChange(follow);
  if (isOpen()) follow();

  /** Makes every feature wipe its secrets, locks the vault, and loads the page again. */
  front.lockBy(() => {
    if (!vault.canLock()) return;
    const released = list.lock();
    note({ action: 'vault.locked', sentence: words.compose.locked });
    vault.lock();
    void house.client.networkChanged();
    world.reloadWindow();
    // This runs in its own turn of the event loop, when no caller holds the data any more.
    const failed = (error: unknown) => world.log.note('lock.trouble', { error: String(error) });
    void released.catch(failed).then(() => setImmediate(freeMemory));
  });

  return {
    handlers: list.handlers,
    settings,
    lock: front.lock,
    start: async () => {
      programs.listen();
      updates.desk.settle();
      await vault.start();
    },
    wake: () => {
      keeping.catchUp();
      life.desk.look();
    },
    systemChanged: () => setting.tell(),
    testAll: () => {
      if (isOpen()) testing.desk.testAll();
    },
    end: async () => {
      await list.end();
      await house.close();
    },
  };
}
