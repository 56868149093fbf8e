import { readFileSync, writeFileSync } from 'node:fs';
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

test('creates users from a CSV file after a preview, a choice of columns and a diff, then deletes them', async ({
  start,
  fake,
  folder,
}) => {
  const acme = fake.org('acme');
  acme.org.addUser('old@acme.com');
  acme.org.customAttributes.set('badge', { title: 'Badge number', type: 'integer', required: true });
  const file = join(folder, 'new people.csv');
  const lines = [
    'E-Mail;Vorname;Nachname;Ausweis;Abteilung',
    'ann@acme.com;Ann;M\u00fc\u00dfig;1;Sales',
    'bob@acme.com;=1+1;Smith;2;Sales',
    'old@acme.com;Old;One;3;',
    'no address;No;Address;4;',
    'cem@acme.com;Cem;Last;x;',
    'ANN@acme.com;Ann;Again;5;',
  ];
  writeFileSync(file, Buffer.from(lines.join('\r\n'), 'latin1'));
  const app = await start();
  const { page, control } = app;
  await openTasks(app, acme);
  await page.getByLabel('What to do').selectOption('Create from a CSV file');
  await expect(plan(page)).toBeDisabled();
  await control.answerDialog({ canceled: false, filePaths: [file] });
  await page.getByRole('button', { name: 'Choose a file' }).click();
  await expect(page.getByText('new people.csv, Latin-1')).toBeVisible();
  await expect(page.getByRole('table', { name: 'First rows of the file' })).toContainText('M\u00fc\u00dfig');
  // The email is proposed for the login too. Nothing looks like the badge number, which this org needs.
  await expect(page.getByLabel('Username (required)')).toHaveValue('0');
  await expect(page.getByLabel('Last name (required)')).toHaveValue('2');
  await expect(page.getByText('Choose a column for Badge number.')).toBeVisible();
  await expect(plan(page)).toBeDisabled();
  await page.getByLabel('Badge number (required)').selectOption('Ausweis');
  await page.getByLabel('Add an attribute').selectOption('Department');
  await page.getByLabel('Department', { exact: true }).selectOption('Abteilung');
  expect(await serious(page)).toEqual([]);
  acme.requests.length = 0;
  await plan(page).click();

  await expect(rows(page)).toHaveCount(7);
  await expect(page.getByText('2 to do, 4 left out')).toBeVisible();
  await expect(rows(page).nth(1)).toContainText(/Does not exist.*STAGED.*department: Sales/);
  await expect(rows(page).filter({ hasText: 'bob@acme.com' })).toContainText(
    'firstName looks like a formula',
  );
  await expect(rows(page).filter({ hasText: 'old@acme.com' })).toContainText(
    'has a user with this login already',
  );
  await expect(rows(page).filter({ hasText: 'no address' })).toContainText('form of an email address');
  await expect(rows(page).filter({ hasText: 'cem@acme.com' })).toContainText('badge is not a whole number.');
  await expect(rows(page).nth(6)).toContainText('Row 1 has the same login');
  expect(acme.requests.filter(({ method }) => method === 'POST')).toEqual([]);
  expect(await serious(page)).toEqual([]);

  // The file and its columns are still chosen, so a person can mend the file and plan again.
  await page.getByRole('button', { name: 'Back to the users' }).click();
  await expect(page.getByLabel('Badge number (required)')).toHaveValue('3');
  writeFileSync(
    file,
    Buffer.from(lines.join('\r\n').replace('cem@acme.com;Cem;Last;x', 'cem@acme.com;Cem;Last;6'), 'latin1'),
  );
  await plan(page).click();
  await expect(page.getByText('3 to do, 3 left out')).toBeVisible();
  await page.getByRole('button', { name: 'Discard the plan' }).click();
  writeFileSync(file, Buffer.from(lines.join('\r\n'), 'latin1'));
  await plan(page).click();
  await expect(page.getByText('2 to do, 4 left out')).toBeVisible();

  // Nobody answers the dialog: it is cancelled, and nothing changes.
  await begin(page).click();
  await expect.poll(async () => (await control.messageBoxes()).length).toBe(1);
  const [box] = await control.messageBoxes();
  expect(box?.message).toMatch(/^Create 2 users at acme/);
  expect(box?.detail).toContain('They become STAGED');
  await expect(begin(page)).toBeEnabled();
  expect(acme.requests.filter(({ method }) => method === 'POST')).toEqual([]);

  await control.answerDialog(yes);
  await begin(page).click();
  await expect(state(page, 'Done')).toBeVisible();
  await expect(page.getByText('2 done, 4 left out')).toBeVisible();
  expect(acme.org.user('ann@acme.com')).toMatchObject({
    status: 'STAGED',
    profile: { firstName: 'Ann', lastName: 'M\u00fc\u00dfig' },
    attributes: { badge: 1, department: 'Sales' },
  });
  expect(acme.org.user('bob@acme.com').profile.firstName).toBe('=1+1');
  const results = join(folder, 'results.csv');
  await control.answerDialog({ canceled: false, filePath: results });
  await page.getByRole('button', { name: 'Save the results' }).click();
  await expect(page.getByText(/^The results are in/)).toBeVisible();
  expect(readFileSync(results, 'utf8')).toContain(acme.org.user('ann@acme.com').id);

  await page.getByRole('button', { name: 'Plan to undo 2 changes' }).click();
  await expect(page.getByRole('heading', { name: 'Delete' })).toBeVisible();
  await expect(rows(page).filter({ hasText: 'ann@acme.com' })).toContainText(/STAGED.*deleted/);
  await expect(begin(page)).toBeDisabled();
  await page.getByLabel('Type 2, the number of users who are deleted').fill('2');
  expect(await serious(page)).toEqual([]);
  await control.answerDialog(yes);
  await begin(page).click();
  await expect(state(page, 'Done')).toBeVisible();
  expect(acme.org.users.filter(({ profile }) => /^(ann|bob)@/.test(profile.login))).toEqual([]);
});

test('a creation survives a kill, and creates nobody twice', async ({ start, fake, folder }) => {
  const acme = fake.org('acme');
  const file = join(folder, 'people.csv');
  const logins = Array.from({ length: 40 }, (_, n) => `new-${n}@acme.com`);
  writeFileSync(
    file,
    `login,firstName,lastName,email\n${logins.map((one) => `${one},New,One,${one}`).join('\n')}\n`,
  );
  const app = await start();
  const { page, control } = app;
  await openTasks(app, acme);
  await page.getByLabel('What to do').selectOption('Create from a CSV file');
  await control.answerDialog({ canceled: false, filePaths: [file] });
  await page.getByRole('button', { name: 'Choose a file' }).click();
  await page
    .getByLabel('When they are created')
    .selectOption('Activate them: Okta sends each of them an email');
  await plan(page).click();
  await expect(page.getByText('40 to do')).toBeVisible();
  acme.faults.add(
    { kind: 'latency', ms: 60 },
    { method: 'POST', path: /users$/, times: Number.POSITIVE_INFINITY },
  );
  await control.answerDialog(yes);
  await begin(page).click();
  const created = () => acme.org.logs.filter(({ eventType }) => eventType === 'user.lifecycle.create');
  await expect.poll(() => created().length).toBeGreaterThan(4);
  await app.kill();

  const again = await start();
  await again.page.getByRole('button', { name: 'Tasks', exact: true }).click();
  await again.page.getByRole('button', { name: /^Open Create/ }).click();
  await expect(again.page.getByText('Keyturn ended while the job ran.')).toBeVisible();
  acme.faults.clear();
  await again.page.getByRole('button', { name: 'Continue' }).click();
  await expect(state(again.page, 'Done')).toBeVisible();
  await expect(again.page.getByText('40 done')).toBeVisible();
  expect(
    created()
      .map(({ target }) => target[0]?.displayName)
      .toSorted(),
  ).toEqual(logins.toSorted());
  expect(acme.org.user('new-7@acme.com').status).toBe('PROVISIONED');
});
