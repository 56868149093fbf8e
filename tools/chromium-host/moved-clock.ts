interface Pending {
  readonly due: number;
  readonly run: () => void;
}

/**
 * A hand on this process's clock, for tests that need weeks: `Date.now` is moved, and long timers that have become due by then run at
 * once, as they would have by themselves. Short ones are left to the real time, which they are about. Watches long timers from now on; gives the function that moves the clock by so many milliseconds. It goes into Electron's main process
 * as text (tests/support/electron-hook.ts), so it uses nothing but globals.
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
