import type { Log } from '../../base/ports.ts';

/** Runs `keep` and only logs an error, because a failed note must not change a program's answer. */
export function quietly(log: Log, keep: () => void): void {
  try {
    keep();
  } catch (error) {
    log.note('programs.books', { error: String(error) });
  }
}
