import type { oktaCli as english } from '../../../../shared/connect/okta-cli.ts';
import { throughDoor } from '../../../../shared/connect/tool.ts';
import { readsOnly } from './reads-only.ts';

const run = { name: 'Einen Befehl ausführen', text: throughDoor('okta-cli-client --help') };

/** The German page of Okta's command line tools. */
export const oktaCli: typeof english = {
  id: 'okta-cli',
  name: 'Okta CLI (okta-cli-client)',
  value: 'stays in Keyturn',
  needs:
    'Die CLI von Okta für die Management-API liest die Variablen des Okta SDK für Go. Sie ruft also Keyturn auf und braucht kein Token. Das okta-cli von PyPI ist ein anderes Programm: Es bewahrt das Token im Klartext in einer Datei auf. Nutzen Sie es deshalb nur mit einem Token, das nur lesen darf.',
  role: readsOnly,
  oauth: 'authorizationMode PrivateKey in der Konfiguration, mit clientId, scopes und privateKey.',
  app: {
    value: 'stays in Keyturn',
    needs:
      'Die CLI von Okta für die Management-API liest die Variablen des Okta SDK für Go. Sie ruft also Keyturn auf und braucht keinen Schlüssel. Keyturn fügt jedem Aufruf ein Access-Token der App hinzu. Das okta-cli von PyPI ist ein anderes Programm und nimmt keine App.',
    lines: [run],
    copies: ['sdk'],
  },
  lines: [run],
  sources: ['https://github.com/okta/okta-cli-client', 'https://pypi.org/project/okta-cli/'],
};
