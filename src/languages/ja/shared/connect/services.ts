import { type Filled, type FilledForApp, type Tool, tokenGuide } from '../../../../shared/connect/tool.ts';

const orgUrl = { name: 'orgのURL', text: ({ origin }: Filled) => origin };
const orgDomain = { name: 'orgのドメイン', text: ({ origin }: Filled) => new URL(origin).host };
const clientId = { name: 'クライアントID', text: ({ clientId }: FilledForApp) => clientId };
const doorUrl = { name: 'このコンピューターのn8n用のURL', text: ({ door }: Filled) => door };

const splunkOAuth =
  '新しいバージョンでは、トークンの代わりにサービスアプリを使えます。必要なスコープはokta.logs.read、それ以外のデータにはokta.users.read、okta.groups.read、okta.apps.readです。お使いのバージョンのアカウント画面を確認してください。';
const workatoOAuth =
  'Workatoが推奨するAuthorization codeまたはClient credentials。接続に必要な最小のスコープは、okta.logs.read、okta.schemas.read、openid、offline_accessです。';

/** The Japanese pages of services that keep a token themselves. */
export const services: readonly Tool[] = [
  {
    id: 'n8n',
    name: 'n8n',
    value: 'leaves this computer',
    needs:
      'n8nのOkta credentialには、orgのURLとSSWSアクセストークンを入れます。n8nは値を自身のデータベースに保管します。下の「値」で値をコピーし、そこに貼り付けてください。n8nはAPIトークンの一覧を読み取ってcredentialをテストします。ロールがそれを許可しない場合、このテストは失敗しますが、ノードは動作します。',
    role: 'ワークフローの各ステップに必要な権限を持つカスタム管理者ロール。読み取りだけを行うなら、Read-only Administrator。',
    oauth:
      'OktaノードはAPIトークンだけを受け付けます。HTTP RequestノードのOAuth2 credentialはクライアントシークレットを使いますが、OktaのAPIのスコープは鍵でしか得られません。',
    app: {
      value: 'stays in Keyturn',
      needs:
        'n8nはサービスアプリとしてサインインできません。n8nのOAuth2 credentialはクライアントシークレットを使いますが、OktaのAPIのスコープは鍵でしか得られません。このコンピューターでコンテナーを使わずに動くn8nなら、代わりにKeyturnを呼び出せます。Okta credentialにURLを入れ、アクセストークンには任意の文字列を入れてください。n8nはAPIトークンの一覧を読み取ってcredentialをテストします。アプリがこの一覧を読み取るには、スコープokta.apiTokens.readが必要です。スコープがない場合、このテストは失敗しますが、ノードは動作します。',
      lines: [doorUrl],
      copies: [],
    },
    lines: [orgUrl],
    sources: ['https://docs.n8n.io/integrations/builtin/credentials/okta/', tokenGuide],
  },
  {
    id: 'splunk',
    name: 'Splunk Add-on for Okta Identity Cloud',
    value: 'leaves this computer',
    needs:
      'このアドオンはSystem Logを読みます。有効にすると、ユーザー、グループ、アプリも読みます。ドメインとトークンはSplunkに保管されます。下の「値」で値をコピーし、そこに貼り付けてください。',
    role: 'Read-only Administrator。System Logだけなら、それを表示できるカスタム管理者ロール。',
    oauth: splunkOAuth,
    app: { value: 'leaves this computer', needs: splunkOAuth, lines: [orgDomain, clientId], copies: [] },
    lines: [orgDomain],
    sources: [
      'https://splunk.github.io/splunk-add-on-for-okta-identity-cloud',
      'https://classic.splunkbase.splunk.com/app/3682',
    ],
  },
  {
    id: 'workato',
    name: 'Workato',
    value: 'leaves this computer',
    needs:
      'Oktaコネクターには、orgのドメインとAPIキーを入れます。Workatoは値を保管しますが、代わりにOAuth 2.0を推奨しています。下の「値」で値をコピーし、そこに貼り付けてください。',
    role: 'レシピのアクションに必要な権限を持つカスタム管理者ロール。Workatoのページは、ほとんどのレシピに必要な範囲より多くを求めています。',
    oauth: workatoOAuth,
    app: { value: 'leaves this computer', needs: workatoOAuth, lines: [orgDomain, clientId], copies: [] },
    lines: [orgDomain],
    sources: ['https://docs.workato.com/connectors/okta.html', tokenGuide],
  },
];
