import { z } from 'zod';
import { aliasShape } from '../alias.ts';
import { done, method, nothing, text, time } from './shapes.ts';

/**
 * Lets programs use a token, or an OAuth service app, without its value: a program calls Keyturn on this computer, a person allows it, and Keyturn calls the token's
 * org and returns the answer. The value never leaves main.
 */

/** The token, or the app, that programs use. */
const tokenId = z.uuid();

/** What programs may do with a token through Keyturn. */
export const door = z.object({
  open: z.boolean(),
  /** The first part of every path for this token; unique among the tokens. */
  alias: z.string().regex(aliasShape),
  /** `read`: GET and HEAD only. `change`: everything the token may do. */
  access: z.enum(['read', 'change']),
  /** The allowed path prefixes. Each starts with `/api/v1/` or `/oauth2/` and ends at a `/`. */
  paths: z.array(z.string().trim().min(1).max(200)).min(1).max(20),
  /** The limit of calls in any minute, over all programs. */
  perMinute: z.number().int().min(1).max(600),
  /** Whether a program may get the value itself. Keyturn asks a person each time. */
  value: z.boolean().default(false),
});
export type Door = z.infer<typeof door>;

/** A program, as the system describes it. Fields are empty when the system does not say. */
export const program = z.object({
  /** The name people use: the last part of its path. */
  name: text(120),
  pid: z.number().int().positive().nullable(),
  /** The path of its executable. */
  path: text(1000),
  /** Its command line, cut, without text shaped like a secret. */
  command: text(500),
  /** Its working folder. */
  folder: text(1000),
  /** The terminal, editor or other app that started it, by the name people use. */
  startedFrom: text(120),
  /** All of its parents, nearest first: names with their process ids. */
  parents: z.array(z.object({ name: text(120), pid: z.number().int().positive() })).max(8),
});
export type Program = z.infer<typeof program>;

/** How long an answer holds. `always`: for this program's file with this content, until a person revokes it. */
export const howLong = z.enum(['once', 'minutes', 'until-lock', 'always']);
export type HowLong = z.infer<typeof howLong>;

/** A program that waits for a person's answer. */
export const ask = z.object({
  id: z.uuid(),
  at: time,
  program,
  tokenId,
  label: text(120),
  orgHost: text(300),
  /** The program wants Keyturn to make a call, or wants the value itself. */
  wants: z.enum(['call', 'value']),
  method: text(10),
  /** The path with its query, cut. */
  path: text(500),
  /** How many identical calls wait. */
  calls: z.number().int().positive(),
  /** Why this program cannot be allowed always; empty when it can. */
  notAlways: text(300),
  /** Whether the program's file changed after a person had allowed it always. */
  changed: z.boolean(),
});
export type Ask = z.infer<typeof ask>;

/** A program that may use a token. */
export const allowance = z.object({
  id: z.uuid(),
  at: time,
  program,
  tokenId,
  /** What the program may do: `reading`, or one change as its method and path. */
  covers: text(500),
  /** When the permission ends by itself; null means at the next lock. */
  until: time.nullable(),
  calls: z.number().int().nonnegative(),
});
export type Allowance = z.infer<typeof allowance>;

/** A program that a person allowed always: its file, and what it may do without a question. */
export const alwaysAllowed = z.object({
  id: z.uuid(),
  tokenId,
  label: text(120),
  /** The name people use: the last part of its path. */
  name: text(120),
  /** The real path of its executable. */
  path: text(1000),
  /** The SHA-256 of the executable's content, in hex. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** What the program may do: `reading`, or one change as its method and path. */
  covers: text(500),
  /** For reading: the path prefixes that the dialog showed. */
  paths: z.array(text(200)).max(20),
  since: time,
  lastUsedAt: time.nullable(),
  /** When Keyturn saw another content at this path. The entry has no effect from then on. */
  changedAt: time.nullable(),
});
export type AlwaysAllowed = z.infer<typeof alwaysAllowed>;

/** A program's call, and its result. The query and the body are not kept. */
export const programCall = z.object({
  id: z.uuid(),
  at: time,
  tokenId: tokenId.nullable(),
  program: text(120),
  pid: z.number().int().positive().nullable(),
  method: text(10),
  path: text(500),
  /** The status that the program received. */
  status: z.number().int(),
  ms: z.number().nonnegative(),
  /** Why Keyturn did not pass the call on; empty when it did. */
  refused: text(300),
  requestId: text(120).nullable(),
});
export type ProgramCall = z.infer<typeof programCall>;

export const programsState = z.object({
  /** `http://127.0.0.1:4730`; null while no token is open to programs. */
  address: text(60).nullable(),
  /** Why the address is missing although it should exist; empty otherwise. */
  trouble: text(300),
  asks: z.array(ask).max(64),
  allowances: z.array(allowance).max(500),
  always: z.array(alwaysAllowed),
});
export type ProgramsState = z.infer<typeof programsState>;

/** The methods of `programs`. */
export const programsMethods = {
  state: method(
    'Keyturn’s address for programs, the waiting programs, and the allowed ones.',
    nothing,
    programsState,
  ),
  door: method('What programs may do with a token.', z.strictObject({ tokenId }), door),
  setDoor: method(
    'Set what programs may do with a token. A system dialog confirms a change that allows more, or the value.',
    z.strictObject({ tokenId, door: door.omit({ alias: true }).strict() }),
    door,
  ),
  calls: method(
    'The last calls with a token, newest first.',
    z.strictObject({ tokenId }),
    z.array(programCall),
  ),
  answer: method(
    'Deny a waiting program, or ask the person in a system dialog whether to allow it, and for how long.',
    z.strictObject({ askId: z.uuid(), allow: howLong.nullable() }),
    done,
  ),
  end: method('Remove a program’s permission.', z.strictObject({ allowanceId: z.uuid() }), done),
  revoke: method(
    'Revoke what a person allowed a program always. Keyturn asks about the program again at its next call.',
    z.strictObject({ alwaysId: z.uuid() }),
    done,
  ),
} as const;

/** The events of `programs`. */
export const programsEvents = {
  programsChanged: programsState,
  programCalled: z.object({ call: programCall }),
} as const;
