import type { FakeOrg, FakeRole } from './state.ts';

const role = (type: string, label: string, assignmentType: 'USER' | 'GROUP' = 'USER'): FakeRole => ({
  type,
  label,
  assignmentType,
});

/** Twelve principals, one for each way a token's owner can stand; `at` is the org's domain. */
export function seedPeople(org: FakeOrg, at: string): void {
  org.addUser(`ada.admin@${at}`, [role('SUPER_ADMIN', 'Super Administrator')]);
  org.addUser(`olga.org@${at}`, [role('ORG_ADMIN', 'Organization Administrator')]);
  org.addUser(`svc-terraform@${at}`, [
    role('READ_ONLY_ADMIN', 'Read-only Administrator'),
    role('CUSTOM', 'Terraform apps and groups'),
  ]);
  org.addUser(`svc-siem@${at}`, [role('REPORT_ADMIN', 'Report Administrator')]);
  org.addUser(`svc-scim@${at}`, [role('APP_ADMIN', 'Application Administrator')]);
  org.addUser(`svc-hr-sync@${at}`, [role('USER_ADMIN', 'Group Administrator')]);
  org.addUser(`hanna.help@${at}`, [role('HELP_DESK_ADMIN', 'Help Desk Administrator')]);
  org.addUser(`svc-custom@${at}`, [role('CUSTOM', 'Read users of Sales')]);
  org.addUser(`grace.group@${at}`, [role('READ_ONLY_ADMIN', 'Read-only Administrator', 'GROUP')]);
  org.addUser(`sam.suspended@${at}`, [role('APP_ADMIN', 'Application Administrator')], 'SUSPENDED');
  org.addUser(`dora.gone@${at}`, [role('READ_ONLY_ADMIN', 'Read-only Administrator')], 'DEPROVISIONED');
  org.addUser(`nora.norole@${at}`);
}

/** Zones, groups and apps that a small company has. */
export function seedThings(org: FakeOrg): void {
  org.addZone('Office', ['203.0.113.10', '203.0.113.11']);
  org.addZone('CI runners', ['198.51.100.7']);
  const now = Date.now();
  for (const name of ['Everyone', 'Sales', 'Engineering', 'Okta Administrators']) {
    org.groups.push({
      id: `00gGroup${name.replaceAll(' ', '').slice(0, 9).padEnd(9, 'x')}1d7`,
      name,
      members: org.users.map(({ id }) => id),
      created: now - 500 * 86_400_000,
    });
  }
  for (const label of ['Salesforce', 'Workday', 'Terraform service app']) {
    org.apps.push({
      id: `0oaApp${label.replaceAll(' ', '').slice(0, 11).padEnd(11, 'x')}1d7`,
      label,
      created: now - 300 * 86_400_000,
    });
  }
}
