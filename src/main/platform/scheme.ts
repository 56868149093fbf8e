import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { type Protocol, protocol } from 'electron';

/** The app's own origin. A window shows no other page, and the router listens to no other sender. */
export const appOrigin = 'app://bundle';

/** Registers the app's scheme. Call it once, before `ready` (Electron, docs/api/protocol.md). */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

// Everything comes from 'self'. style-src needs no 'unsafe-inline', because React sets styles through CSSOM, which CSP does not cover.
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data:",
  "connect-src 'none'",
  "frame-src 'none'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "worker-src 'none'",
  // What is not named here is denied: dialogs (also one that asks to stay), printing, downloads, new windows, the pointer.
  'sandbox allow-scripts allow-same-origin allow-forms',
  "require-trusted-types-for 'script'",
  // There is no policy at all: neither the page nor a script that got into it can turn text into code.
  "trusted-types 'none'",
].join('; ');

// The features of a page that Chromium gives without a question, or by a question that a page can repeat.
const permissionsPolicy = [
  ...[
    'accelerometer',
    'autoplay',
    'camera',
    'clipboard-read',
    'clipboard-write',
    'display-capture',
    'encrypted-media',
  ],
  ...[
    'fullscreen',
    'gamepad',
    'geolocation',
    'gyroscope',
    'hid',
    'identity-credentials-get',
    'idle-detection',
    'keyboard-map',
  ],
  ...[
    'local-fonts',
    'magnetometer',
    'microphone',
    'midi',
    'otp-credentials',
    'payment',
    'picture-in-picture',
  ],
  ...[
    'publickey-credentials-create',
    'publickey-credentials-get',
    'screen-wake-lock',
    'serial',
    'storage-access',
    'usb',
  ],
  ...['window-management', 'xr-spatial-tracking'],
]
  .map((feature) => `${feature}=()`)
  .join(', ');

/** The headers of every answer, also of one that has nothing to show: a page without a policy would be one that script can go to. */
const guards = {
  'content-security-policy': contentSecurityPolicy,
  'permissions-policy': permissionsPolicy,
  'x-content-type-options': 'nosniff',
  'cross-origin-opener-policy': 'same-origin',
} as const;

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'));
}

/**
 * Serves the built window from `folder` under `app://bundle/` to the session of `own`. A path is looked up in the list of the folder's files, so no request can climb
 * out of the folder. Any other path gets 404.
 */
export function serveApp(folder: string, own: Pick<Protocol, 'handle'>): void {
  const known = new Map(filesBelow(folder).map((path) => [`/${path}`, join(folder, path)]));
  own.handle('app', async (request) => {
    const url = new URL(request.url);
    const file = known.get(url.pathname === '/' ? '/index.html' : url.pathname);
    if (url.host !== 'bundle' || request.method !== 'GET' || file === undefined) {
      return new Response('Not found', { status: 404, headers: { ...guards, 'content-type': 'text/plain' } });
    }
    return new Response(new Uint8Array(readFileSync(file)), {
      headers: {
        'content-type': types[extname(file)] ?? 'application/octet-stream',
        ...guards,
        'cache-control': 'no-cache',
      },
    });
  });
}
