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
      'Keyturn does not know what the app is for. Choose it below, and its scopes follow from that.',
    whatItReads: 'What it reads',
    notFinished:
      'This app is not finished: Okta needs its public key, and Keyturn needs its Client ID. Both steps are below.',
    notTestedYet: 'This app has not been tested yet.',
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
  makeAppCard: {
    makeAppInOkta: 'Make the app in Okta',
    madeOn: (date: string, keyId: string) => `Made on ${date}, key ${keyId}…`,
    makeAnotherKey: 'Make another key',
    askMakeAnotherKey: 'Make another key?',
    makeAnother: 'Make another',
    keepThisOne: 'Keep this one',
    oldKeyReplaced:
      'Keyturn replaces the private key that it keeps, and nobody can recover the old one. Programs that have the old one continue to work until somebody removes its public key from the app in Okta.',
  },
  oauthTab: {
    makeAKey: 'Make a key',
    whatKeyturnDoes:
      'Keyturn makes a key pair. It keeps the private key like a token. Okta gets the public key. The app is in the list from then on.',
    needsNotKnown:
      'An OAuth service app asks for single scopes, and its access tokens expire after an hour. Keyturn does not know yet which scopes this token’s job needs. On the Access tab, make an X-ray and choose what the token is for.',
  },
  planCard: {
    whatItNeeds: 'What it needs',
    scopes: 'Scopes',
    needsRoles: (roles: string) => `The app needs an admin role, too: ${roles}.`,
    needsCustomRole: (permissions: string) =>
      `The app needs an admin role, too: a custom one with ${permissions}.`,
    needsSomeRole: 'The app needs an admin role, too: a custom one with what the job needs.',
    tokenOnly: 'What only an API token can do',
  },
  removeApp: {
    removeTheApp: 'Remove the app',
    askRemoveApp: 'Remove the app?',
    consequence:
      'Keyturn removes the app and its private key from this computer, and nobody can recover the key. The app stays in Okta until somebody removes it there.',
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
      'The app demands a proof of possession (DPoP) with every call. Okta’s SDKs send it. For a program that cannot, switch it off in the app.',
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
    howToUse: 'Give the program the app by one of these. The clipboard clears after 30 seconds.',
    howToUseInstead:
      'Give the program the app instead of the token. The clipboard clears after 30 seconds. When nothing uses the token any more, revoke it under Inventory.',
  },
};
