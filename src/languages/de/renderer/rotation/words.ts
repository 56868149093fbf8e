import type { ReactNode } from 'react';
import type { words as english, QuietTerms } from '../../../../renderer/rotation/words.ts';
import { nodes, type Wrap } from '../../../../renderer/ui/nodes.ts';
import { formFor, number, plural } from '../../../../shared/plural.ts';

const replaced: QuietTerms = {
  title: 'Altes Token ruht',
  old: 'alte Token',
  since: 'seit der Übergabe',
  reader: 'dem neuen Token',
};

/** Holds the German text of this feature's pages. */
export const words: typeof english = {
  captureStage: {
    newToken: 'Neues Token',
    howToMake:
      'Melden Sie sich als sein Inhaber in der Admin Console an, erstellen Sie dort das neue Token, und fügen Sie es hier ein.',
    notWorking: 'Das neue Token funktioniert nicht',
    testing: 'Das neue Token wird getestet',
    keptBeside: (newFingerprint: ReactNode) =>
      nodes`Fingerabdruck ${newFingerprint}. Keyturn bewahrt es neben dem alten Token auf. Das alte Token wird weiter benutzt.`,
    testCompare: 'Testen und vergleichen',
    capturedAndTested: 'Neues Token erfasst und getestet',
    testComesFirst: 'Das neue Token wird getestet, bevor etwas anderes geschieht.',
    testedAs: (newFingerprint: ReactNode, word: string, tookMs: number) =>
      nodes`Fingerabdruck ${newFingerprint}, ${word}, ${number(tookMs)}\u00a0ms`,
    whatPastingDoes: (isOldRevoked: boolean) =>
      `Keyturn schreibt den Wert sofort in den Tresor und leert dann die Zwischenablage.${isOldRevoked ? '' : ' Das alte Token funktioniert weiter.'}`,
  },
  compareStage: {
    same: 'Gleich',
    broader: 'Weiter',
    narrower: 'Enger',
    different: 'Anders',
    org: 'Org',
    owner: 'Inhaber',
    roles: 'Rollen',
    network: 'Netzwerk',
    compare: 'Vergleichen',
    whatIsCompared: 'Inhaber, Rollen, Netzwerk und was jedes lesen darf, nebeneinander.',
    compared: 'Verglichen',
    theyAreAlike: 'Das neue Token hat denselben Inhaber und darf dasselbe.',
    theyDiffer: 'Die beiden Tokens unterscheiden sich. Bestätigen Sie die Unterschiede, die Sie wollen.',
    differencesConfirmed: 'Die Unterschiede wurden bestätigt.',
    old: (oldFingerprint: ReactNode) => nodes`Alt, ${oldFingerprint}`,
    new: (newFingerprint: ReactNode) => nodes`Neu, ${newFingerprint}`,
    difference: 'Unterschied',
    showDifferences: 'Nur Unterschiede anzeigen',
    showAlike: (hidden: number) => `${number(hidden)} weitere anzeigen, die gleich sind`,
    toConfirm: 'Zu bestätigen',
    handOver: 'Übergeben',
    compareAgain: 'Erneut vergleichen',
  },
  consumerDialog: {
    addConsumer: 'Einsatzort hinzufügen',
    editConsumer: 'Einsatzort bearbeiten',
    whatUsesToken: 'Was benutzt dieses Token?',
    name: 'Name',
    where: 'Wo',
    howItGetsToken: 'Wie der Einsatzort das neue Token bekommt',
    byHand: 'Von Hand',
    file: 'Eine Datei wie .env',
    ownCommand: 'Ein eigener Befehl',
    chooseFile: 'Datei wählen',
    noFileChosen: 'Keine Datei gewählt',
    key: 'Schlüssel',
    whatKeyDoes:
      'Keyturn ändert nur diesen Schlüssel. Es ersetzt die Datei als Ganzes und behält ihre Zugriffsrechte bei.',
    noKey:
      'Ein Schlüssel hat nur die Buchstaben A bis Z, Ziffern, Punkte und Unterstriche. Er beginnt nicht mit einer Ziffer oder einem Punkt.',
    noVariable:
      'Eine Variable hat nur die Buchstaben A bis Z, Ziffern und Unterstriche. Sie beginnt nicht mit einer Ziffer.',
    programArguments: 'Programm und Argumente',
    howItRuns: 'Eines pro Zeile. Keyturn führt es ohne Shell aus, deshalb wird nichts expandiert.',
    theTokenGoes: 'Das Token geht',
    toStandardInput: 'an die Standardeingabe',
    toEnvironment: 'in eine Umgebungsvariable',
    variable: 'Variable',
    thenWithOutput: 'Dann, mit der Ausgabe',
    secondProgram: 'Ein zweites Programm, ein Argument pro Zeile. Sie können es leer lassen.',
    whatWillRun: (command: ReactNode) => nodes`Ausgeführt wird: ${command}`,
    note: 'Notiz',
    saveConsumer: 'Einsatzort speichern',
  },
  handOverStage: {
    back: (count: number) =>
      `${plural(count, 'Einsatzort hat', 'Einsatzorte haben')} das neue Token. Geben Sie das alte zurück, bevor Sie die Rotation beenden.`,
    allBack: 'Kein Einsatzort hat das neue Token.',
    hasOldToken: 'Hat das alte Token:',
    giveBack: 'Altes zurückgeben',
    giveNamedBack: (name: string) => `${name} das alte Token zurückgeben`,
    wentBack: 'Hat das alte',
    namedWentBack: (name: string) => `${name} hat wieder das alte Token`,
    noConsumer:
      'Es ist kein Einsatzort eingetragen. Fügen Sie jedes Programm hinzu, das dieses Token benutzt, damit Sie keines vergessen.',
    toUpdate: (count: number) => `${plural(count, 'Einsatzort', 'Einsatzorte')} zu aktualisieren`,
    updated: (done: number, count: number) =>
      `${number(done)} von ${plural(count, 'Einsatzort', 'Einsatzorten')} mit dem neuen Token`,
    changedToApp: (done: number, count: number) =>
      `${number(done)} von ${plural(count, 'Einsatzort', 'Einsatzorten')} ${formFor(done, 'benutzt', 'benutzen')} die App`,
    changeToApp: 'Auf die App umstellen',
    whereAppIs:
      'Den Schlüssel der App und Konfigurationen mit ihm finden Sie auf der Seite des Tokens, auf der Registerkarte „OAuth“.',
    usesApp: 'Benutzt die App:',
    handOver: 'Übergeben',
    consumers: 'Einsatzorte',
    addConsumer: 'Einsatzort hinzufügen',
    copyNewValue: 'Neuen Wert kopieren',
    exit: (exit: number) => `Exit-Status ${exit}`,
    byHand: (when: string) => `von Hand, ${when}`,
    hasNewToken: 'Hat das neue Token:',
    notYet: 'Noch nicht:',
    markAsNotDone: 'Als offen markieren',
    runCommand: (name: string) => `Befehl für ${name} ausführen`,
    run: 'Ausführen',
    markNamedAsDone: (name: string) => `${name} als erledigt markieren`,
    markAsDone: 'Als erledigt markieren',
    markNamedAsNotDone: (name: string) => `${name} hat es noch nicht`,
    editNamed: (name: string) => `${name} bearbeiten`,
    edit: 'Bearbeiten',
    whatItPrinted: 'Was der Befehl ausgab',
  },
  quietStage: {
    noWait: 'Ohne Wartezeit',
    tenMinutes: '10 Minuten',
    halfAnHour: '30 Minuten',
    anHour: '1 Stunde',
    aDay: '1 Tag',
    sevenDays: '7 Tage',
    terms: {
      usual: replaced,
      leaked: replaced,
      'to-app': {
        title: 'Token ruht',
        old: 'Token',
        since: 'seit dem Beginn dieser Rotation',
        reader: 'der App oder einem anderen Token dieser Org',
      },
    },
    mustBeQuiet: (wait: string) => `Das System Log darf keine Nutzung zeigen (${wait})`,
    checking: ({ old }: QuietTerms) => `Keyturn prüft, ob das ${old} noch benutzt wird.`,
    looked: (sentence: string, when: string) => `${sentence} (Geprüft ${when})`,
    checkNow: 'Jetzt prüfen',
    quiet: 'Muss so lange ruhen',
    whyTwoWitnesses:
      'Das System Log zeigt nur Aufrufe, die ein Ereignis schreiben, und die meisten lesenden Aufrufe schreiben keines. Okta verschiebt den Ablauf eines Tokens mit jeder Nutzung. Deshalb prüft Keyturn auch den Ablauf.',
    testIsUse: 'Auch ein Test durch Keyturn ist eine Nutzung.',
    minutes: (minutes: number) => plural(minutes, 'Minute', 'Minuten'),
    systemLog: 'System Log',
    notRead: (why: string) => `Nicht gelesen: ${why}.`,
    noEvent: ({ old, since }: QuietTerms) => `Kein Ereignis durch das ${old} ${since}.`,
    atLeastEvents: (calls: number, when: string, address: string, userAgent: string, eventType: string) =>
      `Mindestens ${plural(calls, 'Ereignis', 'Ereignisse')}, das letzte ${when} von ${address} durch ${userAgent}: ${eventType}`,
    events: (calls: number, when: string, address: string, userAgent: string, eventType: string) =>
      `${plural(calls, 'Ereignis', 'Ereignisse')}, das letzte ${when} von ${address} durch ${userAgent}: ${eventType}`,
    expiryInOkta: 'Sein Ablauf in Okta',
    moved: ({ since }: QuietTerms) => `Hat sich ${since} verschoben.`,
    movedAndUsed: ({ since }: QuietTerms, when: string) =>
      `Hat sich ${since} verschoben (zuletzt benutzt ${when}).`,
    notMoved: ({ since }: QuietTerms) => `Hat sich ${since} nicht verschoben.`,
    whichIsOld: ({ old }: QuietTerms, bold: Wrap) =>
      nodes`${bold(`Welches ist das ${old}?`)} Sein Inhaber hat mehrere, und Okta sagt nicht, um welches es sich handelt.`,
    showThem: 'Anzeigen',
    listNotReadable: ({ reader }: QuietTerms) =>
      `Die Liste der API-Tokens lässt sich mit ${reader} nicht lesen.`,
    made: (date: string) => `erstellt am ${date}`,
    lastUsed: (date: string) => `zuletzt benutzt am ${date}`,
    thisOne: 'Dieses',
  },
  revokeStage: {
    revokedWithProof: 'Widerrufen, mit Nachweis',
    exportAsHtml: 'Als HTML exportieren',
    exportAsJson: 'Als JSON exportieren',
    revoking: 'Wird widerrufen',
    notProvenYet: 'Widerruf, noch nicht nachgewiesen',
    revokeAndProve: 'Widerrufen und nachweisen',
    mustBeRefused: 'Okta muss dem alten Token mit 401 E0000011 antworten',
    mustBeRefusedBeside:
      'Okta muss dem Token mit 401 E0000011 antworten und in derselben Minute die App oder ein anderes Token annehmen',
    ownValueKept: 'Keyturn behält den Wert, bis die Antworten von Okta den Widerruf nachweisen.',
    alsoAsked: 'Auch gefragt',
    notAccepted: 'nicht angenommen',
    byIdBeside: 'über seine ID, mit anderen Zugangsdaten',
    valueKept: 'Keyturn behält den alten Wert, bis die Antwort von Okta den Widerruf nachweist.',
    answer: 'Antwort',
    http: (status: number) => `HTTP ${status}`,
    requestId: 'Request-ID',
    revoked: 'Widerrufen',
    byId: 'über seine ID, mit dem neuen Token',
    byItself: 'durch das Token selbst',
    deedsNotKnown: (why: string) =>
      `Was es getan hat, ist nicht bekannt: ${why}. Sehen Sie im System Log der Admin Console nach.`,
    whatItDid: 'Was es in den letzten 90 Tagen getan hat',
    noEvent:
      'Das System Log hat kein Ereignis mit diesem Token. Die meisten lesenden Aufrufe schreiben keines. Es kann also trotzdem Daten gelesen haben.',
    moreThanEvents: (events: number) =>
      `Mehr als ${plural(events, 'Ereignis', 'Ereignisse')} im System Log, nach Art und Absender. Die meisten lesenden Aufrufe schreiben keines.`,
    eventsInLog: (events: number) =>
      `${plural(events, 'Ereignis', 'Ereignisse')} im System Log, nach Art und Absender. Die meisten lesenden Aufrufe schreiben keines.`,
    event: 'Ereignis',
    from: 'Von',
    by: 'Durch',
    times: 'Anzahl',
    last: 'Zuletzt',
  },
  rotationDialogs: {
    askRevoke: 'Das alte Token widerrufen?',
    askRevokeToken: 'Das Token widerrufen?',
    consequence: (label: ReactNode, oldFingerprint: ReactNode) =>
      nodes`${label}, Fingerabdruck ${oldFingerprint}, funktioniert in Okta dann sofort nicht mehr. Das ist endgültig. Sie können es nicht rückgängig machen.`,
    insist: (insistWords: string) => `Um es trotzdem zu widerrufen, geben Sie „${insistWords}“ ein`,
    keepItForNow: 'Vorerst behalten',
    choice:
      'Wenn das neue Token in Okta existiert, widerrufen Sie es dort mit Nachweis. Sie können auch hier seinen Wert vergessen. Ein vergessenes Token funktioniert weiter, bis es jemand widerruft oder es 30 Tage lang niemand benutzt. Das alte Token ändert sich nicht.',
    forgetNewToken: 'Neues Token vergessen',
  },
  rotationPage: {
    rotationOf: (label: string) => `Rotation von ${label}`,
    tokenPage: 'Zum Token',
    endWithoutReplacement: 'Ohne Ersatz beenden',
    endRotation: 'Rotation beenden',
    resumeRotation: 'Rotation fortsetzen',
    giveUp: 'Aufgeben',
    undoRotation: 'Rückgängig machen',
    revokeOldToken: 'Altes Token widerrufen',
    revokeToken: 'Token widerrufen',
    finish: 'Abschließen',
    askEndRotation: 'Rotation beenden?',
    useAnotherValue: 'Anderen Wert verwenden?',
    revokeNewToken: 'Neues Token widerrufen',
    askGiveUp: 'Den Widerruf aufgeben?',
    keepTrying: 'Weiter versuchen',
    notProven:
      'Der Widerruf ist nicht nachgewiesen: Das Token funktioniert vielleicht noch. Keyturn behält seinen Wert und beendet die Rotation. Widerrufen Sie das Token in der Admin Console.',
    moved: (label: string) => `${label} wurde durch eine App ersetzt`,
    moving: (label: string) => `${label} wird durch eine App ersetzt`,
    tokenStillWorks: (app: string) =>
      `Das Token funktioniert, bis Sie es widerrufen. Stellen Sie vorher seine Programme auf die App ${app} um.`,
    tokenRevokeNotProven:
      'Keyturn hat den Widerruf bei Okta angefordert, und der Widerruf ist noch nicht nachgewiesen. Keyturn behält den Wert.',
    rotated: (label: string) => `${label} wurde rotiert`,
    rotationEnded: (label: string) => `Rotation von ${label}, beendet`,
    replacing: (label: string) => `${label} wird ersetzt`,
    rotating: (label: string) => `${label} wird rotiert`,
    done: {
      usual:
        'Das neue Token wird benutzt. Das alte ist widerrufen, mit Nachweis. Keyturn bewahrt seinen Wert nicht mehr auf.',
      leaked: 'Das offengelegte Token ist widerrufen, mit Nachweis, und sein Ersatz wird benutzt.',
      'to-app':
        'Das Token ist widerrufen, mit Nachweis. Keyturn bewahrt seinen Wert nicht mehr auf. Die App bleibt.',
    },
    ended: 'Beendet.',
    revokingFirst: 'Keyturn widerruft das Token zuerst. Vorher geschieht nichts anderes.',
    leakedRevoked:
      'Das offengelegte Token ist widerrufen. Die Programme, die es benutzt haben, funktionieren nicht, bis Sie das neue übergeben.',
    planned: 'Nichts hat sich geändert. Beide Tokens funktionieren, bis Sie das alte widerrufen.',
    oldStillInUse: 'Das alte Token wird weiterhin benutzt. Nichts geht verloren, wenn Sie hier aufhören.',
    undone:
      'Rückgängig gemacht. Das alte Token wird wieder benutzt. Keyturn behält das neue, bis Sie darüber entscheiden.',
    revokeNotProven:
      'Keyturn hat den Widerruf bei Okta angefordert, und der Widerruf ist noch nicht nachgewiesen. Keyturn behält beide Werte.',
    bothWork: 'Beide Tokens funktionieren, bis Sie das alte widerrufen.',
  },
  rotationTab: {
    rotation: 'Rotation',
    whatRotationDoes:
      'Eine Rotation stellt ein neues Token neben das alte, vergleicht beide und übergibt das neue. Sie wartet, bis niemand mehr das alte benutzt, widerruft es dann und weist das nach. Bis zum Widerruf können Sie die Rotation rückgängig machen.',
    rotations: 'Rotationen',
    open: 'Öffnen',
    underWay: 'Läuft',
    doneProof: 'Erledigt, mit Nachweis',
    revoked: 'Widerrufen',
    rolledBack: 'Rückgängig gemacht',
    abandoned: 'Beendet',
  },
};
