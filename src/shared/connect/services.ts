import { type Filled, type FilledForApp, type Tool, tokenGuide } from './tool.ts';

const orgUrl = { name: 'URL of the org', text: ({ origin }: Filled) => origin };
const orgDomain = { name: 'Domain of the org', text: ({ origin }: Filled) => new URL(origin).host };
const clientId = { name: 'Client ID', text: ({ clientId }: FilledForApp) => clientId };
const doorUrl = { name: 'URL for an n8n on this computer', text: ({ door }: Filled) => door };

const splunkOAuth =
  'Recent versions take a service app in place of the token: okta.logs.read, and okta.users.read, okta.groups.read and okta.apps.read for the rest. Check the account form of your version.';
const workatoOAuth =
  'Authorization code or client credentials, which Workato recommends. The least scopes to connect are okta.logs.read, okta.schemas.read, openid and offline_access.';

/** The pages of services that keep a token themselves. */
export const services: readonly Tool[] = [
  {
    id: 'n8n',
    name: 'n8n',
    value: 'leaves this computer',
    needs:
      'The Okta credential of n8n takes the URL of the org and an SSWS access token. n8n keeps the value in its own database. Copy the value under Value below, and paste it there. n8n tests the credential by reading the list of API tokens. If the role does not allow that, this test fails, but the node works.',
    role: 'A custom admin role with the permissions for the steps of your workflows. Read-only Administrator if they only read.',
    oauth:
      'The Okta node takes an API token only. The OAuth2 credential of the HTTP Request node takes a client secret, and Okta gives the scopes of its API only to a key.',
    app: {
      value: 'stays in Keyturn',
      needs:
        'n8n cannot sign in as a service app. Its OAuth2 credential takes a client secret, and Okta gives the scopes of its API only to a key. An n8n that runs on this computer, not in a container, can call Keyturn instead. Enter the URL in its Okta credential, and any word as the access token. n8n tests the credential by reading the list of API tokens, for which an app needs the scope okta.apiTokens.read. Without it this test fails, but the node works.',
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
      'The add-on reads the System Log. It also reads users, groups and apps if you switch this on. It keeps the domain and the token in Splunk. Copy the value under Value below, and paste it there.',
    role: 'Read-only Administrator. For only the System Log, a custom admin role that may view it.',
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
      'The Okta connector takes the domain of the org and an API key. Workato keeps the value, and recommends OAuth 2.0 instead. Copy the value under Value below, and paste it there.',
    role: "A custom admin role with the permissions for the actions of your recipes. Workato's page asks for more than most recipes need.",
    oauth: workatoOAuth,
    app: { value: 'leaves this computer', needs: workatoOAuth, lines: [orgDomain, clientId], copies: [] },
    lines: [orgDomain],
    sources: ['https://docs.workato.com/connectors/okta.html', tokenGuide],
  },
];
