import type { Feature } from '../../app/feature.ts';
import { type SettingsNeeds, settingsHandlers } from './handlers.ts';

export interface SettingsFeature extends Feature<'settings'> {
  /** Tells the window and the system about the settings. */
  tell(): void;
}

/** Returns the feature for the settings. The settings sealed in the vault show after it opens. */
export function settingsFeature(needs: SettingsNeeds & { readonly tell: () => void }): SettingsFeature {
  return { name: 'settings', handlers: settingsHandlers(needs), opened: needs.tell, tell: needs.tell };
}
