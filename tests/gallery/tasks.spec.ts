import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openTasks } from '../support/steps.ts';
import { test } from '../support/test.ts';
import { camera } from './camera.ts';

const day = 86_400_000;

test.setTimeout(180_000);

test('tasks on users', async ({ start, fake, folder }) => {
  const acme = fake.org('acme');
  for (const [n, user] of acme.org.users.entries()) user.lastLogin = fake.clock.now() - n * 20 * day;
  for (let n = 0; n < 30; n++) {
    const user = acme.org.addUser(`temp-${n}@contractors-of-the-north-eastern-region.acme.com`);
    user.attributes.department = 'Sales';
    if (n % 7 === 0) user.status = 'STAGED';
  }
  const app = await start();
  const { page, control } = app;
  const picture = camera(app, 'tasks');
  await openTasks(app, acme);
  await picture('page');
  const search = page.getByRole('combobox', { name: 'Search in Okta' });
  await search.pressSequentially('profile.d');
  await picture('completion');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Help' }).click();
  await picture('help');
  await page.keyboard.press('Escape');
  await search.fill('profile.login eq Ada');
  await page.getByRole('button', { name: 'Search', exact: true }).click();
  await page.getByRole('alert').waitFor();
  await picture('trouble');
  await search.fill('');
  await page.getByLabel('Only who has not signed in for (days)').fill('90');
  await page.getByRole('button', { name: 'Keep this search' }).click();
  await page.getByLabel('Name', { exact: true }).fill('Idle for 90 days');
  await picture('keep');
  await page.getByRole('button', { name: 'Keep search' }).click();
  await page.getByRole('button', { name: 'Search', exact: true }).click();
  await page.getByRole('table', { name: 'Users' }).waitFor();
  await picture('found');
  await page.getByRole('button', { name: 'Export to CSV' }).click();
  await picture('export');
  await page.getByRole('button', { name: 'Cancel' }).click();

  const file = join(folder, 'people.csv');
  const logins = acme.org.users.map(({ profile }) => `${profile.firstName};${profile.login}`);
  writeFileSync(file, `Name;Login\r\n${logins.join('\r\n')}\r\nNobody;nobody@acme.com\r\n`);
  await page.getByLabel('Which users').selectOption('Users of a CSV file');
  await control.answerDialog({ canceled: false, filePaths: [file] });
  await page.getByRole('button', { name: 'Choose a file' }).click();
  await page.getByRole('table', { name: 'First rows of the file' }).waitFor();
  await page.getByRole('button', { name: 'Show what would change' }).scrollIntoViewIfNeeded();
  await picture('file');
  await page.getByRole('button', { name: 'Show what would change' }).click();
  await page.getByRole('table', { name: 'Rows' }).waitFor();
  await picture('diff');
  await page.getByLabel(/^Type \d+/).fill('34');
  await control.answerDialog({ response: 1 });
  acme.faults.add({ kind: 'latency', ms: 200 }, { path: /suspend/, times: 200 });
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await page.getByRole('button', { name: 'Pause' }).waitFor();
  await picture('running');
  acme.faults.clear();
  await page
    .getByRole('status')
    .filter({ hasText: /^Done$/ })
    .waitFor();
  await picture('done');
  await page.getByRole('button', { name: 'Back to the users' }).click();
  await page.getByRole('region', { name: 'Jobs' }).scrollIntoViewIfNeeded();
  await picture('jobs');
});
