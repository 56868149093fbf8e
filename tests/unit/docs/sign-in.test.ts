import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const oauth = readFileSync(join(import.meta.dirname, '../../../docs/oauth.md'), 'utf8').replaceAll(
  /\s+/g,
  ' ',
);

it('docs/oauth.md says where SAML and OpenID Connect fit, and that neither replaces an API credential', () => {
  const [, section = ''] = /## SAML and OpenID Connect (.*?)(?= ## |$)/.exec(oauth) ?? [];
  expect(section).toContain('let *people* sign in to another service');
  expect(section).toContain(
    'It needs an API token or a service app, and neither kind of sign-in replaces these',
  );
});
