import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { compose } from '../../../src/main/app/compose.ts';
import { createAnswer } from '../../../src/main/ipc/router.ts';
import type { ActivityEntry } from '../../../src/shared/contract/activity.ts';
import type { Result } from '../../../src/shared/contract/failure.ts';
import { type Settings, settings } from '../../../src/shared/contract/settings.ts';
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

it('the record names each changed setting as the window does', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'keyturn-record-'));
  const world = stillWorld({ userData: join(folder, 'Keyturn'), extraCaFile: null });
  const app = compose(world);
  const answer = createAnswer(app.handlers, world.log);
  const newest = async (): Promise<string> => {
    const list = (await answer('activity.list', [{ filter: 'settings.changed', limit: 1 }])) as Result<
      ActivityEntry[]
    >;
    return list.ok ? (list.value[0]?.sentence ?? '') : '';
  };
  await app.start();
  for (const name of settings.keyof().options) {
    if (name === 'extraCaFile') continue;
    expect(await answer('settings.set', [{ change: { [name]: changes[name] } }])).toMatchObject({ ok: true });
    expect(await newest()).toBe(`Changed: "${settingNames[name]}".`);
  }
  await answer('settings.set', [{ change: { quietHours: null, theme: 'light' } }]);
  expect(await newest()).toBe('Changed: "Theme", "Quiet hours".');
  await app.end();
  rmSync(folder, { recursive: true });
});
