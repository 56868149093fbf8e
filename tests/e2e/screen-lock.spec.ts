import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { type OwnBus, sendAsNobody, startBus, startLogind, startScreenSaver } from '../support/buses.ts';
import { type OwnKeyring, startOwnKeyring } from '../support/own-keyring.ts';
import { expect, test } from '../support/test.ts';

test.skip(process.platform !== 'linux', 'Electron tells of it elsewhere');

let keyring: OwnKeyring;
let system: OwnBus;
let session: OwnBus;
test.beforeEach(async ({ folder }) => {
  mkdirSync(folder, { recursive: true });
  keyring = await startOwnKeyring(folder);
  system = await startBus(join(folder, 'system'));
  // The keyring and the screen saver are on this bus, as on a desktop.
  session = { ...system, address: keyring.env.DBUS_SESSION_BUS_ADDRESS ?? '' };
});
test.afterEach(async () => {
  keyring.stop();
  await system.kill();
});

const env = () => ({ ...keyring.env, DBUS_SYSTEM_BUS_ADDRESS: system.address, XDG_SESSION_ID: '2' });
const locked = (page: Page) => expect(page.getByRole('heading', { name: 'Keyturn is locked' })).toBeVisible();
const unlock = async (page: Page) => {
  await locked(page);
  await page.getByRole('button', { name: 'Unlock' }).click();
  await expect(page.getByRole('button', { name: 'Add token' })).toBeVisible();
};
const setting = (page: Page) => page.getByRole('switch', { name: 'Lock with the screen' });

// tests/unit/platform/linux-lock.test.ts tests suspend: here Chromium itself would get the signal and close its connections.
test('locks when logind says that the screen is locked, and when the screen saver starts', async ({
  start,
}) => {
  const logind = await startLogind(system);
  const saver = await startScreenSaver(session, 'org.gnome.ScreenSaver');
  const { page } = await start({ env: env() });
  await page.getByRole('button', { name: 'Settings' }).click();
  await expect(setting(page)).toBeEnabled();
  await expect(page.getByText('When the screen lock or the screen saver starts.')).toBeVisible();
  sendAsNobody(session, '/org/gnome/ScreenSaver', 'org.gnome.ScreenSaver.ActiveChanged', 'true');
  logind.lock(logind.paths.theirs);
  saver.set(true);
  await unlock(page);
  logind.lock();
  await unlock(page);
  logind.hint(true);
  await unlock(page);

  // The setting is off, so Keyturn stays open.
  await page.getByRole('button', { name: 'Settings' }).click();
  await setting(page).click();
  await expect(setting(page)).not.toBeChecked();
  saver.set(false);
  saver.set(true);
  logind.lock();
  await page.waitForTimeout(500);
  await expect(page.getByRole('heading', { name: 'Settings' })).toBeVisible();
  await setting(page).click();
  await expect(setting(page)).toBeChecked();
  logind.lock();
  await locked(page);
});

test('Settings says in the disabled row that no system reports a lock, and enables it when one does', async ({
  start,
}) => {
  const { page } = await start({ env: env() });
  await page.getByRole('button', { name: 'Settings' }).click();
  await expect(setting(page)).toBeDisabled();
  // The setting survives the restart.
  await expect(setting(page)).toBeChecked();
  await expect(setting(page)).toHaveAccessibleDescription(
    /^Not available here\. Neither logind nor a screen saver answers/,
  );
  const logind = await startLogind(system);
  await expect(setting(page)).toBeEnabled();
  await expect(page.getByText('a locker that does not tell logind')).toBeVisible();
  await logind.service.leave();
  await expect(setting(page)).toBeDisabled();
});
