import type { Bridge } from '../shared/contract/bridge.ts';
import type { Failure, Result } from '../shared/contract/failure.ts';

declare global {
  interface Window {
    readonly keyturn: Bridge;
  }
}

/** Calls the main process, and hears from it. There is no other way. */
export const bridge: Bridge = window.keyturn;

export type { Failure, Result };
