import type { Settings } from '../../../shared/contract/settings.ts';
import { languages } from '../../../shared/languages.ts';
import { readOwnFile } from '../../base/own-file.ts';

/** The settings that Keyturn needs before the vault opens. None of them names a host or a person. */
export type PlainSettings = Omit<Settings, 'extraCaFile' | 'proxy'>;

export const defaults: PlainSettings = {
  theme: 'system',
  language: 'system',
  lockAfterMinutes: 15,
  lockOnSuspend: true,
  lockOnScreenLock: true,
  contentProtection: true,
  startMinimised: false,
  notifications: true,
  quietHours: null,
  startAtLogin: false,
  showInTray: true,
  usageKeepDays: 90,
  programsPort: 4730,
  lookForUpdates: true,
};

/** The settings that the first window, the tray and the system need from the start. */
export type BeforeWindow = Pick<
  PlainSettings,
  'theme' | 'language' | 'contentProtection' | 'startMinimised' | 'startAtLogin' | 'showInTray'
>;

const themes: Readonly<Record<Settings['theme'], true>> = { system: true, light: true, dark: true };

/**
 * Reads the settings that the window needs from the settings' file. It reads like `readSettings`, but without the contract's schemas,
 * because loading these takes longer than everything before the window. tests/unit/settings checks that both agree.
 */
export function readBeforeWindow(file: string): BeforeWindow {
  const entry = entriesOf(file);
  const flag = (name: Exclude<keyof BeforeWindow, 'theme' | 'language'>): boolean => {
    const value = entry(name);
    return typeof value === 'boolean' ? value : defaults[name];
  };
  const theme = entry('theme');
  const language = entry('language');
  return {
    theme: isTheme(theme) ? theme : defaults.theme,
    language: languages.find((one) => one === language) ?? defaults.language,
    contentProtection: flag('contentProtection'),
    startMinimised: flag('startMinimised'),
    startAtLogin: flag('startAtLogin'),
    showInTray: flag('showInTray'),
  };
}

/** Returns a function for the entries of the file. It returns undefined when there is no file yet, or when the file is not Keyturn's. */
function entriesOf(file: string): (name: keyof PlainSettings) => unknown {
  let found: unknown = null;
  try {
    found = JSON.parse(readOwnFile(file));
  } catch {
    // The defaults apply.
  }
  return (name) =>
    typeof found === 'object' && found !== null && Object.hasOwn(found, name)
      ? Reflect.get(found, name)
      : undefined;
}

function isTheme(value: unknown): value is Settings['theme'] {
  return typeof value === 'string' && Object.hasOwn(themes, value);
}
