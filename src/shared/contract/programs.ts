import { z } from 'zod';
import { aliasShape } from '../alias.ts';
import { done, method, nothing, text, time } from './shapes.ts';

/**
 * Handing a token to programs without giving it away: a program calls Keyturn on this computer, a person allows it, Keyturn calls the
 * token's org and hands the answer on. The value never leaves main.
 */

const tokenId = z.uuid();

/** What a token's door lets through. */
export const door = z.object({
  open: z.boolean(),
  /** The first part of every path at the door; unique among the tokens. */
  alias: z.string().regex(aliasShape),
  /** `read`: GET and HEAD only. `change`: whatever the token may. */
  access: z.enum(['read', 'change']),
  /** Paths begin with one of these; each with `/api/v1/` or `/oauth2/`, as far as a `/`. */
  paths: z.array(z.string().trim().min(1).max(200)).min(1).max(20),
  /** Calls in any minute, over all programs. */
  perMinute: z.number().int().min(1).max(600),
  /** Whether a program may be given the value itself; each time a person is asked. */
  value: z.boolean().default(false),
});
export type Door = z.infer<typeof door>;

/** A program as the system knows it. Empty where the system does not tell. */
export const program = z.object({
  /** As a person calls it: the last part of its path. */
  name: text(120),
  pid: z.number().int().positive().nullable(),
  /** The file it runs from. */
  path: text(1000),
  /** Its command line, cut; what is shaped like a secret is taken out. */
  command: text(500),
  /** The folder it runs in. */
  folder: text(1000),
  /** The terminal, editor or other app it was started from, as a person knows it. */
  startedFrom: text(120),
  /** All of its parents, nearest first: names with their process ids. */
  parents: z.array(z.object({ name: text(120), pid: z.number().int().positive() })).max(8),
});
export type Program = z.infer<typeof program>;

export const howLong = z.enum(['once', 'minutes', 'until-lock']);
export type HowLong = z.infer<typeof howLong>;

/** A program that waits for a person's answer. */
export const ask = z.object({
  id: z.uuid(),
  at: time,
  program,
  tokenId,
  label: text(120),
  orgHost: text(300),
  /** A call that Keyturn makes for it, or the value itself. */
  wants: z.enum(['call', 'value']),
  method: text(10),
  /** With its query, cut. */
  path: text(500),
  /** How many calls wait that are the same to the letter. */
  calls: z.number().int().positive(),
});
export type Ask = z.infer<typeof ask>;

/** A program that was allowed a token. */
export const allowance = z.object({
  id: z.uuid(),
  at: time,
  program,
  tokenId,
  /** What it may do: `reading`, or one change as its method and path. */
  covers: text(500),
  /** When it ends by itself; null for the next lock. */
  until: time.nullable(),
  calls: z.number().int().nonnegative(),
});
export type Allowance = z.infer<typeof allowance>;

/** A call that came to the door, and what became of it. The query and the body are not kept. */
export const programCall = z.object({
  id: z.uuid(),
  at: time,
  tokenId: tokenId.nullable(),
  program: text(120),
  pid: z.number().int().positive().nullable(),
  method: text(10),
  path: text(500),
  /** What the program was answered with. */
  status: z.number().int(),
  ms: z.number().nonnegative(),
  /** Why it was not passed on; empty when it was. */
  refused: text(300),
  requestId: text(120).nullable(),
});
export type ProgramCall = z.infer<typeof programCall>;

export const programsState = z.object({
  /** `http://127.0.0.1:4730`; null while the door is shut. */
  address: text(60).nullable(),
  /** Why there is no address although there should be one; empty otherwise. */
  trouble: text(300),
  asks: z.array(ask).max(64),
  allowances: z.array(allowance).max(500),
});
export type ProgramsState = z.infer<typeof programsState>;

/** The methods of `programs`. */
export const programsMethods = {
  state: method('Where programs find Keyturn, who waits, and who is allowed what.', nothing, programsState),
  door: method('What a token lets programs do.', z.strictObject({ tokenId }), door),
  setDoor: method(
    'Open, change or shut a token’s door. What lets programs change more, or have the value, is asked in a dialog of the system.',
    z.strictObject({ tokenId, door: door.omit({ alias: true }).strict() }),
    door,
  ),
  calls: method(
    'The last calls with a token, newest first.',
    z.strictObject({ tokenId }),
    z.array(programCall),
  ),
  answer: method(
    'Turn a waiting program away, or have the person asked in a dialog of the system whether to allow it, and for how long.',
    z.strictObject({ askId: z.uuid(), allow: howLong.nullable() }),
    done,
  ),
  end: method('Allow a program no more.', z.strictObject({ allowanceId: z.uuid() }), done),
} as const;

/** The events of `programs`. */
export const programsEvents = {
  programsChanged: programsState,
  programCalled: z.object({ call: programCall }),
} as const;
