import { eventChannelOf } from '../../src/shared/contract/bridge.ts';
import { row } from '../support/steps.ts';
import { expect, test } from '../support/test.ts';
import { camera } from './camera.ts';

test.setTimeout(240_000);

test('demo', async ({ start }) => {
  const app = await start({ demo: true });
  const { page } = app;
  const shot = camera(app, 'demo');
  await row(page, 'Terraform production').click();
  await shot('a-token');
  await page.keyboard.press('F1');
  await shot('under-a-dialog');
  await page.keyboard.press('Escape');
  await page.getByRole('navigation').getByRole('button', { name: 'Settings' }).click();
  await shot('settings');
  await page.getByRole('button', { name: 'Lock', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Unlock' })).toBeVisible();
  await shot('locked');
});

test('updates', async ({ start }) => {
  const app = await start();
  const { page, control } = app;
  const shot = camera(app, 'updates');
  await page.getByRole('navigation').getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('switch', { name: 'Check for updates' }).scrollIntoViewIfNeeded();
  await shot('off');
  const ready = { off: null, state: 'ready', version: '0.2.0', lookedAt: Date.now() };
  await control.tellPage(eventChannelOf('updatesChanged'), ready);
  await page.getByRole('button', { name: 'Later' }).waitFor();
  await shot('offered');
});
