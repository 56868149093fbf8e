import { readsOnly } from './reads-only.ts';
import { type Tool, throughDoor } from './tool.ts';

const run = { name: 'Run a command', text: throughDoor('okta-cli-client --help') };

/** The page of Okta's command line tools. */
export const oktaCli: Tool = {
  id: 'okta-cli',
  name: 'Okta CLI (okta-cli-client)',
  value: 'stays in Keyturn',
  needs:
    "Okta's CLI for the Management API reads the variables of the Okta SDK for Go, so it calls Keyturn and needs no token. The okta-cli of PyPI is another program: it keeps the token in a file in plain text, so use it only with a token that may read.",
  role: readsOnly,
  oauth: 'authorizationMode PrivateKey in its configuration, with clientId, scopes and privateKey.',
  app: {
    value: 'stays in Keyturn',
    needs:
      "Okta's CLI for the Management API reads the variables of the Okta SDK for Go, so it calls Keyturn and needs no key. Keyturn adds an access token of the app to each call. The okta-cli of PyPI is another program and takes no app.",
    lines: [run],
    copies: ['sdk'],
  },
  lines: [run],
  sources: ['https://github.com/okta/okta-cli-client', 'https://pypi.org/project/okta-cli/'],
};
