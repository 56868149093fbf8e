import type { ReactNode } from 'react';
import { number } from '../../shared/plural.ts';
import { nodes } from './nodes.ts';

/** Holds the words that many pages use. */
export const pageShared = {
  notKnown: 'Not known',
  change: 'Change',
  remove: 'Remove',
  reading: 'Reading…',
  keepIt: 'Keep it',
  pasteFromClipboard: 'Paste from clipboard',
  enterByHand: 'Enter it by hand',
  openAdminConsole: 'Open Admin Console',
  fingerprint: 'Fingerprint',
  revoke: 'Revoke',
  testAgain: 'Test again',
  continue: 'Continue',
  copied: 'Copied',
  copyForSupport: 'Copy for support',
  askingOkta: 'Asking Okta…',
  changeInOkta: 'Change in Okta',
  endpoints: 'Endpoints',
  useAnotherValue: 'Use another value',
  rotate: 'Rotate',
  when: 'When',
  rateLimitLeft: 'Rate limit left',
  clientId: 'Client ID',
  clientIdExample: '0oa…',
  whereClientIdIs: 'Okta shows it in the app under General, Client Credentials.',
  chosenClientId: (id: string) =>
    `Okta did not make the Client ID ${id}: its own begin with 0oa and have 20 characters. If ${id} is the name of the app, enter the Client ID instead.`,
};

/** Holds the words that the first screen does not need, by the file that shows them. They load with the pages. */
export const words = {
  captureChoices: {
    question: (count: number) => `You pasted ${number(count)} different values. Which one is the token?`,
    nothingKept:
      'Keyturn keeps nothing until you choose, and did not change the clipboard. Compare the place of each value, or copy only the token.',
    fingerprint: (fingerprint: ReactNode) => nodes`fingerprint ${fingerprint}`,
  },
  checksList: {
    passed: 'Passed',
    needsAttention: 'Needs attention',
    failed: 'Failed',
    notRun: 'Not run',
    running: 'Running',
    checks: 'Checks',
    ms: (ms: number) => `${number(ms)} ms`,
    orgReachable: 'The org is reachable',
    oktaAccepts: 'Okta accepts the token',
    whoseToken: 'Whose token it is',
    ownerActive: 'Owner is active',
    roles: 'Roles',
    networkRestriction: 'Network restriction',
    expiry: 'Expiry',
  },
  stage: {
    done: 'Done',
    now: 'Now',
    stillToCome: 'Still to come',
    notWorking: 'Not working',
  },
  dateField: {
    dayBetween: (first: string, last: string) => `Choose a day from ${first} to ${last}.`,
  },
  keepAliveFields: {
    whatKeepingAliveDoes:
      "Keyturn makes one light call when less than 7 days are left. This prevents Okta's clean-up of unused tokens, so give a reason and an end. Keyturn must be running and unlocked.",
    reason: 'Reason',
    until: 'Until',
  },
  needsFields: {
    whatItNeeds: 'What it needs',
    nothing: 'Nothing',
    read: 'Read',
  },
  jobFields: {
    whatItIsFor: 'What it is for',
  },
  profileCard: {
    editDetails: 'Edit details',
    changed: (label: string) => `The details of ${label} were changed.`,
    saveDetails: 'Save details',
    usedIn: 'Used in',
    details: 'Details',
  },
  profileFields: {
    byCommas: 'Separated by commas.',
    onePerLine: 'One per line, for example GitHub Actions: acme/infra',
    labelEmpty: 'The label is empty.',
    giveName: 'Give the token a name that you will recognise in the list.',
    notDays: 'Keyturn cannot use this number of days in "Rotate every (days)".',
    wholeNumber: 'Enter a whole number from 1 to 3650.',
    over: {
      tags: {
        sentence: (most: number) => `A token has at most ${number(most)} tags.`,
        remedy: 'Remove some tags.',
      },
      tag: {
        sentence: (most: number) => `A tag has at most ${number(most)} characters.`,
        remedy: 'Make the tag shorter, or put commas between the tags.',
      },
      consumers: {
        sentence: (most: number) => `A token has at most ${number(most)} places where it is used.`,
        remedy: 'Put several places into one line.',
      },
      name: {
        sentence: (most: number) => `The name of a place has at most ${number(most)} characters.`,
        remedy: 'Make the name shorter, or put a colon behind it.',
      },
      where: {
        sentence: (most: number) => `The text behind the colon has at most ${number(most)} characters.`,
        remedy: 'Make it shorter.',
      },
    },
  },
  resultBanner: {
    http: (status: number) => `HTTP ${status}`,
    justNow: 'Just now',
    measured: (when: string, tookMs: number) => `${when}, ${number(tookMs)} ms`,
    request: (id: ReactNode) => nodes`request ${id}`,
  },
  secretField: {
    apiToken: 'API token',
  },
};
