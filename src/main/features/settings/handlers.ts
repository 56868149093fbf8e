import type { Settings } from '../../../shared/contract/settings.ts';
import { defined } from '../../base/defined.ts';
import { Failed } from '../../base/failure.ts';
import { oneLine } from '../../base/one-line.ts';
import type { Dialogs } from '../../base/ports.ts';
import type { Handlers } from '../../ipc/router.ts';
import { type ExtraCa, readExtraCa } from './extra-ca.ts';
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
  const keepCa = (kept: Parameters<SettingsStore['keepCa']>[0]) => {
    settings.keepCa(kept);
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
      if (file === null) return settings.view();
      const ca = readExtraCa(file);
      if (!ca.view.ok) throw new Failed('file', ca.view.sentence, 'Nothing was changed.');
      return keepCa({ file, ca });
    },
    takeExtraCa: async () => {
      const found = settings.otherCa();
      if (found === null) {
        throw new Failed('not-found', 'The file holds no other certificates that could be used.');
      }
      const { file, kept, other } = found;
      const yes = await dialogs.confirm(
        'Trust other certificates for calls to Okta?',
        `Whoever has their keys can read and change these calls, tokens too.\n\nFile: ${oneLine(file)}\n\nNow in the file:\n${listed(other)}\n\nTrusted so far:\n${kept === null ? 'none' : listed(kept)}`,
        'Trust them',
      );
      // What was shown is kept, whatever the file holds by now.
      return yes ? keepCa({ file, ca: other }) : settings.view();
    },
    removeExtraCa: () => keepCa(null),
  };
}

const mostListed = 8;

function listed({ certificates }: ExtraCa): string {
  const lines = certificates
    .slice(0, mostListed)
    .map(({ name, fingerprint }) => `${name}, SHA-256 ${fingerprint}`);
  const more = certificates.length - lines.length;
  return [...lines, ...(more > 0 ? [`and ${more} more`] : [])].join('\n');
}
