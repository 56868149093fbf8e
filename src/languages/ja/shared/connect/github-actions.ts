import { appWorkflow, type Tool, tokenGuide, withValue } from '../../../../shared/connect/tool.ts';

/** The Japanese page of GitHub Actions. */
export const githubActions: Tool = {
  id: 'github-actions',
  name: 'GitHub Actions',
  value: 'leaves this computer',
  needs:
    'ワークフローはGitHubのコンピューターで動くため、GitHubが値をリポジトリのシークレットとして保管します。ghは値を暗号化して送ります。この用途専用のトークンを作成してください。ランナーのアドレスが固定なら、トークンをネットワークゾーンに制限してください。',
  role: 'ワークフローに必要な権限だけを持つカスタム管理者ロール。ワークフローが読み取りだけを行うなら、Read-only Administrator。',
  oauth:
    'トークンの代わりに、秘密鍵をシークレットとして持つサービスアプリ。スコープで範囲が限られ、アクセストークンは1時間有効です。',
  app: {
    value: 'leaves this computer',
    needs:
      'ワークフローはGitHubのコンピューターで動くため、GitHubが秘密鍵をリポジトリのシークレットとして保管します。この用途専用のアプリを作成してください。秘密鍵をコピーし、シークレットOKTA_PRIVATE_KEYとして貼り付けてください。',
    lines: [
      {
        name: 'ワークフローに書く内容',
        text: appWorkflow,
      },
    ],
    copies: ['key'],
  },
  lines: [
    {
      name: '値をシークレットに入れる',
      text: withValue(
        `sh -c 'printf %s "$OKTA_API_TOKEN" | gh secret set OKTA_API_TOKEN --repo OWNER/REPOSITORY'`,
      ),
    },
    {
      name: 'ワークフローに書く内容',
      text: ({ origin }) =>
        `env:\n  OKTA_CLIENT_ORGURL: ${origin}\n  OKTA_CLIENT_TOKEN: \${{ secrets.OKTA_API_TOKEN }}\n`,
    },
  ],
  sources: [
    'https://docs.github.com/en/actions/how-tos/write-workflows/choose-what-workflows-do/use-secrets',
    'https://cli.github.com/manual/gh_secret_set',
    tokenGuide,
  ],
};
