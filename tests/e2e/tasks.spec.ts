import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { serious } from '../support/axe.ts';
import { openTasks } from '../support/steps.ts';
import { expect, test } from '../support/test.ts';

const day = 86_400_000;

const users = (page: Page) => page.getByRole('table', { name: 'Users' });
const field = (page: Page) => page.getByRole('combobox', { name: 'Search in Okta' });
const search = (page: Page) => page.getByRole('button', { name: 'Search', exact: true });

test('a search completes by keys, is kept, reports errors, and is used again after a restart', async ({
  start,
  fake,
}) => {
  const acme = fake.org('acme');
  acme.org.user('svc-scim@acme.com').attributes.shoeSize = '41';
  const app = await start();
  const { page } = app;
  await openTasks(app, acme);
  await expect(page.getByLabel('Ask with')).toContainText('users (olga.org@acme.com)');

  await field(page).pressSequentially('stat');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.keyboard.type('e');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.keyboard.type('"SUS');
  await expect(page.getByRole('option', { name: '"SUSPENDED"' })).toBeVisible();
  expect(await serious(page)).toEqual([]);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(field(page)).toHaveValue('status eq "SUSPENDED" ');
  acme.requests.length = 0;
  await page.keyboard.press('Enter');
  await expect(users(page).getByRole('row')).toHaveCount(2);
  await expect(users(page)).toContainText('sam.suspended@acme.com');
  expect(acme.requests.map(({ method, path }) => `${method} ${path}`)).toEqual(['GET /api/v1/users']);

  await page.getByRole('button', { name: 'Save this search' }).click();
  await page.getByLabel('Name', { exact: true }).fill('Suspended');
  await page.getByRole('button', { name: 'Save search' }).click();
  await expect(page.getByRole('button', { name: 'Use Suspended' })).toBeVisible();

  await field(page).fill('profile.login eq Ada');
  await search(page).click();
  await expect(page.getByRole('alert')).toContainText('The value Ada is not in quotes.');
  await page.getByRole('button', { name: 'Help' }).click();
  await expect(page.getByRole('dialog', { name: /search syntax/ })).toContainText('begins with the value');
  expect(await serious(page)).toEqual([]);
  await page.keyboard.press('Escape');

  await field(page).fill('');
  // The message was about the earlier text.
  await expect(page.getByRole('alert')).toHaveCount(0);
  await search(page).click();
  await expect(users(page).getByRole('row')).toHaveCount(12);
  await field(page).pressSequentially('shoe');
  await expect(page.getByRole('option', { name: 'profile.shoeSize' })).toBeVisible();
  expect(await serious(page)).toEqual([]);

  await app.quit();
  const again = await start();
  await again.page.getByRole('button', { name: 'Tasks', exact: true }).click();
  await again.page.getByRole('button', { name: 'Use Suspended' }).click();
  await expect(users(again.page).getByRole('row')).toHaveCount(2);
  await again.page.getByRole('button', { name: 'Remove Suspended' }).click();
  await expect(again.page.getByRole('button', { name: 'Use Suspended' })).toHaveCount(0);
});

test('finds users without a sign-in for 90 days, page by page, and exports them', async ({
  start,
  fake,
  folder,
}) => {
  const acme = fake.org('acme');
  const now = fake.clock.now();
  for (let n = 0; n < 450; n++) {
    const user = acme.org.addUser(`user-${n}@acme.com`);
    user.lastLogin = n % 9 === 0 ? now - 100 * day : now - day;
  }
  for (const user of acme.org.users.slice(0, 12)) user.lastLogin = now;
  const app = await start();
  const { page, control } = app;
  await openTasks(app, acme);
  await page.getByLabel('Only users who have not signed in for (days)').fill('90');
  await search(page).click();
  await expect(users(page)).toContainText('user-0@acme.com');
  await expect(page.getByRole('status')).toContainText('of 200 read');
  await page.getByRole('button', { name: 'Read more' }).click();
  await page.getByRole('button', { name: 'Read more' }).click();
  await expect(page.getByRole('status')).toContainText('50 users of 462 read');
  await expect(users(page).getByRole('row')).toHaveCount(51);
  await expect(users(page)).not.toContainText('user-1@acme.com');

  const file = join(folder, 'users.csv');
  await control.answerDialog({ canceled: false, filePath: file });
  await page.getByRole('button', { name: 'Export to CSV' }).click();
  await page.getByRole('checkbox', { name: 'status', exact: true }).uncheck();
  expect(await serious(page)).toEqual([]);
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  await expect(page.getByText(/^Exported 50 users to/)).toBeVisible();
  const lines = readFileSync(file, 'utf8').trimEnd().split('\r\n');
  expect(lines[0]).toBe(
    '\uFEFFid,created,lastLogin,profile.login,profile.email,profile.firstName,profile.lastName',
  );
  expect(lines).toHaveLength(51);
  await page.getByRole('button', { name: 'Activity', exact: true }).click();
  await expect(page.getByText(/50 users were exported from/)).toBeVisible();
});

test('stops a search that Okta does not answer', async ({ start, fake }) => {
  const acme = fake.org('acme');
  const app = await start();
  const { page } = app;
  await openTasks(app, acme);
  acme.faults.add({ kind: 'hang' }, { path: /users$/ });
  await search(page).click();
  await page.getByRole('button', { name: 'Stop' }).click();
  await expect(search(page)).toBeEnabled();
  await search(page).click();
  await expect(users(page)).toContainText('ada.admin@acme.com');
});
