import { describe, expect, it } from 'vitest';
import { routes } from '../../../src/demo/okta/endpoints.ts';
import { judge } from '../../../src/main/features/access/judgement.ts';
import {
  families,
  familyOfEvent,
  purposes,
  reachOfPermission,
  sources,
  standardRoles,
  suggested,
} from '../../../src/main/features/access/mapping.ts';
import { manageReach } from '../../../src/main/features/access/reach.ts';
import { scopesFor, suggestionFor } from '../../../src/main/features/access/suggestion.ts';
import { familyId, type Need, purposeKind } from '../../../src/shared/contract/access.ts';
import { custom, everything, madeUp, standard } from './support.ts';

const read = (...ids: Need['family'][]): Need[] => ids.map((family) => ({ family, access: 'read' }));
const manage = (...ids: Need['family'][]): Need[] => ids.map((family) => ({ family, access: 'manage' }));

describe('families', () => {
  it('are those of the contract, each once', () => {
    expect(families.map(({ id }) => id)).toEqual(familyId.options);
  });

  it.each(families)('$label is an endpoint that can be read', ({ path }) => {
    const template = path.replace('{owner}', ':id');
    const shape = (text: string) => text.replaceAll(/:\w+/g, '*');
    expect(routes.some((route) => route.method === 'GET' && shape(route.path) === shape(template))).toBe(
      true,
    );
  });

  it.each(families)(
    '$label has Okta’s scopes, and permissions that lead back to it',
    ({ id, scope, permission }) => {
      expect(scope.read).toMatch(/^okta\.[a-zA-Z]+\.read$/);
      if (scope.manage !== null) expect(scope.manage).toBe(scope.read.replace(/read$/, 'manage'));
      if (permission.read !== null) {
        expect(reachOfPermission(permission.read)).toEqual({ family: id, access: 'read' });
      }
      if (permission.manage !== null) {
        expect(reachOfPermission(permission.manage)).toEqual({ family: id, access: 'manage' });
      }
    },
  );
});

describe('permissions', () => {
  it.each([
    ['okta.users.read', 'users', 'read'],
    ['okta.users.userprofile.read', 'users', 'read'],
    ['okta.users.lifecycle.deactivate', 'users', 'manage'],
    ['okta.users.apitokens.read', 'tokens', 'read'],
    ['okta.users.apitokens.manage', 'tokens', 'manage'],
    ['okta.groups.members.manage', 'groups', 'manage'],
    ['okta.groups.create', 'groups', 'manage'],
    ['okta.apps.assignment.manage', 'apps', 'manage'],
    ['okta.authzServers.manage', 'authorizationServers', 'manage'],
    ['okta.policies.read', 'policies', 'read'],
    ['okta.iam.read', 'roles', 'read'],
  ] as const)('%s opens %s to %s', (label, family, access) => {
    expect(reachOfPermission(label)).toEqual({ family, access });
  });

  it('know no family for other permissions', () => {
    for (const label of ['okta.workflows.invoke', 'okta.devices.read', 'other']) {
      expect(reachOfPermission(label)).toBeNull();
    }
  });
});

describe('standard roles', () => {
  it.each(standardRoles)('$type: reads what it changes, and only a super admin changes roles', (role) => {
    for (const family of role.changes) expect(role.reads).toContain(family);
    for (const family of role.partly ?? []) expect(role.changes).toContain(family);
    expect(role.changes).not.toContain('logs');
    if (role.type !== 'SUPER_ADMIN') expect(role.changes).not.toContain('roles');
    const xray = madeUp([standard(role.type)], role.reads);
    for (const { id } of families) {
      expect(manageReach(xray, id).is).toBe(role.changes.includes(id) ? 'yes' : 'no');
    }
  });

  it('the suggested ones exist, and none is a super admin', () => {
    const types = standardRoles.map(({ type }) => type);
    expect(suggested.every((type) => types.includes(type))).toBe(true);
    expect(suggested).not.toContain('SUPER_ADMIN');
    expect(new Set(types).size).toBe(types.length);
  });

  it('leave open what a role that Keyturn does not know may change', () => {
    expect(manageReach(madeUp([standard('NEW_ADMIN')], []), 'users').is).toBe('unknown');
    expect(manageReach(madeUp([custom('closed', null)], []), 'users').is).toBe('unknown');
    expect(manageReach(madeUp([custom('closed', null), standard('USER_ADMIN')], []), 'users').is).toBe('yes');
    expect(manageReach(madeUp(null, []), 'users').is).toBe('unknown');
    expect(manageReach(madeUp(null, []), 'logs').is).toBe('no');
  });
});

describe('purposes', () => {
  it('are those of the contract', () => {
    expect(purposes.map(({ kind }) => kind)).toEqual(purposeKind.options);
  });

  it.each([
    [
      'terraform',
      ['Application Administrator', 'API Access Management Administrator', 'Organizational Administrator'],
      [
        'okta.apps.manage',
        'okta.groups.manage',
        'okta.policies.manage',
        'okta.authzServers.manage',
        'okta.users.read',
      ],
      [
        'okta.apps.manage',
        'okta.groups.manage',
        'okta.policies.manage',
        'okta.authorizationServers.manage',
        'okta.users.read',
      ],
    ],
    [
      'user-provisioning',
      ['Group Administrator'],
      ['okta.users.manage', 'okta.groups.manage'],
      ['okta.users.manage', 'okta.groups.manage'],
    ],
    [
      'reporting',
      ['Read-only Administrator'],
      ['okta.users.read', 'okta.groups.read', 'okta.apps.read'],
      ['okta.users.read', 'okta.groups.read', 'okta.apps.read', 'okta.logs.read'],
    ],
    ['siem', ['Report Administrator'], [], ['okta.logs.read']],
    [
      'directory-sync',
      ['Read-only Administrator', 'Group Administrator'],
      ['okta.users.manage', 'okta.groups.manage', 'okta.apps.read'],
      ['okta.users.manage', 'okta.groups.manage', 'okta.apps.read'],
    ],
  ] as const)('%s: the least roles, permissions and scopes', (kind, roles, permissions, scopes) => {
    const needs = purposes.find((one) => one.kind === kind)?.needs ?? [];
    const suggestion = suggestionFor(needs);
    const doing = standardRoles.filter(({ label }) => suggestion.roles.includes(label));
    for (const { family, access } of needs) {
      expect(
        doing.some((role) => (access === 'read' ? role.reads : role.changes).includes(family)),
        `${family} ${access}`,
      ).toBe(true);
    }
    expect(suggestion.roles).toEqual(roles);
    expect(suggestion.permissions).toEqual(permissions);
    expect(scopesFor(needs)).toEqual(scopes);
  });

  it('give a super admin’s task to a super admin, and name what no permission covers', () => {
    expect(suggestionFor(manage('roles')).roles).toEqual(['Super Administrator']);
    expect(suggestionFor(read('logs', 'users'))).toMatchObject({
      roles: ['Read-only Administrator'],
      permissions: ['okta.users.read'],
      withoutPermission: ['System Log (read)'],
    });
    expect(suggestionFor([])).toMatchObject({ roles: [], permissions: [] });
  });

  it('accept a token that reaches just that, and refuse one that changes more', () => {
    for (const { kind, needs } of purposes.filter((one) => one.needs.length > 0)) {
      const permissions = needs.flatMap(
        ({ family, access }) => families.find(({ id }) => id === family)?.permission[access] ?? [],
      );
      const reads = needs.map(({ family }) => family);
      const fitting = madeUp([custom('just that', permissions)], reads);
      expect(judge(fitting, { kind, needs: [] }, null)?.verdict, kind).toBe('fits');
      const over = madeUp([standard('SUPER_ADMIN')], everything);
      expect(judge(over, { kind, needs: [] }, null)?.verdict, kind).toBe('changes-more');
    }
  });
});

describe('events', () => {
  it.each([
    ['user.lifecycle.create', 'users'],
    ['user.account.update_profile', 'users'],
    ['user.account.privilege.grant', 'roles'],
    ['group.privilege.grant', 'roles'],
    ['group.user_membership.add', 'groups'],
    ['application.lifecycle.create', 'apps'],
    ['app.oauth2.client.lifecycle.create', 'apps'],
    ['app.oauth2.as.consent.grant', 'authorizationServers'],
    ['policy.rule.update', 'policies'],
    ['zone.update', 'zones'],
    ['system.api_token.update', 'tokens'],
    ['system.rate_limit.configuration.update', 'limits'],
    ['system.api_token.request_outside_allowed_range', null],
    ['system.org.rate_limit.violation', null],
    ['system.operation.rate_limit.violation', null],
    ['security.request.blocked', null],
  ] as const)('%s changes %s', (eventType, family) => {
    expect(familyOfEvent(eventType)).toBe(family);
  });
});

it('names the source of each part', () => {
  for (const source of Object.values(sources)) expect(source.length).toBeGreaterThan(20);
});
