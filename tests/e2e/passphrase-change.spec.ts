import { addToken, row } from '../support/steps.ts';
import { expect, test } from '../support/test.ts';

const noKeyring = { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nonexistent/bus' };
const first = 'otter lamp violin creek';
const second = 'marble kettle forest banjo';

test('the passphrase is changed in Settings, and the earlier one opens nothing afterwards', async ({
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
    await dialog.getByLabel('Present passphrase').fill(present);
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
