import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { addToken } from '../support/steps.ts';
import { test } from '../support/test.ts';
import { camera } from './camera.ts';

test.setTimeout(240_000);

test('overview', async ({ start, fake }) => {
  const [acme, preview] = [fake.org('acme'), fake.org('acme-preview')];
  const app = await start();
  const { page } = app;
  const shot = camera(app, 'overview');
  const open = () => page.getByRole('navigation').getByRole('button', { name: 'Overview' }).click();
  await open();
  await shot('nothing-yet');
  await page.getByRole('navigation').getByRole('button', { name: 'Tokens' }).first().click();
  const dead = acme.org.issueToken({ owner: 'svc-terraform@acme.com', name: 'dead' });
  for (const [org, owner, label] of [
    [acme, 'svc-terraform@acme.com', 'terraform-prod-2026-11'],
    [acme, 'ada.admin@acme.com', 'ada-by-hand'],
    [preview, 'svc-terraform@acme.com', 'terraform-preview'],
  ] as const) {
    await addToken(app, org, { value: org.org.issueToken({ owner, name: label }).value, label });
  }
  await addToken(app, acme, { value: dead.value, label: 'scim-provisioning' });
  acme.org.revoke(dead.id);
  await page.getByRole('button', { name: 'Test', exact: true }).click();
  await page.getByRole('status').filter({ hasText: 'Not accepted' }).first().waitFor();
  for (const label of ['terraform-prod-2026-11', 'ada-by-hand']) {
    await page.getByRole('row', { name: new RegExp(`^${label}`) }).click();
    await page.getByRole('tab', { name: 'Access' }).click();
    await page.getByRole('button', { name: 'X-ray' }).click();
    await page.getByText(/\d+ allowed/).waitFor();
    await page.getByLabel('What it is for').selectOption('Terraform');
  }
  await open();
  await page.getByRole('table', { name: 'Needs you this week' }).waitFor();
  await shot('all');
  await page.setViewportSize({ width: 900, height: 700 });
  await shot('narrow');
});

test('help', async ({ start, folder }) => {
  mkdirSync(join(folder, 'Keyturn'));
  writeFileSync(join(folder, 'Keyturn/news-seen'), 'an earlier version');
  const app = await start();
  const { page } = app;
  const shot = camera(app, 'help');
  await page.getByRole('button', { name: 'Add token' }).waitFor();
  await shot('dot-after-an-update');
  await page.keyboard.press('F1');
  const help = page.getByRole('dialog', { name: 'Help' });
  await help.getByRole('button', { name: 'One token' }).click();
  await shot('one-token');
  await help.getByRole('button', { name: 'What is new' }).click();
  await shot('what-is-new');
  await help.getByRole('button', { name: 'Keyboard shortcuts' }).click();
  await shot('keys');
});

test('undo', async ({ start, fake }) => {
  const app = await start();
  const { page } = app;
  const { value } = fake.org('acme').org.issueToken({ owner: 'svc-terraform@acme.com', name: 't' });
  await addToken(app, fake.org('acme'), { value, label: 'terraform-prod-2026-11' });
  await page.getByRole('button', { name: 'Edit details' }).click();
  await page.getByLabel('Label').fill('terraform-production');
  await page.getByRole('button', { name: 'Save details' }).click();
  await page.getByRole('button', { name: 'Undo' }).waitFor();
  const shot = camera(app, 'undo');
  await shot('offered');
  await page.getByRole('button', { name: 'Remove from Keyturn' }).click();
  await shot('removal');
  await page.getByRole('alertdialog').getByRole('button', { name: 'Remove' }).click();
  await page.getByText('was removed from Keyturn').waitFor();
  await shot('removed');
});
