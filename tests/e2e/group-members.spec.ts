import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { serious } from '../support/axe.ts';
import { openTasks } from '../support/steps.ts';
import { expect, test } from '../support/test.ts';

const yes = { response: 1 };
const rows = (page: Page) => page.getByRole('table', { name: 'Rows', exact: true }).getByRole('row');
const state = (page: Page, name: string) =>
  page.getByRole('status').filter({ hasText: new RegExp(`^${name}$`) });
const plan = (page: Page) => page.getByRole('button', { name: 'Show what would change' });
const begin = (page: Page) => page.getByRole('button', { name: 'Start', exact: true });

test('adds all users of a search to a group, then undoes it', async ({ start, fake }) => {
  const acme = fake.org('acme');
  const users = Array.from({ length: 4 }, (_, n) => acme.org.addUser(`user-${n}@acme.com`));
  const before = users[0]?.id ?? '';
  const night = acme.org.addGroup('Night shift', {
    description: 'Those who work at night',
    members: [before],
  });
  acme.org.addGroup('Night directory', { type: 'APP_GROUP' });
  const app = await start();
  const { page, control } = app;
  await openTasks(app, acme);
  await page.getByRole('combobox', { name: 'Search in Okta' }).fill('profile.login sw "user-"');
  await page.getByLabel('What to do').selectOption('Add to a group');
  await page.getByLabel('Which users').selectOption('All users of the search');
  await expect(plan(page)).toBeDisabled();
  await page.getByLabel('Find a group by the beginning of its name').fill('night');
  await page.keyboard.press('Enter');
  const group = page.getByLabel('Group', { exact: true });
  await expect(group.getByRole('option', { name: 'Night shift' })).toBeAttached();
  await expect(group).toHaveValue(night.id);
  await expect(page.getByText('Those who work at night')).toBeVisible();

  // A group of an app is refused in a sentence.
  await group.selectOption('Night directory (cannot be changed)');
  await expect(page.getByText('An app or a directory decides the members of this group.')).toBeVisible();
  await expect(plan(page)).toBeDisabled();
  await group.selectOption('Night shift');
  expect(await serious(page)).toEqual([]);
  await plan(page).click();

  await expect(page.getByText('Group: Night shift.')).toBeVisible();
  await expect(page.getByText('3 to do, 1 left out')).toBeVisible();
  await expect(rows(page).filter({ hasText: 'user-1@acme.com' })).toContainText(/not a member.*member/);
  await expect(rows(page).filter({ hasText: 'user-0@acme.com' })).toContainText('a member already');
  expect(await serious(page)).toEqual([]);
  await control.answerDialog(yes);
  await begin(page).click();
  await expect(state(page, 'Done')).toBeVisible();
  const [box] = await control.messageBoxes();
  expect(box?.message).toMatch(/^Add 3 users to Night shift at acme/);
  expect(night.members.toSorted()).toEqual(users.map(({ id }) => id).toSorted());

  await page.getByRole('button', { name: 'Plan to undo 3 changes' }).click();
  await expect(page.getByRole('heading', { name: 'Remove from a group' })).toBeVisible();
  await expect(begin(page)).toBeDisabled();
  await page.getByLabel('Type 3, the number of users who leave the group').fill('3');
  await control.answerDialog(yes);
  await begin(page).click();
  await expect(state(page, 'Done')).toBeVisible();
  expect(night.members).toEqual([before]);
});

test('adds users to the groups that a CSV file names', async ({ start, fake, folder }) => {
  const acme = fake.org('acme');
  for (let n = 0; n < 2; n++) acme.org.addUser(`user-${n}@acme.com`);
  const [day, night] = ['Day shift', 'Night shift'].map((name) => acme.org.addGroup(name));
  const file = join(folder, 'shifts.csv');
  const lines = ['user-0@acme.com;Day shift', 'user-1@acme.com;Night shift', 'user-1@acme.com;Nowhere'];
  writeFileSync(file, `\uFEFFLogin;Shift\r\n${lines.join('\r\n')}\r\n`);
  const app = await start();
  const { page, control } = app;
  await openTasks(app, acme);
  await page.getByLabel('What to do').selectOption('Add to a group');
  await page.getByLabel('Which users').selectOption('Users of a CSV file');
  await control.answerDialog({ canceled: false, filePaths: [file] });
  await page.getByRole('button', { name: 'Choose a file' }).click();
  await page.getByLabel('Which group').selectOption('The group in the column Shift');
  await expect(page.getByRole('button', { name: 'Find groups' })).toHaveCount(0);
  expect(await serious(page)).toEqual([]);
  await plan(page).click();
  await expect(page.getByText('2 to do, 1 left out')).toBeVisible();
  await expect(rows(page).filter({ hasText: 'Night shift' })).toContainText('user-1@acme.com');
  await expect(page.getByText('Okta has no group with the name Nowhere.')).toBeVisible();
  expect(await serious(page)).toEqual([]);
  await control.answerDialog(yes);
  await begin(page).click();
  await expect(state(page, 'Done')).toBeVisible();
  expect(day?.members).toEqual([acme.org.user('user-0@acme.com').id]);
  expect(night?.members).toEqual([acme.org.user('user-1@acme.com').id]);
});

test('makes a group rule of a search, after a yes to the whole rule', async ({ start, fake }) => {
  const acme = fake.org('acme');
  const night = acme.org.addGroup('Night shift');
  const app = await start();
  const { page, control } = app;
  await openTasks(app, acme);
  await page.getByRole('combobox', { name: 'Search in Okta' }).fill('status eq "ACTIVE"');
  await page.getByLabel('What to do').selectOption('Add to a group');
  await page.getByLabel('Which users').selectOption('All users of the search');
  await page.getByLabel('Find a group by the beginning of its name').fill('night');
  await page.keyboard.press('Enter');
  const rule = page.getByRole('region', { name: 'Make a group rule in Okta' });
  await rule.getByLabel('Name of the rule').fill('Those who work at night');
  expect(await serious(page)).toEqual([]);
  await rule.getByRole('button', { name: 'Make the rule' }).click();
  await expect(rule.getByRole('alert')).toContainText(
    'A group rule can use attributes of the profile only, and not status',
  );

  await page.getByRole('combobox', { name: 'Search in Okta' }).fill('profile.department eq "Night"');
  // Nobody answers the dialog: it is cancelled, and Okta has no rule.
  await rule.getByRole('button', { name: 'Make the rule' }).click();
  await expect.poll(async () => (await control.messageBoxes()).length).toBe(1);
  const [box] = await control.messageBoxes();
  expect(box?.message).toMatch(/^Make a group rule for Night shift at acme/);
  expect(box?.detail).toContain('\nuser.department=="Night"\n');
  await expect(rule.getByRole('button', { name: 'Make the rule' })).toBeEnabled();
  expect(acme.org.groupRules).toEqual([]);

  await control.answerDialog(yes);
  await rule.getByRole('button', { name: 'Make the rule' }).click();
  await expect(rule.getByRole('status')).toContainText('Okta has the rule Those who work at night now');
  expect(acme.org.groupRules).toMatchObject([{ status: 'ACTIVE', groupIds: [night.id] }]);
  expect(await serious(page)).toEqual([]);
});
