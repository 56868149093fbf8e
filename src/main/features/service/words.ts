import { number } from '../../../shared/plural.ts';
/** The sentences about OAuth service apps, nested by the file that uses them. */
export const words = {
  appAccess: {
    locked: 'Keyturn was locked while it asked Okta for an access token.',
  },
  appKey: {
    noKey: 'The file has an app whose private key cannot be read.',
    exportAgain: 'Export the tokens again on the other computer.',
  },
  appView: {
    unreadable: 'Unreadable app',
    nameless: 'App without a name',
    ofToken: (label: string) => `${label} (app)`,
  },
  clientId: {
    wrong: {
      nothing: 'This is not the Client ID of an app. The field is empty.',
      notOne: 'This is not the Client ID of an app. It has signs or a length that no Client ID has.',
      several: 'This text has several Client IDs. Enter the one of the app that has this key.',
      privateKey:
        'This is not the Client ID of an app. It is a private key, which Keyturn does not need here.',
      publicKey:
        'This is not the Client ID of an app. It is the public key, which belongs into the app in Okta.',
      certificate:
        'This is not the Client ID of an app. It is a certificate. Okta needs the public key of the app in place of one.',
      capitals:
        "All letters of this Client ID are capital letters. Okta's IDs distinguish capital and small letters. Copy the Client ID again.",
      address: 'This is not the Client ID of an app. It is an address, and no Client ID is in it.',
      keyId: 'This is not the Client ID of an app. It is the ID of its key (kid).',
      scope: 'This is not the Client ID of an app. It is the name of a scope.',
      placeholder: 'This is not the Client ID of an app. It stands in the place of one, as in an example.',
      token: 'This is not the Client ID of an app. It looks like an API token.',
      secret:
        'This is not the Client ID of an app. It looks like a secret. Enter the Client ID, which Okta shows above the secret.',
      otherId: (begins: string) =>
        `This is not the Client ID of an app. Okta's IDs that begin with ${begins} belong to other things.`,
      length:
        'This is not the Client ID of an app. A Client ID usually has 20 letters and digits; some are missing or too many.',
    },
  },
  moreScopes: {
    question: (label: string) => `Let programs do more with ${label}?`,
    detail: (scopes: string, org: string) =>
      `Org: ${org}. Programs may use this OAuth app. With this job, its access tokens also have: ${scopes}.`,
    yes: 'Let programs do more',
    notChanged: 'Nothing was changed. The app keeps its scopes.',
  },
  desk: {
    imported: 'It was imported from an age file.',
    jobChosen: 'A job was chosen for the app.',
    jobNeedsNothing: 'The app needs no scope for this job.',
    chooseNeeds: 'Choose at least one family that the app reads or changes.',
    keyMade: (keyId: string) => `A key was made for an OAuth service app, ${keyId}.`,
    privateKeyCopied: 'The private key of the OAuth service app was copied.',
    appForgotten: 'The OAuth service app was removed from Keyturn. It stays in Okta.',
    appBroughtBack: 'The removal of the OAuth service app was undone.',
    endingItself: 'Revoking itself: DELETE /api/v1/api-tokens/current accepts an API token only.',
    askingWho: 'Asking who it is: GET /api/v1/users/me needs a user, and an app is not a user.',
    roles: "Its roles: an app has its own roles, not those of the token's owner.",
    clientIdPlace:
      'A Client ID usually begins with 0oa. Okta shows it in the app under General, Client Credentials.',
    appNotKnown: 'Keyturn does not know yet which app has the key.',
    jobNotKnown: "Keyturn does not know what the app's job needs, so it cannot ask for scopes.",
    sayJob: 'Choose what the app is for on its Access tab.',
    cancelled: 'Cancelled.',
    giveClientId: 'Enter its Client ID first.',
  },
  keyRotation: {
    accepted: (keyId: string) => `Okta accepts the new key, ${keyId}. The app still uses the old one.`,
    bothRefused: (host: string, answer: string) =>
      `${host} refused the old key, but did not accept the new one right after. So the refusal proves nothing about the old key. ${answer}`,
    endIt: 'End the rotation, and look in the Admin Console which keys the app has.',
    finishOrEnd: 'Finish or end the rotation on the Key tab of the app first.',
    gaveToken: (host: string) => `${host} gave an access token.`,
    isRotated: 'The key of this app is being rotated.',
    lookAgain: 'Look at the page again: it shows where the rotation stands.',
    made: (keyId: string) => `A second key was made, ${keyId}. The app still uses the old one.`,
    movedOn: 'This step is not possible now, because the rotation has moved on.',
    noAnswer: (answer: string) => `This proves nothing about the old key. ${answer}`,
    noSecondKey: 'No second key is held for this app.',
    notAccepted: (answer: string) =>
      `Okta did not accept the new key. The app still uses the old one. ${answer}`,
    notSwitched: (answer: string) => `The app still uses the old key. ${answer}`,
    proven: (host: string, keyId: string, status: number | null) =>
      `${host} refused the old key ${keyId} with ${status} invalid_client, and accepted the new key right after, for the same app and by the same clock. Keyturn destroyed the old key.`,
    secondKeyDamaged:
      'The second key of this rotation does not open any more, because its file was damaged or changed. The key that the app uses is not touched.',
    stillAccepted: (host: string) => `${host} still accepts the old key.`,
    switched: (keyId: string) =>
      `The app uses the new key now, ${keyId}. The old one is kept for the proof of its end.`,
    undone: (keyId: string) =>
      `Undone. The app keeps its key, and nothing changed for programs. Keyturn destroyed the new private key. If its public key ${keyId} is in Okta, remove it there.`,
    unproven: (keyId: string) =>
      `Ended without a proof. Keyturn destroyed the old private key. Other copies of it work until its public key ${keyId} is removed in Okta.`,
  },
  refusals: {
    oktaSays: (description: string) => ` Okta says: "${description}"`,
    clientId: (host: string) => `${host} does not accept this Client ID with this key.`,
    checkApp:
      'Check the app under General: the Client ID is the one entered here, Client authentication is "Public key / Private key", and this public key is there and active. If all of this is right, check whether the clock of this computer is right.',
    otherKind: (host: string) =>
      `${host} knows the app, but an app of its kind cannot ask for a token by itself.`,
    makeServiceApp: 'Make an app of the kind API Services, and enter its Client ID here.',
    scopeFeature: 'The org may not have the feature of that scope. Choose what the app is for without it.',
    noProof: (host: string) => `${host} did not accept the proof of possession that the app needs.`,
    checkClock: 'Check that the clock of this computer is right, then test again.',
    trouble: (host: string, status: number) =>
      `${host} answered with an error of its own (HTTP ${status}). Keyturn learned nothing about the app.`,
    unexpected: (host: string, status: number, error: string | null, own: string) =>
      `${host} answered with HTTP ${status}${error === null ? ', which is not the answer of a token endpoint' : ` and ${error}`}.${own}`,
    knowsAppHas: (host: string) => `${host} knows the app, but has granted it none of these scopes.`,
    appUnderOkta:
      'Grant the scopes above in the app, under Okta API Scopes. Only a super admin can grant scopes.',
    doesNotKnow: (host: string) => `${host} does not know one of these scopes.`,
    waitTestAgain: 'Wait and test again.',
    testAgainFew: 'Test again in a few minutes.',
    testAgainIf: 'Test again. If the error stays, give the request ID to Okta.',
  },
  store: {
    damaged: 'The kept key does not open any more, because its file was damaged or changed.',
    notKept: 'Keyturn no longer has this OAuth service app.',
    addIt: 'Add it again.',
    makeNewKey: 'Make a new key, and put its public half into the app in Okta.',
  },
  verdict: {
    lacks: (host: string, lacks: string) =>
      `${host} gave the app an access token, but the token lacks what the job needs: ${lacks}.`,
    reads: (host: string, needed: number) =>
      `${host} gave the app an access token, and the token reads ${needed === 1 ? 'what' : `all ${number(needed)} kinds of data that`} the job needs.`,
    notKnown: (host: string, unknown: string) =>
      `${host} gave the app an access token. Keyturn does not know whether it may read ${unknown}.`,
    tokenReachesApp: 'The token reads this, but the app does not.',
    scopeNotGranted: (scope: string) => `The scope ${scope} is not granted.`,
    scopeGrantedReading: 'The scope is granted. Reading was not tried.',
    oktaSaysAccess: (scope: string) =>
      `Okta says that the access token lacks a scope, although ${scope} is granted.`,
    scopeGrantedApp: (scope: string) =>
      `The scope ${scope} is granted, but the app has no admin role that reads this.`,
    changingNotTried: ' Keyturn did not try a change. The scope allows changes, and the role decides.',
    oktaLetRead: (changing: string) => `Okta let the app read.${changing}`,
    rowsBelowSay:
      'Each row below says whether a scope or a role is missing. Only a super admin can grant scopes and roles.',
    testAgainMinute: 'Test again in a minute.',
    gaveAppAccess: (host: string) =>
      `${host} gave the app an access token with the scopes that the job needs.`,
  },
};
