/**
 * Switches that a packaged app takes: its own, and those of Chromium's that change how a window looks or where it is drawn. Every other switch of
 * Chromium's is refused, since many of them open the app to others: a debugging port, a proxy, other certificates, other rules for names, flags
 * for V8. The list says what is allowed, so that a switch that a later Chromium brings is refused as well.
 */
const allowed: ReadonlySet<string> = new Set([
  ...['user-data', 'extra-ca'],
  // Those of the commands (terminal/line.ts). Chromium knows none of them.
  ...['help', 'h', 'version', 'json', 'start', 'value'],
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
  // What is written under another keyring than a real one is refused by what it looks like (platform/key-tags.ts).
  'password-store',
  // Windows and the installers add these by themselves.
  ...['original-process-start-time', 'updated', 'squirrel-firstrun'],
]);

/** Returns the first switch that a packaged app does not take, without its value; null when all are taken. `argv` begins with the program. */
export function refusedSwitch(argv: readonly string[]): string | null {
  for (const word of argv.slice(1)) {
    // What stands behind it is a program's, and Chromium reads no switches there (base::CommandLine).
    if (word === '--') return null;
    // Chromium takes one dash as two, and a slash on Windows; the value may stand behind `=` only (base::CommandLine).
    const name = /^(?:--?|\/(?=[a-z-]+(?:=|$)))([^=\s]+)/i.exec(word)?.[1]?.toLowerCase();
    if (name !== undefined && !allowed.has(name) && !/^psn_\d/.test(name) && !word.startsWith('/prefetch'))
      return name;
  }
  return null;
}

export const refusedSwitchSentence = (name: string): string =>
  `keyturn: the switch --${name.replaceAll(/[^\w-]/g, '?').slice(0, 60)} is not taken here, since it could open the app to others`;
