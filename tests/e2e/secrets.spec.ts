import { join } from 'node:path';
import type { RunningApp } from '../support/launch.ts';
import { filesWith, heapOf } from '../support/leaks.ts';
import { addToken, openWizardAtCapture } from '../support/steps.ts';
import { expect, test } from '../support/test.ts';

/** Looks at every screen that shows something of a token. */
async function lookEverywhere({ page }: RunningApp): Promise<void> {
  for (const tab of ['Access', 'Programs', 'History', 'Overview']) {
    await page.getByRole('tab', { name: tab, exact: true }).click();
  }
  await page.getByRole('button', { name: 'Test', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Test', exact: true })).toBeEnabled();
  await page.getByRole('button', { name: 'Copy', exact: true }).click();
  await page.keyboard.press('Control+k');
  await page.keyboard.press('Escape');
  for (const name of ['Activity', 'Settings', 'Tokens']) {
    await page.getByRole('navigation').getByRole('button', { name }).first().click();
  }
}

test('a token never reaches the page, the messages to it, or a file in the clear', async ({
  start,
  fake,
  folder,
}) => {
  const acme = fake.org('acme');
  const app = await start();
  await app.control.ipc();
  const { value } = acme.org.issueToken({ owner: 'svc-terraform@acme.com', name: 'canary' });
  await addToken(app, acme, { value, label: 'canary' });
  await lookEverywhere(app);

  expect(await app.page.content()).not.toContain(value);
  expect(await heapOf(app.page)).not.toContain(value);
  expect(JSON.stringify(await app.page.evaluate('({ ...localStorage, ...sessionStorage })'))).not.toContain(
    value,
  );
  const messages = await app.control.ipc();
  expect(messages.length).toBeGreaterThan(20);
  expect(messages.filter(({ text }) => text.includes(value))).toEqual([]);
  expect(app.output()).not.toContain(value);
  await app.quit();
  expect(filesWith(folder, value)).toEqual([]);
  for (const name of ['svc-terraform@acme.com', `acme.localhost:${acme.port}`]) {
    expect(filesWith(join(folder, 'Keyturn'), name).filter((file) => !file.includes('/chromium/'))).toEqual(
      [],
    );
  }
});

test('these searches find a leak that is planted: in the page, in a message, in a file', async ({
  start,
  fake,
  folder,
}) => {
  const acme = fake.org('acme');
  const app = await start();
  const { value } = acme.org.issueToken({ owner: 'svc-terraform@acme.com', name: 'planted' });
  await app.page.evaluate(
    `globalThis.planted = ${JSON.stringify([value.slice(0, 20), value.slice(20)])}.join('')`,
  );
  expect(await heapOf(app.page)).toContain(value);
  await app.control.ipc();
  await app.page.evaluate((text) => window.keyturn.app.copyText({ text }), value);
  expect((await app.control.ipc()).some(({ text }) => text.includes(value))).toBe(true);
  const { writeFileSync } = await import('node:fs');
  writeFileSync(join(folder, 'Keyturn/leak.bin'), Buffer.from(`..${value}..`, 'utf16le'));
  writeFileSync(join(folder, 'Keyturn/leak.b64'), Buffer.from(`.${value}.`).toString('base64'));
  expect(filesWith(folder, value)).toHaveLength(2);
});

test('a typed token goes inward once; the page has forgotten it after', async ({ start, fake }) => {
  const acme = fake.org('acme');
  const app = await start();
  const { page, control } = app;
  await openWizardAtCapture(page, acme);
  const { value } = acme.org.issueToken({ owner: 'svc-terraform@acme.com', name: 'typed' });
  await page.getByRole('button', { name: 'Enter it by hand' }).click();
  await control.ipc();
  await page.getByLabel('API token').fill(value);
  await page.keyboard.press('Enter');
  await page.getByRole('status').waitFor();
  const carrying = (await control.ipc()).filter(({ text }) => text.includes(value));
  expect(carrying.map(({ direction, channel }) => [direction, channel])).toEqual([
    ['in', 'keyturn:wizard.captureTyped'],
  ]);
  expect(await page.content()).not.toContain(value);
});

test('no Okta error, however it echoes the token, puts it on screen, in the log or in a message', async ({
  start,
  fake,
  folder,
}) => {
  const acme = fake.org('acme');
  const app = await start();
  const { value } = acme.org.issueToken({ owner: 'svc-terraform@acme.com', name: 'echo' });
  await addToken(app, acme, { value, label: 'echo' });
  await app.control.ipc();
  acme.faults.add({ kind: 'redirect', to: `https://evil.example/?t=${value}` });
  await app.page.getByRole('button', { name: 'Test', exact: true }).click();
  await expect(app.page.getByRole('main').getByText('Unexpected answer.')).toBeVisible();
  expect(await app.page.content()).not.toContain(value);
  expect((await app.control.ipc()).filter(({ text }) => text.includes(value))).toEqual([]);
  await app.quit();
  expect(filesWith(folder, value)).toEqual([]);
});
