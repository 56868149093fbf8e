import type { words as english } from '../../../../main/ipc/words.ts';

/** Holds the German text of the router. */
export const words: typeof english = {
  channels: {
    notTrusted: 'Diese Seite darf Keyturn nichts fragen.',
  },
  parts: {
    doesNotLoad:
      'Ein Teil von Keyturn lässt sich nicht laden, daher ist das nicht möglich. Nichts Gespeichertes ist verloren.',
    installAgain: 'Installieren Sie Keyturn neu.',
  },
  router: {
    notUnderstood: 'Keyturn hat die Anfrage nicht verstanden.',
    checkInput: 'Prüfen Sie Ihre Eingabe.',
    unexpected: 'In Keyturn ist ein Fehler aufgetreten. Nichts Gespeichertes ist verloren.',
    reportIt:
      'Versuchen Sie es noch einmal. Wenn es wieder geschieht, melden Sie es mit der Logdatei aus dem Ordner, den die Einstellungen zeigen.',
  },
};
