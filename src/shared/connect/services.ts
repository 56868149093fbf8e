import { type Filled, type Tool, tokenGuide } from './tool.ts';

const orgUrl = { name: 'URL of the org', text: ({ origin }: Filled) => origin };
const orgDomain = { name: 'Domain of the org', text: ({ origin }: Filled) => new URL(origin).host };

/** The pages of services that keep a token themselves. */
export const services: readonly Tool[] = [
  {
    id: 'n8n',
    name: 'n8n',
    value: 'leaves this computer',
    needs:
      'The Okta credential of n8n takes the URL of the org and an SSWS access token. n8n keeps the value in its own database. Copy the value under Value below, and paste it there.',
    role: 'A custom admin role with the permissions for the steps of your workflows. Read-only Administrator if they only read.',
    oauth:
      'The Okta node takes an API token only. The HTTP Request node takes a generic OAuth2 credential for a service app instead.',
    lines: [orgUrl],
    sources: ['https://docs.n8n.io/integrations/builtin/credentials/okta/', tokenGuide],
  },
  {
    id: 'splunk',
    name: 'Splunk Add-on for Okta Identity Cloud',
    value: 'leaves this computer',
    needs:
      'The add-on reads the System Log. It also reads users, groups and apps if you switch this on. It keeps the domain and the token in Splunk. Copy the value under Value below, and paste it there.',
    role: 'Read-only Administrator. For only the System Log, a custom admin role that may view it.',
    oauth:
      'Recent versions take a service app in place of the token: okta.logs.read, and okta.users.read, okta.groups.read and okta.apps.read for the rest. Check the account form of your version.',
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
      'The Okta connector takes the domain of the org and an API key. Workato keeps the value, and recommends OAuth 2.0 instead. Copy the value under Value below, and paste it there.',
    role: "A custom admin role with the permissions for the actions of your recipes. Workato's page asks for more than most recipes need.",
    oauth:
      'Authorization code or client credentials, which Workato recommends. The least scopes to connect are okta.logs.read, okta.schemas.read, openid and offline_access.',
    lines: [orgDomain],
    sources: ['https://docs.workato.com/connectors/okta.html', tokenGuide],
  },
];
