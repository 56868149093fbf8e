import { appendFileSync } from 'node:fs';
import { allow, askDialog, doorCard, openDoor, ownProgram, runOwn, script } from '../support/program.ts';
import { row } from '../support/steps.ts';
import { expect, test } from '../support/test.ts';

test('a program that is allowed always is not asked about again, until its file changes or a person revokes it', async ({
  start,
  fake,
  folder,
}) => {
  const acme = fake.org('acme');
  const report = ownProgram(folder);
  let app = await start();
  const { address } = await openDoor(app, acme);
  const me = `${address}/api/v1/users/me`;
  const first = runOwn(report, me);
  await expect(askDialog(app.page)).toContainText('Let okta-report use terraform-prod?');
  await allow(app, 'Always for this program');
  expect(await first).toMatch(/svc-terraform@acme\.com.* 200$/s);
  const [shown] = (await app.control.messageBoxes()).slice(-1);
  expect(shown).toMatchObject({
    message: 'Always let okta-report use terraform-prod?',
    buttons: ['Cancel', 'Always allow'],
    defaultId: 0,
  });
  expect(shown?.detail).toContain('Everything that it reads below /api/v1/, until you revoke this');
  expect(shown?.detail).toContain(`Runs from: ${report}`);
  expect(shown?.detail).toMatch(/SHA-256 of the file: [0-9a-f]{64}/);

  // From another shell, after a restart and an unlock.
  expect(await runOwn(report, me)).toMatch(/ 200$/);
  await app.quit();
  app = await start();
  const { page } = app;
  await row(page, 'terraform-prod').waitFor();
  expect(await runOwn(report, me)).toMatch(/ 200$/);
  await page.getByRole('button', { name: 'Lock', exact: true }).click();
  await page.getByRole('button', { name: 'Unlock' }).waitFor();
  acme.requests.length = 0;
  const whileLocked = runOwn(report, me);
  await expect
    .poll(async () => (await app.control.notifications()).map(({ body }) => body))
    .toContain('A program asks to use a token. Unlock Keyturn to answer it.');
  expect(acme.requests).toEqual([]);
  await page.getByRole('button', { name: 'Unlock' }).click();
  expect(await whileLocked).toMatch(/ 200$/);
  await expect(askDialog(page)).toHaveCount(0);

  await page.getByRole('button', { name: 'Settings' }).click();
  const list = page.getByRole('list', { name: 'Always allowed' });
  await expect(list.getByRole('listitem')).toHaveCount(1);
  await expect(list).toContainText('okta-report with terraform-prod');
  await expect(list).toContainText(/Reads below \/api\/v1\/, since .*, last used just now/);
  await expect(list).toContainText(report);

  // Its file changes.
  appendFileSync(report, '\n');
  const changed = runOwn(report, me);
  await expect(askDialog(page)).toContainText(
    'The file of this program changed after you had allowed it always',
  );
  await expect(list).toContainText('The file changed.');
  await allow(app, 'Always for this program');
  expect(await changed).toMatch(/ 200$/);
  await expect(list).not.toContainText('The file changed.');
  expect(await runOwn(report, me)).toMatch(/ 200$/);

  // Revoked.
  await list.getByRole('button', { name: 'Revoke: okta-report, terraform-prod' }).click();
  await expect(page.getByText('No program. When a program asks')).toBeVisible();
  const revoked = runOwn(report, me);
  await askDialog(page).getByRole('button', { name: 'Deny' }).click();
  expect(await revoked).toMatch(/denied this program.* 403$/s);
  await page.getByRole('button', { name: 'Activity' }).click();
  const log = page.getByRole('main');
  await expect(log).toContainText('was allowed always to read below /api/v1/.');
  await expect(log).toContainText(`The file ${report} changed, so it is no longer always allowed.`);
  await expect(log).toContainText(`${report} is no longer always allowed.`);
});

test('always is not offered for a program that runs a script, and the window says why', async ({
  start,
  fake,
}) => {
  const acme = fake.org('acme');
  const app = await start();
  const { page } = app;
  const { address } = await openDoor(app, acme);
  const { said } = script(`${address}/api/v1/users/me`);
  await expect(askDialog(page)).toContainText('this program does what a script or a command line tells it');
  await expect(askDialog(page).getByRole('button')).toHaveText([
    'Deny',
    'Allow until lock',
    'Allow for 15 minutes',
    'Allow once',
  ]);
  await allow(app, 'Allow once');
  expect(await said).toMatch(/^200 /);
  await expect(doorCard(page)).toContainText('No program. When a program asks');
});
