import type { words as english } from '../../../../main/vault/words.ts';
import { formFor, plural } from '../../../../shared/plural.ts';

const systemKeyring = 'Systemschlüsselbund';
const chooseFile = 'Wählen Sie eine andere Datei.';
const notAFile =
  'Das ist keine Datei, die Keyturn lesen kann. Es ist vielleicht ein Ordner, ein Gerät oder eine Pipe.';
const empty = 'Diese Datei ist leer. Vielleicht hat ein Cloud-Dienst sie noch nicht heruntergeladen.';
const download = 'Laden Sie die Datei herunter, und wählen Sie sie dann erneut.';
const choosePlace = 'Wählen Sie einen anderen Ort.';
const installNewer = 'Installieren Sie zuerst die neuere Version.';
const newerBackup = 'Diese Sicherung wurde von einer neueren Version von Keyturn geschrieben.';
const tryAgain = 'Versuchen Sie es erneut.';
const nothingChanged = 'Nichts wurde geändert.';
const startKeyring = 'Entsperren oder starten Sie den Schlüsselbund, und versuchen Sie es dann erneut.';
const notTheRecoveryKey = 'Das ist nicht der Wiederherstellungsschlüssel dieses Tresors.';

/** Holds the German text of the vault. */
export const words: typeof english = {
  ageFile: {
    notAge: 'Das ist keine age-Datei.',
    chooseAge: 'Wählen Sie eine Datei, die Keyturn oder age verschlüsselt hat.',
    noPassphrase:
      'Diese age-Datei ist nicht mit einer Passphrase verschlüsselt, oder ihr Anfang wurde geändert.',
    encryptAgain:
      'Verschlüsseln Sie sie erneut mit einer Passphrase (age --passphrase), oder wählen Sie eine andere Datei.',
    empty,
    download,
    isBackup: 'Diese Datei ist eine Datenbank, etwa eine Sicherung von Keyturn, und keine age-Datei.',
    restoreIt:
      'Stellen Sie eine Sicherung mit „Sicherung wiederherstellen“ wieder her, oder wählen Sie eine age-Datei.',
    notAFile,
    unreadable: 'Diese Datei lässt sich nicht lesen.',
    chooseFile,
    wrongPassphrase: 'Das ist nicht die Passphrase dieser Datei.',
    tryAgain: `${tryAgain} ${nothingChanged}`,
    tooMuchWork: 'Das Öffnen dieser Datei erfordert mehr Rechenarbeit, als Keyturn leistet.',
    lessWork: 'Verschlüsseln Sie sie erneut mit einem Work Factor von höchstens 20.',
    changed: 'Diese Datei wurde abgeschnitten oder geändert. Deshalb wurde nichts daraus übernommen.',
    copyAgain: 'Kopieren Sie sie erneut, oder wählen Sie eine andere Datei.',
  },
  otherFile: {
    packed: {
      sentence: 'Diese Datei ist gepackt, etwa eine .zip- oder .gz-Datei.',
      remedy: 'Entpacken Sie sie, und wählen Sie dann die Datei darin.',
    },
    page: {
      sentence:
        'Diese Datei ist eine Webseite, etwa eine Anmeldeseite, die statt der Datei gespeichert wurde.',
      remedy: 'Melden Sie sich dort an, und laden Sie die Datei erneut herunter.',
    },
    passwords: {
      sentence:
        'Diese Datei stammt von einem Passwortmanager wie KeePass oder Bitwarden. Keyturn liest sie nicht.',
      remedy:
        'Wählen Sie eine Datei, die Keyturn gespeichert hat. Ein Token aus dem Passwortmanager fügen Sie mit „Token hinzufügen“ hinzu.',
    },
    beside: {
      sentence: 'macOS hat diese Datei neben der eigentlichen angelegt. Ihr Name beginnt mit „._“.',
      remedy: 'Wählen Sie die Datei ohne „._“ im Namen.',
    },
    encoded: {
      sentence: 'Diese Datei ist die Textform (Base64), die eine E-Mail für einen Anhang hat.',
      remedy: 'Speichern Sie den Anhang erneut aus dem E-Mail-Programm, und wählen Sie ihn dann.',
    },
    blank: {
      sentence:
        'Diese Datei enthält nur Nullen. Eine Kopie oder ein Download wurde nicht fertig, oder der Datenträger hat den Inhalt verloren.',
      remedy: 'Kopieren Sie die Datei erneut, oder laden Sie sie erneut herunter.',
    },
  },
  backup: {
    diskFull: 'Die Sicherung wurde nicht gespeichert, weil diese Festplatte voll ist.',
    freeSpace: 'Schaffen Sie Platz, oder wählen Sie einen anderen Ort.',
    mayNotWrite: 'Die Sicherung wurde nicht gespeichert, weil Keyturn dort nicht schreiben darf.',
    notWritten: 'Die Sicherung wurde nicht gespeichert, weil sie dort nicht geschrieben werden konnte.',
    choosePlace,
    notProved:
      'Die Sicherung wurde nicht gespeichert. Das Geschriebene ließ sich nicht wieder öffnen und wurde deshalb entfernt.',
    tryOrChoosePlace: 'Versuchen Sie es erneut, oder wählen Sie einen anderen Ort.',
    notAFile,
    empty,
    download,
    isAge:
      'Das ist eine age-Datei und keine Sicherung. age-Dateien enthalten Tokens eines anderen Computers.',
    importIt:
      'Importieren Sie sie in den Einstellungen mit „Tokens importieren“, oder wählen Sie eine Sicherung.',
    unreadable: 'Diese Datei lässt sich nicht lesen.',
    chooseFile,
    changed:
      'Diese Sicherung wurde seit dem Speichern geändert oder beschädigt. Deshalb wurde nichts wiederhergestellt.',
    chooseBackup: 'Wählen Sie eine andere Sicherung.',
    unsealed:
      'Diese Sicherung stammt von einem frühen Keyturn, das kein Siegel daran angebracht hat. Nichts zeigt, ob sie seitdem geändert wurde. Deshalb wurde nichts wiederhergestellt.',
    chooseOrLook:
      'Wählen Sie eine andere Sicherung, oder stellen Sie diese wieder her und sehen Sie ihre Tokens an.',
    isVault: 'Diese Datei ist ein Tresor und keine Sicherung. Deshalb öffnet sie keine Passphrase.',
    chooseBackupFile: 'Wählen Sie eine Sicherungsdatei.',
    wrongPassphrase: 'Das ist nicht die Passphrase dieser Sicherung.',
    tryAgain: `${tryAgain} ${nothingChanged}`,
    newerVersion: newerBackup,
    installNewer,
    noBackup: 'Diese Datei ist keine Sicherung von Keyturn, oder sie ist beschädigt.',
  },
  dailyBackup: {
    noSuchDay: 'Von diesem Tag gibt es keine Sicherung.',
    chooseOther: 'Wählen Sie eine andere.',
    notMade: {
      'disk-full': {
        sentence: 'Die heutige Sicherung wurde nicht erstellt, weil die Festplatte voll ist.',
        remedy: 'Schaffen Sie Platz, und sichern Sie dann erneut.',
      },
      'read-only': {
        sentence:
          'Die heutige Sicherung wurde nicht erstellt, weil Keyturn in den Ordner „backups“ neben seinem Tresor nicht schreiben darf.',
        remedy: 'Geben Sie Ihrem Konto Schreibrechte dafür, und sichern Sie dann erneut.',
      },
      damaged: {
        sentence:
          'Die heutige Sicherung wurde nicht erstellt. Das Geschriebene ließ sich nicht wieder öffnen und wurde deshalb entfernt.',
        remedy: 'Speichern Sie eine Sicherung an einem anderen Ort, und prüfen Sie dann die Festplatte.',
      },
      other: {
        sentence: 'Die heutige Sicherung wurde nicht erstellt, weil die Festplatte sie nicht annahm.',
        remedy: 'Prüfen Sie den Ordner „backups“ neben dem Tresor, und sichern Sie dann erneut.',
      },
    },
    newerVersion: newerBackup,
    installNewer,
    damaged: 'Diese Sicherung ist beschädigt oder nicht mehr da. Deshalb wurde nichts geändert.',
    chooseDay: 'Wählen Sie die Sicherung eines anderen Tages.',
    noKey:
      'Kein Schlüssel auf diesem Computer öffnet diese Sicherung derzeit. Deshalb wurde nichts geändert.',
    unlockKeyring:
      'Entsperren Sie den Systemschlüsselbund, und versuchen Sie es erneut. Oder wählen Sie die Sicherung eines anderen Tages.',
  },
  failedAttempts: {
    waitSeconds: (seconds: number) =>
      `Es gab zu viele Fehlversuche. Deshalb nimmt Keyturn ${plural(seconds, 'Sekunde', 'Sekunden')} lang keinen an.`,
    waitMinutes: (minutes: number) =>
      `Es gab zu viele Fehlversuche. Deshalb nimmt Keyturn ${plural(minutes, 'Minute', 'Minuten')} lang keinen an.`,
    wait: 'Warten Sie, oder verwenden Sie den Wiederherstellungsschlüssel.',
  },
  fileTrouble: {
    diskFull: 'Die Festplatte ist voll. Deshalb wurde nichts geändert.',
    freeSpace: 'Schaffen Sie Platz, und versuchen Sie es erneut.',
    mayNotWrite: 'Keyturn darf in seinen Ordner nicht schreiben. Deshalb wurde nichts geändert.',
    givePermission: 'Geben Sie Ihrem Konto Schreibrechte für den Ordner, und versuchen Sie es dann erneut.',
    damaged: 'Die Datei mit Ihren Tokens ist an der benötigten Stelle beschädigt.',
    saveWhatOpens:
      'Speichern Sie eine Sicherung von allem, was sich noch öffnen lässt. Beenden Sie dann Keyturn, und prüfen Sie die Festplatte.',
    inUse: 'Ein anderes Programm benutzt die Datei mit Ihren Tokens.',
    closeIt: 'Schließen Sie es, und versuchen Sie es erneut.',
    movedAway:
      'Die Datei mit Ihren Tokens oder ihr Log wurde verschoben oder gelöscht, während Keyturn sie offen hatte. Deshalb wurde nichts geändert.',
    putBack:
      'Speichern Sie in den Einstellungen eine Sicherung, bevor Sie Keyturn beenden. Legen Sie die Datei danach zurück, oder stellen Sie die Sicherung wieder her.',
  },
  keptIn: {
    passphrase: 'Passphrase',
    withPassphrase: 'mit Ihrer Passphrase auf diesem Computer verschlüsselt',
    session: 'Nur diese Sitzung',
    inMemory: 'nur im Arbeitsspeicher, bis Keyturn beendet wird',
    withKeyring: (keyring: string) => `auf diesem Computer verschlüsselt (${keyring})`,
  },
  keyRenewal: {
    openedAgain: 'Der Tresor wurde inzwischen erneut geöffnet.',
    onlySession: 'Tokens, die nur für diese Sitzung bleiben, haben keinen Schlüssel auf einer Festplatte.',
    choosePasscode:
      'Der Wiederherstellungsschlüssel hat den Tresor geöffnet. Wählen Sie zuerst einen neuen Zugangscode oder eine neue Passphrase.',
    keyringSilent:
      'Der Systemschlüsselbund hat nicht geantwortet. Deshalb wurde kein neuer Datenschlüssel erzeugt.',
    startKeyring,
    cancelled: 'Es wurde kein neuer Datenschlüssel erzeugt.',
  },
  passcodeLock: {
    noKeyring: 'Ein Zugangscode braucht einen Schlüsselbund, und dieser Tresor hat keinen.',
  },
  passcodeStrength: {
    tooShort: 'Diese PIN ist zu kurz. Sie braucht mindestens 6 Ziffern.',
    run: 'Diese PIN ist leicht zu erraten. Ihre Ziffern sind eine Folge oder alle gleich.',
    twoDigits: 'Diese PIN ist leicht zu erraten. Sie hat nur zwei verschiedene Ziffern.',
    repeats: 'Diese PIN ist leicht zu erraten. Sie wiederholt sich.',
    date: 'Diese PIN ist leicht zu erraten. Sie könnte ein Datum sein.',
    chooseOther: 'Wählen Sie andere Ziffern oder eine Passphrase.',
  },
  passphraseLock: {
    noPassphrase: 'Dieser Tresor hat keine Passphrase.',
  },
  passphraseStrength: {
    easy: (why: string) => `Diese Passphrase ist leicht zu erraten. ${why}`.trim(),
    useWords: 'Verwenden Sie vier oder fünf Wörter, die nicht zusammengehören.',
  },
  problems: {
    tokens: (count: number | null) => (count === null ? 'Ihre Tokens' : plural(count, 'Token', 'Tokens')),
    'keyring-locked': {
      sentence: (tokens: string) =>
        `Der Systemschlüsselbund ist gesperrt oder läuft nicht. Deshalb lässt sich dies jetzt nicht öffnen: ${tokens}.`,
      remedy: `${startKeyring} Ihre Datei ist unberührt.`,
    },
    'key-lost': {
      sentence: (tokens: string) =>
        `Der Schlüssel, der Ihren Tresor öffnet, ist nicht mehr im Systemschlüsselbund. Deshalb lässt sich dies nicht öffnen: ${tokens}. Der Schlüsselbund wurde zurückgesetzt, oder dieses Profil stammt von einem anderen Computer.`,
      remedy:
        'Öffnen Sie den Tresor mit Ihrem Wiederherstellungsschlüssel, stellen Sie eine Sicherung wieder her, oder beginnen Sie daneben neu. Die alte Datei bleibt unberührt.',
    },
    'key-wrong': {
      sentence: (tokens: string) =>
        `Der Schlüsselbund gab einen Schlüssel aus, aber er gehört zu einem anderen Tresor. Deshalb lässt sich dies nicht öffnen: ${tokens}.`,
      remedy: `Legen Sie die richtige Datei zurück, öffnen Sie sie mit ihrem Wiederherstellungsschlüssel, stellen Sie eine Sicherung wieder her, oder beginnen Sie daneben neu. ${nothingChanged}`,
    },
    'newer-version': {
      sentence: () =>
        'Ihr Tresor wurde von einer neueren Version von Keyturn geschrieben. Deshalb rührt diese Version ihn nicht an.',
      remedy: 'Installieren Sie die neuere Version. Ihre Datei ist unberührt.',
    },
    damaged: {
      sentence: () => 'Die Datei mit Ihren Tokens ist beschädigt und lässt sich nicht öffnen.',
      remedy:
        'Stellen Sie eine Sicherung wieder her, oder beginnen Sie daneben neu. Keyturn behält die beschädigte Datei.',
    },
    'read-only': {
      sentence: () =>
        'Keyturn darf in seinen eigenen Ordner nicht schreiben. Deshalb kann es nichts sicher aufbewahren.',
      remedy: `Geben Sie Ihrem Konto Schreibrechte für den Ordner, und versuchen Sie es dann erneut. ${nothingChanged}`,
    },
    'disk-full': {
      sentence: () => 'Die Festplatte ist voll. Deshalb kann Keyturn nichts sicher aufbewahren.',
      remedy: `Schaffen Sie Platz, und versuchen Sie es dann erneut. ${nothingChanged}`,
    },
    'not-a-vault': {
      sentence: () => 'Die Datei am Platz Ihres Tresors ist kein Tresor von Keyturn.',
      remedy:
        'Legen Sie die richtige Datei zurück, stellen Sie eine Sicherung wieder her, oder beginnen Sie neu. Die Datei bleibt neben der neuen erhalten.',
    },
    'in-use': {
      sentence: () =>
        'Ein anderes Programm, vielleicht ein anderes Keyturn, benutzt die Datei mit Ihren Tokens.',
      remedy: `Schließen Sie es, und versuchen Sie es dann erneut. ${nothingChanged}`,
    },
    ownFile: 'Das ist die eigene Datei von Keyturn, keine Sicherung.',
    chooseFileOrName: 'Wählen Sie eine andere Datei oder einen anderen Namen.',
    nothingChanged,
    wrongPassphrase: 'Das ist nicht die Passphrase dieses Tresors.',
    wrongPasscode: 'Das ist nicht der Zugangscode dieses Tresors.',
    tryAgain,
    checkRecoveryKey:
      'Vergleichen Sie ihn Zeichen für Zeichen mit Ihrer Notiz. Groß- oder Kleinschreibung, Leerzeichen und Striche spielen keine Rolle.',
    keyringSilent:
      'Der Systemschlüsselbund hat nicht geantwortet. Deshalb konnte der Zugangscode nicht geprüft werden.',
    startKeyring,
  },
  recoveryKey: {
    noneMade: `${notTheRecoveryKey} Für ihn wurde keiner erzeugt.`,
    ofAnother: `${notTheRecoveryKey} Er gehört zu einem anderen Tresor, oder ein neuerer hat ihn ersetzt.`,
    strangeLetter: (letter: string) =>
      `${notTheRecoveryKey} Kein Wiederherstellungsschlüssel enthält „${letter}“.`,
    missing: (count: number) =>
      `${notTheRecoveryKey} ${plural(count, 'Zeichen', 'Zeichen')} ${formFor(count, 'fehlt', 'fehlen')}.`,
    tooMany: (count: number) =>
      `${notTheRecoveryKey} ${plural(count, 'Zeichen', 'Zeichen')} ${formFor(count, 'ist', 'sind')} zu viel.`,
    slip: `${notTheRecoveryKey} Er enthält einen Schreibfehler.`,
  },
  removals: {
    over: 'Die Zeit zum Zurückholen ist vorbei.',
    addAgain: 'Fügen Sie es erneut hinzu.',
    placeTaken:
      'Es wurde inzwischen erneut hinzugefügt. Deshalb hat Keyturn es nicht ein zweites Mal zurückgeholt.',
  },
  systemProof: {
    reasons: {
      unlock: 'Ihre Tokens zu entsperren',
      switchOn: 'dies bei jedem Entsperren abzufragen',
      switchOff: 'dies nicht mehr abzufragen',
    },
    answers: {
      cancelled: {
        'touch-id': 'Touch ID wurde abgebrochen. Deshalb ist nicht bestätigt, dass Sie es sind.',
        polkit:
          'Die Abfrage Ihres Passworts wurde geschlossen. Deshalb ist nicht bestätigt, dass Sie es sind.',
      },
      refused: {
        'touch-id':
          'Touch ID wurde abgebrochen oder hat Sie nicht erkannt. Deshalb ist nicht bestätigt, dass Sie es sind.',
        polkit:
          'Das System hat das Passwort nicht angenommen. Deshalb ist nicht bestätigt, dass Sie es sind.',
      },
      'timed-out': {
        'touch-id':
          'Niemand hat innerhalb von zwei Minuten auf Touch ID reagiert. Deshalb ist nicht bestätigt, dass Sie es sind.',
        polkit:
          'Niemand hat innerhalb von zwei Minuten das Passwort eingegeben. Deshalb ist nicht bestätigt, dass Sie es sind.',
      },
      'no-agent': {
        'touch-id':
          'Das System kann seine Abfrage nicht zeigen. Deshalb ist nicht bestätigt, dass Sie es sind.',
        polkit:
          'Auf diesem Desktop läuft kein polkit-Agent, der nach Ihrem Passwort fragt. Deshalb ist nicht bestätigt, dass Sie es sind.',
      },
      unavailable: {
        'touch-id': 'Touch ID kann jetzt nicht verwendet werden, und Keyturn fährt ohne Touch ID nicht fort.',
        polkit:
          'Das System kann jetzt nicht nach Ihrem Passwort fragen, und Keyturn fährt ohne diese Abfrage nicht fort.',
      },
    },
    tryOrPasscode: 'Versuchen Sie es erneut, oder geben Sie Ihren Zugangscode ein.',
    tryOrLock:
      'Versuchen Sie es erneut. Wenn das System nicht mehr fragen kann, sperren Sie Keyturn, und verwenden Sie den Wiederherstellungsschlüssel.',
    tryOrRecoveryKey: 'Versuchen Sie es erneut, oder verwenden Sie den Wiederherstellungsschlüssel.',
    asksAlready: 'Das System fragt bereits.',
    answerThat: 'Beantworten Sie zuerst diese Abfrage.',
    noKeyring: 'Die Abfrage des Systems braucht einen Schlüsselbund, und dieser Tresor hat keinen.',
    cannotAsk: 'Dieses System kann nicht fragen, wer Sie sind. Deshalb wurde nichts eingeschaltet.',
    isOff: 'Die Abfrage des Systems ist ausgeschaltet.',
    noWayOut: 'Wenn das System nicht mehr fragen könnte, würde nichts Ihre Tokens öffnen.',
    makeWayOut: 'Erzeugen Sie zuerst einen Wiederherstellungsschlüssel, oder wählen Sie einen Zugangscode.',
  },
  vaultBackups: {
    onlySession: 'Tokens, die nur für diese Sitzung bleiben, haben keine Sicherung.',
  },
  vaultState: {
    locked: 'Keyturn ist gesperrt.',
    unlock: 'Entsperren Sie es, und versuchen Sie es erneut.',
  },
  vault: {
    noRecoveryKey: 'Tokens, die nur für diese Sitzung bleiben, haben keinen Wiederherstellungsschlüssel.',
    sessionWouldBeLost:
      'Beim Wiederherstellen gingen jetzt die Tokens verloren, die nur für diese Sitzung bleiben.',
    cannotReplace: 'Eine Sicherung kann diese Datei jetzt nicht ersetzen.',
    opens: 'Der Tresor lässt sich öffnen. Deshalb rührt Keyturn ihn nicht an.',
    mustStay: 'Diese Datei muss jetzt an ihrem Ort bleiben.',
    systemKeyring,
  },
  wrappings: {
    damaged:
      'Der Teil der Datei, der zu Ihrer Passphrase gehört, ist beschädigt. Deshalb öffnet sie keine Passphrase.',
    useOther: 'Verwenden Sie Ihren Wiederherstellungsschlüssel oder eine Sicherung.',
    systemKeyring,
  },
};
