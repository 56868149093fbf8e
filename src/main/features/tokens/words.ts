/** The sentences about kept tokens, nested by the file that uses them. */
export const words = {
  handlers: {
    valueCopied: 'Its value was copied.',
    curlCopied: 'A curl command with its value was copied.',
    envCopied: 'An .env text with its value was copied.',
    terraformCopied: 'A Terraform text with its value was copied.',
    sdkCopied: 'An SDK configuration with its value was copied.',
    beingRotated: 'This token is being rotated, and a second value may be kept for it.',
    endRotation: 'End the rotation first.',
  },
  store: {
    otherOrg:
      'The file of the vault was changed: this value was kept for another org than the file says now. Keyturn does not use it.',
    damaged: 'The kept value of this token does not open any more, because its file was damaged or changed.',
    unreadable: 'Unreadable token',
    gone: 'This token is not kept here any more.',
    revoked: 'This token was revoked, so there is no value any more.',
    pasteOrMake: 'Paste it again, or make a new token in Okta.',
    alreadyKept: (label: string) => `This very token is already kept here as "${label}".`,
    useThatOne: 'Use that one, or capture another token.',
  },
  clipboard: {
    ownCopy: 'Keyturn itself copied the text on the clipboard.',
    copyNew: 'Copy the new token value in the Admin Console, then paste it here.',
    notWritten: 'The system did not let Keyturn write to the clipboard, so nothing was copied.',
    tryAgain: 'Try again. If it happens again, another program may be holding the clipboard.',
  },
};
