import { z } from 'zod';
import type { ProfileMapping } from '../../../shared/contract/tasks.ts';
import { hasFormula } from '../../base/csv.ts';
import { holdsUnseen, trimmed } from '../../base/unseen-ends.ts';
import type { ProfileValue } from './job-store.ts';
import type { Attribute } from './profile-schema.ts';
import { words } from './words.ts';

/** A row of a file as a profile. */
export interface RowProfile {
  readonly profile: Record<string, ProfileValue>;
  /** Why Okta would not take the row. */
  readonly troubles: readonly string[];
  /** What the person should look at before the job starts. */
  readonly notes: readonly string[];
}

/**
 * Returns the same text for two logins that Okta takes for one: "Logins are not considered unique if they differ only in case and/or
 * diacritical marks" (Okta, Users API, profile).
 */
export const loginKey = (login: string): string =>
  login.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** An attribute that a row may have, and its column. Null for a required attribute without a column. */
export interface ProfileField {
  readonly attribute: Attribute;
  readonly column: number | null;
}

/** Returns the fields by which Keyturn reads each row. */
export const fieldsOf = (mapping: ProfileMapping, attributes: readonly Attribute[]): ProfileField[] =>
  attributes.flatMap((attribute) => {
    const column = mapping.find((one) => one.attribute === attribute.name)?.column ?? null;
    return column === null && !attribute.required ? [] : [{ attribute, column }];
  });

/** Returns the profile that a row of a file makes. An empty cell gives no attribute. */
export function profileOf(cells: readonly string[], fields: readonly ProfileField[]): RowProfile {
  const profile: Record<string, ProfileValue> = {};
  const troubles: string[] = [];
  const notes: string[] = [];
  for (const { attribute, column } of fields) {
    const { name } = attribute;
    const cell = column === null ? '' : trimmed(cells[column] ?? '');
    if (cell === '') {
      if (attribute.required) troubles.push(words.profile.missing(name));
      continue;
    }
    const value = typedValue(cell, attribute);
    const trouble =
      value === null ? words.profile.wrongType[attribute.type](name) : troubleOf(cell, attribute);
    if (trouble !== null) troubles.push(trouble);
    if (value !== null) profile[name] = value;
    if (hasFormula(cell) && !isNumberOrPhone.test(cell)) notes.push(words.profile.formula(name));
  }
  return { profile, troubles, notes };
}

/** A phone number or a number with a sign. Only a spreadsheet takes it for a formula. */
const isNumberOrPhone = /^[+-]?[\d\s().,/-]+$/;

/** What spreadsheets write for true and for false in the languages that translate the two. */
const yes = /^(?:true|wahr|vrai|verdadero|verdadeiro|vero|waar|истина)$/i;
const no = /^(?:false|falsch|faux|falso|onwaar|ложь)$/i;

/** Returns the value of a cell in the attribute's type, or null. A list is separated by semicolons. */
function typedValue(cell: string, { type, itemType }: Attribute): ProfileValue | null {
  switch (type) {
    case 'string':
      return cell;
    case 'boolean':
      return yes.test(cell) ? true : no.test(cell) ? false : null;
    case 'integer':
    case 'number':
      return numberOf(cell, type);
    case 'array': {
      const items = cell
        .split(';')
        .map((item) => item.trim())
        .filter((item) => item !== '');
      if (itemType === 'string') return items;
      const numbers = items.map((item) => numberOf(item, itemType));
      return numbers.every((one) => one !== null) ? numbers : null;
    }
  }
}

function numberOf(written: string, type: 'integer' | 'number'): number | null {
  // Three digits behind a comma may be thousands.
  const text = written.normalize('NFKC').replace(/^(-?\d+),(?!\d{3}$)(\d+)$/, '$1.$2');
  const isWritten = type === 'integer' ? /^-?\d+$/.test(text) : /^-?\d+(?:\.\d+)?$/.test(text);
  const value = Number(text);
  return isWritten && (type === 'number' || Number.isSafeInteger(value)) ? value : null;
}

/** Returns why Okta would not take a cell, or null. */
function troubleOf(
  cell: string,
  { name, type, minLength, maxLength, allowed, pattern }: Attribute,
): string | null {
  // Nobody could sign in to an account whose name has a character that no keyboard writes.
  if ((name === 'login' || name === 'email') && holdsUnseen(cell)) return words.profile.unseen(name);
  if (name === 'login') {
    const trouble = loginTrouble(cell, pattern);
    if (trouble !== null) return trouble;
    // With this pattern "the minimum length of five isn't enforced" (Okta, Schemas API).
    if (pattern === anyLogin) return cell.length > maxLength ? words.profile.tooLong(name, maxLength) : null;
  }
  if (name === 'email' && !isEmail(cell)) return words.profile.noEmail(name);
  if (type === 'string') {
    if (cell.length < minLength) return words.profile.tooShort(name, minLength);
    if (cell.length > maxLength) return words.profile.tooLong(name, maxLength);
  }
  return allowed !== null && type !== 'array' && !allowed.includes(cell)
    ? words.profile.notAllowed(name)
    : null;
}

/** The pattern that allows every login (Okta, Schemas API, login pattern). */
const anyLogin = '.+';
const isEmail = (text: string): boolean => z.regexes.unicodeEmail.test(text);

/**
 * Returns why Okta would not take a login, or null. Without a pattern a login has the form of an email address (RFC 6531). A pattern is one
 * set of characters. This function ignores a pattern of another form.
 */
function loginTrouble(login: string, pattern: string | null): string | null {
  // No call of Okta's finds a login with a slash, so Keyturn could not ask about the user after a crash.
  if (login.includes('/')) return words.profile.slash;
  if (pattern === null) return isEmail(login) ? null : words.profile.noEmail('login');
  if (!/^\[(?:\\.|[^\]\\])+\]\+$/.test(pattern)) return null;
  try {
    return new RegExp(`^${pattern}$`).test(login) ? null : words.profile.otherCharacters;
  } catch {
    return null;
  }
}
