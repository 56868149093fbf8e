import { plural } from '../plural.ts';

/** The name of each setting: the window shows it beside the setting, and the record names what was changed. */
export const settingNames = {
  theme: 'Theme',
  language: 'Language',
  extraCaFile: 'Extra CA file',
  proxy: 'Proxy',
  lockAfterMinutes: 'Lock after',
  lockOnSuspend: 'Lock on suspend',
  lockOnScreenLock: 'Lock with the screen',
  contentProtection: 'Keep out of screenshots',
  startMinimised: 'Start minimised',
  notifications: 'Notifications',
  quietHours: 'Quiet hours',
  startAtLogin: 'Start at login',
  showInTray: 'Show in the tray',
  usageKeepDays: 'Keep the use of tokens for',
  programsPort: 'Port for programs',
  lookForUpdates: 'Check for updates',
};

/** The words of the settings' values: the window offers them, and the record says what was chosen. */
export const settingValues = {
  on: 'On',
  off: 'Off',
  system: 'System',
  theme: { light: 'Light', dark: 'Dark' },
  languages: { en: 'English', de: 'Deutsch', ja: '日本語' },
  proxy: { none: 'None', custom: 'Custom' },
  noFile: 'None',
  never: 'Never',
  minutes: (count: number) => plural(count, 'minute', 'minutes'),
  doNotReadLog: 'Do not read the log',
  days: (count: number) => plural(count, 'day', 'days'),
  hours: (from: string, to: string) => `${from} to ${to}`,
};
