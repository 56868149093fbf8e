import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { trayImage } from '../../../src/main/platform/tray-image.ts';
import { configuration, consoleProgram } from '../../../tools/packaging/configuration.ts';

const root = join(import.meta.dirname, '../../..');
const made = configuration(false);

describe('the files of the checkout in the packages', () => {
  it('exist, except for those made while packing', () => {
    const paths = [...JSON.stringify(made).matchAll(/"(resources\/[^"*=]+|tools\/[^"*=]+)["=]/g)].map(
      ([, path]) => path ?? '',
    );
    for (const path of [
      'resources/bin/keyturn',
      'resources/windows/installer.nsh',
      'resources/icons/icon.icns',
      'resources/linux/after-install.sh',
      'resources/linux/app.keyturn.desktop.metainfo.xml',
      'tools/packaging/before-pack.mjs',
    ]) {
      expect(paths).toContain(path);
    }
    expect(paths.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });

  it('hold the console program of Windows where the app and the installer look for it', () => {
    expect(made.win?.extraResources).toEqual([{ from: 'dist/console/keyturn.exe', to: 'bin/keyturn.exe' }]);
    expect(readFileSync(join(root, 'tools/packaging/before-pack.mjs'), 'utf8')).toContain(consoleProgram);
    expect(readFileSync(join(root, 'resources/windows/installer.nsh'), 'utf8')).toContain(
      '$INSTDIR\\resources\\bin',
    );
  });

  it('hold a command for macOS that is executable', () => {
    accessSync(join(root, 'resources/bin/keyturn'), constants.X_OK);
  });

  it('hold every system’s image for the tray', () => {
    expect(made.files).toContain('resources/tray/**');
    for (const platform of ['darwin', 'win32', 'linux'] as const) {
      expect(existsSync(join(root, 'resources/tray', trayImage(platform, true)))).toBe(true);
    }
  });
});
