interface Pending {
  readonly due: number;
  readonly run: () => void;
}

/**
 * Controls this process's clock, for tests that need weeks. `Date.now` is moved, and long timers that are then due run at once. Short
 * timers keep the real time. Watches long timers from now on. Returns the function that moves the clock by so many milliseconds. It is
 * passed to Electron's main process as text (tests/support/electron-hook.ts), so it uses only globals.
 */
export function watchClock(): (ms: number) => void {
  const longMs = 30_000;
  const pending = new Map<NodeJS.Timeout, Pending>();
  const [realSet, realClear] = [globalThis.setTimeout, globalThis.clearTimeout];
  const realNow = Date.now.bind(Date);
  let moved = 0;
  Date.now = () => realNow() + moved;

  const set = (run: (...args: unknown[]) => void, ms = 0, ...args: unknown[]): NodeJS.Timeout => {
    if (ms < longMs) return realSet(run, ms, ...args);
    const timer: NodeJS.Timeout = realSet(() => {
      pending.delete(timer);
      run(...args);
    }, ms);
    pending.set(timer, { due: Date.now() + ms, run: () => run(...args) });
    return timer;
  };
  globalThis.setTimeout = Object.assign(set, realSet) as typeof setTimeout;
  globalThis.clearTimeout = ((timer?: NodeJS.Timeout) => {
    if (timer !== undefined) pending.delete(timer);
    realClear(timer);
  }) as typeof clearTimeout;

  return (ms) => {
    moved += ms;
    const due = [...pending].filter(([, one]) => one.due <= Date.now());
    for (const [timer, { run }] of due.sort(([, a], [, b]) => a.due - b.due)) {
      if (!pending.delete(timer)) continue;
      realClear(timer);
      run();
    }
  };
}
