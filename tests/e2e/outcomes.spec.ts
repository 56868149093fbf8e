import { addToken, result, row } from '../support/steps.ts';
import { expect, test } from '../support/test.ts';

// tests/e2e/diagnosis.spec.ts shows the other outcomes. These have causes of their own, and the first of them has nothing to diagnose.
test('outcome on screen: Working, No network, TLS problem, and Rate limited without a limit in the answer', async ({
  start,
  fake,
}) => {
  const acme = fake.org('acme');
  const app = await start();
  const { page } = app;
  const token = acme.org.issueToken({ owner: 'svc-terraform@acme.com', name: 'terraform' });
  await addToken(app, acme, { value: token.value, label: 'terraform' });
  const shows = async (word: string, sentence: RegExp, health: string) => {
    await row(page, 'terraform').hover();
    await page.getByRole('button', { name: 'Test terraform' }).click();
    await expect(result(page)).toHaveText(new RegExp(`^${word}\\.`), { timeout: 20_000 });
    await expect(result(page)).toContainText(sentence);
    await expect(row(page, 'terraform')).toContainText(health);
  };
  /** Open connections stay trusted. New settings open new connections. */
  const use = async (certificate: 'expired' | 'good') => {
    acme.setCertificate(certificate);
    await page.evaluate(() => window.keyturn.settings.set({ change: { proxy: { mode: 'none' } } }));
  };
  const working = () => shows('Working', /as svc-terraform@acme\.com, active/, 'Healthy');
  await working();

  acme.faults.add({ kind: 'reset' });
  await shows('No network', /could not be made or broke off/, 'Attention');
  await working();

  await use('expired');
  await shows('TLS problem', /its certificate has expired/, 'Attention');
  await use('good');
  await working();

  // A proxy answers like this: no body and no limit, only how long to wait.
  acme.faults.add({ kind: 'refusal', status: 429, headers: { 'retry-after': '900' } });
  await shows('Rate limited', /frees up in about 15 minutes/, 'Attention');
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
