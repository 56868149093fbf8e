import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { tools } from '../../src/shared/connect/tools.ts';
import { serious } from '../support/axe.ts';
import { addApp } from '../support/oauth.ts';
import { allow, doorCard, exec, openDoor } from '../support/program.ts';
import { expect, test } from '../support/test.ts';

const card = (page: Page) => page.getByRole('region', { name: 'Connect a tool' });
const open = (page: Page, name: string) => card(page).getByRole('button', { name, exact: true }).click();

test('the page of an SDK gives a line to copy, and sees its first call through Keyturn', async ({
  start,
  fake,
  folder,
}) => {
  const acme = fake.org('acme');
  const app = await start();
  const { page, control } = app;
  const { value } = await openDoor(app, acme);
  await expect(card(page).getByRole('list', { name: 'Tools' }).getByRole('button')).toHaveText(
    tools.map(({ name }) => name),
  );
  await open(page, 'Okta SDK for Node.js');
  await expect(card(page)).toContainText('Stays in Keyturn.');
  await expect(card(page)).toContainText('Read-only Administrator');
  await expect(card(page)).toContainText('okta.users.read');
  expect(await serious(page)).toEqual([]);
  await card(page).getByRole('button', { name: 'Copy: Run your program' }).click();
  const line = 'keyturn exec terraform-prod -- node app.js';
  await expect.poll(() => control.readClipboard()).toBe(line);

  const status = card(page).getByRole('status');
  await card(page).getByRole('button', { name: 'Look for the first call' }).click();
  await expect(status).toHaveText('Waiting for the first call.');
  // What the line does, with a program of Okta's own SDK.
  const program = `
    const { Client } = require('@okta/okta-sdk-nodejs');
    new Client().userApi.getUser({ userId: 'me' }).then((user) => console.log(user.profile.login));`;
  const running = exec(join(folder, 'Keyturn'), ['terraform-prod', '--', process.execPath, '-e', program]);
  await allow(app, 'Allow once');
  expect(await running).toMatchObject({ code: 0, out: 'svc-terraform@acme.com\n' });
  await expect(status).toContainText(
    /Arrived: node made GET \/api\/v1\/users\/me through Keyturn at \d\d:\d\d/,
  );
  expect(await page.content()).not.toContain(value);
});

test('the page of a tool that keeps the value says so, copies it by main alone, and sees its first call in the System Log', async ({
  start,
  fake,
}) => {
  const acme = fake.org('acme');
  const app = await start();
  const { page, control } = app;
  const { value } = await openDoor(app, acme);
  await open(page, 'n8n');
  await expect(card(page)).toContainText('Leaves this computer.');
  await card(page).getByRole('button', { name: 'Copy the value' }).click();
  await expect.poll(() => control.readClipboard()).toBe(value);
  expect(await page.content()).not.toContain(value);

  const status = card(page).getByRole('status');
  await card(page).getByRole('button', { name: 'Look for the first call' }).click();
  await expect(status).toHaveText('Waiting for the first call.');
  await card(page).getByRole('button', { name: 'Stop' }).click();
  await expect(status).toHaveText('');
  await card(page).getByRole('button', { name: 'Look for the first call' }).click();
  await expect
    .poll(() => acme.requests.filter(({ path }) => path === '/api/v1/logs').length)
    .toBeGreaterThan(0);
  const token = acme.org.tokens.find(({ name }) => name === 'terraform-prod');
  acme.org.log('group.user_membership.add', acme.org.user(token?.userId ?? ''), null, {
    tokenId: token?.id,
    userAgent: 'n8n/1.0',
  });
  await expect(status).toContainText(
    /Arrived: the System Log shows group\.user_membership\.add at .+, by n8n\/1\.0\./,
    { timeout: 40_000 },
  );
});

test('the page of a tool that gets the value names what must be allowed first', async ({ start, fake }) => {
  const acme = fake.org('acme');
  const app = await start();
  const { page } = app;
  await openDoor(app, acme);
  await open(page, 'Terraform (okta/okta)');
  await expect(card(page)).toContainText('Programs may not ask for the value yet.');
  await expect(card(page)).toContainText('keyturn exec --value terraform-prod -- terraform plan');
  await card(page).getByRole('button', { name: 'All tools' }).click();
  await open(page, 'Postman and Newman');
  await expect(card(page)).toContainText('"value": "http://127.0.0.1:');
  await doorCard(page).getByRole('switch', { name: 'Let programs use it without having it' }).click();
  await expect(card(page)).toContainText('Programs may not use this token yet.');
  await expect(card(page)).not.toContainText('http://127.0.0.1:');
});

test('the page of a tool for an OAuth app has lines without the key, copies the key by main alone, and sees the app’s first access token', async ({
  start,
  fake,
}) => {
  const acme = fake.org('acme');
  const app = await start();
  const { page, control } = app;
  await control.ipc();
  const made = await addApp(page, acme, { label: 'report', purpose: 'Reporting', dpop: false });
  await page.getByRole('tab', { name: 'Programs', exact: true }).click();
  await open(page, 'Okta SDK for Node.js');
  await expect(card(page)).toContainText('Programs may not use this app yet.');
  await expect(card(page)).toContainText('keyturn exec report -- node app.js');
  await card(page).getByRole('button', { name: 'All tools' }).click();

  await open(page, 'GitHub Actions');
  await expect(card(page)).toContainText(`OKTA_CLIENT_CLIENTID: ${made.clientId}`);
  await expect(card(page)).toContainText('Scopes of this app');
  await expect(card(page)).toContainText('okta.users.read');
  expect(await serious(page)).toEqual([]);
  await card(page).getByRole('button', { name: 'Copy the private key' }).click();
  await expect.poll(() => control.readClipboard()).toContain('-----BEGIN PRIVATE KEY-----');
  const middle = (await control.readClipboard()).split('\n')[5] ?? '';
  expect(middle.length).toBeGreaterThan(40);
  expect(await page.content()).not.toContain(middle);
  expect(JSON.stringify(await control.ipc())).not.toContain(middle);

  const status = card(page).getByRole('status');
  await card(page).getByRole('button', { name: 'Look for the first call' }).click();
  await expect
    // The usage of the org reads the log, too.
    .poll(() => acme.requests.filter(({ query }) => decodeURIComponent(query).includes('actor.id')).length)
    .toBeGreaterThan(0);
  acme.org.log('app.oauth2.token.grant.access_token', made, null, { userAgent: 'octokit-runner/1.0' });
  await expect(status).toContainText(
    /Arrived: the System Log shows app\.oauth2\.token\.grant\.access_token at .+, by octokit-runner\/1\.0\./,
    { timeout: 40_000 },
  );
});
