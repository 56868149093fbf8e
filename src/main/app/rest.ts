import type { Answer } from '../ipc/channels.ts';
import { createAnswer, createPublisher, type Publisher } from '../ipc/router.ts';
import { compose, type Keyturn } from './compose.ts';
import type { Front } from './front.ts';
import type { World } from './world.ts';

/** The whole app: the contract with all its schemas, and every feature. `parts.ts` loads this file. */
export interface Features {
  readonly keyturn: Keyturn;
  /** Answers every method of the contract. */
  readonly answer: Answer;
  readonly publish: Publisher['publish'];
}

/** Builds the features on the front, and connects them to the contract. `send` delivers an event to the window, if there is a window. */
export function createFeatures(
  world: Omit<World, 'publish'>,
  front: Front,
  send: (channel: string, payload: unknown) => void,
): Features {
  const { publish } = createPublisher(send);
  const keyturn = compose({ ...world, publish }, front);
  return { keyturn, answer: createAnswer(keyturn.handlers, world.log), publish };
}
