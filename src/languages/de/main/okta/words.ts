import type { WhyNotFollowed } from '../../../../main/okta/links.ts';
import type { words as english, span as englishSpan } from '../../../../main/okta/words.ts';
import type { OutcomeKind } from '../../../../shared/contract/outcome.ts';
import { anyOf } from '../../../../shared/listed.ts';
import { plural } from '../../../../shared/plural.ts';

/** Returns a duration, rounded up, as it follows "in" or "etwa": "42 s", "3 Minuten", "5 Stunden", "4 Tagen". */
export const span: typeof englishSpan = (ms) => {
  const s = Math.ceil(ms / 1000);
  if (s < 120) return `${s}\u00a0s`;
  if (s < 2 * 3_600) return plural(Math.ceil(s / 60), 'Minute', 'Minuten');
  return s < 2 * 86_400
    ? plural(Math.ceil(s / 3_600), 'Stunde', 'Stunden')
    : plural(Math.ceil(s / 86_400), 'Tag', 'Tagen');
};

/** The first words of a test's result for each kind of outcome. */
const outcome: Readonly<Record<OutcomeKind, string>> = {
  accepted: 'Funktioniert',
  'not-accepted': 'Nicht angenommen',
  'not-allowed': 'Nicht erlaubt',
  'rate-limited': 'Rate-Limit erreicht',
  'owner-inactive': 'Inhaber nicht aktiv',
  'zone-blocked': 'Durch Netzwerkzone blockiert',
  'not-an-okta-org': 'Org nicht gefunden',
  policy: 'Durch Richtlinie blockiert',
  'no-network': 'Kein Netzwerk',
  proxy: 'Problem mit dem Proxy',
  tls: 'Problem mit TLS',
  timeout: 'Zeit überschritten',
  'okta-trouble': 'Störung bei Okta',
  'unexpected-answer': 'Unerwartete Antwort',
};

/** Why the rest of a list was not read. */
const notFollowed: Readonly<Record<WhyNotFollowed, (host: string) => string>> = {
  unreadable: (host) =>
    `Laut ${host} steht der Rest der Liste unter einer Adresse, die Keyturn nicht lesen kann.`,
  elsewhere: (host) =>
    `Laut ${host} steht der Rest der Liste unter einer anderen Adresse. Dorthin sendet Keyturn kein Token.`,
  'another-list': (host) => `Laut ${host} steht der Rest der Liste in einer anderen Liste von ${host}.`,
  'another-question': (host) =>
    `Laut ${host} hat der Rest der Liste einen anderen Filter, als Keyturn angefragt hat.`,
  'no-cursor': (host) => `${host} meldet einen Rest der Liste, aber nicht, wo er beginnt.`,
  repeats: (host) =>
    `Laut ${host} beginnt der Rest der Liste mit einer Seite, die Keyturn schon gelesen hat.`,
};

const noConnection = (host: string, why: string): string =>
  `Keine sichere Verbindung zu ${host}: ${why}. Es wurde nichts dorthin gesendet.`;

/** Holds the German text about calls to Okta. Times are in milliseconds. */
export const words: typeof english = {
  outcome,
  notFollowed,
  smallPrint: {
    http: (status: number) => `HTTP ${status}`,
    request: (requestId: string) => `Request-ID ${requestId}`,
  },
  certificate: {
    noIssuer: 'ein Aussteller ohne Namen',
  },
  client: {
    leadsElsewhere:
      'Keyturn hat einen Aufruf nicht gemacht, weil eine ID darin zu einem anderen Pfad führen würde.',
    readAgain: 'Lesen Sie die Liste noch einmal.',
    closing: 'Keyturn wird gerade beendet.',
    changeProxy: 'Ändern Sie den Proxy in den Einstellungen.',
    askAdministrator:
      'Wenden Sie sich an Ihren Administrator. Die Einstellungen zeigen, wo die Richtlinie steht.',
  },
  judge: {
    noOrg: (host: string) => `Unter ${host} gibt es keine Okta-Org.`,
    checkOrgUrl:
      'Prüfen Sie die Schreibweise der Org URL. Die Adressleiste zeigt sie, wenn Sie bei Okta angemeldet sind.',
  },
  oddAnswers: {
    redirectedTo: (host: string, target: string) =>
      `${host} will Keyturn zu ${target} weiterleiten. Keyturn folgt nicht, damit ein Token nur an seine eigene Org geht.`,
    checkOrgUrlAndNetwork:
      'Prüfen Sie die Org URL. In einem Hotel- oder Gastnetz melden Sie sich zuerst im Netz an.',
    takeAsOrgUrl: (target: string) =>
      `Wenn ${target} die echte Adresse der Org ist, verwenden Sie sie als Org URL.`,
    redirectedToOwnPage: (host: string) =>
      `${host} will Keyturn zu einer anderen eigenen Seite weiterleiten. Das tut eine Anmeldeseite oder ein Proxy. Eine Okta-Org tut das nicht.`,
    notAnOktaOrg: (host: string, isPage: boolean) =>
      `${host} antwortet, aber nicht wie eine Okta-Org${isPage ? ': Es hat eine Webseite gesendet' : ''}.`,
    notUnderstood: (host: string, isJson: boolean) =>
      `${host} hat in einer Form geantwortet, die Keyturn nicht versteht${isJson ? '' : ': Die Antwort ist abgeschnitten oder kein JSON'}.`,
    checkProxy:
      'Testen Sie erneut. Wenn es wieder geschieht, prüfen Sie, ob ein Proxy unterwegs Antworten ändert.',
  },
  outcomes: {
    rateLimited: (host: string, waitMs: number | null, judging: 'token' | 'app' | 'nothing') =>
      `Das Rate-Limit von ${host} ist aufgebraucht. ${waitMs === null ? 'Okta sagt nicht, für wie lange.' : `In etwa ${span(waitMs)} wird es wieder frei.`}${judging === 'nothing' ? '' : ` Okta hat ${judging === 'token' ? 'das Token' : 'die App'} nicht geprüft.`}`,
    waitAndTryAgain: 'Warten Sie, und versuchen Sie es erneut.',
    waitAndTestAgain:
      'Warten Sie, und testen Sie erneut. Oder finden Sie heraus, was Okta sonst noch mit diesem Token aufruft.',
    oktaTrouble: (host: string, status: number, waitMs: number | null, anonymous: boolean) =>
      `${host} hat mit einem eigenen Fehler geantwortet (HTTP ${status}). ${anonymous ? 'Keyturn weiß nicht, ob das eine Okta-Org ist.' : 'Keyturn hat nichts über das Token erfahren.'}${waitMs === null ? '' : ` Wartezeit laut ${host}: etwa ${span(waitMs)}.`}`,
    oktaTroubleAnonymous:
      'Prüfen Sie die Org URL, und versuchen Sie es in einigen Minuten erneut. Wenn es wieder geschieht, sehen Sie auf status.okta.com nach.',
    oktaTroubleTest:
      'Testen Sie in einigen Minuten erneut. Wenn es wieder geschieht, sehen Sie auf status.okta.com nach, und geben Sie Okta die Request-ID.',
    notAccepted: (host: string) =>
      `${host} kennt dieses Token nicht. Es wurde widerrufen, es ist nach 30 Tagen ohne Nutzung abgelaufen, sein Inhaber wurde deaktiviert, der Wert wurde falsch kopiert, oder es gehört zu einer anderen Org.`,
    howToTell:
      'Sehen Sie in der Admin Console unter „Security“, „API“, „Tokens“ nach. Wenn das Token dort steht, wurde der Wert falsch kopiert, oder der Inhaber ist nicht aktiv. Wenn es dort nicht steht, wurde es widerrufen oder ist abgelaufen, und Sie brauchen ein neues.',
    noToken: (host: string) => `${host} hat dies nicht als API-Token erkannt.`,
    copyAgain:
      'Kopieren Sie den Wert erneut. Er beginnt mit 00 und hat 42 Zeichen. Die Admin Console zeigt ihn nur einmal.',
    notAllowed: (host: string) =>
      `${host} hat das Token angenommen, erlaubt diesen Aufruf aber nicht. Sein Inhaber hat keine Admin-Rolle dafür, oder das Token darf von der Adresse dieses Computers aus nicht benutzt werden.`,
    giveRole:
      'Geben Sie dem Inhaber die kleinste Rolle, die für den Aufruf ausreicht, oder prüfen Sie die Netzwerkzonen des Tokens in der Admin Console.',
    noFeature: (host: string) =>
      `${host} hat das Token angenommen, aber die Org hat die Funktion nicht, die dieser Aufruf braucht.`,
    askSubscription: 'Fragen Sie Okta, ob die Funktion zu Ihrem Abonnement gehört.',
    notOktasForm: (host: string, status: number) =>
      `${host} hat mit HTTP ${status} geantwortet, aber nicht in der Form von Okta.`,
    checkWay:
      'Testen Sie erneut. Wenn es wieder geschieht, prüfen Sie, ob etwas zwischen diesem Computer und Okta Antworten ändert.',
    refusedCall: (host: string, status: number, errorCode: string) =>
      `${host} hat das Token angenommen, diesen Aufruf aber abgelehnt${status === 404 ? ', weil das Objekt nicht existiert oder dieses Token es nicht sehen darf' : ''} (${errorCode}).`,
    giveCode: 'Geben Sie Okta den Fehlercode und die Request-ID, wenn Sie den Grund wissen müssen.',
    lacksScope: (host: string, scopes: readonly string[]) =>
      `${host} hat das Token angenommen, aber dem Token fehlt ${scopes.length === 0 ? 'ein Scope, den dieser Aufruf braucht' : `der Scope ${anyOf(scopes)}`}.`,
    grantScope:
      'Erteilen Sie den Scope in der App unter „Okta API Scopes“. Fordern Sie ihn dann mit dem nächsten Token an. Nur ein Super Admin kann ihn erteilen.',
    invalidToken: (host: string) =>
      `${host} nimmt dieses Token nicht an: Es ist abgelaufen, wurde widerrufen oder ist nicht für diese Org bestimmt.`,
    askForNewToken: 'Fordern Sie ein neues Token an, und versuchen Sie es erneut.',
    noProof: (host: string) => `${host} hat den Besitznachweis dieses Tokens nicht angenommen.`,
    checkClock: 'Prüfen Sie, ob die Uhr dieses Computers richtig geht, und testen Sie dann erneut.',
    refused: (host: string, error: string) => `${host} hat das Token abgelehnt (${error}).`,
    giveError: 'Geben Sie Okta den Fehler und die Request-ID, wenn Sie den Grund wissen müssen.',
    mayNotRead: 'Dieses Token darf es nicht lesen',
    whenAsked: (word: string) => `Ergebnis der Anfrage: ${word}`,
  },
  proxy: {
    socks: 'Das System verlangt einen SOCKS-Proxy, den Keyturn nicht verwenden kann.',
    fault: {
      'not-one': 'Die verwendete Proxy-Adresse ist nicht die Adresse eines HTTP-Proxys.',
      socks: 'Die verwendete Proxy-Adresse ist die eines SOCKS-Proxys, den Keyturn nicht verwenden kann.',
      brackets:
        'Die verwendete Proxy-Adresse ist eine IPv6-Adresse ohne Klammern. Schreiben Sie sie als http://[2001:db8::1]:8080.',
      signs:
        'Der Name oder das Passwort in der Proxy-Adresse enthält ein Zeichen, das eine Adresse beendet. Schreiben Sie \\ als %5C, / als %2F, ? als %3F und # als %23.',
    },
  },
  buckets: {
    apiTokens: 'API-Tokens',
    apps: 'Apps',
    groups: 'Gruppen',
    systemLog: 'System Log',
    org: 'Org',
    principalRateLimits: 'Principal-Rate-Limits',
    users: 'Benutzer',
    zones: 'Netzwerkzonen',
    roles: 'Rollen',
    wellKnown: 'Well-known',
    other: 'Andere',
  },
  transport: {
    inspected:
      'Wenn Ihre Firma TLS untersucht, wählen Sie in den Einstellungen ihr CA-Zertifikat als zusätzliche CA-Datei. Vertrauen Sie dieser Verbindung sonst nicht.',
    expired: (host: string) => noConnection(host, 'Das Zertifikat ist abgelaufen'),
    renew:
      'Prüfen Sie Datum und Uhrzeit dieses Computers. Wenn sie stimmen, muss der Betreiber dieser Adresse das Zertifikat erneuern.',
    notYetValid: (host: string) => noConnection(host, 'Das Zertifikat ist noch nicht gültig'),
    checkDate: 'Prüfen Sie Datum und Uhrzeit dieses Computers.',
    anotherName: (host: string) => noConnection(host, 'Das Zertifikat gehört zu einem anderen Namen'),
    checkSpelling:
      'Prüfen Sie die Schreibweise der Org URL. Wenn die Org eine eigene Domain hat, ist ihr Zertifikat vielleicht falsch eingerichtet.',
    selfSigned: (host: string) => noConnection(host, 'Das Zertifikat ist nur von sich selbst signiert'),
    unknownAuthority: (host: string) =>
      noConnection(
        host,
        'Das Zertifikat stammt von einer Zertifizierungsstelle, die dieser Computer nicht kennt',
      ),
    revoked: (host: string) => noConnection(host, 'Das Zertifikat wurde widerrufen'),
    doNotTrust: 'Vertrauen Sie dieser Verbindung nicht; fragen Sie den Betreiber dieser Adresse.',
    badCertificate: (host: string, code: string) =>
      noConnection(host, `Das Zertifikat ist nicht gültig (${code})`),
    proxyWantsPassword: (proxy: string) => `Der Proxy ${proxy} verlangt Benutzername und Passwort.`,
    proxyUnreachable: (proxy: string) => `Der Proxy ${proxy} ist nicht erreichbar.`,
    proxyRefused: (proxy: string, host: string, status: string) =>
      `Der Proxy ${proxy} hat die Verbindung zu ${host} abgelehnt (HTTP ${status}).`,
    enterPassword:
      'Geben Sie beides in den Einstellungen in der Adresse des Proxys ein (http://name:password@host:port).',
    checkProxy:
      'Prüfen Sie den Proxy in den Einstellungen, oder bitten Sie seinen Betreiber, Ihre Okta-Org zu erlauben.',
    tooMuch: (host: string) =>
      `${host} hat weit mehr Daten gesendet, als Keyturn liest. Deshalb hat Keyturn aufgehört zu lesen.`,
    checkOrgUrl: 'Prüfen Sie die Org URL. Wenn sie stimmt, testen Sie erneut.',
    timedOut: (host: string) => `${host} hat nicht rechtzeitig geantwortet.`,
    mayBeHeld:
      'Testen Sie erneut. Wenn es wieder geschieht, verzögert vielleicht das Netzwerk oder ein Proxy unterwegs den Aufruf.',
    noTls: (host: string) =>
      `${host} spricht TLS nicht so, wie dieser Computer es annimmt. Es wurde nichts dorthin gesendet.`,
    checkPort:
      'Prüfen Sie die Org URL und ihren Port. Auch eine Firewall oder ein Proxy unterwegs kann das verursachen.',
    notHttp: (host: string) => `${host} hat mit etwas geantwortet, das kein HTTP ist.`,
    noSuchName: (host: string) =>
      `Der Name ${host} ließ sich nicht auflösen: Dieser Computer ist offline, oder der Name existiert nicht.`,
    checkConnection: 'Prüfen Sie die Verbindung und die Schreibweise der Org URL.',
    unreachable: (host: string) => `Die Verbindung zu ${host} kam nicht zustande oder brach ab.`,
    checkNetwork:
      'Prüfen Sie die Netzwerkverbindung, und testen Sie dann erneut. Vielleicht steht eine Firewall oder ein VPN im Weg.',
    failed: (host: string) => `Der Aufruf an ${host} scheiterte auf diesem Computer, bevor eine Antwort kam.`,
    checkConnectionOnly: 'Prüfen Sie die Netzwerkverbindung, und testen Sie dann erneut.',
  },
  wholeList: {
    takeOktasAddress:
      'Verwenden Sie die Adresse, die Okta selbst der Org gibt. Wenn es wieder geschieht, prüfen Sie, ob ein Proxy Antworten ändert.',
    longer: 'Die Liste ist länger, als Keyturn gelesen hat',
  },
};
