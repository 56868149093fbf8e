import type { words as english } from '../../../../../main/features/service/words.ts';

/** Holds the German text about OAuth service apps. */
export const words: typeof english = {
  appAccess: {
    locked: 'Keyturn wurde gesperrt, während es bei Okta ein Access Token anforderte.',
  },
  appKey: {
    noKey: 'Die Datei enthält eine App, deren privater Schlüssel sich nicht lesen lässt.',
    exportAgain: 'Exportieren Sie die Tokens auf dem anderen Computer erneut.',
  },
  appView: {
    unreadable: 'Nicht lesbare App',
    nameless: 'App ohne Namen',
    ofToken: (label: string) => `${label} (App)`,
  },
  desk: {
    imported: 'Aus einer age-Datei importiert.',
    jobChosen: 'Für die App wurde eine Aufgabe gewählt.',
    detailsChanged: 'Die Angaben zur App wurden geändert.',
    jobNeedsNothing: 'Die App braucht für diese Aufgabe keinen Scope.',
    chooseNeeds: 'Wählen Sie mindestens eine Familie, die die App liest oder ändert.',
    keyMade: (keyId: string) => `Für eine OAuth-Service-App wurde ein Schlüssel erzeugt, ${keyId}.`,
    privateKeyCopied: 'Der private Schlüssel der OAuth-Service-App wurde kopiert.',
    appForgotten: 'Die OAuth-Service-App wurde aus Keyturn entfernt. In Okta bleibt sie.',
    appBroughtBack: 'Das Entfernen der OAuth-Service-App wurde rückgängig gemacht.',
    endingItself: 'Sich selbst widerrufen: DELETE /api/v1/api-tokens/current nimmt nur ein API-Token an.',
    askingWho:
      'Fragen, wer es ist: GET /api/v1/users/me braucht einen Benutzer, und eine App ist kein Benutzer.',
    roles: 'Seine Rollen: Eine App hat eigene Rollen, nicht die des Inhabers des Tokens.',
    clientIdPlace:
      'Eine Client ID beginnt mit 0oa. Okta zeigt sie in der App unter „General“, „Client Credentials“.',
    appNotKnown: 'Keyturn weiß noch nicht, welche App den Schlüssel hat.',
    jobNotKnown:
      'Keyturn weiß nicht, was die Aufgabe der App braucht. Deshalb kann es keine Scopes anfordern.',
    sayJob: 'Wählen Sie auf der Registerkarte „Zugriff“, wofür die App da ist.',
    cancelled: 'Abgebrochen.',
    notClientId: 'Das ist nicht die Client ID einer App.',
    giveClientId: 'Geben Sie zuerst ihre Client ID ein.',
  },
  refusals: {
    oktaSays: (description: string) => ` Antwort von Okta: „${description}“`,
    clientId: (host: string) => `${host} nimmt diese Client ID mit diesem Schlüssel nicht an.`,
    checkApp:
      'Prüfen Sie die App unter „General“: Die Client ID ist die hier eingegebene, „Client authentication“ ist „Public key / Private key“, und dieser öffentliche Schlüssel ist da und aktiv. Wenn das alles stimmt, prüfen Sie, ob die Uhr dieses Computers richtig geht.',
    otherKind: (host: string) =>
      `${host} kennt die App, aber eine App ihrer Art kann kein Token von sich aus anfordern.`,
    makeServiceApp: 'Legen Sie eine App der Art „API Services“ an, und geben Sie ihre Client ID hier ein.',
    scopeFeature:
      'Die Org hat vielleicht die Funktion dieses Scopes nicht. Wählen Sie ohne ihn, wofür die App da ist.',
    noProof: (host: string) => `${host} hat den Besitznachweis nicht angenommen, den die App braucht.`,
    checkClock: 'Prüfen Sie, ob die Uhr dieses Computers richtig geht, und testen Sie dann erneut.',
    trouble: (host: string, status: number) =>
      `${host} hat mit einem eigenen Fehler geantwortet (HTTP ${status}). Keyturn hat nichts über die App erfahren.`,
    unexpected: (host: string, status: number, error: string | null, own: string) =>
      `${host} hat mit HTTP ${status}${error === null ? ' geantwortet. Das ist nicht die Antwort eines Token-Endpunkts' : ` und ${error} geantwortet`}.${own}`,
    knowsAppHas: (host: string) => `${host} kennt die App, hat ihr aber keinen dieser Scopes erteilt.`,
    appUnderOkta:
      'Erteilen Sie die Scopes oben in der App unter „Okta API Scopes“. Nur ein Super Admin kann Scopes erteilen.',
    doesNotKnow: (host: string) => `${host} kennt einen dieser Scopes nicht.`,
    waitTestAgain: 'Warten Sie, und testen Sie erneut.',
    testAgainFew: 'Testen Sie in einigen Minuten erneut.',
    testAgainIf: 'Testen Sie erneut. Wenn der Fehler bleibt, geben Sie Okta die Request-ID.',
  },
  store: {
    damaged:
      'Der gespeicherte Schlüssel lässt sich nicht mehr öffnen, weil seine Datei beschädigt oder geändert wurde.',
    notKept: 'Keyturn hat diese OAuth-Service-App nicht mehr.',
    addIt: 'Fügen Sie sie erneut hinzu.',
    makeNewKey:
      'Erzeugen Sie einen neuen Schlüssel, und setzen Sie seinen öffentlichen Teil in Okta in die App ein.',
  },
  verdict: {
    lacks: (host: string, lacks: string) =>
      `${host} hat der App ein Access Token gegeben, aber dem Token fehlt, was die Aufgabe braucht: ${lacks}.`,
    reads: (host: string, needed: number) =>
      `${host} hat der App ein Access Token gegeben, und das Token liest ${needed === 1 ? 'das, was die Aufgabe braucht' : `alle ${needed} Familien, die die Aufgabe braucht`}.`,
    notKnown: (host: string, unknown: string) =>
      `${host} hat der App ein Access Token gegeben. Keyturn weiß nicht, ob sie dies lesen darf: ${unknown}.`,
    tokenReachesApp: 'Das Token liest dies, die App aber nicht.',
    scopeNotGranted: (scope: string) => `Der Scope ${scope} ist nicht erteilt.`,
    scopeGrantedReading: 'Der Scope ist erteilt. Das Lesen wurde nicht versucht.',
    oktaSaysAccess: (scope: string) =>
      `Okta sagt, dass dem Access Token ein Scope fehlt, obwohl ${scope} erteilt ist.`,
    scopeGrantedApp: (scope: string) =>
      `Der Scope ${scope} ist erteilt, und die App hat keine Admin-Rolle, die dies liest.`,
    changingNotTried:
      ' Keyturn hat keine Änderung versucht. Der Scope erlaubt Änderungen, und die Rolle entscheidet.',
    oktaLetRead: (changing: string) => `Okta ließ die App lesen.${changing}`,
    rowsBelowSay:
      'Jede Zeile unten sagt, ob ein Scope oder eine Rolle fehlt. Nur ein Super Admin kann Scopes und Rollen erteilen.',
    testAgainMinute: 'Testen Sie in einer Minute erneut.',
    gaveAppAccess: (host: string) =>
      `${host} hat der App ein Access Token mit den Scopes gegeben, die die Aufgabe braucht.`,
  },
};
