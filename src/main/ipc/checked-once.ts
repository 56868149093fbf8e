import type { Check, Checked } from '../../shared/check.ts';
import { isFrozenWhole } from '../base/frozen.ts';

const seen = new WeakMap<Check, WeakMap<object, unknown>>();

/**
 * Checks a value as `safeParse` does. An element of a list that can no longer change is checked once, and its result is used again: the list
 * of 100 tokens is asked for often, and few of them have changed.
 */
export function parseOnce(check: Check, value: unknown): Checked<unknown> {
  const element = elementOf(check);
  if (element === null || !Array.isArray(value)) return check.safeParse(value);
  const known = seen.get(element) ?? new WeakMap<object, unknown>();
  seen.set(element, known);
  const data: unknown[] = [];
  for (const one of value) {
    const fixed = isFrozenWhole(one);
    if (fixed && known.has(one)) {
      data.push(known.get(one));
      continue;
    }
    const checked = element.safeParse(one);
    // The whole check names the place of the mistake.
    if (!checked.success) return check.safeParse(value);
    if (fixed) known.set(one, checked.data);
    data.push(checked.data);
  }
  return { success: true, data };
}

/** A schema of zod has the rules of a whole list in `def.checks`. A compiled check has an element only without such rules. */
interface ListCheck extends Check {
  readonly element?: Check | null;
  readonly def?: { readonly type: string; readonly checks?: readonly unknown[] };
}

function elementOf({ element = null, def }: ListCheck): Check | null {
  return def === undefined || (def.type === 'array' && def.checks === undefined) ? element : null;
}
