import type { z } from 'zod';
import type { Result } from './failure.ts';
import type { Events, Methods } from './methods.ts';

type Call<Q extends z.ZodType, R extends z.ZodType> =
  Record<string, never> extends z.input<Q>
    ? (request?: z.input<Q>) => Promise<Result<z.output<R>>>
    : (request: z.input<Q>) => Promise<Result<z.output<R>>>;

/** The bridge has one function per method and no generic one: `window.keyturn.<feature>.<method>(request)`. */
export type Bridge = {
  readonly [F in keyof Methods]: {
    readonly [M in keyof Methods[F]]: Methods[F][M] extends {
      request: infer Q extends z.ZodType;
      response: infer R extends z.ZodType;
    }
      ? Call<Q, R>
      : never;
  };
} & {
  /** Each function adds a listener and returns a function that removes it. */
  readonly events: {
    readonly [E in keyof Events]: (listener: (event: z.output<Events[E]>) => void) => () => void;
  };
};

/** The payload of an event. */
export type EventPayload<E extends keyof Events> = z.output<Events[E]>;

/** Returns the IPC channel of a method. The preload and the router both call this; no other code spells a channel. */
export const channelOf = (feature: string, method: string): string => `keyturn:${feature}.${method}`;

/** Returns the IPC channel of an event. */
export const eventChannelOf = (event: string): string => `keyturn:event.${event}`;
