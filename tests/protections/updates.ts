import { type Claim, threat } from './claim.ts';

const desk = 'src/main/features/updates/desk.ts';
const off = 'src/main/features/updates/off.ts';
const deskTest = 'tests/unit/updates/desk.test.ts';
const offTest = 'tests/unit/updates/off.test.ts';

/** The updates of Keyturn itself. electron-updater checks signatures and checksums; these decide whether it may. */
export const updateClaims: readonly Claim[] = [
  threat(
    'have Keyturn take another program',
    {
      id: 'updates-signer',
      out: [
        [off, "if (platform === 'win32' && !/^publisherName:/m.test(configuration)) return 'unsigned';", ''],
      ],
      fails: [offTest, 'Windows without the names of who signs'],
    },
    {
      id: 'updates-tls',
      out: [[off, "!/^url: '?https:", "!/^url: '?https?:"]],
      fails: [offTest, 'a host without TLS'],
    },
  ),
  threat(
    'restart Keyturn while a rotation or a job works',
    {
      id: 'updates-busy',
      out: [[desk, 'if (busy === null) return;', 'if (busy !== undefined) return;']],
      fails: [deskTest, 'does not restart while a rotation works'],
    },
    {
      id: 'updates-policy',
      out: [[desk, "if (isForbidden()) return 'policy';", '']],
      fails: [deskTest, 'by the policy it neither looks nor restarts'],
    },
  ),
];
