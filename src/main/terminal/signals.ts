import { constants } from 'node:os';

/** Returns the exit code of a command that a signal ended: 128 plus the number of the signal, as a shell expects. */
export const endOf = (signal: NodeJS.Signals): number => 128 + constants.signals[signal];

/**
 * Ends a command that only asks the app when a signal comes. Electron would quit the app and end with 0, so that a script
 * went on.
 */
export function endBySignals(): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.prependOnceListener(signal, () => process.exit(endOf(signal)));
  }
}
