import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { fail, has, quietly, say } from './shell.mjs';

const browsers = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
const hasFonts = () => existsSync('/usr/share/fonts') && readdirSync('/usr/share/fonts').length > 0;
const hasJapanese = () => spawnSync('fc-list', [':lang=ja']).stdout?.length > 0;

/** The parts of a Linux system that the Chromium host and the tests use, with their package names for apt, dnf and pacman. */
const parts = {
  chromium: { isThere: () => browsers.some(has), names: ['chromium', 'chromium', 'chromium'] },
  display: { isThere: () => has('Xvfb'), names: ['xvfb', 'xorg-x11-server-Xvfb', 'xorg-server-xvfb'] },
  bus: { isThere: () => has('dbus-run-session'), names: ['dbus', 'dbus-daemon', 'dbus'] },
  keyring: {
    isThere: () => has('gnome-keyring-daemon'),
    names: ['gnome-keyring', 'gnome-keyring', 'gnome-keyring'],
  },
  accessLists: { isThere: () => has('setfacl'), names: ['acl', 'acl', 'acl'] },
  attributes: { isThere: () => has('setfattr'), names: ['attr', 'attr', 'attr'] },
  age: { isThere: () => has('age'), names: ['age', 'age', 'age'] },
  polkit: { isThere: () => has('pkcheck'), names: ['polkitd', 'polkit', 'polkit'] },
  fonts: { isThere: hasFonts, names: ['fonts-liberation', 'liberation-fonts', 'ttf-liberation'] },
  // Without it the pictures in Japanese show boxes.
  japanese: {
    isThere: hasJapanese,
    names: ['fonts-ipafont-gothic', 'google-noto-sans-cjk-fonts', 'noto-fonts-cjk'],
  },
};

const managers = [
  { program: 'apt-get', command: 'apt-get update && sudo apt-get install --no-install-recommends' },
  { program: 'dnf', command: 'dnf install' },
  { program: 'pacman', command: 'pacman -S' },
];

/**
 * On Debian and its derivatives as root, announces and installs all missing parts. On other systems, when a needed part is missing, prints
 * the one command to run and exits.
 * @param {readonly (keyof typeof parts)[]} needed
 */
export async function ensureSystem(needed) {
  if (process.platform !== 'linux') return;
  const missing = Object.entries(parts).filter(([, { isThere }]) => !isThere());
  if (missing.length === 0) return;
  if (has('apt-get') && process.getuid?.() === 0) {
    const names = missing.map(([, one]) => one.names[0] ?? '');
    say(`Installing system packages: ${names.join(', ')}.`);
    const options = { env: { DEBIAN_FRONTEND: 'noninteractive' } };
    await quietly('apt-get', ['update'], options);
    const done = await quietly('apt-get', ['install', '-y', '--no-install-recommends', ...names], options);
    if (done.code === 0) return;
    const lines = done.text.split('\n').filter((line) => /^[EW]: /.test(line) && !line.includes('://'));
    fail(`The system packages could not be installed. ${lines.join(' ')}`);
  }
  const fatal = missing.filter(([name]) => needed.some((one) => one === name)).map(([, one]) => one);
  if (fatal.length === 0) return;
  const n = managers.findIndex(({ program }) => has(program));
  const names = fatal.map((one) => one.names[Math.max(n, 0)]).join(' ');
  fail(
    n < 0
      ? `Some programs are missing here. Install these with your system's package manager: ${names}.`
      : `Some system packages are missing. Type:  sudo ${managers[n]?.command} ${names}`,
  );
}
