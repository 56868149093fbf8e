import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { addToken, row } from '../support/steps.ts';
import { expect, test } from '../support/test.ts';

test('the vault is backed up when the app ends; the newest backup is checked, and restored when the vault is damaged', async ({
  start,
  fake,
  folder,
}) => {
  const acme = fake.org('acme');
  let app = await start();
  await addToken(app, acme, {
    value: acme.org.issueToken({ owner: 'svc-siem@acme.com', name: 'a' }).value,
    label: 'kept by the day',
  });
  await app.quit();
  expect(readdirSync(join(folder, 'Keyturn/backups'))).toHaveLength(1);

  app = await start();
  await app.page.getByRole('button', { name: 'Settings' }).click();
  await app.page.getByRole('button', { name: 'Check the newest' }).click();
  await expect(app.page.getByText('1 token readable. Nothing was changed.')).toBeVisible();
  await app.quit();

  writeFileSync(join(folder, 'Keyturn/keyturn.vault'), 'not a vault at all'.repeat(500));
  app = await start();
  await expect(app.page.getByRole('heading', { name: 'This is not a vault' })).toBeVisible();
  await app.page.getByRole('button', { name: /^Restore 2/ }).click();
  await app.page.getByRole('alertdialog').getByRole('button', { name: 'Restore it' }).click();
  await expect(row(app.page, 'kept by the day')).toBeVisible();
  expect(readdirSync(join(folder, 'Keyturn')).some((name) => name.endsWith('.kept'))).toBe(true);
});

test('Settings reports a backup that fails, and the app continues', async ({ start, fake, folder }) => {
  const acme = fake.org('acme');
  const backups = join(folder, 'Keyturn/backups');
  mkdirSync(join(folder, 'Keyturn'), { recursive: true });
  writeFileSync(backups, 'a file where the folder should be');
  const app = await start();
  await addToken(app, acme, {
    value: acme.org.issueToken({ owner: 'svc-siem@acme.com', name: 'a' }).value,
    label: 'goes on',
  });
  await app.page.getByRole('button', { name: 'Settings' }).click();
  await app.page.getByRole('button', { name: 'Back up now' }).click();
  await expect(app.page.getByRole('alert')).toContainText("Today's backup was not made");
  rmSync(backups);
  await app.page.getByRole('button', { name: 'Back up now' }).click();
  await expect(app.page.getByRole('alert')).toBeHidden();
  await expect(app.page.getByRole('list', { name: 'Daily backups' }).getByRole('listitem')).toHaveCount(1);
});
