import { type Claim, security, threat } from './claim.ts';

const leaks = 'tests/support/leaks.ts';
const settings = 'src/main/features/settings/handlers.ts';
const leaksTest = 'tests/unit/support/leaks.test.ts';
const settingsTest = 'tests/unit/settings/settings-store.test.ts';

const proxyAsked = 'if (proxy !== null && !(await dialogs.confirm(...words.handlers.throughProxy(proxy)))) {';

/** "What stays behind, and what the attacks found" of docs/security.md, and the proxy that the window names. */
export const leftBehindClaims: readonly Claim[] = [
  threat('set a proxy that learns which orgs Keyturn calls', {
    id: 'proxy-no',
    out: [[settings, proxyAsked, "if (proxy === '') {"]],
    fails: [settingsTest, 'changes nothing after a no'],
  }),
  security('Keyturn uses a new proxy only after a yes', {
    id: 'proxy-asked',
    out: [[settings, proxyAsked, "if (proxy === '') {"]],
    fails: [settingsTest, 'is used after a yes in a dialog of the system'],
  }),
  security('After the lock main', {
    id: 'heap-estimator',
    out: [['src/main/vault/passphrase-strength.ts', "  estimate.check('');\n", '']],
    fails: ['tests/e2e/secrets.spec.ts', 'after a walk through every feature and a lock'],
  }),
  security('A call to Okta listens to a signal only as long as it needs it', {
    id: 'signal-let-go',
    out: [['src/main/base/unless-aborted.ts', "signal.removeEventListener('abort', stop);", '']],
    fails: ['tests/unit/main/unless-aborted.test.ts', 'listens to a signal no longer than the work takes'],
  }),
  security('A damaged vault and the log of a crash beside it stay', {
    id: 'damage-looked-at-first',
    out: [
      [
        'src/main/vault/database.ts',
        'if ((statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0) === 0) return;',
        'if (existsSync(path)) return;',
      ],
    ],
    fails: ['tests/unit/vault/damage.test.ts', 'leaves the file and the log unchanged'],
  }),
  security(
    'The search for leaks finds a secret wherever it is planted',
    {
      id: 'leaks-form',
      out: [[leaks, 'hex, hex.toUpperCase(), ', 'hex, ']],
      fails: [leaksTest, 'finds a file that holds a value (hex in capitals)'],
    },
    {
      id: 'leaks-packed',
      out: [
        [
          leaks,
          'at >= 0; at = bytes.indexOf(gzipMark, at + 1)',
          'at > bytes.length; at = bytes.indexOf(gzipMark, at + 1)',
        ],
      ],
      fails: [leaksTest, 'finds a file that holds a value (gzip)'],
    },
  ),
];
