import type { words as english, Size } from '../../../../main/capture/words.ts';
import { number, plural } from '../../../../shared/plural.ts';

export type { Size };

const ordinals = ['erste', 'zweite', 'dritte', 'vierte'];

const amount = ({ length, lines }: Size): string =>
  `${plural(length, 'Zeichen', 'Zeichen')}${lines > 1 ? ` in ${plural(lines, 'Zeile', 'Zeilen')}` : ''}`;

/** Holds the German text about a pasted or typed token. No sentence holds a part of a value. */
export const words: typeof english = {
  take: {
    clipboardRefused: 'Das System ließ Keyturn die Zwischenablage nicht lesen.',
    enterByHand: 'Versuchen Sie es noch einmal, oder geben Sie den Wert von Hand ein.',
    clipboardEmpty: 'Die Zwischenablage enthält keinen Text.',
    copyToken: 'Kopieren Sie den Wert des Tokens in der Admin Console, und fügen Sie ihn dann hier ein.',
    noChoices: 'Die Werte zur Auswahl sind nicht mehr im Arbeitsspeicher.',
    pasteAgain: 'Kopieren Sie den Wert des Tokens in der Admin Console, und fügen Sie ihn erneut ein.',
    othersLeftOut: 'Die anderen Werte wurden weggelassen.',
  },
  products: {
    github: 'GitHub',
    gitlab: 'GitLab',
    slack: 'Slack',
    aws: 'Amazon Web Services',
    npm: 'npm',
    stripe: 'Stripe',
    google: 'Google',
    openai: 'OpenAI',
    anthropic: 'Anthropic',
    atlassian: 'Atlassian',
    docker: 'Docker',
    digitalocean: 'DigitalOcean',
  },
  shape: {
    tokenId:
      'Das ist die ID des Tokens, nicht sein Wert. Okta zeigt den Wert nur einmal, wenn das Token erstellt wird.',
    userId: 'Das ist die ID eines Benutzers, kein Token.',
    groupId: 'Das ist die ID einer Gruppe, kein Token.',
    orgId: 'Das ist die ID einer Org, kein Token.',
    clientId: 'Das ist die Client ID einer App, kein Token.',
    zoneId: 'Das ist die ID einer Netzwerkzone, kein Token.',
    jwt: 'Das ist ein OAuth-Access-Token. Keyturn bewahrt API-Tokens auf, die Okta in der Admin Console erstellt.',
    invisible: 'Unsichtbare Zeichen wurden weggelassen.',
    fullWidth: 'Vollbreite Zeichen wurden in normale umgewandelt.',
    backslashes: 'Umgekehrte Schrägstriche vor Binde- und Unterstrichen wurden weggelassen.',
    dashes: 'Striche im Wert wurden in Bindestriche umgewandelt.',
    manyValues: (count: number) =>
      `Das enthält ${number(count)} verschiedene Werte von Tokens. Kopieren Sie nur einen davon.`,
    maybeSecond:
      'In diesem Text steht vielleicht ein zweiter Wert, der mit anderen Zeichen verbunden ist. Kopieren Sie nur den Wert des Tokens.',
    spaces: 'Leerzeichen davor und dahinter wurden weggelassen.',
    twice: 'Derselbe Wert stand mehrmals darin.',
    tooLong: (length: number) =>
      `Das sind ${plural(length, 'Zeichen', 'Zeichen')} Text, weit mehr als ein Token hat. Kopieren Sie nur den Wert des Tokens.`,
    noText: 'Das enthält keinen Text.',
    privateKey: 'Das ist ein privater Schlüssel oder ein Zertifikat, kein Token.',
    cutInTwo:
      'Ein Zeilenumbruch teilt diesen Wert, oder es sind zwei Dinge. Kopieren Sie nur den Wert des Tokens, in einem Stück.',
    severalLines: 'Das sind mehrere Zeilen Text. Kopieren Sie nur den Wert des Tokens.',
    address: 'Das ist eine Adresse, kein Token.',
    json: 'Das ist JSON. Kopieren Sie daraus nur den Wert des Tokens.',
    placeholder: 'Das ist ein Platzhalter wie {apiToken}, kein Token.',
    base64:
      'Das enthält ein Token in Base64, wie ein Secret von Kubernetes oder ein Basic-Header. Dekodieren Sie es, und fügen Sie dann nur den Wert des Tokens ein.',
    otherProduct: (product: string) =>
      `Das ist ein Secret von ${product}, nicht von Okta. Kopieren Sie den Wert des Tokens in der Admin Console von Okta.`,
    dots: 'Das sind die Punkte eines verborgenen Werts. Kopieren Sie den Wert selbst.',
    hasSpaces: 'Ein Token enthält keine Leerzeichen. Kopieren Sie nur den Wert des Tokens.',
    foreignLetters:
      'Das enthält Buchstaben, die in keinem Token vorkommen. Kopieren Sie nur den Wert des Tokens.',
    otherDash:
      'Das enthält einen Strich, den ein anderes Programm statt eines oder zweier Bindestriche geschrieben hat. Keyturn kann den Wert deshalb nicht feststellen. Kopieren Sie ihn dort, wo er erstellt wurde.',
    joined:
      'Das enthält vielleicht ein Token, aber andere Zeichen sind damit verbunden. Keyturn kann deshalb nicht feststellen, wo es endet. Kopieren Sie nur den Wert des Tokens.',
    moreThanToken:
      'Das enthält mehr als ein Token oder etwas anderes. Ein Token besteht nur aus Buchstaben, Ziffern, - und _. Kopieren Sie nur den Wert des Tokens.',
    joinedValues: 'Das sind zwei oder mehr Werte ohne Leerzeichen dazwischen. Kopieren Sie nur einen davon.',
    settingName: 'Das ist der Name einer Einstellung, nicht ihr Wert. Kopieren Sie nur den Wert des Tokens.',
    short: (length: number) =>
      `Es hat ${plural(length, 'Zeichen', 'Zeichen')}, und die Tokens von Okta haben 42. Vielleicht fehlt ein Teil. Der Test wird es zeigen.`,
    letterO:
      'Es beginnt mit dem Buchstaben O, und die Tokens von Okta beginnen mit zwei Nullen. Vielleicht wurde es von einem Bild abgelesen. Der Test wird es zeigen.',
    maybeClientSecret:
      'Es beginnt nicht mit 00 wie die Tokens von Okta. Vielleicht ist es das Client Secret einer OAuth-App. Der Test wird es zeigen.',
    unusual:
      'Es hat nicht die Form der Tokens von Okta: 42 Zeichen, die mit 00 beginnen. Der Test wird es zeigen.',
    quotes: 'Anführungszeichen darum wurden weggelassen.',
    mark: 'Das Komma oder der Punkt dahinter wurde weggelassen.',
    ssws: '„SSWS “ davor wurde weggelassen. Keyturn fügt es selbst hinzu.',
    name: 'Der Name vor dem Wert wurde weggelassen.',
    where: (n: number, line: number | null, name: string | null) =>
      `Der ${ordinals[n] ?? ''} Wert${line === null ? '' : `, Zeile ${line}`}${name === null ? '' : `, hinter ${name}`}`,
  },
  text: {
    nameAs: (name: string) => `Der Text „${name}“ vor dem Wert wurde weggelassen.`,
    quotesAndMark: 'Anführungszeichen darum und das Komma oder der Punkt dahinter wurden weggelassen.',
    inFront: (front: Size) => `Anderer Text wurde weggelassen: ${amount(front)} davor.`,
    after: (back: Size) => `Anderer Text wurde weggelassen: ${amount(back)} dahinter.`,
    around: (front: Size, back: Size) =>
      `Anderer Text wurde weggelassen: ${amount(front)} davor und ${amount(back)} dahinter.`,
  },
};
