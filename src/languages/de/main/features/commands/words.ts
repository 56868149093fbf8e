import type { words as english } from '../../../../../main/features/commands/words.ts';
import { number } from '../../../../../shared/plural.ts';

/** Holds the German text of the app's messages to the `keyturn` command. */
export const words: typeof english = {
  desk: {
    locked: 'Keyturn ist gesperrt. Entsperren Sie es, um fortzufahren.',
    stayedLocked: 'Keyturn ist gesperrt, und niemand hat es innerhalb von zwei Minuten entsperrt.',
    several: (count: number, name: string, ids: string) =>
      `${number(count)} Tokens oder Apps haben den Namen ${name}. Schreiben Sie eine der IDs: ${ids}.`,
    noToken: (name: string) =>
      `Kein Token und keine App hat den Namen ${name}. keyturn ls listet die Namen auf.`,
    noApp: (name: string) =>
      `Keine OAuth-App hat den Namen ${name}. keyturn ls listet die Namen und Arten auf.`,
    shared: (count: number, name: string) =>
      `${number(count)} Tokens oder Apps haben den Namen ${name}. Deshalb kann Keyturn nicht feststellen, was Sie meinen. Erlauben Sie Programmen die Nutzung auf der Registerkarte „Programme“ des gemeinten Tokens oder der gemeinten App. Danach steht der Name nur noch dafür.`,
    isApp: (label: string) =>
      `${label} ist eine OAuth-App. Ändern Sie ihren Schlüssel auf ihrer Seite im Fenster von Keyturn.`,
    changedMeanwhile: 'Die App wurde geändert, während Keyturn sie getestet hat. Testen Sie sie erneut.',
  },
  appChoice: {
    replaces: (app: string, token: string) => `verwendet die OAuth-App ${app}, die ${token} ersetzt.`,
    covers: (app: string, token: string) =>
      `verwendet die OAuth-App ${app}. Ihr letzter Test hat die Aufgabe von ${token} abgedeckt.`,
    samePurpose: (app: string, token: string) =>
      `verwendet die OAuth-App ${app}, die denselben Zweck wie ${token} hat. Keyturn weiß nicht, welche Scopes die Aufgabe von ${token} braucht.`,
    offer: (token: string, app: string) =>
      `Die OAuth-App ${app} kann die Aufgabe von ${token} mit Access-Tokens erledigen, die innerhalb einer Stunde ablaufen. Um sie zu verwenden, fügen Sie --app hinzu.`,
    offerSeveral: (token: string, apps: string) =>
      `Diese OAuth-Apps können die Aufgabe von ${token} mit Access-Tokens erledigen, die innerhalb einer Stunde ablaufen: ${apps}. Um eine zu verwenden, nennen Sie sie statt ${token}.`,
    several: (token: string, apps: string) =>
      `Mehrere OAuth-Apps können die Aufgabe von ${token} erledigen: ${apps}. Nennen Sie eine davon statt ${token}.`,
    proofs: (app: string) =>
      `Laut dem letzten Test von ${app} verlangt Okta bei jedem Aufruf einen Besitznachweis (DPoP). Deshalb kann ein Programm ein Access-Token allein nicht benutzen. Führen Sie das Programm ohne --value aus. Dann macht Keyturn die Aufrufe und die Nachweise. Wenn die App keine Nachweise mehr verlangt, testen Sie sie erneut.`,
    noApps: (host: string, token: string) =>
      `Keine OAuth-App kann die Aufgabe von ${token} erledigen, weil in Keyturn keine von ${host} gespeichert ist. Fügen Sie im Fenster von Keyturn eine hinzu, und testen Sie sie.`,
    none: (token: string) => `Keine OAuth-App kann jetzt die Aufgabe von ${token} erledigen.`,
    noneCovers: (token: string, needs: string) =>
      `Keine OAuth-App hat in ihrem letzten Test gezeigt, dass sie die Aufgabe von ${token} erledigen kann. Die Aufgabe braucht: ${needs}. Fügen Sie im Fenster von Keyturn eine App für diese Aufgabe hinzu, oder testen Sie eine erneut.`,
    jobNotKnown: (token: string) =>
      `Keyturn kennt die Aufgabe von ${token} nicht, und keine OAuth-App hat denselben Zweck. Erstellen Sie ein X-ray des Tokens, und wählen Sie auf der Registerkarte „Zugriff“, wofür es da ist, oder nennen Sie eine App statt ${token}.`,
    need: (label: string, access: 'read' | 'manage') => (access === 'read' ? label : `${label} (ändern)`),
    unreadable: (app: string) =>
      `Der Schlüssel von ${app} lässt sich nicht entschlüsseln. Ersetzen Sie ihn sofort, auf der Seite der App.`,
    notSetUp: (app: string) =>
      `${app} hat noch keine Client ID. Richten Sie die App auf ihrer Seite fertig ein.`,
    notTested: (app: string) => `${app} wurde noch nicht getestet. Testen Sie die App: keyturn test ${app}`,
    failed: (app: string, outcome: string) =>
      `Der letzte Test von ${app} endete mit „${outcome}“. Testen Sie die App erneut: keyturn test ${app}`,
    lacks: (app: string, needs: string) =>
      `Der letzte Test von ${app} hat nicht gezeigt, was die Aufgabe braucht: ${needs}. Geben Sie der App auf ihrer Seite diese Aufgabe, und testen Sie sie.`,
  },
  serve: {
    notKnown: 'Dieses keyturn verlangt etwas, das das laufende Keyturn nicht kennt.',
    wentWrong: 'In Keyturn ist ein Fehler aufgetreten. Die Logdatei enthält die Einzelheiten.',
  },
};
