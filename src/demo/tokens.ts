import { systemClock } from '../main/base/clock.ts';
import { Failed } from '../main/base/failure.ts';
import type { Token, TokenProfile } from '../shared/contract/tokens.ts';
import type { FakeOkta } from './okta/server.ts';

/** Calls a method of the bridge, such as `wizard.begin`, and returns its response. Throws Failed when it fails. */
export type Ask = (method: string, request: object) => Promise<unknown>;

/** A token that is there from the start. */
interface DemoToken {
  readonly org: 'acme' | 'acme-preview';
  readonly owner: string;
  readonly name: string;
  readonly profile: Omit<TokenProfile, 'environment'>;
  /** Whether its end in Okta comes before Keyturn's second test. */
  readonly revoked?: boolean;
}

const days = 90;
const environments = { acme: 'production', 'acme-preview': 'preview' } as const;
const consumer = (name: string, where: string) => ({ name, where });

/** Together they show three kinds of health: healthy, attention (a super admin's) and failing. */
const demoTokens: readonly DemoToken[] = [
  {
    org: 'acme',
    owner: 'svc-terraform@acme.com',
    name: 'terraform-prod',
    profile: {
      label: 'Terraform production',
      purpose: 'Terraform applies production from CI',
      tags: ['infra'],
      consumers: [
        consumer('GitHub Actions', 'acme/infra, secret OKTA_API_TOKEN'),
        consumer('Nightly drift check', 'cron on batch-2'),
      ],
      rotateEveryDays: days,
    },
  },
  {
    org: 'acme',
    owner: 'ada.admin@acme.com',
    name: 'adas-script',
    profile: {
      label: 'Script of Ada',
      purpose: 'Lists users for the monthly report',
      tags: ['report'],
      consumers: [consumer('report.py', 'laptop of Ada')],
      rotateEveryDays: days,
    },
  },
  {
    org: 'acme',
    owner: 'svc-hr-sync@acme.com',
    name: 'hr-sync',
    revoked: true,
    profile: {
      label: 'HR sync',
      purpose: 'Creates and deactivates users from the HR system',
      tags: ['hr'],
      consumers: [consumer('hr-sync', 'Kubernetes, namespace people')],
      rotateEveryDays: days,
    },
  },
  {
    org: 'acme-preview',
    owner: 'svc-terraform@acme.com',
    name: 'terraform-preview',
    profile: {
      label: 'Terraform preview',
      purpose: 'Terraform plans against preview',
      tags: ['infra'],
      consumers: [consumer('GitHub Actions', 'acme/infra, secret OKTA_API_TOKEN_PREVIEW')],
      rotateEveryDays: days,
    },
  },
];

const everyMs = 20;
/** Loopback answers in milliseconds. A busy computer needs more. */
const mostMs = 20_000;

/** Calls `look` until it returns something. Throws after `mostMs`. */
async function until<T>(look: () => Promise<T | null>): Promise<T> {
  for (const end = systemClock.now() + mostMs; systemClock.now() < end; ) {
    const found = await look();
    if (found !== null) return found;
    await systemClock.sleep(everyMs);
  }
  throw new Error('A test of the demo did not end.');
}

/** Keeps the draft when its test has ended. */
const saved = (ask: Ask, draftId: string, profile: TokenProfile): Promise<Token> =>
  until(async () => {
    try {
      return (await ask('wizard.save', { draftId, profile, anyway: false })) as Token;
    } catch (error) {
      if (error instanceof Failed && error.failure.code === 'not-tested') return null;
      throw error;
    }
  });

/**
 * Makes each of the demo's tokens in its org, and takes it through the wizard: the org, the value, the test, saving. One of them is then
 * revoked in its org and tested once more.
 */
export async function keepTokens(okta: FakeOkta, ask: Ask): Promise<void> {
  for (const { org, owner, name, profile, revoked } of demoTokens) {
    const { origin, org: inOkta } = okta.org(org);
    const { id, value } = inOkta.issueToken({ owner, name });
    const { draftId } = (await ask('wizard.begin', {})) as { draftId: string };
    await ask('wizard.checkOrg', { draftId, input: origin });
    await ask('wizard.captureTyped', { draftId, value });
    await ask('wizard.test', { draftId });
    const token = await saved(ask, draftId, {
      ...profile,
      environment: environments[org],
    });
    if (revoked !== true) continue;
    inOkta.revoke(id);
    await ask('testing.test', { tokenId: token.id });
    await until(async () => {
      const tests = (await ask('testing.history', { tokenId: token.id, limit: 2 })) as unknown[];
      return tests.length > 1 ? true : null;
    });
  }
}
