import { formFor, number, plural } from '../../shared/plural.ts';

/** How much text was left out. */
export interface Size {
  readonly length: number;
  readonly lines: number;
}

const ordinals = ['first', 'second', 'third', 'fourth'];

const amount = ({ length, lines }: Size): string =>
  `${number(length)} ${formFor(length, 'character', 'characters')}${lines > 1 ? ` on ${lines} lines` : ''}`;

/** The sentences about a pasted or typed token, nested by the file that uses them. None holds a part of a value. */
export const words = {
  take: {
    clipboardRefused: 'The system did not let Keyturn read the clipboard.',
    enterByHand: 'Try once more, or enter the value by hand.',
    clipboardEmpty: 'The clipboard holds no text.',
    copyToken: 'Copy the token value in the Admin Console, then paste it here.',
    noChoices: 'The values to choose from are no longer in memory.',
    pasteAgain: 'Copy the token value in the Admin Console and paste it again.',
    othersLeftOut: 'The other values were left out.',
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
    tokenId: "This is the token's ID, not its value. Okta shows the value once, when the token is made.",
    userId: 'This is the ID of a user, not a token.',
    groupId: 'This is the ID of a group, not a token.',
    orgId: 'This is the ID of an org, not a token.',
    clientId: 'This is the Client ID of an app, not a token.',
    zoneId: 'This is the ID of a network zone, not a token.',
    jwt: 'This is an OAuth access token. Keyturn keeps API tokens, which Okta makes in the Admin Console.',
    invisible: 'Invisible characters were left out.',
    fullWidth: 'Full-width letters were changed to plain ones.',
    backslashes: 'Backslashes in front of hyphens and underscores were left out.',
    dashes: 'Dashes in the value were changed to hyphens.',
    manyValues: (count: number) =>
      `This holds ${number(count)} different values of tokens. Copy only one of them.`,
    maybeSecond:
      'A second value may be in this text, joined to other characters. Copy the token value alone.',
    spaces: 'Spaces around it were left out.',
    twice: 'The same value was in it more than once.',
    tooLong: (length: number) =>
      `This is ${number(length)} characters of text, far more than a token has. Copy the token value alone.`,
    noText: 'There is no text in it.',
    privateKey: 'This is a private key or a certificate, not a token.',
    cutInTwo:
      'A line break cuts this value in two, or this is two things. Copy the token value alone, in one piece.',
    severalLines: 'This is several lines of text. Copy the token value alone.',
    address: 'This is an address, not a token.',
    json: 'This is JSON. Copy only the token value out of it.',
    placeholder: 'This is a placeholder such as {apiToken}, not a token.',
    base64:
      'This holds a token in base64, as a Kubernetes secret or a Basic header does. Decode it, then paste the token value alone.',
    otherProduct: (product: string) =>
      `This is a secret of ${product}, not of Okta. Copy the token value in Okta's Admin Console.`,
    dots: 'These are the dots of a hidden value. Copy the value itself.',
    hasSpaces: 'A token has no spaces in it. Copy the token value alone.',
    foreignLetters: 'This holds letters that no token has. Copy the token value alone.',
    otherDash:
      'This holds a dash that another program wrote in place of one or two hyphens, so Keyturn cannot tell the value. Copy it from the place where it was made.',
    joined:
      'This may hold a token, but other characters are joined to it, so Keyturn cannot tell where it ends. Copy the token value alone.',
    moreThanToken:
      'This holds more than a token, or something else. A token has only letters, digits, - and _. Copy the token value alone.',
    joinedValues: 'This is two values or more without a space between them. Copy only one of them.',
    settingName: 'This is the name of a setting, not its value. Copy the token value alone.',
    short: (length: number) =>
      `It has ${plural(length, 'character', 'characters')}, and Okta's tokens have 42. Some of it may be missing. The test will tell.`,
    letterO:
      "It begins with the letter O, and Okta's tokens begin with two zeros. It may have been read from a picture. The test will tell.",
    maybeClientSecret:
      "It does not begin with 00 as Okta's tokens do. It may be the client secret of an OAuth app. The test will tell.",
    unusual: "It is not shaped like Okta's tokens: 42 characters beginning with 00. The test will tell.",
    quotes: 'Quotes around it were left out.',
    mark: 'The comma or period after it was left out.',
    ssws: '"SSWS " in front was left out. Keyturn adds it by itself.',
    name: 'The name in front of the value was left out.',
    where: (n: number, line: number | null, name: string | null) =>
      `The ${ordinals[n] ?? ''} one${line === null ? '' : `, line ${line}`}${name === null ? '' : `, after ${name}`}`,
  },
  text: {
    nameAs: (name: string) => `The text "${name}" in front of the value was left out.`,
    quotesAndMark: 'Quotes around it and the comma or period after it were left out.',
    inFront: (front: Size) => `Other text was left out: ${amount(front)} in front of it.`,
    after: (back: Size) => `Other text was left out: ${amount(back)} after it.`,
    around: (front: Size, back: Size) =>
      `Other text was left out: ${amount(front)} in front of it and ${amount(back)} after it.`,
  },
};
