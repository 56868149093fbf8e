import type { Page } from 'playwright-core';
import { addToken, openWizardAtCapture, row } from '../support/steps.ts';
import { expect, test } from '../support/test.ts';

/** Returns the role or tag and the name of what has the focus. Returns "nothing" for the page's body, where the keyboard has no effect. */
const focused = (page: Page) =>
  page.evaluate<string>(`(() => {
    const on = document.activeElement;
    if (on === null || on === document.body) return 'nothing';
    return on.tagName.toLowerCase() + ' ' + (on.getAttribute('aria-label') ?? on.textContent.trim());
  })()`);

test('leaving the wizard returns the focus, however often the question was asked before', async ({
  start,
}) => {
  const { page } = await start();
  const open = page.getByRole('button', { name: 'Add token' });
  const wizard = page.getByRole('dialog', { name: 'Add token' });
  for (const asked of [0, 1, 2]) {
    await open.click();
    await page.getByLabel('Org URL').fill('acme');
    for (let n = 0; n < asked; n++) {
      await page.keyboard.press('Escape');
      await expect(page.getByRole('button', { name: 'Stay here' })).toBeFocused();
      await page.keyboard.press('Escape');
      await expect(page.getByLabel('Org URL')).toBeFocused();
    }
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Discard' }).click();
    await expect(wizard).toHaveCount(0);
    await expect(open).toBeFocused();
  }
});

test('a dialog opened by a key, or whose button is gone, leaves the focus on the page', async ({
  start,
  fake,
}) => {
  const app = await start();
  const { page } = app;
  await page.getByRole('button', { name: 'Add token' }).waitFor();
  await page.evaluate('document.activeElement.blur()');
  await page.keyboard.press('Control+n');
  await page.getByLabel('Org URL').fill('acme');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Discard' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect.poll(() => focused(page)).toMatch(/^main /);

  const { value } = fake.org('acme').org.issueToken({ owner: 'svc-terraform@acme.com', name: 't' });
  await addToken(app, fake.org('acme'), { value, label: 'mine' });
  await expect.poll(() => focused(page)).not.toBe('nothing');
  await expect(row(page, 'mine')).toBeVisible();
  await openWizardAtCapture(page, fake.org('acme'));
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect.poll(() => focused(page)).toContain('Paste from clipboard');
});

test('the filter takes typing after any dialog, and no test or removal drops the focus', async ({
  start,
  fake,
}) => {
  const acme = fake.org('acme');
  const app = await start();
  const { page } = app;
  const { keyboard } = page;
  const filter = page.getByRole('searchbox', { name: 'Filter tokens' });
  const { value } = acme.org.issueToken({ owner: 'svc-terraform@acme.com', name: 't' });
  await addToken(app, acme, { value, label: 'mine' });
  // The added token takes the focus a moment after the offer of a recovery key is answered.
  await expect(row(page, 'mine')).toBeFocused();
  await keyboard.press('/');
  await expect(filter).toBeFocused();
  for (const open of ['Control+k', 'Control+n']) {
    await keyboard.press(open);
    await expect(page.getByRole('dialog')).toHaveCount(1);
    await keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await keyboard.type('ac');
    await expect(filter).toHaveValue('ac');
    await keyboard.press('Escape');
    await expect(filter).toHaveValue('');
  }

  acme.faults.add({ kind: 'latency', ms: 1_000 }, { path: /users\/me/ });
  await expect(row(page, 'mine')).toBeVisible();
  await keyboard.press('ArrowDown');
  await keyboard.press('ArrowRight');
  const test = row(page, 'mine').getByRole('button', { name: 'Test mine' });
  await expect(test).toBeFocused();
  await keyboard.press('Enter');
  await expect(row(page, 'mine')).toContainText('Testing');
  await expect(test).toBeFocused();
  await expect(row(page, 'mine')).toContainText('Tested just now');
  await expect(test).toBeFocused();

  await page.getByRole('button', { name: 'Remove from Keyturn' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Remove', exact: true }).click();
  await expect(page.getByText('No tokens yet')).toBeVisible();
  await expect(filter).toBeFocused();
});

test('a form in the place of its button takes the focus and returns it', async ({ start, fake }) => {
  const app = await start();
  const { page } = app;
  const { value } = fake.org('acme').org.issueToken({ owner: 'svc-terraform@acme.com', name: 't' });
  await addToken(app, fake.org('acme'), { value, label: 'mine' });
  const press = async (name: string) => {
    await page.getByRole('button', { name, exact: true }).focus();
    await page.keyboard.press('Enter');
  };
  await press('Edit details');
  await expect(page.getByLabel('Label')).toBeFocused();
  await expect(page.getByLabel('Label')).toBeInViewport({ ratio: 1 });
  await press('Cancel');
  await expect(page.getByRole('button', { name: 'Edit details' })).toBeFocused();
  await press('Edit details');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Edit details' })).toBeFocused();
  await press('Keep it alive');
  await expect(page.getByLabel('Reason')).toBeFocused();
  await press('Cancel');
  await expect(page.getByRole('button', { name: 'Keep it alive' })).toBeFocused();
});
