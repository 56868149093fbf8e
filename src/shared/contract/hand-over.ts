import { z } from 'zod';
import { text } from './shapes.ts';

/** How a consumer gets the new value. A command is the person's own program with its arguments, never a shell command line. */
export const handOver = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('command'),
    argv: z.array(text(1000)).min(1).max(40),
    /** The value goes to standard input or into this one environment variable, never into the arguments. */
    via: z.union([
      z.strictObject({ stdin: z.literal(true) }),
      z.strictObject({ env: z.string().regex(/^[A-Za-z_][A-Za-z0-9_]{0,100}$/) }),
    ]),
    /** A second program that reads the first one's output. */
    pipeTo: z.array(text(1000)).min(1).max(40).optional(),
  }),
  z.strictObject({
    kind: z.literal('env-file'),
    path: text(4096).min(1),
    key: z.string().regex(/^[A-Za-z_][A-Za-z0-9_.]{0,100}$/),
  }),
]);
export type HandOver = z.infer<typeof handOver>;
