import type { words as english, QuietTerms } from '../../../../../main/features/rotation/words.ts';
import { plural } from '../../../../../shared/plural.ts';

/** The terms of the sentences about quiet. The reader comes with its verb. */
const replaced: QuietTerms = {
  old: 'alte Token',
  reader: 'Das neue Token kann',
  since: 'seit der Übergabe',
};

/** Returns the token of a try to revoke as the object of a verb, in the accusative and in the dative. */
function tokenOf(whose: string): { readonly the: string; readonly toThe: string } {
  switch (whose) {
    case 'old':
      return { the: 'das alte Token', toThe: 'dem alten Token' };
    case 'new':
      return { the: 'das neue Token', toThe: 'dem neuen Token' };
    default:
      return { the: `das ${whose}`, toThe: `dem ${whose}` };
  }
}

/** Holds the German text of a rotation. */
export const words: typeof english = {
  begin: {
    beingRotated: 'Dieses Token wird bereits rotiert.',
    continueOrEnd: 'Setzen Sie diese Rotation fort, oder beenden Sie sie.',
    tokenRevoked: 'Dieses Token wurde widerrufen.',
    addAnother: 'Fügen Sie an seiner Stelle ein neues hinzu.',
  },
  capture: {
    copyAndPaste:
      'Kopieren Sie den Wert des Tokens in der Admin Console, und fügen Sie ihn hier ein. Keyturn hat Ihre Zwischenablage nicht verändert.',
    copyAndEnter: 'Kopieren Sie den Wert des Tokens in der Admin Console, und geben Sie ihn in das Feld ein.',
    needsOwnValue: 'Ein neues Token braucht einen eigenen Wert. Erstellen Sie eines in der Admin Console.',
    notAToken: 'Das ist kein API-Token.',
    oldToken: 'Das ist das alte Token selbst.',
    createAndCopy:
      'Erstellen Sie in der Admin Console ein neues Token, und kopieren Sie seinen Wert. Keyturn hat Ihre Zwischenablage nicht verändert.',
    alreadyKept: (kept: string) => `Genau dieses Token ist hier bereits als „${kept}“ gespeichert.`,
    captured: (fingerprint: string) => `Neues Token erfasst, Fingerabdruck ${fingerprint}.`,
  },
  compareStep: {
    compared: (asks: string) =>
      `Verglichen. ${asks === '' ? 'Nichts zu bestätigen' : `Zu bestätigen: ${asks}`}.`,
    comparedAgain: 'Erneut verglichen.',
    tested: (word: string) => `Das neue Token wurde getestet: ${word}.`,
  },
  compare: {
    otherOwner: (is: string | undefined, was: string | undefined) =>
      `Das neue Token gehört ${is}, das alte ${was}. Es hängt von einem anderen Konto ab.`,
    broader: (names: string) =>
      `Das neue Token darf mehr als das alte: ${names}. Ein Token sollte nur den geringsten Zugriff haben, den seine Arbeit braucht.`,
    cannotRead: (names: string) =>
      `Programme, die das Token benutzen, können dies nicht mehr lesen: ${names}.`,
    narrower: (names: string) =>
      `Das neue Token darf weniger als das alte oder etwas anderes: ${names}. Programme, die darauf angewiesen waren, funktionieren nicht mehr.`,
    unknown: (names: string) =>
      `Keyturn konnte nicht alles vergleichen: ${names}. Die beiden können sich dort unterscheiden.`,
    oldNotWorking: (word: string) =>
      `Das alte Token hat im Test nicht funktioniert: ${word}. Was es benutzt, funktioniert schon jetzt nicht oder nur mit dem neuen.`,
    notKnown: 'Nicht bekannt',
    noAdminRole: 'Keine Admin-Rolle',
    anyAddress: 'Jede Adresse',
    only: (list: string) => `nur ${list}`,
    not: (list: string) => `nicht ${list}`,
    zones: (parts: readonly string[]) => `Netzwerkzonen: ${parts.join('; ') || 'wie in Okta gesetzt'}`,
    allowed: 'Erlaubt',
    notAllowed: 'Nicht erlaubt',
    notAsked: 'Nicht gefragt',
    notKnownWhy: (why: string) => `Nicht bekannt. ${why}`,
    org: 'Org',
    owner: 'Inhaber',
    roles: 'Rollen',
    network: 'Netzwerk',
  },
  desk: {
    cancelled: 'Abgebrochen.',
    planned: 'Geplant. In Okta wurde nichts geändert.',
    replaceNow: 'Jetzt ersetzen: Das Token wird widerrufen, bevor es ersetzt wird.',
    handingOver: 'Übergabe',
    replaced: 'Ersetzt und übergeben.',
    ended: 'Diese Rotation ist beendet.',
  },
  handOver: {
    notConfirmed: (sentences: readonly string[]) => `Noch nicht bestätigt: ${sentences.join(' ')}`,
    tick: 'Haken Sie jeden Unterschied an, den Sie wollen, oder erfassen Sie ein anderes Token.',
    handedOver: 'Das neue Token wird benutzt. Das alte bleibt gespeichert.',
    undone: 'Rückgängig gemacht: Das alte Token wird wieder benutzt.',
    resumed: 'Fortgesetzt: Das neue Token wird wieder benutzt.',
  },
  handlers: {
    oldTokenNamed: (name: string) => `Laut Angabe der Person heißt das alte Token in Okta „${name}“.`,
    saidByPerson: (name: string) => `Laut Angabe der Person hat ${name} das neue Token.`,
    chooseFile: 'Datei wählen, die das Token enthält',
    notListed: 'Die Liste von Okta enthält dieses Token nicht mehr.',
    pickAnother: 'Wählen Sie ein anderes.',
    saveRecord: 'Protokoll der Rotation speichern',
  },
  machine: {
    movedOn: 'Dieser Schritt ist jetzt nicht möglich, weil die Rotation schon weiter ist.',
    ended: 'Diese Rotation ist beendet.',
    lookAgain: 'Sehen Sie sich die Seite erneut an: Sie zeigt den Stand der Rotation.',
  },
  quietStep: {
    notHandedOver: 'Das neue Token ist noch nicht übergeben.',
  },
  quiet: {
    terms: {
      usual: replaced,
      leaked: replaced,
      'to-app': {
        old: 'API-Token',
        reader: 'Die anderen Zugangsdaten dieser Org können',
        since: 'seit dem Beginn dieser Rotation',
      },
    },
    noReader: 'Keyturn bewahrt keine anderen Zugangsdaten dieser Org auf, die das lesen dürfen',
    partOfList: (why: string) =>
      `Nur ein Teil der Liste der API-Tokens von Okta konnte gelesen werden. Das alte Token fehlt deshalb vielleicht darin. ${why}`,
    usedFrom: ({ old }: QuietTerms, address: string, program: string, when: string) =>
      `Das ${old} wurde benutzt (${when}), von ${address} durch ${program}.`,
    usedAbout: ({ old }: QuietTerms, when: string) =>
      `Das ${old} wurde benutzt, etwa ${when}: Sein Ablauf in Okta hat sich verschoben. Der Aufruf hat kein Ereignis in das System Log geschrieben. Deshalb ist seine Adresse nicht bekannt.`,
    notQuietYet: ({ old, since }: QuietTerms, minutes: number) =>
      `Keyturn hat ${since} nicht gesehen, dass das ${old} benutzt wurde. Es muss ${plural(minutes, 'Minute', 'Minuten')} lang ruhen.`,
    quietFor: ({ old }: QuietTerms, minutes: number) =>
      `Keyturn hat ${plural(minutes, 'Minute', 'Minuten')} lang nicht gesehen, dass das ${old} benutzt wurde: kein Ereignis im System Log, und sein Ablauf in Okta hat sich nicht verschoben.`,
    cannotTell: ({ old, reader }: QuietTerms) =>
      `Keyturn kann nicht feststellen, ob das ${old} noch benutzt wird. ${reader} weder das System Log noch die Liste der API-Tokens lesen.`,
    logOnly: ({ reader }: QuietTerms) =>
      `Das System Log zeigt keine Nutzung. Aufrufe, die kein Ereignis schreiben, zeigt es nicht. ${reader} die Liste der API-Tokens, die zweite Quelle, nicht lesen.`,
    listOnly: ({ reader }: QuietTerms) =>
      `Sein Ablauf in Okta hat sich nicht verschoben. ${reader} das System Log, die andere Quelle, nicht lesen.`,
    lookInConsole: 'Sehen Sie in der Admin Console unter „Security“, „API“, „Tokens“ nach.',
    oldNotKnown: 'Okta sagt nicht, welches Token in seiner Liste es ist',
    unknownAddress: 'einer unbekannten Adresse',
    unknownProgram: 'ein unbekanntes Programm',
    oldNotListed: ({ old }: QuietTerms) => `Die Liste der API-Tokens von Okta enthält das ${old} nicht mehr.`,
    oldWasNotKnown: 'Okta sagt nicht, welches Token in seiner Liste es war',
    noAnswerAtOnce: 'Okta hat nicht sofort geantwortet',
  },
  revokeStep: {
    notYet: (reasons: readonly string[]) => `Das Token ist noch nicht widerrufen. ${reasons.join(' ')}`,
    waitOrInsist: (insist: string) => `Warten Sie, oder geben Sie „${insist}“ ein, wenn Sie sicher sind.`,
    insisted: (reasons: readonly string[]) =>
      `Die Person hat auf dem Widerruf bestanden. ${reasons.join(' ')}`,
    choose: 'Wählen Sie, ob es widerrufen oder vergessen werden soll.',
    forgotten:
      'Keyturn hat das neue Token vergessen. Es funktioniert in Okta weiter, bis es widerrufen wird oder abläuft.',
    revokeAsked: 'Widerruf angefordert.',
    endedBeforeRevoke: 'Vor dem Widerruf beendet. In Okta wurde nichts geändert.',
    gaveUpRevoke:
      'Beendet, und der Widerruf ist nicht nachgewiesen: Das Token funktioniert vielleicht noch. Keyturn behält seinen Wert.',
    endedWithoutReplacement: 'Ohne Ersatz beendet.',
    captured: 'Ein neues Token wurde erfasst.',
  },
  revoke: {
    api: 'API-Token',
    carriedOut: (host: string) => `${host} hat den Widerruf ausgeführt.`,
    stillAccepts: (host: string) => `${host} nimmt es noch an.`,
    proven: (host: string, whose: string, isListed: boolean | null) =>
      `${host} hat ${tokenOf(whose).toThe} mit 401 E0000011 geantwortet${isListed === false ? ', und die Liste der API-Tokens enthält es nicht mehr' : ''}.`,
    stillListed: (host: string, whose: string) =>
      `${host} lehnt ${tokenOf(whose).the} mit 401 E0000011 ab, führt es aber noch in der Liste. Sehr wahrscheinlich ist sein Inhaber nicht aktiv. Mit seinem Inhaber würde es wieder funktionieren. Deshalb ist das kein Nachweis.`,
    saidRevoked: (host: string, whose: string) =>
      `${host} hat gemeldet, dass ${tokenOf(whose).the} widerrufen ist, und nimmt es noch an. Versuchen Sie es in einer Minute erneut.`,
    notRevoked: (host: string, whose: string, refusal: string) =>
      `${host} hat ${tokenOf(whose).the} nicht widerrufen (${refusal}) und nimmt es noch an.`,
    notProven: (host: string, whose: string, refusal: string) =>
      `Noch nicht nachgewiesen: ${host} hat ${tokenOf(whose).toThe} nicht mit 401 E0000011 geantwortet. Das Ergebnis war: ${refusal}.`,
    provenBeside: (host: string, carriedOut: boolean, isListed: boolean | null, witness: string) =>
      `${host} hat ${carriedOut ? 'den Widerruf ausgeführt und ' : ''}dem API-Token mit 401 E0000011 geantwortet. In derselben Minute hat ${host} ${witness} angenommen. ${
        isListed === false
          ? 'Die Liste der API-Tokens enthält das Token nicht mehr.'
          : 'Keyturn bewahrt keine anderen Zugangsdaten auf, die die Liste der API-Tokens lesen können. Deshalb beruht der Nachweis auf diesen Antworten.'
      }`,
    noWitness: (host: string) =>
      `Noch nicht nachgewiesen: ${host} lehnt das API-Token mit 401 E0000011 ab, und Keyturn bewahrt keine anderen Zugangsdaten dieser Org auf, mit denen es fragen könnte. Die Org lehnt vielleicht jetzt alles ab.`,
    witnessRefused: (host: string, witness: string, why: string) =>
      `Noch nicht nachgewiesen: ${host} lehnt das API-Token mit 401 E0000011 ab, hat aber auch ${witness} nicht angenommen. ${why}`,
    witnessLate: (host: string, witness: string) =>
      `Noch nicht nachgewiesen: ${host} lehnt das API-Token mit 401 E0000011 ab, hat aber ${witness} erst mehr als eine Minute später angenommen. Versuchen Sie es erneut.`,
    ownerUnknown: (host: string) =>
      `Noch nicht nachgewiesen: ${host} lehnt das API-Token mit 401 E0000011 ab. Es ist widerrufen, oder sein Inhaber ist nicht aktiv. Die Liste der API-Tokens würde das zeigen, aber Keyturn bewahrt keine anderen Zugangsdaten auf, die sie lesen können.`,
    refusal: (word: string, status: number | null, errorCode: string | null) =>
      `${word}${status === null ? '' : `, HTTP ${status}`}${errorCode === null ? '' : ` ${errorCode}`}`,
  },
  toApp: {
    noApp: 'Noch erledigt keine OAuth-Service-App die Aufgabe dieses Tokens.',
    testApp:
      'Richten Sie die App des Tokens auf der Registerkarte „OAuth“ fertig ein, und testen Sie sie, bis sie funktioniert.',
    begun: (app: string) =>
      `Die OAuth-Service-App „${app}“ hat die Aufgabe dieses Tokens übernommen. In Okta wurde nichts geändert.`,
  },
  witness: {
    answered: (name: string) => `Okta hat ${name} angenommen.`,
  },
  run: {
    gaveBack: (name: string, sentence: string) => `${name} hat wieder das alte Token. ${sentence}`,
    notHandedOver: 'Das neue Token ist noch nicht übergeben.',
    noNewToken: 'Es gibt kein neues Token zu übergeben: Eine OAuth-Service-App hat die Aufgabe übernommen.',
    giveApp: 'Richten Sie die App an diesem Einsatzort ein, und markieren Sie ihn als erledigt.',
    updatedByHand: (name: string) => `${name} wird von Hand aktualisiert.`,
    consumerGone: 'Dieser Einsatzort steht nicht mehr in der Checkliste.',
  },
  store: {
    otherOrg:
      'Die Datei des Tresors wurde verändert: Dieser Wert wurde für eine andere Org aufbewahrt, als die Datei jetzt angibt. Keyturn verwendet ihn nicht.',
    damaged:
      'Der für diese Rotation gespeicherte Wert lässt sich nicht mehr öffnen, weil seine Datei beschädigt oder geändert wurde.',
    gone: 'Diese Rotation ist hier nicht mehr gespeichert.',
    noValue: 'Für diese Rotation ist kein zweiter Wert gespeichert.',
    endAndLook:
      'Das Token selbst ist nicht betroffen. Beenden Sie die Rotation, und suchen Sie in der Admin Console nach dem Token, das übrig bleibt.',
  },
  record: {
    title: (token: string) => `Rotation von ${token}`,
    notEnded: (begun: string) => `Begonnen: ${begun}, nicht beendet.`,
    ended: (begun: string, ended: string) => `Begonnen: ${begun}, beendet: ${ended}.`,
    leaked: 'Das Token war offengelegt: Es wurde zuerst widerrufen, dann ersetzt.',
    toApp: (app: string, clientId: string) =>
      `Die OAuth-Service-App „${app}“ (Client ID ${clientId}) hat seine Aufgabe übernommen. Es gibt kein neues Token.`,
    witness: (at: string, name: string, status: number | null, requestId: string | null) =>
      `Okta hat ${name} angenommen (${at}): HTTP ${status ?? '?'}${requestId === null ? '' : `, Request-ID ${requestId}`}.`,
    none: 'Keine.',
    proven: 'Widerrufen, mit Nachweis.',
    notProven: {
      title: 'Nicht nachgewiesen.',
      detail: 'Noch weist nichts nach, dass Okta das alte Token widerrufen hat.',
    },
    titles: {
      proof: 'Nachweis',
      tokens: 'Tokens',
      compared: 'Verglichen',
      consumers: 'Übergeben an',
      attempts: 'Versuche des Widerrufs',
      steps: 'Schritte',
    },
    proofColumns: ['Wann', 'HTTP', 'Fehlercode von Okta', 'Request-ID'],
    tokenColumns: ['', 'Fingerabdruck', 'ID in Okta'],
    comparedColumns: ['', 'Alt', 'Neu', 'Unterschied'],
    consumerColumns: ['Einsatzort', 'Wo', 'Wann', 'Wie'],
    attemptColumns: ['Wann', 'Token', 'Aufruf zum Widerruf', 'Aufruf danach', 'Request-ID', 'Nachgewiesen'],
    stepColumns: ['Wann', 'Stand', 'Was'],
    oldToken: 'Alt',
    newToken: 'Neu',
    notKnown: 'nicht bekannt',
    notYet: 'noch nicht',
    exit: (status: number) => `Befehl, Exit-Status ${status}`,
    revoked: {
      id: (word: string, status: string) => `über die ID: ${word} ${status}`,
      current: (word: string, status: string) => `durch sich selbst: ${word} ${status}`,
      none: () => 'kein Aufruf',
    },
    yes: 'ja',
    no: 'nein',
    foot: (version: string) => `Geschrieben von Keyturn ${version}. Enthält Fingerabdrücke, nie einen Wert.`,
  },
};
