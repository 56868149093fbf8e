import type { words as english } from '../../../../main/terminal/words.ts';
import { number, plural } from '../../../../shared/plural.ts';

/** Holds the German text of `keyturn` in a terminal. */
export const words: typeof english = {
  askApp: {
    hungUp: 'Keyturn wurde beendet oder gesperrt, bevor es geantwortet hat. Führen Sie dies erneut aus.',
  },
  line: {
    name: 'der Name, den `keyturn ls` für ein Token oder eine OAuth-App zeigt, die Bezeichnung oder die ID; ohne Namen nimmt keyturn den aus .keyturn.toml',
    json: 'die Antwort als JSON schreiben',
    start: 'Keyturn ohne Rückfrage starten, wenn es nicht läuft',
    keyturn:
      'API-Tokens und OAuth-Apps von Okta auf der Befehlszeile. Ohne Befehl öffnet keyturn sein Fenster.',
    version: 'die Version schreiben',
    helpFlags: '-h, --help',
    help: 'diese Hilfe zeigen',
    helpCommand: 'help [Befehl]',
    helpOfCommand: 'die Hilfe eines Befehls zeigen',
    afterError: 'keyturn help zeigt die Liste der Befehle.',
    meant: (word: string) => `Meinten Sie ${word}? Schreiben Sie es klein und ohne Wert.`,
    nameInQuotes: 'Ein Name mit Leerzeichen braucht Anführungszeichen: keyturn test "HR import".',
    afterCurlError:
      'Die Argumente von curl stehen nach zwei Strichen: keyturn curl NAME /api/v1/users -- -X POST',
    examples: 'Beispiele:',
    ls: 'Die gespeicherten Tokens und OAuth-Apps auflisten. Zuerst stehen die mit Handlungsbedarf. Die Liste zeigt keine Werte.',
    test: 'Ein Token oder eine OAuth-App testen, wie die Schaltfläche „Testen“. Endet mit 0, wenn Okta es annimmt.',
    rotate: 'Die Rotation eines Tokens im Fenster von Keyturn zeigen.',
    status: 'Zeigen, ob Keyturn läuft, ob es gesperrt ist und wo Handlungsbedarf besteht.',
    guard:
      'Als Git-Hook einen Commit ablehnen, der ein API-Token von Okta enthält. Solange Keyturn entsperrt ist, erkennt guard ein gespeichertes Token an seinem Hash mit Schlüssel. Jedes andere Token erkennt es an seiner Form.',
    guardInstall: 'den Hook in das Git-Repository dieses Ordners schreiben',
    names: 'Die Namen der gespeicherten Tokens und OAuth-Apps auflisten, zum Vervollständigen.',
    curlUsage: '[--app] [Name] <Pfad> [-- Argumente von curl...]',
    curl: 'Einen Pfad der Okta-API mit curl aufrufen. curl findet Okta über Keyturn und hat nie das Token.',
    alias:
      'der Name eines Tokens oder einer OAuth-App, wie in der Adresse unter „Programme“; ohne Namen nimmt keyturn den aus .keyturn.toml',
    app: 'die OAuth-App verwenden, die die Aufgabe des genannten Tokens erledigen kann',
    path: 'ein Pfad der Org, zum Beispiel /api/v1/users',
    curlArguments: 'weitere Argumente von curl, nach --',
    execUsage: '[--app] [--value] [--no-masking] [Name] -- <Programm> [Argumente...]',
    exec: 'Ein Programm ausführen, das Okta über Keyturn findet. Schreiben Sie zwei Striche vor das Programm.',
    value:
      'dem Programm das Token selbst oder ein Access-Token der App geben, wenn seine Regeln das erlauben',
    noMasking:
      'mit --value: das Programm direkt in das Terminal schreiben lassen, ohne das Token aus der Ausgabe zu entfernen',
    program: 'das Programm und seine Argumente, nach --',
    completion: 'Ein Skript schreiben, das in einer Shell Befehle und Namen vervollständigt.',
    shell: 'die Shell',
  },
  ends: {
    done: 'Der Befehl hat getan, was er sagt; `test`: Okta nimmt das Token an',
    notWorking: '`test`: Okta nimmt das Token nicht an, oder Keyturn kann Okta nicht fragen',
    holdsToken: '`guard`: der Commit enthält ein Token',
    usage: 'Die Befehlszeile ist ungültig',
    noToken:
      'Kein Token und keine App hat diesen Namen, oder mehrere haben ihn; `--app`: keine App oder mehrere können die Aufgabe erledigen',
    unavailable: 'Keyturn läuft nicht',
    internal: 'Keyturn hat einen Fehler gemacht; das Protokoll sagt mehr',
    locked: 'Keyturn blieb zwei Minuten lang gesperrt, oder jemand hat den Test in Keyturn abgebrochen',
    notInstalled: '`guard --install`: ein anderer Hook ist da, oder Keyturn kann den Hook nicht schreiben',
    gitFailed: '`guard`: Git sagt nicht, was vorgemerkt ist',
    denied:
      'Eine Person oder die Regeln des Tokens oder der App haben es abgelehnt; `--app --value`: die App verlangt Besitznachweise',
    cannotRun: '`exec`, `curl`: das System kann das Programm nicht ausführen',
    notFound: '`exec`, `curl`: dieses Programm gibt es nicht',
    otherCode: 'sonst',
    other:
      '`exec` und `curl` enden mit dem Code des Programms; ein Signal, das das Programm oder den Befehl beendet, ergibt 128 plus seine Nummer',
    title: 'Exit-Codes:',
  },
  print: {
    columns: ['NAME', 'ORG', 'INHABER', 'ZUSTAND', 'ABLAUF', 'GRUND'],
    noTokens:
      'Noch sind keine Tokens oder OAuth-Apps gespeichert. Fügen Sie das erste Token oder die erste App im Fenster von Keyturn hinzu.',
    notUnlocked: (version: string) => `Keyturn ${version} läuft, ist aber nicht entsperrt.`,
    runs: (version: string, kept: string) => `Keyturn ${version} läuft. ${kept}.`,
    runsWith: (version: string, kept: string, health: string) =>
      `Keyturn ${version} läuft. ${kept}: ${health}.`,
    app: 'OAuth-App',
    ok: 'ok',
    look: 'prüfen',
    failed: 'FEHLER',
    notKnown: 'nicht bekannt',
    skipped: 'übersprungen',
    tested: (outcome: string, label: string, org: string, ms: number) =>
      `${outcome}: ${label} bei ${org} (${number(ms)}\u00a0ms)`,
    requestId: (id: string) => `Request-ID von Okta: ${id}`,
    showsRotation: (label: string) => `Das Fenster von Keyturn zeigt die Rotation von ${label}.`,
  },
  profile: {
    notToml: (file: string, why: string, line: number) =>
      `${file} ist kein TOML (${why}, Zeile ${line}). Berichtigen Sie die Datei, zum Beispiel token = "name" mit geraden Anführungszeichen, oder nennen Sie das Token oder die App.`,
    cannotRead: (file: string, why: string) => `${file} lässt sich nicht lesen (${why}).`,
    anothers: (file: string) =>
      `${file} gehört einem anderen Konto, oder jedes Konto darf die Datei ändern. Dieses Konto würde damit das Token oder die App auswählen. Nennen Sie das Token oder die App, oder schreiben Sie ein eigenes Profil.`,
    tooLong: (file: string) => `${file} ist länger, als ein Profil sein kann.`,
    notUtf8: (file: string) => `${file} ist kein UTF-8-Text. Speichern Sie die Datei als UTF-8.`,
    holdsToken: (file: string) =>
      `${file} enthält etwas, das wie ein API-Token aussieht. Nehmen Sie es heraus, und rotieren Sie das Token: Ein Profil nennt nur den Namen eines Tokens oder einer App, und eine Datei in einem Ordner wird leicht weitergegeben.`,
    unknownKey: (file: string, key: string, meant: string | null) =>
      `${file} enthält den Schlüssel „${key}“, den ein Profil nicht hat.${meant === null ? '' : ` Meinten Sie ${meant}?`} Es hat token oder app, access und paths.`,
    noToken: (file: string) =>
      `${file} nennt weder ein Token noch eine App. Schreiben Sie token = "name" oder app = "name", mit dem Namen, den Keyturn unter „Programme“ zeigt.`,
    notName: (file: string, key: 'token' | 'app', name: string) =>
      `${file} enthält ${key} = "${name}". Das ist nicht der Name ${key === 'app' ? 'einer App' : 'eines Tokens'}. Schreiben Sie den Namen, den Keyturn unter „Programme“ zeigt: Buchstaben, Ziffern und Bindestriche.`,
    badAccess: (file: string) => `${file} muss access = "read" oder access = "change" enthalten.`,
    badPaths: (file: string, wrong: string | null) =>
      `${file} muss paths als Liste von Pfaden der Okta-API enthalten, zum Beispiel paths = ["/api/v1/users"]. Ein Pfad umfasst alles darunter.${wrong === null ? '' : ` „${wrong}“ ist kein solcher Pfad.`}`,
    both: (file: string) => `${file} nennt ein Token und eine App. Behalten Sie nur eine der beiden Angaben.`,
    none: 'Der Name eines Tokens oder einer App fehlt, und keine .keyturn.toml in diesem Ordner oder darüber nennt einen.',
    used: (file: string, alias: string) => `verwendet ${alias}, wie in ${file} angegeben.`,
    noValue: (file: string) =>
      `${file} begrenzt, was Programme mit dem Token dürfen. Ein Programm, das den Wert hat, ist daran nicht gebunden. Deshalb kann das Profil nicht mit --value verwendet werden. Nennen Sie das Token, um ohne das Profil auszuführen.`,
  },
  guard: {
    notRunning:
      'Keyturn läuft nicht oder antwortet nicht. Deshalb hat guard in diesem Commit nur nach der Form von Tokens gesucht.',
    locked: 'Keyturn ist gesperrt. Deshalb hat guard in diesem Commit nur nach der Form von Tokens gesucht.',
    refused: (count: number) =>
      `Dieser Commit enthält ${plural(count, 'API-Token', 'API-Tokens')} von Okta. Deshalb hat guard ihn abgelehnt.`,
    kept: (name: string) => `gespeichert als ${name}`,
    shaped: 'hat die Form eines API-Tokens',
    line: (place: string, line: number, what: string) => `  ${place}:${line}  ${what}\n`,
    remedy:
      'Nehmen Sie es aus der Datei, stagen Sie die Datei erneut, und committen Sie. Wenn es kein Token ist: git commit --no-verify',
    tooLarge: (path: string, megabytes: number) =>
      `${path} ist größer als ${megabytes}\u00a0MB. Deshalb hat guard die Datei nicht durchsucht.`,
    noGit: 'git wurde nicht gefunden. Installieren Sie es, oder nehmen Sie es in PATH auf.',
    gitFailed: (said: string) => `Git hat nicht gemeldet, was gestagt ist: ${said}`,
    blobGone: 'Git hat eine gestagte Datei nicht gefunden. Führen Sie git fsck aus.',
    installed: (path: string) => `Der Hook ${path} ist geschrieben. Er läuft vor jedem Commit.`,
    installedAlready: (path: string) => `Der Hook ${path} führt bereits keyturn guard aus.`,
    otherHook: (path: string) =>
      `Unter ${path} steht ein anderer Hook, und guard lässt ihn unverändert. Fügen Sie ihm diese Zeile hinzu: keyturn guard || exit $?`,
    notWritten: (path: string, why: string) => `Der Hook ${path} wurde nicht geschrieben: ${why}.`,
    hook: 'Lehnt einen Commit ab, der ein API-Token von Okta enthält. Geschrieben von: keyturn guard --install',
    notOnPath: 'keyturn ist nicht in PATH. Deshalb hat nichts diesen Commit nach Tokens durchsucht.',
  },
  run: {
    noPath: (name: string, path: string) =>
      `„${path}“ ist kein Pfad einer Org. Schreiben Sie nur den Pfad, ab seinem ersten Schrägstrich: keyturn curl ${name} /api/v1/users`,
    changedPath: (path: string) =>
      `Git Bash hat aus dem Pfad „${path}“ gemacht. Schreiben Sie zwei Schrägstriche davor (//api/v1/users), oder setzen Sie MSYS_NO_PATHCONV=1.`,
    emptyName:
      'Der Name ist leer. Wenn er aus einer Variablen Ihrer Shell kommt, geben Sie der Variablen einen Wert, oder lassen Sie den Namen weg.',
    longName: 'Der Name ist länger, als ein Name oder eine Bezeichnung sein kann.',
    noFolder:
      'Der Ordner dieses Terminals existiert nicht mehr. Deshalb wird keine .keyturn.toml gefunden. Nennen Sie das Token, oder wechseln Sie in einen anderen Ordner.',
    notThere:
      'Keyturn antwortet nicht. Deshalb kann keine App gewählt werden. Starten Sie es, und führen Sie dies erneut aus.',
    starting: 'startet.',
    notRunning: 'Keyturn läuft nicht. Starten Sie es, oder fügen Sie dem Befehl --start hinzu.',
    askStart: 'Keyturn läuft nicht. Starten? [J/n] ',
    yes: 'j/ja/y/yes',
  },
};
