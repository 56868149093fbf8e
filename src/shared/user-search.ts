/**
 * The rules of the users' `search` in Okta's API description (GET /api/v1/users, description 2026.06.3): the names that exist without a
 * custom schema, the operators, and the values of a status.
 */

/** The properties outside the profile that a search accepts. `lastLogin` is not one of them. */
export const searchedProperties: readonly string[] = [
  'id',
  'status',
  'created',
  'activated',
  'statusChanged',
  'lastUpdated',
  'type.id',
];

/** The attributes that every profile may have. */
export const profileAttributes: readonly string[] = [
  ...['login', 'email', 'firstName', 'lastName', 'city', 'costCenter', 'countryCode', 'department'],
  ...['displayName', 'division', 'employeeNumber', 'honorificPrefix', 'honorificSuffix', 'locale'],
  ...['manager', 'managerId', 'middleName', 'mobilePhone', 'nickName', 'organization', 'postalAddress'],
  ...['preferredLanguage', 'primaryPhone', 'profileUrl', 'secondEmail', 'state', 'streetAddress'],
  ...['timezone', 'title', 'userType', 'zipCode'],
];

/** The properties that an export may have in addition to those of the profile. */
export const exportedProperties: readonly string[] = [
  ...['id', 'status', 'created', 'activated', 'statusChanged', 'lastLogin', 'lastUpdated', 'passwordChanged'],
];

/** The operators of a search. `ne` is missing: Okta says to use `lt` or `gt`. */
export const searchOperators = ['eq', 'sw', 'co', 'gt', 'ge', 'lt', 'le', 'pr'] as const;

/** The statuses that a user can have. */
export const userStatuses = [
  'ACTIVE',
  'DEPROVISIONED',
  'LOCKED_OUT',
  'PASSWORD_EXPIRED',
  'PROVISIONED',
  'RECOVERY',
  'STAGED',
  'SUSPENDED',
] as const;

/** The only attributes that `co` searches. */
const contained: readonly string[] = ['login', 'email', 'firstName', 'lastName'].map(
  (name) => `profile.${name}`,
);

/** One part of a search, with its start and end in the text. */
export interface SearchPart {
  readonly kind: 'open' | 'close' | 'text' | 'word';
  readonly text: string;
  readonly from: number;
  readonly to: number;
  /** False for a quoted text without its last quote. */
  readonly whole: boolean;
}

/** Returns the parts of a search from left to right. */
export function partsOf(search: string): SearchPart[] {
  const parts: SearchPart[] = [];
  for (const match of search.matchAll(/[()]|"(?:[^"\\]|\\.)*("?)|[^\s()"]+/g)) {
    const [text, quote] = match;
    const kind = text === '(' ? 'open' : text === ')' ? 'close' : text.startsWith('"') ? 'text' : 'word';
    parts.push({
      kind,
      text,
      from: match.index,
      to: match.index + text.length,
      whole: kind !== 'text' || quote === '"',
    });
  }
  return parts;
}

/** The errors that Okta would find in a search. */
export type SearchTrouble =
  | 'name-missing'
  | 'name-unknown'
  | 'last-login'
  | 'operator-missing'
  | 'operator-unknown'
  | 'operator-ne'
  | 'operator-co'
  | 'value-missing'
  | 'value-unquoted'
  | 'quote-open'
  | 'bracket-open'
  | 'bracket-close'
  | 'joint-missing';

/** An error and the word it is about; the word is empty at the end of the search. */
export interface FoundTrouble {
  readonly trouble: SearchTrouble;
  readonly word: string;
}

/**
 * Checks a search by the grammar of Okta's description: `attribute operator "value"` and `attribute pr`, joined by `and` and `or`, in
 * brackets. Returns the leftmost error, or null. An empty search has no error. Only Okta knows whether an org has a custom attribute.
 */
export function searchTrouble(search: string): FoundTrouble | null {
  const parts = partsOf(search);
  let at = 0;
  let depth = 0;
  const found = (trouble: SearchTrouble, part = parts[at]): FoundTrouble => ({
    trouble,
    word: part?.text ?? '',
  });
  while (at < parts.length) {
    for (; parts[at]?.kind === 'open'; at++) depth++;
    const trouble = clauseTrouble(parts.slice(at, at + 3));
    if (trouble !== null) return trouble;
    at += isOperator(parts[at + 1], 'pr') ? 2 : 3;
    for (; parts[at]?.kind === 'close'; at++) {
      if (--depth < 0) return found('bracket-close');
    }
    if (at === parts.length) break;
    if (!isOperator(parts[at], 'and') && !isOperator(parts[at], 'or')) return found('joint-missing');
    at++;
    if (at === parts.length) return found('name-missing');
  }
  return depth > 0 ? found('bracket-open') : null;
}

const isOperator = (part: SearchPart | undefined, operator: string): boolean =>
  part?.kind === 'word' && part.text.toLowerCase() === operator;

function clauseTrouble([name, operator, value]: readonly SearchPart[]): FoundTrouble | null {
  const found = (trouble: SearchTrouble, part?: SearchPart): FoundTrouble => ({
    trouble,
    word: part?.text ?? '',
  });
  if (name?.kind !== 'word') return found('name-missing', name);
  if (name.text === 'lastLogin') return found('last-login', name);
  if (!searchedProperties.includes(name.text) && !/^(profile|classification)\.\w+$/.test(name.text)) {
    return found('name-unknown', name);
  }
  if (operator?.kind !== 'word') return found('operator-missing', operator);
  const is = operator.text.toLowerCase();
  if (is === 'ne') return found('operator-ne', operator);
  if (!(searchOperators as readonly string[]).includes(is)) return found('operator-unknown', operator);
  if (is === 'co' && !contained.includes(name.text)) return found('operator-co', name);
  if (is === 'pr') return null;
  if (value === undefined || value.kind === 'open' || value.kind === 'close') {
    return found('value-missing', value);
  }
  if (!value.whole) return found('quote-open', value);
  const isPlain = /^(-?\d+(\.\d+)?|true|false)$/i.test(value.text);
  return value.kind === 'word' && !isPlain ? found('value-unquoted', value) : null;
}

/** Returns a value as a search needs it: quoted, with escapes for characters that would end it. */
export const quotedValue = (value: string): string => `"${value.replace(/[\\"]/g, '\\$&')}"`;
