import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
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

test('keyturn as npm’s bin asks the running app, and a signal ends a command that waits', async ({
  start,
  folder,
}) => {
  const app = await start();
  const bin = (...words: string[]) =>
    spawn(process.execPath, ['tools/setup/keyturn.mjs', `--user-data=${join(folder, 'Keyturn')}`, ...words], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  const status = bin('status', '--json');
  const ended = once(status, 'close');
  expect(JSON.parse(await text(status.stdout))).toMatchObject({ locked: false });
  expect(await ended).toEqual([0, null]);
  await app.page.getByRole('button', { name: 'Lock', exact: true }).click();
  await expect(app.page.getByRole('button', { name: 'Unlock' })).toBeVisible();
  const waiting = bin('ls');
  const [said] = (await once(waiting.stderr, 'data')) as [Buffer];
  expect(said.toString()).toBe('keyturn: Keyturn is locked. Unlock it to continue.\n');
  const closed = once(waiting, 'close');
  waiting.kill('SIGTERM');
  expect(await closed).toEqual([143, null]);
});
