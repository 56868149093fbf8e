import { listed } from '../../../shared/listed.ts';
import { formFor, number, plural } from '../../../shared/plural.ts';
import { hourOfDay } from '../../../shared/time-words.ts';

/** Returns "1 call" or "12 calls". */
const calls = (count: number): string => plural(count, 'call', 'calls');

/** The sentences about the use and the limits of tokens, nested by the file that uses them. */
export const words = {
  desk: {
    shareOfLimits: 'Share of the limits',
    share: (percentage: number, concurrencyPercentage: number) =>
      `${percentage}% of every rate limit, ${concurrencyPercentage}% of the calls at a time`,
    silenced: (rule: string) => `Findings of the rule "${rule}" are silenced.`,
    reported: (rule: string) => `Findings of the rule "${rule}" are reported again.`,
    retired: 'It was marked as retired.',
    inUse: 'It was marked as in use.',
    testIt: 'Test the token. Its owner must be allowed to list API tokens.',
    orgGone: 'Keyturn no longer has the org of this token.',
    appNotFinished: 'The app has no Client ID yet, so it has made no call.',
    finishApp: 'Finish the app on its Set up tab first.',
    idNotKnown: "Keyturn does not know Okta's ID of this token.",
  },
  firstCall: {
    nobodyReads: 'No kept token of this org may read the System Log.',
    nobodyReadsForApp:
      'No kept token of this org may read the System Log, and the last test of the app did not read it.',
  },
  limits: {
    warning: (host: string, used: number, bucket: string, threshold: number) =>
      `${host}: ${used}% of the rate limit "${bucket}" is used. The warning threshold is ${threshold}%.`,
    whatFullMeans:
      'At 100% Okta refuses calls until the limit resets. Make the programs that use this token call less often, or give the token a larger share.',
  },
  log: {
    missing: (day: string, time: string, why: string) =>
      `Events after ${day}, ${time} may be missing here: ${why}`,
    missingRemedy:
      'Okta has lost nothing, and Keyturn asks again every minute. If this lasts, check whether a proxy changes answers. Also add the org under the address that Okta itself gives it.',
    moreEvents: 'The System Log has more events than Keyturn has read so far.',
    readOnSoon: 'Keyturn continues in a minute.',
    noReader: (host: string) => `Keyturn has no token of ${host} that can read the System Log.`,
    noneMayRead: (host: string, sentence: string) =>
      `No token of ${host} in Keyturn may read the System Log. ${sentence}`,
    keepReader:
      'Add a token of an owner who may read the log. The owner needs the role of a report, read-only or super administrator, or a custom role with okta.logs.read.',
  },
  principals: {
    moreEntries: (count: number) =>
      `The org has shares for more than ${number(count)} tokens, and this token is not among the first ${number(count)}.`,
    lookAtShare: 'Look at the share of the token in the Admin Console.',
    noTokenOpens: 'Keyturn can decrypt no token of this org.',
  },
  afterRetirement: {
    name: 'Use after retirement',
    explains: 'Somebody still uses a token that was marked as retired.',
    found: (count: number, since: string, last: string) =>
      `${calls(count)} after ${since}, the last at ${last}.`,
    by: (programs: readonly string[], addresses: readonly string[]) =>
      `By ${listed(programs)} from ${listed(addresses)}.`,
    utc: (time: string) => `${time} UTC`,
  },
  burst: {
    found: (count: number, hour: number) =>
      `${calls(count)} between ${hourOfDay(hour)} and ${hourOfDay(hour + 1)} UTC.`,
    habit: (count: number) => `The token's busiest hour in the 30 days before had ${calls(count)}.`,
    name: 'Many more calls than usual',
    explains: (times: number, least: number) =>
      `An hour had more than ${times} times the calls of the token's busiest hour in the 30 days before, and at least ${least}.`,
  },
  denied: {
    found: (denied: number, count: number) => `${number(denied)} of ${calls(count)} were refused or failed.`,
    habit: (worst: number) => `The token's worst day in the 30 days before had ${number(worst)}.`,
    name: 'Denied calls are rising',
    explains: (times: number, least: number) =>
      `A day had more than ${times} times the refused or failed calls of the token's worst day in the 30 days before, and at least ${least}.`,
  },
  country: {
    found: (count: number, country: string) => `${calls(count)} from ${country}.`,
    habit: (count: number, countries: string) =>
      `In the 30 days before, ${formFor(count, 'the one call', `all ${number(count)} calls`)} came from ${countries}.`,
    name: 'First use from a country',
    explains: 'Calls came from a country that sent no calls in the 30 days before.',
  },
  network: {
    found: (count: number, network: string) => `${calls(count)} from ${network}.`,
    habit: (networks: readonly string[]) => `In the 30 days before, calls came from ${listed(networks)}.`,
    name: 'First use from a network',
    explains: 'Calls came from a provider (autonomous system) that sent no calls in the 30 days before.',
  },
  judge: {
    compared: (habitDays: number, count: number, days: number) =>
      `Compared with its own last ${plural(habitDays, 'day', 'days')}: ${calls(count)} on ${plural(days, 'day', 'days')}.`,
    soFar: (count: number, days: number, since: number) =>
      ` So far: ${calls(count)} on ${plural(days, 'day', 'days')}, ${plural(since, 'day', 'days')} since the first.`,
    learning: (span: number, days: number, count: number, since: string) =>
      `Learning. Keyturn knows the habit after ${span} days, with use on ${days} of them and ${calls(count)}.${since}`,
  },
  agent: {
    found: (count: number, program: string) => `${calls(count)} by ${program}.`,
    habit: (programs: readonly string[]) =>
      `In the 30 days before, the token was used by ${listed(programs)}.`,
    name: 'A new user agent',
    explains: 'A program made calls that made none in the 30 days before. Versions do not count.',
  },
  outside: {
    found: (count: number) => `Okta refused ${calls(count)} that day because of the network restriction.`,
    addresses: (addresses: readonly string[]) => `That day calls came from ${listed(addresses)}.`,
    name: 'A call from outside the allowed range',
    explains: (eventType: string) => `Okta refused a call because of where it came from (${eventType}).`,
  },
  privilege: {
    explains: (usualDays: number) =>
      `The token granted or revoked admin rights, or made or changed tokens or clients. Keyturn does not report a token that did the same on ${usualDays} of the 30 days before.`,
    found: (count: number, type: string) => `${calls(count)} with the event ${type}.`,
    name: 'A change of privileges',
  },
  hours: {
    found: (count: number, hours: readonly string[]) => `${calls(count)} at ${listed(hours)} UTC.`,
    weekend: (count: number, isSunday: boolean) =>
      `${calls(count)} on a ${isSunday ? 'Sunday' : 'Saturday'} (UTC).`,
    workdays: (days: number) =>
      `In the 30 days before, the token was used on ${plural(days, 'day', 'days')} from Monday to Friday and on no weekend.`,
    habit: (spans: string) =>
      `In the 30 days before, the token was never used at these hours. Its hours were ${spans} UTC.`,
    span: (from: number, to: number) => `${hourOfDay(from)} to ${hourOfDay(to)}`,
    name: 'Use outside the usual hours',
    explains: (least: number) =>
      `At least ${least} calls came at hours, or on a weekend, without any use in the 30 days before. An hour before or after a usual hour counts as usual.`,
  },
};
