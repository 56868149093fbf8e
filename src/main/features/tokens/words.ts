/** The sentences about kept tokens, nested by the file that uses them. */
export const words = {
  handlers: {
    detailsChanged: 'Its details were changed.',
    valueCopied: 'Its value was copied.',
    curlCommandWith: 'A curl command with its value was copied.',
    envTextWith: 'An .env text with its value was copied.',
    terraformTextWith: 'A Terraform text with its value was copied.',
    sdkConfigurationWith: 'An SDK configuration with its value was copied.',
    tokenBeingRotated: 'This token is being rotated, and a second value may be kept for it.',
    endRotationFirst: 'End the rotation first.',
  },
  store: {
    damaged: 'The kept value of this token does not open any more, because its file was damaged or changed.',
    unreadableToken: 'Unreadable token',
    tokenNotKept: 'This token is not kept here any more.',
    tokenRevokedThere: 'This token was revoked, so there is no value any more.',
    pasteAgainMake: 'Paste it again, or make a new token in Okta.',
    veryTokenAlready: (get: string) => `This very token is already kept here as "${get}".`,
    takeOneCapture: 'Use that one, or capture another token.',
  },
  clipboard: {
    ownCopy: 'Keyturn itself copied the text on the clipboard.',
    copyNew: 'Copy the new token value in the Admin Console, then paste it here.',
    systemDidNot: 'The system did not let Keyturn write to the clipboard, so nothing was copied.',
    tryOnceMore: 'Try once more. If it goes on, another program may be holding the clipboard.',
  },
};
