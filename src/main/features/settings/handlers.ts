import type { Settings } from '../../../shared/contract/models.ts';
import { defined } from '../../base/defined.ts';
import type { Dialogs } from '../../base/ports.ts';
import type { Handlers } from '../../ipc/router.ts';
import type { SettingsStore } from './store.ts';

export interface SettingsNeeds {
  readonly settings: SettingsStore;
  readonly dialogs: Dialogs;
  /** Proxy or roots are others now. */
  readonly onNetwork: () => void;
  /** These were changed and are kept. */
  readonly onChanged: (names: readonly string[]) => void;
}

/** The methods of settings. */
export function settingsHandlers({
  settings,
  dialogs,
  onNetwork,
  onChanged,
}: SettingsNeeds): Handlers['settings'] {
  const setExtraCa = (extraCaFile: string | null) => {
    settings.set({ extraCaFile });
    onNetwork();
    onChanged(['extraCaFile']);
    return settings.view();
  };
  return {
    get: () => settings.view(),
    set: ({ change }) => {
      settings.set(defined<Settings>(change));
      if ('proxy' in change) onNetwork();
      onChanged(Object.keys(change));
      return settings.view();
    },
    chooseExtraCa: async () => {
      const file = await dialogs.openFile('Choose a file of CA certificates', ['pem', 'crt', 'cer']);
      return file === null ? settings.view() : setExtraCa(file);
    },
    removeExtraCa: () => setExtraCa(null),
  };
}
