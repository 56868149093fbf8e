import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { getRawHeader, listPackage } from '@electron/asar';
import { languages, windowFolder } from '../../src/shared/languages.ts';
import { installedIn, urlScheme } from './configuration.ts';
import type { Report } from './report.ts';

/** The files of the package: the bundles with their licences, the tray's images and package.json. People need to trust nothing else. */
const allowed = [
  /^package\.json$/,
  /^out\/main\/[\w.-]+\.js$/,
  // `keyturn guard` is a program of its own (tools/setup/own-program.ts).
  /^out\/main\/guard[\w-]*\.cjs$/,
  /^out\/preload\/index\.cjs$/,
  // The app shows these under Third-party licences.
  /^out\/(main|preload|renderer(-[a-z]{2})?)\/licences\.json$/,
  /^out\/renderer(-[a-z]{2})?\/index\.html$/,
  /^out\/renderer(-[a-z]{2})?\/assets\/[\w.-]+\.(js|css|woff2|svg)$/,
  /^resources\/tray\/tray[\w@]*\.(png|ico)$/,
];

/** Returns one line for each unexpected file in an asar's list, and for each missing one. */
export function wrongInAsar(files: readonly string[]): string[] {
  const wrong = files
    .filter((file) => !allowed.some((pattern) => pattern.test(file)))
    .map((file) => `${file} does not belong into the package`);
  for (const needed of [
    'package.json',
    'out/main/index.js',
    'out/main/guard.cjs',
    'out/preload/index.cjs',
    ...languages.map((language) => `out/${windowFolder(language)}/index.html`),
  ]) {
    if (!files.includes(needed)) wrong.push(`${needed} is missing`);
  }
  return wrong;
}

/** Checks the app.asar in a resources folder, and searches for code beside it. */
export function lookAtAsar(resources: string): string[] {
  const asar = join(resources, 'app.asar');
  const files = listPackage(asar, { isPack: false })
    .map((path) => path.replaceAll('\\', '/').replace(/^\//, ''))
    // The list includes folders, and a folder's path is the start of another line.
    .filter((path, _index, all) => !all.some((other) => other.startsWith(`${path}/`)));
  const beside = readdirSync(resources).filter((name) => name === 'app' || name === 'app.asar.unpacked');
  return [...wrongInAsar(files), ...beside.map((name) => `resources/${name} stands beside the asar`)];
}

/** Returns what is wrong with the file that tells electron-updater where updates come from. */
export function lookAtUpdates(resources: string): string[] {
  const file = join(resources, 'app-update.yml');
  if (!existsSync(file)) return ['app-update.yml is missing'];
  const text = readFileSync(file, 'utf8');
  return [/^provider: generic$/m, /^url: https:\/\//m, /^updaterCacheDirName: keyturn-updater$/m]
    .filter((line) => !line.test(text))
    .map((line) => `app-update.yml has no line ${line.source}: ${text}`);
}

/** Returns the hash that Electron compares with the asar's header on load (electron, docs/tutorial/asar-integrity.md). */
const headerHash = (asar: string): string =>
  createHash('sha256').update(getRawHeader(asar).headerString).digest('hex');

/** Returns what is wrong with the folder of the app for Linux. */
export function lookAtLinuxFolder(folder: string): string[] {
  const wrong: string[] = [];
  for (const name of ['keyturn', 'keyturn-bin', 'chrome-sandbox', 'resources/sandbox.sh']) {
    if (!existsSync(join(folder, name))) wrong.push(`${name} is missing`);
  }
  if (!readFileSync(join(folder, 'keyturn'), 'utf8').startsWith('#!/bin/sh\n')) {
    wrong.push('keyturn is not the launcher');
  }
  if ((statSync(join(folder, 'keyturn')).mode & 0o111) !== 0o111) wrong.push('keyturn is not executable');
  return wrong;
}

const run = (command: string, args: readonly string[]): string =>
  spawnSync(command, args, { encoding: 'utf8' }).stdout;

const found = (folder: string, ending: string): string | undefined =>
  readdirSync(folder).find((name) => name.endsWith(ending));

/** Returns one line for each missing line of a desktop entry. Every package needs the same lines. */
export function wrongInDesktopEntry(entry: string, program: string): string[] {
  const wanted = [
    'Name=Keyturn',
    `Exec=${program} %U`,
    'Icon=keyturn',
    'StartupWMClass=keyturn',
    `MimeType=x-scheme-handler/${urlScheme};`,
  ];
  const lines = entry.split('\n');
  const wrong = wanted.filter((line) => !lines.includes(line)).map((line) => `no line ${line}`);
  if (/no-sandbox/.test(entry)) wrong.push('it starts the program without its sandbox');
  return wrong;
}

/** lintian's tags that do not apply: they concern every package that Debian does not make. */
const lintianAside: readonly string[] = [
  // This is the distribution's rule. A vendor's package goes to /opt (Filesystem Hierarchy Standard 3.0, chapter 3.13).
  'dir-or-file-in-opt',
  // fpm writes a changelog and these two fields; dpkg-deb does not.
  'no-changelog',
  'unknown-field',
  // The stand-in's programs are text.
  'executable-not-elf-or-script',
];

/** Looks at the .deb in `dist`, if there is one, and reports each finding. */
export async function lookAtDeb(report: Report, dist: string, unpacked: string): Promise<void> {
  const name = found(dist, '.deb');
  if (name === undefined) return;
  const deb = join(dist, name);
  await report.check('linux: name of the .deb', () =>
    /^keyturn_[\d.]+_amd64\.deb$/.test(name) ? [] : [`it is ${name}`],
  );
  const fields = run('dpkg-deb', ['--field', deb]);
  await report.check('linux: fields of the .deb', () =>
    [
      'Maintainer: .+ <.+@.+>',
      'Homepage: https://',
      'Section: utils',
      'Recommends: gnome-keyring',
      'Depends: .*libsecret',
    ]
      .filter((field) => !new RegExp(`^${field}`, 'm').test(fields))
      .map((field) => `no ${field}`),
  );
  mkdirSync(unpacked);
  run('dpkg-deb', ['--raw-extract', deb, unpacked]);
  await report.check('linux: files of the .deb', () =>
    [
      `${installedIn}/keyturn`,
      `${installedIn}/resources/apparmor-profile`,
      'usr/share/applications/keyturn.desktop',
      'usr/share/metainfo/app.keyturn.desktop.metainfo.xml',
      'usr/share/polkit-1/actions/app.keyturn.desktop.policy',
      'usr/share/icons/hicolor/512x512/apps/keyturn.png',
    ]
      .filter((path) => !existsSync(join(unpacked, path)))
      .map((path) => `${path} is missing`),
  );
  const entry = join(unpacked, 'usr/share/applications/keyturn.desktop');
  await report.check('linux: desktop entry of the .deb', () =>
    wrongInDesktopEntry(readFileSync(entry, 'utf8'), `${installedIn}/keyturn`),
  );
  await report.tool('linux: desktop-file-validate', 'desktop-file-validate', [entry]);
  await report.tool('linux: appstreamcli validate', 'appstreamcli', [
    'validate',
    '--no-net',
    join(unpacked, 'usr/share/metainfo/app.keyturn.desktop.metainfo.xml'),
  ]);
  await report.tool('linux: shellcheck of what runs as root', 'shellcheck', [
    '-s',
    'sh',
    join(unpacked, 'DEBIAN/postinst'),
    join(unpacked, 'DEBIAN/postrm'),
  ]);
  await report.tool('linux: lintian', 'lintian', [
    '--allow-root',
    '--fail-on',
    'error,warning',
    '--suppress-tags',
    lintianAside.join(','),
    deb,
  ]);
}

/** Looks at the AppImage in `dist`, if there is one, and reports each finding. */
export async function lookAtAppImage(report: Report, dist: string, unpacked: string): Promise<void> {
  const name = found(dist, '.AppImage');
  if (name === undefined) return;
  // The runtime precedes the image. The stand-in's runtime is as long as its text.
  const offset = readFileSync(join(dist, name)).indexOf('hsqs');
  const files = spawnSync('unsquashfs', ['-q', '-n', '-o', String(offset), '-d', unpacked, join(dist, name)]);
  if (files.status !== 0)
    return report.notReached('linux: files of the AppImage (unsquashfs did not open it)');
  await report.check('linux: desktop entry of the AppImage', () =>
    wrongInDesktopEntry(readFileSync(join(unpacked, 'keyturn.desktop'), 'utf8'), 'AppRun'),
  );
  await report.check('linux: the AppImage starts the launcher', () => {
    const wrong = lookAtLinuxFolder(unpacked);
    if (!/^BIN="\$APPDIR\/keyturn"$/m.test(readFileSync(join(unpacked, 'AppRun'), 'utf8'))) {
      wrong.push('AppRun does not start keyturn');
    }
    if (!lstatSync(join(unpacked, '.DirIcon')).isSymbolicLink()) wrong.push('.DirIcon is missing');
    return wrong;
  });
}

/** Returns what is wrong with the folder of the app for Windows. */
export function lookAtWindows(folder: string): string[] {
  const program = readFileSync(join(folder, 'Keyturn.exe'));
  return program.includes(headerHash(join(folder, 'resources/app.asar')))
    ? []
    : ['the hash of its header is not in Keyturn.exe'];
}

/** Returns what is wrong with the contents of the app for macOS. */
export function lookAtMac(contents: string): string[] {
  const list = readFileSync(join(contents, 'Info.plist'), 'utf8');
  const wrong = [
    'app.keyturn.desktop',
    `<string>${urlScheme}</string>`,
    'public.app-category.developer-tools',
  ]
    .filter((value) => !list.includes(value))
    .map((value) => `Info.plist lacks ${value}`);
  if (!list.includes(headerHash(join(contents, 'Resources/app.asar')))) {
    wrong.push('Info.plist lacks the hash of the asar');
  }
  if (!existsSync(join(contents, 'Resources/icon.icns'))) wrong.push('icon.icns is missing');
  return wrong;
}
