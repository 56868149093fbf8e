import { plural } from '../../../../shared/plural.ts';
import type {
  settingNames as englishNames,
  settingValues as englishValues,
} from '../../../../shared/settings/words.ts';

/** The German names of the settings. */
export const settingNames: typeof englishNames = {
  theme: 'Design',
  language: 'Sprache',
  extraCaFile: 'Zusätzliche CA-Datei',
  proxy: 'Proxy',
  lockAfterMinutes: 'Sperren nach',
  lockOnSuspend: 'Im Ruhezustand sperren',
  lockOnScreenLock: 'Mit dem Bildschirm sperren',
  contentProtection: 'Aus Bildschirmfotos heraushalten',
  startMinimised: 'Minimiert starten',
  notifications: 'Benachrichtigungen',
  quietHours: 'Ruhezeiten',
  startAtLogin: 'Beim Anmelden starten',
  showInTray: 'Im Infobereich anzeigen',
  usageKeepDays: 'Nutzung der Tokens aufbewahren für',
  programsPort: 'Port für Programme',
  lookForUpdates: 'Nach Updates suchen',
};

/** The German words of the settings' values. */
export const settingValues: typeof englishValues = {
  on: 'Ein',
  off: 'Aus',
  system: 'System',
  theme: { light: 'Hell', dark: 'Dunkel' },
  languages: { en: 'English', de: 'Deutsch', ja: '日本語' },
  proxy: { none: 'Keiner', custom: 'Eigener' },
  noFile: 'Keine',
  never: 'Nie',
  minutes: (count: number) => plural(count, 'Minute', 'Minuten'),
  doNotReadLog: 'Log nicht lesen',
  days: (count: number) => plural(count, 'Tag', 'Tage'),
  hours: (from: string, to: string) => `${from} bis ${to}`,
};
