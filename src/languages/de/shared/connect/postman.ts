import type { postman as english } from '../../../../shared/connect/postman.ts';
import { type Lines, throughDoor } from '../../../../shared/connect/tool.ts';
import { readsOnly } from './reads-only.ts';

const lines: readonly Lines[] = [
  {
    name: 'Umgebung für Postman',
    text: ({ door }) =>
      door === null
        ? null
        : `${JSON.stringify(
            {
              name: 'Okta über Keyturn',
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
    name: 'Eine Collection mit Newman ausführen',
    text: throughDoor(
      `sh -c 'newman run collection.json --env-var url="$OKTA_CLIENT_ORGURL" --env-var apikey=keyturn'`,
    ),
  },
];

/** The German page of Postman and of its runner Newman. */
export const postman: typeof english = {
  id: 'postman',
  name: 'Postman und Newman',
  value: 'stays in Keyturn',
  needs:
    'Die Collections von Okta lesen die Variablen url und apikey einer Umgebung. url ist die Adresse von Keyturn, und apikey kann ein beliebiges Wort sein. Nutzen Sie die Desktop-App, denn eine Seite in einem Browser darf kein Token benutzen.',
  role: readsOnly,
  oauth:
    'Authorization Code mit PKCE einer OIDC-App, im Formular von Postman selbst. Eine Person meldet sich an, und die Scopes begrenzen, was die Collection kann.',
  app: {
    value: 'stays in Keyturn',
    needs:
      'Die Collections von Okta lesen die Variablen url und apikey einer Umgebung. url ist die Adresse von Keyturn, und apikey kann ein beliebiges Wort sein. Keyturn ersetzt es durch ein Access-Token der App. Nutzen Sie die Desktop-App, denn eine Seite in einem Browser darf Keyturn nicht aufrufen.',
    lines,
    copies: [],
  },
  lines,
  sources: [
    'https://developer.okta.com/docs/reference/rest/',
    'https://support.okta.com/help/s/article/configuring-postman-for-okta-api-access',
  ],
};
