import type { words as english } from '../../../../main/app/words.ts';
import { series } from '../../../../shared/listed.ts';

/** Holds the German text of the record and of notices that concern several features. */
export const words: typeof english = {
  compose: {
    locked: 'Gesperrt.',
  },
  features: {
    changed: (names: readonly string[]) => `Geändert: ${series(names)}.`,
    // The settings as the Settings page names them.
    settingNames: {
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
    },
  },
  needs: {
    commandWaits: 'Ein Befehl wartet darauf, dass Sie Keyturn entsperren.',
    imported: 'Von einem anderen Computer importiert.',
  },
  witnesses: {
    app: (label: string) => `die App „${label}“`,
    token: (label: string) => `das Token „${label}“`,
  },
  tokenNeeds: {
    removed: 'Aus Keyturn entfernt. In Okta funktioniert es weiter.',
    broughtBack: 'Das Entfernen wurde rückgängig gemacht.',
  },
};
