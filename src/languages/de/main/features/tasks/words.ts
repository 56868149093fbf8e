import type { words as english } from '../../../../../main/features/tasks/words.ts';
import type { JobAction, LifecycleAction } from '../../../../../shared/contract/tasks.ts';
import { series } from '../../../../../shared/listed.ts';
import { number, plural } from '../../../../../shared/plural.ts';
import type { SearchTrouble } from '../../../../../shared/user-search.ts';

const trouble: Readonly<Record<SearchTrouble, (word: string) => string>> = {
  'name-missing': (word) =>
    word === ''
      ? 'Die Suche endet, wo der Name eines Attributs stehen sollte.'
      : `In der Suche steht ${word}, wo der Name eines Attributs stehen sollte.`,
  'name-unknown': (word) =>
    `Okta hat keine Eigenschaft ${word} zum Suchen. Ein Profilattribut beginnt mit „profile.“, zum Beispiel profile.department.`,
  'last-login': () =>
    'Okta sucht nicht nach der letzten Anmeldung. Um Benutzer zu finden, die sich nicht angemeldet haben, nutzen Sie das Feld unter der Suche.',
  'operator-missing': (word) =>
    word === ''
      ? 'Die Suche endet, wo ein Operator stehen sollte.'
      : `In der Suche steht ${word}, wo ein Operator stehen sollte.`,
  'operator-unknown': (word) => `Okta hat keinen Operator ${word}.`,
  'operator-ne': () =>
    'Okta hat für Benutzer keinen Operator ne. Schreiben Sie (status lt "STAGED" or status gt "STAGED").',
  'operator-co': (word) =>
    `Okta durchsucht nur den Anfang von ${word}. Der Operator co funktioniert für Login, E-Mail und Namen.`,
  'value-missing': () => 'In der Suche fehlt nach einem Operator der Wert.',
  'value-unquoted': (word) =>
    `Der Wert ${word} steht nicht in Anführungszeichen.${/^['`´“”„‟‘’‚‛«»]/.test(word) ? ' Eine Suche braucht gerade doppelte Anführungszeichen (").' : ''}`,
  'quote-open': () => 'Bei einem Wert fehlt das schließende Anführungszeichen.',
  'bracket-open': () => 'Eine Klammer ist geöffnet, aber nicht geschlossen.',
  'bracket-close': () => 'Eine Klammer ist geschlossen, wurde aber nicht geöffnet.',
  'joint-missing': (word) => `In der Suche fehlt „and“ oder „or“ vor ${word}.`,
};

const users = (count: number): string => plural(count, 'Benutzer', 'Benutzer');
const ofUsers = (count: number): string => plural(count, 'Benutzer', 'Benutzern');

/** Returns what a job does as a phrase, for example "3 Benutzer bei acme.okta.com aktivieren". */
function deed(action: JobAction, count: number, group: string, host: string): string {
  const at = host === '' ? '' : ` bei ${host}`;
  switch (action) {
    case 'activate':
      return `${users(count)}${at} aktivieren`;
    case 'suspend':
      return `${users(count)}${at} suspendieren`;
    case 'unsuspend':
      return `Suspendierung von ${ofUsers(count)}${at} aufheben`;
    case 'deactivate':
      return `${users(count)}${at} deaktivieren`;
    case 'reset-password':
      return `Passwort von ${ofUsers(count)}${at} zurücksetzen`;
    case 'create':
      return `${users(count)}${at} erstellen`;
    case 'delete':
      return `${users(count)}${at} löschen`;
    case 'add-to-group':
      return `${users(count)}${at}${group === '' ? '' : ` zur Gruppe ${group}`} hinzufügen`;
    case 'remove-from-group':
      return `${users(count)}${at}${group === '' ? '' : ` aus der Gruppe ${group}`} entfernen`;
  }
}

/** What the change means for the users. */
const meanings: Readonly<Record<JobAction, string>> = {
  activate: 'Okta sendet jedem eine E-Mail zur Aktivierung.',
  suspend: 'Sie können sich nicht anmelden, bis jemand die Suspendierung aufhebt.',
  unsuspend: 'Sie können sich wieder anmelden.',
  deactivate:
    'Sie verlieren den Zugriff auf alle Apps. Das kann dort ihre Daten vernichten. Okta kann das nicht rückgängig machen.',
  'reset-password':
    'Okta sendet jedem eine E-Mail. Sie können sich erst wieder anmelden, wenn sie ein neues Passwort gewählt haben.',
  create:
    'Sie bekommen den Status STAGED. Sie bekommen keine E-Mail und können sich erst anmelden, wenn jemand sie aktiviert.',
  delete: 'Okta deaktiviert jeden zuerst. Einen gelöschten Benutzer kann Okta nicht wiederherstellen.',
  'add-to-group': 'Sie bekommen die Apps, die Richtlinien und die Admin-Rollen der Gruppe.',
  'remove-from-group': 'Sie verlieren die Apps, die Richtlinien und die Admin-Rollen der Gruppe.',
};
const activated = 'Okta aktiviert sie und sendet jedem eine E-Mail zur Aktivierung.';

/** Why Okta does not make the change for another status. */
const notFrom: Readonly<Record<LifecycleAction, (status: string) => string>> = {
  activate: (status) =>
    `Okta aktiviert Benutzer mit dem Status STAGED oder DEPROVISIONED. Der Status dieses Benutzers ist ${status}.`,
  suspend: (status) =>
    `Okta suspendiert Benutzer mit dem Status ACTIVE. Der Status dieses Benutzers ist ${status}.`,
  unsuspend: (status) =>
    `Okta hebt die Suspendierung von Benutzern mit dem Status SUSPENDED auf. Der Status dieses Benutzers ist ${status}.`,
  deactivate: (status) => `Okta deaktiviert keinen Benutzer mit dem Status ${status}.`,
  'reset-password': (status) =>
    `Okta setzt das Passwort eines Benutzers mit dem Status ${status} nicht zurück.`,
};

/** The result of a row, in the result file. */
/** Holds the German text about user tasks. */
export const words: typeof english = {
  reading: {
    trouble,
    lookAtHelp: 'Öffnen Sie die Hilfe neben der Suche, und ändern Sie dann die Suche.',
    notUnderstood: 'Okta versteht diese Suche nicht.',
  },
  desk: {
    mayNotAsk:
      'Mit diesem Token lässt sich die Org nicht mehr abfragen. Es wurde widerrufen oder entfernt, oder Keyturn kann es nicht entschlüsseln.',
    chooseAnother: 'Wählen Sie ein anderes Token.',
    searchGone: 'Diese Suche ist nicht mehr offen.',
    searchAgain: 'Suchen Sie erneut.',
    stopped: 'Beendet.',
    tooMany: 'Diese Org hat bereits 100 gespeicherte Suchen.',
    forgetOne: 'Entfernen Sie zuerst eine davon.',
    alreadyReading: 'Keyturn liest bereits Benutzer dieser Org.',
    waitOrStop: 'Warten Sie, bis es sie gelesen hat, oder beenden Sie das Lesen.',
    saveUsers: 'Benutzer speichern',
    exported: (count, host) => `${users(count)} von ${host} exportiert.`,
  },
  plan: {
    notFrom,
    already: (status: string) => `Der Benutzer hat bereits den Status ${status}.`,
    empty: 'Die Zeile nennt keinen Benutzer.',
    noUser:
      'Okta hat keinen solchen Benutzer gefunden. Einen gerade erst erstellten Benutzer findet Okta vielleicht nicht.',
    twice: (row: string) => `Die Zeile ${row} hat denselben Benutzer.`,
    ownOwner:
      'Diesem Benutzer gehört das Token, mit dem Keyturn fragt. Das Token würde nicht mehr funktionieren.',
    tooLong: (most: string) => `Ein Auftrag hat höchstens ${most} Benutzer.`,
    inParts: 'Teilen Sie ihn in mehrere Aufträge auf.',
    notDeleted: (status: string) =>
      `Der Benutzer hat den Status ${status}. Jemand benutzt also das Konto. Beim Rückgängigmachen werden Benutzer mit dem Status STAGED, PROVISIONED oder DEPROVISIONED gelöscht.`,
  },
  profile: {
    missing: (name: string) => `${name} fehlt.`,
    wrongType: {
      string: (name: string) => `${name} ist kein Text.`,
      boolean: (name: string) => `${name} ist weder true noch false.`,
      integer: (name: string) => `${name} ist keine ganze Zahl.`,
      number: (name: string) => `${name} ist keine Zahl.`,
      array: (name: string) => `${name} ist keine Liste von Zahlen.`,
    },
    unseen: (name: string) => `${name} enthält ein unsichtbares Zeichen oder einen Zeilenumbruch.`,
    noEmail: (name: string) => `${name} hat nicht die Form einer E-Mail-Adresse.`,
    tooShort: (name: string, least: number) => `${name} ist kürzer als ${least} Zeichen.`,
    tooLong: (name: string, most: number) => `${name} ist länger als ${number(most)} Zeichen.`,
    notAllowed: (name: string) => `${name} ist keiner der Werte, die die Org erlaubt.`,
    otherCharacters: 'login enthält Zeichen, die die Org nicht erlaubt.',
    slash:
      'login enthält einen Schrägstrich. Keyturn könnte Okta nach einer verlorenen Antwort nicht nach diesem Benutzer fragen.',
    formula: (name: string) => `${name} sieht wie eine Formel aus und bleibt Text.`,
    value: (name: string, value: string) => `${name}: ${value}`,
    twice: (row: string) => `Die Zeile ${row} hat für Okta denselben Login.`,
    exists: 'Okta hat bereits einen Benutzer mit diesem Login.',
    noAttribute: (name: string) => `Die Profile dieser Org haben kein Attribut ${name}.`,
    mapAgain: 'Wählen Sie die Spalten erneut.',
  },
  groups: {
    ofApp: 'Eine App oder ein Verzeichnis bestimmt die Mitglieder dieser Gruppe. Ändern Sie sie dort.',
    ofOkta: 'Okta selbst bestimmt die Mitglieder dieser Gruppe.',
    gone: 'Okta hat keine solche Gruppe.',
    noGroup: (name: string) =>
      `Okta hat keine Gruppe mit dem Namen ${name}. Groß- und Kleinbuchstaben im Namen müssen dieselben wie in Okta sein.`,
    severalOfName: (name: string) => `Okta hat mehrere Gruppen mit dem Namen ${name}.`,
    unnamed: 'Die Zeile nennt keine Gruppe.',
    noneChosen: 'Es ist keine Gruppe gewählt.',
    choose: 'Wählen Sie eine Gruppe oder die Spalte mit den Namen der Gruppen.',
    chooseAnother: 'Wählen Sie eine andere Gruppe.',
    ofRows: 'laut jeweiliger Zeile',
  },
  membership: {
    of: ((isMember: boolean): string =>
      isMember ? 'Mitglied' : 'kein Mitglied') as typeof english.membership.of,
    already: (isMember: boolean) => `Der Benutzer ist bereits ${isMember ? 'Mitglied' : 'kein Mitglied'}.`,
    ownOwner:
      'Diesem Benutzer gehört das Token, mit dem Keyturn fragt. Mit der Gruppe verliert das Token vielleicht seine Rechte.',
  },
  rule: {
    changeSearch: 'Ändern Sie die Suche, oder führen Sie stattdessen einen Auftrag damit aus.',
    noSignIn: 'Eine Gruppenregel kann die letzte Anmeldung nicht verwenden.',
    noSearch: 'Eine Gruppenregel braucht eine Suche. Für alle Benutzer hat Okta schon die Gruppe Everyone.',
    noProperty: (name: string) => `Eine Gruppenregel kann nur Profilattribute verwenden, nicht ${name}.`,
    noText: (name: string) =>
      `${name} ist kein Text. Deshalb kann Keyturn es nicht in einer Gruppenregel verwenden.`,
    noOperator: (operator: string) =>
      `Keyturn kann den Operator ${operator} nicht in einer Gruppenregel verwenden.`,
    noValue: (value: string) =>
      `Keyturn kann den Wert ${value} nicht in einer Gruppenregel verwenden. Der Wert muss ein Text in Anführungszeichen sein, ohne Anführungszeichen oder umgekehrte Schrägstriche darin.`,
    noName: 'Die Regel hat keinen Namen.',
    typeName: 'Geben Sie einen Namen ein.',
    nameTaken: (name: string) => `Okta hat bereits eine Gruppenregel mit dem Namen ${name}.`,
    otherName: 'Sehen Sie sich die Regel in der Admin Console an, oder wählen Sie einen anderen Namen.',
    notMade: 'Die Regel wurde nicht angelegt. Nichts wurde geändert.',
    notOn: (why: string) =>
      `Okta hat die Regel jetzt, aber sie ist nicht eingeschaltet und fügt niemanden hinzu. ${why}`,
    switchOn: 'Schalten Sie die Regel in der Admin Console unter „Directory“, „Groups“, „Rules“ ein.',
    noted: ({ name, group }) =>
      `Die Gruppenregel ${name} fügt von nun an Benutzer zur Gruppe ${group} hinzu.`,
    tooLong:
      'Die Bedingung ist zu lang, als dass ein Dialog sie ganz zeigen könnte. Deshalb wurde keine Regel angelegt.',
    fewerParts: 'Verwenden Sie weniger oder kürzere Bedingungen.',
    approval: ({ host, label, name, expression, group }) => ({
      question: `Eine Gruppenregel für ${group} bei ${host} anlegen?`,
      detail: [
        `Okta fügt von nun an jeden Benutzer zu ${group} hinzu, der diese Bedingung erfüllt:`,
        expression,
        'Anders als eine Suche unterscheidet eine Regel zwischen Groß- und Kleinschreibung.',
        `Die Regel hat den Namen ${name}. Keyturn fragt mit dem Token ${label}.`,
      ].join('\n'),
      yes: 'Regel anlegen',
    }),
  },
  rowView: {
    deleted: 'gelöscht',
  },
  run: {
    done: 'Okta hat die Änderung ausgeführt.',
    doneByStatus: (status: string) =>
      `Die Antwort ging verloren. Laut Okta hat der Benutzer jetzt den Status ${status}.`,
    unknown: (before: string, status: string) =>
      `Die Antwort ging verloren. Der Status des Benutzers war ${before} und ist jetzt ${status}. Keyturn kann deshalb nicht feststellen, ob die Änderung ausgeführt wurde.`,
    gone: 'Okta hat diesen Benutzer nicht mehr.',
    wrongStatus: 'Okta hat die Änderung wegen des aktuellen Status des Benutzers abgelehnt.',
    refused: (causes: string) => `Okta hat die Änderung abgelehnt: ${causes}`,
    created: (status: string) => `Okta hat den Benutzer erstellt. Sein Status ist ${status}.`,
    createdByLogin: (status: string) =>
      `Die Antwort ging verloren. Okta hat den Benutzer jetzt, und sein Status ist ${status}.`,
    loginTaken: 'Okta hatte schon vorher einen Benutzer mit diesem Login.',
    otherProfile:
      'Die Antwort ging verloren. Okta hat einen neuen Benutzer mit diesem Login und einem anderen Profil. Keyturn kann deshalb nicht feststellen, wer den Benutzer erstellt hat.',
    deleted: 'Okta hat den Benutzer gelöscht.',
    notDeletedYet: 'Okta hat den Benutzer deaktiviert, aber noch nicht gelöscht.',
    userOrGroupGone: 'Okta hat diesen Benutzer oder diese Gruppe nicht mehr.',
    doneByGroups: (isMember: boolean) =>
      `Die Antwort ging verloren. Laut Okta ist der Benutzer jetzt ${isMember ? 'Mitglied' : 'kein Mitglied'}.`,
    noAnswer: 'Okta hat zweimal nicht geantwortet. Nichts hat sich geändert.',
    limitUsedUp:
      'Okta lehnt wegen zu vieler Anfragen jeden Aufruf ab. Andere Programme nutzen das ganze Rate-Limit.',
    firstFailed:
      'Okta hat die ersten Benutzer nicht geändert. Lesen Sie die Gründe in ihren Zeilen. Vielleicht fehlt dem Token die Rolle für diese Änderung.',
    someUnreadable:
      'Einige Zeilen dieses Auftrags sind im Tresor beschädigt. Deshalb kann Keyturn sie nicht ausführen.',
  },
  csv: {
    choose: 'CSV-Datei mit Benutzern wählen',
    empty: 'Die Datei hat keine Zeile.',
    chooseAnother: 'Wählen Sie eine andere Datei.',
    noText: 'Die Datei ist keine Textdatei.',
    noFile: 'Das ist keine Datei.',
    workbook: 'Die Datei ist eine Arbeitsmappe einer Tabellenkalkulation und keine CSV-Datei.',
    page: 'Die Datei ist eine Seite oder ein Dokument und keine CSV-Datei.',
    saveAsCsv: 'Speichern Sie sie in der Tabellenkalkulation als CSV, und wählen Sie dann diese Datei.',
    manyColumns: 'Die Datei hat mehr als 500 Spalten.',
    badRow: (line: string) =>
      line === ''
        ? 'Keyturn kann die Datei nicht als CSV lesen.'
        : `Keyturn kann die Zeile ${line} der Datei nicht als CSV lesen. Ein Anführungszeichen ist offen oder steht an der falschen Stelle, oder die Zeile ist zu lang.`,
    mendIt:
      'Berichtigen Sie diese Zeile, oder speichern Sie die Datei erneut als CSV. Wählen Sie die Datei dann erneut.',
    notRead: 'Keyturn konnte die Datei nicht lesen.',
    changed: 'Die Spalten der Datei haben sich geändert, seit Sie sie gewählt haben.',
    notHeld: 'Die Datei ist nicht mehr gewählt.',
    chooseAgain: 'Wählen Sie sie erneut.',
  },
  jobs: {
    notThere: 'Keyturn hat diesen Auftrag nicht mehr.',
    nobody: 'Keyturn hat für diesen Auftrag keinen Benutzer gefunden.',
    otherUsers: 'Wählen Sie andere Benutzer.',
    nothingToDo: 'Der Auftrag würde keinen dieser Benutzer ändern.',
    wrongCount: (count: string) =>
      `Die eingegebene Zahl ist nicht die Zahl der Benutzer, nämlich ${count}. Nichts wurde geändert.`,
    typeCount: 'Geben Sie die Zahl ein, die das Fenster zeigt.',
    notStarted: 'Der Auftrag wurde nicht gestartet. Nichts wurde geändert.',
    notPlanned: 'Dieser Auftrag wurde bereits gestartet oder beendet.',
    notPaused: 'Dieser Auftrag ist nicht angehalten.',
    lookAgain: 'Sehen Sie sich die Liste der Aufträge erneut an.',
    anotherRuns: 'Ein anderer Auftrag dieser Org läuft.',
    runs: 'Dieser Auftrag läuft.',
    pauseFirst: 'Halten Sie ihn zuerst an.',
    noUndo: 'Diese Art von Auftrag lässt sich nicht rückgängig machen.',
    deleteIsUndo: 'Ein Auftrag löscht nur Benutzer, die ein früherer Auftrag erstellt hat.',
    wrongSource: 'Diese Benutzer passen nicht zu dieser Art von Auftrag.',
    paused: 'Angehalten.',
    locked: 'Keyturn wurde gesperrt, während der Auftrag lief.',
    endedMeanwhile: 'Keyturn wurde beendet, während der Auftrag lief.',
    trouble: 'In Keyturn ist ein Fehler aufgetreten. Erledigte Änderungen sind nicht verloren.',
    saveResults: 'Ergebnisse speichern',
    ofSelection: (count: number) => `${users(count)}, in der Liste gewählt`,
    ofSearch: ({ search, notSignedInForDays }) =>
      series([
        search.trim() === '' ? 'alle Benutzer' : search.trim(),
        ...(notSignedInForDays === null
          ? []
          : [`seit ${plural(notSignedInForDays, 'Tag', 'Tagen')} nicht angemeldet`]),
      ]),
    ofFile: (name: string) => `die Datei ${name}`,
    ofUndo: 'die Änderungen eines früheren Auftrags',
    started: ({ action, group = '' }, count) =>
      `${deed(action, count, group, '')}: Der Auftrag wurde gestartet.`,
    ended: ({ action, group = '' }, state, done, failed) =>
      `${deed(action, done, group, '')}: Der Auftrag ${state === 'done' ? 'ist beendet' : 'wurde abgebrochen'}, ${number(failed)} fehlgeschlagen.`,
  },
  approval: ({ action, activates, tokenLabel }, { count, host, named, group }) => ({
    question: `${deed(action, count, group, host)}?`,
    detail: [
      action === 'create' && activates === true ? activated : meanings[action],
      `Keyturn fragt mit dem Token ${tokenLabel}.`,
      ...named,
      ...(count > named.length ? [`und ${count - named.length} weitere`] : []),
    ].join('\n'),
    yes: deed(action, count, '', ''),
  }),
};
