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
    keepJob: 'Keep this job',
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
  makeAppCard: {
    makeAppInOkta: 'Make the app in Okta',
    madeOn: (date: string, keyId: string) => `Made on ${date}, key ${keyId}…`,
    makeAnotherKey: 'Make another key',
    askMakeAnotherKey: 'Make another key?',
    makeAnother: 'Make another',
    keepThisOne: 'Keep this key',
    oldKeyReplaced:
      'Keyturn replaces the private key that it keeps, and nobody can recover the old one. Programs that have the old one continue to work until somebody removes its public key from the app in Okta.',
  },
  oauthTab: {
    makeAKey: 'Make a key',
    whatKeyturnDoes:
      'Keyturn makes a key pair. It keeps the private key as it keeps a token. You give the public key to Okta. The app is in the list from then on.',
    needsNotKnown:
      'An OAuth service app asks for single scopes, and its access tokens expire after an hour. Keyturn does not know yet which scopes this token’s job needs. On the Access tab, make an X-ray and choose what the token is for.',
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
      'The app demands a proof of possession (DPoP) with every call. Okta’s SDKs send it. If a program cannot send it, switch the proof off in the app.',
    takesBearer:
      'The app takes plain Bearer tokens. Whoever gets one can use it until it expires, within the hour. The app can demand proofs of possession (DPoP).',
    nothing: 'Nothing',
    notLooked: 'Not checked',
  },
  testAppCard: {
    testTheApp: 'Test the app',
    keepClientId: 'Keep Client ID',
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
