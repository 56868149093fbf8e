/**
 * `npm run pack:check`: packs the app with its real configuration around a stand-in for Electron's program, as far as that goes without
 * downloads from GitHub. It reads back the fuses, the files in the asar and the desktop entry, and tries the deb. The stand-in is no
 * Electron: what is packed here is never started.
 */
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepare } from '../setup/prepare.mjs';
import { fail, root, say } from '../setup/shell.mjs';

if (process.platform !== 'linux') fail('pack:check packs a stand-in for Linux, on Linux.');
await prepare();

const folder = mkdtempSync(join(tmpdir(), 'keyturn-pack-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
let failures = 0;

/** @param {string} name @param {boolean} good @param {string} [seen] */
function check(name, good, seen = '') {
  if (!good) failures++;
  say(`${good ? 'ok  ' : 'BAD '} ${name}${seen === '' ? '' : `: ${seen}`}`);
}

// electron-builder is of no use to whoever runs or tests Keyturn, so it is fetched here, at the version that the packages are made with.
const tools = join(folder, 'tools');
mkdirSync(tools);
writeFileSync(join(tools, 'package.json'), '{"private":true}');
const got = spawnSync(
  'npm',
  [
    'install',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    'electron-builder@26.17.0',
    '@electron/asar',
    '@electron/fuses',
  ],
  { cwd: tools, encoding: 'utf8' },
);
if (got.status !== 0) fail(`electron-builder cannot be fetched from npm:\n${got.stderr}`);
const require = createRequire(join(tools, 'x.js'));
const { createPackage, listPackage } = await import(require.resolve('@electron/asar'));

/** A program with a fuse wire as Electron's has one (@electron/fuses: the sentinel, version 1, nine fuses, all "0"), and its files. */
async function standIn() {
  const dist = join(folder, 'electron');
  mkdirSync(join(dist, 'resources'), { recursive: true });
  mkdirSync(join(dist, 'locales'));
  copyFileSync('/bin/true', join(dist, 'electron'));
  const wire = Buffer.concat([
    Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'),
    Buffer.from([1, 9]),
    Buffer.from('0'.repeat(9)),
  ]);
  writeFileSync(
    join(dist, 'electron'),
    Buffer.concat([readFileSync(join(dist, 'electron')), Buffer.alloc(64), wire, Buffer.alloc(64)]),
  );
  for (const name of ['chrome-sandbox', 'chrome_crashpad_handler'])
    copyFileSync('/bin/true', join(dist, name));
  for (const name of ['electron', 'chrome-sandbox']) chmodSync(join(dist, name), 0o755);
  writeFileSync(
    join(dist, 'version'),
    JSON.parse(readFileSync(join(root, 'node_modules/electron/package.json'), 'utf8')).version,
  );
  for (const name of ['LICENSE', 'LICENSES.chromium.html', 'locales/en-US.pak'])
    writeFileSync(join(dist, name), '');
  // Electron's own page, which a package leaves out.
  const page = join(folder, 'default-app');
  mkdirSync(page);
  writeFileSync(join(page, 'package.json'), '{}');
  await createPackage(page, join(dist, 'resources/default_app.asar'));
  return dist;
}

const dist = await standIn();
const output = join(folder, 'dist');

/** @param {string} target */
const build = (target) =>
  spawnSync(
    process.execPath,
    [
      join(tools, 'node_modules/electron-builder/cli.js'),
      '--linux',
      target,
      '--x64',
      '--publish=never',
      '--config',
      'tools/packaging/config.mjs',
      `-c.electronDist=${dist}`,
      `-c.directories.output=${output}`,
    ],
    { cwd: root, encoding: 'utf8', timeout: 300_000 },
  );

const packed = build('dir');
check('electron-builder packs the app', packed.status === 0, packed.status === 0 ? '' : packed.stderr);
if (packed.status !== 0) {
  say(packed.stdout);
  fail('1 or more checks failed', 1);
}
const unpacked = join(output, 'linux-unpacked');

const { getCurrentFuseWire, FuseV1Options } = await import(require.resolve('@electron/fuses'));
const wire = await getCurrentFuseWire(join(unpacked, 'keyturn'));
/** What electron-builder.yml says; "1" is on (@electron/fuses, FuseState). */
const wanted = {
  RunAsNode: '0',
  EnableCookieEncryption: '1',
  EnableNodeOptionsEnvironmentVariable: '0',
  EnableNodeCliInspectArguments: '0',
  EnableEmbeddedAsarIntegrityValidation: '1',
  OnlyLoadAppFromAsar: '1',
  LoadBrowserProcessSpecificV8Snapshot: '0',
  GrantFileProtocolExtraPrivileges: '0',
};
for (const [name, state] of Object.entries(wanted)) {
  const there = String.fromCharCode(wire[FuseV1Options[name]]);
  check(`fuse ${name} reads back ${state}`, there === state, there);
}

const files = listPackage(join(unpacked, 'resources/app.asar'), {}).map((/** @type {string} */ file) =>
  file.replace(/\\/g, '/'),
);
const strays = files.filter(
  (/** @type {string} */ file) => !/^\/(out|resources|package\.json)(\/|$)/.test(file),
);
check(
  'the asar holds the bundles, package.json and the tray’s icons only',
  strays.length === 0,
  strays.join(' '),
);
check(
  'no source map and no module of npm is packed',
  !files.some((/** @type {string} */ file) => /\.map$|node_modules/.test(file)),
);

const deb = build('deb');
const said = `${deb.stdout}\n${deb.stderr}`;
if (deb.status === 0) {
  const fields = spawnSync('dpkg-deb', ['-f', join(output, 'keyturn_0.1.0_amd64.deb')], {
    encoding: 'utf8',
  }).stdout;
  check(
    'the deb has a homepage and a maintainer',
    /^Homepage: https:/m.test(fields) && /^Maintainer: .+@/m.test(fields),
  );
} else {
  // fpm comes from GitHub. The configuration has been judged before it is fetched.
  const download = /github\.com|cannot download|getaddrinfo|ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT/i.test(
    said,
  );
  check(
    'the deb’s settings are accepted',
    download && !/Please specify/.test(said),
    download ? 'not built here: fpm cannot be downloaded' : said.slice(-2_000),
  );
}
say(failures === 0 ? 'pack:check: all good (stand-in for Electron, on Linux)' : `${failures} checks failed`);
process.exit(failures === 0 ? 0 : 1);
