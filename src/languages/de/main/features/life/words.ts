import type { words as english } from '../../../../../main/features/life/words.ts';
import type { CredentialCounts } from '../../../../../shared/credential-counts.ts';
import { listed } from '../../../../../shared/listed.ts';
import { formFor, number } from '../../../../../shared/plural.ts';

/** Returns how many there are, for example "3 Tokens" or "5 Tokens und OAuth-Apps". */
function ofAll({ tokens, apps }: CredentialCounts): string {
  if (apps === 0) return `${tokens} ${formFor(tokens, 'Token', 'Tokens')}`;
  return tokens === 0
    ? `${apps} ${formFor(apps, 'OAuth-App', 'OAuth-Apps')}`
    : `${tokens + apps} Tokens und OAuth-Apps`;
}

/** Holds the German text of warnings, notifications, the tray and the calendar. */
export const words: typeof english = {
  calendar: {
    expiry: (host: string, sure: boolean) =>
      `${host}. ${sure ? 'Laut Okta' : 'Prognose: 30 Tage nach der letzten bekannten Nutzung'}. Mit jeder Nutzung beginnen die 30 Tage neu.`,
    rotation: (host: string, days: number) => `${host}. ${formFor(days, 'Jeden Tag', `Alle ${days} Tage`)}.`,
    expiryTitle: (label: string) => `API-Token ${label} läuft ab, wenn es unbenutzt bleibt`,
    rotationTitle: (label: string) => `API-Token ${label} rotieren`,
    keyTitle: (label: string) => `Neuen Schlüssel für die OAuth-App ${label} erzeugen`,
  },
  desk: {
    locked: (expired: boolean) =>
      `${expired ? 'Ein API-Token ist sehr wahrscheinlich abgelaufen' : 'Ein API-Token läuft bald ab'}. Entsperren Sie Keyturn, um zu sehen, welches Token es ist.`,
    openToSee: (what: string) => `${what} Näheres sehen Sie in Keyturn.`,
    several: (count: number) =>
      `Bei Ihren Tokens und OAuth-Apps gibt es ${number(count)} Dinge zu tun. Öffnen Sie Keyturn, um sie zu sehen.`,
    notKeptAlive: (why: string) => `Es konnte nicht aktiv gehalten werden. ${why}`,
    endOutOfRange: 'Das Aktivhalten muss innerhalb eines Jahres enden, und nicht in der Vergangenheit.',
    chooseEnd: 'Wählen Sie ein anderes Enddatum.',
    expiresSoon: 'Ein API-Token läuft bald ab.',
    expired: 'Ein API-Token ist sehr wahrscheinlich abgelaufen.',
    rotationDue: 'Die Rotation eines API-Tokens ist fällig.',
    keyDue: 'Der nächste Schlüssel einer OAuth-App ist fällig.',
    ownerChanged: 'Der Inhaber eines API-Tokens hat sich geändert.',
    couldNotKeepAlive: 'Ein API-Token konnte nicht aktiv gehalten werden.',
  },
  handlers: {
    until: (day: string, reason: string) => `Es wird bis ${day} aktiv gehalten: ${reason}`,
    notKeptAlive: 'Es wird nicht mehr aktiv gehalten.',
    saveCalendar: 'Abläufe, Rotationen und fällige Schlüssel als Kalender speichern',
  },
  oktaCalls: {
    accepted: (orgHost: string) => `${orgHost} hat es angenommen.`,
  },
  tray: {
    needYou: (count, counts) => `Handlungsbedarf bei ${number(count)} von ${ofAll(counts)}`,
    locked: 'Gesperrt',
    noTokens: 'Noch keine Tokens',
    tokenHealthy: 'Ihr Token ist in Ordnung',
    appHealthy: 'Ihre OAuth-App ist in Ordnung',
    allHealthy: (counts) => `Alle ${ofAll(counts)} sind in Ordnung`,
  },
  warnings: {
    expires: (days: number, day: string, basis: string) =>
      `Läuft innerhalb von ${formFor(days, 'einem Tag', `${days} Tagen`)} ab, am ${day}, ${basis}, wenn es vorher niemand benutzt.`,
    keyDue: (day: string, days: number) =>
      `Der nächste Schlüssel war am ${day} fällig, ${formFor(days, 'jeden Tag', `alle ${days} Tage`)}. Rotieren Sie den Schlüssel auf der Registerkarte „Schlüssel“ der App.`,
    rotationDue: (day: string, days: number) =>
      `Die Rotation war am ${day} fällig, ${formFor(days, 'jeden Tag', `alle ${days} Tage`)}.`,
    gained: (roles: readonly string[]) => `bekommen: ${listed(roles)}`,
    lost: (roles: readonly string[]) => `verloren: ${listed(roles)}`,
    rolesChanged: (login: string, changes: readonly string[]) =>
      `Die Rollen des Inhabers ${login} haben sich geändert${changes.length === 0 ? '' : ` (${changes.join('; ')})`}. Das Token darf, was sein Inhaber darf.`,
    asOktaSaid: 'laut Okta',
    byLastUse: '30 Tage nach der letzten bekannten Nutzung',
    expired: (fullDate: string, basis: string) =>
      `Ist sehr wahrscheinlich am ${fullDate} abgelaufen, ${basis}. Ein abgelaufenes Token lässt sich nicht zurückholen.`,
    noAdminRole: 'keine Admin-Rolle',
    anotherOwner: 'Das Token gehört jetzt einem anderen Konto.',
    ownerActive: (login: string) => `Der Inhaber ${login} ist wieder aktiv.`,
    ownerNotActive: (login: string, status: string) =>
      `Der Inhaber ${login} ist jetzt ${status}. Ein Token funktioniert nur, solange das Konto seines Inhabers aktiv ist.`,
  },
};
