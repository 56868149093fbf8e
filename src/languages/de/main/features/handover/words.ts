import type { words as english } from '../../../../../main/features/handover/words.ts';
import { number } from '../../../../../shared/plural.ts';

/** Holds the German text about handing a token over to a file or a command. */
export const words: typeof english = {
  desk: {
    shown: (command: string, org: string) =>
      `${command}\n\nOrg: ${org}. Der Befehl läuft unter Ihrem Konto und ohne Shell. Keyturn fragt für jeden Befehl einmal.`,
    askRun: (label: string) => `Das neue Token von ${label} diesem Befehl geben?`,
    run: 'Ausführen',
    notRun: 'Der Befehl wurde nicht ausgeführt.',
    tooLong:
      'Der Befehl oder Pfad ist zu lang, als dass ein Dialog ihn ganz zeigen könnte. Deshalb wurde er nicht verwendet.',
    useScript: 'Setzen Sie den Befehl in ein Skript, oder wählen Sie einen kürzeren Pfad.',
    nothingChanged: 'Nichts wurde geändert.',
  },
  envFile: {
    notChanged: (name: string, why: string) => `${name} wurde nicht geändert: ${why}.`,
    replacedAll: (key: string, name: string, places: number) =>
      `${key} wurde in ${name} an allen ${number(places)} Stellen ersetzt. Behalten Sie nur eine davon.`,
    notThere: 'Die Datei existiert nicht',
    notAllowed: 'Sie dürfen die Datei oder ihren Ordner nicht lesen und schreiben',
    added: (key: string, name: string) => `${key} wurde am Ende von ${name} hinzugefügt.`,
    replaced: (key: string, name: string) => `${key} wurde in ${name} ersetzt.`,
  },
  envForms: {
    encrypted:
      'Die Datei ist mit sops verschlüsselt, und sops würde sie nach einer Änderung ablehnen. Lassen Sie einen Befehl mit sops das Token schreiben',
    noEnvFile: (key: string, line: number) =>
      `Zeile ${number(line)} ist nicht NAME=Wert, also ist dies vielleicht keine .env-Datei. Wählen Sie die .env-Datei, oder fügen Sie die Zeile ${key}= dort ein, wo das Programm sie liest, und führen Sie dies dann erneut aus`,
    otherForm: (key: string, line: number) =>
      `Zeile ${number(line)} enthält ${key} in einer Form, die .env-Dateien nicht haben. Schreiben Sie es als ${key}=, oder lassen Sie einen Befehl das Token schreiben`,
    parts: (key: string) =>
      `${key} steht in mehr als einem Teil der Datei. Deshalb ist nicht sicher, welcher zu ersetzen ist. Geben Sie es von Hand ein`,
  },
  envText: {
    restOfLine: (key: string) =>
      `Eine Shell liest nach dem Wert von ${key} in derselben Zeile noch mehr. Setzen Sie das in eine eigene Zeile, und führen Sie dies dann erneut aus`,
    signs: (key: string) =>
      `dotenv und Shells lesen einige Zeichen des Werts verschieden. Geben Sie ${key} von Hand ein, so wie das lesende Programm es braucht`,
    whichPart: (key: string) =>
      `Der Wert von ${key} enthält mehr als ein Token, oder andere Zeichen sind damit verbunden. Deshalb ist nicht sicher, was zu ersetzen ist. Geben Sie ${key} von Hand ein`,
    ambiguous: (key: string) =>
      `Programme lesen den Text um ${key} verschieden. Setzen Sie es als ${key}= in eine eigene Zeile, und führen Sie dies dann erneut aus`,
  },
  run: {
    notStarted: (program: string, code: string) => `${program} konnte nicht gestartet werden (${code}).`,
    tooLong: (program: string) =>
      `${program} war nach einer Minute nicht fertig. Deshalb hat Keyturn es und alles, was es gestartet hat, beendet.`,
    signal: (program: string, signal: string | undefined) =>
      `${program} wurde durch ${signal ?? 'ein Signal'} beendet.`,
    succeeded: (program: string) => `${program} endete mit dem Exit-Status 0.`,
    oneLine: (program: string) =>
      `Es gibt kein Programm „${program}“. Schreiben Sie das Programm und jedes seiner Argumente in eine eigene Zeile.`,
    noShell: (program: string) =>
      `${program} wurde nicht gestartet, weil hier keine Shell ~ und Variablen expandiert. Schreiben Sie den vollen Pfad.`,
    notExecutable: (program: string) =>
      `${program} darf nicht ausgeführt werden. Es ist ein Ordner, oder die Datei ist nicht ausführbar (chmod +x).`,
    notFound: (program: string) =>
      `${program} wurde nicht gefunden. Geben Sie den vollen Pfad an, oder installieren Sie es.`,
    failed: (program: string, exit: number) =>
      `${program} endete mit dem Exit-Status ${exit}. Der Einsatzort hat das neue Token sehr wahrscheinlich nicht.`,
  },
};
