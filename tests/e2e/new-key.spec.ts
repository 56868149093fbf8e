import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RunningApp } from '../support/launch.ts';
import { addToken, row } from '../support/steps.ts';
import { expect, test } from '../support/test.ts';

const noKeyring = { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nonexistent/bus' };
const phrase = 'otter lamp violin creek';
const pin = '264871';

const openDialog = async ({ page }: RunningApp) => {
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('button', { name: 'Make a new data key' }).click();
  return page.getByRole('dialog', { name: 'Make a new data key' });
};
/** Argon2 runs three times for a passcode, which is slow on a busy machine. */
const expectMade = ({ page }: RunningApp) =>
  expect(page.getByText('A new data key was made.')).toBeVisible({ timeout: 60_000 });

test('makes a new data key in Settings: the system asks, the tokens stay, a new recovery key replaces the earlier one', async ({
  start,
  fake,
  folder,
}) => {
  const acme = fake.org('acme');
  let app = await start();
  const { value } = acme.org.issueToken({ owner: 'svc-terraform@acme.com', name: 'terraform' });
  await addToken(app, acme, { value, label: 'mine' });
  const key = await app.page.evaluate(() => window.keyturn.vault.makeRecoveryKey());
  if (!key.ok) throw new Error('There is no recovery key.');
  await app.page.evaluate(() => window.keyturn.vault.backUpNow());
  const backups = join(folder, 'Keyturn', 'backups');
  const before = readdirSync(backups).map((name) => readFileSync(join(backups, name)));
  expect(before).toHaveLength(1);

  const dialog = await openDialog(app);
  await expect(dialog).toContainText('The current recovery key no longer works afterwards.');
  const make = dialog.getByRole('button', { name: 'Make the key' });
  // Without a passcode the system asks. A no changes nothing.
  await app.control.answerDialog({ response: 0 });
  await make.click();
  await expect.poll(async () => (await app.control.messageBoxes()).length).toBe(1);
  expect((await app.control.messageBoxes())[0]).toMatchObject({
    message: 'Make a new data key for Keyturn?',
    detail: expect.stringContaining('deletes the earlier daily backups'),
  });
  await expect(make).toBeEnabled();
  expect(readdirSync(backups).map((name) => readFileSync(join(backups, name)))).toEqual(before);

  await app.control.answerDialog({ response: 1 });
  await make.click();
  const shown = app.page.getByRole('dialog', { name: 'Recovery key' });
  const newRecoveryKey = (await shown.getByTestId('recovery-key').textContent()) ?? '';
  expect(newRecoveryKey).toMatch(/^(\w{4}-){9}\w{4}$/);
  expect(newRecoveryKey).not.toBe(key.value.recoveryKey);
  await app.page.keyboard.press('Escape');
  await shown.getByLabel('I have written it down').check();
  await shown.getByRole('button', { name: 'Done' }).click();
  await expectMade(app);
  const after = readdirSync(backups).map((name) => readFileSync(join(backups, name)));
  expect(after).toHaveLength(1);
  expect(after).not.toEqual(before);

  await app.page.getByRole('button', { name: 'Activity' }).click();
  await expect(app.page.getByText('New data key', { exact: true })).toBeVisible();
  const check = await app.page.evaluate(() => window.keyturn.activity.check());
  expect(check).toMatchObject({ ok: true, value: { ok: true } });
  await app.quit();

  app = await start();
  await expect(row(app.page, 'mine')).toBeVisible();
  await app.page.getByRole('button', { name: 'Test all' }).click();
  await expect(row(app.page, 'mine')).toContainText('Healthy');
});

test('makes a new data key only with the right passcode, which then opens the vault', async ({
  start,
  fake,
}) => {
  test.slow();
  const acme = fake.org('acme');
  let app = await start();
  const { value } = acme.org.issueToken({ owner: 'svc-terraform@acme.com', name: 'terraform' });
  await addToken(app, acme, { value, label: 'mine' });
  await app.control.answerDialog({ response: 1 });
  const chosen = await app.page.evaluate(
    (passcode) => window.keyturn.vault.choosePasscode({ passcode }),
    pin,
  );
  expect(chosen).toMatchObject({ ok: true });
  const dialog = await openDialog(app);
  const make = dialog.getByRole('button', { name: 'Make the key' });
  await make.click();
  await expect(dialog.getByRole('alert')).toContainText('Type it first.');
  await dialog.getByLabel('Your passcode').fill('264872');
  await make.click();
  await expect(dialog.getByRole('alert')).toContainText('not the passcode of this vault', {
    timeout: 60_000,
  });
  await dialog.getByLabel('Your passcode').fill(pin);
  await make.click();
  await expectMade(app);
  await expect(dialog).toBeHidden();
  await app.quit();

  app = await start();
  await app.page.getByLabel('Passcode').fill(pin);
  await app.page.keyboard.press('Enter');
  await expect(row(app.page, 'mine')).toBeVisible();
});

test('makes a new data key for a vault without a keyring by its passphrase', async ({ start, fake }) => {
  test.slow();
  const acme = fake.org('acme');
  let app = await start({ env: noKeyring });
  await app.page.getByLabel('Passphrase', { exact: true }).fill(phrase);
  await app.page.getByLabel('Passphrase again').fill(phrase);
  await app.page.getByRole('button', { name: 'Use a passphrase' }).click();
  const { value } = acme.org.issueToken({ owner: 'svc-terraform@acme.com', name: 'terraform' });
  await addToken(app, acme, { value, label: 'mine' });
  const dialog = await openDialog(app);
  await dialog.getByLabel('Your passphrase').fill(phrase);
  await dialog.getByRole('button', { name: 'Make the key' }).click();
  await expectMade(app);
  await app.quit();

  app = await start({ env: noKeyring });
  await app.page.getByLabel('Passphrase').fill(phrase);
  await app.page.keyboard.press('Enter');
  await expect(row(app.page, 'mine')).toBeVisible();
});
