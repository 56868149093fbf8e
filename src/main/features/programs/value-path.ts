/** The path behind a token's name that asks for the value itself, by POST. No path of Okta's API begins like this. */
export const valuePath = '/keyturn/value';

/** The header that carries the org's origin together with the value. */
export const orgHeader = 'x-keyturn-org';

/** The header that says how the value is sent: `SSWS` for an API token, `Bearer` for an access token. */
export const schemeHeader = 'x-keyturn-scheme';
