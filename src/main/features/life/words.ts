import { formFor } from '../../../shared/plural.ts';

/** The sentences of warnings, notifications, the tray and the calendar, nested by the file that uses them. */
export const words = {
  calendar: {
    expiry: (host: string, sure: boolean) =>
      `${host}. ${sure ? 'As Okta said' : 'Forecast: 30 days after its last known use'}. Each use starts the 30 days anew.`,
    rotation: (host: string, days: number) => `${host}. Every ${days} days.`,
    apiTokenExpires: (label: string) => `API token ${label} expires unless it is used`,
    rotateApiToken: (label: string) => `Rotate API token ${label}`,
  },
  desk: {
    locked: (expired: boolean) =>
      `${expired ? 'An API token has most likely expired' : 'An API token expires soon'}. Unlock Keyturn to see which.`,
    openToSee: (what: string) => `${what} Open Keyturn to see which.`,
    several: (count: number) => `${count} things about your API tokens need you. Open Keyturn to see them.`,
    notKeptAlive: (why: string) => `It could not be kept alive. ${why}`,
    keepAliveMust: 'Keep alive must end within a year, and not in the past.',
    chooseAnotherEnd: 'Choose another end date.',
    apiTokenExpires: 'An API token expires soon.',
    apiTokenHas: 'An API token has most likely expired.',
    rotationApiToken: 'The rotation of an API token is due.',
    ownerApiToken: 'The owner of an API token has changed.',
    apiTokenCould: 'An API token could not be kept alive.',
  },
  handlers: {
    until: (day: string, reason: string) => `It is kept alive until ${day}: ${reason}`,
    notKeptAlive: 'It is not kept alive any more.',
    saveExpiriesRotations: 'Save expiries and rotations as a calendar',
  },
  oktaCalls: {
    accepted: (orgHost: string) => `${orgHost} accepted it.`,
  },
  tray: {
    needYou: (count: number, all: number) =>
      `${count} of ${all} ${formFor(all, 'token needs', 'tokens need')} you`,
    locked: 'Locked',
    noTokensYet: 'No tokens yet',
    yourTokenHealthy: 'Your token is healthy',
    allTokensHealthy: (count: number) => `All ${count} tokens are healthy`,
  },
  warnings: {
    expires: (days: number, day: string, basis: string) =>
      `Expires within ${formFor(days, 'a day', `${days} days`)}, on ${day}, ${basis}, unless it is used before.`,
    rotationDue: (day: string, days: number) => `Rotation was due on ${day}, every ${days} days.`,
    gained: (roles: readonly string[]) => `gained ${roles.join(', ')}`,
    lost: (roles: readonly string[]) => `lost ${roles.join(', ')}`,
    ownerHas: (login: string, changes: readonly string[]) =>
      `Its owner ${login} has ${changes.join(' and ') || 'other roles'}. The token may do what its owner may.`,
    asOktaSaid: 'as Okta said',
    by30Days: 'by 30 days since its last known use',
    hasMostLikely: (fullDate: string, basis: string) =>
      `Has most likely expired on ${fullDate}, ${basis}. An expired token cannot be brought back.`,
    noAdminRole: 'no admin role',
    tokenBelongsAnother: 'The token belongs to another account now.',
    ownerActiveAgain: (login: string) => `Its owner ${login} is active again.`,
    ownerNowToken: (login: string, status: string) =>
      `Its owner ${login} is ${status} now. A token dies with its owner's account.`,
  },
};
