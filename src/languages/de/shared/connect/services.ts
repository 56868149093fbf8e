import type { services as english } from '../../../../shared/connect/services.ts';
import { type Filled, tokenGuide } from '../../../../shared/connect/tool.ts';

const orgUrl = { name: 'URL der Org', text: ({ origin }: Filled) => origin };
const orgDomain = { name: 'Domain der Org', text: ({ origin }: Filled) => new URL(origin).host };

/** The German pages of services that keep a token themselves. */
export const services: typeof english = [
  {
    id: 'n8n',
    name: 'n8n',
    value: 'leaves this computer',
    needs:
      'Das Okta-Credential von n8n braucht die URL der Org und ein SSWS-Access-Token. n8n bewahrt den Wert in seiner eigenen Datenbank auf. Kopieren Sie den Wert unten unter „Wert“, und fügen Sie ihn dort ein.',
    role: 'Eine benutzerdefinierte Admin-Rolle mit den Berechtigungen für die Schritte Ihrer Workflows. Read-only Administrator, wenn sie nur lesen.',
    oauth:
      'Der Okta-Node nimmt nur ein API-Token. Der HTTP-Request-Node nimmt stattdessen ein allgemeines OAuth2-Credential für eine Service-App.',
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
    oauth:
      'Neuere Versionen nehmen statt des Tokens eine Service-App: okta.logs.read, und für den Rest okta.users.read, okta.groups.read und okta.apps.read. Prüfen Sie das Kontoformular Ihrer Version.',
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
    oauth:
      'Authorization Code oder Client Credentials, was Workato empfiehlt. Zum Verbinden sind mindestens die Scopes okta.logs.read, okta.schemas.read, openid und offline_access nötig.',
    lines: [orgDomain],
    sources: ['https://docs.workato.com/connectors/okta.html', tokenGuide],
  },
];
