import type { Settings } from '../../../shared/contract/settings.ts';
import { defined } from '../../base/defined.ts';
import { Failed } from '../../base/failure.ts';
import type { Dialogs } from '../../base/ports.ts';
import { shownText } from '../../base/shown.ts';
import type { Handlers } from '../../ipc/router.ts';
import { type ExtraCa, readExtraCa } from './extra-ca.ts';
import type { SettingsStore } from './store.ts';
import { words } from './words.ts';

export interface SettingsNeeds {
  readonly settings: SettingsStore;
  readonly dialogs: Dialogs;
  /** Called when the proxy or the roots have changed. */
  readonly onNetwork: () => void;
  /** Called after these settings have changed and are saved. */
  readonly onChanged: (names: readonly (keyof Settings)[]) => void;
}

/** Returns the methods of settings. */
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
    set: async ({ change }) => {
      const wanted = defined<Settings>(change);
      const proxy = settings.newProxy(wanted);
      if (proxy !== null && !(await dialogs.confirm(...words.handlers.throughProxy(proxy)))) {
        throw new Failed('cancelled', words.handlers.proxyNotChanged);
      }
      settings.set(wanted);
      if ('proxy' in change) onNetwork();
      onChanged(Object.keys(change) as (keyof Settings)[]);
      return settings.view();
    },
    chooseExtraCa: async () => {
      const file = await dialogs.openFile(words.handlers.chooseFile, [
        'pem',
        'crt',
        'cer',
        'der',
        'p7b',
        'p7c',
      ]);
      if (file === null) return settings.view();
      const ca = readExtraCa(file);
      if (!ca.view.ok) throw new Failed('file', ca.view.sentence, words.handlers.nothingChanged);
      return keepCa({ file, ca });
    },
    takeExtraCa: async () => {
      const found = settings.otherCa();
      if (found === null) {
        throw new Failed('not-found', words.handlers.noOther);
      }
      const { file, kept, other } = found;
      const yes = await dialogs.confirm(
        words.handlers.askTrust,
        words.handlers.trust(shownText(file, 1_000), listed(other), kept === null ? null : listed(kept)),
        words.handlers.trustThem,
      );
      // This keeps the certificates that the dialog showed, even if the file has changed since.
      return yes ? keepCa({ file, ca: other }) : settings.view();
    },
    removeExtraCa: () => keepCa(null),
  };
}

const mostListed = 8;

function listed({ certificates }: ExtraCa): string {
  const lines = certificates
    .slice(0, mostListed)
    .map(({ name, fingerprint }) => words.handlers.sha256(name, fingerprint));
  const more = certificates.length - lines.length;
  return [...lines, ...(more > 0 ? [words.handlers.more(more)] : [])].join('\n');
}
