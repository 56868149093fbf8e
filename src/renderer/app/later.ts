import { use } from 'react';

/** The pages and dialogs that the first screen does not need. They are one file of the build, so that one load brings all of them. */
type Pages = typeof import('./pages.ts');

let loading: Promise<Pages> | null = null;

function load(): Promise<Pages> {
  if (loading === null) {
    const promise = import('./pages.ts');
    // React reads these two fields of a promise (react.dev, use), so that a component gets loaded pages without another wait.
    void promise.then((value) => Object.assign(promise, { status: 'fulfilled', value }));
    loading = promise;
  }
  return loading;
}

/** Loads the pages when the window is idle, so that a person does not wait for them later. Returns a function that cancels the load. */
export function loadPages(): () => void {
  const idle = requestIdleCallback(() => void load(), { timeout: 1_000 });
  return () => cancelIdleCallback(idle);
}

/** Loads the pages at once, when the next click needs one of them. */
export function loadPagesNow(): void {
  void load();
}

/**
 * Returns the pages. Before they are loaded, the nearest Suspense waits. Afterwards nothing flashes. It always calls `use`: React repeats a
 * render that waited, and fails in the next hook if the repetition leaves `use` out.
 */
export const usePages = (): Pages => use(load());
