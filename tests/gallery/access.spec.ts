import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { RunningApp } from '../support/launch.ts';
import { addToken, row } from '../support/steps.ts';
import { expect, test } from '../support/test.ts';
import { folder } from './camera.ts';

// Takes a picture of every state of Access and Inventory, in both themes and three sizes. The last size is a window of 1440x900 with text at 125 %.
const sizes = [
  { name: '1024x700', width: 1024, height: 700 },
  { name: '1440x900', width: 1440, height: 900 },
  { name: '125-percent', width: 1152, height: 720 },
] as const;

test.setTimeout(240_000);

/** Takes pictures of one state in both sizes and themes, with the panel scrolled to `at`. */
function camera({ page, control }: RunningApp) {
  let n = 0;
  mkdirSync(folder, { recursive: true });
  return async (what: string, at?: string) => {
    n++;
    for (const { name, width, height } of sizes) {
      await page.setViewportSize({ width, height });
      if (at !== undefined) {
        await page.getByRole('heading', { name: at, exact: true }).evaluate((heading) => {
          heading.scrollIntoView({ block: 'start' });
        });
      }
      for (const dark of [false, true]) {
        await control.systemTheme(dark);
        await page.waitForTimeout(120);
        const file = `access-${String(n).padStart(2, '0')}-${what}-${name}-${dark ? 'dark' : 'light'}.png`;
        await page.screenshot({ path: join(folder, file), caret: 'hide' });
      }
    }
    await control.systemTheme(false);
  };
}

test('access and inventory', async ({ start, fake }) => {
  const acme = fake.org('acme');
  const app = await start();
  const { page } = app;
  const picture = camera(app);
  const [office] = acme.org.zones;
  for (const [owner, label] of [
    ['svc-terraform', 'terraform-prod-2026-08'],
    ['ada.admin', 'break-glass'],
  ] as const) {
    const { value } = acme.org.issueToken({ owner: `${owner}@acme.com`, name: label });
    await addToken(app, acme, { value, label });
  }
  acme.org.issueToken({ owner: 'dora.gone@acme.com', name: 'left-behind' });
  acme.org.issueToken({ owner: 'olga.org@acme.com', name: 'ad-agent-eu-1', clientName: 'Okta AD Agent' });
  acme.org.issueToken({
    owner: 'svc-siem@acme.com',
    name: 'siem-export-of-the-north-eastern-region-2026-11',
    network: { connection: 'ZONE', include: [office?.id ?? ''], exclude: [] },
  });
  await page.getByRole('tab', { name: 'Access', exact: true }).click();
  await picture('before');
  await page.getByRole('button', { name: 'X-ray', exact: true }).click();
  await page.getByText(/\d+ allowed/).waitFor();
  await row(page, 'terraform-prod-2026-08').click();
  await page.getByRole('button', { name: 'Test', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Test', exact: true })).toBeEnabled();
  await page.getByRole('tab', { name: 'Access', exact: true }).click();
  acme.faults.add({ kind: 'too-many', resetInSeconds: 40 }, { path: /^\/api\/v1\/groups/ });
  await page.getByRole('button', { name: 'X-ray', exact: true }).click();
  await page.getByText(/\d+ allowed/).waitFor();
  await picture('x-ray');
  await page.getByLabel('What it is for').selectOption('Terraform');
  await page.getByRole('heading', { name: 'Smallest role that covers it' }).waitFor();
  await picture('judgement', 'Does the token need this?');
  await page.getByLabel('What it is for').selectOption('Custom');
  await picture('custom', 'Does the token need this?');
  await page.getByRole('button', { name: 'X-ray again' }).click();
  await page.getByText('Differences over time').waitFor();
  await picture('roles', 'Roles');
  await page.getByLabel('With the last X-ray of').selectOption({ index: 1 });
  await page.getByRole('table', { name: 'The two tokens side by side' }).waitFor();
  await picture('compare', 'Compare');
  await page.getByRole('button', { name: 'Read from Okta' }).click();
  await page.getByRole('button', { name: 'Change restriction' }).click();
  await page.getByRole('radio', { name: 'Network zones' }).check();
  await page.getByLabel('Use of Office').selectOption('Only from here');
  await picture('network', 'Network');
  await page.getByRole('button', { name: 'Change in Okta' }).click();
  await picture('network-confirm');
  await page.getByRole('button', { name: 'Leave it' }).click();
  await page.getByRole('button', { name: 'Inventory', exact: true }).click();
  await picture('inventory-before');
  fake.clock.advance(22 * 86_400_000);
  await page.getByRole('button', { name: 'Read inventory' }).click();
  await page.getByRole('table', { name: 'API tokens' }).waitFor();
  await picture('inventory');
  await page.getByRole('button', { name: 'Revoke left-behind' }).click();
  await picture('revoke');
});
