import type { words as english } from '../../../../../main/features/usage/words.ts';
import { listed } from '../../../../../shared/listed.ts';
import { number, plural } from '../../../../../shared/plural.ts';
import { hourOfDay } from '../../../../../shared/time-words.ts';

/** Returns "1 Aufruf" or "12 Aufrufe". */
const calls = (count: number): string => plural(count, 'Aufruf', 'Aufrufe');

/** Returns "1 Tag" or "12 Tagen", the dative. */
const onDays = (count: number): string => plural(count, 'Tag', 'Tagen');

/** Holds the German text about the use and the limits of tokens. */
export const words: typeof english = {
  desk: {
    shareOfLimits: 'Anteil an den Limits',
    share: (percentage: number, concurrencyPercentage: number) =>
      `${percentage} % jedes Rate-Limits, ${concurrencyPercentage} % der gleichzeitigen Aufrufe`,
    silenced: (rule: string) => `Funde der Regel „${rule}“ sind stummgeschaltet.`,
    reported: (rule: string) => `Funde der Regel „${rule}“ werden wieder gemeldet.`,
    retired: 'Als ausgemustert markiert.',
    inUse: 'Als in Benutzung markiert.',
    testIt: 'Testen Sie das Token. Sein Inhaber muss API-Tokens auflisten dürfen.',
    orgGone: 'Keyturn hat die Org dieses Tokens nicht mehr.',
    appNotFinished: 'Die App hat noch keine Client ID, also hat sie noch nichts aufgerufen.',
    finishApp: 'Stellen Sie die App zuerst auf ihrer Registerkarte „Einrichten“ fertig.',
    idNotKnown: 'Keyturn kennt die ID nicht, die dieses Token bei Okta hat.',
  },
  firstCall: {
    nobodyReads: 'Kein gespeichertes Token dieser Org darf das System Log lesen.',
    nobodyReadsForApp:
      'Kein gespeichertes Token dieser Org darf das System Log lesen, und der letzte Test der App hat es nicht gelesen.',
  },
  limits: {
    warning: (host: string, used: number, bucket: string, threshold: number) =>
      `${host}: ${used}\u00a0% des Rate-Limits „${bucket}“ sind genutzt. Die Warnschwelle liegt bei ${threshold}\u00a0%.`,
    whatFullMeans:
      'Bei 100\u00a0% lehnt Okta Aufrufe ab, bis das Limit zurückgesetzt wird. Lassen Sie die Programme, die dieses Token benutzen, seltener aufrufen, oder geben Sie dem Token einen größeren Anteil.',
  },
  log: {
    missing: (day: string, time: string, why: string) =>
      `Ereignisse nach ${day}, ${time} fehlen hier vielleicht: ${why}`,
    missingRemedy:
      'Okta hat nichts verloren, und Keyturn fragt jede Minute erneut. Wenn das anhält, prüfen Sie, ob ein Proxy Antworten ändert. Fügen Sie die Org außerdem unter der Adresse hinzu, die Okta selbst ihr gibt.',
    moreEvents: 'Das System Log hat mehr Ereignisse, als Keyturn bisher gelesen hat.',
    readOnSoon: 'Keyturn liest in einer Minute weiter.',
    noReader: (host: string) => `Keyturn hat kein Token von ${host}, das das System Log lesen kann.`,
    noneMayRead: (host: string, sentence: string) =>
      `Kein Token von ${host} in Keyturn darf das System Log lesen. ${sentence}`,
    keepReader:
      'Fügen Sie ein Token eines Inhabers hinzu, der das Log lesen darf. Der Inhaber braucht die Rolle Report Administrator, Read-only Administrator oder Super Administrator, oder eine benutzerdefinierte Rolle mit okta.logs.read.',
  },
  principals: {
    moreEntries: (count: number) =>
      `Die Org hat Anteile für mehr als ${number(count)} Tokens, und dieses Token ist nicht unter den ersten ${number(count)}.`,
    lookAtShare: 'Sehen Sie sich den Anteil des Tokens in der Admin Console an.',
    noTokenOpens: 'Keyturn kann kein Token dieser Org entschlüsseln.',
  },
  afterRetirement: {
    name: 'Nutzung nach der Ausmusterung',
    explains: 'Jemand benutzt noch ein Token, das als ausgemustert markiert wurde.',
    found: (count: number, since: string, last: string) =>
      `${calls(count)} nach ${since}, zuletzt um ${last}.`,
    by: (programs: readonly string[], addresses: readonly string[]) =>
      `Durch ${listed(programs)} von ${listed(addresses)}.`,
    utc: (time: string) => `${time} UTC`,
  },
  burst: {
    found: (count: number, hour: number) =>
      `${calls(count)} zwischen ${hourOfDay(hour)} und ${hourOfDay(hour + 1)}\u00a0Uhr UTC.`,
    habit: (count: number) => `Die stärkste Stunde des Tokens in den 30 Tagen davor hatte ${calls(count)}.`,
    name: 'Ungewöhnlich viele Aufrufe',
    explains: (times: number, least: number) =>
      `Eine Stunde hatte mehr als ${times}-mal so viele Aufrufe wie die stärkste Stunde des Tokens in den 30 Tagen davor, und mindestens ${least}.`,
  },
  denied: {
    found: (denied: number, count: number) =>
      `${number(denied)} von ${plural(count, 'Aufruf', 'Aufrufen')} wurden abgelehnt oder schlugen fehl.`,
    habit: (worst: number) => `Der schlechteste Tag des Tokens in den 30 Tagen davor hatte ${number(worst)}.`,
    name: 'Abgelehnte Aufrufe nehmen zu',
    explains: (times: number, least: number) =>
      `Ein Tag hatte mehr als ${times}-mal so viele abgelehnte oder fehlgeschlagene Aufrufe wie der schlechteste Tag des Tokens in den 30 Tagen davor, und mindestens ${least}.`,
  },
  country: {
    found: (count: number, country: string) => `${calls(count)} aus ${country}.`,
    habit: (count: number, countries: string) =>
      `In den 30 Tagen davor kamen alle ${number(count)} Aufrufe aus ${countries}.`,
    name: 'Erste Nutzung aus einem Land',
    explains: 'Aufrufe kamen aus einem Land, das in den 30 Tagen davor keine Aufrufe gesendet hat.',
  },
  network: {
    found: (count: number, network: string) => `${calls(count)} aus ${network}.`,
    habit: (networks: readonly string[]) => `In den 30 Tagen davor kamen Aufrufe aus ${listed(networks)}.`,
    name: 'Erste Nutzung aus einem Netzwerk',
    explains:
      'Aufrufe kamen von einem Provider (autonomes System), der in den 30 Tagen davor keine Aufrufe gesendet hat.',
  },
  judge: {
    compared: (habitDays: number, count: number, days: number) =>
      `Verglichen mit den letzten ${onDays(habitDays)} dieses Tokens: ${calls(count)} an ${onDays(days)}.`,
    soFar: (count: number, days: number, since: number) =>
      ` Bisher: ${calls(count)} an ${onDays(days)}, ${plural(since, 'Tag', 'Tage')} seit dem ersten.`,
    learning: (span: number, days: number, count: number, since: string) =>
      `Lernt noch. Keyturn kennt die übliche Nutzung nach ${onDays(span)}, mit Nutzung an ${days} davon und ${plural(count, 'Aufruf', 'Aufrufen')}.${since}`,
  },
  agent: {
    found: (count: number, program: string) => `${calls(count)} durch ${program}.`,
    habit: (programs: readonly string[]) =>
      `In den 30 Tagen davor wurde das Token benutzt von ${listed(programs)}.`,
    name: 'Ein neuer User-Agent',
    explains:
      'Ein Programm hat Aufrufe gemacht, das in den 30 Tagen davor keine gemacht hat. Versionen zählen nicht.',
  },
  outside: {
    found: (count: number) =>
      `Okta hat an diesem Tag ${calls(count)} wegen der Netzwerkbeschränkung abgelehnt.`,
    addresses: (addresses: readonly string[]) => `An diesem Tag kamen Aufrufe von ${listed(addresses)}.`,
    name: 'Ein Aufruf von außerhalb des erlaubten Bereichs',
    explains: (eventType: string) => `Okta hat einen Aufruf wegen seiner Herkunft abgelehnt (${eventType}).`,
  },
  privilege: {
    explains: (usualDays: number) =>
      `Das Token hat Admin-Rechte erteilt oder entzogen, oder Tokens oder Clients erstellt oder geändert. Keyturn meldet kein Token, das dasselbe an ${usualDays} der 30 Tage davor getan hat.`,
    found: (count: number, type: string) => `${calls(count)} mit dem Ereignis ${type}.`,
    name: 'Eine Änderung von Rechten',
  },
  hours: {
    found: (count: number, hours: readonly string[]) => `${calls(count)} um ${listed(hours)}\u00a0Uhr UTC.`,
    weekend: (count: number, isSunday: boolean) =>
      `${calls(count)} an einem ${isSunday ? 'Sonntag' : 'Samstag'} (UTC).`,
    workdays: (days: number) =>
      `In den 30 Tagen davor wurde das Token an ${onDays(days)} von Montag bis Freitag und an keinem Wochenende benutzt.`,
    habit: (spans: string) =>
      `In den 30 Tagen davor wurde das Token nie zu diesen Stunden benutzt. Seine Stunden waren ${spans}\u00a0Uhr UTC.`,
    span: (from: number, to: number) => `${hourOfDay(from)} bis ${hourOfDay(to)}`,
    name: 'Nutzung außerhalb der üblichen Stunden',
    explains: (least: number) =>
      `Mindestens ${calls(least)} kamen zu Stunden oder an einem Wochenende, die in den 30 Tagen davor ohne Nutzung waren. Eine Stunde vor oder nach einer üblichen Stunde gilt als üblich.`,
  },
};
