/** The sentences of the setup wizard, nested by the file that uses them. */
export const words = {
  handlers: {
    takeIn: (where: string, host: string) => `Take in the token of ${where} for ${host}?`,
    whereItGoes: (host: string) =>
      `Keyturn sends it to ${host} only, to test it. Say no when it is not a token of this org.`,
    takeItIn: 'Take it in',
    notTakenIn: 'The token was not taken in.',
    tokenHasNot: 'This token has not been tested yet.',
    testTokenDid: 'The test of this token did not succeed.',
    testAgainChoose: 'Test it again, or choose Save anyway.',
  },
  save: {
    valueCameIn: (fingerprint: string) => `Its value came in, fingerprint ${fingerprint}.`,
    tokenBeingRotated: 'This token is being rotated, so its value cannot be replaced now.',
    continueRotationEnd: 'Continue the rotation or end it, then paste the value again.',
  },
  store: {
    noneFound: 'This setup was not begun for a token that lies in a file.',
    ended: 'This setup has ended, so nothing of it is in memory any more.',
    otherOrg: (own: string, other: string) =>
      `The token that you paste again belongs to ${own}, so its value cannot be one of ${other}.`,
    startAgainWith: 'Start again with Add token.',
    noOrgHas: 'No org has been confirmed yet.',
    goBackOrg: 'Go back to Org and enter its URL.',
    noApiToken: 'No API token has been captured yet.',
    goBackCapture: 'Go back to Capture and paste it.',
    keepTokenAnother: 'To keep a token of another org, use Add token.',
  },
};
