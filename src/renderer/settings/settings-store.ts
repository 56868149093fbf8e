import { create } from 'zustand';
import type { EventPayload } from '../../shared/contract/bridge.ts';

/** The settings as main last told them. */
export const useSettings = create<{ view: EventPayload<'settingsChanged'> | null }>(() => ({ view: null }));

/** Main has told the settings. */
export const settingsAre = (view: EventPayload<'settingsChanged'>) => useSettings.setState({ view });
