import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ask } from '../support/ask-bridge.ts';
import { host } from '../support/host.ts';
import { mayMount } from '../support/own-etc.ts';
import { exec, node, openDoor } from '../support/program.ts';
import { addToken, result, row } from '../support/steps.ts';
import { expect, test } from '../support/test.ts';

test.skip(host.host !== 'chromium' || !mayMount(), 'Only root on Linux can give the app an /etc of its own.');

/** The folder with the policy of a test's computer. */
let etc: string;
test.beforeEach(() => {
  etc = mkdtempSync(join(tmpdir(), 'keyturn-etc-'));
});
test.afterEach(() => rmSync(etc, { recursive: true }));
const policyIs = (policy: unknown) =>
  writeFileSync(join(etc, 'policy.json'), typeof policy === 'string' ? policy : JSON.stringify(policy), {
    mode: 0o644,
  });

test('an organisation’s policy names the orgs, locks, and forbids copying and programs', async ({
  start,
  fake,
  folder,
}) => {
  const acme = fake.org('acme');
  const other = fake.org('acme-preview');
  // First without a policy, so that tokens of both orgs are kept.
  const before = await start();
  for (const org of [acme, other]) {
    const { value } = org.org.issueToken({ owner: 'svc-terraform@acme.com', name: 't' });
    await addToken(before, org, { value, label: org === acme ? 'allowed' : 'other' });
  }
  const { address } = await openDoor(before, acme);
  const tokens = await ask<{ id: string; label: string }[]>(before.page, 'tokens.list');
  const idOf = (label: string) => tokens.find((one) => one.label === label)?.id;
  await before.quit();

  policyIs({
    allowedOrgs: [new URL(acme.origin).host],
    lockAfterMinutes: 5,
    lockOnSuspend: true,
    lockOnScreenLock: true,
    copy: false,
    programs: false,
    demo: false,
    updates: false,
  });
  const { page } = await start({ etc });
  await row(page, 'allowed').click();
  await page.getByRole('main').getByRole('button', { name: 'Test', exact: true }).click();
  await expect(result(page)).toHaveText(/^Working\./);

  // The other org hears nothing, from the window or from the wizard.
  const asked = other.requests.length;
  await row(page, 'other').click();
  await page.getByRole('main').getByRole('button', { name: 'Test', exact: true }).click();
  await expect(result(page)).toHaveText(/^Blocked by policy\. Your organisation does not let Keyturn call/);
  await page.getByRole('button', { name: 'Add token' }).click();
  await page.getByLabel('Org URL').fill(other.origin);
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByRole('dialog')).toContainText('Your organisation does not let Keyturn call');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Discard' }).click();
  expect(other.requests).toHaveLength(asked);

  await row(page, 'allowed').click();
  await page.getByRole('button', { name: 'Copy', exact: true }).click();
  await expect(page.getByText('Your organisation does not let Keyturn copy values.')).toBeVisible();

  // The door that was open before the policy has nobody behind it, and `keyturn exec` hears why. Okta hears nothing.
  const mayNot = 'Your organisation does not let programs use tokens through Keyturn.';
  const called = acme.requests.length;
  const met = `fetch('${address}/api/v1/users/me').catch(({ cause }) => console.log(cause.code))`;
  expect(await node(met).said).toBe('ECONNREFUSED\n');
  const calls =
    "fetch(process.env.OKTA_CLIENT_ORGURL + '/api/v1/users/me').then(async (a) => console.log(await a.text()))";
  const run = await exec(join(folder, 'Keyturn'), ['terraform-prod', '--', process.execPath, '-e', calls]);
  expect(`${run.out}${run.err}`).toContain(mayNot);
  expect(acme.requests).toHaveLength(called);
  await row(page, 'terraform-prod').click();
  await page.getByRole('tab', { name: 'Programs', exact: true }).click();
  const door = page.getByRole('switch', { name: 'Let programs use it without having it' });
  await door.click();
  await row(page, 'allowed').click();
  await page.getByRole('tab', { name: 'Programs', exact: true }).click();
  await door.click();
  await expect(page.getByText(mayNot)).toBeVisible();
  await expect(door).not.toBeChecked();

  await page.getByRole('button', { name: 'Settings' }).click();
  const card = page.getByRole('region', { name: 'Set by your organisation' });
  await expect(card).toContainText(`Keyturn calls only these orgs: ${new URL(acme.origin).host}.`);
  await expect(card).toContainText('Keyturn locks after 5 minutes without use at the latest.');
  await expect(card).toContainText('Keyturn locks when the computer goes to sleep.');
  await expect(card).toContainText('Keyturn locks with the screen.');
  await expect(card).toContainText('Keyturn does not copy values.');
  await expect(card).toContainText('Programs cannot use tokens.');
  await expect(card).toContainText('The demo does not start.');
  await expect(card).toContainText('Keyturn does not check for updates.');
  await page.keyboard.press('F1');
  await expect(page.getByRole('dialog').getByRole('button', { name: 'Keyboard shortcuts' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Try it with a demo org' })).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(page.getByLabel('Lock after')).toHaveValue('5');
  await expect(page.getByLabel('Lock after').getByRole('option')).toHaveText(['1 minute', '5 minutes']);
  await expect(page.getByRole('switch', { name: 'Lock on suspend' })).toBeDisabled();

  // Script in the window is refused as well.
  const refused = (name: string, request: object) =>
    expect(ask(page, name, request)).rejects.toThrow(/Your organisation/);
  await refused('settings.set', { change: { lockAfterMinutes: 0 } });
  await refused('settings.set', { change: { lockOnSuspend: false } });
  await refused('settings.set', { change: { lockOnScreenLock: false } });
  await refused('app.startDemo', {});
  await refused('settings.set', { change: { lookForUpdates: true } });
  const rules = {
    open: true,
    access: 'read',
    paths: ['/api/v1/'],
    perMinute: 60,
    value: false,
  };
  await refused('programs.setDoor', { tokenId: idOf('allowed'), door: rules });
  await refused('tokens.copy', { tokenId: idOf('allowed'), as: 'value' });
});

test('a policy that cannot be read permits nothing, says why, and counts again once it is mended', async ({
  start,
  fake,
}) => {
  const acme = fake.org('acme');
  policyIs('{ "copy": ');
  const app = await start({ etc });
  const { page } = app;
  await page.getByRole('button', { name: 'Settings' }).click();
  const card = page.getByRole('region', { name: 'Set by your organisation' });
  await expect(card.getByRole('alert')).toContainText(
    /The policy is not JSON: .+\. Comments and a comma behind the last entry are not allowed\. Until your administrator corrects it/,
  );
  await page.getByRole('button', { name: /^Tokens/ }).click();
  await page.getByRole('button', { name: 'Add token' }).click();
  await page.getByLabel('Org URL').fill(acme.origin);
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByRole('dialog')).toContainText('Your organisation does not let Keyturn call');
  expect(acme.requests).toHaveLength(0);
  await app.quit();

  policyIs({ copy: true });
  const again = await start({ etc });
  const { value } = acme.org.issueToken({ owner: 'svc-terraform@acme.com', name: 't' });
  await addToken(again, acme, { value, label: 'mended' });
  await again.page.getByRole('button', { name: 'Copy', exact: true }).click();
  await expect.poll(() => again.control.readClipboard()).toBe(value);
});
