import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { type Keyring, KeyringRefused } from '../main/base/ports.ts';
import { words } from './words.ts';

const nonceBytes = 12;
const tagBytes = 16;

/**
 * Returns a keyring whose key exists in this process only. So the demo asks the system's keyring nothing, and what it wrote opens for nobody
 * after its end, even where its files were left behind by a kill.
 */
export function memoryKeyring(): Keyring {
  const key = randomBytes(32);
  return {
    isReal: async () => true,
    wrap: async (bytes) => {
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv('aes-256-gcm', key, nonce);
      return Buffer.concat([nonce, cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
    },
    unwrap: async (wrapped) => {
      try {
        const decipher = createDecipheriv('aes-256-gcm', key, wrapped.subarray(0, nonceBytes));
        decipher.setAuthTag(wrapped.subarray(-tagBytes));
        const sealed = wrapped.subarray(nonceBytes, -tagBytes);
        return { bytes: Buffer.concat([decipher.update(sealed), decipher.final()]), rewrap: false };
      } catch {
        throw new KeyringRefused(words.keyring.label);
      }
    },
    id: () => 'demo',
    label: () => words.keyring.label,
  };
}
