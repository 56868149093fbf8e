/** The sentences of the setup wizard, nested by the file that uses them. */
export const words = {
  handlers: {
    takeIn: (where: string, host: string) => `Take in the token of ${where} for ${host}?`,
    whereItGoes: (host: string) =>
      `Keyturn sends it to ${host} only, to test it. Say no if it is not a token of this org.`,
    takeItIn: 'Take it in',
    notTakenIn: 'The token was not taken in.',
    notTested: 'This token has not been tested yet.',
    testFailed: 'The test of this token did not succeed.',
    testOrSaveAnyway: 'Test it again, or choose Save anyway.',
  },
  save: {
    captured: (fingerprint: string) => `Its value was captured, fingerprint ${fingerprint}.`,
    beingRotated: 'This token is being rotated, so its value cannot be replaced now.',
    endRotation: 'Continue the rotation or end it, then paste the value again.',
  },
  store: {
    notFromFile: 'This setup was not started for a token in a file.',
    ended: 'This setup has ended, so nothing of it is in memory any more.',
    otherOrg: (own: string, other: string) =>
      `The token that you paste again belongs to ${own}, so its value cannot be one of ${other}.`,
    startAgain: 'Start again with Add token.',
    noOrg: 'No org has been confirmed yet.',
    backToOrg: 'Go back to Org and enter its URL.',
    noToken: 'No API token has been captured yet.',
    backToCapture: 'Go back to Capture and paste it.',
    useAddToken: 'To keep a token of another org, use Add token.',
  },
};
