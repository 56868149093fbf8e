import type { EventEmitter } from 'node:events';

/**
 * The part of one of Electron's types that `Here` has members for, EventEmitter's left out. `value satisfies Emulated<Here, Theirs>`
 * holds every one of them against electron.d.ts. `Own` names members whose type is an emulated class, which is held on its own.
 */
export type Emulated<Here, Theirs, Own extends PropertyKey = never> = Pick<
  Theirs,
  Exclude<keyof Here & keyof Theirs, keyof EventEmitter | Own>
>;
