import { addToken, openWizardAtCapture, pasteAndContinue, row, setProxy } from '../support/steps.ts';
import { expect, test } from '../support/test.ts';
import { camera } from './camera.ts';

// Takes a picture of every screen and state. `npm run gallery` leaves them in gallery-output/ for a person to look at.
const long =
  'provisioning-of-contractors-and-seasonal-workers-in-the-subsidiaries-of-the-north-eastern-region-2026-11';

test.describe.configure({ mode: 'parallel' });
test.setTimeout(240_000);

test('wizard', async ({ start, fake }) => {
  const acme = fake.org('acme');
  const app = await start();
  const { page } = app;
  const picture = camera(app, 'wizard');
  await expect(page.getByText('No tokens yet')).toBeVisible();
  await picture('first-run');
  await page.getByRole('button', { name: 'Add token' }).click();
  await picture('org');
  await page.getByLabel('Org URL').fill('acme.okta.com.com');
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('alert').waitFor();
  await picture('org-refused');
  await page.getByRole('button', { name: 'Cancel' }).click();
  await picture('leaving');
  await page.getByRole('button', { name: 'Discard' }).click();
  const { value } = acme.org.issueToken({ owner: 'svc-terraform@acme.com', name: 'terraform-prod-2026-11' });
  await openWizardAtCapture(page, acme);
  await page.getByRole('button', { name: 'Back' }).click();
  await picture('create');
  await page.getByRole('button', { name: 'Continue' }).click();
  await picture('capture');
  await page.getByRole('button', { name: 'Enter it by hand' }).click();
  await picture('capture-by-hand');
  await app.control.writeClipboard('00T94e3cn9kSEO3c51s5');
  await page.getByRole('button', { name: 'Paste from clipboard' }).click();
  await page.getByRole('alert').waitFor();
  await picture('capture-refused');
  await app.control.writeClipboard(`SSWS ${value}`);
  await page.getByRole('button', { name: 'Paste from clipboard' }).click();
  await page.getByRole('status').waitFor();
  await picture('captured');
  acme.faults.add({ kind: 'latency', ms: 6_000 }, { path: /roles/ });
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByText('Belongs to svc-terraform').waitFor();
  await picture('testing');
  await expect(page.getByRole('button', { name: 'Continue' })).toBeEnabled({ timeout: 20_000 });
  await picture('tested');
  await page.getByRole('button', { name: 'Continue' }).click();
  await picture('save');
  await page.getByRole('button', { name: 'Save token' }).click();
  await page.getByRole('button', { name: 'Make a recovery key' }).waitFor();
  await picture('recovery-key-offer');
  await page.getByRole('button', { name: 'Make a recovery key' }).click();
  await page.getByTestId('recovery-key').waitFor();
  await picture('recovery-key');
  await page.getByLabel('I have written it down').check();
  await page.getByRole('button', { name: 'Done' }).click();
  const bad = acme.org.issueToken({ owner: 'svc-siem@acme.com', name: 'siem' });
  acme.org.revoke(bad.id);
  await openWizardAtCapture(page, acme);
  await pasteAndContinue(app, bad.value);
  await page.getByText('Not accepted').first().waitFor();
  await picture('test-failed');
  await page.getByRole('button', { name: 'Continue' }).click();
  await picture('save-anyway');
});

test('app', async ({ start, fake }) => {
  const acme = fake.org('acme');
  const preview = fake.org('acme-preview');
  const app = await start();
  const { page } = app;
  const picture = camera(app, 'app');
  const add = async (org: typeof acme, owner: string, label: string) => {
    const token = org.org.issueToken({ owner: `${owner}@acme.com`, name: label });
    await addToken(app, org, { value: token.value, label });
    return token;
  };
  await add(acme, 'svc-terraform', 'terraform-prod-2026-08');
  const revoked = await add(acme, 'svc-scim', 'scim-globex');
  await add(acme, 'ada.admin', 'break-glass');
  await add(acme, 'svc-hr-sync', 'hr-sync');
  await add(preview, 'svc-siem', 'siem-export');
  await add(preview, 'svc-custom', 'ci-preview');
  await add(preview, 'grace.group', long);
  acme.org.revoke(revoked.id);
  await page.getByRole('button', { name: 'Test all' }).click();
  await page.getByText('Tested 7 of 7').waitFor();
  await row(page, 'terraform-prod-2026-08').click();
  await picture('test-all-done');
  await page.getByRole('button', { name: 'Close', exact: true }).click();
  await picture('overview');
  for (const tab of ['Access', 'Usage', 'Programs', 'Activity']) {
    await page.getByRole('tab', { name: tab, exact: true }).click();
    await page.waitForTimeout(200);
    await picture(tab.toLowerCase());
  }
  await row(page, 'scim-globex').click();
  await picture('failing');
  await row(page, 'break-glass').click();
  await page.getByRole('tab', { name: 'Access' }).click();
  await picture('over-privileged');
  await row(page, long).click();
  await picture('long-text');
  await page.getByRole('button', { name: 'Edit details' }).click();
  await page.getByRole('heading', { name: 'Edit details' }).scrollIntoViewIfNeeded();
  await picture('edit');
  await page.getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('button', { name: 'Remove from Keyturn' }).click();
  await picture('remove');
  await page.getByRole('button', { name: 'Keep it', exact: true }).click();
  await row(page, 'hr-sync').click();
  acme.faults.add({ kind: 'latency', ms: 5_000 }, { path: /users\/me/ });
  await page.getByRole('button', { name: 'Test', exact: true }).click();
  await picture('testing');
  await expect(page.getByRole('button', { name: 'Test', exact: true })).toBeEnabled({ timeout: 20_000 });
  await page.getByRole('button', { name: 'Copy', exact: true }).click();
  await picture('copied');
  await page.getByLabel('Filter tokens').fill('no such token');
  await picture('nothing-found');
  await page.getByRole('button', { name: 'Show all tokens' }).click();
  await page.keyboard.press('Control+k');
  await picture('palette');
  await page.keyboard.type('test s');
  await picture('palette-search');
  await page.keyboard.press('Escape');
  await page.getByRole('tab', { name: 'Overview' }).focus();
  await page.keyboard.press('?');
  await picture('shortcuts');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Activity' }).click();
  await page.waitForTimeout(200);
  await picture('activity');
  await page.getByRole('button', { name: 'Settings' }).click();
  await picture('settings');
  await page.getByRole('heading', { name: 'About' }).scrollIntoViewIfNeeded();
  await picture('settings-end');
  await page.getByRole('button', { name: 'Save a backup' }).click();
  await picture('backup');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Tokens' }).first().click();
  await row(page, 'terraform-prod-2026-08').click();
  await page.setViewportSize({ width: 1024, height: 700 });
  await picture('small');
  await page.setViewportSize({ width: 1440, height: 900 });
  await picture('large');
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.getByRole('button', { name: 'Lock', exact: true }).click();
  await page.getByRole('button', { name: 'Unlock' }).waitFor();
  await picture('locked');
});

test('outcomes', async ({ start, fake }) => {
  const acme = fake.org('acme');
  const app = await start();
  const { page } = app;
  const picture = camera(app, 'outcome');
  const [office] = acme.org.zones;
  const token = acme.org.issueToken({
    owner: 'svc-terraform@acme.com',
    name: 'terraform',
    network: { connection: 'ZONE', include: [office?.id ?? ''], exclude: [] },
  });
  await addToken(app, acme, { value: token.value, label: 'terraform' });
  const proxy = (url: string | null) =>
    url === null
      ? page.evaluate(() => window.keyturn.settings.set({ change: { proxy: { mode: 'none' } } }))
      : setProxy(app, url);
  // Reading the System Log in the background must not use up these calls.
  const me = { path: /users\/me/ };
  const causes: readonly (readonly [word: string, begin: () => unknown, end: () => unknown])[] = [
    ['Rate limited', () => acme.faults.add({ kind: 'too-many', resetInSeconds: 900 }), () => undefined],
    [
      'Okta trouble',
      () => acme.faults.add({ kind: 'status', status: 503 }, { times: 9 }),
      () => acme.faults.clear(),
    ],
    ['Unexpected answer', () => acme.faults.add({ kind: 'truncated' }, me), () => undefined],
    ['No network', () => acme.faults.add({ kind: 'reset' }, me), () => undefined],
    ['Org not found', () => acme.faults.add({ kind: 'html', status: 200 }, me), () => undefined],
    ['Proxy problem', () => proxy('http://127.0.0.1:9'), () => proxy(null)],
    [
      'TLS problem',
      () => [acme.setCertificate('foreign'), proxy(null)],
      () => [acme.setCertificate('good'), proxy(null)],
    ],
    [
      'Owner inactive',
      () => acme.org.setStatus('svc-terraform@acme.com', 'LOCKED_OUT'),
      () => acme.org.setStatus('svc-terraform@acme.com', 'ACTIVE'),
    ],
    [
      'Blocked by network zone',
      () => Object.assign(acme.org, { clientAddress: '192.0.2.9' }),
      () => Object.assign(acme.org, { clientAddress: '203.0.113.10' }),
    ],
    ['Timed out', () => acme.faults.add({ kind: 'hang' }, me), () => undefined],
    ['Not accepted', () => acme.org.revoke(token.id), () => undefined],
  ];
  for (const [word, begin, end] of causes) {
    await begin();
    await page.waitForTimeout(150);
    await page.getByRole('button', { name: 'Test', exact: true }).click();
    await page.getByRole('main').getByText(`${word}.`, { exact: true }).first().waitFor({ timeout: 40_000 });
    await picture(word.toLowerCase().replaceAll(' ', '-'));
    await end();
  }
});

test('diagnosis', async ({ start, fake }) => {
  const acme = fake.org('acme');
  const app = await start();
  const { page } = app;
  const picture = camera(app, 'diagnosis');
  const add = async (owner: string, label: string, more = {}) => {
    const token = acme.org.issueToken({ owner: `${owner}@acme.com`, name: label, ...more });
    await addToken(app, acme, { value: token.value, label });
    return token;
  };
  await page.setViewportSize({ width: 1024, height: 700 });
  const panel = page.getByRole('region', { name: /^Why it failed/ });
  const fail = async (label: string, begin: () => unknown) => {
    await row(page, label).click();
    await begin();
    await page.getByRole('button', { name: 'Test', exact: true }).click();
    await panel.getByText('What Keyturn checked').waitFor({ timeout: 60_000 });
  };
  const alone = await add('svc-siem', 'siem-export');
  await fail('siem-export', () => acme.org.revoke(alone.id));
  await picture('nobody-to-ask');
  await add('ada.admin', 'break-glass');
  const gone = await add('svc-terraform', 'terraform-prod-2026-08');
  await fail('terraform-prod-2026-08', () => acme.org.revoke(gone.id, acme.org.user('olga.org@acme.com')));
  await picture('revoked');
  await panel.getByText('What Keyturn checked').click();
  await panel.getByRole('list', { name: 'Findings' }).scrollIntoViewIfNeeded();
  await picture('revoked-findings');
  const [office] = acme.org.zones;
  await add('svc-scim', 'scim-globex', {
    network: { connection: 'ZONE', include: [office?.id ?? ''], exclude: [] },
  });
  await fail('scim-globex', () => Object.assign(acme.org, { clientAddress: '192.0.2.9' }));
  await picture('zone');
  acme.org.clientAddress = '203.0.113.10';
  await fail('scim-globex', () => acme.faults.add({ kind: 'too-many', resetInSeconds: 900 }));
  await picture('rate-limited');
  await panel.getByRole('button', { name: /^Test at/ }).click();
  await picture('waiting');
  await panel.getByRole('button', { name: 'Do not wait' }).click();
  await fail('scim-globex', async () => {
    acme.setCertificate('foreign');
    await page.evaluate(() => window.keyturn.settings.set({ change: { proxy: { mode: 'none' } } }));
  });
  await picture('tls');
  acme.setCertificate('good');
  await page.evaluate(() => window.keyturn.settings.set({ change: { proxy: { mode: 'none' } } }));
  acme.faults.add({ kind: 'status', status: 500 }, { times: 4, path: /users\/me/ });
  acme.faults.add({ kind: 'latency', ms: 8_000 }, { path: /users\/me/ });
  await page.getByRole('button', { name: 'Test', exact: true }).click();
  await panel.getByText('Keyturn is looking for the cause').waitFor({ timeout: 30_000 });
  await picture('looking');
  await panel.getByRole('button', { name: 'Stop looking' }).click();
  await panel.getByRole('button', { name: 'Find out why' }).waitFor();
  await picture('stopped');
  await openWizardAtCapture(page, acme);
  await pasteAndContinue(app, gone.value.slice(0, 38));
  await page.getByRole('dialog').getByText('What Keyturn checked').waitFor();
  await picture('wizard');
  await page.setViewportSize({ width: 1280, height: 800 });
  await picture('wizard-large');
  // The window is 1440x900, and then has its text at 125 %.
  await page.getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('button', { name: 'Discard' }).click();
  for (const [what, width, height] of [
    ['panel-1440x900', 1440, 900],
    ['panel-125-percent', 1152, 720],
  ] as const) {
    await page.setViewportSize({ width, height });
    await picture(what);
  }
});

test('life', async ({ start, fake }) => {
  const acme = fake.org('acme');
  const preview = fake.org('acme-preview');
  const app = await start();
  const { page, control } = app;
  const picture = camera(app, 'life');
  const nav = (name: string | RegExp) => page.getByRole('navigation').getByRole('button', { name });
  await nav('Upcoming').click();
  await page.getByText('Nothing is coming up').waitFor();
  await picture('upcoming-empty');
  await nav('Activity').click();
  await picture('activity-empty');
  await nav('Tokens').first().click();
  const owner = 'svc-terraform@acme.com';
  for (const [org, label] of [
    [acme, 'terraform-prod-2026-11'],
    [preview, long],
    [acme, 'siem-export'],
  ] as const) {
    await addToken(app, org, { value: org.org.issueToken({ owner, name: label }).value, label });
  }
  await nav('Settings').click();
  await page.getByLabel('Lock after').selectOption('Never');
  await page.getByRole('switch', { name: 'Quiet hours' }).click();
  await page.getByRole('heading', { name: 'Notices' }).scrollIntoViewIfNeeded();
  await picture('settings-notices');
  await page.getByRole('switch', { name: 'Quiet hours' }).click();
  await nav('Tokens').first().click();
  await row(page, 'terraform-prod-2026-11').click();
  await page.getByRole('button', { name: 'Keep it alive' }).click();
  await page.getByLabel('Reason').fill('Runs once a quarter');
  await picture('keep-alive');
  await page.getByRole('button', { name: 'Keep alive', exact: true }).click();
  acme.org.user(owner).roles = [
    { type: 'SUPER_ADMIN', label: 'Super Administrator', assignmentType: 'USER' },
  ];
  await page.getByRole('button', { name: 'Test', exact: true }).click();
  await nav('Upcoming').getByText('1 new').waitFor();
  fake.clock.advance(26 * 86_400_000);
  await control.moveClock(26 * 86_400_000);
  await page.evaluate(() => {
    const now = Date.now.bind(Date);
    Date.now = () => now() + 26 * 86_400_000;
  });
  await control.power('resume');
  await nav('Upcoming').click();
  await page.waitForTimeout(300);
  await picture('upcoming');
  await page.setViewportSize({ width: 1024, height: 700 });
  await picture('upcoming-small');
  await page.setViewportSize({ width: 1280, height: 800 });
  await nav('Activity').click();
  await page.getByRole('button', { name: 'Check the record' }).click();
  await page.getByText('The record holds.').waitFor();
  await picture('activity');
});

test('usage', async ({ start, fake }) => {
  const acme = fake.org('acme');
  const token = acme.org.issueToken({ owner: 'ada.admin@acme.com', name: 'hr-sync' });
  const owner = acme.org.user(token.userId);
  const day = 86_400_000;
  const now = fake.clock.now();
  // Five weeks of ordinary use, then one unusual day.
  for (let back = 35; back >= 1; back--) {
    for (let n = 0; n < 4 + ((back * 7) % 9); n++) {
      fake.clock.set(now - back * day + n * 600_000);
      acme.org.log(n % 3 === 0 ? 'user.lifecycle.create' : 'group.user_membership.add', owner, null, {
        tokenId: token.id,
        userAgent: 'okta-sdk-golang/4.1.0',
      });
    }
  }
  fake.clock.set(now);
  acme.org.clientPlace = { ...acme.org.clientPlace, country: 'Brazil' };
  acme.org.log('user.account.privilege.grant', owner, null, {
    tokenId: token.id,
    userAgent: 'python-requests/2.31.0',
  });
  const app = await start();
  const { page } = app;
  const picture = camera(app, 'usage');
  await addToken(app, acme, { value: token.value, label: 'hr-sync' });
  await page.getByRole('tab', { name: 'Usage', exact: true }).click();
  await page.getByText('Habit known').waitFor();
  for (const [what, width, height] of [
    ['full', 1440, 900],
    ['small', 1024, 700],
  ] as const) {
    await page.setViewportSize({ width, height });
    await picture(`${what}-top`);
    await page.getByRole('region', { name: 'Unusual activity', exact: true }).scrollIntoViewIfNeeded();
    await picture(`${what}-unusual`);
    await page.getByRole('region', { name: 'Calls', exact: true }).scrollIntoViewIfNeeded();
    await picture(`${what}-calls`);
    await page.getByRole('tab', { name: 'Usage', exact: true }).click();
  }
  // The text is at 125 %.
  await page.setViewportSize({ width: 1152, height: 720 });
  await page.getByRole('region', { name: 'Rate limits', exact: true }).scrollIntoViewIfNeeded();
  await picture('125-percent-limits');
});
