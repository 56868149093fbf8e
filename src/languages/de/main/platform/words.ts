import type { words as english } from '../../../../main/platform/words.ts';

const withScreenLock = 'Wenn die Bildschirmsperre oder der Bildschirmschoner startet.';

/** Holds the German text of the system's own parts: menu, tray, dialogs, keyring. */
export const words: typeof english = {
  loginItem: {
    notChanged: (why: string) =>
      `Der Eintrag, der Keyturn bei der Anmeldung startet, wurde nicht geändert: ${why}.`,
  },
  appName: 'Keyturn',
  policySource: {
    notOnlyRoots: (path: string) =>
      `Ein anderes Konto als root kann ${path} schreiben. Deshalb verwendet Keyturn die Datei nicht als Richtlinie dieses Computers.`,
    tooLarge: 'Die Richtlinie ist größer als 64\u00a0KB.',
    notJson: (why: string) =>
      `Die Richtlinie ist kein JSON: ${why}. Kommentare und ein Komma hinter dem letzten Eintrag sind nicht erlaubt.`,
    twice: (name: string) => `Die Richtlinie enthält den Eintrag ${name} zweimal. Behalten Sie einen davon.`,
    notUtf8: 'Die Richtlinie ist kein JSON in UTF-8. Speichern Sie sie als UTF-8.',
    notAFile: (path: string) =>
      `${path} ist keine Datei. Deshalb verwendet Keyturn das nicht als Richtlinie dieses Computers.`,
  },
  dialogs: {
    cancel: 'Abbrechen',
    allFiles: 'Alle Dateien',
  },
  menu: {
    file: 'Datei',
    addToken: 'Token hinzufügen',
    testAll: 'Alle testen',
    lock: 'Sperren',
    settings: 'Einstellungen',
    installCommand: 'Befehl keyturn installieren…',
    quit: 'Beenden',
    view: 'Ansicht',
    tokens: 'Tokens',
    find: 'Suchen',
    commands: 'Befehle',
    actualSize: 'Originalgröße',
    zoomIn: 'Vergrößern',
    zoomOut: 'Verkleinern',
  },
  safeStorage: {
    unknownMark:
      'Dieses System hat einen Schlüsselbund, den Keyturn nicht kennt. Keyturn kann deshalb nicht feststellen, ob dessen Schlüssel ein echter ist.',
    gnomeKeyring: 'GNOME Keyring',
    kwallet: 'KWallet',
    keychain: 'Schlüsselbund',
    windows: 'Windows (DPAPI)',
    systemKeyring: 'Systemschlüsselbund',
  },
  screenLock: {
    looking: withScreenLock,
    'screen-saver': withScreenLock,
    logind:
      'Wenn die Sitzung über logind gesperrt wird (loginctl lock-session). Hier antwortet kein Bildschirmschoner. Keyturn bemerkt kein Sperrprogramm, das logind nichts meldet, wie i3lock oder swaylock.',
    nobody:
      'Hier nicht verfügbar. Weder logind noch ein Bildschirmschoner antwortet. Keyturn kann deshalb nicht wissen, wann der Bildschirm gesperrt ist. Sperren Sie nach einer Zeit ohne Nutzung oder von Hand.',
    lost: 'Jetzt nicht verfügbar. Die Verbindung zum Nachrichtenbus dieses Systems ging verloren. Keyturn versucht weiter, ihn zu erreichen.',
    otherSystems: 'Wenn die Bildschirmsperre des Systems startet.',
  },
  tray: {
    tip: (line: string) => `Keyturn: ${line}`,
    show: 'Keyturn anzeigen',
    testAll: 'Alle testen',
    lock: 'Sperren',
    quit: 'Beenden',
  },
};
