import { join } from 'node:path';
import type { RunningOrg } from '../fake-okta/server.ts';
import { serious } from '../support/axe.ts';
import type { RunningApp } from '../support/launch.ts';
import { makeApp, makeKey, openTab, planFor } from '../support/oauth.ts';
import { button, readIf } from '../support/rotation.ts';
import { addToken, row } from '../support/steps.ts';
import { expect, test } from '../support/test.ts';

/** Keeps a token named report, and an app that does its job. Leaves its OAuth tab open. */
async function withApp(app: RunningApp, acme: RunningOrg) {
  const { page } = app;
  const issued = acme.org.issueToken({ owner: 'ada.admin@acme.com', name: 'report' });
  await addToken(app, acme, { value: issued.value, label: 'report' });
  const scopes = await planFor(page, 'report', 'Reporting');
  const jwk = await makeKey(page);
  await expect(button(page, 'Revoke the API token')).toHaveCount(0);
  const inOkta = await makeApp(page, acme, jwk, scopes);
  await button(page, 'Test the app').click();
  await expect(page.getByRole('status').filter({ hasText: 'access token' })).toContainText('Working.');
  return { issued, inOkta };
}

test('the way from a token to an app ends with the token revoked, with proof', async ({
  start,
  fake,
  folder,
}) => {
  const acme = fake.org('acme');
  const app = await start();
  const { page, control } = app;
  await control.ipc();
  // A second token reads the list of API tokens, which the app's job does not need.
  const other = acme.org.issueToken({ owner: 'olga.org@acme.com', name: 'other' });
  await addToken(app, acme, { value: other.value, label: 'other' });
  const { issued, inOkta } = await withApp(app, acme);

  await button(page, 'Revoke the API token').click();
  await expect(page.getByRole('heading', { name: 'Moving report to an app' })).toBeVisible();
  await expect(page.getByRole('main')).toContainText('The token works until you revoke it');
  await expect(page.getByRole('heading', { name: /New token|Compare/ })).toHaveCount(0);
  await expect(row(page, 'report')).toContainText('Rotating');
  await expect(row(page, 'report')).toContainText('Moving to an app. Not revoked yet');

  // The consumer changes to the app by hand. It gets no new token.
  await button(page, 'Add consumer').click();
  await page.getByLabel('Name').fill('cron');
  await expect(page.getByLabel('How it gets the new token')).toHaveCount(0);
  await button(page, 'Save consumer').click();
  await expect(page.getByText('0 of 1 consumer use the app')).toBeVisible();
  await expect(button(page, 'Copy the new value')).toHaveCount(0);
  await expect(page.getByText(/^Which one is the token\?/)).toHaveCount(0);

  // The token is not quiet yet, so the revoke wants the words.
  await button(page, 'Revoke token').click();
  const asking = page.getByRole('alertdialog', { name: 'Revoke the token?' });
  await expect(asking).toContainText('1 consumer does not use the app yet (cron).');
  await expect(button(page, 'Revoke')).toBeDisabled();
  await button(page, 'Keep it for now').click();

  // It can be ended until the revoke, and begun again.
  await button(page, 'End rotation').click();
  await expect(page.getByText('Ended before the revoke. Nothing was changed in Okta.')).toBeVisible();
  expect(acme.org.tokens.some(({ id }) => id === issued.id)).toBe(true);
  await button(page, 'Token page').click();
  await openTab(page, 'report', 'OAuth');
  await button(page, 'Revoke the API token').click();
  await button(page, 'Mark cron as done').click();
  await expect(page.getByText('1 of 1 consumer uses the app')).toBeVisible();
  await page.getByLabel('Must be quiet for').selectOption('No wait');
  await expect(page.getByText(/No use of the API token was seen for 0 minutes/)).toBeVisible();
  for (const dark of [false, true]) {
    await control.systemTheme(dark);
    await expect.poll(() => serious(page)).toEqual([]);
  }
  await control.systemTheme(false);

  // It goes on after a restart.
  await app.quit();
  const again = await start();
  await row(again.page, 'report').click();
  await button(again.page, 'Token page').click();
  await openTab(again.page, 'report', 'OAuth');
  await button(again.page, 'Continue the revoke').click();
  await button(again.page, 'Revoke token').click();
  await button(again.page, 'Revoke').click();
  await expect(again.page.getByRole('heading', { name: 'Revoked, with proof' })).toBeVisible();
  const main = again.page.getByRole('main');
  await expect(main).toContainText('answered 401 E0000011 to the API token');
  await expect(main).toContainText('In the same minute it accepted the app "report (app)"');
  await expect(main).toContainText('Its list of API tokens does not have the token any more');
  await expect(main).toContainText('The app stays.');
  expect(acme.org.tokens.some(({ id }) => id === issued.id)).toBe(false);
  await expect(row(again.page, 'report')).toContainText('Revoked');
  expect(await again.page.content()).not.toContain(issued.value);

  const path = join(folder, 'proof.json');
  await again.control.answerDialog({ canceled: false, filePath: path });
  await button(again.page, 'Export as JSON').click();
  await expect.poll(() => readIf(path)).toContain(inOkta.clientId);

  // The app stays in the list, and the tab says what became of the token.
  await button(again.page, 'Token page').click();
  await openTab(again.page, 'report', 'OAuth');
  await expect(again.page.getByRole('tabpanel')).toContainText(/Revoked on .*, with proof\./);
  await expect(again.page.getByRole('row', { name: /^report \(app\),/ })).toBeVisible();
  await again.page.getByRole('button', { name: 'Activity' }).click();
  await expect(again.page.getByRole('main')).toContainText('took over the job of this token');
});

test('an org that refuses everything proves no revoke, and the value stays', async ({ start, fake }) => {
  const acme = fake.org('acme');
  const app = await start();
  const { page } = app;
  const { issued, inOkta } = await withApp(app, acme);
  await button(page, 'Revoke the API token').click();
  // The app fails a test meanwhile. The card stays, and the revoke names the app.
  await button(page, 'Token page').click();
  await openTab(page, 'report', 'OAuth');
  const scopes = [...inOkta.scopes];
  inOkta.setScopes();
  await button(page, 'Test the app').click();
  await expect(page.getByRole('tabpanel')).toContainText('has granted it none of these scopes');
  await button(page, 'Continue the revoke').click();
  await button(page, 'Revoke token').click();
  await expect(page.getByRole('alertdialog')).toContainText('or its newest test failed.');
  await button(page, 'Keep it for now').click();
  inOkta.setScopes(...scopes);
  await button(page, 'Token page').click();
  await openTab(page, 'report', 'OAuth');
  await button(page, 'Test the app').click();
  await expect(page.getByRole('status').filter({ hasText: 'access token' })).toContainText('Working.');
  await button(page, 'Continue the revoke').click();
  await expect(button(page, 'Revoke token')).toBeEnabled();
  acme.faults.add(
    { kind: 'status', status: 401, errorCode: 'E0000011' },
    { path: /./, times: Number.POSITIVE_INFINITY },
  );
  await button(page, 'Revoke token').click();
  await page.getByLabel(/To revoke it all the same/).fill('revoke anyway');
  await button(page, 'Revoke').click();
  await expect(page.getByRole('alert')).toContainText('it did not accept the app "report (app)" either');
  await expect(page.getByRole('main')).toContainText('Keyturn keeps the value');
  expect(acme.org.tokens.some(({ id }) => id === issued.id)).toBe(true);
  acme.faults.clear();
  await button(page, 'Try again').click();
  await expect(page.getByRole('heading', { name: 'Revoked, with proof' })).toBeVisible();
  await expect(page.getByRole('main')).toContainText('so the proof rests on these answers');
  expect(acme.org.tokens.some(({ id }) => id === issued.id)).toBe(false);
});
