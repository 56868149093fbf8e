import type { words as english, PageHelp } from '../../../../renderer/help/words.ts';

const overview: PageHelp = {
  purpose: 'Diese Seite zeigt alle Tokens zusammen, damit Sie sehen, wo Sie anfangen sollten.',
  terms: [
    [
      'Handlungsbedarf diese Woche',
      'Ein Token ist fehlerhaft, etwas wird innerhalb von sieben Tagen fällig, oder eine Rotation oder ein Auftrag wartet.',
    ],
    [
      'Geringste Rechte',
      'Der Anteil der beurteilten Tokens, die nur erreichen, was ihre Aufgabe braucht. Keyturn beurteilt ein Token, nachdem Sie ihm einen Zweck gegeben und ein X-ray erstellt haben.',
    ],
    ['Unbenutzt', 'Niemand hat das Token seit 20 Tagen benutzt. Nach 30 Tagen lässt Okta es ablaufen.'],
  ],
  not: ['Sie ruft Okta nicht auf. Ihre Angaben stammen aus dem letzten Test und dem letzten X-ray.'],
};

const tokens: PageHelp = {
  purpose:
    'Diese Seite listet die Tokens auf, die Keyturn aufbewahrt. Tokens mit Handlungsbedarf stehen oben.',
  terms: [
    [
      'In Ordnung',
      'Okta hat das Token im letzten Test angenommen, und in den nächsten sieben Tagen ist nichts fällig.',
    ],
    [
      'Achtung',
      'Etwas ist fällig, oder das Token wurde nie getestet oder kann zu viel. Die Zeile unter der Bezeichnung nennt den Grund.',
    ],
    ['Fehlerhaft', 'Okta hat das Token im letzten Test abgelehnt.'],
    ['In Rotation', 'Eine Rotation ist offen.'],
    ['Widerrufen', 'Keyturn hat gesehen, dass Okta das Token nicht mehr annimmt.'],
  ],
  not: [
    'Sie listet keine Tokens auf, die Sie nicht hinzugefügt haben. Das Inventar liest alle Tokens einer Org.',
    'Ein entferntes Token funktioniert in Okta weiter.',
  ],
};

const token: PageHelp = {
  purpose:
    'Diese Seite zeigt ein Token: ob es funktioniert, was es kann, wie Programme es benutzen und wie Sie es ersetzen.',
  terms: [
    [
      'Testen',
      'Einige nur lesende Aufrufe mit dem Token. Sie zeigen, ob es funktioniert, wem es gehört und wann es abläuft.',
    ],
    ['X-ray', 'Ein nur lesender Aufruf an jeden API-Bereich. Er zeigt, was das Token erreichen kann.'],
    [
      'Rotieren',
      'Sie erstellen ein neues Token in der Admin Console. Keyturn vergleicht beide Tokens, wartet, bis niemand mehr das alte Token benutzt, und widerruft es.',
    ],
    [
      'Programme',
      'Ein Programm auf diesem Computer benutzt das Token über Keyturn und bekommt nie den Wert.',
    ],
    ['OAuth', 'Eine Service-App mit eigenen Scopes, die das Token ersetzt.'],
    ['Fingerabdruck', 'Acht Hexadezimalziffern, die zwei Werte unterscheiden. Sie verraten den Wert nicht.'],
  ],
  not: [
    'Die Seite hat nie den Wert. „Kopieren“ legt ihn in die Zwischenablage, und Keyturn leert sie nach 30 Sekunden.',
    'Keyturn kann kein Token erstellen. Das kann nur die Admin Console.',
  ],
};

const upcoming: PageHelp = {
  purpose:
    'Diese Seite zeigt die Abläufe und Rotationen der nächsten 90 Tage und die Hinweise zu Tokens und OAuth-Apps.',
  terms: [
    [
      'Prognose',
      'Okta lässt ein Token nach 30 Tagen ohne Nutzung ablaufen. Keyturn zählt ab der letzten bekannten Nutzung.',
    ],
    ['Rotation fällig', 'Der Zeitabstand, den Sie für das Token gewählt haben, ist vorbei.'],
    [
      'Schlüssel fällig',
      'Der Zeitabstand, den Sie für den Schlüssel der OAuth-App gewählt haben, ist vorbei. Der Schlüssel funktioniert weiter.',
    ],
  ],
  not: ['Sie kann künftige Nutzungen nicht kennen. Nach jeder Nutzung läuft das Token 30 Tage später ab.'],
};

const inventory: PageHelp = {
  purpose: 'Diese Seite liest alle API-Tokens einer Org, auch Tokens, die Keyturn nicht aufbewahrt.',
  terms: [
    ['Übernehmen', 'Sie fügen den Wert eines aufgelisteten Tokens ein, damit Keyturn es aufbewahrt.'],
    ['Agent', 'Okta verwaltet das Token eines Agents selbst. Keyturn ändert es nicht.'],
    [
      'Widerrufen',
      'Sie geben den Namen des Tokens ein. Das Token funktioniert in Okta dann sofort nicht mehr.',
    ],
  ],
  not: ['Sie zeigt keine Werte. Okta zeigt einen Wert nur einmal, wenn das Token erstellt wird.'],
};

const tasks: PageHelp = {
  purpose: 'Diese Seite findet Benutzer einer Org, exportiert sie und ändert viele davon in einem Auftrag.',
  terms: [
    ['Suche', 'Die Suchsprache von Okta. Keyturn vervollständigt und erklärt sie.'],
    ['Auftrag', 'Eine Änderung für viele Benutzer. Sie sehen jeden Benutzer, bevor der Auftrag beginnt.'],
    ['Rückgängig machen', 'Ein Auftrag, der die geänderten Benutzer zurücksetzt, soweit Okta das kann.'],
  ],
  not: ['Sie ändert keinen Benutzer, bevor Sie in einem Dialog des Systems zustimmen.'],
};

const plaintext: PageHelp = {
  purpose: 'Diese Seite findet Tokens in Dateien auf diesem Computer und entfernt sie.',
  terms: [
    ['Aufnehmen', 'Keyturn testet das Token und bewahrt es dann auf.'],
    ['Bereinigen', 'Keyturn ersetzt das Token in der Datei durch einen Verweis.'],
  ],
  not: [
    'Sie findet keine Kopie in einer Sicherung, in der Git-Historie oder auf einem anderen Computer. Rotieren Sie ein Token, das im Klartext vorlag.',
  ],
};

const activity: PageHelp = {
  purpose: 'Diese Seite zeigt das Protokoll aller Aktionen mit Ihren Tokens in Keyturn.',
  terms: [
    [
      'Protokoll prüfen',
      'Die Prüfung folgt der Kette des Protokolls vom Anfang an. Ein geänderter, entfernter oder hinzugefügter Eintrag unterbricht die Kette.',
    ],
    ['Exportieren', 'Speichert das Protokoll als CSV oder JSON.'],
  ],
  not: [
    'Sie enthält keinen Wert. Sie zeigt nicht, wie andere ein Token benutzt haben. Das zeigt die Registerkarte „Nutzung“.',
  ],
};

const settings: PageHelp = {
  purpose:
    'Diese Seite enthält die Einstellungen dieses Computers: Darstellung, Hinweise, Sperren, Sicherungen und Netzwerk.',
  terms: [
    [
      'Zugangscode',
      'Der Zugangscode öffnet den Tresor gemeinsam mit dem Schlüsselbund. Ohne Zugangscode hält die Sperre niemanden ab.',
    ],
    [
      'Wiederherstellungsschlüssel',
      'Er öffnet den Tresor, wenn der Schlüsselbund oder der Zugangscode verloren ist.',
    ],
    ['Sicherung', 'Eine Datei mit allen Tokens, die sich mit einer eigenen Passphrase öffnen lässt.'],
    [
      'Datenschlüssel',
      'Er verschlüsselt alles im Tresor. Nachdem Sie einen neuen Schlüssel erzeugt haben, öffnet eine verlorene Kopie des alten Schlüssels nichts mehr.',
    ],
  ],
  not: ['Niemand kann eine vergessene Passphrase für Sie wiederherstellen.'],
};

/** Holds the German text of the help. */
export const words: typeof english = {
  helpDialog: {
    topics: 'Themen',
    whatFor: 'Wofür sie da ist',
    terms: 'Was ihre Begriffe bedeuten',
    not: 'Was sie nicht tut',
    onePage: 'Ein Token',
    version: (version: string) => (version === 'Unreleased' ? 'In dieser Version' : `In ${version}`),
  },
  pages: { overview, tokens, token, upcoming, inventory, tasks, plaintext, activity, settings },
};
