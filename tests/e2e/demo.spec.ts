import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { demoFolder, demoPage } from '../support/demo.ts';
import { hostCommand, skipOn } from '../support/host.ts';
import { keyturn } from '../support/program.ts';
import { addToken, pasteAndContinue, result, row } from '../support/steps.ts';
import { test } from '../support/test.ts';

const bar = 'Demo. Nothing here reaches Okta. Everything is thrown away when you quit.';
const root = join(import.meta.dirname, '../..');

/** Returns a digest of each file of Keyturn's own folder, without the browser's profile. */
function filesOf(userData: string): Record<string, string> {
  const kept = readdirSync(userData).filter((name) => /^keyturn\.vault|^settings\.json$/.test(name));
  return Object.fromEntries(
    kept.map((name) => [
      name,
      createHash('sha256')
        .update(readFileSync(join(userData, name)))
        .digest('hex'),
    ]),
  );
}

test('the first page starts the demo in a window of its own, and the second press finds it again', async ({
  start,
  folder,
}) => {
  skipOn('electron', 'Playwright cannot attach to a second process that Electron started.');
  const userData = join(folder, 'Keyturn');
  const app = await start();
  const tryIt = app.page.getByRole('button', { name: 'Try it with a demo org' });
  await tryIt.click();
  const demo = await demoPage(userData);
  await expect(demo.getByRole('complementary', { name: 'Keyturn, demo' })).toHaveText(bar);
  await expect(demo).toHaveTitle('Keyturn, demo');
  await expect(row(demo, 'Terraform production')).toContainText('Healthy');
  await expect(tryIt).toBeEnabled();
  await expect(app.page.getByRole('complementary')).toHaveCount(0);
  const mark = readFileSync(join(demoFolder(userData), 'keyturn-demo'), 'utf8');
  await tryIt.click();
  await expect(tryIt).toBeEnabled();
  expect(readFileSync(join(demoFolder(userData), 'keyturn-demo'), 'utf8')).toBe(mark);
  // The demo outlives the Keyturn that started it, and its own end takes everything with it.
  await app.quit();
  await row(demo, 'Terraform production').click();
  await expect(demo.getByRole('heading', { name: 'Terraform production', level: 1 })).toBeVisible();
  await demo.close();
  await expect.poll(() => existsSync(demoFolder(userData)), { timeout: 15_000 }).toBe(false);
});

test('the demo tests, rotates and adds a token of its own orgs, calls no other org, and leaves nothing behind', async ({
  start,
  fake,
  folder,
}) => {
  test.setTimeout(120_000);
  const userData = join(folder, 'Keyturn');
  const acme = fake.org('acme');
  const own = await start();
  const { value } = acme.org.issueToken({ owner: 'svc-terraform@acme.com', name: 't' });
  await addToken(own, acme, { value, label: 'my own' });
  await own.quit();
  const before = filesOf(userData);
  expect(Object.keys(before)).toContain('keyturn.vault');

  const app = await start({ demo: true });
  const { page, control } = app;
  await expect(page.getByRole('complementary', { name: 'Keyturn, demo' })).toHaveText(bar);
  await expect(page.getByRole('row', { name: /my own/ })).toHaveCount(0);
  await expect(row(page, 'HR sync')).toContainText('Failing');
  await expect(row(page, 'Script of Ada')).toContainText('Attention');
  await expect(row(page, 'Terraform preview')).toContainText('Healthy');
  await row(page, 'Terraform production').click();
  await page.getByRole('main').getByRole('button', { name: 'Test', exact: true }).click();
  await expect(result(page)).toHaveText(/^Working\./);
  await page.getByRole('main').getByRole('button', { name: 'Rotate', exact: true }).click();
  await expect(row(page, 'Terraform production')).toContainText('Rotating');
  // The page of a rotation has some buttons of the wizard's names.
  await row(page, 'HR sync').click();

  // The Admin Console opens in the person's browser, which does not trust the demo's authority: by http, on this computer.
  await page.keyboard.press('Control+n');
  const wizard = page.getByRole('dialog', { name: 'Add token' });
  await wizard.getByRole('button', { name: /acme\.localhost/ }).click();
  await wizard.getByRole('button', { name: 'Open Admin Console' }).click();
  await expect.poll(() => control.opened().then((all) => all.length)).toBe(1);
  const [opened = ''] = await control.opened();
  expect(opened).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/admin\/access\/api\/tokens$/);
  const form = new URLSearchParams({ owner: 'svc-siem@acme.com', name: 'siem', zone: '' });
  const made = await (await fetch(opened, { method: 'POST', body: form })).text();
  await wizard.getByRole('button', { name: 'Continue' }).click();
  await pasteAndContinue(app, /value="(00[\w-]{40})"/.exec(made)?.[1] ?? '');
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByLabel('Label').fill('mine in the demo');
  await page.getByRole('button', { name: 'Save token' }).click();
  await expect(row(page, 'mine in the demo')).toContainText('Healthy');

  // Neither another org nor a page of the web.
  const heard = acme.requests.length;
  await page.keyboard.press('Control+n');
  await page.getByLabel('Org URL').fill(acme.origin);
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByRole('dialog')).toContainText('The demo calls its own orgs only');
  expect(acme.requests.length).toBe(heard);
  const doc = await page.evaluate(() => window.keyturn.app.openDoc({ doc: 'okta-api-tokens' }));
  expect(doc).toMatchObject({
    ok: false,
    error: { sentence: 'The demo opens the pages for API tokens and for apps, of its own orgs only.' },
  });
  expect(await control.opened()).toHaveLength(1);
  const again = await page.evaluate(() => window.keyturn.app.startDemo());
  expect(again).toMatchObject({ ok: false, error: { sentence: 'This is the demo already.' } });

  await app.quit();
  expect(existsSync(demoFolder(userData))).toBe(false);
  expect(filesOf(userData)).toEqual(before);
});

test('the commands of keyturn --demo ask the demo, and those without it do not', async ({
  start,
  folder,
}) => {
  const userData = join(folder, 'Keyturn');
  const before = await keyturn(userData, ['--demo', 'status']);
  expect([before.code, before.out]).toEqual([69, '']);
  const demo = await start({ demo: true });
  await expect(row(demo.page, 'Terraform production')).toContainText('Healthy');
  const listed = await keyturn(userData, ['--demo', 'ls']);
  expect(listed.code).toBe(0);
  expect(listed.out).toMatch(/^terraform-production +acme\S+ .*Healthy/m);
  const own = await keyturn(userData, ['ls']);
  expect([own.code, own.out]).toEqual([69, '']);
});

test('the settings of the demo say what the demo leaves to Keyturn itself', async ({ start }) => {
  const { page } = await start({ demo: true });
  await page.getByRole('navigation').getByRole('button', { name: 'Settings' }).click();
  for (const [name, why] of [
    ['Show in the tray', 'The demo has no icon in the tray.'],
    ['Start at login', 'The demo never starts at login.'],
  ] as const) {
    const choice = page.getByRole('switch', { name, exact: true });
    await expect(choice).toBeDisabled();
    await expect(choice).not.toBeChecked();
    await expect(choice).toHaveAccessibleDescription(new RegExp(`^${why}`));
  }
  await expect(page.getByRole('switch', { name: 'Notifications' })).toBeEnabled();
  await expect(page.getByRole('switch', { name: 'Start minimised' })).toHaveCount(0);
});

test('the demo of a killed process is deleted when Keyturn starts again', async ({ start, folder }) => {
  const userData = join(folder, 'Keyturn');
  const demo = await start({ demo: true });
  await expect(row(demo.page, 'Terraform production')).toBeVisible();
  await demo.kill();
  expect(existsSync(demoFolder(userData))).toBe(true);
  const { page } = await start();
  await expect(page.getByRole('button', { name: 'Try it with a demo org' })).toBeVisible();
  await expect.poll(() => existsSync(demoFolder(userData))).toBe(false);
});

test('a folder that is no demo’s stays as it is, and the demo says so', async ({ folder }) => {
  const kept = join(folder, 'demo');
  mkdirSync(kept);
  writeFileSync(join(kept, 'keyturn.vault'), 'somebody’s vault');
  const [program, args] = hostCommand;
  for (const [flags, said] of [
    [['--demo', `--user-data=${folder}`], 'holds other things than a demo'],
    [
      ['--demo', `--user-data=${join(folder, 'other')}`, `--extra-ca=${join(folder, 'ca.pem')}`],
      'do not go together',
    ],
  ] as const) {
    const run = spawnSync(program, [...args, root, ...flags], { encoding: 'utf8', timeout: 30_000 });
    expect(run.stderr).toContain(said);
    expect(run.status).toBe(77);
  }
  expect(readdirSync(kept)).toEqual(['keyturn.vault']);
  expect(readFileSync(join(kept, 'keyturn.vault'), 'utf8')).toBe('somebody’s vault');
});
