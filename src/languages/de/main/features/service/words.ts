import type { words as english } from '../../../../../main/features/service/words.ts';
import { number } from '../../../../../shared/plural.ts';

/** Holds the German text about OAuth service apps. */
export const words: typeof english = {
  appAccess: {
    locked: 'Keyturn wurde gesperrt, während es bei Okta ein Access-Token anforderte.',
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
  clientId: {
    wrong: {
      nothing: 'Das ist nicht die Client ID einer App. Das Feld ist leer.',
      notOne:
        'Das ist nicht die Client ID einer App. Es hat Zeichen oder eine Länge, die keine Client ID hat.',
      several: 'Dieser Text enthält mehrere Client IDs. Geben Sie die der App ein, die diesen Schlüssel hat.',
      privateKey:
        'Das ist nicht die Client ID einer App. Es ist ein privater Schlüssel, und den braucht Keyturn hier nicht.',
      publicKey:
        'Das ist nicht die Client ID einer App. Es ist der öffentliche Schlüssel, und der gehört in die App in Okta.',
      certificate:
        'Das ist nicht die Client ID einer App. Es ist ein Zertifikat. Okta braucht stattdessen den öffentlichen Schlüssel der App.',
      capitals:
        'Alle Buchstaben dieser Client ID sind Großbuchstaben. In den IDs von Okta zählt der Unterschied zwischen großen und kleinen Buchstaben. Kopieren Sie die Client ID noch einmal.',
      address: 'Das ist nicht die Client ID einer App. Es ist eine Adresse, und sie enthält keine Client ID.',
      keyId: 'Das ist nicht die Client ID einer App. Es ist die ID ihres Schlüssels (kid).',
      scope: 'Das ist nicht die Client ID einer App. Es ist der Name eines Scopes.',
      placeholder: 'Das ist nicht die Client ID einer App. Es steht wie in einem Beispiel an ihrer Stelle.',
      token: 'Das ist nicht die Client ID einer App. Es sieht wie ein API-Token aus.',
      secret:
        'Das ist nicht die Client ID einer App. Es sieht wie ein Secret aus. Geben Sie die Client ID ein, die Okta über dem Secret zeigt.',
      otherId: (begins: string) =>
        `Das ist nicht die Client ID einer App. IDs von Okta, die mit ${begins} beginnen, gehören zu anderen Dingen.`,
      length:
        'Das ist nicht die Client ID einer App. Eine Client ID hat üblicherweise 20 Buchstaben und Ziffern. Hier fehlen welche, oder es sind zu viele.',
    },
  },
  moreScopes: {
    question: (label: string) => `Dürfen Programme mit ${label} mehr tun?`,
    detail: (scopes: string, org: string) =>
      `Org: ${org}. Programme dürfen diese OAuth-App verwenden. Mit dieser Aufgabe haben ihre Access-Tokens zusätzlich: ${scopes}.`,
    yes: 'Programme mehr tun lassen',
    notChanged: 'Nichts wurde geändert. Die App behält ihre Scopes.',
  },
  desk: {
    imported: 'Aus einer age-Datei importiert.',
    jobChosen: 'Für die App wurde eine Aufgabe gewählt.',
    jobNeedsNothing: 'Die App braucht für diese Aufgabe keinen Scope.',
    chooseNeeds: 'Wählen Sie mindestens einen API-Bereich, den die App liest oder ändert.',
    keyMade: (keyId: string) => `Für eine OAuth-Service-App wurde ein Schlüssel erzeugt, ${keyId}.`,
    privateKeyCopied: 'Der private Schlüssel der OAuth-Service-App wurde kopiert.',
    appForgotten: 'Die OAuth-Service-App wurde aus Keyturn entfernt. In Okta bleibt sie.',
    appBroughtBack: 'Das Entfernen der OAuth-Service-App wurde rückgängig gemacht.',
    endingItself: 'Sich selbst widerrufen: DELETE /api/v1/api-tokens/current nimmt nur ein API-Token an.',
    askingWho:
      'Fragen, wer es ist: GET /api/v1/users/me braucht einen Benutzer, und eine App ist kein Benutzer.',
    roles: 'Seine Rollen: Eine App hat eigene Rollen, nicht die des Inhabers des Tokens.',
    clientIdPlace:
      'Eine Client ID beginnt üblicherweise mit 0oa. Okta zeigt sie in der App unter „General“, „Client Credentials“.',
    appNotKnown: 'Keyturn weiß noch nicht, welche App den Schlüssel hat.',
    jobNotKnown:
      'Keyturn weiß nicht, was die Aufgabe der App braucht. Deshalb kann es keine Scopes anfordern.',
    sayJob: 'Wählen Sie auf der Registerkarte „Zugriff“, wofür die App da ist.',
    cancelled: 'Abgebrochen.',
    giveClientId: 'Geben Sie zuerst ihre Client ID ein.',
  },
  keyRotation: {
    accepted: (keyId: string) =>
      `Okta nimmt den neuen Schlüssel ${keyId} an. Die App benutzt noch den alten.`,
    bothRefused: (host: string, answer: string) =>
      `${host} hat den alten Schlüssel abgelehnt, aber gleich danach auch den neuen nicht angenommen. Deshalb weist die Ablehnung nichts über den alten Schlüssel nach. ${answer}`,
    endIt: 'Beenden Sie die Rotation, und sehen Sie in der Admin Console nach, welche Schlüssel die App hat.',
    finishOrEnd:
      'Schließen Sie zuerst die Rotation auf der Registerkarte „Schlüssel“ der App ab, oder beenden Sie sie dort.',
    gaveToken: (host: string) => `${host} hat ein Access-Token gegeben.`,
    isRotated: 'Der Schlüssel dieser App wird gerade rotiert.',
    lookAgain: 'Sehen Sie sich die Seite erneut an: Sie zeigt den Stand der Rotation.',
    made: (keyId: string) => `Ein zweiter Schlüssel wurde erzeugt, ${keyId}. Die App benutzt noch den alten.`,
    movedOn: 'Dieser Schritt ist jetzt nicht möglich, weil die Rotation schon weiter ist.',
    noAnswer: (answer: string) => `Das weist nichts über den alten Schlüssel nach. ${answer}`,
    noSecondKey: 'Für diese App ist kein zweiter Schlüssel gespeichert.',
    notAccepted: (answer: string) =>
      `Okta hat den neuen Schlüssel nicht angenommen. Die App benutzt noch den alten. ${answer}`,
    notSwitched: (answer: string) => `Die App benutzt noch den alten Schlüssel. ${answer}`,
    proven: (host: string, keyId: string, status: number | null) =>
      `${host} hat den alten Schlüssel ${keyId} mit ${status} invalid_client abgelehnt und gleich danach den neuen angenommen, für dieselbe App und mit derselben Uhr. Keyturn hat den alten Schlüssel vernichtet.`,
    secondKeyDamaged:
      'Der zweite Schlüssel dieser Rotation lässt sich nicht mehr öffnen, weil seine Datei beschädigt oder geändert wurde. Der Schlüssel, den die App benutzt, ist nicht betroffen.',
    stillAccepted: (host: string) => `${host} nimmt den alten Schlüssel noch an.`,
    switched: (keyId: string) =>
      `Die App benutzt jetzt den neuen Schlüssel ${keyId}. Der alte bleibt gespeichert, bis sein Ende nachgewiesen ist.`,
    undone: (keyId: string) =>
      `Rückgängig gemacht. Die App behält ihren Schlüssel, und für Programme hat sich nichts geändert. Keyturn hat den neuen privaten Schlüssel vernichtet. Wenn sein öffentlicher Schlüssel ${keyId} in Okta ist, entfernen Sie ihn dort.`,
    unproven: (keyId: string) =>
      `Ohne Nachweis beendet. Keyturn hat den alten privaten Schlüssel vernichtet. Andere Kopien davon funktionieren, bis sein öffentlicher Schlüssel ${keyId} in Okta entfernt wird.`,
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
      `${host} hat der App ein Access-Token gegeben, aber dem Token fehlt, was die Aufgabe braucht: ${lacks}.`,
    reads: (host: string, needed: number) =>
      `${host} hat der App ein Access-Token gegeben, und das Token liest ${needed === 1 ? 'das, was die Aufgabe braucht' : `alle ${number(needed)} API-Bereiche, die die Aufgabe braucht`}.`,
    notKnown: (host: string, unknown: string) =>
      `${host} hat der App ein Access-Token gegeben. Keyturn weiß nicht, ob sie dies lesen darf: ${unknown}.`,
    tokenReachesApp: 'Das Token liest dies, die App aber nicht.',
    scopeNotGranted: (scope: string) => `Der Scope ${scope} ist nicht erteilt.`,
    scopeGrantedReading: 'Der Scope ist erteilt. Das Lesen wurde nicht versucht.',
    oktaSaysAccess: (scope: string) =>
      `Okta sagt, dass dem Access-Token ein Scope fehlt, obwohl ${scope} erteilt ist.`,
    scopeGrantedApp: (scope: string) =>
      `Der Scope ${scope} ist erteilt, und die App hat keine Admin-Rolle, die dies liest.`,
    changingNotTried:
      ' Keyturn hat keine Änderung versucht. Der Scope erlaubt Änderungen, und die Rolle entscheidet.',
    oktaLetRead: (changing: string) => `Okta ließ die App lesen.${changing}`,
    rowsBelowSay:
      'Jede Zeile unten sagt, ob ein Scope oder eine Rolle fehlt. Nur ein Super Admin kann Scopes und Rollen erteilen.',
    testAgainMinute: 'Testen Sie in einer Minute erneut.',
    gaveAppAccess: (host: string) =>
      `${host} hat der App ein Access-Token mit den Scopes gegeben, die die Aufgabe braucht.`,
  },
};
