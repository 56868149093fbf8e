import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { temporaryFolder } from '../support/launch.ts';
import { launchOnElectron } from '../support/launch-electron.ts';
import { standIn } from './electron-stand-in.ts';

test('the launcher and the hook for Electron start the app, drive it and end it, with the Chromium host in place of Electron’s program', async () => {
  test.skip(process.platform === 'win32', 'The stand-in is a script of a POSIX shell.');
  test.info().annotations.push({ type: 'host', description: 'Chromium host, started as Electron is' });
  const folder = temporaryFolder();
  const { program, started } = standIn(join(folder.path, 'electron'));
  try {
    const app = await launchOnElectron(program, { userData: join(folder.path, 'Keyturn') });
    await expect(app.page.getByText('No tokens yet')).toBeVisible();
    await app.control.writeClipboard('by the hook');
    expect(await app.control.readClipboard()).toBe('by the hook');
    expect(started()).toContain(`--user-data=${join(folder.path, 'Keyturn')}`);
    await app.quit();
    expect(app.process.exitCode).toBe(0);
  } finally {
    folder.remove();
  }
});
