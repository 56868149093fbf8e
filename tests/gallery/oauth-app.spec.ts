import { addApp, openAppWizard } from '../support/oauth.ts';
import { freePort } from '../support/program.ts';
import { addToken } from '../support/steps.ts';
import { test } from '../support/test.ts';
import { camera } from './camera.ts';

test.setTimeout(240_000);

test('oauth-app', async ({ start, fake }) => {
  const acme = fake.org('acme');
  const app = await start();
  const { page } = app;
  const shot = camera(app, 'oauth-app');
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const { value } = acme.org.issueToken({ owner: 'ada.admin@acme.com', name: 'terraform' });
  await addToken(app, acme, { value, label: 'terraform-prod-2026-11' });
  await button('Add token').click();
  await page.getByRole('radio', { name: 'OAuth service app' }).check();
  await shot('what-to-add');
  await button('Cancel').click();
  await openAppWizard(page, acme);
  await page.getByLabel('What it is for').selectOption('Custom');
  await shot('name-and-job');
  await page.getByLabel('What it is for').selectOption('SIEM');
  await button('Make the key').click();
  await page.getByText(/"kty"/).waitFor();
  await shot('make');
  await button('Continue').click();
  await page.getByLabel('Client ID').fill('0oa1234567890abcdefgh');
  await button('Test the app').click();
  await page.getByRole('status').filter({ hasText: 'Not accepted' }).waitFor();
  await shot('test-not-accepted');
  await button('Finish later').click();
  await addApp(page, acme, { label: 'report-2026-11', purpose: 'Reporting' });
  await shot('overview');
  await page.getByRole('tab', { name: 'Access', exact: true }).click();
  await shot('access');
  const programsPort = await freePort();
  await page.evaluate(
    (port) => window.keyturn.settings.set({ change: { programsPort: port } }),
    programsPort,
  );
  await page.getByRole('tab', { name: 'Programs', exact: true }).click();
  await page.getByRole('switch', { name: 'Let programs use it without having it' }).click();
  await page.getByText(`http://127.0.0.1:${programsPort}/`).first().waitFor();
  await shot('programs');
  await page.getByRole('tab', { name: 'Set up', exact: true }).click();
  await shot('set-up');
});
