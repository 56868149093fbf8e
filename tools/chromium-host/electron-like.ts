import crypto from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';

/** Features of Node that Electron's Node, built on BoringSSL, lacks; README.md gives the sources. */
const notInBoringSsl = [
  'argon2',
  'argon2Sync',
  'encapsulate',
  'decapsulate',
  'getFips',
  'setFips',
  'secureHeapUsed',
];
const cipherNotInBoringSsl =
  /^(aes-\d+-(ccm|ocb|xts|wrap|siv)|id-aes|aria|camellia|cast|idea|rc2(?!-40)|seed|sm4|blowfish|bf|chacha20$)/i;

/** Makes this Node look like Electron's to a main script. */
export function beLikeElectron(versions: { electron: string; chrome: string }): void {
  const own = crypto as unknown as Record<string, unknown>;
  for (const name of notInBoringSsl) delete own[name];
  for (const name of ['createCipheriv', 'createDecipheriv'] as const) {
    const inner = crypto[name] as (...args: unknown[]) => unknown;
    own[name] = (algorithm: unknown, ...rest: unknown[]) => {
      if (typeof algorithm === 'string' && cipherNotInBoringSsl.test(algorithm)) {
        throw Object.assign(new Error('Unknown cipher'), { code: 'ERR_CRYPTO_UNKNOWN_CIPHER' });
      }
      return inner(algorithm, ...rest);
    };
  }
  syncBuiltinESMExports();
  const define = (name: string, value: string) =>
    Object.defineProperty(process.versions, name, { value, enumerable: true, configurable: true });
  define('electron', versions.electron);
  define('chrome', versions.chrome);
  define('keyturn-chromium-host', '1');
  Object.assign(process, { type: 'browser', defaultApp: true });
}
