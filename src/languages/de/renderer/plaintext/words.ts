import type { words as english } from '../../../../renderer/plaintext/words.ts';
import { series } from '../../../../shared/listed.ts';
import { plural } from '../../../../shared/plural.ts';

/** Holds the German text of this feature's pages. */
export const words: typeof english = {
  plaintextPage: {
    about:
      'Keyturn sucht API-Tokens in okta.yaml, .env-Dateien, Shell-Verläufen, netrc, den Dateien von Terraform und Postman, der Umgebung und den Einstellungen von VS Code. Es zeigt den Fundort jedes Tokens, nie seinen Wert.',
    chooseFolder: 'Ordner wählen',
    alsoIn: (folder: string) => `Auch unterhalb von ${folder}`,
    withoutFolder: 'Ordner auslassen',
    search: 'Suchen',
    searchAgain: 'Erneut suchen',
    stop: 'Beenden',
    searching: (looked: number) => `Suche läuft. ${plural(looked, 'Datei', 'Dateien')} gelesen.`,
    found: (count: number, looked: number) =>
      count === 0
        ? `In ${plural(looked, 'Datei', 'Dateien')} wurde kein Token gefunden.`
        : `${plural(count, 'Fundort', 'Fundorte')} mit einem Token in ${plural(looked, 'Datei', 'Dateien')}.`,
    stopped: (count: number, looked: number) =>
      `Nach ${plural(looked, 'Datei', 'Dateien')} beendet: ${plural(count, 'Fundort', 'Fundorte')} mit einem Token.`,
    notSearched: 'Noch nicht gesucht',
    whatSearchDoes:
      'Die Suche liest die bekannten Orte unterhalb Ihres Home-Ordners und den Ordner, den Sie wählen. Sie ändert nichts, sendet nichts und vergisst ihre Funde, wenn Sie diese Seite verlassen.',
    noneFound: 'Kein Token im Klartext',
    searchMore: 'Um mehr zu durchsuchen, wählen Sie den Ordner Ihrer Projekte und suchen Sie erneut.',
    places: 'Tokens im Klartext',
  },
  findingsTable: {
    place: 'Fundort',
    whySo: 'Grund',
    whatCanBeDone: 'Was Sie tun können',
    lines: (lines: readonly number[]) =>
      lines.length === 0
        ? 'Umgebungsvariable'
        : `${lines.length === 1 ? 'Zeile' : 'Zeilen'} ${series(lines.map(String))}`,
    notKept: 'Hier nicht gespeichert',
    fingerprint: (fingerprint: string) => `Fingerabdruck ${fingerprint}`,
    of: (host: string) => `Von ${host}`,
    takeIn: 'Aufnehmen',
    takeInFrom: (place: string) => `Token aus ${place} aufnehmen`,
    cleanUp: 'Bereinigen',
    cleanUpNamed: (place: string) => `${place} bereinigen`,
    open: 'Öffnen',
    openNamed: (label: string) => `${label} öffnen`,
    rotate: 'Rotieren',
    rotateNamed: (label: string) => `${label} rotieren`,
  },
};
