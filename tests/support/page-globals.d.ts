import type { Bridge } from '../../src/shared/contract/bridge.ts';

declare global {
  /** The page's own window, inside page.evaluate. */
  var window: { readonly keyturn: Bridge };
}
