import { readFileSync } from 'node:fs';
import type { Settings } from '../../../shared/contract/settings.ts';

/** The settings needed before the vault opens; nothing in them names a host or a person. */
export type PlainSettings = Omit<Settings, 'extraCaFile' | 'proxy'>;

export const defaults: PlainSettings = {
  theme: 'system',
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
};

/** What the first window, the tray and the system follow from the first moment on. */
export type BeforeWindow = Pick<
  PlainSettings,
  'theme' | 'contentProtection' | 'startMinimised' | 'startAtLogin' | 'showInTray'
>;

const themes: Readonly<Record<Settings['theme'], true>> = { system: true, light: true, dark: true };

/**
 * Reads as much of the settings' file as the window needs, as `readSettings` would, but without the contract's schemas, which take longer to
 * load than all that comes before the window. tests/unit/settings holds the two together.
 */
export function readBeforeWindow(file: string): BeforeWindow {
  const entry = entriesOf(file);
  const flag = (name: Exclude<keyof BeforeWindow, 'theme'>): boolean => {
    const value = entry(name);
    return typeof value === 'boolean' ? value : defaults[name];
  };
  const theme = entry('theme');
  return {
    theme: isTheme(theme) ? theme : defaults.theme,
    contentProtection: flag('contentProtection'),
    startMinimised: flag('startMinimised'),
    startAtLogin: flag('startAtLogin'),
    showInTray: flag('showInTray'),
  };
}

/** What the file says of a setting; undefined where there is no file yet, or none of ours. */
function entriesOf(file: string): (name: keyof PlainSettings) => unknown {
  let found: unknown = null;
  try {
    found = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    // The defaults hold.
  }
  return (name) =>
    typeof found === 'object' && found !== null && Object.hasOwn(found, name)
      ? Reflect.get(found, name)
      : undefined;
}

function isTheme(value: unknown): value is Settings['theme'] {
  return typeof value === 'string' && Object.hasOwn(themes, value);
}
