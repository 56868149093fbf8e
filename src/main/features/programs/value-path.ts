/** Behind a token's name: asks for the value itself, by POST. No path of Okta's API begins like it. */
export const valuePath = '/keyturn/value';

/** The header in which the org's origin goes along with the value. */
export const orgHeader = 'x-keyturn-org';
