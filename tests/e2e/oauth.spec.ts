import type { Page } from 'playwright-core';
import { serious } from '../support/axe.ts';
import { makeKey, openTab, planFor } from '../support/oauth.ts';
import { addToken } from '../support/steps.ts';
import { expect, test } from '../support/test.ts';

const compared = (page: Page, family: string) =>
  page
    .getByRole('table', { name: 'The app beside the token' })
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: family, exact: true }) });

test('replaces a token by an app for its job: scopes, key, app, test, and a private key that the page never sees', async ({
  start,
  fake,
}) => {
  const acme = fake.org('acme');
  const app = await start();
  await app.control.ipc();
  const { page, control } = app;
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const { value } = acme.org.issueToken({ owner: 'ada.admin@acme.com', name: 'report' });
  await addToken(app, acme, { value, label: 'report' });

  await openTab(page, 'report', 'OAuth');
  await expect(page.getByRole('tabpanel')).toContainText('On the Access tab, make an X-ray', {
    ignoreCase: true,
  });
  await expect(button('Make a key')).toHaveCount(0);
  const scopes = await planFor(page, 'report', 'Reporting');
  expect(scopes).toContain('okta.logs.read');
  expect(scopes.every((scope) => scope.endsWith('.read'))).toBe(true);
  const jwk = await makeKey(page);
  await expect(page.getByRole('tabpanel')).toContainText('API Services');
  expect(jwk).toMatchObject({ kty: 'RSA', use: 'sig' });
  expect(jwk.d).toBeUndefined();
  await button('Copy public key').click();
  expect(JSON.parse(await control.readClipboard())).toEqual(jwk);
  await button('Open Admin Console').click();
  expect(await control.opened()).toContain(`${acme.origin}/admin/apps/active`);

  // The app lacks a scope and has no role.
  const made = acme.org.addServiceApp({ name: 'report', jwk, scopes: scopes.slice(1), roles: [] });
  await page.getByLabel('Client ID').fill('our report');
  await button('Save Client ID').click();
  await expect(page.getByRole('alert')).toContainText('This is not the Client ID of an app.');
  await page.getByLabel('Client ID').fill(made.clientId);
  await button('Save Client ID').click();
  await button('Test the app').click();
  const result = page.getByRole('status').filter({ hasText: 'access token' });
  await expect(result).toContainText('Not allowed.');
  await expect(page.getByRole('tabpanel')).toContainText(`The scope ${scopes[0]} is not granted.`);
  await expect(page.getByRole('tabpanel')).toContainText('the app has no admin role that reads this');
  await expect(button('Copy private key')).toHaveCount(0);

  made.setScopes(...scopes);
  made.setRoles({ type: 'READ_ONLY_ADMIN' });
  await button('Test the app').click();
  await expect(result).toContainText('Working.');
  await expect(compared(page, 'System Log')).toContainText('Works');
  await expect(compared(page, 'Network zones')).toContainText('No longer');
  await expect(page.getByRole('tabpanel')).toContainText('demands a proof of possession (DPoP)');

  for (const dark of [false, true]) {
    await control.systemTheme(dark);
    await expect.poll(() => serious(page)).toEqual([]);
  }
  await control.systemTheme(false);

  await button('Copy private key').click();
  await expect(page.getByText(/Clipboard clears in/)).toBeVisible();
  const pem = await control.readClipboard();
  expect(pem).toMatch(/^-----BEGIN PRIVATE KEY-----/);
  const secretPart = pem.split('\n')[5] ?? '';
  expect(secretPart).toHaveLength(64);
  expect(JSON.stringify(await control.ipc())).not.toContain(secretPart);
  expect(await page.content()).not.toContain('PRIVATE KEY-----');

  // Keyturn asks before it replaces the key at once, because that deletes the present one, and names the other way.
  await button('Replace the key at once').click();
  await expect(page.getByRole('alertdialog')).toContainText('rotate it on the Key tab of the app instead');
  await button('Keep this key').click();
  await expect(page.getByText(jwk.kid ?? '')).toBeVisible();

  // Everything is still there after a restart. Forgetting the app deletes its key.
  await app.quit();
  const again = await start();
  await openTab(again.page, 'report', 'OAuth');
  await expect(again.page.getByLabel('Client ID')).toHaveValue(made.clientId);
  await expect(again.page.getByRole('status').filter({ hasText: 'Working.' })).toBeVisible();
  await again.page.getByRole('button', { name: 'Remove the app' }).click();
  await again.page.getByRole('button', { name: 'Remove', exact: true }).click();
  await expect(again.page.getByRole('button', { name: 'Make a key' })).toBeVisible();
  await again.page.getByRole('button', { name: 'Activity' }).click();
  await expect(again.page.getByRole('main')).toContainText('The OAuth service app was removed from Keyturn');
});
