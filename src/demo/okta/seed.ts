import type { FakeRole } from './model.ts';
import type { FakeOrg } from './state.ts';

const role = (type: string, label: string, assignmentType: 'USER' | 'GROUP' = 'USER'): FakeRole => ({
  type,
  label,
  assignmentType,
});

const custom = (label: string, ...permissions: string[]): FakeRole => ({
  ...role('CUSTOM', label),
  permissions,
});

/** Adds twelve principals, one for each kind of token owner; `at` is the org's domain. */
export function seedPeople(org: FakeOrg, at: string): void {
  org.addUser(`ada.admin@${at}`, [role('SUPER_ADMIN', 'Super Administrator')]);
  org.addUser(`olga.org@${at}`, [role('ORG_ADMIN', 'Organization Administrator')]);
  org.addUser(`svc-terraform@${at}`, [
    role('READ_ONLY_ADMIN', 'Read-only Administrator'),
    custom('Terraform apps and groups', 'okta.apps.read', 'okta.groups.read', 'okta.users.read'),
  ]);
  org.addUser(`svc-siem@${at}`, [role('REPORT_ADMIN', 'Report Administrator')]);
  org.addUser(`svc-scim@${at}`, [role('APP_ADMIN', 'Application Administrator')]);
  org.addUser(`svc-hr-sync@${at}`, [role('USER_ADMIN', 'Group Administrator')]);
  org.addUser(`hanna.help@${at}`, [role('HELP_DESK_ADMIN', 'Help Desk Administrator')]);
  org.addUser(`svc-custom@${at}`, [custom('Read users of Sales', 'okta.users.read', 'okta.groups.read')]);
  org.addUser(`grace.group@${at}`, [role('READ_ONLY_ADMIN', 'Read-only Administrator', 'GROUP')]);
  org.addUser(`sam.suspended@${at}`, [role('APP_ADMIN', 'Application Administrator')], 'SUSPENDED');
  org.addUser(`dora.gone@${at}`, [role('READ_ONLY_ADMIN', 'Read-only Administrator')], 'DEPROVISIONED');
  org.addUser(`nora.norole@${at}`);
}

/** Adds the zones, groups and apps of a small company. */
export function seedThings(org: FakeOrg): void {
  org.addZone('Office', ['203.0.113.10', '203.0.113.11']);
  org.addZone('CI runners', ['198.51.100.0/28']);
  const members = org.users.map(({ id }) => id);
  org.addGroup('Everyone', { description: 'All users in your organization', members, type: 'BUILT_IN' });
  org.addGroup('Sales', { members: members.slice(0, 3) });
  org.addGroup('Engineering', { description: 'Those who build', members: members.slice(2, 8) });
  org.addGroup('Okta Administrators', { members: members.slice(0, 2), type: 'BUILT_IN' });
  for (const label of ['Salesforce', 'Workday', 'Terraform service app']) org.addApp(label);
}
