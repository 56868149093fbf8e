import type { words as english } from '../../../../../main/features/commands/words.ts';

/** Holds the German text of the app's messages to the `keyturn` command. */
export const words: typeof english = {
  desk: {
    locked: 'Keyturn ist gesperrt. Entsperren Sie es, um fortzufahren.',
    stayedLocked: 'Keyturn ist gesperrt, und niemand hat es innerhalb von zwei Minuten entsperrt.',
    several: (count: number, name: string, ids: string) =>
      `${count} Tokens oder Apps haben den Namen ${name}. Schreiben Sie eine der IDs: ${ids}.`,
    noToken: (name: string) =>
      `Kein Token und keine App hat den Namen ${name}. keyturn ls listet die Namen auf.`,
    isApp: (label: string) =>
      `${label} ist eine OAuth-App. Ändern Sie ihren Schlüssel auf ihrer Seite im Fenster von Keyturn.`,
    changedMeanwhile: 'Die App wurde geändert, während Keyturn sie getestet hat. Testen Sie sie erneut.',
  },
  serve: {
    notKnown: 'Dieses keyturn verlangt etwas, das das laufende Keyturn nicht kennt.',
    wentWrong: 'In Keyturn ist ein Fehler aufgetreten. Die Logdatei enthält die Einzelheiten.',
  },
};
