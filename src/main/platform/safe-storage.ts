import { safeStorage } from 'electron';
import { type Keyring, KeyringRefused, KeyringUnavailable } from '../base/ports.ts';
import { keySourceOf } from './key-tags.ts';
import { words } from './words.ts';

/** The ids of keyrings, with their names as people know them. They are for display only. `isReal` decides whether a keyring counts. */
const labels: Readonly<Record<string, string>> = {
  'gnome-keyring': words.safeStorage.gnomeKeyring,
  kwallet: words.safeStorage.kwallet,
  keychain: words.safeStorage.keychain,
  windows: words.safeStorage.windows,
};

/** The ids of Linux backends (Electron, docs/api/safe-storage.md, getSelectedStorageBackend). */
const linuxIds: Readonly<Record<string, string>> = {
  gnome_libsecret: 'gnome-keyring',
  kwallet: 'kwallet',
  kwallet5: 'kwallet',
  kwallet6: 'kwallet',
};

/**
 * Returns safeStorage as the vault's Keyring. It makes async calls only, because Electron 45 deprecates the sync calls. Bytes travel as
 * base64, because safeStorage takes strings.
 */
export function createKeyring(platform: NodeJS.Platform = process.platform): Keyring {
  let doubt = '';
  return {
    doubt: () => doubt,
    async isReal() {
      if (!(await safeStorage.isAsyncEncryptionAvailable())) return false;
      if (platform !== 'linux') return true;
      // On Linux the async encryptor always has a fallback with a constant key, and the backend's name can be wrong in both directions.
      // Only the mark of its ciphertext shows the key's source.
      const probe = await safeStorage.encryptStringAsync(crypto.randomUUID());
      const source = keySourceOf(platform, probe);
      doubt = source === 'unknown' ? words.safeStorage.unknownMark : '';
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
    id() {
      if (platform === 'darwin') return 'keychain';
      if (platform === 'win32') return 'windows';
      return linuxIds[safeStorage.getSelectedStorageBackend()] ?? 'system';
    },
    label: (id) => labels[id] ?? words.safeStorage.systemKeyring,
  };
}

/**
 * Returns the port's error for an error of Electron's. Only the message tells the two kinds apart: "temporarily unavailable" may pass, and
 * any other error stays.
 */
function translated(error: unknown): Error {
  const message = error instanceof Error ? error.message : String(error);
  return /temporarily unavailable/i.test(message)
    ? new KeyringUnavailable(message)
    : new KeyringRefused(message);
}
