import { create } from 'zustand';
import type { EventPayload } from '../../shared/contract/bridge.ts';

/** Holds the last settings from main. */
export const useSettings = create<{ view: EventPayload<'settingsChanged'> | null }>(() => ({ view: null }));

/** Takes the settings from main. */
export const settingsAre = (view: EventPayload<'settingsChanged'>) => useSettings.setState({ view });
