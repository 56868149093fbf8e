import { type Events, events, type Methods, methods } from '../../shared/contract/methods.ts';
import type { Log } from '../base/ports.ts';
import { answersOf, type HandlersOf, type PublisherOf, publisherOf } from './answers.ts';
import type { Answer } from './channels.ts';

/** The handlers of the app: exactly one function for each method of the contract. */
export type Handlers = HandlersOf<Methods>;

/** Sends any event of the contract to the window. */
export type Publisher = PublisherOf<Events>;

/** Returns the answer to every method of the contract. Works and throws as `answersOf` does. */
export const createAnswer = (handlers: Handlers, log: Log): Answer => answersOf(methods, handlers, log);

/** Returns a Publisher over `send`, which delivers to the window when there is one. */
export const createPublisher = (send: (channel: string, payload: unknown) => void): Publisher =>
  publisherOf(events, send);
