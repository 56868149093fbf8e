import { expect, it } from 'vitest';
import { readTokenText } from '../../../src/main/capture/token-shape.ts';

const v = '00Zq7Lk2-vTe_9xWmPaR4sDfGhJkLzXcVbNmQwErTy';

it.each([
  [`__${v}__`],
  [`_${v}_`],
  [`~~${v}~~`],
  [`**${v}**`],
  [`||${v}||`],
  [v.replace('_', '\\_')],
  [v.replace('-', '\\-')],
  [`**${v.replace('_', '\\_')}**`],
  [`トークンの値：${v}`],
  [`令牌：${v}`],
  [`Значение:${v}`],
  [`토큰: ${v}`],
  [`トークン値${v}`],
  [`${v}です`],
  [`🔑${v}✅`],
  [`[28.11.26, 10:32] Jo: ${v}`],
  [`-t${v}`],
  [`/token:${v}`],
  [`https://u:${v}@acme.okta.com`],
  [`curl -H $'Authorization: SSWS ${v}' x`],
  [`curl ^"https://x^" ^\n -H ^"authorization: SSWS ${v}^"`],
  [
    `Name                           Value\n----                           -----\nOKTA_API_TOKEN                 ${v}`,
  ],
  [`CURLOPT_HTTPHEADER => array('Authorization: SSWS ${v}'),`],
  [`<![CDATA[${v}]]>`],
  [`\${OKTA_API_TOKEN-${v}}`],
  [`=HYPERLINK("x","${v}")`],
  [`prod;${v};x`],
])('takes the value out of %j', (raw) => {
  expect(readTokenText(raw)).toMatchObject({ shape: 'token', value: v });
});

it.each([
  [`${v}_`, 'not shaped'],
  [`__${v}`, 'joined to it'],
  [`_${v}__`, 'joined to it'],
  [`${v.slice(0, 41)}\\n`, 'more than a token'],
  [`jo@acme.com:${v}`, 'joined to it'],
  [`Zahl1.${v}`, 'joined to it'],
  [`é${v}`, 'letters that no token has'],
  [`00${'x'.repeat(40)}`, 'placeholder'],
  [`SSWS 00${'0'.repeat(40)}`, 'placeholder'],
  [`AIza${'b'.repeat(35)}`, 'Google'],
  ['sk-proj-abc', 'OpenAI'],
  ['sk-ant-api03-abc', 'Anthropic'],
  ['ATATT3xFfGF0abc', 'Atlassian'],
  ['dckr_pat_abc', 'Docker'],
  ['dop_v1_abc', 'DigitalOcean'],
])('says of %j what it is', (raw, said) => {
  const read = readTokenText(raw);
  expect(read.shape).not.toBe('token');
  expect('notes' in read ? read.notes.join(' ') : '').toContain(said);
});
