import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { baseDomains } from '../../../src/main/base/okta-domains.ts';
import { adminUrlOf, normaliseOrgUrl } from '../../../src/main/features/orgs/org-url.ts';

const origin = (input: string) => {
  const url = normaliseOrgUrl(input);
  return url.ok ? url.origin : `refused: ${url.sentence}`;
};

describe('accepts what people paste', () => {
  it.each([
    ['acme', 'https://acme.okta.com'],
    ['acme.okta.com', 'https://acme.okta.com'],
    ['  Acme.Okta.COM  ', 'https://acme.okta.com'],
    ['acme-admin.okta.com', 'https://acme.okta.com'],
    ['https://acme-admin.okta.com/admin/access/api/tokens', 'https://acme.okta.com'],
    ['https://acme.okta.com/app/UserHome?session=1#x', 'https://acme.okta.com'],
    ['acme.oktapreview.com', 'https://acme.oktapreview.com'],
    ['acme-admin.oktapreview.com/', 'https://acme.oktapreview.com'],
    ['acme.okta-emea.com', 'https://acme.okta-emea.com'],
    ['agency.okta-gov.com', 'https://agency.okta-gov.com'],
    ['dod.okta.mil', 'https://dod.okta.mil'],
    ['login.company.com', 'https://login.company.com'],
    ['id-admin.company.com', 'https://id-admin.company.com'],
    ['"acme.okta.com"', 'https://acme.okta.com'],
    ['<https://acme.okta.com>', 'https://acme.okta.com'],
    ['acme.okta.com.', 'https://acme.okta.com'],
    ['http://acme.okta.com', 'https://acme.okta.com'],
    ['http://acme.okta.com:80/', 'https://acme.okta.com'],
    ['http://acme.okta.com:8443', 'https://acme.okta.com:8443'],
    ['acme.okta.com:80', 'https://acme.okta.com:80'],
    ['//acme.okta.com/x', 'https://acme.okta.com'],
    ['acme.okta.com:443', 'https://acme.okta.com'],
    ['localhost:8443', 'https://localhost:8443'],
    ['https://acme.localhost:44301/x', 'https://acme.localhost:44301'],
    ['127.0.0.1:8443', 'https://127.0.0.1:8443'],
    ['[::1]:8443', 'https://[::1]:8443'],
    ['acmé.okta.com', 'https://xn--acm-dma.okta.com'],
    ['acme\u200b.okta.com', 'https://acme.okta.com'],
  ])('%s', (input, expected) => {
    expect(origin(input)).toBe(expected);
  });

  it('says what it changed', () => {
    const notes = (input: string) => {
      const url = normaliseOrgUrl(input);
      return url.ok ? url.notes.join(' ') : '';
    };
    expect(notes('acme.okta.com')).toBe('');
    expect(notes('acme')).toContain('acme.okta.com');
    expect(notes('http://acme.okta.com')).toContain('http to https');
    expect(notes('acme-admin.okta.com')).toContain('Admin Console');
    expect(notes('acme.okta.com/app')).toContain('path');
    expect(notes('id-admin.company.com')).toContain('Kept -admin');
    expect(notes('company.com/id-admin.x')).not.toContain('Kept -admin');
    expect(notes('аcme.okta.com')).toContain('xn--');
  });

  it.each([
    ['', 'No Org URL'],
    ['   ', 'No Org URL'],
    ['{yourOktaDomain}', 'placeholder'],
    ['https://{yourOktaDomain}/api', 'placeholder'],
    ['your-okta-domain.okta.com', 'placeholder'],
    ['https://your-subdomain.okta.com', 'placeholder'],
    ['yourcompany.okta.com', 'placeholder'],
    ['$OKTA_ORG_URL', 'placeholder'],
    ['$env:OKTA_ORG_URL/api/v1', 'placeholder'],
    ['%OKTA_ORG_URL%', 'placeholder'],
    ['provider "okta" {\n  org_name = var.org_name\n  base_url = var.base_url\n}', 'placeholder'],
    ['tel:5551234', 'not the address of a host'],
    ['tel:123', 'not the address of a host'],
    ['https://acme.okta.com:0', 'not the address of a host'],
    ['acme.okta.com.com', '.com twice'],
    ['(.,#', 'not the address of a host'],
    ['acme..okta.com', 'not the address of a host'],
    ['acme!.okta.com', 'not the address of a host'],
    ['a'.repeat(64), 'not the address of a host'],
    [`${'a.'.repeat(130)}okta.com`, 'not the address of a host'],
    ['okta.com', 'without your org'],
    ['www.okta.com', "Okta's own"],
    ['developer.okta.com', "Okta's own"],
    ['a.b.okta.com', 'one name too many'],
    ['ada@acme.com', 'e-mail'],
    ['https://acme.okta.com@evil.example', 'user name'],
    ['acme.okta.com\\@evil.example', 'backslash'],
    ['ftp://acme.okta.com', 'https, not with ftp'],
    ['javascript:alert(1)', 'not the address'],
    ['/api/v1/users', 'path without a host'],
    ['https://https://acme.okta.com', 'more text than an Org URL'],
    ['acme okta com', 'no spaces'],
    ['00abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMN', 'looks like a token'],
    ['SSWS 00abc', 'looks like a token'],
  ])('refuses %s', (input, words) => {
    expect(origin(input)).toContain(words);
  });

  it('never repeats text that looks like a token', () => {
    const token = '00abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMN';
    expect(JSON.stringify(normaliseOrgUrl(token))).not.toContain(token);
  });

  it('gives one origin for all spellings of one org', () => {
    const label = fc
      .stringMatching(/^[a-z][a-z0-9]{2,18}$/)
      .filter((one) => normaliseOrgUrl(`${one}.okta.com`).ok && !one.startsWith('xn'));
    const base = fc.constantFrom(...baseDomains);
    const path = fc.constantFrom('', '/', '/app/UserHome', '/admin/dashboard?x=1', '#top');
    fc.assert(
      fc.property(label, base, path, fc.boolean(), (name, domain, rest, isLoud) => {
        for (const form of [
          `${name}.${domain}${rest}`,
          `https://${name}.${domain}${rest}`,
          `http://${name}.${domain}${rest}`,
          `//${name}.${domain}${rest}`,
          `https://${name}-admin.${domain}${rest}`,
          `  <https://${name}.${domain}${rest}> `,
          `"${name}.${domain}."`,
        ]) {
          expect(origin(isLoud ? form.replace(name, name.toUpperCase()) : form)).toBe(
            `https://${name}.${domain}`,
          );
        }
      }),
    );
  });

  it('a user name in front of a host is refused in every place', () => {
    const part = fc.stringMatching(/^[a-z0-9.%-]{1,12}$/);
    fc.assert(
      fc.property(part, part, fc.constantFrom('', 'https://', '//'), (user, password, scheme) => {
        for (const form of [
          `${scheme}${user}:${password}@evil.example`,
          `${scheme}acme.okta.com:${password}@evil.example/x`,
        ]) {
          expect(normaliseOrgUrl(form).ok).toBe(false);
        }
      }),
    );
  });

  it('returns an origin or a sentence, never throws, and is stable', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.webUrl(), fc.domain(), fc.ipV6()), (input) => {
        const url = normaliseOrgUrl(input);
        if (!url.ok) {
          expect(url.sentence.length).toBeGreaterThan(10);
          return;
        }
        expect(new URL(url.origin).origin).toBe(url.origin);
        expect(url.origin).toMatch(/^https:\/\/[^/?#@\s]+$/);
        expect(origin(url.origin)).toBe(url.origin);
      }),
      { numRuns: 2000 },
    );
  });
});

it('accepts the Admin Console of an org', () => {
  expect(adminUrlOf('https://acme.okta.com')).toBe('https://acme-admin.okta.com/admin/access/api/tokens');
  expect(adminUrlOf('https://acme.oktapreview.com')).toBe(
    'https://acme-admin.oktapreview.com/admin/access/api/tokens',
  );
  expect(adminUrlOf('https://login.company.com')).toBe('https://login.company.com/admin/access/api/tokens');
  expect(adminUrlOf('https://localhost:8443')).toBe('https://localhost:8443/admin/access/api/tokens');
});
