import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { RunningOrg } from '../fake-okta/server.ts';
import { callAs } from '../support/consumer.ts';
import type { RunningApp } from '../support/launch.ts';
import { button, captureNew, keepOne, readIf, toHandOver } from '../support/rotation.ts';
import { row, untilTimedOut } from '../support/steps.ts';
import { expect, test } from '../support/test.ts';

/** Adds a consumer that a person updates by hand. */
async function addConsumer(page: Page, name: string): Promise<void> {
  await button(page, 'Add consumer').click();
  await page.getByRole('textbox', { name: 'Name' }).fill(name);
  await button(page, 'Save consumer').click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

async function beQuiet(page: Page): Promise<void> {
  await page.getByLabel('Must be quiet for').selectOption('No wait');
  await expect(page.getByText(/No use of the old token was seen for/)).toBeVisible();
}

async function insist(page: Page): Promise<void> {
  await button(page, 'Revoke old token').click();
  await page.getByLabel(/To revoke it all the same/).fill('revoke anyway');
  await button(page, 'Revoke').click();
}

const listed = (acme: RunningOrg, id: string) => acme.org.tokens.some((token) => token.id === id);

async function copied({ page, control }: RunningApp): Promise<string> {
  await page.getByRole('button', { name: /^Copy/ }).first().click();
  await expect(page.getByText(/clipboard/i).last()).toBeVisible();
  return control.readClipboard();
}

test('a rotation from plan to proof: captured, compared, handed over, quiet, revoked, exported', async ({
  start,
  fake,
  folder,
}) => {
  const acme = fake.org('acme');
  const app = await start();
  const { page, control } = app;
  const pair = await keepOne(app, acme);
  await button(page, 'Rotate').click();
  await button(page, 'Open Admin Console').click();
  expect((await control.opened()).at(-1)).toContain('/admin/access/api/tokens');
  await control.writeClipboard(pair.fresh.value);
  await button(page, 'Paste from clipboard').click();
  await expect(page.getByText('The new token has the same owner and may do the same.')).toBeVisible();
  expect(await control.readClipboard()).toBe('');
  await expect(row(page, 'hr-sync')).toContainText('Rotating');
  const table = page.getByRole('table');
  await expect(table.getByRole('row', { name: /^Owner/ })).toContainText('Same');
  await page.getByRole('button', { name: /more that are the same/ }).click();
  await expect(table.getByRole('row', { name: /^System Log/ })).toContainText('Allowed');
  await button(page, 'Hand over').click();

  await addConsumer(page, 'cron on hr-batch-2');
  await button(page, 'Mark cron on hr-batch-2 as done').click();
  await expect(page.getByText('1 of 1 consumer has the new token')).toBeVisible();
  await beQuiet(page);
  await button(page, 'Revoke old token').click();
  await expect(page.getByRole('alertdialog', { name: 'Revoke the old token?' })).toContainText(
    'cannot undo this',
  );
  await button(page, 'Revoke').click();
  await expect(page.getByRole('heading', { name: 'Rotated hr-sync' })).toBeVisible();
  await expect(page.getByText(/answered 401 E0000011 to the old token, and its list/)).toBeVisible();
  expect(listed(acme, pair.old.id)).toBe(false);

  const file = join(folder, 'proof.json');
  await control.answerDialog({ canceled: false, filePath: file });
  await button(page, 'Export as JSON').click();
  await expect.poll(() => readIf(file)).toContain('"proven": true');
  for (const value of [pair.old.value, pair.fresh.value])
    expect(readFileSync(file, 'utf8')).not.toContain(value);

  await button(page, 'Token page').click();
  await button(page, 'Test').click();
  await expect(page.getByRole('main').getByRole('status').first()).toHaveText(/^Working\./);
  await page.getByRole('tab', { name: 'Rotation' }).click();
  await expect(page.getByRole('list', { name: 'Rotations' })).toContainText('Done, with proof');
});

test('opens on the same step with both values after a kill in each state', async ({ start, fake }) => {
  // This test starts the app once for each state.
  test.setTimeout(240_000);
  const acme = fake.org('acme');
  let app = await start();
  const pair = await keepOne(app, acme);
  const again = async () => {
    await app.kill();
    app = await start();
    await row(app.page, 'hr-sync').click();
  };
  await button(app.page, 'Rotate').click();
  await expect(app.page.getByRole('heading', { name: /New token$/ })).toBeVisible();

  await again();
  await expect(button(app.page, 'Paste from clipboard')).toBeVisible();
  acme.faults.add({ kind: 'hang' }, { times: Number.POSITIVE_INFINITY });
  await app.control.writeClipboard(pair.fresh.value);
  await button(app.page, 'Paste from clipboard').click();
  await expect(app.page.getByRole('heading', { name: 'Testing the new token' })).toBeVisible();

  // The new token is captured but not tested yet. The app tests it after the start without being asked.
  await app.kill();
  acme.faults.clear();
  await again();
  await expect(button(app.page, 'Hand over')).toBeVisible();

  await again();
  await expect(row(app.page, 'hr-sync')).toContainText('Rotating');
  await button(app.page, 'Hand over').click();
  await expect(button(app.page, 'Undo rotation')).toBeVisible();

  await again();
  await acme.refuseConnections();
  await insist(app.page);
  await expect(app.page.getByText(/Not proven yet/)).toBeVisible();

  await app.kill();
  await acme.acceptConnections();
  await again();
  await expect(app.page.getByText(/asked Okta for the revoke/)).toBeVisible();
  expect(listed(acme, pair.old.id)).toBe(true);
  await button(app.page, 'Try again').click();
  await expect(app.page.getByRole('heading', { name: 'Rotated hr-sync' })).toBeVisible();
  expect(listed(acme, pair.old.id)).toBe(false);

  await again();
  expect(await copied(app)).toBe(pair.fresh.value);
});

test('undo restores the old value in one click, and the new one is revoked or kept', async ({
  start,
  fake,
}) => {
  const acme = fake.org('acme');
  const app = await start();
  const { page } = app;
  const pair = await keepOne(app, acme);
  await toHandOver(app, pair);
  await button(page, 'Copy the new value').click();
  await expect.poll(() => app.control.readClipboard()).toBe(pair.fresh.value);
  await button(page, 'Undo rotation').click();
  await expect(page.getByText(/The old token is in use again/)).toBeVisible();
  await button(page, 'Token page').click();
  expect(await copied(app)).toBe(pair.old.value);
  await button(page, 'Continue rotation').click();
  await button(page, 'Resume rotation').click();
  await button(page, 'Undo rotation').click();
  await button(page, 'End rotation').click();
  await expect(page.getByRole('alertdialog')).toContainText('The old token does not change');
  await button(page, 'Revoke the new token').click();
  await expect(page.getByRole('heading', { name: /ended/ })).toBeVisible();
  expect(listed(acme, pair.fresh.id)).toBe(false);
  expect(listed(acme, pair.old.id)).toBe(true);
});

test('hands over a token of another owner or a narrower one only after a confirmation', async ({
  start,
  fake,
}) => {
  const acme = fake.org('acme');
  const app = await start();
  const { page } = app;
  const pair = await keepOne(app, acme, 'svc-siem@acme.com');
  await captureNew(app, pair);
  await expect(
    page.getByText(/belongs to svc-siem@acme\.com, the old one to olga\.org@acme\.com/),
  ).toBeVisible();
  await expect(page.getByText(/can no longer read .*Users/)).toBeVisible();
  await expect(button(page, 'Hand over')).toBeDisabled();
  await expect(page.getByRole('group', { name: 'To confirm' })).toBeVisible();
  // The comparison lies whole in its page.
  const sideways = await page.evaluate<boolean>(
    `[...document.querySelectorAll('main *')].some((one) => getComputedStyle(one).overflowX === 'auto' && one.scrollWidth > one.clientWidth)`,
  );
  expect(sideways).toBe(false);
  for (const box of await page.getByRole('group', { name: 'To confirm' }).getByRole('checkbox').all()) {
    await box.check();
  }
  await button(page, 'Hand over').click();
  await expect(button(page, 'Undo rotation')).toBeVisible();
});

test('refuses the old token itself, and a token that does not work', async ({ start, fake }) => {
  const acme = fake.org('acme');
  const app = await start();
  const { page, control } = app;
  const pair = await keepOne(app, acme);
  await button(page, 'Rotate').click();
  await control.writeClipboard(pair.old.value);
  await button(page, 'Paste from clipboard').click();
  await expect(page.getByRole('alert')).toContainText('This is the old token itself.');
  expect(await control.readClipboard()).toBe(pair.old.value);
  acme.org.revoke(pair.fresh.id);
  await button(page, 'Enter it by hand').click();
  await page.getByLabel('API token').fill(pair.fresh.value);
  await button(page, 'Keep it').click();
  await expect(page.getByRole('heading', { name: 'The new token does not work' })).toBeVisible();
  await expect(page.getByText(/^Not accepted\./)).toBeVisible();
  await button(page, 'Use another value').click();
  await button(page, 'Forget the new token').click();
  await expect(button(page, 'Paste from clipboard')).toBeVisible();
});

test('names a consumer that still calls the old token, and asks for words before it revokes', async ({
  start,
  fake,
}) => {
  const acme = fake.org('acme');
  const app = await start();
  const { page } = app;
  const pair = await keepOne(app, acme);
  await toHandOver(app, pair);
  await callAs(fake, acme, pair.old.value, {
    userAgent: 'python-requests/2.32',
    method: 'POST',
    path: '/api/v1/groups',
    body: { profile: { name: 'made by the old one' } },
  });
  await button(page, 'Check now').click();
  await expect(page.getByText(/The old token was used from .* by python-requests/)).toBeVisible();
  await button(page, 'Revoke old token').click();
  const dialog = page.getByRole('alertdialog');
  await expect(dialog).toContainText('It is still being used.');
  await expect(button(page, 'Revoke')).toBeDisabled();
  await button(page, 'Keep it for now').click();
  expect(listed(acme, pair.old.id)).toBe(true);
});

for (const [name, fault, said] of [
  ['403', { kind: 'status', status: 403, errorCode: 'E0000006' }, /did not revoke the old token/],
  ['404', { kind: 'status', status: 404, errorCode: 'E0000007' }, /did not revoke the old token/],
  ['5xx', { kind: 'status', status: 503, errorCode: 'E0000010' }, /did not revoke the old token/],
] as const) {
  test(`does not claim a revoke answered by ${name}, which a person can repeat`, async ({ start, fake }) => {
    const acme = fake.org('acme');
    const app = await start();
    const { page } = app;
    const pair = await keepOne(app, acme);
    await toHandOver(app, pair);
    acme.faults.add(fault, { method: 'DELETE', times: 2 });
    await insist(page);
    await expect(page.getByText(said)).toBeVisible();
    expect(listed(acme, pair.old.id)).toBe(true);
    await expect(button(page, 'Undo rotation')).toBeEnabled();
    await insist(page);
    await expect(page.getByRole('heading', { name: 'Rotated hr-sync' })).toBeVisible();
    expect(listed(acme, pair.old.id)).toBe(false);
  });
}

test('proves a revoke that is answered too late, or by 429', async ({ start, fake }) => {
  const acme = fake.org('acme');
  const app = await start();
  const { page } = app;
  const pair = await keepOne(app, acme);
  await toHandOver(app, pair);
  acme.faults.add({ kind: 'too-many', resetInSeconds: 1 }, { method: 'DELETE', times: 1 });
  acme.faults.add({ kind: 'html', status: 504 }, { method: 'DELETE', times: 1, reaches: true });
  await insist(page);
  await expect(page.getByText(/answered 401 E0000011 to the old token/)).toBeVisible();
});

test('proves a revoke without an answer in time by a second one by id', async ({ start, fake }) => {
  test.slow();
  const acme = fake.org('acme');
  const app = await start();
  const { page } = app;
  const pair = await keepOne(app, acme);
  await toHandOver(app, pair);
  acme.faults.add({ kind: 'hang' }, { path: /current/, method: 'DELETE', times: 1 });
  await untilTimedOut(app, acme, 'DELETE', () => insist(page));
  await expect(page.getByRole('heading', { name: 'Rotated hr-sync' })).toBeVisible({ timeout: 40_000 });
  await expect(page.getByText('by its ID, with the new token')).toBeVisible();
  expect(listed(acme, pair.old.id)).toBe(false);
});

test('revokes a leaked token in two clicks, then replaces it', async ({ start, fake }) => {
  const acme = fake.org('acme');
  const app = await start();
  const { page, control } = app;
  const pair = await keepOne(app, acme);
  await callAs(fake, acme, pair.old.value, {
    userAgent: 'curl/8 thief',
    method: 'POST',
    path: '/api/v1/groups',
    body: { profile: { name: 'backdoor' } },
  });
  await button(page, 'Replace now').click();
  await button(page, 'Revoke it now').click();
  await expect(page.getByRole('heading', { name: 'Replacing hr-sync' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Revoked, with proof' })).toBeVisible();
  expect(listed(acme, pair.old.id)).toBe(false);
  await expect(page.getByRole('row', { name: /curl\/8 thief/ })).toBeVisible();
  await expect(row(page, 'hr-sync')).toContainText('Revoked');
  // The old token is gone, so the page must not say that it goes on.
  await expect(page.getByText('then clears the clipboard.', { exact: false })).toBeVisible();
  await expect(page.getByText('The old token continues to work')).toHaveCount(0);
  await control.writeClipboard(pair.fresh.value);
  await button(page, 'Paste from clipboard').click();
  await expect(button(page, 'Hand over')).toBeVisible();
  for (const box of await page.getByRole('checkbox').all()) await box.check();
  await button(page, 'Hand over').click();
  await button(page, 'Finish').click();
  await expect(page.getByRole('heading', { name: 'Rotated hr-sync' })).toBeVisible();
  await button(page, 'Token page').click();
  expect(await copied(app)).toBe(pair.fresh.value);
});
