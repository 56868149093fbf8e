import type { words as english } from '../../../../../main/features/updates/words.ts';

/** Holds the German text of updates. */
export const words: typeof english = {
  desk: {
    notReady: 'Keine neuere Version ist bereit.',
    off: 'Keyturn sucht hier nicht nach Updates.',
    seeSettings: 'Den Grund nennen die Einstellungen.',
    rotationRuns: 'Ein Schritt einer Rotation läuft. Deshalb startet Keyturn jetzt nicht neu.',
    jobRuns: 'Ein Auftrag ändert gerade Benutzer. Deshalb startet Keyturn jetzt nicht neu.',
    afterIt: 'Starten Sie neu, wenn er beendet ist, oder halten Sie den Auftrag an.',
  },
};
