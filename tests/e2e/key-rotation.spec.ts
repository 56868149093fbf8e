import type { Page } from 'playwright-core';
import { serious } from '../support/axe.ts';
import { addApp, openTab } from '../support/oauth.ts';
import { row } from '../support/steps.ts';
import { expect, test } from '../support/test.ts';

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const panel = (page: Page) => page.getByRole('tabpanel');
const shownKey = async (page: Page) =>
  JSON.parse((await page.getByText(/"kty"/).textContent()) ?? '') as Record<string, string>;

test('rotates the key of an app: a second key, its test, the switch, the proof, and a restart between the steps', async ({
  start,
  fake,
}) => {
  // It looks through the page for what axe finds, in both themes, and starts three times.
  test.slow();
  const acme = fake.org('acme');
  const app = await start();
  let { page } = app;
  const okta = await addApp(page, acme, { label: 'report', purpose: 'Reporting' });
  const oldKid = okta.keys[0]?.kid ?? '';
  await openTab(page, 'report', 'Key');
  await expect(panel(page)).toContainText(oldKid);
  await button(page, 'Rotate key').click();

  // The page says what to do in the Admin Console, with the public key to copy.
  await expect(row(page, 'report')).toContainText('Add the new key in Okta');
  await expect(panel(page)).toContainText('Client Credentials');
  const jwk = await shownKey(page);
  expect(jwk.d).toBeUndefined();
  await button(page, 'Copy public key').click();
  await expect.poll(async () => JSON.parse(await app.control.readClipboard())).toEqual(jwk);
  await button(page, 'Open Admin Console').click();
  expect(await app.control.opened()).toContain(`${acme.origin}/admin/apps/active`);
  await button(page, 'Test the new key').click();
  await expect(panel(page)).toContainText('does not accept this Client ID with this key');
  await expect(button(page, 'Use the new key')).toHaveCount(0);
  for (const dark of [false, true]) {
    await app.control.systemTheme(dark);
    await expect.poll(() => serious(page)).toEqual([]);
  }
  await app.control.systemTheme(false);

  // The app goes on with its old key meanwhile, also after a restart.
  await app.quit();
  const second = await start();
  ({ page } = second);
  await expect(row(page, 'report')).toContainText('Add the new key in Okta');
  await row(page, 'report').click();
  await expect(panel(page)).toContainText('The key of this app is being rotated');
  await button(page, 'Test').click();
  await expect(page.getByRole('main').getByRole('status').first()).toContainText('Working.');
  await openTab(page, 'report', 'Key');
  expect(await shownKey(page)).toEqual(jwk);
  okta.addKey(jwk);
  await button(page, 'Test the new key').click();
  await expect(row(page, 'report')).toContainText('Switch to the new key');

  await button(page, 'Use the new key').click();
  await expect(row(page, 'report')).toContainText('Remove the old key in Okta');
  await expect(button(page, 'Undo rotation')).toHaveCount(0);
  await button(page, 'Check the old key').click();
  await expect(panel(page).getByRole('alert')).toContainText('still accepts the old key');

  await second.quit();
  const third = await start();
  ({ page } = third);
  await openTab(page, 'report', 'Key');
  await expect(panel(page).getByRole('alert')).toContainText('still accepts the old key');
  // An answer that is not about the key proves nothing.
  okta.setKeyActive(oldKid, false);
  acme.faults.add({ kind: 'status', status: 503 }, { path: /token$/, times: 1 });
  await button(page, 'Check the old key').click();
  await expect(panel(page).getByRole('alert')).toContainText('This proves nothing about the old key');
  acme.faults.clear();
  await button(page, 'Check the old key').click();
  await expect(page.getByRole('heading', { name: 'The key was rotated, with proof' })).toBeVisible();
  await expect(panel(page)).toContainText(`refused the old key ${oldKid} with 401 invalid_client`);
  await expect(panel(page)).toContainText(String(jwk.kid));
  await expect(row(page, 'report')).toContainText('Healthy');
  for (const dark of [false, true]) {
    await third.control.systemTheme(dark);
    await expect.poll(() => serious(page)).toEqual([]);
  }
  await third.control.systemTheme(false);
  await button(page, 'Activity').click();
  await expect(page.getByRole('main')).toContainText('accepted the new key right after');
});

test('undoes a key rotation before the switch, and ends one after it without a proof', async ({
  start,
  fake,
}) => {
  const acme = fake.org('acme');
  const { page } = await start();
  const okta = await addApp(page, acme, { label: 'report', purpose: 'Reporting' });
  const oldKid = okta.keys[0]?.kid ?? '';
  await openTab(page, 'report', 'Key');
  // The palette has each action of the tab.
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill('Rotate key');
  await page.getByRole('option', { name: 'Rotate key' }).first().waitFor();
  await page.keyboard.press('Enter');
  const first = await shownKey(page);
  // Another way to change the key waits until the rotation ends.
  await page.getByRole('tab', { name: 'Set up', exact: true }).click();
  await button(page, 'Replace the key at once').click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Replace the key at once' }).click();
  await expect(panel(page).getByRole('alert')).toContainText('The key of this app is being rotated.');
  await page.getByRole('tab', { name: 'Key', exact: true }).click();

  await button(page, 'Undo rotation').click();
  await expect(page.getByRole('alertdialog')).toContainText('The app keeps its key');
  await button(page, 'Keep the rotation').click();
  expect(await shownKey(page)).toEqual(first);
  await button(page, 'Undo rotation').click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Undo rotation' }).click();
  await expect(page.getByRole('heading', { name: 'The rotation was undone' })).toBeVisible();
  await expect(panel(page)).toContainText(`If its public key ${first.kid} is in Okta, remove it there.`);
  await expect(panel(page)).toContainText(oldKid);
  await expect(row(page, 'report')).toContainText('Healthy');

  await button(page, 'Rotate key').click();
  await expect(page.getByRole('heading', { name: 'Rotating the key' })).toBeVisible();
  okta.addKey(await shownKey(page));
  await button(page, 'Test the new key').click();
  await button(page, 'Use the new key').click();
  await button(page, 'End without proof').click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'End without proof' }).click();
  await expect(page.getByRole('heading', { name: 'The key was rotated, without a proof' })).toBeVisible();
  await expect(panel(page)).toContainText(oldKid);
  await expect(row(page, 'report')).toContainText('Healthy');
});
