import type { words as english } from '../../../../../main/features/programs/words.ts';
import { number, plural } from '../../../../../shared/plural.ts';

/** Returns a number of minutes, for example "15 Minuten". */
const minutesWords = (minutes: number): string => plural(minutes, 'Minute', 'Minuten');

/** Holds the German text about programs. */
export const words: typeof english = {
  approval: {
    question: {
      once: (program: string, label: string) => `Darf ${program} ${label} einmal benutzen?`,
      minutes: (program: string, label: string, minutes: number) =>
        `Darf ${program} ${label} ${minutesWords(minutes)} lang benutzen?`,
      'until-lock': (program: string, label: string) => `Darf ${program} ${label} bis zur Sperre benutzen?`,
      always: (program: string, label: string) => `Darf ${program} ${label} immer benutzen?`,
    },
    yes: {
      once: 'Einmal erlauben',
      minutes: (minutes: number) => `${minutesWords(minutes)} erlauben`,
      'until-lock': 'Bis zur Sperre erlauben',
      always: 'Immer erlauben',
    },
    covers: {
      call: (call: string) => `Nur dieser Aufruf: ${call}`,
      readsForMinutes: (minutes: number, call: string) =>
        `Alles, was es in ${minutesWords(minutes)} liest. Jetzt fragt es nach ${call}`,
      readsUntilLock: (call: string) => `Alles, was es bis zur Sperre liest. Jetzt fragt es nach ${call}`,
      changeForMinutes: (minutes: number, call: string) =>
        `Diese Änderung, ${minutesWords(minutes)} lang, so oft das Programm sie macht: ${call}`,
      changeUntilLock: (call: string) =>
        `Diese Änderung bis zur Sperre, so oft das Programm sie macht: ${call}`,
      readsAlways: (below: string, call: string) =>
        `Alles, was es unterhalb von ${below} liest, bis Sie dies widerrufen. Jetzt fragt es nach ${call}`,
      changeAlways: (call: string) =>
        `Diese Änderung, bis Sie sie widerrufen, so oft das Programm sie macht: ${call}`,
    },
    always: {
      warning:
        'Dies gilt für die Datei mit diesem Inhalt, gleich welches Ihrer Programme sie startet. Keyturn fragt erneut, wenn sich die Datei ändert.',
      hash: (sha256: string) => `SHA-256 der Datei: ${sha256}`,
      changed: 'Die Datei dieses Programms hat sich geändert, nachdem Sie es immer erlaubt hatten.',
    },
    value: {
      question: (program: string, label: string) => `${program} den Wert von ${label} geben?`,
      warning:
        'Das Programm und alle Programme, die es startet, bekommen das Token selbst. Solange es läuft, können auch Ihre anderen Programme das Token lesen.',
      yes: 'Einmal geben',
    },
    process: (pid: number) => `Prozess ${pid}.`,
    noProcess: 'Das System gibt nicht an, welches Programm das ist.',
    facts: {
      org: (text: string) => `Org: ${text}`,
      path: (text: string) => `Programmdatei: ${text}`,
      command: (text: string) => `Befehl: ${text}`,
      folder: (text: string) => `Im Ordner: ${text}`,
      startedFrom: (text: string) => `Gestartet von: ${text}`,
    },
    rules: {
      change: (label: string) => `Programmen erlauben, mit ${label} etwas in Okta zu ändern?`,
      value: (label: string) => `Programmen erlauben, den Wert von ${label} anzufordern?`,
      changeAndValue: (label: string) =>
        `Programmen erlauben, mit ${label} etwas in Okta zu ändern und den Wert anzufordern?`,
      stillAsked: 'Keyturn fragt Sie trotzdem bei jedem Programm.',
      yes: 'Erlauben',
    },
  },
  always: {
    tooMany: (most: number) => `Für ein Token können höchstens ${number(most)} Programme immer erlaubt sein.`,
    revokeSome: 'Widerrufen Sie einige davon in den Einstellungen unter „Programme“.',
    tooLong: 'Der Aufruf oder die Pfade der Regeln sind zu lang, um sie in einem Dialog ganz anzuzeigen.',
    chooseOther: 'Wählen Sie eine andere Antwort. Das Programm wartet weiter.',
  },
  caller: {
    unnamed: 'Ein Programm auf diesem Computer',
  },
  desk: {
    badPath: 'Ein Pfad für Programme muss ein Pfad der Okta-API sein.',
    writePath: 'Schreiben Sie ihn wie /api/v1/users, einen pro Zeile, ohne Punkte, Leerzeichen oder Query.',
    notChanged: 'Die Regeln wurden nicht geändert.',
    notWaiting: 'Dieses Programm wartet nicht mehr auf eine Antwort.',
    runAgain: 'Führen Sie es erneut aus, dann fragt Keyturn erneut.',
    ended: 'Diese Erlaubnis ist bereits beendet.',
    endedAfter: (program: string, calls: number) =>
      `${program} ist nicht mehr erlaubt, nach ${plural(calls, 'Aufruf', 'Aufrufen')}.`,
  },
  doorServer: {
    portTaken: (port: number) =>
      `Der Port ${port} ist von einem anderen Programm belegt. Wählen Sie in den Einstellungen einen anderen.`,
    cannotListen: (port: number, code: string) =>
      `Keyturn kann am Port ${port} nicht lauschen (${code}). Wählen Sie in den Einstellungen einen anderen.`,
    anothersAddress: 'Diese Adresse gehört einem anderen Programm.',
    wentWrong: 'In Keyturn ist ein Fehler aufgetreten. Die Logdatei enthält die Einzelheiten.',
  },
  execEnv: {
    javaOptions: (variable: string) => `-Dokta… in ${variable}`,
  },
  execLine: {
    usage: 'Schreiben Sie: keyturn exec [--app] [--value] [--no-masking] [NAME] -- BEFEHL [ARGUMENT...]',
    noFlag: (flag: string, meant: string | null, hasValue: boolean) =>
      `exec kennt die Option ${flag} nicht.${meant === null ? '' : hasValue ? ` Die Option ${meant} hat keinen Wert.` : ` Meinten Sie ${meant}?`} Die Optionen eines Befehls stehen nach zwei Strichen und dem Befehl.`,
    longDash: (word: string) =>
      `„${word}“ beginnt mit einem langen Strich. Geben Sie stattdessen zwei Bindestriche (--) ein.`,
    noName: (name: string) =>
      `„${name}“ ist nicht der Name eines Tokens oder einer OAuth-App. Keyturn zeigt den Namen unter „Programme“ als letzten Teil der Adresse.`,
    noDashes: (command: string) =>
      `Vor dem Befehl ${command} fehlen zwei Striche. Ohne sie würde Keyturn die Optionen des Befehls als eigene lesen.`,
    noCommand: 'Der auszuführende Befehl fehlt.',
  },
  execRelay: {
    notThere: 'Keyturn antwortet nicht. Starten Sie es, entsperren Sie es, und führen Sie dies erneut aus.',
  },
  execRun: {
    hidden: (names: string) => `vor dem Programm verborgen, das stattdessen dieses Token hat: ${names}.`,
    notThere:
      'Keyturn antwortet nicht. Starten Sie es, entsperren Sie es, und lassen Sie unter „Programme“ Programme das Token benutzen.',
    waiting: 'wartet auf Ihre Antwort in seinem Fenster.',
    notKeyturn: 'Am Port von Keyturn antwortet ein anderes Programm.',
    notFound: (command: string) => `Es gibt kein Programm ${command}.`,
    cannotRun: (command: string, code: string) => `${command} lässt sich nicht ausführen (${code}).`,
  },
  gate: {
    noPath: 'Auf den Namen des Tokens muss ein Pfad der API der Org folgen, zum Beispiel /name/api/v1/users.',
    otherHost: (port: number) => `Programme erreichen Keyturn nur unter http://127.0.0.1:${port}.`,
    browser: 'Seiten in einem Browser dürfen kein Token benutzen.',
    noMethod: (method: string) => `${method} ist keine Methode der Okta-API.`,
    noName: 'Der Pfad muss mit dem Namen eines Tokens beginnen, zum Beispiel /name/api/v1/users.',
    otherMethod: 'Die Abfrage nennt eine andere Methode. Benutzen Sie diese Methode selbst.',
    unclear: 'Ein Server könnte Teile des Pfads als einen anderen Pfad lesen. Schreiben Sie ihn eindeutig.',
    shut: 'Programme dürfen dieses Token nicht benutzen. Eine Person kann es in Keyturn unter „Programme“ erlauben.',
    readsOnly: (method: string) =>
      `Programme dürfen mit diesem Token nur lesen, und ${method} ändert etwas. Eine Person kann Änderungen in Keyturn unter „Programme“ erlauben.`,
    otherPath: (path: string) =>
      `Programme dürfen ${path} mit diesem Token nicht aufrufen. Eine Person kann den Pfad in Keyturn unter „Programme“ hinzufügen.`,
    valueByPost: 'Ein Programm muss den Wert mit POST anfordern.',
    noValue:
      'Programme dürfen den Wert dieses Tokens nicht haben. Die meisten Programme können stattdessen Keyturn aufrufen. Eine Person kann es in Keyturn unter „Programme“ erlauben.',
  },
  openCalls: {
    rules:
      'Keyturn hat diesen Aufruf beendet, weil eine Person während des Aufrufs geändert hat, was Programme mit diesem Token dürfen.',
    revoked:
      'Keyturn hat diesen Aufruf beendet, weil eine Person während des Aufrufs die Erlaubnis dafür widerrufen hat.',
    locked: 'Keyturn hat diesen Aufruf beendet, weil Keyturn während des Aufrufs gesperrt wurde.',
  },
  passing: {
    unknown:
      'Keyturn weiß nicht, ob Okta den Aufruf ausgeführt hat. Prüfen Sie das in Okta, bevor Sie es erneut versuchen.',
    wentWrong: 'In Keyturn ist beim Aufruf von Okta ein Fehler aufgetreten.',
    notPassedOn: (status: number) =>
      `Okta hat mit ${status} geantwortet. Keyturn konnte die Antwort nicht weiterreichen.`,
    heldToken: (status: number) =>
      `Okta hat mit ${status} geantwortet. Die Antwort enthielt das Token selbst. Deshalb hat Keyturn sie nicht weitergereicht.`,
  },
  programWords: {
    allowed: {
      once: (program: string) => `${program} wurde einmal erlaubt.`,
      minutes: (program: string, minutes: number) =>
        `${program} wurde ${minutesWords(minutes)} lang erlaubt.`,
      'until-lock': (program: string) => `${program} wurde bis zur nächsten Sperre erlaubt.`,
      always: (program: string) => `${program} wurde immer erlaubt.`,
    },
    denied: (program: string) => `${program} wurde abgelehnt.`,
    alwaysReading: (program: string, paths: string, sha256: string) =>
      `${program} darf immer unterhalb von ${paths} lesen. SHA-256 seiner Datei: ${sha256}.`,
    alwaysChange: (program: string, call: string, sha256: string) =>
      `${program} darf immer diese Änderung machen: ${call}. SHA-256 seiner Datei: ${sha256}.`,
    revoked: (path: string) => `${path} ist nicht mehr immer erlaubt.`,
    changed: (path: string) =>
      `Die Datei ${path} hat sich geändert. Deshalb ist sie nicht mehr immer erlaubt.`,
    givenValue: (program: string) => `${program} bekam den Wert selbst.`,
    withProcess: (name: string, pid: number) => `${name} (Prozess ${pid})`,
    withProcessAndPath: (name: string, pid: number, path: string) => `${name} (Prozess ${pid}, ${path})`,
    shut: 'Der Zugang für Programme wurde ausgeschaltet.',
    rules: {
      read: (paths: string, perMinute: number) =>
        `Erlaubte Programme dürfen unterhalb von ${paths} lesen, ${plural(perMinute, 'Aufruf', 'Aufrufe')} pro Minute.`,
      change: (paths: string, perMinute: number) =>
        `Erlaubte Programme dürfen unterhalb von ${paths} lesen und ändern, ${plural(perMinute, 'Aufruf', 'Aufrufe')} pro Minute.`,
    },
    value: 'Programme dürfen den Wert selbst anfordern.',
  },
  profileRules: {
    reads: (file: string, method: string) =>
      `${file} lässt Programme hier nur lesen, und ${method} ändert etwas.`,
    path: (file: string, path: string) => `${file} lässt Programme ${path} hier nicht aufrufen.`,
    withheld: (file: string) =>
      `${file} begrenzt, was Programme hier dürfen. Deshalb kann ein Programm den Wert nicht bekommen.`,
  },
  programFile: {
    notNamed: 'Keyturn bietet „Immer“ nicht an, weil das System nicht angibt, welches Programm das ist.',
    notRead: 'Keyturn bietet „Immer“ nicht an, weil sich die Datei dieses Programms nicht lesen ließ.',
    replaced:
      'Keyturn bietet „Immer“ nicht an, weil die Datei dieses Programms ersetzt oder entfernt wurde, während es läuft. Starten Sie das Programm neu.',
    tooLarge: 'Keyturn bietet „Immer“ nicht an, weil die Datei dieses Programms größer als 512\u00a0MB ist.',
    interpreter:
      'Keyturn bietet „Immer“ nicht an, weil dieses Programm tut, was ein Skript oder eine Befehlszeile ihm vorgibt. Seine Datei zeigt nicht, was es tun wird.',
    noCommand:
      'Keyturn bietet „Immer“ nicht an, weil sich die Befehlszeile dieses Programms nicht lesen ließ und Keyturn deshalb nicht weiß, womit es gestartet wurde.',
    startedWithFile: (name: string) =>
      `Keyturn bietet „Immer“ nicht an, weil dieses Programm mit der Datei oder dem Ordner ${name} gestartet wurde, die ihm vorgeben können, was es tut.`,
    startedWithCode: (argument: string) =>
      `Keyturn bietet „Immer“ nicht an, weil dieses Programm mit ${argument} gestartet wurde, was ihm vorgeben kann, was es tut.`,
    startedWithInput:
      'Keyturn bietet „Immer“ nicht an, weil dieses Programm eine Datei oder ein anderes Programm als Eingabe liest, die ihm vorgeben können, was es tut. Starten Sie es mit < /dev/null.',
  },
  reply: {
    fromKeyturn: (sentence: string) => `Keyturn: ${sentence}`,
  },
  visits: {
    valueByExecOnly: 'Der Wert geht nur an keyturn exec.',
    unknownCaller:
      'Keyturn konnte nicht feststellen, welches Programm aufruft. Deshalb hat es den Aufruf abgelehnt.',
    otherAccount: 'Nur Programme der Person, die Keyturn benutzt, dürfen aufrufen.',
    tooManyAtOnce: (most: number) =>
      `Ein Programm darf ${plural(most, 'Aufruf', 'Aufrufe')} gleichzeitig offen haben.`,
    readWithBody:
      'Ein GET oder HEAD darf keinen Body haben. Lassen Sie den Body weg, oder benutzen Sie eine andere Methode.',
    bodyTooLong: 'Der Body ist länger als ein Megabyte.',
    locked:
      'Der Tresor ist gesperrt, und niemand hat ihn rechtzeitig entsperrt. Entsperren Sie ihn in Keyturn, und führen Sie dies dann erneut aus.',
    deniedBefore: 'Eine Person hat dieses Programm gerade eben abgelehnt.',
    denied: 'Eine Person hat dieses Programm abgelehnt.',
    tooManyWait: 'Zu viele Programme warten auf eine Antwort.',
    nobodyAnswered:
      'Niemand hat rechtzeitig geantwortet. Führen Sie dies erneut aus, und antworten Sie in Keyturn.',
    tooFast: (perMinute: number) =>
      `Programme dürfen mit diesem Token ${plural(perMinute, 'Aufruf', 'Aufrufe')} pro Minute machen.`,
    needsProof:
      'Die Org dieser App verlangt bei jedem Aufruf einen Besitznachweis (DPoP). Ein Programm kann ein Access-Token deshalb nicht allein benutzen. Führen Sie das Programm ohne --value aus. Keyturn macht dann die Aufrufe und die Nachweise.',
    notRecorded: 'Das Programm bekam den Wert nicht, weil das Protokoll nicht geschrieben werden konnte.',
    noToken: (name: string) =>
      `Hier hat kein Token und keine OAuth-App den Namen ${name}. Keyturn zeigt jede Adresse unter „Programme“.`,
    revoked: 'Dieses Token wurde widerrufen.',
    unreadable: 'Der Wert dieses Tokens lässt sich nicht entschlüsseln. Fügen Sie ihn in Keyturn erneut ein.',
    asks: 'Ein Programm möchte ein Token benutzen.',
    asksWhileLocked: 'Ein Programm möchte ein Token benutzen. Entsperren Sie Keyturn, um ihm zu antworten.',
  },
};
