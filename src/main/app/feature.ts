import type { Handlers } from '../ipc/router.ts';

/**
 * One feature, as the app plugs it in. The app walks its list of features forward when the vault opens, and backward when it locks and
 * when the app ends, so each feature says for itself what it must let go of.
 */
export interface Feature<N extends keyof Handlers = keyof Handlers> {
  /** Its name in the contract: `window.keyturn.<name>`. */
  readonly name: N;
  /** One function for each of its methods in the contract. */
  readonly handlers: Handlers[N];
  /** The vault has opened: its rows can be read from now on. */
  readonly opened?: () => void;
  /** The vault is about to lock: ends what runs, and wipes every secret and key the feature holds. Never throws. */
  readonly lock?: () => void | Promise<void>;
  /** The app is about to end: as `lock`, and timers stop. Never throws. */
  readonly end?: () => void | Promise<void>;
}
