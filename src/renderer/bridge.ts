import type { Bridge } from '../shared/contract/bridge.ts';
import type { Failure, Result } from '../shared/contract/failure.ts';

declare global {
  interface Window {
    readonly keyturn: Bridge;
  }
}

/** The one way to the main process. */
export const bridge: Bridge = window.keyturn;

export type { Failure, Result };
