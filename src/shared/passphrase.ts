// Crockford's 32 characters: no letter looks like a digit.
const letters = '0123456789abcdefghjkmnpqrstvwxyz';

/** Returns a passphrase of 100 random bits, in five groups of four letters and digits. */
export function newPassphrase(): string {
  const random = crypto.getRandomValues(new Uint8Array(20));
  const text = Array.from(random, (byte) => letters[byte & 31]).join('');
  return text.replace(/(.{4})(?=.)/g, '$1-');
}
