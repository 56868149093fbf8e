import type { Clock } from '../base/ports.ts';
import { BusConnection } from './message-bus.ts';

const firstWaitMs = 1_000;
const longestWaitMs = 60_000;

/**
 * Returns how long to wait before the nth try to reach a bus again, in milliseconds. The first try is 1. The wait doubles each time, up to
 * a minute. Pure.
 */
export function waitBefore(tries: number): number {
  return Math.min(longestWaitMs, firstWaitMs * 2 ** Math.min(tries - 1, 30));
}

/** A connection to a bus. It reconnects after it was lost, until it is stopped. */
export class KeptBus {
  readonly #address: string;
  readonly #clock: Clock;
  readonly #onUp: (connection: BusConnection) => Promise<void>;
  readonly #onDown: () => void;
  #connection: BusConnection | null = null;
  #cancel: (() => void) | null = null;
  #tries = 0;
  #stopped = false;

  /** Calls `onUp` with each new connection. A connection for which `onUp` fails counts as lost. Calls `onDown` after each failed try. */
  constructor(
    address: string,
    clock: Clock,
    onUp: (connection: BusConnection) => Promise<void>,
    onDown: () => void,
  ) {
    this.#address = address;
    this.#clock = clock;
    this.#onUp = onUp;
    this.#onDown = onDown;
  }

  /** Tries to connect now. Never rejects. */
  async start(): Promise<void> {
    try {
      const connection = await BusConnection.open(this.#address, () => this.#gone());
      if (this.#stopped) return connection.close();
      this.#connection = connection;
      await this.#onUp(connection);
      this.#tries = 0;
    } catch {
      this.#gone();
    }
  }

  stop(): void {
    this.#stopped = true;
    this.#cancel?.();
    this.#connection?.close();
  }

  #gone(): void {
    if (this.#stopped || this.#cancel !== null) return;
    this.#connection?.close();
    this.#connection = null;
    this.#tries++;
    this.#onDown();
    this.#cancel = this.#clock.after(waitBefore(this.#tries), () => {
      this.#cancel = null;
      void this.start();
    });
  }
}
