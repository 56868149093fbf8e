import type { ServiceCopy } from '../../../shared/contract/service.ts';
import { inEnv, inHcl, inYaml, terraformNames } from '../../../shared/use-texts.ts';

/** The facts for a configuration. */
export interface ServiceFacts {
  readonly origin: string;
  readonly clientId: string;
  readonly kid: string;
  readonly pem: string;
  readonly scopes: readonly string[];
}

/**
 * Returns the text to copy. The names are those of the Okta SDKs (authorizationMode PrivateKey) and of the Terraform provider (client_id,
 * private_key_id, private_key, scopes).
 */
export function serviceText(as: ServiceCopy, facts: ServiceFacts): string {
  const { origin, clientId, kid, pem, scopes } = facts;
  switch (as) {
    case 'key':
      return pem;
    case 'env':
      return [
        `OKTA_CLIENT_ORGURL=${origin}`,
        'OKTA_CLIENT_AUTHORIZATIONMODE=PrivateKey',
        `OKTA_CLIENT_CLIENTID=${inEnv(clientId)}`,
        `OKTA_CLIENT_SCOPES="${scopes.join(' ')}"`,
        `OKTA_CLIENT_KEYID=${kid}`,
        `OKTA_CLIENT_PRIVATEKEY="${pem.trim().replaceAll('\n', '\\n')}"`,
        '',
      ].join('\n');
    case 'terraform': {
      const [orgName, baseUrl] = terraformNames(new URL(origin).host);
      return [
        'provider "okta" {',
        `  org_name       = "${orgName}"`,
        `  base_url       = "${baseUrl}"`,
        `  client_id      = "${inHcl(clientId)}"`,
        `  private_key_id = "${kid}"`,
        `  scopes         = [${scopes.map((scope) => `"${scope}"`).join(', ')}]`,
        '  private_key    = <<-EOT',
        ...pem
          .trim()
          .split('\n')
          .map((line) => `    ${line}`),
        '  EOT',
        '}',
        '',
      ].join('\n');
    }
    case 'sdk':
      return [
        'okta:',
        '  client:',
        `    orgUrl: '${origin}'`,
        "    authorizationMode: 'PrivateKey'",
        `    clientId: '${inYaml(clientId)}'`,
        `    scopes: '${scopes.join(' ')}'`,
        `    keyId: '${kid}'`,
        '    privateKey: |',
        ...pem
          .trim()
          .split('\n')
          .map((line) => `      ${line}`),
        '',
      ].join('\n');
  }
}
