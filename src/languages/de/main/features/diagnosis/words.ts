import { words as english } from '../../../../../main/features/diagnosis/words.ts';
import { anyOf, series } from '../../../../../shared/listed.ts';
import { number, plural } from '../../../../../shared/plural.ts';

const notLookedAt = 'Keyturn hat das nicht geprüft.';
const testAgain = 'Testen Sie erneut, damit das Ergebnis es zeigt.';
const readWith = (by: string): string => `Gelesen mit „${by}“.`;
const characters = (count: number): string => plural(count, 'Zeichen', 'Zeichen');

/** Holds the German text of a diagnosis and its report. */
export const words: typeof english = {
  answers: {
    policyForbids: 'Die Richtlinie Ihrer Organisation erlaubt diese Org nicht',
    giveAdministrator:
      'Geben Sie den Bericht Ihrem Administrator. Die Einstellungen zeigen, wo die Richtlinie steht.',
    giveReport:
      'Geben Sie den Bericht dem Support von Okta oder dem Administrator Ihres Netzwerks. Er enthält die Angaben, die sie brauchen.',
    notLearned: (why: string) => `Keyturn konnte es nicht herausfinden: ${why}.`,
    notLookedAt,
    freed: 'Das Limit ist wieder frei',
    newAddress: 'Geben Sie der Org ihre neue Adresse.',
    wrongUrl: 'Die Org URL enthält einen Tippfehler',
    addressBar: 'Die Adressleiste zeigt die richtige, wenn Sie bei Okta angemeldet sind.',
    limitFreedUp: 'Das Limit sollte wieder frei sein. Testen Sie erneut.',
    waitNotNamed: 'Okta hat nicht gesagt, wie lange Sie warten müssen. Testen Sie in einer Minute erneut.',
    tooManyAtOnce: 'Der Grund waren zu viele gleichzeitige Aufrufe, nicht zu viele in einer Minute.',
    ownShareUsed: (by: string) =>
      `„${by}“ darf dieselbe Org in diesem Moment aufrufen. Also ist nur der Anteil dieses Tokens aufgebraucht. Standardmäßig darf ein Token die Hälfte jedes Limits nutzen.`,
    everybodyRefused: (by: string) => `Okta lehnt auch „${by}“ ab. Das Limit betrifft also alle.`,
    orgLimitUsed: (by: string) =>
      `Okta lehnt auch „${by}“ ab. Alle Programme zusammen haben also das Limit der Org aufgebraucht.`,
    otherTokenAllowed: (by: string) => `„${by}“ darf dieselbe Org in diesem Moment aufrufen.`,
    callsTakenAgain: 'Okta nimmt wieder Aufrufe an, oder die von Okta genannte Zeit ist vorbei.',
    resetNotNamed: 'Okta hat nicht gesagt, wann das Limit wieder frei wird.',
    resetAt: (time: string) => `Laut Okta wird das Limit um ${time} wieder frei.`,
    concurrentCalls: 'Zu viele gleichzeitige Aufrufe',
    limitIsZero: 'Okta hat ein Limit von 0 genannt. Das tut Okta, wenn zu viele Aufrufe gleichzeitig laufen.',
    noLimitSent: 'Okta hat mit der Antwort kein Limit gesendet.',
    limitPerMinute: (limit: number, bucket: string) =>
      `Okta hat ein Limit von ${number(limit)} pro Minute für ${bucket} genannt.`,
    shareUsedUp: 'Dieses Token hat seinen eigenen Anteil aufgebraucht',
    orgLimitUsedUp: 'Das Limit der Org ist aufgebraucht',
    oktaTrouble: 'Okta hat eine Störung',
    noRequestId: 'Die Antwort hatte keine Request-ID, die Okta jeder Antwort mitgibt.',
    errorWithoutToken: (host: string) => `${host} antwortet auch ohne Token mit einem eigenen Fehler.`,
    oktaAnswered: (status: number | null) =>
      `Okta selbst hat mit HTTP ${status} geantwortet, mit einer Request-ID.`,
    checkOktaStatus:
      'Prüfen Sie, ob Okta eine Störung meldet. Wenn es wieder geschieht, geben Sie dem Support von Okta den Bericht.',
    gatewayAnswered: 'Etwas vor Okta hat geantwortet',
    hasRequestId: 'Die Antwort hatte die Request-ID von Okta.',
    statusWithoutRequestId: (status: number | null) =>
      `HTTP ${status} hatte keine Request-ID. Die Antwort kam also von einem Proxy oder Gateway unterwegs.`,
    checkProxy: 'Prüfen Sie den Proxy in den Einstellungen, oder fragen Sie seinen Administrator.',
    orgMoved: 'Die Adresse der Org hat sich geändert',
    answersChanged: 'Ein Programm unterwegs ändert Antworten',
    checkProxyOrNetwork:
      'Prüfen Sie den Proxy in den Einstellungen, oder bitten Sie den Administrator des Netzwerks, Aufrufe an Okta nicht zu ändern.',
    unknownForm: 'Okta antwortet in einer Form, die diese Version nicht kennt',
    maybeNotOkta: 'Die Antwort hatte keine Request-ID. Vielleicht stammt sie gar nicht von Okta.',
    signInPageAnswers: 'Eine Anmeldeseite des Netzwerks oder ein Proxy antwortet statt Okta',
    signInToNetwork:
      'In einem Hotel- oder Gastnetz melden Sie sich zuerst im Netz an. Testen Sie dann erneut.',
    sameOrg: (host: string) => `${host} antwortet noch als dieselbe Org.`,
    noMoveSaid: (host: string) => `${host} meldet keinen Umzug.`,
    anotherOrg: (host: string) =>
      `${host} ist eine andere Org als zu der Zeit, als das Token hinzugefügt wurde.`,
    answeredBefore: (host: string) => `${host} hat früher als die Org geantwortet.`,
    neverAnswered: (host: string) => `Unter ${host} hat noch nichts als Org geantwortet.`,
  },
  causes: {
    allRuledOut:
      'Keyturn hat jede Ursache ausgeschlossen, die es kennt. Testen Sie erneut. Wenn es wieder geschieht, kopieren Sie den Bericht für den Support von Okta.',
    pasteNewToken:
      'Wenn Sie das neue Token erstellt haben, fügen Sie seinen Wert hier anstelle des alten ein.',
  },
  clues: {
    notLookedAt: 'Nicht geprüft.',
    shape: (length: number, isOther: boolean) =>
      `Nein: Er hat ${characters(length)}${isOther ? ' und beginnt nicht mit 00' : ', und ein Token hat 42'}.`,
    certificate: (issuer: string, isPublic: boolean, from: string, to: string) =>
      `${issuer}, ${isPublic ? 'eine' : 'keine'} öffentliche Zertifizierungsstelle; gültig von ${from} bis ${to}.`,
    clockOff: (off: string, isAhead: boolean) => `Nein: Sie geht ${off} ${isAhead ? 'vor' : 'nach'}.`,
    again: (word: string, status: string | null) =>
      `Nein: ${word}${status === null ? '' : `, das Konto ist ${status}`}.`,
    listed: (found: boolean, by: string) => `${found ? 'Ja' : 'Nein'}. ${readWith(by)}`,
    revoked: (at: string, actor: string) => `Widerrufen am ${at}${actor === '' ? '' : ` durch ${actor}`}.`,
    notKnown: (why: string) => `Nicht bekannt: ${why}.`,
    yesShaped: 'Ja: 42 Zeichen, die mit 00 beginnen.',
    yes: 'Ja.',
    noAdapterAddress: 'Kein Netzwerkadapter hat eine Adresse.',
    noAddressFound: 'Es wurde keine Adresse gefunden.',
    proxyLooksUp: 'Der Proxy löst den Namen auf.',
    noProxy: 'Nein, sie gehen direkt.',
    yesThrough: (proxy: string) => `Ja, über ${proxy}.`,
    sameOrg: (host: string) => `${host} antwortet und ist dieselbe Org.`,
    anotherOrg: (host: string) => `${host} antwortet als eine andere Org als zuvor.`,
    clockAgrees: 'Ja, auf zwei Minuten genau.',
    waitingUntil: (time: string) =>
      `Okta nimmt vor ${time} keinen Aufruf an. Deshalb hat Keyturn ihn nicht gemacht.`,
    nothingInLog: (by: string) => `Nichts, was es erklären würde. ${readWith(by)}`,
    refusedFrom: (moment: string, address: string) => `Abgelehnt am ${moment}, von ${address}.`,
    ownerStatus: (login: string, status: string, by: string) => `${login} ist ${status}. ${readWith(by)}`,
    noRoles: (by: string) => `Keine. ${readWith(by)}`,
    roles: (labels: string, by: string) => `${labels}. ${readWith(by)}`,
    address: 'Diese Adresse',
    anyAddress: 'Das Token darf von jeder Adresse aus benutzt werden.',
    inZonesNow: (where: string, named: string) => `${where} liegt jetzt in den Zonen${named}.`,
    notInZones: (where: string, named: string) => `Nein: ${where} liegt nicht in den Zonen${named}.`,
    addressNotKnown: (named: string) =>
      `Das Token ist auf Zonen${named} beschränkt. Keyturn weiß nicht, welche Adresse Okta sieht.`,
    ownLimit: (by: string) => `Das Limit dieses Tokens. Okta nimmt „${by}“ an.`,
    orgLimit: (by: string) => `Das Limit der Org. Okta lehnt auch „${by}“ ab.`,
    http: (status: number) => `, HTTP ${status}`,
  },
  questions: {
    shape: 'Hat der Wert die Form eines Tokens?',
    network: 'Ist dieser Computer in einem Netzwerk?',
    nameLookup: 'Kann dieser Computer den Namen der Org auflösen?',
    proxy: 'Gehen Aufrufe über einen Proxy?',
    certificate: 'Wer hat das Zertifikat ausgestellt?',
    orgAnswers: 'Antwortet die Org ohne Token?',
    clock: 'Stimmt die Uhr dieses Computers mit der von Okta überein?',
    sameCall: 'Funktioniert derselbe Aufruf jetzt?',
    listed: 'Steht das Token noch in der Liste der API-Tokens?',
    systemLog: 'Was sagt das System Log über das Token?',
    ownerActive: 'Ist das Konto des Inhabers aktiv?',
    roles: 'Welche Admin-Rollen hat der Inhaber?',
    zones: 'Liegt diese Adresse in den Zonen des Tokens?',
    rateLimit: 'Wessen Rate-Limit ist aufgebraucht?',
  },
  common: {
    testAgain,
    through: (proxy: string) => ` Aufrufe gehen über den Proxy ${proxy}.`,
    unreadCertificate: (why: string, through: string) =>
      `Keyturn konnte das Zertifikat nicht lesen: ${why}.${through}`,
    unknownIssuer: (issuer: string, through: string) =>
      `Aussteller des Zertifikats: „${issuer}“. Das ist keine öffentliche Zertifizierungsstelle, und dieser Computer kennt sie nicht. So arbeiten Programme, die TLS untersuchen. Ein Betrüger würde es auch so machen.${through}`,
    ownIssuer: (issuer: string, through: string) =>
      `Aussteller des Zertifikats: „${issuer}“. Das ist keine öffentliche Zertifizierungsstelle. Ein Programm unterwegs kann die Aufrufe lesen und ändern.${through}`,
    momentary: 'Der Fehler war vorübergehend',
    callNotMade: 'Keyturn hat den Aufruf nicht wiederholt.',
    sameCallAccepted: 'Okta hat denselben Aufruf gerade angenommen.',
    sameCallEnded: (value: string) => `Derselbe Aufruf endete gerade mit: ${value}.`,
    notLooked: 'Keyturn hat es nicht geprüft',
    publicIssuer: (issuer: string) =>
      `Aussteller des Zertifikats: „${issuer}“, eine öffentliche Zertifizierungsstelle. Kein Programm unterwegs schreibt also die Verbindung um.`,
  },
  desk: {
    cancelled: 'Abgebrochen.',
    nothingFailed:
      'Der letzte Test dieses Tokens ist nicht fehlgeschlagen. Es gibt also keine Ursache zu finden.',
  },
  helpers: {
    asked: (labels: string, said: readonly string[]) => `Gefragt mit ${labels}, Ergebnis: ${anyOf(said)}`,
    longerList: 'Die Liste ist länger, als Keyturn gelesen hat',
    notAsked: (label: string, why: string) => `Keyturn konnte nicht mit „${label}“ fragen: ${why}`,
    mayNotRead: 'Kein Leserecht',
    endedWith: (word: string) => `„${word}“`,
    noOtherWorking: 'Keyturn hat kein anderes funktionierendes Token dieser Org, mit dem es fragen kann',
  },
  look: {
    noneShown: (code: string) => `Es wurde keines gezeigt (${code})`,
    timeNotKnown: 'Keine Antwort von Okta enthielt die Uhrzeit',
    notInList: 'Keyturn hat nie erfahren, welches der aufgelisteten Tokens dieses ist',
    idNotKnown:
      'Keyturn hat die ID des Tokens in Okta nie erfahren und kann seine Ereignisse deshalb nicht finden',
    unnamedAddress: 'einer Adresse, die es nicht nennt',
    ownerNotKnown: 'Noch kein Test hat gezeigt, wem dieses Token gehört',
    notListed: 'Die Liste der API-Tokens enthält es nicht mehr',
    limitFreedUp: 'Das Limit sollte inzwischen wieder frei sein',
  },
  patient: {
    notTested: 'Keyturn hat dieses Token noch nicht getestet.',
  },
  remedies: {
    testAgain: 'Testen Sie erneut.',
    testAgainButton: 'Erneut testen',
    waitThenTest: 'Warten, dann testen',
    canWait: 'Keyturn kann warten, bis das Limit wieder frei ist, und dann selbst testen.',
    pasteAgain: 'Erneut einfügen',
    changeOrgUrl: 'Org URL ändern',
    openAdminConsole: 'Admin Console öffnen',
    openOwner: 'Inhaber in Okta öffnen',
    openNetworkSettings: 'Proxy und Zertifikate öffnen',
    openOktaStatus: 'status.okta.com öffnen',
    copyReport: 'Bericht kopieren',
  },
  report: {
    cannotTell: 'Nicht feststellbar',
    report: (lines: readonly string[]) =>
      `Bericht von Keyturn über ein Okta-API-Token\n\n${lines.join('\n')}\n`,
    confirmed: 'Bestätigt',
    ruledOut: 'Ausgeschlossen',
    notKnown: 'nicht bekannt',
    notFinished: 'nicht fertig',
    org: 'Org',
    apiTokenId: 'ID des API-Tokens',
    outcome: 'Ergebnis',
    oktaSaid: 'Antwort von Okta',
    call: 'Aufruf',
    testCall: 'GET /api/v1/users/me',
    tested: 'Getestet',
    timeAndDuration: (iso: string, tookMs: number) => `${iso}, ${number(tookMs)}\u00a0ms`,
    httpStatus: 'HTTP-Status',
    errorCode: 'Fehlercode',
    errorId: 'Fehler-ID',
    requestId: 'Request-ID',
    retryAt: 'Nächster Aufruf möglich',
    keyturn: 'Keyturn',
    versionAndPlatform: (version: string, platform: string) => `${version} auf ${platform}`,
    checked: (iso: string) => `Geprüft: ${iso}`,
    checks: 'Prüfungen',
    causes: 'Ursachen, die wahrscheinlichste zuerst',
  },
  // The names in Okta's error code reference stay English, as Okta's answers have them.
  said: {
    ...english.said,
    byOkta: (said: string) => `Antwort von Okta: ${said}`,
    notReached: 'Der Aufruf hat Okta nicht erreicht.',
    notReachedByProxy: (status: number) =>
      `Der Aufruf hat Okta nicht erreicht. Der Proxy hat mit HTTP ${status} geantwortet.`,
    notReachedByComputer: (errorCode: string) =>
      `Der Aufruf hat Okta nicht erreicht. Dieser Computer hat ${errorCode} gemeldet.`,
    ownerNotActive: (status: number) =>
      `HTTP ${status}: Okta hat das Token angenommen, aber das Konto seines Inhabers ist nicht aktiv.`,
    notFromOkta: (status: number) => `Die Antwort war HTTP ${status}, aber nicht von Okta.`,
    withoutErrorCode: (status: number) => `HTTP ${status} ohne einen Fehlercode von Okta.`,
  },
  tokens: {
    newToken: (kind: 'revoked' | 'expired') =>
      `Erstellen Sie ein neues Token in der Admin Console. Ein ${kind === 'revoked' ? 'widerrufenes' : 'abgelaufenes'} Token funktioniert nie wieder.`,
    lookInConsole:
      'Sehen Sie in der Admin Console unter „Security“, „API“, „Tokens“ nach. Wenn das Token dort nicht steht, wurde es widerrufen oder ist abgelaufen, und Sie brauchen ein neues. Wenn es dort steht, wurde sein Wert falsch kopiert, oder sein Inhaber ist nicht aktiv.',
    revokedOn: (at: string, actor: string, by: string) =>
      `Laut System Log wurde es am ${at}${actor === '' ? '' : ` durch ${actor}`} widerrufen. ${readWith(by)}`,
    notFound: (errorCode: string | null) =>
      `Okta hat mit HTTP 404${errorCode === null ? '' : `, ${errorCode}`} geantwortet. Der Pfad existiert dort nicht, oder dieses Token darf ihn nicht sehen.`,
    missing: 'Okta hat das Objekt des Aufrufs nicht',
    outside: (at: string, address: string, inside: boolean) =>
      `Laut System Log hat Okta das Token am ${at} abgelehnt, weil der Aufruf von ${address} kam.${inside ? ' Diese Adresse liegt jetzt in seinen Zonen. Testen Sie also erneut.' : ''}`,
    restricted: 'Das Token ist auf Netzwerkzonen beschränkt. ',
    testAgain,
    notKnown: (why: string) => `Nicht bekannt: ${why}.`,
    notLookedAt,
    reactivateOrReplace:
      'Aktivieren Sie das Konto wieder, oder ersetzen Sie das Token durch eines von einem aktiven Dienstkonto.',
    unsuspendAccount: 'Heben Sie die Suspendierung des Kontos auf. Das Token funktioniert dann wieder.',
    unlockAccount: 'Entsperren Sie das Konto.',
    renewPassword: 'Erneuern Sie das Passwort des Kontos.',
    finishRecovery: 'Lassen Sie das Konto die Wiederherstellung seines Passworts abschließen.',
    activateAccount: 'Aktivieren Sie das Konto.',
    revoked: 'Das Token wurde widerrufen',
    unlistedBeforeExpiry: (day: string, by: string) =>
      `Die Liste der API-Tokens der Org enthält es nicht mehr, und es sollte nicht vor dem ${day} ablaufen. ${readWith(by)}`,
    unlisted: (by: string) =>
      `Die Liste der API-Tokens der Org enthält es nicht mehr. Es wurde also widerrufen oder ist abgelaufen. ${readWith(by)}`,
    expired: 'Das Token ist nach 30 Tagen ohne Nutzung abgelaufen',
    revokedFirst: 'Es wurde widerrufen, bevor es ablaufen konnte.',
    acceptedLately: (moment: string) =>
      `Okta hat das Token am ${moment} angenommen, und jede Nutzung gibt ihm weitere 30 Tage.`,
    dueToExpire: (day: string) =>
      `Ohne Nutzung wäre es am ${day} abgelaufen, und die Liste der API-Tokens der Org enthält es nicht mehr.`,
    lastUseNotKnown: 'Keyturn kennt die letzte Nutzung des Tokens nicht.',
    noUseSeen: (day: string) =>
      `Keyturn hat keine Nutzung seit dem ${day} gesehen. Ein anderes Programm kann das Token seitdem benutzt haben.`,
    stillListed: (by: string) =>
      `Die Liste der API-Tokens der Org enthält es noch. ${readWith(by)} Widerrufene und abgelaufene Tokens stehen nicht in der Liste.`,
    ownerNotActive: 'Das Konto des Inhabers ist nicht aktiv',
    findInConsole: 'Suchen Sie das Token und seinen Inhaber in der Admin Console.',
    lookAtAccount: 'Sehen Sie sich das Konto in der Admin Console an.',
    accountActive: (login: string, by: string) => `Das Konto von ${login} ist aktiv. ${readWith(by)}`,
    accountStatus: (login: string, status: string) =>
      `Das Konto von ${login} ist ${status}. Ein Token funktioniert nur, solange das Konto seines Inhabers aktiv ist.`,
    makeActive: 'Aktivieren Sie das Konto wieder.',
    valueMiscopied: 'Der Wert wurde falsch kopiert',
    copyAgain:
      'Kopieren Sie den Wert von seinem Ort, und fügen Sie ihn erneut ein. Okta zeigt den Wert nicht noch einmal.',
    acceptedValue: (moment: string) => `Okta hat diesen Wert am ${moment} angenommen.`,
    shapedRight:
      'Der Wert hat die Form eines Tokens, aber ein einzelnes falsches Zeichen würde die Form nicht ändern. Okta hat diesen Wert von Keyturn noch nie angenommen.',
    tooShort: (count: number) =>
      `Der Wert hat ${characters(count)}. Die Tokens von Okta haben 42. Das Ende fehlt also.`,
    tooLong: (count: number) =>
      `Der Wert hat ${characters(count)}. Die Tokens von Okta haben 42. Es ist also zu viel Text.`,
    notShaped: 'Der Wert sieht nicht wie die Tokens von Okta aus, die 42 Zeichen haben und mit 00 beginnen.',
    anotherOrg: 'Das Token gehört zu einer anderen Org',
    enterOrgUrl:
      'Ein Token funktioniert nur in der Org, in der es erstellt wurde. Geben Sie die Org URL dieser Org ein.',
    hostMoved: (host: string) =>
      `${host} ist jetzt eine andere Org als zu der Zeit, als das Token hinzugefügt wurde. Die IDs der beiden bei Okta sind verschieden.`,
    acceptedOn: (host: string, moment: string) => `${host} hat das Token am ${moment} angenommen.`,
    inListOf: (host: string) => `Das Token steht in der Liste der API-Tokens von ${host}.`,
    orgNotNamed: 'Okta sagt nicht, zu welcher Org ein Token gehört.',
    noFeature: 'Die Org hat die Funktion nicht',
    featureMissing: (host: string) =>
      `${host} hat mit E0000015 geantwortet. Das sendet Okta bei einer Funktion, die nicht zum Abonnement gehört oder ausgeschaltet ist.`,
    askSubscription:
      'Fragen Sie Okta, ob die Funktion zu Ihrem Abonnement gehört. Der Bericht nennt den Aufruf.',
    giveReport: 'Geben Sie dem Support von Okta den Bericht. Er enthält die Request-ID.',
    rolesDoNotAllow: 'Die Rollen des Inhabers erlauben den Aufruf nicht',
    giveSmallestRole:
      'Geben Sie dem Inhaber die kleinste Admin-Rolle, die für die Aufgabe des Tokens ausreicht.',
    noRole: (by: string) => `Der Inhaber hat keine Admin-Rolle. ${readWith(by)}`,
    superAdmin: (by: string) => `Der Inhaber ist ein Super Admin. ${readWith(by)}`,
    hasRoles: (labels: string) =>
      `Der Inhaber hat ${labels}. Okta sagt nicht, ob das für den Aufruf ausreicht.`,
    outsideZones: 'Diese Adresse liegt außerhalb der Netzwerkzonen des Tokens',
    connectFromAllowed:
      'Verbinden Sie sich aus einem erlaubten Netzwerk, oder ändern Sie die Netzwerkzonen des Tokens.',
    anyAddress: (by: string) => `Das Token darf von jeder Adresse aus benutzt werden. ${readWith(by)}`,
    inZonesNow: 'Die Zonen erlauben diese Adresse jetzt. Testen Sie erneut.',
    anyAddressAtTest: 'Beim letzten Test konnte das Token von jeder Adresse aus benutzt werden.',
    accountActiveAgain: 'Das Konto ist wieder aktiv',
    activeNow: 'Laut Okta ist das Konto jetzt aktiv.',
    stillNotActive: 'Laut Okta ist das Konto noch nicht aktiv.',
    wasInactive: 'Das Konto war nicht aktiv, ist es jetzt aber.',
    makeActiveOrReplace:
      'Aktivieren Sie das Konto wieder, oder ersetzen Sie das Token durch eines von einem aktiven Dienstkonto.',
  },
  times: {
    moment: (day: string, time: string) => `${day} um ${time}`,
  },
  way: {
    notLookedAt,
    theProxy: 'Proxy',
    proxyAt: (proxy: string) => `Proxy ${proxy}`,
    proxyAnswers: (at: string) => `Der ${at} antwortet.`,
    connect: 'Verbinden Sie sich mit einem Netzwerk. Testen Sie erneut, wenn die Verbindung wieder da ist.',
    checkNameServer:
      'Prüfen Sie den Nameserver oder das VPN und die Schreibweise der Org URL. Testen Sie erneut, wenn die Verbindung wieder da ist.',
    certificateFor: (names: readonly string[], host: string) =>
      `Das Zertifikat gilt für ${names.length === 0 ? 'einen anderen Namen' : series(names)}, nicht für ${host}.`,
    checkOrgUrl:
      'Prüfen Sie die Schreibweise der Org URL. Wenn sie stimmt, ist das Zertifikat der eigenen Domain falsch.',
    clockOff: (off: string, isAhead: boolean) =>
      `Diese Uhr geht gegenüber der von Okta ${off} ${isAhead ? 'vor' : 'nach'}.`,
    offline: 'Dieser Computer ist offline',
    answers: (host: string) => `${host} antwortet.`,
    noAdapterAddress: 'Kein Netzwerkadapter dieses Computers hat eine Adresse.',
    adapterAddress: 'Ein Netzwerkadapter dieses Computers hat eine Adresse.',
    nameNotFound: 'Dieser Computer kann den Namen der Org nicht auflösen',
    noAddressFound: (host: string) =>
      `Für ${host} wurde keine Adresse gefunden: Der Nameserver ist nicht erreichbar, oder der Name existiert nicht.`,
    proxyLooksUp: 'Der Proxy löst Namen auf.',
    addressFound: (host: string) => `Für ${host} wurde eine Adresse gefunden.`,
    firewallBreaks: 'Eine Firewall oder ein VPN unterbricht die Verbindung',
    answersWithoutToken: (host: string) => `${host} antwortet ohne Token.`,
    noConnection: (host: string) =>
      `Der Name ist bekannt, aber jede Verbindung zu ${host} bricht ab, auch ohne Token.`,
    notTold: 'Keyturn konnte diese Ursache nicht von den anderen unterscheiden.',
    askNetworkToAllow:
      'Bitten Sie den Administrator des Netzwerks, die Org zu erlauben. Wenn das Netzwerk einen Proxy braucht, geben Sie den Proxy hier ein.',
    correctProxy: 'Berichtigen Sie den Proxy in den Einstellungen. Der nächste Test verwendet ihn.',
    proxyWantsPassword: 'Der Proxy verlangt Benutzername und Passwort',
    answers407:
      'Der Proxy antwortet mit HTTP 407, das beides verlangt. Geben Sie http://name:password@host:port ein.',
    doesNotAskPassword: 'Der Proxy verlangt sie nicht.',
    proxyRefuses: 'Der Proxy lehnt die Verbindung zur Org ab',
    answersStatus: (now: number | null) => `Der Proxy antwortet mit HTTP ${now}.`,
    proxySilent: 'Der Proxy antwortet nicht.',
    proxyUnreachable: 'Keyturn kann den Proxy nicht erreichen',
    nothingAnswers: (at: string) =>
      `Der ${at} antwortet nicht, oder Keyturn kann diese Art von Proxy nicht verwenden.`,
    certificateNotRead: 'Keyturn konnte das Zertifikat nicht lesen.',
    tlsRewritten: 'Ein Proxy oder eine Sicherheitssoftware schreibt TLS um',
    trustCompanyCa:
      'Wenn Ihre Firma TLS untersucht, wählen Sie ihr CA-Zertifikat als zusätzliche CA-Datei. Vertrauen Sie dieser Verbindung sonst nicht.',
    certificateExpired: 'Das Zertifikat ist abgelaufen',
    wasGoodUntil: (day: string, issuer: string) =>
      `Das Zertifikat war gültig bis ${day}. Sein Aussteller ist ${issuer}.`,
    goodUntil: (day: string) => `Das Zertifikat ist gültig bis ${day}.`,
    renewCertificate: (host: string) =>
      `Wenn das Datum dieses Computers stimmt, muss der Administrator von ${host} das Zertifikat erneuern. Geben Sie ihm den Bericht.`,
    certificateOfAnotherName: 'Das Zertifikat gehört zu einem anderen Namen',
    nameRight: 'Der Name im Zertifikat stimmt.',
    clockWrong: 'Die Uhr dieses Computers geht falsch',
    setClock: 'Stellen Sie Datum und Uhrzeit dieses Computers, und testen Sie dann erneut.',
    clockAgrees: 'Die Uhr stimmt mit der von Okta überein.',
    clockBeforeCertificate: (day: string) =>
      `Die Uhr zeigt ${day}. Das liegt vor dem ersten Tag des Zertifikats.`,
    clockOnly: (day: string) =>
      `Die Uhr zeigt ${day}. Ohne eine sichere Verbindung kann Keyturn die Uhr von Okta nicht lesen.`,
    oktaSlow: 'Okta beantwortet diesen Aufruf langsam',
    answersAtOnce: (host: string) => `${host} antwortet ohne Token sofort.`,
    answersNothing: (host: string, failed: string) => `${host} beantwortet keinen Aufruf: ${failed}.`,
    checkOktaStatus: 'Prüfen Sie, ob Okta eine Störung meldet, und testen Sie dann erneut.',
    networkHolds: 'Das Netzwerk verzögert den Aufruf',
    proxyHolds: (proxy: string) => `Der Proxy ${proxy} verzögert den Aufruf`,
    silentWithoutToken: (host: string, failed: string) =>
      `${host} beantwortet nicht einmal einen Aufruf ohne Token: ${failed}.`,
    answersPlainCall: (host: string) => `${host} beantwortet einen Aufruf ohne Token.`,
    checkProxyOrNetwork:
      'Prüfen Sie den Proxy in den Einstellungen, oder bitten Sie den Administrator des Netzwerks, die Org zu erlauben.',
  },
};
