import type { words as english } from '../../../../../main/features/plaintext/words.ts';
import { number, plural } from '../../../../../shared/plural.ts';

/** Holds the German text about tokens in plain text. */
export const words: typeof english = {
  because: {
    kept: 'Keyturn bewahrt diesen Wert auf.',
    ssws: 'Es steht hinter SSWS.',
    name: 'Es steht hinter dem Namen eines Tokens.',
    word: 'In der Nähe steht ein Wort von Okta.',
    secret: 'Ein Wort wie „Token“ steht in der Nähe.',
    org: 'In derselben Datei steht eine Org.',
    alone: 'Die Datei enthält sonst nichts.',
  },
  cleanText: {
    notThisKind: 'Keyturn kennt das Format der Datei nicht',
    wouldBreak: 'Das Format würde dabei beschädigt. Entfernen Sie das Token von Hand',
    comment: (name: string) => `Keyturn hat ${name} entfernt. Führen Sie das Programm so aus: keyturn exec`,
  },
  cleanNote: {
    env: 'Die Zeile wird zu einem Kommentar. Führen Sie das Programm stattdessen mit keyturn exec aus.',
    history:
      'Keyturn entfernt den ganzen Befehl. Schließen Sie zuerst jede offene Shell: Eine Shell schreibt ihren Verlauf erneut, wenn sie endet.',
    marker: 'Keyturn ersetzt den Wert durch taken-out-by-Keyturn. Der Rest der Datei ändert sich nicht.',
    terraformState:
      'Keyturn bearbeitet keinen Terraform-State: Seine Felder serial und lineage gehören Terraform. Rotieren Sie das Token, führen Sie terraform apply aus, und löschen Sie alte States und ihre Sicherungen.',
    environment:
      'Das Token steht in der Umgebung von Keyturn. Entfernen Sie es aus der Datei, die es setzt, und melden Sie sich dann an diesem Computer neu an.',
    other: 'Keyturn kennt das Format dieser Datei nicht. Entfernen Sie das Token von Hand.',
    reopen: 'Ein Editor, der die Datei offen hat, speichert den Wert vielleicht erneut.',
  },
  desk: {
    gone: 'Dieser Fundort steht nicht mehr in der Liste.',
    searchAgain: 'Suchen Sie erneut.',
    alreadyKept: (label: string) => `Keyturn bewahrt dieses Token bereits als ${label} auf.`,
    openIt: 'Öffnen Sie seine Seite aus der Liste.',
    notClean: (place: string, why: string) => `${place} wurde nicht geändert: ${why}.`,
    changed: 'Die Datei wurde nach der Suche geändert. Suchen Sie erneut',
    stillThere: 'Das Token steht dort auch in einer anderen Form. Entfernen Sie es von Hand',
    askClean: (place: string) => `Das Token aus ${place} entfernen?`,
    clean: 'Entfernen',
    keptAs: (note: string, label: string) => `${note} Keyturn bewahrt das Token als ${label} auf.`,
    notKept: (note: string) =>
      `${note} Keyturn bewahrt dieses Token nicht auf. Danach ist sein Wert verloren, wenn Sie ihn nicht woanders haben.`,
    notCleaned: 'Nichts wurde geändert.',
    cleaned: (place: string) => `Keyturn hat das Token aus ${place} entfernt.`,
    copies: (names: string) => `Prüfen Sie auch: ${names}.`,
    git: 'Frühere Commits in Git enthalten das Token vielleicht noch.',
    rotate: 'Rotieren Sie das Token, weil es im Klartext vorlag.',
    noteCleaned: (place: string) => `Keyturn hat es aus ${place} entfernt.`,
    chooseFolder: 'Ordner zum Durchsuchen wählen',
  },
  leftOut: {
    files: (most: number) =>
      `Keyturn hat nach ${number(most)} Dateien aufgehört. Wählen Sie für den Rest einen kleineren Ordner.`,
    time: (seconds: number) =>
      `Keyturn hat nach ${plural(seconds, 'Sekunde', 'Sekunden')} aufgehört. Wählen Sie für den Rest einen kleineren Ordner.`,
    cancelled: 'Sie haben die Suche beendet. Deshalb hat Keyturn den Rest nicht gelesen.',
    tooLarge: (count: number, megabytes: number) =>
      `${plural(count, 'Datei', 'Dateien')} mit mehr als ${megabytes}\u00a0MB nicht gelesen.`,
    binary: (count: number) => `${plural(count, 'Binärdatei', 'Binärdateien')} übersprungen.`,
    unreadable: (count: number) =>
      `${plural(count, 'Datei oder Ordner', 'Dateien oder Ordner')} nicht lesbar.`,
    links: (count: number) => `${plural(count, 'Link', 'Links')} nicht gefolgt.`,
    folders: (count: number) =>
      `${plural(count, 'Ordner', 'Ordner')} mit dem Namen .git oder node_modules übersprungen.`,
    more: (count: number) =>
      `${plural(count, 'weiterer Fundort', 'weitere Fundorte')} nicht angezeigt. Bereinigen Sie zuerst die angezeigten.`,
  },
};
