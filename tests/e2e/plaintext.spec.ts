import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { serious } from '../support/axe.ts';
import { randomValue } from '../support/random-value.ts';
import { expect, test } from '../support/test.ts';

const open = (page: Page) => page.getByRole('button', { name: 'Find tokens in files' }).click();
const places = (page: Page) => page.getByRole('table', { name: 'Tokens in plain text' });
const rowOf = (page: Page, place: string) => places(page).getByRole('row', { name: place });

test('finds a token in files, takes it in with its org, tests and keeps it, and cleans up its places', async ({
  start,
  fake,
  folder,
}) => {
  const acme = fake.org('acme');
  const { value } = acme.org.issueToken({ owner: 'svc-terraform@acme.com', name: 'terraform' });
  const home = join(folder, 'home');
  const work = join(home, 'code');
  mkdirSync(work, { recursive: true });
  const envFile = join(work, '.env');
  writeFileSync(envFile, `PORT=80\nOKTA_ORG_URL=${acme.origin}\nOKTA_API_TOKEN=${value}\n`, { mode: 0o640 });
  const history = join(home, '.bash_history');
  writeFileSync(history, `ls\ncurl -H 'Authorization: SSWS ${value}' ${acme.origin}/api/v1/users\ncd code\n`);
  const state = `{"serial":3,"outputs":{"okta_token":{"value":"${value}"}}}`;
  writeFileSync(join(work, 'terraform.tfstate'), state);

  const app = await start({ env: { HOME: home } });
  const { page, control } = app;
  await control.ipc();
  await open(page);
  await expect(page.getByRole('heading', { name: 'Not searched yet' })).toBeVisible();
  await control.answerDialog({ canceled: false, filePaths: [work] });
  await page.getByRole('button', { name: 'Choose folder' }).click();
  await expect(page.getByRole('main')).toContainText('Also below ~/code');
  await page.getByRole('button', { name: 'Search', exact: true }).click();
  await expect(page.getByRole('status')).toContainText('3 places with a token');
  await expect(rowOf(page, '~/.bash_history')).toContainText('Line 2');
  await expect(rowOf(page, '~/code/.env')).toContainText('Line 3');
  await expect(rowOf(page, '~/code/.env')).toContainText(`Of acme.localhost:${acme.port}`);
  await expect(rowOf(page, 'terraform.tfstate')).toContainText('Keyturn does not edit a Terraform state');
  await expect(rowOf(page, 'terraform.tfstate').getByRole('button', { name: /^Clean up/ })).toHaveCount(0);
  expect(await serious(page)).toEqual([]);

  // Take in: the wizard has the org, and a dialog of the system names the place and the org.
  await page.getByRole('button', { name: 'Take in the token of ~/code/.env' }).click();
  const wizard = page.getByRole('dialog', { name: 'Add token' });
  await expect(wizard.getByLabel('Org URL')).toHaveValue(`acme.localhost:${acme.port}`);
  await wizard.getByRole('button', { name: 'Continue' }).click();
  await wizard.getByRole('heading', { name: 'Capture' }).waitFor();
  await wizard.getByRole('button', { name: 'Take it from ~/code/.env:3' }).click();
  await expect.poll(() => control.messageBoxes()).toHaveLength(1);
  expect((await control.messageBoxes())[0]?.message).toBe(
    `Take in the token of ~/code/.env:3 for acme.localhost:${acme.port}?`,
  );
  // Nobody said yes, so Keyturn captured nothing.
  await expect(wizard.getByRole('button', { name: 'Continue' })).toBeDisabled();
  expect(acme.requests.filter(({ path }) => path.startsWith('/api/'))).toEqual([]);
  await control.answerDialog({ response: 1 });
  await wizard.getByRole('button', { name: 'Take it from ~/code/.env:3' }).click();
  await wizard.getByRole('button', { name: 'Continue' }).click();
  await expect(wizard.getByRole('status').first()).toContainText('Working');
  await expect(wizard).toContainText('Captured from a file');
  await wizard.getByRole('button', { name: 'Continue' }).click();
  await wizard.getByLabel('Label').fill('terraform');
  await wizard.getByRole('button', { name: 'Save token' }).click();
  await wizard.waitFor({ state: 'detached' });
  await expect(rowOf(page, '~/code/.env')).toContainText('terraform');
  await expect(
    rowOf(page, '~/.bash_history').getByRole('button', { name: 'Rotate terraform' }),
  ).toBeVisible();

  // Clean up: the token is gone from its file.
  await control.answerDialog({ response: 1 });
  await page.getByRole('button', { name: 'Clean up ~/code/.env' }).click();
  await expect(rowOf(page, '~/code/.env')).toContainText('Keyturn removed the token from ~/code/.env.');
  expect(readFileSync(envFile, 'utf8')).toBe(
    `PORT=80\nOKTA_ORG_URL=${acme.origin}\n# Keyturn removed OKTA_API_TOKEN. Run the program with: keyturn exec\n`,
  );
  expect(statSync(envFile).mode & 0o777).toBe(0o640);
  await control.answerDialog({ response: 1 });
  await page.getByRole('button', { name: 'Clean up ~/.bash_history' }).click();
  await expect(rowOf(page, '~/.bash_history')).toContainText('Keyturn removed the token');
  expect(readFileSync(history, 'utf8')).toBe('ls\ncd code\n');
  expect(readdirSync(work).sort()).toEqual(['.env', 'terraform.tfstate']);
  expect(readFileSync(join(work, 'terraform.tfstate'), 'utf8')).toBe(state);

  // Rotate opens the rotation of the token that was in plain text.
  await rowOf(page, 'terraform.tfstate').getByRole('button', { name: 'Rotate terraform' }).click();
  await expect(page.getByRole('heading', { name: 'Rotating terraform' })).toBeVisible();
  expect(JSON.stringify(await control.ipc())).not.toContain(value.slice(4, 30));
});

test('stops the search on demand, and forgets what it found when the page closes', async ({
  start,
  folder,
}) => {
  const home = join(folder, 'home');
  mkdirSync(home);
  const token = randomValue(5);
  writeFileSync(join(home, '.env'), `OKTA_API_TOKEN=${token}\n`);
  const { page, control } = await start({ env: { HOME: home } });
  await open(page);
  // Many ordinary files leave time to stop the search.
  await control.answerDialog({
    canceled: false,
    filePaths: [join(import.meta.dirname, '../../node_modules')],
  });
  await page.getByRole('button', { name: 'Choose folder' }).click();
  await page.getByRole('button', { name: 'Search', exact: true }).click();
  await page.getByRole('button', { name: 'Stop' }).click();
  await expect(page.getByRole('status')).toContainText(/^Stopped after \d+ files: 1 place with a token\.$/);
  await expect(rowOf(page, '~/.env')).toBeVisible();
  await expect(page.getByRole('main')).toContainText(
    'You stopped the search, so Keyturn did not read the rest.',
  );
  await page.getByRole('button', { name: 'Upcoming' }).click();
  await open(page);
  await expect(page.getByRole('heading', { name: 'Not searched yet' })).toBeVisible();
});

test('leaves a file alone that changed after the search, and the palette opens the page', async ({
  start,
  folder,
}) => {
  const home = join(folder, 'home');
  mkdirSync(home);
  const token = randomValue(5);
  const file = join(home, '.netrc');
  writeFileSync(file, `machine acme.okta.com password ${token}\n`);
  const { page, control } = await start({ env: { HOME: home } });
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Command or token' }).fill('find tokens in');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Search', exact: true }).click();
  await expect(rowOf(page, '~/.netrc')).toBeVisible();
  const changed = `machine other.okta.com password ${token}\n`;
  writeFileSync(file, changed);
  await control.answerDialog({ response: 1 });
  await page.getByRole('button', { name: 'Clean up ~/.netrc' }).click();
  await expect(page.getByRole('alert')).toContainText(
    '~/.netrc was not changed: it was changed after the search. Search again.',
  );
  expect(readFileSync(file, 'utf8')).toBe(changed);
});
