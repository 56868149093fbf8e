import type { Page } from 'playwright-core';
import { serious } from '../support/axe.ts';
import { addApp, openAppWizard, openTab } from '../support/oauth.ts';
import { addToken, result, row } from '../support/steps.ts';
import { expect, test } from '../support/test.ts';

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

test('adds an OAuth service app without a token before it: org, job, key, Client ID, test', async ({
  start,
  fake,
}) => {
  // It looks through each page for what axe finds, in both themes.
  test.slow();
  const acme = fake.org('acme');
  const app = await start();
  const { page, control } = app;
  // The choice of an app says where the kinds of sign-in fit.
  await button(page, 'Add token').click();
  await page.getByRole('radio', { name: 'OAuth service app' }).check();
  await expect(page.getByRole('dialog')).toContainText(
    'SAML and OpenID Connect apps are for people who sign in. They do not replace either of these',
  );
  await page.keyboard.press('Escape');
  await openAppWizard(page, acme);
  await expect(page.getByRole('dialog', { name: 'Add OAuth app' })).toBeVisible();
  await page.getByLabel('Label').fill('report');
  await page.getByLabel('What it is for').selectOption('SIEM');
  await button(page, 'Make the key').click();
  await expect(page.getByRole('heading', { name: 'Make in Okta' })).toBeVisible();
  const guide = page.getByRole('dialog', { name: 'Add OAuth app' });
  await expect(guide).toContainText('API Services');
  await expect(guide).toContainText('okta.logs.read');
  const jwk = JSON.parse((await page.getByText(/"kty"/).textContent()) ?? '');
  expect(jwk).toMatchObject({ kty: 'RSA', use: 'sig' });
  expect(jwk.d).toBeUndefined();
  await button(page, 'Open Admin Console').click();
  expect(await control.opened()).toContain(`${acme.origin}/admin/apps/active`);
  await button(page, 'Continue').click();

  // What is no Client ID is refused in words. An app without a role is told.
  await page.getByLabel('Client ID').fill('our report');
  await button(page, 'Test the app').click();
  await expect(page.getByRole('alert')).toContainText('This is not the Client ID of an app.');
  // The name of an app may be a Client ID that somebody chose. It is kept with a warning.
  await page.getByLabel('Client ID').fill('our-report');
  await button(page, 'Test the app').click();
  await expect(page.getByText('Okta did not make the Client ID our-report')).toBeVisible();
  const made = acme.org.addServiceApp({ name: 'report', jwk, scopes: ['okta.logs.read'], roles: [] });
  await page.getByLabel('Client ID').fill(made.clientId);
  await button(page, 'Test the app').click();
  await expect(guide).toContainText('Not allowed.');
  await expect(page.getByText(/Okta did not make/)).toHaveCount(0);
  await expect(guide).toContainText('the app has no admin role that reads this');
  await expect(button(page, 'Finish later')).toBeVisible();
  made.setRoles({ type: 'READ_ONLY_ADMIN' });
  await button(page, 'Test the app').click();
  await expect(guide).toContainText('Working.');
  for (const dark of [false, true]) {
    await control.systemTheme(dark);
    await expect.poll(() => serious(page)).toEqual([]);
  }
  await control.systemTheme(false);
  await button(page, 'Done').click();

  // It is a row of the list as a token is, with its own page.
  await expect(row(page, 'report')).toContainText('OAuth app');
  await expect(row(page, 'report')).toContainText('Healthy');
  await expect(page.getByRole('main', { name: 'report' })).toContainText('OAuth app');
  await expect(result(page)).toContainText('Working.');
  await page.getByRole('tab', { name: 'Access', exact: true }).click();
  const rows = page.getByRole('table', { name: 'The app, by family of endpoints' });
  await expect(rows.getByRole('row').filter({ hasText: 'System Log' })).toContainText('Works');
  await expect(rows).not.toContainText('Not checked');
  for (const dark of [false, true]) {
    await control.systemTheme(dark);
    await expect.poll(() => serious(page)).toEqual([]);
  }

  // It is there after a restart, with its last test.
  await app.quit();
  const again = await start();
  await expect(row(again.page, 'report')).toContainText('Healthy');
  await row(again.page, 'report').click();
  await expect(result(again.page)).toContainText('Working.');
});

test('keeps an unfinished app, and continues on its page', async ({ start, fake }) => {
  const acme = fake.org('acme');
  const app = await start();
  const { page } = app;
  await openAppWizard(page, acme);
  await page.getByLabel('Label').fill('');
  await button(page, 'Make the key').click();
  await expect(page.getByRole('alert')).toContainText('The label is empty.');
  await page.getByLabel('Label').fill('later');
  await page.getByLabel('What it is for').selectOption('Custom');
  await button(page, 'Make the key').click();
  await expect(page.getByRole('alert')).toContainText('The app needs no scope for this job.');
  await page.getByLabel('Groups', { exact: true }).selectOption('Read');
  await button(page, 'Make the key').click();
  const shown = async () => JSON.parse((await page.getByText(/"kty"/).textContent()) ?? '');
  const jwk = await shown();
  await button(page, 'Cancel').click();

  // Nothing is asked: the key is kept, and the page shows the steps that are left.
  await expect(row(page, 'later')).toContainText('Not finished. Continue on its page');
  await expect(page.getByRole('main', { name: 'later' })).toContainText('This app is not finished');
  expect(await shown()).toEqual(jwk);
  const made = acme.org.addServiceApp({
    ...{ name: 'later', jwk, scopes: ['okta.groups.read'], roles: [{ type: 'READ_ONLY_ADMIN' }] },
  });
  await page.getByLabel('Client ID').fill(made.clientId);
  await button(page, 'Save Client ID').click();
  await expect(row(page, 'later')).toContainText('Never tested');
  await button(page, 'Test').click();
  await expect(result(page)).toContainText('Working.');

  // Another job has other scopes, and its test is made anew.
  await page.getByRole('tab', { name: 'Access', exact: true }).click();
  await page.getByLabel('What it is for').selectOption('SIEM');
  await button(page, 'Save this job').click();
  await expect(page.getByRole('list', { name: 'Scopes' })).toContainText('okta.logs.read');
  await expect(row(page, 'later')).toContainText('Never tested');
  await button(page, 'Test').click();
  await expect(row(page, 'later')).toContainText('Failing');

  await page.getByRole('tab', { name: 'Overview', exact: true }).click();
  await button(page, 'Edit details').click();
  await page.getByLabel('Label').fill('sooner');
  await page.getByLabel('Rotate every (days)').fill('20');
  await button(page, 'Save details').click();
  await expect(row(page, 'sooner')).toBeVisible();
  await button(page, 'Upcoming').click();
  const due = page.getByRole('row').filter({ hasText: 'sooner' });
  await expect(due).toContainText(/Rotation .*in 20 days/);
  await expect(due).not.toContainText('Expires');
  await due.getByRole('button', { name: 'sooner' }).click();
  await button(page, 'Remove the app').click();
  await button(page, 'Remove').click();
  await expect(row(page, 'sooner')).toHaveCount(0);
  await button(page, 'Activity').click();
  await expect(page.getByRole('main')).toContainText('The OAuth service app was removed from Keyturn');
});

test('tests apps by Test all, finds them by filter and palette, and keeps an app when its token goes', async ({
  start,
  fake,
}) => {
  const acme = fake.org('acme');
  const app = await start();
  const { page } = app;
  const { value } = acme.org.issueToken({ owner: 'ada.admin@acme.com', name: 'terraform' });
  await addToken(app, acme, { value, label: 'terraform' });
  const made = await addApp(page, acme, { label: 'report', purpose: 'Reporting' });
  await expect(row(page, 'report')).toContainText('Healthy');

  made.setRoles();
  await button(page, 'Test all').click();
  await expect(row(page, 'report')).toContainText('Failing');
  made.setRoles({ type: 'READ_ONLY_ADMIN' });
  await row(page, 'report').hover();
  await page.getByRole('button', { name: 'Test report' }).click();
  await expect(row(page, 'report')).toContainText('Healthy');

  await page.getByRole('searchbox', { name: 'Filter tokens' }).fill('oauth');
  await expect(row(page, 'terraform')).toHaveCount(0);
  await expect(row(page, 'report')).toBeVisible();
  await page.getByRole('searchbox', { name: 'Filter tokens' }).fill('');
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill('Test report');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main', { name: 'report' })).toBeVisible();

  // A token's app stands beside it, and stays with its name when the token is removed.
  await openTab(page, 'terraform', 'Access');
  await button(page, 'X-ray').click();
  await page.getByText(/\d+ allowed, \d+ denied, \d+ not known/).waitFor();
  await page.getByLabel('What it is for').selectOption('Reporting');
  await page.getByText('Smallest role that covers it').waitFor();
  await openTab(page, 'terraform', 'OAuth');
  await button(page, 'Make a key').click();
  await expect(page.getByRole('row', { name: /^terraform \(app\),/ })).toBeVisible();
  await page.getByRole('tab', { name: 'Overview', exact: true }).click();
  await button(page, 'Remove from Keyturn').click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Remove', exact: true }).click();
  await expect(row(page, 'terraform')).toHaveCount(0);
  await page.getByRole('row', { name: /^terraform \(app\),/ }).click();
  await page.getByRole('tab', { name: 'Access', exact: true }).click();
  await expect(page.getByRole('list', { name: 'Scopes' })).toContainText('okta.logs.read');
});
