import type { ReactNode } from 'react';
import type { RotationMode } from '../../shared/contract/rotation.ts';
import { formFor, number, plural } from '../../shared/plural.ts';
import { nodes, type Wrap } from '../ui/nodes.ts';

/** How the quiet stage names what it is about, by the mode of the rotation. */
export interface QuietTerms {
  readonly title: string;
  readonly old: string;
  readonly since: string;
  /** What reads the log and the list. */
  readonly reader: string;
}

const replaced: QuietTerms = {
  title: 'Old token quiet',
  old: 'old token',
  since: 'the hand-over',
  reader: 'the new token',
};
const quietTerms: Readonly<Record<RotationMode, QuietTerms>> = {
  usual: replaced,
  leaked: replaced,
  'to-app': {
    title: 'Token quiet',
    old: 'token',
    since: 'this rotation began',
    reader: 'the app or another token of this org',
  },
};

/** Holds every word of this feature's pages, by the file that shows it. */
export const words = {
  captureStage: {
    newToken: 'New token',
    howToMake: 'Sign in to the Admin Console as its owner, make the new token there, and paste it here.',
    notWorking: 'The new token does not work',
    testing: 'Testing the new token',
    keptBeside: (newFingerprint: ReactNode) =>
      nodes`Fingerprint ${newFingerprint}. Keyturn keeps it beside the old token. The old token is still in use.`,
    testCompare: 'Test and compare',
    capturedAndTested: 'New token captured and tested',
    testComesFirst: 'The new token is tested before anything else happens.',
    testedAs: (newFingerprint: ReactNode, word: string, tookMs: number) =>
      nodes`Fingerprint ${newFingerprint}, ${word}, ${number(tookMs)} ms`,
    whatPastingDoes: (isOldRevoked: boolean) =>
      `Keyturn writes the value to the vault at once, then clears the clipboard.${isOldRevoked ? '' : ' The old token continues to work.'}`,
  },
  compareStage: {
    same: 'Same',
    broader: 'Broader',
    narrower: 'Narrower',
    different: 'Different',
    org: 'Org',
    owner: 'Owner',
    roles: 'Roles',
    network: 'Network',
    compare: 'Compare',
    whatIsCompared: 'Owner, roles, network and what each may read, side by side.',
    compared: 'Compared',
    theyAreAlike: 'The new token has the same owner and may do the same.',
    theyDiffer: 'The two tokens differ. Confirm the differences that you want.',
    differencesConfirmed: 'The differences were confirmed.',
    old: (oldFingerprint: ReactNode) => nodes`Old, ${oldFingerprint}`,
    new: (newFingerprint: ReactNode) => nodes`New, ${newFingerprint}`,
    difference: 'Difference',
    showDifferences: 'Show differences only',
    showAlike: (hidden: number) => `Show ${number(hidden)} more that are the same`,
    toConfirm: 'To confirm',
    handOver: 'Hand over',
    compareAgain: 'Compare again',
  },
  consumerDialog: {
    addConsumer: 'Add consumer',
    editConsumer: 'Edit consumer',
    whatUsesToken: 'What uses this token?',
    name: 'Name',
    where: 'Where',
    howItGetsToken: 'How it gets the new token',
    byHand: 'By hand',
    file: 'A file such as .env',
    ownCommand: 'A command of your own',
    chooseFile: 'Choose file',
    noFileChosen: 'No file chosen',
    key: 'Key',
    whatKeyDoes: "Keyturn changes only this key. It replaces the file as a whole and keeps the file's mode.",
    noKey:
      'A key has only the letters A to Z, digits, dots and underscores. It does not begin with a digit or a dot.',
    noVariable:
      'A variable has only the letters A to Z, digits and underscores. It does not begin with a digit.',
    programArguments: 'Program and arguments',
    howItRuns: 'One per line. Keyturn runs it without a shell, so nothing is expanded.',
    theTokenGoes: 'The token goes',
    toStandardInput: 'to its standard input',
    toEnvironment: 'into an environment variable',
    variable: 'Variable',
    thenWithOutput: 'Then, with its output',
    secondProgram: 'A second program, one argument per line. You can leave it empty.',
    whatWillRun: (command: ReactNode) => nodes`What will run: ${command}`,
    note: 'Note',
    saveConsumer: 'Save consumer',
  },
  handOverStage: {
    back: (count: number) =>
      `${plural(count, 'consumer has', 'consumers have')} the new token. Give the old one back before you end the rotation.`,
    allBack: 'No consumer has the new token.',
    hasOldToken: 'Has the old token:',
    giveBack: 'Give the old one back',
    giveNamedBack: (name: string) => `Give ${name} the old token back`,
    wentBack: 'Has the old one',
    namedWentBack: (name: string) => `${name} has the old token again`,
    noConsumer: 'No consumer is listed. Add every program that uses this token, so that you forget none.',
    toUpdate: (count: number) => `${plural(count, 'consumer', 'consumers')} to update`,
    updated: (done: number, count: number) =>
      `${number(done)} of ${plural(count, 'consumer', 'consumers')} ${formFor(done, 'has', 'have')} the new token`,
    changedToApp: (done: number, count: number) =>
      `${number(done)} of ${plural(count, 'consumer', 'consumers')} ${formFor(done, 'uses', 'use')} the app`,
    changeToApp: 'Change to the app',
    whereAppIs: "The OAuth tab of the token's page has the key of the app, and configurations with it.",
    usesApp: 'Uses the app:',
    handOver: 'Hand over',
    consumers: 'Consumers',
    addConsumer: 'Add consumer',
    copyNewValue: 'Copy the new value',
    exit: (exit: number) => `exit ${exit}`,
    byHand: (when: string) => `by hand, ${when}`,
    hasNewToken: 'Has the new token:',
    notYet: 'Not yet:',
    markAsNotDone: 'Mark as not done',
    runCommand: (name: string) => `Run the command for ${name}`,
    run: 'Run',
    markNamedAsDone: (name: string) => `Mark ${name} as done`,
    markAsDone: 'Mark as done',
    markNamedAsNotDone: (name: string) => `${name} does not have it yet`,
    editNamed: (name: string) => `Edit ${name}`,
    edit: 'Edit',
    whatItPrinted: 'What it printed',
  },
  quietStage: {
    noWait: 'No wait',
    tenMinutes: '10 minutes',
    halfAnHour: '30 minutes',
    anHour: '1 hour',
    aDay: '1 day',
    sevenDays: '7 days',
    terms: quietTerms,
    mustBeQuiet: (wait: string) => `The System Log must show no use for ${wait}`,
    checking: ({ old }: QuietTerms) => `Keyturn checks whether the ${old} is still used.`,
    looked: (sentence: string, when: string) => `${sentence} Checked ${when}.`,
    checkNow: 'Check now',
    quiet: 'Must be quiet for',
    whyTwoWitnesses:
      "The System Log shows only calls that write an event, and most reads write none. Okta moves a token's expiry with every use, so Keyturn checks the expiry, too.",
    testIsUse: 'A test by Keyturn is a use, too.',
    minutes: (minutes: number) => plural(minutes, 'minute', 'minutes'),
    systemLog: 'System Log',
    notRead: (why: string) => `Not read: ${why}.`,
    noEvent: ({ old, since }: QuietTerms) => `No event by the ${old} since ${since}.`,
    atLeastEvents: (calls: number, when: string, address: string, userAgent: string, eventType: string) =>
      `At least ${plural(calls, 'event', 'events')}, the last ${when} from ${address} by ${userAgent}: ${eventType}`,
    events: (calls: number, when: string, address: string, userAgent: string, eventType: string) =>
      `${plural(calls, 'event', 'events')}, the last ${when} from ${address} by ${userAgent}: ${eventType}`,
    expiryInOkta: 'Its expiry in Okta',
    moved: ({ since }: QuietTerms) => `Has moved since ${since}.`,
    movedAndUsed: ({ since }: QuietTerms, when: string) => `Has moved since ${since}: last used ${when}.`,
    notMoved: ({ since }: QuietTerms) => `Has not moved since ${since}.`,
    whichIsOld: ({ old }: QuietTerms, bold: Wrap) =>
      nodes`${bold(`Which one is the ${old}?`)} Its owner has several, and Okta does not say which is which.`,
    showThem: 'Show them',
    listNotReadable: ({ reader }: QuietTerms) => `The list of API tokens cannot be read with ${reader}.`,
    made: (date: string) => `made ${date}`,
    lastUsed: (date: string) => `last used ${date}`,
    thisOne: 'This one',
  },
  revokeStage: {
    revokedWithProof: 'Revoked, with proof',
    exportAsHtml: 'Export as HTML',
    exportAsJson: 'Export as JSON',
    revoking: 'Revoking',
    notProvenYet: 'Revoke, not proven yet',
    revokeAndProve: 'Revoke, and prove it',
    mustBeRefused: 'Okta must answer 401 E0000011 to the old token',
    mustBeRefusedBeside:
      'Okta must answer 401 E0000011 to the token, and in the same minute accept the app or another token',
    ownValueKept: "Keyturn keeps the value until Okta's answers prove the revoke.",
    alsoAsked: 'Also asked',
    notAccepted: 'not accepted',
    byIdBeside: 'by its ID, with another credential',
    valueKept: "Keyturn keeps the old value until Okta's answer proves the revoke.",
    answer: 'Answer',
    http: (status: number) => `HTTP ${status}`,
    requestId: 'Request ID',
    revoked: 'Revoked',
    byId: 'by its ID, with the new token',
    byItself: 'by itself',
    deedsNotKnown: (why: string) =>
      `What it did is not known: ${why}. Look in the System Log of the Admin Console.`,
    whatItDid: 'What it did in the last 90 days',
    noEvent:
      'The System Log has no event made with it. Most reads write none, so it may still have read data.',
    moreThanEvents: (events: number) =>
      `More than ${plural(events, 'event', 'events')} in the System Log, by kind and sender. Most reads write none.`,
    eventsInLog: (events: number) =>
      `${plural(events, 'event', 'events')} in the System Log, by kind and sender. Most reads write none.`,
    event: 'Event',
    from: 'From',
    by: 'By',
    times: 'Times',
    last: 'Last',
  },
  rotationDialogs: {
    askRevoke: 'Revoke the old token?',
    askRevokeToken: 'Revoke the token?',
    consequence: (label: ReactNode, oldFingerprint: ReactNode) =>
      nodes`${label}, fingerprint ${oldFingerprint}, stops working in Okta at once and for good. You cannot undo this.`,
    insist: (insistWords: string) => `To revoke it all the same, type "${insistWords}"`,
    keepItForNow: 'Keep it for now',
    choice:
      'If the new token exists in Okta, revoke it there, with proof. You can also forget its value here. A forgotten token continues to work until somebody revokes it or nobody uses it for 30 days. The old token does not change.',
    forgetNewToken: 'Forget the new token',
  },
  rotationPage: {
    rotationOf: (label: string) => `Rotation of ${label}`,
    tokenPage: 'Token page',
    endWithoutReplacement: 'End without a replacement',
    endRotation: 'End rotation',
    resumeRotation: 'Resume rotation',
    giveUp: 'Give up',
    undoRotation: 'Undo rotation',
    revokeOldToken: 'Revoke old token',
    revokeToken: 'Revoke token',
    finish: 'Finish',
    askEndRotation: 'End the rotation?',
    useAnotherValue: 'Use another value?',
    revokeNewToken: 'Revoke the new token',
    askGiveUp: 'Give up the revoke?',
    keepTrying: 'Keep trying',
    notProven:
      'The revoke is not proven: the token may still work. Keyturn keeps its value and ends the rotation. Revoke the token in the Admin Console.',
    moved: (label: string) => `Moved ${label} to an app`,
    moving: (label: string) => `Moving ${label} to an app`,
    tokenStillWorks: (app: string) =>
      `The token works until you revoke it. Change its programs to the app ${app} first.`,
    tokenRevokeNotProven:
      'Keyturn asked Okta for the revoke, and the revoke is not proven yet. Keyturn keeps the value.',
    rotated: (label: string) => `Rotated ${label}`,
    rotationEnded: (label: string) => `Rotation of ${label}, ended`,
    replacing: (label: string) => `Replacing ${label}`,
    rotating: (label: string) => `Rotating ${label}`,
    done: {
      usual:
        'The new token is in use. The old one is revoked, with proof. Keyturn no longer keeps its value.',
      leaked: 'The leaked token is revoked, with proof, and its replacement is in use.',
      'to-app': 'The token is revoked, with proof. Keyturn no longer keeps its value. The app stays.',
    },
    ended: 'Ended.',
    revokingFirst: 'Keyturn revokes the token first. Nothing else happens before that.',
    leakedRevoked:
      'The leaked token is revoked. The programs that used it do not work until you hand over the new one.',
    planned: 'Nothing has changed. Both tokens will work until you revoke the old one.',
    oldStillInUse: 'The old token is still the one in use. Nothing is lost if you stop here.',
    undone: 'Undone. The old token is in use again. Keyturn keeps the new one until you decide about it.',
    revokeNotProven:
      'Keyturn asked Okta for the revoke, and the revoke is not proven yet. Keyturn keeps both values.',
    bothWork: 'Both tokens work until you revoke the old one.',
  },
  rotationTab: {
    rotation: 'Rotation',
    whatRotationDoes:
      'A rotation adds a new token beside the old one, compares the two and hands the new one over. It waits until nobody uses the old one, then revokes it and proves it. You can undo it until the revoke.',
    rotations: 'Rotations',
    open: 'Open',
    underWay: 'Under way',
    doneProof: 'Done, with proof',
    revoked: 'Revoked',
    rolledBack: 'Undone',
    abandoned: 'Ended',
  },
};
