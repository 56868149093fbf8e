import { z } from 'zod';
import { longestName } from '../../base/command-names.ts';

const name = z.string().trim().min(1).max(longestName);
/** Whether the name must be that of an app, because a profile names it as one. */
const onlyApp = z.literal(true).optional();

/** The requests of the `keyturn` command to the app. `name` is a token's name, label or id. */
export const commandRequest = z.discriminatedUnion('command', [
  z.strictObject({ command: z.literal('status') }),
  z.strictObject({ command: z.literal('ls') }),
  /** For completion. It never waits. */
  z.strictObject({ command: z.literal('names') }),
  /** For `keyturn guard`. It never waits, and contains nothing of the commit. */
  z.strictObject({ command: z.literal('guard') }),
  z.strictObject({ command: z.literal('test'), name, onlyApp }),
  z.strictObject({ command: z.literal('rotate'), name, onlyApp }),
  /**
   * For `exec` and `curl`: which app a program uses for a name in addresses. `offer`: the program uses what was named, and the answer says
   * whether there is an app for the job; it never waits. `job`: the app for the job of the named token. `itself`: the app of this name, and
   * never a token. `value`: the program wants an access token.
   */
  z.strictObject({
    command: z.literal('app'),
    name,
    choice: z.enum(['offer', 'job', 'itself']),
    value: z.boolean(),
  }),
]);
export type CommandRequest = z.infer<typeof commandRequest>;
