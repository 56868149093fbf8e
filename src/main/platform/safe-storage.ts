import { randomBytes } from 'node:crypto';
import { safeStorage } from 'electron';
import { type Keyring, KeyringRefused, KeyringUnavailable } from '../base/ports.ts';
import { keySourceOf } from './key-tags.ts';

const unknownKeyring =
  'This system has a keyring that marks what it encrypts in a way Keyturn does not know, so Keyturn cannot tell whether its key is a real one.';

/** Names of Linux backends as a person knows them; advisory only, see `isReal`. */
const linuxLabels: Readonly<Record<string, string>> = {
  gnome_libsecret: 'GNOME Keyring',
  kwallet: 'KWallet',
  kwallet5: 'KWallet',
  kwallet6: 'KWallet',
};

/**
 * safeStorage as the vault's Keyring. Async calls only: the sync ones are deprecated in Electron 45. Bytes travel as base64, since
 * safeStorage takes strings.
 */
export function createKeyring(platform: NodeJS.Platform = process.platform): Keyring {
  let doubt = '';
  return {
    doubt: () => doubt,
    async isReal() {
      if (!(await safeStorage.isAsyncEncryptionAvailable())) return false;
      if (platform !== 'linux') return true;
      // On Linux the async encryptor always has a fallback with a constant key, and the backend's name errs both ways; only what it
      // writes tells.
      const probe = await safeStorage.encryptStringAsync(randomBytes(16).toString('base64'));
      const source = keySourceOf(platform, probe);
      doubt = source === 'unknown' ? unknownKeyring : '';
      return source === 'system';
    },
    async wrap(bytes) {
      try {
        return await safeStorage.encryptStringAsync(bytes.toString('base64'));
      } catch (error) {
        throw translated(error);
      }
    },
    async unwrap(wrapped) {
      try {
        const { result, shouldReEncrypt } = await safeStorage.decryptStringAsync(wrapped);
        return { bytes: Buffer.from(result, 'base64'), rewrap: shouldReEncrypt };
      } catch (error) {
        throw translated(error);
      }
    },
    label() {
      if (platform === 'darwin') return 'Keychain';
      if (platform === 'win32') return 'Windows data protection';
      return linuxLabels[safeStorage.getSelectedStorageBackend()] ?? 'the system keyring';
    },
  };
}

/** Electron tells the two cases apart by words only: "temporarily unavailable" may pass, anything else will not. */
function translated(error: unknown): Error {
  const message = error instanceof Error ? error.message : String(error);
  return /temporarily unavailable/i.test(message)
    ? new KeyringUnavailable(message)
    : new KeyringRefused(message);
}
