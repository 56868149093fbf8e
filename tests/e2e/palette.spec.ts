import type { Page } from 'playwright-core';
import { addToken, row } from '../support/steps.ts';
import { expect, test } from '../support/test.ts';

/** Controls that need no entry, and why. */
const without: readonly (readonly [name: RegExp, why: string])[] = [
  [/^Change$/, 'the palette names the card whose first button it is'],
  [/^Restore \d{4}-\d{2}-\d{2}$/, 'there is one for each daily backup'],
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
  const check = async (where: string, names: readonly string[]) => {
    for (const name of names) {
      if (!without.some(([one]) => one.test(name)) && !(await has(page, name)))
        missing.push(`${where}: ${name}`);
    }
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  };
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
  expect(missing).toEqual([]);
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
  const before = acme.requests.length;
  await choose('X-ray');
  await expect(page.getByRole('tab', { name: 'Access' })).toHaveAttribute('aria-selected', 'true');
  await expect.poll(() => acme.requests.length).toBeGreaterThan(before);
  await choose('Remove from Keyturn');
  await expect(page.getByRole('alertdialog', { name: 'Remove from Keyturn?' })).toBeVisible();
});
