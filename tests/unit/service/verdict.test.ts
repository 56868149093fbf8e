import { describe, expect, it } from 'vitest';
import { families } from '../../../src/main/features/access/mapping.ts';
import { rowsOf, serviceOutcome } from '../../../src/main/features/service/verdict.ts';
import type { FamilyId, Need, Probe } from '../../../src/shared/contract/access.ts';

const probes = (states: Partial<Record<FamilyId, Probe['state']>>): Probe[] =>
  families.map(({ id, label }) => ({
    family: id,
    label,
    state: states[id] ?? 'denied',
    reason: null,
    sentence: `said of ${id}`,
    asked: '',
    status: 200,
    errorCode: null,
    requestId: null,
  }));
const reads = (...of: FamilyId[]): Need[] => of.map((family) => ({ family, access: 'read' }));
const verdicts = (rows: ReturnType<typeof rowsOf>) =>
  rows.map(({ family, verdict }) => `${family} ${verdict}`);

describe('the app beside the token', () => {
  it('works for the job, and no longer reaches what the job does not need', () => {
    const token = probes({ users: 'allowed', groups: 'allowed', logs: 'allowed' });
    const rows = rowsOf(
      families,
      reads('users', 'groups'),
      token,
      probes({ users: 'allowed', groups: 'allowed' }),
      ['okta.users.read', 'okta.groups.read'],
    );
    expect(verdicts(rows)).toEqual(['users works', 'groups works', 'logs fewer']);
    expect(serviceOutcome('acme.okta.com', rows)).toMatchObject({
      kind: 'accepted',
      sentence:
        'acme.okta.com gave the app an access token, and the token reads all 2 kinds of data that the job needs.',
    });
  });

  it('tells a scope that is not granted from a missing role', () => {
    const rows = rowsOf(families, reads('users', 'groups'), [], probes({}), ['okta.groups.read']);
    expect(rows.map(({ verdict, sentence }) => [verdict, sentence])).toEqual([
      ['lacks', 'The scope okta.users.read is not granted.'],
      ['lacks', 'The scope okta.groups.read is granted, but the app has no admin role that reads this.'],
    ]);
    expect(serviceOutcome('acme.okta.com', rows)).toMatchObject({
      kind: 'not-allowed',
      sentence:
        'acme.okta.com gave the app an access token, but the token lacks what the job needs: Users, Groups.',
    });
  });

  it('does not take a granted scope that the access token lacks for a missing role', () => {
    const app = probes({}).map((probe) => ({ ...probe, reason: 'scope' as const }));
    expect(rowsOf(families, reads('groups'), [], app, ['okta.groups.read'])[0]).toMatchObject({
      verdict: 'lacks',
      sentence: 'Okta says that the access token lacks a scope, although okta.groups.read is granted.',
    });
  });

  it('needs the scope of a change for a job with changes, and says that it tried no change', () => {
    const needs: Need[] = [{ family: 'groups', access: 'manage' }];
    const app = probes({ groups: 'allowed' });
    expect(rowsOf(families, needs, [], app, ['okta.groups.read'])[0]).toMatchObject({
      verdict: 'lacks',
      sentence: 'The scope okta.groups.manage is not granted.',
    });
    expect(rowsOf(families, needs, [], app, ['okta.groups.manage'])[0]).toMatchObject({
      verdict: 'works',
      sentence: expect.stringContaining('Keyturn did not try a change'),
    });
  });

  it('counts what is unknown as neither granted nor missing', () => {
    const rows = rowsOf(families, reads('logs'), [], probes({ logs: 'unknown', users: 'unknown' }), [
      'okta.logs.read',
    ]);
    expect(verdicts(rows)).toEqual(['logs unknown']);
    expect(rows[0]?.sentence).toBe('said of logs');
    expect(serviceOutcome('acme.okta.com', rows).kind).toBe('unexpected-answer');
  });

  it('judges admin roles by the scope alone, because Okta reads them of a user and not of an app', () => {
    const rows = (granted: string[]) =>
      rowsOf(
        families,
        reads('roles'),
        [],
        probes({}).filter(({ family }) => family !== 'roles'),
        granted,
      );
    expect(verdicts(rows([]))).toEqual(['roles lacks']);
    expect(verdicts(rows(['okta.roles.read']))).toEqual(['roles not-tried']);
    expect(serviceOutcome('acme.okta.com', rows(['okta.roles.read'])).sentence).toBe(
      'acme.okta.com gave the app an access token with the scopes that the job needs.',
    );
  });
});
