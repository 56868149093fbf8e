import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmdirSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fail, has, quietly, root, run, say } from './shell.mjs';

const stamp = join(root, 'node_modules/.keyturn-installed');

/** @param {readonly string[]} files */
const hashOf = (files) => {
  const hash = createHash('sha256');
  for (const file of files)
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(join(root, file)));
  return hash.digest('hex');
};

/** Installs the npm packages when they are missing or not those of package-lock.json. */
export function ensurePackages() {
  const wanted = hashOf(['package-lock.json', 'package.json']);
  const isThere = () => existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted;
  if (isThere()) return;
  const lock = join(root, '.installing');
  holdLock(lock);
  try {
    // Somebody else may have installed them while we waited.
    if (isThere()) return;
    say('Installing npm packages (npm ci). This takes a minute the first time.');
    const major = Number(quietly('npm', ['--version']).text.split('.')[0]);
    // npm 10 forgets Vite's optional packages of other platforms' lock entries (npm/cli#4828); 11 does not.
    const code =
      major >= 11
        ? run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'])
        : run('npx', ['--yes', 'npm@11', 'ci', '--no-audit', '--no-fund', '--loglevel=error']);
    if (code !== 0) fail('The npm packages could not be installed; what npm said stands above.');
    writeFileSync(stamp, wanted);
  } finally {
    rmdirSync(lock);
  }
}

/** @param {string} lock */
function holdLock(lock) {
  for (let waited = 0; ; waited++) {
    try {
      mkdirSync(lock);
      return;
    } catch {
      const age = Date.now() - (statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
      if (age > 15 * 60_000) rmdirSync(lock);
      if (waited === 0) say('Another Keyturn command is installing packages; waiting for it.');
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1_000);
    }
  }
}

const programs = [
  ['chromium', 'chromium'],
  ['Xvfb', 'xvfb'],
  ['dbus-run-session', 'dbus'],
  ['gnome-keyring-daemon', 'gnome-keyring'],
];

/** The Debian packages that are missing of what the Chromium host and the tests use. */
function missing() {
  const browsers = [
    'chromium',
    'chromium-browser',
    'google-chrome',
    'google-chrome-stable',
    'microsoft-edge',
  ];
  const names = programs
    .filter(([program]) => (program === 'chromium' ? !browsers.some(has) : !has(String(program))))
    .map(([, name]) => String(name));
  if (!existsSync('/usr/share/fonts') || readdirSync('/usr/share/fonts').length === 0)
    names.push('fonts-liberation');
  return names;
}

/** On Debian as root installs what is missing, after saying so; elsewhere on Linux prints the one command to type, and ends. */
export function ensureSystem() {
  if (process.platform !== 'linux') return;
  const names = missing();
  if (names.length === 0) return;
  const install = ['install', '-y', '--no-install-recommends', ...names];
  if (!has('apt-get'))
    fail(
      `Keyturn needs these programs here: ${names.join(', ')}. Install them with your system's package manager.`,
    );
  if (process.getuid?.() !== 0) {
    fail(`Some system packages are missing. Type:  sudo apt-get update && sudo apt-get ${install.join(' ')}`);
  }
  say(`Installing system packages: ${names.join(', ')}.`);
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  quietly('apt-get', ['update'], { env });
  const done = quietly('apt-get', install, { env });
  if (done.code !== 0)
    fail(`The system packages could not be installed:\n${done.text.split('\n').slice(-15).join('\n')}`);
}

/** @param {string} folder */
const filesBelow = (folder) =>
  readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(root.length + 1))
    .sort();

/** Builds the bundles when they are missing or their sources have changed. */
export function ensureBuild() {
  const built = join(root, 'out/.built-from');
  const sources = [...filesBelow('src'), 'electron.vite.config.ts', 'package-lock.json', 'package.json'];
  const wanted = hashOf(sources);
  if (existsSync(built) && readFileSync(built, 'utf8') === wanted) return;
  say('Building.');
  const done = quietly('electron-vite', ['build']);
  if (done.code !== 0) fail(`The build failed:\n${done.text}`);
  writeFileSync(built, wanted);
}
