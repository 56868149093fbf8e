import type { ReactNode } from 'react';
import { nodes, type Wrap } from '../../../../renderer/ui/nodes.ts';
import type { words as english } from '../../../../renderer/usage/words.ts';
import { number, plural } from '../../../../shared/plural.ts';

/** Holds the German text of this feature's pages. */
export const words: typeof english = {
  callsCard: {
    calls: 'Aufrufe',
    whatIsShown:
      'Die Aufrufe, die das System Log zeigt. Okta protokolliert Änderungen und abgelehnte Aufrufe. Die meisten lesenden Aufrufe hinterlassen kein Ereignis. Tage und Stunden sind in UTC.',
    noEvent: 'Keyturn hat keine Ereignisse zu diesem Token.',
    callsByDay: 'Aufrufe nach Tag',
    summary: (total: number, count: number, denied: number) =>
      `${plural(total, 'Aufruf', 'Aufrufe')} an ${plural(count, 'Tag', 'Tagen')}, davon ${number(denied)} abgelehnt oder fehlgeschlagen.`,
    day: 'Tag',
    eventType: 'Ereignistyp',
    outcome: 'Ergebnis',
    address: 'Adresse',
    country: 'Land',
    networkAsn: 'Netzwerk (ASN)',
    userAgent: 'User-Agent',
    hourUtc: 'Stunde (UTC)',
    theLastEvents: (count: number) => `Die letzten ${number(count)} Ereignisse`,
    lastEvents: 'Letzte Ereignisse',
    callsBy: (name: string) => `Aufrufe nach: ${name}`,
    more: (count: number) => `${number(count)} weitere`,
  },
  chart: {
    asATable: (name: string) => `${name} als Tabelle`,
    table: (name: string) => `${name}, Tabelle`,
  },
  limitsCard: {
    rateLimits: 'Rate-Limits',
    thresholdOfOrg: (threshold: number) =>
      `Keyturn liest die Limits aus den Headern jeder Antwort dieser Org. Okta meldet niemandem, wenn ein Token seinen eigenen Anteil erreicht. Warnung ab ${threshold}\u00a0%, dem Schwellenwert der Org.`,
    thresholdByDefault: (threshold: number) =>
      `Keyturn liest die Limits aus den Headern jeder Antwort dieser Org. Okta meldet niemandem, wenn ein Token seinen eigenen Anteil erreicht. Warnung ab ${threshold}\u00a0%, dem Standardwert von Okta.`,
    noCall: 'Okta hat noch keinen Aufruf beantwortet.',
    limits: 'Limits',
    refused429: 'Mit 429 abgelehnt',
    refusedByEndpoint: 'Abgelehnte Aufrufe nach Endpunkt',
    endpoint: 'Endpunkt',
    why: 'Grund',
    calls: 'Aufrufe',
    last: 'Zuletzt',
    tooManyPerMinute: 'Zu viele in einer Minute',
    tooManyConcurrent: 'Zu viele gleichzeitige Aufrufe',
    resetAlready: (limit: number, when: string) =>
      `${number(limit)} Aufrufe je Zeitfenster. Das letzte Zeitfenster ist vorbei. Letzter Aufruf: ${when}`,
    left: (remaining: number, limit: number, left: number) =>
      `Noch ${number(remaining)} von ${number(limit)}, wird in ${left}\u00a0s zurückgesetzt.`,
    nearItsLimit: 'Nahe am Limit',
    percentUsed: (used: number) => `${used}\u00a0% genutzt`,
    useOfBucket: (bucket: string) => `${bucket}, genutzt`,
    limitUse: (bucket: string) => `${bucket}, Nutzung des Limits`,
    highest: (highest: number, count: number) =>
      `Höchstwert ${highest}\u00a0% in ${plural(count, 'Messung', 'Messungen')}.`,
    used: 'Genutzt',
  },
  shareCard: {
    shareOfLimits: 'Anteil an den Limits',
    heading: 'Anteil dieses Tokens an den Limits',
    share: (percentage: number, concurrencyPercentage: number) =>
      `${percentage}\u00a0% jedes Rate-Limits der Org, ${concurrencyPercentage}\u00a0% der gleichzeitigen Aufrufe.`,
    shareByDefault: (percentage: number, concurrencyPercentage: number) =>
      `${percentage}\u00a0% jedes Rate-Limits der Org, ${concurrencyPercentage}\u00a0% der gleichzeitigen Aufrufe (Standardwert von Okta).`,
    percentOfLimits: 'Von jedem Rate-Limit (%)',
    percentOfCalls: 'Von den gleichzeitigen Aufrufen (%)',
    notKnown: (sentence: string, remedy: ReactNode) => nodes`Nicht bekannt. ${sentence} ${remedy}`,
    askChange: 'Anteil in Okta ändern?',
    changeIt: 'Ändern',
    leaveIt: 'Nicht ändern',
    consequence: (label: ReactNode, percentage: number, orgHost: string, concurrencyPercentage: number) =>
      nodes`${label} darf dann ${percentage}\u00a0% jedes Rate-Limits von ${orgHost} und ${concurrencyPercentage}\u00a0% der gleichzeitigen Aufrufe nutzen. Okta lehnt dann Programme ab, die häufiger aufrufen. Die Änderung gilt in Okta sofort und steht im System Log.`,
  },
  unusualCard: {
    unusualActivity: 'Ungewöhnliche Aktivität',
    habitKnown: 'Übliche Nutzung bekannt',
    learning: 'Lernt noch',
    noneFound: 'Keyturn hat nichts Ungewöhnliches gefunden.',
    findings: 'Befunde',
    silenceNamed: (name: string) => `Für dieses Token stummschalten: ${name}`,
    silence: 'Stummschalten',
    restrict: 'Auf Netzwerkzonen beschränken',
    earlierNotShown: (count: number) =>
      plural(count, 'früherer Befund wird nicht angezeigt.', 'frühere Befunde werden nicht angezeigt.'),
    rules: (count: number, silenced: number) =>
      `Die ${number(count)} Regeln, davon ${number(silenced)} für dieses Token stummgeschaltet`,
    silencedFound: (found: number) => `Stummgeschaltet, ${number(found)} gefunden`,
    reportRuleAgain: (name: string) => `Wieder melden: ${name}`,
    silenceRule: (name: string) => `Stummschalten: ${name}`,
    reportAgain: 'Wieder melden',
    whatRetiringDoes:
      'Wenn niemand mehr dieses Token benutzen soll, markieren Sie es als ausgemustert. Keyturn meldet dann jede Nutzung.',
    retiredSince: (date: string, time: string) =>
      `Als ausgemustert markiert seit ${date}, ${time}. Keyturn meldet jede spätere Nutzung.`,
    itIsRetired: 'Als ausgemustert markieren',
    itIsInUse: 'Als in Benutzung markieren',
  },
  usageTab: {
    off: 'Keyturn liest das System Log nicht, weil es in den Einstellungen ausgeschaltet ist.',
    never: 'Keyturn hat das System Log dieser Org noch nicht gelesen.',
    reading: 'Das System Log wird gelesen…',
    logRead: (when: string, keepDays: number) =>
      `System Log gelesen (${when}). Wird ${plural(keepDays, 'Tag', 'Tage')} aufbewahrt.`,
    logReadWith: (when: string, readWith: string, keepDays: number) =>
      `System Log gelesen (${when}, mit ${readWith}). Wird ${plural(keepDays, 'Tag', 'Tage')} aufbewahrt.`,
    readNow: 'Jetzt lesen',
    openLog: 'System Log öffnen',
    idNotKnown: (bold: Wrap) =>
      nodes`${bold('Keyturn kennt die ID nicht, die dieses Token bei Okta hat,')} und kann seine Ereignisse deshalb nicht von denen anderer Tokens unterscheiden. Testen Sie das Token. Sein Inhaber muss API-Tokens auflisten dürfen.`,
    callsSince: (total: number, date: string) => `Seit ${date}: ${plural(total, 'Aufruf', 'Aufrufe')}.`,
  },
};
