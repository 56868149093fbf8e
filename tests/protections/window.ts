import { type Change, type Claim, threat } from './claim.ts';

const channels = 'src/main/ipc/channels.ts';
const noNetwork = 'src/main/platform/no-network.ts';
const preload = 'src/preload/index.ts';
const router = 'src/main/ipc/answers.ts';
const scheme = 'src/main/platform/scheme.ts';
const session = 'src/main/platform/session.ts';
const settings = 'src/main/features/settings/store.ts';
const switches = 'src/main/start/switches.ts';
const tokens = 'src/main/features/tokens/handlers.ts';
const compose = 'tests/unit/main/compose.test.ts';
const hostile = 'tests/security/hostile-script.spec.ts';
const limits = 'tests/e2e/page-limits.spec.ts';
const network = 'tests/security/window-network.spec.ts';
const routerTest = 'tests/unit/ipc/router.test.ts';
const settingsTest = 'tests/unit/settings/settings-store.test.ts';

/** A copied value goes into the answer, and the contract has a field for it. */
const valueInAnswer: readonly [Change, ...Change[]] = [
  [
    'src/shared/contract/tokens.ts',
    'z.object({ clearsAt: z.number() })',
    'z.looseObject({ clearsAt: z.number() })',
  ],
  [tokens, 'return { clearsAt };', 'return { clearsAt, text };'],
];

/** What script that got into the window can do. */
export const windowClaims: readonly Claim[] = [
  threat(
    'kept password, call anything outside the table',
    {
      id: 'bridge-sender',
      out: [[channels, 'if (!isTrusted(event)) {', 'if (feature === name) {']],
      fails: [routerTest, 'calls nothing for an untrusted sender'],
    },
    {
      id: 'bridge-requests',
      out: [
        [router, 'if (args.length > 1 || !request.success) {', 'if (args.length > 1) {'],
        [router, 'await handler(request.data)', 'await handler(args[0])'],
      ],
      fails: [routerTest, 'answers any junk to'],
    },
    {
      id: 'bridge-answers',
      out: [
        [
          router,
          'return { ok: true, value: response.data };',
          'return { ok: true, value: await handler(request.data) };',
        ],
      ],
      fails: [routerTest, 'lets no answer out that is not in the contract'],
    },
    {
      id: 'bridge-events',
      out: [[router, 'events[event]?.parse(payload)', 'payload']],
      fails: [routerTest, 'sends events through the contract'],
    },
    {
      id: 'bridge-errors',
      out: [
        [
          router,
          'if (error instanceof Failed) return { ok: false, error: error.failure };',
          "if (error instanceof Error) return { ok: false, error: { ...new Failed('file', String(error)).failure, ...(error instanceof Failed ? error.failure : {}) } };",
        ],
      ],
      fails: [routerTest, 'turns a Failed into data and hides the words of anything else'],
    },
    {
      id: 'bridge-value',
      out: valueInAnswer,
      fails: [compose, 'no method answers with a value'],
    },
    {
      id: 'bridge-proxy-password',
      out: [[settings, 'url.password = mask;', '']],
      fails: [settingsTest, 'is used and never shown'],
    },
    {
      id: 'bridge-proxy-password-elsewhere',
      out: [
        [
          settings,
          'if (old?.origin !== url.origin || old.username !== url.username) {',
          'if (old === null) {',
        ],
      ],
      fails: [settingsTest, 'does not go along to'],
    },
    {
      id: 'bridge-table-only',
      out: [
        [
          preload,
          "contextBridge.exposeInMainWorld('keyturn', bridge);",
          "bridge.any = { invoke: (channel: string) => ipcRenderer.invoke(channel) };\ncontextBridge.exposeInMainWorld('keyturn', bridge);",
        ],
      ],
      fails: [limits, 'the bridge is the table, frozen'],
    },
    {
      id: 'page-navigation',
      out: [
        [session, '        event.preventDefault();\n      }', '      }'],
        [session, "{ action: 'deny' }", "{ action: 'allow' }"],
      ],
      fails: [limits, 'nothing leads out of the app'],
    },
    {
      id: 'page-connections',
      out: [[scheme, '"connect-src \'none\'"', '"connect-src *"']],
      fails: [limits, 'the content security policy holds'],
    },
    {
      id: 'page-value',
      out: valueInAnswer,
      fails: [
        'tests/e2e/secrets.spec.ts',
        'no secret is in the window, a message, a process, the heap or a file',
      ],
    },
  ),
  threat(
    'send a byte to a network',
    {
      id: 'network-webrtc',
      out: [
        [noNetwork, "app.commandLine.appendSwitch('webrtc-ip-handling-policy', policy);", ''],
        [noNetwork, 'contents.setWebRTCIPHandlingPolicy(policy)', 'contents.id'],
      ],
      fails: [network, 'no script in the window reaches a network'],
    },
    {
      id: 'network-proxy',
      out: [
        [
          noNetwork,
          "    mode: 'fixed_servers',\n    proxyRules: 'http://127.0.0.1:9',\n    proxyBypassRules: '<-loopback>',",
          "    mode: 'direct',",
        ],
      ],
      fails: [network, 'no script in the window reaches a network'],
    },
    {
      id: 'network-names-webrtc',
      out: [[noNetwork, "app.commandLine.appendSwitch('host-resolver-rules', noNames);", '']],
      fails: [network, 'no script in the window has a name looked up'],
    },
    {
      id: 'network-names',
      out: [
        [
          noNetwork,
          "    mode: 'fixed_servers',\n    proxyRules: 'http://127.0.0.1:9',\n    proxyBypassRules: '<-loopback>',",
          "    mode: 'direct',",
        ],
      ],
      fails: [network, 'no script in the window has a name looked up'],
    },
  ),
  threat(
    "have a kept value sent to the script's own org",
    {
      id: 'capture-own-copy',
      out: [
        [
          'src/main/features/tokens/timed-clipboard.ts',
          'if (!partsOf(text).some((part) => this.#marks.has(this.#markOf(part)))) return text;',
          'return text;',
        ],
      ],
      fails: ['tests/unit/tokens/timed-clipboard.test.ts', 'lets capture read what others copied'],
    },
    {
      id: 'capture-in-the-app',
      out: [['src/main/app/features.ts', 'new Drafts(copied.forCapture(),', 'new Drafts(world.clipboard,']],
      fails: [hostile, 'hostile script in the window gets no secret'],
    },
  ),
  threat(
    'get a value in an answer, an event, the page or its memory',
    {
      id: 'script-value',
      out: valueInAnswer,
      fails: [hostile, 'hostile script in the window gets no secret'],
    },
    {
      id: 'script-file',
      out: [
        [
          'src/main/features/activity/handlers.ts',
          'if (path === null) return { path: null };',
          'if (path === null) { writeFileAtomically(`${process.env.HOME}/Downloads/taken.json`, asJson(log)); return { path: null }; }',
        ],
      ],
      fails: [hostile, 'hostile script in the window gets no secret'],
    },
  ),
  threat(
    'turn text into code or markup',
    {
      id: 'page-trusted-types',
      out: [[scheme, '  "require-trusted-types-for \'script\'",\n', '']],
      fails: [limits, 'the content security policy holds'],
    },
    {
      id: 'page-trusted-types-own',
      out: [[scheme, '"trusted-types \'none\'"', '"trusted-types default own"']],
      fails: [limits, 'the content security policy holds'],
    },
    {
      id: 'page-eval',
      out: [
        [scheme, '"script-src \'self\'"', "\"script-src 'self' 'unsafe-eval'\""],
        [scheme, '  "require-trusted-types-for \'script\'",\n', ''],
      ],
      fails: [limits, 'the content security policy holds'],
    },
  ),
  threat(
    'open it by a debugging port, a proxy, other certificates',
    {
      id: 'switches-list',
      out: [[switches, '!allowed.has(name) &&', "name === 'none' &&"]],
      fails: ['tests/unit/main/start.test.ts', 'a package refuses'],
    },
    {
      id: 'switches-one-dash',
      out: [[switches, '(?:--?|\\/(?=', '(?:--|\\/(?=']],
      fails: ['tests/unit/main/start.test.ts', 'a package refuses keyturn -remote-debugging-port=1'],
    },
    {
      id: 'switches-blanks',
      out: [[switches, '/^[\\s\\u0085]*(?:--?', '/^(?:--?']],
      fails: ['tests/unit/main/start.test.ts', 'a package refuses a switch behind blanks'],
    },
    {
      id: 'switches-slash',
      out: [[switches, '(?=[^/\\\\=\\s]+(?:=|$))', '(?=[a-z-]+(?:=|$))']],
      fails: ['tests/unit/main/start.test.ts', 'a package refuses keyturn /disable-3d-apis'],
    },
  ),
  threat(
    'name or value in a notification',
    {
      id: 'notice-unlocked',
      out: [
        [
          'src/main/features/life/desk.ts',
          'notify(words.desk.openToSee(kindWords[first.kind]), first.tokenId)',
          'notify(this.#needs.tokenOf(first.tokenId).label, first.tokenId)',
        ],
      ],
      fails: ['tests/unit/life/life.test.ts', 'warns at 7, 3 and 1 days'],
    },
    {
      id: 'notice-locked',
      out: [
        [
          'src/main/features/life/desk.ts',
          'notify(words.desk.locked(expired), null)',
          "notify(due.map(({ key }) => key).join(), expired ? '' : null)",
        ],
      ],
      fails: ['tests/unit/life/life.test.ts', 'while locked, says that something is due but not what'],
    },
    {
      id: 'notice-in-the-app',
      out: [
        [
          'src/main/features/life/desk.ts',
          'notify(words.desk.openToSee(kindWords[first.kind]), first.tokenId)',
          'notify(this.#needs.tokenOf(first.tokenId).label, first.tokenId)',
        ],
      ],
      fails: ['tests/e2e/life.spec.ts', 'after a month of sleep: one notice'],
    },
  ),
];
