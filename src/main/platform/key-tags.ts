/** Where the key comes from that safeStorage encrypts with, as the first three bytes of what it writes tell. */
export type KeySource = 'system' | 'constant' | 'unknown';

/**
 * The tags of Chromium's key providers on Linux (components/os_crypt/async/browser): `v11` is a key from the Secret Service or KWallet
 * (freedesktop_secret_key_provider.cc), `v12` one from the secret portal of sandboxed desktops (secret_portal_key_provider.h), and `v10` the
 * constant key that is always there (posix_key_provider.cc), which protects nothing.
 */
const linux: Readonly<Record<string, KeySource>> = { v10: 'constant', v11: 'system', v12: 'system' };

/**
 * Returns where the key comes from. On macOS and Windows it is the system's whatever the tag: the constant key exists on Linux only. A tag that
 * is not known is `unknown` and never taken for a real key, nor for the constant one.
 */
export function keySourceOf(platform: NodeJS.Platform, written: Uint8Array): KeySource {
  if (platform !== 'linux') return written.length > 0 ? 'system' : 'unknown';
  return linux[Buffer.from(written.subarray(0, 3)).toString('latin1')] ?? 'unknown';
}
