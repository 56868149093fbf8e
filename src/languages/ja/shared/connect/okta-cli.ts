import { type Tool, throughDoor } from '../../../../shared/connect/tool.ts';
import { readsOnly } from './reads-only.ts';

const run = { name: 'コマンドを実行する', text: throughDoor('okta-cli-client --help') };

/** The Japanese page of Okta's command line tools. */
export const oktaCli: Tool = {
  id: 'okta-cli',
  name: 'Okta CLI (okta-cli-client)',
  value: 'stays in Keyturn',
  needs:
    'OktaのManagement API用CLIはOkta SDK for Goの変数を読むため、Keyturnを呼び出し、トークンを必要としません。PyPIのokta-cliは別のプログラムです。トークンを平文でファイルに保存するため、読み取りだけができるトークンで使ってください。',
  role: readsOnly,
  oauth: '構成でauthorizationMode PrivateKeyを選び、clientId、scopes、privateKeyを指定します。',
  app: {
    value: 'stays in Keyturn',
    needs:
      'OktaのManagement API用CLIはOkta SDK for Goの変数を読むため、Keyturnを呼び出し、鍵を必要としません。Keyturnは各呼び出しにアプリのアクセストークンを加えます。PyPIのokta-cliは別のプログラムで、アプリを使えません。',
    lines: [run],
    copies: ['sdk'],
  },
  lines: [run],
  sources: ['https://github.com/okta/okta-cli-client', 'https://pypi.org/project/okta-cli/'],
};
