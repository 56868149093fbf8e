import type { Locator, Page } from 'playwright-core';
import { addApp } from '../support/oauth.ts';
import { addToken, row } from '../support/steps.ts';
import { expect, test } from '../support/test.ts';

/** Controls that need no entry, and why. */
const without: readonly (readonly [name: RegExp, why: string])[] = [
  [/^Change$/, 'the palette names the card whose first button it is'],
  [/^Restore \d{1,2} \w{3} \d{4}$/, 'there is one for each daily backup'],
  [/^About this page/, 'the palette calls it Help'],
  [/^Show \d+ tokens?: /, 'it is a row of the chart, and the filter of the list does the same'],
];

/** Returns the names of the controls of the page on screen, as a person reads them. */
const controls = (page: Page): Promise<string[]> =>
  page.evaluate(`(() => {
    const nameOf = (one) =>
      (one.getAttribute('aria-label') ?? one.labels?.[0]?.textContent ?? one.textContent ?? '').trim();
    const found = [...document.querySelectorAll('main button, main input, main select, main textarea')].filter(
      (one) => one.getAttribute('role') !== 'tab' && one.closest('[hidden], details:not([open])') === null,
    );
    return [...new Set(found.map(nameOf))].filter((name) => name !== '');
  })()`);

/** Opens the palette, and returns whether it has an entry of exactly that name. */
async function has(page: Page, name: string): Promise<boolean> {
  const field = page.getByRole('combobox', { name: 'Command or token' });
  if (!(await field.isVisible())) await page.keyboard.press('Control+k');
  await field.fill(name);
  const entry = page.getByRole('option').filter({ has: page.getByText(name, { exact: true }) });
  return (await entry.count()) > 0;
}

/** Returns what adds the names that the palette has no entry for to `missing`, each with where it stands. */
const checkFor =
  (page: Page, missing: string[]) =>
  async (where: string, names: readonly string[]): Promise<void> => {
    for (const name of names) {
      if (!without.some(([one]) => one.test(name)) && !(await has(page, name)))
        missing.push(`${where}: ${name}`);
    }
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  };

test('the palette has every action of the list, of a token and of the settings', async ({ start, fake }) => {
  test.setTimeout(180_000);
  const acme = fake.org('acme');
  const app = await start();
  const { page } = app;
  for (const name of ['one', 'two']) {
    const { value } = acme.org.issueToken({ owner: 'ada.admin@acme.com', name });
    await addToken(app, acme, { value, label: name });
  }
  const missing: string[] = [];
  const check = checkFor(page, missing);
  await check('list', ['Filter tokens', 'Test all', 'Add token', 'Test two']);
  await row(page, 'one').click();
  const tabs = await page.getByRole('tab').allTextContents();
  expect(tabs.length).toBe(7);
  let walked = 0;
  for (const tab of tabs) {
    await page.getByRole('tab', { name: tab, exact: true }).click();
    await page.getByRole('tabpanel').waitFor();
    await expect(page.getByText(/^(Reading|Asking Okta)/)).toHaveCount(0);
    // The three buttons of the page's head bear the name of the token in the palette.
    const names = await controls(page);
    walked += names.length;
    await check(
      tab,
      names.map((name) => name.replace(/^(Test|Rotate|Copy)\s?[A-Z]?$/, '$1 one')),
    );
  }
  expect(walked).toBeGreaterThan(25);
  await page.getByRole('navigation').getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('switch', { name: 'Quiet hours' }).click();
  await page.getByLabel('Proxy', { exact: true }).selectOption('custom');
  await page.getByLabel('Proxy address').waitFor();
  const settings = await controls(page);
  expect(settings.length).toBeGreaterThan(25);
  await check('settings', settings);
  const sections = await page.locator('main h2').allTextContents();
  expect(sections.length).toBeGreaterThan(8);
  await check('sections of the settings', sections);
  expect(missing).toEqual([]);
});

test('the palette has every action of the other pages, of the keys and of the menu', async ({
  start,
  fake,
}) => {
  test.setTimeout(180_000);
  const acme = fake.org('acme');
  const app = await start();
  const { page } = app;
  const { value } = acme.org.issueToken({ owner: 'olga.org@acme.com', name: 'one' });
  await addToken(app, acme, { value, label: 'one' });
  const missing: string[] = [];
  const check = checkFor(page, missing);
  let walked = 0;
  for (const name of ['Overview', 'Upcoming', 'Inventory', 'Tasks', 'Find tokens in files', 'Activity']) {
    await page
      .getByRole('navigation')
      .getByRole('button', { name: new RegExp(`^${name}`) })
      .click();
    await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible();
    await expect(page.locator('main [aria-busy="true"]')).toHaveCount(0);
    const names = await controls(page);
    walked += names.length;
    await check(name, names);
  }
  expect(walked).toBeGreaterThan(20);
  expect(missing).toEqual([]);
  // Each line of the sheet of keys, by its name in the palette.
  await page.keyboard.press('?');
  const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  const lines = await sheet.locator('dd').allTextContents();
  await page.keyboard.press('Escape');
  // Main alone can end the app and change its zoom.
  const ofMenuAlone = ['Zoom in', 'Zoom out', 'Actual size', 'Quit Keyturn'];
  const inPalette: Readonly<Record<string, string>> = {
    'Open the token': 'one',
    'Test the token': 'Test one',
    'Rotate the token': 'Rotate one',
    'Copy its value': 'Copy one',
    'Undo the last change': 'Undo',
    'This list': 'Keyboard shortcuts',
  };
  await check(
    'keys',
    lines
      .filter((line) => line !== 'Command palette' && !ofMenuAlone.includes(line))
      .map((line) => inPalette[line] ?? line),
  );
  // The commands of the menu (platform/menu.ts).
  await check('menu', ['Add token', 'Test all', 'Lock', 'Settings', 'Tokens', 'Filter tokens']);
  expect(missing).toEqual([]);
});

test('the palette has every action of the page of an OAuth app', async ({ start, fake }) => {
  test.setTimeout(180_000);
  const acme = fake.org('acme');
  const { page } = await start();
  await addApp(page, acme, { label: 'report', purpose: 'Reporting' });
  await row(page, 'report').click();
  const missing: string[] = [];
  const check = checkFor(page, missing);
  let walked = 0;
  for (const tab of await page.getByRole('tab').allTextContents()) {
    await page.getByRole('tab', { name: tab, exact: true }).click();
    await page.getByRole('tabpanel').waitFor();
    await expect(page.locator('main [aria-busy="true"]')).toHaveCount(0);
    if (tab === 'Programs') await page.getByText('Let programs use it without having it').first().waitFor();
    const names = await controls(page);
    walked += names.length;
    await check(
      tab,
      names.map((name) => name.replace(/^Test\s?[A-Z]?$/, 'Test report')),
    );
  }
  expect(walked).toBeGreaterThan(12);
  expect(missing).toEqual([]);
});

test('the palette has every action of an open rotation, from every page, and none of a rotation that does not exist', async ({
  start,
  fake,
}) => {
  const acme = fake.org('acme');
  const app = await start();
  const { page } = app;
  const { value } = acme.org.issueToken({ owner: 'ada.admin@acme.com', name: 'one' });
  await addToken(app, acme, { value, label: 'one' });
  await row(page, 'one').click();
  expect(await has(page, 'End rotation')).toBe(false);
  await page.keyboard.press('Escape');
  await row(page, 'one').press('r');
  await expect(page.getByRole('button', { name: 'End rotation' })).toBeVisible();
  const missing: string[] = [];
  const names = await controls(page);
  expect(names.length).toBeGreaterThan(4);
  await checkFor(page, missing)('rotation', names);
  expect(missing).toEqual([]);
  // From another page, and while the token's own page is shown in place of the rotation.
  await page.getByRole('button', { name: 'Token page' }).click();
  await page
    .getByRole('navigation')
    .getByRole('button', { name: /^Activity/ })
    .click();
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Command or token' }).fill('Enter it by hand');
  await page.keyboard.press('Enter');
  await expect(
    page.getByRole('textbox', { name: /token/i }).or(page.locator('input[type="password"]')),
  ).toBeVisible();
});

test('an entry of the palette shows the page, opens the tab, and presses the button or shows the field', async ({
  start,
  fake,
}) => {
  const acme = fake.org('acme');
  const app = await start();
  const { page } = app;
  const { value } = acme.org.issueToken({ owner: 'ada.admin@acme.com', name: 'one' });
  await addToken(app, acme, { value, label: 'one' });
  await row(page, 'one').click();
  const choose = async (name: string) => {
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: 'Command or token' }).fill(name);
    await page.getByRole('option', { name }).first().waitFor();
    await page.keyboard.press('Enter');
  };
  await choose('Save a backup');
  await expect(page.getByRole('dialog', { name: 'Save a backup' })).toBeVisible();
  await page.keyboard.press('Escape');
  await choose('Lock on suspend');
  const lockOnSuspend = page.getByRole('switch', { name: 'Lock on suspend' });
  await expect(lockOnSuspend).toBeFocused();
  await expect(lockOnSuspend).toBeChecked();
  // A section of the settings comes to the top, and the keyboard goes on from its heading.
  await choose('Network');
  const network = page.getByRole('heading', { name: 'Network', level: 2 });
  await expect(network).toBeFocused();
  await expect(network).toBeInViewport();
  await page.keyboard.press('Tab');
  await expect(page.getByLabel('Proxy', { exact: true })).toBeFocused();
  const before = acme.requests.length;
  await choose('X-ray');
  await expect(page.getByRole('tab', { name: 'Access' })).toHaveAttribute('aria-selected', 'true');
  await expect.poll(() => acme.requests.length).toBeGreaterThan(before);
  await choose('Remove from Keyturn');
  await expect(page.getByRole('alertdialog', { name: 'Remove from Keyturn?' })).toBeVisible();
});

/** Opens the palette of an empty vault, and returns its field. */
async function opened(page: Page): Promise<Locator> {
  const field = page.getByRole('combobox', { name: 'Command or token' });
  await expect(page.getByRole('button', { name: 'Add token' }).first()).toBeVisible();
  await expect(async () => {
    if (!(await field.isVisible())) await page.keyboard.press('Control+k');
    await expect(field).toBeFocused({ timeout: 500 });
  }).toPass();
  return field;
}

test('the palette finds what a person meant by a word with a slip', async ({ start }) => {
  const { page } = await start();
  const field = await opened(page);
  for (const [typed, meant] of [
    ['setings', 'Settings'],
    ['invnetory', 'Inventory'],
    ['kezboard shortcust', 'Keyboard shortcuts'],
    ['save a bakcup', 'Save a backup'],
  ] as const) {
    await field.fill(typed);
    await expect(page.getByRole('option').first()).toContainText(meant);
  }
  await field.fill('qqqqqqq');
  await expect(page.getByRole('dialog').getByText('No command or token has that name.')).toBeVisible();
});

test('Enter, Escape and the arrows belong to the input method until its text is chosen', async ({
  start,
}) => {
  const { page } = await start();
  const field = await opened(page);
  await field.fill('settings');
  const first = page.getByRole('option').first();
  await expect(first).toContainText('Settings');
  // Chromium marks the keys of an input method so.
  const composing = (key: string) =>
    page.evaluate(
      `document.activeElement.dispatchEvent(
        new KeyboardEvent('keydown', { key: '${key}', isComposing: true, bubbles: true }))`,
    );
  for (const key of ['ArrowDown', 'Enter', 'Escape']) await composing(key);
  await expect(first).toHaveAttribute('aria-selected', 'true');
  await expect(field).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Settings', level: 1 })).toBeVisible();
});
