import { createHash, randomBytes } from 'node:crypto';

// Crockford's base32: no I, L, O or U, and what people type for them is understood.
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

/** A new recovery key: 160 random bits, and how a person writes them down (ten groups of four, the last two a checksum). */
export function newRecoveryKey(): { bytes: Buffer; text: string } {
  const bytes = randomBytes(keyBytes);
  const text = encode(Buffer.concat([bytes, checkOf(bytes)]));
  return { bytes, text: text.match(/.{4}/g)?.join('-') ?? text };
}

/** Reads a recovery key as people type it: any case, any spaces or dashes, O for 0, I and L for 1. Null when it is none. */
export function readRecoveryKey(typed: string): Buffer | null {
  const clean = typed
    .toUpperCase()
    .replace(/[\s\-–—_.]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
  if (clean.length !== ((keyBytes + checkBytes) * 8) / 5) return null;
  let bits = 0n;
  for (const letter of clean) {
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
