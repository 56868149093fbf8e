import type { Page } from 'playwright-core';
import type { RunningOrg } from '../fake-okta/server.ts';
import type { RunningApp } from '../support/launch.ts';
import { addToken, result } from '../support/steps.ts';
import { expect } from '../support/test.ts';

/** The parts of a running app that the walk uses. */
export interface Walked {
  readonly page: Page;
  writeClipboard(text: string): Promise<void>;
  /** Called after each part, with its name. */
  picture(name: string): Promise<void>;
}

/** Adds a token of the org, tests it, and rotates it until Okta has only the new one. */
export async function addTestRotate(
  { page, writeClipboard, picture }: Walked,
  { org, origin }: RunningOrg,
): Promise<void> {
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const owner = 'olga.org@acme.com';
  const old = org.issueToken({ owner, name: 'hr-sync' });
  // The steps use only the app's page and clipboard.
  const app = { page, control: { writeClipboard } } as unknown as RunningApp;
  await addToken(app, { org, origin } as RunningOrg, { value: old.value, label: 'hr-sync' });
  await picture('1-added');

  await button('Test').click();
  await expect(result(page)).toHaveText(/^Working\./);
  await picture('2-tested');

  const fresh = org.issueToken({ owner, name: 'hr-sync-2' });
  await button('Rotate').click();
  await expect(page.getByRole('heading', { name: 'Rotating hr-sync' })).toBeVisible();
  await writeClipboard(fresh.value);
  await button('Paste from clipboard').click();
  await button('Hand over').click();
  await page.getByLabel('Must be quiet for').selectOption('No wait');
  await expect(page.getByText(/No use of the old token was seen for/)).toBeVisible();
  await button('Revoke old token').click();
  await button('Revoke').click();
  await expect(page.getByRole('heading', { name: 'Rotated hr-sync' })).toBeVisible();
  const ids = org.tokens.map(({ id }) => id);
  expect([ids.includes(old.id), ids.includes(fresh.id)]).toEqual([false, true]);
  await picture('3-rotated');
}
