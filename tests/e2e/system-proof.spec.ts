import type { Page } from 'playwright-core';
import type { RunningApp } from '../support/launch.ts';
import { addToken, makeRecoveryKey, row } from '../support/steps.ts';
import { expect, test } from '../support/test.ts';

const pin = '264871';
const issue = (acme: { org: { issueToken: (o: { owner: string; name: string }) => { value: string } } }) =>
  acme.org.issueToken({ owner: 'svc-terraform@acme.com', name: 'terraform' }).value;
const touchId = (page: Page) => page.getByRole('switch', { name: /with Touch ID$/ });
const openSettings = (page: Page) => page.getByRole('button', { name: 'Settings' }).click();
const refused = 'Touch ID was cancelled or did not recognise you';

async function lockNow(page: Page): Promise<void> {
  const fresh = page.waitForEvent('load');
  await page.getByRole('button', { name: 'Lock', exact: true }).click();
  await fresh;
  await expect(page.getByRole('heading', { name: 'Keyturn is locked' })).toBeVisible();
}

async function copy({ page }: RunningApp): Promise<void> {
  await page.getByRole('button', { name: /^Tokens/ }).click();
  await row(page, 'mine').click();
  await page.getByRole('button', { name: 'Copy', exact: true }).click();
}

test('asks for Touch ID at each unlock and before a copy, once Touch ID switched it on; the recovery key is the fallback', async ({
  start,
  fake,
}) => {
  const acme = fake.org('acme');
  const value = issue(acme);
  let app = await start({ touchId: true });
  await addToken(app, acme, { value, label: 'mine' });
  await openSettings(app.page);
  await expect(app.page.getByText('This lock keeps nobody out')).toBeVisible();
  // It cannot be switched on without a way out, or without an answer.
  await touchId(app.page).click();
  await expect(app.page.getByRole('alert')).toContainText('Make a recovery key or choose a passcode first.');
  const recoveryKey = await makeRecoveryKey(app.page);
  await touchId(app.page).click();
  await expect(app.page.getByRole('alert')).toContainText(refused);
  await expect(touchId(app.page)).not.toBeChecked();
  await app.control.touchIdAnswers('given');
  await touchId(app.page).click();
  await expect(touchId(app.page)).toBeChecked();
  await expect(app.page.getByText('the keyring alone holds their key')).toBeVisible();

  await app.control.touchIdAnswers('cancelled');
  await lockNow(app.page);
  await expect(app.page.getByText('Touch ID asks who you are before they open.')).toBeVisible();
  await expect(app.page.getByText('This lock keeps nobody out')).toBeHidden();
  await app.page.getByRole('button', { name: 'Unlock' }).click();
  await expect(app.page.getByRole('alert')).toContainText(refused);
  await app.control.touchIdAnswers('given');
  await app.page.getByRole('button', { name: 'Unlock' }).click();
  await expect(row(app.page, 'mine')).toBeVisible();

  // A minute later the unlock is no longer a proof.
  await app.control.moveClock(61_000);
  await app.control.touchIdAnswers('cancelled');
  await app.control.writeClipboard('before');
  await copy(app);
  const dialog = app.page.getByRole('dialog', { name: 'Prove that it is you' });
  await dialog.getByRole('button', { name: 'Use Touch ID' }).click();
  await expect(dialog.getByRole('alert')).toContainText(refused);
  expect(await app.control.readClipboard()).toBe('before');
  await app.control.touchIdAnswers('given');
  await dialog.getByRole('button', { name: 'Use Touch ID' }).click();
  await expect(app.page.getByText(/Clipboard clears in/)).toBeVisible();
  expect(await app.control.readClipboard()).toBe(value);
  expect((await app.control.touchIdAsked()).slice(-2)).toEqual(Array(2).fill('copy a value'));
  await app.quit();

  app = await start({ touchId: true });
  await app.control.touchIdAnswers('absent');
  await app.page.getByRole('button', { name: 'Unlock' }).click();
  await expect(app.page.getByRole('alert')).toContainText('Touch ID cannot be used now');
  await app.page.getByRole('button', { name: 'Use the recovery key' }).click();
  await app.page.getByLabel('Recovery key').fill(recoveryKey);
  await app.page.getByRole('button', { name: 'Open with the recovery key' }).click();
  await expect(row(app.page, 'mine')).toBeVisible();
  // It cannot answer any more, so a dialog of the system asks whether to switch it off.
  await openSettings(app.page);
  await touchId(app.page).click();
  await expect
    .poll(async () => (await app.control.messageBoxes()).at(-1)?.message)
    .toBe('Stop asking who you are?');
  await expect(touchId(app.page)).toBeChecked();
  await app.control.answerDialog({ response: 1 });
  await touchId(app.page).click();
  await expect(app.page.getByText('This lock keeps nobody out')).toBeVisible();
});

test('Touch ID replaces the passcode while Keyturn is open; an unlock and switching it off take the passcode', async ({
  start,
  fake,
}) => {
  const acme = fake.org('acme');
  const value = issue(acme);
  const app = await start({ touchId: true });
  const { page, control } = app;
  await addToken(app, acme, { value, label: 'mine' });
  await control.answerDialog({ response: 1 });
  await page.evaluate((passcode) => window.keyturn.vault.choosePasscode({ passcode }), pin);
  await control.touchIdAnswers('given');
  await openSettings(page);
  // Keyturn asks for the present proof first.
  await touchId(page).click();
  const passcode = page.getByRole('dialog', { name: 'Enter your passcode' });
  await expect(passcode).toContainText('before the system asks from now on');
  await passcode.getByLabel('Passcode').fill(pin);
  await page.keyboard.press('Enter');
  await expect(touchId(page)).toBeChecked();

  await control.moveClock(61_000);
  await copy(app);
  await passcode.getByRole('button', { name: 'Use Touch ID' }).click();
  await expect(page.getByText(/Clipboard clears in/)).toBeVisible();
  expect(await control.readClipboard()).toBe(value);

  const before = (await control.touchIdAsked()).length;
  await lockNow(page);
  await expect(page.getByText('your passcode is a part of the key')).toBeVisible();
  await page.getByLabel('Passcode').fill(pin);
  await page.keyboard.press('Enter');
  await expect(row(page, 'mine')).toBeVisible();
  expect(await control.touchIdAsked()).toHaveLength(before);

  await openSettings(page);
  await touchId(page).click();
  const off = page.getByRole('dialog', { name: 'Switch it off' });
  await off.getByLabel('Passcode').fill('999000');
  await page.keyboard.press('Enter');
  await expect(off.getByRole('alert')).toContainText('not the passcode');
  await off.getByLabel('Passcode').fill(pin);
  await page.keyboard.press('Enter');
  await expect(off).toBeHidden();
  await expect(touchId(page)).not.toBeChecked();
});

test('sets a passcode only after the system’s answer', async ({ start, fake }) => {
  const acme = fake.org('acme');
  const app = await start({ touchId: true });
  const { page, control } = app;
  await addToken(app, acme, { value: issue(acme), label: 'mine' });
  await openSettings(page);
  await makeRecoveryKey(page);
  await control.touchIdAnswers('given');
  await touchId(page).click();
  await expect(touchId(page)).toBeChecked();
  await control.moveClock(61_000);
  await page.getByRole('button', { name: 'Choose a passcode' }).click();
  const choosing = page.getByRole('dialog', { name: 'Choose a passcode' });
  await choosing.getByLabel('New passcode', { exact: true }).fill(pin);
  await choosing.getByLabel('New passcode again').fill(pin);
  await choosing.getByRole('button', { name: 'Choose passcode' }).click();
  await control.answerDialog({ response: 1 });
  await page
    .getByRole('dialog', { name: 'Prove that it is you' })
    .getByRole('button', { name: 'Use Touch ID' })
    .click();
  await expect(page.getByRole('button', { name: 'Change the passcode' })).toBeVisible();
  expect((await control.touchIdAsked()).at(-1)).toBe('choose a passcode');
});

test('Settings says in the disabled row that the system has no such question', async ({ start }) => {
  test.skip(process.platform === 'darwin', 'macOS may have Touch ID');
  const { page } = await start();
  await openSettings(page);
  const setting = page.getByRole('switch', { name: 'Unlock with a question of the system' });
  await expect(setting).toBeDisabled();
  await expect(setting).toHaveAccessibleDescription(/no question that Keyturn can use/);
});
