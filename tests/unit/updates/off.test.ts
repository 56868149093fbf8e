import { expect, it } from 'vitest';
import { offByProgram, type Program } from '../../../src/main/features/updates/off.ts';

const published =
  'provider: generic\nurl: https://updates.keyturn.example/\nupdaterCacheDirName: keyturn-updater\n';
const signed = `${published}publisherName:\n  - The Keyturn authors\n`;
const here: Program = {
  ...{ platform: 'darwin', isPackaged: true, isAppImage: false, isPortable: false },
  configuration: published,
};

it.each<[string, Partial<Program>, ReturnType<typeof offByProgram>]>([
  ['macOS', {}, null],
  ['an AppImage', { platform: 'linux', isAppImage: true }, null],
  ['Windows with the names of who signs', { platform: 'win32', configuration: signed }, null],
  ['a checkout', { isPackaged: false }, 'development'],
  ['a .deb', { platform: 'linux' }, 'package'],
  [
    'the portable program of Windows',
    { platform: 'win32', isPortable: true, configuration: signed },
    'portable',
  ],
  ['a package without app-update.yml', { configuration: null }, 'unsigned'],
  ['a host without TLS', { configuration: published.replace('https', 'http') }, 'unsigned'],
  ['Windows without the names of who signs', { platform: 'win32' }, 'unsigned'],
])('%s', (_what, program, off) => {
  expect(offByProgram({ ...here, ...program })).toBe(off);
});
