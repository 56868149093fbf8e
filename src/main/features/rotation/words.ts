import type { RevokeAttempt } from '../../../shared/contract/rotation.ts';

/** The sentences of a rotation, nested by the file that uses them. */
export const words = {
  begin: {
    beingRotated: 'This token is being rotated already.',
    continueOrEnd: 'Continue that rotation, or end it.',
    tokenRevoked: 'This token was revoked.',
    addAnother: 'Add a new one in its place.',
  },
  capture: {
    copyAndPaste:
      'Copy the token value in the Admin Console and paste it here. Keyturn left your clipboard as it was.',
    copyAndEnter: 'Copy the token value in the Admin Console and enter it in the field.',
    needsOwnValue: 'A new token needs a value of its own. Create one in the Admin Console.',
    notAToken: 'This is not an API token.',
    oldToken: 'This is the old token itself.',
    alreadyKept: (kept: string) => `This very token is already kept here as "${kept}".`,
    captured: (fingerprint: string) => `New token captured, fingerprint ${fingerprint}.`,
  },
  compareStep: {
    compared: (asks: string) => `Compared. ${asks === '' ? 'Nothing to confirm' : `To confirm: ${asks}`}.`,
    comparedAgain: 'Compared again.',
    tested: (word: string) => `The new token was tested: ${word}.`,
  },
  compare: {
    listed: (names: readonly string[]) => `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`,
    otherOwner: (is: string | undefined, was: string | undefined) =>
      `The new token belongs to ${is}, the old one to ${was}. It depends on another account.`,
    broader: (names: string) =>
      `The new token may do more than the old one: ${names}. A token should have the least access that its work needs.`,
    cannotRead: (names: string) => `Programs that use the token can no longer read ${names}.`,
    narrower: (names: string) =>
      `The new token may do less than the old one, or something else: ${names}. Programs that relied on that stop working.`,
    unknown: (names: string) => `Keyturn could not compare everything: ${names}. The two may differ there.`,
    oldNotWorking: (word: string) =>
      `The old token did not work when it was tested: ${word}. What uses it is broken already, or works with the new one only.`,
    notKnown: 'Not known',
    noAdminRole: 'No admin role',
    anyAddress: 'Any address',
    only: (list: string) => `only ${list}`,
    not: (list: string) => `not ${list}`,
    zones: (parts: readonly string[]) => `Network zones: ${parts.join('; ') || 'as set in Okta'}`,
    allowed: 'Allowed',
    notAllowed: 'Not allowed',
    notAsked: 'Not asked',
    notKnownWhy: (why: string) => `Not known. ${why}`,
    org: 'Org',
    owner: 'Owner',
    roles: 'Roles',
    network: 'Network',
  },
  desk: {
    cancelled: 'Cancelled.',
    planned: 'Planned. Nothing was changed in Okta.',
    replaceNow: 'Replace now: the token is revoked before it is replaced.',
    handingOver: 'handing over',
    replaced: 'Replaced and handed over.',
    ended: 'This rotation has ended.',
  },
  handOver: {
    notConfirmed: (sentences: readonly string[]) => `Not confirmed yet: ${sentences.join(' ')}`,
    tick: 'Tick each difference that you want, or capture another token.',
    handedOver: 'The new token is in use. The old one is kept.',
    undone: 'Undone: the old token is in use again.',
    resumed: 'Resumed: the new token is in use again.',
  },
  handlers: {
    oldTokenNamed: (name: string) => `The person says that the old token is "${name}" in Okta.`,
    saidByPerson: (name: string) => `The person says that ${name} has the new token.`,
    chooseFile: 'Choose the file that keeps the token',
    notListed: 'Okta’s list does not have this token any more.',
    pickAnother: 'Pick another one.',
    saveRecord: 'Save the record of the rotation',
  },
  machine: {
    movedOn: 'This step is not possible now, because the rotation has moved on.',
    ended: 'This rotation has ended.',
    lookAgain: 'Look at the page again: it shows where the rotation stands.',
  },
  quietStep: {
    notHandedOver: 'The new token is not handed over yet.',
  },
  quiet: {
    partOfList: (why: string) =>
      `Only a part of Okta’s list of API tokens could be read, so the old one may not be in it. ${why}`,
    usedFrom: (address: string, program: string, when: string) =>
      `The old token was used from ${address} by ${program}, ${when}.`,
    usedAbout: (when: string) =>
      `The old token was used about ${when}: its expiry in Okta has moved. The call wrote no event to the System Log, so its address is not known.`,
    notQuietYet: (minutes: number) =>
      `No use of the old token was seen since the hand-over. It must be quiet for ${minutes} minutes.`,
    quietFor: (minutes: number) =>
      `No use of the old token was seen for ${minutes} minutes: no event in the System Log, and its expiry in Okta did not move.`,
    cannotTell:
      'Keyturn cannot tell whether the old token is still used. The new one can read neither the System Log nor the list of API tokens.',
    logOnly:
      'The System Log shows no use. It does not show calls that write no event. The new token cannot read the list of API tokens, the second witness.',
    listOnly:
      'Its expiry in Okta has not moved. The new token cannot read the System Log, the other witness.',
    lookInConsole: 'Look in the Admin Console under Security, API, Tokens.',
    oldNotKnown: 'Okta does not say which token in its list it is',
    unknownAddress: 'an unknown address',
    unknownProgram: 'an unknown program',
    oldNotListed: 'Okta’s list of API tokens does not have the old token any more.',
    oldWasNotKnown: 'Okta does not say which token in its list it was',
    noAnswerAtOnce: 'Okta did not answer at once',
  },
  revokeStep: {
    notYet: (reasons: readonly string[]) => `The old token is not revoked yet. ${reasons.join(' ')}`,
    waitOrInsist: (insist: string) => `Wait, or type "${insist}" if you are sure.`,
    insisted: (reasons: readonly string[]) => `The person insisted on the revoke. ${reasons.join(' ')}`,
    choose: 'Choose whether to revoke it or to forget it.',
    forgotten: 'Keyturn forgot the new token. It continues to work in Okta until it is revoked or expires.',
    revokeAsked: 'Revoke asked for.',
    endedWithoutReplacement: 'Ended without a replacement.',
    captured: 'A new token was captured.',
  },
  revoke: {
    carriedOut: (host: string) => `${host} carried out the revoke.`,
    stillAccepts: (host: string) => `${host} still accepts it.`,
    proven: (host: string, whose: RevokeAttempt['whose'], isListed: boolean | null) =>
      `${host} answered 401 E0000011 to the ${whose} token${isListed === false ? ', and its list of API tokens does not have it any more' : ''}.`,
    stillListed: (host: string, whose: RevokeAttempt['whose']) =>
      `${host} refuses the ${whose} token with 401 E0000011 but still lists it. Most likely its owner is not active. It would work again with its owner, so this is no proof.`,
    saidRevoked: (host: string, whose: RevokeAttempt['whose']) =>
      `${host} said that it revoked the ${whose} token, and still accepts it. Try again in a minute.`,
    notRevoked: (host: string, whose: RevokeAttempt['whose'], refusal: string) =>
      `${host} did not revoke the ${whose} token (${refusal}) and still accepts it.`,
    notProven: (host: string, whose: RevokeAttempt['whose'], refusal: string) =>
      `Not proven yet: ${host} did not answer 401 E0000011 to the ${whose} token but ${refusal}.`,
    refusal: (word: string, status: number | null, errorCode: string | null) =>
      `${word}${status === null ? '' : `, HTTP ${status}`}${errorCode === null ? '' : ` ${errorCode}`}`,
  },
  run: {
    notHandedOver: 'The new token is not handed over yet.',
    updatedByHand: (name: string) => `${name} is updated by hand.`,
    consumerGone: 'This consumer is not in the checklist any more.',
  },
  store: {
    damaged:
      'The value held for this rotation does not open any more, because its file was damaged or changed.',
    gone: 'This rotation is not kept here any more.',
    noValue: 'No second value is held for this rotation.',
    endAndLook:
      'The token itself is not touched. End the rotation, and look in the Admin Console for the token that remains.',
  },
  record: {
    title: (token: string) => `Rotation of ${token}`,
    notEnded: (begun: string) => `Begun ${begun}, not ended.`,
    ended: (begun: string, ended: string) => `Begun ${begun}, ended ${ended}.`,
    leaked: 'The token had leaked: it was revoked first, then replaced.',
    none: 'None.',
    proven: 'Revoked, with proof.',
    notProven: { title: 'Not proven.', detail: 'Nothing proves yet that Okta ended the old token.' },
    titles: {
      proof: 'Proof',
      tokens: 'Tokens',
      compared: 'Compared',
      consumers: 'Handed over to',
      attempts: 'Tries to revoke',
      steps: 'Steps',
    },
    proofColumns: ['When', 'HTTP', 'Okta error code', 'Request id'],
    tokenColumns: ['', 'Fingerprint', 'ID in Okta'],
    comparedColumns: ['', 'Old', 'New', 'Difference'],
    consumerColumns: ['Consumer', 'Where', 'When', 'How'],
    attemptColumns: ['When', 'Token', 'Revoke call', 'Call after', 'Request id', 'Proven'],
    stepColumns: ['When', 'State', 'What'],
    oldToken: 'Old',
    newToken: 'New',
    notKnown: 'not known',
    notYet: 'not yet',
    exit: (status: number) => `command, exit ${status}`,
    revoked: {
      id: (word: string, status: string) => `by id: ${word} ${status}`,
      current: (word: string, status: string) => `by itself: ${word} ${status}`,
      none: () => 'no call',
    },
    yes: 'yes',
    no: 'no',
    foot: (version: string) => `Written by Keyturn ${version}. It holds fingerprints, never a value.`,
  },
};
