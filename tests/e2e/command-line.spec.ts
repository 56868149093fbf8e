import { join } from 'node:path';
import { keyturn } from '../support/program.ts';
import { addToken } from '../support/steps.ts';
import { expect, test } from '../support/test.ts';

test('keyturn in a terminal: ls, test, rotate and status ask the running app, and wait for the unlock', async ({
  start,
  fake,
  folder,
}) => {
  const acme = fake.org('acme');
  const app = await start();
  const { page } = app;
  const userData = join(folder, 'Keyturn');
  expect(await keyturn(userData, ['status'])).toMatchObject({ code: 0 });
  const { value } = acme.org.issueToken({ owner: 'svc-terraform@acme.com', name: 'terraform' });
  await addToken(app, acme, { value, label: 'Terraform prod' });

  const listed = await keyturn(userData, ['ls']);
  expect([listed.code, listed.err]).toEqual([0, '']);
  expect(listed.out).toMatch(/\nterraform-prod +\S+ +svc-terraform@acme\.com /);
  const tested = await keyturn(userData, ['test', 'terraform-prod', '--json']);
  expect(tested.code).toBe(0);
  expect(JSON.parse(tested.out)).toMatchObject({ working: true, outcome: 'Working' });
  expect(`${listed.out}${tested.out}`).not.toContain(value);
  // The window shows the result of the command's test.
  await page.getByRole('button', { name: 'Activity' }).click();
  await expect(page.getByRole('main')).toContainText('Terraform prod');

  expect(await keyturn(userData, ['rotate', 'terraform-prod'])).toMatchObject({
    code: 0,
    out: 'The window of Keyturn shows the rotation of Terraform prod.\n',
  });
  await expect(page.getByRole('heading', { name: 'Terraform prod' }).first()).toBeVisible();

  await page.getByRole('button', { name: 'Lock', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Unlock' })).toBeVisible();
  const waiting = keyturn(userData, ['ls', '--json']);
  await expect
    .poll(async () => (await app.control.notifications()).map(({ body }) => body))
    .toContain('A command waits for you to unlock Keyturn.');
  await page.getByRole('button', { name: 'Unlock' }).click();
  const { code, out, err } = await waiting;
  expect([code, err]).toEqual([0, 'keyturn: Keyturn is locked. Unlock it to continue.\n']);
  expect(JSON.parse(out)).toHaveLength(1);

  await app.quit();
  expect(await keyturn(userData, ['ls'])).toEqual({
    code: 69,
    out: '',
    err: 'keyturn: Keyturn does not run. Start it, or add --start to the command.\n',
  });
  expect(await keyturn(userData, ['help'])).toMatchObject({
    code: 0,
    out: expect.stringContaining('Usage: keyturn'),
  });
});
