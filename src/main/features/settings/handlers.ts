import type { Settings } from '../../../shared/contract/settings.ts';
import { settingValue } from '../../../shared/setting-value.ts';
import { settingNames } from '../../../shared/settings/words.ts';
import { changedSentence } from '../../base/changes.ts';
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
  /** Called after these settings have changed and are saved, with what the record says about it. */
  readonly onChanged: (names: readonly (keyof Settings)[], sentence: string) => void;
}

/** Returns the methods of settings. */
export function settingsHandlers({
  settings,
  dialogs,
  onNetwork,
  onChanged,
}: SettingsNeeds): Handlers['settings'] {
  /** Tells that these settings changed, and returns all of them. */
  const changed = (before: Settings, names: readonly (keyof Settings)[]) => {
    const after = settings.view();
    const changes = names.map((name) => ({
      name: settingNames[name],
      from: settingValue(before, name),
      to: settingValue(after, name),
    }));
    onChanged(names, changedSentence(changes));
    return settings.view();
  };
  const keepCa = (kept: Parameters<SettingsStore['keepCa']>[0]) => {
    const before = settings.view();
    settings.keepCa(kept);
    onNetwork();
    return changed(before, ['extraCaFile']);
  };
  return {
    get: () => settings.view(),
    set: async ({ change }) => {
      const wanted = defined<Settings>(change);
      const proxy = settings.newProxy(wanted);
      if (proxy !== null && !(await dialogs.confirm(...words.handlers.throughProxy(proxy)))) {
        throw new Failed('cancelled', words.handlers.proxyNotChanged);
      }
      const before = settings.view();
      const names = settings.set(wanted);
      if (names.includes('proxy')) onNetwork();
      return names.length === 0 ? settings.view() : changed(before, names);
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
