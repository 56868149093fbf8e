import { type Filled, type Tool, tokenGuide } from '../../../../shared/connect/tool.ts';

const orgUrl = { name: 'orgのURL', text: ({ origin }: Filled) => origin };
const orgDomain = { name: 'orgのドメイン', text: ({ origin }: Filled) => new URL(origin).host };

/** The Japanese pages of services that keep a token themselves. */
export const services: readonly Tool[] = [
  {
    id: 'n8n',
    name: 'n8n',
    value: 'leaves this computer',
    needs:
      'n8nのOkta credentialには、orgのURLとSSWSアクセストークンを入れます。n8nは値を自身のデータベースに保管します。下の「値」で値をコピーし、そこに貼り付けてください。',
    role: 'ワークフローの各ステップに必要な権限を持つカスタム管理者ロール。読み取りだけを行うなら、Read-only Administrator。',
    oauth:
      'OktaノードはAPIトークンだけを受け付けます。HTTP Requestノードなら、サービスアプリ用の汎用OAuth2 credentialを使えます。',
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
    oauth:
      '新しいバージョンでは、トークンの代わりにサービスアプリを使えます。必要なスコープはokta.logs.read、それ以外のデータにはokta.users.read、okta.groups.read、okta.apps.readです。お使いのバージョンのアカウント画面を確認してください。',
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
    oauth:
      'Workatoが推奨するAuthorization codeまたはClient credentials。接続に必要な最小のスコープは、okta.logs.read、okta.schemas.read、openid、offline_accessです。',
    lines: [orgDomain],
    sources: ['https://docs.workato.com/connectors/okta.html', tokenGuide],
  },
];
