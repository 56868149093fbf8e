import { eventChannelOf } from '../../src/shared/contract/bridge.ts';
import type { UpdatesView } from '../../src/shared/contract/updates.ts';
import { expect, test } from '../support/test.ts';

const ready: UpdatesView = { off: null, state: 'ready', version: '9.9.9', lookedAt: 0 };

test('the window offers an update that is ready, until the person puts it off; main restarts with none that it does not have', async ({
  start,
}) => {
  const { page, control } = await start();
  const offer = page
    .getByRole('status')
    .filter({ hasText: 'Keyturn 9.9.9 is ready. Restart when you like.' });
  await expect(page.getByRole('button', { name: 'Add token' })).toBeVisible();
  await expect(offer).toHaveCount(0);
  // No host of tests is a package, so main itself finds no update.
  const channel = eventChannelOf('updatesChanged');
  await control.tellPage(channel, ready);
  await expect(offer).toBeVisible();
  await page.getByRole('button', { name: 'Restart to update' }).click();
  await expect(page.getByText('No newer version is ready.')).toBeVisible();
  await page.getByRole('button', { name: 'Later' }).click();
  await expect(offer).toHaveCount(0);
  await control.tellPage(channel, ready);
  await control.tellPage(channel, { ...ready, version: '9.9.10' });
  await expect(page.getByText('Keyturn 9.9.10 is ready.')).toBeVisible();
});

test('Settings say why Keyturn does not check for updates, and main does not look', async ({ start }) => {
  const { page } = await start();
  await page.getByRole('button', { name: 'Settings' }).click();
  await expect(page.getByText('This Keyturn was started from its source.')).toBeVisible();
  await expect(page.getByRole('switch', { name: 'Check for updates' })).toBeDisabled();
  await expect(page.getByRole('button', { name: 'Check now' })).toBeDisabled();
  const looked = await page.evaluate(() => window.keyturn.updates.look());
  expect(looked).toMatchObject({ ok: false, error: { code: 'policy' } });
});
