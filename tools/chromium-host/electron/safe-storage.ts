import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import type { Host } from '../host.ts';
import { only } from '../not-here.ts';

/**
 * How safeStorage behaves, by KEYTURN_HOST_SAFE_STORAGE: `auto` asks the desktop's keyring and falls back as Chromium does; the others
 * are for tests. `none`: no keyring. `flaky`: temporarily unavailable. `rewrap`: asks for re-encryption. `lost`: the key has gone.
 */
type Mode = 'auto' | 'none' | 'flaky' | 'rewrap' | 'lost';

const modeNow = (): Mode => (process.env.KEYTURN_HOST_SAFE_STORAGE as Mode | undefined) ?? 'auto';
const slow = Symbol('slow');
const keyringPatience = 8_000;

/** Chromium's own fallback: a key that everybody knows. */
const constantKey = createHash('sha256').update('peanuts').digest();

/**
 * Electron's `safeStorage`, async calls (docs/api/safe-storage.md). The key is a random one in the desktop's own keyring, under the name
 * Electron's would have; what it encrypts is marked `v11`, and `v10` without a keyring, as on Linux.
 */
export function createSafeStorage(host: Host, appName: () => string) {
  let known: Buffer | null = null;

  async function keyringKey(): Promise<Buffer | null> {
    if (modeNow() === 'none') return null;
    if (known !== null) return known;
    const { AsyncEntry } = await import('@napi-rs/keyring');
    const entry = new AsyncEntry(`${appName()} Safe Storage`, appName());
    const found = await withPatience(
      entry
        .getPassword()
        .catch((error: unknown) =>
          /no matching entry|not found/i.test(String(error)) ? undefined : Promise.reject(error),
        ),
    );
    if (typeof found === 'string') {
      known = Buffer.from(found, 'base64');
      return known;
    }
    const fresh = randomBytes(32);
    await withPatience(entry.setPassword(fresh.toString('base64')));
    known = fresh;
    return fresh;
  }

  /** The key, null when there is no keyring at all. Throws "temporarily unavailable" when it does not answer or is locked. */
  async function key(): Promise<Buffer | null> {
    try {
      return await keyringKey();
    } catch (error) {
      const text = String(error);
      if (error === slow || /locked|prompt|dismissed/i.test(text)) throw unavailable();
      return null;
    }
  }

  const beforeReady = () => Promise.reject(new Error('safeStorage cannot be used before app is ready'));
  const safeStorage = {
    isAsyncEncryptionAvailable: () => (host.ready ? Promise.resolve(true) : beforeReady()),
    async encryptStringAsync(plainText) {
      if (!host.ready) return beforeReady();
      if (modeNow() === 'flaky') throw unavailable();
      const real = await key();
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', real ?? constantKey, nonce);
      return Buffer.concat([
        Buffer.from(real === null ? 'v10' : 'v11', 'latin1'),
        nonce,
        cipher.update(plainText, 'utf8'),
        cipher.final(),
        cipher.getAuthTag(),
      ]);
    },
    async decryptStringAsync(encrypted) {
      if (!host.ready) return beforeReady();
      if (modeNow() === 'flaky') throw unavailable();
      const version = encrypted.subarray(0, 3).toString('latin1');
      const using =
        version === 'v11'
          ? modeNow() === 'lost'
            ? null
            : await key()
          : version === 'v10'
            ? constantKey
            : null;
      if (using === null || encrypted.length < 31) throw undecryptable();
      try {
        const decipher = createDecipheriv('aes-256-gcm', using, encrypted.subarray(3, 15));
        decipher.setAuthTag(encrypted.subarray(-16));
        const result = Buffer.concat([
          decipher.update(encrypted.subarray(15, -16)),
          decipher.final(),
        ]).toString('utf8');
        return { result, shouldReEncrypt: modeNow() === 'rewrap' };
      } catch {
        throw undecryptable();
      }
    },
    getSelectedStorageBackend() {
      const named = process.env.KEYTURN_HOST_STORAGE_BACKEND as
        | ReturnType<typeof Electron.safeStorage.getSelectedStorageBackend>
        | undefined;
      return named ?? (modeNow() === 'none' ? 'basic_text' : 'gnome_libsecret');
    },
  } satisfies Pick<
    typeof Electron.safeStorage,
    'isAsyncEncryptionAvailable' | 'encryptStringAsync' | 'decryptStringAsync' | 'getSelectedStorageBackend'
  >;
  return only('safeStorage', safeStorage);
}

const unavailable = () => new Error('Encryption is temporarily unavailable. Please try again.');
const undecryptable = () =>
  new Error('Error while decrypting the ciphertext provided to safeStorage.decryptStringAsync.');

function withPatience<T>(asked: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout;
  return Promise.race([
    asked.finally(() => clearTimeout(timer)),
    new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => reject(slow), keyringPatience);
    }),
  ]);
}
