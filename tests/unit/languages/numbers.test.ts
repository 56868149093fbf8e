import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from 'vite';
import { describe, expect, it } from 'vitest';
import { languages } from '../../../src/shared/languages.ts';
import { catalogs } from '../../support/catalogs.ts';
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
