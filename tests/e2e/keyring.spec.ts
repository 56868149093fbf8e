import { createDecipheriv, hkdfSync } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { FakeOkta } from '../fake-okta/server.ts';
import type { RunningApp } from '../support/launch.ts';
import { inMemory } from '../support/memory.ts';
import { type OwnKeyring, startOwnKeyring } from '../support/own-keyring.ts';
import { addToken, makeRecoveryKey, row } from '../support/steps.ts';
import { expect, test } from '../support/test.ts';

// The tests really lock and really empty a keyring on its own bus.
test.skip(process.platform !== 'linux', 'the keyring of this account is not to be locked');

// Each test starts the app about three times, and Argon2id is slow, most of all beside other tests.
test.describe.configure({ timeout: 180_000 });

let keyring: OwnKeyring;
test.beforeEach(async ({ folder }) => {
  keyring = await startOwnKeyring(folder);
});
test.afterEach(() => keyring.stop());

const passphrase = 'a good passphrase';
const vaultIn = (folder: string) => join(folder, 'Keyturn/keyturn.vault');
const issue = (fake: FakeOkta, name: string) =>
  fake.org('acme').org.issueToken({ owner: 'svc-terraform@acme.com', name }).value;
/** Returns the sealed value of the only token in a backup. */
function valueIn(backup: string): Buffer {
  const db = new DatabaseSync(backup, { readOnly: true });
  const [one] = db.prepare('SELECT value FROM tokens').all();
  db.close();
  return Buffer.from(one?.value as Uint8Array);
}
const add = (app: RunningApp, fake: FakeOkta, label: string) =>
  addToken(app, fake.org('acme'), { value: issue(fake, label), label });

/** Makes a recovery key in Settings and returns it. */
async function recoveryKeyOf({ page }: RunningApp): Promise<string> {
  await page.getByRole('button', { name: 'Settings' }).click();
  return makeRecoveryKey(page);
}

async function saveBackup({ page, control }: RunningApp, path: string): Promise<void> {
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('button', { name: 'Save a backup' }).click();
  await control.answerDialog({ canceled: false, filePath: path });
  const dialog = page.getByRole('dialog', { name: 'Save a backup' });
  await dialog.getByLabel('Passphrase', { exact: true }).fill(passphrase);
  await dialog.getByLabel('Passphrase again').fill(passphrase);
  await dialog.getByRole('button', { name: 'Choose where to save it' }).click();
  await expect(page.getByText('opened again to prove it')).toBeVisible({ timeout: 60_000 });
}

test('reports a locked keyring, opens by Try again once it is unlocked, and leaves the file unchanged', async ({
  start,
  fake,
  folder,
}) => {
  let app = await start({ env: keyring.env });
  await add(app, fake, 'kept');
  await app.quit();
  const before = readFileSync(vaultIn(folder));

  keyring.lock();
  app = await start({ env: keyring.env });
  await expect(app.page.getByRole('heading', { name: 'The keyring is not available' })).toBeVisible();
  await expect(app.page.getByRole('main')).toContainText('1 token cannot be opened now');
  await app.page.getByRole('button', { name: 'Try again' }).click();
  await expect(app.page.getByRole('heading', { name: 'The keyring is not available' })).toBeVisible();
  await app.quit();
  expect(readFileSync(vaultIn(folder)).equals(before)).toBe(true);

  app = await start({ env: keyring.env });
  await expect(app.page.getByRole('heading', { name: 'The keyring is not available' })).toBeVisible();
  keyring.unlock();
  await app.page.getByRole('button', { name: 'Try again' }).click();
  await expect(row(app.page, 'kept')).toBeVisible();
});

test('a reset keyring: takes the recovery key as people type it, and stores the key in the new keyring', async ({
  start,
  fake,
  folder,
}) => {
  let app = await start({ env: keyring.env });
  await add(app, fake, 'precious');
  const key = await recoveryKeyOf(app);
  await app.quit();
  const before = readFileSync(vaultIn(folder));

  keyring.forget();
  app = await start({ env: keyring.env });
  const { page } = app;
  await expect(page.getByRole('heading', { name: 'The key is gone from the keyring' })).toBeVisible();
  expect(readFileSync(vaultIn(folder)).equals(before)).toBe(true);
  await page.getByRole('button', { name: 'Use the recovery key' }).click();
  const open = async (typed: string) => {
    await page.getByLabel('Recovery key').fill(typed);
    await page.getByRole('button', { name: 'Open with the recovery key' }).click();
  };
  await open(key.slice(0, -2));
  await expect(page.getByRole('alert')).toContainText('2 characters are missing');
  await open(`${key.startsWith('7') ? '8' : '7'}${key.slice(1)}`);
  await expect(page.getByRole('alert')).toContainText('There is a slip in it.');
  await open(` ${key.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')} `);
  await expect(row(page, 'precious')).toBeVisible();
  await app.quit();
  app = await start({ env: keyring.env });
  await expect(row(app.page, 'precious')).toBeVisible();
});

test('a new computer: opens the backup, and refuses one with a changed bit', async ({
  start,
  fake,
  folder,
}) => {
  const backup = join(folder, 'mine.keyturn-backup');
  let app = await start({ env: keyring.env });
  await add(app, fake, 'carried over');
  await saveBackup(app, backup);
  await app.quit();

  const elsewhere = join(folder, 'elsewhere');
  mkdirSync(elsewhere);
  const other = await startOwnKeyring(elsewhere);
  try {
    app = await start({ env: other.env, userData: join(elsewhere, 'Keyturn') });
    const { page, control } = app;
    await page.getByRole('button', { name: 'Settings' }).click();
    const restore = async (path: string) => {
      await page.getByRole('button', { name: 'Restore a backup' }).click();
      const dialog = page.getByRole('dialog', { name: 'Restore a backup' });
      await control.answerDialog({ canceled: false, filePaths: [path] });
      await dialog.getByLabel(/^Passphrase/).fill(passphrase);
      await dialog.getByRole('button', { name: 'Choose the backup file' }).click();
    };
    const changed = join(folder, 'changed.keyturn-backup');
    const bytes = readFileSync(backup);
    // In the sealed value of the token: elsewhere SQLite may notice it first, and the sentence is another one.
    const at = bytes.indexOf(valueIn(backup)) + 20;
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    writeFileSync(changed, bytes);
    await restore(changed);
    await expect(page.getByRole('alert')).toContainText('changed or damaged since it was saved', {
      timeout: 60_000,
    });
    await page.keyboard.press('Escape');
    await restore(backup);
    await expect(page.getByRole('status').filter({ hasText: 'Restored: 1 token.' })).toContainText('.kept', {
      timeout: 60_000,
    });
    await page.getByRole('navigation').getByRole('button', { name: 'Tokens' }).first().click();
    await expect(row(page, 'carried over')).toBeVisible();
    await app.quit();
    app = await start({ env: other.env, userData: join(elsewhere, 'Keyturn') });
    await expect(row(app.page, 'carried over')).toBeVisible();
  } finally {
    other.stop();
  }
});

test('Lock takes the key out of memory', async ({ start, fake, folder }) => {
  const app = await start({ env: keyring.env });
  await add(app, fake, 'kept');
  // Only the app may open the vault. This test does not need what is still only in the log.
  const db = new DatabaseSync(`file:${vaultIn(folder)}?immutable=1`, { readOnly: true });
  const [wrapping] = db.prepare("SELECT wrapped FROM keys WHERE kind = 'keyring'").all();
  db.close();
  const wrapped = Buffer.from(wrapping?.wrapped as Uint8Array);
  const opener = createDecipheriv('aes-256-gcm', keyring.key(), wrapped.subarray(3, 15));
  opener.setAuthTag(wrapped.subarray(-16));
  const text = Buffer.concat([opener.update(wrapped.subarray(15, -16)), opener.final()]);
  const root = Buffer.from(text.toString('latin1'), 'base64');
  expect(root).toHaveLength(32);
  const derived = (purpose: string) =>
    Buffer.from(hkdfSync('sha256', root, Buffer.alloc(0), `keyturn ${purpose} v1`, 32));
  const wanted = new Map([
    ['data key', root],
    ['key of cells', derived('cells')],
    ['key of tags', derived('tags')],
    ['data key as text', text],
  ]);
  const { pid = 0 } = app.process;
  expect(inMemory(pid, wanted)).toEqual(expect.arrayContaining(['key of cells', 'key of tags', 'data key']));
  await app.page.getByRole('button', { name: 'Lock', exact: true }).click();
  await expect(app.page.getByRole('heading', { name: 'Keyturn is locked' })).toBeVisible();
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  expect(inMemory(pid, wanted)).toEqual([]);
  expect(readdirSync(join(folder, 'Keyturn')).length).toBeGreaterThan(0);
});
