import { type Claim, security } from './claim.ts';

const units = 'tests/unit/platform/electron-checklist.test.ts';
const window = 'src/main/platform/window.ts';
const session = 'src/main/platform/session.ts';
const scheme = 'src/main/platform/scheme.ts';
const opener = 'src/main/platform/opener.ts';

/** The rows of Electron's own checklist. The units look at what the app asks of Electron. */
export const checklist: readonly Claim[] = [
  security('Only load secure content', {
    id: 'electron-1-secure',
    out: [[scheme, 'secure: true, ', '']],
    fails: [units, '1. only secure content'],
  }),
  security('No Node.js for remote content', {
    id: 'electron-2-node',
    out: [[window, 'nodeIntegration: false', 'nodeIntegration: true']],
    fails: [units, '2. no page has Node'],
  }),
  security('| Context isolation |', {
    id: 'electron-3-isolation',
    out: [[window, 'contextIsolation: true', 'contextIsolation: false']],
    fails: [units, '3. the page’s world'],
  }),
  security(
    'Process sandboxing',
    {
      id: 'electron-4-sandbox',
      out: [[window, 'sandbox: true', 'sandbox: false']],
      fails: [units, '4. every page is sandboxed'],
    },
    {
      id: 'electron-4-at-start',
      out: [['src/main/start/index.ts', 'app.enableSandbox()', 'undefined']],
      fails: [units, '4. every page is sandboxed'],
    },
  ),
  security(
    'Permission requests',
    {
      id: 'electron-5-requests',
      out: [[session, 'callback(granted.has(permission))', 'callback(permission !== "")']],
      fails: [units, '5. every permission'],
    },
    {
      id: 'electron-5-checks',
      out: [[session, '(_contents, permission) => granted.has(permission)', '() => true']],
      fails: [units, '5. every permission'],
    },
    {
      id: 'electron-5-devices',
      out: [[session, 'setDevicePermissionHandler(() => false)', 'setDevicePermissionHandler(() => true)']],
      fails: [units, '5. every permission'],
    },
    {
      id: 'electron-5-downloads',
      out: [
        [session, "'will-download', (event) => event.preventDefault()", "'will-download', () => undefined"],
      ],
      fails: [units, '5. every permission'],
    },
  ),
  security('| `webSecurity` |', {
    id: 'electron-6-web-security',
    out: [[window, 'webSecurity: true', 'webSecurity: false']],
    fails: [units, '6. web security is on'],
  }),
  security('Content security policy', {
    id: 'electron-7-policy',
    out: [[scheme, "'content-security-policy': contentSecurityPolicy,", '']],
    fails: [units, '7. every page comes with a content security policy'],
  }),
  security('`allowRunningInsecureContent`', {
    id: 'electron-8-insecure',
    out: [[window, 'webSecurity: true,', 'webSecurity: true, allowRunningInsecureContent: true,']],
    fails: [units, '8. allowRunningInsecureContent'],
  }),
  security('Experimental features', {
    id: 'electron-9-experimental',
    out: [[window, 'webSecurity: true,', 'webSecurity: true, experimentalFeatures: true,']],
    fails: [units, '9. experimentalFeatures'],
  }),
  security('`enableBlinkFeatures`', {
    id: 'electron-10-blink',
    out: [[window, 'webSecurity: true,', "webSecurity: true, enableBlinkFeatures: 'any',"]],
    fails: [units, '10. enableBlinkFeatures'],
  }),
  security('`allowpopups`', {
    id: 'electron-11-webview',
    out: [[window, 'webviewTag: false', 'webviewTag: true']],
    fails: [units, '11. there is no webview'],
  }),
  security('Webview options', {
    id: 'electron-12-webview',
    out: [
      [
        session,
        "'will-attach-webview', (event) => event.preventDefault()",
        "'will-attach-webview', () => undefined",
      ],
    ],
    fails: [units, '12. a webview is refused'],
  }),
  security(
    '| Navigation |',
    {
      id: 'electron-13-host',
      out: [[session, '!sameHost(event.url, allowedOrigin)', 'false']],
      fails: [units, '13. a navigation to app://other/index.html'],
    },
    {
      id: 'electron-13-frame',
      out: [[session, '!event.isMainFrame ||', '']],
      fails: [units, '13. a navigation to app://bundle/index.html (main frame: false)'],
    },
    {
      id: 'electron-13-redirect',
      out: [
        [session, "'will-redirect', (event) => event.preventDefault()", "'will-redirect', () => undefined"],
      ],
      fails: [units, '13. a navigation to'],
    },
  ),
  security('| New windows |', {
    id: 'electron-14-windows',
    out: [[session, "{ action: 'deny' }", "{ action: 'allow' }"]],
    fails: [units, '14. no page opens a window'],
  }),
  security(
    '`shell.openExternal`',
    {
      id: 'electron-15-https',
      out: [[opener, "url.protocol !== 'https:' ||", '']],
      fails: [units, '15. only a plain https address'],
    },
    {
      id: 'electron-15-user',
      out: [
        [opener, "url.username !== '' ||", "url.pathname === '' ||"],
        [opener, "url.password !== ''", 'false'],
      ],
      fails: [units, '15. only a plain https address'],
    },
  ),
  security('Current Electron', {
    id: 'electron-16-exact',
    out: [['package.json', '"electron": "', '"electron": "^']],
    fails: [units, '16. the version of Electron'],
  }),
  security('Sender of IPC', {
    id: 'electron-17-frame',
    out: [['src/main/ipc/sender.ts', 'frame.parent === null && ', '']],
    fails: [units, '17. a message is heard'],
  }),
  security(
    'No `file://`',
    {
      id: 'electron-18-host',
      out: [[scheme, "url.host !== 'bundle' || ", '']],
      fails: [units, '18. nothing is loaded by file:'],
    },
    {
      id: 'electron-18-folder',
      out: [
        [
          scheme,
          "known.get(url.pathname === '/' ? '/index.html' : url.pathname)",
          'join(folder, decodeURIComponent(url.pathname))',
        ],
      ],
      fails: [units, '18. nothing is loaded by file:'],
    },
  ),
  security('| Fuses |', {
    id: 'electron-19-asar',
    out: [
      [
        'tools/packaging/fuses.ts',
        '[FuseV1Options.OnlyLoadAppFromAsar]: true',
        '[FuseV1Options.OnlyLoadAppFromAsar]: false',
      ],
    ],
    fails: [units, '19. the fuses of the package'],
  }),
  security('No Electron APIs to the page', {
    id: 'electron-20-event',
    out: [
      [
        'src/preload/index.ts',
        'listener(payload);',
        '(listener as (...them: unknown[]) => void)(_event, payload);',
      ],
    ],
    fails: [units, '20. the preload hands the page'],
  }),
];
