import { createHash, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

/** Chromium's own fallback: a publicly known key. */
export const constantKey = createHash('sha256').update('peanuts').digest();

const slow = Symbol('slow');
const keyringPatience = 8_000;
/** How long another app of the same moment may take to write its key. */
const settleMs = 250;
const isAbsent = (error: unknown) => /no matching entry|not found/i.test(String(error));
const unavailable = (call: string) =>
  new Error(`safeStorage.${call} is temporarily unavailable. Please try again.`);

/** Returns whether a keyring is possible: on Linux it needs the session's bus. */
export function hasBus(): boolean {
  if (process.platform !== 'linux' || process.env.DBUS_SESSION_BUS_ADDRESS !== undefined) return true;
  const { XDG_RUNTIME_DIR } = process.env;
  return XDG_RUNTIME_DIR !== undefined && existsSync(join(XDG_RUNTIME_DIR, 'bus'));
}

/** The key in the desktop's own keyring, under Electron's name for it. The first use makes it. */
export class KeyringKey {
  readonly #appName: () => string;
  #known: Buffer | null = null;
  #asked: Promise<Buffer> | null = null;

  constructor(appName: () => string) {
    this.#appName = appName;
  }

  #name(): [service: string, account: string] {
    return [`${this.#appName()} Safe Storage`, this.#appName()];
  }

  /** Returns the key, or null when there is no keyring. Rejects with "temporarily unavailable" when it does not answer or is locked. */
  async get(call: string): Promise<Buffer | null> {
    if (this.#known !== null) return this.#known;
    // All concurrent callers share one request, so that only one key is ever made.
    this.#asked ??= this.#ask();
    try {
      this.#known = await this.#asked;
      return this.#known;
    } catch (error) {
      if (error === slow || /locked|prompt|dismissed/i.test(String(error))) throw unavailable(call);
      return null;
    } finally {
      this.#asked = null;
    }
  }

  async #ask(): Promise<Buffer> {
    const { AsyncEntry } = await import('@napi-rs/keyring');
    const entry = new AsyncEntry(...this.#name());
    const found = await withPatience(
      entry.getPassword().catch((error: unknown) => (isAbsent(error) ? undefined : Promise.reject(error))),
    );
    if (typeof found === 'string') return Buffer.from(found, 'base64');
    const fresh = randomBytes(32);
    await withPatience(entry.setPassword(fresh.toString('base64')));
    // Two apps that start at the same moment in a new keyring each make a key, and the later one stays. Both then use that one.
    await setTimeout(settleMs);
    const kept = await withPatience(entry.getPassword());
    return typeof kept === 'string' ? Buffer.from(kept, 'base64') : fresh;
  }

  /** Returns the key for the synchronous calls. */
  getSync(): Buffer | null {
    if (this.#known !== null) return this.#known;
    try {
      const { Entry } = createRequire(import.meta.url)(
        '@napi-rs/keyring',
      ) as typeof import('@napi-rs/keyring');
      const entry = new Entry(...this.#name());
      const found = entry.getPassword();
      const key = found == null ? randomBytes(32) : Buffer.from(found, 'base64');
      if (found == null) entry.setPassword(key.toString('base64'));
      this.#known = key;
      return key;
    } catch {
      return null;
    }
  }
}

function withPatience<T>(asked: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout;
  return Promise.race([
    asked.finally(() => clearTimeout(timer)),
    new Promise<never>((_resolve, reject) => {
      timer = globalThis.setTimeout(() => reject(slow), keyringPatience);
    }),
  ]);
}
