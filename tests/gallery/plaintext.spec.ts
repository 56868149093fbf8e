import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { addToken } from '../support/steps.ts';
import { test } from '../support/test.ts';
import { camera } from './camera.ts';

test.setTimeout(240_000);

test('tokens in plain text', async ({ start, fake, folder }) => {
  const acme = fake.org('acme');
  const kept = acme.org.issueToken({ owner: 'svc-terraform@acme.com', name: 'terraform' }).value;
  const other = acme.org.issueToken({ owner: 'svc-siem@acme.com', name: 'siem' }).value;
  const home = join(folder, 'home');
  const work = join(home, 'work/infrastructure/identity/production');
  mkdirSync(work, { recursive: true });
  writeFileSync(
    join(home, '.zsh_history'),
    `: 1:0;ls\n: 2:0;curl -H 'Authorization: SSWS ${other}' ${acme.origin}/api/v1/users\n`,
  );
  writeFileSync(join(work, '.env'), `OKTA_ORG_URL=${acme.origin}\nOKTA_API_TOKEN=${kept}\n`);
  writeFileSync(join(work, 'terraform.tfstate'), `{"outputs":{"okta_token":{"value":"${kept}"}}}`);
  const app = await start({ env: { HOME: home } });
  const { page, control } = app;
  await addToken(app, acme, { value: kept, label: 'terraform-prod-2026-08' });
  const picture = camera(app, 'plaintext');
  await page.getByRole('button', { name: 'Find tokens in files' }).click();
  await picture('not-looked');
  await control.answerDialog({
    canceled: false,
    filePaths: [join(import.meta.dirname, '../../node_modules')],
  });
  await page.getByRole('button', { name: 'Choose folder' }).click();
  await page.getByRole('button', { name: 'Search', exact: true }).click();
  await page.getByRole('button', { name: 'Stop' }).waitFor();
  await picture('looking');
  await page.getByRole('button', { name: 'Stop' }).click();
  await page.getByRole('button', { name: 'Stop' }).waitFor({ state: 'detached' });
  await control.answerDialog({ canceled: false, filePaths: [join(home, 'work')] });
  await page.getByRole('button', { name: 'Choose folder' }).click();
  await page.getByRole('button', { name: 'Search again' }).click();
  await page.getByRole('button', { name: 'Search again' }).waitFor();
  await picture('found');
  await control.answerDialog({ response: 1 });
  // "Clean up" is the first. Its name has the place, which stands elsewhere in other languages.
  await page.getByRole('row').filter({ hasText: '/.env' }).getByRole('button').first().click();
  await page
    .getByRole('table')
    .getByText(/^Keyturn removed the token/)
    .waitFor();
  await page.setViewportSize({ width: 1024, height: 700 });
  await picture('cleaned-1024');
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.getByRole('button', { name: /^Take in the token of/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('heading', { name: 'Capture' }).waitFor();
  await picture('take-in');
});
