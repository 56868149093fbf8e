import { z } from 'zod';
import { isFrozenWhole } from '../base/frozen.ts';

const seen = new WeakMap<z.core.$ZodType, WeakMap<object, unknown>>();

/**
 * Parses a value as `safeParse` does. An element of a list that can no longer change is parsed once, and its result is used again: the list
 * of 100 tokens is asked for often, and few of them have changed.
 */
export function parseOnce(schema: z.ZodType, value: unknown): z.ZodSafeParseResult<unknown> {
  if (!(schema instanceof z.ZodArray) || schema.def.checks !== undefined || !Array.isArray(value)) {
    return schema.safeParse(value);
  }
  const known = seen.get(schema.element) ?? new WeakMap<object, unknown>();
  seen.set(schema.element, known);
  const data: unknown[] = [];
  for (const one of value) {
    const fixed = isFrozenWhole(one);
    if (fixed && known.has(one)) {
      data.push(known.get(one));
      continue;
    }
    const parsed = z.safeParse(schema.element, one);
    // The whole parse names the place of the mistake.
    if (!parsed.success) return schema.safeParse(value);
    if (fixed) known.set(one, parsed.data);
    data.push(parsed.data);
  }
  return { success: true, data };
}
