import type { EventPayload } from '../../shared/contract/bridge.ts';
import type { EventName } from '../../shared/contract/methods.ts';
import type { Answer } from '../ipc/channels.ts';
import { createAnswer, createPublisher } from '../ipc/router.ts';
import { compose, type Keyturn } from './compose.ts';
import type { World } from './world.ts';

/** What `index.ts` loads after it has asked for the window: the contract with its schemas, and every feature. */
export interface Features {
  readonly keyturn: Keyturn;
  /** Answers the window's calls. */
  readonly answer: Answer;
  readonly publish: <E extends EventName>(event: E, payload: EventPayload<E>) => void;
}

/** Connects the features to the contract. `send` delivers an event to the window, if there is a window. */
export function createFeatures(
  world: Omit<World, 'publish'>,
  send: (channel: string, payload: unknown) => void,
): Features {
  const { publish } = createPublisher(send);
  const keyturn = compose({ ...world, publish });
  return { keyturn, answer: createAnswer(keyturn.handlers, world.log), publish };
}
