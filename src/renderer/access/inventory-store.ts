import { create } from 'zustand';
import type { Inventory } from '../../shared/contract/access.ts';
import { bridge, type Failure } from '../bridge.ts';

interface InventoryState {
  readonly orgId: string | null;
  readonly inventory: Inventory | null;
  readonly busy: boolean;
  readonly failure: Failure | null;
  readonly filter: string;
}

/** Holds the inventory that was read last. It is in the page's memory alone, and a lock wipes it. */
export const useInventory = create<InventoryState>(() => ({
  orgId: null,
  inventory: null,
  busy: false,
  failure: null,
  filter: 'all',
}));

/** Picks an org. The inventory of another org is forgotten. */
export const pickInventoryOrg = (orgId: string) => {
  if (useInventory.getState().orgId !== orgId)
    useInventory.setState({ orgId, inventory: null, failure: null });
};

/** Reads an org's tokens from Okta. An answer for an org that is no longer picked is dropped. */
export async function readInventory(orgId: string): Promise<void> {
  useInventory.setState({ orgId, busy: true, failure: null });
  const answer = await bridge.access.inventory({ orgId });
  if (useInventory.getState().orgId !== orgId) {
    useInventory.setState({ busy: false });
    return;
  }
  useInventory.setState(
    answer.ok ? { busy: false, inventory: answer.value } : { busy: false, failure: answer.error },
  );
}

/** Shows the tokens of one kind. `all` shows every token. */
export const filterInventory = (filter: string) => useInventory.setState({ filter });
