import { create } from 'zustand';
import type { EventPayload } from '../../shared/contract/bridge.ts';

/** The vault as main last told it; null before it did. */
export const useVault = create<{ status: EventPayload<'vaultChanged'> | null }>(() => ({ status: null }));

/** Main has told how the vault is. */
export const vaultIs = (status: EventPayload<'vaultChanged'>) => useVault.setState({ status });
