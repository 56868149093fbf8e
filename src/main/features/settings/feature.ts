import type { Feature } from '../../app/feature.ts';
import { type SettingsNeeds, settingsHandlers } from './handlers.ts';

export interface SettingsFeature extends Feature<'settings'> {
  /** Tells the window and the system how the settings stand. */
  tell(): void;
}

/** Settings. What is sealed in the vault shows once it is open. */
export function settingsFeature(needs: SettingsNeeds & { readonly tell: () => void }): SettingsFeature {
  return { name: 'settings', handlers: settingsHandlers(needs), opened: needs.tell, tell: needs.tell };
}
