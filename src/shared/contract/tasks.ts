import { z } from 'zod';
import { done, flag, method, text, time, uuid, whole } from './shapes.ts';

/** The users of an org: found by Okta's own search, and exported. */

const orgId = uuid;
const tokenId = uuid;
const count = whole.nonnegative();

/** What users are looked for. */
export const userQuestion = z.strictObject({
  /** In Okta's search syntax; empty for all. */
  search: text(4000),
  /** Only those who have not signed in for so many days; null for all. */
  notSignedInForDays: whole.min(1).max(3650).nullable(),
});
export type UserQuestion = z.infer<typeof userQuestion>;

/** A user as a list shows them. */
export const foundUser = z.object({
  id: text(40),
  status: text(40),
  login: text(200),
  name: text(200),
  created: time.nullable(),
  /** Null for one who never signed in. */
  lastLogin: time.nullable(),
});
export type FoundUser = z.infer<typeof foundUser>;

/** The next users of a search. */
export const foundUsers = z.object({
  resultId: uuid,
  users: z.array(foundUser).max(1000),
  /** How many users of the org Keyturn has read for this search so far. */
  read: count,
  /** Whether Okta has more to read. */
  more: flag,
  /** The names of the profile's attributes that this org is known to use. */
  attributes: z.array(text(100)).max(500),
});
export type FoundUsers = z.infer<typeof foundUsers>;

const searchName = z.string().trim().min(1).max(80);

/** A search that the person keeps. */
export const keptSearch = z.object({ id: uuid, name: searchName, question: userQuestion });
export type KeptSearch = z.infer<typeof keptSearch>;

/** What the page of an org begins with. */
export const tasksView = z.object({
  /** The kept tokens that may ask this org, the best first. */
  askers: z.array(z.object({ tokenId, label: text(120), owner: text(200) })).max(200),
  searches: z.array(keptSearch).max(100),
  attributes: z.array(text(100)).max(500),
});
export type TasksView = z.infer<typeof tasksView>;

/** A column of an export: a property of the user, or `profile.` and an attribute. */
export const exportColumn = z.string().regex(/^(?:[a-zA-Z]{1,30}|profile\.\w{1,100})$/);

/** The methods of `tasks`. */
export const tasksMethods = {
  view: method(
    'The tokens that may ask the org, and its kept searches.',
    z.strictObject({ orgId }),
    tasksView,
  ),
  search: method(
    'Look for users; the first of them.',
    z.strictObject({ orgId, tokenId, question: userQuestion }),
    foundUsers,
  ),
  more: method('The next users of a search.', z.strictObject({ resultId: uuid }), foundUsers),
  keepSearch: method(
    'Keep a search; one of the same name is replaced.',
    z.strictObject({ orgId, name: searchName, question: userQuestion }),
    z.array(keptSearch),
  ),
  forgetSearch: method(
    'Forget a kept search.',
    z.strictObject({ orgId, searchId: uuid }),
    z.array(keptSearch),
  ),
  exportUsers: method(
    'Read all users of a search into a CSV file; null when cancelled in the dialog.',
    z.strictObject({
      orgId,
      tokenId,
      question: userQuestion,
      columns: z.array(exportColumn).min(1).max(60),
    }),
    z.object({ path: z.string().nullable(), users: count }),
  ),
  stopReading: method('End what is being read of an org.', z.strictObject({ orgId }), done),
} as const;

/** The events of `tasks`. */
export const tasksEvents = {
  /** Users are being read. `waitsUntil` is the end of a wait for Okta's limit. */
  usersRead: z.object({ orgId, read: count, found: count, waitsUntil: time.nullable() }),
} as const;
