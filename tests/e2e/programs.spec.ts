import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  allow,
  doorCard as card,
  askDialog as dialog,
  exec,
  keepMore,
  openDoor,
  script,
} from '../support/program.ts';
import { expect, test } from '../support/test.ts';

test('a script calls Okta through Keyturn: a person sees who asks, and the script never has the token', async ({
  start,
  fake,
}) => {
  const acme = fake.org('acme');
  const app = await start();
  const { page } = app;
  const { address, value } = await openDoor(app, acme);
  acme.requests.length = 0;

  const { child, said } = script(`${address}/api/v1/users/me`);
  await expect(dialog(page)).toContainText('Let node use terraform-prod?');
  await expect(dialog(page)).toContainText(`Process ${child.pid}`);
  await expect(dialog(page)).toContainText('GET /api/v1/users/me');
  await expect(dialog(page)).toContainText(`(${process.pid})`);
  expect(acme.requests).toEqual([]);
  // The system's information about the waiting script does not hold the value.
  for (const file of ['environ', 'cmdline']) {
    expect(readFileSync(`/proc/${child.pid}/${file}`, 'latin1')).not.toContain(value);
  }
  await allow(app, 'Allow for 15 minutes');
  const answer = await said;
  expect(answer).toMatch(/^200 .*svc-terraform@acme\.com/s);
  expect(answer).not.toContain(value);
  await expect(dialog(page)).toHaveCount(0);

  // Keyturn does not ask again about the same program from the same parent, and refuses what the program may not do.
  expect(await script(`${address}/api/v1/groups`).said).toMatch(/^200 /);
  expect(await script(`${address}/api/v1/users`, `{ method: 'POST', body: '{}' }`).said).toMatch(
    /^403 .*may only read/s,
  );
  const calls = page.getByRole('table', { name: 'Last calls' }).getByRole('row');
  await expect(calls).toHaveCount(4);
  await expect(calls.nth(1)).toContainText('POST /api/v1/users');
  await expect(page.getByRole('list', { name: 'Allowed now' })).toContainText('2 calls');

  await page.getByRole('button', { name: 'End: node' }).click();
  const { said: again } = script(`${address}/api/v1/users/me`);
  await expect(dialog(page).getByRole('button', { name: 'Deny' })).toBeEnabled();
  await page.keyboard.press('Escape');
  expect(await again).toMatch(/^403 .*denied this program/s);
  await page.getByRole('button', { name: 'Activity' }).click();
  const log = page.getByRole('main');
  await expect(log).toContainText(/node \(process \d+, .+\) was allowed for 15 minutes\./);
  await expect(log).toContainText(/was denied\./);
});

test('a click made before the dialog came answers nothing, and the narrowest answer has the focus', async ({
  start,
  fake,
}) => {
  const acme = fake.org('acme');
  const app = await start();
  const { page } = app;
  const { address } = await openDoor(app, acme);
  // Script in the page clicks every button as soon as the dialog shows.
  await page.evaluate(`new MutationObserver((_, observer) => {
    const buttons = [...document.querySelectorAll('dialog[open] button')];
    if (buttons.length === 0) return;
    observer.disconnect();
    for (const button of buttons) button.click();
  }).observe(document.body, { subtree: true, childList: true, attributes: true })`);
  const { said } = script(`${address}/api/v1/users/me`);
  await expect(dialog(page)).toBeVisible();
  // A key would press the narrowest answer, and that only opens the system's dialog.
  await expect(dialog(page).getByRole('button', { name: 'Allow once' })).toBeFocused();
  expect(await app.control.messageBoxes()).toEqual([]);
  await allow(app, 'Allow once');
  expect(await said).toMatch(/^200 /);
  await expect(page.getByRole('list', { name: 'Allowed now' })).toHaveCount(0);
});

test('answers a program that comes while Keyturn is locked after the unlock', async ({ start, fake }) => {
  const acme = fake.org('acme');
  const app = await start();
  const { page, control } = app;
  const { address } = await openDoor(app, acme);
  await page.getByRole('button', { name: 'Lock', exact: true }).click();
  await page.getByRole('button', { name: 'Unlock' }).waitFor();
  const { said } = script(`${address}/api/v1/users/me`);
  await expect
    .poll(async () => (await control.notifications()).map(({ body }) => body))
    .toContain('A program asks to use a token. Unlock Keyturn to answer it.');
  await expect(dialog(page)).toHaveCount(0);
  await page.getByRole('button', { name: 'Unlock' }).click();
  await expect(dialog(page)).toBeVisible();
  await allow(app, 'Allow until lock');
  expect(await said).toMatch(/^200 /);
});

test('changes rules, refuses bad ones with a sentence, and keeps a closed door closed', async ({
  start,
  fake,
}) => {
  const acme = fake.org('acme');
  const app = await start();
  const { page } = app;
  const { address } = await openDoor(app, acme);
  await card(page).getByRole('button', { name: 'Change' }).click();
  await page.getByLabel('Programs may do').selectOption({ label: 'Reading and changes' });
  await page.getByLabel('Paths, one on each line').fill('/api/v1/users\nhttps://evil.example/');
  await page.getByRole('button', { name: 'Save these rules' }).click();
  await expect(card(page).getByRole('alert')).toContainText('must be a path of the Okta API');
  await page.getByLabel('Paths, one on each line').fill('/api/v1/users');
  // A no in the system's dialog changes nothing.
  await page.getByRole('button', { name: 'Save these rules' }).click();
  await expect
    .poll(async () => (await app.control.messageBoxes()).at(-1))
    .toMatchObject({
      message: 'Allow programs to change things in Okta with terraform-prod?',
      buttons: ['Cancel', 'Allow'],
      defaultId: 0,
    });
  await expect(page.getByLabel('Paths, one on each line')).toHaveValue('/api/v1/users');
  expect(await script(`${address}/api/v1/users/me`, `{ method: 'POST' }`).said).toMatch(
    /^403 .*may only read/s,
  );
  await keepMore(app);
  await expect(card(page)).toContainText(
    'Reading and changes below /api/v1/users, at most 60 calls a minute.',
  );
  expect(await script(`${address}/api/v1/groups`).said).toMatch(/^403 .*may not call \/api\/v1\/groups/s);
  await page.getByRole('switch', { name: 'Let programs use it without having it' }).click();
  await expect(card(page)).not.toContainText(address);
  await expect(fetch(`${address}/api/v1/users/me`)).rejects.toThrow();
});

test('exec runs a program that finds Okta through Keyturn, as Okta’s own SDK does, and hands the value over only by a click', async ({
  start,
  fake,
  folder,
}) => {
  const userData = join(folder, 'Keyturn');
  const acme = fake.org('acme');
  const app = await start();
  const { page } = app;
  const { address, value } = await openDoor(app, acme);
  await expect(card(page)).toContainText('keyturn exec terraform-prod -- your-program');

  // The program reads page by page, and each `next` link goes through the door.
  const listsUsers = `
    const { Client } = require('@okta/okta-sdk-nodejs');
    (async () => {
      const users = await new Client().userApi.listUsers({ limit: 4 });
      let seen = 0;
      await users.each(() => { seen++; });
      const { OKTA_CLIENT_ORGURL, OKTA_CLIENT_TOKEN, OKTA_CLIENT_AUTHORIZATIONMODE } = process.env;
      console.log([seen, OKTA_CLIENT_ORGURL, OKTA_CLIENT_TOKEN, OKTA_CLIENT_AUTHORIZATIONMODE].join(' '));
    })();`;
  const listing = exec(userData, ['terraform-prod', '--', process.execPath, '-e', listsUsers]);
  await allow(app, 'Allow for 15 minutes');
  const { code, out, err } = await listing;
  expect([code, err]).toEqual([0, '']);
  const listed = acme.org.users.filter(({ status }) => status !== 'DEPROVISIONED').length;
  expect(listed).toBeGreaterThan(8);
  const [seen, orgUrl = '', ...rest] = out.trim().split(' ');
  expect([seen, ...rest]).toEqual([`${listed}`, 'keyturn', 'SSWS']);
  // The program has its own address while it runs, not the port that anybody can take after Keyturn quits.
  expect(orgUrl).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/[\w-]{24}\/terraform-prod$/);
  expect(new URL(orgUrl).port).not.toBe(new URL(address).port);
  await expect(fetch(orgUrl)).rejects.toThrow();

  // Keyturn refuses the value until a person allows programs to ask for it.
  const shows = [
    process.execPath,
    '-e',
    'console.log(process.env.OKTA_API_TOKEN, process.env.OKTA_ORG_NAME)',
  ];
  const refused = await exec(userData, ['--value', 'terraform-prod', '--', ...shows]);
  expect(refused).toMatchObject({ code: 77, out: '' });
  expect(refused.err).toContain('Programs may not have the value of this token');
  await card(page).getByRole('button', { name: 'Change' }).click();
  await page.getByLabel(/may ask for the value itself/).check();
  await keepMore(app);
  await expect(card(page)).toContainText('keyturn exec --value terraform-prod -- your-program');

  const given = exec(userData, ['--value', '--no-masking', 'terraform-prod', '--', ...shows]);
  await expect(dialog(page)).toContainText('the value of terraform-prod?');
  await expect(dialog(page)).toContainText('exec --value --no-masking terraform-prod');
  await expect(dialog(page).getByRole('button')).toHaveText(['Deny', 'Give it once']);
  await allow(app, 'Give it once');
  expect((await given).out).toBe(`${value} acme\n`);
  await page.getByRole('button', { name: 'Activity' }).click();
  await expect(page.getByRole('main')).toContainText(/\(process \d+, .+\) was given the value itself\./);
});
