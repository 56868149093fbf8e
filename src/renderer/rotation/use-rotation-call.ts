import { useState } from 'react';
import type { Failure, Result } from '../bridge.ts';

/** Calls a method of rotation, and keeps what went wrong for the page. Gives null then. */
export function useRotationCall() {
  const [failure, setFailure] = useState<Failure | null>(null);
  const run = async <T>(call: Promise<Result<T>>): Promise<T | null> => {
    setFailure(null);
    const answer = await call;
    if (answer.ok) return answer.value;
    // A person who says no knows it.
    if (answer.error.code !== 'cancelled') setFailure(answer.error);
    return null;
  };
  return { failure, run, clear: () => setFailure(null) };
}

export type RotationCall = ReturnType<typeof useRotationCall>['run'];
