import type { sdks as english } from '../../../../shared/connect/sdks.ts';
import { oauthGuide, type Tool, throughDoor, tokenGuide } from '../../../../shared/connect/tool.ts';
import { readsOnly } from './reads-only.ts';

const needs =
  'Das SDK liest die Adresse der Org aus OKTA_CLIENT_ORGURL und ruft deshalb Keyturn statt der Org auf. Es braucht kein Token. keyturn exec setzt die Variablen.';

const needsWithApp =
  'Das SDK liest die Adresse der Org aus OKTA_CLIENT_ORGURL und ruft deshalb Keyturn statt der Org auf. Keyturn fügt jedem Aufruf ein Access-Token der App hinzu, und einen Besitznachweis, wenn Okta ihn verlangt. Das SDK braucht keinen Schlüssel. Für ein Programm auf einem anderen Computer kopieren Sie eine okta.yaml mit dem privaten Schlüssel.';

const run = (command: string) => ({ name: 'Ihr Programm ausführen', text: throughDoor(command) });

const sdk = (id: string, name: string, oauth: string, command: string, repository: string): Tool => ({
  id,
  name,
  value: 'stays in Keyturn',
  needs,
  role: readsOnly,
  oauth,
  app: { value: 'stays in Keyturn', needs: needsWithApp, lines: [run(command)], copies: ['sdk'] },
  lines: [run(command)],
  sources: [`https://github.com/okta/${repository}`, tokenGuide, oauthGuide],
});

/** The German pages of Okta's own SDKs. */
export const sdks: typeof english = [
  sdk(
    'sdk-node',
    'Okta SDK für Node.js',
    'authorizationMode PrivateKey mit clientId, scopes und privateKey, zum Beispiel okta.users.read.',
    'node app.js',
    'okta-sdk-nodejs',
  ),
  sdk(
    'sdk-python',
    'Okta SDK für Python',
    'authorizationMode PrivateKey mit clientId, scopes und privateKey, zum Beispiel okta.users.read.',
    'python3 app.py',
    'okta-sdk-python',
  ),
  sdk(
    'sdk-go',
    'Okta SDK für Go',
    'WithAuthorizationMode("PrivateKey") mit Client ID, Scopes und privatem Schlüssel, zum Beispiel okta.users.read.',
    './app',
    'okta-sdk-golang',
  ),
  sdk(
    'sdk-java',
    'Okta SDK für Java',
    'AuthorizationMode.PRIVATE_KEY mit Client ID, Scopes und privatem Schlüssel, zum Beispiel okta.users.read.',
    'java -jar app.jar',
    'okta-sdk-java',
  ),
  sdk(
    'sdk-dotnet',
    'Okta SDK für .NET',
    'AuthorizationMode.PrivateKey mit ClientId, Scopes und PrivateKey, zum Beispiel okta.users.read.',
    'dotnet run',
    'okta-sdk-dotnet',
  ),
];
