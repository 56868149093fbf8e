import type { Page } from 'playwright-core';
import { addApp } from '../support/oauth.ts';
import { addToken, row } from '../support/steps.ts';
import { expect, test } from '../support/test.ts';

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

async function removeToken(page: Page, label: string): Promise<void> {
  await row(page, label).click();
  await button(page, 'Remove from Keyturn').click();
  await expect(page.getByText('You can undo this for 30 seconds.')).toBeVisible();
  await button(page, 'Remove').click();
  await expect(row(page, label)).toHaveCount(0);
}

test('a removed token comes back by Undo or Ctrl+Z, with its value and its results, and its page opens', async ({
  start,
  fake,
}) => {
  const acme = fake.org('acme');
  const app = await start();
  const { page, control } = app;
  const { value } = acme.org.issueToken({ owner: 'svc-terraform@acme.com', name: 't' });
  await addToken(app, acme, { value, label: 'mine' });
  await removeToken(page, 'mine');
  await expect(page.getByText('mine was removed from Keyturn.')).toBeVisible();
  await button(page, 'Undo').click();
  await expect(page.getByRole('heading', { name: 'mine', level: 1 })).toBeVisible();
  await expect(row(page, 'mine')).toContainText('Healthy');
  await expect(button(page, 'Undo')).toHaveCount(0);

  await removeToken(page, 'mine');
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('heading', { name: 'mine', level: 1 })).toBeVisible();
  await row(page, 'mine').click();
  await page.keyboard.press('c');
  await expect.poll(() => control.readClipboard()).toBe(value);
  await page.getByRole('button', { name: 'Activity' }).click();
  await expect(page.getByRole('main')).toContainText('Its removal was undone.');
});

test('the offer ends after thirty seconds, and with a lock', async ({ start, fake }) => {
  const acme = fake.org('acme');
  const app = await start();
  const { page, control } = app;
  for (const label of ['one', 'two']) {
    const { value } = acme.org.issueToken({ owner: 'svc-terraform@acme.com', name: label });
    await addToken(app, acme, { value, label });
  }
  await page.clock.install();
  await removeToken(page, 'one');
  await page.clock.fastForward('00:25');
  await expect(button(page, 'Undo')).toBeVisible();
  await page.clock.fastForward('00:05');
  await expect(button(page, 'Undo')).toHaveCount(0);
  // Main waits a little longer than the window.
  await control.moveClock(33_000);
  const gone = await page.evaluate(async () => {
    const entries = await window.keyturn.activity.list({ filter: 'token.removed', limit: 1 });
    const tokenId = entries.ok ? (entries.value[0]?.tokenId ?? '') : '';
    return await window.keyturn.tokens.bringBack({ tokenId });
  });
  expect(gone).toMatchObject({ ok: false, error: { sentence: 'The time to bring it back is over.' } });

  await removeToken(page, 'two');
  await button(page, 'Lock').click();
  await button(page, 'Unlock').click();
  await expect(page.getByRole('navigation')).toBeVisible();
  await expect(button(page, 'Undo')).toHaveCount(0);
  await expect(row(page, 'two')).toHaveCount(0);
});

test('a removal holds when Keyturn is killed before the offer ends', async ({ start, fake }) => {
  const acme = fake.org('acme');
  let app = await start();
  for (const label of ['one', 'two']) {
    const { value } = acme.org.issueToken({ owner: 'svc-terraform@acme.com', name: label });
    await addToken(app, acme, { value, label });
  }
  await removeToken(app.page, 'one');
  await app.kill();
  app = await start();
  await expect(row(app.page, 'two')).toBeVisible();
  await expect(row(app.page, 'one')).toHaveCount(0);
  await expect(button(app.page, 'Undo')).toHaveCount(0);
});

test('a removed OAuth app comes back with its key', async ({ start, fake }) => {
  const acme = fake.org('acme');
  const app = await start();
  const { page } = app;
  await addApp(page, acme, { label: 'report', purpose: 'Reporting' });
  await row(page, 'report').click();
  await button(page, 'Remove the app').click();
  await button(page, 'Remove').click();
  await expect(row(page, 'report')).toHaveCount(0);
  await expect(page.getByText('report was removed from Keyturn.')).toBeVisible();
  await button(page, 'Undo').click();
  await expect(page.getByRole('heading', { name: 'report', level: 1 })).toBeVisible();
  await button(page, 'Test').click();
  await expect(row(page, 'report')).toContainText('Healthy');
});
