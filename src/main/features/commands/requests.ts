import { z } from 'zod';
import { longestName } from '../../base/command-names.ts';

const name = z.string().trim().min(1).max(longestName);

/** The requests of the `keyturn` command to the app. `name` is a token's name, label or id. */
export const commandRequest = z.discriminatedUnion('command', [
  z.strictObject({ command: z.literal('status') }),
  z.strictObject({ command: z.literal('ls') }),
  /** For completion. It never waits. */
  z.strictObject({ command: z.literal('names') }),
  /** For `keyturn guard`. It never waits, and contains nothing of the commit. */
  z.strictObject({ command: z.literal('guard') }),
  z.strictObject({ command: z.literal('test'), name }),
  z.strictObject({ command: z.literal('rotate'), name }),
]);
export type CommandRequest = z.infer<typeof commandRequest>;
