import type { Secret } from '../../base/secret.ts';
import type { Clues } from './clues.ts';

/**
 * Compares a value's shape with Okta's tokens: 00 and 40 more of A-Z, a-z, 0-9, - and _. Okta promises no shape, so the result is a hint
 * and never a refusal.
 */
export function shapeOf(secret: Secret): NonNullable<Clues['shape']> {
  return secret.use((bytes) => {
    const text = bytes.toString('utf8');
    const { length } = text;
    if (!/^00[\w-]*$/.test(text)) return { kind: 'other', length };
    return { kind: length === 42 ? 'token' : length < 42 ? 'cut-off' : 'too-long', length };
  });
}
