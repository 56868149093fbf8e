import type { words as english } from '../../../../../main/features/orgs/words.ts';
import { anyOf } from '../../../../../shared/listed.ts';

const example = 'Geben Sie die Org URL ein, wie die Adressleiste sie zeigt, zum Beispiel acme.okta.com.';

/** Holds the German text about orgs and Org URLs. No sentence repeats what may be a secret. */
export const words: typeof english = {
  identify: {
    customDomain: (own: string) => `Das ist die eigene Domain von ${own}.`,
  },
  store: {
    noToken: 'Von dieser Org ist hier kein Token mehr gespeichert.',
    addOne: 'Fügen Sie zuerst eines hinzu.',
    gone: 'Dieses Token ist hier nicht mehr gespeichert.',
  },
  orgUrl: {
    example: example,
    placeholder: 'Das enthält noch einen Platzhalter wie {yourOktaDomain}.',
    putOrg: 'Setzen Sie Ihre eigene Org an seine Stelle, zum Beispiel acme.okta.com.',
    exampleName: (host: string) => `${host} ist ein Name aus Beispielen in Dokumentationen.`,
    signsInName:
      'Zwischen seinen Punkten hat der Name eines Hosts keinen Unterstrich und keinen Bindestrich am Anfang oder Ende.',
    noHost: 'Das ist nicht die Adresse eines Hosts.',
    didYouMean: (choices: readonly string[]) => `Meinten Sie ${anyOf(choices)}?`,
    invisible: 'Unsichtbare Zeichen wurden weggelassen.',
    fullWidth: 'Vollbreite Zeichen wurden in normale umgewandelt.',
    empty: 'Es wurde keine Org URL eingegeben.',
    objectId: 'Das ist die ID von etwas in Okta, keine Org URL.',
    token: 'Das sieht wie ein Token aus, nicht wie eine Org URL. Es wurde nirgendwohin gesendet.',
    tokenLater: `Das Token geben Sie später unter „Erfassen“ ein. ${example}`,
    email: 'Das ist eine E-Mail-Adresse, keine Org URL.',
    fullWidthMarks: 'Das enthält vollbreite Satzzeichen, die verbergen, wo der Host endet.',
    spaces: 'Eine Org URL enthält keine Leerzeichen.',
    moreText: 'Das ist mehr Text als eine Org URL.',
    moreThanOne: 'Das enthält mehr als eine Adresse.',
    encoded: 'Das ist eine Adresse in prozentkodierter Form.',
    unclickable: 'Diese Adresse wurde unklickbar gemacht, wie es Sicherheitswerkzeuge und Mailprogramme tun.',
    noScheme: 'Der Anfang ist nicht https://.',
    dashes: 'Das enthält einen anderen Strich, wo ein Name einen Bindestrich hat.',
    backslash: 'Eine Org URL enthält keinen umgekehrten Schrägstrich.',
    otherScheme: (scheme: string) => `Eine Org URL beginnt mit https, nicht mit ${scheme}.`,
    path: 'Das ist ein Pfad ohne Host.',
    toHttps: 'http wurde in https geändert: Keyturn sendet ein Token nie unverschlüsselt.',
    userName:
      'Keyturn nimmt keine Adresse mit einem Benutzernamen an, weil er verbergen kann, wohin die Adresse führt.',
    leadsElsewhere: (host: string) => `${host} führt zu einer anderen Adresse.`,
    pathLeftOut: 'Der Pfad wurde weggelassen. Nur der Host zählt.',
    percentCodes: 'Der Host ist mit Prozentcodes geschrieben.',
    tokenAsName: 'Hier steht ein Token, wo der Name der Org stehen sollte. Es wurde nirgendwohin gesendet.',
    number: 'Das ist eine Zahl, nicht die Adresse eines Hosts.',
    whichOrg: (host: string) => `„${host}“ allein sagt nicht, welche Org gemeint ist.`,
    tookForIt: (host: string) => `Verstanden als ${host}.`,
    twiceCom: (host: string) => `${host} endet zweimal auf .com.`,
    oktaItself: (host: string) => `${host} ist Okta selbst, ohne den Namen Ihrer Org.`,
    nameInFront: 'Setzen Sie den Namen davor, zum Beispiel acme.okta.com.',
    noOrgName: (label: string) => `„${label}“ ist nicht der Name einer Org.`,
    oktasSite: (host: string) => `${host} ist eine von Oktas eigenen Websites, keine Org.`,
    nameTooMany: (host: string, base: string) =>
      `${host} hat einen Namen zu viel. Eine Org ist ein einzelner Name vor ${base}.`,
    adminWithoutOrg: 'Das ist eine Admin Console ohne Org.',
    tookForAdmin: (host: string) => `${host} wurde statt der eigenen Adresse der Admin Console verwendet.`,
    notOktas: (host: string) => `${host} ist keine Domain von Okta, obwohl es so aussieht.`,
    keptAdmin: '-admin blieb im Namen. Nur auf Domains von Okta bezeichnet es die Admin Console.',
    foreignLetters: (host: string) =>
      `Der Name enthält Buchstaben außerhalb des einfachen englischen Alphabets. Keyturn zeigt ihn als ${host}. Prüfen Sie, ob es Ihre Org ist.`,
  },
};
