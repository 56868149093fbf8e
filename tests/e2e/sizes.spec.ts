import type { Page } from 'playwright-core';
import { languages } from '../../src/shared/languages.ts';
import { saveToken } from '../support/steps.ts';
import { expect, test } from '../support/test.ts';

/** A zoom of 200 % at 1280 by 800, the least size of the window's content, a small laptop, the usual size, and a large screen. */
const sizes = [
  { width: 640, height: 400 },
  { width: 960, height: 612 },
  { width: 1024, height: 700 },
  { width: 1280, height: 800 },
  { width: 1920, height: 1052 },
];

/** Returns what is wrong with the place of the parts that a person sees: parts that overlap, and parts outside their container. */
const misplaced = (page: Page) =>
  page.evaluate<string[]>(`(() => {
    const wrong = [];
    const box = (one) => one.getBoundingClientRect();
    const columns = ['nav', '[role=grid]', 'main']
      .flatMap((selector) => [...document.querySelectorAll(selector)].slice(0, 1))
      .sort((a, b) => box(a).left - box(b).left);
    columns.forEach((one, n) => {
      const next = columns[n + 1];
      if (next !== undefined && box(one).right > box(next).left + 1) wrong.push(one.tagName + ' lies over the next column');
      if (box(one).right > innerWidth + 1) wrong.push(one.tagName + ' is wider than the window');
    });
    for (const one of document.querySelectorAll('main, header, nav, [role=tablist], [role=tabpanel], section, dd, td')) {
      // The cells that end in an ellipsis hide the rest.
      if (one.closest('table') !== null && getComputedStyle(one).overflow !== 'visible') continue;
      if (one.scrollWidth > one.clientWidth + 1) wrong.push((one.getAttribute('aria-label') ?? one.tagName) + ' is cut');
    }
    // A name of an org has more lines where one is too short. In a narrow window its mark is alone.
    for (const one of document.querySelectorAll('nav button > span:not([aria-hidden])')) {
      if (one.clientWidth > 1 && (one.scrollHeight > one.clientHeight + 1 || one.scrollWidth > one.clientWidth + 1))
        wrong.push(one.textContent + ' is cut');
    }
    for (const one of document.querySelectorAll('button, select, input:not([role=switch]), [role=tab]')) {
      const part = one.closest('header, [role=tablist], section, nav, main');
      if (part === null || box(one).width === 0 || one.closest('table, pre') !== null) continue;
      const around = box(part);
      if (box(one).right > around.right + 1 || box(one).left < around.left - 1)
        wrong.push((one.textContent || one.getAttribute('aria-label') || one.tagName) + ' is outside');
    }
    // Long buttons move below the title of a page. They do not squeeze it.
    const head = document.querySelector('main > header');
    const title = head?.querySelector('h1');
    const wraps = title && box(title).height > 1.6 * parseFloat(getComputedStyle(title).lineHeight);
    if (wraps && box(title).width < Math.min(240, box(head).width - 60)) wrong.push('the title is squeezed');
    // A part of a language's term stays on its line. User data may be longer, and a hyphen may end a line.
    for (const one of document.querySelectorAll('dt, th, button, label, legend, [role=tab]')) {
      if (getComputedStyle(one).hyphens === 'auto') continue;
      const texts = document.createTreeWalker(one, NodeFilter.SHOW_TEXT);
      while (texts.nextNode()) {
        for (const { 0: word, index } of texts.currentNode.data.matchAll(/\\p{Script=Latin}+/gu)) {
          if (word.length > 30) continue;
          const range = document.createRange();
          range.setStart(texts.currentNode, index);
          range.setEnd(texts.currentNode, index + word.length);
          const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
          if (lines.size > 1) wrong.push(word + ' is broken');
        }
      }
    }
    return wrong;
  })()`);

/** Returns the direction of the window by its columns: the sidebar is at the side where the text begins. */
const beginsAt = (page: Page) =>
  page.evaluate<'ltr' | 'rtl'>(
    `document.querySelector('nav').getBoundingClientRect().left < document.querySelector('main').getBoundingClientRect().left ? 'ltr' : 'rtl'`,
  );

const inEach = [['en', 'rtl'], ...languages.map((language) => [language, 'ltr'] as const)] as const;
for (const [language, dir] of inEach) {
  test.describe(() => {
    test.use({ language });
    test(`nothing lies over another part or outside its own, in the least window and in a large one, ${language}, ${dir}`, async ({
      start,
      fake,
    }) => {
      const acme = fake.org('acme-preview');
      const app = await start();
      const { page } = app;
      const { value } = acme.org.issueToken({ owner: 'ada.admin@acme.com', name: 'admin' });
      // The offer of a recovery key stays below the list: its buttons are long in German.
      await saveToken(app, acme, {
        value,
        // The longest label, and half of it in one word.
        label: `a-label-that-is-longer-than-the-column-of-the-list-is-wide ${'x'.repeat(61)}`,
      });
      await page.evaluate(`document.documentElement.dir = '${dir}'`);
      const nav = page.getByRole('navigation', { name: 'Keyturn' }).getByRole('button');
      const look = async (where: string) => {
        for (const size of sizes) {
          await page.setViewportSize(size);
          expect(await misplaced(page), `${where} at ${size.width}`).toEqual([]);
          expect(await beginsAt(page), `${where} at ${size.width}`).toBe(dir);
        }
      };
      for (const tab of await page.getByRole('tab').all()) {
        await tab.click();
        await look((await tab.textContent()) ?? '');
      }
      await page.getByRole('main').getByRole('button', { name: 'Rotate', exact: true }).click();
      await page.getByRole('heading', { name: /^Rotating/ }).waitFor();
      await look('Rotation');
      for (const name of [
        'Overview',
        'Upcoming',
        'Inventory',
        'Tasks',
        'Find tokens in files',
        'Activity',
        'Settings',
      ]) {
        await nav.filter({ hasText: name }).first().click();
        await look(name);
      }
    });
  });
}
