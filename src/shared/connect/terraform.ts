import { type Tool, withValue } from './tool.ts';

const lines = [
  { name: 'Provider block, without a token', text: () => 'provider "okta" {}\n' },
  { name: 'Plan', text: withValue('terraform plan') },
  { name: 'Apply', text: withValue('terraform apply') },
];

/** The page of the Terraform provider for Okta. */
export const terraform: Tool = {
  id: 'terraform',
  name: 'Terraform (okta/okta)',
  value: 'goes to the program',
  needs:
    'The provider itself calls the org with https, so it gets the value in its environment: OKTA_API_TOKEN, OKTA_ORG_NAME and OKTA_BASE_URL. Allow the value under Programs first. No file has the value.',
  role: 'A custom admin role with the permissions for the resources in your configuration. For plan only, Read-only Administrator.',
  oauth:
    'The provider takes client_id, private_key_id, private_key and scopes in place of the token, for example okta.groups.manage and okta.users.read. Okta recommends this. The OAuth tab makes the app.',
  app: {
    value: 'goes to the program',
    needs:
      'The provider itself calls the org with https, so it gets an access token in its environment: OKTA_ACCESS_TOKEN, OKTA_ORG_NAME and OKTA_BASE_URL. Allow the value under Programs first. For runs of more than an hour, copy the provider block with the private key. Keyturn gives no access token of an app that demands proofs of possession (DPoP), because the access token alone is of no use.',
    lines,
    copies: ['terraform'],
  },
  lines,

  sources: [
    'https://registry.terraform.io/providers/okta/okta/latest/docs',
    'https://developer.okta.com/docs/guides/terraform-design-access-security/main',
  ],
};
