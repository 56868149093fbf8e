import { describe, expect, it } from 'vitest';
import { causesOf, remedyOf } from '../../../src/main/features/diagnosis/causes.ts';
import { plan, questions } from '../../../src/main/features/diagnosis/clues.ts';
import type { FailedKind } from '../../../src/main/features/diagnosis/findings.ts';
import { noPast } from '../../../src/main/features/diagnosis/past.ts';
import { guideCaseOf, saidOf } from '../../../src/main/features/diagnosis/said.ts';
import { outcome } from '../../../src/main/okta/outcomes.ts';
import { cause as causeSchema, clueId } from '../../../src/shared/contract/diagnosis.ts';
import { outcomeKind } from '../../../src/shared/contract/outcome.ts';

import { gone, now, quiet, used } from './cause-facts.ts';
import { rows } from './cause-rows.ts';

describe('the order of causes by the answers of the checks', () => {
  it.each(rows)(
    '$kind: $name',
    ({ kind, facts, past = noPast, limit: rateLimit = null, clues = {}, first, ruledOut }) => {
      const said = outcome(kind, 'It failed.', '', facts);
      const causes = causesOf({ outcome: said, host: 'acme.okta.com', past, rateLimit, clues, now });
      for (const one of causes) expect(causeSchema.parse(one)).toEqual(one);
      const [likeliest] = causes;
      expect([likeliest?.id, likeliest?.verdict, remedyOf(causes).remedy.action]).toEqual(first);
      if (ruledOut !== undefined) {
        const out = causes.filter(({ verdict }) => verdict === 'ruled-out').map(({ id }) => id);
        expect(out.toSorted()).toEqual(ruledOut.toSorted());
      }
      // A cause that is ruled out never comes before one that is not.
      const rank = causes.map(({ verdict }) => ['confirmed', 'cannot-tell', 'ruled-out'].indexOf(verdict));
      expect(rank).toEqual(rank.toSorted());
    },
  );

  it('covers every outcome that is not accepted, each with a plan of checks and their titles', () => {
    // Nothing has to be checked for a policy, which is its own cause.
    const failed = outcomeKind.options.filter((kind) => kind !== 'accepted' && kind !== 'policy');
    expect(failed.filter((kind) => !rows.some((row) => row.kind === kind))).toEqual([]);
    for (const kind of failed) expect(plan[kind as FailedKind].length, kind).toBeGreaterThan(1);
    expect(Object.keys(questions).toSorted()).toEqual(clueId.options.toSorted());
  });

  it('lists causes by experience for every outcome before a check has answered', () => {
    for (const kind of outcomeKind.options) {
      if (kind === 'accepted') continue;
      const said = outcome(kind, 'It failed.', '', { retryAt: now + 1000 });
      const causes = causesOf({ outcome: said, host: 'h', past: noPast, rateLimit: null, clues: {}, now });
      // A policy is the only cause of its outcome.
      expect(causes.length, kind).toBeGreaterThan(kind === 'policy' ? 0 : 1);
      expect(remedyOf(causes).remedy.label, kind).not.toBe('');
    }
  });
});

it('says that everything is ruled out, and asks for a test', () => {
  const said = outcome('unexpected-answer', 'It failed.', '', { status: 200, requestId: 'r' });
  const causes = causesOf({ outcome: said, host: 'h', past: noPast, rateLimit: null, clues: {}, now }).map(
    (one) => ({
      ...one,
      verdict: 'ruled-out' as const,
    }),
  );
  expect(remedyOf(causes).remedy).toMatchObject({
    action: 'test-again',
    sentence: expect.stringMatching(/ruled out/),
  });
});

it('a new token has a second step: paste it', () => {
  const said = outcome('not-accepted', 'No.', '', { status: 401, errorCode: 'E0000011' });
  const clues = { listed: gone, log: { ...quiet, revoked: { at: now, actor: '' } } };
  const causes = causesOf({ outcome: said, host: 'h', past: used, rateLimit: null, clues, now });
  expect(remedyOf(causes).second?.action).toBe('paste-again');
});

it('gives Okta’s message in its own terms, and the three cases of its guide', () => {
  expect(saidOf(outcome('not-accepted', '', '', { status: 401, errorCode: 'E0000011' }))).toBe(
    'HTTP 401, E0000011: Invalid token provided.',
  );
  expect(saidOf(outcome('tls', '', '', { errorCode: 'CERT_HAS_EXPIRED' }))).toBe(
    'The call did not reach Okta. This computer said CERT_HAS_EXPIRED.',
  );
  expect(saidOf(outcome('proxy', '', '', { status: 407 }))).toContain('The proxy answered HTTP 407');
  expect(
    ['not-accepted', 'not-allowed', 'zone-blocked', 'rate-limited', 'tls'].map((kind) =>
      guideCaseOf(kind as FailedKind),
    ),
  ).toEqual(['Invalid token', 'Permission denied', 'Permission denied', 'Rate limiting', null]);
});
