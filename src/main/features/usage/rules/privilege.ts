import { words } from '../words.ts';
import type { Rule } from './rule.ts';

/** Event types that change who may do what (Okta, event types catalog). */
const types: readonly RegExp[] = [
  /^user\.account\.privilege\./,
  /^group\.privilege\./,
  /^app\.oauth2\.client\.privilege\./,
  /^iam\./,
  /^system\.api_token\.(create|enable|update)$/,
  /^app\.oauth2\.client\.lifecycle\.create$/,
];
/** A change on this many of the last 30 days is the normal work of the token. */
const usualDays = 5;

export const privilege: Rule = {
  id: 'privilege',
  name: words.privilege.name,
  explains: words.privilege.explains(usualDays),
  learns: false,
  judge: (day, habit) =>
    [...day.types]
      .filter(([type]) => types.some((pattern) => pattern.test(type)))
      .filter(([type]) => habit.days.filter((past) => past.types.has(type)).length < usualDays)
      .map(([type, n]) => ({
        key: type,
        at: day.last,
        sentences: [words.privilege.found(n, type)],
      })),
};
