import type { Locator, Page } from 'playwright-core';
import { serious } from '../support/axe.ts';
import { keepOne, toHandOver } from '../support/rotation.ts';
import { row } from '../support/steps.ts';
import { expect, test } from '../support/test.ts';

// Each test opens many dialogs, and axe is slow on a busy machine.
test.setTimeout(240_000);

/** A dialog, and the button that opens it. */
interface Opened {
  readonly opener: string;
  /** The name of the dialog, if it is not that of the opener. */
  readonly dialog?: string;
}

/** Returns a button of the page, or of the sidebar if the page has none of this name. */
const button = (page: Page, name: string): Locator =>
  page.getByRole('button', { name, exact: true }).and(page.locator(':visible')).last();

/** Returns whether the focus is in the topmost dialog, and not on the dialog as a whole. */
const focusInside = (page: Page) =>
  page.evaluate<boolean>(`(() => {
    const dialog = [...document.querySelectorAll('dialog[open]')].at(-1);
    const on = document.activeElement;
    return dialog !== undefined && on !== dialog && dialog.contains(on);
  })()`);

/** Returns what has the focus outside the topmost dialog, or null. Between the last control and the first, nothing has it. */
const focusOutside = (page: Page) =>
  page.evaluate<string | null>(`(() => {
    const dialog = [...document.querySelectorAll('dialog[open]')].at(-1);
    const on = document.activeElement;
    return on === null || on === document.body || dialog.contains(on) ? null : on.outerHTML.slice(0, 120);
  })()`);

/** Opens each dialog by the keyboard, goes through it, looks at it with axe, and closes it by Escape. */
async function eachByKeyboard(page: Page, all: readonly Opened[]): Promise<void> {
  for (const { opener, dialog = opener } of all) {
    await button(page, opener).focus();
    await page.keyboard.press('Enter');
    const shown = page.locator('dialog[open]').last();
    await expect(shown, `${opener} opens`).toHaveAccessibleName(dialog);
    await expect.poll(() => focusInside(page), `${dialog}: the focus is in it`).toBe(true);
    for (const key of [...Array(12).fill('Tab'), ...Array(14).fill('Shift+Tab')]) {
      await page.keyboard.press(key);
      expect(await focusOutside(page), `${dialog}: ${key} stays in it`).toBe(null);
    }
    expect(await serious(page), dialog).toEqual([]);
    await page.keyboard.press('Escape');
    await expect(page.locator('dialog[open]'), `${dialog}: Escape closes it`).toHaveCount(0);
    await expect(button(page, opener), `${dialog}: the focus returns`).toBeFocused();
  }
}

test('each dialog of Settings takes the focus, keeps it and returns it', async ({ start, fake }) => {
  const app = await start();
  const { page } = app;
  await keepOne(app, fake.org('acme'));
  await page.getByRole('navigation').getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('heading', { name: 'Safety' }).waitFor();
  await eachByKeyboard(page, [
    { opener: 'Choose a passcode' },
    { opener: 'Save a backup' },
    { opener: 'Export tokens' },
    { opener: 'Make a new data key' },
    { opener: 'Third-party licences' },
    { opener: 'About this page', dialog: 'Help' },
  ]);
});

test('each dialog of a token takes the focus, keeps it and returns it', async ({ start, fake }) => {
  const app = await start();
  const { page } = app;
  const pair = await keepOne(app, fake.org('acme'));
  await row(page, 'hr-sync').click();
  await eachByKeyboard(page, [
    { opener: 'Add token' },
    { opener: 'Replace now', dialog: 'Replace this token now?' },
    { opener: 'Remove from Keyturn', dialog: 'Remove from Keyturn?' },
  ]);
  await toHandOver(app, pair);
  await eachByKeyboard(page, [
    { opener: 'Add consumer' },
    { opener: 'Revoke old token', dialog: 'Revoke the old token?' },
  ]);
});

test('each dialog of Tasks takes the focus, keeps it and returns it', async ({ start, fake }) => {
  const app = await start();
  const { page } = app;
  await keepOne(app, fake.org('acme'));
  await page.getByRole('button', { name: 'Tasks', exact: true }).click();
  await page.getByRole('heading', { name: 'Tasks' }).waitFor();
  await eachByKeyboard(page, [
    { opener: 'Help', dialog: "Okta's search syntax" },
    { opener: 'Export to CSV', dialog: 'Export users' },
    { opener: 'Save this search' },
  ]);
});

test('the palette, the keys and the help return the focus to where the key was pressed', async ({
  start,
  fake,
}) => {
  const app = await start();
  const { page } = app;
  const { keyboard } = page;
  await keepOne(app, fake.org('acme'));
  await row(page, 'hr-sync').click();
  await expect(row(page, 'hr-sync')).toBeFocused();
  for (const [key, name] of [
    ['Control+k', 'Commands'],
    ['?', 'Keyboard shortcuts'],
    ['F1', 'Help'],
  ] as const) {
    await keyboard.press(key);
    await expect(page.locator('dialog[open]')).toHaveAccessibleName(name);
    await expect.poll(() => focusInside(page), name).toBe(true);
    await keyboard.press('Escape');
    await expect(page.locator('dialog[open]')).toHaveCount(0);
    await expect(row(page, 'hr-sync'), `${name}: the focus returns`).toBeFocused();
  }
});

test('the menu of a row opens, moves and closes by the keyboard, and returns the focus', async ({
  start,
  fake,
}) => {
  const app = await start();
  const { page } = app;
  const { keyboard } = page;
  await keepOne(app, fake.org('acme'));
  await row(page, 'hr-sync').click();
  await expect(row(page, 'hr-sync')).toBeFocused();
  const items = page.getByRole('menuitem');
  for (const close of ['Escape', 'Tab']) {
    await keyboard.press('Shift+F10');
    await expect(items.first()).toBeFocused();
    const last = items.last();
    await keyboard.press('End');
    await expect(last).toBeFocused();
    await keyboard.press('ArrowDown');
    await expect(items.first()).toBeFocused();
    expect(await serious(page)).toEqual([]);
    await keyboard.press(close);
    await expect(page.getByRole('menu')).toHaveCount(0);
    await expect(row(page, 'hr-sync'), `after ${close}`).toBeFocused();
  }
});
