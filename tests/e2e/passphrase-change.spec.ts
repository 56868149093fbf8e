import { addToken, row } from '../support/steps.ts';
import { expect, test } from '../support/test.ts';

const noKeyring = { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nonexistent/bus' };
const first = 'otter lamp violin creek';
const second = 'marble kettle forest banjo';

test('changes the passphrase in Settings, and the earlier one then opens nothing', async ({
  start,
  fake,
}) => {
  const acme = fake.org('acme');
  let app = await start({ env: noKeyring });
  await app.page.getByLabel('Passphrase', { exact: true }).fill(first);
  await app.page.getByLabel('Passphrase again').fill(first);
  await app.page.getByRole('button', { name: 'Use a passphrase' }).click();
  const { value } = acme.org.issueToken({ owner: 'svc-terraform@acme.com', name: 'terraform' });
  await addToken(app, acme, { value, label: 'mine' });
  await app.page.getByRole('button', { name: 'Settings' }).click();
  await app.page.getByRole('button', { name: 'Change the passphrase' }).click();
  const dialog = app.page.getByRole('dialog', { name: 'Change the passphrase' });
  const change = async (present: string, passphrase: string) => {
    await dialog.getByLabel('Current passphrase').fill(present);
    await dialog.getByLabel('Passphrase', { exact: true }).fill(passphrase);
    await dialog.getByLabel('Passphrase again').fill(passphrase);
    await dialog.getByRole('button', { name: 'Change passphrase' }).click();
  };
  await change('another one', second);
  await expect(dialog.getByRole('alert')).toContainText('not the passphrase of this vault');
  await change(first, 'password1');
  await expect(dialog.getByRole('alert')).toContainText('easy to guess');
  await change(first, second);
  await expect(dialog).toBeHidden();
  await expect(app.page.getByText('The passphrase was changed.')).toBeVisible();
  await app.quit();

  app = await start({ env: noKeyring });
  await app.page.getByLabel('Passphrase').fill(first);
  await app.page.getByRole('button', { name: 'Unlock' }).click();
  await expect(app.page.getByRole('alert')).toContainText('not the passphrase');
  await app.page.getByLabel('Passphrase').fill(second);
  await app.page.keyboard.press('Enter');
  await expect(row(app.page, 'mine')).toBeVisible();
});

test('changes a forgotten passphrase after the recovery key opened the vault, by a question of the system and without the present one', async ({
  start,
  fake,
}) => {
  const acme = fake.org('acme');
  // Without a bus, a second request to the Chromium host's keyring would be answered from the kernel's keyring. So the host is told to have none.
  const app = await start({ env: { ...noKeyring, KEYTURN_HOST_SAFE_STORAGE: 'none' } });
  const { page, control } = app;
  await page.getByLabel('Passphrase', { exact: true }).fill(first);
  await page.getByLabel('Passphrase again').fill(first);
  await page.getByRole('button', { name: 'Use a passphrase' }).click();
  const { value } = acme.org.issueToken({ owner: 'svc-terraform@acme.com', name: 'terraform' });
  await addToken(app, acme, { value, label: 'mine' });
  const made = await page.evaluate(() => window.keyturn.vault.makeRecoveryKey());
  if (!made.ok) throw new Error('There is no recovery key.');
  const script = (passphrase: string) =>
    page.evaluate((typed) => window.keyturn.vault.changePassphrase({ passphrase: typed }), passphrase);
  expect(await script(second)).toMatchObject({ ok: false, error: { code: 'wrong-passphrase' } });
  const fresh = page.waitForEvent('load');
  await page.getByRole('button', { name: 'Lock', exact: true }).click();
  await fresh;
  await page.getByRole('button', { name: 'recovery key' }).click();
  await page.getByLabel('Recovery key').fill(made.value.recoveryKey);
  await page.getByRole('button', { name: 'Open with the recovery key' }).click();
  await expect(row(page, 'mine')).toBeVisible();

  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('button', { name: 'Change the passphrase' }).click();
  const dialog = page.getByRole('dialog', { name: 'Change the passphrase' });
  await expect(dialog.getByLabel('Current passphrase')).toHaveCount(0);
  const change = async (says: 'yes' | 'no') => {
    await control.answerDialog({ response: says === 'yes' ? 1 : 0 });
    await dialog.getByLabel('Passphrase', { exact: true }).fill(second);
    await dialog.getByLabel('Passphrase again').fill(second);
    await dialog.getByRole('button', { name: 'Change passphrase' }).click();
  };
  await change('no');
  await expect.poll(async () => (await control.messageBoxes()).length).toBe(1);
  expect((await control.messageBoxes())[0]?.message).toBe('Choose this passphrase for Keyturn?');
  await expect(dialog).toBeVisible();
  await change('yes');
  await expect(dialog).toBeHidden();
  await expect(page.getByText('The passphrase was changed.')).toBeVisible();
  const locked = page.waitForEvent('load');
  await page.getByRole('button', { name: 'Lock', exact: true }).click();
  await locked;
  await page.getByLabel('Passphrase').fill(second);
  await page.keyboard.press('Enter');
  await expect(row(page, 'mine')).toBeVisible();
});
