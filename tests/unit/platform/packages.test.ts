import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { trayImage } from '../../../src/main/platform/tray-image.ts';

const root = join(import.meta.dirname, '../../..');
const config = readFileSync(join(root, 'electron-builder.yml'), 'utf8');
const named = (pattern: RegExp) => [...config.matchAll(pattern)].map(([, path]) => path ?? '');

describe('what the packages take from the checkout', () => {
  it('is there, but for what is made while packing', () => {
    const paths = named(/^ *(?:- from|include|beforePack|entitlements|icon): (\S+)$/gm);
    expect(paths).toContain('resources/bin/keyturn');
    expect(paths).toContain('resources/windows/installer.nsh');
    expect(paths.filter((path) => !path.startsWith('dist/') && !existsSync(join(root, path)))).toEqual([]);
  });

  it('has the console program of Windows where the app and the installer look for it', () => {
    expect(config).toMatch(/- from: dist\/console\/keyturn\.exe\n +to: bin\/keyturn\.exe/);
    expect(readFileSync(join(root, 'tools/packaging/before-pack.mjs'), 'utf8')).toContain(
      'dist/console/keyturn.exe',
    );
    expect(readFileSync(join(root, 'resources/windows/installer.nsh'), 'utf8')).toContain(
      '$INSTDIR\\resources\\bin',
    );
  });

  it('has a command for macOS that may be run', () => {
    accessSync(join(root, 'resources/bin/keyturn'), constants.X_OK);
  });

  it("has every system's image for the tray", () => {
    expect(config).toContain('- resources/tray/**');
    for (const platform of ['darwin', 'win32', 'linux'] as const) {
      expect(existsSync(join(root, 'resources/tray', trayImage(platform, true)))).toBe(true);
    }
  });
});
