import { callAs } from '../support/consumer.ts';
import { addToken, row } from '../support/steps.ts';
import { test } from '../support/test.ts';
import { camera } from './camera.ts';

test.describe.configure({ mode: 'parallel' });
test.setTimeout(240_000);

test('rotation', async ({ start, fake }) => {
  const acme = fake.org('acme');
  const app = await start();
  const { page, control } = app;
  const picture = camera(app, 'rotation');
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const owner = 'olga.org@acme.com';
  const old = acme.org.issueToken({ owner, name: 'hr-sync' });
  await addToken(app, acme, { value: old.value, label: 'hr-sync' });
  const other = acme.org.issueToken({ owner: 'svc-siem@acme.com', name: 'siem' });
  await addToken(app, acme, { value: other.value, label: 'siem-export' });
  await row(page, 'hr-sync').click();
  await page.getByRole('tab', { name: 'Rotation' }).click();
  await picture('tab');
  await button('Rotate').first().click();
  await button('Paste from clipboard').waitFor();
  await picture('planned');
  const wrong = acme.org.issueToken({ owner, name: 'wrong' });
  acme.org.revoke(wrong.id);
  await control.writeClipboard(wrong.value);
  await button('Paste from clipboard').click();
  await page.getByText('The new token does not work').waitFor();
  await picture('new-one-does-not-work');
  await button('Use another value').click();
  await picture('another-value');
  await button('Forget the new token').click();
  const narrow = acme.org.issueToken({ owner: 'svc-siem@acme.com', name: 'hr-sync-3' });
  await control.writeClipboard(narrow.value);
  await button('Paste from clipboard').click();
  await button('Hand over').waitFor();
  await picture('differs');
  await button('Use another value').click();
  await button('Revoke the new token').click();
  await button('Paste from clipboard').waitFor();
  const fresh = acme.org.issueToken({ owner, name: 'hr-sync-2' });
  await control.writeClipboard(fresh.value);
  await button('Paste from clipboard').click();
  await button('Hand over').click();
  await button('Undo rotation').waitFor();
  for (const [name, where] of [
    ['Vault', 'secret/hr/okta'],
    ['cron on hr-batch-2', ''],
  ] as const) {
    await button('Add consumer').click();
    await page.getByRole('textbox', { name: 'Name' }).fill(name);
    await page.getByRole('textbox', { name: 'Where' }).fill(where);
    if (name === 'Vault') {
      await page.getByLabel('How it gets the new token').selectOption('A command of your own');
      await page.getByLabel('Program and arguments').fill('/bin/true');
      await picture('consumer');
    }
    await button('Save consumer').click();
  }
  await control.answerDialog({ response: 1 });
  await button('Run the command for Vault').click();
  await button('Vault does not have it yet').waitFor();
  await picture('handing-over');
  await callAs(fake, acme, old.value, {
    userAgent: 'python-requests/2.32.3',
    method: 'POST',
    path: '/api/v1/groups',
    body: { profile: { name: 'still the old one' } },
  });
  await button('Check now').click();
  await page.getByText(/was used from/).waitFor();
  await picture('in-use');
  await button('Revoke old token').click();
  await picture('revoke-insist');
  await button('Keep it for now').click();
  acme.faults.add({ kind: 'status', status: 403, errorCode: 'E0000006' }, { method: 'DELETE', times: 2 });
  await button('Revoke old token').click();
  await page.getByLabel(/type/).fill('revoke anyway');
  await button('Revoke').click();
  await page.getByText(/did not revoke/).waitFor();
  await picture('not-revoked');
  await button('Revoke old token').click();
  await page.getByLabel(/type/).fill('revoke anyway');
  await button('Revoke').click();
  await page.getByRole('heading', { name: 'Revoked, with proof' }).waitFor();
  await picture('proof');
  await row(page, 'siem-export').click();
  await button('Replace now').click();
  await picture('replace-now');
  await button('Revoke it now').click();
  await page.getByRole('heading', { name: 'Revoked, with proof' }).waitFor();
  await picture('leaked');
  await button('Token page').click();
  await picture('revoked-token');
  await page.setViewportSize({ width: 1024, height: 700 });
  await row(page, 'hr-sync').click();
  await picture('small');
});
