import type { EventEmitter } from 'node:events';

/**
 * The part of an Electron type that `Here` has members for, without EventEmitter's. `value satisfies Emulated<Here, Theirs>` checks each of
 * them against electron.d.ts. `Own` names members whose type is an emulated class, which is checked on its own.
 */
export type Emulated<Here, Theirs, Own extends PropertyKey = never> = Pick<
  Theirs,
  Exclude<keyof Here & keyof Theirs, keyof EventEmitter | Own>
>;
