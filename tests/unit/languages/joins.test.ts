import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from 'vite';
import { describe, expect, it } from 'vitest';
import { catalogs } from '../../support/catalogs.ts';
import { isNode, type Node, nameOf } from '../../support/texts-in.ts';

const src = join(import.meta.dirname, '../../../src');

/** Files that join what a machine reads or what Okta wrote in English, and why. */
const forMachines: Readonly<Record<string, string>> = {
  'shared/rotation-words.ts': 'the words of a command',
  'renderer/app/palette-entries.ts': 'a text that the palette searches',
  'renderer/ui/profile-fields.tsx': 'tags as a person types them',
  'shared/connect/tool.ts': 'scopes, as a workflow has them',
  'main/vault/database.ts': 'SQL',
  'main/vault/removed-rows.ts': 'SQL',
  'main/terminal/completion.ts': 'code of a shell',
  'main/platform/dialogs.ts': 'the endings of files',
  'main/platform/login-item.ts': 'the words of a command',
  'main/platform/scheme.ts': 'a policy of HTTP and a path',
  'main/okta/certificate.ts': 'the names of an issuer',
  'main/okta/client.ts': 'a header of HTTP',
  'main/okta/fields.ts': 'a header of HTTP',
  'main/okta/transport-errors.ts': 'codes of Node',
  'main/okta/waits.ts': 'a header of HTTP',
  'main/ipc/answers.ts': 'the names of fields, for the log',
  'main/features/usage/limit-watch.ts': 'a path',
  'main/features/usage/log-event.ts': 'the name of a program, as the System Log has it',
  'main/features/testing/checks.ts': "a person's name, as Okta has it",
  'main/features/tasks/create-plan.ts': "a person's name, as the file has it",
  'main/features/tasks/plan.ts': "a person's name, and a search of Okta's",
  'main/features/tasks/row-call.ts': "Okta's own causes",
  'main/features/tasks/rule-expression.ts': 'an expression of Okta’s',
  'main/features/tasks/schemas.ts': "a person's name, and the values of an attribute",
  'main/features/service/access-token.ts': 'scopes, as OAuth sends them',
  'main/features/service/app-access.ts': 'scopes, as OAuth sends them',
  'main/features/service/desk.ts': 'scopes, which are compared',
  'main/features/service/service-texts.ts': 'configurations of tools',
  'main/features/programs/always.ts': 'a length',
  'main/base/csv.ts': 'CSV',
  'main/features/programs/exec-direct.ts': 'a variable of the environment',
  'main/features/programs/caller.ts': 'the bytes of an address',
  'main/features/programs/program-file-linux.ts': 'the identity of a file',
  'main/base/windows-command.ts': 'the words of a command',
  'main/features/life/warnings.ts': 'an id that is kept',
  'main/app/needs.ts': 'the name of the system, for a report',
};

/** Returns the places where code puts a comma or a blank between texts, or a full stop after one. */
function joinsIn(file: string, source: string): string[] {
  const found: string[] = [];
  const look = (node: Node): void => {
    const line = source.slice(0, node.start).split('\n').length;
    found.push(...joinsOf(node).map((text) => `${file}:${line}: "${text}"`));
    for (const child of Object.values(node)) {
      for (const one of Array.isArray(child) ? child : [child]) if (isNode(one)) look(one);
    }
  };
  look(parseSync(file, source).program as unknown as Node);
  return found;
}

function joinsOf(node: Node): string[] {
  if (node.type === 'JSXText') {
    const text = String(node.value).trim();
    return /^[.,;]$/.test(text) ? [text] : [];
  }
  if (node.type === 'TemplateLiteral') {
    const texts = (node.quasis as { value: { cooked: string } }[]).map(({ value }) => value.cooked);
    return texts.slice(1).filter((text) => /^[.,;] $/.test(text));
  }
  if (node.type !== 'CallExpression' || nameOf((node.callee as Node).property) !== 'join') return [];
  const [by] = node.arguments as Node[];
  const text = by?.type === 'Literal' ? String(by.value) : '';
  return /^([,;.、。] ?|\s*[/·–] ?| (and|or) | )$/.test(text) ? [text] : [];
}

describe('what stands between texts comes from shared/listed.ts or a catalog', () => {
  const own = new Set(catalogs());
  const files = globSync('{main,renderer,shared}/**/*.{ts,tsx}', { cwd: src })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => !own.has(file));
  const found = files.flatMap((file) => joinsIn(file, readFileSync(join(src, file), 'utf8')));
  const fileOf = (place: string) => place.split(':', 1)[0] ?? '';

  it('in all code for people', () => {
    expect(files.length).toBeGreaterThan(500);
    expect(found.filter((place) => !(fileOf(place) in forMachines))).toEqual([]);
  });

  it('and each exception is one', () => {
    const joining = new Set(found.map(fileOf));
    expect(Object.keys(forMachines).filter((file) => !joining.has(file))).toEqual([]);
  });
});

describe('the check reports', () => {
  it.each([
    ['a list', "names.join(', ')", ', '],
    ['sentences', "all.join(' ')", ' '],
    ['alternatives', "names.join(' or ')", ' or '],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the sample is source text
    ['a template', '`${label}, ${host}`', ', '],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the sample is source text
    ['a full stop in a template', '`${word}. ${sentence}`', '. '],
    ['a full stop in an element', '<b>{word}.</b>', '.'],
    ['a comma in an element', '<td>{day}, {time}</td>', ','],
  ])('%s', (_what, code, text) => {
    expect(joinsIn('sample.tsx', `const a = ${code};`)).toEqual([`sample.tsx:1: "${text}"`]);
  });

  it.each([
    ['lines', "lines.join('\\n')"],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the sample is source text
    ['a host', '`${label}.${domain}`'],
    ['a helper', 'series(names)'],
  ])('no %s', (_what, code) => {
    expect(joinsIn('sample.tsx', `const a = ${code};`)).toEqual([]);
  });
});
