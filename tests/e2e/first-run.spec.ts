import { join } from 'node:path';
import { addToken, row } from '../support/steps.ts';
import { expect, test } from '../support/test.ts';

const title = 'Keyturn manages your Okta API tokens';

test('a new vault opens on one page with three lines and three steps, and the first token opens the list', async ({
  start,
  fake,
}) => {
  const acme = fake.org('acme');
  let app = await start();
  const first = app.page.getByRole('main', { name: 'Welcome' });
  await expect(first.getByRole('heading', { name: title })).toBeVisible();
  await expect(first.getByRole('listitem')).toHaveCount(3);
  await expect(first.getByRole('button')).toHaveText([
    'Add token',
    'Try it with a demo org',
    'Restore a backup',
  ]);
  await expect(first.getByRole('button', { name: 'Add token' })).toBeFocused();
  await expect(app.page.getByRole('searchbox', { name: 'Filter tokens' })).toHaveCount(0);

  await app.page.keyboard.press('Enter');
  await app.page.getByLabel('Org URL').fill(acme.origin);
  await app.page.getByRole('button', { name: 'Continue' }).click();
  // The page under the wizard has a "Restore a backup". It must not be found as "Back".
  await app.page.getByRole('button', { name: 'Back' }).click();
  await app.page.keyboard.press('Escape');
  await app.page.getByRole('button', { name: 'Discard' }).click();
  await expect(first.getByRole('button', { name: 'Add token' })).toBeFocused();

  await app.quit();
  app = await start();
  await expect(app.page.getByRole('heading', { name: title })).toBeVisible();
  const { value } = acme.org.issueToken({ owner: 'svc-terraform@acme.com', name: 't' });
  await addToken(app, acme, { value, label: 'mine' });
  await expect(app.page.getByRole('heading', { name: title })).toHaveCount(0);
});

test('after the removal of every token the list is empty, also after a restart', async ({ start, fake }) => {
  const acme = fake.org('acme');
  let app = await start();
  const { value } = acme.org.issueToken({ owner: 'svc-terraform@acme.com', name: 't' });
  await addToken(app, acme, { value, label: 'mine' });
  await app.page.getByRole('button', { name: 'Remove from Keyturn' }).click();
  await app.page.getByRole('button', { name: 'Remove', exact: true }).click();
  await expect(app.page.getByRole('button', { name: 'Add your first token' })).toBeVisible();
  await expect(app.page.getByRole('heading', { name: title })).toHaveCount(0);
  await app.quit();
  app = await start();
  await expect(app.page.getByRole('button', { name: 'Add your first token' })).toBeVisible();
  await expect(app.page.getByRole('searchbox', { name: 'Filter tokens' })).toBeFocused();
  await expect(app.page.getByRole('heading', { name: title })).toHaveCount(0);
});

test('the first page restores a backup from another computer', async ({ start, fake, folder }) => {
  test.setTimeout(120_000);
  const acme = fake.org('acme');
  const path = join(folder, 'mine.keyturn-backup');
  const before = await start();
  const { value } = acme.org.issueToken({ owner: 'svc-terraform@acme.com', name: 't' });
  await addToken(before, acme, { value, label: 'carried' });
  await before.control.answerDialog({ canceled: false, filePath: path });
  const saved = await before.page.evaluate(() =>
    window.keyturn.vault.saveBackup({ passphrase: 'a good passphrase' }),
  );
  expect(saved).toMatchObject({ ok: true });
  await before.quit();

  const { page, control } = await start({ userData: join(folder, 'Another') });
  await page.getByRole('button', { name: 'Restore a backup' }).click();
  await control.answerDialog({ canceled: false, filePaths: [path] });
  await page.getByLabel('Passphrase of the backup').fill('a good passphrase');
  await page.getByRole('button', { name: 'Choose the backup file' }).click();
  await expect(row(page, 'carried')).toBeVisible({ timeout: 60_000 });
  await expect(page.getByRole('heading', { name: title })).toHaveCount(0);
});
