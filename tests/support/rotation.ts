import { readFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import type { Page } from 'playwright-core';
import type { RunningOrg } from '../fake-okta/server.ts';
import type { RunningApp } from './launch.ts';
import { addToken } from './steps.ts';

/** An owner who may read everything and change groups. The owner's calls write events to the System Log. */
const owner = 'olga.org@acme.com';
/** Returns the button with exactly this name. */
export const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** A kept token and its replacement. */
export interface Pair {
  readonly old: { id: string; value: string };
  readonly fresh: { id: string; value: string };
}

/** Keeps a token named hr-sync, and makes a second one in Okta. */
export async function keepOne(
  app: RunningApp,
  acme: RunningOrg,
  newOwner = owner,
  oldOwner = owner,
): Promise<Pair> {
  const old = acme.org.issueToken({ owner: oldOwner, name: 'hr-sync' });
  await addToken(app, acme, { value: old.value, label: 'hr-sync' });
  return { old, fresh: acme.org.issueToken({ owner: newOwner, name: 'hr-sync-2' }) };
}

/** Starts the rotation and pastes the new token. */
export async function captureNew({ page, control }: RunningApp, { fresh }: Pair): Promise<void> {
  await button(page, 'Rotate').click();
  await expect(page.getByRole('heading', { name: 'Rotating hr-sync' })).toBeVisible();
  await control.writeClipboard(fresh.value);
  await button(page, 'Paste from clipboard').click();
}

/** Rotates up to the hand-over. */
export async function toHandOver(app: RunningApp, pair: Pair): Promise<void> {
  await captureNew(app, pair);
  await button(app.page, 'Hand over').click();
  await expect(button(app.page, 'Revoke old token')).toBeVisible();
}

/** Returns the content of a file; empty when it is missing. */
export const readIf = (file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
};
