// The build writes the names of the contract's tables in here (electron.vite.config.ts): the preload and the start of main need no more of
// it, and a bundle of them without schemas loads in no time.
declare const __METHODS__: Readonly<Record<string, readonly string[]>>;
declare const __EVENTS__: readonly string[];

/** The names of the methods by feature. */
export const methodNames = __METHODS__;

export const eventNames = __EVENTS__;
