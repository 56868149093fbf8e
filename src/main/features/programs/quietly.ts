import type { Log } from '../../base/ports.ts';

/** Keeping books changes no answer: what goes wrong with it is in the log alone. */
export function quietly(log: Log, keep: () => void): void {
  try {
    keep();
  } catch (error) {
    log.note('programs.books', { error: String(error) });
  }
}
