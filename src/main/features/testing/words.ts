import { listed } from '../../../shared/listed.ts';
import { number, plural } from '../../../shared/plural.ts';

/** The sentences of a test, nested by the file that uses them. */
export const words = {
  checks: {
    rateLimit: (remaining: number, limit: number, bucket: string, seconds: number) =>
      `${number(remaining)} of ${number(limit)} for ${bucket}, resets in ${seconds} s`,
    active: 'active',
    inZones: (connection: string, zones: number) => `${connection}, ${plural(zones, 'zone', 'zones')}`,
    passwordExpired: 'whose password has expired',
    passwordReset: 'whose password is being reset',
    ownerActive: 'Owner is active',
    stillWorks: (status: string) => `${status}: the token still works`,
    notKnown: (why: string) => `Not known: ${why}.`,
    roles: 'Roles',
    noRole: 'The owner has no admin role.',
    powerfulRoles: (labels: string) => `${labels}: more than almost any program needs`,
    networkRestriction: 'Network restriction',
    anyAddress: 'May be used from any address',
    zonesOnly: 'May be used from network zones only',
    byOkta: (when: string) => `${when}, by Okta`,
    afterThisUse: (when: string) => `about ${when}: 30 days after this use`,
    expiresToday: 'Expires within a day',
    expiresIn: (days: number) => `Expires in ${plural(days, 'day', 'days')} unless used`,
    noLimitHeaders: 'Okta sent no rate limit headers.',
    rateLimitLeft: 'Rate limit left',
  },
  report: {
    waiting: (seconds: number, host: string) => `Waiting ${seconds} s for ${host}`,
    checkZones:
      "This token is restricted to network zones. Check also whether this computer's address is in them.",
    accepted: (host: string, login: string, standing: string, roles: string) =>
      `Accepted by ${host} as ${login}, ${standing}${roles}.`,
    customRoles: (count: number) => plural(count, 'custom role', 'custom roles'),
    roles: (roles: readonly string[]) => `, ${listed(roles)}`,
    more: (count: number) => `${number(count)} more`,
    orgReachable: 'The org is reachable',
    oktaAccepts: 'Okta accepts the token',
    belongs: 'The owner is known',
    ownerActive: 'Owner is active',
    roleNames: 'Roles',
    networkRestriction: 'Network restriction',
    expiry: 'Expiry',
    rateLimitLeft: 'Rate limit left',
    belongsTo: (login: string) => `Belongs to ${login}`,
    ownerHasSeveral: 'its owner has several tokens, and Okta does not say which one this is',
    orgHasMore: 'the org has more API tokens than a test reads',
    refusedAddress: (host: string) =>
      `${host} refused this token from the address of this computer. The token is restricted to network zones, and this address is most likely outside them.`,
    connectFromAllowed:
      'Connect from an allowed network, or change the network zones of the token in the Admin Console.',
    ownerNotActive: (host: string, login: string, status: string) =>
      `${host} accepts the token, but the account of its owner ${login} is ${status}. A token works only while its owner's account is active.`,
    makeActive:
      'Make the account active again in the Admin Console, or replace the token by one of an active service account.',
    withoutRole: ', without an admin role',
  },
  desk: {
    cancelled: 'Cancelled.',
    testCancelled: 'The test was cancelled.',
    wentWrong: 'Something went wrong with this test. The log says more.',
  },
  testAll: {
    waiting: (seconds: number, host: string) => `Waiting ${seconds} s for the rate limit of ${host}`,
  },
};
