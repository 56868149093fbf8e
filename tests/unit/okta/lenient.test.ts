import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { listedTokens, zones } from '../../../src/main/features/access/schemas.ts';
import { listedUsers } from '../../../src/main/features/tasks/schemas.ts';
import { eventOf } from '../../../src/main/features/usage/log-event.ts';
import { looseTime, readTime, sureTime } from '../../../src/main/okta/lenient.ts';
import { json } from '../../../src/main/okta/raw-answer.ts';
import { apiTokens, oktaError, roles, user, wellKnown } from '../../../src/main/okta/schemas.ts';

const at = Date.UTC(2026, 10, 28, 8, 12, 30, 250);
const second = at - 250;

describe('a time of Okta', () => {
  it.each([
    ['2026-11-28T08:12:30.250Z', at],
    ['2026-11-28T08:12:30.250+0000', at],
    ['2026-11-28T08:12:30.250+00:00', at],
    ['2026-11-28T08:12:30.250-0000', at],
    ['2026-11-28T08:12:30.250+00', at],
    ['2026-11-28T13:42:30.250+0530', at],
    ['2026-11-28T04:42:30.250-03:30', at],
    ['2026-11-28T08:12:30.250999Z', at],
    ['2026-11-28T08:12:30.250999999Z', at],
    ['2026-11-28T08:12:30,250Z', at],
    ['2026-11-28t08:12:30.250z', at],
    ['2026-11-28 08:12:30.250Z', at],
    ['2026-11-28 08:12:30.250 +0000', at],
    ['2026-11-28T08:12:30.25Z', at],
    ['2026-11-28T08:12:30Z', second],
    ['2026-11-28T08:12:30+0000', second],
    ['2026-11-28T08:12:30', second],
    ['2026-11-28T08:12Z', second - 30_000],
    ['2026-11-28', Date.UTC(2026, 10, 28)],
    [' 2026-11-28T08:12:30Z\n', second],
    ['Sat, 28 Nov 2026 08:12:30 GMT', second],
    [second, second],
    [second / 1000, second],
    [String(second), second],
    [String(second / 1000), second],
    ['2028-02-29T00:00:00Z', Date.UTC(2028, 1, 29)],
    ['2038-01-19T03:14:08Z', 2 ** 31 * 1000],
    ['9999-12-31T23:59:59.999Z', Date.UTC(9999, 11, 31, 23, 59, 59, 999)],
    ['2016-12-31T23:59:60Z', Date.UTC(2016, 11, 31, 23, 59, 59)],
  ])('is read: %s', (said, expected) => {
    expect(readTime(said)).toBe(expected);
    expect(sureTime.parse(said)).toBe(expected);
  });

  it.each([
    '',
    'never',
    '2026-13-01T00:00:00Z',
    '2026-11-28T25:00:00Z',
    '28.11.2026',
    '11/28/2026',
    '2026',
    7,
    -1,
  ])('that does not read is null where it is only shown, and unreadable where it counts: %s', (said) => {
    expect(looseTime.parse(said)).toBeNull();
    expect(sureTime.safeParse(said).success).toBe(false);
  });

  it('is the same however it is written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 253_402_300_799_999 }), (ms) => {
        const text = new Date(ms).toISOString();
        for (const written of [
          text,
          text.replace('Z', '+0000'),
          text.replace('Z', '000Z'),
          text.replace('T', ' '),
        ])
          expect(readTime(written)).toBe(ms);
      }),
    );
  });

  it('never throws, and gives a time or null', () => {
    fc.assert(
      fc.property(fc.anything(), (anything) => {
        expect(z.number().int().min(0).nullish().safeParse(looseTime.parse(anything)).success).toBe(true);
      }),
    );
  });
});

const token = { id: '00T1', name: 'terraform', userId: '00u1', created: '2026-11-28T08:12:30.000Z' };
const person = { id: '00u1', status: 'ACTIVE', profile: { login: 'ann@acme.com' } };
const event = { uuid: 'a', published: '2026-11-28T08:12:30.250Z', eventType: 'system.api_token.use' };

/** Answers that a gateway or another endpoint changed in what Keyturn only shows, or that hold what Okta may add. */
const odd: readonly (readonly [what: string, schema: z.ZodType, answer: unknown])[] = [
  ['times with +0000', apiTokens, [{ ...token, created: '2026-11-28T08:12:30.000+0000' }]],
  ['times that are null', apiTokens, [{ ...token, created: null, expiresAt: null, lastUpdated: null }]],
  ['times that are empty', apiTokens, [{ ...token, created: '', expiresAt: '', lastUpdated: '' }]],
  ['times that are numbers', apiTokens, [{ ...token, created: 1_700_000_000, expiresAt: '1700000000000' }]],
  ['times that are objects', apiTokens, [{ ...token, created: {}, expiresAt: [] }]],
  ['a name that is null', apiTokens, [{ ...token, name: null }]],
  ['a name that is a number', apiTokens, [{ ...token, name: 2026 }]],
  ['no name', apiTokens, [{ id: '00T1' }]],
  ['an unknown field', apiTokens, [{ ...token, futureField: { a: [1] } }]],
  ['an unknown client', apiTokens, [{ ...token, clientName: { a: 1 } }]],
  ['an unknown window', listedTokens, [{ ...token, tokenWindow: 30 }]],
  ['no token at all', apiTokens, []],
  ['an unknown type of role', roles, [{ type: 'AI_AGENT_ADMIN', label: null, status: 'PAUSED' }]],
  ['a label of a role that is a number', roles, [{ type: 'CUSTOM', label: 7, assignmentType: 'SERVICE' }]],
  ['an unknown status of a user', user, { ...person, status: 'HIBERNATED' }],
  [
    'names of a user that are numbers',
    user,
    { ...person, profile: { login: 'a@b.c', firstName: 7, lastName: {} } },
  ],
  ['times of users with +0000', listedUsers, [{ ...person, created: '2026-11-28T08:12:30.000+0000' }]],
  ['an unknown type of zone', zones, [{ id: 'nzo1', name: null, type: 'QUANTUM', gateways: null }]],
  ['an org without a pipeline', wellKnown, { id: '00o47wwoytgsDqEtz0g7', pipeline: null, _links: null }],
  [
    'an org with other links',
    wellKnown,
    { id: '00o47wwoytgsDqEtz0g7', pipeline: 2, _links: { organization: [] } },
  ],
  [
    'an error with nulls',
    oktaError,
    { errorCode: 'E0000011', errorSummary: null, errorId: null, errorCauses: null },
  ],
  ['an error with odd causes', oktaError, { errorCode: 'E0000011', errorId: 7, errorCauses: [{ a: 1 }] }],
];

describe('an answer of Okta', () => {
  it.each(odd)('is read with %s', (_what, schema, answer) => {
    expect(schema.safeParse(answer).error).toBeUndefined();
  });

  it('keeps the code of an error, whatever stands beside it', () => {
    const said = { errorCode: 'E0000011', errorSummary: 7, errorId: null, errorCauses: 'x' };
    expect(oktaError.parse(said)).toMatchObject({ errorCode: 'E0000011', errorSummary: '7' });
  });

  it('stays unreadable without what Keyturn decides by', () => {
    expect(apiTokens.safeParse([{ ...token, id: null }]).success).toBe(false);
    expect(apiTokens.safeParse([{ ...token, network: { connection: 7 } }]).success).toBe(false);
    expect(roles.safeParse([{ type: null }]).success).toBe(false);
    expect(user.safeParse({ ...person, profile: null }).success).toBe(false);
  });

  it.each([['2026-11-28T08:12:30.250+0000'], ['2026-11-28T08:12:30.250'], [at]])(
    'has an event at the time of Okta, in every time zone of this computer: %s',
    (published) => {
      const call = { ...event, published, transaction: { detail: { requestApiTokenId: '00T1' } } };
      expect(eventOf(call)).toMatchObject({ at });
    },
  );

  it('may begin with a byte order mark', () => {
    expect(json('\uFEFF[1]')).toEqual([1]);
    expect(json('\uFEFF')).toBeUndefined();
  });
});
