import { z } from 'zod';
import type { CompiledCheck } from './check.ts';

/** A check with the schema that the build compiles (tools/setup/compiled-checks.ts). */
export interface FromSchema<T> extends CompiledCheck<T> {
  readonly schema: z.ZodType<T>;
}

/**
 * Returns the check of a schema. Only a file `*.compiled.ts` calls this. The build replaces the file by code that zod's own compiler makes
 * from its schemas, so that main starts without zod. Without a build, as in the unit tests, the schema itself checks.
 */
export function compiled<T>(schema: z.ZodType<T>): FromSchema<T> {
  return {
    schema,
    parse: (value) => schema.parse(value),
    safeParse: (value) => schema.safeParse(value),
    element:
      schema instanceof z.ZodArray && schema.def.checks === undefined
        ? compiled(schema.element as z.ZodType)
        : null,
  };
}
