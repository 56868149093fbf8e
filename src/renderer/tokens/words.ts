/** Holds the words that the first screen needs, by the file that shows them. */
export const words = {
  emptyList: {
    noTokensYet: 'No tokens yet',
    whatKeyturnDoes:
      'Keyturn leads you through making an API token in Okta, keeps it encrypted on this computer, and tests it.',
    addFirstToken: 'Add your first token',
    restoreSavedTokens: 'Restore saved tokens instead',
    noTokenMatches: 'No token matches',
    whatFilterFinds: 'The filter looks at labels, orgs, owners, tags, purposes and health.',
    showAllTokens: 'Show all tokens',
  },
  grouping: {
    needsYou: 'Needs you',
    inRotation: 'In rotation',
    healthy: 'Healthy',
    revoked: 'Revoked',
    oauthApp: 'OAuth app',
    expiryByOkta: (expiry: string, rotation: string) =>
      `Expires ${expiry} unless used, by Okta. Rotation due ${rotation}.`,
    expiryForecast: (expiry: string, rotation: string) =>
      `Expires ${expiry} unless used, a forecast. Rotation due ${rotation}.`,
    keyDue: (due: string) => `The next key is due ${due}.`,
  },
  tokenList: {
    tokenList: 'Token list',
    filter: (name: string) => `Filter ${name}`,
    open: 'Open',
    testing: 'Testing…',
    test: (label: string) => `Test ${label}`,
  },
};
