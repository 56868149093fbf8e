import type { ReactNode } from 'react';
import type { words as english } from '../../../../renderer/tokens/page-words.ts';
import { nodes, type Wrap } from '../../../../renderer/ui/nodes.ts';
import { number, plural } from '../../../../shared/plural.ts';

/** Holds the German text of the words that the first screen does not need. */
export const words: typeof english = {
  detailsCard: {
    nameInOkta: 'Name in Okta',
    tokenId: 'Token-ID',
    captured: 'Erfasst',
    kept: 'Gespeichert',
    none: 'keiner',
    notReadable: 'nicht lesbar',
  },
  historyTab: {
    noTestYet: 'Noch kein Test. Keyturn bewahrt hier die letzten 1.000 Ergebnisse auf.',
    tests: 'Tests',
    earlierValue: 'Früherer Wert',
    ms: (tookMs: number) => `${number(tookMs)}\u00a0ms`,
    oneTest: 'Ein Test',
    lastTests: (count: number) => `Letzte ${number(count)} Tests`,
    summary: (worked: number, middle: number) =>
      `${number(worked)} erfolgreich, Median ${number(middle)}\u00a0ms`,
  },
  overviewTab: {
    checks: 'Prüfungen',
    cancelTest: 'Test abbrechen',
    notTestedYet:
      'Noch nicht getestet. Klicken Sie auf „Testen“, um zu sehen, ob Okta es annimmt, wem es gehört und wann es abläuft.',
    testing: 'Der Test läuft. Das dauert ein bis zwei Sekunden.',
    expires: 'Läuft ab',
    notAcceptedNow: 'Okta nimmt es derzeit nicht an',
    mostLikelyExpired: 'Sehr wahrscheinlich abgelaufen',
    byOkta: (when: string) => `Laut Okta ${when}, falls es unbenutzt bleibt`,
    thirtyDaysAfterUse: '30 Tage nach der letzten Nutzung',
    rotationDue: 'Rotation fällig',
    everyDays: (due: string, days: number) =>
      days === 1 ? `${due}, jeden Tag` : `${due}, alle ${plural(days, 'Tag', 'Tage')}`,
    readWithEveryTest: 'Wird bei jedem Test gelesen',
    resetsInS: (bucket: string, left: number) => `${bucket}, wird in ${left}\u00a0s zurückgesetzt`,
    asOf: (bucket: string, date: string) => `${bucket}, Stand ${date}`,
    of: (of: string) => `von ${of}`,
  },
  tokenEnd: {
    replaceNow: 'Jetzt ersetzen',
    remove: 'Aus Keyturn entfernen',
    askReplace: 'Dieses Token jetzt ersetzen?',
    revokeItNow: 'Jetzt widerrufen',
    whatReplacingDoes: (label: ReactNode) =>
      nodes`Nutzen Sie dies, wenn ein Token offengelegt wurde. Keyturn widerruft ${label} sofort in Okta und weist es nach. Kein Programm, das es benutzt, funktioniert mehr, bis Sie den Ersatz übergeben. Keyturn zeigt, was das Token laut System Log getan hat.`,
    removed: (label: string) => `${label} wurde aus Keyturn entfernt.`,
    askRemove: 'Aus Keyturn entfernen?',
    whatRemovingDoes: (label: ReactNode) =>
      nodes`${label} und sein Verlauf werden von diesem Computer entfernt. Sie können das 30 Sekunden lang rückgängig machen. Das Token selbst funktioniert in Okta weiter, bis es jemand widerruft oder es 30 Tage lang niemand benutzt.`,
  },
  tokenPage: {
    continueRotation: 'Rotation fortsetzen',
    revoked: (bold: Wrap, date: string) =>
      nodes`${bold(`Widerrufen am ${date}, mit Nachweis.`)} Keyturn bewahrt keinen Wert davon auf. Der Nachweis steht unter „Rotation“.`,
    notReadable: (bold: Wrap) =>
      nodes`${bold('Der gespeicherte Wert lässt sich nicht öffnen.')} Seine Stelle im Tresor ist beschädigt. Ihre anderen Tokens sind nicht betroffen.`,
    pasteItAgain: 'Erneut einfügen',
  },
  useTab: {
    value: 'Wert',
    terraform: 'Terraform',
    sdkConfiguration: 'SDK-Konfiguration',
    howCopyWorks: 'Keyturn setzt den Wert beim Kopieren ein und leert die Zwischenablage nach 30 Sekunden.',
    copy: (name: string) => `${name} kopieren`,
  },
};
