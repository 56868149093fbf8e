import { use } from 'react';

/** Every page and dialog that the first screen is without: one file of the build, so that one load brings all of them. */
type Pages = typeof import('./pages.ts');

let pages: Pages | null = null;
let loading: Promise<Pages> | null = null;

function load(): Promise<Pages> {
  loading ??= import('./pages.ts').then((loaded) => {
    pages = loaded;
    return loaded;
  });
  return loading;
}

/**
 * Loads the pages as soon as the window has nothing better to do, so that none is waited for when it is asked for; the function given back
 * calls that off.
 */
export function loadPages(): () => void {
  const idle = requestIdleCallback(() => void load(), { timeout: 1_000 });
  return () => cancelIdleCallback(idle);
}

/** The pages: at once when they are loaded, so that nothing flashes; who is faster than that waits in the nearest Suspense. */
export function usePages(): Pages {
  return pages ?? use(load());
}
