import type { FamilyId, LogUse, ProbeReason, PurposeKind } from '../../../shared/contract/access.ts';
import { inSentence } from '../../../shared/in-sentence.ts';
import { listed, series } from '../../../shared/listed.ts';
import { formFor, number, plural } from '../../../shared/plural.ts';

const capital = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
const withArticle = (text: string): string => `${/^[AEIO]/.test(text) ? 'an' : 'a'} ${text}`;

const lookAtInventory = 'Read the inventory again.';
const notListed = 'Okta no longer lists this token. It was revoked or has expired.';

const families: Readonly<Record<FamilyId, string>> = {
  users: 'Users',
  groups: 'Groups',
  apps: 'Apps',
  logs: 'System Log',
  policies: 'Policies',
  zones: 'Network zones',
  tokens: 'API tokens',
  limits: 'Principal rate limits',
  authorizationServers: 'Authorization servers',
  org: 'Org settings',
  roles: 'Admin roles',
};

/** For each purpose its label, its name in the middle of a sentence (`job`), and the description of the job. */
const purposes: Readonly<Record<PurposeKind, { readonly label: string; job: string; words: string }>> = {
  terraform: {
    label: 'Terraform',
    job: 'Terraform',
    words: 'It changes apps, groups, policies and authorization servers, and reads users.',
  },
  'user-provisioning': {
    label: 'User provisioning',
    job: 'user provisioning',
    words: 'It creates, changes and deactivates users, and puts them into groups.',
  },
  reporting: {
    label: 'Reporting',
    job: 'reporting',
    words: 'It reads users, groups, apps and the System Log, and changes nothing.',
  },
  siem: { label: 'SIEM', job: 'a SIEM', words: 'It reads the System Log, and nothing else.' },
  'directory-sync': {
    label: 'AD or HR sync',
    job: 'AD or HR sync',
    words: 'It copies users and groups from another directory, and reads apps.',
  },
  custom: { label: 'Custom', job: 'this job', words: 'You say what it needs.' },
  'from-log': {
    label: 'What the System Log shows',
    job: 'what the log shows',
    words:
      'What the token changed in the last 90 days. Reads leave no event, so Keyturn does not judge them.',
  },
};

/** Okta's own names of its standard roles, by their types. */
const standardRoles = {
  REPORT_ADMIN: 'Report Administrator',
  GROUP_MEMBERSHIP_ADMIN: 'Group Membership Administrator',
  HELP_DESK_ADMIN: 'Help Desk Administrator',
  READ_ONLY_ADMIN: 'Read-only Administrator',
  USER_ADMIN: 'Group Administrator',
  APP_ADMIN: 'Application Administrator',
  API_ACCESS_MANAGEMENT_ADMIN: 'API Access Management Administrator',
  ORG_ADMIN: 'Organizational Administrator',
  SUPER_ADMIN: 'Super Administrator',
  MOBILE_ADMIN: 'Mobile Administrator',
  ACCESS_CERTIFICATIONS_ADMIN: 'Access Certifications Administrator',
  ACCESS_REQUESTS_ADMIN: 'Access Requests Administrator',
  WORKFLOWS_ADMIN: 'Workflows Administrator',
} as const;

const whyUnknown: Readonly<Record<Exclude<ProbeReason, 'forbidden' | 'scope'>, string>> = {
  'rate-limited': 'The rate limit was used up, so the access is unknown.',
  'no-network': 'Keyturn could not reach the org.',
  proxy: 'The proxy prevented the call.',
  tls: "The org's certificate was not trusted.",
  timeout: 'Okta took too long to answer.',
  'okta-trouble': 'Okta answered with an error of its own.',
  'unexpected-answer': 'The answer was not in the form that Okta gives.',
  'not-accepted': 'Okta did not accept the token at all.',
  zone: "Okta refused even the call that needs no role. Most likely this computer's address is outside the token's network zones.",
  feature: 'The org does not have this feature.',
  refused: 'Okta refused the call, but not because of a missing role.',
  'not-asked': 'Keyturn could not read the owner of the token, and this call needs the owner.',
};

/** The sentences of a token's access, nested by the file that uses them. */
export const words = {
  desk: {
    xrayMade: 'An X-ray was made.',
    whatItIsFor: 'What it is for',
    changedWith: (label: string) => `Keyturn changed it in Okta with the token "${label}".`,
    revokedWith: (label: string) => `It was revoked in Okta from the inventory, with the token "${label}".`,
    cancelled: 'Cancelled.',
    idNotKnown:
      'Okta has not told Keyturn the ID of this token. The System Log names tokens only by their ID.',
    learnId: 'Test the token or make an X-ray with a role that may read the list of API tokens.',
    noXray: (label: string) => `Keyturn has no X-ray of ${label} yet.`,
    makeXray: 'Make an X-ray on its Access tab, then compare.',
    restrictionNotRead: 'Keyturn has not read the restriction from Okta yet.',
    readThenChange: 'Read it, then change it.',
    noZoneChosen: 'No zone is chosen, so nothing was changed.',
    chooseZone: 'Choose a zone, or allow any address.',
    notConfirmed: (preview: string) => `${preview} Nothing was changed.`,
    confirmOrChoose: 'Confirm it, or choose other zones.',
    anotherOrg: 'That token is of another org.',
    changedNotRead: (why: string) => `Okta made the change, but Keyturn could not read it again. ${why}`,
    noTokenToAsk: 'Keyturn has no token of this org that can ask Okta.',
    addToken: 'Add a token first.',
  },
  differences: {
    states: { allowed: 'Allowed', denied: 'Denied', unknown: 'Not known' },
    changes: { yes: 'Yes', no: 'No', unknown: 'Not known' },
    notKnown: 'Not known',
    role: (label: string) => `Role ${label}`,
    customRole: (label: string) => `Custom role ${label}`,
    permission: (permission: string, role: string) => `Permission ${permission} (${role})`,
    anotherValue: 'The token has another value.',
    anotherOwner: (now: string, before: string) => `Its owner is ${now}, not ${before}.`,
    notComparable: (family: string, before: string, now: string, why: string) =>
      `${family}: ${inSentence(before)} before, ${inSentence(now)} now. ${why}`.trim(),
    mayRead: (family: string) => `The token may now read ${family}.`,
    mayNotRead: (family: string) => `The token may no longer read ${family}.`,
    isNew: (line: string) => `${line} is new.`,
    isGone: (line: string) => `${line} is gone.`,
    rolesOnlyBefore: "Only the earlier X-ray could read the owner's roles.",
    rolesOnlyNow: "Only this X-ray could read the owner's roles.",
    restriction: (before: string, now: string) => `Network restriction: ${before} before, ${now} now.`,
    anyAddress: 'Any address',
    only: (zones: string) => `only ${zones}`,
    not: (zones: string) => `not ${zones}`,
    zones: 'Zones',
    read: (family: string) => `Read ${family}`,
    change: (family: string) => `Change ${family}`,
    networkRestriction: 'Network restriction',
    owner: 'Owner',
    compared: (apart: number, all: number, unknown: number) =>
      [
        apart === 0
          ? 'Both tokens have the same known access.'
          : `The tokens differ in ${number(apart)} of ${number(all)} kinds of access.`,
        ...(unknown === 0
          ? []
          : [`${number(unknown)} cannot be compared, because the access of one token is unknown.`]),
      ].join(' '),
  },
  flags: {
    ownerDeleted: 'Owner deleted',
    ownerDeletedWhy: 'The owner of this token no longer exists.',
    ownerDeactivated: 'Owner deactivated',
    ownerDeactivatedWhy:
      'The owner is deactivated. Okta does not accept the token until the owner is active again.',
    ownerNotActive: 'Owner not active',
    ownerNotActiveWhy: (status: string) => `The owner's account is ${status}.`,
    superAdmin: 'Super admin',
    superAdminWhy: 'The owner is a super admin, so the token may do everything.',
    unused: (days: number) => `Unused for ${plural(days, 'day', 'days')}`,
    unusedWhy: (days: number) =>
      `Nobody has used the token for ${plural(days, 'day', 'days')}. A token expires after 30 days without use.`,
    anyAddress: 'Any address',
    anyAddressWhy: 'The token may be used from any address. You can restrict it to network zones.',
  },
  inventory: {
    onlyFirstTokens: (most: number) =>
      `The org has more than ${number(most)} tokens. The list has the first ${number(most)}.`,
    onlyFirstOwners: (most: number, all: number) =>
      `Keyturn looked up only the first ${number(most)} of ${number(all)} owners.`,
    rolesNotRead:
      'Keyturn could not read the roles of some owners, so it does not mark super admins among them.',
    noneMayRead: "No token of this org in Keyturn may read the org's list of API tokens.",
    keepAdminsToken:
      'Add a token of an owner who may read the list. A read-only administrator can see the list in the Admin Console.',
    deletedUser: 'Deleted user',
    ownerNotKnown: 'Not known',
    ownerNotRead: (outcome: string) => `Not known (${outcome.toLowerCase()})`,
    notItsName: (name: string) =>
      `The typed text is not the name of the token, which is "${name}". Nothing was revoked.`,
    typeName: 'Type the name exactly as shown.',
    maybeRevoked: (why: string) => `${why} Keyturn does not know whether the token was revoked.`,
    readAgainToSee: 'Read the inventory again to find out.',
    notListed,
    readAgain: lookAtInventory,
  },
  judgement: {
    saidByYou: 'You said what the job needs.',
    basisOf: (purpose: string, job: string) => `${purpose}: ${job}`,
    changed: (family: string, events: number) => `${family} (${number(events)})`,
    fromLog: (changed: readonly string[], days: number, complete: LogUse['complete']) =>
      [
        `The System Log shows that the token changed ${changed.length === 0 ? 'none of these' : listed(changed)} in ${days} days.`,
        ...(complete ? [] : ['Keyturn read only its newest events.']),
        'Reads leave no event there, so Keyturn does not judge them.',
      ].join(' '),
    notKnown: (family: string, ground: string) => `${family}: ${ground}`,
    canChange: (ofSuperAdmin: boolean, families: readonly string[]) =>
      ofSuperAdmin
        ? `This is a super admin's token. It can change ${listed(families)}.`
        : `This token can change ${listed(families)}.`,
    needsNoChange: (job: string, roles: readonly string[]) =>
      `For ${job} the token needs to change nothing. The token of ${withArticle(listed(roles))} is enough.`,
    notNeeded: (job: string) => `${capital(job)} does not need this.`,
    lacks: (accesses: readonly string[]) => `The token lacks ${listed(accesses)}.`,
    lacksFor: (job: string, accesses: readonly string[]) => `For ${job} the token lacks ${listed(accesses)}.`,
    readsMore: (job: string, families: readonly string[]) =>
      `For ${job} the token does not need to read ${listed(families)}. It changes nothing beyond the job.`,
    partlySeen: 'Keyturn could not see everything.',
    limitHid:
      'The rate limit was used up, so Keyturn could not see everything. X-ray again when the limit has reset.',
    notAllSeen: (job: string) => `Keyturn found nothing beyond ${job}, but could not see everything.`,
    fits: (job: string) => `The token reaches what ${job} needs, and nothing else that Keyturn checked.`,
  },
  mapping: {
    sources: {
      endpoints: 'Okta Management API description 2026.06.3: paths and their OAuth scopes',
      permissions:
        'Okta developer documentation, guides/permissions: the permissions catalog of custom admin roles',
      roles:
        'Okta help, "Standard administrator roles and permissions" and the pages of the single roles (read-only, report)',
      roleTypes: 'Okta developer documentation, concepts/role-assignment: types and labels of standard roles',
      events: 'Okta event types catalog: the first parts of event types',
      terraform: 'Documentation of the Terraform provider for Okta: its resources',
    },
    families,
    standardRoles,
    purposes,
  },
  network: {
    notKept: 'Keyturn no longer has this token.',
    notListed,
    testAndReplace: 'Test the token, and replace it if Okta does not accept it.',
    ownerHasSeveral: "Keyturn cannot find this token in Okta's list, because its owner has several tokens.",
    listNotReadWhole:
      "Keyturn cannot find this token in Okta's list, because the list is longer than Keyturn reads.",
    lookAtInventory: "Look at the org's Inventory, or change the restriction in the Admin Console.",
    noneMayRead:
      "Neither this token nor another token of the org in Keyturn may read the org's list of API tokens.",
    lookAtAdminConsole: 'Look at the token in the Admin Console under Security, API, Tokens.',
    zonesNotRead: (why: string) => `Keyturn could not read the network zones of the org. ${why}`,
    someZonesNotRead: (why: string) => `Keyturn could not read some of the network zones of the org. ${why}`,
    zonesLonger: 'The list is longer than Keyturn reads.',
    addressNotKnown:
      'Keyturn does not know under which address Okta sees this computer. The System Log has no call that Keyturn made with this token in the last 7 days, or the token may not read it. Reads leave no event there.',
    lastSeenFrom: (ip: string) => `The System Log says that Keyturn last used this token from ${ip}.`,
    anotherRestriction: 'Okta made a change, but its answer shows another restriction than the chosen one.',
    readAndCompare: 'Read the restriction again, and compare it with the Admin Console.',
    ofAgent:
      "This token belongs to one of Okta's agents. Okta manages these tokens itself, and the agent would stop.",
    removeAgent: 'If the token must go, remove the agent in the Admin Console.',
  },
  probe: {
    whyUnknown,
    allowed: 'Okta allowed the read.',
    noRole: 'Okta denied the read. The owner has no role that reads this.',
    noScope: 'Okta denied the read. The access token lacks the scope.',
    notKnown: (why: string) => `Not known. ${why}`,
  },
  reach: {
    notAsked: 'Not asked.',
    asked: (call: string, sentence: string) => `${call}: ${sentence}`,
    nothingToChange: 'There is nothing to change in it.',
    rolesNotRead: "Keyturn could not read the owner's roles, and it never tries a change.",
    noRoleChanges: "None of the owner's roles may change it.",
    unknownRole: (role: string) => `Keyturn does not know what the role ${role} may change.`,
    roleChanges: (role: string) => `The owner's role ${role} may change it.`,
    roleDoesNotChange: (role: string) => `The role ${role} may not change it.`,
    permissionsNotKnown: (role: string, why: string) =>
      `The permissions of the custom role ${role} are not known. ${why}`,
    customRoleDoesNotChange: (role: string) => `The custom role ${role} may not change it.`,
    customRoleHas: (role: string, permission: string) => `The custom role ${role} has ${permission}.`,
  },
  suggestion: {
    nothingNeeded: 'The job needs none of these, so Keyturn suggests no role.',
    access: (family: string, access: 'read' | 'manage') =>
      `${family} (${access === 'read' ? 'read' : 'change'})`,
    customRole: (permissions: number, roles: readonly string[]) =>
      `The smallest role that covers the job is a custom role with ${permissions === 1 ? 'this permission' : `these ${number(permissions)} permissions`}. Limit it to the resources that the token works on. ${smallestStandard(roles)}`,
    noPermission: (roles: readonly string[]) =>
      `${smallestStandard(roles)} No permission of a custom role covers this.`,
    standardRoles: (roles: readonly string[], without: readonly string[]) =>
      `${smallestStandard(roles)} A custom role alone does not cover the job, because no permission covers ${listed(without)}.`,
  },
  xray: {
    plan: (families: number, most: number) =>
      `${number(families)} to ${number(most)} requests in at most 2 round trips, all of them GET: one for each of the ${number(families)} families of endpoints, and one more to open a custom role.`,
    planWithoutOwner: (families: number, most: number) =>
      `${number(families)} to ${number(most)} requests in 2 round trips, all of them GET: one for each of the ${number(families)} families of endpoints, and one for the owner of the token. The next X-ray opens custom roles.`,
    roleNotNamed: 'Okta did not say which custom role this is.',
    roleNotOpened: (most: number) =>
      `The limit is ${number(most)} requests, so Keyturn did not open this role. The next X-ray opens it.`,
    mayNotReadPermissions: 'This token may not read the permissions of custom roles.',
    permissionsNotRead: (outcome: string) =>
      `Keyturn could not read its permissions (${outcome.toLowerCase()}).`,
  },
  zoneCheck: {
    anyAddress: 'The token may then be used from any address, including this one.',
    noZone: 'No zone is chosen. Choose at least one, or allow any address.',
    addressNotKnown:
      'Okta has not told Keyturn the address of this computer, so Keyturn does not know whether this computer would still be allowed.',
    excluded: (address: string, zone: string) =>
      `${address} is in the excluded zone ${zone}. The token would no longer work from this computer, and Keyturn could no longer use it.`,
    notIncluded: (address: string) =>
      `${address} is in none of the included zones. The token would no longer work from this computer, and Keyturn could no longer use it.`,
    onlyOktaKnows: (address: string, zones: string) =>
      `Only Okta can tell whether ${address} is in ${zones}, so Keyturn does not know whether this computer would still be allowed.`,
    inNoExcluded: (address: string) =>
      `${address} is in no excluded zone, so this computer would still be allowed.`,
    included: (address: string, zone: string) =>
      `${address} is in ${zone}, so this computer would still be allowed.`,
    dynamicZone: 'A token cannot be restricted to a dynamic zone.',
    inactiveZone: 'A token cannot be restricted to an inactive zone.',
    blocklist: 'A token cannot be restricted to a blocklist.',
    addresses: (shown: readonly string[], more: number) =>
      more === 0 ? series(shown) : `${series(shown)} and ${number(more)} more`,
    noAddresses: 'no addresses yet',
  },
};

function smallestStandard(roles: readonly string[]): string {
  const nouns = formFor(
    roles.length,
    'The smallest standard role that covers the job is',
    'The smallest standard roles that together cover the job are',
  );
  return `${nouns} ${listed(roles)}.`;
}
