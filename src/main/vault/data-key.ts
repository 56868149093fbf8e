import { createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';
import { withoutTraces } from './without-traces.ts';

/** The vault's random 256-bit key while the vault is open. Only keys derived from it (HKDF-SHA256, RFC 5869) are ever used. */
export class DataKey {
  readonly #root: Buffer;
  readonly #cells: Buffer;
  readonly #tags: Buffer;
  #wiped = false;

  /** Takes ownership of the 32 bytes and wipes them on disposal. */
  constructor(root: Buffer) {
    this.#root = root;
    this.#cells = derived(root, 'cells');
    this.#tags = derived(root, 'tags');
  }

  static random(): DataKey {
    return new DataKey(randomBytes(32));
  }

  /** Returns the key that seals cells. */
  get cells(): Buffer {
    return this.#cells;
  }

  /**
   * Gives `by` a copy of the root to wrap, and wipes the copy afterwards. A copy is needed because a lock meanwhile would turn the root
   * into zeros.
   */
  async withRoot<T>(by: (root: Buffer) => T | Promise<T>): Promise<T> {
    if (this.#wiped) throw new Error('This key has been wiped.');
    const root = Buffer.from(this.#root);
    try {
      return await by(root);
    } finally {
      root.fill(0);
    }
  }

  /** Returns an HMAC-SHA256 that finds equal values without opening them. */
  tag(context: string, bytes: Buffer): Buffer {
    const hash = withoutTraces(() => createHmac('sha256', this.#tags));
    return hash.update(context).update('\0').update(bytes).digest();
  }

  /** Returns a value that distinguishes the right key from a wrong one and reveals nothing about it. */
  get check(): Buffer {
    return derived(this.#root, 'check');
  }

  /** Returns whether this key wrote `check`. */
  matches(check: Uint8Array | null): boolean {
    const own = this.check;
    return own.length === check?.length && timingSafeEqual(own, check);
  }

  get wiped(): boolean {
    return this.#wiped;
  }

  wipe(): void {
    this.#wiped = true;
    for (const key of [this.#root, this.#cells, this.#tags]) key.fill(0);
  }

  /** Wipes the key at the end of the block that declares it with `using`. */
  [Symbol.dispose](): void {
    this.wipe();
  }
}

const derived = (root: Buffer, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', root, Buffer.alloc(0), `keyturn ${purpose} v1`, 32));
