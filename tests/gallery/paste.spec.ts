import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { readTokenText } from '../../src/main/capture/token-shape.ts';
import { normaliseOrgUrl } from '../../src/main/features/orgs/org-url.ts';
import { launchBrowser } from '../support/browser.ts';
import { test } from '../support/test.ts';
import { folder } from './camera.ts';

const token = '00AbcdefghijklmnopqrstuvwxyzABCDEFGHIJKL_-';
const other = '00ZyxwvutsrqponmlkjihgfedcbaZYXWVUTSRQP-_1';

const orgs = [
  ...['acme', 'acme.okta.com', 'acme-admin.okta.com', '(https://acme.okta.com)', '\u2068acme.okta.com\u2069'],
  'https://acme.okta.com/login/login.htm?fromURI=https://acme.okta.com/app/x',
  'https://acme.okta.com/oauth2/v1/authorize?redirect_uri=http://localhost:8080/cb',
  ...[
    'https//acme.okta.com',
    'https:/acme.okta.com',
    'acme.okta.co',
    'acme.оkta.com',
    'Our org is acme.okta.com',
  ],
  'https://www.google.com/url?q=https://acme.okta.com/',
  ...['https', 'https://acme.okta.com@evil.example', '{yourOktaDomain}', 'ada@acme.com', token],
];
const tokens = [
  ...[token, `SSWS SSWS ${token}`, `$env:OKTA_API_TOKEN = "${token}"`, `set OKTA_API_TOKEN=${token}`],
  ...[`"token": "${token}",`, `-H "Authorization: SSWS ${token}"`, `OKTA-TOKEN=${token}`, `${token}.`],
  ...[
    `\u200e${token}`,
    `${token.slice(0, 9)}\u00ad${token.slice(9)}`,
    `OLD_TOKEN=${token} NEW_TOKEN=${other}`,
  ],
  ...[
    `${token.slice(0, 20)}\n${token.slice(20)}`,
    `x${token}`,
    '00T94e3cn9kSEO3c51s5',
    'eyJhbGciOiJSUzI1NiJ9.e30.sig',
  ],
  ...['$env:OKTA_API_TOKEN="abc"', token.slice(0, 30), '{apiToken}'],
];

const shown = (text: string): string =>
  text
    .replaceAll(token, '«token»')
    .replaceAll(other, '«other token»')
    .replaceAll(/[^\x20-\x7eа-яА-Я«»]/g, (sign) => `[U+${sign.charCodeAt(0).toString(16).padStart(4, '0')}]`)
    .replaceAll('<', '&lt;');

function orgRow(text: string): string {
  const read = normaliseOrgUrl(text);
  const [kind, understood, notes] = read.ok
    ? ['taken', read.host, read.notes]
    : [
        read.choices.length > 0 ? 'asked' : 'refused',
        read.choices.join(' or '),
        [read.sentence, read.remedy],
      ];
  return rowOf(text, kind, understood, notes);
}

function tokenRow(text: string): string {
  const read = readTokenText(text);
  const understood =
    'value' in read
      ? read.value
      : read.shape === 'several'
        ? read.choices.map(({ where }) => where).join('; ')
        : '';
  const kind = { token: 'taken', unusual: 'taken, in doubt', several: 'asked', refused: 'refused' }[
    read.shape
  ];
  return rowOf(text, kind, understood, read.notes);
}

const rowOf = (text: string, kind: string, understood: string, notes: readonly string[]): string =>
  `<tr class="${kind.slice(0, 5)}"><td><code>${shown(text)}</code></td><td>${kind}</td><td><code>${shown(understood)}</code></td><td>${notes.map((note) => `<p>${shown(note)}</p>`).join('')}</td></tr>`;

/** The page that shows each pasted text, what the readers understood, and what they left out. */
const page = `<!doctype html><meta charset="utf-8"><style>
  :root { color-scheme: light dark; font: 13px/1.4 Inter, sans-serif; background: Canvas; color: CanvasText; }
  body { margin: 24px; } h1 { font-size: 18px; } table { border-collapse: collapse; width: 100%; margin-bottom: 24px; }
  th, td { text-align: left; vertical-align: top; padding: 6px 10px; border-bottom: 1px solid color-mix(in srgb, CanvasText 15%, Canvas); }
  td:first-child { max-width: 340px; overflow-wrap: anywhere; } p { margin: 0 0 3px; } code { font-size: 12px; }
  .taken td:nth-child(2) { color: light-dark(#0a6b3d, #6fd7a3); } .asked td:nth-child(2) { color: light-dark(#8a5a00, #f0c064); }
  .refus td:nth-child(2) { color: light-dark(#a3242a, #ff9a9a); }
</style>
<h1>Org URL: what was pasted, what was understood</h1>
<table><tr><th>Pasted</th><th></th><th>Understood</th><th>Said</th></tr>${orgs.map(orgRow).join('')}</table>
<h1>API token: what was pasted, what was understood, what was left out</h1>
<table><tr><th>Pasted</th><th></th><th>Understood</th><th>Said</th></tr>${tokens.map(tokenRow).join('')}</table>`;

test('paste', async () => {
  mkdirSync(folder, { recursive: true });
  const browser = await launchBrowser();
  try {
    for (const colorScheme of ['light', 'dark'] as const) {
      const sheet = await browser.newPage({ colorScheme, viewport: { width: 1280, height: 800 } });
      await sheet.setContent(page);
      await sheet.screenshot({ path: join(folder, `paste-01-readers-${colorScheme}.png`), fullPage: true });
    }
  } finally {
    await browser.close();
  }
});
