import { createHash, timingSafeEqual } from 'node:crypto';
import { inspect } from 'node:util';

/**
 * A token's value (or a passphrase) between its capture and its use. It does not print, serialise or concatenate: each of these gives its
 * fingerprint. Only the Okta client, the vault and hand-over call `use`. `wipe` overwrites the bytes. Strings made during a use belong to
 * the engine and cannot be wiped; docs/threat-model.md says so.
 */
export class Secret {
  #bytes: Buffer;
  #wiped = false;
  #texts: readonly string[] | null = null;

  private constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  /** Copies a text into a new Secret. The caller should drop its own reference. */
  static fromText(text: string): Secret {
    return new Secret(Buffer.from(text, 'utf8'));
  }

  /** Takes ownership of the bytes: they are wiped with this Secret. */
  static fromBytes(bytes: Buffer): Secret {
    return new Secret(bytes);
  }

  /** Returns the length in bytes. */
  get length(): number {
    return this.#bytes.length;
  }

  get wiped(): boolean {
    return this.#wiped;
  }

  /** Returns eight hex digits of a domain-separated SHA-256, as `7f3a 91c2`. They distinguish two values and reveal neither. */
  get fingerprint(): string {
    this.#check();
    const hex = createHash('sha256').update('keyturn fingerprint v1\0').update(this.#bytes).digest('hex');
    return `${hex.slice(0, 4)} ${hex.slice(4, 8)}`;
  }

  /** Calls `by` with the bytes and returns its result. Throws when wiped. The bytes must not be kept. */
  use<T>(by: (bytes: Buffer) => T): T {
    this.#check();
    return by(this.#bytes);
  }

  /** Returns the texts that `make` makes of the bytes. It makes them once, and drops them at the wipe. Throws when wiped. */
  texts(make: (bytes: Buffer) => readonly string[]): readonly string[] {
    this.#check();
    this.#texts ??= make(this.#bytes);
    return this.#texts;
  }

  /** Returns whether both hold the same bytes; compares in constant time. */
  equals(other: Secret): boolean {
    this.#check();
    return other.use(
      (theirs) => theirs.length === this.#bytes.length && timingSafeEqual(theirs, this.#bytes),
    );
  }

  /** Returns a second Secret with its own bytes, for an owner with another lifetime. */
  copy(): Secret {
    this.#check();
    return Secret.fromBytes(Buffer.from(this.#bytes));
  }

  /** Overwrites the bytes; every later use throws. */
  wipe(): void {
    this.#bytes.fill(0);
    this.#texts = null;
    this.#bytes = Buffer.alloc(0);
    this.#wiped = true;
  }

  /** Wipes the bytes at the end of the block that declares the Secret with `using`. */
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
