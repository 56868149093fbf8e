import { type Claim, threat } from './claim.ts';

const scheme = 'src/main/platform/scheme.ts';
const session = 'src/main/platform/session.ts';
const window = 'src/main/platform/window.ts';
const checklist = 'tests/unit/platform/electron-checklist.test.ts';
const network = 'tests/security/window-network.spec.ts';
const storage = 'tests/security/window-storage.spec.ts';
const powers = 'tests/security/page-powers.spec.ts';

/** What script in the window can do to the window, and what a page can ask of Chromium. */
export const pagePowersClaims: readonly Claim[] = [
  threat(
    'stay on the screen over a lock',
    {
      id: 'page-stays',
      out: [
        [scheme, "  'sandbox allow-scripts allow-same-origin allow-forms',\n", ''],
        [session, "    contents.on('will-prevent-unload', (event) => event.preventDefault());\n", ''],
      ],
      fails: [powers, 'a page that asks to stay is gone after the lock'],
    },
    {
      id: 'page-stays-electron',
      out: [[session, "    contents.on('will-prevent-unload', (event) => event.preventDefault());\n", '']],
      fails: [checklist, 'a page that asks to stay, or moves the window, is not asked'],
    },
    {
      id: 'page-moves',
      out: [[session, "    contents.on('content-bounds-updated', (event) => event.preventDefault());\n", '']],
      fails: [checklist, 'a page that asks to stay, or moves the window, is not asked'],
    },
    {
      id: 'page-elsewhere',
      out: [[window, 'if (!isSamePage(url, options.url))', "if (url === '')"]],
      fails: [powers, 'about:blank: the app’s own page comes back'],
    },
    {
      id: 'page-address',
      out: [
        [
          'src/main/start/world.ts',
          'const loading = windowNow()?.loadURL(started.pageUrl);',
          'const loading = void windowNow()?.webContents.reload();',
        ],
        [window, 'if (!isSamePage(url, options.url))', "if (url === '')"],
      ],
      fails: [powers, 'another address in the history: the lock shows'],
    },
  ),
  threat(
    'leave names on this disk',
    {
      id: 'page-storage',
      out: [[window, '      partition: windowPartition,\n', '']],
      fails: [storage, 'what script writes into the window’s storage is never on the disk'],
    },
    {
      id: 'page-storage-electron',
      out: [[session, "windowPartition = 'keyturn'", "windowPartition = 'persist:keyturn'"]],
      fails: [checklist, 'the window’s session is in memory'],
    },
  ),
  threat(
    'show a dialog of its own',
    {
      id: 'page-dialogs',
      out: [[scheme, "  'sandbox allow-scripts allow-same-origin allow-forms',\n", '']],
      fails: [powers, 'script in the window shows no dialog of its own'],
    },
    {
      id: 'page-dialogs-electron',
      out: [[window, '      disableDialogs: true,\n', '']],
      fails: [checklist, 'a page that asks to stay, or moves the window, is not asked'],
    },
    {
      id: 'page-powers',
      out: [[scheme, "  'permissions-policy': permissionsPolicy,\n", '']],
      fails: [powers, 'script in the window shows no dialog of its own'],
    },
    {
      id: 'page-without-policy',
      out: [[scheme, 'headers: { ...guards, ', 'headers: { ']],
      fails: [checklist, '7. every page comes with a content security policy'],
    },
    {
      id: 'page-workers',
      out: [
        [scheme, '  "worker-src \'none\'",\n', ''],
        [scheme, '"script-src \'self\'"', '"script-src \'self\' blob: data:"'],
        [scheme, '  "require-trusted-types-for \'script\'",\n', ''],
      ],
      fails: [powers, 'no text becomes code in the window'],
    },
    {
      id: 'page-network-images',
      out: [
        [scheme, '"img-src \'self\' data:"', '"img-src *"'],
        [
          'src/main/platform/no-network.ts',
          "    mode: 'fixed_servers',\n    proxyRules: 'http://127.0.0.1:9',\n    proxyBypassRules: '<-loopback>',",
          "    mode: 'direct',",
        ],
      ],
      fails: [network, 'no script in the window reaches a network'],
    },
  ),
];
