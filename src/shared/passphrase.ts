/** The shortest passphrase for a file that leaves this computer: whoever has the file can guess for as long as they like. */
const fewest = 12;

/** Returns why a passphrase is too weak for a file that leaves this computer, as a sentence; empty when it is not. */
export function weaknessOf(passphrase: string): string {
  const characters = [...passphrase];
  if (characters.length < fewest)
    return `Use at least ${fewest} characters; four or five words are easier to keep in mind.`;
  if (/^\d+$/.test(passphrase)) return 'Digits alone are guessed fast. Use words, or letters and digits.';
  if (new Set(characters).size < 6)
    return 'It repeats the same few characters. Use four or five different words.';
  if (
    new Set(passphrase.toLowerCase().split(/[\s-]+/)).size === 1 &&
    /^(password|passphrase|keyturn|okta)/i.test(passphrase)
  ) {
    return 'It begins with a word that is guessed first. Use four or five different words.';
  }
  return '';
}

// Crockford's 32: no letter that is taken for a digit.
const letters = '0123456789abcdefghjkmnpqrstvwxyz';

/** Returns a passphrase of 100 random bits, in five groups of four letters and digits. */
export function newPassphrase(): string {
  const random = crypto.getRandomValues(new Uint8Array(20));
  const text = Array.from(random, (byte) => letters[byte & 31]).join('');
  return text.replace(/(.{4})(?=.)/g, '$1-');
}
