import type { RotationMode } from '../../../shared/contract/rotation.ts';

/** How the sentences about quiet name what they are about, by the mode of the rotation. */
export interface QuietTerms {
  readonly old: string;
  /** What read, or could not, at the beginning of a sentence. */
  readonly reader: string;
  readonly since: string;
}

const replaced: QuietTerms = { old: 'old token', reader: 'The new one', since: 'the hand-over' };
const quietTerms: Readonly<Record<RotationMode, QuietTerms>> = {
  usual: replaced,
  leaked: replaced,
  'to-app': {
    old: 'API token',
    reader: 'The other credentials of this org',
    since: 'this rotation began',
  },
};

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
    createAndCopy:
      'Create a new token in the Admin Console and copy its value. Keyturn left your clipboard as it was.',
    alreadyKept: (kept: string) => `This very token is already kept here as "${kept}".`,
    captured: (fingerprint: string) => `New token captured, fingerprint ${fingerprint}.`,
  },
  compareStep: {
    compared: (asks: string) => `Compared. ${asks === '' ? 'Nothing to confirm' : `To confirm: ${asks}`}.`,
    comparedAgain: 'Compared again.',
    tested: (word: string) => `The new token was tested: ${word}.`,
  },
  compare: {
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
    notListed: "Okta's list does not have this token any more.",
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
    terms: quietTerms,
    noReader: 'Keyturn keeps no other credential of this org that may read it',
    partOfList: (why: string) =>
      `Only a part of Okta's list of API tokens could be read, so the old one may not be in it. ${why}`,
    usedFrom: ({ old }: QuietTerms, address: string, program: string, when: string) =>
      `The ${old} was used from ${address} by ${program}, ${when}.`,
    usedAbout: ({ old }: QuietTerms, when: string) =>
      `The ${old} was used about ${when}: its expiry in Okta has moved. The call wrote no event to the System Log, so its address is not known.`,
    notQuietYet: ({ old, since }: QuietTerms, minutes: number) =>
      `No use of the ${old} was seen since ${since}. It must be quiet for ${minutes} minutes.`,
    quietFor: ({ old }: QuietTerms, minutes: number) =>
      `No use of the ${old} was seen for ${minutes} minutes: no event in the System Log, and its expiry in Okta did not move.`,
    cannotTell: ({ old, reader }: QuietTerms) =>
      `Keyturn cannot tell whether the ${old} is still used. ${reader} can read neither the System Log nor the list of API tokens.`,
    logOnly: ({ reader }: QuietTerms) =>
      `The System Log shows no use. It does not show calls that write no event. ${reader} cannot read the list of API tokens, the second source.`,
    listOnly: ({ reader }: QuietTerms) =>
      `Its expiry in Okta has not moved. ${reader} cannot read the System Log, the other source.`,
    lookInConsole: 'Look in the Admin Console under Security, API, Tokens.',
    oldNotKnown: 'Okta does not say which token in its list it is',
    unknownAddress: 'an unknown address',
    unknownProgram: 'an unknown program',
    oldNotListed: ({ old }: QuietTerms) => `Okta's list of API tokens does not have the ${old} any more.`,
    oldWasNotKnown: 'Okta does not say which token in its list it was',
    noAnswerAtOnce: 'Okta did not answer at once',
  },
  revokeStep: {
    notYet: (reasons: readonly string[]) => `The token is not revoked yet. ${reasons.join(' ')}`,
    waitOrInsist: (insist: string) => `Wait, or type "${insist}" if you are sure.`,
    insisted: (reasons: readonly string[]) => `The person insisted on the revoke. ${reasons.join(' ')}`,
    choose: 'Choose whether to revoke it or to forget it.',
    forgotten: 'Keyturn forgot the new token. It continues to work in Okta until it is revoked or expires.',
    revokeAsked: 'Revoke asked for.',
    endedBeforeRevoke: 'Ended before the revoke. Nothing was changed in Okta.',
    gaveUpRevoke: 'Ended, and the revoke is not proven: the token may still work. Keyturn keeps its value.',
    endedWithoutReplacement: 'Ended without a replacement.',
    captured: 'A new token was captured.',
  },
  revoke: {
    api: 'API',
    carriedOut: (host: string) => `${host} carried out the revoke.`,
    stillAccepts: (host: string) => `${host} still accepts it.`,
    proven: (host: string, whose: string, isListed: boolean | null) =>
      `${host} answered 401 E0000011 to the ${whose} token${isListed === false ? ', and its list of API tokens does not have it any more' : ''}.`,
    stillListed: (host: string, whose: string) =>
      `${host} refuses the ${whose} token with 401 E0000011 but still lists it. Most likely its owner is not active. It would work again with its owner, so this is no proof.`,
    saidRevoked: (host: string, whose: string) =>
      `${host} said that it revoked the ${whose} token, and still accepts it. Try again in a minute.`,
    notRevoked: (host: string, whose: string, refusal: string) =>
      `${host} did not revoke the ${whose} token (${refusal}) and still accepts it.`,
    notProven: (host: string, whose: string, refusal: string) =>
      `Not proven yet: ${host} did not answer 401 E0000011 to the ${whose} token but ${refusal}.`,
    provenBeside: (host: string, carriedOut: boolean, isListed: boolean | null, witness: string) =>
      `${host} ${carriedOut ? 'carried out the revoke and ' : ''}answered 401 E0000011 to the API token. In the same minute it accepted ${witness}. ${
        isListed === false
          ? 'Its list of API tokens does not have the token any more.'
          : 'Keyturn keeps no other credential that can read its list of API tokens, so the proof rests on these answers.'
      }`,
    noWitness: (host: string) =>
      `Not proven yet: ${host} refuses the API token with 401 E0000011, and Keyturn keeps no other credential of this org to ask. The org may refuse everything now.`,
    witnessRefused: (host: string, witness: string, why: string) =>
      `Not proven yet: ${host} refuses the API token with 401 E0000011, but it did not accept ${witness} either. ${why}`,
    witnessLate: (host: string, witness: string) =>
      `Not proven yet: ${host} refuses the API token with 401 E0000011, but it accepted ${witness} more than a minute later. Try again.`,
    ownerUnknown: (host: string) =>
      `Not proven yet: ${host} refuses the API token with 401 E0000011. It is revoked, or its owner is not active. Keyturn keeps no other credential that can read the list of API tokens, which would tell.`,
    refusal: (word: string, status: number | null, errorCode: string | null) =>
      `${word}${status === null ? '' : `, HTTP ${status}`}${errorCode === null ? '' : ` ${errorCode}`}`,
  },
  toApp: {
    noApp: 'No OAuth service app does the job of this token yet.',
    testApp: 'Finish its app on its OAuth tab, and test the app until it works.',
    begun: (app: string) =>
      `The OAuth service app "${app}" took over the job of this token. Nothing was changed in Okta.`,
  },
  witness: {
    answered: (name: string) => `Okta accepted ${name}.`,
  },
  run: {
    gaveBack: (name: string, sentence: string) => `${name} got the old token back. ${sentence}`,
    notHandedOver: 'The new token is not handed over yet.',
    noNewToken: 'There is no new token to give: an OAuth service app took over.',
    giveApp: 'Set the consumer up with the app, and mark it as done.',
    updatedByHand: (name: string) => `${name} is updated by hand.`,
    consumerGone: 'This consumer is not in the checklist any more.',
  },
  store: {
    otherOrg:
      'The file of the vault was changed: this value was kept for another org than the file says now. Keyturn does not use it.',
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
    toApp: (app: string, clientId: string) =>
      `The OAuth service app "${app}" (Client ID ${clientId}) took over its job. There is no new token.`,
    witness: (at: string, name: string, status: number | null, requestId: string | null) =>
      `Okta accepted ${name} at ${at}: HTTP ${status ?? '?'}${requestId === null ? '' : `, request ID ${requestId}`}.`,
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
    proofColumns: ['When', 'HTTP', 'Okta error code', 'Request ID'],
    tokenColumns: ['', 'Fingerprint', 'ID in Okta'],
    comparedColumns: ['', 'Old', 'New', 'Difference'],
    consumerColumns: ['Consumer', 'Where', 'When', 'How'],
    attemptColumns: ['When', 'Token', 'Revoke call', 'Call after', 'Request ID', 'Proven'],
    stepColumns: ['When', 'State', 'What'],
    oldToken: 'Old',
    newToken: 'New',
    notKnown: 'not known',
    notYet: 'not yet',
    exit: (status: number) => `command, exit ${status}`,
    revoked: {
      id: (word: string, status: string) => `by ID: ${word} ${status}`,
      current: (word: string, status: string) => `by itself: ${word} ${status}`,
      none: () => 'no call',
    },
    yes: 'yes',
    no: 'no',
    foot: (version: string) => `Written by Keyturn ${version}. It holds fingerprints, never a value.`,
  },
};
