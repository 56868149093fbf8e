import { expect } from '@playwright/test';
import type { Page } from 'playwright-core';
import type { RunningOrg } from '../fake-okta/server.ts';
import type { RunningApp } from './launch.ts';

/** Opens the wizard and continues to Capture, for an org of the fake. */
export async function openWizardAtCapture(page: Page, org: RunningOrg): Promise<void> {
  await page.getByRole('button', { name: 'Add token' }).click();
  await page.getByLabel('Org URL').fill(org.origin);
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('heading', { name: 'Create in Okta' }).waitFor();
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('heading', { name: 'Capture' }).waitFor();
}

/** Pastes a value from the system's clipboard and continues to Test. */
export async function pasteAndContinue({ page, control }: RunningApp, value: string): Promise<void> {
  await control.writeClipboard(value);
  await page.getByRole('button', { name: 'Paste from clipboard' }).click();
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('heading', { name: 'Test', exact: true }).waitFor();
}

/** Adds a token with the wizard. An offer of a recovery key stays unanswered. */
export async function saveToken(
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
}

/** Adds a token with the wizard. Answers an offer of a recovery key with "Not now". */
export async function addToken(
  app: RunningApp,
  org: RunningOrg,
  options: { value: string; label: string },
): Promise<void> {
  const { page } = app;
  await saveToken(app, org, options);
  // The offer appears in the same render as the first row, so it is either visible now or not coming.
  const offer = page.getByRole('region', { name: 'Recovery key' });
  if (await offer.isVisible()) {
    await offer.getByRole('button', { name: 'Not now' }).click();
    await offer.waitFor({ state: 'detached' });
  }
}

/** Adds a token of an admin who may change users, and opens the tasks page. */
export async function openTasks(app: RunningApp, org: RunningOrg): Promise<void> {
  const { value } = org.org.issueToken({ owner: 'olga.org@acme.com', name: 'users' });
  await addToken(app, org, { value, label: 'users' });
  await app.page.getByRole('button', { name: 'Tasks', exact: true }).click();
  await app.page.getByRole('heading', { name: 'Tasks' }).waitFor();
}

/** Sets a proxy through the bridge, and confirms the system's dialog. */
export async function setProxy({ page, control }: RunningApp, url: string): Promise<void> {
  await control.answerDialog({ response: 1 });
  const answer = await page.evaluate(
    (to) => window.keyturn.settings.set({ change: { proxy: { mode: 'custom', url: to } } }),
    url,
  );
  if (!answer.ok) throw new Error(answer.error.sentence);
}

/** Makes a recovery key on the open Settings page, and confirms that it is written down. Returns the key. */
export async function makeRecoveryKey(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Make a new recovery key' }).click();
  const shown = page.getByRole('dialog', { name: 'Recovery key' });
  const key = (await shown.getByTestId('recovery-key').textContent()) ?? '';
  await shown.getByLabel('I have written it down').check();
  await shown.getByRole('button', { name: 'Done' }).click();
  await shown.waitFor({ state: 'detached' });
  return key;
}

/**
 * Does something that sends a call which the org never answers, and lets the longest time of a call pass at once. `method` is the call's: an
 * earlier call must have its answer first. tests/unit/okta/client.test.ts waits out each limit of a call.
 */
export async function untilTimedOut(
  { control }: RunningApp,
  { requests }: RunningOrg,
  method: 'GET' | 'DELETE',
  act: () => Promise<void>,
): Promise<void> {
  const before = requests.length;
  await act();
  await expect.poll(() => requests.slice(before).some((seen) => seen.method === method)).toBe(true);
  await control.moveClock(31_000);
}

/** Returns a token's row in the list. */
export const row = (page: Page, label: string) =>
  page.getByRole('grid', { name: 'Tokens' }).getByRole('row', { name: new RegExp(`^${label}[,、]`) });

/** Returns the test result on the open page. */
export const result = (page: Page) => page.getByRole('main').getByRole('status').first();
