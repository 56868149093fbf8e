import type { CredentialCounts } from '../../../shared/credential-counts.ts';
import { listed } from '../../../shared/listed.ts';
import { formFor, number } from '../../../shared/plural.ts';

const everyDays = (days: number): string => formFor(days, 'every day', `every ${days} days`);

/** The sentences of warnings, notifications, the tray and the calendar, nested by the file that uses them. */
export const words = {
  calendar: {
    expiry: (host: string, sure: boolean) =>
      `${host}. ${sure ? 'As Okta said' : 'Forecast: 30 days after its last known use'}. Each use starts the 30 days anew.`,
    rotation: (host: string, days: number) => `${host}. ${formFor(days, 'Every day', `Every ${days} days`)}.`,
    expiryTitle: (label: string) => `API token ${label} expires unless it is used`,
    rotationTitle: (label: string) => `Rotate API token ${label}`,
    keyTitle: (label: string) => `Make a new key for OAuth app ${label}`,
  },
  desk: {
    locked: (expired: boolean) =>
      `${expired ? 'An API token has most likely expired' : 'An API token expires soon'}. Unlock Keyturn to see which.`,
    openToSee: (what: string) => `${what} Open Keyturn to see which.`,
    several: (count: number) =>
      `${number(count)} things about your tokens and OAuth apps need you. Open Keyturn to see them.`,
    notKeptAlive: (why: string) => `It could not be kept alive. ${why}`,
    endOutOfRange: 'Keep alive must end within a year, and not in the past.',
    chooseEnd: 'Choose another end date.',
    expiresSoon: 'An API token expires soon.',
    expired: 'An API token has most likely expired.',
    rotationDue: 'The rotation of an API token is due.',
    keyDue: 'The next key of an OAuth app is due.',
    ownerChanged: 'The owner of an API token has changed.',
    couldNotKeepAlive: 'An API token could not be kept alive.',
  },
  handlers: {
    until: (day: string, reason: string) => `It is kept alive until ${day}: ${reason}`,
    notKeptAlive: 'It is not kept alive any more.',
    saveCalendar: 'Save expiries, rotations and due keys as a calendar',
  },
  oktaCalls: {
    accepted: (orgHost: string) => `${orgHost} accepted it.`,
  },
  tray: {
    needYou: (count: number, { tokens, apps }: CredentialCounts) => {
      if (apps === 0)
        return `${number(count)} of ${tokens} ${formFor(tokens, 'token needs', 'tokens need')} you`;
      return tokens === 0
        ? `${number(count)} of ${apps} OAuth ${formFor(apps, 'app needs', 'apps need')} you`
        : `${number(count)} of ${tokens + apps} tokens and OAuth apps ${formFor(count, 'needs', 'need')} you`;
    },
    locked: 'Locked',
    noTokens: 'No tokens yet',
    tokenHealthy: 'Your token is healthy',
    appHealthy: 'Your OAuth app is healthy',
    allHealthy: ({ tokens, apps }: CredentialCounts) =>
      `All ${tokens + apps} ${tokens === 0 ? 'OAuth apps' : apps === 0 ? 'tokens' : 'tokens and OAuth apps'} are healthy`,
  },
  warnings: {
    expires: (days: number, day: string, basis: string) =>
      `Expires within ${formFor(days, 'a day', `${days} days`)}, on ${day}, ${basis}, unless it is used before.`,
    rotationDue: (day: string, days: number) => `Rotation was due on ${day}, ${everyDays(days)}.`,
    keyDue: (day: string, days: number) =>
      `Its next key was due on ${day}, ${everyDays(days)}. Rotate the key on its Key tab.`,
    gained: (roles: readonly string[]) => `gained ${listed(roles)}`,
    lost: (roles: readonly string[]) => `lost ${listed(roles)}`,
    rolesChanged: (login: string, changes: readonly string[]) =>
      `Its owner ${login} has ${listed(changes) || 'other roles'}. The token may do what its owner may.`,
    asOktaSaid: 'as Okta said',
    byLastUse: 'by 30 days since its last known use',
    expired: (fullDate: string, basis: string) =>
      `Has most likely expired on ${fullDate}, ${basis}. An expired token cannot be brought back.`,
    noAdminRole: 'no admin role',
    anotherOwner: 'The token belongs to another account now.',
    ownerActive: (login: string) => `Its owner ${login} is active again.`,
    ownerNotActive: (login: string, status: string) =>
      `Its owner ${login} is ${status} now. A token works only while its owner's account is active.`,
  },
};
