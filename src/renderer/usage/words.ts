import type { ReactNode } from 'react';
import { formFor, number, plural } from '../../shared/plural.ts';
import { nodes, type Wrap } from '../ui/nodes.ts';

/** Holds every word of this feature's pages, by the file that shows it. */
export const words = {
  callsCard: {
    calls: 'Calls',
    whatIsShown:
      'The calls that the System Log shows. Okta logs changes and refused calls. Most reads leave no event. Days and hours are UTC.',
    noEvent: 'Keyturn has no events for this token.',
    callsByDay: 'Calls by day',
    summary: (total: number, count: number, denied: number) =>
      `${plural(total, 'call', 'calls')} on ${plural(count, 'day', 'days')}, ${number(denied)} refused or failed.`,
    day: 'Day',
    eventType: 'Event type',
    outcome: 'Outcome',
    address: 'Address',
    country: 'Country',
    networkAsn: 'Network (ASN)',
    userAgent: 'User agent',
    hourUtc: 'Hour (UTC)',
    theLastEvents: (count: number) => `The last ${formFor(count, 'event', `${number(count)} events`)}`,
    lastEvents: 'Last events',
    callsBy: (name: string) => `Calls by ${name}`,
    more: (count: number) => `${number(count)} more`,
  },
  chart: {
    asATable: (name: string) => `${name} as a table`,
    table: (name: string) => `${name}, table`,
  },
  limitsCard: {
    rateLimits: 'Rate limits',
    thresholdOfOrg: (threshold: number) =>
      `Keyturn reads the limits from the headers of every answer of this org. Okta tells nobody when a token reaches its own share. Warning at ${threshold}%, the org's own threshold.`,
    thresholdByDefault: (threshold: number) =>
      `Keyturn reads the limits from the headers of every answer of this org. Okta tells nobody when a token reaches its own share. Warning at ${threshold}%, Okta's default.`,
    noCall: 'Okta has not answered a call yet.',
    limits: 'Limits',
    refused429: 'Refused with 429',
    refusedByEndpoint: 'Refused calls by endpoint',
    endpoint: 'Endpoint',
    why: 'Why',
    calls: 'Calls',
    last: 'Last',
    tooManyPerMinute: 'Too many in a minute',
    tooManyConcurrent: 'Too many concurrent calls',
    resetAlready: (limit: number, when: string) =>
      `${plural(limit, 'call', 'calls')} in each window. The last window has ended. Last call ${when}.`,
    left: (remaining: number, limit: number, left: number) =>
      `${number(remaining)} of ${number(limit)} left, resets in ${left} s.`,
    nearItsLimit: 'Near its limit',
    percentUsed: (used: number) => `${used}% used`,
    useOfBucket: (bucket: string) => `${bucket}, used`,
    limitUse: (bucket: string) => `${bucket}, use of the limit`,
    highest: (highest: number, count: number) =>
      `Highest ${highest}% in ${plural(count, 'reading', 'readings')}.`,
    used: 'Used',
  },
  shareCard: {
    shareOfLimits: 'Share of the limits',
    heading: "This token's share of the limits",
    share: (percentage: number, concurrencyPercentage: number) =>
      `${percentage}% of every rate limit of the org, ${concurrencyPercentage}% of the calls at a time.`,
    shareByDefault: (percentage: number, concurrencyPercentage: number) =>
      `${percentage}% of every rate limit of the org, ${concurrencyPercentage}% of the calls at a time (Okta's default).`,
    percentOfLimits: 'Of every rate limit (%)',
    percentOfCalls: 'Of the calls at a time (%)',
    notKnown: (sentence: string, remedy: ReactNode) => nodes`Not known. ${sentence} ${remedy}`,
    askChange: 'Change the share in Okta?',
    changeIt: 'Change it',
    leaveIt: 'Leave it',
    consequence: (label: ReactNode, percentage: number, orgHost: string, concurrencyPercentage: number) =>
      nodes`${label} may then use ${percentage}% of every rate limit of ${orgHost} and ${concurrencyPercentage}% of its calls at a time. Okta then refuses programs that call more often. The change takes effect in Okta at once and is in the System Log.`,
  },
  unusualCard: {
    unusualActivity: 'Unusual activity',
    habitKnown: 'Habit known',
    learning: 'Learning',
    noneFound: 'Keyturn found nothing unusual.',
    findings: 'Findings',
    silenceNamed: (name: string) => `Silence for this token: ${name}`,
    silence: 'Silence',
    restrict: 'Restrict to network zones',
    earlierNotShown: (count: number) => `${number(count)} earlier findings are not shown.`,
    rules: (count: number, silenced: number) =>
      `The ${number(count)} rules, ${number(silenced)} silenced for this token`,
    silencedFound: (found: number) => `Silenced, ${number(found)} found`,
    reportRuleAgain: (name: string) => `Report again: ${name}`,
    silenceRule: (name: string) => `Silence: ${name}`,
    reportAgain: 'Report again',
    whatRetiringDoes:
      'If nobody should use this token any more, mark it as retired. Keyturn then reports every use.',
    retiredSince: (date: string, time: string) =>
      `Marked as retired since ${date}, ${time}. Keyturn reports every later use.`,
    itIsRetired: 'Mark as retired',
    itIsInUse: 'Mark as in use',
  },
  usageTab: {
    off: 'Keyturn does not read the System Log, because Settings turns it off.',
    never: 'Keyturn has not read the System Log of this org yet.',
    reading: 'Reading the System Log…',
    logRead: (when: string, keepDays: number) => `System Log read ${when}. Kept for ${keepDays} days.`,
    logReadWith: (when: string, readWith: string, keepDays: number) =>
      `System Log read ${when} with ${readWith}. Kept for ${keepDays} days.`,
    readNow: 'Read now',
    openLog: 'Open System Log',
    idNotKnown: (bold: Wrap) =>
      nodes`${bold("Keyturn does not know Okta's ID of this token,")} so it cannot tell the token's events from events of other tokens. Test the token. Its owner must be allowed to list API tokens.`,
    callsSince: (total: number, date: string) => `${plural(total, 'call', 'calls')} since ${date}.`,
  },
};
