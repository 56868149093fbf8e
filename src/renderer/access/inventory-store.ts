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

/** Holds the last inventory, in the page's memory only. A lock wipes it. */
export const useInventory = create<InventoryState>(() => ({
  orgId: null,
  inventory: null,
  busy: false,
  failure: null,
  filter: 'all',
}));

/** Picks an org, and drops the inventory of another org. */
export const pickInventoryOrg = (orgId: string) => {
  if (useInventory.getState().orgId !== orgId)
    useInventory.setState({ orgId, inventory: null, failure: null });
};

/** Reads an org's tokens from Okta. It drops an answer for an org that is no longer picked. */
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
