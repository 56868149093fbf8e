import { createHash, randomBytes } from 'node:crypto';
import { words } from './words.ts';

// Crockford's base32 has no I, L, O or U. `readRecoveryKey` accepts what people type in their place.
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const keyBytes = 20;
const checkBytes = 5;

function encode(bytes: Uint8Array): string {
  let bits = 0n;
  for (const byte of bytes) bits = (bits << 8n) | BigInt(byte);
  let text = '';
  for (let n = (bytes.length * 8) / 5 - 1; n >= 0; n--)
    text += alphabet[Number((bits >> BigInt(n * 5)) & 31n)];
  return text;
}

const checkOf = (key: Uint8Array): Buffer =>
  createHash('sha256').update('keyturn recovery v1').update(key).digest().subarray(0, checkBytes);

/**
 * Returns a new recovery key: 160 random bits, and their written form (ten groups of four characters; the last two groups are a checksum).
 */
export function newRecoveryKey(): { bytes: Buffer; text: string } {
  const bytes = randomBytes(keyBytes);
  const text = encode(Buffer.concat([bytes, checkOf(bytes)]));
  return { bytes, text: text.match(/.{4}/g)?.join('-') ?? text };
}

/** What is around and between the characters. A key has letters and digits only. */
const between = /[^\p{L}\p{N}]|[\u30fc\uff70]/gu;
/**
 * What people and programs put there: spaces, dashes of every kind, invisible marks, quotes, brackets, and the marks of lists and of
 * Markdown. A key that cannot be read may have another sign in place of a letter.
 */
const usualBetween =
  /[\s\p{Dash_Punctuation}\p{Format}\p{Control}\p{Initial_Punctuation}\p{Final_Punctuation}\u2212_.,:;/|*`"'„‚<>()[\]•\u30fc\uff70]/gu;
/** A blank in HTML and in an address. */
const writtenBlank = /&nbsp;|&#160;|<br\s*\/?>|%20/gi;
const letters = ((keyBytes + checkBytes) * 8) / 5;
const groupLetters = 4;

/** Capital letters of Greek and Cyrillic that look like a letter of the key (Unicode, confusables.txt), and the letters of the key. */
const looksLike = new Map(
  ['АВСЕНІЈКМОРЅТХУ', 'ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ'].flatMap((foreign, n) => {
    const own = ['ABCEHIJKMOPSTXY', 'ABEZHIKMNOPTYX'][n] ?? '';
    return [...foreign].map((letter, at) => [letter, own[at] ?? ''] as const);
  }),
);

/** Returns a digit of any script as a plain one. The ten digits of a script follow each other (Unicode Standard, Numeric Value). */
function plainDigit(digit: string): string {
  const at = digit.codePointAt(0) ?? 0;
  let value = 0;
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(at - value - 1))) value++;
  return String(value);
}

/** Returns typed text with the key's own letters in place of what people type for them. */
const plain = (typed: string): string =>
  typed
    .replace(writtenBlank, ' ')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toUpperCase()
    .replace(/(?![0-9])\p{Nd}/gu, plainDigit)
    .replace(/[\p{sc=Greek}\p{sc=Cyrillic}]/gu, (letter) => looksLike.get(letter) ?? letter)
    .replace(/[OØ∅⌀]/g, '0')
    .replace(/[IL]/g, '1')
    .replace(/U/g, 'V');

/**
 * Reads a recovery key as people type or paste it: any case, any spaces or dashes, digits of any script, O for 0, I, L, | and ! for 1, U for V,
 * with a label, numbers or other words around it. The checksum shows which part of the text is the key. For any other text it returns a sentence that says what
 * is wrong.
 */
export function readRecoveryKey(typed: string): Buffer | { readonly wrong: string } {
  const text = plain(typed);
  const clean = text.replace(between, '');
  // The numbers of a list, and words of other lengths, are between the groups.
  const groups = text.split(between).filter((one) => one.length === groupLetters);
  // A bar is a mark between the cells of a table, or a 1.
  const withOnes = text.replace(/[|!]/g, '1').replace(between, '');
  const key = keyIn(clean, 1) ?? keyIn(groups.join(''), groupLetters) ?? keyIn(withOnes, 1);
  if (key !== null) return key;
  const strange = [...text.replace(usualBetween, '')].find((letter) => !alphabet.includes(letter));
  if (strange !== undefined) return { wrong: words.recoveryKey.strangeLetter(strange) };
  const missing = letters - clean.length;
  if (missing === 0) return { wrong: words.recoveryKey.slip };
  const count = Math.abs(missing);
  return { wrong: missing > 0 ? words.recoveryKey.missing(count) : words.recoveryKey.tooMany(count) };
}

/** Returns the key in a text whose checksum is right, or null. The key may begin at every `step`th letter. */
function keyIn(text: string, step: number): Buffer | null {
  for (let at = 0; at + letters <= text.length; at += step) {
    const key = keyOf(text.slice(at, at + letters));
    if (key !== null) return key;
  }
  return null;
}

function keyOf(written: string): Buffer | null {
  let bits = 0n;
  for (const letter of written) {
    const value = alphabet.indexOf(letter);
    if (value < 0) return null;
    bits = (bits << 5n) | BigInt(value);
  }
  const bytes = Buffer.from(bits.toString(16).padStart((keyBytes + checkBytes) * 2, '0'), 'hex');
  const key = Buffer.from(bytes.subarray(0, keyBytes));
  const right = checkOf(key).equals(bytes.subarray(keyBytes));
  bytes.fill(0);
  if (right) return key;
  key.fill(0);
  return null;
}
