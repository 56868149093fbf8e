import { type ChildProcess, spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { Cdp } from './cdp.ts';

const names: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  darwin: [
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
};
const onPath = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];

/** Returns an installed Chromium, Chrome or Edge, or null. */
export function findChromium(): string | null {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const candidates = [
    ...(names[process.platform] ?? []),
    ...onPath.flatMap((name) => folders.map((folder) => join(folder, name))),
  ];
  return (
    candidates.find((path) => {
      try {
        accessSync(path, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    }) ?? null
  );
}

export interface ChromiumOptions {
  readonly executable: string;
  readonly profile: string;
  readonly headless: boolean;
  /** 0 lets Chromium choose; null: no port at all, the pipe only. */
  readonly debugPort: number | null;
  readonly pins: string | null;
  readonly extra: readonly string[];
}

export interface Chromium {
  readonly process: ChildProcess;
  readonly cdp: Cdp;
}

/** Starts a browser over the CDP pipe. It ends when the pipe closes, so it never outlives this process. It makes no calls to its vendor. */
export function startChromium(options: ChromiumOptions): Chromium {
  const child = spawn(
    options.executable,
    withFeatures([
      '--remote-debugging-pipe',
      `--user-data-dir=${options.profile}`,
      ...(options.debugPort === null ? [] : [`--remote-debugging-port=${options.debugPort}`]),
      ...(options.headless ? ['--headless=new', '--no-startup-window'] : ['--app=data:text/html,']),
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ...(options.pins === null ? [] : [`--ignore-certificate-errors-spki-list=${options.pins}`]),
      '--no-first-run',
      '--no-default-browser-check',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-default-apps',
      '--disable-extensions',
      '--disable-breakpad',
      '--disable-client-side-phishing-detection',
      '--disable-domain-reliability',
      '--disable-popup-blocking',
      '--disable-search-engine-choice-screen',
      '--disable-features=Translate,OptimizationHints,MediaRouter,DialMediaRouteProvider,AcceptCHFrame,AutofillServerCommunication,CertificateTransparencyComponentUpdater,InterestFeedContentSuggestions,LocalNetworkAccessChecks',
      // The address bar's list is a page of its own, which would load with each window. No window here has an address bar.
      '--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup,WebUIOmniboxFullPopup',
      // Electron's pages receive an event for a closed MessagePort.
      '--enable-features=MessagePortCloseEvent',
      '--disable-backgrounding-occluded-windows',
      '--disable-renderer-backgrounding',
      '--disable-background-timer-throttling',
      '--disable-dev-shm-usage',
      '--password-store=basic',
      '--use-mock-keychain',
      '--metrics-recording-only',
      '--window-size=1280,800',
      ...options.extra,
    ]),
    { stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'] },
  );
  child.stderr?.on('data', (chunk: Buffer) => {
    // Chromium prints many messages; only the port's address is useful.
    const listening = /DevTools listening on \S+/.exec(chunk.toString('utf8'))?.[0];
    if (listening !== undefined) process.stderr.write(`${listening}\n`);
  });
  const [, , , out, input] = child.stdio;
  return { process: child, cdp: new Cdp(input as Readable, out as Writable) };
}

/** Merges the feature lists of the app and the host, because Chromium uses only the last list. */
function withFeatures(args: readonly string[]): string[] {
  const lists = ['--enable-features=', '--disable-features='];
  return [
    ...args.filter((arg) => !lists.some((list) => arg.startsWith(list))),
    ...lists.map((list) => {
      const named = args.filter((arg) => arg.startsWith(list));
      return `${list}${named.map((arg) => arg.slice(list.length)).join(',')}`;
    }),
  ];
}
