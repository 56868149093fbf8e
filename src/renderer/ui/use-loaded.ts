import { useEffect, useState } from 'react';
import type { Result } from '../bridge.ts';
import { type Calls, useCall } from './use-call.ts';

/** The data that a tab reads from main, and the calls that change it. */
export interface Loaded<V, W extends string> extends Pick<Calls, 'failure' | 'fail'> {
  /** Null until the data is read. */
  readonly view: V | null;
  /** The call that runs now. */
  readonly busy: W | null;
  /** Makes a call whose answer replaces the view. Only one runs at a time. */
  readonly run: (what: W, call: () => Promise<Result<V>>) => Promise<void>;
}

/** Returns what `load` reads. It reads once, and again after each change of `key`. */
export function useLoaded<V, W extends string>(key: unknown, load: () => Promise<Result<V>>): Loaded<V, W> {
  const [view, setView] = useState<V | null>(null);
  const [busy, setBusy] = useState<W | null>(null);
  const calls = useCall();
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new key means that there is new data to read
  useEffect(() => {
    let gone = false;
    void load().then((answer) => {
      // An answer about an earlier key shows nothing, and no failure.
      if (gone) return;
      if (answer.ok) setView(answer.value);
      else calls.fail(answer.error);
    });
    return () => {
      gone = true;
    };
  }, [key]);
  return {
    view,
    failure: calls.failure,
    fail: calls.fail,
    busy,
    run: async (what, call) => {
      if (busy !== null) return;
      setBusy(what);
      const value = await calls.run(call());
      setBusy(null);
      if (value !== null) setView(value);
    },
  };
}
