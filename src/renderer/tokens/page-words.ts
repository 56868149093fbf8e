import type { ReactNode } from 'react';
import { number, plural } from '../../shared/plural.ts';
import { nodes, type Wrap } from '../ui/nodes.ts';

/** Holds the words that the first screen does not need, by the file that shows them. They load with the pages. */
export const words = {
  detailsCard: {
    nameInOkta: 'Name in Okta',
    tokenId: 'Token ID',
    captured: 'Captured',
    kept: 'Kept',
    none: 'none',
    notReadable: 'not readable',
  },
  historyTab: {
    noTestYet: 'No test yet. Keyturn keeps the last 1,000 results here.',
    tests: 'Tests',
    earlierValue: 'Earlier value',
    ms: (tookMs: number) => `${number(tookMs)} ms`,
    oneTest: 'One test',
    lastTests: (count: number) => `Last ${number(count)} tests`,
    summary: (worked: number, middle: number) => `${number(worked)} worked, median ${number(middle)} ms`,
  },
  overviewTab: {
    checks: 'Checks',
    cancelTest: 'Cancel the test',
    notTestedYet:
      'Not tested yet. Click Test to see whether Okta accepts it, whose it is and when it expires.',
    testing: 'Testing. This takes a second or two.',
    expires: 'Expires',
    notAcceptedNow: 'Okta does not accept it now',
    mostLikelyExpired: 'Most likely expired',
    byOkta: (when: string) => `By Okta, ${when} unless used`,
    thirtyDaysAfterUse: '30 days after its last use',
    rotationDue: 'Rotation due',
    everyDays: (due: string, days: number) => `${due}, every ${plural(days, 'day', 'days')}`,
    readWithEveryTest: 'Read with every test',
    resetsInS: (bucket: string, left: number) => `${bucket}, resets in ${left} s`,
    asOf: (bucket: string, date: string) => `${bucket}, as of ${date}`,
    of: (of: string) => `of ${of}`,
  },
  tokenEnd: {
    replaceNow: 'Replace now',
    remove: 'Remove from Keyturn',
    askReplace: 'Replace this token now?',
    revokeItNow: 'Revoke it now',
    whatReplacingDoes: (label: ReactNode) =>
      nodes`Use this when a token has leaked. Keyturn revokes ${label} in Okta at once and proves it. Every program that uses it stops working until you hand over its replacement. Keyturn shows what the System Log says the token did.`,
    removed: (label: string) => `${label} was removed from Keyturn.`,
    askRemove: 'Remove from Keyturn?',
    whatRemovingDoes: (label: ReactNode) =>
      nodes`${label} and its history are removed from this computer. You can undo this for 30 seconds. The token itself continues to work in Okta until somebody revokes it or nobody uses it for 30 days.`,
  },
  tokenPage: {
    continueRotation: 'Continue rotation',
    revoked: (bold: Wrap, date: string) =>
      nodes`${bold(`Revoked on ${date}, with proof.`)} Keyturn keeps no value of it. The proof is under Rotation.`,
    notReadable: (bold: Wrap) =>
      nodes`${bold('The kept value does not open.')} Its place in the vault is damaged. Your other tokens are not affected.`,
    pasteItAgain: 'Paste it again',
  },
  useTab: {
    value: 'Value',
    terraform: 'Terraform',
    sdkConfiguration: 'SDK configuration',
    howCopyWorks: 'Keyturn fills in the value when you copy, and clears the clipboard after 30 seconds.',
    copy: (name: string) => `Copy ${name}`,
  },
};
