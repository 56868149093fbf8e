import type { Clock } from '../../base/ports.ts';
import type { RotationDesk } from './desk.ts';
import { awaitsQuiet } from './machine.ts';

const everyMs = 2 * 60_000;

/** Checks every two minutes whether old tokens are quiet, while Keyturn is open. It makes two calls for each rotation in handover. */
export class QuietWatch {
  readonly #clock: Clock;
  readonly #desk: RotationDesk;
  readonly #onTrouble: (error: unknown) => void;
  #cancel: (() => void) | null = null;

  constructor(clock: Clock, desk: RotationDesk, onTrouble: (error: unknown) => void) {
    this.#clock = clock;
    this.#desk = desk;
    this.#onTrouble = onTrouble;
  }

  start(): void {
    this.stop();
    this.#cancel = this.#clock.after(everyMs, () => void this.#look());
  }

  stop(): void {
    this.#cancel?.();
    this.#cancel = null;
  }

  async #look(): Promise<void> {
    try {
      const waiting = this.#desk
        .list()
        .filter((rotation) => rotation.state === 'handing-over' && awaitsQuiet(rotation));
      for (const { id } of waiting) await this.#desk.checkQuiet(id);
    } catch (error) {
      this.#onTrouble(error);
    } finally {
      if (this.#cancel !== null) this.start();
    }
  }
}
