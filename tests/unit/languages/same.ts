/** The texts that are the same in English and in another language: names, codes, and words that both have. */
export const same: Readonly<Record<'every' | 'de' | 'ja', ReadonlySet<string>>> = {
  every: new Set([
    // What a tool is given of an app: names of the contract.
    ...['key', 'sdk', 'terraform'],
    // Names of products, of Okta's own words and of roles.
    ...[
      'Keyturn',
      'GNOME Keyring',
      'KWallet',
      'OAuth',
      'curl',
      '.env',
      'Terraform',
      'Okta',
      'GitHub',
      'GitLab',
    ],
    ...[
      'Slack',
      'Amazon Web Services',
      'npm',
      'Stripe',
      'Google',
      'OpenAI',
      'Anthropic',
      'Atlassian',
      'Docker',
      'DigitalOcean',
      'Doppler',
      'AWS Secrets Manager',
      'GitHub Actions',
    ],
    ...[
      'Okta CLI (okta-cli-client)',
      'Terraform (okta/okta)',
      'Workato',
      'Splunk Add-on for Okta Identity Cloud',
    ],
    ...['SIEM', 'HTTP', 'Well-known', 'GET /api/v1/users/me', '-h, --help'],
    ...['X-ray', 'System Log', 'Client ID', 'Key ID', 'Org URL', 'Classic Engine', 'Identity Engine'],
    'Security, API, Tokens, Create token',
    // The languages by their own names.
    ...['English', 'Deutsch', '日本語'],
    // Examples of what a person enters.
    ...['acme.okta.com', '0oa…', 'http://proxy.acme.com:8080', 'status eq "LOCKED_OUT"'],
    ...['profile.department eq "Sales" and status eq "ACTIVE"', 'profile.login sw "svc-"'],
    'created gt "2026-01-01T00:00:00.000Z"',
    'profile.city eq "Berlin" and (status eq "STAGED" or status eq "PROVISIONED")',
  ]),
  de: new Set([
    ...['Token', 'Tokens', 'Org', 'Orgs', 'OK', 'Passphrase', 'Agent', 'Zone', 'Filter', 'Rotation', 'Demo.'],
    ...['Name', 'Variable', 'Scopes', 'Host', 'Version', 'Proxy', 'System', 'Updates', 'Logins', 'Login'],
    ...['Operator', 'Status', 'Name in Okta', 'Tests', 'Tags', 'Preview', 'Limits', 'Plan'],
    ...[
      'Apply',
      'Config',
      'Mount',
      'Namespace',
      'Apps',
      'ID in Okta',
      'NAME',
      'ORG',
      'ok',
      'Region',
      'Repository',
      'Secret',
    ],
  ]),
  ja: new Set([
    ...['Org', 'ORG', 'OK', 'Ctrl', 'Shift', 'Plan', 'Apply', 'Okta SDK for Node.js', 'Okta SDK for Python'],
    ...['Okta SDK for Go', 'Okta SDK for Java', 'Okta SDK for .NET', 'help [command]'],
  ]),
};

/** Okta's own words: the names of its roles, and what its answers say. */
export const oktas = /^main\/features\/(access|diagnosis)\/words\.ts: words\.(mapping\.standardRoles|said)\./;

/** Sentences that do not show an argument, because it chooses between two words. */
export const chooses: ReadonlySet<string> = new Set(['main/okta/words.ts: words.outcomes.rateLimited']);
