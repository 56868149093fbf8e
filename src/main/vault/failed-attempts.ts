import { Failed } from '../base/failure.ts';
import type { Clock } from '../base/ports.ts';
import type { Database } from './database.ts';
import { attempts } from './kept.compiled.ts';
import { readMeta, writeMeta } from './key-table.ts';
import { words } from './words.ts';

const seconds = 1000;
const minutes = 60 * seconds;

/** The number of wrong attempts without a wait. */
const free = 5;
const waits = [30 * seconds, 1 * minutes, 5 * minutes, 15 * minutes, 60 * minutes];

/** Returns how many milliseconds the next attempt waits after so many failed ones; an hour at most. */
export const waitAfter = (failures: number): number =>
  failures < free ? 0 : (waits[failures - free] ?? 60 * minutes);

/** Reads the count. A value of another form counts as none: whoever wrote it could as well have removed the count. */
function read(db: Database): ReturnType<typeof attempts.parse> {
  const bytes = readMeta(db, 'passcode_failures');
  const none = { failures: 0, since: 0 };
  if (bytes === null) return none;
  try {
    return attempts.parse(JSON.parse(Buffer.from(bytes).toString('utf8')));
  } catch {
    return none;
  }
}

/**
 * Returns how many attempts failed in a row, and when the next one is allowed (milliseconds since 1970); null means now. If the clock was
 * set back, the wait starts again and this is written to the vault.
 */
export function failedAttempts(db: Database, clock: Clock): { failures: number; waitsUntil: number | null } {
  const { failures, since } = read(db);
  const now = clock.now();
  if (now < since) write(db, failures, now);
  const until = Math.min(since, now) + waitAfter(failures);
  return { failures, waitsUntil: until > now ? until : null };
}

/**
 * Runs one attempt to open the vault with what a person typed. The attempt is stored as failed before `judge` runs, so that ending the app
 * does not make it free. It is removed when `judge` does not throw. Throws Failed `wait` while a wait runs.
 */
export async function attempt<T>(db: Database, clock: Clock, judge: () => Promise<T>): Promise<T> {
  const { failures, waitsUntil } = failedAttempts(db, clock);
  if (waitsUntil !== null) throw wait(waitsUntil - clock.now());
  write(db, failures + 1, clock.now());
  const judged = await judge();
  write(db, 0, clock.now());
  return judged;
}

/** Resets the count: the failed attempts were against a passcode that no longer exists. */
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
