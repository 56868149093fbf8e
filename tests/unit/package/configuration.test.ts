import { globSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { polkitAction } from '../../../src/main/platform/system-proof-linux.ts';
import { configuration, installedIn, updateHost, urlScheme } from '../../../tools/packaging/configuration.ts';
import { wrongInAsar, wrongInDesktopEntry } from '../../../tools/packaging/look.ts';

const root = join(import.meta.dirname, '../../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const project = JSON.parse(read('package.json'));

describe.each([
  ['signed', true],
  ['unsigned', false],
])('the %s configuration', (_what, signed) => {
  const made = configuration(signed);

  it('obeys electron-builder’s own schema', () => {
    const schema = createRequire(import.meta.resolve('electron-builder'))('app-builder-lib/scheme.json');
    const ajv = new Ajv({ strict: false, allErrors: true });
    addFormats.default(ajv);
    // As JSON, since a schema of JSON knows no functions: the hooks are checked by the compiler.
    const valid = ajv.validate(schema, JSON.parse(JSON.stringify(made)));
    expect(valid, ajv.errorsText()).toBe(true);
  });

  it('names the processors of each target', () => {
    const targets = [made.linux, made.mac, made.win].flatMap((system) => system?.target ?? []);
    expect(targets.map((target) => (typeof target === 'string' ? target : target?.target))).toEqual([
      'deb',
      'rpm',
      'AppImage',
      'dmg',
      'zip',
      'nsis',
      'portable',
    ]);
    for (const target of targets) expect(target).toHaveProperty('arch');
  });

  it('never starts the program without its sandbox', () => {
    expect(JSON.stringify(made)).not.toContain('no-sandbox');
    // electron-builder's old tool for AppImages, its default, writes it into the menu's entry.
    expect(made.toolsets?.appimage ?? '0.0.0').not.toBe('0.0.0');
  });

  it('gives an unsigned package a name that says so', () => {
    for (const name of [made.mac?.artifactName, made.nsis?.artifactName, made.portable?.artifactName]) {
      expect(name?.includes('unsigned')).toBe(!signed);
    }
  });

  it('updates itself only when it is signed, from a host with TLS', () => {
    expect(made.publish).toEqual(signed ? [{ provider: 'generic', url: updateHost }] : null);
    expect(updateHost).toMatch(/^https:\/\//);
  });

  it('is signed by somebody, or ad hoc with what the hardened runtime then needs', () => {
    const { mac } = made;
    const entitlements = read(mac?.entitlements ?? '');
    expect(entitlements).toContain('com.apple.security.cs.allow-jit');
    expect(entitlements.includes('com.apple.security.cs.disable-library-validation')).toBe(!signed);
    expect(mac?.entitlementsInherit).toBe(mac?.entitlements);
    expect(mac?.hardenedRuntime).toBe(true);
    expect([mac?.identity, mac?.notarize, made.forceCodeSigning]).toEqual(
      signed ? [undefined, true, true] : ['-', false, false],
    );
  });
});

it('package.json has the fields that a .deb and an .rpm require', () => {
  expect(project.homepage).toMatch(/^https:\/\//);
  expect(project.author).toEqual({
    name: 'The Keyturn authors',
    email: expect.stringMatching(/^[^@\s]+@[^@\s]+$/),
  });
  expect(project.license).toBe('MIT');
});

it('the desktop entry, the windows and the metadata name one app', () => {
  const metainfo = read('resources/linux/app.keyturn.desktop.metainfo.xml');
  const { linux, appId } = configuration(true);
  expect(project.desktopName).toBe(`${linux?.executableName}.desktop`);
  expect(linux?.syncDesktopName).toBe(true);
  expect(metainfo).toContain(`<id>${appId}</id>`);
  expect(metainfo).toContain(`<launchable type="desktop-id">${project.desktopName}</launchable>`);
  expect(metainfo).toContain(`<mediatype>x-scheme-handler/${urlScheme}</mediatype>`);
  expect(metainfo).toContain(`<release version="${project.version}"`);
  expect(metainfo).toContain(`<url type="homepage">${project.homepage}</url>`);
});

it('the .deb and the .rpm install the policy of the action that the app asks polkit for', () => {
  const policy = read('resources/linux/app.keyturn.desktop.policy').replace(/<!--[\s\S]*?-->/g, '');
  const { deb, rpm, appId } = configuration(true);
  const file = `app.keyturn.desktop.policy=/usr/share/polkit-1/actions/${appId}.policy`;
  for (const { fpm } of [deb ?? {}, rpm ?? {}]) expect(fpm).toContain(`resources/linux/${file}`);
  expect([...policy.matchAll(/<action id="([^"]+)">/g)].map(([, id]) => id)).toEqual([polkitAction]);
  // The person's own password, each time anew, and only at this computer.
  const defaults = [...policy.matchAll(/<(allow_\w+)>(\w+)</g)].map(([, who, what]) => `${who} ${what}`);
  expect(defaults).toEqual(['allow_any no', 'allow_inactive no', 'allow_active auth_self']);
});

it('the files for Linux name the installed folder', () => {
  expect(installedIn).toBe(`/opt/${configuration(true).productName}`);
  expect(read('resources/linux/after-install.sh')).toContain(`\nfolder=${installedIn}\n`);
  expect(read('resources/linux/after-remove.sh')).toContain(`= ${installedIn}/keyturn ]`);
  // The launcher looks for its own folder in the profile.
  expect(read('resources/linux/apparmor-profile')).toContain(`"${installedIn}/{keyturn,keyturn-bin}"`);
});

it('electron-builder finds none of its macros in the scripts', () => {
  // It throws for one that it does not know, and replaces one that it does (app-builder-lib, targets/FpmTarget).
  for (const name of ['after-install.sh', 'after-remove.sh', 'apparmor-profile']) {
    expect(read(`resources/linux/${name}`)).not.toMatch(/\$\{[a-zA-Z]+\}|<%=/);
  }
});

describe('the content of a package', () => {
  const right = [
    'package.json',
    'out/main/index.js',
    'out/main/guard.cjs',
    'out/main/guard-staged-BEDpxUHW.cjs',
    'out/main/features-B1x_2-.js',
    'out/preload/index.cjs',
    'out/renderer/index.html',
    'out/renderer-de/index.html',
    'out/renderer-ja/index.html',
    'out/renderer-de/assets/index-Dq.js',
    'out/renderer/assets/index-Dq.css',
    'resources/tray/tray.ico',
    'resources/tray/trayAttentionTemplate@2x.png',
  ];

  it('includes every file of the build', () => {
    const built = globSync('out/{main,preload,renderer*}/**/*.*', { cwd: root }).map((file) =>
      file.replaceAll('\\', '/'),
    );
    expect(built.length).toBeGreaterThan(30);
    expect(wrongInAsar(['package.json', ...built])).toEqual([]);
  });

  it('includes the bundles, the tray and package.json', () => expect(wrongInAsar(right)).toEqual([]));

  it.each([
    'src/main/index.ts',
    'node_modules/undici/package.json',
    'out/.built-from',
    'out/main/index.js.map',
    'out/main/addon.node',
    'out/preload/other.cjs',
    'out/renderer/assets/index.js.map',
    'out/renderer/assets/../../../src/x.js',
    'tests/fake-okta/server.ts',
    '.npmrc',
    '.env',
    'resources/linux/keyturn.sh',
    'resources/icons/512x512.png',
    'package-lock.json',
  ])('excludes %s', (file) => {
    expect(wrongInAsar([...right, file])).toEqual([`${file} does not belong into the package`]);
  });

  it.each([
    ...[
      'package.json',
      'out/main/index.js',
      'out/main/guard.cjs',
      'out/preload/index.cjs',
      'out/renderer/index.html',
    ],
    ...['out/renderer-de/index.html', 'out/renderer-ja/index.html'],
  ])('reports a missing %s', (file) => {
    expect(wrongInAsar(right.filter((one) => one !== file))).toEqual([`${file} is missing`]);
  });
});

describe('the desktop entry', () => {
  const entry = [
    '[Desktop Entry]',
    'Name=Keyturn',
    'Exec=/opt/Keyturn/keyturn %U',
    'Icon=keyturn',
    'StartupWMClass=keyturn',
    'MimeType=x-scheme-handler/keyturn;',
    '',
  ];
  const judge = (lines: string[]) => wrongInDesktopEntry(lines.join('\n'), '/opt/Keyturn/keyturn');

  it('is valid as written', () => expect(judge(entry)).toEqual([]));

  it('starts nothing without the sandbox', () => {
    expect(judge(entry.map((line) => line.replace(' %U', ' --no-sandbox %U')))).toHaveLength(2);
  });

  it('has every line', () => {
    for (const line of entry.slice(1, -1)) expect(judge(entry.filter((one) => one !== line))).toHaveLength(1);
  });
});
