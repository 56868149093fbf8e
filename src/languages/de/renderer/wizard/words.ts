import type { ReactNode } from 'react';
import { nodes, type Wrap } from '../../../../renderer/ui/nodes.ts';
import type { words as english } from '../../../../renderer/wizard/words.ts';

/** Holds the German text of this feature's pages. */
export const words: typeof english = {
  steps: {
    org: 'Org',
    create: 'In Okta erstellen',
    capture: 'Erfassen',
    test: 'Testen',
    save: 'Speichern',
    job: 'Name und Aufgabe',
    make: 'In Okta anlegen',
    try: 'App testen',
  },
  appSteps: {
    label: 'Bezeichnung',
    nameAndJob:
      'Benennen Sie die App, und geben Sie an, wofür sie da ist. Daraus folgen ihre Scopes und ihre Admin-Rolle. Keyturn erzeugt dann ihr Schlüsselpaar.',
    makeKey: 'Schlüssel erzeugen',
    makingKey: 'Schlüssel wird erzeugt…',
    followSteps:
      'Folgen Sie diesen Schritten in der Admin Console. Keyturn bewahrt die App und ihren privaten Schlüssel ab jetzt auf. Sie können also hier aufhören und auf ihrer Seite fortfahren.',
    giveClientId:
      'Geben Sie die Client ID ein, die Okta anzeigt. Keyturn fordert bei der Org ein Access-Token an und liest einmal aus jedem API-Bereich der Aufgabe. Es ändert nichts.',
    testTheApp: 'App testen',
    testing: 'Okta wird abgefragt…',
    done: 'Fertig',
    finishLater: 'Später fertigstellen',
    labelEmpty: 'Die Bezeichnung ist leer.',
    giveName: 'Geben Sie der App einen Namen, an dem Sie sie in der Liste erkennen.',
  },
  kindChoice: {
    whatToAdd: 'Was möchten Sie hinzufügen?',
    token: 'API-Token',
    tokenIs: 'Es darf alles, was sein Inhaber darf. Es läuft nach 30 Tagen ohne Nutzung ab.',
    app: 'OAuth-Service-App',
    appIs:
      'Sie hat einzelne Scopes und einen eigenen Schlüssel. Ihre Access-Tokens laufen nach einer Stunde ab. Okta empfiehlt sie für Programme.',
    signIn:
      'SAML- und OpenID-Connect-Apps sind für Personen, die sich anmelden. Sie ersetzen keines von beiden, weil kein Programm mit ihnen die Okta-API aufruft.',
  },
  captureStep: {
    notAToken: 'Das ist kein API-Token.',
    pasteAnother:
      'Kopieren Sie den Wert des Tokens in der Admin Console, und fügen Sie ihn hier ein. Ihre Zwischenablage blieb unverändert.',
    enterAnother: 'Kopieren Sie den Wert des Tokens in der Admin Console, und setzen Sie ihn in das Feld.',
    howToCapture:
      'Kopieren Sie den Wert in der Admin Console, und fügen Sie ihn dann hier ein. Nur der Hauptprozess der App bekommt ihn. Diese Seite sieht nur seinen Fingerabdruck.',
    howToTakeIn:
      'Keyturn liest den Wert aus der Datei. Nur der Hauptprozess der App bekommt ihn. Diese Seite sieht nur seinen Fingerabdruck.',
    takeItFrom: (where: string) => `Aus ${where} aufnehmen`,
    fileStays: 'Das System fragt zuerst, ob es ein Token dieser Org ist. Die Datei bleibt, wie sie ist.',
    clipboardReadOnce: 'Keyturn liest die Zwischenablage einmal, wenn Sie klicken, und leert sie.',
    fieldEmptied: 'Keyturn leert das Feld, sobald Sie fortfahren.',
    stillCaptured: (fingerprint: ReactNode) =>
      nodes`Der Wert, den Sie zuvor erfasst haben, ist noch hier, Fingerabdruck ${fingerprint}.`,
    capturedAToken: 'Ein Token wurde erfasst.',
    capturedOddly: 'Erfasst, obwohl es nicht die Form eines Tokens hat.',
    fingerprint: (fingerprint: ReactNode) => nodes`Fingerabdruck ${fingerprint}.`,
    clipboardCleared: 'Die Zwischenablage wurde geleert.',
    alreadyKept: (alreadyKeptAs: ReactNode) =>
      nodes`Keyturn bewahrt diesen Wert bereits als ${alreadyKeptAs} auf.`,
  },
  createStep: {
    terraform: 'Terraform',
    siemExport: 'SIEM-Export',
    provisioning: 'Bereitstellung',
    reporting: 'Berichte',
    aScript: 'Ein Skript',
    onlyTheConsole:
      'Nur die Admin Console kann ein API-Token erstellen, und sie zeigt den Wert nur einmal. Lassen Sie ihr Fenster offen, bis der Test bestanden ist.',
    alreadyHaveToken: 'Ich habe schon ein Token',
    whereInConsole: 'Security, API, Tokens, Create token',
    signInAsService: (bold: Wrap) =>
      nodes`${bold('Melden Sie sich mit dem Dienstkonto an,')} nicht mit Ihrem eigenen. Ein Token hat die Rechte seines Inhabers und funktioniert nur so lange wie dessen Konto.`,
    smallestRole: (bold: Wrap) =>
      nodes`${bold('Geben Sie diesem Konto die kleinste Rolle,')} die für die Aufgabe ausreicht. Für das meiste Lesen genügt ein Read-only Administrator.`,
    nameByPurpose: 'Benennen Sie es nach seinem Zweck.',
    whatIsItFor: 'Wofür ist es da?',
    copyName: 'Namen kopieren',
    restrict: (bold: Wrap) =>
      nodes`${bold('Beschränken Sie es auf eine Netzwerkzone,')} wo Sie können. Ein offengelegter Wert funktioniert dann nirgendwo sonst.`,
  },
  orgStep: {
    whichOrg:
      'Wählen Sie, was Sie hinzufügen, und die Okta-Org, für die es ist. Keyturn fragt die Org nach ihrem Namen. Dafür ist kein Token nötig.',
    checking: 'Wird geprüft…',
    orgUrl: 'Org URL',
    orgUrlExample: 'acme.okta.com',
    howToGiveOrg:
      'Kopieren Sie sie aus der Adressleiste. Der Name allein, die Adresse der Admin Console oder eine eigene Domain gehen auch.',
    whichOne: 'Welche meinen Sie?',
    knownOrgs: 'Oder eine, die Sie schon haben',
    identityEngine: 'Identity Engine',
    classicEngine: 'Classic Engine',
  },
  saveStep: {
    itWillBeKept: 'Es wird gespeichert.',
    itWillBeKeptFor: (sentence: string) => `Es bleibt ${sentence}.`,
    itWillBe: (sentence: string) => `Es wird ${sentence}.`,
    saveToken: 'Token speichern',
    saveAnyway: 'Trotzdem speichern',
    saveUntested: (bold: Wrap) =>
      nodes`${bold('Dieses Token wurde nicht getestet.')} Sie können es trotzdem speichern und später testen.`,
    saveFailed: (bold: Wrap, word: string) =>
      nodes`${bold(`Der Test endete mit: ${word}.`)} Sie können es trotzdem speichern und später testen.`,
    keepAlive: 'Aktiv halten',
  },
  stepFrame: {
    back: 'Zurück',
  },
  testStep: {
    askingTheOrg: 'Keyturn fragt die Org, wem dieses Token gehört. Es liest nur.',
    asking: (host: string) => `Keyturn fragt ${host}, wem dieses Token gehört. Es liest nur.`,
    testing: 'Der Test läuft. Das dauert ein bis zwei Sekunden.',
    capturedFromClipboard: (fingerprint: ReactNode) =>
      nodes`Aus der Zwischenablage erfasst, Fingerabdruck ${fingerprint}.`,
    capturedFromFile: (fingerprint: ReactNode) =>
      nodes`Aus einer Datei erfasst, Fingerabdruck ${fingerprint}.`,
    capturedByHand: (fingerprint: ReactNode) => nodes`Von Hand erfasst, Fingerabdruck ${fingerprint}.`,
    clipboardCleared:
      'Keyturn hat die Zwischenablage geleert. Der Wert hat den Hauptprozess der App nie verlassen.',
  },
  wizard: {
    addApp: 'OAuth-App hinzufügen',
    steps: 'Schritte',
    done: ', erledigt',
    leaveWithoutSaving: 'Ohne Speichern verlassen?',
    discard: 'Verwerfen',
    keepGoing: 'Hier bleiben',
    whatLeavingDoes:
      'Keyturn verwirft, was Sie hier eingegeben haben, und löscht einen erfassten Wert aus dem Arbeitsspeicher. In Okta ändert sich nichts.',
  },
};
