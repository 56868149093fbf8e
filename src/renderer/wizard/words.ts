import type { ReactNode } from 'react';
import { nodes, type Wrap } from '../ui/nodes.ts';

/** Holds every word of this feature's pages, by the file that shows it. */
export const words = {
  /** The headings of the steps, by the step. */
  steps: {
    org: 'Org',
    create: 'Create in Okta',
    capture: 'Capture',
    test: 'Test',
    save: 'Save',
    job: 'Name and job',
    make: 'Make in Okta',
    try: 'Test the app',
  },
  appSteps: {
    label: 'Label',
    nameAndJob:
      'Name the app, and say what it is for. Its scopes and its admin role follow from that. Keyturn then makes its key pair.',
    makeKey: 'Make the key',
    makingKey: 'Making the key…',
    followSteps:
      'Follow these steps in the Admin Console. Keyturn keeps the app and its private key from now on, so you can stop here and continue on its page.',
    giveClientId:
      'Enter the Client ID that Okta shows. Keyturn asks the org for an access token and reads once from each family of the job. It changes nothing.',
    testTheApp: 'Test the app',
    testing: 'Asking Okta…',
    done: 'Done',
    finishLater: 'Finish later',
    labelEmpty: 'The label is empty.',
    giveName: 'Give the app a name that you will recognise in the list.',
  },
  kindChoice: {
    whatToAdd: 'What do you want to add?',
    token: 'API token',
    tokenIs: 'It may do everything that its owner may do. It ends after 30 days without use.',
    app: 'OAuth service app',
    appIs:
      'It has single scopes and a key of its own. Its access tokens end after an hour. Okta recommends it for programs.',
    signIn:
      'SAML and OpenID Connect apps are for people who sign in. They do not replace either of these, because no program calls the Okta API with them.',
  },
  captureStep: {
    notAToken: 'This is not an API token.',
    pasteAnother:
      'Copy the token value in the Admin Console and paste it here. Keyturn left your clipboard as it was.',
    enterAnother: 'Copy the token value in the Admin Console and enter it in the field.',
    howToCapture:
      "Copy the value in the Admin Console, then paste it here. Only the app's main process gets it. This page sees only its fingerprint.",
    howToTakeIn:
      "Keyturn takes the value out of the file. Only the app's main process gets it. This page sees only its fingerprint.",
    takeItFrom: (where: string) => `Take it from ${where}`,
    fileStays: 'The system asks first whether it is a token of this org. The file stays as it is.',
    clipboardReadOnce: 'Keyturn reads the clipboard once, when you click, and clears it.',
    fieldEmptied: 'Keyturn empties the field as soon as you continue.',
    stillCaptured: (fingerprint: ReactNode) =>
      nodes`The value that you captured before is still here, fingerprint ${fingerprint}.`,
    capturedAToken: 'Captured a token.',
    capturedOddly: 'Captured, though it is not shaped like a token.',
    fingerprint: (fingerprint: ReactNode) => nodes`Fingerprint ${fingerprint}.`,
    clipboardCleared: 'The clipboard has been cleared.',
    alreadyKept: (alreadyKeptAs: ReactNode) => nodes`Keyturn already keeps this value as ${alreadyKeptAs}.`,
  },
  createStep: {
    terraform: 'Terraform',
    siemExport: 'SIEM export',
    provisioning: 'Provisioning',
    reporting: 'Reporting',
    aScript: 'A script',
    onlyTheConsole:
      'Only the Admin Console can make an API token, and it shows the value once. Leave its window open until the test has passed.',
    alreadyHaveToken: 'I already have a token',
    whereInConsole: 'Security, API, Tokens, Create token',
    signInAsService: (bold: Wrap) =>
      nodes`${bold('Sign in as the service account,')} not as yourself. A token has its owner\'s privileges and stops working with the account.`,
    smallestRole: (bold: Wrap) =>
      nodes`${bold('Give that account the smallest role')} that covers the job. A read-only admin is enough for most reading.`,
    nameByPurpose: 'Name it by its purpose.',
    whatIsItFor: 'What is it for?',
    copyName: 'Copy name',
    restrict: (bold: Wrap) =>
      nodes`${bold('Restrict it to a network zone')} where you can. A leaked value then works nowhere else.`,
  },
  orgStep: {
    whichOrg:
      'Choose what to add, and the Okta org that it is for. Keyturn asks the org for its name. That needs no token.',
    checking: 'Checking…',
    orgUrl: 'Org URL',
    orgUrlExample: 'acme.okta.com',
    howToGiveOrg:
      'Copy it from the address bar. The name alone, the address of the Admin Console or a custom domain works too.',
    whichOne: 'Which one do you mean?',
    knownOrgs: 'Or one that you have already',
    identityEngine: 'Identity Engine',
    classicEngine: 'Classic Engine',
  },
  saveStep: {
    itWillBeKept: 'It will be kept.',
    itWillBeKeptFor: (sentence: string) => `It will be kept ${sentence}.`,
    itWillBe: (sentence: string) => `It will be ${sentence}.`,
    saveToken: 'Save token',
    saveAnyway: 'Save anyway',
    saveUntested: (bold: Wrap) =>
      nodes`${bold('This token was not tested.')} You can save it anyway and test it later.`,
    saveFailed: (bold: Wrap, word: string) =>
      nodes`${bold(`The test ended with: ${word}.`)} You can save it anyway and test it later.`,
    keepAlive: 'Keep alive',
  },
  stepFrame: {
    back: 'Back',
  },
  testStep: {
    askingTheOrg: 'Keyturn asks the org whose token this is. It only reads.',
    asking: (host: string) => `Keyturn asks ${host} whose token this is. It only reads.`,
    testing: 'Testing. This takes a second or two.',
    capturedFromClipboard: (fingerprint: ReactNode) =>
      nodes`Captured from the clipboard, fingerprint ${fingerprint}.`,
    capturedFromFile: (fingerprint: ReactNode) => nodes`Captured from a file, fingerprint ${fingerprint}.`,
    capturedByHand: (fingerprint: ReactNode) => nodes`Captured by hand, fingerprint ${fingerprint}.`,
    clipboardCleared: "Keyturn cleared the clipboard. The value never left the app's main process.",
  },
  wizard: {
    addApp: 'Add OAuth app',
    steps: 'Steps',
    done: ', done',
    leaveWithoutSaving: 'Leave without saving?',
    discard: 'Discard',
    keepGoing: 'Stay here',
    whatLeavingDoes:
      'Keyturn discards what you entered here and wipes a captured value from memory. Nothing changes in Okta.',
  },
};
