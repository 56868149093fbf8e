import { randomBytes, scrypt } from 'node:crypto';
import { chacha20poly1305 } from '@noble/ciphers/chacha.js';
import { type Identity, type Recipient, Stanza } from 'age-encryption';
import type { Secret } from '../base/secret.ts';

/**
 * The passphrase of an age file (age-encryption.org/v1, "The scrypt recipient type"). The library derives its key in JavaScript and blocks
 * the main process meanwhile; here Node derives it on another thread. The library does the rest of the format.
 */

const label = 'age-encryption.org/v1/scrypt';
/** The work factor that age and the library use for writing. */
const written = 18;
/** The highest work factor accepted, as in the library: a higher one would take minutes and gigabytes. */
const mostWork = 20;
const saltBytes = 16;
/** The length of a file key of 16 bytes with its tag. */
const bodyBytes = 32;
const nonce = new Uint8Array(12);

/** Returns the key that wraps the file key; the caller wipes it. */
function derived(passphrase: Secret, salt: Buffer, work: number): Promise<Buffer> {
  const options = { N: 2 ** work, r: 8, p: 1, maxmem: 2 ** work * 8 * 128 + 2 ** 20 };
  const { promise, resolve, reject } = Promise.withResolvers<Buffer>();
  passphrase.use((bytes) => {
    scrypt(bytes, Buffer.concat([Buffer.from(label), salt]), 32, options, (error, key) => {
      if (error === null) resolve(key);
      else reject(error);
    });
  });
  return promise;
}

/** Returns the recipient for a passphrase. The same passphrase opens the file. */
export const scryptRecipient = (passphrase: Secret): Recipient => ({
  async wrapFileKey(fileKey) {
    const salt = randomBytes(saltBytes);
    const key = await derived(passphrase, salt, written);
    try {
      const body = chacha20poly1305(key, nonce).encrypt(fileKey);
      return [new Stanza(['scrypt', unpadded(salt), String(written)], body)];
    } finally {
      key.fill(0);
    }
  },
});

/**
 * Returns the identity that opens a file with a passphrase. Its `unwrapFileKey` returns null for a wrong passphrase. It throws when the
 * file asks for too much work or when its first lines do not follow the format.
 */
export const scryptIdentity = (passphrase: Secret): Identity => ({
  async unwrapFileKey(stanzas) {
    const [stanza] = stanzas;
    if (stanza === undefined || stanza.args[0] !== 'scrypt') return null;
    // The format's own rule: a person who knows one passphrase must not be able to write for another recipient.
    if (stanzas.length !== 1) throw new Error('scrypt recipient is not the only one in the header');
    const [, salted = '', work = ''] = stanza.args;
    const salt = Buffer.from(salted, 'base64');
    const whole = stanza.args.length === 3 && salt.length === saltBytes && unpadded(salt) === salted;
    if (!whole || !/^[1-9]\d*$/.test(work) || stanza.body.length !== bodyBytes) {
      throw new Error('invalid scrypt stanza');
    }
    if (Number(work) > mostWork) throw new Error('scrypt work factor is too high');
    const key = await derived(passphrase, salt, Number(work));
    try {
      return chacha20poly1305(key, nonce).decrypt(stanza.body);
    } catch {
      return null;
    } finally {
      key.fill(0);
    }
  },
});

const unpadded = (bytes: Buffer): string => bytes.toString('base64').replace(/=+$/, '');
