import type { Page } from 'playwright-core';
import { serious } from '../support/axe.ts';
import { addToken, row } from '../support/steps.ts';
import { expect, test } from '../support/test.ts';

const openAccess = async (page: Page, label: string) => {
  await row(page, label).click();
  await page.getByRole('tab', { name: 'Access', exact: true }).click();
};
const runXray = async (page: Page) => {
  await page.getByRole('button', { name: /^X-ray/ }).click();
  await expect(page.getByText(/\d+ allowed, \d+ denied, \d+ not known/)).toBeVisible();
};
const family = (page: Page, name: string) =>
  page
    .getByRole('table', { name: 'What the token may do' })
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: new RegExp(`^${name}`) }) });

test('an X-ray says what it asks, asks by GET only, is kept, and tells denied from unknown', async ({
  start,
  fake,
}) => {
  const acme = fake.org('acme');
  const app = await start();
  const { page } = app;
  const { value } = acme.org.issueToken({ owner: 'svc-scim@acme.com', name: 'scim' });
  await addToken(app, acme, { value, label: 'scim' });
  await openAccess(page, 'scim');
  acme.requests.length = 0;
  await expect(page.getByText(/11 to 12 requests in .* all of them GET/)).toBeVisible();
  expect(acme.requests).toHaveLength(0);
  acme.faults.add({ kind: 'too-many', resetInSeconds: 40 }, { path: /^\/api\/v1\/groups/ });
  await runXray(page);
  expect(acme.requests.length).toBeLessThanOrEqual(12);
  expect(new Set(acme.requests.map(({ method }) => method))).toEqual(new Set(['GET']));
  await expect(family(page, 'Users')).toContainText('Allowed');
  await expect(family(page, 'Network zones')).toContainText('Denied');
  await expect(family(page, 'Groups')).toContainText('Not known');
  await expect(
    page.getByText(/Not known\. The rate limit was used up, so.* HTTP 429, E0000047/),
  ).toBeVisible();
  await expect(family(page, 'Apps')).toContainText('Yes');
  await expect(family(page, 'Users')).toContainText('No');
  await page.getByLabel('What it is for').selectOption('Terraform');
  const notYet = page.getByRole('status').filter({ hasText: 'Not fully known.' });
  await expect(notYet).toContainText('The rate limit was used up');
  await expect(page.getByText('Cannot do all of its job')).toHaveCount(0);

  await page.getByRole('button', { name: 'X-ray again' }).click();
  await expect(page.getByText('Groups: not known before, allowed now.')).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: 'Cannot do all of its job.' })).toBeVisible();

  await app.quit();
  const again = await start();
  await openAccess(again.page, 'scim');
  await expect(family(again.page, 'Network zones')).toContainText('Denied');
});

test('a judgement uses a job, a person’s own choice, or the System Log', async ({ start, fake }) => {
  const acme = fake.org('acme');
  const app = await start();
  const { page } = app;
  const { id, value } = acme.org.issueToken({ owner: 'ada.admin@acme.com', name: 'report' });
  await addToken(app, acme, { value, label: 'report' });
  await openAccess(page, 'report');
  await runXray(page);
  await page.getByLabel('What it is for').selectOption('Reporting');
  const verdict = page.getByRole('status').filter({ hasText: 'Can change more than it needs' });
  await expect(verdict).toContainText("This is a super admin's token");
  await expect(verdict).toContainText('The token of a Read-only Administrator is enough.');
  await expect(page.getByText('okta.logs.read', { exact: true })).toBeVisible();
  await expect(family(page, 'Policies')).toContainText('More: change');
  await expect(family(page, 'Users')).toContainText('More: change');

  await page.getByLabel('What it is for').selectOption('Custom');
  for (const label of ['Users', 'Groups']) {
    await page.getByLabel(label, { exact: true }).selectOption('Change');
  }
  await page.getByRole('button', { name: 'Judge by this' }).click();
  await expect(family(page, 'Users')).toContainText('Needs change');
  await expect(family(page, 'Policies')).toContainText('More: change');

  const ada = acme.org.user('ada.admin@acme.com');
  acme.org.log('group.user_membership.add', ada, null, { tokenId: id });
  await page.getByLabel('What it is for').selectOption('What the System Log shows');
  await page.getByRole('button', { name: 'Read the System Log' }).click();
  await expect(page.getByText(/changed Groups \(1\) in 90 days/)).toBeVisible();
  await expect(family(page, 'Groups')).toContainText('Needs change');
});

test('compares two tokens side by side', async ({ start, fake }) => {
  const acme = fake.org('acme');
  const app = await start();
  const { page } = app;
  for (const owner of ['svc-siem', 'svc-scim']) {
    const { value } = acme.org.issueToken({ owner: `${owner}@acme.com`, name: owner });
    await addToken(app, acme, { value, label: owner });
    await page.getByRole('tab', { name: 'Access', exact: true }).click();
    await runXray(page);
  }
  await page.getByLabel('With the last X-ray of').selectOption({ index: 1 });
  const table = page.getByRole('table', { name: 'The two tokens side by side' });
  await expect(table.getByRole('row', { name: /^Read System Log/ })).toContainText('Differs');
  await expect(table.getByRole('row', { name: /^Read Network zones/ })).toContainText('Same');
  await expect(page.getByText('Role Report Administrator')).toBeVisible();
});

test('the restriction is changed after a preview and a confirm, and not before', async ({ start, fake }) => {
  const acme = fake.org('acme');
  const app = await start();
  const { page } = app;
  const { id, value } = acme.org.issueToken({ owner: 'ada.admin@acme.com', name: 'admin' });
  await addToken(app, acme, { value, label: 'admin' });
  await openAccess(page, 'admin');
  acme.requests.length = 0;
  await page.getByRole('button', { name: 'Read from Okta' }).click();
  await expect(page.getByText(/does not know under which address Okta sees this computer/)).toBeVisible();
  await page.getByRole('button', { name: 'Change restriction' }).click();
  await page.getByRole('radio', { name: 'Network zones' }).check();
  await expect(page.getByRole('button', { name: 'Change in Okta' })).toBeDisabled();
  await page.getByLabel('Use of Office').selectOption('Only from here');
  await expect(page.getByText(/Okta has not told Keyturn the address of this computer/)).toBeVisible();
  await page.getByRole('button', { name: 'Change in Okta' }).click();
  await page.getByRole('button', { name: 'Leave it' }).click();
  expect(new Set(acme.requests.map(({ method }) => method))).toEqual(new Set(['GET']));
  await page.getByRole('button', { name: 'Change in Okta' }).click();
  await page.getByRole('button', { name: 'Change it anyway' }).click();
  await expect(page.getByText('From Office')).toBeVisible();
  expect(acme.org.tokens.find((token) => token.id === id)?.network.connection).toBe('ZONE');
  await expect(page.getByText(/Keyturn last used this token from 203\.0\.113\.10/)).toBeVisible();

  await page.getByRole('button', { name: 'Change restriction' }).click();
  await expect(page.getByText(/203\.0\.113\.10 is in Office/)).toBeVisible();
  await page.getByLabel('Use of Office').selectOption('Not from here');
  await expect(page.getByText('This computer would be blocked')).toBeVisible();
  await page.getByLabel('Any address').check();
  await expect(page.getByText('This computer would still be allowed')).toBeVisible();
  await page.getByRole('button', { name: 'Change in Okta' }).click();
  await page.getByRole('button', { name: 'Change it', exact: true }).click();
  await expect(page.getByText('The token may be used from any address.')).toBeVisible();
  expect(acme.org.tokens.find((token) => token.id === id)?.network.connection).toBe('ANYWHERE');

  // The token's own page has what was done with it, and nothing of other tokens.
  await addToken(app, acme, {
    value: acme.org.issueToken({ owner: 'svc-siem@acme.com', name: 'b' }).value,
    label: 'b',
  });
  await row(page, 'admin').click();
  await page.getByRole('tab', { name: 'Activity', exact: true }).click();
  const done = page.getByRole('list', { name: 'What was done with it' }).getByRole('listitem');
  await expect(done).toHaveCount(3);
  await expect(done.nth(0)).toContainText(
    '"Network restriction" was changed from "only Office" to "Any address".',
  );
  await expect(done.nth(1)).toContainText('from "Any address" to "only Office"');
  await expect(done.nth(2)).toContainText('Added');
  await page.keyboard.press('c');
  await expect(done).toHaveCount(4);
  await expect(done.nth(0)).toContainText('Its value was copied.');
});

test('the inventory: every token, flags, adopt, and revoke by its typed name', async ({ start, fake }) => {
  const acme = fake.org('acme');
  const app = await start();
  const { page } = app;
  const { value } = acme.org.issueToken({ owner: 'ada.admin@acme.com', name: 'mine' });
  await addToken(app, acme, { value, label: 'mine' });
  acme.org.issueToken({ owner: 'dora.gone@acme.com', name: 'left behind' });
  acme.org.issueToken({ owner: 'olga.org@acme.com', name: 'ad agent', clientName: 'Okta AD Agent' });
  const adopted = acme.org.issueToken({ owner: 'svc-siem@acme.com', name: 'siem' });
  acme.requests.length = 0;
  await page.getByRole('button', { name: 'Inventory', exact: true }).click();
  await page.getByRole('button', { name: 'Read inventory' }).click();
  const table = page.getByRole('table', { name: 'API tokens' });
  const line = (name: string) =>
    table.getByRole('row').filter({ has: page.getByRole('rowheader', { name: new RegExp(`^${name}`) }) });
  await expect(line('left behind')).toContainText('Owner deactivated');
  await expect(line('mine')).toContainText('Super admin');
  await expect(line('ad agent')).toContainText('Managed by Okta');
  await expect(line('ad agent').getByRole('button')).toHaveCount(0);
  await expect(line('siem')).toContainText('svc-siem@acme.com');
  expect(new Set(acme.requests.map(({ method }) => method))).toEqual(new Set(['GET']));
  await page.getByLabel('Show', { exact: true }).selectOption('Owner not active');
  await expect(page.getByText('1 of 4 tokens')).toBeVisible();

  await page.getByRole('button', { name: 'Revoke left behind' }).click();
  const dialog = page.getByRole('alertdialog', { name: 'Revoke in Okta?' });
  const revoke = dialog.getByRole('button', { name: 'Revoke', exact: true });
  await dialog.getByLabel('Type the name of the token').fill('left');
  await expect(revoke).toBeDisabled();
  await dialog.getByLabel('Type the name of the token').fill('left behind');
  await revoke.click();
  await expect(page.getByText('None of these')).toBeVisible();
  expect(acme.org.tokens.map(({ name }) => name)).not.toContain('left behind');

  await page.getByLabel('Show', { exact: true }).selectOption('Not kept here');
  await page.getByRole('button', { name: 'Adopt siem' }).click();
  await expect(page.getByRole('heading', { name: 'Capture' })).toBeVisible();
  await app.control.writeClipboard(adopted.value);
  await page.getByRole('button', { name: 'Paste from clipboard' }).click();
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('heading', { name: 'Test', exact: true }).waitFor();
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByLabel('Label').fill('siem here');
  await page.getByRole('button', { name: /^Save (token|anyway)$/ }).click();
  await expect(row(page, 'siem here')).toBeVisible();
});

test('the screens pass axe in both themes and fit the window at 1024x700', async ({ start, fake }) => {
  const acme = fake.org('acme');
  const app = await start();
  const { page } = app;
  const { value } = acme.org.issueToken({
    owner: 'ada.admin@acme.com',
    name: 'nightly-report-of-all-subsidiaries',
  });
  acme.org.issueToken({ owner: 'dora.gone@acme.com', name: 'left behind' });
  await addToken(app, acme, { value, label: 'nightly' });
  await page.setViewportSize({ width: 1024, height: 700 });
  await openAccess(page, 'nightly');
  await runXray(page);
  await page.getByLabel('What it is for').selectOption('Custom');
  await page.getByRole('button', { name: 'Judge by this' }).click();
  await page.getByRole('button', { name: 'X-ray again' }).click();
  await page.getByRole('button', { name: 'Read from Okta' }).click();
  await page.getByRole('button', { name: 'Change restriction' }).click();
  await page.getByRole('radio', { name: 'Network zones' }).check();
  await expect(page.getByText('Differences over time')).toBeVisible();
  const fits = () =>
    page.evaluate<boolean>(
      `[...document.querySelectorAll('main, main > section, :has(> [role=tabpanel])')].every((box) => box.scrollWidth <= box.clientWidth + 1)`,
    );
  const look = async () => {
    expect(await fits()).toBe(true);
    for (const dark of [false, true]) {
      await app.control.systemTheme(dark);
      expect(await serious(page)).toEqual([]);
    }
  };
  await look();
  await page.getByRole('button', { name: 'Inventory', exact: true }).click();
  await look();
  await page.getByRole('button', { name: 'Read inventory' }).click();
  await expect(page.getByRole('table', { name: 'API tokens' })).toBeVisible();
  await look();
  await page.getByRole('button', { name: 'Revoke left behind' }).click();
  await look();
});
