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
    accessTokens: 'Access Tokens',
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
  makeAppCard: {
    makeAppInOkta: 'App in Okta anlegen',
    madeOn: (date: string, keyId: string) => `Erzeugt am ${date}, Schlüssel ${keyId}…`,
    makeAnotherKey: 'Anderen Schlüssel erzeugen',
    askMakeAnotherKey: 'Anderen Schlüssel erzeugen?',
    makeAnother: 'Anderen erzeugen',
    keepThisOne: 'Diesen Schlüssel behalten',
    oldKeyReplaced:
      'Keyturn ersetzt den gespeicherten privaten Schlüssel, und niemand kann den alten wiederherstellen. Programme mit dem alten Schlüssel funktionieren weiter, bis jemand seinen öffentlichen Schlüssel in Okta aus der App entfernt.',
  },
  oauthTab: {
    makeAKey: 'Schlüssel erzeugen',
    whatKeyturnDoes:
      'Keyturn erzeugt ein Schlüsselpaar. Den privaten Schlüssel bewahrt es auf wie ein Token. Den öffentlichen Schlüssel geben Sie Okta. Ab dann steht die App in der Liste.',
    needsNotKnown:
      'Eine OAuth-Service-App fordert einzelne Scopes an, und ihre Access Tokens laufen nach einer Stunde ab. Keyturn weiß noch nicht, welche Scopes die Aufgabe dieses Tokens braucht. Erstellen Sie auf der Registerkarte „Zugriff“ ein X-ray, und wählen Sie, wofür das Token da ist.',
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
    besideToken: 'Die App neben dem Token, nach Familien von Endpunkten',
    byFamily: 'Die App, nach Familien von Endpunkten',
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
