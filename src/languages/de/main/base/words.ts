import type { words as english } from '../../../../main/base/words.ts';
import { number } from '../../../../shared/plural.ts';

/** Holds the German text about files and for a terminal. */
export const words: typeof english = {
  changes: {
    changed: (name: string) => `„${name}“ wurde geändert.`,
    fromTo: (name: string, from: string, to: string) => `„${name}“ wurde von „${from}“ zu „${to}“ geändert.`,
    wasEmpty: (name: string, to: string) => `„${name}“ war leer und ist jetzt „${to}“.`,
    isEmpty: (name: string, from: string) => `„${name}“ war „${from}“ und ist jetzt leer.`,
  },
  say: {
    said: (sentence: string) => `keyturn: ${sentence}`,
  },
  shown: {
    spaces: (count: number) => ` (${number(count)} Leerzeichen) `,
  },
  windowsCommand: {
    noProgram: (file: string) =>
      `${file} ist kein Programm. Nennen Sie zuerst das Programm, das die Datei ausführt, und dann die Datei.`,
    lineBreak: (file: string) =>
      `${file} ist eine Batchdatei, und ein Argument dafür darf keinen Zeilenumbruch enthalten. Führen Sie stattdessen das Programm dahinter aus.`,
    tooLong: (file: string, most: number) =>
      `${file} ist eine Batchdatei, und ihre Argumente sind länger als die ${number(most)} Zeichen, die Windows dafür erlaubt.`,
  },
  nodeDebug: {
    wouldPrint:
      'Durch die Umgebungsvariable NODE_DEBUG gibt Node jedes Programm aus, das es startet, mit dem Wert in dessen Umgebung. Es wurde nichts gestartet. Starten Sie Keyturn ohne NODE_DEBUG und führen Sie dies dann erneut aus.',
  },
  oneDialog: {
    dialogOpen: 'Ein Dialog des Systems wartet auf Ihre Antwort.',
    answerIt: 'Beantworten Sie ihn zuerst.',
  },
  files: {
    notAFile: 'Das ist keine Datei',
    changedMeanwhile: 'Ein anderes Programm hat die Datei inzwischen geändert. Führen Sie dies erneut aus',
    notWritten: (why: string) => `Die Datei wurde nicht geschrieben: ${why}.`,
    anotherFolder: 'Wählen Sie einen anderen Ordner, in den Sie schreiben dürfen.',
    freeRoom: 'Schaffen Sie Platz auf der Festplatte, und versuchen Sie es dann erneut.',
    diskFull: 'Die Festplatte ist voll',
    quotaFull: 'Ihr Kontingent auf dieser Festplatte ist aufgebraucht',
    freeSome: 'Geben Sie etwas davon frei, und versuchen Sie es dann erneut.',
    tooLarge: 'Sie wäre größer, als eine Datei dort sein darf',
    raiseLimit: 'Erhöhen Sie die Grenze (ulimit -f), oder wählen Sie eine andere Festplatte.',
    diskError: 'Die Festplatte hat einen Fehler gemeldet',
    checkDisk: 'Prüfen Sie die Festplatte, und versuchen Sie es dann erneut.',
    diskReadOnly: 'Die Festplatte ist schreibgeschützt',
    notNoted: 'Keyturn konnte vorher nicht in seinem Tresor notieren, dass es sie schreibt',
    mayNotWrite: 'Sie dürfen dort nicht schreiben',
    inUse: 'Ein anderes Programm oder ein Mount benutzt sie',
    endUse: 'Schließen Sie das Programm, das sie benutzt, und versuchen Sie es dann erneut.',
    noFolder: 'Der Ordner existiert nicht',
    chooseFolder: 'Wählen Sie einen anderen Ordner.',
    chooseName: 'Wählen Sie einen anderen Namen.',
    circle: 'Die Links führen im Kreis',
    longName: 'Der Name ist zu lang',
    shorterName: 'Wählen Sie einen kürzeren Namen.',
    code: (code: string) => `Das System meldet ${code}`,
    anotherOwner: 'Die Datei gehört einem anderen Konto und würde danach Ihrem gehören',
    attributesLost: 'Ihre Zugriffsrechte und Attribute gingen verloren',
    notSmallText: 'Das ist keine kleine Textdatei, sondern ein Ordner oder ein Gerät',
    overSize: (megabytes: number) => `Das ist keine kleine Textdatei: Sie hat über ${megabytes}\u00a0MB`,
    readOnlyAllow:
      'Die Datei ist schreibgeschützt. Erlauben Sie das Schreiben, und führen Sie dies dann erneut aus',
    hasSecondName:
      'Die Datei hat einen zweiten Namen (einen Hardlink), der den alten Wert behielte. Nutzen Sie stattdessen einen symbolischen Link, und führen Sie dies dann erneut aus',
  },
  textOfBytes: {
    notText:
      'Die Datei enthält Bytes, die in keinem UTF-8-Text vorkommen. Speichern Sie sie in einem Editor als UTF-8, und führen Sie dies dann erneut aus',
    halfCharacter: 'Die Datei beginnt als UTF-16 und endet mit einem halben Zeichen',
    notUnicode: 'Das ist keine Textdatei in UTF-8 oder UTF-16',
  },
};
