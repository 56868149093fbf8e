const whole = new WeakSet<object>();

/** Freezes a value with everything in it, and returns it. It must contain only plain objects and arrays. */
export function freezeWhole<T>(value: T): T {
  if (typeof value !== 'object' || value === null || whole.has(value)) return value;
  for (const part of Object.values(value)) freezeWhole(part);
  whole.add(Object.freeze(value));
  return value;
}

/** Returns whether `freezeWhole` froze a value, so that nothing in it can change any more. */
export const isFrozenWhole = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && whole.has(value);
