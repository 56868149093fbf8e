import { describe, expect, it } from 'vitest';
import { appsFor, type LabelledNeed } from '../../../src/main/features/commands/app-for.ts';
import type { ServiceApp, ServiceRow } from '../../../src/shared/contract/service.ts';

const token = { id: 't', orgId: 'o', purpose: 'Reads people' };
const needs: LabelledNeed[] = [
  { family: 'users', access: 'read', label: 'Users' },
  { family: 'groups', access: 'manage', label: 'Groups' },
];

const rowOf = (
  family: ServiceRow['family'],
  need: ServiceRow['need'],
  verdict: ServiceRow['verdict'] = 'works',
): ServiceRow => ({ family, need, verdict, label: '', token: null, app: 'allowed', sentence: '' });

const whole = [rowOf('users', 'read'), rowOf('groups', 'manage')];

/** An app of the token's org whose last test covered the token's job. */
const appOf = (more: object = {}, rows: readonly ServiceRow[] = whole, kind = 'accepted'): ServiceApp =>
  ({
    ...{ id: 'a', orgId: 'o', tokenId: null, purpose: '', readable: true, clientId: '0oa1' },
    lastTest: { outcome: { kind, word: 'Not accepted' }, rows, dpop: false },
    ...more,
  }) as ServiceApp;

const grounds = (apps: readonly ServiceApp[], known = needs, of = token) =>
  appsFor(of, apps, known).fits.map(({ app, ground }) => `${app.id} ${ground}`);

describe('an app can do the job of a token', () => {
  it.each<[what: string, app: ServiceApp, known: LabelledNeed[], expected: string[]]>([
    ['whose last test covered the whole job', appOf(), needs, ['a job']],
    ['that replaces the token', appOf({ tokenId: 't' }), needs, ['a replaces']],
    ['of the same purpose, in other letters', appOf({ purpose: ' reads PEOPLE ' }), needs, ['a purpose']],
    [
      'that may change what the job only reads',
      appOf({}, [rowOf('users', 'manage'), rowOf('groups', 'manage')]),
      needs,
      ['a job'],
    ],
    [
      'with a granted scope in a family that Keyturn cannot read',
      appOf({}, [rowOf('users', 'read', 'not-tried'), rowOf('groups', 'manage')]),
      needs,
      ['a job'],
    ],
    [
      'of the same purpose, while the job is unknown',
      appOf({ purpose: 'Reads people' }, []),
      [],
      ['a purpose'],
    ],
    ['that replaces the token, while the job is unknown', appOf({ tokenId: 't' }, []), [], ['a replaces']],
  ])('%s', (_what, app, known, expected) => {
    expect(grounds([app], known)).toEqual(expected);
  });
});

describe('an app cannot do the job of a token', () => {
  const own = { tokenId: 't', purpose: 'Reads people' };
  it.each<[what: string, app: ServiceApp, known: LabelledNeed[]]>([
    ['of another org', appOf({ ...own, orgId: 'p' }), needs],
    ['that was never tested', appOf({ ...own, lastTest: null }), needs],
    ['whose last test failed', appOf(own, whole, 'not-accepted'), needs],
    ['whose key cannot be decrypted', appOf({ ...own, readable: false }), needs],
    ['without a Client ID', appOf({ ...own, clientId: null }), needs],
    ['whose last test did not cover one need', appOf(own, [rowOf('users', 'read')]), needs],
    [
      'that only reads what the job changes',
      appOf(own, [rowOf('users', 'read'), rowOf('groups', 'read')]),
      needs,
    ],
    [
      'that reaches a family which its own job does not need',
      appOf(own, [rowOf('users', null, 'fewer'), rowOf('groups', 'manage')]),
      needs,
    ],
    ['without the purpose of the token, while the job is unknown', appOf({ purpose: 'Other' }), []],
  ])('%s', (_what, app, known) => {
    expect(grounds([app], known)).toEqual([]);
  });

  it('because both have no purpose', () => {
    expect(grounds([appOf()], [], { ...token, purpose: ' ' })).toEqual([]);
  });
});

it('the app that a person moved the token to comes first, then those of the same purpose, then all others', () => {
  const others = [appOf({ id: 'b' }), appOf({ id: 'c' })];
  const meant = appOf({ id: 'd', purpose: 'Reads people' });
  const own = appOf({ id: 'e', tokenId: 't' });
  expect(grounds([...others, meant, own])).toEqual(['e replaces']);
  expect(grounds([...others, meant])).toEqual(['d purpose']);
  expect(grounds(others)).toEqual(['b job', 'c job']);
  // One that cannot do the job does not hide the others.
  expect(grounds([...others, appOf({ id: 'e', tokenId: 't', lastTest: null })])).toEqual(['b job', 'c job']);
});

it('says what each app that was meant for the job lacks, and nothing about other apps', () => {
  const meant = { purpose: 'Reads people' };
  const { falls } = appsFor(
    token,
    [
      appOf({ ...meant, readable: false }),
      appOf({ ...meant, clientId: null }),
      appOf({ ...meant, lastTest: null }),
      appOf(meant, [], 'not-accepted'),
      appOf(meant, [rowOf('users', 'read')]),
      appOf({ lastTest: null }),
    ],
    needs,
  );
  expect(falls.map(({ lack }) => lack)).toEqual([
    { kind: 'unreadable' },
    { kind: 'not-set-up' },
    { kind: 'not-tested' },
    { kind: 'failed', outcome: 'Not accepted' },
    { kind: 'needs', needs: [needs[1]] },
  ]);
});
