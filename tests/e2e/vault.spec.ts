import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { skipOn } from '../support/host.ts';
import { launch } from '../support/launch.ts';
import { addToken, makeRecoveryKey, openWizardAtCapture, result, row } from '../support/steps.ts';
import { expect, test } from '../support/test.ts';

const noKeyring = { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nonexistent/bus' };
const issue = (acme: { org: { issueToken: (o: { owner: string; name: string }) => { value: string } } }) =>
  acme.org.issueToken({ owner: 'svc-terraform@acme.com', name: 'terraform' }).value;

test('keeps tokens, tests and settings after quitting and after kill -9', async ({ start, fake }) => {
  const acme = fake.org('acme');
  let app = await start();
  await addToken(app, acme, { value: issue(acme), label: 'kept' });
  await app.quit();
  expect(app.process.exitCode).toBe(0);

  app = await start();
  await expect(row(app.page, 'kept')).toContainText('Healthy');
  await addToken(app, acme, { value: issue(acme), label: 'second' });
  await app.kill();

  app = await start();
  await expect(row(app.page, 'kept')).toBeVisible();
  await row(app.page, 'second').click();
  await expect(result(app.page)).toHaveText(/^Working\./);
  await app.page.getByRole('button', { name: 'Test', exact: true }).click();
  await app.page.getByRole('tab', { name: 'Activity' }).click();
  await expect(app.page.getByRole('list', { name: 'Tests' }).getByRole('listitem')).toHaveCount(2);
});

test('Lock removes everything from the page, and Unlock asks the keyring', async ({ start, fake }) => {
  const acme = fake.org('acme');
  const app = await start();
  const { page } = app;
  await addToken(app, acme, { value: issue(acme), label: 'secret label' });
  await expect(page.getByRole('navigation')).toContainText('GNOME Keyring');
  await expect(page.getByRole('navigation')).toContainText('Locks in 15 minutes');
  await page.getByRole('button', { name: 'Lock', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Keyturn is locked' })).toBeVisible();
  // The page reloads meanwhile.
  await expect(async () => expect(await page.content()).not.toContain('secret label')).toPass();
  const asked = await page.evaluate(() => window.keyturn.tokens.list());
  expect(asked).toMatchObject({ ok: false, error: { code: 'vault-locked' } });
  await page.getByRole('button', { name: 'Unlock' }).click();
  await expect(row(page, 'secret label')).toBeVisible();
});

test('locks by the menu and on suspend, even with an open dialog', async ({ start, fake }) => {
  const app = await start();
  const { page, control } = app;
  const unlock = async () => {
    await expect(page.getByRole('heading', { name: 'Keyturn is locked' })).toBeVisible();
    await page.getByRole('button', { name: 'Unlock' }).click();
    await expect(page.getByRole('button', { name: 'Add token' })).toBeVisible();
  };
  await openWizardAtCapture(page, fake.org('acme'));
  await control.power('suspend');
  await unlock();
  await control.clickMenu('File', 'Lock');
  await unlock();
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByLabel('Lock on suspend').click();
  await expect(page.getByLabel('Lock on suspend')).not.toBeChecked();
  await control.power('suspend');
  await page.waitForTimeout(300);
  await expect(page.getByRole('heading', { name: 'Settings' })).toBeVisible();
});

test('no keyring: writes nothing before a passphrase is chosen, and opens only by it', async ({
  start,
  fake,
  folder,
}) => {
  const acme = fake.org('acme');
  let app = await start({ env: noKeyring });
  await expect(app.page.getByRole('heading', { name: 'This computer has no keyring' })).toBeVisible();
  expect(readdirSync(join(folder, 'Keyturn')).filter((name) => name.includes('vault'))).toEqual([]);
  await app.page.getByLabel('Passphrase', { exact: true }).fill('short');
  await app.page.getByRole('button', { name: 'Use a passphrase' }).click();
  await expect(app.page.getByRole('alert')).toContainText('at least 8 characters');
  await app.page.getByLabel('Passphrase', { exact: true }).fill('correct horse battery');
  await app.page.getByLabel('Passphrase again').fill('correct horse');
  await app.page.getByRole('button', { name: 'Use a passphrase' }).click();
  await expect(app.page.getByRole('alert')).toContainText('passphrases differ');
  await app.page.getByLabel('Passphrase again').fill('correct horse battery');
  await app.page.getByRole('button', { name: 'Use a passphrase' }).click();
  await addToken(app, acme, { value: issue(acme), label: 'under a passphrase' });
  await expect(app.page.getByRole('main')).toContainText('encrypted with your passphrase on this computer');
  await app.quit();

  app = await start({ env: noKeyring });
  await app.page.getByLabel('Passphrase').fill('wrong horse');
  await app.page.getByRole('button', { name: 'Unlock' }).click();
  await expect(app.page.getByRole('alert')).toContainText('not the passphrase');
  await app.page.getByLabel('Passphrase').fill('correct horse battery');
  await app.page.keyboard.press('Enter');
  await expect(row(app.page, 'under a passphrase')).toBeVisible();
});

test('recognises a keyring by what it writes, whatever the backend is called', async ({ start }) => {
  let app = await start({ env: noKeyring, storageBackend: 'gnome_libsecret' });
  await expect(app.page.getByRole('heading', { name: 'This computer has no keyring' })).toBeVisible();
  await app.quit();
  app = await start({ storageBackend: 'basic_text' });
  await expect(app.page.getByText('No tokens yet')).toBeVisible();
  await expect(app.page.getByRole('navigation')).toContainText('the system keyring');
});

test('a forgotten passphrase: the recovery key opens, and a backup can be restored', async ({
  start,
  fake,
}) => {
  const acme = fake.org('acme');
  let app = await start({ env: noKeyring });
  await app.page.getByLabel('Passphrase', { exact: true }).fill('correct horse battery');
  await app.page.getByLabel('Passphrase again').fill('correct horse battery');
  await app.page.getByRole('button', { name: 'Use a passphrase' }).click();
  await addToken(app, acme, { value: issue(acme), label: 'still there' });
  await app.page.getByRole('button', { name: 'Settings' }).click();
  const key = await makeRecoveryKey(app.page);
  await app.quit();

  app = await start({ env: noKeyring });
  await expect(app.page.getByRole('button', { name: 'Restore a backup' })).toBeVisible();
  await app.page.getByRole('button', { name: 'Use the recovery key' }).click();
  await app.page.getByLabel('Recovery key').fill(key);
  await app.page.getByRole('button', { name: 'Open with the recovery key' }).click();
  await expect(row(app.page, 'still there')).toBeVisible();
});

test('no keyring: keeps tokens for this session only', async ({ start, fake, folder }) => {
  const acme = fake.org('acme');
  let app = await start({ env: noKeyring });
  await app.page.getByRole('button', { name: 'Keep for this session only' }).click();
  await addToken(app, acme, { value: issue(acme), label: 'fleeting' });
  await expect(app.page.getByRole('navigation')).toContainText('Gone when Keyturn quits');
  await expect(app.page.getByRole('button', { name: 'Lock', exact: true })).toHaveCount(0);
  await app.quit();
  expect(readdirSync(join(folder, 'Keyturn')).filter((name) => name.includes('vault'))).toEqual([]);
  app = await start({ env: noKeyring });
  await expect(app.page.getByRole('heading', { name: 'This computer has no keyring' })).toBeVisible();
});

test('the keyring lost the key: the recovery key opens the vault again', async ({ start, fake }) => {
  const acme = fake.org('acme');
  let app = await start();
  await openWizardAtCapture(app.page, acme);
  await app.control.writeClipboard(issue(acme));
  await app.page.getByRole('button', { name: 'Paste from clipboard' }).click();
  for (const heading of ['Test', 'Save']) {
    await app.page.getByRole('button', { name: 'Continue' }).click();
    await app.page.getByRole('heading', { name: heading, exact: true }).waitFor();
  }
  await app.page.getByLabel('Label').fill('precious');
  await app.page.getByRole('button', { name: 'Save token' }).click();
  await app.page.getByRole('button', { name: 'Make a recovery key' }).click();
  const key = (await app.page.getByTestId('recovery-key').textContent()) ?? '';
  await expect(app.page.getByRole('button', { name: 'Done' })).toBeDisabled();
  await app.page.getByLabel('I have written it down').check();
  await app.page.getByRole('button', { name: 'Done' }).click();
  await app.quit();

  app = await start({ keyring: 'lost' });
  await expect(app.page.getByRole('heading', { name: 'The key is gone from the keyring' })).toBeVisible();
  await expect(app.page.getByRole('main')).toContainText('1 token cannot be opened');
  await app.page.getByRole('button', { name: 'Use the recovery key' }).click();
  await app.page.getByLabel('Recovery key').fill(key.replace(/^.{4}/, 'AAAA'));
  await app.page.getByRole('button', { name: 'Open with the recovery key' }).click();
  await expect(app.page.getByRole('alert')).toContainText('not the recovery key');
  await app.page.getByLabel('Recovery key').fill(key.toLowerCase());
  await app.page.getByRole('button', { name: 'Open with the recovery key' }).click();
  await expect(row(app.page, 'precious')).toBeVisible();
  await app.quit();
  app = await start();
  await expect(row(app.page, 'precious')).toBeVisible();
});

test('reports a locked keyring and opens by trying again; after a lost one it starts over beside the old file', async ({
  start,
  fake,
  folder,
}) => {
  const acme = fake.org('acme');
  let app = await start();
  await addToken(app, acme, { value: issue(acme), label: 'old' });
  await app.quit();
  const before = readFileSync(join(folder, 'Keyturn/keyturn.vault'));

  app = await start({ keyring: 'flaky' });
  await expect(app.page.getByRole('heading', { name: 'The keyring is not available' })).toBeVisible();
  await app.page.getByRole('button', { name: 'Try again' }).click();
  await expect(app.page.getByRole('heading', { name: 'The keyring is not available' })).toBeVisible();
  await app.quit();
  expect(readFileSync(join(folder, 'Keyturn/keyturn.vault')).equals(before)).toBe(true);

  app = await start({ keyring: 'lost' });
  await app.page.getByRole('button', { name: 'Start over' }).click();
  await app.page.getByRole('button', { name: 'Not yet' }).click();
  await app.page.getByRole('button', { name: 'Start over' }).click();
  await app.page.getByRole('alertdialog').getByRole('button', { name: 'Start over' }).click();
  await expect(app.page.getByText('No tokens yet')).toBeVisible();
  const kept = readdirSync(join(folder, 'Keyturn')).find((name) => name.endsWith('.kept')) ?? '';
  expect(readFileSync(join(folder, 'Keyturn', kept)).equals(before)).toBe(true);
});

test('saves a backup from Settings, and restores it when the vault is damaged', async ({
  start,
  fake,
  folder,
}) => {
  const acme = fake.org('acme');
  let app = await start();
  await addToken(app, acme, { value: issue(acme), label: 'backed up' });
  await app.page.getByRole('button', { name: 'Settings' }).click();
  await app.page.getByRole('button', { name: 'Save a backup' }).click();
  const path = join(folder, 'b.keyturn-backup');
  await app.control.answerDialog({ canceled: false, filePath: path });
  const dialog = app.page.getByRole('dialog', { name: 'Save a backup' });
  await dialog.getByLabel('Passphrase', { exact: true }).fill('a good passphrase');
  await dialog.getByLabel('Passphrase again').fill('a good passphrase');
  await dialog.getByRole('button', { name: 'Choose where to save it' }).click();
  // Argon2id runs twice, and other programs run beside it.
  await expect(app.page.getByText('opened again to prove it: 1 token')).toBeVisible({ timeout: 60_000 });
  await app.quit();

  const db = new DatabaseSync(join(folder, 'Keyturn/keyturn.vault'));
  db.exec('PRAGMA user_version = 99');
  db.close();
  app = await start();
  await expect(app.page.getByRole('heading', { name: 'Written by a newer Keyturn' })).toBeVisible();
  await app.page.getByRole('button', { name: 'Start over' }).click();
  await app.page.getByRole('alertdialog').getByRole('button', { name: 'Start over' }).click();
  await expect(app.page.getByText('No tokens yet')).toBeVisible();
  await app.quit();

  const { writeFileSync } = await import('node:fs');
  writeFileSync(join(folder, 'Keyturn/keyturn.vault'), 'not a vault at all'.repeat(500));
  app = await start();
  await expect(app.page.getByRole('heading', { name: 'This is not a vault' })).toBeVisible();
  await app.page.getByRole('button', { name: 'Restore a backup' }).click();
  await app.control.answerDialog({ canceled: false, filePaths: [path] });
  await app.page.getByLabel('Passphrase of the backup').fill('not this one');
  await app.page.getByRole('button', { name: 'Choose the backup file' }).click();
  await expect(app.page.getByRole('alert')).toContainText('not the passphrase of this backup');
  await app.control.answerDialog({ canceled: false, filePaths: [path] });
  await app.page.getByLabel('Passphrase of the backup').fill('a good passphrase');
  await app.page.getByRole('button', { name: 'Choose the backup file' }).click();
  await expect(row(app.page, 'backed up')).toBeVisible();
});

test('one damaged value costs only its token, which can be pasted again', async ({ start, fake, folder }) => {
  const acme = fake.org('acme');
  let app = await start();
  await addToken(app, acme, { value: issue(acme), label: 'damaged' });
  const second = acme.org.issueToken({ owner: 'svc-siem@acme.com', name: 'fine' });
  await addToken(app, acme, { value: second.value, label: 'fine' });
  await app.quit();
  const db = new DatabaseSync(join(folder, 'Keyturn/keyturn.vault'));
  const [first] = db.prepare('SELECT id, value FROM tokens ORDER BY created_at').all();
  const value = Buffer.from(first?.value as Uint8Array);
  value[20] = (value[20] ?? 0) ^ 1;
  db.prepare('UPDATE tokens SET value = ? WHERE id = ?').run(value, String(first?.id));
  db.close();

  app = await start();
  const { page, control } = app;
  await expect(row(page, 'fine')).toContainText('Healthy');
  await expect(row(page, 'damaged')).toContainText('Paste it again');
  await row(page, 'damaged').click();
  await expect(page.getByRole('button', { name: 'Test', exact: true })).toBeDisabled();
  await page.getByRole('button', { name: 'Paste it again' }).click();
  await expect(page.getByRole('heading', { name: 'Capture' })).toBeVisible();
  await control.writeClipboard(issue(acme));
  await page.getByRole('button', { name: 'Paste from clipboard' }).click();
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByLabel('Label')).toHaveValue('damaged');
  await page.getByRole('button', { name: 'Save token' }).click();
  await expect(row(page, 'damaged')).toContainText('Healthy');
  await expect(page.getByRole('grid', { name: 'Tokens' }).getByRole('row')).toHaveCount(2);
});

test('an update packed under another name and version opens what was kept', async ({
  start,
  fake,
  folder,
}) => {
  const acme = fake.org('acme');
  const { value } = acme.org.issueToken({ owner: 'svc-terraform@acme.com', name: 'kept' });
  const app = await start();
  await addToken(app, acme, { value, label: 'kept' });
  await app.quit();
  const renamed = join(folder, 'renamed');
  mkdirSync(renamed);
  const root = join(import.meta.dirname, '../..');
  for (const part of ['out', 'resources']) symlinkSync(join(root, part), join(renamed, part));
  const manifest = {
    name: 'other',
    productName: 'Other',
    version: '9.9.9',
    type: 'module',
    main: 'out/main/index.js',
  };
  writeFileSync(join(renamed, 'package.json'), JSON.stringify(manifest));
  const updated = await start({ app: renamed });
  await row(updated.page, 'kept').click();
  await updated.page.getByRole('button', { name: 'Test', exact: true }).click();
  await expect(result(updated.page)).toHaveText(/^Working\./);
  await updated.page.getByRole('button', { name: 'Settings' }).click();
  await expect(updated.page.getByRole('main')).toContainText('9.9.9');
});

test('a second instance brings the first to the front and ends', async ({ start, folder }) => {
  const app = await start();
  await expect(app.page.getByText('No tokens yet')).toBeVisible();
  const second = launch({ userData: join(folder, 'Keyturn') });
  await expect(second).rejects.toThrow(/already running, its window was brought to the front/);
  await expect
    .poll(async () => (await app.control.windows())[0])
    .toMatchObject({ visible: true, minimized: false });
  await expect(app.page.getByText('No tokens yet')).toBeVisible();
});

/** Returns the Chromium processes that use a folder, oldest first. */
function chromiumsOn(userData: string): string[] {
  try {
    const found = execFileSync('pgrep', ['-f', `user-data-dir=${userData}`], { encoding: 'utf8' });
    return found
      .trim()
      .split('\n')
      .sort((a, b) => Number(a) - Number(b));
  } catch {
    return [];
  }
}

test('killing the main process ends every process of the window', async ({ start, folder }) => {
  const userData = join(folder, 'Keyturn');
  const app = await start();
  expect(chromiumsOn(userData).length).toBeGreaterThan(0);
  await app.kill();
  await expect.poll(() => chromiumsOn(userData), { timeout: 15_000 }).toEqual([]);
});

test('killing the browser of the window ends the app', async ({ start, folder }) => {
  skipOn('electron', 'Electron is one program: its window has no browser of its own that could be killed.');
  const again = await start();
  const [browser] = chromiumsOn(join(folder, 'Keyturn'));
  process.kill(Number(browser), 'SIGKILL');
  await expect
    .poll(() => again.process.exitCode !== null || again.process.signalCode !== null, { timeout: 15_000 })
    .toBe(true);
});

test('closing the window quits the app', async ({ start }) => {
  const app = await start();
  await app.control.closeWindow().catch(() => undefined);
  await expect.poll(() => app.process.exitCode, { timeout: 15_000 }).toBe(0);
});
