import type { Claim } from './claim.ts';

const rotations = 'src/main/features/service/key-rotations.ts';
const check = 'src/main/features/service/old-key-check.ts';
const keyTest = 'tests/unit/service/key-rotation.test.ts';

/** The claims about the rotation of an app's key. */
export const appKeyClaims: readonly Claim[] = [
  {
    doc: 'docs/oauth.md',
    words: '**The proof.** Okta must refuse an assertion of the old key',
    protections: [
      {
        id: 'app-key-proof-both',
        out: [[check, "isKeyRefusal(old) && fresh?.kind === 'accepted'", 'isKeyRefusal(old)']],
        fails: [keyTest, 'by a wrong clock, for which Okta refuses every assertion'],
      },
      {
        id: 'app-key-proof-kind',
        out: [
          [check, "isKeyRefusal(old) && fresh?.kind === 'accepted'", "fresh?.kind === 'accepted'"],
          [rotations, 'const fresh = isKeyRefusal(old) ?', "const fresh = old.kind !== 'accepted' ?"],
        ],
        fails: [keyTest, 'by a rate limit'],
      },
      {
        id: 'app-key-proof-time',
        out: [[rotations, 'clock: { now: () => now }', 'clock']],
        fails: [keyTest, 'by a clock that was wrong for the old key and set right before the new one'],
      },
    ],
  },
  {
    doc: 'docs/oauth.md',
    words: '**A kill loses nothing.**',
    protections: [
      {
        id: 'app-key-one-transaction',
        out: [
          [
            rotations,
            'const { keyRotations, transaction, clock } = this.#needs;\n    transaction(() => {\n      const now',
            'const { keyRotations, clock } = this.#needs;\n    const transaction = (work: () => unknown) => work();\n    transaction(() => {\n      const now',
          ],
        ],
        fails: [keyTest, 'a switch that a full disk ends at any of its writes changes nothing'],
      },
      {
        id: 'app-key-old-held',
        out: [[rotations, 'keyRotations.hold(appId, old);', '']],
        fails: ['tests/unit/service/key-kill.test.ts', 'the app always has a key that works'],
      },
    ],
  },
  {
    doc: 'docs/oauth.md',
    words: '**The app goes on.**',
    protections: [
      {
        id: 'app-key-access-wiped',
        out: [[rotations, 'this.#needs.dropAccess(appId);', '']],
        fails: [keyTest, 'calls go with an access token of the old key until the switch'],
      },
      {
        id: 'app-key-switch-tested',
        out: [[rotations, 'if (test !== null && test.dpop === null) {', 'if (test === null) {']],
        fails: [keyTest, 'does not switch when Okta no longer accepts the new key'],
      },
    ],
  },
];
