import { describe, expect, it } from 'vitest';
import { normaliseOrgUrl } from '../../../src/main/features/orgs/org-url.ts';

const acme = 'acme.okta.com';

describe('takes the org', () => {
  it.each([
    ['https://acme-admin.okta.com/admin/access/api/tokens?x=1#y', acme],
    ['https://acme.okta.com/app/exk1a2b3/sso/saml/metadata', acme],
    ['https://acme.okta.com/oauth2/default/.well-known/oauth-authorization-server', acme],
    ['https://acme.okta.com/login/sessionCookieRedirect?redirectUrl=https://globex.okta.com', acme],
    ['<https://acme.okta.com/app/UserHome|our Okta>', acme],
    ['HTTPS://ACME.OKTA.COM:443/', acme],
    ['https://acme.okta.com./app', acme],
    ['acme。okta。com', acme],
    ['https://acme.okta.com…', acme],
    ['acme.okta.com/…', acme],
    ['acme-admin.okta.mil/admin', 'acme.okta.mil'],
    ['dev-98765432-admin.okta.com', 'dev-98765432.okta.com'],
    ['https://id.bücher.de', 'id.xn--bcher-kva.de'],
    ['https://login.company.com:8443/x', 'login.company.com:8443'],
  ])('from %j', (input, host) => expect(normaliseOrgUrl(input)).toMatchObject({ ok: true, host }));
});

describe('asks about the org in', () => {
  it.each([
    [
      'PowerShell',
      'Invoke-RestMethod -Uri "https://acme.okta.com/api/v1/users" -Headers @{Authorization="SSWS x"}',
    ],
    ['Python', "config = {'orgUrl': 'https://acme.okta.com', 'token': 'YOUR_API_TOKEN'}"],
    ['Python over lines', "config = {\n    'orgUrl': 'https://acme.okta.com',\n    'token': 'x'\n}"],
    ['C#', 'new OktaClientConfiguration { OktaDomain = "https://acme.okta.com", Token = "x" }'],
    ['Go', 'okta.WithOrgUrl("https://acme.okta.com"),'],
    ['Java', '.setOrgUrl("https://acme.okta.com")'],
    ['properties of Java', 'okta.client.orgUrl=https\\://acme.okta.com'],
    ['a QR code', 'MEBKM:TITLE:Okta;URL:https\\://acme.okta.com;;'],
    ['a string with a line end', 'https://acme.okta.com\\n'],
    ['a line that goes on', 'https://acme.okta.com\\'],
    ['JSON', '"https:\\/\\/acme.okta.com\\/api"'],
    ['reStructuredText', '`Okta <https://acme.okta.com>`_'],
    ['a mail', 'Okta: <https://acme.okta.com>'],
    ['a formula', '=HYPERLINK("https://acme.okta.com","Okta")'],
    ['a Japanese label', '組織：acme.okta.com'],
    ['a Japanese sentence', '組織のURLはhttps://acme.okta.comです'],
    ['a label with a full-width colon', 'Org URL：https://acme.okta.com'],
    ['a space before the dot', 'acme .okta.com'],
    ['a space behind the dot', 'acme. okta.com'],
    ['dictation', 'acme dot okta dot com'],
    ['a page of Okta’s own that leads on', 'https://login.okta.com/?fromURI=https://acme.okta.com'],
    ['the directory of an org', 'acme.ldap.okta.com'],
    ['the host for certificates', 'acme.mtls.okta.com'],
    ['the host for desktops', 'https://acme.kerberos.okta.com/login'],
    [
      'Outlook’s Safe Links',
      'https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Facme.okta.com%2Fapp&data=05%7C02',
    ],
    ['Proofpoint, version 3', 'https://urldefense.com/v3/__https://acme.okta.com/__;!!abc!xyz$'],
    ['Slack', 'https://slack-redir.net/link?url=https%3A%2F%2Facme.okta.com'],
    ['SAML metadata', '<md:SingleSignOnService Location="https://acme.okta.com/app/x/exk/sso/saml"/>'],
    ['a request', 'GET /api/v1/users HTTP/1.1\nHost: acme.okta.com\nAuthorization: SSWS x'],
    ['DNS', 'acme.okta.com. 300 IN CNAME ok12-crtr.okta.com.'],
  ])('%s', (_what, input) => {
    const read = normaliseOrgUrl(input);
    expect(read.ok ? [] : read.choices).toContain(acme);
  });

  it.each([
    ['acme.okta.gov', 'acme.okta-gov.com'],
    ['acme.okta-mil.com', 'acme.okta.mil'],
    ['acme.okta-preview.com', 'acme.oktapreview.com'],
    ['companyname.okta.com', 'companyname.okta.com'],
  ])('%s', (input, host) => {
    const read = normaliseOrgUrl(input);
    expect(read.ok ? [] : read.choices[0]).toBe(host);
  });
});

describe('refuses, and offers nothing', () => {
  it.each([
    ['00o1n8sbwArJ7OQRw406', 'ID'],
    ['0oa1n8sbwArJ7OQRw406', 'ID'],
    ['exk1fcia6d6EMsf331d8', 'ID'],
    ['https://global.oktacdn.com/x.js', 'own sites'],
    ['http://www.okta.com/exk1fcia6d6EMsf331d8', 'own sites'],
    ['provider "okta" {\n  org_name = var.org\n}', 'placeholder'],
    ['new okta.Client({ orgUrl: process.env.OKTA_ORG_URL })', 'placeholder'],
    ['client = { "orgUrl": "https://{yourOktaDomain}" }', 'placeholder'],
    ['curl "https://$'.concat('{yourOktaDomain}/api"'), 'placeholder'],
    ['curl https://<org>.okta.com/api -H "x: https://acme.okta.com"', 'placeholder'],
    ['https://acme.okta.com\\@evil.example', 'backslash'],
    ['acme：443@evil.example', 'full-width'],
    ['evil.example：acme.okta.com', 'full-width'],
  ])('%j', (input, said) => {
    const read = normaliseOrgUrl(input);
    expect(read).toMatchObject({ ok: false, choices: [] });
    expect(read.ok ? '' : read.sentence).toContain(said);
  });
});
