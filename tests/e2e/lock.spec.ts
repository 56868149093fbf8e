import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { RunningApp } from '../support/launch.ts';
import { allow, askDialog, exec, openDoor, script } from '../support/program.ts';
import { addToken, makeRecoveryKey, openWizardAtCapture, pasteAndContinue, row } from '../support/steps.ts';
import { expect, test } from '../support/test.ts';

const pin = '264871';
const locked = (page: Page) => page.getByRole('heading', { name: 'Keyturn is locked' });
const issue = (acme: { org: { issueToken: (o: { owner: string; name: string }) => { value: string } } }) =>
  acme.org.issueToken({ owner: 'svc-terraform@acme.com', name: 'terraform' }).value;

/** Locks, and waits until the page has reloaded: text typed into the earlier page would be lost. */
async function lockNow(page: Page): Promise<void> {
  const fresh = page.waitForEvent('load');
  await page.getByRole('button', { name: 'Lock', exact: true }).click();
  await fresh;
  await expect(locked(page)).toBeVisible();
}

async function unlockBy(page: Page, passcode: string): Promise<void> {
  await page.getByLabel('Passcode').fill(passcode);
  await page.keyboard.press('Enter');
}

/** Fills in the dialog and presses its button. `says` is the person's answer to the system's dialog, if there is one. */
async function choose(
  { page, control }: RunningApp,
  passcode: string,
  { again = passcode, says = null }: { again?: string; says?: 'yes' | 'no' | null } = {},
): Promise<void> {
  if (says !== null) await control.answerDialog({ response: says === 'yes' ? 1 : 0 });
  const dialog = page.getByRole('dialog', { name: /^(Choose|Change) / });
  await dialog.getByLabel('New passcode', { exact: true }).fill(passcode);
  await dialog.getByLabel('New passcode again').fill(again);
  await dialog.getByRole('button', { name: /^(Choose|Change) passcode$/ }).click();
}

test('says without a passcode that the lock only hides the window, and offers a passcode once at the first save', async ({
  start,
  fake,
}) => {
  const acme = fake.org('acme');
  const app = await start();
  const { page } = app;
  await lockNow(page);
  await expect(page.getByText('This lock keeps nobody out')).toBeVisible();
  await page.getByRole('button', { name: 'Unlock' }).click();

  await openWizardAtCapture(page, acme);
  await pasteAndContinue(app, issue(acme));
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByText('lock of Keyturn keeps nobody out')).toBeVisible();
  await page.getByRole('button', { name: 'Choose a passcode' }).click();
  await choose(app, pin, { says: 'yes' });
  // The wizard is at the same step, and the offer is gone.
  await expect(page.getByRole('dialog', { name: 'Choose a passcode' })).toBeHidden();
  await expect(page.getByText('lock of Keyturn keeps nobody out')).toBeHidden();
  await page.getByLabel('Label').fill('mine');
  await page.getByRole('button', { name: 'Save token' }).click();
  await expect(row(page, 'mine')).toBeVisible();
  await lockNow(page);
  await unlockBy(page, pin);
  await expect(row(page, 'mine')).toBeVisible();
});

test('a passcode is judged when it is chosen, and asked for after a restart', async ({ start, fake }) => {
  const acme = fake.org('acme');
  let app = await start();
  await addToken(app, acme, { value: issue(acme), label: 'mine' });
  await app.page.getByRole('button', { name: 'Settings' }).click();
  await app.page.getByRole('button', { name: 'Choose a passcode' }).click();
  await expect(app.page.getByRole('dialog')).toContainText('You have no recovery key.');
  await choose(app, '123456');
  await expect(app.page.getByRole('alert')).toContainText('easy to guess');
  await choose(app, 'password1');
  await expect(app.page.getByRole('alert')).toContainText('easy to guess');
  await choose(app, pin, { again: '264872' });
  await expect(app.page.getByRole('alert')).toContainText('passcodes differ');
  // A script in the window cannot choose a passcode: the system asks.
  await choose(app, pin, { says: 'no' });
  await expect.poll(async () => (await app.control.messageBoxes()).length).toBe(1);
  expect((await app.control.messageBoxes())[0]).toMatchObject({
    message: 'Choose this passcode for Keyturn?',
    detail: expect.stringContaining('You have no recovery key'),
  });
  await choose(app, pin, { says: 'yes' });
  await expect(app.page.getByRole('button', { name: 'Change the passcode' })).toBeVisible();
  await app.quit();

  app = await start();
  await expect(locked(app.page)).toBeVisible();
  await unlockBy(app.page, '999000');
  await expect(app.page.getByRole('alert')).toContainText('not the passcode');
  await unlockBy(app.page, pin);
  await expect(row(app.page, 'mine')).toBeVisible();
});

test('changes and removes a passcode with the present one', async ({ start, fake }) => {
  const acme = fake.org('acme');
  let app = await start();
  await addToken(app, acme, { value: issue(acme), label: 'mine' });
  await app.page.evaluate(() => window.keyturn.vault.makeRecoveryKey());
  await app.control.answerDialog({ response: 1 });
  await app.page.evaluate((passcode) => window.keyturn.vault.choosePasscode({ passcode }), pin);
  await app.page.getByRole('button', { name: 'Settings' }).click();
  await app.page.getByRole('button', { name: 'Change the passcode' }).click();
  await expect(app.page.getByRole('dialog')).toContainText('your recovery key opens your tokens.');
  await app.page.getByLabel('Current passcode').fill('999000');
  await choose(app, 'otter lamp violin creek');
  await expect(app.page.getByRole('alert')).toContainText('not the passcode');
  await app.page.getByLabel('Current passcode').fill(pin);
  await choose(app, 'otter lamp violin creek');
  await expect(app.page.getByRole('dialog')).toBeHidden();
  await lockNow(app.page);
  await unlockBy(app.page, 'otter lamp violin creek');
  await expect(row(app.page, 'mine')).toBeVisible();

  await app.page.getByRole('button', { name: 'Settings' }).click();
  await app.page.getByRole('button', { name: 'Remove the passcode' }).click();
  await app.page.getByLabel('Current passcode').fill('otter lamp violin creek');
  await app.page.getByRole('dialog').getByRole('button', { name: 'Remove passcode' }).click();
  await expect(app.page.getByText('This lock keeps nobody out')).toBeVisible();
  await app.quit();
  app = await start();
  await expect(row(app.page, 'mine')).toBeVisible();
});

test('wrong attempts wait with a countdown, even after a restart, and the recovery key opens meanwhile', async ({
  start,
  fake,
}) => {
  const acme = fake.org('acme');
  let app = await start();
  await addToken(app, acme, { value: issue(acme), label: 'mine' });
  await app.page.getByRole('button', { name: 'Settings' }).click();
  const key = await makeRecoveryKey(app.page);
  await app.page.getByRole('button', { name: 'Choose a passcode' }).click();
  await choose(app, pin, { says: 'yes' });
  await expect(app.page.getByRole('button', { name: 'Change the passcode' })).toBeVisible();
  await lockNow(app.page);
  const tried = await app.page.evaluate(async () => {
    const codes: string[] = [];
    for (let n = 0; n < 6; n++) {
      const answer = await window.keyturn.vault.unlock({ passphrase: '000000' });
      codes.push(answer.ok ? 'open' : answer.error.code);
    }
    return codes;
  });
  expect(tried).toEqual([...Array(5).fill('wrong-passcode'), 'wait']);
  const timer = app.page.getByRole('timer');
  await expect(timer).toContainText('accepts the next attempt in 00:');
  const first = await timer.textContent();
  await expect(timer).not.toHaveText(first ?? '');
  await expect(app.page.getByRole('button', { name: 'Unlock' })).toBeDisabled();
  await app.kill();

  app = await start();
  expect(await app.page.evaluate(() => window.keyturn.vault.status())).toMatchObject({
    value: { phase: 'locked', lock: { failures: 5 } },
  });
  await app.page.getByRole('button', { name: 'Use the recovery key' }).click();
  await app.page.getByLabel('Recovery key').fill(key);
  await app.page.getByRole('button', { name: 'Open with the recovery key' }).click();
  await expect(app.page.getByRole('dialog', { name: 'Choose a new passcode' })).toBeVisible();
  await choose(app, '918273', { says: 'yes' });
  await expect(app.page.getByRole('dialog')).toBeHidden();
  await expect(row(app.page, 'mine')).toBeVisible();
  await lockNow(app.page);
  await unlockBy(app.page, '918273');
  await expect(row(app.page, 'mine')).toBeVisible();
});

test('copying asks for the passcode, which then also counts for a new recovery key', async ({
  start,
  fake,
}) => {
  const acme = fake.org('acme');
  const app = await start();
  const { page, control } = app;
  const value = issue(acme);
  await addToken(app, acme, { value, label: 'mine' });
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('button', { name: 'Choose a passcode' }).click();
  await choose(app, pin, { says: 'yes' });
  await expect(page.getByRole('button', { name: 'Change the passcode' })).toBeVisible();
  await page.getByRole('button', { name: /^Tokens/ }).click();
  await row(page, 'mine').click();
  await control.writeClipboard('before');
  const copy = page.getByRole('button', { name: 'Copy', exact: true });
  const dialog = page.getByRole('dialog', { name: 'Enter your passcode' });

  // A person who cancels sees no message and gets nothing.
  await copy.click();
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(dialog).toBeHidden();
  await copy.click();
  await dialog.getByLabel('Passcode').fill('999000');
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('alert')).toContainText('not the passcode');
  expect(await control.readClipboard()).toBe('before');
  await dialog.getByLabel('Passcode').fill(pin);
  await page.keyboard.press('Enter');
  await expect(page.getByText(/Clipboard clears in/)).toBeVisible();
  expect(await control.readClipboard()).toBe(value);

  await page.getByRole('button', { name: 'Settings' }).click();
  expect(await makeRecoveryKey(page)).toMatch(/^(\w{4}-){9}\w{4}$/);
});

test('asks for the passcode before a program gets the value or changes something, and not for reading', async ({
  start,
  fake,
  folder,
}) => {
  const acme = fake.org('acme');
  const app = await start();
  const { page, control } = app;
  const { address, value } = await openDoor(app, acme);
  await control.answerDialog({ response: 1 });
  await page.evaluate(async () => {
    const { programs, tokens } = window.keyturn;
    const listed = await tokens.list();
    const tokenId = listed.ok ? (listed.value[0]?.id ?? '') : '';
    const read = await programs.door({ tokenId });
    if (!read.ok) throw new Error('no door');
    const { alias: _alias, ...door } = read.value;
    return programs.setDoor({ tokenId, door: { ...door, access: 'change', value: true } });
  });
  await control.answerDialog({ response: 1 });
  await page.evaluate((passcode) => window.keyturn.vault.choosePasscode({ passcode }), pin);

  const passcode = page.getByRole('dialog', { name: 'Enter your passcode' });
  const given = exec(join(folder, 'Keyturn'), [
    ...['--value', '--no-masking', 'terraform-prod', '--'],
    ...[process.execPath, '-e', 'console.log(process.env.OKTA_API_TOKEN)'],
  ]);
  await askDialog(page).getByRole('button', { name: 'Give it once' }).click();
  await expect(passcode).toContainText('before a program gets a value');
  // A person who cancels has not answered, so the program still waits.
  await passcode.getByRole('button', { name: 'Cancel' }).click();
  await allow(app, 'Give it once');
  await passcode.getByLabel('Passcode').fill(pin);
  await page.keyboard.press('Enter');
  expect((await given).out).toBe(`${value}\n`);

  await control.moveClock(61_000);
  const reading = script(`${address}/api/v1/users/me`);
  await allow(app, 'Allow once');
  expect(await reading.said).toMatch(/^200 /);
  const changing = script(`${address}/api/v1/groups`, `{ method: 'POST', body: '{}' }`);
  await allow(app, 'Allow once');
  await expect(passcode).toContainText('before programs may do more');
  await passcode.getByLabel('Passcode').fill(pin);
  await page.keyboard.press('Enter');
  await changing.said;
  expect(acme.requests.map(({ method, path }) => `${method} ${path}`)).toContain('POST /api/v1/groups');
});
