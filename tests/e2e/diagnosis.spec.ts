import type { Page } from 'playwright-core';
import type { RunningOrg } from '../fake-okta/server.ts';
import type { RunningApp } from '../support/launch.ts';
import { rivalButtons } from '../support/primaries.ts';
import {
  addToken,
  openWizardAtCapture,
  pasteAndContinue,
  result,
  row,
  setProxy,
  untilTimedOut,
} from '../support/steps.ts';
import { expect, test } from '../support/test.ts';

const panel = (page: Page) => page.getByRole('region', { name: /^Why it failed/ });
const fresh = (page: Page) =>
  page.evaluate(() => window.keyturn.settings.set({ change: { proxy: { mode: 'none' } } }));

interface Case {
  readonly word: string;
  /** What the result says, besides its word. */
  readonly sentence: RegExp;
  readonly health: 'Failing' | 'Attention';
  readonly heading: RegExp;
  readonly cause: RegExp;
  readonly verdict: 'Confirmed' | 'not certain';
  readonly button: string | RegExp;
  readonly begin: (acme: RunningOrg, tokenId: string, app: RunningApp) => unknown;
  /** Whether the test ends only because Okta does not answer in time. */
  readonly neverAnswers?: true;
}

const cases: readonly Case[] = [
  {
    word: 'Not accepted',
    sentence: /revoked, it expired .* E0000011/s,
    health: 'Failing',
    heading: /invalid token/,
    cause: /was revoked.*by svc-terraform@acme\.com/,
    verdict: 'Confirmed',
    button: 'Open Admin Console',
    begin: (acme, id) => acme.org.revoke(id),
  },
  {
    word: 'Not allowed',
    sentence: /no admin role .* E0000006/s,
    health: 'Failing',
    heading: /permission denied/,
    cause: /roles do not allow the call.*Read-only Administrator/,
    verdict: 'not certain',
    button: 'Open the owner in Okta',
    begin: (acme) => acme.faults.add({ kind: 'status', status: 403, errorCode: 'E0000006' }),
  },
  {
    word: 'Rate limited',
    sentence: /frees up in about 1[56] minutes/,
    health: 'Attention',
    heading: /rate limiting/,
    cause: /used up its own share/,
    verdict: 'Confirmed',
    button: /^Test at \d\d:\d\d$/,
    begin: (acme) => acme.faults.add({ kind: 'too-many', resetInSeconds: 900 }),
  },
  {
    word: 'Owner inactive',
    sentence: /svc-terraform@acme\.com is LOCKED_OUT/,
    health: 'Failing',
    heading: /^Why it failed$/,
    cause: /account is not active.*LOCKED_OUT/,
    verdict: 'Confirmed',
    button: 'Open the owner in Okta',
    begin: (acme) => acme.org.setStatus('svc-terraform@acme.com', 'LOCKED_OUT'),
  },
  {
    word: 'Org not found',
    sentence: /not as an Okta org does/,
    health: 'Attention',
    heading: /^Why it failed$/,
    cause: /answers instead of Okta.*Fake Okta test authority/,
    verdict: 'not certain',
    button: 'Open proxy and certificates',
    begin: (acme) => acme.faults.add({ kind: 'html', status: 200 }, { times: 90 }),
  },
  {
    word: 'No network',
    sentence: /could not be made or broke off/,
    health: 'Attention',
    heading: /^Why it failed$/,
    cause: /firewall or VPN/,
    verdict: 'Confirmed',
    button: 'Open proxy and certificates',
    begin: (acme) => acme.refuseConnections(),
  },
  {
    word: 'TLS problem',
    sentence: /certificate/,
    health: 'Attention',
    heading: /^Why it failed$/,
    cause: /rewrites TLS.*An authority nobody knows/,
    verdict: 'Confirmed',
    button: 'Open proxy and certificates',
    begin: async (acme, _id, { page }) => {
      acme.setCertificate('foreign');
      await fresh(page);
    },
  },
  {
    word: 'Proxy problem',
    sentence: /The proxy 127\.0\.0\.1:9 cannot be reached/,
    health: 'Attention',
    heading: /^Why it failed$/,
    cause: /Keyturn cannot reach the proxy/,
    verdict: 'Confirmed',
    button: 'Open proxy and certificates',
    begin: (_acme, _id, app) => setProxy(app, 'http://127.0.0.1:9'),
  },
  {
    word: 'Okta trouble',
    sentence: /HTTP 500.*E0000009, request \w+/s,
    health: 'Attention',
    heading: /^Why it failed$/,
    cause: /Okta has trouble/,
    verdict: 'Confirmed',
    button: 'Open status.okta.com',
    begin: (acme) => acme.faults.add({ kind: 'status', status: 500 }, { times: 90 }),
  },
  {
    word: 'Unexpected answer',
    sentence: /cut off or not JSON/,
    health: 'Attention',
    heading: /^Why it failed$/,
    cause: /The failure was temporary/,
    verdict: 'Confirmed',
    button: 'Test again',
    begin: (acme) => acme.faults.add({ kind: 'truncated' }),
  },
  {
    word: 'Timed out',
    sentence: /did not answer in time/,
    health: 'Attention',
    heading: /^Why it failed$/,
    cause: /The failure was temporary/,
    verdict: 'Confirmed',
    button: 'Test again',
    begin: (acme) => acme.faults.add({ kind: 'hang' }),
    neverAnswers: true,
  },
];

for (const one of cases) {
  test(`why it failed: ${one.word}`, async ({ start, fake }) => {
    const acme = fake.org('acme');
    const app = await start();
    const { page } = app;
    const helper = acme.org.issueToken({ owner: 'ada.admin@acme.com', name: 'helper' });
    await addToken(app, acme, { value: helper.value, label: 'helper' });
    const token = acme.org.issueToken({ owner: 'svc-terraform@acme.com', name: 'terraform' });
    await addToken(app, acme, { value: token.value, label: 'terraform' });
    await expect(panel(page)).toHaveCount(0);
    await one.begin(acme, token.id, app);
    const testIt = () => page.getByRole('button', { name: 'Test', exact: true }).click();
    if (one.neverAnswers) await untilTimedOut(app, acme, 'GET', testIt);
    else await testIt();
    await expect(result(page)).toHaveText(new RegExp(`^${one.word}\\.`), { timeout: 30_000 });
    await expect(result(page)).toContainText(one.sentence);
    await expect(row(page, 'terraform')).toContainText(one.health);
    await expect(panel(page).getByText('What Keyturn checked')).toBeVisible({ timeout: 40_000 });
    await expect(panel(page).getByRole('heading')).toHaveText(one.heading);
    if (one.neverAnswers)
      await expect(page.getByRole('list', { name: 'Checks' })).toContainText(
        'Not run: Okta accepts the token',
      );
    const likeliest = panel(page).getByTestId('likeliest');
    await expect(likeliest).toContainText(one.cause);
    await expect(likeliest).toContainText(one.verdict);
    await expect(likeliest.locator('button[class*=primary]')).toHaveCount(1);
    await expect(likeliest.getByRole('button', { name: one.button })).toHaveClass(/primary/);
    expect(acme.requests.filter(({ method }) => method !== 'GET')).toEqual([]);
  });
}

test('why it failed: Blocked by network zone, with the address that Okta saw', async ({ start, fake }) => {
  const acme = fake.org('acme');
  const app = await start();
  const { page } = app;
  const helper = acme.org.issueToken({ owner: 'ada.admin@acme.com', name: 'helper' });
  await addToken(app, acme, { value: helper.value, label: 'helper' });
  const [office] = acme.org.zones;
  const token = acme.org.issueToken({
    owner: 'svc-terraform@acme.com',
    name: 'zoned',
    network: { connection: 'ZONE', include: [office?.id ?? ''], exclude: [] },
  });
  await addToken(app, acme, { value: token.value, label: 'zoned' });
  acme.org.clientAddress = '192.0.2.99';
  await page.getByRole('button', { name: 'Test', exact: true }).click();
  await expect(result(page)).toHaveText(/^Blocked by network zone\./);
  await expect(row(page, 'zoned')).toContainText('Failing');
  await expect(panel(page).getByTestId('likeliest')).toContainText(
    /outside the token's network zones.*192\.0\.2\.99/,
  );
  acme.org.clientAddress = '203.0.113.10';
  await page.getByRole('button', { name: 'Test', exact: true }).click();
  await expect(result(page)).toHaveText(/^Working\./);
  await expect(panel(page)).toHaveCount(0);
});

test('remedies open the Admin Console and paste again, and the report is copied', async ({ start, fake }) => {
  const acme = fake.org('acme');
  const app = await start();
  const { page, control } = app;
  const token = acme.org.issueToken({ owner: 'ada.admin@acme.com', name: 'one' });
  await addToken(app, acme, { value: token.value, label: 'one' });
  const helper = acme.org.issueToken({ owner: 'olga.org@acme.com', name: 'two' });
  await addToken(app, acme, { value: helper.value, label: 'two' });
  await row(page, 'one').click();
  acme.org.revoke(token.id);
  await page.getByRole('button', { name: 'Test', exact: true }).click();
  await panel(page).getByRole('button', { name: 'Open Admin Console' }).click();
  await expect.poll(async () => JSON.stringify(await control.opened())).toContain('/admin/access/api/tokens');
  await panel(page).getByRole('button', { name: 'Copy report' }).click();
  await expect(panel(page).getByRole('button', { name: 'Report copied' })).toBeVisible();
  const report = await control.readClipboard();
  expect(report).toContain('Error code: E0000011');
  expect(report).toContain('Confirmed: The token was revoked.');
  expect(report).toMatch(/Request ID: \w{32}/);
  for (const { value } of [token, helper]) {
    expect(report).not.toContain(value);
    expect(await page.content()).not.toContain(value);
  }
  await expect(page.getByRole('button', { name: 'Test', exact: true })).not.toHaveClass(/_primary_/);
  await panel(page).getByRole('button', { name: 'Paste it again' }).click();
  await expect(page.getByRole('dialog', { name: 'Add token' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Capture' })).toBeVisible();
});

test('waits for a limit and tests by itself, until a person ends the wait', async ({ start, fake }) => {
  const acme = fake.org('acme');
  const app = await start();
  const { page } = app;
  const token = acme.org.issueToken({ owner: 'svc-terraform@acme.com', name: 'patient' });
  await addToken(app, acme, { value: token.value, label: 'patient' });
  acme.faults.add({ kind: 'too-many', resetInSeconds: 900 });
  await page.getByRole('button', { name: 'Test', exact: true }).click();
  await panel(page)
    .getByRole('button', { name: /^Test at/ })
    .click();
  await expect(panel(page)).toContainText(/Waiting. The test runs at \d\d:\d\d/);
  await panel(page).getByRole('button', { name: 'Do not wait' }).click();
  await expect(panel(page).getByRole('button', { name: /^Test at/ })).toBeVisible();
  await page.clock.install();
  await panel(page)
    .getByRole('button', { name: /^Test at/ })
    .click();
  await expect(panel(page)).toContainText('Waiting.');
  await page.clock.fastForward('16:00');
  await expect(result(page)).toHaveText(/^Working\./);
  await expect(panel(page)).toHaveCount(0);
});

test('stops the search for causes, and starts it again by "Find out why"', async ({ start, fake }) => {
  const acme = fake.org('acme');
  const app = await start();
  const { page } = app;
  const token = acme.org.issueToken({ owner: 'svc-terraform@acme.com', name: 'stopped' });
  await addToken(app, acme, { value: token.value, label: 'stopped' });
  acme.org.revoke(token.id);
  acme.faults.add({ kind: 'hang' }, { path: /well-known/, times: 90 });
  await page.getByRole('button', { name: 'Test', exact: true }).click();
  await expect(panel(page).getByRole('list', { name: 'Findings' })).toContainText(
    'Is the value shaped like a token?',
  );
  await panel(page).getByRole('button', { name: 'Stop looking' }).click();
  await expect(panel(page)).toContainText('Stopped before the cause was found');
  acme.faults.clear();
  await panel(page).getByRole('button', { name: 'Find out why' }).click();
  await expect(panel(page).getByText('What Keyturn checked')).toBeVisible();
  await panel(page).getByText('What Keyturn checked').click();
  await expect(panel(page).getByRole('list', { name: 'Findings' })).toContainText(
    'no other working token of this org',
  );
});

test('in the wizard, a value that was cut off is found out before it is saved', async ({ start, fake }) => {
  const acme = fake.org('acme');
  const app = await start();
  const { page } = app;
  const { value } = acme.org.issueToken({ owner: 'svc-terraform@acme.com', name: 'cut' });
  await openWizardAtCapture(page, acme);
  await pasteAndContinue(app, value.slice(0, 38));
  const why = page.getByRole('dialog', { name: 'Add token' }).getByRole('region', { name: /^Why it failed/ });
  await expect(why.getByTestId('likeliest')).toContainText(/miscopied.*Confirmed.*38 characters/s);
  // The next step is the one that the diagnosis offers. "Continue" does not rival it.
  await expect(why.getByRole('button', { name: 'Paste it again' })).toHaveClass(/_primary_/);
  expect(await rivalButtons(page)).toEqual([]);
  await why.getByRole('button', { name: 'Paste it again' }).click();
  await expect(page.getByRole('heading', { name: 'Capture' })).toBeVisible();
  await pasteAndContinue(app, value);
  await expect(page.getByRole('status')).toHaveText(/^Working\./);
});
