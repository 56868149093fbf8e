import { type Tool, withValue } from '../../../../shared/connect/tool.ts';

const lines = [
  { name: 'トークンを含まないproviderブロック', text: () => 'provider "okta" {}\n' },
  { name: 'Plan', text: withValue('terraform plan') },
  { name: 'Apply', text: withValue('terraform apply') },
];

/** The Japanese page of the Terraform provider for Okta. */
export const terraform: Tool = {
  id: 'terraform',
  name: 'Terraform (okta/okta)',
  value: 'goes to the program',
  needs:
    'プロバイダーはorgをhttpsで直接呼び出すため、値を環境変数OKTA_API_TOKEN、OKTA_ORG_NAME、OKTA_BASE_URLで受け取ります。まず「プログラム」で値を許可してください。値はどのファイルにも入りません。',
  role: '構成のリソースに必要な権限を持つカスタム管理者ロール。planだけなら、Read-only Administrator。',
  oauth:
    'トークンの代わりに、client_id、private_key_id、private_key、scopesを指定できます。スコープの例: okta.groups.manage、okta.users.read。Oktaはこの方法を推奨しています。「OAuth」タブでアプリを作成できます。',
  app: {
    value: 'goes to the program',
    needs:
      'プロバイダーはorgをhttpsで直接呼び出すため、アクセストークンを環境変数OKTA_ACCESS_TOKEN、OKTA_ORG_NAME、OKTA_BASE_URLで受け取ります。まず「プログラム」で値を許可してください。1時間を超える実行には、秘密鍵を含むproviderブロックをコピーしてください。所持の証明（DPoP）を求めるアプリでは、アクセストークンだけでは役に立たないため、Keyturnは渡しません。',
    lines,
    copies: ['terraform'],
  },
  lines,

  sources: [
    'https://registry.terraform.io/providers/okta/okta/latest/docs',
    'https://developer.okta.com/docs/guides/terraform-design-access-security/main',
  ],
};
