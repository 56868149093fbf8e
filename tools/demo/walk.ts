/**
 * `npm run demo -- --headless`: makes a token in the fake's Admin Console, and adds, saves and tests it without a person. Leaves numbered
 * screenshots and report.md in demo-output/.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startFakeOkta } from '../../tests/fake-okta/server.ts';
import { launch, temporaryFolder } from '../../tests/support/launch.ts';
import { Report } from './report.ts';

const root = join(import.meta.dirname, '../..');
const output = join(root, 'demo-output');
rmSync(output, { recursive: true, force: true });
mkdirSync(output);

const fake = await startFakeOkta({ latencyMs: 40 });
const acme = fake.org('acme');
const folder = temporaryFolder();
const extraCa = join(folder.path, 'ca.pem');
writeFileSync(extraCa, fake.caPem);
const app = await launch({
  userData: join(folder.path, 'Keyturn'),
  extraCa,
  browser: { pins: acme.pins },
});
const { page, control } = app;
const report = new Report(output);

async function walk(): Promise<void> {
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.getByText('No tokens yet').waitFor();
  await report.picture(page, 'Keyturn opens on its first page: nothing is kept yet.');

  await page.getByRole('button', { name: 'Add token' }).click();
  const wizard = page.getByRole('dialog', { name: 'Add token' });
  await wizard.getByLabel('Org URL').fill(`${acme.origin}/app/UserHome`);
  await report.picture(page, 'Add token, step Org: an address as copied out of the address bar.');

  await wizard.getByRole('button', { name: 'Continue' }).click();
  await wizard.getByRole('heading', { name: 'Create in Okta' }).waitFor();
  await wizard.getByRole('button', { name: 'Copy name' }).click();
  await report.picture(page, 'The org has said who it is; a name for the token is proposed and copied.');
  const name = await control.readClipboard();

  await wizard.getByRole('button', { name: 'Open Admin Console' }).click();
  const admin = await app.browserPage(acme.adminUrl);
  await admin.setViewportSize({ width: 1280, height: 800 });
  await admin.getByLabel('What do you want your token to be named?').fill(name);
  await report.picture(admin, "Open Admin Console opened the org's page of API tokens (here the fake's).");
  await admin.getByRole('button', { name: 'Create token' }).click();
  await admin.getByLabel('Token Value').waitFor();
  await admin.getByRole('button', { name: 'Copy to clipboard' }).click();
  await admin.getByText('Copied').waitFor();
  // The picture would show the value. This one belongs to a fake org and dies with it, but a real value must never be in a picture.
  await report.picture(admin, 'The token is made; its value is shown once, and copied.');
  await admin.close();

  await wizard.getByRole('button', { name: 'Continue' }).click();
  await wizard.getByRole('heading', { name: 'Capture' }).waitFor();
  await wizard.getByRole('button', { name: 'Paste from clipboard' }).click();
  await wizard.getByRole('status').filter({ hasText: 'Captured' }).waitFor();
  await report.picture(
    page,
    'Paste from clipboard: the window learns a fingerprint; the clipboard is cleared.',
  );
  report.fact(
    'The clipboard after the capture',
    (await control.readClipboard()) === '' ? 'empty' : 'NOT EMPTY',
  );

  await wizard.getByRole('button', { name: 'Continue' }).click();
  const inWizard = wizard.getByRole('status').filter({ hasText: /^Working\./ });
  await inWizard.waitFor();
  await report.picture(page, 'The test runs by itself; every check says what it found.');
  report.fact('The test in the wizard', (await inWizard.textContent()) ?? '');

  await wizard.getByRole('button', { name: 'Continue' }).click();
  await wizard.getByLabel('Purpose').fill('Terraform applies production from CI');
  await wizard.getByLabel('Tags').fill('infra, nightly');
  await wizard.getByLabel('Where it is used').fill('GitHub Actions: acme/infra\ncron on batch-2');
  const keptIn = wizard.getByText(/encrypted with/).first();
  report.fact('Where the wizard says it will be kept', (await keptIn.textContent()) ?? '');
  await report.picture(page, 'Save: what it is for, where it is used, and where it will be kept.');

  await wizard.getByRole('button', { name: 'Save token' }).click();
  await page.getByRole('grid', { name: 'Tokens' }).getByRole('row', { name }).waitFor();
  const offer = page.getByRole('region', { name: 'Recovery key' });
  await offer.waitFor();
  await report.picture(page, 'At the first save a recovery key is offered, once.');
  await offer.getByRole('button', { name: 'Not now' }).click();
  await offer.waitFor({ state: 'detached' });
  await report.picture(page, 'The token is in the list.');

  const before = acme.requests.length;
  await page.getByRole('button', { name: 'Test', exact: true }).click();
  const deadline = Date.now() + 10_000;
  while (acme.requests.length - before < 3 && Date.now() < deadline) await page.waitForTimeout(20);
  const result = page
    .getByRole('main')
    .getByRole('status')
    .filter({ hasText: /^Working\./ })
    .first();
  await page.getByRole('button', { name: 'Test', exact: true, disabled: false }).waitFor();
  await result.waitFor();
  report.fact('One click on Test', (await result.textContent()) ?? '');
  report.fact('Calls that click made, at 40 ms each', String(acme.requests.length - before));
  await report.picture(page, 'Tested with one click.');

  await page.emulateMedia({ colorScheme: 'dark' });
  await report.picture(page, 'The same in the dark theme.');
}

let failure: unknown = null;
try {
  await walk();
} catch (error) {
  failure = error;
  await report.picture(page, 'Here the walk ended.').catch(() => undefined);
} finally {
  report.finish(failure, acme.requests);
  await app.quit();
  await fake.close();
  folder.remove();
}
if (failure !== null) {
  process.stderr.write(`The walk failed: ${failure instanceof Error ? failure.message : failure}\n`);
  process.exit(1);
}
process.stdout.write(`The walk is in demo-output/: ${report.pictures} pictures and report.md.\n`);
process.exit(0);
