/**
 * Packs with the real configuration and a stand-in folder for Electron, as far as electron-builder works without its downloads, and checks
 * the results: `npm run pack:check`. Prints one line about what it could not check. Docs: docs/packaging.md.
 */
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, Platform } from 'electron-builder';
import { configuration } from './configuration.ts';
import { programIn, wrongFuses } from './fuses.ts';
import {
  lookAtAppImage,
  lookAtAsar,
  lookAtDeb,
  lookAtLinuxFolder,
  lookAtMac,
  lookAtUpdates,
  lookAtWindows,
} from './look.ts';
import { Report } from './report.ts';
import { layOutStandIn } from './stand-in.ts';
import { linuxTools } from './stand-in-tools.ts';

const report = new Report();
const folder = await mkdtemp(join(tmpdir(), 'keyturn-pack-'));

/** Packs one system's targets and returns the folder that electron-builder laid out. */
async function pack(platform: NodeJS.Platform, targets: string[], inside: string): Promise<string> {
  const electronDist = join(folder, `electron-${platform}`);
  await layOutStandIn(electronDist, platform);
  const output = join(folder, `dist-${platform}`);
  const unsigned = configuration(false);
  await build({
    targets: Platform.fromString(platform).createTarget(targets, 1),
    config: {
      ...unsigned,
      // What a release has in app-update.yml is looked at, too.
      publish: configuration(true).publish ?? null,
      electronDist,
      directories: { ...unsigned.directories, output },
      // A stand-in has no two halves to join, and no resources that a Windows tool could change. The console program is made on Windows
      // only (tests/unit/programs/console-program.test.ts makes one here).
      mac: { ...unsigned.mac, target: 'dir' },
      win: { ...unsigned.win, signAndEditExecutable: false, extraResources: [] },
      ...(platform === 'win32' ? { beforePack: null } : {}),
    },
    publish: 'never',
  });
  return join(output, inside);
}

try {
  const tools = await linuxTools(join(folder, 'tools'), join(folder, 'fpm-calls'));
  const linux = await pack('linux', tools.targets, 'linux-unpacked');
  await report.check('linux: fuses', () => wrongFuses(programIn(linux, 'linux')));
  await report.check('linux: what the asar holds', () => lookAtAsar(join(linux, 'resources')));
  await report.check('linux: where updates come from', () => lookAtUpdates(join(linux, 'resources')));
  await report.check('linux: launcher, profile, helper', () => lookAtLinuxFolder(linux));
  await lookAtDeb(report, join(folder, 'dist-linux'), join(folder, 'deb'));
  await lookAtAppImage(report, join(folder, 'dist-linux'), join(folder, 'appimage'));
  for (const what of tools.notReached) report.notReached(what);

  const windows = await pack('win32', ['dir'], 'win-unpacked');
  await report.check('windows: fuses', () => wrongFuses(programIn(windows, 'win32')));
  await report.check('windows: what the asar holds', () => lookAtAsar(join(windows, 'resources')));
  await report.check('windows: hash of the asar in the program', () => lookAtWindows(windows));
  report.notReached(
    "windows: icon and version in the program, the installer, the portable program and app-update.yml (rcedit and NSIS are electron-builder's downloads)",
  );

  const mac = await pack('darwin', ['dir'], '');
  const macFolder = join(mac, (await readdir(mac)).find((name) => name.startsWith('mac')) ?? '');
  await report.check('macos: fuses', () => wrongFuses(programIn(macFolder, 'darwin')));
  const contents = join(macFolder, 'Keyturn.app/Contents');
  await report.check('macos: what the asar holds', () => lookAtAsar(join(contents, 'Resources')));
  await report.check('macos: property list, hash of the asar, icon', () => lookAtMac(contents));
  report.notReached(
    'macos: joining both processors, signing, notarisation, the .dmg and app-update.yml (macOS only)',
  );

  await report.check('checksums', async () =>
    existsSync(join(folder, 'dist-linux/SHA256SUMS')) || tools.targets.includes('dir')
      ? []
      : ['SHA256SUMS was not written'],
  );
} finally {
  await rm(folder, { recursive: true, force: true });
}
process.exit(report.end() ? 0 : 1);
