import { nodes, type Wrap } from '../../../../renderer/ui/nodes.ts';
import type { words as english } from '../../../../renderer/vault/words.ts';

/** Holds the German text of this feature's pages. */
export const words: typeof english = {
  noKeyring: {
    noKeyring: 'Dieser Computer hat keinen Schlüsselbund',
    keyringNotKnown: 'Der Schlüsselbund dieses Computers ist nicht bekannt',
    whatNoKeyringMeans:
      'Keyturn schützt Tokens mit der Verschlüsselung des Systems. Hier läuft keine, deshalb schreibt Keyturn kein Token auf die Festplatte. Wählen Sie stattdessen eine Passphrase, oder behalten Sie Tokens nur für diese Sitzung.',
    whatDoubtMeans: (doubt: string) =>
      `${doubt} Damit schreibt Keyturn kein Token auf die Festplatte. Wählen Sie stattdessen eine Passphrase, oder behalten Sie Tokens nur für diese Sitzung.`,
    useAPassphrase: 'Passphrase verwenden',
    whatSessionMeans:
      'Nur für diese Sitzung bleiben Tokens im Arbeitsspeicher. Sie sind weg, wenn Keyturn beendet wird.',
    keepForSession: 'Nur für diese Sitzung behalten',
    howToGetKeyring: (link: Wrap) =>
      nodes`Für einen Schlüsselbund installieren und starten Sie GNOME Keyring oder KWallet. Starten Sie danach Keyturn neu. ${link('So richten Sie GNOME Keyring ein')}`,
  },
  recoveryForm: {
    howToType:
      'Geben Sie ihn so ein, wie Sie ihn notiert haben. Striche, Leerzeichen und Groß- oder Kleinschreibung spielen keine Rolle.',
    openWithKey: 'Mit dem Wiederherstellungsschlüssel öffnen',
  },
  recoveryKeyOffer: {
    askMakeKey: 'Einen Wiederherstellungsschlüssel erzeugen?',
    ifPassphraseForgotten:
      'Wenn Sie die Passphrase je vergessen, öffnet nur der Wiederherstellungsschlüssel Ihre Tokens. Keyturn zeigt ihn einmal und speichert ihn nirgends. Notieren Sie ihn deshalb.',
    ifKeyringReset:
      'Wenn der Schlüsselbund dieses Computers je zurückgesetzt wird, öffnet nur der Wiederherstellungsschlüssel Ihre Tokens. Keyturn zeigt ihn einmal und speichert ihn nirgends. Notieren Sie ihn deshalb.',
    makeKey: 'Wiederherstellungsschlüssel erzeugen',
    notNow: 'Nicht jetzt',
  },
  curtainOffer: {
    chooseOne: (link: Wrap) =>
      nodes`Die Sperre von Keyturn hält niemanden ab: Jeder an diesem Computer öffnet sie mit einem Klick. ${link('Zugangscode wählen')}`,
  },
  vaultProblem: {
    orRestoreDaily: 'Oder stellen Sie eine tägliche Sicherung dieses Computers wieder her:',
    keyringLocked: 'Der Schlüsselbund ist nicht verfügbar',
    keyGone: 'Der Schlüssel ist nicht mehr im Schlüsselbund',
    keyWrong: 'Der Schlüsselbund hat einen anderen Schlüssel',
    newerVersion: 'Von einem neueren Keyturn geschrieben',
    vaultDamaged: 'Der Tresor ist beschädigt',
    readOnly: 'Der Ordner ist schreibgeschützt',
    diskFull: 'Die Festplatte ist voll',
    notAVault: 'Das ist kein Tresor',
    inUse: 'Der Tresor wird gerade benutzt',
    startOver: 'Neu beginnen',
    askStartOver: 'Neu beginnen?',
    whatStartingOverDoes:
      'Keyturn legt einen leeren Tresor an. Es löscht die alte Datei nicht. Die alte Datei bleibt unter einem anderen Namen neben der neuen. Sie können sie später öffnen, wenn Sie ihren Schlüssel finden.',
  },
  vaultScreen: {
    keyturnLocked: 'Keyturn ist gesperrt',
    byPassphrase: 'Ihre Tokens sind mit Ihrer Passphrase verschlüsselt.',
    byKeyring:
      'Ihre Tokens sind verschlüsselt. Beim Entsperren wird der Schlüsselbund nach dem Schlüssel gefragt.',
    keptIn: (sentence: string) =>
      `Ihre Tokens sind ${sentence}. Beim Entsperren wird der Schlüsselbund nach dem Schlüssel gefragt.`,
    keyringAndPasscode: (sentence: string) =>
      `Ihre Tokens sind ${sentence}. Der Schlüsselbund und Ihr Zugangscode öffnen sie gemeinsam.`,
    bySystem: {
      'touch-id': 'Touch ID fragt, wer Sie sind, bevor sie geöffnet werden.',
      polkit: 'Das System fragt nach dem Passwort Ihres Kontos, bevor sie geöffnet werden.',
    },
    notBySystem: {
      'touch-id': 'Touch ID entsperrt hier nicht: Ihr Zugangscode ist ein Teil des Schlüssels.',
      polkit: 'Das Passwort Ihres Kontos entsperrt hier nicht: Ihr Zugangscode ist ein Teil des Schlüssels.',
    },
    unlock: 'Entsperren',
    systemFails: (link: Wrap, link2: Wrap) =>
      nodes`Kann das System nicht fragen? ${link('Wiederherstellungsschlüssel verwenden')} oder ${link2('Sicherung wiederherstellen')}`,
    forgottenWithKey: (link: Wrap, link2: Wrap) =>
      nodes`Vergessen? ${link('Wiederherstellungsschlüssel verwenden')} oder ${link2('Sicherung wiederherstellen')}`,
    forgotten: (link: Wrap) => nodes`Vergessen? ${link('Sicherung wiederherstellen')}`,
  },
};
