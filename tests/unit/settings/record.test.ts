import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rootCertificates } from 'node:tls';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { compose } from '../../../src/main/app/compose.ts';
import type { World } from '../../../src/main/app/world.ts';
import { createAnswer } from '../../../src/main/ipc/router.ts';
import type { ActivityEntry } from '../../../src/shared/contract/activity.ts';
import type { Result } from '../../../src/shared/contract/failure.ts';
import type { Settings } from '../../../src/shared/contract/settings.ts';
import { settingNames } from '../../../src/shared/settings/words.ts';
import { stillWorld } from '../main/still-world.ts';

/** A change of each setting that the window can make by `settings.set`. The CA file has methods of its own. */
const changes: Omit<Settings, 'extraCaFile'> = {
  theme: 'dark',
  language: 'de',
  proxy: { mode: 'none' },
  lockAfterMinutes: 5,
  lockOnSuspend: false,
  lockOnScreenLock: false,
  contentProtection: false,
  startMinimised: true,
  notifications: false,
  quietHours: { from: '22:00', to: '07:00' },
  startAtLogin: true,
  showInTray: false,
  usageKeepDays: 30,
  programsPort: 4731,
  lookForUpdates: false,
};

/** What the record says about each of these changes: the value before, as the window shows it, and the value after. */
const said: Record<keyof typeof changes, [from: string, to: string]> = {
  theme: ['System', 'Dark'],
  language: ['System', 'Deutsch'],
  proxy: ['System', 'None'],
  lockAfterMinutes: ['15 minutes', '5 minutes'],
  lockOnSuspend: ['On', 'Off'],
  lockOnScreenLock: ['On', 'Off'],
  contentProtection: ['On', 'Off'],
  startMinimised: ['Off', 'On'],
  notifications: ['On', 'Off'],
  quietHours: ['Off', '22:00 to 07:00'],
  startAtLogin: ['Off', 'On'],
  showInTray: ['On', 'Off'],
  usageKeepDays: ['90 days', '30 days'],
  programsPort: ['4730', '4731'],
  lookForUpdates: ['On', 'Off'],
};

let folder: string;
let app: ReturnType<typeof compose>;
let world: World;
let file: string | null;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'keyturn-record-'));
  file = null;
  world = stillWorld({
    userData: join(folder, 'Keyturn'),
    extraCaFile: null,
    dialogs: {
      openFolder: async () => null,
      openFile: async () => file,
      saveFile: async () => null,
      confirm: async () => true,
    },
  });
  app = compose(world);
  await app.start();
});
afterEach(async () => {
  await app.end();
  rmSync(folder, { recursive: true });
});

const answer = (name: string, ...sent: unknown[]) => createAnswer(app.handlers, world.log)(name, sent);
const change = async (wanted: Partial<Settings>) =>
  expect(await answer('settings.set', { change: wanted })).toMatchObject({ ok: true });
const entries = async (filter: string): Promise<string[]> => {
  const list = (await answer('activity.list', { filter, limit: 50 })) as Result<ActivityEntry[]>;
  return list.ok ? list.value.map(({ sentence }) => sentence) : [];
};
const newest = async () => (await entries('settings.changed'))[0];

it('the record says of each changed setting from which value to which, as the window does', async () => {
  for (const name of Object.keys(changes) as (keyof typeof changes)[]) {
    await change({ [name]: changes[name] });
    const [from, to] = said[name];
    expect(await newest()).toBe(`"${settingNames[name]}" was changed from "${from}" to "${to}".`);
  }
  await change({ quietHours: null, theme: 'light' });
  expect(await newest()).toBe(
    '"Theme" was changed from "Dark" to "Light". "Quiet hours" was changed from "22:00 to 07:00" to "Off".',
  );
  await change({ lockAfterMinutes: 0, usageKeepDays: 0 });
  expect(await newest()).toBe(
    '"Lock after" was changed from "5 minutes" to "Never". "Keep the use of tokens for" was changed from "30 days" to "Do not read the log".',
  );
});

it('the record has no entry for a setting that stays as it was', async () => {
  await change({ theme: 'system', lockAfterMinutes: 15, proxy: { mode: 'system' } });
  expect(await entries('settings.changed')).toEqual([]);
  await change({ theme: 'system', notifications: false });
  expect(await newest()).toBe('"Notifications" was changed from "On" to "Off".');
});

it('the record names a proxy without its account, and says that only the account changed', async () => {
  const custom = (account: string) =>
    change({ proxy: { mode: 'custom', url: `http://${account}@proxy.acme.com:8080` } });
  await custom('svc:first-password');
  expect(await newest()).toBe('"Proxy" was changed from "System" to "http://proxy.acme.com:8080".');
  await custom('svc:second-password');
  expect(await newest()).toBe('"Proxy" was changed.');
  await change({ proxy: { mode: 'none' } });
  expect(await newest()).toBe('"Proxy" was changed from "http://proxy.acme.com:8080" to "None".');
  expect(JSON.stringify(await entries(''))).not.toMatch(/password|svc/);
});

it('the record names the extra CA file without its folder', async () => {
  file = join(folder, 'acme-ca.pem');
  writeFileSync(file, rootCertificates[0] ?? '');
  expect(await answer('settings.chooseExtraCa', {})).toMatchObject({ ok: true });
  expect(await newest()).toBe('"Extra CA file" was changed from "None" to "acme-ca.pem".');
  expect(await answer('settings.removeExtraCa', {})).toMatchObject({ ok: true });
  expect(await newest()).toBe('"Extra CA file" was changed from "acme-ca.pem" to "None".');
});
