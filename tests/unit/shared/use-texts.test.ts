import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { type CopyAs, textFor } from '../../../src/shared/use-texts.ts';
import { tokenValue } from '../main/samples.ts';

const value = tokenValue('a');
const at = (as: CopyAs, origin = 'https://acme.okta.com') => textFor(as, origin, value);

it('the value is the value, with nothing around it', () => {
  expect(at('value')).toBe(value);
});

it('curl: a shell reads it as one call with two headers', () => {
  const seen = execFileSync('sh', ['-c', `curl() { printf '%s\\n' "$@"; }\n${at('curl')}`], {
    encoding: 'utf8',
  });
  expect(seen.trimEnd().split('\n')).toEqual([
    '--header',
    `Authorization: SSWS ${value}`,
    '--header',
    'Accept: application/json',
    'https://acme.okta.com/api/v1/users/me',
  ]);
});

const odd = [
  `00a'b`,
  '00a"b',
  '00a$b',
  '00a`id`b',
  '00a\\b',
  `00';id;'`,
  '00a;id',
  '00a#b',
  '00a&b',
  '00a$(id)',
  '00\'"',
  '00\\',
];
it.each(odd)('a value that is not shaped like a token ends no string, and runs nothing: %s', (given) => {
  const sh = (script: string) => execFileSync('sh', ['-c', script], { encoding: 'utf8' }).split('\n');
  const text = (as: CopyAs) => textFor(as, 'https://acme.okta.com', given);
  expect(sh(`curl() { printf '%s\\n' "$@"; }\n${text('curl')}`)[1]).toBe(`Authorization: SSWS ${given}`);
  expect(sh(`${text('env')}printf '%s\\n' "$OKTA_CLIENT_TOKEN"`)[0]).toBe(given);
  const [, yaml = ''] = /token: '(.*)'\n$/.exec(text('sdk')) ?? [];
  expect([yaml.replaceAll("''", ''), yaml.replaceAll("''", "'")]).toEqual([given.replaceAll("'", ''), given]);
  const [, hcl = ''] = /api_token = (".*")\n/.exec(text('terraform')) ?? [];
  expect(JSON.parse(hcl)).toBe(given);
});

it('env: has the variables that Okta’s SDKs read', () => {
  expect(at('env')).toBe(`OKTA_CLIENT_ORGURL=https://acme.okta.com\nOKTA_CLIENT_TOKEN=${value}\n`);
});

it('sdk: has an okta.yaml', () => {
  expect(at('sdk')).toBe(`okta:\n  client:\n    orgUrl: 'https://acme.okta.com'\n    token: '${value}'\n`);
});

it.each([
  ['https://acme.okta.com', 'acme', 'okta.com'],
  ['https://acme.oktapreview.com', 'acme', 'oktapreview.com'],
  ['https://acme.okta-emea.com', 'acme', 'okta-emea.com'],
  ['https://agency.okta-gov.com', 'agency', 'okta-gov.com'],
  ['https://dod.okta.mil', 'dod', 'okta.mil'],
  ['https://login.company.co.uk', 'login', 'company.co.uk'],
  ['https://acme.localhost:8443', 'acme', 'localhost:8443'],
  ['https://localhost:8443', 'localhost:8443', ''],
])('Terraform: %s is %s and %s, which its provider joins with a dot', (origin, name, base) => {
  const text = at('terraform', origin);
  expect(text).toContain(`org_name  = "${name}"`);
  expect(text).toContain(`base_url  = "${base}"`);
  expect(text).toContain(`api_token = "${value}"`);
});
