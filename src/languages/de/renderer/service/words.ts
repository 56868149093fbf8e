import type { ReactNode } from 'react';
import type { words as english } from '../../../../renderer/service/words.ts';
import { nodes, type Wrap } from '../../../../renderer/ui/nodes.ts';

/** Holds the German text of this feature's pages. */
export const words: typeof english = {
  appGuide: {
    createIntegration: (bold: Wrap, bold2: Wrap) =>
      nodes`Wählen Sie ${bold('Create App Integration')} und die Art ${bold2('API Services')}. Benennen Sie die App nach ihrem Zweck.`,
    addPublicKey: (bold: Wrap) =>
      nodes`Wählen Sie unter „General“, „Client Credentials“ die Option ${bold('Public key / Private key')}, fügen Sie einen Schlüssel hinzu und fügen Sie diesen ein:`,
    oktaApiScopes: (bold: Wrap, scopes: ReactNode) =>
      nodes`Erteilen Sie unter ${bold('Okta API Scopes')}: ${scopes}. Das kann nur ein Super Admin.`,
    assignRoles: (bold: Wrap, roles: string) =>
      nodes`Weisen Sie unter ${bold('Admin roles')} zu: ${roles}. Ohne Rolle nimmt Okta die App an und erlaubt ihr nichts.`,
    assignSomeRole: (bold: Wrap) =>
      nodes`Weisen Sie unter ${bold('Admin roles')} eine Rolle zu, die für die Aufgabe ausreicht. Ohne Rolle nimmt Okta die App an und erlaubt ihr nichts.`,
    copyPublicKey: 'Öffentlichen Schlüssel kopieren',
  },
  appPage: {
    oauthApp: 'OAuth-App',
    overview: 'Übersicht',
    access: 'Zugriff',
    key: 'Schlüssel',
    keyRotates:
      'Der Schlüssel dieser App wird gerade rotiert. Die Registerkarte „Schlüssel“ zeigt, was als Nächstes zu tun ist.',
    programs: 'Programme',
    setUp: 'Einrichten',
    jobNotKnown:
      'Keyturn weiß nicht, wofür die App da ist. Wählen Sie unten ihre Aufgabe. Die Aufgabe bestimmt ihre Scopes.',
    whatItReads: 'Was sie liest',
    notFinished:
      'Diese App ist nicht fertig eingerichtet. Okta braucht ihren öffentlichen Schlüssel, und Keyturn braucht ihre Client ID. Beide Schritte stehen unten.',
    notTestedYet: 'Keyturn hat diese App noch nicht getestet.',
    notGiven: 'Noch nicht angegeben',
    keyId: 'Key ID',
    keyMade: 'Schlüssel erzeugt',
    nextKeyDue: 'Nächster Schlüssel fällig',
    dueOn: (day: string, when: string) => `${day}, ${when}`,
    kept: 'Gespeichert',
    accessTokens: 'Access-Tokens',
    demandsDpop: 'Jeder Aufruf braucht einen Besitznachweis (DPoP)',
    takesBearer: 'Einfache Bearer-Tokens',
  },
  jobCard: {
    whatItIsFor: 'Wofür sie da ist',
    keepJob: 'Diese Aufgabe speichern',
  },
  leaveCard: {
    revokeToken: 'API-Token widerrufen',
    continueRevoke: 'Widerruf fortsetzen',
    whatItDoes:
      'Keyturn führt die Programme auf, die das Token benutzen, und wartet, bis niemand es mehr benutzt. Dann widerruft es das Token und weist das nach. Bis zum Widerruf können Sie das beenden.',
    rotatesNow: 'Das Token wird gerade rotiert. Beenden Sie zuerst diese Rotation.',
    doesNotOpen:
      'Keyturn kann den gespeicherten Wert des Tokens nicht entschlüsseln. Fügen Sie den Wert erneut ein, oder widerrufen Sie das Token unter „Inventar“.',
    revoked: (date: string) => `Widerrufen am ${date}, mit Nachweis.`,
  },
  keyRotationCard: {
    title: {
      made: 'Der Schlüssel wird rotiert',
      accepted: 'Der Schlüssel wird rotiert',
      switched: 'Der Schlüssel wird rotiert',
      done: 'Der Schlüssel wurde rotiert, mit Nachweis',
      undone: 'Die Rotation wurde rückgängig gemacht',
      unproven: 'Der Schlüssel wurde rotiert, ohne Nachweis',
    },
    line: {
      made: 'Die App benutzt noch den alten Schlüssel. Sie können die Rotation rückgängig machen, bis die App den neuen benutzt.',
      accepted:
        'Okta nimmt beide Schlüssel an. Die App benutzt noch den alten. Sie können die Rotation rückgängig machen, bis die App den neuen benutzt.',
      switched:
        'Die App benutzt den neuen Schlüssel. Keyturn behält den alten nur, um nachzuweisen, dass Okta ihn ablehnt. Danach vernichtet es ihn.',
      done: 'Die App benutzt den neuen Schlüssel. Keyturn hat den alten vernichtet.',
    },
    undo: 'Rotation rückgängig machen',
    askUndo: 'Rotation rückgängig machen?',
    whatUndoDoes:
      'Die App behält ihren Schlüssel, und für Programme ändert sich nichts. Keyturn vernichtet den neuen privaten Schlüssel. Wenn Sie seinen öffentlichen Schlüssel in Okta hinzugefügt haben, entfernen Sie ihn dort.',
    goOn: 'Rotation behalten',
    endWithoutProof: 'Ohne Nachweis beenden',
    askEnd: 'Ohne Nachweis beenden?',
    whatEndDoes:
      'Die App behält den neuen Schlüssel. Keyturn vernichtet den alten privaten Schlüssel und kann dann nicht mehr nachweisen, dass Okta ihn ablehnt. Andere Kopien davon funktionieren, bis sein öffentlicher Schlüssel in Okta entfernt wird.',
  },
  keyStages: {
    addKey: 'Neuen Schlüssel in Okta hinzufügen',
    leaveOldActive: 'Okta kann beide Schlüssel gleichzeitig haben. Lassen Sie den alten aktiv.',
    newKeyIs: (keyId: ReactNode) => nodes`Die Key ID ist ${keyId}`,
    openApp: (clientId: string) => `Öffnen Sie die App mit der Client ID ${clientId}.`,
    addUnder: (bold: Wrap, bold2: Wrap) =>
      nodes`Wählen Sie unter „General“, ${bold('Client Credentials')}, „Public keys“ erst „Edit“ und dann ${bold2('Add key')}, fügen Sie diesen Schlüssel ein, und speichern Sie:`,
    keepOld: (keyId: ReactNode) => nodes`Ändern Sie den alten Schlüssel nicht. Seine Key ID ist ${keyId}.`,
    testKey: 'Neuen Schlüssel testen',
    whatTestDoes:
      'Keyturn fordert bei Okta mit dem neuen Schlüssel ein Access-Token an und liest, was die Aufgabe braucht. Programme benutzen weiter den alten Schlüssel.',
    accepted: 'Okta nimmt den neuen Schlüssel an.',
    useNewKey: 'Neuen Schlüssel benutzen',
    whatSwitchDoes:
      'Keyturn testet den neuen Schlüssel noch einmal. Dann benutzen ihn Tests, Programme und das Terminal. Danach können Sie die Rotation nicht mehr rückgängig machen.',
    switched: 'Die App benutzt den neuen Schlüssel.',
    removeOldKey: 'Alten Schlüssel in Okta entfernen',
    whatProves:
      'Der Nachweis ist da, wenn Okta den alten Schlüssel ablehnt und gleich danach den neuen annimmt. Ein erreichtes Rate-Limit oder eine unterbrochene Verbindung weist nichts nach.',
    giveCopies: (bold: Wrap) =>
      nodes`Programme mit einer Kopie des Schlüssels brauchen den neuen. Kopieren Sie ihn auf der Registerkarte ${bold('Programme')}.`,
    removeUnder: (bold: Wrap, keyId: ReactNode) =>
      nodes`Deaktivieren oder löschen Sie den alten Schlüssel unter „General“, ${bold('Client Credentials')}, „Public keys“: ${keyId}`,
    checkOldKey: 'Alten Schlüssel prüfen',
    oldKeyGone: 'Okta lehnt den alten Schlüssel ab',
    notProven: 'Nicht nachgewiesen',
    mayWork: (keyId: ReactNode) =>
      nodes`Kopien des alten Schlüssels funktionieren, bis dieser öffentliche Schlüssel in Okta entfernt wird: ${keyId}`,
    tokenGiven: 'Angenommen',
    answerToOld: 'Antwort auf den alten Schlüssel',
    answerToNew: 'Antwort auf den neuen Schlüssel',
    http: (status: number) => `HTTP ${status}`,
    requestId: 'Request-ID',
  },
  keyTab: {
    key: 'Schlüssel',
    rotateKey: 'Schlüssel rotieren',
    madeAndDue: (made: string, due: string, when: string) =>
      `Erzeugt am ${made}. Der nächste ist am ${due} fällig, ${when}. Key ID:`,
    whatRotationDoes:
      'Eine Rotation stellt einen zweiten Schlüssel neben diesen, testet ihn und stellt die App auf ihn um. Dann weist sie nach, dass Okta den alten ablehnt. Die App funktioniert die ganze Zeit.',
    notYet:
      'Eine Rotation braucht eine fertig eingerichtete App: Ihr Schlüssel lässt sich öffnen, und sie hat eine Client ID und eine Aufgabe.',
  },
  makeAppCard: {
    makeAppInOkta: 'App in Okta anlegen',
    madeOn: (date: string, keyId: string) => `Erzeugt am ${date}, Schlüssel ${keyId}…`,
    replaceAtOnce: 'Schlüssel sofort ersetzen',
    askReplaceAtOnce: 'Schlüssel sofort ersetzen?',
    keepThisOne: 'Diesen Schlüssel behalten',
    oldKeyReplaced:
      'Tun Sie das, wenn der Schlüssel offengelegt wurde oder sich nicht öffnen lässt. Keyturn ersetzt den gespeicherten privaten Schlüssel, und niemand kann ihn wiederherstellen. Die App funktioniert nicht, bis Okta den neuen öffentlichen Schlüssel hat. Wer den alten Schlüssel hat, kann ihn benutzen, bis Sie seinen öffentlichen Schlüssel in Okta aus der App entfernen.',
    rotateInstead:
      'Wenn der Schlüssel funktioniert und nicht offengelegt wurde, rotieren Sie ihn stattdessen auf der Registerkarte „Schlüssel“ der App. Dann funktioniert die App die ganze Zeit.',
  },
  oauthTab: {
    makeAKey: 'Schlüssel erzeugen',
    whatKeyturnDoes:
      'Keyturn erzeugt ein Schlüsselpaar. Den privaten Schlüssel bewahrt es auf wie ein Token. Den öffentlichen Schlüssel geben Sie Okta. Ab dann steht die App in der Liste.',
    needsNotKnown:
      'Eine OAuth-Service-App fordert einzelne Scopes an, und ihre Access-Tokens laufen nach einer Stunde ab. Keyturn weiß noch nicht, welche Scopes die Aufgabe dieses Tokens braucht. Erstellen Sie auf der Registerkarte „Zugriff“ ein X-ray, und wählen Sie, wofür das Token da ist.',
  },
  planCard: {
    whatItNeeds: 'Was sie braucht',
    scopes: 'Scopes',
    needsRoles: (roles: string) => `Die App braucht auch eine Admin-Rolle: ${roles}.`,
    needsCustomRole: (permissions: string) =>
      `Die App braucht auch eine Admin-Rolle: eine benutzerdefinierte Rolle mit ${permissions}.`,
    needsSomeRole:
      'Die App braucht auch eine Admin-Rolle: eine benutzerdefinierte Rolle mit dem, was die Aufgabe braucht.',
    tokenOnly: 'Was nur ein API-Token kann',
  },
  removeApp: {
    removeTheApp: 'App entfernen',
    askRemoveApp: 'App entfernen?',
    removed: (label: string) => `${label} wurde aus Keyturn entfernt.`,
    consequence:
      'Keyturn entfernt die App und ihren privaten Schlüssel von diesem Computer. Sie können das 30 Sekunden lang rückgängig machen. Danach kann niemand den Schlüssel wiederherstellen. In Okta bleibt die App, bis jemand sie dort entfernt.',
  },
  serviceResult: {
    works: 'Funktioniert',
    lacksIt: 'Fehlt ihr',
    notTried: 'Nicht versucht',
    noLonger: 'Nicht mehr',
    readsIt: 'Liest',
    doesNot: 'Liest nicht',
    read: 'Lesen',
    besideToken: 'Die App neben dem Token, nach API-Bereich',
    byFamily: 'Die App, nach API-Bereich',
    theJob: 'Die Aufgabe',
    theToken: 'Das Token',
    theApp: 'Die App',
    demandsProof:
      'Die App verlangt bei jedem Aufruf einen Besitznachweis (DPoP). Die SDKs von Okta senden ihn. Wenn ein Programm ihn nicht senden kann, schalten Sie den Nachweis in der App aus.',
    takesBearer:
      'Die App nimmt einfache Bearer-Tokens an. Wer eines bekommt, kann es bis zu seinem Ablauf benutzen, höchstens eine Stunde. Die App kann Besitznachweise (DPoP) verlangen.',
    nothing: 'Nichts',
    notLooked: 'Nicht geprüft',
  },
  testAppCard: {
    testTheApp: 'App testen',
    keepClientId: 'Client ID speichern',
  },
  useAppCard: {
    copyPrivateKey: 'Privaten Schlüssel kopieren',
    copyEnv: '.env kopieren',
    copyTerraform: 'Terraform kopieren',
    copySdkConfiguration: 'SDK-Konfiguration kopieren',
    useIt: 'Verwenden',
    howToUse: 'Kopieren Sie eines davon für das Programm. Keyturn leert die Zwischenablage nach 30 Sekunden.',
    howToUseInstead:
      'Lassen Sie das Programm die App statt des Tokens benutzen. Keyturn leert die Zwischenablage nach 30 Sekunden.',
  },
};
