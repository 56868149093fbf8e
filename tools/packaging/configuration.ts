import { chmod, copyFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { AfterPackContext, Configuration } from 'electron-builder';
import { appId } from '../../src/main/platform/app-id.ts';
import { writeChecksums } from './checksums.ts';
import { programIn, setReleaseFuses } from './fuses.ts';

const linuxFiles = join(import.meta.dirname, '../../resources/linux');

/** The folder that the .deb and .rpm packages install, which resources/linux names too. */
export const installedIn = '/opt/Keyturn';

/** Where tools/packaging/before-pack.mjs makes the program that Windows' package takes. */
export const consoleProgram = 'dist/console/keyturn.exe';

/** The scheme that the packages declare as Keyturn's. For now a link of it only brings the window to the front. */
export const urlScheme = 'keyturn';

/**
 * Runs when a program was laid out, before it is signed. Sets the fuses: here and not by electron-builder, whose own list lacks one. On
 * Linux it then puts the launcher in the program's place.
 */
export async function afterPack({ appOutDir, electronPlatformName }: AfterPackContext): Promise<void> {
  // The two halves of a universal macOS program; the fuses are set in the whole, for which this runs once more.
  if (appOutDir.endsWith('-temp')) return;
  const linux = electronPlatformName === 'linux';
  const program = programIn(appOutDir, electronPlatformName);
  if (linux) await rename(join(appOutDir, 'keyturn'), program);
  await setReleaseFuses(program);
  if (!linux) return;
  await copyFile(join(linuxFiles, 'keyturn.sh'), join(appOutDir, 'keyturn'));
  await chmod(join(appOutDir, 'keyturn'), 0o755);
  await copyFile(join(linuxFiles, 'sandbox.sh'), join(appOutDir, 'resources/sandbox.sh'));
}

/**
 * Returns electron-builder's configuration (https://www.electron.build/configuration). Everything that the app needs at run time is bundled
 * into `out/`, so no node_modules are packed. What each part is for and where it was seen to work: docs/packaging.md.
 */
export function configuration(signed: boolean): Configuration {
  const mark = signed ? '' : '-unsigned';
  return {
    appId,
    productName: 'Keyturn',
    copyright: 'Copyright © 2026 The Keyturn authors',
    directories: { output: 'dist', buildResources: 'resources' },
    files: [
      // By name: tools/setup/build.mjs keeps a file of its own in out/.
      'out/{main,preload,renderer}/**',
      'package.json',
      // The tray's images; resources/icons is for the packages themselves.
      'resources/tray/**',
      '!node_modules/**',
    ],
    asar: true,
    npmRebuild: false,
    forceCodeSigning: signed,
    protocols: [{ name: 'Keyturn', schemes: [urlScheme] }],
    beforePack: 'tools/packaging/before-pack.mjs',
    afterPack,
    afterAllArtifactBuild: async ({ outDir, artifactPaths }) =>
      artifactPaths.length === 0
        ? []
        : [
            await writeChecksums(
              outDir,
              artifactPaths.filter((path) => !path.endsWith('.blockmap')),
            ),
          ],
    // With the old one, its default, the menu entry of an AppImage starts it with --no-sandbox.
    toolsets: { appimage: '1.0.3' },
    linux: {
      target: [
        { target: 'deb', arch: ['x64', 'arm64'] },
        { target: 'rpm', arch: ['x64', 'arm64'] },
        { target: 'AppImage', arch: ['x64', 'arm64'] },
      ],
      category: 'Utility;Security;Development',
      icon: 'resources/icons',
      executableName: 'keyturn',
      // The entry is keyturn.desktop, as package.json's desktopName says to Electron, which tells the desktop so of each window.
      syncDesktopName: true,
      synopsis: 'Create, store, test and rotate Okta API tokens',
      // The rest of the desktop entry is made of what stands here and of package.json's description.
      desktop: { entry: { GenericName: 'Okta API tokens', Keywords: 'Okta;API token;secret;SSWS;' } },
    },
    appImage: { artifactName: `Keyturn-\${version}-linux-\${arch}.\${ext}` },
    deb: {
      packageCategory: 'utils',
      // Keyturn keeps tokens in the Secret Service; without one it says so and asks for a passphrase.
      recommends: ['gnome-keyring'],
      ...linuxPackage,
    },
    rpm: linuxPackage,
    mac: {
      target: [
        { target: 'dmg', arch: 'universal' },
        { target: 'zip', arch: 'universal' },
      ],
      artifactName: `Keyturn-\${version}-mac-\${arch}${mark}.\${ext}`,
      category: 'public.app-category.developer-tools',
      icon: 'resources/icons/icon.icns',
      // The command for a terminal; docs/programs.md says how it comes on PATH.
      extraResources: [{ from: 'resources/bin/keyturn', to: 'bin/keyturn' }],
      hardenedRuntime: true,
      ...(signed
        ? macSigning('resources/entitlements.mac.plist')
        : // Ad hoc: a changed program without any signature does not start on Apple silicon. It has no team, so the hardened runtime
          // would not load Electron's framework without the second file's entitlement.
          { identity: '-', ...macSigning('resources/entitlements.mac.adhoc.plist') }),
      notarize: signed,
    },
    win: {
      target: [
        { target: 'nsis', arch: ['x64', 'arm64'] },
        { target: 'portable', arch: ['x64', 'arm64'] },
      ],
      icon: 'resources/icons/icon.ico',
      // The command for a console; the installer puts its folder on PATH.
      extraResources: [{ from: consoleProgram, to: 'bin/keyturn.exe' }],
    },
    nsis: {
      artifactName: `Keyturn-\${version}-win-\${arch}-setup${mark}.\${ext}`,
      include: 'resources/windows/installer.nsh',
      oneClick: true,
      perMachine: false,
      // One installer for each processor, not both programs in one.
      buildUniversalInstaller: false,
    },
    portable: {
      artifactName: `Keyturn-\${version}-win-\${arch}-portable${mark}.\${ext}`,
      buildUniversalInstaller: false,
    },
  };
}

const linuxPackage = {
  afterInstall: 'resources/linux/after-install.sh',
  afterRemove: 'resources/linux/after-remove.sh',
  appArmorProfile: 'resources/linux/apparmor-profile',
  fpm: [
    'LICENSE=/usr/share/doc/keyturn/copyright',
    'resources/linux/app.keyturn.desktop.metainfo.xml=/usr/share/metainfo/app.keyturn.desktop.metainfo.xml',
    // What polkit asks the person by; without it "Unlock with the password of this account" is not there.
    'resources/linux/app.keyturn.desktop.policy=/usr/share/polkit-1/actions/app.keyturn.desktop.policy',
  ],
};

const macSigning = (entitlements: string) => ({ entitlements, entitlementsInherit: entitlements });
