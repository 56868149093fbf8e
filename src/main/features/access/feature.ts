import type { Feature } from '../../app/feature.ts';
import type { Vault } from '../../vault/vault.ts';
import { AccessDesk, type AccessNeeds } from './desk.ts';
import { accessHandlers } from './handlers.ts';
import { AccessStore } from './store.ts';

/** The feature that shows and restricts what tokens may do. */
export interface AccessFeature extends Feature<'access'> {
  readonly desk: AccessDesk;
}

/** Returns the feature. Its calls end when the vault locks and when the app ends. */
export function accessFeature(needs: Omit<AccessNeeds, 'store'> & { readonly vault: Vault }): AccessFeature {
  const desk = new AccessDesk({ ...needs, store: new AccessStore(needs.vault) });
  const cancel = () => desk.cancelAll();
  return { name: 'access', handlers: accessHandlers(desk), lock: cancel, end: cancel, desk };
}
