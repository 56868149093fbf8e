import { Failed } from '../base/failure.ts';
import type { Secret } from '../base/secret.ts';
import { checkPassphrase } from './passphrase-strength.ts';
import { words } from './words.ts';

/**
 * Checks a new passcode. It must be a passphrase, or a PIN of at least 6 digits that is not a run, a repetition or a date of eight digits.
 * Throws Failed `weak-passcode`, which says what to do.
 */
export async function checkPasscode(passcode: Secret): Promise<void> {
  // Full-width digits are as easy to guess as plain ones.
  const text = passcode.use((bytes) => bytes.toString('utf8').normalize('NFKC'));
  if (!/^\d+$/.test(text)) return await checkPassphrase(passcode);
  const why = weaknessOfPin(text);
  if (why !== null) throw new Failed('weak-passcode', why, words.passcodeStrength.chooseOther);
}

function weaknessOfPin(pin: string): string | null {
  if (pin.length < 6) return words.passcodeStrength.tooShort;
  const digits = [...pin].map(Number);
  const steps = new Set(digits.slice(1).map((digit, n) => (digit - (digits[n] ?? 0) + 10) % 10));
  if (steps.size === 1) return words.passcodeStrength.run;
  if (new Set(digits).size < 3) return words.passcodeStrength.twoDigits;
  if (/^(\d{2,3})\1+$/.test(pin)) return words.passcodeStrength.repeats;
  if (isDate(pin)) return words.passcodeStrength.date;
  return null;
}

/** Returns whether eight digits may be a date of the years 1900 to 2099, in any order in which people write dates. */
function isDate(pin: string): boolean {
  if (pin.length !== 8) return false;
  const number = (from: number, to: number) => Number(pin.slice(from, to));
  const isYear = (year: number) => year >= 1900 && year <= 2099;
  const areDayAndMonth = (a: number, b: number) =>
    (a >= 1 && a <= 31 && b >= 1 && b <= 12) || (b >= 1 && b <= 31 && a >= 1 && a <= 12);
  return (
    (isYear(number(0, 4)) && areDayAndMonth(number(4, 6), number(6, 8))) ||
    (isYear(number(4, 8)) && areDayAndMonth(number(0, 2), number(2, 4)))
  );
}
