import type { ReactNode } from 'react';
import { nodes, type Wrap } from '../ui/nodes.ts';

/** Holds every word of this feature's pages, by the file that shows it. */
export const words = {
  appGuide: {
    createIntegration: (bold: Wrap, bold2: Wrap) =>
      nodes`${bold('Create an app integration')} of the kind ${bold2('API Services')}, and name it by its purpose.`,
    addPublicKey: (bold: Wrap) =>
      nodes`Under General, Client Credentials, choose ${bold('Public key / Private key')}, add a key, and paste this one:`,
    oktaApiScopes: (bold: Wrap, scopes: ReactNode) =>
      nodes`Under ${bold('Okta API Scopes')} grant: ${scopes}. Only a super admin can do that.`,
    assignRoles: (bold: Wrap, roles: string) =>
      nodes`Under ${bold('Admin roles')} assign ${roles}. Without a role, Okta accepts the app and allows it nothing.`,
    assignSomeRole: (bold: Wrap) =>
      nodes`Under ${bold('Admin roles')} assign a role that does the job. Without a role, Okta accepts the app and allows it nothing.`,
    copyPublicKey: 'Copy public key',
  },
  appPage: {
    oauthApp: 'OAuth app',
    overview: 'Overview',
    access: 'Access',
    key: 'Key',
    keyRotates: 'The key of this app is being rotated. The Key tab shows what is next.',
    programs: 'Programs',
    setUp: 'Set up',
    jobNotKnown:
      'Keyturn does not know what the app is for. Choose its job below. The job decides its scopes.',
    whatItReads: 'What it reads',
    notFinished:
      'This app is not finished. Okta needs its public key, and Keyturn needs its Client ID. Both steps are below.',
    notTestedYet: 'Keyturn has not tested this app yet.',
    notGiven: 'Not given yet',
    keyId: 'Key ID',
    keyMade: 'Key made',
    nextKeyDue: 'Next key due',
    dueOn: (day: string, when: string) => `${day}, ${when}`,
    kept: 'Kept',
    accessTokens: 'Access tokens',
    demandsDpop: 'Every call needs a proof of possession (DPoP)',
    takesBearer: 'Plain Bearer tokens',
  },
  jobCard: {
    whatItIsFor: 'What it is for',
    keepJob: 'Save this job',
  },
  leaveCard: {
    revokeToken: 'Revoke the API token',
    continueRevoke: 'Continue the revoke',
    whatItDoes:
      'Keyturn lists the programs that use the token and waits until nobody uses it. Then it revokes the token and proves it. You can end this until the revoke.',
    rotatesNow: 'The token is being rotated. End that rotation first.',
    doesNotOpen:
      'Keyturn cannot decrypt the kept value of the token. Paste the value again, or revoke the token under Inventory.',
    revoked: (date: string) => `Revoked on ${date}, with proof.`,
  },
  keyRotationCard: {
    title: {
      made: 'Rotating the key',
      accepted: 'Rotating the key',
      switched: 'Rotating the key',
      done: 'The key was rotated, with proof',
      undone: 'The rotation was undone',
      unproven: 'The key was rotated, without a proof',
    },
    line: {
      made: 'The app still uses the old key. You can undo the rotation until the app uses the new key.',
      accepted:
        'Okta accepts both keys. The app still uses the old one. You can undo the rotation until the app uses the new key.',
      switched:
        'The app uses the new key. Keyturn keeps the old one only to prove that Okta refuses it, and destroys it then.',
      done: 'The app uses the new key. Keyturn destroyed the old one.',
    },
    undo: 'Undo rotation',
    askUndo: 'Undo the rotation?',
    whatUndoDoes:
      'The app keeps its key, and nothing changes for programs. Keyturn destroys the new private key. If you added its public key in Okta, remove it there.',
    goOn: 'Keep the rotation',
    endWithoutProof: 'End without proof',
    askEnd: 'End without proof?',
    whatEndDoes:
      'The app continues to use the new key. Keyturn destroys the old private key and can no longer prove that Okta refuses it. Other copies of it work until its public key is removed in Okta.',
  },
  keyStages: {
    addKey: 'Add the new key in Okta',
    leaveOldActive: 'Okta can have both keys at the same time. Leave the old one active.',
    newKeyIs: (keyId: ReactNode) => nodes`Key ID ${keyId}`,
    openApp: (clientId: string) => `Open the app with the Client ID ${clientId}.`,
    addUnder: (bold: Wrap, bold2: Wrap) =>
      nodes`Under General, ${bold('Client Credentials')}, Public keys, choose Edit and ${bold2('Add key')}, paste this one, and save:`,
    keepOld: (keyId: ReactNode) => nodes`Do not change the old key. Its Key ID is ${keyId}.`,
    testKey: 'Test the new key',
    whatTestDoes:
      'Keyturn asks Okta for an access token with the new key, and reads what the job needs. Programs go on with the old key.',
    accepted: 'Okta accepts the new key.',
    useNewKey: 'Use the new key',
    whatSwitchDoes:
      'Keyturn tests the new key once more. Then tests, programs and the terminal use it, and there is no undo any more.',
    switched: 'The app uses the new key.',
    removeOldKey: 'Remove the old key in Okta',
    whatProves:
      'It is proven when Okta refuses the old key and accepts the new one right after. A rate limit or a lost connection proves nothing.',
    giveCopies: (bold: Wrap) =>
      nodes`Programs that have a copy of the key need the new one. Copy it on the ${bold('Programs')} tab.`,
    removeUnder: (bold: Wrap, keyId: ReactNode) =>
      nodes`Under General, ${bold('Client Credentials')}, Public keys, set the old key to inactive, or delete it: ${keyId}`,
    checkOldKey: 'Check the old key',
    oldKeyGone: 'Okta refuses the old key',
    notProven: 'Not proven',
    mayWork: (keyId: ReactNode) =>
      nodes`Copies of the old key work until this public key is removed in Okta: ${keyId}`,
    tokenGiven: 'Accepted',
    answerToOld: 'Answer to the old key',
    answerToNew: 'Answer to the new key',
    http: (status: number) => `HTTP ${status}`,
    requestId: 'Request ID',
  },
  keyTab: {
    key: 'Key',
    rotateKey: 'Rotate key',
    madeAndDue: (made: string, due: string, when: string) =>
      `Made on ${made}. The next one is due on ${due}, ${when}. Key ID:`,
    whatRotationDoes:
      'A rotation adds a second key beside this one, tests it, switches the app to it, and proves that Okta refuses the old one. The app works all the time.',
    notYet: 'A rotation needs a finished app: its key opens, and it has a Client ID and a job.',
  },
  makeAppCard: {
    makeAppInOkta: 'Make the app in Okta',
    madeOn: (date: string, keyId: string) => `Made on ${date}, key ${keyId}…`,
    replaceAtOnce: 'Replace the key at once',
    askReplaceAtOnce: 'Replace the key at once?',
    keepThisOne: 'Keep this key',
    oldKeyReplaced:
      'Do this if the key has leaked or does not open. Keyturn replaces the private key that it keeps, and nobody can recover it. The app fails until Okta has the new public key. Whoever has the old key can use it until you remove its public key from the app in Okta.',
    rotateInstead:
      'If the key works and has not leaked, rotate it on the Key tab of the app instead. Then the app works all the time.',
  },
  oauthTab: {
    makeAKey: 'Make a key',
    whatKeyturnDoes:
      'Keyturn makes a key pair. It keeps the private key as it keeps a token. You give the public key to Okta. The app is in the list from then on.',
    needsNotKnown:
      "An OAuth service app asks for single scopes, and its access tokens expire after an hour. Keyturn does not know yet which scopes this token's job needs. On the Access tab, make an X-ray and choose what the token is for.",
  },
  planCard: {
    whatItNeeds: 'What it needs',
    scopes: 'Scopes',
    needsRoles: (roles: string) => `The app also needs an admin role: ${roles}.`,
    needsCustomRole: (permissions: string) =>
      `The app also needs an admin role: a custom role with ${permissions}.`,
    needsSomeRole: 'The app also needs an admin role: a custom role with what the job needs.',
    tokenOnly: 'What only an API token can do',
  },
  removeApp: {
    removeTheApp: 'Remove the app',
    askRemoveApp: 'Remove the app?',
    removed: (label: string) => `${label} was removed from Keyturn.`,
    consequence:
      'Keyturn removes the app and its private key from this computer. You can undo this for 30 seconds. After that, nobody can recover the key. The app stays in Okta until somebody removes it there.',
  },
  serviceResult: {
    works: 'Works',
    lacksIt: 'Lacks it',
    notTried: 'Not tried',
    noLonger: 'No longer',
    readsIt: 'Reads it',
    doesNot: 'Does not',
    read: 'Read',
    besideToken: 'The app beside the token, by family of endpoints',
    byFamily: 'The app, by family of endpoints',
    theJob: 'The job',
    theToken: 'The token',
    theApp: 'The app',
    demandsProof:
      "The app demands a proof of possession (DPoP) with every call. Okta's SDKs send it. If a program cannot send it, switch the proof off in the app.",
    takesBearer:
      'The app takes plain Bearer tokens. Whoever gets one can use it until it expires, within the hour. The app can demand proofs of possession (DPoP).',
    nothing: 'Nothing',
    notLooked: 'Not checked',
  },
  testAppCard: {
    testTheApp: 'Test the app',
    keepClientId: 'Save Client ID',
  },
  useAppCard: {
    copyPrivateKey: 'Copy private key',
    copyEnv: 'Copy .env',
    copyTerraform: 'Copy Terraform',
    copySdkConfiguration: 'Copy SDK configuration',
    useIt: 'Use it',
    howToUse: 'Copy one of these for the program. Keyturn clears the clipboard after 30 seconds.',
    howToUseInstead:
      'Let the program use the app instead of the token. Keyturn clears the clipboard after 30 seconds.',
  },
};
