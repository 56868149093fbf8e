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
  await page.getByLabel('Only users who have not signed in for (days)').fill('90');
  await page.getByRole('button', { name: 'Save this search' }).click();
  await page.getByLabel('Name', { exact: true }).fill('Idle for 90 days');
  await picture('keep');
  await page.getByRole('button', { name: 'Save search', exact: true }).click();
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
  await page.getByRole('table', { name: 'Rows', exact: true }).waitFor();
  await picture('diff');
  await page.getByLabel(/^Type \d+/).fill('34');
  await control.answerDialog({ response: 1 });
  // The job must last longer than its pictures take. At 200 ms a row it was over after two seconds.
  acme.faults.add({ kind: 'latency', ms: 3_000 }, { path: /suspend/, times: 200 });
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

test('tasks: new users from a file', async ({ start, fake, folder }) => {
  const acme = fake.org('acme');
  acme.org.addUser('grace@acme.com');
  acme.org.customAttributes.set('badge', { title: 'Badge number', type: 'integer', required: true });
  const file = join(folder, 'new-people-of-the-north-eastern-region.csv');
  const lines = [
    'E-Mail;Vorname;Nachname;Ausweis;Abteilung',
    'ann@acme.com;Ann;M\u00fc\u00dfig;1;Sales',
    'bob.with-a-rather-long-name@contractors-of-the-north-eastern-region.acme.com;=1+1;Smith;2;Sales',
    'grace@acme.com;Grace;One;3;',
    'no address;No;Address;4;',
    'cem@acme.com;Cem;Last;x;',
  ];
  writeFileSync(file, lines.join('\r\n'));
  const app = await start();
  const { page, control } = app;
  const picture = camera(app, 'tasks-create');
  await openTasks(app, acme);
  await page.getByLabel('What to do').selectOption('Create from a CSV file');
  await control.answerDialog({ canceled: false, filePaths: [file] });
  await page.getByRole('button', { name: 'Choose a file' }).click();
  await page.getByText('Choose a column for Badge number.').waitFor();
  await page.getByRole('button', { name: 'Show what would change' }).scrollIntoViewIfNeeded();
  await picture('columns');
  await page.getByLabel('Badge number (required)').selectOption('Ausweis');
  await page.getByLabel('Add an attribute').selectOption('Department');
  await page.getByLabel('Department', { exact: true }).selectOption('Abteilung');
  await page.getByRole('button', { name: 'Show what would change' }).scrollIntoViewIfNeeded();
  await picture('ready');
  await page.getByRole('button', { name: 'Show what would change' }).click();
  await page.getByRole('table', { name: 'Rows', exact: true }).waitFor();
  await picture('diff');
  await control.answerDialog({ response: 1 });
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await page.getByRole('button', { name: 'Plan to undo 2 changes' }).waitFor();
  await picture('done');
  await page.getByRole('button', { name: 'Plan to undo 2 changes' }).click();
  await page.getByLabel(/^Type \d/).waitFor();
  await picture('undo');
});

test('tasks: the members of a group', async ({ start, fake, folder }) => {
  const acme = fake.org('acme');
  const users = Array.from({ length: 6 }, (_, n) => acme.org.addUser(`user-${n}@acme.com`));
  const members = users.slice(0, 2).map(({ id }) => id);
  acme.org.addGroup('Night shift', { description: 'Those who work at night', members });
  acme.org.addGroup('Night directory', { type: 'APP_GROUP' });
  const file = join(folder, 'shifts.csv');
  const lines = users.map(({ profile }, n) => `${profile.login};${n === 5 ? 'Nowhere' : 'Night shift'}`);
  writeFileSync(file, `Login;Shift\r\n${lines.join('\r\n')}\r\n`);
  const app = await start();
  const { page, control } = app;
  const picture = camera(app, 'tasks-group');
  /** Chooses the option with a text that is the same in each language. */
  const choose = async (label: string, text: string) => {
    const list = page.getByLabel(label, { exact: true });
    await list.selectOption((await list.locator('option', { hasText: text }).last().textContent()) ?? '');
  };
  await openTasks(app, acme);
  await page.getByLabel('What to do').selectOption('Add to a group');
  await page.getByLabel('Which users').selectOption('All users of the search');
  await page.getByLabel('Find a group by the beginning of its name').fill('night');
  await page.keyboard.press('Enter');
  await page.getByText('Those who work at night').waitFor();
  await page.getByRole('button', { name: 'Show what would change' }).scrollIntoViewIfNeeded();
  await picture('picker');
  await page.getByRole('combobox', { name: 'Search in Okta' }).fill('profile.department eq "Night"');
  await page.getByLabel('Name of the rule').fill('Those who work at night');
  await control.answerDialog({ response: 1 });
  await page.getByRole('button', { name: 'Make the rule' }).click();
  const made = page.getByText(/^Okta has the rule/);
  await made.waitFor();
  await made.scrollIntoViewIfNeeded();
  await picture('rule');
  await choose('Group', 'Night directory');
  await picture('refused');
  await page.getByLabel('Which users').selectOption('Users of a CSV file');
  await control.answerDialog({ canceled: false, filePaths: [file] });
  await page.getByRole('button', { name: 'Choose a file' }).click();
  await choose('Which group', 'Shift');
  await page.getByRole('button', { name: 'Show what would change' }).scrollIntoViewIfNeeded();
  await picture('file');
  await page.getByRole('button', { name: 'Show what would change' }).click();
  await page.getByRole('table', { name: 'Rows', exact: true }).waitFor();
  await picture('diff');
});
