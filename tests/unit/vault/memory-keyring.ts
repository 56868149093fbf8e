import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import {
  type Clock,
  type Keyring,
  KeyringRefused,
  KeyringUnavailable,
  type Log,
} from '../../../src/main/base/ports.ts';

/** A keyring whose key lives in this object: real encryption behind the port, and a hand on what may go wrong. */
export class MemoryKeyring implements Keyring {
  key = randomBytes(32);
  state: 'there' | 'absent' | 'locked' = 'there';
  rewrap = false;
  wraps = 0;
  /** Its name in the language that the app speaks. */
  called = 'Memory Keyring';

  async isReal(): Promise<boolean> {
    return this.state !== 'absent';
  }

  async wrap(bytes: Buffer): Promise<Buffer> {
    if (this.state === 'locked') throw new KeyringUnavailable('locked');
    this.wraps++;
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', this.key, nonce);
    return Buffer.concat([nonce, cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
  }

  async unwrap(wrapped: Buffer): Promise<{ bytes: Buffer; rewrap: boolean }> {
    if (this.state === 'locked') throw new KeyringUnavailable('locked');
    if (this.state === 'absent') throw new KeyringRefused('no such key');
    const decipher = createDecipheriv('aes-256-gcm', this.key, wrapped.subarray(0, 12));
    decipher.setAuthTag(wrapped.subarray(-16));
    try {
      return {
        bytes: Buffer.concat([decipher.update(wrapped.subarray(12, -16)), decipher.final()]),
        rewrap: this.rewrap,
      };
    } catch {
      throw new KeyringRefused('wrong key');
    }
  }

  id(): string {
    return 'memory';
  }

  label(): string {
    return this.called;
  }
}

export const quiet: Log = { note: () => undefined };

/** A clock that moves only by hand. */
export class HandClock implements Clock {
  #now: number;
  #timers: { at: number; run: () => void }[] = [];

  constructor(now = Date.UTC(2026, 10, 24, 8)) {
    this.#now = now;
  }

  now(): number {
    return this.#now;
  }

  sleep(ms: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason);
      const cancel = this.after(ms, resolve);
      signal?.addEventListener('abort', () => {
        cancel();
        reject(signal.reason);
      });
    });
  }

  after(ms: number, run: () => void): () => void {
    const timer = { at: this.#now + ms, run };
    this.#timers.push(timer);
    return () => {
      this.#timers = this.#timers.filter((other) => other !== timer);
    };
  }

  /** Sets the clock by so much, as a person or a time server does: no time passes, and no timer is nearer or farther. */
  set(ms: number): void {
    this.#now += ms;
    this.#timers = this.#timers.map((timer) => Object.assign(timer, { at: timer.at + ms }));
  }

  /** Moves the time and runs what has become due, in order. */
  advance(ms: number): void {
    this.#now += ms;
    for (;;) {
      const due = this.#timers.filter(({ at }) => at <= this.#now).sort((a, b) => a.at - b.at)[0];
      if (due === undefined) return;
      this.#timers = this.#timers.filter((other) => other !== due);
      due.run();
    }
  }
}
