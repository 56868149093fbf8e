import { plural } from '../../../shared/plural.ts';

/** Returns "1 call" or "12 calls". */
const calls = (count: number): string => plural(count, 'call', 'calls');

/** The sentences about the use and the limits of tokens, nested by the file that uses them. */
export const words = {
  desk: {
    testIt: 'Test it. Its owner must be allowed to list API tokens.',
    orgGone: 'The org of this token is not kept here any more.',
    idNotKnown: "Okta's id of this token is not known.",
  },
  firstCall: {
    nobodyReads: 'No kept token of this org may read the System Log.',
  },
  limits: {
    warning: (host: string, used: number, bucket: string, threshold: number) =>
      `${host}: ${used} % of the rate limit "${bucket}" is used. The warning threshold is ${threshold} %.`,
    whatFullMeans:
      'At 100 % Okta refuses calls until the limit resets. Let the programs that use this token call less often, or give it a larger share.',
  },
  log: {
    missing: (day: string, time: string, why: string) =>
      `Events after ${day}, ${time} may be missing here: ${why}`,
    missingRemedy:
      'Nothing is lost in Okta, and Keyturn asks again every minute. If this lasts, check whether a proxy changes answers, and add the org under the address that Okta itself gives it.',
    moreEvents: 'The System Log has more events than Keyturn has read so far.',
    readOnSoon: 'Keyturn goes on in a minute where it stopped.',
    noReader: (host: string) => `No token of ${host} is kept here that can read its System Log.`,
    noneMayRead: (host: string, sentence: string) =>
      `No token of ${host} that is kept here may read its System Log. ${sentence}`,
    keepReader:
      'Keep a token whose owner may read the log: a report, read-only or super administrator, or a custom role with okta.logs.read.',
  },
  principals: {
    moreEntries: (count: number) =>
      `The org has more than ${count} entries of shares, and this token is not among the first.`,
    lookAtShare: 'Look at the share of the token in the Admin Console.',
    noTokenOpens: 'No token of this org is kept here that opens.',
  },
  afterRetirement: {
    name: 'Use after retirement',
    explains: 'Somebody still uses a token that was marked as retired.',
    found: (count: number, since: string, last: string) =>
      `${calls(count)} after ${since}, the last at ${last}.`,
    by: (programs: readonly string[], addresses: readonly string[]) =>
      `By ${programs.join(', ')} from ${addresses.join(', ')}.`,
    utc: (time: string) => `${time} UTC`,
  },
  burst: {
    found: (count: number, hour: number) => `${calls(count)} between ${hour}:00 and ${hour + 1}:00 UTC.`,
    habit: (count: number) => `Its busiest hour in the 30 days before had ${calls(count)}.`,
    name: 'A burst above its own habit',
    explains: (times: number, least: number) =>
      `More than ${times} times the calls of its busiest hour in the 30 days before, and at least ${least}.`,
  },
  denied: {
    found: (denied: number, count: number) => `${denied} of ${calls(count)} were refused or failed.`,
    habit: (worst: number) => `Its worst day in the 30 days before had ${worst}.`,
    name: 'Denied calls are rising',
    explains: (times: number, least: number) =>
      `More than ${times} times the refused or failed calls of its worst day in the 30 days before, and at least ${least}.`,
  },
  country: {
    found: (count: number, country: string) => `${calls(count)} from ${country}.`,
    habit: (count: number, countries: string) =>
      `In the 30 days before, all ${count} calls came from ${countries}.`,
    name: 'First use from a country',
    explains: 'Calls came from a country this token was not used from in the 30 days before.',
  },
  network: {
    found: (count: number, network: string) => `${calls(count)} from ${network}.`,
    habit: (networks: readonly string[]) => `In the 30 days before it was used from ${networks.join(', ')}.`,
    name: 'First use from a network',
    explains:
      'Calls came from a provider (autonomous system) this token was not used from in the 30 days before.',
  },
  judge: {
    compared: (habitDays: number, count: number, days: number) =>
      `Compared with its own last ${habitDays} days: ${count} calls on ${days} days.`,
    soFar: (count: number, days: number, since: number) =>
      ` So far: ${count} calls on ${days} days, ${since} days since the first.`,
    learning: (span: number, days: number, count: number, since: string) =>
      `Learning: its habit is known after ${span} days with use on ${days} of them and ${count} calls.${since}`,
  },
  agent: {
    found: (count: number, program: string) => `${calls(count)} by ${program}.`,
    habit: (programs: readonly string[]) => `In the 30 days before it was used by ${programs.join(', ')}.`,
    name: 'A new user agent',
    explains: 'A program called that was not seen in the 30 days before. Versions do not count.',
  },
  outside: {
    found: (count: number) => `${calls(count)} refused that day because of the network restriction.`,
    addresses: (addresses: readonly string[]) => `That day calls came from ${addresses.join(', ')}.`,
    name: 'Tried from outside its allowed range',
    explains: (eventType: string) => `Okta refused a call because of where it came from (${eventType}).`,
  },
  privilege: {
    explains: (usualDays: number) =>
      `It granted or revoked admin rights, or made or changed tokens or clients. Keyturn does not report a token that did the same on ${usualDays} of the 30 days before.`,
    found: (count: number, type: string) => `${calls(count)} with the event ${type}.`,
    name: 'It changed privileges',
  },
  hours: {
    found: (count: number, hours: readonly string[]) => `${calls(count)} at ${hours.join(', ')} UTC.`,
    weekend: (count: number, isSunday: boolean) =>
      `${calls(count)} on a ${isSunday ? 'Sunday' : 'Saturday'} (UTC).`,
    workdays: (days: number) =>
      `In the 30 days before it was used on ${days} days from Monday to Friday and on no weekend.`,
    habit: (spans: string) => `It was never used then in the 30 days before. Its hours were ${spans} UTC.`,
    span: (from: number, to: number) => `${from}:00 to ${to}:00`,
    name: 'Use outside its usual hours',
    explains: (least: number) =>
      `At least ${least} calls at hours, or on a weekend, at which it was never used in the 30 days before. An hour either way counts as usual.`,
  },
};
