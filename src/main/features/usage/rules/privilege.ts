import { calls, type Rule } from './rule.ts';

/** Event types that change who may do what (Okta, event types catalog). */
const types: readonly RegExp[] = [
  /^user\.account\.privilege\./,
  /^group\.privilege\./,
  /^app\.oauth2\.client\.privilege\./,
  /^iam\./,
  /^system\.api_token\.(create|enable|update)$/,
  /^app\.oauth2\.client\.lifecycle\.create$/,
];
/** Done on this many days of the last 30, it is what the token is for. */
const usualDays = 5;

export const privilege: Rule = {
  id: 'privilege',
  name: 'It changed privileges',
  explains: `It granted or revoked admin rights, or made or changed tokens or clients. Not told of a token that did the same on ${usualDays} of the 30 days before.`,
  learns: false,
  judge: (day, habit) =>
    [...day.types]
      .filter(([type]) => types.some((pattern) => pattern.test(type)))
      .filter(([type]) => habit.days.filter((past) => past.types.has(type)).length < usualDays)
      .map(([type, n]) => ({
        key: type,
        at: day.last,
        sentences: [`${calls(n)} with the event ${type}.`],
      })),
};
