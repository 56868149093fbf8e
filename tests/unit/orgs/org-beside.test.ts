import { expect, it } from 'vitest';
import { orgBeside } from '../../../src/main/features/orgs/org-beside.ts';

const at = (text: string, known: string[] = []) => {
  const place = text.indexOf('TOKEN');
  return orgBeside(text.replace('TOKEN', '0'.repeat(42)), place, known);
};

it.each([
  ['.env', 'OKTA_ORG_URL=https://acme.okta.com\nOKTA_API_TOKEN=TOKEN', 'acme.okta.com'],
  [
    'a domain of its own',
    'OKTA_CLIENT_ORGURL=https://login.acme.example:8443/\nX=TOKEN',
    'login.acme.example:8443',
  ],
  [
    'okta.yaml',
    'okta:\n  client:\n    orgUrl: "https://acme.oktapreview.com"\n    token: TOKEN',
    'acme.oktapreview.com',
  ],
  [
    'a call',
    "curl -H 'Authorization: SSWS TOKEN' https://login.acme.example/api/v1/users",
    'login.acme.example',
  ],
  ['the Admin Console', '# https://acme-admin.okta.com/admin/access/api/tokens\nX=TOKEN', 'acme.okta.com'],
  ['netrc', 'machine login.acme.example\n  login svc\n  password TOKEN', 'login.acme.example'],
  [
    'Terraform',
    'org_name = "acme"\nbase_url = "oktapreview.com"\napi_token = "TOKEN"',
    'acme.oktapreview.com',
  ],
  ['Terraform without a base', 'org_name = "acme"\napi_token = "TOKEN"', 'acme.okta.com'],
])('%s', (_where, text, host) => expect(at(text)).toBe(host));

it('is the nearest of several', () => {
  expect(
    at('https://far.okta.com\n\n\n\n\nhttps://near.okta.com TOKEN\n\n\n\n\nhttps://other.okta.com'),
  ).toBe('near.okta.com');
});

it('recognises a kept org by its host alone', () => {
  expect(at('id.acme.example TOKEN')).toBe(null);
  expect(at('id.acme.example TOKEN', ['id.acme.example'])).toBe('id.acme.example');
  expect(at('org = example.okta.com TOKEN')).toBe(null);
  expect(at('org = example.okta.com TOKEN', ['example.okta.com'])).toBe('example.okta.com');
});

it('does not take Okta’s own sites, placeholders or other hosts', () => {
  expect(
    at('see https://developer.okta.com/docs https://your-okta-domain.okta.com https://x.example TOKEN'),
  ).toBe(null);
});
