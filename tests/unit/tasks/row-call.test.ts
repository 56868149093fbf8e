import { expect, it } from 'vitest';
import { type RowNeeds, turnAfterRefusal } from '../../../src/main/features/tasks/row-call.ts';
import { outcome } from '../../../src/main/okta/outcomes.ts';
import type { OutcomeKind } from '../../../src/shared/contract/outcome.ts';

const after = (kind: Exclude<OutcomeKind, 'accepted'>) =>
  turnAfterRefusal({ clock: { now: () => 1_000 } } as RowNeeds, {
    ...{ kind, outcome: outcome(kind, 'Refused.', '') },
    ...{ status: null, requestId: null, ms: 0, rateLimit: null, dateHeader: null },
  });

it('a refusal before Okta acted pauses the job or makes the row wait, and any other refusal ends the row', () => {
  const rests = { kind: 'rest', why: 'Refused.', acted: false };
  for (const kind of [
    'not-accepted',
    'owner-inactive',
    'zone-blocked',
    'not-an-okta-org',
    'policy',
  ] as const) {
    expect(after(kind), kind).toEqual(rests);
  }
  expect(after('rate-limited')).toEqual({ kind: 'again', at: 3_000 });
  for (const kind of ['not-allowed', 'timeout', 'okta-trouble', 'no-network'] as const) {
    expect(after(kind), kind).toBeNull();
  }
});
