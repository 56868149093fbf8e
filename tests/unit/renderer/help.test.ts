import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { PageHelp } from '../../../src/renderer/help/words.ts';
import { languages } from '../../../src/shared/languages.ts';

const src = join(import.meta.dirname, '../../../src');

/** The window's pages, as the type of its view names them. */
const pages = [
  ...(
    /export type Page =\n([\s\S]*?);/.exec(
      readFileSync(join(src, 'renderer/app/view-store.ts'), 'utf8'),
    )?.[1] ?? ''
  ).matchAll(/'(\w+)'/g),
].map(([, name = '']) => name);

it.each(languages)('each page of the window has its help, in %s', async (language) => {
  const file = language === 'en' ? 'renderer/help/words.ts' : `languages/${language}/renderer/help/words.ts`;
  const { words } = (await import(join(src, file))) as { words: { pages: Record<string, PageHelp> } };
  expect(pages.length).toBeGreaterThan(7);
  // The page of one token has a help of its own.
  expect(Object.keys(words.pages).toSorted()).toEqual([...pages, 'token'].toSorted());
  for (const [page, { purpose, terms, not }] of Object.entries(words.pages)) {
    expect(purpose.length, page).toBeGreaterThan(10);
    expect(terms.length, page).toBeGreaterThan(0);
    expect(
      terms.flat().every((text) => text.length > 1),
      page,
    ).toBe(true);
    expect(not.length, page).toBeGreaterThan(0);
  }
});
