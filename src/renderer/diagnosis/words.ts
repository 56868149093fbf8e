/** Holds every word of this feature's pages, by the file that shows it. */
export const words = {
  /** The three cases of Okta's troubleshooting guide, as they stand behind the title. */
  guideCases: {
    'Invalid token': 'invalid token',
    'Permission denied': 'permission denied',
    'Rate limiting': 'rate limiting',
  },
  diagnosisPanel: {
    whyItFailed: 'Why it failed',
    stopLooking: 'Stop looking',
    reportCopied: 'Report copied',
    copyReport: 'Copy report',
    reportOnClipboard: 'The report is on the clipboard.',
    likeliestCause: (title: string) => `Likeliest cause: ${title}.`,
    looking: 'Keyturn is looking for the cause. It only reads, and changes nothing in Okta.',
    stopped: 'Stopped before the cause was found.',
    canLook: 'Keyturn can look for the cause. It only reads.',
    findOutWhy: 'Find out why',
    waiting: (time: string) => `Waiting. The test runs at ${time}.`,
    doNotWait: 'Do not wait',
    testAt: (time: string) => `Test at ${time}`,
    otherCauses: 'Other causes',
    whatKeyturnChecked: 'What Keyturn checked',
    confirmed: 'Confirmed',
    cannotTell: 'Cannot tell',
    ruledOut: 'Ruled out',
    mostLikely: 'Most likely, but not certain',
    asItShouldBe: 'As it should be',
    notAsItShouldBe: 'Not as it should be',
    running: 'Running',
    findings: 'Findings',
  },
};
