import type { Page } from 'playwright-core';
import { dayMs, type FakeToken } from '../../src/demo/okta/model.ts';
import type { FakeOkta, RunningOrg } from '../fake-okta/server.ts';
import { serious } from '../support/axe.ts';
import { addToken } from '../support/steps.ts';
import { expect, test } from '../support/test.ts';

/** Writes five weeks of a token's use into the org's log, an hour of calls each day. The last day ends now. */
function history(fake: FakeOkta, acme: RunningOrg, token: FakeToken): void {
  const now = fake.clock.now();
  const owner = acme.org.user(token.userId);
  for (let day = 35; day >= 1; day--) {
    fake.clock.set(now - day * dayMs);
    for (let n = 0; n < 8; n++) {
      acme.org.log('group.user_membership.add', owner, null, {
        tokenId: token.id,
        userAgent: 'okta-sdk-golang/4.1.0',
      });
    }
  }
  fake.clock.set(now);
}

const open = (page: Page) => page.getByRole('tab', { name: 'Usage', exact: true }).click();
const section = (page: Page, name: string) => page.getByRole('region', { name, exact: true });

test('the Usage tab shows calls by day and kind, and unusual use with its evidence and Silence', async ({
  start,
  fake,
}) => {
  const acme = fake.org('acme');
  const token = acme.org.issueToken({ owner: 'ada.admin@acme.com', name: 'used' });
  history(fake, acme, token);
  acme.org.clientPlace = { ...acme.org.clientPlace, country: 'Brazil' };
  acme.org.log('user.account.privilege.grant', acme.org.user(token.userId), null, {
    tokenId: token.id,
    userAgent: 'python-requests/2.31.0',
  });
  const app = await start();
  const { page } = app;
  await addToken(app, acme, { value: token.value, label: 'used' });
  await open(page);
  const calls = section(page, 'Calls');
  await expect(calls).toContainText('281 calls on 36 days');
  await expect(calls.getByRole('table', { name: 'Calls by country' })).toContainText('Brazil');
  await expect(calls.getByRole('table', { name: 'Calls by user agent' })).toContainText('okta-sdk-golang');
  await expect(calls.getByRole('table', { name: 'Calls by event type' })).toContainText(
    'user.account.privilege.grant',
  );
  await expect(calls.locator('canvas')).toHaveCount(1);
  await calls.getByText('Calls by day as a table').click();
  await expect(calls.getByRole('region', { name: 'Calls by day, table' }).getByRole('row')).toHaveCount(37);
  await expect(page.getByRole('main').getByRole('status').first()).toContainText(
    'System Log read just now with used',
  );

  const unusual = section(page, 'Unusual activity');
  await expect(unusual).toContainText('Habit known');
  const findings = unusual.getByRole('list', { name: 'Findings' });
  await expect(findings).toContainText('First use from a country');
  await expect(findings).toContainText('1 call from Brazil.');
  await expect(findings).toContainText('1 call by python-requests.');
  await expect(findings).toContainText('A change of privileges');
  await page.getByRole('button', { name: 'Open System Log' }).click();
  await expect
    .poll(async () =>
      new URL((await app.control.opened()).at(-1) ?? 'https://none').searchParams.get('search'),
    )
    .toBe(`transaction.detail.requestApiTokenId eq "${token.id}"`);
  // A finding of a place leads to the restriction to network zones, and each finding to the rotation.
  const ofCountry = findings.getByRole('listitem').filter({ hasText: 'First use from a country' });
  await ofCountry.getByRole('button', { name: 'Restrict to network zones' }).click();
  await expect(page.getByRole('button', { name: 'Change restriction' })).toBeVisible();
  await open(page);
  const ofPrivileges = findings.getByRole('listitem').filter({ hasText: 'A change of privileges' });
  await expect(ofPrivileges.getByRole('button', { name: 'Restrict to network zones' })).toHaveCount(0);
  await ofPrivileges.getByRole('button', { name: 'Rotate', exact: true }).click();
  await page.getByRole('button', { name: 'End rotation' }).click();
  await page.getByRole('button', { name: 'Token page' }).click();
  await open(page);
  await findings.getByRole('button', { name: 'Silence for this token: First use from a country' }).click();
  await expect(findings).not.toContainText('Brazil');
  await expect(findings).toContainText('A change of privileges');
  await app.quit();

  const again = await start();
  await again.page.getByRole('grid', { name: 'Tokens' }).getByRole('row', { name: /^used/ }).click();
  await open(again.page);
  await expect(section(again.page, 'Calls')).toContainText('281 calls');
  await expect(section(again.page, 'Unusual activity')).not.toContainText('1 call from Brazil');
  await again.page.getByText(/The 9 rules, 1 silenced/).click();
  await again.page.getByRole('button', { name: 'Report again: First use from a country' }).click();
  await expect(section(again.page, 'Unusual activity')).toContainText('1 call from Brazil.');
});

test('reports the use of a token said to be retired, and says that a new one is still learning', async ({
  start,
  fake,
}) => {
  const acme = fake.org('acme');
  const token = acme.org.issueToken({ owner: 'ada.admin@acme.com', name: 'old' });
  const app = await start();
  const { page } = app;
  await addToken(app, acme, { value: token.value, label: 'old' });
  await open(page);
  const unusual = section(page, 'Unusual activity');
  await expect(unusual).toContainText('Learning');
  await expect(unusual).toContainText('Keyturn found nothing unusual.');
  await unusual.getByRole('button', { name: 'Mark as retired' }).click();
  await expect(unusual).toContainText('Marked as retired since');
  fake.clock.advance(3_600_000);
  acme.org.log('user.lifecycle.create', acme.org.user(token.userId), null, { tokenId: token.id });
  await page.getByRole('button', { name: 'Read now' }).click();
  await expect(unusual.getByRole('list', { name: 'Findings' })).toContainText('Use after retirement');
});

test('limits show gauges, refusals and a warning at the threshold, and the share changes only after asking', async ({
  start,
  fake,
}) => {
  const acme = fake.org('acme');
  acme.org.warningThreshold = 60;
  const token = acme.org.issueToken({ owner: 'ada.admin@acme.com', name: 'limited' });
  const app = await start();
  const { page } = app;
  await addToken(app, acme, { value: token.value, label: 'limited' });
  await open(page);
  const limits = section(page, 'Rate limits');
  await expect(limits.getByRole('meter', { name: 'Users, used' })).toBeVisible();
  await expect(limits).toContainText("Warning at 60%, the org's own threshold");

  const share = section(page, 'Share of the limits');
  await expect(share).toContainText('50% of every rate limit');
  await share.getByRole('button', { name: 'Change' }).click();
  await share.getByLabel('Of every rate limit (%)').fill('20');
  await share.getByRole('button', { name: 'Change in Okta' }).click();
  const asked = page.getByRole('alertdialog', { name: 'Change the share in Okta?' });
  await asked.getByRole('button', { name: 'Leave it' }).click();
  expect(token.percentage).toBe(50);
  await share.getByRole('button', { name: 'Change in Okta' }).click();
  await asked.getByRole('button', { name: 'Change it' }).click();
  await expect(share).toContainText('20% of every rate limit');
  expect(token.percentage).toBe(20);

  acme.org.limits.set('/api/v1/users', 15);
  fake.clock.advance(61_000);
  const button = page.getByRole('button', { name: 'Test', exact: true });
  await button.click();
  await expect(page.getByRole('alert')).toContainText('of the rate limit "Users" is used');
  await expect(limits).toContainText('Near its limit');
  acme.faults.add({ kind: 'too-many', resetInSeconds: 1 }, { path: /users\/me/ });
  fake.clock.advance(61_000);
  await expect(button).toBeEnabled();
  await button.click();
  await expect(limits.getByRole('table', { name: 'Refused calls by endpoint' })).toContainText(
    '/api/v1/users/me',
  );

  // The same control takes the change of the share back, and shows the present share before.
  await share.getByRole('button', { name: 'Change' }).click();
  await expect(share.getByLabel('Of every rate limit (%)')).toHaveValue('20');
  await share.getByLabel('Of every rate limit (%)').fill('50');
  await share.getByRole('button', { name: 'Change in Okta' }).click();
  await asked.getByRole('button', { name: 'Change it' }).click();
  await expect(share).toContainText('50% of every rate limit');
  expect(token.percentage).toBe(50);
});

test('reports events that may be missing with their time, and counts them once it can read them', async ({
  start,
  fake,
}) => {
  const acme = fake.org('acme');
  const token = acme.org.issueToken({ owner: 'ada.admin@acme.com', name: 'many' });
  for (let n = 0; n < 1_500; n++) {
    acme.org.log('group.user_membership.add', acme.org.user(token.userId), null, { tokenId: token.id });
  }
  const links = (change: (link: string) => string) =>
    acme.faults.add(
      { kind: 'links', change: (all) => all.map(change) },
      { path: /logs/, times: Number.POSITIVE_INFINITY },
    );
  links((link) => link.replace(/filter=[^&>]*&?/, ''));
  const app = await start();
  const { page } = app;
  await addToken(app, acme, { value: token.value, label: 'many' });
  await open(page);
  const main = page.getByRole('main');
  await expect(main.getByRole('status').first()).toContainText(
    /Events after \d+ \w+ \d{4}, \d\d:\d\d may be missing here: acme\.localhost:\d+ says that the rest of the list/,
  );
  await expect(main).toContainText('Okta has lost nothing');
  // The org is on a custom domain and names its okta.com host.
  acme.faults.clear();
  links((link) => link.replace(/<https:\/\/[^/]+/, '<https://acme.okta.com'));
  await page.getByRole('button', { name: 'Read now' }).click();
  await expect(section(page, 'Calls')).toContainText('1,500 calls on 1 day');
  await expect(main.getByRole('status').first()).toContainText('System Log read just now with many');
});

test('says why the log cannot be read, and Settings can leave it unread', async ({ start, fake }) => {
  const acme = fake.org('acme');
  const token = acme.org.issueToken({ owner: 'svc-scim@acme.com', name: 'weak' });
  const app = await start();
  const { page } = app;
  await addToken(app, acme, { value: token.value, label: 'weak' });
  await open(page);
  await expect(page.getByRole('main')).toContainText('may read the System Log');
  await page.getByRole('button', { name: 'Settings', exact: true }).click();
  await page.getByLabel('Keep the use of tokens for').selectOption('0');
  acme.requests.length = 0;
  await page
    .getByRole('navigation')
    .getByRole('button', { name: /^Tokens/ })
    .click();
  await page.getByRole('grid', { name: 'Tokens' }).getByRole('row', { name: /^weak/ }).click();
  await open(page);
  await expect(page.getByRole('main')).toContainText('Keyturn does not read the System Log');
  expect(acme.requests.filter(({ path }) => path === '/api/v1/logs')).toEqual([]);
});

test('a full Usage tab fits a small window and passes axe in both themes', async ({ start, fake }) => {
  const acme = fake.org('acme');
  const token = acme.org.issueToken({ owner: 'ada.admin@acme.com', name: 'full' });
  history(fake, acme, token);
  const owner = acme.org.user(token.userId);
  acme.org.log('user.account.privilege.grant', owner, null, { tokenId: token.id, userAgent: 'curl/8.4.0' });
  const app = await start();
  const { page, control } = app;
  await page.setViewportSize({ width: 1024, height: 700 });
  await addToken(app, acme, { value: token.value, label: 'full' });
  await open(page);
  await expect(section(page, 'Calls').locator('canvas')).toHaveCount(1);
  await expect(section(page, 'Share of the limits')).toContainText('50%');
  await page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true");
  for (const dark of [false, true]) {
    await control.systemTheme(dark);
    expect(await serious(page)).toEqual([]);
  }
  const wide = await page
    .getByRole('tabpanel')
    .locator('..')
    .evaluate((body) => body.scrollWidth - body.clientWidth);
  expect(wide).toBe(0);
});
