import type { words as english } from '../../../../main/start/words.ts';

/** Holds the German text of the app's start. */
export const words: typeof english = {
  command: {
    doesNotStart: (program: string, why: string) => `keyturn: ${program} startet nicht (${why}).`,
  },
  console: {
    appMissing: (path: string) => `keyturn: Die App ist nicht unter ${path}. Installieren Sie sie erneut.`,
  },
  demo: {
    refused: (why: string) => `keyturn: ${why}`,
    ownAuthority:
      'keyturn: --demo und --extra-ca gehen nicht zusammen. Die Demo vertraut der Zertifizierungsstelle ihrer eigenen Orgs.',
    notice: (sentence: string) => `Demo: ${sentence}`,
    isDemo: 'Das ist bereits die Demo.',
    notStarted: 'Die Demo ist nicht gestartet.',
    tryAgain:
      'Versuchen Sie es erneut. Wenn es wieder fehlschlägt, starten Sie Keyturn in einem Terminal mit --demo, um den Grund zu sehen.',
  },
  index: {
    alreadyRunning: 'keyturn: läuft bereits, das Fenster wurde nach vorn geholt',
    pageDoesNotLoad: (why: string) =>
      `keyturn: kann nicht starten, die eigene Seite lädt nicht (${why}). Installieren Sie es erneut.`,
    restDoesNotLoad:
      'keyturn: Ein Teil lässt sich nicht laden, daher funktioniert das meiste nicht. Installieren Sie Keyturn neu.',
    partDoesNotLoad: 'keyturn: kann nicht starten, ein Teil lädt nicht. Installieren Sie es erneut.',
  },
  installCommand: {
    moveFirst: 'Bewegen Sie Keyturn zuerst in den Ordner „Programme“.',
    linkWouldBreak: 'Ein Link an den aktuellen Ort würde bald nicht mehr funktionieren.',
    ok: 'OK',
    ask: 'Den Befehl keyturn installieren?',
    makesLink: (link: string) => `macOS fragt nach einem Administrator und legt den Link ${link} an.`,
    install: 'Installieren',
    installed: 'Der Befehl keyturn ist installiert.',
    tryIt: 'Öffnen Sie ein neues Terminal, und schreiben Sie: keyturn help',
    notInstalled: 'Der Befehl keyturn wurde nicht installiert.',
    makeByHand: (source: string, link: string) =>
      `macOS hat den Link nicht angelegt. Legen Sie ihn in einem Terminal an: sudo ln -s "${source}" ${link}`,
  },
  sandbox: {
    notAsRoot:
      'keyturn: Keyturn darf nicht als root laufen, weil Chromium dort keine Sandbox hat. Starten Sie es unter Ihrem eigenen Konto.',
  },
  switches: {
    notTaken: (name: string) =>
      `keyturn: Die Option --${name} wird nicht angenommen, weil sie die App für andere öffnen könnte`,
  },
};
