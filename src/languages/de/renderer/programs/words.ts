import type { words as english } from '../../../../renderer/programs/words.ts';
import { number, plural } from '../../../../shared/plural.ts';

/** Holds the German text of this feature's pages. */
export const words: typeof english = {
  alwaysList: {
    alwaysAllowed: 'Immer erlaubt',
    none: 'Kein Programm. Wenn ein Programm fragt, können Sie „Immer für dieses Programm“ wählen.',
    reads: (paths: string) => `Liest unterhalb von ${paths}`,
    changes: (call: string) => `Ändert mit ${call}`,
    of: (label: string) => `mit ${label}`,
    hash: (start: string) => `SHA-256 ${start}…`,
    since: (day: string) => `seit ${day}`,
    lastUsed: (time: string) => `zuletzt benutzt ${time}`,
    notUsed: 'seitdem nicht benutzt',
    changed: (day: string) =>
      `Die Datei hat sich geändert. Keyturn hat das am ${day} bemerkt und fragt wegen des Programms erneut.`,
    revoke: 'Widerrufen',
    revokeNamed: (name: string, label: string) => `Widerrufen: ${name}, ${label}`,
  },
  askDialog: {
    asksFor: 'Fordert an',
    theValueItself: 'Den Wert selbst, für den Befehl unten',
    times: (method: string, path: string, calls: number) => `${method} ${path}, ${number(calls)}-mal`,
    org: 'Org',
    runsFrom: 'Programmdatei',
    command: 'Befehl',
    inFolder: 'Im Ordner',
    startedFrom: 'Gestartet von',
    programAsksForToken: 'Ein Programm fragt nach einem Token',
    askGiveValue: (name: string, label: string) => `${name} den Wert von ${label} geben?`,
    askLetUse: (name: string, label: string) => `Darf ${name} ${label} benutzen?`,
    programNotKnown: 'Das System gibt nicht an, welches Programm das ist.',
    getsValue: (pid: number) =>
      `Prozess ${pid}. Das Programm bekommt das Token selbst, und ebenso jedes Programm, das es startet. Solange sie laufen, können auch Ihre anderen Programme das Token lesen.`,
    getsAnswers: (pid: number) =>
      `Prozess ${pid}. Das Programm bekommt die Antworten von Okta und nie das Token.`,
    startedBy: 'Programme, die es gestartet haben',
    onceOrReads:
      '„Einmal erlauben“ gilt nur für diesen Aufruf. Die längeren Antworten gelten für alles, was dieses Programm liest, aber für keine Änderung.',
    onceOrThisChange:
      '„Einmal erlauben“ gilt nur für diesen Aufruf. Die längeren Antworten gelten nur für diese Änderung, so oft das Programm sie macht.',
    moreWaiting: (more: number) => `${plural(more, 'weiterer Aufruf wartet', 'weitere Aufrufe warten')}.`,
    deny: 'Ablehnen',
    giveItOnce: 'Einmal geben',
    allowUntilLock: 'Bis zur Sperre erlauben',
    allowMinutes: '15 Minuten erlauben',
    allowOnce: 'Einmal erlauben',
    allowAlways: 'Immer für dieses Programm',
    alwaysReads:
      '„Immer“ gilt für alles, was dieses Programm unterhalb der Pfade der Regeln liest. Es gilt auch nach einer Sperre. Es endet, wenn Sie es in den Einstellungen widerrufen oder wenn sich die Datei des Programms ändert.',
    alwaysThisChange:
      '„Immer“ gilt für diese Änderung. Es gilt auch nach einer Sperre. Es endet, wenn Sie es in den Einstellungen widerrufen oder wenn sich die Datei des Programms ändert.',
    fileChanged:
      'Die Datei dieses Programms hat sich geändert, nachdem Sie es immer erlaubt hatten. Deshalb fragt Keyturn erneut.',
  },
  connectCard: {
    connect: 'Werkzeug verbinden',
    whatItIs:
      'Was jedes Werkzeug braucht, die kleinste Rolle und die kleinsten Scopes, Zeilen zum Kopieren und eine Prüfung, ob sein erster Aufruf angekommen ist.',
    tools: 'Werkzeuge',
  },
  toolPage: {
    back: 'Alle Werkzeuge',
    needs: 'Braucht',
    role: 'Kleinste Rolle',
    oauth: 'Stattdessen OAuth',
    linesOf: (name: string) => `Kopieren: ${name}`,
    of: {
      token: {
        where: 'Der Wert',
        whereIs: {
          'stays in Keyturn': 'Bleibt in Keyturn. Das Werkzeug bekommt die Antworten von Okta.',
          'goes to the program':
            'Geht an das Programm auf diesem Computer, nachdem Sie jeden Start erlaubt haben.',
          'leaves this computer':
            'Verlässt diesen Computer. Dort kann Keyturn ihn nicht schützen. Erstellen Sie deshalb ein Token nur für dieses Werkzeug.',
        },
        notYet:
          'Programme dürfen dieses Token noch nicht benutzen. Schalten Sie oben den Zugang für Programme ein.',
        valueNotYet:
          'Programme dürfen den Wert noch nicht anfordern. Ändern Sie oben die Regeln. Keyturn fragt Sie dann bei jedem Start.',
      },
      app: {
        where: 'Der Schlüssel',
        whereIs: {
          'stays in Keyturn':
            'Der Schlüssel und das Access-Token bleiben in Keyturn. Das Werkzeug bekommt die Antworten von Okta.',
          'goes to the program':
            'Ein Access-Token geht an das Programm auf diesem Computer, wenn Sie den jeweiligen Start erlauben. Es läuft nach einer Stunde ab.',
          'leaves this computer':
            'Was Sie kopieren, verlässt diesen Computer. Keyturn kann einen Schlüssel dort nicht schützen. Erstellen Sie deshalb eine App nur für dieses Werkzeug.',
        },
        notYet:
          'Programme dürfen diese App noch nicht benutzen. Schalten Sie oben den Zugriff für Programme ein.',
        valueNotYet:
          'Programme dürfen noch kein Access-Token verlangen. Ändern Sie oben die Regeln. Keyturn fragt Sie dann bei jedem Start.',
      },
    },
    scopes: 'Scopes dieser App',
    jobNotKnown:
      'Die Aufgabe dieser App ist noch nicht bekannt. Wählen Sie sie auf der Registerkarte „Zugriff“.',
    privateKey: 'Privater Schlüssel',
    whatCopyKeyDoes:
      'Der Schlüssel gilt, bis Sie ihn rotieren. Keyturn leert die Zwischenablage nach 30 Sekunden.',
    copies: {
      key: 'Den privaten Schlüssel kopieren',
      terraform: 'Den Provider-Block mit dem privaten Schlüssel kopieren',
      sdk: 'Eine okta.yaml mit dem privaten Schlüssel kopieren',
    },
    value: 'Wert',
    copyValue: 'Wert kopieren',
    whatCopyDoes: 'Keyturn leert die Zwischenablage nach 30 Sekunden.',
    sources: 'Quellen',
  },
  firstCall: {
    arrived: 'Ist der erste Aufruf angekommen?',
    howItWorks: {
      token:
        'Keyturn sucht den ersten Aufruf unter den Aufrufen von Programmen und alle 10 Sekunden im System Log. Okta protokolliert Änderungen und abgelehnte Aufrufe, aber kein Ereignis für die meisten lesenden Aufrufe.',
      app: 'Keyturn sucht den ersten Aufruf unter den Aufrufen von Programmen, und alle 10 Sekunden im System Log. Okta protokolliert jedes Access-Token, das eine App bekommt.',
    },
    look: 'Ersten Aufruf suchen',
    stop: 'Beenden',
    waiting: 'Wartet auf den ersten Aufruf.',
    waitingWhy: (why: string) => `Wartet auf den ersten Aufruf. ${why}`,
    throughKeyturn: (program: string, call: string, time: string) =>
      `Angekommen: ${program} hat um ${time} über Keyturn ${call} aufgerufen.`,
    inLog: (type: string, time: string, address: string, agent: string) =>
      `Angekommen: Das System Log zeigt ${type} um ${time}, von ${address}, durch ${agent}.`,
    cannotTell: (why: string) => `Keyturn kann das System Log nicht lesen. ${why}`,
    nothingCame:
      'In 10 Minuten kam kein Aufruf an. Lesen Sie die Meldungen des Werkzeugs, und suchen Sie dann erneut.',
  },
  doorCard: {
    forPrograms: 'Für Programme',
    letPrograms: 'Programmen die Nutzung erlauben, ohne ihnen den Wert zu geben',
    how: {
      token: (orgHost: string) =>
        `Ein Programm ruft Keyturn auf diesem Computer statt ${orgHost} auf. Sie erlauben den Aufruf. Keyturn fügt das Token hinzu und reicht die Antwort von Okta weiter. Der Wert bleibt in Keyturn.`,
      app: (orgHost: string) =>
        `Ein Programm ruft Keyturn auf diesem Computer statt ${orgHost} auf. Sie erlauben den Aufruf. Keyturn fügt ein Access-Token hinzu, mit einem Nachweis, wenn die App einen verlangt, und reicht die Antwort von Okta weiter. Der Schlüssel und das Access-Token bleiben in Keyturn.`,
    },
    address: 'Adresse',
    tryIt: 'Ausprobieren',
    examples: { token: '/api/v1/users/me', app: '/api/v1/users' },
    curl: (address: string, path: string) => `curl ${address}${path}`,
    run: 'Ausführen',
    exec: (alias: string) => `keyturn exec ${alias} -- ihr-programm`,
    execValue: (alias: string) => `keyturn exec --value ${alias} -- ihr-programm`,
    copy: (name: string) => `Kopieren: ${name}`,
  },
  doorLists: {
    allowedNow: 'Jetzt erlaubt',
    noProgramAllowed: 'Kein Programm. Keyturn fragt Sie beim ersten Aufruf jedes Programms.',
    reading: 'liest',
    from: (startedFrom: string) => `von ${startedFrom}`,
    calls: (calls: number) => plural(calls, 'Aufruf', 'Aufrufe'),
    untilLock: 'bis zur Sperre',
    until: (time: string) => `bis ${time}`,
    endNamed: (name: string) => `Beenden: ${name}`,
    end: 'Beenden',
    lastCalls: 'Letzte Aufrufe',
    noCalls: 'Keine Aufrufe, seit Keyturn entsperrt wurde.',
    time: 'Zeit',
    program: 'Programm',
    call: 'Aufruf',
    answer: 'Antwort',
    answerIn: (status: number, ms: number) => `${status}, ${number(ms)}\u00a0ms`,
  },
  doorRules: {
    readingOnly: 'Nur Lesen (GET)',
    readingAndChanges: 'Lesen und Ändern',
    rulesWithValue: (access: string, paths: string, perMinute: number) =>
      `${access} unterhalb von ${paths}, höchstens ${plural(perMinute, 'Aufruf', 'Aufrufe')} pro Minute. Programme dürfen den Wert selbst anfordern.`,
    rules: (access: string, paths: string, perMinute: number) =>
      `${access} unterhalb von ${paths}, höchstens ${plural(perMinute, 'Aufruf', 'Aufrufe')} pro Minute.`,
    programsMayDo: 'Was Programme dürfen',
    whatChangesAre:
      'Eine Änderung ist jede Methode außer GET und HEAD. Keyturn fragt Sie trotzdem bei jedem Programm.',
    paths: 'Pfade, einer pro Zeile',
    whatPathsDo: 'Ein Aufruf muss mit einem davon beginnen, zum Beispiel /api/v1/users.',
    callsAMinute: 'Aufrufe pro Minute',
    whatLimitDoes:
      'Die Grenze gilt für alle Programme zusammen. Bei weiteren Aufrufen meldet Keyturn, dass sie warten sollen.',
    mayAskForValue:
      'Programme, die Keyturn nicht aufrufen können, dürfen den Wert selbst anfordern. Keyturn fragt Sie jedes Mal.',
    askedAgain: 'Nach einer Änderung fragt Keyturn Sie bei jedem erlaubten Programm erneut.',
    keepTheseRules: 'Regeln speichern',
  },
};
