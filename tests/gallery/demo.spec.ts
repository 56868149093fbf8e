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
