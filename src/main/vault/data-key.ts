import { createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';

/** The vault's random 256-bit key while it is open. Only keys derived from it (HKDF-SHA256, RFC 5869) are ever used. */
export class DataKey {
  readonly #root: Buffer;
  readonly #cells: Buffer;
  readonly #tags: Buffer;
  #wiped = false;

  /** Takes the 32 bytes over and wipes them with itself. */
  constructor(root: Buffer) {
    this.#root = root;
    this.#cells = derived(root, 'cells');
    this.#tags = derived(root, 'tags');
  }

  static random(): DataKey {
    return new DataKey(randomBytes(32));
  }

  /** The key cells are sealed with. */
  get cells(): Buffer {
    return this.#cells;
  }

  /** Hands out a copy of the root to be wrapped, wiped when `by` is done: a lock meanwhile must not turn it into zeros. */
  async withRoot<T>(by: (root: Buffer) => T | Promise<T>): Promise<T> {
    if (this.#wiped) throw new Error('This key has been wiped.');
    const root = Buffer.from(this.#root);
    try {
      return await by(root);
    } finally {
      root.fill(0);
    }
  }

  /** HMAC-SHA256 by which equal values are found without opening any. */
  tag(context: string, bytes: Buffer): Buffer {
    return createHmac('sha256', this.#tags).update(context).update('\0').update(bytes).digest();
  }

  /** A value that tells the right key from a wrong one and gives nothing of it away. */
  get check(): Buffer {
    return derived(this.#root, 'check');
  }

  /** Whether this is the key that `check` was written by. */
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

  /** Wipes it at the end of the block that says `using`. */
  [Symbol.dispose](): void {
    this.wipe();
  }
}

const derived = (root: Buffer, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', root, Buffer.alloc(0), `keyturn ${purpose} v1`, 32));
