import { oauthGuide, type Tool, throughDoor, tokenGuide } from '../../../../shared/connect/tool.ts';
import { readsOnly } from './reads-only.ts';

const needs =
  'SDKはorgのアドレスをOKTA_CLIENT_ORGURLから読むため、代わりにKeyturnを呼び出します。トークンは必要ありません。keyturn execが変数を設定します。';

const needsWithApp =
  'SDKはorgのアドレスをOKTA_CLIENT_ORGURLから読むため、代わりにKeyturnを呼び出します。Keyturnは各呼び出しにアプリのアクセストークンを加え、Oktaが求める場合は所持の証明も加えます。SDKに鍵は必要ありません。別のコンピューターのプログラムには、秘密鍵を含むokta.yamlをコピーしてください。';

const run = (command: string) => ({ name: 'プログラムを実行する', text: throughDoor(command) });

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

/** The Japanese pages of Okta's own SDKs. */
export const sdks: readonly Tool[] = [
  sdk(
    'sdk-node',
    'Okta SDK for Node.js',
    'authorizationMode PrivateKeyを選び、clientId、scopes、privateKeyを指定します。スコープの例: okta.users.read。',
    'node app.js',
    'okta-sdk-nodejs',
  ),
  sdk(
    'sdk-python',
    'Okta SDK for Python',
    'authorizationMode PrivateKeyを選び、clientId、scopes、privateKeyを指定します。スコープの例: okta.users.read。',
    'python3 app.py',
    'okta-sdk-python',
  ),
  sdk(
    'sdk-go',
    'Okta SDK for Go',
    'WithAuthorizationMode("PrivateKey")を選び、クライアントID、スコープ、秘密鍵を指定します。スコープの例: okta.users.read。',
    './app',
    'okta-sdk-golang',
  ),
  sdk(
    'sdk-java',
    'Okta SDK for Java',
    'AuthorizationMode.PRIVATE_KEYを選び、クライアントID、スコープ、秘密鍵を指定します。スコープの例: okta.users.read。',
    'java -jar app.jar',
    'okta-sdk-java',
  ),
  sdk(
    'sdk-dotnet',
    'Okta SDK for .NET',
    'AuthorizationMode.PrivateKeyを選び、ClientId、Scopes、PrivateKeyを指定します。スコープの例: okta.users.read。',
    'dotnet run',
    'okta-sdk-dotnet',
  ),
];
