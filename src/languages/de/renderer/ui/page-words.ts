import type { ReactNode } from 'react';
import { nodes } from '../../../../renderer/ui/nodes.ts';
import type { words as english, pageShared as englishShared } from '../../../../renderer/ui/page-words.ts';
import { number } from '../../../../shared/plural.ts';

/** Holds the German text of the words that many pages use. */
export const pageShared: typeof englishShared = {
  notKnown: 'Nicht bekannt',
  change: 'Ändern',
  remove: 'Entfernen',
  reading: 'Wird gelesen…',
  keepIt: 'Behalten',
  pasteFromClipboard: 'Aus der Zwischenablage einfügen',
  enterByHand: 'Von Hand eingeben',
  openAdminConsole: 'Admin Console öffnen',
  fingerprint: 'Fingerabdruck',
  revoke: 'Widerrufen',
  testAgain: 'Erneut testen',
  continue: 'Weiter',
  copied: 'Kopiert',
  copyForSupport: 'Für den Support kopieren',
  askingOkta: 'Okta wird abgefragt…',
  changeInOkta: 'In Okta ändern',
  endpoints: 'Endpunkte',
  useAnotherValue: 'Anderen Wert verwenden',
  rotate: 'Rotieren',
  when: 'Wann',
  rateLimitLeft: 'Verbleibendes Rate-Limit',
  clientId: 'Client ID',
  clientIdExample: '0oa…',
  whereClientIdIs: 'Okta zeigt sie in der App unter „General“, „Client Credentials“.',
  chosenClientId: (id: string) =>
    `Okta hat die Client ID ${id} nicht vergeben: Seine eigenen beginnen mit 0oa und haben 20 Zeichen. Ist ${id} der Name der App, geben Sie stattdessen die Client ID ein.`,
};

/** Holds the German text of the words that the first screen does not need. */
export const words: typeof english = {
  captureChoices: {
    question: (count: number) =>
      `Sie haben ${number(count)} verschiedene Werte eingefügt. Welcher ist das Token?`,
    nothingKept:
      'Keyturn speichert nichts, bis Sie wählen, und hat die Zwischenablage nicht geändert. Vergleichen Sie die Stelle jedes Werts, oder kopieren Sie nur das Token.',
    fingerprint: (fingerprint: ReactNode) => nodes`Fingerabdruck ${fingerprint}`,
  },
  checksList: {
    passed: 'Bestanden',
    needsAttention: 'Zu prüfen',
    failed: 'Fehlgeschlagen',
    notRun: 'Nicht ausgeführt',
    running: 'Läuft',
    checks: 'Prüfungen',
    ms: (ms: number) => `${number(ms)}\u00a0ms`,
    orgReachable: 'Die Org ist erreichbar',
    oktaAccepts: 'Okta nimmt das Token an',
    whoseToken: 'Wem das Token gehört',
    ownerActive: 'Inhaber ist aktiv',
    roles: 'Rollen',
    networkRestriction: 'Netzwerkbeschränkung',
    expiry: 'Ablauf',
  },
  stage: {
    done: 'Erledigt',
    now: 'Jetzt',
    stillToCome: 'Kommt noch',
    notWorking: 'Funktioniert nicht',
  },
  dateField: {
    dayBetween: (first: string, last: string) => `Wählen Sie einen Tag vom ${first} bis zum ${last}.`,
  },
  keepAliveFields: {
    whatKeepingAliveDoes:
      'Keyturn macht einen einzelnen leichten Aufruf, wenn weniger als 7 Tage übrig sind. So entfernt Okta das unbenutzte Token nicht. Nennen Sie deshalb einen Grund und ein Ende. Keyturn muss laufen und entsperrt sein.',
    reason: 'Grund',
    until: 'Bis',
  },
  needsFields: {
    whatItNeeds: 'Benötigter Zugriff',
    nothing: 'Nichts',
    read: 'Lesen',
  },
  jobFields: {
    whatItIsFor: 'Aufgabe',
  },
  profileCard: {
    editDetails: 'Angaben bearbeiten',
    changed: (label: string) => `Die Angaben zu ${label} wurden geändert.`,
    saveDetails: 'Angaben speichern',
    usedIn: 'Benutzt in',
    details: 'Angaben',
  },
  profileFields: {
    byCommas: 'Durch Kommas getrennt.',
    onePerLine: 'Ein Eintrag pro Zeile, zum Beispiel GitHub Actions: acme/infra',
    labelEmpty: 'Die Bezeichnung ist leer.',
    giveName: 'Geben Sie dem Token einen Namen, den Sie in der Liste wiedererkennen.',
    notDays: 'Keyturn kann mit dieser Zahl in „Rotieren alle (Tage)“ nichts anfangen.',
    wholeNumber: 'Geben Sie eine ganze Zahl von 1 bis 3650 ein.',
    over: {
      tags: {
        sentence: (most: number) => `Ein Token hat höchstens ${number(most)} Tags.`,
        remedy: 'Entfernen Sie einige Tags.',
      },
      tag: {
        sentence: (most: number) => `Ein Tag hat höchstens ${number(most)} Zeichen.`,
        remedy: 'Kürzen Sie den Tag, oder setzen Sie Kommas zwischen die Tags.',
      },
      consumers: {
        sentence: (most: number) =>
          `Ein Token hat höchstens ${number(most)} Stellen, an denen es benutzt wird.`,
        remedy: 'Fassen Sie mehrere Stellen in einer Zeile zusammen.',
      },
      name: {
        sentence: (most: number) => `Der Name einer Stelle hat höchstens ${number(most)} Zeichen.`,
        remedy: 'Kürzen Sie den Namen, oder setzen Sie einen Doppelpunkt dahinter.',
      },
      where: {
        sentence: (most: number) => `Der Text hinter dem Doppelpunkt hat höchstens ${number(most)} Zeichen.`,
        remedy: 'Kürzen Sie ihn.',
      },
    },
  },
  resultBanner: {
    http: (status: number) => `HTTP ${status}`,
    justNow: 'Gerade eben',
    measured: (when: string, tookMs: number) => `${when}, ${number(tookMs)}\u00a0ms`,
    request: (id: ReactNode) => nodes`Request-ID ${id}`,
  },
  secretField: {
    apiToken: 'API-Token',
  },
};
