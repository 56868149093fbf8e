import { z } from 'zod';
import type { FoundUser } from '../../../shared/contract/tasks.ts';
import { clipped } from '../../okta/clipped.ts';
import { when } from '../../okta/schemas.ts';

/** A user of Okta's answers with all of the profile (Okta Management API description 2026.06.3, User). */
export const listedUser = z.object({
  id: clipped(40),
  status: clipped(40),
  /** The status that a change under way leads to. */
  transitioningToStatus: clipped(40).nullish(),
  created: when,
  activated: when,
  statusChanged: when,
  lastLogin: when,
  lastUpdated: when,
  passwordChanged: when,
  profile: z.record(z.string(), z.unknown()),
});
export type ListedUser = z.infer<typeof listedUser>;
export const listedUsers = z.array(listedUser);

/** Returns an attribute of the profile as a person reads it: a list is joined by "; ", and what is not there is empty. */
export function attributeOf({ profile }: ListedUser, name: string): string {
  const value = Object.hasOwn(profile, name) ? profile[name] : null;
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map(String).join('; ');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** Returns a user as the window's list shows them. */
export function foundUserOf(user: ListedUser): FoundUser {
  const name = ['firstName', 'lastName'].map((part) => attributeOf(user, part)).filter((part) => part !== '');
  return {
    id: user.id,
    status: user.status,
    login: attributeOf(user, 'login').slice(0, 200),
    name: name.join(' ').slice(0, 200),
    created: user.created ?? null,
    lastLogin: user.lastLogin ?? null,
  };
}
