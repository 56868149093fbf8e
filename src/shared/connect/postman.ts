import { readsOnly } from './reads-only.ts';
import { type Lines, type Tool, throughDoor } from './tool.ts';

const lines: readonly Lines[] = [
  {
    name: 'Environment for Postman',
    text: ({ door }) =>
      door === null
        ? null
        : `${JSON.stringify(
            {
              name: 'Okta through Keyturn',
              values: [
                { key: 'url', value: door, enabled: true },
                { key: 'apikey', value: 'keyturn', enabled: true },
              ],
            },
            null,
            2,
          )}\n`,
  },
  {
    name: 'Run a collection with Newman',
    text: throughDoor(
      `sh -c 'newman run collection.json --env-var url="$OKTA_CLIENT_ORGURL" --env-var apikey=keyturn'`,
    ),
  },
];

/** The page of Postman and of its runner Newman. */
export const postman: Tool = {
  id: 'postman',
  name: 'Postman and Newman',
  value: 'stays in Keyturn',
  needs:
    "Okta's collections read the variables url and apikey of an environment. The url is the address of Keyturn, and the key can be any word. Use the desktop app, because a page in a browser may not use a token.",
  role: readsOnly,
  oauth:
    "Authorization Code with PKCE of an OIDC app, in Postman's own form. A person signs in, and the scopes limit what the collection can do.",
  app: {
    value: 'stays in Keyturn',
    needs:
      "Okta's collections read the variables url and apikey of an environment. The url is the address of Keyturn, and the key can be any word. Keyturn replaces it by an access token of the app. Use the desktop app, because a page in a browser may not call Keyturn.",
    lines,
    copies: [],
  },
  lines,
  sources: [
    'https://developer.okta.com/docs/reference/rest/',
    'https://support.okta.com/help/s/article/configuring-postman-for-okta-api-access',
  ],
};
