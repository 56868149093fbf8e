import type { words as english } from '../../../../../main/features/testing/words.ts';
import { listed } from '../../../../../shared/listed.ts';
import { number, plural } from '../../../../../shared/plural.ts';

/** Holds the German text of a test. */
export const words: typeof english = {
  checks: {
    rateLimit: (remaining: number, limit: number, bucket: string, seconds: number) =>
      `${number(remaining)} von ${number(limit)} für ${bucket}, wird in ${seconds}\u00a0s zurückgesetzt`,
    active: 'aktiv',
    inZones: (connection: string, zones: number) => `${connection}, ${plural(zones, 'Zone', 'Zonen')}`,
    passwordExpired: 'dessen Passwort abgelaufen ist',
    passwordReset: 'dessen Passwort gerade zurückgesetzt wird',
    ownerActive: 'Inhaber ist aktiv',
    stillWorks: (status: string) => `${status}: Das Token funktioniert noch`,
    notKnown: (why: string) => `Nicht bekannt: ${why}.`,
    roles: 'Rollen',
    noRole: 'Der Inhaber hat keine Admin-Rolle.',
    powerfulRoles: (labels: string) => `${labels}: mehr, als fast jedes Programm braucht`,
    networkRestriction: 'Netzwerkbeschränkung',
    anyAddress: 'Darf von jeder Adresse aus benutzt werden',
    zonesOnly: 'Darf nur aus Netzwerkzonen benutzt werden',
    byOkta: (when: string) => `${when}, laut Okta`,
    afterThisUse: (when: string) => `etwa ${when}: 30 Tage nach dieser Nutzung`,
    expiresToday: 'Läuft innerhalb eines Tages ab',
    expiresIn: (days: number) => `Läuft ohne Nutzung in ${plural(days, 'Tag', 'Tagen')} ab`,
    noLimitHeaders: 'Okta hat keine Rate-Limit-Header gesendet.',
    rateLimitLeft: 'Verbleibendes Rate-Limit',
  },
  report: {
    waiting: (seconds: number, host: string) => `Wartet ${seconds}\u00a0s auf ${host}`,
    checkZones:
      'Dieses Token ist auf Netzwerkzonen beschränkt. Prüfen Sie auch, ob die Adresse dieses Computers darin liegt.',
    accepted: (host: string, login: string, standing: string, roles: string) =>
      `Angenommen von ${host} als ${login}, ${standing}${roles}.`,
    customRoles: (count: number) => plural(count, 'benutzerdefinierte Rolle', 'benutzerdefinierte Rollen'),
    roles: (roles: readonly string[]) => `, ${listed(roles)}`,
    more: (count: number) => `${number(count)} weitere`,
    orgReachable: 'Die Org ist erreichbar',
    oktaAccepts: 'Okta nimmt das Token an',
    belongs: 'Der Inhaber ist bekannt',
    ownerActive: 'Inhaber ist aktiv',
    roleNames: 'Rollen',
    networkRestriction: 'Netzwerkbeschränkung',
    expiry: 'Ablauf',
    rateLimitLeft: 'Verbleibendes Rate-Limit',
    belongsTo: (login: string) => `Gehört ${login}`,
    ownerHasSeveral: 'Der Inhaber hat mehrere Tokens, und Okta sagt nicht, welches dieses ist',
    orgHasMore: 'Die Org hat mehr API-Tokens, als ein Test liest',
    refusedAddress: (host: string) =>
      `${host} hat dieses Token von der Adresse dieses Computers aus abgelehnt. Das Token ist auf Netzwerkzonen beschränkt, und diese Adresse liegt sehr wahrscheinlich außerhalb.`,
    connectFromAllowed:
      'Verbinden Sie sich aus einem erlaubten Netzwerk, oder ändern Sie die Netzwerkzonen des Tokens in der Admin Console.',
    ownerNotActive: (host: string, login: string, status: string) =>
      `${host} nimmt das Token an, aber das Konto seines Inhabers ${login} ist ${status}. Ein Token funktioniert nur, solange das Konto seines Inhabers aktiv ist.`,
    makeActive:
      'Aktivieren Sie das Konto in der Admin Console wieder, oder ersetzen Sie das Token durch eines von einem aktiven Dienstkonto.',
    withoutRole: ', ohne Admin-Rolle',
  },
  desk: {
    cancelled: 'Abgebrochen.',
    testCancelled: 'Der Test wurde abgebrochen.',
    wentWrong: 'Bei diesem Test ist ein Fehler aufgetreten. Die Logdatei enthält mehr.',
  },
  testAll: {
    waiting: (seconds: number, host: string) => `Wartet ${seconds}\u00a0s auf das Rate-Limit von ${host}`,
  },
};
