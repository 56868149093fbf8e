import { createPublisher, type Publisher } from '../../../src/main/ipc/router.ts';
import type { EventPayload } from '../../../src/shared/contract/bridge.ts';
import type { EventName } from '../../../src/shared/contract/methods.ts';

const prefix = 'keyturn:event.';

/** The events sent to the window, each parsed by the contract as in the app, and a way to wait for one. */
export class Told {
  readonly events: { readonly name: string; readonly payload: unknown }[] = [];
  readonly #waiting = new Set<() => void>();
  readonly publish: Publisher['publish'] = createPublisher((channel, payload) => {
    this.events.push({ name: channel.slice(prefix.length), payload });
    for (const look of [...this.#waiting]) look();
  }).publish;

  /** Every event of one name, oldest first. */
  all<E extends EventName>(name: E): EventPayload<E>[] {
    return this.events
      .filter((event) => event.name === name)
      .map(({ payload }) => payload as EventPayload<E>);
  }

  /** The first event of that name that is as wanted, told already or still to come. */
  until<E extends EventName>(
    name: E,
    wanted: (payload: EventPayload<E>) => boolean,
  ): Promise<EventPayload<E>> {
    return new Promise((resolve) => {
      const look = () => {
        const found = this.all(name).find(wanted);
        if (found === undefined) return;
        this.#waiting.delete(look);
        resolve(found);
      };
      this.#waiting.add(look);
      look();
    });
  }
}
