import fc from 'fast-check';
import { type MethodSpec, methods } from '../../src/shared/contract/methods.ts';

/** Every method of the bridge, as `feature.method`. */
export const everyMethod: readonly { readonly name: string; readonly spec: MethodSpec }[] = Object.entries(
  methods,
).flatMap(([feature, table]) =>
  Object.entries(table).map(([name, spec]) => ({ name: `${feature}.${name}`, spec: spec as MethodSpec })),
);

/** The fields a method takes, by its schema. */
const fieldsOf = (spec: MethodSpec): string[] =>
  Object.keys((spec.request as { shape?: Record<string, unknown> }).shape ?? {});

/** Texts that are trouble where they are taken for a path, a number, a name or code. */
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

/** Returns the arguments of calls to one method: anything at all, and its own fields with anything in them, known ids among it. */
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
 * Returns whether Playwright carries a message into the page. It makes a field `__proto__` the object's prototype, and where that is a date, a
 * pattern or an array of bytes it ends the call with an error of its own.
 */
export const isCarried = (message: unknown): boolean =>
  typeof message !== 'object' ||
  message === null ||
  (!Object.hasOwn(message, '__proto__') && Object.values(message).every(isCarried));
