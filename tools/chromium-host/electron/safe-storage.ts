import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { Host } from '../host.ts';
import { only } from '../not-here.ts';
import type { Emulated } from './emulated.ts';
import { constantKey, hasBus, KeyringKey } from './keyring-key.ts';
import { switchesOf } from './switches.ts';

/**
 * The behaviour of safeStorage, set by KEYTURN_HOST_SAFE_STORAGE. `auto` uses the desktop's keyring and falls back as Chromium does; the
 * others are for tests. `none`: no keyring. `flaky`: temporarily unavailable. `rewrap`: asks for re-encryption. `lost`: the key is gone.
 */
type Mode = 'auto' | 'none' | 'flaky' | 'rewrap' | 'lost';
type Backend = ReturnType<Electron.SafeStorage['getSelectedStorageBackend']>;

const notReady = 'safeStorage cannot be used before app is ready';

/** Chromium's --password-store and what Electron calls the result. */
const stores: Readonly<Record<string, Backend>> = {
  basic: 'basic_text',
  'gnome-libsecret': 'gnome_libsecret',
  kwallet: 'kwallet',
  kwallet5: 'kwallet5',
  kwallet6: 'kwallet6',
};

function seal(plainText: string, real: Buffer | null): Buffer {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', real ?? constantKey, nonce);
  return Buffer.concat([
    Buffer.from(real === null ? 'v10' : 'v11', 'latin1'),
    nonce,
    cipher.update(plainText, 'utf8'),
    cipher.final(),
    cipher.getAuthTag(),
  ]);
}

/** Decrypts. Throws when the key is wrong. */
function open(encrypted: Buffer, key: Buffer): string {
  if (encrypted.length < 31) throw new Error('too short');
  const decipher = createDecipheriv('aes-256-gcm', key, encrypted.subarray(3, 15));
  decipher.setAuthTag(encrypted.subarray(-16));
  return Buffer.concat([decipher.update(encrypted.subarray(15, -16)), decipher.final()]).toString('utf8');
}

const versionOf = (encrypted: Buffer) => encrypted.subarray(0, 3).toString('latin1');

/**
 * Electron's `safeStorage` (docs/api/safe-storage.md, shell/browser/api/electron_api_safe_storage.cc). As on Linux, text encrypted with the
 * keyring's key has the mark `v11`, and without a keyring `v10`.
 */
export function createSafeStorage(host: Host, appName: () => string) {
  const keyring = new KeyringKey(appName);
  let plainAllowed = false;
  const store = (): Backend | undefined =>
    stores[
      host.switches.get('password-store') ??
        switchesOf(process.argv)
          .find((arg) => arg.startsWith('--password-store='))
          ?.slice(17) ??
        ''
    ];
  const mode = (): Mode =>
    store() === 'basic_text'
      ? 'none'
      : ((process.env.KEYTURN_HOST_SAFE_STORAGE as Mode | undefined) ?? 'auto');
  const key = async (call: string) => {
    if (mode() === 'flaky')
      throw new Error(`safeStorage.${call} is temporarily unavailable. Please try again.`);
    return mode() === 'none' ? null : keyring.get(call);
  };
  const keyNow = () => (mode() === 'none' || mode() === 'flaky' ? null : keyring.getSync());
  const backend = (): Backend => {
    if (!host.ready) return 'unknown';
    const named = process.env.KEYTURN_HOST_STORAGE_BACKEND as Backend | undefined;
    return named ?? store() ?? (mode() === 'none' || !hasBus() ? 'basic_text' : 'gnome_libsecret');
  };
  const availableNow = () =>
    host.ready && (keyNow() !== null || (plainAllowed && backend() === 'basic_text'));

  const safeStorage = {
    isEncryptionAvailable: availableNow,
    isAsyncEncryptionAvailable: async () => host.ready,
    setUsePlainTextEncryption(usePlainText: boolean): void {
      plainAllowed = usePlainText;
    },
    getSelectedStorageBackend: backend,
    encryptString(plainText: string): Buffer {
      if (!host.ready) throw new Error(notReady);
      if (!availableNow()) {
        throw new Error(
          'Error while encrypting the text provided to safeStorage.encryptString. Encryption is not available.',
        );
      }
      return seal(String(plainText), keyNow());
    },
    decryptString(encrypted: Buffer): string {
      if (!host.ready) throw new Error(notReady);
      const failed = 'Error while decrypting the ciphertext provided to safeStorage.decryptString.';
      if (!availableNow()) throw new Error(`${failed} Decryption is not available.`);
      if (!Buffer.isBuffer(encrypted))
        throw new Error('Expected the first argument of decryptString() to be a buffer');
      if (encrypted.length === 0) return '';
      const version = versionOf(encrypted);
      if (version !== 'v10' && version !== 'v11')
        throw new Error(`${failed} Ciphertext does not appear to be encrypted.`);
      const using = version === 'v10' ? constantKey : mode() === 'lost' ? null : keyNow();
      try {
        if (using !== null) return open(encrypted, using);
      } catch {
        // Handled below, as without a key.
      }
      throw new Error(failed);
    },
    async encryptStringAsync(plainText: string): Promise<Buffer> {
      if (!host.ready) throw new Error(notReady);
      return seal(String(plainText), await key('encryptStringAsync'));
    },
    async decryptStringAsync(encrypted: Buffer): Promise<Electron.DecryptStringAsyncReturnValue> {
      if (!host.ready) throw new Error(notReady);
      if (!Buffer.isBuffer(encrypted))
        throw new Error('Expected the first argument of decryptStringAsync() to be a buffer');
      if (encrypted.length === 0) return { result: '', shouldReEncrypt: false };
      const version = versionOf(encrypted);
      const real =
        version === 'v10' || version === 'v11'
          ? mode() === 'lost'
            ? null
            : await key('decryptStringAsync')
          : null;
      const using = version === 'v10' ? constantKey : real;
      try {
        if (using !== null) {
          // A keyring has a better key than the publicly known one.
          const shouldReEncrypt = mode() === 'rewrap' || (version === 'v10' && real !== null);
          return { result: open(encrypted, using), shouldReEncrypt };
        }
      } catch {
        // Handled below, as without a key.
      }
      throw new Error('Error while decrypting the ciphertext provided to safeStorage.decryptStringAsync.');
    },
  };
  safeStorage satisfies Emulated<typeof safeStorage, Electron.SafeStorage>;
  return only('safeStorage', safeStorage);
}
