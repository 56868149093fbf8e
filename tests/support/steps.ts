import type { Page } from 'playwright-core';
import type { RunningOrg } from '../fake-okta/server.ts';
import type { RunningApp } from './launch.ts';

/** Goes through the wizard as far as Capture, for an org of the fake. */
export async function openWizardAtCapture(page: Page, org: RunningOrg): Promise<void> {
  await page.getByRole('button', { name: 'Add token' }).click();
  await page.getByLabel('Org URL').fill(org.origin);
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('heading', { name: 'Create in Okta' }).waitFor();
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('heading', { name: 'Capture' }).waitFor();
}

/** Pastes a value from the system's clipboard and goes on to Test. */
export async function pasteAndContinue({ page, control }: RunningApp, value: string): Promise<void> {
  await control.writeClipboard(value);
  await page.getByRole('button', { name: 'Paste from clipboard' }).click();
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('heading', { name: 'Test', exact: true }).waitFor();
}

/** Adds a token by the wizard and answers the offer of a recovery key with "Not now", if there is one. */
export async function addToken(
  app: RunningApp,
  org: RunningOrg,
  options: { value: string; label: string },
): Promise<void> {
  const { page } = app;
  await openWizardAtCapture(page, org);
  await pasteAndContinue(app, options.value);
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByLabel('Label').fill(options.label);
  await page.getByRole('button', { name: /^Save (token|anyway)$/ }).click();
  await page.getByRole('dialog', { name: 'Add token' }).waitFor({ state: 'detached' });
  await row(page, options.label).first().waitFor();
  // The offer comes in the same render as the first row, so that it is either there by now or not at all.
  const offer = page.getByRole('region', { name: 'Recovery key' });
  if (await offer.isVisible()) {
    await offer.getByRole('button', { name: 'Not now' }).click();
    await offer.waitFor({ state: 'detached' });
  }
}

/** Adds a token of an admin who may change users, and opens the page of tasks. */
export async function openTasks(app: RunningApp, org: RunningOrg): Promise<void> {
  const { value } = org.org.issueToken({ owner: 'olga.org@acme.com', name: 'users' });
  await addToken(app, org, { value, label: 'users' });
  await app.page.getByRole('button', { name: 'Tasks', exact: true }).click();
  await app.page.getByRole('heading', { name: 'Tasks' }).waitFor();
}

/** A token's row in the list. */
export const row = (page: Page, label: string) =>
  page.getByRole('grid', { name: 'Tokens' }).getByRole('row', { name: new RegExp(`^${label},`) });

/** The test result on the open page. */
export const result = (page: Page) => page.getByRole('main').getByRole('status').first();
