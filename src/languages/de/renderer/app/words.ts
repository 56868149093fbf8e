import type { words as english } from '../../../../renderer/app/words.ts';
import { number } from '../../../../shared/plural.ts';

/** Holds the German text of the words that the first screen needs. */
export const words: typeof english = {
  app: {
    opening: 'Wird geöffnet',
  },
  clipboardChip: {
    clearsByItself: 'Kopiert. Keyturn leert die Zwischenablage.',
    clearsIn: (seconds: number) => `Kopiert. Zwischenablage wird in ${seconds}\u00a0s geleert`,
  },
  demoBar: {
    title: 'Keyturn, Demo',
    demo: 'Demo.',
    whatItIs: 'Nichts hier erreicht Okta. Beim Beenden wird alles verworfen.',
  },
  firstRun: {
    welcome: 'Willkommen',
    title: 'Keyturn verwaltet Ihre API-Tokens für Okta',
    create: 'Es führt Sie, wenn Sie in der Admin Console ein API-Token erstellen.',
    keep: 'Es bewahrt jedes Token verschlüsselt auf diesem Computer auf und sendet es nur an seine eigene Okta-Org.',
    test: 'Es testet, überwacht und ersetzt das Token, bis das Token mit Nachweis widerrufen ist.',
    startingDemo: 'Demo wird gestartet…',
    noTokensYet:
      'Noch keine Tokens. Sie brauchen die Adresse Ihrer Org oder eine Sicherung von einem anderen Computer.',
  },
  nothingOpen: {
    pickToken: 'Wählen Sie ein Token, um seine Seite zu sehen',
    pageWillBeHere: 'Hier erscheint die Seite eines Tokens',
  },
  shortcuts: {
    openTheToken: 'Token öffnen',
    rotateToken: 'Token rotieren',
    undo: 'Letzte Änderung rückgängig machen',
    zoomIn: 'Vergrößern',
    zoomOut: 'Verkleinern',
    actualSize: 'Originalgröße',
    quit: 'Keyturn beenden',
    thisList: 'Diese Liste',
    or: 'oder',
  },
  sidebar: {
    keyturn: 'Keyturn',
    aboutThisPage: 'Über diese Seite',
    aboutAndNew: 'Über diese Seite. Was in dieser Version neu ist',
    new: (fresh: number) => `${number(fresh)} neu`,
    orgs: 'Orgs',
    org: (host: string, environment: string) => `${host}, ${environment}`,
    goneAtQuit: 'Verschwindet beim Beenden von Keyturn',
    doesNotLockByItself: 'Sperrt sich nicht von selbst',
    locks: (when: string) => `Sperrt sich ${when}`,
  },
  updateToast: {
    ready: (version: string) => `Keyturn ${version} ist bereit. Starten Sie neu, wann Sie möchten.`,
    later: 'Später',
  },
  toast: {
    closeMessage: 'Meldung schließen',
  },
};
