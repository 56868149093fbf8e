import type { RunningOrg } from '../fake-okta/server.ts';
import type { RunningApp } from '../support/launch.ts';
import { addToken, result, row, setProxy } from '../support/steps.ts';
import { expect, test } from '../support/test.ts';

interface Case {
  readonly word: string;
  readonly sentence: RegExp;
  readonly health: 'Failing' | 'Attention' | 'Healthy';
  readonly cause: (acme: RunningOrg, tokenId: string, app: RunningApp) => unknown;
}

const cases: readonly Case[] = [
  {
    word: 'Working',
    sentence: /as svc-terraform@acme\.com, active/,
    health: 'Healthy',
    cause: () => undefined,
  },
  {
    word: 'Not accepted',
    sentence: /revoked, it expired .* E0000011/s,
    health: 'Failing',
    cause: (acme, id) => acme.org.revoke(id),
  },
  {
    word: 'Not allowed',
    sentence: /no admin role .* E0000006/s,
    health: 'Failing',
    cause: (acme) => acme.faults.add({ kind: 'status', status: 403, errorCode: 'E0000006' }),
  },
  {
    word: 'Rate limited',
    sentence: /frees up in about 15 minutes/,
    health: 'Attention',
    // A proxy answers like this: no body and no limit, only how long to wait.
    cause: (acme) => acme.faults.add({ kind: 'refusal', status: 429, headers: { 'retry-after': '900' } }),
  },
  {
    word: 'Owner inactive',
    sentence: /svc-terraform@acme\.com is LOCKED_OUT/,
    health: 'Failing',
    cause: (acme) => acme.org.setStatus('svc-terraform@acme.com', 'LOCKED_OUT'),
  },
  {
    word: 'Org not found',
    sentence: /not as an Okta org does/,
    health: 'Attention',
    cause: (acme) => acme.faults.add({ kind: 'html', status: 200 }),
  },
  {
    word: 'No network',
    sentence: /could not be made or broke off/,
    health: 'Attention',
    cause: (acme) => acme.faults.add({ kind: 'reset' }),
  },
  {
    word: 'TLS problem',
    sentence: /its certificate has expired/,
    health: 'Attention',
    cause: async (acme, _id, { page }) => {
      acme.setCertificate('expired');
      // Open connections stay trusted. New settings open new connections.
      await page.evaluate(() => window.keyturn.settings.set({ change: { proxy: { mode: 'none' } } }));
    },
  },
  {
    word: 'Proxy problem',
    sentence: /The proxy 127\.0\.0\.1:9 cannot be reached/,
    health: 'Attention',
    cause: (_acme, _id, app) => setProxy(app, 'http://127.0.0.1:9'),
  },
  {
    word: 'Okta trouble',
    sentence: /HTTP 500.*E0000009, request \w+/s,
    health: 'Attention',
    cause: (acme) => acme.faults.add({ kind: 'status', status: 500 }, { times: 20 }),
  },
  {
    word: 'Unexpected answer',
    sentence: /cut off or not JSON/,
    health: 'Attention',
    cause: (acme) => acme.faults.add({ kind: 'truncated' }),
  },
];

for (const { word, sentence, health, cause } of cases) {
  test(`outcome on screen: ${word}`, async ({ start, fake }) => {
    const acme = fake.org('acme');
    const app = await start();
    const { page } = app;
    const token = acme.org.issueToken({ owner: 'svc-terraform@acme.com', name: 'terraform' });
    await addToken(app, acme, { value: token.value, label: 'terraform' });
    await cause(acme, token.id, app);
    await row(page, 'terraform').hover();
    await page.getByRole('button', { name: 'Test terraform' }).click();
    await expect(result(page)).toHaveText(new RegExp(`^${word}\\.`), { timeout: 20_000 });
    await expect(result(page)).toContainText(sentence);
    await expect(row(page, 'terraform')).toContainText(health);
  });
}

test('outcome on screen: Blocked by network zone', async ({ start, fake }) => {
  const acme = fake.org('acme');
  const app = await start();
  const [office] = acme.org.zones;
  const token = acme.org.issueToken({
    owner: 'svc-terraform@acme.com',
    name: 'zoned',
    network: { connection: 'ZONE', include: [office?.id ?? ''], exclude: [] },
  });
  await addToken(app, acme, { value: token.value, label: 'zoned' });
  acme.org.clientAddress = '192.0.2.99';
  await app.page.getByRole('button', { name: 'Test', exact: true }).click();
  await expect(result(app.page)).toHaveText(/^Blocked by network zone\./);
  await expect(row(app.page, 'zoned')).toContainText('Failing');
});

test('outcome on screen: Timed out, where the checks that never ran say so', async ({ start, fake }) => {
  const acme = fake.org('acme');
  const app = await start();
  const token = acme.org.issueToken({ owner: 'svc-terraform@acme.com', name: 'slow' });
  await addToken(app, acme, { value: token.value, label: 'slow' });
  acme.faults.add({ kind: 'hang' });
  await app.page.getByRole('button', { name: 'Test', exact: true }).click();
  await expect(app.page.getByRole('button', { name: 'Test', exact: true })).toBeDisabled();
  await expect(result(app.page)).toHaveText(/^Timed out\./, { timeout: 25_000 });
  await expect(app.page.getByRole('list', { name: 'Checks' })).toContainText(
    'Not run: Okta accepts the token',
  );
});

test('the check says so while it waits for a limit', async ({ start, fake }) => {
  const acme = fake.org('acme');
  const app = await start();
  const token = acme.org.issueToken({ owner: 'svc-terraform@acme.com', name: 'patient' });
  await addToken(app, acme, { value: token.value, label: 'patient' });
  acme.faults.add({ kind: 'too-many', resetInSeconds: 3 });
  await app.page.getByRole('button', { name: 'Test', exact: true }).click();
  await expect(app.page.getByRole('list', { name: 'Checks' })).toContainText(/Waiting \d s for acme/);
  await expect(app.page.getByRole('button', { name: 'Test', exact: true })).toBeEnabled({ timeout: 15_000 });
  await expect(result(app.page)).toHaveText(/^Working\./);
});

test('the answer comes with the first call, and the rest of the result takes its place without moving the page', async ({
  start,
  fake,
}) => {
  const acme = fake.org('acme');
  const app = await start();
  const { page } = app;
  const token = acme.org.issueToken({ owner: 'svc-terraform@acme.com', name: 'prompt' });
  await addToken(app, acme, { value: token.value, label: 'prompt' });
  const whole = /^Working\. Accepted by \S+ as svc-terraform@acme\.com, active, .+\d ms, request \w+$/;
  await expect(result(page)).toHaveText(whole);
  const first = await result(page).textContent();
  const checksAt = async () => (await page.getByRole('heading', { name: 'Checks' }).boundingBox())?.y;
  const before = await checksAt();

  acme.faults.add({ kind: 'hang' }, { path: /\/roles$/ });
  await page.getByRole('main').getByRole('button', { name: 'Test', exact: true }).click();
  await expect(result(page)).toHaveText(
    /^Working\. Accepted by \S+ as svc-terraform@acme\.com, active\.Just now, request \w+$/,
  );
  await expect(page.getByRole('list', { name: 'Checks' })).toContainText('Running: Roles');
  expect(await checksAt()).toBe(before);

  // An unfinished test leaves the earlier result.
  await page.getByRole('button', { name: 'Cancel the test' }).click();
  await expect(result(page)).toContainText(first?.split('request ')[1] ?? 'nothing');
  await page.getByRole('main').getByRole('button', { name: 'Test', exact: true }).click();
  await expect(result(page)).toHaveText(whole);
  await expect(result(page)).not.toContainText(first?.split('request ')[1] ?? 'nothing');
});
