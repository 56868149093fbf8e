import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { claims } from '../../protections/all.ts';
import { mentions } from '../../protections/mentions.ts';
import { hasTest } from './test-titles.ts';

const root = join(import.meta.dirname, '../../..');
const textOf = (file: string): string => readFileSync(join(root, file), 'utf8');
const timesIn = (text: string, part: string): number => text.split(part).length - 1;
const protections = claims.flatMap(({ protections }) => protections);

describe('what tests/protections takes out', () => {
  it('has unique names', () => {
    const ids = protections.map(({ id }) => id);
    expect(ids.filter((id, n) => ids.indexOf(id) !== n)).toEqual([]);
  });

  it('is in its source exactly once, and is replaced by something else', () => {
    const stale = protections.flatMap(({ id, out }) =>
      out.flatMap(([file, search, replace]) => {
        const times = existsSync(join(root, file)) ? timesIn(textOf(file), search) : 0;
        return times === 1 && search !== replace ? [] : [`${id}: ${times} times in ${file}: ${search}`];
      }),
    );
    expect(stale).toEqual([]);
  });

  it('has a test of that name in its file', () => {
    const absent = protections.filter(
      ({ fails: [file, words] }) => !existsSync(join(root, file)) || !hasTest(join(root, file), words),
    );
    expect(absent.map(({ id, fails: [file, words] }) => `${id}: ${words}, in ${file}`)).toEqual([]);
  });
});

/** A part of a document that may hold a claim (a row of a table, a paragraph, an entry of a list), and the tests its section begins with. */
interface Part {
  readonly text: string;
  readonly begins: string;
}

function partsOf(doc: string): Part[] {
  return textOf(doc)
    .split(/\n(?=## )/)
    .flatMap((section) => {
      const parts = section
        .split(/\n(?=\||- |\d+\. |#|\n)/)
        .map((text) => text.replaceAll(/\s+/g, ' ').trim());
      const table = parts.findIndex((text) => text.startsWith('|'));
      const begins = table < 0 ? '' : parts.slice(0, table).join(' ');
      return parts.map((text) => ({ text, begins: text.startsWith('|') ? begins : '' }));
    });
}

const quoted = (text: string): string[] => [...text.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name);

/** The tests that a part names: its own, and the files with which its section begins. */
const namesOf = ({ text, begins }: Part): string[] => [
  ...quoted(text),
  ...quoted(begins).filter((name) => name.endsWith('.ts')),
];

/** Returns whether a test's file is one that a document names: by its path or a part of it, or by a folder around it. */
function isNamed(file: string, names: readonly string[]): boolean {
  const plain = (path: string) => path.replace(/(?:\.test|\.spec)?\.ts$/, '').split('/');
  const path = plain(file);
  return names.some((name) => {
    const wanted = plain(name).join('/');
    return path.some((_, from) => `${path.slice(from).join('/')}/`.startsWith(`${wanted}/`));
  });
}

/** The parts of a document in which words stand. */
const partsWith = ({ doc, words }: { readonly doc: string; readonly words: string }): Part[] =>
  partsOf(doc).filter(({ text }) => text.includes(words));

describe('each claim and mention of tests/protections', () => {
  it('is in its document once', () => {
    const stale = [...claims, ...mentions].filter((one) => partsWith(one).length !== 1);
    expect(stale.map(({ doc, words }) => `${doc}: ${words}`)).toEqual([]);
  });

  it('names each test there that fails without its protections', () => {
    const unknown = mentions.flatMap(({ by }) =>
      by.filter((id) => !protections.some((one) => one.id === id)),
    );
    expect(unknown).toEqual([]);
    const all = [
      ...claims,
      ...mentions.map(({ by, ...one }) => ({
        ...one,
        protections: protections.filter(({ id }) => by.includes(id)),
      })),
    ];
    const unnamed = all.flatMap((one) => {
      const names = partsWith(one).flatMap(namesOf);
      return one.protections
        .filter(({ fails: [file] }) => !isNamed(file, names))
        .map(({ id, fails: [file] }) => `${one.doc}, ${id}: ${file}`);
    });
    expect(unnamed).toEqual([]);
  });
});

/** The rows of each table of a document whose head has `column`. */
function rowsOf(doc: string, column: string): string[] {
  const tables = textOf(doc).match(/(?:^\|.*\n)+/gm) ?? [];
  return tables.flatMap((table) => {
    const [head = '', , ...rows] = table.trim().split('\n');
    return head.includes(column) ? rows : [];
  });
}

describe('no claim is left out', () => {
  it.each([
    ['docs/threat-model.md', 'Shown by', 40],
    ['docs/security.md', 'Taken out', 30],
  ])('every row of %s has a protection with a test', (doc, column, most) => {
    const rows = rowsOf(doc, column);
    expect(rows.length).toBeGreaterThan(most);
    const bare = rows.filter(
      (row) => !claims.some((claim) => claim.doc === doc && row.includes(claim.words)),
    );
    expect(bare).toEqual([]);
  });
});
