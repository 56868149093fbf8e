import { createHash, timingSafeEqual } from 'node:crypto';
import { inspect } from 'node:util';

/**
 * A token's value (or a passphrase) between its capture and its use. It does not print, serialise or concatenate: every such
 * way gives its fingerprint. Only the Okta client, the vault and hand-over call `use`. `wipe` overwrites the bytes; strings made
 * while using it are the engine's and cannot be wiped, which docs/threat-model.md says.
 */
export class Secret {
  #bytes: Buffer;
  #wiped = false;

  private constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  /** Takes a text over. The caller should let go of its own reference. */
  static fromText(text: string): Secret {
    return new Secret(Buffer.from(text, 'utf8'));
  }

  /** Takes the bytes over: they are wiped with this Secret. */
  static fromBytes(bytes: Buffer): Secret {
    return new Secret(bytes);
  }

  /** Length in bytes. */
  get length(): number {
    return this.#bytes.length;
  }

  get wiped(): boolean {
    return this.#wiped;
  }

  /** Eight hex digits of a domain-separated SHA-256, as `7f3a 91c2`: tells two values apart and gives neither away. */
  get fingerprint(): string {
    this.#check();
    const hex = createHash('sha256').update('keyturn fingerprint v1\0').update(this.#bytes).digest('hex');
    return `${hex.slice(0, 4)} ${hex.slice(4, 8)}`;
  }

  /** Hands the bytes to `by` and gives back what it returns. Throws when wiped. The bytes must not be kept. */
  use<T>(by: (bytes: Buffer) => T): T {
    this.#check();
    return by(this.#bytes);
  }

  /** True when both hold the same bytes; compared in constant time. */
  equals(other: Secret): boolean {
    this.#check();
    return other.use(
      (theirs) => theirs.length === this.#bytes.length && timingSafeEqual(theirs, this.#bytes),
    );
  }

  /** A second Secret with bytes of its own, for an owner with another lifetime. */
  copy(): Secret {
    this.#check();
    return new Secret(Buffer.from(this.#bytes));
  }

  /** Overwrites the bytes; every later use throws. */
  wipe(): void {
    this.#bytes.fill(0);
    this.#bytes = Buffer.alloc(0);
    this.#wiped = true;
  }

  /** Wipes it at the end of the block that says `using`. */
  [Symbol.dispose](): void {
    this.wipe();
  }

  #check(): void {
    if (this.#wiped) throw new Error('This secret has been wiped.');
  }

  toString(): string {
    return this.#wiped ? '[secret, wiped]' : `[secret ${this.fingerprint}]`;
  }

  toJSON(): string {
    return this.toString();
  }

  [Symbol.toPrimitive](): string {
    return this.toString();
  }

  [inspect.custom](): string {
    return this.toString();
  }
}
