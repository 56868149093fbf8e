import type { settingNames as english } from '../../../../shared/settings/words.ts';

/** The German names of the settings. */
export const settingNames: typeof english = {
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
