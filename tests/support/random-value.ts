import { seeded } from './seeded.ts';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-';

/** Returns a value in Okta's form. The same number gives the same value. */
export function randomValue(n: number): string {
  const random = seeded(n);
  return `00${Array.from({ length: 40 }, () => alphabet[Math.floor(random() * alphabet.length)]).join('')}`;
}
