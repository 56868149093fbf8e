import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTokenText } from '../../../src/main/capture/token-shape.ts';

const token = '00AbcdefghijklmnopqrstuvwxyzABCDEFGHIJKL_-';

describe('finds a token in the text around it', () => {
  it.each([
    ['as it is', token, 0],
    ['spaces and a newline', `  ${token}\n`, 1],
    ['quotes', `"${token}"`, 1],
    ['typographic quotes', `“${token}”`, 1],
    ['SSWS in front', `SSWS ${token}`, 1],
    ['a header', `Authorization: SSWS ${token}`, 2],
    ['a line of .env', `OKTA_API_TOKEN=${token}`, 1],
    ['a line of .env, quoted', `export OKTA_CLIENT_TOKEN="${token}"`, 2],
    ['a line of YAML', `token: '${token}'`, 2],
    ['a line of JSON', `"${token}",`, 1],
    ['a zero-width space', `${token.slice(0, 5)}\u200b${token.slice(5)}`, 1],
  ])('%s', (_name, raw, notes) => {
    const read = readTokenText(raw);
    expect(read).toMatchObject({ value: token, shape: 'token' });
    expect(read.notes).toHaveLength(notes);
  });
});

describe('refuses what surely is no token', () => {
  it.each([
    ['00T94e3cn9kSEO3c51s5', "the token's ID"],
    ['00u94e3cn9kSEO3c51s5', 'ID of a user'],
    ['0oa94e3cn9kSEO3c51s5', 'Client ID'],
    ['{apiToken}', 'placeholder'],
    ['••••••••••••', 'hidden value'],
    ['eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiIxIn0.sig', 'OAuth access token'],
    ['https://acme.okta.com', 'an address'],
    ['two words', 'no spaces'],
    ['line one\nline two', 'several lines'],
    ['{"token": "hidden"}', 'JSON'],
    ['x'.repeat(2_000), '2,000 characters'],
    ['x'.repeat(30_000), '30,000 characters'],
    [`-----BEGIN PRIVATE KEY-----\n${token}\n-----END PRIVATE KEY-----`, 'private key'],
    [`${token.slice(0, 20)}\n${token.slice(20)}`, 'cuts this value in two'],
    [`SSWS${token}`, 'cannot tell where it ends'],
    [`x${token}`, 'cannot tell where it ends'],
    [`SSWS%20${token}`, 'cannot tell where it ends'],
    [`%22${token}%22`, 'cannot tell where it ends'],
    [`user:${token}@host`, 'cannot tell where it ends'],
    [`https://acme.okta.com/${token}`, 'an address'],
    ['$env:OKTA_API_TOKEN', 'more than a token'],
    ['OKTA-TOKEN=', 'more than a token'],
    [`eyJhbGciOiJSUzI1NiJ9.eyJ${token}.sig`, 'OAuth access token'],
    [Array.from({ length: 5 }, (_one, n) => `00${n}`.padEnd(42, 'x')).join('\n'), '5 different values'],
    ['', 'no text'],
    ['tökén', 'letters that no token has'],
    [Buffer.from(token).toString('base64'), 'a token in base64'],
    [`  OKTA_API_TOKEN: ${Buffer.from(`${token}\n`).toString('base64')}`, 'a token in base64'],
    [`kind: Secret\ndata:\n  token: ${Buffer.from(token).toString('base64')}`, 'a token in base64'],
    [`Authorization: Basic ${Buffer.from(`user:SSWS ${token}`).toString('base64')}`, 'a token in base64'],
    ['null', 'placeholder'],
    ['undefined', 'placeholder'],
    ['None', 'placeholder'],
    ['token', 'placeholder'],
    ['changeme', 'placeholder'],
    ['xxxxxx', 'placeholder'],
    ['your-api-key', 'placeholder'],
    ['SSWS insert_key_here', 'placeholder'],
    ['ghp_0123456789abcdefghijABCDEFGHIJ012345', 'a secret of GitHub'],
    ['TOKEN=glpat-0123456789abcdefghij', 'a secret of GitLab'],
    [['xoxb', '1234567890', 'abcdefghij'].join('-'), 'a secret of Slack'],
    ['AKIAIOSFODNN7EXAMPLE', 'a secret of Amazon Web Services'],
  ])('%s', (raw, words) => {
    const read = readTokenText(raw);
    expect(read.shape).toBe('refused');
    expect(read).not.toHaveProperty('value');
    expect(read.notes.join(' ')).toContain(words);
  });
});

it('doubts another shape, but accepts it', () => {
  expect(readTokenText(token.slice(0, 30))).toMatchObject({ shape: 'unusual', value: token.slice(0, 30) });
  expect(readTokenText(token.slice(0, 30)).notes.join()).toContain('30 characters');
  expect(readTokenText('k'.repeat(64)).notes.join()).toContain('client secret');
  // A picture's text often has the letter for the digit.
  expect(readTokenText(`OO${token.slice(2)}`).notes.join()).toContain('the letter O');
  expect(readTokenText(`0O${token.slice(2)}`).notes.join()).toContain('the letter O');
  expect(readTokenText('00'.padEnd(60, 'x')).shape).toBe('unusual');
});

it('finds any token in the texts people copy it with', () => {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-';
  const value = fc
    .array(fc.constantFrom(...letters), { minLength: 40, maxLength: 40 })
    .map((chosen) => `00${chosen.join('')}`);
  const around = fc.constantFrom<[string, string]>(
    ['', ''],
    ['  ', '\n'],
    ['"', '"'],
    ["'", "',"],
    ['`', '`'],
    ['“', '”'],
    ['SSWS ', ''],
    ['Authorization: SSWS ', ''],
    ['OKTA_API_TOKEN=', ''],
    ['export OKTA_CLIENT_TOKEN="', '"'],
    ['api_token = "', '"'],
    ["    token: '", "'"],
    ['\uFEFF', '\u200b'],
  );
  fc.assert(
    fc.property(value, around, (token, [before, after]) => {
      expect(readTokenText(`${before}${token}${after}`)).toMatchObject({ value: token, shape: 'token' });
    }),
    { numRuns: 500 },
  );
});

it('never takes an id of Okta’s for a token', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('00T', '00u', '00g', '00o', '0oa', 'nzo'),
      fc.stringMatching(/^[A-Za-z0-9]{17}$/),
      (kind, rest) => {
        expect(readTokenText(`${kind}${rest}`).shape).toBe('refused');
      },
    ),
  );
});

it('never puts the value into a note, and never throws', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 12, maxLength: 120 }), (raw) => {
      const read = readTokenText(raw);
      if ('value' in read && read.value.length >= 12) expect(read.notes.join(' ')).not.toContain(read.value);
      expect(['refused', 'several'].includes(read.shape)).toBe(!('value' in read));
    }),
    { numRuns: 2000 },
  );
});
