import type { Claim, Protection } from './claim.ts';

const revoke = 'src/main/features/rotation/revoke.ts';
const unit = 'tests/unit/rotation/to-app.test.ts';

const inRotation = (words: string, ...protections: Claim['protections']): Claim => ({
  doc: 'docs/rotation.md',
  words,
  protections,
});

const witness = (id: string, out: string, fails: string): Protection => ({
  id: `to-app-${id}`,
  out: [[revoke, out, '']],
  fails: [unit, fails],
});

/** The revoke of a token whose job an OAuth service app took over. */
export const toAppClaims: readonly Claim[] = [
  inRotation(
    'So in the same minute Okta must accept a call with another credential',
    witness(
      'answered',
      '  if (!witness.answered) return words.revoke.witnessRefused(host, witness.name, witness.sentence);\n',
      'is not claimed by an org that says that it revoked the token and then refuses everything',
    ),
    witness(
      'same-minute',
      '  if (witness.at < saidAt || witness.at - saidAt > sameMinuteMs)\n    return words.revoke.witnessLate(host, witness.name);\n',
      'is not claimed when Okta answers the witness more than a minute later',
    ),
    {
      id: 'to-app-same-minute-clock',
      out: [[revoke, 'witness.at < saidAt || ', '']],
      fails: [unit, 'is not claimed when the clock is set back before Okta answers'],
    },
    {
      id: 'to-app-witness',
      out: [
        [
          revoke,
          'if (witness === null) return words.revoke.noWitness(host);',
          'if (witness === null) return null;',
        ],
      ],
      fails: [unit, 'is not claimed when nothing else of the org is kept'],
    },
    {
      id: 'to-app-owner',
      out: [[revoke, 'return isRevoked ? null : words.revoke.ownerUnknown(host);', 'return null;']],
      fails: [unit, 'is not claimed for a deactivated owner'],
    },
  ),
  inRotation(
    'Meanwhile Keyturn itself asks Okta nothing with the token',
    {
      id: 'to-app-asker',
      out: [['src/main/app/askers.ts', "        token.rotation?.mode !== 'to-app' &&\n", '']],
      fails: ['tests/unit/main/askers.test.ts', 'is never a revoked token'],
    },
    {
      id: 'to-app-candidates',
      out: [
        [
          'src/main/features/rotation/quiet-step.ts',
          "    rotation.mode === 'to-app'\n",
          "    rotation.id === ''\n",
        ],
        ['src/main/app/askers.ts', "        token.rotation?.mode !== 'to-app' &&\n", ''],
      ],
      fails: [unit, 'never asks Okta with the token itself'],
    },
    {
      id: 'to-app-quiet',
      out: [['src/main/features/rotation/quiet-step.ts', "    mode === 'to-app'\n", "    tokenId === ''\n"]],
      fails: [unit, 'never asks Okta with the token itself'],
    },
  ),
  inRotation('After a later test that fails, the revoke wants the typed words', {
    id: 'to-app-works',
    out: [
      [
        'src/main/features/rotation/revoke-step.ts',
        'context.needs.successorOf(rotation.tokenId) !== null',
        'true',
      ],
    ],
    fails: [unit, 'revokes only when the person insists after the app failed a test'],
  }),
  inRotation("and Keyturn gives the token's value to none of them", {
    id: 'to-app-run',
    out: [
      [
        'src/main/features/rotation/run-step.ts',
        "  if (before.mode === 'to-app') throw new Failed('rotation', words.run.noNewToken, words.run.giveApp);\n",
        '',
      ],
    ],
    fails: [unit, 'gives the value to no consumer'],
  }),
  inRotation('So a value that may still work is always in one of the two places', {
    id: 'to-app-value-kept',
    out: [
      [
        'src/main/features/rotation/revoke-step.ts',
        '    const attempts = [...now.attempts, attempt].slice(-mostAttempts);\n    if (!attempt.proven) {',
        "    const attempts = [...now.attempts, attempt].slice(-mostAttempts);\n    if (now.mode === 'to-app') context.needs.tokens.markRevoked(now.tokenId, attempt.at);\n    if (!attempt.proven) {",
      ],
    ],
    fails: [unit, 'is not claimed by an org that answers 401 to everything'],
  }),
];
