import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { baseDomains } from '../../../src/main/base/okta-domains.ts';
import { normaliseOrgUrl } from '../../../src/main/features/orgs/org-url.ts';

describe('takes the org from the address bar and from messages', () => {
  it.each([
    ['https://acme.okta.com/login/login.htm?fromURI=https://acme.okta.com/app/x', 'acme.okta.com'],
    [
      'https://acme.okta.com/app/UserHome?iss=https://acme.okta.com&session_hint=AUTHENTICATED',
      'acme.okta.com',
    ],
    ['https://acme.okta.com/app/UserHome?iss=https%3A%2F%2Facme.okta.com', 'acme.okta.com'],
    [
      'https://acme.okta.com/oauth2/v1/authorize?client_id=1&redirect_uri=http://localhost:8080/cb',
      'acme.okta.com',
    ],
    ['https://acme-admin.okta.com/admin/dashboard#https://x.y', 'acme.okta.com'],
    ['https://login.company.com/app/UserHome?iss=https://acme.okta.com', 'login.company.com'],
    [
      'https://login.company.com/oauth2/default/v1/authorize?redirect_uri=https://app.company.com/cb',
      'login.company.com',
    ],
    ['(https://acme.okta.com)', 'acme.okta.com'],
    ['[https://acme.okta.com]', 'acme.okta.com'],
    ['[our org](https://acme.okta.com/)', 'acme.okta.com'],
    ['**acme.okta.com**', 'acme.okta.com'],
    ['„acme.okta.com“', 'acme.okta.com'],
    ['«https://acme.okta.com»', 'acme.okta.com'],
    ['acme.okta.com.', 'acme.okta.com'],
    ['acme.okta.com,', 'acme.okta.com'],
    ['https://acme.okta.com/;', 'acme.okta.com'],
    ['\u200eacme.okta.com\u200f', 'acme.okta.com'],
    ['\u2068https://acme.okta.com\u2069', 'acme.okta.com'],
    ['\u202aacme.okta.com\u202c', 'acme.okta.com'],
    ['acme\u00ad.okta.com', 'acme.okta.com'],
    ['\ufeffhttps://acme.okta.com\u00a0', 'acme.okta.com'],
    ['ａｃｍｅ．ｏｋｔａ．ｃｏｍ', 'acme.okta.com'],
    ['view-source:https://acme.okta.com/app', 'acme.okta.com'],
  ])('%s', (input, host) => {
    expect(normaliseOrgUrl(input)).toMatchObject({ ok: true, host });
  });
});

describe('asks when the org is uncertain, and guesses nothing', () => {
  it.each([
    ['org_name = "acme"\n  base_url  = "oktapreview.com"', ['acme.oktapreview.com']],
    [
      'provider "okta" {\n  org_name  = "acme"\n  base_url  = "okta.com"\n  api_token = var.token\n}',
      ['acme.okta.com'],
    ],
    ['export OKTA_ORG_NAME=acme\nexport OKTA_BASE_URL=okta-emea.com', ['acme.okta-emea.com']],
    ['{"org_name": "acme", "base_url": "okta.com"}', ['acme.okta.com']],
    ['okta_org_name: acme', ['acme.okta.com']],
    ['https//acme.okta.com', ['acme.okta.com']],
    ['https:/acme.okta.com', ['acme.okta.com']],
    ['https:acme.okta.com', ['acme.okta.com']],
    ['https;//acme.okta.com', ['acme.okta.com']],
    ['https//:acme.okta.com', ['acme.okta.com']],
    ['https:///acme.okta.com', ['acme.okta.com']],
    ['htps://acme.okta.com', ['acme.okta.com']],
    ['ttps://acme.okta.com', ['acme.okta.com']],
    ['http:\\\\acme.okta.com', ['acme.okta.com']],
    ['https://https://acme.okta.com', ['acme.okta.com']],
    ['https://http//acme.okta.com', ['acme.okta.com']],
    ['https://acme.okta.com/https://evil.example', ['acme.okta.com', 'evil.example']],
    ['https%3A%2F%2Facme.okta.com%2F', ['acme.okta.com']],
    [
      'https://safelinks.example/?url=https%3A%2F%2Facme.okta.com%2F&data=1',
      ['acme.okta.com', 'safelinks.example'],
    ],
    // A link that was wrapped twice, and one with a lone percent sign beside it.
    ['https://mail.example/l/x?u=https%253A%252F%252Facme.okta.com%252F', ['acme.okta.com', 'mail.example']],
    ['https://mail.example/?sale=50%&u=https%3A%2F%2Facme.okta.com%2F', ['acme.okta.com', 'mail.example']],
    ['hxxps://acme.okta.com', ['acme.okta.com']],
    ['acme[.]okta[.]com', ['acme.okta.com']],
    ['hxxps[://]acme(dot)okta(dot)com/admin', ['acme.okta.com']],
    ['<orgUrl>https://acme.okta.com</orgUrl>', ['acme.okta.com']],
    ['<a href="https://acme.okta.com/">Our org</a>', ['acme.okta.com']],
    ['acme.okta,com', ['acme.okta.com', 'acme.okta']],
    ['https://www.google.com/url?q=https://acme.okta.com/', ['acme.okta.com', 'www.google.com']],
    ['[acme.okta.com](https://evil.example)', ['evil.example', 'acme.okta.com']],
    ['Our org is acme.okta.com', ['acme.okta.com']],
    ['acme.okta.com and globex.okta.com', ['acme.okta.com', 'globex.okta.com']],
    ['OKTA_CLIENT_ORGURL=https://acme.okta.com', ['acme.okta.com']],
    ['orgUrl: "https://acme.okta.com"', ['acme.okta.com']],
    ['www.acme.okta.com', ['acme.okta.com']],
    ['acme.okta.com.com', ['acme.okta.com']],
    ['host:acme.okta.com', ['acme.okta.com']],
    ['OKTA_DOMAIN:acme.okta.com', ['acme.okta.com']],
    ['acme–corp.okta.com', ['acme-corp.okta.com']],
    ['https://acme‑corp.okta.com/app', ['acme-corp.okta.com']],
    ['acme−admin.okta.com', ['acme.okta.com']],
    ['acmeーcorp.okta.com', ['acme-corp.okta.com']],
    ['acme—corp.okta.com', ['acme-corp.okta.com', 'corp.okta.com']],
    ['acme.okta', ['acme.okta.com', 'acme.okta']],
    ['acme.okta.co', ['acme.okta.com', 'acme.okta.co']],
    ['acme.okta.con', ['acme.okta.com', 'acme.okta.con']],
    ['acme.otka.com', ['acme.okta.com', 'acme.otka.com']],
    ['acme.0kta.com', ['acme.okta.com', 'acme.0kta.com']],
    ['acme.оkta.com', ['acme.okta.com', 'acme.xn--kta-red.com']],
    ['acme.oktaprevew.com', ['acme.oktapreview.com', 'acme.oktaprevew.com']],
  ])('%s', (input, choices) => {
    const read = normaliseOrgUrl(input);
    expect(read).toMatchObject({ ok: false, choices });
    if (!read.ok) expect(read.remedy).toBe(`Did you mean ${choices.join(' or ')}?`);
    // The host that the person chooses is taken as it is.
    for (const host of choices) expect(normaliseOrgUrl(host, true)).toMatchObject({ ok: true, host });
  });

  it.each([
    ...['http', 'https', 'www', 'okta', 'admin', 'login', 'HTTPS'],
    ...[
      'https://acme.okta.com@evil.example',
      'https://acme.okta.com\\@evil.example',
      'https://acme.okta.com%40evil.example',
    ],
    ...['mailto:me@acme.okta.com', 'user:acme.okta.com/x@evil.example', 'acme.okta.com:99999'],
    ...['see acme.okta.com:443@evil', 'see https://acme.okta.com@evil.example'],
    ...['hxxps://acme.okta.com@evil[.]example', '<orgUrl>https://<your-org>.okta.com</orgUrl>'],
    ...['<your-org>.okta.com', 'https://{yourOktaDomain}/x?y=https://acme.okta.com', 'user@acme.okta.com'],
  ])('%s is refused without a choice', (input) => {
    expect(normaliseOrgUrl(input)).toMatchObject({ ok: false, choices: [] });
  });
});

it('says that a host pasted twice is one address with text around it', () => {
  for (const input of [
    'OKTA_ORG_URL=https://acme.okta.com',
    'https://acme.okta.com//admin',
    '[https://acme.okta.com|https://acme.okta.com|smart-link]',
  ]) {
    expect(normaliseOrgUrl(input)).toMatchObject({
      sentence: 'This is more text than an Org URL.',
      choices: ['acme.okta.com'],
    });
  }
});

it('reads forty thousand brackets within half a second', () => {
  const started = performance.now();
  normaliseOrgUrl('['.repeat(40_000));
  expect(performance.now() - started).toBeLessThan(500);
});

it('takes text around one org as that org, a question or a refusal, and never as another host', () => {
  const label = fc
    .stringMatching(/^[a-z][a-z0-9]{3,12}$/)
    .filter((name) => normaliseOrgUrl(`${name}.okta.com`).ok && !/^(?:xn|ht|tp)/.test(name));
  const before = fc.array(
    fc.constantFrom(
      ...['"', '(', '<', '[', '“', '`', ' ', '\n', '\u200e', '\u2066', '\u00ad', '\ufeff', 'view-source:'],
      ...[
        'http://',
        'https://',
        'https//',
        'https:/',
        'https;//',
        'htps://',
        'http:\\\\',
        '//',
        '/',
        ':',
        '=',
        'www.',
        'https://https://',
      ],
    ),
    { maxLength: 4 },
  );
  const behind = fc.array(
    fc.constantFrom(
      ...[
        '"',
        ')',
        '>',
        ']',
        '”',
        '`',
        ' ',
        '\n',
        '\u200f',
        '\u2069',
        ',',
        '.',
        ';',
        '/',
        ':443',
        '#top',
        '?',
      ],
      ...[
        '/app/UserHome?iss=https://other.okta.com',
        '?fromURI=https://other.okta.com',
        '&x=1',
        '%2F',
        '/admin',
      ],
    ),
    { maxLength: 4 },
  );
  let taken = 0;
  fc.assert(
    fc.property(before, label, fc.constantFrom(...baseDomains), behind, (front, name, base, back) => {
      const host = `${name}.${base}`;
      const input = `${front.join('')}${host}${back.join('')}`;
      const read = normaliseOrgUrl(input);
      if (read.ok) {
        taken += 1;
        expect(new URL(read.origin).hostname).toBe(host);
      } else {
        // A choice is a host in the text.
        const seen = input.toLowerCase().replaceAll(/[\u200e\u200f\u2066\u2069\u00ad\ufeff]/g, '');
        for (const choice of read.choices) expect(`${seen} ${host}`).toContain(choice);
      }
    }),
    { numRuns: 4000 },
  );
  expect(taken).toBeGreaterThan(1000);
});

describe('text that a lenient reader reads as another host', () => {
  it.each([
    ['https://urldefense.proofpoint.com/v2/url?u=https-3A__acme.okta.com_app&d=x', 'acme.okta.com'],
    ['https://links.example.com/r?to=https://login.company.com/', 'login.company.com'],
    ['acmeokta.com', 'acme.okta.com'],
    ['acme-okta.com', 'acme.okta.com'],
    ['https://acme%2eokta.com', 'acme.okta.com'],
    ['https：／／acme.okta.com', 'acme.okta.com'],
    ['https://acme.okta.comhttps://globex.okta.com', 'globex.okta.com'],
    ['www.www./acme.okta.com', 'acme.okta.com'],
  ])('asks about %s', (input, offered) => {
    const url = normaliseOrgUrl(input);
    expect(url).toMatchObject({ ok: false });
    expect(url.ok ? [] : url.choices).toContain(offered);
  });

  it.each([
    ['8443'],
    ['127.1'],
    ['0x7f.1'],
    ['evil.example／.acme.okta.com'],
    ['https.okta.com'],
    ['00AbcdefghijklmnopqrstuvwxyzABCDEFGHIJKL_-.okta.com'],
  ])('%s is refused', (input) => {
    expect(normaliseOrgUrl(input)).toMatchObject({ ok: false, choices: [] });
  });

  it.each([
    ['- https://acme.okta.com'],
    ['> https://acme.okta.com'],
    ['<https://acme.okta.com|acme.okta.com>'],
    ['[acme.okta.com](https://acme.okta.com/).'],
    ['[Our Okta](https://acme.okta.com/app "Okta")'],
  ])('takes %s', (input) => {
    expect(normaliseOrgUrl(input)).toMatchObject({ ok: true, host: 'acme.okta.com' });
  });
});

describe('a name that no host has', () => {
  it.each([
    ['-acme.okta.com', 'acme.okta.com'],
    ['acme-.okta.com', 'acme.okta.com'],
    ['_acme.okta.com', 'acme.okta.com'],
    ['acme_.okta.com', 'acme.okta.com'],
    ['ac_me.okta.com', 'ac-me.okta.com'],
    ['https://-acme-.okta.com/admin', 'acme.okta.com'],
    ['acme-', 'acme.okta.com'],
    ['login.-company.com', 'login.company.com'],
    ['login.company-.com', 'login.company.com'],
    ['sign_in.company.com', 'sign-in.company.com'],
    ['acme.okta.com_', 'acme.okta.com'],
  ])('%s is refused, and the name without the odd sign is offered', (input, offered) => {
    const read = normaliseOrgUrl(input);
    expect(read).toMatchObject({ ok: false, choices: [offered] });
    expect(read.ok ? '' : read.sentence).toContain('no hyphen at an end');
    expect(normaliseOrgUrl(input, true)).toMatchObject({ ok: false });
  });

  it.each([['_acme.okta.com_'], ['__acme.okta.com__.'], ['_**acme.okta.com**_']])(
    'reads %s as Markdown',
    (input) => {
      expect(normaliseOrgUrl(input)).toMatchObject({ ok: true, host: 'acme.okta.com' });
    },
  );
});

describe('a name from documentation', () => {
  it.each([
    ...['dev-XXXXXX.okta.com', 'https://dev-xxxxxxx-admin.okta.com', 'dev-######.okta.com', 'dev-000000'],
    ...['trial-xxxxxxx.okta.com', 'XXX.oktapreview.com', '[subdomain].okta.com', '(your).okta.com/api'],
    ...['{{domain}}.okta.com', `https://\${yourOktaDomain}/api/v1`, 'yourOktaDomain', '<org>.okta.com'],
  ])('%s is a placeholder', (input) => {
    const read = normaliseOrgUrl(input);
    expect(read).toMatchObject({ ok: false, choices: [] });
    expect(read.ok ? '' : read.sentence).toContain('placeholder');
  });

  it.each([
    ['example.okta.com', 'example.okta.com'],
    ['https://subdomain-admin.okta.com/admin/access/api/tokens', 'subdomain.okta.com'],
    ['example', 'example.okta.com'],
    ['company.oktapreview.com', 'company.oktapreview.com'],
    ['dev-123456.okta.com', 'dev-123456.okta.com'],
    ['integrator-1234567.okta.com', 'integrator-1234567.okta.com'],
    ['https://id.example.com/oauth2/default', 'id.example.com'],
  ])('%s may be an org, so Keyturn asks', (input, host) => {
    const read = normaliseOrgUrl(input);
    expect(read).toMatchObject({ ok: false, choices: [host] });
    expect(read.ok ? '' : read.sentence).toContain('examples');
    expect(normaliseOrgUrl(host, true)).toMatchObject({ ok: true, host });
  });

  it.each([
    ['dev-987654.okta.com'],
    ['dev-1004.okta.com'],
    ['exxon.okta.com'],
    ['examples.okta.com'],
    ['xxl.okta.com'],
  ])('%s is none', (host) => {
    expect(normaliseOrgUrl(host)).toMatchObject({ ok: true, host });
  });
});
