import { useState } from 'react';
import type { Failure, Result } from '../bridge.ts';

/** Runs a method of the vault; keeps what went wrong for the screen to say, and what was typed in its field. */
export function useVaultCall() {
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);
  const run = async <T>(call: Promise<Result<T>>): Promise<T | null> => {
    setBusy(true);
    setFailure(null);
    const result = await call;
    setBusy(false);
    if (result.ok) return result.value;
    setFailure(result.error);
    return null;
  };
  return { failure, busy, run, setFailure };
}
