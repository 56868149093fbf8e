import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { trayImage } from '../../src/main/platform/tray-image.ts';
import type { FakeOkta } from '../fake-okta/server.ts';
import type { RunningApp } from '../support/launch.ts';
import { addApp } from '../support/oauth.ts';
import { addToken, openWizardAtCapture, pasteAndContinue, row } from '../support/steps.ts';
import { expect, test } from '../support/test.ts';

const root = join(import.meta.dirname, '../..');
const owner = 'svc-terraform@acme.com';
const day = 86_400_000;
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const nav = (page: Page, name: string | RegExp) => page.getByRole('navigation').getByRole('button', { name });

/** Moves Okta's clock, the app's and the window's together. */
async function pass(fake: FakeOkta, { control, page }: RunningApp, ms: number): Promise<void> {
  fake.clock.advance(ms);
  await control.moveClock(ms);
  await page.evaluate((by) => {
    const now = Date.now.bind(Date);
    Date.now = () => now() + by;
  }, ms);
  await control.power('resume');
}

async function neverLock(page: Page): Promise<void> {
  await nav(page, 'Settings').click();
  await page.getByLabel('Lock after').selectOption('Never');
  // Every read of the System Log uses a token. This test counts only the calls that keep it alive.
  await page.getByLabel('Keep the use of tokens for').selectOption('Do not read the log');
  await nav(page, /^Tokens/).click();
}

test('keeps a token alive by one light call near its end, and says so; off means never', async ({
  start,
  fake,
}) => {
  const acme = fake.org('acme');
  const app = await start();
  const { page } = app;
  await addToken(app, acme, { value: acme.org.issueToken({ owner, name: 'a' }).value, label: 'audit' });
  await addToken(app, acme, { value: acme.org.issueToken({ owner, name: 'b' }).value, label: 'other' });
  await neverLock(page);
  await row(page, 'audit').click();
  await button(page, 'Keep it alive').click();
  await expect(page.getByText(/prevents Okta's clean-up/)).toBeVisible();
  await page.getByLabel('Reason').fill('used once a year');
  // The day before the month, as everywhere in English, whatever language Chromium has.
  const until = new Date(Date.now() + 60 * day);
  const two = (n: number) => String(n).padStart(2, '0');
  const field = page.getByRole('group', { name: 'Until' });
  await field.getByRole('spinbutton').first().click();
  const [first, last] = [1, 365].map((days) =>
    new Date(Date.now() + days * day).toLocaleDateString('en-GB', { dateStyle: 'medium' }),
  );
  await page.keyboard.type('31122099');
  await button(page, 'Keep alive').click();
  await expect(page.getByText(`Choose a day from ${first} to ${last}.`)).toBeVisible();
  await expect(field.getByRole('spinbutton').first()).toBeFocused();
  await page.keyboard.type(`${two(until.getDate())}${two(until.getMonth() + 1)}${until.getFullYear()}`);
  await expect(field).toHaveText(/^\W*\d{2}\W*\/\W*\d{2}\W*\/\W*\d{4}\W*$/);
  await button(page, 'Keep alive').click();
  const end = until.toLocaleDateString('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });
  await expect(page.getByText(new RegExp(`^On until ${end}: used once a year\\.`))).toBeVisible();
  const before = acme.requests.length;
  await pass(fake, app, 24 * day);
  // The calls are spread over ten minutes.
  await pass(fake, app, 11 * 60_000);
  await expect(page.getByText(/Last call .*: working\./)).toBeVisible();
  const calls = acme.requests.slice(before);
  expect(calls.map(({ method, path }) => `${method} ${path}`)).toEqual(['GET /api/v1/users/me']);
  await button(page, 'Change').click();
  await button(page, 'Stop keeping it alive').click();
  await expect(page.getByText(/^Off\. If nothing uses it/)).toBeVisible();
  await pass(fake, app, 25 * day);
  await pass(fake, app, 11 * 60_000);
  expect(acme.requests.length - before).toBe(1);
});

test('the wizard offers keep alive, off unless a reason is given', async ({ start, fake }) => {
  const acme = fake.org('acme');
  const app = await start();
  const { page } = app;
  await openWizardAtCapture(page, acme);
  await pasteAndContinue(app, acme.org.issueToken({ owner, name: 'quarterly' }).value);
  await button(page, 'Continue').click();
  await expect(page.getByLabel('Keep alive')).not.toBeChecked();
  await page.getByLabel('Keep alive').check();
  await button(page, 'Save token').click();
  await expect(page.getByRole('dialog', { name: 'Add token' })).toBeVisible();
  await page.getByLabel('Reason').fill('runs once a quarter');
  await button(page, 'Save token').click();
  await button(page, 'Not now').click();
  await expect(page.getByText(/^On until .*: runs once a quarter\./)).toBeVisible();
});

test('after a month of sleep: one notice, in the system and in the inbox, without a name on the lock screen', async ({
  start,
  fake,
}) => {
  const acme = fake.org('acme');
  const app = await start();
  const { page, control } = app;
  await addToken(app, acme, { value: acme.org.issueToken({ owner, name: 'n' }).value, label: 'nightly' });
  await neverLock(page);
  await pass(fake, app, 32 * day);
  await expect
    .poll(() => control.notifications())
    .toEqual([
      { title: 'Keyturn', body: 'An API token has most likely expired. Open Keyturn to see which.' },
    ]);
  await expect(nav(page, /Upcoming.*1 new/)).toBeVisible();
  await control.clickNotification();
  await expect(page.getByRole('heading', { name: 'nightly', level: 1 })).toBeVisible();
  await nav(page, /Upcoming/).click();
  const inbox = page.getByRole('list', { name: 'Inbox' });
  await expect(inbox.getByRole('listitem')).toHaveCount(1);
  await expect(inbox).toContainText('Has most likely expired');
  await expect(inbox).toContainText('New');
  await nav(page, /^Tokens/).click();
  await expect(nav(page, /new/)).toHaveCount(0);
  await pass(fake, app, 2 * day);
  expect(await control.notifications()).toHaveLength(1);
});

test('says once that the next key of an OAuth app is due, and leads to the app', async ({ start, fake }) => {
  const acme = fake.org('acme');
  const app = await start();
  const { page, control } = app;
  await addApp(page, acme, { label: 'report', purpose: 'Reporting' });
  await neverLock(page);
  await pass(fake, app, 91 * day);
  await expect
    .poll(() => control.notifications())
    .toEqual([{ title: 'Keyturn', body: 'The next key of an OAuth app is due. Open Keyturn to see which.' }]);
  await control.clickNotification();
  await expect(page.getByRole('heading', { name: 'report', level: 1 })).toBeVisible();
  await nav(page, /Upcoming.*1 new/).click();
  const inbox = page.getByRole('list', { name: 'Inbox' });
  await expect(inbox.getByRole('listitem')).toHaveCount(1);
  await expect(inbox).toContainText('Key due');
  await expect(inbox).toContainText(
    /Its next key was due on .+, every 90 days\. Rotate the key on its Key tab\./,
  );
  await inbox.getByRole('button', { name: 'report' }).click();
  await expect(page.getByRole('tab', { name: 'Key', exact: true })).toBeVisible();
  await pass(fake, app, 1 * day);
  expect(await control.notifications()).toHaveLength(1);
});

test('names nothing in a notice while locked for weeks, and fills the inbox after Unlock', async ({
  start,
  fake,
}) => {
  const acme = fake.org('acme');
  const app = await start();
  const { page, control } = app;
  await addToken(app, acme, { value: acme.org.issueToken({ owner, name: 'n' }).value, label: 'nightly' });
  await nav(page, /^Lock/).click();
  await button(page, 'Unlock').waitFor();
  fake.clock.advance(24 * day);
  await control.moveClock(24 * day);
  await control.power('resume');
  await expect
    .poll(() => control.notifications())
    .toEqual([{ title: 'Keyturn', body: 'An API token expires soon. Unlock Keyturn to see which.' }]);
  expect((await control.trays())[0]?.toolTip).toBe('Keyturn: Locked');
  await button(page, 'Unlock').click();
  await nav(page, /Upcoming.*1 new/).click();
  await expect(page.getByRole('list', { name: 'Inbox' })).toContainText('nightly');
  expect(await control.notifications()).toHaveLength(1);
});

test('the tray names what needs a person, tests all, opens a token and locks, and can be switched off', async ({
  start,
  fake,
}) => {
  const acme = fake.org('acme');
  const app = await start();
  const { page, control } = app;
  const issued = acme.org.issueToken({ owner, name: 'n' });
  await addToken(app, acme, { value: issued.value, label: 'nightly' });
  await expect.poll(async () => (await control.trays())[0]?.toolTip).toBe('Keyturn: Your token is healthy');
  const image = async () => (await control.trays())[0]?.image ?? '';
  expect(await image()).toBe(join(root, 'resources/tray', trayImage(process.platform, false)));
  acme.org.revoke(issued.id);
  await control.clickTray('Test all');
  await expect.poll(async () => (await control.trays())[0]?.toolTip).toBe('Keyturn: 1 of 1 token needs you');
  expect(await image()).toBe(join(root, 'resources/tray', trayImage(process.platform, true)));
  await nav(page, 'Settings').click();
  await control.clickTray('nightly: Failing');
  await expect(page.getByRole('heading', { name: 'nightly', level: 1 })).toBeVisible();
  await nav(page, 'Settings').click();
  await page.getByRole('switch', { name: 'Show in the tray' }).click();
  await expect.poll(() => control.trays()).toEqual([]);
  await page.getByRole('switch', { name: 'Show in the tray' }).click();
  await expect.poll(async () => (await control.trays()).length).toBe(1);
  await control.clickTray('Lock');
  await expect(button(page, 'Unlock')).toBeVisible();
});

test('start at login writes an autostart entry, and removes it', async ({ start, folder }) => {
  const app = await start({ env: { XDG_CONFIG_HOME: folder } });
  const { page } = app;
  const file = join(folder, 'autostart', 'keyturn.desktop');
  await nav(page, 'Settings').click();
  await page.getByRole('switch', { name: 'Start at login' }).click();
  await expect.poll(() => existsSync(file)).toBe(true);
  expect(readFileSync(file, 'utf8')).toMatch(/^\[Desktop Entry\]\nType=Application\nName=Keyturn\nExec=".+"/);
  await page.getByRole('switch', { name: 'Start at login' }).click();
  await expect.poll(() => existsSync(file)).toBe(false);
});

test('flags an owner with a new role, with before and after', async ({ start, fake }) => {
  const acme = fake.org('acme');
  const app = await start();
  const { page } = app;
  await addToken(app, acme, { value: acme.org.issueToken({ owner, name: 'n' }).value, label: 'nightly' });
  acme.org.user(owner).roles = [
    { type: 'SUPER_ADMIN', label: 'Super Administrator', assignmentType: 'USER' },
  ];
  await button(page, 'Test').click();
  await nav(page, /Upcoming.*1 new/).click();
  const inbox = page.getByRole('list', { name: 'Inbox' });
  await expect(inbox).toContainText('gained Super Administrator');
  await expect(inbox).toContainText('Now: Super Administrator.');
});

test('the timeline shows what is due, and exports it as a calendar', async ({ start, fake, folder }) => {
  const acme = fake.org('acme');
  const app = await start();
  const { page, control } = app;
  await addToken(app, acme, { value: acme.org.issueToken({ owner, name: 'n' }).value, label: 'nightly' });
  await nav(page, /Upcoming/).click();
  const line = page.getByRole('row', { name: /nightly/ });
  await expect(line).toContainText(/Expires .*in 30 days/);
  await expect(line).toContainText(/Rotation due .*in 90 days/);
  const file = join(folder, 'keyturn.ics');
  await control.answerDialog({ canceled: false, filePath: file });
  await button(page, 'Export calendar').click();
  await expect(page.getByText(`Saved as ${file}.`)).toBeVisible();
  expect(readFileSync(file, 'utf8')).toMatch(/^BEGIN:VCALENDAR\r\n[\s\S]*SUMMARY:Rotate API token nightly/);
  await line.getByRole('button', { name: 'nightly' }).click();
  await expect(page.getByRole('heading', { name: 'nightly', level: 1 })).toBeVisible();
});

test('activity lists everything done, filters it, checks its chain and exports it without a value', async ({
  start,
  fake,
  folder,
}) => {
  const acme = fake.org('acme');
  const app = await start();
  const { page, control } = app;
  const { value } = acme.org.issueToken({ owner, name: 'n' });
  await addToken(app, acme, { value, label: 'nightly' });
  await button(page, 'Test').click();
  await expect(page.getByRole('main').getByRole('status').first()).toHaveText(/^Working\./);
  await page.keyboard.press('c');
  await expect.poll(() => control.readClipboard()).toBe(value);
  await nav(page, 'Activity').click();
  const list = page.getByRole('list', { name: 'Today' });
  for (const said of [
    'Its value was copied.',
    'Accepted by',
    'Its value was captured',
    'Opened, encrypted',
  ]) {
    await expect(list).toContainText(said);
  }
  await page.getByLabel('Filter activity').fill('copied nightly');
  await expect(list.getByRole('listitem')).toHaveCount(1);
  await page.getByLabel('Filter activity').fill('no such thing');
  await expect(page.getByRole('heading', { name: 'Nothing matches' })).toBeVisible();
  await button(page, 'Check the record').click();
  await expect(page.getByText(/The record holds\. All \d+ entries/)).toBeVisible();
  const [csv, json] = [join(folder, 'activity.csv'), join(folder, 'activity.json')];
  for (const [name, file] of [
    ['Export CSV', csv],
    ['Export JSON', json],
  ] as const) {
    await control.answerDialog({ canceled: false, filePath: file });
    await button(page, name).click();
    await expect(page.getByText(`Saved as ${file}.`)).toBeVisible();
    expect(readFileSync(file, 'utf8')).toContain('nightly');
    expect(readFileSync(file, 'utf8')).not.toContain(value);
  }
  expect(JSON.parse(readFileSync(json, 'utf8'))).toMatchObject({ check: { ok: true } });
});
