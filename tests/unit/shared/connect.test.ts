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
  for (const { needs, role, oauth, sources, lines } of tools) {
    for (const text of [needs, role, oauth]) expect(text).toMatch(/\.$/);
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

it('fills in no org where the tool calls Keyturn, and none but the org where it calls Okta', () => {
  for (const { tool, text } of lines) {
    const urls = [...text.matchAll(/https?:\/\/[^\s"',]+/g)].map(([url]) => url);
    expect(
      urls.every((url) => url === (tool.value === 'stays in Keyturn' ? filled.door : filled.origin)),
    ).toBe(true);
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
