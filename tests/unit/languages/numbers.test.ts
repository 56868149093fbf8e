import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from 'vite';
import { describe, expect, it } from 'vitest';
import { languages } from '../../../src/shared/languages.ts';
import { catalogs, entriesOf, type Makes, textIn } from '../../support/catalogs.ts';
import { isNode, type Node } from '../../support/texts-in.ts';

const src = join(import.meta.dirname, '../../../src');

/** Arguments that are no counts, or that stay below a thousand. */
const noCount =
  /^(status|port|line|pid|exit|seconds|minutes|hours?|(keep|usual|habit)?days|span|since|left|n|ms|from|to|percent|(concurrency)?percentage|score|used|threshold|highest|times|least|megabytes)$/i;

/** The person types this number as its digits. */
const typed = /\.words\.jobView\.type(Count|Deleted|Removed)$/;

interface Maker {
  /** The names that lead to the function. */
  readonly path: string;
  readonly node: Node;
}

/** Returns the functions of a file, each with the names of the properties around it. */
function makersOf(file: string): Maker[] {
  const found: Maker[] = [];
  const look = (node: Node, path: string): void => {
    if (/Function/.test(node.type)) found.push({ path, node });
    const key =
      node.type === 'Property'
        ? (node.key as Node)
        : node.type === 'VariableDeclarator'
          ? (node.id as Node)
          : null;
    const inner = key === null ? path : `${path}.${String(key.name ?? key.value)}`;
    for (const child of Object.values(node)) {
      for (const one of Array.isArray(child) ? child : [child]) if (isNode(one)) look(one, inner);
    }
  };
  look(parseSync(file, readFileSync(join(src, file), 'utf8')).program as unknown as Node, '');
  return found;
}

const typeOf = (param: Node): string =>
  ((param.typeAnnotation as Node | undefined)?.typeAnnotation as Node | undefined)?.type ?? '';

const paramsOf = ({ node }: Maker): Node[] => {
  const params = node.params as Node[] | { items: Node[] };
  return Array.isArray(params) ? params : params.items;
};

/** Returns the names of the arguments that a template shows as they are. */
function bareIn(node: Node): string[] {
  const found: string[] = [];
  const look = (one: Node): void => {
    if (one.type === 'TemplateLiteral') {
      for (const part of one.expressions as Node[])
        if (part.type === 'Identifier') found.push(String(part.name));
    }
    for (const child of Object.values(one)) {
      for (const each of Array.isArray(child) ? child : [child]) if (isNode(each)) look(each);
    }
  };
  look(node);
  return found;
}

/** Returns the counts that a language shows without Intl. English has the types of the arguments. */
function bareCounts(language: string): string[] {
  return catalogs().flatMap((file) => {
    const english = new Map(makersOf(file).map((one) => [one.path, paramsOf(one).map(typeOf)]));
    const own = language === 'en' ? file : `languages/${language}/${file}`;
    return makersOf(own)
      .filter(({ path }) => !typed.test(path))
      .flatMap((one) => {
        const types = english.get(one.path) ?? [];
        const bare = bareIn(one.node);
        return paramsOf(one)
          .filter((param, n) => types[n] === 'TSNumberKeyword' && bare.includes(String(param.name)))
          .filter((param) => !noCount.test(String(param.name)))
          .map((param) => `${own}${one.path}: ${String(param.name)}`);
      });
  });
}

describe.each(languages)('the counts in the sentences of %s', (language) => {
  it('are written by Intl', () => {
    expect(bareCounts(language)).toEqual([]);
  });
});

/** The arguments of a function of English: 1 in the place of each number, and a mark for every text. */
const ones: Readonly<Record<string, unknown>> = {
  TSNumberKeyword: 1,
  TSStringKeyword: 'x',
  TSBooleanKeyword: true,
};

/** Numbers of Keyturn's own, such as a limit. They are never 1. */
const neverOne =
  /^(most|least|families|times|megabytes|span|keepDays|usualDays|perMinute|permissions|all|last|exit|habitDays)$/;

/** Functions that are called for two and more, or with a constant. */
const forSeveral =
  /\.(tooLong|several|shared|replacedAll|time|(changeFor|readsFor)?[mM]inutes|moreEntries|(none|what)Unused|lastTests|rules)$/;

it('English has no plural after one', async () => {
  const wrong: string[] = [];
  let made = 0;
  for (const file of catalogs()) {
    const makers = new Map(makersOf(file).map((one) => [`${file}: ${one.path.slice(1)}`, paramsOf(one)]));
    for (const { path, value } of await entriesOf(file, 'en')) {
      const params = makers.get(path) ?? [];
      if (typeof value !== 'function' || !params.some((param) => typeOf(param) === 'TSNumberKeyword'))
        continue;
      if (forSeveral.test(path) || params.some((param) => !(typeOf(param) in ones))) continue;
      if (params.some((param) => typeOf(param) === 'TSNumberKeyword' && neverOne.test(String(param.name))))
        continue;
      const text = textIn((value as Makes)(...params.map((param) => ones[typeOf(param)])));
      made++;
      if (/\b1 (?!is\b|was\b|has\b|needs\b|ms\b)[a-z]+s\b/.test(text)) wrong.push(`${path}: ${text}`);
    }
  }
  expect(made).toBeGreaterThan(100);
  expect(wrong).toEqual([]);
});
