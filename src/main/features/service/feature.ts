import type { Feature } from '../../app/feature.ts';
import type { Vault } from '../../vault/vault.ts';
import { ServiceDesk, type ServiceNeeds } from './desk.ts';
import { serviceHandlers } from './handlers.ts';
import { ServiceStore } from './store.ts';

/** Returns the feature that moves a token's job to an OAuth service app. */
export function serviceFeature(
  needs: Omit<ServiceNeeds, 'store'> & { readonly vault: Vault },
): Feature<'service'> {
  const desk = new ServiceDesk({ ...needs, store: new ServiceStore(needs.vault) });
  const cancel = () => desk.cancelAll();
  return { name: 'service', handlers: serviceHandlers(desk), lock: cancel, end: cancel };
}
