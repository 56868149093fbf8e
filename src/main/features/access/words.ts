import type { FamilyId, LogUse, ProbeReason, PurposeKind } from '../../../shared/contract/access.ts';
import { formFor, plural } from '../../../shared/plural.ts';

/** Returns the names of a list as a sentence has them: "a", "a and b", "a, b and c". */
export function list(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}

const capital = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
const withArticle = (text: string): string => `${/^[AEIO]/.test(text) ? 'an' : 'a'} ${text}`;

const lookAtInventory = 'Read the inventory again.';
const notListed = 'Okta does not list this token any more. It was revoked or has expired.';

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

/** For each purpose its label, its name in the middle of a sentence (`job`), and what the job is taken to be. */
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
    words: 'It keeps users and groups as another directory has them, and reads apps.',
  },
  custom: { label: 'Custom', job: 'this job', words: 'You say what it needs.' },
  'from-log': {
    label: 'What the System Log shows',
    job: 'what the log shows',
    words: 'What it changed in the last 90 days. Reads leave no event, so they are not judged.',
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
  'rate-limited': 'The rate limit was used up. That says nothing about the access.',
  'no-network': 'The org could not be reached.',
  proxy: 'The proxy stood in the way.',
  tls: "The org's certificate was not trusted.",
  timeout: 'Okta took too long to answer.',
  'okta-trouble': 'Okta answered with an error of its own.',
  'unexpected-answer': 'The answer was not in the form that Okta gives.',
  'not-accepted': 'Okta did not accept the token at all.',
  zone: "Okta refused even the call that needs no role. Most likely this computer's address is outside the token's network zones.",
  feature: 'The org does not have this feature.',
  refused: 'Okta refused the call for another reason than a missing role.',
  'not-asked': 'The owner of the token could not be read, and this call names the owner.',
};

/** The sentences of a token's access, nested by the file that uses them. */
export const words = {
  desk: {
    cancelled: 'Cancelled.',
    idNotKnown:
      "Okta has not said which of the org's tokens this one is. The System Log tells tokens apart by their id only.",
    learnId: 'Test the token or make an X-ray with a role that may read the list of API tokens.',
    noXray: (label: string) => `No X-ray of ${label} is kept yet.`,
    makeXray: 'Make one on its Access tab, then compare.',
    restrictionNotRead: 'The restriction has not been read from Okta yet.',
    readThenChange: 'Read it, then change it.',
    noZoneChosen: 'No zone is chosen, so nothing was changed.',
    chooseZone: 'Choose a zone, or allow any address.',
    notConfirmed: (preview: string) => `${preview} Nothing was changed.`,
    confirmOrChoose: 'Confirm it, or choose other zones.',
    anotherOrg: 'That token is of another org.',
    changedNotRead: (why: string) => `Okta took the change, but it could not be read again. ${why}`,
    noTokenToAsk: 'No token that is kept here for this org can ask Okta.',
    addToken: 'Add one first.',
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
      `${family}: ${before} before, ${now} now. ${why}`.trim(),
    mayRead: (family: string) => `It may now read ${family}.`,
    mayNotRead: (family: string) => `It may no longer read ${family}.`,
    isNew: (line: string) => `${line} is new.`,
    isGone: (line: string) => `${line} is gone.`,
    rolesOnlyBefore: "The owner's roles could be read only before.",
    rolesOnlyNow: "The owner's roles could be read only now.",
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
          ? 'As far as both are known, they reach the same.'
          : `They differ in ${apart} of ${all} kinds of access.`,
        ...(unknown === 0 ? [] : [`${unknown} cannot be compared, because one of them is not known.`]),
      ].join(' '),
  },
  flags: {
    ownerDeleted: 'Owner deleted',
    ownerDeletedWhy: 'Its owner does not exist any more.',
    ownerDeactivated: 'Owner deactivated',
    ownerDeactivatedWhy:
      'Its owner is deactivated. Okta does not accept the token until the owner is active again.',
    ownerNotActive: 'Owner not active',
    ownerNotActiveWhy: (status: string) => `The account of its owner is ${status}.`,
    superAdmin: 'Super admin',
    superAdminWhy: 'Its owner is a super admin, so it may do everything.',
    unused: (days: number) => `Unused for ${plural(days, 'day', 'days')}`,
    unusedWhy: (days: number) =>
      `Nobody has used it for ${plural(days, 'day', 'days')}. Okta ends a token after 30 days without use.`,
    anyAddress: 'Any address',
    anyAddressWhy: 'It may be used from any address. You can restrict it to network zones.',
  },
  inventory: {
    onlyFirstTokens: (most: number) => `The org has more than ${most} tokens. These are the first.`,
    onlyFirstOwners: (most: number, all: number) => `Only the first ${most} of ${all} owners were looked up.`,
    rolesNotRead: 'The roles of some owners could not be read, so super admins among them are not marked.',
    noneMayRead: "None of the tokens kept here for this org may read the org's list of API tokens.",
    keepAdminsToken:
      'Keep a token whose owner may read it. A read-only administrator can see the list in the Admin Console.',
    deletedUser: 'Deleted user',
    ownerNotKnown: 'Not known',
    ownerNotRead: (outcome: string) => `Not known (${outcome.toLowerCase()})`,
    notItsName: (name: string) =>
      `What was typed is not the name of the token, which is "${name}". Nothing was revoked.`,
    typeName: 'Type the name exactly as shown.',
    maybeRevoked: (why: string) => `${why} Keyturn does not know whether the token was revoked.`,
    readAgainToSee: 'Read the inventory again to see.',
    notListed,
    readAgain: lookAtInventory,
  },
  judgement: {
    saidByYou: 'You said what it needs.',
    basisOf: (purpose: string, job: string) => `${purpose}: ${job}`,
    changed: (family: string, events: number) => `${family} (${events})`,
    fromLog: (changed: readonly string[], days: number, complete: LogUse['complete']) =>
      [
        `The System Log shows that it changed ${changed.length === 0 ? 'nothing of these' : list(changed)} in ${days} days.`,
        ...(complete ? [] : ['Only its newest events were read.']),
        'Reads leave no event there, so they are not judged.',
      ].join(' '),
    notKnown: (family: string, ground: string) => `${family}: ${ground}`,
    canChange: (ofSuperAdmin: boolean, families: readonly string[]) =>
      ofSuperAdmin
        ? `This is a super admin's token. It can change ${list(families)}.`
        : `This token can change ${list(families)}.`,
    needsNoChange: (job: string, roles: readonly string[]) =>
      `For ${job} it needs to change nothing. The token of ${withArticle(list(roles))} is enough.`,
    notNeeded: (job: string) => `${capital(job)} does not need that.`,
    lacks: (accesses: readonly string[]) => `It lacks ${list(accesses)}.`,
    lacksFor: (job: string, accesses: readonly string[]) => `For ${job} it lacks ${list(accesses)}.`,
    readsMore: (job: string, families: readonly string[]) =>
      `For ${job} it does not need to read ${list(families)}. It changes nothing beyond that job.`,
    partlySeen: 'Not everything could be seen.',
    notAllSeen: (job: string) => `Nothing beyond ${job} was found, but not everything could be seen.`,
    fits: (job: string) => `It reaches what ${job} needs, and nothing else that Keyturn checked.`,
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
    notKept: 'This token is not kept here any more.',
    notListed,
    testAndReplace: 'Test it, and replace it if it is not accepted.',
    ownerHasSeveral:
      'Okta does not say which of the tokens in its list this one is, because its owner has several.',
    listNotReadWhole:
      'Okta does not say which of the tokens in its list this one is, because the list is longer than what was read.',
    lookAtInventory: "Look at the org's Inventory, or change the restriction in the Admin Console.",
    noneMayRead:
      "This token may not read the org's list of API tokens, and no other token kept here for the org may either.",
    lookAtAdminConsole: 'Look at the token in the Admin Console under Security, API, Tokens.',
    zonesNotRead: (why: string) => `The network zones of the org could not be read. ${why}`,
    someZonesNotRead: (why: string) => `Some of the network zones of the org could not be read. ${why}`,
    zonesLonger: 'The list is longer than Keyturn reads.',
    addressNotKnown:
      'Keyturn does not know the address of this computer as Okta sees it. The System Log has no call that Keyturn made with this token in the last 7 days, or the token may not read it. Reads leave no event there.',
    lastSeenFrom: (ip: string) => `By the System Log, Okta last saw Keyturn use this token from ${ip}.`,
    anotherRestriction: 'Okta took the change, but its answer shows another restriction than was asked for.',
    readAndCompare: 'Read it again, and compare it with the Admin Console.',
    ofAgent:
      "This token belongs to one of Okta's agents. Okta manages those itself, and the agent would stop.",
    removeAgent: 'If the token must go, remove the agent in the Admin Console.',
  },
  probe: {
    whyUnknown,
    allowed: 'Okta allowed it.',
    noRole: 'Okta denied it: the owner has no role that reads this.',
    noScope: 'Okta denied it: the access token lacks the scope.',
    notKnown: (why: string) => `Not known. ${why}`,
  },
  reach: {
    notAsked: 'Not asked.',
    asked: (call: string, sentence: string) => `${call}: ${sentence}`,
    nothingToChange: 'There is nothing to change in it.',
    rolesNotRead: "The owner's roles could not be read, and Keyturn never tries a change.",
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
    nothingNeeded: 'It needs none of these, so no role is suggested.',
    access: (family: string, access: 'read' | 'manage') =>
      `${family} (${access === 'read' ? 'read' : 'change'})`,
    customRole: (permissions: number, roles: readonly string[]) =>
      `The smallest role that covers it is a custom role with ${permissions === 1 ? 'this permission' : `these ${permissions} permissions`}. Limit it to the resources that the token works on. ${smallestStandard(roles)}`,
    noPermission: (roles: readonly string[]) =>
      `${smallestStandard(roles)} No permission of a custom role covers this.`,
    standardRoles: (roles: readonly string[], without: readonly string[]) =>
      `${smallestStandard(roles)} A custom role alone does not cover it, because no permission covers ${list(without)}.`,
  },
  xray: {
    plan: (families: number, most: number) =>
      `${families} to ${most} requests in at most 2 round trips, all of them GET: one for each of the ${families} families of endpoints, and one more to open a custom role.`,
    planWithoutOwner: (families: number, most: number) =>
      `${families} to ${most} requests in 2 round trips, all of them GET: one for each of the ${families} families of endpoints, and one for the owner of the token. The next X-ray opens custom roles.`,
    roleNotNamed: 'Okta did not say which custom role this is.',
    roleNotOpened: (most: number) =>
      `Not opened this time, to keep within ${most} requests. The next X-ray opens it.`,
    mayNotReadPermissions: 'This token may not read the permissions of custom roles.',
    permissionsNotRead: (outcome: string) => `Its permissions could not be read (${outcome.toLowerCase()}).`,
  },
  zoneCheck: {
    anyAddress: 'It may then be used from any address, this one included.',
    noZone: 'No zone is chosen. Choose at least one, or allow any address.',
    addressNotKnown:
      'Okta has not told Keyturn from which address it calls, so Keyturn does not know whether this computer would still be allowed.',
    excluded: (address: string, zone: string) =>
      `${address} is in the excluded zone ${zone}. The token would no longer work from this computer, and so not in Keyturn.`,
    notIncluded: (address: string) =>
      `${address} is in none of the included zones. The token would no longer work from this computer, and so not in Keyturn.`,
    onlyOktaKnows: (address: string, zones: string) =>
      `Only Okta can tell whether ${address} is in ${zones}, so Keyturn does not know whether this computer would still be allowed.`,
    inNoExcluded: (address: string) =>
      `${address} is in no excluded zone, so this computer would still be allowed.`,
    included: (address: string, zone: string) =>
      `${address} is in ${zone}, so this computer would still be allowed.`,
    dynamicZone: 'A dynamic zone. A token cannot be restricted to it.',
    inactiveZone: 'An inactive zone. A token cannot be restricted to it.',
    blocklist: 'A blocklist. A token cannot be restricted to it.',
    addresses: (shown: readonly string[], more: number) =>
      more === 0 ? shown.join(', ') : `${shown.join(', ')} and ${more} more`,
    noAddresses: 'no addresses yet',
  },
};

function smallestStandard(roles: readonly string[]): string {
  const nouns = formFor(
    roles.length,
    'The smallest standard role that covers it is',
    'The smallest standard roles that cover it together are',
  );
  return `${nouns} ${list(roles)}.`;
}
