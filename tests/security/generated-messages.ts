import fc from 'fast-check';
import { type MethodSpec, methods } from '../../src/shared/contract/methods.ts';

/** Every method of the bridge, as `feature.method`. */
export const everyMethod: readonly { readonly name: string; readonly spec: MethodSpec }[] = Object.entries(
  methods,
).flatMap(([feature, table]) =>
  Object.entries(table).map(([name, spec]) => ({ name: `${feature}.${name}`, spec: spec as MethodSpec })),
);

/** Returns the fields that a method takes, from its schema. */
const fieldsOf = (spec: MethodSpec): string[] =>
  Object.keys((spec.request as { shape?: Record<string, unknown> }).shape ?? {});

/** Texts that cause trouble if the app uses them as a path, a number, a name or code. */
const odd = [
  '../../../../etc/passwd',
  'C:\\Windows\\win.ini',
  '__proto__',
  'constructor',
  '$(id)',
  "'; DROP TABLE tokens; --",
  '\u0000',
  '\u202e',
  '\ud800',
  'x'.repeat(100_000),
  'javascript:alert(1)',
  'file:///etc/passwd',
];

/** Returns generated arguments for one method: any value, or its own fields with any values, known ids included. */
export function messages(spec: MethodSpec, ids: readonly string[]): fc.Arbitrary<unknown[]> {
  const anything = fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true });
  const value = fc.oneof(
    anything,
    fc.constantFrom(...odd),
    fc.constantFrom(...ids),
    fc.boolean(),
    fc.double(),
  );
  const fields = fieldsOf(spec);
  const shaped = fc.record(Object.fromEntries(fields.map((name) => [name, value])), { requiredKeys: [] });
  const surplus = fc.tuple(shaped, fc.dictionary(fc.string(), anything, { maxKeys: 3 }));
  return fc.oneof(
    fc.array(anything, { maxLength: 3 }),
    shaped.map((one) => [one]),
    surplus.map(([one, more]) => [{ ...more, ...one }]),
  );
}

/**
 * Returns whether Playwright can pass a message to the page. It turns a field `__proto__` into the object's prototype. If that is a date, a
 * pattern or an array of bytes, it ends the call with its own error.
 */
export const isCarried = (message: unknown): boolean =>
  typeof message !== 'object' ||
  message === null ||
  (!Object.hasOwn(message, '__proto__') && Object.values(message).every(isCarried));
