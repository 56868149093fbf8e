import { useEffect, useState } from 'react';
import type { Failure, Result } from '../bridge.ts';

/** What a tab shows of main, and the calls that change it. */
export interface Loaded<V, W extends string> {
  /** Null until it was read. */
  readonly view: V | null;
  readonly failure: Failure | null;
  readonly fail: (failure: Failure | null) => void;
  /** What runs now. */
  readonly busy: W | null;
  /** Makes a call whose answer takes the place of the view; one at a time. */
  readonly run: (what: W, call: () => Promise<Result<V>>) => Promise<void>;
}

/** Reads `load` once, and again whenever `key` changes. */
export function useLoaded<V, W extends string>(key: string, load: () => Promise<Result<V>>): Loaded<V, W> {
  const [view, setView] = useState<V | null>(null);
  const [failure, fail] = useState<Failure | null>(null);
  const [busy, setBusy] = useState<W | null>(null);
  const take = (answer: Result<V>) => {
    if (answer.ok) setView(answer.value);
    else fail(answer.error);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says when there is something new to read
  useEffect(() => {
    let gone = false;
    void load().then((answer) => {
      if (!gone) take(answer);
    });
    return () => {
      gone = true;
    };
  }, [key]);
  return {
    view,
    failure,
    fail,
    busy,
    run: async (what, call) => {
      if (busy !== null) return;
      setBusy(what);
      fail(null);
      const answer = await call();
      setBusy(null);
      take(answer);
    },
  };
}
