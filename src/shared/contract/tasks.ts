import { z } from 'zod';
import { done, flag, method, nothing, text, time, uuid, whole } from './shapes.ts';

/** The users of an org. Okta's own search finds them, the person can export them, and jobs change them. */

const orgId = uuid;
const tokenId = uuid;
const count = whole.nonnegative();

/** A search for users. */
export const userQuestion = z.strictObject({
  /** In Okta's search syntax; empty for all. */
  search: text(4000),
  /** Only users who have not signed in for so many days; null for all. */
  notSignedInForDays: whole.min(1).max(3650).nullable(),
});
export type UserQuestion = z.infer<typeof userQuestion>;

/** A user in a list. */
export const foundUser = z.object({
  id: text(40),
  status: text(40),
  login: text(200),
  name: text(200),
  created: time.nullable(),
  /** Null for a user who never signed in. */
  lastLogin: time.nullable(),
});
export type FoundUser = z.infer<typeof foundUser>;

/** The next users of a search. */
export const foundUsers = z.object({
  resultId: uuid,
  users: z.array(foundUser).max(1000),
  /** How many of the org's users Keyturn has read for this search so far. */
  read: count,
  /** Whether Okta has more users to read. */
  more: flag,
  /** The profile attributes that this org is known to use. */
  attributes: z.array(text(100)).max(500),
});
export type FoundUsers = z.infer<typeof foundUsers>;

const searchName = z.string().trim().min(1).max(80);

/** A saved search. */
export const keptSearch = z.object({ id: uuid, name: searchName, question: userQuestion });
export type KeptSearch = z.infer<typeof keptSearch>;

/** The first data of an org's page. */
export const tasksView = z.object({
  /** The kept tokens that may ask this org, best first. */
  askers: z.array(z.object({ tokenId, label: text(120), owner: text(200) })).max(200),
  searches: z.array(keptSearch).max(100),
  attributes: z.array(text(100)).max(500),
});
export type TasksView = z.infer<typeof tasksView>;

/** A column of an export: a property of the user, or `profile.` and an attribute. */
export const exportColumn = z.string().regex(/^(?:[a-zA-Z]{1,30}|profile\.\w{1,100})$/);

const lifecycleActions = ['activate', 'suspend', 'unsuspend', 'deactivate', 'reset-password'] as const;
/** A change of a user's status. */
export type LifecycleAction = (typeof lifecycleActions)[number];
const groupActions = ['add-to-group', 'remove-from-group'] as const;
/** A change of the members of a group. */
export type GroupAction = (typeof groupActions)[number];

/** What a job does to each of its users. `delete` only undoes `create`. */
export const jobAction = z.enum([...lifecycleActions, 'create', 'delete', ...groupActions]);
export type JobAction = z.infer<typeof jobAction>;

/**
 * The state of a row. `left`: the plan leaves it out. `waiting`: still to do. `sent`: called, without an answer yet. `already`: the user
 * was in the wanted state already. `unknown`: the result is unclear.
 */
export const rowState = z.enum(['left', 'waiting', 'sent', 'done', 'already', 'failed', 'unknown']);
export type RowState = z.infer<typeof rowState>;

export const jobState = z.enum(['planned', 'running', 'paused', 'done', 'cancelled']);

/** A job: one kind of change for many users. */
export const userJob = z.object({
  id: uuid,
  orgId,
  action: jobAction,
  state: jobState,
  madeAt: time,
  startedAt: time.nullable(),
  endedAt: time.nullable(),
  /** The token that makes the calls; its label is from the time of the plan. */
  tokenId,
  tokenLabel: text(120),
  /** The source of the users, in a few words. */
  source: text(300),
  /** The name of the group whose members the job changes; empty for every other job. */
  group: text(255),
  counts: z.record(rowState, count),
  /** Why the job waits for the person; empty otherwise. */
  note: text(800),
  /** When a wait for Okta's limit ends. */
  waitsUntil: time.nullable(),
  /** Whether the person must type the number of users before the job starts. */
  wantsCount: flag,
  /** The action that undoes the job; null when none does. */
  undo: jobAction.nullable(),
  /** How many of the changes can be undone now. */
  undoable: count,
});
export type UserJob = z.infer<typeof userJob>;

/** One user of a job: the present state, the wanted state, and the result. */
export const jobRow = z.object({
  no: whole.positive(),
  state: rowState,
  login: text(200),
  name: text(200),
  /** The user's status, or whether the user is a member; empty for a user who is to be created. */
  before: text(40),
  after: text(40),
  /** The name of the group that gets or loses the user; empty for every other job. */
  group: text(255),
  /** Why the row is left out, what a new user gets, or the row's result. */
  sentence: text(600),
  at: time.nullable(),
});
export type JobRow = z.infer<typeof jobRow>;

/** The first rows of a CSV file that the person chose. Main keeps the path. */
export const heldFile = z.object({
  fileId: uuid,
  name: text(300),
  columns: z.array(text(200)).max(500),
  /** The first rows. */
  sample: z.array(z.array(text(200)).max(500)).max(5),
  /** The column that most likely identifies the users. */
  column: count,
  encoding: z.enum(['UTF-8', 'UTF-16', 'Shift_JIS', 'Latin-1']),
  separator: text(1),
});
export type HeldFile = z.infer<typeof heldFile>;

/** An attribute of the org's profiles. */
export const profileAttribute = z.object({
  name: text(100),
  /** The name for people. */
  title: text(200),
  required: flag,
  /** The column of the file that most likely holds it; null when none does. */
  column: count.nullable(),
});
export type ProfileAttribute = z.infer<typeof profileAttribute>;

/** The attributes that new users can have. */
export const profileForm = z.object({
  attributes: z.array(profileAttribute).max(500),
  /** Why the org's own attributes are not known; empty when they are. */
  why: text(600),
});
export type ProfileForm = z.infer<typeof profileForm>;

/** The column of a file for each attribute. Two attributes may have one column. */
export const profileMapping = z
  .array(z.strictObject({ attribute: text(100), column: count.max(499) }))
  .min(1)
  .max(500);
export type ProfileMapping = z.infer<typeof profileMapping>;

/** A group that a search found. */
export const foundGroup = z.object({
  id: text(40),
  name: text(255),
  description: text(300),
  /** Why a job cannot change its members; empty when a job can. */
  why: text(200),
});
export type FoundGroup = z.infer<typeof foundGroup>;

/** A group rule that Okta has now. */
export const madeRule = z.object({ name: text(50), expression: text(5000) });
export type MadeRule = z.infer<typeof madeRule>;

/** The source of a job's users. */
export const jobSource = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('selection'), userIds: z.array(text(40)).min(1).max(1000) }),
  z.strictObject({ kind: z.literal('search'), question: userQuestion }),
  z.strictObject({
    kind: z.literal('file'),
    fileId: uuid,
    column: count.max(499),
    holds: z.enum(['login', 'id']),
    /** The column with the name of each row's group. */
    groupColumn: count.max(499).optional(),
  }),
  /** New users, one of each row of a file. */
  z.strictObject({
    kind: z.literal('profiles'),
    fileId: uuid,
    mapping: profileMapping,
    /** True: Okta activates them and sends each an email. False: they stay STAGED. */
    activate: flag,
  }),
  /** The users that another job changed, to undo that job. */
  z.strictObject({ kind: z.literal('undo'), jobId: uuid }),
]);
export type JobSource = z.infer<typeof jobSource>;

const jobs = z.array(userJob).max(100);

/** The methods of `tasks`. */
export const tasksMethods = {
  view: method(
    'The tokens that may query the org, and its saved searches.',
    z.strictObject({ orgId }),
    tasksView,
  ),
  search: method(
    'Search for users and return the first ones.',
    z.strictObject({ orgId, tokenId, question: userQuestion }),
    foundUsers,
  ),
  more: method('The next users of a search.', z.strictObject({ resultId: uuid }), foundUsers),
  keepSearch: method(
    'Save a search. It replaces a search with the same name.',
    z.strictObject({ orgId, name: searchName, question: userQuestion }),
    z.array(keptSearch),
  ),
  forgetSearch: method(
    'Remove a saved search.',
    z.strictObject({ orgId, searchId: uuid }),
    z.array(keptSearch),
  ),
  exportUsers: method(
    'Save all users of a search as CSV; null when the dialog is cancelled.',
    z.strictObject({
      orgId,
      tokenId,
      question: userQuestion,
      columns: z.array(exportColumn).min(1).max(60),
    }),
    z.object({ path: z.string().nullable(), users: count }),
  ),
  jobs: method('The jobs of an org, newest first.', z.strictObject({ orgId }), jobs),
  chooseFile: method(
    'Choose a CSV file in a system dialog; null when cancelled.',
    nothing,
    z.object({ file: heldFile.nullable() }),
  ),
  profileForm: method(
    'The attributes that new users can have, and the likely column of each in a chosen file.',
    z.strictObject({ orgId, tokenId, fileId: uuid }),
    profileForm,
  ),
  findGroups: method(
    'Groups of the org whose names begin with a text.',
    z.strictObject({ orgId, tokenId, begins: text(255) }),
    z.array(foundGroup).max(20),
  ),
  makeRule: method(
    'Make a group rule of a search in Okta, after the person confirms it in a system dialog.',
    z.strictObject({ orgId, tokenId, question: userQuestion, groupId: text(40), name: text(50) }),
    madeRule,
  ),
  plan: method(
    'Read the users of a job from Okta and plan the change for each. Changes nothing.',
    z.strictObject({
      ...{ orgId, tokenId, action: jobAction, source: jobSource },
      /** The group whose members change; absent for every other action, and when a file or an earlier job names the groups. */
      groupId: text(40).optional(),
    }),
    userJob,
  ),
  rows: method(
    'The rows of a job after a given row: all, or those of one state.',
    z.strictObject({
      jobId: uuid,
      state: rowState.nullable(),
      after: count,
      limit: whole.min(1).max(200),
    }),
    z.array(jobRow).max(200),
  ),
  start: method(
    'Start a job after the person confirms it in a system dialog.',
    z.strictObject({ jobId: uuid, typed: text(20) }),
    userJob,
  ),
  pause: method('Pause a job.', z.strictObject({ jobId: uuid }), userJob),
  goOn: method('Continue a paused job.', z.strictObject({ jobId: uuid }), userJob),
  cancelJob: method('Cancel a job. Finished changes stay.', z.strictObject({ jobId: uuid }), userJob),
  saveResults: method(
    'Save the result of each row as CSV; null when cancelled.',
    z.strictObject({ jobId: uuid }),
    z.object({ path: z.string().nullable() }),
  ),
  forgetJob: method('Remove a job that is not running.', z.strictObject({ jobId: uuid }), jobs),
  stopReading: method('Stop reading an org’s users.', z.strictObject({ orgId }), done),
} as const;

/** The events of `tasks`. */
export const tasksEvents = {
  /** Keyturn is reading users. `waitsUntil` is the end of a wait for Okta's limit. */
  usersRead: z.object({ orgId, read: count, found: count, waitsUntil: time.nullable() }),
  /** A job has changed. */
  userJobChanged: z.object({ job: userJob }),
} as const;
