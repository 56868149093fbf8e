import { z } from 'zod';
import { cut } from '../../../shared/clip.ts';
import type { FoundUser } from '../../../shared/contract/tasks.ts';
import { clipped } from '../../okta/clipped.ts';
import { looseText, looseTime } from '../../okta/lenient.ts';

/** A user in Okta's answers, with the whole profile (Okta Management API description 2026.06.3, User). */
export const listedUser = z.object({
  id: clipped(40),
  status: clipped(40),
  /** The status at the end of a change in progress. */
  transitioningToStatus: looseText(40),
  created: looseTime,
  activated: looseTime,
  statusChanged: looseTime,
  lastLogin: looseTime,
  lastUpdated: looseTime,
  passwordChanged: looseTime,
  profile: z.record(z.string(), z.unknown()),
});
export type ListedUser = z.infer<typeof listedUser>;
export const listedUsers = z.array(listedUser);

/** Returns an attribute of the profile for a person. A missing attribute gives an empty text. */
export const attributeOf = ({ profile }: ListedUser, name: string): string =>
  textOf(Object.hasOwn(profile, name) ? profile[name] : null);

/**
 * Returns the value of an attribute for a person. It joins a list by "; ". No value gives an empty text, and so does one that is nested deeper
 * than a program can walk: one user of a hostile org must not end the reading of all.
 */
export function textOf(value: unknown): string {
  try {
    if (value === null || value === undefined) return '';
    return Array.isArray(value) ? value.map(partText).join('; ') : partText(value);
  } catch (error) {
    if (error instanceof RangeError) return '';
    throw error;
  }
}

/** Returns a value as text. `String` calls what an object of a hostile org names `toString`. */
const partText = (value: unknown): string =>
  typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value);

/** Returns a user for the window's list. */
export function foundUserOf(user: ListedUser): FoundUser {
  const name = ['firstName', 'lastName'].map((part) => attributeOf(user, part)).filter((part) => part !== '');
  return {
    id: user.id,
    status: user.status,
    login: cut(attributeOf(user, 'login'), 200),
    name: cut(name.join(' '), 200),
    created: user.created ?? null,
    lastLogin: user.lastLogin ?? null,
  };
}
