import type { words as english } from '../../../../../main/features/tokens/words.ts';

/** Holds the German text about kept tokens. */
export const words: typeof english = {
  handlers: {
    valueCopied: 'Der Wert wurde kopiert.',
    curlCopied: 'Ein curl-Befehl mit dem Wert wurde kopiert.',
    envCopied: 'Ein .env-Text mit dem Wert wurde kopiert.',
    terraformCopied: 'Ein Terraform-Text mit dem Wert wurde kopiert.',
    sdkCopied: 'Eine SDK-Konfiguration mit dem Wert wurde kopiert.',
    beingRotated: 'Dieses Token wird gerade rotiert. Dafür ist vielleicht ein zweiter Wert gespeichert.',
    endRotation: 'Beenden Sie zuerst die Rotation.',
  },
  store: {
    otherOrg:
      'Die Datei des Tresors wurde verändert: Dieser Wert wurde für eine andere Org aufbewahrt, als die Datei jetzt angibt. Keyturn verwendet ihn nicht.',
    damaged:
      'Der gespeicherte Wert dieses Tokens lässt sich nicht mehr öffnen, weil seine Datei beschädigt oder geändert wurde.',
    unreadable: 'Nicht lesbares Token',
    gone: 'Dieses Token ist hier nicht mehr gespeichert.',
    revoked: 'Dieses Token wurde widerrufen. Deshalb gibt es keinen Wert mehr.',
    pasteOrMake: 'Fügen Sie es erneut ein, oder erstellen Sie ein neues Token in Okta.',
    alreadyKept: (label: string) => `Genau dieses Token ist hier bereits als „${label}“ gespeichert.`,
    useThatOne: 'Benutzen Sie dieses, oder erfassen Sie ein anderes Token.',
  },
  clipboard: {
    ownCopy: 'Keyturn selbst hat den Text in der Zwischenablage kopiert.',
    copyNew: 'Kopieren Sie den Wert des neuen Tokens in der Admin Console, und fügen Sie ihn dann hier ein.',
    notWritten:
      'Das System ließ Keyturn nicht in die Zwischenablage schreiben. Deshalb wurde nichts kopiert.',
    tryAgain:
      'Versuchen Sie es erneut. Wenn es wieder geschieht, hält vielleicht ein anderes Programm die Zwischenablage fest.',
  },
};
