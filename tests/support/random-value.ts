import { seeded } from './seeded.ts';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-';

/** Returns a value as Okta makes them, the same one for the same number. */
export function randomValue(n: number): string {
  const random = seeded(n);
  return `00${Array.from({ length: 40 }, () => alphabet[Math.floor(random() * alphabet.length)]).join('')}`;
}
