import { readsOnly } from './reads-only.ts';
import { oauthGuide, type Tool, throughDoor, tokenGuide } from './tool.ts';

const needs =
  'The SDK reads the address of the org from OKTA_CLIENT_ORGURL, and so calls Keyturn instead. It needs no token. keyturn exec sets the variables.';

const needsWithApp =
  'The SDK reads the address of the org from OKTA_CLIENT_ORGURL, and so calls Keyturn instead. Keyturn adds an access token of the app to each call, and a proof of possession if Okta demands one. The SDK needs no key. For a program on another computer, copy an okta.yaml with the private key.';

const run = (command: string) => ({ name: 'Run your program', text: throughDoor(command) });

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

/** The pages of Okta's own SDKs. */
export const sdks: readonly Tool[] = [
  sdk(
    'sdk-node',
    'Okta SDK for Node.js',
    'authorizationMode PrivateKey with clientId, scopes and privateKey, for example okta.users.read.',
    'node app.js',
    'okta-sdk-nodejs',
  ),
  sdk(
    'sdk-python',
    'Okta SDK for Python',
    'authorizationMode PrivateKey with clientId, scopes and privateKey, for example okta.users.read.',
    'python3 app.py',
    'okta-sdk-python',
  ),
  sdk(
    'sdk-go',
    'Okta SDK for Go',
    'WithAuthorizationMode("PrivateKey") with client id, scopes and private key, for example okta.users.read.',
    './app',
    'okta-sdk-golang',
  ),
  sdk(
    'sdk-java',
    'Okta SDK for Java',
    'AuthorizationMode.PRIVATE_KEY with client id, scopes and private key, for example okta.users.read.',
    'java -jar app.jar',
    'okta-sdk-java',
  ),
  sdk(
    'sdk-dotnet',
    'Okta SDK for .NET',
    'AuthorizationMode.PrivateKey with ClientId, Scopes and PrivateKey, for example okta.users.read.',
    'dotnet run',
    'okta-sdk-dotnet',
  ),
];
