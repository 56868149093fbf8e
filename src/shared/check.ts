/**
 * What checks the form of a value. A schema of zod is one. A check of a file `*.compiled.ts` is another: the build makes it from the schema,
 * so that the app's start needs no zod (`compiled.ts`).
 */
export interface Check<T = unknown> {
  /** Returns a new value with the known entries of `value`. Throws when it has another form. */
  parse(value: unknown): T;
  safeParse(value: unknown): Checked<T>;
}

/** The result of a check. `error` is there when the check can say what is wrong. */
export type Checked<T> =
  | { readonly success: true; readonly data: T }
  | { readonly success: false; readonly error?: Faults };

/** What is wrong, as zod says it. */
export interface Faults {
  readonly issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[];
}

/** A check of a file `*.compiled.ts`. */
export interface CompiledCheck<T> extends Check<T> {
  /** The check of each element, when the value is a list without other rules. */
  readonly element: Check | null;
}

/** What a compiled parser returns in place of a value of another form. The build writes this name into the code that zod makes. */
export const INVALID = Symbol('invalid');

/** Returns the number of characters of a text, which a compiled parser asks for when the text is long. Only the build's code calls this. */
export function codePointLength(text: string): number {
  let count = 0;
  for (const _ of text) count++;
  return count;
}

/** Returns the check over a compiled parser. It can only say that a value has another form. Only the build's code calls this. */
export function checkBy<T>(parser: (value: unknown) => unknown): CompiledCheck<T> {
  const safeParse = (value: unknown): Checked<T> => {
    const data = parser(value);
    return data === INVALID ? { success: false } : { success: true, data: data as T };
  };
  return {
    safeParse,
    parse: (value) => {
      const checked = safeParse(value);
      if (!checked.success) throw new TypeError('The value has another form.');
      return checked.data;
    },
    element: null,
  };
}

/** Returns the check of a list. Only the build's code calls this. */
export const checkOfList = <T>(element: Check<T>): CompiledCheck<T[]> => ({
  ...checkBy<T[]>((value) => {
    if (!Array.isArray(value)) return INVALID;
    const data: T[] = [];
    for (const one of value) {
      const checked = element.safeParse(one);
      if (!checked.success) return INVALID;
      data.push(checked.data);
    }
    return data;
  }),
  element,
});
