import { z } from 'zod';

const name = z.string().trim().min(1).max(200);

/** What `keyturn` of the command line asks the app for. `name` is a token's name, label or id. */
export const commandRequest = z.discriminatedUnion('command', [
  z.strictObject({ command: z.literal('status') }),
  z.strictObject({ command: z.literal('ls') }),
  /** For completion: never waits. */
  z.strictObject({ command: z.literal('names') }),
  /** For `keyturn guard`: never waits, and carries nothing of what is committed. */
  z.strictObject({ command: z.literal('guard') }),
  z.strictObject({ command: z.literal('test'), name }),
  z.strictObject({ command: z.literal('rotate'), name }),
]);
export type CommandRequest = z.infer<typeof commandRequest>;
