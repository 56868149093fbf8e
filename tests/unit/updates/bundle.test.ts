import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { interceptElectron } from '../../../tools/chromium-host/intercept.ts';
import { quiet } from '../vault/memory-keyring.ts';

const main = join(import.meta.dirname, '../../../out/main');
const files = readdirSync(main).filter((name) => name.endsWith('.js'));
const codeOf = (file: string) => readFileSync(join(main, file), 'utf8');
const holdsUpdater = (file: string) => codeOf(file).includes('ERR_UPDATER_INVALID_VERSION');

it('electron-updater is in one file of the build, which the first look loads', async () => {
  const [file = '', ...others] = files.filter(holdsUpdater);
  expect(file).toMatch(/^updater-/);
  expect(others).toEqual([]);
  // Only one import of it, and that one waits.
  const users = files.filter((name) => name !== file && codeOf(name).includes(file));
  expect(users.map((name) => name.replace(/-.*/, ''))).toEqual(['start']);
  expect(codeOf(users[0] ?? '')).toMatch(new RegExp(`import\\(["']\\./${file}["']\\)`));

  // The bundle finds its parts: it has an updater of this system.
  const app = {
    getVersion: () => '0.1.0',
    getName: () => 'Keyturn',
    isPackaged: false,
    whenReady: async () => undefined,
  };
  interceptElectron({ app, session: {}, net: {}, autoUpdater: { on: () => undefined } });
  const { createUpdater } = await import(join(main, file));
  // Electron-updater itself does not look either where the app is not packaged.
  expect(await createUpdater(quiet, { end: async () => undefined, quit: () => undefined }).look()).toBeNull();
});
