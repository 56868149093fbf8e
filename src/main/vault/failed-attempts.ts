import { z } from 'zod';
import { Failed } from '../base/failure.ts';
import type { Clock } from '../base/ports.ts';
import type { Database } from './database.ts';
import { readMeta, writeMeta } from './key-table.ts';
import { words } from './words.ts';

const seconds = 1000;
const minutes = 60 * seconds;

/** How many wrong attempts are free. */
const free = 5;
const waits = [30 * seconds, 1 * minutes, 5 * minutes, 15 * minutes, 60 * minutes];

/** Returns how many milliseconds pass after so many failed attempts before the next is judged; an hour at most. */
export const waitAfter = (failures: number): number =>
  failures < free ? 0 : (waits[failures - free] ?? 60 * minutes);

const kept = z.object({ failures: z.number().int().nonnegative(), since: z.number().int() });

/** One that is not of this form was written by somebody who could as well have removed it. */
function read(db: Database): z.infer<typeof kept> {
  const bytes = readMeta(db, 'passcode_failures');
  const none = { failures: 0, since: 0 };
  if (bytes === null) return none;
  try {
    return kept.parse(JSON.parse(Buffer.from(bytes).toString('utf8')));
  } catch {
    return none;
  }
}

/**
 * Returns how many attempts failed in a row, and when the next one may be made; null when at once. Milliseconds since 1970. Where the
 * clock was set back, the wait begins anew, and that is written.
 */
export function failedAttempts(db: Database, clock: Clock): { failures: number; waitsUntil: number | null } {
  const { failures, since } = read(db);
  const now = clock.now();
  if (now < since) write(db, failures, now);
  const until = Math.min(since, now) + waitAfter(failures);
  return { failures, waitsUntil: until > now ? until : null };
}

/**
 * Runs one attempt to open by what a person typed. The attempt is on the disk as a failed one before it is judged, so that ending the
 * app meanwhile does not make it free; it is taken off when `judge` does not throw. Throws Failed `wait` while a wait runs.
 */
export async function attempt<T>(db: Database, clock: Clock, judge: () => Promise<T>): Promise<T> {
  const { failures, waitsUntil } = failedAttempts(db, clock);
  if (waitsUntil !== null) throw wait(waitsUntil - clock.now());
  write(db, failures + 1, clock.now());
  const judged = await judge();
  write(db, 0, clock.now());
  return judged;
}

/** Counts anew: what failed was against a passcode that is not there any more. */
export const countAnew = (db: Database, clock: Clock): void => write(db, 0, clock.now());

function write(db: Database, failures: number, since: number): void {
  writeMeta(db, 'passcode_failures', Buffer.from(JSON.stringify({ failures, since })));
}

const wait = (ms: number): Failed =>
  new Failed(
    'wait',
    ms <= 90 * seconds
      ? words.failedAttempts.waitSeconds(Math.ceil(ms / seconds))
      : words.failedAttempts.waitMinutes(Math.ceil(ms / minutes)),
    words.failedAttempts.wait,
  );
