// The build inserts the names of the contract's tables here (electron.vite.config.ts). The preload and the start of main need only the
// names, and a bundle without schemas loads fast.
declare const __METHODS__: Readonly<Record<string, readonly string[]>>;
declare const __EVENTS__: readonly string[];

/** The names of the methods by feature. */
export const methodNames = __METHODS__;

export const eventNames = __EVENTS__;
