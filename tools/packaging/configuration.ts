import { chmod, copyFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { AfterPackContext, Configuration } from 'electron-builder';
import { appId } from '../../src/main/platform/app-id.ts';
import { writeChecksums } from './checksums.ts';
import { programIn, setReleaseFuses } from './fuses.ts';

const linuxFiles = join(import.meta.dirname, '../../resources/linux');

/** The folder that the .deb and .rpm packages install to. resources/linux has the same path. */
export const installedIn = '/opt/Keyturn';

/** The path where tools/packaging/before-pack.mjs makes the console program for the Windows package. */
export const consoleProgram = 'dist/console/keyturn.exe';

/** The address of the update host. Whoever publishes a release puts their own in its place (docs/packaging.md). */
export const updateHost = 'https://updates.keyturn.example/';

/** The URL scheme that the packages register for Keyturn. For now such a link only brings the window to the front. */
export const urlScheme = 'keyturn';

/**
 * Runs after a program is laid out and before it is signed. Sets the fuses here and not through electron-builder, whose list lacks one. On
 * Linux it then replaces the program with the launcher.
 */
async function afterPack({ appOutDir, electronPlatformName }: AfterPackContext): Promise<void> {
  // These are the two halves of a universal macOS program. The hook runs once more for the whole, which gets the fuses.
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
 * Returns electron-builder's configuration (https://www.electron.build/configuration). `out/` bundles everything that the app needs at run
 * time, so the package has no node_modules. docs/packaging.md says what each part is for and where it was tested.
 */
export function configuration(signed: boolean): Configuration {
  const mark = signed ? '' : '-unsigned';
  return {
    appId,
    productName: 'Keyturn',
    copyright: 'Copyright © 2026 The Keyturn authors',
    directories: { output: 'dist', buildResources: 'resources' },
    files: [
      // Named one by one, because tools/setup/build.mjs keeps its own file in out/.
      'out/{main,preload,renderer,renderer-*}/**',
      'package.json',
      // The tray's images. resources/icons is for the packages themselves.
      'resources/tray/**',
      '!node_modules/**',
    ],
    asar: true,
    npmRebuild: false,
    forceCodeSigning: signed,
    // It makes app-update.yml in the program and latest*.yml beside the packages. Without a signature nothing can say whether another program is by
    // the same people, so such a program does not update itself.
    publish: signed ? [{ provider: 'generic', url: updateHost }] : null,
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
    // With the old default, the menu entry of an AppImage starts it with --no-sandbox.
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
      // The entry is keyturn.desktop. Electron reads that name from package.json's desktopName and gives it to the desktop for each window.
      syncDesktopName: true,
      synopsis: 'Create, store, test and rotate Okta API tokens',
      // The other fields of the desktop entry come from this configuration and from package.json's description.
      desktop: { entry: { GenericName: 'Okta API tokens', Keywords: 'Okta;API token;secret;SSWS;' } },
    },
    appImage: { artifactName: `Keyturn-\${version}-linux-\${arch}.\${ext}` },
    deb: {
      packageCategory: 'utils',
      // Keyturn keeps tokens in the Secret Service. Without one it reports this and asks for a passphrase.
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
      // The command for a terminal; docs/programs.md describes how it gets on PATH.
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
      // The command for a console. The installer adds its folder to PATH.
      extraResources: [{ from: consoleProgram, to: 'bin/keyturn.exe' }],
    },
    nsis: {
      artifactName: `Keyturn-\${version}-win-\${arch}-setup${mark}.\${ext}`,
      include: 'resources/windows/installer.nsh',
      oneClick: true,
      perMachine: false,
      // Build one installer for each processor, not one with both programs.
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
    // The policy for polkit's question. Without it there is no "Unlock with the password of this account".
    'resources/linux/app.keyturn.desktop.policy=/usr/share/polkit-1/actions/app.keyturn.desktop.policy',
  ],
};

const macSigning = (entitlements: string) => ({ entitlements, entitlementsInherit: entitlements });
