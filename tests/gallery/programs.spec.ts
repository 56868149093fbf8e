import { join } from 'node:path';
import { allow, exec, keepMore, ownProgram, runOwn, script } from '../support/program.ts';
import { addToken } from '../support/steps.ts';
import { expect, test } from '../support/test.ts';
import { camera } from './camera.ts';

test.setTimeout(240_000);

test('programs', async ({ start, fake, folder }) => {
  const acme = fake.org('acme');
  const app = await start();
  const { page } = app;
  const picture = camera(app, 'programs');
  const { value } = acme.org.issueToken({ owner: 'svc-terraform@acme.com', name: 'terraform' });
  await addToken(app, acme, { value, label: 'terraform-prod-2026-11' });
  await page.getByRole('tab', { name: 'Programs', exact: true }).click();
  await picture('shut');
  await page.getByRole('switch', { name: 'Let programs use it without having it' }).click();
  const { address } = await page.evaluate(async () => {
    for (;;) {
      const read = await window.keyturn.programs.state();
      if (read.ok && (read.value.address !== null || read.value.trouble !== '')) return read.value;
    }
  });
  expect(address).not.toBeNull();
  await picture('open');
  await page.getByRole('button', { name: 'Terraform (okta/okta)' }).click();
  await picture('tool-terraform');
  await page.getByRole('button', { name: 'All tools' }).click();
  await page.getByRole('button', { name: 'Okta SDK for Node.js' }).click();
  await page.getByRole('button', { name: 'Look for the first call' }).click();
  await page.getByText('Waiting for the first call.').scrollIntoViewIfNeeded();
  await picture('tool-waits');
  await page.getByRole('button', { name: 'All tools' }).click();
  const door = `${address}/terraform-prod-2026-11/api/v1`;
  const first = script(`${door}/users?limit=20`);
  const dialog = page.getByRole('alertdialog', { name: 'A program asks for a token' });
  await expect(dialog.getByRole('button', { name: 'Allow once' })).toBeEnabled();
  await picture('asks');
  await allow(app, 'Allow until lock');
  await first.said;
  const own = runOwn(ownProgram(folder), `${door}/users?limit=20`);
  await expect(dialog.getByRole('button', { name: 'Always for this program' })).toBeEnabled();
  await picture('asks-always');
  await allow(app, 'Always for this program');
  await own;
  await script(`${door}/groups`).said;
  await script(`${door}/users/00u1`, `{ method: 'DELETE' }`).said;
  await script(`${door}/logs?limit=1`).said;
  await picture('used');
  await page.getByRole('button', { name: 'Change', exact: true }).click();
  await picture('rules');
  await page.getByLabel(/may ask for the value itself/).check();
  await keepMore(app);
  const words = ['--value', 'terraform-prod-2026-11', '--', 'terraform', 'apply'];
  const given = exec(join(folder, 'Keyturn'), words);
  await expect(dialog.getByRole('button', { name: 'Give it once' })).toBeEnabled();
  await picture('asks-for-value');
  await dialog.getByRole('button', { name: 'Deny' }).click();
  await given;
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('heading', { name: 'Programs' }).scrollIntoViewIfNeeded();
  await picture('settings');
});
