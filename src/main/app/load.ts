import { firstEvents, firstMethods } from '../../shared/contract/first.compiled.ts';
import { answersOf, publisherOf } from '../ipc/answers.ts';
import { type Front, openFront } from './front.ts';
import { Parts } from './parts.ts';
import type { World } from './world.ts';

/** What `index.ts` loads after it has asked for the window. */
export interface Loaded {
  readonly front: Front;
  readonly parts: Parts;
}

const firstNames = new Set(
  Object.entries(firstMethods).flatMap(([feature, table]) =>
    Object.keys(table).map((name) => `${feature}.${name}`),
  ),
);

/** Opens the front, and returns main in its two parts. `send` delivers an event to the window, if there is a window. */
export function openParts(
  world: Omit<World, 'publish'>,
  send: (channel: string, payload: unknown) => void,
): Loaded {
  const { log } = world;
  const front = openFront({ ...world, publish: publisherOf(firstEvents, send).publish });
  const parts = new Parts({
    ...{ front, log },
    firstMethods: firstNames,
    firstAnswer: answersOf(firstMethods, front.handlers, log),
    loadRest: async () => {
      const { createFeatures } = await import('./rest.ts');
      return () => createFeatures(world, front, send);
    },
  });
  return { front, parts };
}
