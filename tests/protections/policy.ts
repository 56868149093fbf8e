import { type Claim, threat } from './claim.ts';

const client = 'src/main/okta/client.ts';
const dispatchers = 'src/main/okta/dispatchers.ts';
const features = 'src/main/app/features.ts';
const policy = 'src/main/features/settings/policy.ts';
const programs = 'src/main/features/programs/feature.ts';
const source = 'src/main/platform/policy-source.ts';
const policyTest = 'tests/unit/settings/policy.test.ts';
const sourceTest = 'tests/unit/platform/policy-source.test.ts';
const composed = 'tests/unit/main/policy.test.ts';
const doorTest = 'tests/unit/programs/door.test.ts';

/** The policy of an organisation. */
export const policyClaims: readonly Claim[] = [
  threat(
    'go past the policy of the organisation',
    {
      id: 'policy-orgs',
      out: [[dispatchers, 'if (refusal !== null) return Promise.reject(new ForbiddenOrg(refusal));', '']],
      fails: [composed, 'an org that the policy leaves out hears nothing'],
    },
    {
      id: 'policy-outcome',
      out: [[client, 'if (error instanceof ForbiddenOrg) {', 'if (false) {']],
      fails: [composed, 'an org that the policy leaves out hears nothing'],
    },
    {
      id: 'policy-host-whole',
      out: [
        [
          policy,
          'name.endsWith(pattern.slice(1)) : name === pattern',
          'name.endsWith(pattern.slice(1)) : name.startsWith(pattern)',
        ],
      ],
      fails: [policyTest, 'https://acme.okta.com.evil.example is none'],
    },
    {
      id: 'policy-copy',
      out: [
        [features, "if (action === 'copyValue' || action === 'copyPrivateKey') policy.permit('copy');", ''],
      ],
      fails: [composed, 'nothing is copied'],
    },
    {
      id: 'policy-programs',
      out: [
        [
          programs,
          'return sentence === null ? await desk.visits.visit(visit) : refusal(403, sentence);',
          'return await desk.visits.visit(visit);',
        ],
      ],
      fails: [doorTest, 'no program is served where the policy forbids it'],
    },
    {
      id: 'policy-lock',
      out: [[policy, 'most === undefined || (chosen > 0 && chosen <= most) ? chosen : most', 'chosen']],
      fails: [policyTest, 'the lock is as strict as the stricter of both'],
    },
    {
      id: 'policy-unreadable',
      out: [
        [policy, "typeof read === 'string' ? nothingAllowed : read", "typeof read === 'string' ? {} : read"],
      ],
      fails: [policyTest, 'a misspelt entry'],
    },
    {
      id: 'policy-roots-only',
      out: [
        [
          source,
          'if (facts.isSymbolicLink() || facts.uid !== owner || (facts.mode & 0o022) !== 0) {',
          'if (false) {',
        ],
      ],
      fails: [sourceTest, 'is refused when others may write it'],
    },
  ),
];
