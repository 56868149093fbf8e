import { addToken } from '../support/steps.ts';
import { test } from '../support/test.ts';
import { camera } from './camera.ts';

test.setTimeout(240_000);

test('oauth', async ({ start, fake }) => {
  const acme = fake.org('acme');
  const app = await start();
  const { page } = app;
  const shot = camera(app, 'oauth');
  /** Takes the picture after scrolling this heading into view. */
  const picture = async (what: string, heading?: string) => {
    if (heading !== undefined) {
      await page.getByRole('heading', { name: heading }).evaluate((found) => found.scrollIntoView());
    }
    await shot(what);
  };
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const { value } = acme.org.issueToken({ owner: 'ada.admin@acme.com', name: 'scim' });
  await addToken(app, acme, { value, label: 'scim-globex-2026-11' });
  const tab = (name: string) => page.getByRole('tab', { name, exact: true }).click();
  await tab('OAuth');
  await picture('not-known');
  await tab('Access');
  await button('X-ray').click();
  await page.getByText(/\d+ allowed/).waitFor();
  await page.getByLabel('What it is for').selectOption('User provisioning');
  await tab('OAuth');
  await picture('plan');
  await button('Make a key').click();
  const jwk = JSON.parse((await page.getByText(/"kty"/).textContent()) ?? '');
  await picture('make-the-app');
  const scopes = await page.getByRole('list', { name: 'Scopes' }).getByRole('listitem').allTextContents();
  const made = acme.org.addServiceApp({ name: 'scim', jwk, scopes: scopes.slice(1) });
  await page.getByLabel('Client ID').fill('0oa1234567890abcdefgh');
  await button('Save Client ID').click();
  await button('Test the app').click();
  await page.getByRole('status').filter({ hasText: 'Not accepted' }).waitFor();
  await picture('not-accepted', 'Test the app');
  await page.getByLabel('Client ID').fill(made.clientId);
  await button('Change').click();
  await button('Test the app').click();
  await page.getByRole('status').filter({ hasText: 'Not allowed' }).waitFor();
  await picture('lacks', 'Test the app');
  made.setScopes(...scopes);
  made.setRoles({ type: 'SUPER_ADMIN' });
  await button('Test the app').click();
  await page.getByRole('status').filter({ hasText: 'Working' }).waitFor();
  await picture('works', 'Test the app');
  await picture('use-it', 'Use it');
  await picture('revoke-the-token', 'Revoke the API token');
  await button('Revoke the API token').click();
  await page.getByRole('heading', { name: /^Moving/ }).waitFor();
  await button('Add consumer').click();
  await page.getByLabel('Name').fill('globex-sync');
  await page.getByLabel('Where').fill('hr-batch-2');
  await picture('consumer');
  await button('Save consumer').click();
  await button('Mark globex-sync as done').click();
  await button('Check now').waitFor();
  await picture('moving');
  await button('Revoke token').click();
  await picture('ask-revoke');
  await page.getByLabel(/To revoke it all the same/).fill('revoke anyway');
  acme.faults.add(
    { kind: 'status', status: 401, errorCode: 'E0000011' },
    { path: /./, times: Number.POSITIVE_INFINITY },
  );
  await button('Revoke').click();
  await page.getByRole('alert').waitFor();
  await picture('not-proven');
  acme.faults.clear();
  await button('Try again').click();
  await page.getByRole('heading', { name: 'Revoked, with proof' }).waitFor();
  await picture('proven');
  await button('Token page').click();
  await tab('OAuth');
  await picture('token-revoked', 'Revoke the API token');
  await button('Remove the app').click();
  await picture('remove');
});
