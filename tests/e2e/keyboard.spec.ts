import { expect, test } from '../support/test.ts';

test('add, test, copy, edit and lock with the keyboard alone', async ({ start, fake }) => {
  const acme = fake.org('acme');
  const app = await start();
  const { page, control } = app;
  const { keyboard } = page;
  const { value } = acme.org.issueToken({ owner: 'svc-terraform@acme.com', name: 'by-keyboard' });
  /** Presses Tab until the element with this name has the focus. */
  const tabTo = async (name: string | RegExp) => {
    const wanted = page
      .locator(':focus')
      .and(page.getByRole('button', { name }).or(page.getByLabel(name)).or(page.getByRole('tab', { name })));
    for (let n = 0; n < 40; n++) {
      if ((await wanted.count()) > 0) return;
      await keyboard.press('Tab');
    }
    throw new Error(`Nothing called ${name} takes the focus.`);
  };

  await expect(page.getByText('No tokens yet')).toBeVisible();
  await keyboard.press('Control+n');
  await expect(page.getByLabel('Org URL')).toBeFocused();
  await keyboard.type(acme.origin);
  await keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Create in Okta' })).toBeFocused();
  await tabTo('Continue');
  await keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Paste from clipboard' })).toBeFocused();
  await control.writeClipboard(value);
  await keyboard.press('Enter');
  await expect(page.getByRole('status')).toContainText('Captured a token');
  await tabTo('Continue');
  await keyboard.press('Enter');
  await expect(page.getByRole('status')).toHaveText(/^Working\./);
  await tabTo('Continue');
  await keyboard.press('Enter');
  await tabTo('Save token');
  await keyboard.press('Space');
  await tabTo('Not now');
  await keyboard.press('Enter');
  await expect(page.getByRole('row', { name: /^by-keyboard/ })).toBeFocused();
  await keyboard.press('/');
  await keyboard.press('ArrowDown');
  await expect(page.locator('[role=row]:focus')).toHaveCount(1);
  await keyboard.press('c');
  await expect.poll(() => control.readClipboard()).toBe(value);
  await tabTo('Overview');
  await keyboard.press('ArrowRight');
  await expect(page.getByRole('tab', { name: 'Access' })).toHaveAttribute('aria-selected', 'true');
  await keyboard.press('Control+l');
  await expect(page.getByRole('button', { name: 'Unlock' })).toBeFocused();
});
