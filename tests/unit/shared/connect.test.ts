import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { readExecLine } from '../../../src/main/features/programs/exec-line.ts';
import { tools } from '../../../src/shared/connect/tools.ts';

const filled = {
  origin: 'https://acme.okta.com',
  alias: 'terraform-prod',
  door: 'http://127.0.0.1:4730/terraform-prod',
};
const lines = tools.flatMap((tool) =>
  tool.lines.map(({ name, text }) => ({ tool, name, text: text(filled) ?? '' })),
);
const ofApp = {
  ...filled,
  ...{ clientId: '0oa1234567890abcdefgh', kid: 'the-key', scopes: ['okta.users.read', 'okta.logs.read'] },
};
const appLines = tools.flatMap((tool) =>
  tool.app.lines.map(({ name, text }) => ({ tool, name, text: text(ofApp) ?? '' })),
);
/** The words of a line, as a shell reads them. */
const wordsOf = (line: string): string[] =>
  execFileSync('sh', ['-c', `keyturn() { printf '%s\\0' keyturn "$@"; }\n${line}`], { encoding: 'utf8' })
    .split('\0')
    .slice(0, -1);

it('has a page for each tool of the list, with all of its parts', () => {
  expect(tools.map(({ id }) => id)).toEqual([
    ...['terraform', 'sdk-node', 'sdk-python', 'sdk-go', 'sdk-java', 'sdk-dotnet'],
    ...['okta-cli', 'postman', 'github-actions', 'n8n', 'splunk', 'workato'],
  ]);
  for (const { needs, role, oauth, app, sources, lines } of tools) {
    expect(app.lines.length).toBeGreaterThan(0);
    for (const text of [needs, role, oauth, app.needs]) expect(text).toMatch(/\.$/);
    expect(lines.length).toBeGreaterThan(0);
    expect(sources.length).toBeGreaterThan(0);
    for (const source of sources) expect(new URL(source).protocol).toBe('https:');
  }
});

describe('each line that runs a program', () => {
  it.each(
    lines
      .filter(({ text }) => text.startsWith('keyturn '))
      .map(({ tool, name, text }) => [tool, name, text] as const),
  )(
    '$id, %s: is a command line of keyturn exec, with the value only where the page says that it is given',
    (tool, _name, text) => {
      const line = readExecLine(wordsOf(text));
      expect(line).toMatchObject({ alias: filled.alias, value: tool.value !== 'stays in Keyturn' });
    },
  );
});

describe('each line for an app that runs a program', () => {
  it.each(
    appLines
      .filter(({ text }) => text.startsWith('keyturn '))
      .map(({ tool, name, text }) => [tool, name, text] as const),
  )('$id, %s: asks for an access token only where the page says so', (tool, _name, text) => {
    const line = readExecLine(wordsOf(text));
    expect(line).toMatchObject({ alias: filled.alias, value: tool.app.value === 'goes to the program' });
  });
});

it('offers the private key only where the tool must be given it, and in no line', () => {
  const offered = tools.filter(({ app }) => app.copies.length > 0).map(({ id, app }) => [id, ...app.copies]);
  expect(offered).toEqual([
    ['terraform', 'terraform'],
    ...['sdk-node', 'sdk-python', 'sdk-go', 'sdk-java', 'sdk-dotnet', 'okta-cli'].map((id) => [id, 'sdk']),
    ['github-actions', 'key'],
  ]);
  for (const { text } of appLines) expect(text).not.toMatch(/BEGIN|-----/);
});

it('fills in the Client ID, the id of the key and the scopes of an app for GitHub Actions', () => {
  const text = appLines.find(({ tool }) => tool.id === 'github-actions')?.text ?? '';
  expect(text).toContain('OKTA_CLIENT_CLIENTID: 0oa1234567890abcdefgh\n');
  expect(text).toContain('OKTA_CLIENT_KEYID: the-key\n');
  expect(text).toContain('OKTA_CLIENT_SCOPES: okta.users.read okta.logs.read\n');
  // biome-ignore lint/suspicious/noTemplateCurlyInString: GitHub's own form of a secret.
  expect(text).toContain('OKTA_CLIENT_PRIVATEKEY: ${{ secrets.OKTA_PRIVATE_KEY }}\n');
});

it('fills in no org where the tool calls Keyturn, and none but the org where it calls Okta', () => {
  const all = [
    ...lines.map(({ tool, text }) => ({ value: tool.value, text })),
    ...appLines.map(({ tool, text }) => ({ value: tool.app.value, text })),
  ];
  for (const { value, text } of all) {
    const urls = [...text.matchAll(/https?:\/\/[^\s"',]+/g)].map(([url]) => url);
    expect(urls.every((url) => url === (value === 'stays in Keyturn' ? filled.door : filled.origin))).toBe(
      true,
    );
  }
});

it('makes an environment for Postman that its own form reads, and none before programs may use the token', () => {
  const environment = tools.find(({ id }) => id === 'postman')?.lines[0];
  expect(JSON.parse(environment?.text(filled) ?? '')).toMatchObject({
    values: [
      { key: 'url', value: filled.door },
      { key: 'apikey', value: 'keyturn' },
    ],
  });
  expect(environment?.text({ ...filled, door: null })).toBeNull();
});
