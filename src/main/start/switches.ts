import { words } from './words.ts';

/**
 * The switches that a packaged app takes: its own, and Chromium's switches for how a window looks or where it is drawn. The app refuses
 * every other switch of Chromium's, because many of them open the app to others: a debugging port, a proxy, other certificates, other rules
 * for names, flags for V8. The list names what is allowed, so the app also refuses a new switch of a later Chromium.
 */
const allowed: ReadonlySet<string> = new Set([
  ...['user-data', 'extra-ca', 'demo'],
  // The switches of the commands (terminal/line.ts). Electron reads none of them: --app is a switch of Chrome's own part (chrome_switches.cc).
  ...['help', 'h', 'version', 'json', 'start', 'app', 'value', 'no-masking', 'install'],
  ...['lang', 'force-device-scale-factor', 'high-dpi-support', 'force-color-profile'],
  ...[
    'disable-gpu',
    'disable-gpu-compositing',
    'disable-dev-shm-usage',
    'use-gl',
    'use-angle',
    'enable-gpu-rasterization',
  ],
  ...[
    'ozone-platform',
    'ozone-platform-hint',
    'enable-wayland-ime',
    'wayland-text-input-version',
    'gtk-version',
  ],
  // Keyturn refuses a keyring without a real key by the mark of its ciphertext (platform/key-tags.ts).
  'password-store',
  // Windows and the installers add these by themselves.
  ...['original-process-start-time', 'updated', 'squirrel-firstrun'],
]);

/**
 * Returns the first switch that a packaged app does not take, without its value. Returns null when the app takes all. `argv` begins with
 * the program.
 */
export function refusedSwitch(argv: readonly string[]): string | null {
  for (const word of argv.slice(1)) {
    // The words behind it are a program's. Chromium reads no switches there (base::CommandLine).
    if (word === '--') return null;
    // Chromium takes one dash as two, and a slash on Windows. It skips blanks before the dash. The value can only follow `=`
    // (base::CommandLine).
    const name = /^[\s\u0085]*(?:--?|\/(?=[^/\\=\s]+(?:=|$)))([^=\s]+)/.exec(word)?.[1]?.toLowerCase();
    if (name !== undefined && !allowed.has(name) && !/^psn_\d/.test(name) && !word.startsWith('/prefetch'))
      return name;
  }
  return null;
}

/** Returns the line for a terminal that refuses a switch. It shows at most 60 letters of the name. */
export const refusedSwitchSentence = (name: string): string =>
  words.switches.notTaken(name.replaceAll(/[^\w-]/g, '?').slice(0, 60));
