import { useCallback, useState } from 'react';
import type { Failure, Result } from '../bridge.ts';

/** The calls of one part of the page: whether one runs, and the failure of the last one. */
export interface Calls {
  readonly busy: boolean;
  readonly failure: Failure | null;
  /**
   * Waits for a call. Returns its value, or null after a failure. `failure` holds the failure until the next call. A call that the person
   * cancelled has no failure, because the person knows about it.
   */
  readonly run: <T>(call: Promise<Result<T>>) => Promise<T | null>;
  /** Shows a failure, or none. */
  readonly fail: (failure: Failure | null) => void;
}

/** Returns the calls of one part of the page. */
export function useCall(): Calls {
  const [failure, fail] = useState<Failure | null>(null);
  const [running, setRunning] = useState(0);
  const run = useCallback(async <T>(call: Promise<Result<T>>): Promise<T | null> => {
    fail(null);
    setRunning((now) => now + 1);
    const answer = await call;
    setRunning((now) => now - 1);
    if (answer.ok) return answer.value;
    if (answer.error.code !== 'cancelled') fail(answer.error);
    return null;
  }, []);
  return { busy: running > 0, failure, run, fail };
}
