import type { services as english } from '../../../../shared/connect/services.ts';
import { type Filled, type FilledForApp, tokenGuide } from '../../../../shared/connect/tool.ts';

const orgUrl = { name: 'URL der Org', text: ({ origin }: Filled) => origin };
const orgDomain = { name: 'Domain der Org', text: ({ origin }: Filled) => new URL(origin).host };
const clientId = { name: 'Client ID', text: ({ clientId }: FilledForApp) => clientId };
const doorUrl = { name: 'URL für ein n8n auf diesem Computer', text: ({ door }: Filled) => door };

const splunkOAuth =
  'Neuere Versionen nehmen statt des Tokens eine Service-App: okta.logs.read, und für den Rest okta.users.read, okta.groups.read und okta.apps.read. Prüfen Sie das Kontoformular Ihrer Version.';
const workatoOAuth =
  'Authorization Code oder Client Credentials, was Workato empfiehlt. Zum Verbinden sind mindestens die Scopes okta.logs.read, okta.schemas.read, openid und offline_access nötig.';

/** The German pages of services that keep a token themselves. */
export const services: typeof english = [
  {
    id: 'n8n',
    name: 'n8n',
    value: 'leaves this computer',
    needs:
      'Das Okta-Credential von n8n braucht die URL der Org und ein SSWS-Access-Token. n8n bewahrt den Wert in seiner eigenen Datenbank auf. Kopieren Sie den Wert unten unter „Wert“, und fügen Sie ihn dort ein. n8n testet das Credential, indem es die Liste der API-Token liest. Wenn die Rolle das nicht erlaubt, schlägt dieser Test fehl, aber der Node funktioniert.',
    role: 'Eine benutzerdefinierte Admin-Rolle mit den Berechtigungen für die Schritte Ihrer Workflows. Read-only Administrator, wenn sie nur lesen.',
    oauth:
      'Der Okta-Node nimmt nur ein API-Token. Das OAuth2-Credential des HTTP-Request-Node nimmt ein Client Secret, und Okta gibt die Scopes seiner API nur für einen Schlüssel.',
    app: {
      value: 'stays in Keyturn',
      needs:
        'n8n kann sich nicht als Service-App anmelden. Sein OAuth2-Credential nimmt ein Client Secret, und Okta gibt die Scopes seiner API nur für einen Schlüssel. Ein n8n, das auf diesem Computer und nicht in einem Container läuft, kann stattdessen Keyturn aufrufen. Geben Sie die URL in sein Okta-Credential ein, und ein beliebiges Wort als Access-Token. n8n testet das Credential, indem es die Liste der API-Token liest. Dafür braucht eine App den Scope okta.apiTokens.read. Ohne ihn schlägt dieser Test fehl, aber der Node funktioniert.',
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
      'Das Add-on liest das System Log. Es liest auch Benutzer, Gruppen und Apps, wenn Sie das einschalten. Es bewahrt die Domain und das Token in Splunk auf. Kopieren Sie den Wert unten unter „Wert“, und fügen Sie ihn dort ein.',
    role: 'Read-only Administrator. Nur für das System Log: eine benutzerdefinierte Admin-Rolle, die es ansehen darf.',
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
      'Der Okta-Connector braucht die Domain der Org und einen API-Schlüssel. Workato bewahrt den Wert auf und empfiehlt stattdessen OAuth 2.0. Kopieren Sie den Wert unten unter „Wert“, und fügen Sie ihn dort ein.',
    role: 'Eine benutzerdefinierte Admin-Rolle mit den Berechtigungen für die Aktionen Ihrer Recipes. Die Seite von Workato verlangt mehr, als die meisten Recipes brauchen.',
    oauth: workatoOAuth,
    app: { value: 'leaves this computer', needs: workatoOAuth, lines: [orgDomain, clientId], copies: [] },
    lines: [orgDomain],
    sources: ['https://docs.workato.com/connectors/okta.html', tokenGuide],
  },
];
