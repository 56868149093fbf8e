import type { Page } from 'playwright-core';
import type { ServiceApp } from '../../src/demo/okta/service-apps.ts';
import type { RunningOrg } from '../fake-okta/server.ts';
import { row } from './steps.ts';

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** Opens one of a token's tabs. */
export async function openTab(page: Page, label: string, tab: string): Promise<void> {
  await row(page, label).click();
  await page.getByRole('tab', { name: tab, exact: true }).click();
}

/** Sets a token's purpose, so that its OAuth tab knows the scopes. Leaves that tab open. */
export async function planFor(page: Page, label: string, purpose: string): Promise<string[]> {
  await openTab(page, label, 'Access');
  await button(page, 'X-ray').click();
  await page.getByText(/\d+ allowed, \d+ denied, \d+ not known/).waitFor();
  await page.getByLabel('What it is for').selectOption(purpose);
  await page.getByText('Smallest role that covers it').waitFor();
  await openTab(page, label, 'OAuth');
  return page.getByRole('list', { name: 'Scopes' }).getByRole('listitem').allTextContents();
}

/** Makes a key in Keyturn. Returns its public half as the page shows it. */
export async function makeKey(page: Page): Promise<Record<string, string>> {
  await button(page, 'Make a key').click();
  return JSON.parse((await page.getByText(/"kty"/).textContent()) ?? '');
}

/** Begins to add an OAuth service app of an org, with the wizard, up to its name and job. */
export async function openAppWizard(page: Page, org: RunningOrg): Promise<void> {
  await button(page, 'Add token').click();
  await page.getByRole('radio', { name: 'OAuth service app' }).check();
  await page.getByLabel('Org URL').fill(org.origin);
  await button(page, 'Continue').click();
  await page.getByRole('heading', { name: 'Name and job' }).waitFor();
}

/** Adds an OAuth service app with the wizard. The app in Okta has the scopes of its job and a role that reads. */
export async function addApp(
  page: Page,
  org: RunningOrg,
  { label, purpose, dpop = true }: { label: string; purpose: string; dpop?: boolean },
): Promise<ServiceApp> {
  await openAppWizard(page, org);
  await page.getByLabel('Label').fill(label);
  await page.getByLabel('What it is for').selectOption(purpose);
  await button(page, 'Make the key').click();
  const jwk = JSON.parse((await page.getByText(/"kty"/).textContent()) ?? '');
  const scopes =
    (await page.getByRole('listitem').filter({ hasText: 'Okta API Scopes' }).textContent()) ?? '';
  const made = org.org.addServiceApp({
    ...{ name: label, jwk, dpop, roles: [{ type: 'READ_ONLY_ADMIN' }] },
    scopes: scopes.match(/okta\.[\w.]+(?=[,.、。])/g)?.map((scope) => scope.replace(/\.$/, '')) ?? [],
  });
  await button(page, 'Continue').click();
  await page.getByLabel('Client ID').fill(made.clientId);
  await button(page, 'Test the app').click();
  await button(page, 'Done').click();
  await page.getByRole('dialog', { name: 'Add OAuth app' }).waitFor({ state: 'detached' });
  return made;
}

/** Makes an app with the key, these scopes and a role that reads. Returns its Client ID. */
export async function makeApp(
  page: Page,
  org: RunningOrg,
  jwk: Record<string, string>,
  scopes: readonly string[],
): Promise<ServiceApp> {
  const app = org.org.addServiceApp({ name: 'app', jwk, scopes, roles: [{ type: 'READ_ONLY_ADMIN' }] });
  await page.getByLabel('Client ID').fill(app.clientId);
  await button(page, 'Save Client ID').click();
  return app;
}
