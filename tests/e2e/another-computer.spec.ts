import { join } from 'node:path';
import { launch } from '../support/launch.ts';
import { addToken, row } from '../support/steps.ts';
import { expect, test } from '../support/test.ts';

test('exports tokens under a passphrase from Keyturn, and imports them on another computer', async ({
  start,
  fake,
  folder,
}) => {
  test.slow();
  const acme = fake.org('acme');
  const app = await start();
  const { value } = acme.org.issueToken({ owner: 'svc-siem@acme.com', name: 'a' });
  await addToken(app, acme, { value, label: 'carried over' });
  const path = join(folder, 'tokens.age');
  await app.page.getByRole('button', { name: 'Settings' }).click();
  await app.page.getByRole('button', { name: 'Export tokens' }).click();
  const dialog = app.page.getByRole('dialog', { name: 'Export tokens' });
  await dialog.getByLabel('Passphrase', { exact: true }).fill('123456789012');
  await dialog.getByLabel('Passphrase again').fill('123456789012');
  await dialog.getByRole('button', { name: 'Choose where to save it' }).click();
  await expect(dialog.getByRole('alert')).toContainText('easy to guess');
  await dialog.getByRole('button', { name: 'Make a passphrase' }).click();
  const passphrase = (await dialog.getByTestId('export-passphrase').textContent()) ?? '';
  await app.control.answerDialog({ canceled: false, filePath: path });
  await dialog.getByRole('button', { name: 'Choose where to save it' }).click();
  // scrypt runs twice, and other programs run beside it.
  await expect(app.page.getByText('opened again to prove it: 1 token')).toBeVisible({ timeout: 60_000 });
  await app.quit();

  const other = await launch({ userData: join(folder, 'Other'), extraCa: join(folder, 'ca.pem') });
  try {
    await other.page.getByRole('button', { name: 'Settings' }).click();
    await other.page.getByRole('button', { name: 'Import tokens' }).click();
    const importing = other.page.getByRole('dialog', { name: 'Import tokens' });
    const take = async (typed: string) => {
      await other.control.answerDialog({ canceled: false, filePaths: [path] });
      await importing.getByLabel('Passphrase of the file').fill(typed);
      await importing.getByRole('button', { name: 'Choose the file' }).click();
    };
    await take('not this one');
    await expect(importing.getByRole('alert')).toContainText('not the passphrase of this file', {
      timeout: 60_000,
    });
    await take(passphrase);
    await expect(other.page.getByText('Imported: 1 token.')).toBeVisible({ timeout: 60_000 });
    await other.page.getByRole('button', { name: 'Tokens' }).first().click();
    await expect(row(other.page, 'carried over')).toBeVisible();
  } finally {
    await other.kill();
  }
});
