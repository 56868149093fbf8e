import { create } from 'zustand';
import type { EventPayload } from '../../shared/contract/bridge.ts';

/** Holds the state of the vault that main told last. It is null until main has told it. */
export const useVault = create<{ status: EventPayload<'vaultChanged'> | null }>(() => ({ status: null }));

/** Takes the state of the vault from main. */
export const vaultIs = (status: EventPayload<'vaultChanged'>) => useVault.setState({ status });
