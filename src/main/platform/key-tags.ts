/** The source of the key that safeStorage encrypts with. The first three bytes of the ciphertext name it. */
export type KeySource = 'system' | 'constant' | 'unknown';

/**
 * The tags of Chromium's key providers on Linux (components/os_crypt/async/browser): `v11` is a key from the Secret Service or KWallet
 * (freedesktop_secret_key_provider.cc). `v12` is a key from the secret portal of sandboxed desktops (secret_portal_key_provider.h). `v10`
 * is the constant key (posix_key_provider.cc), which protects nothing.
 */
const linux: Readonly<Record<string, KeySource>> = { v10: 'constant', v11: 'system', v12: 'system' };

/**
 * Returns the source of the key. On macOS and Windows the key is always the system's, because the constant key exists on Linux only. An
 * unknown tag is `unknown`. It counts neither as a real key nor as the constant key.
 */
export function keySourceOf(platform: NodeJS.Platform, written: Uint8Array): KeySource {
  if (platform !== 'linux') return written.length > 0 ? 'system' : 'unknown';
  return linux[Buffer.from(written.subarray(0, 3)).toString('latin1')] ?? 'unknown';
}
