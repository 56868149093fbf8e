import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { RunningOrg } from '../fake-okta/server.ts';
import { serious } from '../support/axe.ts';
import { openTasks } from '../support/steps.ts';
import { expect, test } from '../support/test.ts';

const yes = { response: 1 };
const rows = (page: Page) => page.getByRole('table', { name: 'Rows', exact: true }).getByRole('row');
const state = (page: Page, name: string) =>
  page.getByRole('status').filter({ hasText: new RegExp(`^${name}$`) });
const changes = ({ requests }: RunningOrg) => requests.filter(({ method }) => method === 'POST');

test('suspends chosen users after a diff, a typed number and a yes, then undoes it', async ({
  start,
  fake,
  folder,
}) => {
  const acme = fake.org('acme');
  for (let n = 0; n < 4; n++) acme.org.addUser(`user-${n}@acme.com`, [], n === 3 ? 'STAGED' : 'ACTIVE');
  const app = await start();
  const { page, control } = app;
  await openTasks(app, acme);
  await page.getByRole('combobox', { name: 'Search in Okta' }).fill('profile.login sw "user-"');
  await page.getByRole('button', { name: 'Search', exact: true }).click();
  await page.getByRole('checkbox', { name: 'Choose all users shown' }).check();
  await page.getByRole('checkbox', { name: 'Choose user-0@acme.com' }).uncheck();
  await page.getByLabel('What to do').selectOption('Suspend');
  expect(await serious(page)).toEqual([]);
  acme.requests.length = 0;
  await page.getByRole('button', { name: 'Show what would change' }).click();

  await expect(rows(page)).toHaveCount(4);
  await expect(rows(page).filter({ hasText: 'user-1@acme.com' })).toContainText(/ACTIVE.*SUSPENDED/);
  await expect(rows(page).filter({ hasText: 'user-3@acme.com' })).toContainText('This user is STAGED.');
  expect(changes(acme)).toEqual([]);
  expect(await serious(page)).toEqual([]);
  const begin = page.getByRole('button', { name: 'Start', exact: true });
  await expect(begin).toBeDisabled();
  await page.getByLabel(/^Type 2, the number of users/).fill('3');
  await expect(begin).toBeDisabled();
  await page.getByLabel(/^Type 2, the number of users/).fill('2');

  // Nobody answers the dialog, so it is cancelled and nothing changes.
  await begin.click();
  await expect.poll(async () => (await control.messageBoxes()).length).toBe(1);
  const [box] = await control.messageBoxes();
  expect(box?.message).toMatch(/^Suspend 2 users at acme/);
  expect(box?.detail).toContain('user-1@acme.com\nuser-2@acme.com');
  await expect(begin).toBeEnabled();
  expect(changes(acme)).toEqual([]);

  await control.answerDialog(yes);
  await begin.click();
  await expect(state(page, 'Done')).toBeVisible();
  await expect(page.getByText('2 done, 1 left out')).toBeVisible();
  expect(acme.org.user('user-1@acme.com').status).toBe('SUSPENDED');
  expect(acme.org.user('user-0@acme.com').status).toBe('ACTIVE');
  await page.getByLabel('Show', { exact: true }).selectOption('Done');
  await expect(rows(page)).toHaveCount(3);
  expect(await serious(page)).toEqual([]);

  const file = join(folder, 'results.csv');
  await control.answerDialog({ canceled: false, filePath: file });
  // The palette has the actions of the open job.
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Command or token' }).fill('Save the results');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/^The results are in/)).toBeVisible();
  expect(readFileSync(file, 'utf8')).toContain('user-1@acme.com');

  await page.getByRole('button', { name: 'Plan to undo 2 changes' }).click();
  await expect(page.getByRole('heading', { name: 'Unsuspend' })).toBeVisible();
  await expect(rows(page)).toHaveCount(3);
  await control.answerDialog(yes);
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await expect(state(page, 'Done')).toBeVisible();
  expect(acme.org.user('user-1@acme.com').status).toBe('ACTIVE');
  await page.getByRole('button', { name: 'Back to the users' }).click();
  await expect(page.getByRole('region', { name: 'Jobs' }).getByRole('listitem')).toHaveCount(2);
});

test('a job from a CSV file pauses, survives a kill, and continues to its end', async ({
  start,
  fake,
  folder,
}) => {
  const acme = fake.org('acme');
  const people = Array.from({ length: 60 }, (_, n) => acme.org.addUser(`user-${n}@acme.com`));
  const file = join(folder, 'people.csv');
  const lines = people.map(({ profile }) => `Sm\u00efth;${profile.login}`);
  writeFileSync(file, Buffer.from(`Name;Login\r\n${lines.join('\r\n')}\r\nX;nobody@acme.com\r\n`, 'latin1'));
  const app = await start();
  const { page, control } = app;
  await openTasks(app, acme);
  await page.getByLabel('What to do').selectOption('Deactivate');
  await page.getByLabel('Which users').selectOption('Users of a CSV file');
  await control.answerDialog({ canceled: false, filePaths: [file] });
  await page.getByRole('button', { name: 'Choose a file' }).click();
  await expect(page.getByText('people.csv, Latin-1')).toBeVisible();
  await expect(page.getByRole('table', { name: 'First rows of the file' })).toContainText('Sm\u00efth');
  await expect(page.getByLabel('Column that names the users')).toHaveValue('1');
  expect(await serious(page)).toEqual([]);
  await page.getByRole('button', { name: 'Show what would change' }).click();
  await expect(page.getByText('60 to do, 1 left out')).toBeVisible();
  await page.getByLabel(/^Type 60/).fill('60');
  acme.faults.add({ kind: 'latency', ms: 60 }, { path: /deactivate/, times: Number.POSITIVE_INFINITY });
  await control.answerDialog(yes);
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await page.getByRole('button', { name: 'Pause' }).click();
  await expect(state(page, 'Paused')).toBeVisible();
  const paused = changes(acme).length;
  expect(paused).toBeLessThan(60);
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect.poll(() => changes(acme).length).toBeGreaterThan(paused + 4);
  await app.kill();

  const again = await start();
  await again.page.getByRole('button', { name: 'Tasks', exact: true }).click();
  await again.page.getByRole('button', { name: /^Open Deactivate/ }).click();
  await expect(again.page.getByText('Keyturn ended while the job ran.')).toBeVisible();
  acme.faults.clear();
  await again.page.getByRole('button', { name: 'Continue' }).click();
  await expect(state(again.page, 'Done')).toBeVisible();
  await expect(again.page.getByText('60 done, 1 left out')).toBeVisible();
  // Okta's log holds each change once.
  const done = acme.org.logs.filter(({ eventType }) => eventType === 'user.lifecycle.deactivate');
  expect(done.map(({ target }) => target[0]?.id).sort()).toEqual(people.map(({ id }) => id).sort());
});

test('a lock pauses a job, and the person continues it', async ({ start, fake }) => {
  const acme = fake.org('acme');
  for (let n = 0; n < 40; n++) acme.org.addUser(`user-${n}@acme.com`, [], 'STAGED');
  const app = await start();
  const { page, control } = app;
  await openTasks(app, acme);
  await page.getByRole('combobox', { name: 'Search in Okta' }).fill('status eq "STAGED"');
  await page.getByLabel('What to do').selectOption('Activate');
  await page.getByLabel('Which users').selectOption('All users of the search');
  await page.getByRole('button', { name: 'Show what would change' }).click();
  await expect(page.getByText('40 to do')).toBeVisible();
  acme.faults.add({ kind: 'latency', ms: 80 }, { path: /activate/, times: 40 });
  await control.answerDialog(yes);
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await expect.poll(() => changes(acme).length).toBeGreaterThan(4);
  await page.getByRole('button', { name: 'Lock' }).click();
  await page.getByRole('button', { name: 'Unlock' }).click();
  const before = changes(acme).length;
  await page.getByRole('button', { name: 'Tasks', exact: true }).click();
  await page.getByRole('button', { name: /^Open Activate/ }).click();
  await expect(page.getByText('Keyturn was locked while the job ran.')).toBeVisible();
  expect(changes(acme).length).toBe(before);
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(state(page, 'Done')).toBeVisible();
  const done = acme.org.logs.filter(({ eventType }) => eventType === 'user.lifecycle.activate');
  expect(new Set(done.map(({ target }) => target[0]?.id)).size).toBe(40);
  expect(done).toHaveLength(40);
});
