import type { Handlers } from '../ipc/router.ts';

/**
 * One feature of the app. The app calls its features in order when the vault opens, and in reverse order when the vault locks and when the
 * app ends. So each feature wipes its own secrets.
 */
export interface Feature<N extends keyof Handlers = keyof Handlers> {
  /** Its name in the contract: `window.keyturn.<name>`. */
  readonly name: N;
  /** One function for each of its methods in the contract. */
  readonly handlers: Handlers[N];
  /** Called when the vault has opened. The feature can read its rows from now on. */
  readonly opened?: () => void;
  /** Called before the vault locks. Ends the running work, and wipes every secret and key of the feature. Never throws. */
  readonly lock?: () => void | Promise<void>;
  /** Called before the app ends. Does the same as `lock`, and stops timers. Never throws. */
  readonly end?: () => void | Promise<void>;
}
